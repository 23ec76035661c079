"""The commands of LaTeX that mean something in a circuit, and what to say of some that do not."""

from __future__ import annotations

from engine.language.names import GREEK_NAMES

# Functions that stand in front of their argument, with or without brackets, by the notation's name for them
FUNCTIONS = {
    **{name: name for name in (
        "exp", "ln", "log", "max", "min", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh",
    )},
    "lg": "log10",
}  # fmt: skip
LOGARITHMS = {"2": "log2", "10": "log10"}  # by the subscript of \log

OPERATORS = {
    "cdot": "·", "times": "·", "odot": "*", "circ": "*", "ast": "*", "div": "/", "coloneqq": "=",
    "le": "<=", "leq": "<=", "leqslant": "<=", "ge": ">=", "geq": ">=", "geqslant": ">=", "lt": "<", "gt": ">",
    "ne": "!=", "neq": "!=", "ldots": "...", "dots": "...", "cdots": "...",
}  # fmt: skip

OPENING = {"(": ")", "[": "]", r"\{": r"\}", r"\lbrace": r"\rbrace", r"\lbrack": r"\rbrack"}
CLOSING = {closing: opening for opening, closing in OPENING.items()}
PLAIN = {r"\{": "(", r"\lbrace": "(", r"\lbrack": "[", r"\}": ")", r"\rbrace": ")", r"\rbrack": "]"}
BARS = {"|": "|", r"\vert": "|", "||": "||", "‖": "||", r"\|": "||", r"\Vert": "||"}
OPENING_BARS = {r"\lvert": "|", r"\lVert": "||"}
CLOSING_BARS = {r"\rvert": "|", r"\rVert": "||"}

SPACES = (
    "quad", "qquad", "enspace", "thinspace", "medspace", "thickspace", "negthinspace", "displaystyle", "textstyle",
    "scriptstyle", "limits", "nolimits", "nonumber", "notag", "mathstrut", "strut", "allowbreak", "nobreak", "hfill",
    "noindent", "centering", "small", "large", "normalsize",
)  # fmt: skip
DROPPED = ("label", "tag", "color", "hspace", "vspace", "phantom", "hphantom", "vphantom")  # with their argument
LEFT = ("left", "bigl", "Bigl", "biggl", "Biggl")
RIGHT = ("right", "bigr", "Bigr", "biggr", "Biggr")
SIZES = ("big", "Big", "bigg", "Bigg", "bigm", "Bigm", "middle")

# Commands that hold the letters of one name together
HELD = (
    "mathrm", "text", "textrm", "textbf", "textit", "texttt", "operatorname", "mathbf", "boldsymbol", "bm", "mathit",
    "mathsf", "mathtt", "mathcal", "mathscr", "mathfrak", "mathnormal", "mbox",
)  # fmt: skip
ACCENTS = ("hat", "widehat", "bar", "overline", "tilde", "widetilde", "vec", "dot", "check", "breve")
SILENT_ACCENTS = ("vec",)  # \vec{x} is x
VARIANTS = {"varepsilon": "epsilon", "vartheta": "theta", "varphi": "phi", "varrho": "rho", "varsigma": "sigma",
            "varpi": "pi", "ell": "l"}  # fmt: skip
SYMBOLS = {name: name for name in GREEK_NAMES} | VARIANTS
TRANSPOSES = ("T", r"\top", r"\intercal")

MATRICES = ("matrix", "bmatrix", "pmatrix", "smallmatrix")
LINES = (
    "align", "aligned", "alignat", "gather", "gathered", "split", "equation", "eqnarray", "multline", "displaymath",
    "math",
)  # fmt: skip
DELIMITERS = ("$", "$$", r"\[", r"\]", r"\(", r"\)")

# What is refused, by the row of the messages that says why
REFUSED = {
    **dict.fromkeys(("partial", "nabla"), "latex_derivative"),
    **dict.fromkeys(("int", "iint", "oint", "lim", "limsup", "liminf", "infty"), "latex_analysis"),
    **dict.fromkeys(("argmax", "argmin", "sup", "inf", "det", "Pr", "gcd"), "latex_function"),
    **dict.fromkeys(("pm", "mp", "in", "to", "rightarrow", "Rightarrow", "mapsto", "implies", "iff", "approx", "sim",
                     "equiv", "propto", "forall", "exists", "mid", "otimes", "oplus", "langle", "rangle", "binom",
                     "stackrel", "underbrace", "overbrace", "substack", "mathbb"), "latex_sign"),
}  # fmt: skip
