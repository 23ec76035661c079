"""What stands in the way of a program for another library."""

from engine.messages.message import Message

ERRORS = {
    "code_of_arrays": Message(
        "unsupported",
        "micrograd computes with single numbers, and this program has arrays.",
        "micrograd는 수 하나씩만 계산하는데, 이 프로그램에는 배열이 있습니다.",
        "Choose numpy, pytorch or jax.",
        "numpy, pytorch, jax 가운데 하나를 고르세요.",
    ),
    "code_raises": Message(
        "unsupported",
        "micrograd computes with Python's floats, which raise an error at this gate ({gate}) instead of going on.",
        "micrograd는 파이썬의 수로 계산하므로 이 게이트에서 오류가 나고 멈춥니다({gate}).",
        "Choose numpy, pytorch or jax, or other inputs.",
        "numpy, pytorch, jax 가운데 하나를 고르거나 입력값을 바꾸세요.",
    ),
    "limit_code_numbers": Message(
        "limit_exceeded",
        "At most {maximum} numbers are written out in a program (limit code_numbers).",
        "프로그램에 적는 수가 너무 많습니다: 최대 {maximum}개 (한도 code_numbers).",
        'Give large inputs as {{"random": "normal", "shape": […]}}: they are drawn again in the program.',
        '큰 입력은 {{"random": "normal", "shape": […]}}로 주세요. 프로그램 안에서 다시 뽑습니다.',
    ),
}
