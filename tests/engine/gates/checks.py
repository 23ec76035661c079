"""The checks that every row of the table goes through; plain functions, so that mutants meet the same ones."""

import numpy as np
import pytest

from engine.checking import check_gradients
from engine.errors import EngineError
from engine.execution import run
from tests.engine.gates.references import complex_step, shared_step
from tests.engine.gates.running import circuit, through_tape

TIGHT = {"rtol": 1e-12, "atol": 1e-14}
DRAWS = 100


def check_inputs(case, inputs, seed=0):
    """Value and gradients against the reference: by a complex step, and unchanged inputs."""
    before = [np.array(x) for x in inputs]
    upstream = _upstream(case, inputs, seed)
    value, gradients = through_tape(case.gate, inputs, upstream, case.literals)
    kept = [np.array(x, dtype=int) if slot in case.whole_slots() else x for slot, x in enumerate(inputs)]
    _same(value, np.real(case.reference(*[_complex(x) for x in kept])), np.shape(upstream))
    wired = [slot for slot in range(len(inputs)) if slot not in case.literals]
    for slot, gradient in zip(wired, gradients, strict=True):
        if slot in case.whole_slots():
            assert gradient is None
        else:
            _same(gradient, _stepped(case, upstream, kept, slot), np.shape(inputs[slot]))
    for x, y in zip(inputs, before, strict=True):
        assert np.array_equal(x, y)


def _stepped(case, upstream, inputs, slot):
    return complex_step(case.reference, upstream, inputs, slot, case.gate.family == "elementwise")


def _upstream(case, inputs, seed):
    shape = case.gate.shape(*map(np.shape, inputs))
    drawn = np.random.default_rng(1000 + seed).normal(size=shape)
    return drawn if shape else float(drawn)


def _complex(x):
    x = np.asarray(x)
    return x if x.dtype.kind == "i" else x.astype(complex)


def _same(found, expected, shape):
    assert type(found) is float if shape == () else (found.shape, found.dtype) == (shape, float)
    expected = np.reshape(expected, shape)
    if not np.all(np.abs(found - expected) <= TIGHT["atol"] + TIGHT["rtol"] * np.abs(expected)):
        np.testing.assert_allclose(found, expected, **TIGHT)  # says what differs


def check_kind(case, kind):
    """All shapes of a kind; and whether what must be refused is."""
    for seed, specs in enumerate(case.kinds.get(kind, ())):
        check_inputs(case, case.drawn(specs, seed), seed)
    for specs in case.refused.get(kind, ()):
        with pytest.raises(EngineError):
            case.gate.shape(*specs)


def check_strided(case):
    """Views that are neither contiguous nor writable, of every array of the row."""
    for specs in (specs for kind in case.kinds.values() for specs in kind):
        inputs = case.drawn(specs, 7)
        if any(map(np.shape, inputs)):
            for view in (reversed_view, spaced_view, fortran_view):
                check_inputs(case, [protected(view(x)) if np.shape(x) else x for x in inputs])


def reversed_view(x):
    return np.ascontiguousarray(x[::-1])[::-1]


def spaced_view(x):
    return np.repeat(x, 3, axis=-1)[..., ::3]


def fortran_view(x):
    return np.array(x, order="F")


def protected(view):
    view.flags.writeable = False
    return view


def check_points(case):
    """A hundred draws of random numbers."""
    for seed in range(DRAWS if case.points else 0):
        check_inputs(case, case.drawn(case.points, seed), seed)


def check_shared(case):
    """One node in every slot: its gradient is the sum over its wires."""
    slots = case.gate.arity[0]
    if slots < 2 or case.literals or case.whole_slots():
        return
    for specs in (specs for kind in case.kinds.values() for specs in kind):
        if len(set(specs)) == 1 and len(specs) == slots:
            x = case.drawn(specs[:1], 3)[0]
            upstream = _upstream(case, [x] * slots, 3)
            _, (gradient,) = through_tape(case.gate, [x] * slots, upstream, shared=True)
            if not _is_choice(case.gate):
                _same(gradient, shared_step(case.reference, upstream, x, slots), np.shape(x))


def _is_choice(gate):
    """Whether equal operands are a kink: the rows of the edges tell what is sent then."""
    return gate.pattern == "router" or gate.name == "clip"


def check_differences(case):
    """Central differences of the gate's own forward formula: slow and rough, but they ask for no reference."""
    if case.whole_slots() or case.literals or not case.points:
        return
    inputs = case.drawn(case.points, 5)
    upstream = _upstream(case, inputs, 5)
    tape, values = circuit(case.gate, inputs)
    for checked in check_gradients(run(tape, values, upstream), values, upstream).values():
        assert checked.relative_error < 1e-6
