"""The SVG: whole, harmless, of the right size, told in words, and looking as the page's figure."""

import pytest

from engine import render
from tests.engine.exporters.picture.circuits import EXAMPLES, PAYLOADS, SIGMOID, SLIDE, request_of
from tests.engine.exporters.picture.reading import SVG, collisions, parsed, texts


def drawn(expression, inputs=None, **options):
    return parsed(render(expression, inputs, **options).content)


def group(root, *classes):
    """The groups that are painted by these roles."""
    return [g for g in root.iter(f"{SVG}g") if set(classes) <= set(g.get("class", "").split())]


def words(root, role):
    return ["".join(t.itertext()) for g in group(root, f"fill-{role}") for t in g if t.tag == f"{SVG}text"]


@pytest.mark.parametrize("fold", [None, "all"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_drawn_with_no_text_on_another_or_cut_off(name, fold):
    fields = request_of(name) | ({"fold": fold} if fold else {})
    root = drawn(**fields, digits=EXAMPLES[name]["digits"])
    assert collisions(root) == []


def test_the_sigmoid_has_the_numbers_of_the_slide_values_above_gradients_below():
    root = drawn(SIGMOID, SLIDE)
    assert sorted(words(root, "value")) == sorted(
        ["2.00", "−1.00", "−3.00", "−2.00", "−3.00", "−2.00", "6.00", "4.00", "1.00", "−1.00", "0.37", "1.37", "0.73"]
    )
    assert sorted(words(root, "gradient")) == sorted(
        ["−0.20", "0.39", "−0.39", "−0.59", "0.20", "0.20", "0.20", "0.20", "0.20", "−0.20", "−0.53", "−0.53", "1.00"]
    )
    value, gradient = (next(t for t in texts(root) if t.what == text) for text in ("0.37", "−0.53"))
    assert value.bottom < gradient.top
    assert [t.what for t in texts(root)][:4] == ["∗", "∗", "+", "+"]


def test_its_size_is_known_at_once():
    root = drawn(SIGMOID, SLIDE)
    assert [root.get("width"), root.get("height")] == root.get("viewBox").split()[2:]


def test_a_title_names_the_picture_and_stands_above_it():
    plain, titled = drawn("x", {"x": 1}), drawn("x", {"x": 1}, title="A neuron,  much longer than its circuit")
    assert plain.findtext(f"{SVG}title") == "Circuit of x"
    assert titled.findtext(f"{SVG}title") == "A neuron, much longer than its circuit"
    assert texts(titled)[0].what == "A neuron, much longer than its circuit"
    assert float(titled.get("height")) == float(plain.get("height")) + 34
    assert collisions(titled) == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_title_and_a_program_do_nothing_whatever_they_hold(payload):
    content = render(f"# {payload!r}\nx < 1", {"x": 0}, title=payload).content
    root = parsed(content)
    title = "".join(root.findtext(f"{SVG}title"))
    assert "\u202e" not in title
    assert "\n" not in title
    assert len(root.findall(f"{SVG}title")) == 1


def test_the_circuit_is_told_in_words_of_either_language():
    english = drawn("a = x*y\na + x", {"x": 3, "y": -4}).findtext(f"{SVG}desc")
    assert "Gate 1, a = multiply * (x, y): value −12.00, gradient 1.00." in english
    assert "Input x: value 3.00, gradient −3.00." in english
    korean = drawn("x*W", {"x": 3, "W": [[1, 2]]}, lang="ko").findtext(f"{SVG}desc")
    assert "입력 x: 값 3.00, 기울기 3.00." in korean
    assert "입력 W: 값의 모양 1×2" in korean


def test_the_words_of_a_large_circuit_end():
    description = drawn("+".join(["x"] * 200), {"x": 1}).findtext(f"{SVG}desc")
    assert "Further nodes: 140." in description
    assert len(description) < 6_000


def test_only_what_a_step_has_computed_is_there():
    assert words(drawn(SIGMOID, SLIDE, step=0), "gradient") == []
    half = drawn(SIGMOID, SLIDE, step=2)
    assert words(half, "value").count("−2.00") == 2
    assert "4.00" not in words(half, "value")
    assert len(group(half, "fill-accent")) == 1
    assert "value not computed yet" in half.findtext(f"{SVG}desc")
    seed = drawn(SIGMOID, SLIDE, step=9)
    assert words(seed, "gradient") == ["1.00"]


def test_the_end_has_no_gate_in_progress_unless_the_step_is_asked_for():
    assert group(drawn("x + 1", {"x": 1}), "fill-accent") == []
    assert len(group(drawn("x + 1", {"x": 1}, step=99), "fill-accent")) == 1


def test_a_branch_shows_its_terms_while_they_are_summed():
    assert "= −4.00 + 1.00" in words(drawn("x*y + x", {"x": 3, "y": -4}, step=5), "ink2")
    assert words(drawn("x*y + x", {"x": 3, "y": -4}), "ink2") == []
    assert {"−3.00", "−4.00", "1.00"} <= set(words(drawn("x*y + x", {"x": 3, "y": -4}), "gradient"))


def test_arrays_have_double_wires_brackets_and_their_shape():
    root = drawn("q = W x\n||q||^2", {"W": [[0.1, 0.5], [-0.3, 0.8]], "x": [0.2, 0.4]}, digits=3)
    assert words(root, "ink3") == ["2×2", "2", "2"]
    assert {"0.1", "0.5", "−0.3", "0.8", "0.116"} <= set(words(root, "value"))
    assert len(group(root, "stroke-value")) == 1
    large = drawn("W x", {"W": {"random": "normal", "shape": [4, 5]}, "x": [0] * 5})
    assert "4×5" in words(large, "value")


def test_what_is_not_finite_is_marked_and_what_has_no_gradient_says_so():
    root = drawn("log(x) + y", {"x": 0, "y": 1})
    assert words(root, "alert") == ["∞", "−∞", "−∞"]
    assert "!" in words(root, "paper")
    scores = {"s": [3.2, 5.1, -1.7], "y": 0}
    assert "none" in words(drawn("cross_entropy(s, y)", scores), "ink3")
    assert "없음" in words(drawn("cross_entropy(s, y)", scores, lang="ko"), "ink3")


def test_a_router_s_losing_wire_is_dashed():
    dashed = [g for g in drawn("max(x, y)", {"x": 1, "y": 2}).iter(f"{SVG}g") if g.get("stroke-dasharray")]
    assert [g.get("stroke-dasharray") for g in dashed] == ["2 2"]


def test_the_theme_follows_the_reader_or_is_fixed():
    auto, light, dark = (render("x", {"x": 1}, theme=theme).content.decode() for theme in ("auto", "light", "dark"))
    assert "prefers-color-scheme:dark" in auto
    assert 'fill="#FBFAF7"' in auto
    assert "prefers-color-scheme" not in light + dark
    assert 'fill="#14161A"' in dark


def test_names_are_set_as_in_a_formula():
    content = render("theta w_10", {"theta": 1, "w_10": 2}).content.decode()
    assert ">θ</text>" in content
    assert ">w<tspan" in content
    assert ">10</tspan>" in content
