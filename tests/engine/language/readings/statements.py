"""Statements: assignments, imports, comments and what is skipped."""

ASSIGNMENTS = [
    ("q = x + y; q z", "(= q (+ x y)); (· q z)", "q = x + y\nq·z"),
    ("q = x\nq\n", "(= q x); q", "q = x\nq"),
    ("x = 1\nx = x + 1\nx", "(= x 1); (= x (+ x 1)); x", "x = 1\nx = x + 1\nx"),
    ("f = W2 max(0, W1 x)", "(= f (· W2 (max 0 (· W1 x))))", "f = W2·max(0, W1·x)"),
    ("q=x;q", "(= q x); q", "q = x\nq"),
    ("θ = 1; θ + x", "(= theta 1); (+ theta x)", "θ = 1\nθ + x"),
    ("w_0 = 1; w0 + w₀", "(= w0 1); (+ w0 w0)", "w_0 = 1\nw_0 + w_0"),
    ("max = 3; np.max(x) + max", "(= max 3); (+ (np.max x) max)", "max = 3\nnp.max(x) + max"),
    ("x1 = 2; x_1 x₁", "(= x1 2); (· x1 x1)", "x1 = 2\nx1·x1"),
    ("a = b", "(= a b)", "a = b"),
    (
        "y_pred = W x; loss = (y_pred - y)^2",
        "(= y_pred (· W x)); (= loss (^ (- y_pred y) 2))",
        "y_pred = W·x\nloss = (y_pred - y)^2",
    ),
    ("W1 = [[1, 2]]; W1x", "(= W1 [[1 2]]); (· W1 x)", "W1 = [[1, 2]]\nW1·x"),
]

AUGMENTED = [
    ("x += y", "(= x (+ x y))", "x = x + y"),
    ("x -= y", "(= x (- x y))", "x = x - y"),
    ("x *= y + 1", "(= x (* x (+ y 1)))", "x = x*(y + 1)"),
    ("x /= y", "(= x (/ x y))", "x = x/y"),
    ("x @= y", "(= x (@ x y))", "x = x @ y"),
    ("x **= 2", "(= x (^ x 2))", "x = x^2"),
    ("x += 1; x", "(= x (+ x 1)); x", "x = x + 1\nx"),
    ("self.x += 1", "(= x (+ x 1))", "x = x + 1"),
    ("x_1 += 2; x1", "(= x1 (+ x1 2)); x1", "x_1 = x_1 + 2\nx_1"),
    ("x -= y - 1", "(= x (- x (- y 1)))", "x = x - (y - 1)"),
    ("x /= y/2", "(= x (/ x (/ y 2)))", "x = x/(y/2)"),
    ("x **= 2y", "(= x (^ x (· 2 y)))", "x = x^(2·y)"),
]

UNPACKING = [
    ("a, b = x", "(= (a b) x)", "a, b = x"),
    ("a, b = 1, 2", "(= (a b) (tuple 1 2))", "a, b = (1, 2)"),
    ("a, b = b, a", "(= (a b) (tuple b a))", "a, b = (b, a)"),
    ("(a, b) = x.shape", "(= (a b) (np.shape x))", "a, b = x.shape"),
    ("N, D = X.shape; N + D", "(= (N D) (np.shape X)); (+ N D)", "N, D = X.shape\nN + D"),
    ("a, b, c = [1, 2, 3]; b", "(= (a b c) [1 2 3]); b", "a, b, c = [1, 2, 3]\nb"),
    ("(a, b) = (1, 2); a b", "(= (a b) (tuple 1 2)); (· a b)", "a, b = (1, 2)\na·b"),
    ("x, y = y, x; x", "(= (x y) (tuple y x)); x", "x, y = (y, x)\nx"),
    ("self.a, self.b = 1, 2; a b", "(= (a b) (tuple 1 2)); (· a b)", "a, b = (1, 2)\na·b"),
    ("a, b = fy", "(= (a b) fy)", "a, b = fy"),
    ("w0, w_1 = 1, 2; w0w1", "(= (w0 w1) (tuple 1 2)); (· w0 w1)", "w0, w_1 = (1, 2)\nw0·w_1"),
]

LINES = [
    ("\n\n;x;;", "x", "x"),
    ("x # the input\n# nothing\n+ 1", "x; 1", "x\n1"),
    ("(x\n + y)", "(+ x y)", "x + y"),
    ("[x,\n y]", "[x y]", "[x, y]"),
    ("max(x, # first\n y)", "(max x y)", "max(x, y)"),
    ("x\r\n+ y\r\n", "x; y", "x\ny"),
    ("x\t+\ty", "(+ x y)", "x + y"),
    ("x + \\\n y", "(+ x y)", "x + y"),
    ("\tx", "x", "x"),
    ("  x", "x", "x"),
    ("x;y", "x; y", "x\ny"),
    ("x ; y ;", "x; y", "x\ny"),
    ("(x +\r\n y)", "(+ x y)", "x + y"),
    ("x # ; y", "x", "x"),
    ("# only\nx", "x", "x"),
    ("x #", "x", "x"),
]

SKIPPED = [
    ("import numpy as np\nnp.exp(x)", "(np.exp x)", "np.exp(x)"),
    ("from math import exp; exp(x)", "(exp x)", "exp(x)"),
    ("import torch.nn.functional as F\nF.relu(x)", "(np.relu x)", "np.relu(x)"),
    ("from scipy.special import expit\nx", "x", "x"),
    ("import math, torch.nn as nn, numpy.linalg; x", "x", "x"),
    ("import jax.numpy as jnp\njnp.exp(x)", "(np.exp x)", "np.exp(x)"),
    ("import torch\nx", "x", "x"),
    ("import torch.nn as nn\nx", "x", "x"),
    ("from torch import nn, optim\nx", "x", "x"),
    ("import jax\nx", "x", "x"),
    ("from jax import numpy as jnp\njnp.exp(x)", "(np.exp x)", "np.exp(x)"),
    ("import scipy.special\nx", "x", "x"),
    ("from numpy import *\nexp(x)", "(exp x)", "exp(x)"),
    ("from numpy import (\n    exp,\n    log,\n)\nlog(x)", "(log x)", "log(x)"),
    ("import numpy as np; x", "x", "x"),
    ("print(x)\nx", "x", "x"),
    ("x; print(x)", "x", "x"),
    ("print('a', x, sep='')\nx", "x", "x"),
    ('"doc"\nx', "x", "x"),
    ("'doc'; x", "x", "x"),
    ("'''a\nb'''\nx", "x", "x"),
    ("np.random.seed(0)\nx", "x", "x"),
    ("torch.manual_seed(0)\nx", "x", "x"),
    ("print()\nx", "x", "x"),
]

ROWS = ASSIGNMENTS + AUGMENTED + UNPACKING + LINES + SKIPPED
