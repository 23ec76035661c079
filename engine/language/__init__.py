"""The notation: text in, abstract syntax out, and back to text and LaTeX."""
