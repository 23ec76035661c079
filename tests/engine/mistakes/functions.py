"""Definitions of functions, and their bodies."""

from tests.engine.mistakes.mistake import Mistake

BODY_MISSING = "Indent its lines: blanks in front of each."
AFTER_RETURN = "Make return the last line of the function."
ANNOTATION = "Leave the type out: def f(x): …"
STARRED_PARAMETER = "Name every parameter: def f(x, y): …"
NAME_EXPECTED = "Write a name, such as x or w0."
REPEATED_PARAMETER = "Give each parameter a name of its own."
NESTED_FUNCTION = "Define it above, on a line of its own."
ROWS = [
    Mistake("def f(x«)» return x", "syntax_error", "colon_expected", "def f(x): return …"),
    Mistake("def f «x»: return x", "syntax_error", "parameters_expected", "def f(x): return …"),
    Mistake("def f«:» return x", "syntax_error", "parameters_expected", "def f(x): return …"),
    Mistake("«def» (x): return x", "syntax_error", "definition_expected", "def f(x): return …"),
    Mistake("«def»", "syntax_error", "definition_expected", "def f(x): return …"),
    Mistake("def f(x): «x»", "syntax_error", "useless_statement", "Name it, or write return in front of it."),
    Mistake("«def f(x):» y = x", "syntax_error", "return_missing", "End its body with return and an expression."),
    Mistake("«def f(x):»", "syntax_error", "body_missing", BODY_MISSING),
    Mistake("«def f(x):»\nreturn x", "syntax_error", "body_missing", BODY_MISSING),
    Mistake("«def f(x):»\n\n\ny = 1", "syntax_error", "body_missing", BODY_MISSING),
    Mistake("def f(x): «return»", "syntax_error", "return_of_nothing", "return x"),
    Mistake("def f(x): return x«,» x", "unsupported", "several_returned", "Write a function for each of the values."),
    Mistake("def f(x): return x; «y»", "syntax_error", "after_return", AFTER_RETURN),
    Mistake("def f(x):\n    return x\n    «y» = 1", "syntax_error", "after_return", AFTER_RETURN),
    Mistake("def f(x):\n    return x\n    «return» x", "syntax_error", "after_return", AFTER_RETURN),
    Mistake("def f(x«:» float): return x", "unsupported", "annotation", ANNOTATION),
    Mistake("def f(x) «->» float: return x", "unsupported", "annotation", ANNOTATION),
    Mistake("def f(x«:»", "unsupported", "annotation", ANNOTATION),
    Mistake("def f(«*»args): return x", "unsupported", "starred_parameter", STARRED_PARAMETER),
    Mistake("def f(«**»kw): return x", "unsupported", "starred_parameter", STARRED_PARAMETER),
    Mistake("def f(x, «/»): return x", "unsupported", "starred_parameter", STARRED_PARAMETER),
    Mistake("def f(x, «*», y): return x", "unsupported", "starred_parameter", STARRED_PARAMETER),
    Mistake("def f(x «y»): return x", "syntax_error", "comma_expected", "Separate the parameters with commas."),
    Mistake("def f«(»x; y): return x", "syntax_error", "bracket_open", "Add )"),
    Mistake("def f(«2»): return x", "syntax_error", "name_expected", NAME_EXPECTED),
    Mistake("def f(x, «2»): return x", "syntax_error", "name_expected", NAME_EXPECTED),
    Mistake("def f(x,«,» y): return x", "syntax_error", "name_expected", NAME_EXPECTED),
    Mistake("def f(x, «x»): return x", "syntax_error", "repeated_parameter", REPEATED_PARAMETER),
    Mistake("f(a, «a») = a", "syntax_error", "repeated_parameter", REPEATED_PARAMETER),
    Mistake("f(w_0, «w0») = w0", "syntax_error", "repeated_parameter", REPEATED_PARAMETER),
    Mistake("f = lambda x, «x»: x", "syntax_error", "repeated_parameter", REPEATED_PARAMETER),
    Mistake("f = lambda x «x»", "syntax_error", "comma_expected", "Separate the parameters with commas."),
    Mistake(
        "f(x, 2) «=» 3",
        "syntax_error",
        "stray_equals",
        "Compare with ==, or write the assignment on a line of its own.",
    ),
    Mistake("def f(x):\n    «def» g(y): return y\n    return g(x)", "unsupported", "nested_function", NESTED_FUNCTION),
    Mistake("def f(x):\n    «g»(y) = y\n    return g(x)", "unsupported", "nested_function", NESTED_FUNCTION),
    Mistake("def f(x):\n    «g» = lambda y: y\n    return g(x)", "unsupported", "nested_function", NESTED_FUNCTION),
    Mistake(
        "def f(x):\n    «x + 1»\n    return x",
        "syntax_error",
        "useless_statement",
        "Name it, or write return in front of it.",
    ),
    Mistake(
        "def f(x):\n    y = x +«\n»    return y",
        "syntax_error",
        "operand_missing_at_end",
        "Write what follows, or leave “+” out.",
    ),
    Mistake("def f(x):\n    y = «(»x\n    return y", "syntax_error", "bracket_open", "Add )"),
    Mistake("def f(x):\n    return «sigmod»(x)\nf(1)", "unknown_function", "unknown_function_near", "sigmoid"),
    Mistake(
        "def f(x):\n    «for» i in x:\n        y = i\n    return y",
        "unsupported",
        "loop",
        "Write every pass on a line of its own, or use arrays: sum(x), W @ x.",
    ),
    Mistake(
        "def f(x):\n    «if» x > 0:\n        return x\n    return 0",
        "unsupported",
        "conditional",
        "Choose with max(0, x), or multiply by a comparison: (x > 0) * y.",
    ),
    Mistake(
        "def f(x):\n    «x[0] =» 1\n    return x",
        "unsupported",
        "index_assignment",
        "Name a new array, or choose entries with where(condition, a, b).",
    ),
    Mistake(
        "def f(x):\n    «import os»\n    return x",
        "unsupported",
        "unsupported_import",
        "numpy and math may be imported; their functions are built in.",
    ),
    Mistake(
        "def f(x):\n    return x «if» x > 0 else 0",
        "unsupported",
        "conditional",
        "Choose with max(0, x), or multiply by a comparison: (x > 0) * y.",
    ),
    Mistake(
        "def f(x = «)»: return x", "syntax_error", "operand_between", "Write it, or leave one of the two signs out."
    ),
    Mistake(
        "f(x) = a \\text{where} a «b»",
        "syntax_error",
        "operator_expected",
        "Write an operator between them, or begin a new line.",
    ),
    Mistake("f(x) = x +«»", "syntax_error", "operand_missing_at_end", "Write what follows, or leave “+” out."),
    Mistake("f(x) = «»", "syntax_error", "operand_missing_at_end", "Write what follows, or leave “=” out."),
    Mistake("f = lambda x:«»", "syntax_error", "operand_missing_at_end", "Write what follows, or leave “:” out."),
    Mistake("f = lambda: «»", "syntax_error", "operand_missing_at_end", "Write what follows, or leave “:” out."),
]
