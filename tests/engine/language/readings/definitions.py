"""Functions: as an equation, as a lambda, as a def on one line or indented."""

EQUATIONS = [
    ("f(x, y, z) = (x + y) z", "(def f (x y z) (· (+ x y) z))", "f(x, y, z) = (x + y)·z"),
    ("f(x) = x^2; f(3)", "(def f (x) (^ x 2)); (f 3)", "f(x) = x^2\nf(3)"),
    ("f(x) = g(x); g(x) = x; f(y)", "(def f (x) (g x)); (def g (x) x); (f y)", "f(x) = g(x)\ng(x) = x\nf(y)"),
    ("f(x) = x\nf(f(x))", "(def f (x) x); (f (f x))", "f(x) = x\nf(f(x))"),
    ("f(a, b) = a b + c\nf(1, 2)", "(def f (a b) (+ (· a b) c)); (f 1 2)", "f(a, b) = a·b + c\nf(1, 2)"),
    (
        "σ(x) = 1/(1+exp(-x)); σ(2)",
        "(def sigma (x) (/ 1 (+ 1 (exp (neg x))))); (sigma 2)",
        "σ(x) = 1/(1 + exp(-x))\nσ(2)",
    ),
    ("f(x) = xy", "(def f (x) xy)", "f(x) = xy"),
    ("max(x) = x; max(3)", "(def max (x) x); (max 3)", "max(x) = x\nmax(3)"),
    ("f(x) = x; f = 3; f(2)", "(def f (x) x); (= f 3); (· f 2)", "f(x) = x\nf = 3\nf·2"),
    ("f = 3; f(x) = x; f(2)", "(= f 3); (def f (x) x); (f 2)", "f = 3\nf(x) = x\nf(2)"),
    ("loss(w) = w^2; loss(3)", "(def loss (w) (^ w 2)); (loss 3)", "loss(w) = w^2\nloss(3)"),
    ("f(x) = 2x", "(def f (x) (· 2 x))", "f(x) = 2·x"),
    ("f_1(x) = x; f1(2)", "(def f1 (x) x); (f1 2)", "f_1(x) = x\nf_1(2)"),
    ("f(x) =\\\n x", "(def f (x) x)", "f(x) = x"),
    ("f(x) = [x,\n x]", "(def f (x) [x x])", "f(x) = [x, x]"),
    ("f(x)=x;g(x)=f(x);g(1)", "(def f (x) x); (def g (x) (f x)); (g 1)", "f(x) = x\ng(x) = f(x)\ng(1)"),
    ("f(x_1) = x_1 + x1", "(def f (x1) (+ x1 x1))", "f(x_1) = x_1 + x_1"),
]

LAMBDAS = [
    ("f = lambda x: x", "(def f (x) x)", "f(x) = x"),
    (
        "f = lambda x: 1.0/(1.0 + np.exp(-x))",
        "(def f (x) (/ 1 (+ 1 (np.exp (neg x)))))",
        "f(x) = 1.0/(1.0 + np.exp(-x))",
    ),
    (
        "f = lambda x: 1.0/(1.0 + np.exp(-x)); f(2)",
        "(def f (x) (/ 1 (+ 1 (np.exp (neg x))))); (f 2)",
        "f(x) = 1.0/(1.0 + np.exp(-x))\nf(2)",
    ),
    ("f = lambda x, y: x y", "(def f (x y) (· x y))", "f(x, y) = x·y"),
    ("f = lambda: 3", "(def f () 3)", "def f():\n    return 3"),
    ("f = lambda x, a=2: a*x", "(def f (x a=2) (* a x))", "def f(x, a=2):\n    return a*x"),
    ("f = lambda x: x + λ", "(def f (x) (+ x lambda))", "f(x) = x + λ"),
    ("lambda*R", "(* lambda R)", "lambda*R"),
    ("loss + λ R", "(+ loss (· lambda R))", "loss + λ·R"),
    ("lambda = 2; lambda x", "(= lambda 2); (· lambda x)", "lambda = 2\nlambda·x"),
]

DEFS = [
    ("def f(x): return x^2", "(def f (x) (^ x 2))", "f(x) = x^2"),
    ("def f(x): return x^2\nf(3)", "(def f (x) (^ x 2)); (f 3)", "f(x) = x^2\nf(3)"),
    ("def f(x): y = x; return y", "(def f (x) (= y x) y)", "def f(x):\n    y = x\n    return y"),
    ("def f(x):\n    return x\nf(2)", "(def f (x) x); (f 2)", "f(x) = x\nf(2)"),
    (
        "def f(x):\n    y = x + 1\n    return y^2\nf(2)",
        "(def f (x) (= y (+ x 1)) (^ y 2)); (f 2)",
        "def f(x):\n    y = x + 1\n    return y^2\nf(2)",
    ),
    (
        "def f(x):\n\ty = x + 1\n\treturn y^2\nf(3)",
        "(def f (x) (= y (+ x 1)) (^ y 2)); (f 3)",
        "def f(x):\n    y = x + 1\n    return y^2\nf(3)",
    ),
    (
        "def f(x):\r\n    y = x\r\n    return y\r\nf(2)\r\n",
        "(def f (x) (= y x) y); (f 2)",
        "def f(x):\n    y = x\n    return y\nf(2)",
    ),
    (
        "def f(x):\n\n    y = x\n\n    return y\n\nf(1)",
        "(def f (x) (= y x) y); (f 1)",
        "def f(x):\n    y = x\n    return y\nf(1)",
    ),
    ("def f(x):\n    # nothing\n    return x  # done\nf(1)", "(def f (x) x); (f 1)", "f(x) = x\nf(1)"),
    ('def f(x):\n    """A docstring.\n\n    More."""\n    return x\nf(1)', "(def f (x) x); (f 1)", "f(x) = x\nf(1)"),
    ("def f(x):\n    print(x)\n    return x\nf(1)", "(def f (x) x); (f 1)", "f(x) = x\nf(1)"),
    (
        "def f(x, y):\n    a, b = x, y\n    return a b\nf(1, 2)",
        "(def f (x y) (= (a b) (tuple x y)) (· a b)); (f 1 2)",
        "def f(x, y):\n    a, b = (x, y)\n    return a·b\nf(1, 2)",
    ),
    ("def f(x, a=1): return x + a\nf(2)", "(def f (x a=1) (+ x a)); (f 2)", "def f(x, a=1):\n    return x + a\nf(2)"),
    (
        "def f(x, a=1): return x + a\nf(2, a=3)",
        "(def f (x a=1) (+ x a)); (f 2 :a 3)",
        "def f(x, a=1):\n    return x + a\nf(2, a=3)",
    ),
    (
        "def f(w_0, θ=1): return w_0 θ\nf(2, theta=3)",
        "(def f (w0 theta=1) (· w0 theta)); (f 2 :theta 3)",
        "def f(w_0, θ=1):\n    return w_0·θ\nf(2, theta=3)",
    ),
    ("def f(): return 3\nf()", "(def f () 3); (f)", "def f():\n    return 3\nf()"),
    (
        "def f(x):\n  y = x; z = y\n  return z\nf(1)",
        "(def f (x) (= y x) (= z y) z); (f 1)",
        "def f(x):\n    y = x\n    z = y\n    return z\nf(1)",
    ),
    (
        "def f(x):\n    x += 1\n    return x\nf(1)",
        "(def f (x) (= x (+ x 1)) x); (f 1)",
        "def f(x):\n    x = x + 1\n    return x\nf(1)",
    ),
    (
        "def f(x):\n    return (\n        x +\n        1\n    )\nf(1)",
        "(def f (x) (+ x 1)); (f 1)",
        "f(x) = x + 1\nf(1)",
    ),
    (
        "def f(x):\n    return g(x)\ndef g(x):\n    return x\nf(1)",
        "(def f (x) (g x)); (def g (x) x); (f 1)",
        "f(x) = g(x)\ng(x) = x\nf(1)",
    ),
    ("def f(self, x): return x\nf(1)", "(def f (x) x); (f 1)", "f(x) = x\nf(1)"),
    ("def f(x):\n    return self.w x\nf(1)", "(def f (x) (· w x)); (f 1)", "f(x) = w·x\nf(1)"),
    ("def f(x) :\n    return x", "(def f (x) x)", "f(x) = x"),
    (
        "def sigmoid(x):\n    return 1/(1+np.exp(-x))\nsigmoid(z)",
        "(def sigmoid (x) (/ 1 (+ 1 (np.exp (neg x))))); (sigmoid z)",
        "sigmoid(x) = 1/(1 + np.exp(-x))\nsigmoid(z)",
    ),
]

ROWS = EQUATIONS + LAMBDAS + DEFS
