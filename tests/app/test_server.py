"""The real server on a socket: log lines, and connections that are not held open for nothing."""

import json
import logging
import socket
import threading

import pytest
import uvicorn

from app import logs, server
from app.main import create_app
from app.settings import Settings


@pytest.fixture(scope="module")
def address():
    settings = Settings(receive_seconds=0.05, body_bytes=1_000)
    listener = server.open_socket("127.0.0.1", 0)
    options = server.server_options(settings) | {"http": server.protocol(0.2)}
    running = uvicorn.Server(uvicorn.Config(create_app(settings), **options))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
    thread.start()
    yield listener.getsockname()
    running.should_exit = True
    thread.join(20)
    listener.close()


def sent(address, data):
    """All that the server answers to ``data`` until it hangs up."""
    with socket.create_connection(address, timeout=20) as connection:
        connection.sendall(data)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def post(length, body):
    return (
        b"POST /api/v1/evaluate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        b"Content-Length: %d\r\n\r\n" % length
    ) + body


def test_a_request_is_answered(address):
    body = b'{"expression": "1 + 1"}'
    answer = sent(address, post(len(body), body).replace(b"Host: x", b"Host: x\r\nConnection: close"))
    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")


def test_a_body_that_stops_arriving_is_answered_and_hung_up_on(address):
    assert sent(address, post(100, b"{")).startswith(b"HTTP/1.1 408 ")


@pytest.mark.parametrize("start", [b"", b"GET / HT", b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow"])
def test_a_header_that_stops_arriving_is_hung_up_on(address, start):
    assert sent(address, start) == b""


def test_a_body_over_the_limit_is_answered_at_once_and_hung_up_on(address):
    assert b'"limit":"body_bytes"' in sent(address, post(10_000, b"{"))


def test_the_blas_library_is_told_to_use_one_thread(monkeypatch):
    environment: dict[str, str] = {}
    monkeypatch.setattr("os.environ", environment)
    monkeypatch.setattr(uvicorn.Server, "run", lambda self, sockets: None)
    monkeypatch.setattr(logs, "set_up", lambda log_format: None)
    server.run(Settings(), None)
    assert environment["OPENBLAS_NUM_THREADS"] == "1"


def test_a_port_that_is_taken_is_an_error():
    with server.open_socket("127.0.0.1", 0) as listener, pytest.raises(OSError, match="in use"):
        server.open_socket("127.0.0.1", listener.getsockname()[1])


def test_a_request_is_one_line_of_json_without_what_is_private(client, caplog):
    caplog.set_level(logging.INFO, logger="chainrule.access")
    client.evaluate("secret", {"secret": 1}, headers={"x-forwarded-for": "192.0.2.1"})
    client.get("/?expression=private")
    lines = [logs.JsonFormatter().format(record) for record in caplog.records if record.name == "chainrule.access"]
    first, second = map(json.loads, lines)
    assert (first["method"], first["path"], first["status"]) == ("POST", "/api/v1/evaluate", 200)
    assert first["ms"] > 0
    assert second["path"] == "/"
    assert not any(word in line for line in lines for word in ("secret", "private", "192.0.2.1"))


def test_a_line_for_people_says_the_same(caplog):
    caplog.set_level(logging.INFO, logger="chainrule.access")
    logs.log_request("GET", "/", 200, 0.0015)
    logging.getLogger("chainrule.access").info("plain")
    lines = [logs.TextFormatter().format(record) for record in caplog.records]
    assert lines == ["GET / 200 1.5 ms", "plain"]


def test_a_traceback_goes_to_the_log_as_json():
    try:
        raise ValueError("broken")
    except ValueError:
        import sys

        record = logging.LogRecord("chainrule", logging.ERROR, __file__, 1, "failed", None, sys.exc_info())
    entry = json.loads(logs.JsonFormatter().format(record))
    assert entry["message"] == "failed"
    assert "ValueError: broken" in entry["traceback"]
