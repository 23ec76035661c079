"""What can be wrong with a program's meaning, its inputs and its options."""

from engine.messages.message import Message

LIMIT = "limit_exceeded"
VALUE = "bad_input_value"
ARGUMENT = "bad_argument"

ERRORS = {
    "limit_expression_characters": Message(
        LIMIT,
        "The program is longer than {maximum} characters (limit expression_characters).",
        "식이 너무 깁니다: 최대 {maximum}자 (한도 expression_characters).",
    ),
    "limit_brackets": Message(
        LIMIT,
        "More than {maximum} brackets are open at one place (limit brackets).",
        "한곳에 열린 괄호가 너무 많습니다: 최대 {maximum}개 (한도 brackets).",
    ),
    "limit_nodes": Message(
        LIMIT,
        "The circuit has more than {maximum} nodes (limit nodes).",
        "회로의 노드가 너무 많습니다: 최대 {maximum}개 (한도 nodes).",
    ),
    "limit_function_calls": Message(
        LIMIT,
        "More than {maximum} calls of the program's own functions are expanded (limit function_calls).",
        "직접 정의한 함수를 너무 많이 부릅니다: 최대 {maximum}번 (한도 function_calls).",
    ),
    "limit_operands": Message(
        LIMIT,
        "A gate has more than {maximum} operands (limit operands).",
        "게이트 하나의 피연산자가 너무 많습니다: 최대 {maximum}개 (한도 operands).",
        "Put the numbers into an array, or split the call.",
        "수를 배열에 담거나 호출을 나누세요.",
    ),
    "limit_elements": Message(
        LIMIT,
        "All arrays together hold more than {maximum} numbers (limit elements).",
        "모든 배열의 수를 합하면 너무 많습니다: 최대 {maximum}개 (한도 elements).",
    ),
    "limit_checked_entries": Message(
        LIMIT,
        "Central differences are taken for at most {maximum} numbers (limit checked_entries).",
        "수가 너무 많아 중앙 차분을 구하지 않습니다: 최대 {maximum}개 (한도 checked_entries).",
    ),
    "missing_inputs": Message(
        "missing_inputs",
        "These inputs have no value: {listed}.",
        "값이 없는 입력이 있습니다: {listed}",
        "Give each of them a number or an array in inputs.",
        "inputs에 수나 배열로 값을 주세요.",
    ),
    "recursive_function": Message(
        "recursive_function",
        "The function {name} reaches itself.",
        "자기 자신을 다시 부르는 함수입니다: {name}",
        "Write the steps one after another: a circuit is finite.",
        "단계를 하나씩 이어 쓰세요. 회로는 유한합니다.",
    ),
    "function_as_value": Message(
        "unsupported",
        "The function {name} is used as a value.",
        "함수를 값으로 썼습니다: {name}",
        "Call it: {name}(…).",
        "{name}(…)처럼 부르세요.",
    ),
    "argument_count": Message(
        ARGUMENT,
        "The number of arguments does not fit {name}: it takes {expected}, and here are {given}.",
        "인자의 수가 맞지 않습니다({name}): 필요 {expected}, 지금 {given}.",
        "It is called {signature}.",
        "이렇게 부릅니다: {signature}.",
    ),
    "argument_missing": Message(
        ARGUMENT,
        "{name} lacks its argument {missing}.",
        "빠진 인자가 있습니다({name}): {missing}",
        "It is called {signature}.",
        "이렇게 부릅니다: {signature}.",
    ),
    "argument_not_constant": Message(
        ARGUMENT,
        "This argument must be a number, a tuple of numbers, True, False or None.",
        "이 인자는 수, 수의 튜플, True, False, None 가운데 하나여야 합니다.",
        "Write the number itself.",
        "수를 직접 쓰세요.",
    ),
    "constant_as_operand": Message(
        ARGUMENT,
        "A tuple, True, False or None cannot be an operand.",
        "튜플, True, False, None은 피연산자가 될 수 없습니다.",
        "An array is written with square brackets: [a, b].",
        "배열은 대괄호로 씁니다: [a, b].",
    ),
    "ragged_array": Message(
        ARGUMENT,
        "The rows of this array differ in length or depth.",
        "이 배열은 행의 길이나 깊이가 서로 다릅니다.",
        "Give every row the same number of entries.",
        "모든 행에 같은 수의 항목을 쓰세요.",
    ),
    "deep_array": Message(
        ARGUMENT,
        "This array has more than {maximum} axes.",
        "배열의 축이 너무 많습니다: 최대 {maximum}개.",
        "Leave brackets out.",
        "괄호를 줄이세요.",
    ),
    "reciprocal_of_matrix": Message(
        "unsupported",
        "The inverse of a matrix is not a gate here.",
        "행렬의 역행렬은 지원하지 않습니다.",
        "For 1 divided by every entry, write 1/x.",
        "항목마다 역수를 구하려면 1/x 를 쓰세요.",
    ),
    "inputs_not_an_object": Message(
        VALUE,
        "inputs must map names to values.",
        "inputs는 이름마다 값을 주는 객체여야 합니다.",
    ),
    "input_name": Message(
        VALUE,
        "“{name}” cannot be the name of an input.",
        "입력의 이름으로 쓸 수 없습니다: “{name}”",
        "A name begins with a letter and holds letters, digits and _.",
        "이름은 글자로 시작하고 글자, 숫자, _ 로 이루어집니다.",
    ),
    "input_twice": Message(
        VALUE,
        "{first} and {second} are two spellings of one input.",
        "같은 입력을 두 가지로 적었습니다: {first}, {second}",
    ),
    "input_not_a_number": Message(
        VALUE,
        "{place} must be a number, a list of numbers or a random array; it is {found}.",
        "수, 수의 목록, 무작위 배열 가운데 하나여야 합니다({place}): {found}",
    ),
    "input_not_finite": Message(
        VALUE,
        "{place} must be finite.",
        "유한한 수여야 합니다: {place}",
    ),
    "input_ragged": Message(
        VALUE,
        "{place} must be a list of {expected}, as its neighbours are.",
        "이웃 항목과 길이가 같은 목록이어야 합니다: {place} (길이 {expected})",
    ),
    "input_nested": Message(
        VALUE,
        "{place} must be a number, as its neighbours are, not a list.",
        "이웃 항목처럼 목록이 아닌 수여야 합니다: {place}",
    ),
    "input_deep": Message(
        VALUE,
        "{place} has more than {maximum} axes.",
        "배열의 축이 너무 많습니다: {place} (최대 {maximum}개)",
    ),
    "input_random": Message(
        VALUE,
        "{place} must be an object with random (normal or uniform), shape and, if wanted, seed.",
        "random(normal 또는 uniform), shape, 그리고 원하면 seed로 이루어진 객체여야 합니다: {place}",
    ),
    "expression_not_text": Message(
        "bad_option",
        "expression must be a text.",
        "expression은 글이어야 합니다.",
    ),
    "bad_option": Message(
        "bad_option",
        "The option {name} takes one of: {expected}",
        "옵션의 값이 맞지 않습니다({name}): {expected}",
    ),
    "unknown_composite": Message(
        "bad_option",
        "The option {name} lists composite gates; {given} is none.",
        "옵션 {name}에는 합성 게이트의 이름을 적습니다. 다음은 합성 게이트가 아닙니다: {given}",
        "The composite gates are {known}.",
        "합성 게이트: {known}.",
    ),
    "unknown_option": Message(
        "bad_option",
        "There is no option {name}.",
        "그런 이름의 옵션은 없습니다: {name}",
        "The options are {known}.",
        "쓸 수 있는 옵션: {known}.",
    ),
    "upstream_not_numbers": Message(
        "bad_option",
        "upstream must be a number or a nested list of numbers.",
        "upstream은 수이거나 수의 중첩 목록이어야 합니다.",
    ),
    "upstream_shape": Message(
        "bad_option",
        "upstream must be a number or have the output's shape {expected}; it has the shape {found}.",
        "upstream은 수이거나 출력과 모양이 같아야 합니다: 출력 {expected}, 지금 {found}.",
    ),
}
