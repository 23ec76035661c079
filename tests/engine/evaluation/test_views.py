"""Views: all that folding leads to is computed beforehand, once each, within bounds, and equals what is asked anew."""

import json

import pytest

from engine import EngineError, all_views, edge_jacobian, evaluate, gate_curve
from engine.evaluation import views as module
from engine.evaluation.view import View, neighbours

SIGMOID, SLIDE = "1/(1+exp(-(w0x0+w1x1+w2)))", {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3}
SVM = "scores = W x\nmargins = max(0, scores - scores[y] + 1)\nmean(margins) + 0.1*sum(W^2)"
SVM_INPUTS = {"W": [[0.1, 0.5], [-0.3, 0.8], [0.2, 0.2]], "x": [1, 2], "y": 1}
PROGRAMS = [(SIGMOID, SLIDE), (SVM, SVM_INPUTS), ("silu(x) + tanh(x)", {"x": 0.5}), ("x y", {"x": 3, "y": -4})]


def data_of(*given, **options):
    return json.loads(all_views(*given, **options).to_json())


def view_of(key):
    constants, fold, unfold = key.split("|")
    names = [tuple(part.split(",")) if part else () for part in (fold, unfold)]
    return View(constants, "all" if fold == "all" else names[0], names[1])


@pytest.mark.parametrize(("program", "inputs"), PROGRAMS)
def test_each_view_is_what_the_same_options_give(program, inputs):
    data = data_of(program, inputs, language="ko", upstream=2)
    assert data["views"]
    for key, place in data["views"].items():
        asked = evaluate(program, inputs, upstream=2, layout=True, **view_of(key).options())
        assert data["answers"][place] == json.loads(json.dumps(asked.to_dict("ko")))


@pytest.mark.parametrize(("program", "inputs"), PROGRAMS)
def test_every_gesture_leads_to_a_view_that_is_there(program, inputs):
    data = data_of(program, inputs)
    for key, place in data["views"].items():
        assert {view.key for view in neighbours(view_of(key), data["answers"][place])} <= set(data["views"])


def test_views_that_look_alike_are_kept_once():
    data = data_of(SIGMOID, SLIDE)
    assert len(data["answers"]) == 3
    assert data["views"]["absorbed|sigmoid|"] == data["views"]["absorbed|all|"] != data["views"]["absorbed||"]
    assert len({json.dumps(answer) for answer in data["answers"]}) == len(data["answers"])


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({}, "absorbed||"),
        ({"fold": ["sigmoid"]}, "absorbed|sigmoid|"),
        ({"fold": "all", "unfold": ["sigmoid"], "constants": "nodes"}, "nodes|all|sigmoid"),
    ],
)
def test_the_view_that_was_asked_for_comes_first(options, key):
    data = data_of(SIGMOID, SLIDE, **options)
    assert data["views"][key] == 0
    assert data["first"] == view_of(key).options()


def test_all_unfolded_is_written_as_names():
    assert "sigmoid" in data_of("sigmoid(x)", {"x": 1}, unfold="all")["first"]["unfold"]


@pytest.mark.parametrize(
    ("begin", "gesture", "end"),
    [
        (View("absorbed"), lambda view: view.folded("relu"), View("absorbed", ("relu",))),
        (View("absorbed", ("relu",)), lambda view: view.unfolded("relu"), View("absorbed")),
        (View("absorbed"), lambda view: view.unfolded("relu"), View("absorbed", (), ("relu",))),
        (View("absorbed", "all"), lambda view: view.unfolded("relu"), View("absorbed", "all", ("relu",))),
        (View("absorbed", "all", ("relu",)), lambda view: view.folded("relu"), View("absorbed", "all")),
        (View("absorbed", ("mean",)), lambda view: view.folded("l1"), View("absorbed", ("l1", "mean"))),
        (View("nodes"), lambda view: view.toggled(), View("nodes", "all")),
        (View("nodes", (), ("l1",)), lambda view: view.toggled(), View("nodes")),
        (View("nodes", "all"), lambda view: view.with_other_constants(), View("absorbed", "all")),
    ],
)
def test_a_gesture_does_what_it_does_on_the_page(begin, gesture, end):
    assert gesture(begin) == end


def test_the_reading_has_the_formula_with_its_parts_and_the_places_of_names():
    reading = data_of("x y + x", {"x": 1, "y": 2})["reading"]
    assert reading["inputs"] == [{"name": "x", "spans": [[0, 1], [6, 7]]}, {"name": "y", "spans": [[2, 3]]}]
    assert "htmlData" in reading["expression"]["marked"]


def test_a_curve_is_that_of_its_gate():
    data = data_of(SIGMOID, SLIDE)
    found = data["closeups"][data["closeupsOf"][0]["n12:0"]]
    exact = gate_curve(SIGMOID, SLIDE, node="n12", operand=0, points=len(found["values"])).to_dict()
    assert (found["from"], found["to"]) == (exact["points"][0], exact["points"][-1])
    for name in ("values", "derivatives"):
        numbers = zip(found[name], exact[name], strict=True)
        assert all(
            drawn == (true if isinstance(true, str) else pytest.approx(true, rel=1e-3)) for drawn, true in numbers
        )
    assert "Infinity" in found["values"]


def test_a_jacobian_is_there_where_the_answer_only_describes_it():
    given = ("W x", {"W": [[1, 2], [3, 4]], "x": [5, 6]})
    data = data_of(*given)
    closeups = data["closeupsOf"][0]
    for edge in data["answers"][0]["edges"]:
        described = not {"matrix", "diagonal"} & set(edge["local"])
        assert (edge["id"] in closeups) == described
        if described:
            assert data["closeups"][closeups[edge["id"]]] == edge_jacobian(*given, edge=edge["id"]).to_dict()


def test_numbers_that_are_too_many_to_be_drawn_are_left_out():
    large = {"random": "normal", "shape": [100, 100]}
    assert data_of("W x", {"W": large, "x": {"random": "normal", "shape": [100]}})["closeups"] == []


@pytest.mark.parametrize("bound", ["MOST_ANSWERS", "MOST_VIEWS", "MOST_WORK"])
def test_further_views_are_left_out_where_they_would_be_too_many(bound, monkeypatch):
    monkeypatch.setattr(module, bound, 1)
    data = data_of(SVM, SVM_INPUTS)
    assert len(data["answers"]) == 1
    assert data["views"]["absorbed||"] == 0


def test_further_views_are_left_out_where_the_file_would_be_too_large(monkeypatch):
    size = all_views(SIGMOID, SLIDE).size
    monkeypatch.setattr(module, "ROOM", size - 1)
    assert len(data_of(SIGMOID, SLIDE)["answers"]) == 2


def test_a_circuit_too_large_for_a_file_is_refused_before_it_is_written():
    many = "+".join(["x"] * 2_500)
    rows = "\n".join(f"a{k} = a{k - 1} * W" for k in range(1, 200))
    arrays = f"a0 = W\n{rows}\na199"
    for program, inputs, limit in [
        (many, {"x": 1}, "document_nodes"),
        (arrays, {"W": {"random": "uniform", "shape": [16, 16]}}, "document_bytes"),
    ]:
        with pytest.raises(EngineError) as refused:
            all_views(program, inputs)
        assert (refused.value.code, refused.value.details["limit"]) == ("limit_exceeded", limit)


def test_a_view_that_cannot_be_had_is_left_out(monkeypatch):
    def failing(*given, fold="none", **options):
        if fold not in ("none", []):
            raise EngineError("expression_not_text")
        return evaluate(*given, fold=fold, **options)

    monkeypatch.setattr(module, "evaluate", failing)
    assert set(data_of(SIGMOID, SLIDE)["views"]) == {"absorbed||", "nodes||"}


@pytest.mark.parametrize("text", ["x +* 1", "x y"])
def test_what_is_wrong_with_a_program_is_told(text):
    with pytest.raises(EngineError):
        all_views(text, {"x": 1})
