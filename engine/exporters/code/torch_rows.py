"""The gates that PyTorch spells otherwise than NumPy, one row each."""

from __future__ import annotations

from typing import Any

from engine.exporters.code.expressions import key_form
from engine.exporters.code.rows import Placed, Row, extreme
from engine.gates.keys import OPERAND, picked_axes

HELPERS = {
    "svm_loss": '''\
def svm_loss(scores, y, margin):
    """The hinge loss of every wrong class, averaged over the cases."""
    right = y.unsqueeze(-1)
    excess = torch.relu(scores - scores.gather(-1, right) + margin)
    wrong = torch.arange(scores.shape[-1]) != right
    return torch.where(wrong, excess, torch.zeros_like(excess)).sum() / right.numel()''',
    "cbrt": '''\
def cbrt(x):
    """The cube root, of negative numbers too."""
    size = torch.where(x < 0, -x, x) ** (1 / 3)
    return torch.where(x < 0, -size, size)''',
}


def _activation(name: str) -> Row:
    return lambda gate: f"F.{name}({gate.first})"


def _compared(sign: str) -> Row:
    return lambda gate: f"({gate.operands[0]} {sign} {gate.operands[1]}).double()"


def _reduced(name: str, form: str = "{}", more: str = "") -> Row:
    """A reduction by ``name`` of the operand in ``form``."""

    def row(gate: Placed) -> str:
        x, dims, keepdim = _axes(gate)
        parts = [form.format(x)] + ([] if dims is None else [f"dim={dims}"])
        parts += ["keepdim=True"] if keepdim else []
        parts += [more.format(gate=gate.gate)] if more else []
        return f"torch.{name}({', '.join(parts)})"

    return row


def _axes(gate: Placed, always: bool = False) -> tuple[str, Any, bool]:
    """The operand, the axes that go (``None``: all), and whether they stay with size 1.

    To PyTorch no axes mean all of them: instead, an axis of size 1 is added and goes.
    """
    axis, keepdims = gate.gate.axis, getattr(gate.gate, "keepdims", True) and bool(gate.shapes[0])
    if axis == ():
        return f"{gate.first}.unsqueeze(-1)", -1, False
    if axis is None and (keepdims or always):
        axis = tuple(range(len(gate.shapes[0]))) or 0
    return gate.first, axis, keepdims


def _logsumexp(gate: Placed) -> str:
    x, dims, keepdim = _axes(gate, always=True)
    return f"torch.logsumexp({x}, dim={dims}{', keepdim=True' if keepdim else ''})"


def _product(gate: Placed) -> str:
    """One axis after the other, which is all that PyTorch's product can do."""
    axis, keepdims, axes = gate.gate.axis, gate.gate.keepdims, len(gate.shapes[0])
    if axis is None and not (keepdims and axes):
        return f"torch.prod({gate.first})"
    text = gate.first
    chosen = range(axes) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    for k in sorted((k % axes for k in chosen), reverse=True):
        text = f"torch.prod({text}, dim={k}{', keepdim=True' if keepdims else ''})"
    return text


def _softmax(gate: Placed) -> str:
    if isinstance(gate.gate.axis, int):
        return f"torch.softmax({gate.first}, dim={gate.gate.axis})"
    return f"torch.exp({_log_softmax(gate)})"


def _log_softmax(gate: Placed) -> str:
    if isinstance(gate.gate.axis, int):
        return f"torch.log_softmax({gate.first}, dim={gate.gate.axis})"
    x, dims, _ = _axes(gate, always=True)
    return f"{gate.first} - torch.logsumexp({x}, dim={dims}{', keepdim=True' if dims != -1 else ''})"


def _extreme(name: str) -> Row:
    return extreme(f"torch.{name}imum({{}})", f"torch.a{name}(torch.stack(torch.broadcast_tensors({{}})), dim=0)")


def _clamped(gate: Placed) -> str:
    listed = ", ".join(gate.operands)
    is_alike = all(shape == gate.shape for shape in gate.shapes)
    return f"torch.clamp({listed})" if is_alike else f"torch.clamp(*torch.broadcast_tensors({listed}))"


def _transposed(gate: Placed) -> str:
    axes = gate.gate.axes or tuple(range(len(gate.shape)))[::-1]
    return f"{gate.first}.T" if axes == (1, 0) else f"torch.permute({gate.first}, {axes})"


def _concatenated(gate: Placed) -> str:
    if gate.gate.axis is None:
        return f"torch.cat([{', '.join(f'{x}.flatten()' for x in gate.operands)}])"
    return f"torch.cat([{', '.join(gate.operands)}], dim={gate.gate.axis})"


def _flat(gate: Placed) -> list[str]:
    return [x if len(shape) == 1 else f"{x}.flatten()" for x, shape in zip(gate.operands, gate.shapes, strict=True)]


def _dot(gate: Placed) -> str:
    return f"{gate.operands[0]} {'@' if all(gate.shapes) else '*'} {gate.operands[1]}"


def _picked(gate: Placed) -> str:
    """``x[key]``. A slice that runs backwards is one of the flipped array; beside arrays, a lone integer is one too."""
    key, x = gate.gate.key, gate.first
    if all(part is ... for part in key):
        return x
    has_arrays = any(gate.shapes[1:])
    indices = iter(zip(gate.operands[1:], gate.shapes[1:], strict=True))
    parts = []
    for part, axis in zip(key, picked_axes(key), strict=True):
        if part == OPERAND:
            name, shape = next(indices)
            parts.append(name if shape or not has_arrays else f"{name}.reshape(1)")
        elif isinstance(part, slice):
            text, is_flipped = _slice(part, gate.shapes[0][axis])
            x = f"{x}.flip({axis})" if is_flipped else x
            parts.append(text)
        else:
            is_beside = has_arrays and isinstance(part, int)
            parts.append(f"torch.tensor([{part}])" if is_beside else key_form((part,))[0])
    return f"{x}[{', '.join(parts)}]"


def _slice(part: slice, size: int) -> tuple[str, bool]:
    if part.step is None or part.step > 0:
        return key_form((part,))[0], False
    places = range(*part.indices(size))
    if not places:
        return "0:0", False
    return f"{size - 1 - places[0]}:{size - places[-1]}:{-part.step}", True


ROWS: dict[str, Row] = {
    **{name: _activation(name) for name in ("selu", "gelu", "silu")},
    "leaky_relu": lambda gate: f"F.leaky_relu({gate.first}, {gate.gate.slope})",
    "elu": lambda gate: f"F.elu({gate.first}, {gate.gate.alpha})",
    "softplus": lambda gate: f"torch.logaddexp(torch.tensor(0.0), {gate.first})",
    "cbrt": lambda gate: f"cbrt({gate.first})",
    "round": lambda gate: f"torch.round({gate.first}, decimals={gate.gate.decimals})",
    "greater": _compared(">"),
    "greater_equal": _compared(">="),
    "less": _compared("<"),
    "less_equal": _compared("<="),
    "equal": _compared("=="),
    "not_equal": _compared("!="),
    "where": lambda gate: f"torch.where({gate.operands[0]} != 0, {', '.join(gate.operands[1:])})",
    "clip": _clamped,
    "maximum": _extreme("max"),
    "maxout": _extreme("max"),
    "minimum": _extreme("min"),
    "sum": _reduced("sum"),
    "mean": _reduced("mean"),
    "prod": _product,
    "var": _reduced("var", more="correction={gate.ddof}"),
    "std": _reduced("std", more="correction={gate.ddof}"),
    "max": _reduced("amax"),
    "min": _reduced("amin"),
    "norm": _reduced("linalg.vector_norm"),
    "squared_norm": _reduced("sum", "torch.square({})"),
    "l1": _reduced("sum", "torch.abs({})"),
    "logsumexp": _logsumexp,
    "softmax": _softmax,
    "log_softmax": _log_softmax,
    "mse": lambda gate: f"torch.mean(torch.square({' - '.join(gate.operands)}))",
    "svm_loss": lambda gate: f"svm_loss({', '.join(gate.operands)}, {gate.gate.margin})",
    "cross_entropy": lambda gate: f"F.cross_entropy({', '.join(gate.operands)})",
    "dot": _dot,
    "outer": lambda gate: f"torch.outer({', '.join(_flat(gate))})",
    "transpose": _transposed,
    "reshape": lambda gate: f"torch.reshape({gate.first}, {gate.shape})",
    "concatenate": _concatenated,
    "stack": lambda gate: f"torch.stack([{', '.join(gate.operands)}], dim={gate.gate.axis})",
    "array": lambda gate: f"torch.stack([{', '.join(gate.operands)}])",
    "index": _picked,
}
