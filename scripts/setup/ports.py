"""The port of ``make run``."""

import errno
import socket

from scripts.setup.console import Stop

ANOTHER_PORT = "Choose another one: make run PORT={other} (HOST=… changes the address)."
ANOTHER_HOST = "Leave HOST out, or give an address of this machine: make run HOST=127.0.0.1"
REASONS = {
    errno.EADDRINUSE: f"Port {{port}} of {{host}} is taken by another program. {ANOTHER_PORT}",
    errno.EACCES: f"Port {{port}} of {{host}} may not be opened by this user. {ANOTHER_PORT}",
    errno.EADDRNOTAVAIL: f"{{host}} is no address of this machine. {ANOTHER_HOST}",
}
UNKNOWN_HOST = f"HOST={{host}} is not known on this machine. {ANOTHER_HOST}"
OTHERWISE = f"Port {{port}} of {{host}} cannot be opened. {ANOTHER_PORT}"


def require_free(host: str, port: str) -> None:
    """Fail with ``Stop`` unless a server can listen on ``host`` and ``port``."""
    number = port_number(port)
    try:
        listen_once(host, number)
    except socket.gaierror as error:
        raise Stop(UNKNOWN_HOST.format(host=host)) from error
    except OSError as error:
        reason = REASONS.get(error.errno or 0, OTHERWISE)
        raise Stop(reason.format(host=host, port=port, other=proposal(number))) from error


def port_number(text: str) -> int:
    """The number of a port; fails with ``Stop`` for anything but 1 to 65535."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise Stop(f"PORT={text} is no port. Give a number from 1 to 65535: make run PORT=8000")
    return int(text)


def proposal(port: int) -> int:
    """A port to try instead: the next one that every user may open."""
    return port + 1 if 1024 <= port < 65535 else 8000


def listen_once(host: str, port: int) -> None:
    """Open the port as the server will, and close it again."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        attempt.bind(address)
        attempt.listen(1)
