"""The outlines of gates and brackets, in circuit pixels."""

from __future__ import annotations

from engine.exporters.picture.timeline import Record

SPOUT = 22.0  # height of a funnel on the right, where fewer numbers leave
SQUARE_RADIUS = 7.0
SECOND_RIM = 3.5  # pixels between a composite's two rims


def n(number: float) -> str:
    """A coordinate, as short as it can be written."""
    return str(round(number + 0.0, 2) + 0.0).removesuffix(".0")


def body(gate: Record, inside: float = 0.0) -> str:
    """A gate's outline, ``inside`` pixels within its body, as an element."""
    x, y, width, height = gate["x"], gate["y"], gate["width"] - 2 * inside, gate["height"] - 2 * inside
    if gate["shape"] == "circle":
        return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(width / 2)}"/>'
    if gate["shape"] == "funnel":
        return f'<path d="{_funnel(x, y, width, height, SPOUT - 2 * inside)}"/>'
    corner = f'x="{n(x - width / 2)}" y="{n(y - height / 2)}"'
    return f'<rect {corner} width="{n(width)}" height="{n(height)}" rx="{n(radius(gate) - inside)}"/>'


def radius(gate: Record) -> float:
    """The radius of the corners: round gates are as round as they are high."""
    height: float = gate["height"]
    return height / 2 if gate["shape"] in ("circle", "stadium") else SQUARE_RADIUS


def lower_half(gate: Record) -> str:
    """The lower half of the body, within its rim, as path data."""
    x, y, width, height = gate["x"], gate["y"], gate["width"], gate["height"]
    if gate["shape"] == "circle":
        r = width / 2 - 1.5
        return f"M{n(x - r)},{n(y)}a{n(r)},{n(r)} 0 0 0 {n(2 * r)},0z"
    if gate["shape"] == "funnel":
        return _funnel_half(x, y, width, height)
    w, h = width - 3, height / 2 - 1.5
    r = min(max(radius(gate) - 1.5, 0.0), h)
    left = x - w / 2
    return (
        f"M{n(left)},{n(y)}h{n(w)}v{n(h - r)}a{n(r)},{n(r)} 0 0 1 {n(-r)},{n(r)}"
        f"h{n(2 * r - w)}a{n(r)},{n(r)} 0 0 1 {n(-r)},{n(-r)}z"
    )


def hairlines(gate: Record) -> str:
    """The lines inside the left and right edge of a gate that only moves numbers about."""
    left, right = gate["x"] - gate["width"] / 2 + 5, gate["x"] + gate["width"] / 2 - 5
    top, height = n(gate["y"] - gate["height"] / 2), n(gate["height"])
    return f"M{n(left)},{top}v{height}M{n(right)},{top}v{height}"


def brackets(left: float, top: float, width: float, height: float) -> str:
    """A pair of square brackets around a box."""
    return f"M{n(left + 4)},{n(top)}h-4v{n(height)}h4M{n(left + width - 4)},{n(top)}h4v{n(height)}h-4"


def _funnel(x: float, y: float, width: float, height: float, spout: float) -> str:
    left, right, top, bottom = x - width / 2, x + width / 2, y - height / 2, y + height / 2
    high, low = y - spout / 2, y + spout / 2
    return (
        f"M{n(left + 5)},{n(top)}L{n(right - 4)},{n(high)}Q{n(right)},{n(high + 1)} {n(right)},{n(high + 5)}"
        f"V{n(low - 5)}Q{n(right)},{n(low - 1)} {n(right - 4)},{n(low)}L{n(left + 5)},{n(bottom)}"
        f"Q{n(left)},{n(bottom)} {n(left)},{n(bottom - 6)}V{n(top + 6)}Q{n(left)},{n(top)} {n(left + 5)},{n(top)}z"
    )


def _funnel_half(x: float, y: float, width: float, height: float) -> str:
    left, right, bottom, low = x - width / 2 + 1.5, x + width / 2 - 1.5, y + height / 2 - 1.5, y + SPOUT / 2 - 1.5
    return (
        f"M{n(left)},{n(y)}H{n(right)}V{n(low - 3)}Q{n(right)},{n(low - 0.5)} {n(right - 3)},{n(low + 0.5)}"
        f"L{n(left + 4)},{n(bottom)}Q{n(left)},{n(bottom)} {n(left)},{n(bottom - 4)}z"
    )
