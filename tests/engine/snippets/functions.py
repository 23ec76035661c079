"""Functions as Python writes them."""

from tests.engine.snippets.snippet import Snippet, given

SNIPPETS = [
    Snippet("def on one line", "def sigmoid(x): return 1 / (1 + np.exp(-x))\nsigmoid(np.dot(w, x))", given("w 3, x 3")),
    Snippet("def as the output", "def f(w, x, b):\n    return np.tanh(np.dot(w, x) + b)", given("w 2x3, x 3, b 2")),
    Snippet("lambda as the output", "f = lambda x, y, z: (x + y) * z", given(x=-2.0, y=5.0, z=-4.0)),
    Snippet("lambda of two", "affine = lambda x, W: x @ W\naffine(affine(x, A), B)", given("x 2x3, A 3x2, B 2x4")),
    Snippet("lambda without parameters", "reg = lambda: np.sum(W ** 2)\n0.1 * reg()", given("W 2x2")),
    Snippet(
        "sigmoid with a docstring",
        '''
import numpy as np

def sigmoid(z):
    """The logistic function.

    z: a number or an array.
    """
    s = 1 / (1 + np.exp(-z))
    return s

sigmoid(z) * (1 - sigmoid(z))
''',
        given("z 4"),
    ),
    Snippet(
        "print inside a function",
        """
def forward(x, w, b):
    'affine, then ReLU'
    z = x.dot(w) + b
    print("z has the shape", z.shape)
    out = np.maximum(z, 0)   # ReLU

    return out

forward(x, w, b)
""",
        given("x 2x3, w 3x2, b 2"),
    ),
    Snippet(
        "functions that call functions",
        """
def relu(x):
    return np.maximum(0, x)

def layer(x, W, b):
    return relu(np.dot(W, x) + b)

def net(x):
    h = layer(x, W1, b1)
    return np.dot(W2, h)

net(x)
""",
        given("x 3, W1 4x3, b1 4, W2 2x4"),
    ),
    Snippet(
        "stable softmax",
        """
def softmax(x):
    e_x = np.exp(x - np.max(x))
    return e_x / e_x.sum()

softmax(scores)
""",
        given("scores 4"),
    ),
    Snippet(
        "softmax along an axis",
        """
def softmax(z, axis=-1):
    shifted = z - np.max(z, axis=axis, keepdims=True)
    return np.exp(shifted) / np.sum(np.exp(shifted), axis=axis, keepdims=True)

p = softmax(z)
q = softmax(z, axis=0)
np.sum(p * np.log(p / q))
""",
        given("z 3x4"),
    ),
    Snippet(
        "cross-entropy as a function",
        """
def softmax(logits):
    exps = np.exp(logits - logits.max(axis=1, keepdims=True))
    return exps / exps.sum(axis=1, keepdims=True)

def cross_entropy(logits, labels):
    n = logits.shape[0]
    p = softmax(logits)
    return -np.log(p[np.arange(n), labels]).mean()

loss = cross_entropy(X @ W, y)
print(f"loss: {loss:.4f}")
""",
        given("X 3x2, W 2x4", y=[3, 1, 0]),
    ),
    Snippet(
        "default and keyword arguments",
        """
def leaky_relu(x, slope=0.01):
    return np.where(x > 0, x, slope * x)

a = leaky_relu(x)
b = leaky_relu(x, 0.2)
c = leaky_relu(x, slope=0.3)
a + b + c
""",
        given("x 5"),
    ),
    Snippet(
        "keyword arguments in another order",
        """
def scale_shift(x, gamma=1.0, beta=0.0):
    return gamma * x + beta

scale_shift(x, beta=b, gamma=g) + scale_shift(beta=1.5, x=x)
""",
        given("x 3, g 3, b 3"),
    ),
    Snippet(
        "names of a function are its own",
        """
h = x ** 2
def f(x):
    h = np.sin(x)
    x = h + 1
    return x * h
f(h) + h
""",
        given("x 3"),
    ),
    Snippet(
        "free names are looked up at the call",
        """
def loss(w):
    return np.sum((X @ w - t) ** 2) + lam * np.sum(w ** 2)

lam = 0.1
first = loss(w)
lam = 0.5
second = loss(0.5 * w)
first - second
""",
        given("X 4x2, w 2, t 4"),
    ),
    Snippet(
        "a function that is defined below its use",
        """
def network(x):
    return activation(W @ x) + offset

def activation(x):
    return x * (x > 0)

offset = 0.25
network(x)
""",
        given("W 3x2, x 2"),
    ),
    Snippet(
        "derivative by central differences",
        """
def f(x): return x ** 2 * np.sin(x)
h = 1e-2
(f(x + h) - f(x - h)) / (2 * h)
""",
        given(x=1.3),
    ),
    Snippet(
        "gradient step on a function",
        """
def f(x, y):
    return (1 - x) ** 2 + 100 * (y - x ** 2) ** 2   # Rosenbrock

def df_dx(x, y): return -2 * (1 - x) - 400 * x * (y - x ** 2)
def df_dy(x, y): return 200 * (y - x ** 2)

lr = 0.001
x_new = x - lr * df_dx(x, y)
y_new = y - lr * df_dy(x, y)
f(x_new, y_new)
""",
        given(x=-1.2, y=1.0),
    ),
    Snippet(
        "Newton's step",
        """
g  = lambda x: x**3 - 2*x - 5
dg = lambda x: 3*x**2 - 2
x = x - g(x) / dg(x)
x = x - g(x) / dg(x)
""",
        given(x=2.5),
    ),
    Snippet(
        "activations as lambdas",
        """
sigmoid = lambda x: 1 / (1 + np.exp(-x))
tanh = lambda x: 2 * sigmoid(2 * x) - 1
swish = lambda x, beta=1.0: x * sigmoid(beta * x)
softplus = lambda x: np.log(1 + np.exp(x))
mish = lambda x: x * tanh(softplus(x))
swish(x) + mish(x) + swish(x, beta=2.0)
""",
        given("x 4"),
    ),
    Snippet(
        "a lambda with its body in brackets",
        """
loss = lambda w: (
    np.mean((X.dot(w) - t) ** 2)    # data
    + 0.1 * np.sum(np.abs(w))       # regularisation
)
loss(w)
""",
        given("X 4x3, w 3, t 4"),
    ),
    Snippet(
        "arguments over several lines",
        """
def affine_relu(
    x,
    w,
    b,
):
    return np.maximum(
        0,
        x @ w + b,
    )

affine_relu(
    x, w,
    b=b,
)
""",
        given("x 2x3, w 3x2, b 2"),
    ),
    Snippet(
        "tabs and an empty line in a body",
        "def f(x):\n\ta = np.exp(-x)\n\n\t# the answer\n\treturn a / (1 + a) ** 2\n\n\nf(x)\n",
        given("x 3"),
    ),
    Snippet(
        "Windows line ends",
        "def f(x):\r\n    a = x * x\r\n    return a + 1\r\n\r\nz = f(x)\r\nz * z\r\n",
        given("x 3"),
    ),
    Snippet(
        "statements of a body on one line",
        "def f(x): a = x + 1; b = a * x; return b / a ** 2\nf(x)",
        given("x 3"),
    ),
]
