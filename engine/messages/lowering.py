"""What can be wrong with indices, sizes and names for several values."""

from engine.messages.message import Message

UNSUPPORTED = "unsupported"
ARGUMENT = "bad_argument"

ERRORS = {
    "index_not_whole": Message(
        ARGUMENT,
        "An index is a whole number, a slice, None or ...; here it is {index}.",
        "인덱스는 정수, 슬라이스, None, ... 가운데 하나입니다. 지금은 {index} 입니다.",
        "Write x[0], x[1:3] or x[:, None].",
        "x[0], x[1:3], x[:, None] 처럼 쓰세요.",
    ),
    "index_by_mask": Message(
        UNSUPPORTED,
        "A comparison cannot pick entries: how many there are would depend on the numbers.",
        "비교로 항목을 고를 수 없습니다. 항목의 수가 값에 따라 달라지기 때문입니다.",
        "Multiply by the comparison: x * (x > 0).",
        "비교를 곱하세요: x * (x > 0).",
    ),
    "slice_not_whole": Message(
        ARGUMENT,
        "The bounds of a slice are whole numbers, and its step is not 0.",
        "슬라이스의 두 끝은 정수이고, 간격은 0이 아니어야 합니다.",
        "Write x[1:3] or x[::2].",
        "x[1:3] 이나 x[::2] 처럼 쓰세요.",
    ),
    "tuple_index": Message(
        ARGUMENT,
        "A tuple of {size} has no such part.",
        "그런 항목이 없는 튜플입니다(길이 {size}).",
        "Parts are counted from 0, or from -1 backwards: x.shape[0].",
        "앞에서 0부터, 뒤에서 -1부터 셉니다: x.shape[0].",
    ),
    "unpacking": Message(
        ARGUMENT,
        "The number of names on the left, {expected}, is not that of the values on the right, {found}.",
        "왼쪽에는 이름이 {expected}개, 오른쪽에는 값이 {found}개 있습니다.",
        "Write as many names as values.",
        "이름을 값의 수만큼 쓰세요.",
    ),
    "static_unknown": Message(
        ARGUMENT,
        "A size or an axis depends on {name}, which has no value yet.",
        "크기나 축이 값이 없는 입력에 달려 있습니다: {name}",
        "Give it a value in inputs, or write the number.",
        "inputs에 값을 주거나 수를 쓰세요.",
    ),
    "maker_argument": Message(
        ARGUMENT,
        "{name} cannot take this argument.",
        "받을 수 없는 인자입니다({name}).",
        "It is called {signature}.",
        "이렇게 부릅니다: {signature}.",
    ),
    "size_not_whole": Message(
        ARGUMENT,
        "A size is a whole number from 0 up; {name} got {size}.",
        "크기는 0 이상의 정수여야 합니다({name}): {size}",
        "Write sizes such as 3 or (2, 3).",
        "3 이나 (2, 3) 처럼 쓰세요.",
    ),
    "length_of_number": Message(
        ARGUMENT,
        "A single number has no length.",
        "수 하나에는 길이가 없습니다.",
        "len counts the entries of an array along its first axis.",
        "len은 배열의 첫째 축의 항목을 셉니다.",
    ),
    "sequence_expected": Message(
        ARGUMENT,
        "{name} takes its arrays in one pair of brackets.",
        "배열들을 괄호 하나로 묶어서 받습니다: {name}",
        "It is called {signature}.",
        "이렇게 부릅니다: {signature}.",
    ),
}
