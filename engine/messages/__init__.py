"""Every sentence that the engine can say, in English and in Korean, one row each.

A row names the error code of the contract and the sentences with their placeholders; particles that depend on a
live word are avoided in Korean by the order of the sentence. A hint says what to write instead.
"""

from engine.messages import (
    characters,
    code,
    curves,
    derivations,
    evaluation,
    gates,
    jacobians,
    language,
    latex,
    lowering,
    notices,
    pictures,
    statements,
)
from engine.messages.message import Language, Message

TEXT = language.ERRORS | latex.ERRORS | characters.ERRORS | statements.ERRORS
ERRORS: dict[str, Message] = (
    TEXT
    | lowering.ERRORS
    | gates.ERRORS
    | evaluation.ERRORS
    | jacobians.ERRORS
    | curves.ERRORS
    | pictures.ERRORS
    | code.ERRORS
)
NOTICES: dict[str, Message] = notices.NOTICES
STRUCTURES: dict[str, Message] = jacobians.STRUCTURES
DERIVATIONS: dict[str, Message] = derivations.DERIVATIONS

__all__ = ["DERIVATIONS", "ERRORS", "NOTICES", "STRUCTURES", "Language", "Message"]
