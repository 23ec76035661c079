"""What a program uses and nobody gave, and calls that do not fit."""

from tests.engine.mistakes.mistake import Mistake

MISSING_INPUTS = "Give each of them a number or an array in inputs."
RECURSIVE_FUNCTION = "Write the steps one after another: a circuit is finite."
ARGUMENT_COUNT = "It is called sum(x, axis=None, keepdims=False)."
ARGUMENT_COUNT_2 = "It is called dot(a, b)."
ARGUMENT_COUNT_2_2 = "It is called f(x, a=1)."
ARGUMENT_NOT_CONSTANT = "Write the number itself."
CONSTANT_AS_OPERAND = "An array is written with square brackets: [a, b]."
ROWS = [
    Mistake("«w0» x0 + b", "missing_inputs", "missing_inputs", MISSING_INPUTS, {"b": 1}),
    Mistake("«__class__»", "missing_inputs", "missing_inputs", MISSING_INPUTS, {}),
    Mistake("x + «y» + z", "missing_inputs", "missing_inputs", MISSING_INPUTS, {"x": 1}),
    Mistake("«w0»x0+w1x1+w2", "missing_inputs", "missing_inputs", MISSING_INPUTS, {}),
    Mistake("f(a)=a «b»; f(1)", "missing_inputs", "missing_inputs", MISSING_INPUTS, {}),
    Mistake("x[«i»]", "missing_inputs", "missing_inputs", MISSING_INPUTS, {"x": [1, 2]}),
    Mistake("zeros(«n»)", "missing_inputs", "missing_inputs", MISSING_INPUTS, {}),
    Mistake("«exp» + 1", "missing_inputs", "missing_inputs", MISSING_INPUTS, {}),
    Mistake("def f(x):\n    return x + «c»\nf(1)", "missing_inputs", "missing_inputs", MISSING_INPUTS, {}),
    Mistake("«e1» + x", "missing_inputs", "missing_inputs", MISSING_INPUTS, {"x": 1}),
    Mistake("q = x; q + «y»", "missing_inputs", "missing_inputs", MISSING_INPUTS, {"x": 1}),
    Mistake("f(x, «y») = x y", "missing_inputs", "missing_inputs", MISSING_INPUTS, {"x": 1}),
    Mistake("f(x) = «f(x)» + 1", "recursive_function", "recursive_function", RECURSIVE_FUNCTION, {"x": 1}),
    Mistake(
        "f(x) = g(x); g(x) = «f(x)»; f(y)", "recursive_function", "recursive_function", RECURSIVE_FUNCTION, {"y": 1}
    ),
    Mistake(
        "def f(x):\n    y = «f(x)»\n    return y\nf(1)",
        "recursive_function",
        "recursive_function",
        RECURSIVE_FUNCTION,
        {},
    ),
    Mistake("f(x) = x; «f» + y", "unsupported", "function_as_value", "Call it: f(…).", {"y": 1}),
    Mistake("f(x)=x; «f»", "unsupported", "function_as_value", "Call it: f(…).", {}),
    Mistake("f(x)=x; «f»[0]", "unsupported", "function_as_value", "Call it: f(…).", {}),
    Mistake("f(x)=x; «f».T", "unsupported", "function_as_value", "Call it: f(…).", {}),
    Mistake("f(x) = «g»(x); f(2); g(x) = x", "unknown_function", "unknown_function", None, {"x": 1}),
    Mistake("«exp(x, y)»", "bad_argument", "argument_count", "It is called exp(x).", {"x": 1, "y": 2}),
    Mistake("«exp()»", "bad_argument", "argument_count", "It is called exp(x).", {}),
    Mistake("f(x) = x; «f(1, 2)»", "bad_argument", "argument_count", "It is called f(x).", {}),
    Mistake("f(x)=x+1; «f()»", "bad_argument", "argument_count", "It is called f(x).", {}),
    Mistake("«max()»", "bad_argument", "argument_count", "It is called max(x, axis=None, keepdims=False).", {}),
    Mistake("«min()»", "bad_argument", "argument_count", "It is called min(x, axis=None, keepdims=False).", {}),
    Mistake("«sum()»", "bad_argument", "argument_count", ARGUMENT_COUNT, {}),
    Mistake("«array(1, 2)»", "bad_argument", "argument_count", "It is called array(x).", {}),
    Mistake("«array()»", "bad_argument", "argument_count", "It is called array(x).", {}),
    Mistake("«maximum(x)»", "bad_argument", "argument_count", "It is called maximum(a, b, …).", {"x": 1}),
    Mistake("«maxout(x)»", "bad_argument", "argument_count", "It is called maxout(a, b, …).", {"x": 1}),
    Mistake("«where(x > 0)»", "bad_argument", "argument_count", "It is called where(condition, a, b).", {"x": 1}),
    Mistake("«dot(x)»", "bad_argument", "argument_count", ARGUMENT_COUNT_2, {"x": [1, 2]}),
    Mistake("«dot(x, x, x)»", "bad_argument", "argument_count", ARGUMENT_COUNT_2, {"x": [1, 2]}),
    Mistake("«norm()»", "bad_argument", "argument_count", "It is called norm(x, axis=None, keepdims=False).", {}),
    Mistake(
        "«leaky_relu(x, 0.1, 0.2)»",
        "bad_argument",
        "argument_count",
        "It is called leaky_relu(x, slope=0.01).",
        {"x": 1},
    ),
    Mistake("«sum(x, 0, True, 1)»", "bad_argument", "argument_count", ARGUMENT_COUNT, {"x": [1, 2]}),
    Mistake("«zeros()»", "bad_argument", "argument_count", "It is called zeros(shape).", {}),
    Mistake("«eye(2,3,4)»", "bad_argument", "argument_count", "It is called eye(n, m=n).", {}),
    Mistake("«full(2)»", "bad_argument", "argument_count", "It is called full(shape, value).", {}),
    Mistake("«len()»", "bad_argument", "argument_count", "It is called len(x).", {}),
    Mistake("«softmax()»", "bad_argument", "argument_count", "It is called softmax(x, axis=-1).", {}),
    Mistake("«x.dot()»", "bad_argument", "argument_count", ARGUMENT_COUNT_2, {"x": [1, 2]}),
    Mistake("«x.sum(0, 1, 2)»", "bad_argument", "argument_count", ARGUMENT_COUNT, {"x": [1, 2]}),
    Mistake("«sum(x, 0, axis=1)»", "bad_argument", "argument_twice", "Leave one of them out.", {"x": [1, 2]}),
    Mistake("f(x)=x+1; «f(1, x=1)»", "bad_argument", "argument_twice", "Leave one of them out.", {}),
    Mistake(
        "«min(x, y, axis=0)»", "bad_argument", "argument_twice", "Leave one of them out.", {"x": [1, 2], "y": [1, 2]}
    ),
    Mistake("def f(x, a=1): return x + a\n«f()»", "bad_argument", "argument_count", ARGUMENT_COUNT_2_2, {}),
    Mistake("def f(x, a=1): return x + a\n«f(1, 2, 3)»", "bad_argument", "argument_count", ARGUMENT_COUNT_2_2, {}),
    Mistake("def f(x, a=1): return x + a\n«f(a=3)»", "bad_argument", "argument_missing", ARGUMENT_COUNT_2_2, {}),
    Mistake("f(x)=x+1; «f(y=1)»", "bad_argument", "unknown_keyword", "It is called f(x).", {}),
    Mistake("2 «sum(x, foo=1)»", "bad_argument", "unknown_keyword", ARGUMENT_COUNT, {"x": [1]}),
    Mistake("«array([1], foo=1)»", "bad_argument", "unknown_keyword", "It is called array(x).", {}),
    Mistake("«log(x, base=2)»", "bad_argument", "unknown_keyword", "It is called log(x).", {"x": 1}),
    Mistake(
        "«leaky_relu(x, alpha=1)»",
        "bad_argument",
        "unknown_keyword",
        "It is called leaky_relu(x, slope=0.01).",
        {"x": 1},
    ),
    Mistake("«zeros(shape=2)»", "bad_argument", "unknown_keyword", "It is called zeros(shape).", {}),
    Mistake("«exp(x=1)»", "bad_argument", "argument_count", "It is called exp(x).", {}),
    Mistake(
        "«np.maximum(x, y, out=x)»",
        "bad_argument",
        "unknown_keyword",
        "It is called maximum(a, b, …).",
        {"x": 1, "y": 1},
    ),
    Mistake(
        "«softmax(x, dim=0)»", "bad_argument", "unknown_keyword", "It is called softmax(x, axis=-1).", {"x": [1, 2]}
    ),
    Mistake(
        "leaky_relu(x, slope=«y»)", "bad_argument", "argument_not_constant", ARGUMENT_NOT_CONSTANT, {"x": 1, "y": 1}
    ),
    Mistake(
        "svm_loss(x, 0, margin=«y»)",
        "bad_argument",
        "argument_not_constant",
        ARGUMENT_NOT_CONSTANT,
        {"x": [1, 2], "y": 1},
    ),
    Mistake("full(2, «x»)", "bad_argument", "argument_not_constant", ARGUMENT_NOT_CONSTANT, {"x": 3}),
    Mistake(
        "«elu(x, alpha=True)»", "bad_argument", "parameter_not_a_number", "Write a number, such as alpha=1.", {"x": 1}
    ),
    Mistake(
        "«round(x, 0.5)»",
        "bad_argument",
        "parameter_not_an_integer",
        "Write a whole number, such as decimals=1.",
        {"x": 1},
    ),
    Mistake(
        "«sum(x, axis=0.5)»",
        "bad_argument",
        "axis_not_an_integer",
        "Write axis=0, axis=(0, 1) or axis=None.",
        {"x": [1]},
    ),
    Mistake(
        "«sum(x, axis=y)»",
        "bad_argument",
        "axis_not_an_integer",
        "Write axis=0, axis=(0, 1) or axis=None.",
        {"x": [1], "y": 0.5},
    ),
    Mistake(
        "«sum(x, axis=None, keepdims=2)»", "bad_argument", "keepdims_not_a_truth_value", "keepdims=True", {"x": [1]}
    ),
    Mistake(
        "«var(x, ddof=0.5)»",
        "bad_argument",
        "parameter_not_an_integer",
        "Write a whole number, such as ddof=1.",
        {"x": [1, 2]},
    ),
    Mistake(
        "«var(x, ddof=2)»",
        "bad_argument",
        "too_few_numbers",
        "Leave ddof out to divide by the count itself.",
        {"x": [1, 2]},
    ),
    Mistake("«x + True»", "bad_argument", "constant_as_operand", CONSTANT_AS_OPERAND, {"x": 1}),
    Mistake("«x + None»", "bad_argument", "constant_as_operand", CONSTANT_AS_OPERAND, {"x": 1}),
    Mistake("«x + (1, 2)»", "bad_argument", "constant_as_operand", CONSTANT_AS_OPERAND, {"x": 1}),
    Mistake("«(1, 2)»", "bad_argument", "constant_as_operand", CONSTANT_AS_OPERAND, {}),
    Mistake("«None»", "bad_argument", "constant_as_operand", CONSTANT_AS_OPERAND, {}),
    Mistake("«x.shape»", "bad_argument", "constant_as_operand", CONSTANT_AS_OPERAND, {"x": [1, 2]}),
    Mistake("«x.shape + 1»", "bad_argument", "constant_as_operand", CONSTANT_AS_OPERAND, {"x": [1, 2]}),
    Mistake("«exp((1, 2))»", "bad_argument", "constant_as_operand", CONSTANT_AS_OPERAND, {}),
    Mistake("«x[0] + x.shape»", "bad_argument", "constant_as_operand", CONSTANT_AS_OPERAND, {"x": [1, 2]}),
    Mistake("y = None; «y»", "bad_argument", "constant_as_operand", CONSTANT_AS_OPERAND, {}),
]
