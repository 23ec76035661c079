"""The words and signs of the notation, and those that other languages have and a circuit has not."""

from __future__ import annotations

from engine.gates.functions import FUNCTIONS

PREFIXES = frozenset({
    "self", "np", "numpy", "np.linalg", "numpy.linalg", "np.random", "numpy.random", "random", "math", "torch", "F",
    "jnp", "torch.nn.functional", "jax.numpy", "scipy.special",
})  # fmt: skip
PREFIX_PARTS = 3  # torch.nn.functional
IGNORED_MODULES = ("numpy", "math", "torch", "jax", "scipy.special")

MAKERS = frozenset(("array", "zeros", "ones", "full", "eye", "arange", "randn", "rand"))
CALLS = frozenset(FUNCTIONS) - {"index"} | MAKERS | {"shape", "len"}  # whatever may be called without being defined
METHODS = frozenset((
    "dot", "sum", "mean", "max", "min", "prod", "var", "std", "reshape", "transpose", "clip",
))  # fmt: skip
ATTRIBUTES = METHODS | {"T", "shape"}
LITERALS = {"True": True, "False": False, "None": None}

LOOPS = frozenset(("for", "while"))
CHOICES = frozenset(("if", "elif", "else", "and", "or", "not", "is", "in"))
STATEMENTS = frozenset({
    "class", "with", "try", "except", "finally", "print", "del", "global", "nonlocal", "assert", "raise", "yield",
    "async", "await", "pass", "break", "continue",
})  # fmt: skip
# What the notation has instead of a sign of Python's; "" where it has nothing
FOREIGN_SIGNS = {
    "//": "floor(a / b)", "//=": "x = floor(x / b)", "%": "a - b*floor(a / b)", "%=": "x = x - b*floor(x / b)",
    "&": "(a > 0) * (b > 0)", "~": "1 - a", "?": "where(c, a, b)", ":=": "=", "->": "f(x) = …",
    "<<": "a * 2^b", ">>": "floor(a / 2^b)", "!": "", "$": "", "{": "", "}": "",
}  # fmt: skip
ATTRIBUTES_INSTEAD = {
    "t": ".T", "mT": ".T", "flatten": ".reshape(-1)", "ravel": ".reshape(-1)", "view": ".reshape", "size": ".shape",
    "permute": ".transpose", "swapaxes": ".transpose", "average": ".mean", "mm": ".dot",
}  # fmt: skip
# What other libraries call a function that is here
SYNONYMS = {
    "expit": "sigmoid", "logistic": "sigmoid", "heaviside": "where", "fabs": "abs", "tg": "tan", "arctg": "arctan",
    "sh": "sinh", "ch": "cosh", "th": "tanh", "lg": "log10", "average": "mean", "amax": "max", "amin": "min",
    "fmax": "maximum", "fmin": "minimum", "mul": "multiply", "sub": "subtract", "div": "divide",
    "neg": "negative", "mm": "matmul", "bmm": "matmul", "vdot": "dot", "einsum": "matmul", "tensordot": "matmul",
    "concat": "concatenate", "cat": "concatenate", "hstack": "concatenate", "vstack": "stack", "swish": "silu",
    "identity": "eye", "linspace": "arange", "range": "arange", "empty": "zeros", "zeros_like": "zeros",
    "ones_like": "ones", "full_like": "full", "normal": "randn", "uniform": "rand", "signum": "sign", "sgn": "sign",
    "mse_loss": "mse", "hinge_loss": "svm_loss", "nll_loss": "cross_entropy", "clamp": "clip", "permute": "transpose",
}  # fmt: skip
