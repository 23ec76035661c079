"""``chainrule render``: one program to a file or to standard output, or all programs of a file to a folder."""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import Any

from app.arguments import add_program, piped_text, program_of, wishes_of
from app.drawing import FORMATS, NotDrawnError, drawn
from app.terminal import FAILED, MISUSED, OK, MisuseError, complain, described, inputs_of
from engine import EngineError

ENDINGS = ", ".join(FORMATS)
EPILOG = """\
examples: chainrule render '(x + y) z' x=-2 y=5 z=-4 -o circuit.svg
          chainrule render --from programs.txt -o figures
Missing inputs are filled in. A line of programs.txt is a program, or a JSON object: {"expression": …, "inputs": …}.
exit codes: 0 all drawn, 1 something failed, 2 called wrongly"""


def add_render(commands: Any) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "render",
        help="draw the circuit of a program, or of several",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=EPILOG,
    )
    add_program(parser, nargs="?")
    parser.add_argument("--from", dest="origin", metavar="file", help="a file of programs; - is standard input")
    parser.add_argument(
        "-o", "--output", metavar="file", help=f"{ENDINGS}; - or none is standard output; a folder with --from"
    )
    parser.add_argument("--format", choices=[ending[1:] for ending in FORMATS], help="where no name says it: svg")
    parser.add_argument("--jobs", type=int, metavar="n", help="with --from: how many processes draw (default: all)")
    parser.add_argument("--title", help="stands above the picture")
    parser.add_argument("--theme", default="auto", help="auto, light or dark (default: %(default)s)")
    parser.add_argument("--lang", default="en", help="language of its words, en or ko (default: %(default)s)")
    parser.add_argument("--step", type=int, help="how far the passes have come (default: all the way)")
    parser.add_argument("--digits", type=int, default=2, help="decimals, 0 to 6 (default: %(default)s)")
    parser.add_argument("--fragment", action="store_true", help="TikZ without a document around it")
    parser.set_defaults(command=render_command)


def render_command(options: argparse.Namespace) -> int:
    """Draw; gives the exit code."""
    try:
        return _render_one(options) if options.origin is None else _render_all(options)
    except MisuseError as error:
        return complain(str(error), MISUSED)


def _look(options: argparse.Namespace) -> dict[str, Any]:
    look = {name: getattr(options, name) for name in ("title", "theme", "lang", "step", "digits")}
    return look | {"standalone": not options.fragment} | wishes_of(options)


def _render_one(options: argparse.Namespace) -> int:
    if options.expression is None:
        raise MisuseError("There is nothing to draw; write a program, or --from and a file of programs.")
    file = None if options.output == "-" else options.output
    form = _form(options.format, file)
    wishes, inputs = _look(options), inputs_of(options.inputs)
    source = program_of(options.expression)
    try:
        drawing = drawn(source, inputs, form, wishes)
        for name, value in drawing.filled_in.items():
            complain(f"filled in {name}={json.dumps(value)}", OK)
        if file:
            with open(file, "wb") as written:
                written.write(drawing.content)
        else:
            sys.stdout.buffer.write(drawing.content)
    except EngineError as error:
        return complain(described(error, source), FAILED)
    except NotDrawnError as error:
        return complain(str(error), FAILED)
    except BrokenPipeError:
        raise
    except OSError as error:
        return complain(f"Cannot write {file}: {error.strerror or error}.", FAILED)
    return OK


def _form(wanted: str | None, file: str | None) -> str:
    """The format that was asked for, else that of the file's name."""
    ending = os.path.splitext(file)[1].lower() if file else ".svg"  # noqa: PTH122  (pathlib takes long to load)
    if wanted:
        ending = f".{wanted}"
    if ending not in FORMATS:
        raise MisuseError(f"The file's name must end in one of {ENDINGS}.")
    return FORMATS[ending]


def _render_all(options: argparse.Namespace) -> int:
    from pathlib import Path  # takes as long to load as a circuit to draw

    from app.batch import Batch, available_processors, draw_all  # processes, which one program does not need

    pairs = options.inputs if options.expression is None else [options.expression, *options.inputs]
    if options.output in (None, "-"):
        raise MisuseError("Several programs are drawn into a folder; name it with -o.")
    if options.jobs is not None and not 1 <= options.jobs <= 64:
        raise MisuseError("--jobs is a number from 1 to 64.")
    folder, ending = Path(options.output), f".{options.format or 'svg'}"
    batch = Batch(inputs_of(pairs), _look(options), FORMATS[ending], folder, ending)
    jobs = batch.jobs(_text_of(options.origin))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MisuseError(f"Cannot write into {folder}: {error.strerror or error}.") from None
    return draw_all(jobs, options.origin, options.jobs or available_processors())


def _text_of(origin: str) -> str:
    try:
        if origin == "-":
            return piped_text()
        with open(origin, encoding="utf-8-sig") as file:
            return file.read()
    except OSError as error:
        raise MisuseError(f"Cannot read {origin}: {error.strerror or error}.") from None
    except UnicodeDecodeError as error:
        raise MisuseError(f"{origin} is no UTF-8 text: byte {error.start}.") from None
