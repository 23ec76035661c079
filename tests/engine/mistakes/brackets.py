"""Brackets, bars and commas that do not fit."""

from tests.engine.mistakes.mistake import Mistake

CLOSING_WITHOUT_OPENING = "Leave it out, or write ( where it opens."
EMPTY_BRACKETS = "Write an expression between them, or leave them out."
NESTED_BARS = "Write abs(…) for the inner or the outer one."
NORM_ORDER = "Write ||x||, ||x||_2 or ||x||_1."
STRAY_COMMA = "Write [a, b] for an array, or ; between two statements."
OPERAND_BETWEEN = "Write it, or leave one of the two signs out."
STRAY_COLON = "Write x[1:3] for entries, / for a quotient."
ROWS = [
    Mistake("«(»", "syntax_error", "bracket_open", "Add )"),
    Mistake("2*«(»x + y", "syntax_error", "bracket_open", "Add )"),
    Mistake("max«(»x, y", "syntax_error", "bracket_open", "Add )"),
    Mistake("[[1, 2], «[»3", "syntax_error", "bracket_open", "Add ]"),
    Mistake("«|»x", "syntax_error", "bracket_open", "Add |"),
    Mistake("«||»x", "syntax_error", "bracket_open", "Add ||"),
    Mistake("a = «(»x +\nb = 2", "syntax_error", "bracket_open", "Add )"),
    Mistake("«(»x; y)", "syntax_error", "bracket_open", "Add )"),
    Mistake("(x«]»", "syntax_error", "bracket_mismatch", "Write )"),
    Mistake("[x«)»", "syntax_error", "bracket_mismatch", "Write ]"),
    Mistake("(|x«)»", "syntax_error", "bracket_mismatch", "Write |"),
    Mistake("(«]»", "syntax_error", "bracket_mismatch", "Write )"),
    Mistake("«)»", "syntax_error", "closing_without_opening", CLOSING_WITHOUT_OPENING),
    Mistake("x + y«)»)", "syntax_error", "closing_without_opening", CLOSING_WITHOUT_OPENING),
    Mistake("x«]»", "syntax_error", "closing_without_opening", "Leave it out, or write [ where it opens."),
    Mistake("«()»", "syntax_error", "empty_brackets", EMPTY_BRACKETS),
    Mistake("2*«[]»", "syntax_error", "empty_brackets", EMPTY_BRACKETS),
    Mistake("x«[]»", "syntax_error", "empty_brackets", EMPTY_BRACKETS),
    Mistake("f«()»", "syntax_error", "empty_brackets", EMPTY_BRACKETS),
    Mistake("x = «()»", "syntax_error", "empty_brackets", EMPTY_BRACKETS),
    Mistake("«||x|»-y|", "syntax_error", "nested_bars", NESTED_BARS),
    Mistake("«|x + |»y||", "syntax_error", "nested_bars", NESTED_BARS),
    Mistake("«| |»x| |", "syntax_error", "nested_bars", NESTED_BARS),
    Mistake("||x||«_3»", "unsupported", "norm_order", NORM_ORDER),
    Mistake("||x||«_inf»", "unsupported", "norm_order", NORM_ORDER),
    Mistake("||x||«_p»", "unsupported", "norm_order", NORM_ORDER),
    Mistake("log«(»x", "syntax_error", "bracket_open", "Add )"),
    Mistake("(x)«)»", "syntax_error", "closing_without_opening", CLOSING_WITHOUT_OPENING),
    Mistake("x«[»0", "syntax_error", "bracket_open", "Add ]"),
    Mistake("x[0«)»", "syntax_error", "bracket_mismatch", "Write ]"),
    Mistake("x[0«}»", "syntax_error", "bracket_mismatch", "Write ]"),
    Mistake("x^«{»2", "syntax_error", "bracket_open", "Add }"),
    Mistake("x^«{}»", "syntax_error", "empty_brackets", EMPTY_BRACKETS),
    Mistake("x^{2«)»", "syntax_error", "bracket_mismatch", "Write }"),
    Mistake(
        "«{»x}", "unsupported", "curly_bracket", "Write ( ) around an expression, [ ] around the entries of an array."
    ),
    Mistake(
        "x«}»", "unsupported", "curly_bracket", "Write ( ) around an expression, [ ] around the entries of an array."
    ),
    Mistake("x«,» y", "syntax_error", "stray_comma", STRAY_COMMA),
    Mistake("|x«,» y|", "syntax_error", "stray_comma", STRAY_COMMA),
    Mistake("a b«,»", "syntax_error", "stray_comma", STRAY_COMMA),
    Mistake("«0,5» x", "syntax_error", "decimal_comma", "0.5"),
    Mistake("«1,2»", "syntax_error", "decimal_comma", "1.2"),
    Mistake("x = «3,14»", "syntax_error", "decimal_comma", "3.14"),
    Mistake("max(x,«,»y)", "syntax_error", "operand_between", OPERAND_BETWEEN),
    Mistake("[1,«,»2]", "syntax_error", "operand_between", OPERAND_BETWEEN),
    Mistake("[«,»]", "syntax_error", "operand_between", OPERAND_BETWEEN),
    Mistake("max(«,»x)", "syntax_error", "operand_between", OPERAND_BETWEEN),
    Mistake("sum(axis=0, «x»)", "syntax_error", "positional_after_keyword", "Write the arguments without names first."),
    Mistake("\n «(»x", "syntax_error", "bracket_open", "Add )"),
    Mistake("x[1:2:3«:»4]", "syntax_error", "slice_parts", "Write x[1:7:2], or another index behind a comma."),
    Mistake("x«[»1:2", "syntax_error", "bracket_open", "Add ]"),
    Mistake("x«:»y", "syntax_error", "stray_colon", STRAY_COLON),
    Mistake("(x «:» y)", "syntax_error", "stray_colon", STRAY_COLON),
    Mistake("2 «:» 3", "syntax_error", "stray_colon", STRAY_COLON),
    Mistake("f«(»x", "syntax_error", "bracket_open", "Add )"),
    Mistake("def f«(»x, y", "syntax_error", "bracket_open", "Add )"),
    Mistake("def f«(»", "syntax_error", "bracket_open", "Add )"),
    Mistake("|x|y«|»", "syntax_error", "bracket_open", "Add |"),
    Mistake("«(»(x)", "syntax_error", "bracket_open", "Add )"),
    Mistake("exp«(»log(x)", "syntax_error", "bracket_open", "Add )"),
    Mistake("[x, (y«]»", "syntax_error", "bracket_mismatch", "Write )"),
    Mistake("«(»x\n\ny = 2", "syntax_error", "bracket_open", "Add )"),
    Mistake("x «||» y", "syntax_error", "bracket_open", "Add ||"),
    Mistake("a«,» = x\na", "syntax_error", "stray_comma", STRAY_COMMA),
]
