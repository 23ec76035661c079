"""Signs that the notation does not have, and what to write instead."""

from engine.messages.message import Message

SYNTAX = "syntax_error"
UNSUPPORTED = "unsupported"

ERRORS = {
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
        "Leave it out, or write a name of letters, digits and _ in its place.",
        "지우거나 글자, 숫자, _ 로 이루어진 이름을 쓰세요.",
    ),
    "invisible_character": Message(
        SYNTAX,
        "An invisible character stands here: {character}.",
        "여기에 보이지 않는 문자가 있습니다: {character}",
        "Delete it.",
        "지우세요.",
    ),
    "strange_space": Message(
        SYNTAX,
        "This blank is not part of the notation: {character}.",
        "이 표기법에 없는 빈칸입니다: {character}",
        "Write a plain space.",
        "보통 빈칸을 쓰세요.",
    ),
    "foreign_letter": Message(
        SYNTAX,
        "This letter is not part of the notation: {character}.",
        "이 표기법에 없는 글자입니다: {character}",
        "Names are written in Latin or Greek letters, digits and _.",
        "이름은 로마자나 그리스 문자, 숫자, _ 로 쓰세요.",
    ),
    "foreign_symbol": Message(
        SYNTAX,
        "This sign is not part of the notation: {character}.",
        "이 표기법에 없는 기호입니다: {character}",
        "{instead}",
        "{instead}",
    ),
    "derivative_sign": Message(
        UNSUPPORTED,
        "Derivatives are not written: {character}.",
        "미분은 쓰지 않습니다: {character}",
        "Write the function alone: the backward pass gives the gradient of every input.",
        "함수만 쓰세요. 역전파가 모든 입력의 기울기를 구합니다.",
    ),
    "prime": Message(
        UNSUPPORTED,
        "A prime is not read: it could be a transpose or a name.",
        "프라임(′)은 전치인지 이름인지 알 수 없어 읽지 않습니다.",
        "Write x.T for the transpose, or another name such as x1.",
        "전치는 x.T로, 다른 이름은 x1처럼 쓰세요.",
    ),
    "string": Message(
        UNSUPPORTED,
        "A text in quotation marks has no place in a circuit.",
        "따옴표로 묶은 글은 회로에 넣을 수 없습니다.",
        "Leave it out, or put # in front of it to make it a comment.",
        "지우거나 앞에 # 을 붙여 주석으로 만드세요.",
    ),
    "curly_bracket": Message(
        UNSUPPORTED,
        "Curly brackets have no meaning here: {sign}",
        "중괄호는 여기에서 뜻이 없습니다: {sign}",
        "Write ( ) around an expression, [ ] around the entries of an array.",
        "식은 ( )로, 배열의 항목은 [ ]로 묶으세요.",
    ),
    "foreign_sign": Message(
        UNSUPPORTED,
        "The sign {sign} has no meaning in a circuit.",
        "회로에서 뜻이 없는 기호입니다: {sign}",
        "Write with + - * / ^ @ and functions.",
        "+ - * / ^ @ 와 함수로 쓰세요.",
    ),
    "foreign_sign_instead": Message(
        UNSUPPORTED,
        "The sign {sign} has no meaning in a circuit.",
        "회로에서 뜻이 없는 기호입니다: {sign}",
        "{instead}",
        "{instead}",
    ),
}
