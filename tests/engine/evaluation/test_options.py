"""Inputs, options, summaries and the cache of an evaluation."""

import numpy as np
import pytest

from engine import EngineError, Limits, evaluate, parse
from engine.evaluation.cache import WeightedCache


def answer(source, inputs=None, **options):
    return evaluate(source, inputs, **options).to_dict()


# Inputs --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "shape", "value"),
    [
        (2, [], 2.0),
        (-0.5, [], -0.5),
        (10**300, [], 1e300),
        (np.float64(1.5), [], 1.5),
        (np.int32(3), [], 3.0),
        (np.array(2.0), [], 2.0),
        ([1, 2], [2], [1.0, 2.0]),
        ((1, 2), [2], [1.0, 2.0]),
        ([[1], [2]], [2, 1], [[1.0], [2.0]]),
        (np.array([[1, 2]]), [1, 2], [[1.0, 2.0]]),
        ([[[1.5]]], [1, 1, 1], [[[1.5]]]),
        ([2**63, 2**70], [2], [float(2**63), float(2**70)]),
    ],
)
def test_inputs_are_floats_and_arrays_of_floats(given, shape, value):
    entry = answer("x", {"x": given})["inputs"]["x"]
    assert (entry["shape"], entry["value"]) == (shape, value)


def test_an_array_given_is_not_changed():
    given = np.array([1.0, 2.0])
    evaluate("x += 1; x * x", {"x": given}).to_dict()
    assert given.tolist() == [1.0, 2.0]


@pytest.mark.parametrize(("kind", "draw"), [("normal", "standard_normal"), ("uniform", "random")])
@pytest.mark.parametrize("seed", [0, 7])
def test_random_inputs_come_from_pcg64(kind, draw, seed):
    drawn = getattr(np.random.Generator(np.random.PCG64(seed)), draw)((3, 2))
    run = evaluate("x", {"x": {"random": kind, "shape": [3, 2], "seed": seed}})
    np.testing.assert_array_equal(run.value, drawn)
    if seed == 0:
        np.testing.assert_array_equal(evaluate("x", {"x": {"random": kind, "shape": [3, 2]}}).value, drawn)


def test_a_random_scalar_is_a_float():
    run = evaluate("2x", {"x": {"random": "uniform", "shape": []}})
    assert type(run.value) is float


def test_inputs_keep_their_order_and_spelling():
    assert list(answer("b + a + θ", {"theta": 1, "b": 2, "a": 3, "c": 4})["inputs"]) == ["theta", "b", "a", "c"]


# Upstream ------------------------------------------------------------------------------------------------------------


def test_the_default_upstream_of_an_array_is_ones_with_a_notice():
    found = answer("x*x", {"x": [1, 2]})
    assert found["nodes"][-1]["gradient"] == [1.0, 1.0]
    assert [n["code"] for n in found["notices"]] == ["nonscalar_output"]
    assert "(2,)" in found["notices"][0]["message"]


def test_a_number_is_broadcast():
    found = answer("x*x", {"x": [1, 2]}, upstream=3)
    assert found["nodes"][-1]["gradient"] == [3.0, 3.0]
    assert found["inputs"]["x"]["gradient"] == [6.0, 12.0]
    assert found["notices"] == []


def test_an_array_is_taken_as_it_is():
    assert answer("x*x", {"x": [1, 2]}, upstream=[1, -1])["inputs"]["x"]["gradient"] == [2.0, -4.0]
    assert answer("x*x", {"x": [1, 2]}, upstream=np.array([1, -1]))["inputs"]["x"]["gradient"] == [2.0, -4.0]


@pytest.mark.parametrize("upstream", [[1, 2, 3], [[1, 2]], [1]])
def test_any_other_shape_is_refused(upstream):
    with pytest.raises(EngineError) as raised:
        evaluate("x*x", {"x": [1, 2]}, upstream=upstream)
    assert raised.value.code == "bad_option"
    assert "(2,)" in raised.value.message()


# Summaries -----------------------------------------------------------------------------------------------------------


def test_arrays_over_256_entries_are_summarised():
    numbers = np.linspace(-1, 2, 257)
    found = answer("2x", {"x": numbers.tolist()})["output"]["value"]
    doubled = 2 * numbers
    assert found == {
        "summary": True,
        "shape": [257],
        "min": doubled.min(),
        "max": doubled.max(),
        "mean": pytest.approx(doubled.mean()),
        "norm": pytest.approx(np.sqrt((doubled**2).sum())),
        "head": doubled[: len(found["head"])].tolist(),
    }
    assert 0 < len(found["head"]) < 20


def test_256_entries_are_listed_and_so_is_everything_in_full():
    assert len(answer("2x", {"x": [1] * 256})["output"]["value"]) == 256
    found = answer("2x", {"x": [1] * 300}, values="full")
    assert [len(found["output"]["value"]), len(found["edges"][0]["gradient"])] == [300, 300]


def test_a_summary_of_what_is_not_finite_is_valid_json():
    found = answer("log(x)", {"x": [0, -1] + [1] * 300})["output"]["value"]
    assert (found["min"], found["mean"], found["head"][:3]) == ("NaN", "NaN", ["-Infinity", "NaN", 0.0])


# The rest ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("options", [{"fold": "none"}, {"fold": []}, {"unfold": []}, {"seed": 3}, {"layout": False}])
def test_options_that_leave_a_circuit_as_it_is(options):
    assert answer("x + 1", {"x": 1}, **options) == answer("x + 1", {"x": 1})


def test_the_layout_is_there_when_it_is_asked_for():
    layout = answer("x*y", {"x": 1, "y": 2}, layout=True)["layout"]
    assert [node["id"] for node in layout["nodes"]] == ["n0", "n1", "n2"]
    assert [edge["id"] for edge in layout["edges"]] == ["e0", "e1"]


def test_gradients_and_value_for_callers_in_python():
    run = evaluate("W x + 0*b", {"W": [[1, 2]], "x": [3, 4], "b": 1, "c": 2})
    assert run.value.tolist() == [11.0]
    assert run.gradients["W"].tolist() == [[3.0, 4.0]]
    assert (run.gradients["b"], run.gradients["c"]) == (0.0, None)


def test_a_circuit_is_compiled_once_for_each_program_and_shapes():
    first, second = evaluate("x*x + 7", {"x": 1}), evaluate("x*x + 7", {"x": 2})
    assert first.compiled is second.compiled
    assert (first.value, second.value) == (8.0, 11.0)
    assert first.compiled is not evaluate("x*x + 7", {"x": [1]}).compiled
    assert first.compiled is not evaluate("x*x + 7", {"x": 1}, constants="nodes").compiled
    assert first.to_dict()["inputs"]["x"]["gradient"] == 2.0


def test_a_tighter_limit_is_not_answered_from_the_cache():
    evaluate("x*x + 8", {"x": 1})
    with pytest.raises(EngineError, match="nodes"):
        evaluate("x*x + 8", {"x": 1}, limits=Limits(nodes=2))


def test_the_cache_forgets_what_was_used_longest_ago():
    cache = WeightedCache(bound=10, weigh=len)
    for key in ("a", "b"):
        cache.get(key, lambda key=key: key * 4)
    cache.get("a", lambda: pytest.fail("it is kept"))
    cache.get("c", lambda: "cccc")
    assert cache.get("b", lambda: "made again") == "made again"
    assert len(cache) <= 2


def test_the_cache_never_keeps_what_is_too_heavy_nor_an_error():
    cache = WeightedCache(bound=3, weigh=len)
    assert cache.get("a", lambda: "heavy") == "heavy"
    assert len(cache) == 0
    with pytest.raises(KeyError):
        cache.get("b", lambda: {}["missing"])
    assert cache.get("b", lambda: "ok") == "ok"


def test_parse_gives_back_arrays_as_lists():
    found = parse("W x", {"W": np.array([[1.0, 2.0]])}).to_dict()
    assert found["inputs"][0]["suggested"] == [[1.0, 2.0]]


def test_an_exponent_that_is_a_node_has_no_gradient_below_0_and_the_base_has_its_own():
    made = evaluate("x^2", {"x": -2.0}, constants="nodes").to_dict()
    assert [node["gradient"] for node in made["nodes"]] == [-4.0, "NaN", 1.0]
    assert [notice["code"] for notice in made["notices"]] == ["nonfinite"]
    assert evaluate("x^2", {"x": -2.0}).to_dict()["notices"] == []
