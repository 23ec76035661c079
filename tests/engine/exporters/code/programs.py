"""Programs of the notation with their inputs: the lecture's, and those that are awkward to write as code."""

import json
from pathlib import Path

from engine import EngineError, evaluate

EXAMPLES = json.loads((Path(__file__).parents[4] / "app" / "examples.json").read_text(encoding="utf-8"))
OPTIONS = ({}, {"fold": "all"}, {"unfold": "all"}, {"constants": "nodes"})
LECTURE = {
    row["id"]: (row["expression"], row["inputs"], {"upstream": row["upstream"]} if "upstream" in row else {})
    for row in EXAMPLES["examples"]
}
AWKWARD = {
    "1/0": {},
    "0/0 + x": {"x": 1},
    "9**9**9**9*x": {"x": 1},
    "(-8)^(1/3) + x": {"x": 1},
    "x^(1/3)": {"x": -8},
    "1e999*x": {"x": 1},
    "exp(x)": {"x": 1000},
    "1/x^2 + y/x": {"x": 0, "y": 0},
    "log(x) + cbrt(x)": {"x": 0},
    "x": {"x": 2},
    "3": {},
    "[1, 2, 3]": {},
    "x = x*2\nx = x + 1\nx": {"x": 2},
    "θ*ψ + w₀ + w_1": {"θ": 1, "ψ": 2, "w₀": 3, "w_1": 4},
    "lambda*np + dx*x + part1 + print*inf_ + df + f": dict.fromkeys(
        ("lambda", "np", "dx", "x", "part1", "print", "inf_", "df", "f"), 2
    ),
    "sum(x + y) + z": {"x": [[1, 2], [3, 4]], "y": [1, 2], "z": 3},
    "sum(x*x*x)": {"x": [1, 2]},
    "zeros((0, 3)) @ x": {"x": [1, 2, 3]},
    "sum(randn(10, 10) @ x + rand(10))": {"x": {"random": "normal", "shape": [10], "seed": 3}},
    "max(a, b, c) + max(0, a, b) + maximum(c, 0)": {"a": 0, "b": 0, "c": 0},
    "|x| + sqrt(y) + norm(z) + std(z)": {"x": 0, "y": 0, "z": [0, 0]},
    "sum(clip(x, 0, 1)*clip(x, a, b))": {"x": [0, 1, 2, -1], "a": 0, "b": 1},
    "sigmoid(x) + 1/(1 + exp(-x))": {"x": -1000},
    "softplus(x)": {"x": 1000},
    "X > 0": {"X": [1, -1]},
    "floor(x)*y": {"x": 1.5, "y": 2},
    "x[::-1][0] + x[y]*y": {"x": [1, 2, 3], "y": 1},
    "sum(x[1:3]*x[y])": {"x": [1, 2, 3], "y": [0, 2]},
    "x^0 + x^1 + x^2 + x^-1 + 2^x + x^y": {"x": 2, "y": 3},
    "x[None]*y": {"x": 2, "y": 3},
    "sum([x, y, 1])": {"x": 2, "y": 3},
    "where(c, a, b) + prod(x)": {"c": 1, "a": 2, "b": 3, "x": [0, 2, 0]},
    "concatenate([x, y], axis=None)": {"x": 1, "y": [2, 3]},
    "exp(2)*x - -3 - (-x)": {"x": 1},
    "+".join(f"x{k}" for k in range(300)): {f"x{k}": k for k in range(300)},
    f"max({', '.join(f'x{k}' for k in range(30))})": {f"x{k}": 1 for k in range(30)},
}
PROGRAMS = LECTURE | {program: (program, inputs, {}) for program, inputs in AWKWARD.items()}


def evaluations(options):
    """Every program that runs with these options, evaluated."""
    for name, (program, inputs, more) in PROGRAMS.items():
        try:
            yield name, evaluate(program, inputs, **more, **options)
        except EngineError:  # a fold that the circuit does not take
            assert options, name


def numbers_of(evaluation, label):
    """The engine's numbers, named as the program prints them; ``label`` is the output's name."""
    return {label: evaluation.value, **{f"d{name}": found for name, found in evaluation.gradients.items()}}
