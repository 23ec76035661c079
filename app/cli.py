"""``chainrule serve | eval | render | code | gates``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from app import version
from app.errors import Problem
from app.settings import SettingError, Settings
from app.strict_json import strict_json
from app.tables import circuit_table, gate_table
from engine import EngineError, catalogue, code, evaluate, line_and_column, render, with_suggestions

OK, FAILED, MISUSED = 0, 1, 2
FORMATS = {".svg": "svg", ".png": "png", ".tex": "tikz", ".dot": "dot", ".json": "json"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0, 1 when it failed, 2 when it was called wrongly."""
    options = _parsed(arguments)
    try:
        code: int = options.command(options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return code


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options; inputs may also follow an option, which argparse alone does not allow."""
    parser = _parser()
    options, rest = parser.parse_known_args(arguments)
    if rest and (options.command not in (_evaluate, _render, _code) or any(text.startswith("-") for text in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        options.inputs += rest
    return options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chainrule", description="Circuits of expressions, with values and gradients."
    )
    parser.add_argument("--version", action="version", version=f"chainrule {version()}")
    commands = parser.add_subparsers(required=True, metavar="serve | eval | render | code | gates")
    _add_serve(commands)
    _add_eval(commands)
    _add_render(commands)
    _add_code(commands)
    gates = commands.add_parser("gates", help="list all gates")
    gates.add_argument("--json", action="store_true", help="print the catalogue as JSON")
    gates.set_defaults(command=_gates)
    return parser


def _add_serve(commands: Any) -> None:
    serve = commands.add_parser("serve", help="serve the page and the API")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    serve.add_argument("--port", type=_port, default=8000, help="port to listen on (default: %(default)s)")
    serve.set_defaults(command=_serve)


def _add_eval(commands: Any) -> None:
    evaluation = commands.add_parser(
        "eval",
        help="evaluate a program, forward and backward",
        epilog="example: chainrule eval '(x + y) z' x=-2 y=5 z=-4; before a program that begins with -, write --",
    )
    _add_program(evaluation)
    evaluation.add_argument("--json", action="store_true", help="print the answer of the API")
    evaluation.set_defaults(command=_evaluate)


def _add_render(commands: Any) -> None:
    parser = commands.add_parser(
        "render",
        help="draw the circuit of a program: SVG, PNG, TikZ, DOT or JSON",
        epilog="example: chainrule render '(x + y) z' x=-2 y=5 z=-4 -o circuit.svg; missing inputs are filled in",
    )
    _add_program(parser)
    endings = ", ".join(FORMATS)
    parser.add_argument("-o", "--output", metavar="file", help=f"{endings}; - or none is an SVG on standard output")
    parser.add_argument("--fold", metavar="all|names", help="composite gates to fold, such as sigmoid,softmax")
    parser.add_argument("--title", help="stands above the picture")
    parser.add_argument("--theme", default="auto", help="auto, light or dark (default: %(default)s)")
    parser.add_argument("--step", type=int, help="how far the passes have come (default: all the way)")
    parser.add_argument("--digits", type=int, default=2, help="decimals, 0 to 6 (default: %(default)s)")
    parser.add_argument("--fragment", action="store_true", help="TikZ without a document around it")
    parser.set_defaults(command=_render)


def _add_code(commands: Any) -> None:
    parser = commands.add_parser(
        "code",
        help="write a program as code for NumPy, PyTorch, JAX or micrograd",
        epilog="example: chainrule code '(x + y) z' x=-2 y=5 z=-4 --target pytorch; missing inputs are filled in",
    )
    _add_program(parser)
    parser.add_argument("--target", default="numpy", help="numpy, pytorch, jax or micrograd (default: %(default)s)")
    parser.set_defaults(command=_code)


def _add_program(parser: argparse.ArgumentParser) -> None:
    """What every command that runs a program takes."""
    parser.add_argument("expression", help="the program; - reads it from standard input")
    parser.add_argument("inputs", nargs="*", metavar="name=value", help="a number or a nested list in JSON")
    parser.add_argument("--upstream", metavar="value", help="the gradient at the output (default: ones)")
    parser.add_argument("--constants", choices=("absorbed", "nodes"), default="absorbed")
    parser.add_argument("--seed", type=int, default=0, help="seed of random constants (default: %(default)s)")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:6]) < 65536):
        raise argparse.ArgumentTypeError(f"{text!r} is no port: a number from 0 to 65535")
    return int(text)


def _serve(options: argparse.Namespace) -> int:
    from app import server

    try:
        settings = Settings.from_environment()
    except SettingError as error:
        return _complain(str(error), MISUSED)
    try:
        listener = server.open_socket(options.host, options.port)
    except OSError as error:
        place = f"{options.host}:{options.port}"
        return _complain(f"Cannot listen on {place}: {error.strerror or error}. Choose another with --port.", FAILED)
    host, port = listener.getsockname()[:2]
    print(f"Chainrule at http://{f'[{host}]' if ':' in host else host}:{port}/ (Ctrl+C stops it)", file=sys.stderr)
    server.run(settings, listener)
    return OK


def _evaluate(options: argparse.Namespace) -> int:
    def table(source: str, inputs: dict[str, Any], **chosen: Any) -> str:
        answer = evaluate(source, inputs, **chosen).to_dict()
        return json.dumps(answer, ensure_ascii=False, indent=2) if options.json else circuit_table(answer)

    return _answered(options, table)


def _render(options: argparse.Namespace) -> int:
    file = Path(options.output) if options.output not in (None, "-") else None
    form = FORMATS.get(file.suffix.lower()) if file else "svg"
    if form is None:
        return _complain(f"The file's name must end in one of {', '.join(FORMATS)}.", MISUSED)
    fold = options.fold if options.fold in (None, "all") else options.fold.split(",")
    look = {name: getattr(options, name) for name in ("title", "theme", "step", "digits")}
    look |= {"standalone": not options.fragment, "format": form, "fold": fold or "none"}

    def draw(source: str, given: dict[str, Any], **chosen: Any) -> None:
        inputs = with_suggestions(source, given)
        picture = render(source, inputs, **look, **chosen)
        for name in (name for name in inputs if name not in given):
            print(f"chainrule: filled in {name}={json.dumps(inputs[name])}", file=sys.stderr)
        if file:
            file.write_bytes(picture.content)
        else:
            sys.stdout.buffer.write(picture.content)

    try:
        return _answered(options, draw)
    except OSError as error:
        return _complain(f"Cannot write {file}: {error.strerror or error}.", FAILED)


def _code(options: argparse.Namespace) -> int:
    return _answered(options, lambda *given, **chosen: code(*given, target=options.target, **chosen).rstrip())


def _answered(options: argparse.Namespace, answer: Callable[..., str | None]) -> int:
    """Print the answer to the program, unless it is written elsewhere; what is wrong with it is told."""
    source = sys.stdin.read() if options.expression == "-" else options.expression
    try:
        inputs, upstream = _inputs(options.inputs), _value("--upstream", options.upstream)
        text = answer(source, inputs, upstream=upstream, constants=options.constants, seed=options.seed)
    except EngineError as error:
        return _complain(_described(error, source), FAILED)
    except argparse.ArgumentTypeError as error:
        return _complain(str(error), MISUSED)
    if text is not None:
        print(text)
    return OK


def _inputs(pairs: Sequence[str]) -> dict[str, Any]:
    inputs: dict[str, Any] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        name = name.strip()
        if not equals or not name:
            raise argparse.ArgumentTypeError(f"{pair!r} is no input; write name=value.")
        if name in inputs:
            raise argparse.ArgumentTypeError(f"The input {name} is there twice.")
        inputs[name] = _value(name, text)
    return inputs


def _value(name: str, text: str | None) -> Any:
    if text is None:
        return None
    try:
        return strict_json(text.encode(errors="replace"), most_levels=100)
    except Problem as problem:
        raise argparse.ArgumentTypeError(f"The value of {name} is neither a number nor a list: {problem}") from None


def _described(error: EngineError, source: str) -> str:
    """The message, the line with the place marked, and the hint."""
    lines = [f"{error.code}: {error.message()}"]
    if error.span is not None:
        line, column = line_and_column(source, error.span[0])
        lines += _marked(source.split("\n")[line - 1], column - 1, error.span[1] - error.span[0])
    hint = error.hint()
    return "\n".join([*lines, hint] if hint else lines)


def _marked(line: str, start: int, length: int) -> list[str]:
    """The part of ``line`` around ``start``, and a line of carets under it."""
    left = max(0, start - 60)
    return [f"  {line[left : left + 100]}", "  " + " " * (start - left) + "^" * max(1, min(length, 40))]


def _gates(options: argparse.Namespace) -> int:
    gates = catalogue()
    print(json.dumps(gates, ensure_ascii=False, indent=2) if options.json else gate_table(gates))
    return OK


def _complain(message: str, code: int) -> int:
    print(f"chainrule: {message}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
