"""``chainrule serve | eval | render | code | gates``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from app.arguments import add_program, program_of, wishes_of
from app.rendering import add_render
from app.terminal import FAILED, MISUSED, OK, MisuseError, complain, described, inputs_of
from engine import EngineError

STOPPED = 130  # as a shell says of what Ctrl+C has ended


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0, 1 when it failed, 2 when it was called wrongly."""
    options = _parsed(arguments)
    try:
        code: int = options.command(options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return complain("stopped", STOPPED)
    return code


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options; inputs may also follow an option, which argparse alone does not allow."""
    parser = _parser()
    options, rest = parser.parse_known_args(arguments)
    if rest and ("inputs" not in options or any(text.startswith("-") for text in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        options.inputs += rest
    return options


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from app import version

        print(f"chainrule {version()}")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chainrule", description="Circuits of expressions, with values and gradients."
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(required=True, metavar="serve | eval | render | code | gates")
    _add_serve(commands)
    _add_eval(commands)
    add_render(commands)
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
    add_program(evaluation)
    evaluation.add_argument("--json", action="store_true", help="print the answer of the API")
    evaluation.set_defaults(command=_evaluate)


def _add_code(commands: Any) -> None:
    parser = commands.add_parser(
        "code",
        help="write a program as code for NumPy, PyTorch, JAX or micrograd",
        epilog="example: chainrule code '(x + y) z' x=-2 y=5 z=-4 --target pytorch; missing inputs are filled in",
    )
    add_program(parser)
    parser.add_argument("--target", default="numpy", help="numpy, pytorch, jax or micrograd (default: %(default)s)")
    parser.set_defaults(command=_code)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:6]) < 65536):
        raise argparse.ArgumentTypeError(f"{text!r} is no port: a number from 0 to 65535")
    return int(text)


def _serve(options: argparse.Namespace) -> int:
    from app import server
    from app.settings import SettingError, Settings

    try:
        settings = Settings.from_environment()
    except SettingError as error:
        return complain(str(error), MISUSED)
    try:
        listener = server.open_socket(options.host, options.port)
    except OSError as error:
        place = f"{options.host}:{options.port}"
        return complain(f"Cannot listen on {place}: {error.strerror or error}. Choose another with --port.", FAILED)
    host, port = listener.getsockname()[:2]
    print(f"Chainrule at http://{f'[{host}]' if ':' in host else host}:{port}/ (Ctrl+C stops it)", file=sys.stderr)
    server.run(settings, listener)
    return OK


def _evaluate(options: argparse.Namespace) -> int:
    from engine import evaluate

    def table(source: str, inputs: dict[str, Any], **chosen: Any) -> str:
        found = evaluate(source, inputs, **chosen)
        return json.dumps(found.to_dict(), ensure_ascii=False, indent=2) if options.json else found.table()

    return _answered(options, table)


def _code(options: argparse.Namespace) -> int:
    from engine import code

    return _answered(options, lambda *given, **chosen: code(*given, target=options.target, **chosen).rstrip())


def _answered(options: argparse.Namespace, answer: Callable[..., str]) -> int:
    """Print the answer to the program; what is wrong with it is told."""
    source = program_of(options.expression)
    try:
        print(answer(source, inputs_of(options.inputs), **wishes_of(options)))
    except EngineError as error:
        return complain(described(error, source), FAILED)
    except MisuseError as error:
        return complain(str(error), MISUSED)
    return OK


def _gates(options: argparse.Namespace) -> int:
    from app.tables import gate_table
    from engine import catalogue

    gates = catalogue()
    print(json.dumps(gates, ensure_ascii=False, indent=2) if options.json else gate_table(gates))
    return OK


if __name__ == "__main__":
    sys.exit(main())
