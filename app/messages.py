"""The sentences of the API itself, in English and in Korean; those about programs are the engine's."""

from __future__ import annotations

from engine import Message

JSON = "malformed_json"

SENTENCES: dict[str, Message] = {
    "empty_body": Message(
        JSON,
        "The body is empty.",
        "본문이 비어 있습니다.",
        'Send an object such as {{"expression": "x*y"}}.',
        '{{"expression": "x*y"}} 같은 객체를 보내세요.',
    ),
    "not_utf8": Message(
        JSON,
        "The body is not UTF-8: the byte at offset {offset} does not fit.",
        "본문이 UTF-8이 아닙니다. 맞지 않는 바이트의 위치: {offset}",
    ),
    "not_json": Message(
        JSON,
        "The body is not JSON: {reason} at line {line}, column {column}.",
        "본문이 JSON이 아닙니다. {line}행 {column}열: {reason}",
    ),
    "duplicate_key": Message(
        JSON,
        "An object of the body has the key {key} twice.",
        "본문의 한 객체에 같은 키가 두 번 있습니다: {key}",
        "Leave one of them out.",
        "하나만 남기세요.",
    ),
    "bare_constant": Message(
        JSON,
        "The body holds a bare {name}, which JSON does not have.",
        "JSON에 없는 값이 본문에 있습니다: {name}",
        "Every number in a request is finite.",
        "요청의 수는 모두 유한해야 합니다.",
    ),
    "lone_surrogate": Message(
        JSON,
        "The escape {escape} is half of a character.",
        "문자의 반쪽만 있는 이스케이프입니다: {escape}",
    ),
    "too_deep": Message(
        JSON,
        "The body nests lists and objects deeper than {maximum} levels.",
        "본문의 목록과 객체가 너무 깊이 중첩되었습니다. 최대 깊이: {maximum}",
    ),
    "not_an_object": Message(
        "bad_option",
        "The body must be an object; it is {found}.",
        "본문은 객체여야 합니다. 지금 형식: {found}",
        'Send an object such as {{"expression": "x*y"}}.',
        '{{"expression": "x*y"}} 같은 객체를 보내세요.',
    ),
    "unknown_field": Message(
        "bad_option",
        "There is no field {field}.",
        "그런 필드가 없습니다: {field}",
        "The fields are {fields}.",
        "쓸 수 있는 필드: {fields}",
    ),
    "missing_field": Message(
        "bad_option",
        "The field {field} is required.",
        "꼭 필요한 필드가 없습니다: {field}",
    ),
    "wrong_field": Message(
        "bad_option",
        "{field} must be {expected}.",
        "옵션의 값이 맞지 않습니다({field}): {expected}",
    ),
    "wrong_input": Message(
        "bad_input_value",
        "{field} must be {expected}.",
        "입력의 형식이 맞지 않습니다({field}): {expected}",
    ),
    "unreadable_input": Message(
        "bad_input_value",
        "The address gives a value that cannot be read: {text}",
        "주소의 값을 읽을 수 없습니다: {text}",
        "Write inputs=w0:2,W:((1,2),(3,4)), or JSON.",
        "inputs=w0:2,W:((1,2),(3,4)) 또는 JSON으로 적으세요.",
    ),
    "not_built": Message(
        "unsupported",
        "An HTML file holds the built front end, which is missing here; make build builds it.",
        "HTML 파일에는 빌드한 프런트 엔드가 들어가는데, 여기에는 없습니다. make build로 빌드하세요.",
        "Ask for svg instead.",
        "대신 svg를 요청하세요.",
    ),
    "too_large": Message(
        "limit_exceeded",
        "The body is over the limit body_bytes of {maximum} bytes.",
        "본문이 한도를 넘었습니다: body_bytes, 최대 {maximum}바이트.",
    ),
    "out_of_memory": Message(
        "limit_exceeded",
        "The program needs more memory than the server has.",
        "프로그램에 필요한 메모리가 서버에 없습니다.",
    ),
    "wrong_media_type": Message(
        "unsupported_media_type",
        "The body's content type must be application/json.",
        "본문의 콘텐츠 형식은 application/json이어야 합니다.",
        "Send the header Content-Type: application/json.",
        "Content-Type: application/json 헤더를 보내세요.",
    ),
    "compressed_body": Message(
        "unsupported_media_type",
        "The body must not be compressed.",
        "압축한 본문은 받지 않습니다.",
    ),
    "slow_body": Message(
        "request_timeout",
        "The body did not arrive within {seconds} seconds.",
        "{seconds}초 안에 본문이 다 도착하지 않았습니다.",
    ),
    "busy": Message(
        "busy",
        "The server is busy with other large programs. Try again in {seconds} seconds.",
        "서버가 다른 큰 프로그램을 계산하고 있습니다. {seconds}초 뒤에 다시 시도해 주세요.",
    ),
    "unknown_format": Message(
        "unsupported_format",
        "oEmbed's answer does not come as {format}.",
        "이 형식으로는 oEmbed 응답을 주지 않습니다: {format}",
        "The formats are json and xml.",
        "쓸 수 있는 형식: json, xml",
    ),
    "no_circuit": Message(
        "not_found",
        "This address is not that of a circuit on this server.",
        "이 서버에 있는 회로의 주소가 아닙니다.",
        "Give the link of a circuit: its scheme, host and port are this server's, and it has an expression.",
        "회로의 링크를 적으세요. 스킴, 호스트, 포트가 이 서버의 것이고 expression이 있어야 합니다.",
    ),
    "not_found": Message(
        "not_found",
        "There is nothing at this address.",
        "이 주소에는 아무것도 없습니다.",
        "The API is described at /api/v1/docs.",
        "API 설명: /api/v1/docs",
    ),
    "method_not_allowed": Message(
        "method_not_allowed",
        "This address does not take this method.",
        "이 주소에서는 이 메서드를 쓸 수 없습니다.",
        "The header Allow names those that it takes.",
        "쓸 수 있는 메서드는 Allow 헤더에 있습니다.",
    ),
    "bad_host": Message(
        "bad_host",
        "This server does not answer to the name in the header Host.",
        "Host 헤더의 이름으로는 이 서버가 응답하지 않습니다.",
    ),
    "bad_request": Message(
        "bad_request",
        "The request cannot be understood.",
        "요청을 이해할 수 없습니다.",
    ),
    "internal_error": Message(
        "internal_error",
        "Something went wrong in the server; the request is not to blame.",
        "서버에서 문제가 생겼습니다. 요청의 잘못은 아닙니다.",
    ),
}
