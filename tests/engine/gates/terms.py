"""The worth of a rule: its tree, evaluated on numbers by Python itself."""

import math
import operator

from engine.namespaces import symbols

FUNCTIONS = {
    r"\log": math.log,
    r"\sin": math.sin,
    r"\cos": math.cos,
    r"\tan": math.tan,
    r"\sinh": math.sinh,
    r"\cosh": math.cosh,
    r"\tanh": math.tanh,
    r"\operatorname{erf}": math.erf,
    r"\operatorname{sign}": lambda x: math.copysign(1.0, x),
    r"\max": max,
    r"\min": min,
    r"\sqrt{": math.sqrt,
    r"\sqrt[3]{": math.cbrt,
    r"\sigma(": lambda x: 1 / (1 + math.exp(-x)),
    "|": abs,
}
SIGNS = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
}
KINDS = {
    "number": lambda value: value,
    "sum": lambda a, b: a + b,
    "difference": lambda a, b: a - b,
    "product": lambda a, b: a * b,
    "quotient": lambda a, b: a / b,
    "power": lambda a, b: a**b,
    "negative": lambda a: -a,
    "call": lambda function, *operands: FUNCTIONS[function](*operands),
    "fence": lambda before, a, after: FUNCTIONS[before](a),
    "compare": lambda sign, a, b: float(SIGNS[sign](a, b)),
}


def evaluated(gate, slot, numbers):
    """The local derivative by the operand in ``slot``, from the tree that prints as the rule."""
    return _value(symbols._derivatives(gate, (), 0, False)[slot], numbers)


def _value(term, numbers):
    if term.kind == "name":
        text, slot = term.parts
        return math.pi if text == r"\pi" else numbers[slot]
    parts = [_value(part, numbers) if isinstance(part, symbols.Term) else part for part in term.parts]
    return KINDS[term.kind](*parts)
