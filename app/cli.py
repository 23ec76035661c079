"""``chainrule serve | eval | gates``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import Any

from app import VERSION
from app.errors import Problem
from app.settings import SettingError, Settings
from app.strict_json import strict_json
from app.tables import circuit_table, gate_table
from engine import EngineError, catalogue, evaluate, line_and_column

OK, FAILED, MISUSED = 0, 1, 2


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
    if rest and (options.command is not _evaluate or any(text.startswith("-") for text in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        options.inputs += rest
    return options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chainrule", description="Circuits of expressions, with values and gradients."
    )
    parser.add_argument("--version", action="version", version=f"chainrule {VERSION}")
    commands = parser.add_subparsers(required=True, metavar="serve | eval | gates")
    _add_serve(commands)
    _add_eval(commands)
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
    evaluation.add_argument("expression", help="the program; - reads it from standard input")
    evaluation.add_argument("inputs", nargs="*", metavar="name=value", help="a number or a nested list in JSON")
    evaluation.add_argument("--upstream", metavar="value", help="the gradient at the output (default: ones)")
    evaluation.add_argument("--constants", choices=("absorbed", "nodes"), default="absorbed")
    evaluation.add_argument("--seed", type=int, default=0, help="seed of random constants (default: %(default)s)")
    evaluation.add_argument("--json", action="store_true", help="print the answer of the API")
    evaluation.set_defaults(command=_evaluate)


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
    source = sys.stdin.read() if options.expression == "-" else options.expression
    try:
        inputs, upstream = _inputs(options.inputs), _value("--upstream", options.upstream)
        evaluation = evaluate(source, inputs, upstream=upstream, constants=options.constants, seed=options.seed)
    except EngineError as error:
        return _complain(_described(error, source), FAILED)
    except argparse.ArgumentTypeError as error:
        return _complain(str(error), MISUSED)
    answer = evaluation.to_dict()
    print(json.dumps(answer, ensure_ascii=False, indent=2) if options.json else circuit_table(answer))
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
