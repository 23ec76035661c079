"""A course's own website: pages on another port of this machine, which show circuits of the server."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Course:
    """``address`` is the origin of the site; ``put`` adds a page to it, with the headers that its server would send."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[bytes, dict[str, str]]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> "Course":
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def put(self, path: str, body: str, lang: str = "en", head: str = "", **headers: str) -> str:
        """The address of a new page; ``headers`` with ``_`` for ``-``."""
        document = (
            f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>Course</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<link rel="icon" href="data:,">{head}<body>{body}'
        )
        self._pages[path] = document.encode(), {name.replace("_", "-"): text for name, text in headers.items()}
        return self.address + path

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        pages = self._pages

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                content, headers = pages.get(self.path.partition("?")[0], (b"", None))
                self.send_response(200 if headers is not None else 404)
                for name, text in {"Content-Type": "text/html; charset=utf-8", **(headers or {})}.items():
                    self.send_header(name, text)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        return Handler
