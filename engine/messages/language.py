"""What can be wrong with the text of a program."""

from engine.messages.message import Message

SYNTAX = "syntax_error"

ERRORS = {
    "empty_program": Message(
        SYNTAX,
        "There is nothing to read.",
        "읽을 식이 없습니다.",
        "Write an expression, such as (x + y) z.",
        "(x + y) z 같은 식을 쓰세요.",
    ),
    "operand_expected": Message(
        SYNTAX,
        "A name, a number or an opening bracket is expected here, not “{found}”.",
        "여기에는 이름, 수, 여는 괄호가 와야 합니다. 지금은 “{found}” 입니다.",
    ),
    "operand_missing_at_end": Message(
        SYNTAX,
        "The expression stops after “{after}”; something must follow.",
        "식이 “{after}” 뒤에서 끝났습니다. 뒤에 무언가 있어야 합니다.",
    ),
    "operator_expected": Message(
        SYNTAX,
        "An operator is expected before “{found}”.",
        "“{found}” 앞에는 연산자가 와야 합니다.",
    ),
    "bracket_open": Message(
        SYNTAX,
        "A bracket is still open: “{opening}” at line {line}, column {column} has no partner.",
        "괄호가 닫히지 않았습니다: {line}행 {column}열의 “{opening}”",
        "Add {closing}",
        "{closing} 추가",
    ),
    "bracket_mismatch": Message(
        SYNTAX,
        "“{found}” cannot close “{opening}” of line {line}, column {column}.",
        "{line}행 {column}열의 “{opening}” 괄호를 “{found}” 괄호로 닫을 수 없습니다.",
        "Write {closing}",
        "{closing} 쓰기",
    ),
    "closing_without_opening": Message(
        SYNTAX,
        "“{bracket}” closes a bracket that was never opened.",
        "열린 적이 없는 괄호를 닫습니다: “{bracket}”",
    ),
    "empty_brackets": Message(
        SYNTAX,
        "There is nothing between the brackets {brackets}.",
        "괄호 안이 비어 있습니다: {brackets}",
    ),
    "nested_bars": Message(
        SYNTAX,
        "Bars inside bars cannot be told apart.",
        "막대 안의 막대는 구별할 수 없습니다.",
        "Write abs(…) for the inner or the outer one.",
        "안쪽이나 바깥쪽을 abs(…)로 쓰세요.",
    ),
    "norm_order": Message(
        "unsupported",
        "There is no norm of order {order} here.",
        "차수 {order} 노름은 지원하지 않습니다.",
        "Write ||x||, ||x||_2 or ||x||_1.",
        "||x||, ||x||_2, ||x||_1 가운데 하나를 쓰세요.",
    ),
    "two_numbers": Message(
        SYNTAX,
        "Two numbers stand side by side.",
        "두 수가 나란히 있습니다.",
        "Write the operator between them, such as * or +.",
        "사이에 * 나 + 같은 연산자를 쓰세요.",
    ),
    "underscored_number": Message(
        SYNTAX,
        "A number cannot hold an underscore.",
        "수에는 밑줄을 쓸 수 없습니다.",
        "{plain}",
        "{plain}",
    ),
    "chained_comparison": Message(
        SYNTAX,
        "Comparisons cannot be chained.",
        "비교를 이어 쓸 수 없습니다.",
        "Multiply two comparisons: (a < b) * (b < c).",
        "비교 둘을 곱하세요: (a < b) * (b < c).",
    ),
    "stray_comma": Message(
        SYNTAX,
        "A comma belongs between the arguments of a function or the entries of an array.",
        "쉼표는 함수의 인자나 배열의 항목 사이에 씁니다.",
    ),
    "stray_equals": Message(
        SYNTAX,
        "“=” names a whole statement and cannot stand inside an expression.",
        "“=” 기호는 문장 전체에 이름을 붙이며, 식 안에는 쓸 수 없습니다.",
        "Compare with ==, or write the assignment on a line of its own.",
        "비교하려면 == 를 쓰고, 대입은 따로 한 줄에 쓰세요.",
    ),
    "positional_after_keyword": Message(
        SYNTAX,
        "An argument without a name stands after one with a name.",
        "이름 있는 인자 뒤에 이름 없는 인자가 있습니다.",
    ),
    "argument_twice": Message(
        "bad_argument",
        "The argument {name} is given twice.",
        "같은 인자를 두 번 주었습니다: {name}",
    ),
    "repeated_parameter": Message(
        SYNTAX,
        "The parameter {name} is there twice.",
        "같은 매개변수가 두 번 있습니다: {name}",
    ),
    "look_alike": Message(
        SYNTAX,
        "This character is not part of the notation: {character}.",
        "이 표기법에 없는 문자입니다: {character}",
        "{plain}",
        "{plain}",
    ),
    "strange_character": Message(
        SYNTAX,
        "This character is not part of the notation: {character}.",
        "이 표기법에 없는 문자입니다: {character}",
    ),
    "function_without_brackets": Message(
        SYNTAX,
        "The function {name} needs brackets around its argument.",
        "함수의 인자는 괄호로 묶어야 합니다: {name}",
        "{name}({argument})",
        "{name}({argument})",
    ),
    "unknown_function": Message(
        "unknown_function",
        "There is no function called {name}.",
        "그런 이름의 함수는 없습니다: {name}",
    ),
    "unknown_function_near": Message(
        "unknown_function",
        "There is no function called {name}.",
        "그런 이름의 함수는 없습니다: {name}",
        "{near}",
        "{near}",
    ),
    "unknown_attribute": Message(
        "unsupported",
        "An array has no {name} here.",
        "배열에서 쓸 수 없는 이름입니다: {name}",
        "Arrays have .T, .dot(…), .sum(…), .mean(…), .max(…), .min(…).",
        "배열에 쓸 수 있는 것: .T, .dot(…), .sum(…), .mean(…), .max(…), .min(…)",
    ),
    "attribute_expected": Message(
        SYNTAX,
        "A name is expected after the dot.",
        "점 뒤에는 이름이 와야 합니다.",
    ),
    "latex": Message(
        "unsupported",
        "This is a LaTeX command, and LaTeX is not read.",
        "LaTeX 명령입니다. LaTeX는 읽지 않습니다.",
        "Write it as text, such as (a + b)/c, sqrt(x) or w_0 x_0.",
        "(a + b)/c, sqrt(x), w_0 x_0 처럼 글자로 쓰세요.",
    ),
    "string": Message(
        "unsupported",
        "A text in quotation marks has no place in a circuit.",
        "따옴표로 묶은 글은 회로에 넣을 수 없습니다.",
    ),
    "indexing": Message(
        "unsupported",
        "Picking entries of an array with [ ] is not read.",
        "[ ]로 배열의 항목을 고르는 표기는 읽지 않습니다.",
    ),
    "unsupported_statement": Message(
        "unsupported",
        "{keyword} has no meaning in a circuit, which is one forward pass.",
        "회로는 한 번의 순전파이므로 쓸 수 없는 말입니다: {keyword}",
        "Write the pass itself: names, assignments and functions f(x) = ….",
        "순전파만 쓰세요: 이름, 대입, 함수 f(x) = ….",
    ),
    "conditional": Message(
        "unsupported",
        "{keyword} has no meaning in a circuit: every number goes the same way.",
        "회로에서는 모든 수가 같은 길로 흐르므로 쓸 수 없는 말입니다: {keyword}",
        "Choose with max(0, x), or multiply by a comparison: (x > 0) * y.",
        "max(0, x)로 고르거나 비교를 곱하세요: (x > 0) * y.",
    ),
    "unsupported_import": Message(
        "unsupported",
        "The module {name} cannot be used in a circuit.",
        "회로에서 쓸 수 없는 모듈입니다: {name}",
        "numpy and math may be imported; their functions are built in.",
        "numpy와 math는 불러와도 됩니다. 그 함수들은 이미 들어 있습니다.",
    ),
}
