"""Every kind of problem that an answer can name: its code, its status, its title and what it means."""

from __future__ import annotations

from dataclasses import dataclass

from app.language import Language


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One row of the table: a problem's HTTP status, short title and meaning, in both languages."""

    status: int
    title_en: str
    title_ko: str
    about_en: str
    about_ko: str

    def title(self, language: Language) -> str:
        """A few words that say what kind of problem it is."""
        return self.title_ko if language == "ko" else self.title_en

    def about(self, language: Language) -> str:
        """A sentence for the documentation."""
        return self.about_ko if language == "ko" else self.about_en


PROBLEMS: dict[str, ProblemKind] = {
    "syntax_error": ProblemKind(
        422,
        "The program cannot be read",
        "프로그램을 읽을 수 없습니다",
        "The text does not follow the notation; span, line and column say where.",
        "표기법에 맞지 않는 글입니다. span, line, column이 위치를 알려 줍니다.",
    ),
    "unknown_function": ProblemKind(
        422,
        "Unknown function",
        "모르는 함수",
        "A name before a bracket is no function; the hint names the nearest one.",
        "괄호 앞의 이름이 함수가 아닙니다. hint에 가장 가까운 함수가 있습니다.",
    ),
    "missing_inputs": ProblemKind(
        422,
        "Inputs are missing",
        "입력이 없습니다",
        "Names that the program uses have no value; the member names lists all of them.",
        "프로그램에 쓰인 이름에 값이 없습니다. names에 모두 나열됩니다.",
    ),
    "shape_mismatch": ProblemKind(
        422,
        "Shapes do not fit",
        "모양이 맞지 않습니다",
        "A gate cannot take operands of these shapes; the detail names the gate and the shapes.",
        "게이트가 받을 수 없는 모양입니다. detail에 게이트와 모양이 있습니다.",
    ),
    "recursive_function": ProblemKind(
        422,
        "Function reaches itself",
        "자기 자신을 부르는 함수",
        "Functions are expanded where they are called, so none may reach itself.",
        "함수는 부른 자리에 펼쳐지므로 자기 자신을 부를 수 없습니다.",
    ),
    "bad_input_value": ProblemKind(
        422,
        "Bad input value",
        "잘못된 입력 값",
        "An input is no finite number, rectangular nested list of numbers or random array.",
        "입력이 유한한 수, 직사각형 목록, 무작위 배열 가운데 하나가 아닙니다.",
    ),
    "bad_argument": ProblemKind(
        422,
        "Bad argument",
        "잘못된 인자",
        "A function or method is called in a way that it does not accept.",
        "함수나 메서드가 받을 수 없는 방식으로 불렸습니다.",
    ),
    "unsupported": ProblemKind(
        422,
        "Not supported",
        "지원하지 않음",
        "The program uses something that the notation leaves out, such as a loop.",
        "반복문처럼 이 표기법에 없는 것을 썼습니다.",
    ),
    "bad_option": ProblemKind(
        422,
        "Bad option",
        "잘못된 옵션",
        "A field is unknown, missing or of the wrong type, or the body is no object.",
        "필드가 없거나 알 수 없거나 형식이 다르거나, 본문이 객체가 아닙니다.",
    ),
    "unknown_edge": ProblemKind(
        422,
        "Unknown edge",
        "모르는 선",
        "The circuit has no edge with this id.",
        "회로에 그런 id의 선이 없습니다.",
    ),
    "limit_exceeded": ProblemKind(
        413,
        "Over a limit",
        "한도를 넘었습니다",
        "The body or the program is too large; the members limit and maximum say which bound and how much.",
        "본문이나 프로그램이 너무 큽니다. limit과 maximum이 한도의 이름과 크기입니다.",
    ),
    "malformed_json": ProblemKind(
        400,
        "Not JSON",
        "JSON이 아닙니다",
        "The body is not JSON in UTF-8, repeats a key, holds a bare NaN or Infinity, or nests too deeply.",
        "본문이 UTF-8 JSON이 아니거나, 키가 겹치거나, NaN이나 Infinity가 있거나, 너무 깊이 중첩되었습니다.",
    ),
    "unsupported_media_type": ProblemKind(
        415,
        "Not application/json",
        "application/json이 아닙니다",
        "The request's content type is not application/json, or its body is compressed.",
        "요청의 콘텐츠 형식이 application/json이 아니거나 본문이 압축되어 있습니다.",
    ),
    "request_timeout": ProblemKind(
        408,
        "The body did not arrive",
        "본문이 도착하지 않았습니다",
        "The rest of the body did not arrive in time.",
        "본문의 나머지가 제때 도착하지 않았습니다.",
    ),
    "not_found": ProblemKind(
        404,
        "Not found",
        "찾을 수 없습니다",
        "There is nothing at this address.",
        "이 주소에는 아무것도 없습니다.",
    ),
    "method_not_allowed": ProblemKind(
        405,
        "Method not allowed",
        "허용되지 않는 메서드",
        "The address exists, but not for this method; the header Allow names the right ones.",
        "주소는 있지만 이 메서드로는 부를 수 없습니다. Allow 헤더에 맞는 메서드가 있습니다.",
    ),
    "bad_host": ProblemKind(
        400,
        "Wrong host",
        "맞지 않는 호스트",
        "The server does not answer to the name in the header Host.",
        "Host 헤더의 이름으로는 이 서버가 응답하지 않습니다.",
    ),
    "bad_request": ProblemKind(
        400,
        "Bad request",
        "잘못된 요청",
        "The request cannot be understood.",
        "요청을 이해할 수 없습니다.",
    ),
    "busy": ProblemKind(
        503,
        "Busy",
        "서버가 바쁩니다",
        "Too many large programs are waiting; the header Retry-After says when to try again.",
        "큰 프로그램이 너무 많이 기다리고 있습니다. Retry-After 헤더의 시간 뒤에 다시 시도하세요.",
    ),
    "unsupported_format": ProblemKind(
        501,
        "Unknown format",
        "모르는 형식",
        "oEmbed's answer comes as json or xml only.",
        "oEmbed 응답의 형식은 json과 xml뿐입니다.",
    ),
    "internal_error": ProblemKind(
        500,
        "Internal error",
        "내부 오류",
        "The server made a mistake; nothing is wrong with the request as such.",
        "서버의 잘못이며, 요청 자체의 문제는 아닙니다.",
    ),
}
