"""The marks in the LaTeX of a program, and the LaTeX without them."""

import re

MARK = re.compile(r"\\htmlData\{([^}]*)\}\{")
PIECES = re.compile(MARK.pattern + r"|\\.|[{}]|[^{}\\]+", re.DOTALL)


def without_marks(text):
    """The text with each mark and its closing brace taken out."""
    kept, marked = [], []
    for piece in PIECES.finditer(text):
        is_mark = piece[1] is not None
        if is_mark or piece[0] == "{":
            marked.append(is_mark)
        elif piece[0] == "}" and marked.pop():
            continue
        kept += [] if is_mark else [piece[0]]
    return "".join(kept)
