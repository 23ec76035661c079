"""The composite gates: for each the circuits that it stands for, in the notation itself.

Of the forms of a row the first is its definition: unfolding writes it out, and folding finds all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.broadcasting import Shape

COUNT = "n"  # in a form: how many numbers an average is taken of
ROWS = "rows"  # in a form: the constant 0, 1, 2, … that goes with one class for each row of scores
CLASSES = "y"  # in a form: the number of the right class, or one for each row of scores
ONE_CASE: dict[str, Shape] = {"s": (3,), "y": ()}
CASES: dict[str, Shape] = {"s": (2, 3), "y": (2,), ROWS: (2,)}


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a composite.

    ``{axis}``, ``{keepdims}`` and ``{n}`` are put in by unfolding. When folding, ``keepdims=True`` stands for a result
    that broadcasts against what it was reduced from, however that came about; all reductions go over the same axes.
    ``shapes`` are given where a form is right for operands of just these numbers of axes.
    """

    text: str
    shapes: Mapping[str, Shape] = field(default_factory=dict)

    def suits(self, operands: Mapping[str, Shape]) -> bool:
        """Whether the form is right for operands with so many axes, where what it is reduced along is not looked at."""
        return not self.shapes or all(len(self.shapes[name]) == len(shape) for name, shape in operands.items())


@dataclass(frozen=True, slots=True)
class Composite:
    """A gate that stands for a circuit: its name, the names of its operands in order, its forms.

    ``numbers`` are the constants that its forms need besides, each with the least and the largest that it may be.
    """

    name: str
    operands: tuple[str, ...]
    forms: tuple[Form, ...]
    numbers: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def definition(self) -> str:
        """The definition as a reader would write it."""
        text = self.forms[0].text
        for detail in (", axis={axis}", ", keepdims={keepdims}"):
            text = text.replace(detail, "")
        return text.format(n=COUNT)


def _row(name: str, operands: str, *forms: str | Form, **numbers: tuple[float, float]) -> Composite:
    written = tuple(form if isinstance(form, Form) else Form(form) for form in forms)
    return Composite(name, tuple(operands.split()), written, numbers)


def _one_case(*texts: str) -> list[Form]:
    return [Form(text, ONE_CASE) for text in texts]


def _vector(*texts: str) -> list[Form]:
    return [Form(text, {"x": (3,)}) for text in texts]


def _matrix(*texts: str) -> list[Form]:
    return [Form(text, {"x": (2, 3)}) for text in texts]


def _cases(*texts: str) -> list[Form]:
    return [Form(text, CASES) for text in texts]


_ANY = float("inf")
_AXIS, _OWN = ", axis={axis}", ", axis={axis}, keepdims={keepdims}"
_SHIFTED = "exp(z - max(z, keepdims=True))"

COMPOSITES: dict[str, Composite] = {
    row.name: row
    for row in (
        _row(
            "sigmoid", "z", "1/(1+exp(-z))", "1/(1+exp(-1*z))", "1/(1+exp(0-z))", "exp(z)/(1+exp(z))", "(1+exp(-z))^-1"
        ),
        _row(
            "tanh",
            "z",
            "(exp(z)-exp(-z))/(exp(z)+exp(-z))",
            "2*sigmoid(2*z)-1",
            "2/(1+exp(-2*z))-1",
            "(exp(2*z)-1)/(exp(2*z)+1)",
            "(1-exp(-2*z))/(1+exp(-2*z))",
            "sinh(z)/cosh(z)",
        ),
        _row(
            "relu",
            "z",
            "max(0, z)",
            "where(z > 0, z, 0)",
            "where(z >= 0, z, 0)",
            "where(z < 0, 0, z)",
            "z*(z > 0)",
        ),
        _row(
            "leaky_relu",
            "z",
            "max(slope*z, z)",
            "where(z > 0, z, slope*z)",
            "where(z >= 0, z, slope*z)",
            "where(z < 0, slope*z, z)",
            slope=(0.0, 1.0),
        ),
        _row("softplus", "z", "log(1+exp(z))", "log1p(exp(z))"),
        _row("silu", "z", "z*sigmoid(z)", "z/(1+exp(-z))"),
        _row(
            "softmax",
            "z",
            f"exp(z)/sum(exp(z){_AXIS}, keepdims=True)",
            f"{_SHIFTED}/sum({_SHIFTED}, keepdims=True)",
        ),
        _row("logsumexp", "z", f"log(sum(exp(z){_OWN}))", f"max(z) + log(sum({_SHIFTED}))"),
        _row(
            "squared_norm",
            "x",
            f"sum(x^2{_OWN})",
            "sum(square(x))",
            "dot(x, x)",
            "x @ x",
            "norm(x)^2",
            *_vector("x.T @ x", "dot(x.T, x)"),
        ),
        _row("norm", "x", f"sqrt(sum(x^2{_OWN}))", "sqrt(squared_norm(x))", "squared_norm(x)^0.5"),
        _row("l1", "x", f"sum(abs(x){_OWN})"),
        _row(
            "mean", "x", f"sum(x{_OWN})/{{n}}", "1/n*sum(x)", *_matrix("sum(sum(x, axis=0))/n", "sum(sum(x, axis=1))/n")
        ),
        _row("mse", "a b", "mean((a-b)^2)", "mean(square(a-b))", "squared_norm(a-b)/n", "1/n*squared_norm(a-b)"),
        _row(
            "svm_loss",
            "s y",
            *_one_case("sum(max(0, s - s[y] + margin)) - margin"),
            *_cases(
                "mean(sum(max(0, s - s[rows, y][:, None] + margin), axis=1)) - margin",
                "sum(max(0, s - s[rows, y][:, None] + margin))/n - margin",
                "mean(sum(max(0, s - s[rows, y].reshape(-1, 1) + margin), axis=1)) - margin",
                "sum(max(0, s - s[rows, y].reshape(-1, 1) + margin))/n - margin",
            ),
            margin=(0.0, _ANY),
        ),
        _row(
            "cross_entropy",
            "s y",
            *_one_case(
                "-log(softmax(s)[y])",
                "logsumexp(s) - s[y]",
                "-s[y] + logsumexp(s)",
                "-log_softmax(s)[y]",
                "-log(exp(s[y])/sum(exp(s)))",
                "-log(exp(s)[y]/sum(exp(s)))",
            ),
            *_cases(
                "mean(-log(softmax(s)[rows, y]))",
                "-mean(log(softmax(s)[rows, y]))",
                "-sum(log(softmax(s)[rows, y]))/n",
                "-sum(log_softmax(s)[rows, y])/n",
                "-mean(log_softmax(s)[rows, y])",
                "mean(-log_softmax(s)[rows, y])",
                "mean(logsumexp(s, axis=1) - s[rows, y])",
            ),
        ),
    )
}

# Not shown as one gate, but found in the forms above however it is written.
ALIKE: dict[str, Composite] = {"square": _row("square", "x", "x^2", "x*x")}
