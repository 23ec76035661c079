"""The engine is a pure library, and NumPy stays out of it until there is an array."""

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from engine import catalogue, evaluate, parse
{body}
print([name for name in ("numpy", "fastapi", "pydantic", "orjson", "jinja2") if name in sys.modules])
"""
SCALAR = """
inputs = {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3}
found = evaluate("1/(1+exp(-(w0x0+w1x1+w2)))", inputs, layout=True, check=True)
found.to_dict(); found.to_dict("ko"); found.gradients
evaluate("max(x, 0) + |y| + log(-1) + 1/0 + sum(x) + mean(y)", {"x": 0, "y": 1}, constants="nodes").to_dict()
parse("f(x) = x^2 + W1 z").to_dict()
catalogue()
"""


def modules_after(body):
    ran = subprocess.run([sys.executable, "-c", PROGRAM.format(body=body)], capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def test_a_scalar_program_does_not_import_numpy():
    assert modules_after(SCALAR) == "[]"


@pytest.mark.parametrize("body", ['evaluate("sum(x)", {"x": [1, 2]})', 'evaluate("[1, 2]")'])
def test_an_array_does(body):
    assert modules_after(body) == "['numpy']"
