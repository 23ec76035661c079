"""Statements that are skipped: a program, its inputs, and the pieces of its text that the notices point at."""

IGNORED = [
    ("x ** 2\nprint('done')", {"x": 3}, ["print('done')"]),
    ("y = x ** 2; print(y); y + 1", {"x": 3}, ["print(y)"]),
    ('"""The square of a number."""\nx ** 2', {"x": 3}, ['"""The square of a number."""']),
    ("'one'\n'two'\nx", {"x": 3}, ["'one'", "'two'"]),
    ("np.random.seed(0)\nx + np.random.randn()", {"x": 3}, ["np.random.seed(0)"]),
    ("loss = x ** 2\nprint(f'loss {loss:.3f}')", {"x": 3}, ["print(f'loss {loss:.3f}')"]),
    ("print('%d of %d' % (1, 2))\nx", {"x": 3}, ["print('%d of %d' % (1, 2))"]),
    (
        "print(\n    'x is',\n    x,\n    sep='\\t',\n)\nx * x",
        {"x": 3},
        ["print(\n    'x is',\n    x,\n    sep='\\t',\n)"],
    ),
    ("def f(x):\n    'The square.'\n    print(x)\n    return x * x\nf(x)", {"x": 3}, ["'The square.'", "print(x)"]),
]
