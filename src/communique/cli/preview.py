"""The site as it will stand on its host, on this machine: under its path, with pages that load again when they change.

The files of the site stay as they are; what a page needs to follow changes is put in on its way to the browser.
"""

from __future__ import annotations

import json
import mimetypes
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlsplit

_OWN = ".serve/"
"""Addresses of this server below the site's path: the build publishes nothing whose name begins with a dot."""

_SHARED = ("assets/site.css", "assets/site.js", "assets/search.js")
"""Files that every page may show."""

_SEARCH, _INDEX = "search/", "pagefind/shards.json"
"""The search page, and the file that changes when what it finds does."""

_PATIENCE = 15.0
"""Seconds after which a silent browser is spoken to, to learn whether it is still there."""


class Site:
    """A published site, and what is told about it to the browsers that show it."""

    def __init__(self, folder: Path, base: str) -> None:
        """Know the folder of a site and its path on the host, such as `/archive/`."""
        self.folder = folder
        self.base = base
        self.stopped = False
        self._told: dict[str, object] = {"counted": ""}
        self._news = threading.Condition()
        self._count = 0

    def tell(self, **told: object) -> None:
        """Have every browser look whether its page changed; `told` is what it shows from now on, if given."""
        with self._news:
            self._told = told or self._told
            self._count += 1
            self._news.notify_all()

    def stop(self) -> None:
        """Let every browser go."""
        self.stopped = True
        self.tell()

    def news(self, count: int) -> tuple[int, dict[str, object]]:
        """Wait for news after the first `count`; return their number now, the same after a while, and what is told."""
        with self._news:
            self._news.wait_for(lambda: self._count != count, _PATIENCE)
            return self._count, self._told

    def file(self, path: str) -> Path | None:
        """Return the file that stands at a path of the host; None where there is none."""
        inside = os.path.normpath("/" + path.removeprefix(self.base))
        if not path.startswith(self.base) or "/." in inside:
            return None
        file = Path(f"{self.folder}{inside}", "index.html" if path.endswith("/") else "")
        return file if file.is_file() else None

    def leads_to(self, path: str) -> str:
        """Return the address that a host sends a browser on to: a folder's with its slash; empty where to none."""
        if path in {"", "/", self.base.rstrip("/")} and path != self.base:
            return self.base
        return f"{path}/" if not path.endswith("/") and self.file(f"{path}/") else ""

    def stamp(self, path: str) -> str:
        """Return what changes when the page at a path, or what it shows, changes."""
        shared = (*_SHARED, _INDEX) if path.startswith(self.base + _SEARCH) else _SHARED
        return "-".join(map(_mtime, (self.file(path), *(self.folder / name for name in shared))))


def _mtime(file: Path | None) -> str:
    try:
        return str(file.stat().st_mtime_ns) if file else ""
    except OSError:
        return ""


class _Handler(BaseHTTPRequestHandler):
    """Answers one browser; `site` is set by the server's own class below."""

    site: Site

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        path = unquote(parts.path)
        own = path.removeprefix(self.site.base + _OWN)
        with suppress(OSError):  # the browser went away
            if own == "reload.js":
                self._send(HTTPStatus.OK, "text/javascript", _script())
            elif own == "events":
                given = dict(parse_qsl(parts.query))
                self._follow(given.get("page", ""), given.get("stamp", ""))
            elif onward := self.site.leads_to(path):
                self._lead(onward)
            else:
                self._show(path)

    do_HEAD = do_GET  # noqa: N815  (the name is what the class above looks for)

    def _lead(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(address))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _show(self, path: str) -> None:
        """Send the file at a path; the page of what is not there where it is not there."""
        stamp = self.site.stamp(path)
        file = self.site.file(path)
        shown = file or self.site.folder / "404.html"
        data = shown.read_bytes() if shown.is_file() else b"There is no such page.\n"
        kind = mimetypes.guess_type(shown.name)[0] or "application/octet-stream"
        if kind == "text/html":
            data = data.replace(b"</head>", self._tag(stamp) + b"</head>", 1)
        self._send(HTTPStatus.OK if file else HTTPStatus.NOT_FOUND, kind, data)

    def _tag(self, stamp: str) -> bytes:
        own = self.site.base + _OWN
        return f'<script src="{own}reload.js" data-events="{own}events" data-stamp="{stamp}" defer></script>'.encode()

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _follow(self, path: str, stamp: str) -> None:
        """Tell a browser what there is to tell until its page, last seen with this stamp, has changed."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        count, told = self.site.news(-1)
        self._event("problems", told)
        while not self.site.stopped:
            if self.site.stamp(path) != stamp:
                self._event("reload", {})
                return
            known = told
            count, told = self.site.news(count)
            if told != known:
                self._event("problems", told)
            else:
                self.wfile.write(b": still here\n\n")

    def _event(self, name: str, data: dict[str, object]) -> None:
        self.wfile.write(f"event: {name}\ndata: {json.dumps(data)}\n\n".encode())

    def log_message(self, *_: object) -> None:
        """Say nothing of each request: the terminal is for what the build found."""


@cache
def _script() -> bytes:
    return files("communique.cli").joinpath("reload.js").read_bytes()


class Server(ThreadingHTTPServer):
    """Serves a site to this machine alone."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, site: Site, port: int) -> None:
        """Take a port, or any free one for 0; raises OSError where it is taken."""
        super().__init__(("127.0.0.1", port), type("Handler", (_Handler,), {"site": site}))
        self.site = site
        self.address = f"http://127.0.0.1:{self.server_port}{site.base}"

    @contextmanager
    def running(self) -> Iterator[None]:
        """Answer browsers while the block runs."""
        thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.site.stop()
            self.shutdown()
            thread.join()

    def handle_error(self, *_: object) -> None:
        """A browser that goes away is no error."""
