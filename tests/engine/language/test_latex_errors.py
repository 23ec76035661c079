r"""LaTeX that cannot be read: «…» marks the place that the error points at."""

import pytest

from engine import EngineError, Limits
from engine.language.parser import parse_program
from tests.engine.failures import check_sentences

TABLE = [
    (r"\frac{«\partial» f}{\partial x}", "latex_derivative", "unsupported"),
    (r"«\nabla» f", "latex_derivative", "unsupported"),
    (r"«\int» x", "latex_analysis", "unsupported"),
    (r"x + «\infty»", "latex_analysis", "unsupported"),
    (r"«\argmax» x", "latex_function", "unsupported"),
    (r"x «\in» \mathrm{R}", "latex_sign", "unsupported"),
    (r"x «\pm» y", "latex_sign", "unsupported"),
    (r"\alpha «\to» x", "latex_sign", "unsupported"),
    (r"f = «\begin{cases}» x \\ y \end{cases}", "latex_cases", "unsupported"),
    (r"«\begin{tabular}» x \end{tabular}", "latex_environment", "unsupported"),
    (r"\alpha «\end{align}»", "latex_end", "syntax_error"),
    (r"\begin{aligned} \alpha «\end{align}»", "latex_end", "syntax_error"),
    (r"\begin{align} \alpha «\end{aligned}»", "latex_end", "syntax_error"),
    (r"«\foo» x", "unknown_command", "syntax_error"),
    (r"«\sgima»(x)", "unknown_command_near", "syntax_error"),
    (r"«\fraq»{a}{b}", "unknown_command_near", "syntax_error"),
    (r"«\left(» x + 1", "bracket_open", "syntax_error"),
    (r"\frac«{»a", "bracket_open", "syntax_error"),
    (r"\frac{a}«{»b", "bracket_open", "syntax_error"),
    (r"«\begin{bmatrix}» 1 & 2", "bracket_open", "syntax_error"),
    (r"«\lVert» x + \alpha", "bracket_open", "syntax_error"),
    (r"\left( x «\right]»", "bracket_mismatch", "syntax_error"),
    (r"\frac{a«)»}{b}", "bracket_mismatch", "syntax_error"),
    (r"\lvert x «\rVert»", "bracket_mismatch", "syntax_error"),
    (r"\alpha «)»", "closing_without_opening", "syntax_error"),
    (r"\alpha «}»", "closing_without_opening", "syntax_error"),
    (r"«\log» + \alpha", "latex_argument", "syntax_error"),
    (r"x + «\sin»", "latex_argument", "syntax_error"),
    (r"\frac«\log» x", "latex_braces", "syntax_error"),
    (r"x^«\frac»{1}{2}", "latex_braces", "syntax_error"),
    (r"\sqrt«[n]»{x}", "latex_degree", "unsupported"),
    (r"h_{t «\to» 1}", "latex_subscript", "syntax_error"),
    (r"\,h_«{t-1}»", "latex_subscript", "syntax_error"),
    (r"(\alpha)«_»1", "latex_subscript_base", "syntax_error"),
    (r"«\max_i» x_i", "latex_function_subscript", "unsupported"),
    (r"«\log_3» x", "latex_function_subscript", "unsupported"),
    (r"«\sin^{-1}» x", "latex_inverse", "unsupported"),
    (r"W«^{(1)}» \alpha", "latex_layer", "unsupported"),
    (r"W«^{[1]}» \alpha", "latex_layer", "unsupported"),
    (r"\alpha x«'»", "prime", "unsupported"),
    (r"\alpha x«^*»", "prime", "unsupported"),
    (r"«\sum_{i}» x_i", "sum_range", "unsupported"),
    (r"«\sum_{i=1}^{n}» x_i", "sum_range", "unsupported"),
    (r"«\sum» x", "sum_range", "unsupported"),
    (r"«\sum_{i=3}^{1}» x_i", "sum_range", "unsupported"),
    (r"«\sum_{j \ne y}» s_j", "sum_range", "unsupported"),
    (r"«\sum_{i=1}^{3}»", "sum_body", "syntax_error"),
    (r"«^»2 + \alpha", "operand_expected", "syntax_error"),
    (r"\alpha + «ｘ»", "look_alike", "syntax_error"),
    (r"«\mathrm{x!}» + y", "latex_name", "syntax_error"),
    (r"x + «\text{2 a}»", "latex_name", "syntax_error"),
    ("x «$» y", "bracket_open", "syntax_error"),
    ("$x$ «$$» y", "bracket_open", "syntax_error"),
    (r"«|x + |»y|| \alpha", "nested_bars", "syntax_error"),
    (r"\alpha = x «=» y", "stray_equals", "syntax_error"),
]


@pytest.mark.parametrize(("marked", "key", "code"), TABLE)
def test_an_error_points_at_its_place(marked, key, code):
    start, end = marked.index("«"), marked.index("»") - 1
    with pytest.raises(EngineError) as raised:
        parse_program(marked.replace("«", "").replace("»", ""))
    error = raised.value
    assert (error.key, error.code, error.span) == (key, code, (start, end))
    check_sentences(error)


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        (r"\left( x", r"Add \right)"),
        (r"\lVert x \alpha", r"Add \rVert"),
        (r"\begin{bmatrix} \alpha", r"Add \end{bmatrix}"),
        (r"\fraq{a}{b}", r"\frac"),
        (r"\sgima(x)", r"\sigma"),
    ],
)
def test_the_hint_says_what_to_write(source, hint):
    with pytest.raises(EngineError) as raised:
        parse_program(source)
    assert raised.value.hint() == hint


def test_a_sum_is_not_spelled_out_beyond_the_limits():
    for source in (
        r"\sum_{i=1}^{20000} x_i",
        r"\sum_{i=1}^{999}\sum_{j=1}^{999} x_j",
        r"\sum_{i=1}^{999999} x",
        r"\sum_{i=1}^{1}" * 3000 + "x",
    ):
        with pytest.raises(EngineError) as raised:
            parse_program(source)
        assert raised.value.code == "limit_exceeded"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [(r"\frac{", "}{2}"), (r"\sqrt{", "}"), (r"\left(", r"\right)"), ("x^{", "}"), (r"\log ", "")],
)
def test_deep_nesting_is_limited_and_never_recursive(opening, closing):
    parse_program(opening * 400 + "x" + closing * 400 + r"\,")
    with pytest.raises(EngineError) as raised:
        parse_program(opening * 1200 + "x" + closing * 1200 + r"\,")
    assert raised.value.code == "limit_exceeded"


def test_long_sources_are_read_within_the_limit():
    parse_program(r"\alpha" + " + x_{1}" * 6000, limits=Limits(expression_characters=100_000))
