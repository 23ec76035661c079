"""What the gates can say: shapes that do not fit, arguments that make no sense."""

from engine.messages.message import Message

ERRORS = {
    "shapes_do_not_broadcast": Message(
        "shape_mismatch",
        "{gate} cannot broadcast the shapes {first} and {second} together.",
        "브로드캐스트할 수 없는 두 모양입니다({gate}): {first}, {second}.",
        "Counted from the last axis, two sizes must be equal, or one of them 1.",
        "마지막 축부터 세어 두 크기가 같거나 한쪽이 1이어야 합니다.",
    ),
    "matmul_inner_sizes": Message(
        "shape_mismatch",
        "{gate} needs the inner sizes to agree: {inner_first} and {inner_second} in {first} and {second}.",
        "행렬 곱은 안쪽 크기가 같아야 합니다({gate}): {inner_first}, {inner_second} (모양 {first}, {second}).",
    ),
    "matmul_of_number": Message(
        "shape_mismatch",
        "{gate} needs two arrays, and one operand is a single number: {first} and {second}.",
        "행렬 곱에는 배열이 둘 필요한데 피연산자 하나가 수입니다({gate}): {first}, {second}.",
        "Scale an array by a number with *.",
        "배열에 수를 곱할 때는 * 를 씁니다.",
    ),
    "stacks_do_not_broadcast": Message(
        "shape_mismatch",
        "{gate} cannot broadcast the stacks of matrices of {first} and {second} together.",
        "행렬 묶음을 브로드캐스트할 수 없는 두 모양입니다({gate}): {first}, {second}.",
        "The axes before the last two must have equal sizes, or sizes of 1.",
        "마지막 두 축 앞의 축은 크기가 같거나 1이어야 합니다.",
    ),
    "dot_of_stacks": Message(
        "shape_mismatch",
        "{gate} takes two matrices or vectors here, not arrays with more axes: {first} and {second}.",
        "여기서는 행렬이나 벡터만 받습니다. 축이 더 많은 배열입니다({gate}): {first}, {second}.",
        "Use @ for a product of stacks of matrices.",
        "행렬 묶음의 곱에는 @ 를 씁니다.",
    ),
    "entries_differ": Message(
        "shape_mismatch",
        "The entries of an array must have one shape; {gate} got {first} and {second}.",
        "배열의 항목은 모양이 모두 같아야 합니다({gate}): {first}, {second}.",
    ),
    "reduction_of_nothing": Message(
        "shape_mismatch",
        "{gate} of no numbers does not exist; the shape is {first}.",
        "수가 하나도 없어 구할 수 없습니다({gate}): 모양 {first}.",
    ),
    "axis_out_of_range": Message(
        "bad_argument",
        "{gate} has no axis {axis} in an array of shape {first}.",
        "배열에 없는 축입니다({gate}): 축 {axis}, 모양 {first}.",
        "Axes count from 0, or from -1 backwards.",
        "축은 앞에서 0부터, 뒤에서 -1부터 셉니다.",
    ),
    "axis_repeated": Message(
        "bad_argument",
        "{gate} got an axis twice: {axis}, in an array of shape {first}.",
        "같은 축이 두 번 들어 있습니다({gate}): {axis}, 모양 {first}.",
    ),
    "axis_not_an_integer": Message(
        "bad_argument",
        "The axis of {gate} must be an integer, a tuple of integers or None.",
        "축은 정수, 정수의 튜플 또는 None이어야 합니다({gate}).",
    ),
    "keepdims_not_a_truth_value": Message(
        "bad_argument",
        "The argument keepdims of {gate} must be True or False.",
        "인자 keepdims에는 True나 False를 써야 합니다({gate}).",
    ),
    "parameter_not_a_number": Message(
        "bad_argument",
        "The argument {keyword} of {gate} must be a number.",
        "수를 써야 하는 인자입니다({gate}): {keyword}.",
    ),
    "parameter_not_an_integer": Message(
        "bad_argument",
        "The argument {keyword} of {gate} must be an integer.",
        "정수를 써야 하는 인자입니다({gate}): {keyword}.",
    ),
    "too_few_numbers": Message(
        "bad_argument",
        "{gate} with ddof={ddof} needs more numbers than that; the shape is {first}.",
        "수의 개수가 ddof 값보다 많아야 합니다({gate}): ddof={ddof}, 모양 {first}.",
    ),
    "axis_not_single": Message(
        "bad_argument",
        "The axis of {gate} must be one integer.",
        "축은 정수 하나여야 합니다({gate}).",
    ),
    "axes_do_not_match": Message(
        "bad_argument",
        "{gate} needs every axis once; it got {axes} for an array of shape {first}.",
        "모든 축을 한 번씩 써야 합니다({gate}): {axes}, 모양 {first}.",
    ),
    "reshape_sizes": Message(
        "shape_mismatch",
        "{gate} cannot give the {count} numbers of shape {first} the shape {wanted}.",
        "이 수들로는 만들 수 없는 모양입니다({gate}): 수 {count}개, 모양 {first} → {wanted}.",
        "The product of the sizes must stay the same; one size may be -1.",
        "크기의 곱은 그대로여야 하며, 크기 하나는 -1로 둘 수 있습니다.",
    ),
    "parts_differ": Message(
        "shape_mismatch",
        "{gate} along axis {axis} needs equal sizes along all other axes: {first} and {second}.",
        "이어 붙일 축이 아닌 축은 크기가 모두 같아야 합니다({gate}, 축 {axis}): {first}, {second}.",
    ),
    "too_many_axes": Message(
        "limit_exceeded",
        "{gate} would make an array of more than {maximum} axes.",
        "배열의 축이 {maximum}개를 넘습니다({gate}).",
    ),
    "too_many_indices": Message(
        "bad_argument",
        "{gate} got {count} indices for an array of shape {first}.",
        "배열의 축보다 인덱스가 많습니다({gate}): 인덱스 {count}개, 모양 {first}.",
    ),
    "ellipsis_twice": Message(
        "bad_argument",
        "Three dots can stand once among the indices of {gate}.",
        "점 세 개는 인덱스에 한 번만 쓸 수 있습니다({gate}).",
    ),
    "index_not_an_integer": Message(
        "bad_argument",
        "{gate} needs whole numbers for its indices or classes; it got {index}.",
        "인덱스나 클래스 번호는 정수여야 합니다({gate}): {index}.",
    ),
    "index_out_of_range": Message(
        "bad_argument",
        "{gate} got {index}, and the numbers that it can take here go from {least} to {most}.",
        "범위를 벗어난 번호입니다({gate}): {index}, 범위 {least} … {most}.",
    ),
    "scores_and_classes": Message(
        "shape_mismatch",
        "{gate} takes C scores and the number of a class, or N × C scores and N classes: {first} and {second}.",
        "점수 C개와 클래스 번호 하나, 또는 점수 N × C개와 클래스 번호 N개가 필요합니다({gate}): {first}, {second}.",
    ),
    "unknown_keyword": Message(
        "bad_argument",
        "{gate} has no argument named {keyword}.",
        "그런 이름의 인자가 없습니다({gate}): {keyword}.",
        "It is called {signature}.",
        "이렇게 부릅니다: {signature}.",
    ),
}
