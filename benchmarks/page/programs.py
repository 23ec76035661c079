"""The circuits that are opened, by their number of nodes."""

SIGMOID = "1/(1+exp(-(w0x0+w1x1+w2)))"
TYPED = "tanh(w0x0+w1x1+w2)"


def products(count: int) -> str:
    """A sum of sines of products, five nodes each: as wide as it is high."""
    return "+".join(f"sin(a{i}*b{i})" for i in range(count))


def nested(calls: int) -> str:
    """A chain of 3,000 gates for each call: functions that call functions ten times."""
    tenfold = [f"{outer}(x)={f'{inner}(' * 10}x{')' * 10}" for inner, outer in ("fg", "gh", "hk")]
    return "\n".join(["f(x)=x*sin(x)+0.1", *tenfold, "k(" * calls + "x" + ")" * calls])


PROGRAMS = {13: SIGMOID, 300: products(60), 1_000: products(200), 10_000: nested(3)}
