"""Values and gradients of random programs against the independent library autograd and central differences."""

import autograd
import autograd.numpy as anp
import numpy as np
import pytest

from engine import EngineError, Limits, evaluate
from tests.engine.programs import ARRAYS, SCALARS, Generator

BLOCK = 50
BLOCKS = [range(first, first + BLOCK) for first in range(0, 1000, BLOCK)]  # of seeds; twice 1,000 programs
CHECKED = 30  # of the seeds also against central differences


def agree(tree, inputs, check):
    """Compare one program; ``None`` where it stands on a kink or is not finite, else whether it used its inputs."""
    run = evaluate(tree.text, inputs, values="full", check=check)
    found = run.to_dict()
    if {"nondifferentiable", "nonfinite"} & {notice["code"] for notice in found["notices"]}:
        return None
    given = {name: np.array(value, dtype=float) for name, value in inputs.items()}
    np.testing.assert_allclose(run.value, tree.value(given), rtol=1e-9, atol=1e-12)
    assert found["output"]["shape"] == list(tree.shape)
    expected = autograd.grad(lambda moved: anp.sum(tree.value(moved)))(given)
    largest = max(float(np.max(np.abs(gradient))) for gradient in expected.values())
    for name, gradient in run.gradients.items():
        reference = np.zeros_like(given[name]) if gradient is None else gradient
        np.testing.assert_allclose(reference, expected[name], rtol=1e-7, atol=1e-10 * (1 + largest), err_msg=tree.text)
        assert np.shape(gradient) == given[name].shape or gradient is None
    if check and largest < 1e3:
        assert found["check"]["max_relative_error"] < 1e-3, tree.text
    return any(gradient is not None for gradient in run.gradients.values())


@pytest.mark.parametrize("inputs", [SCALARS, ARRAYS], ids=["scalars", "arrays"])
@pytest.mark.parametrize("seeds", BLOCKS, ids=str)
def test_programs_agree_with_autograd(seeds, inputs):
    results = [agree(Generator(seed, inputs).tree(5), inputs, seed < CHECKED) for seed in seeds]
    assert False not in results
    assert results.count(True) > 0.6 * len(results)  # enough of them say something


@pytest.mark.parametrize("seed", range(40))
def test_scalars_as_arrays_of_one_entry_give_the_same(seed):
    """The two ways to run a circuit, on floats and on NumPy, agree."""
    tree = Generator(seed, SCALARS).tree(6)
    floats = evaluate(tree.text, SCALARS)
    arrays = evaluate(tree.text, {name: [value] for name, value in SCALARS.items()}, upstream=1.0)
    np.testing.assert_allclose(arrays.value, [floats.value], rtol=1e-9, atol=1e-12)
    for name, gradient in floats.gradients.items():
        if gradient is not None and np.isfinite(gradient):
            np.testing.assert_allclose(arrays.gradients[name], [gradient], rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("seed", range(40))
def test_literals_as_nodes_change_no_number(seed):
    tree = Generator(seed, ARRAYS).tree(4)
    absorbed, nodes = evaluate(tree.text, ARRAYS), evaluate(tree.text, ARRAYS, constants="nodes")
    kinks = {"nondifferentiable", "nonfinite"}
    if kinks & {notice["code"] for notice in absorbed.to_dict()["notices"] + nodes.to_dict()["notices"]}:
        return
    np.testing.assert_allclose(nodes.value, absorbed.value, rtol=1e-12)
    for name, gradient in absorbed.gradients.items():
        if gradient is None:
            assert nodes.gradients[name] is None
        else:
            np.testing.assert_allclose(nodes.gradients[name], gradient, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("seed", range(40))
def test_a_programs_gradient_is_linear_in_upstream(seed):
    tree = Generator(seed, ARRAYS).tree(4)
    generator = np.random.default_rng(seed)
    first, second = generator.normal(size=tree.shape), generator.normal(size=tree.shape)
    runs = [evaluate(tree.text, ARRAYS, upstream=u.tolist()) for u in (first, second, first + 2 * second)]
    for name in ARRAYS:
        a, b, both = (run.gradients[name] for run in runs)
        if a is not None and np.isfinite(a).all():
            np.testing.assert_allclose(both, a + 2 * b, rtol=1e-7, atol=1e-7)


def test_programs_stay_within_small_limits():
    for seed in range(20):
        text = Generator(seed, SCALARS).tree(6).text
        size = len(evaluate(text, SCALARS, constants="nodes").compiled.lowered.graph.nodes)
        evaluate(text, SCALARS, constants="nodes", limits=Limits(nodes=size + 20))
        with pytest.raises(EngineError) as raised:
            evaluate(text, SCALARS, constants="nodes", limits=Limits(nodes=size - 1))
        assert raised.value.details == {"limit": "nodes", "maximum": size - 1}
