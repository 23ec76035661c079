"""LaTeX as it stands in the source of a page: read into the tokens of the notation."""

from engine.language.latex.reader import is_latex, latex_tokens

__all__ = ["is_latex", "latex_tokens"]
