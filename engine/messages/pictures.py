"""What can keep a circuit from being drawn."""

from engine.messages.message import Message

UNSUPPORTED = "unsupported"

ERRORS = {
    "no_png": Message(
        UNSUPPORTED,
        "This installation cannot draw a PNG: the package resvg-py is missing.",
        "이 설치본은 PNG를 그릴 수 없습니다: resvg-py 패키지가 없습니다.",
        "Ask for svg instead.",
        "대신 svg를 요청하세요.",
    ),
    "no_font": Message(
        UNSUPPORTED,
        "A PNG cannot be drawn: the machine has none of the fonts {fonts}.",
        "PNG를 그릴 수 없습니다. 다음 글꼴이 하나도 없습니다: {fonts}",
        "Install one of them, or ask for svg instead.",
        "글꼴을 하나 설치하거나, 대신 svg를 요청하세요.",
    ),
    "limit_png_nodes": Message(
        "limit_exceeded",
        "A PNG shows at most {maximum} nodes (limit png_nodes).",
        "PNG 하나에 담는 노드가 너무 많습니다: 최대 {maximum}개 (한도 png_nodes).",
        "Ask for svg instead: it has no such limit.",
        "대신 svg를 요청하세요. svg에는 이 한도가 없습니다.",
    ),
    "limit_document_nodes": Message(
        "limit_exceeded",
        "A circuit in one HTML file has at most {maximum} nodes (limit document_nodes).",
        "HTML 파일 하나에 담는 노드가 너무 많습니다: 최대 {maximum}개 (한도 document_nodes).",
        "Ask for svg instead, or show the circuit from a server.",
        "대신 svg를 요청하거나 서버의 회로를 보여 주세요.",
    ),
    "limit_document_bytes": Message(
        "limit_exceeded",
        "A circuit in one HTML file has at most {maximum} bytes of numbers (limit document_bytes).",
        "HTML 파일 하나에 담는 수가 너무 많습니다: 최대 {maximum}바이트 (한도 document_bytes).",
        "Take smaller inputs, or ask for svg instead.",
        "더 작은 입력을 쓰거나 대신 svg를 요청하세요.",
    ),
}
