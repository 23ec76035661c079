"""What can be wrong with a request for a gate's curve."""

from engine.messages.message import Message

OPTION = "bad_option"

ERRORS = {
    "curve_node": Message(
        OPTION,
        "node must name a gate of the circuit.",
        "node는 회로에 있는 게이트의 id여야 합니다.",
        "The gates are {known}.",
        "게이트: {known}.",
    ),
    "curve_operand": Message(
        OPTION,
        "operand must be a slot of {node} that a wire feeds.",
        "operand는 선이 이어진 자리 번호여야 합니다({node}).",
        "These are {known}.",
        "쓸 수 있는 자리: {known}.",
    ),
    "curve_of_arrays": Message(
        OPTION,
        "{node} is a gate of arrays: a curve is drawn of a gate that has only numbers around it.",
        "{node}: 배열 게이트입니다. 곡선은 앞뒤가 모두 수 하나인 게이트에만 그립니다.",
        "Ask for its Jacobian instead: POST /api/v1/jacobian.",
        "대신 야코비 행렬을 요청하세요: POST /api/v1/jacobian.",
    ),
    "curve_range": Message(
        OPTION,
        "from must be less than to; the range is {lower} to {upper}.",
        "from은 to보다 작아야 합니다: 지금 {lower}, {upper}.",
    ),
}
