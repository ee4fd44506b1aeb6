"""Addresses outside of the site, asked of a server on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from communique.audit import external

ASKED: list[str] = []


class Host(BaseHTTPRequestHandler):
    """Answers by the path: /404 with 404, and so on; /shy refuses to tell the head alone."""

    def do_HEAD(self) -> None:
        self.answer(405 if self.path == "/shy" else int(self.path[1:4]))

    def do_GET(self) -> None:
        self.answer(200 if self.path == "/shy" else int(self.path[1:4]))

    def answer(self, status: int) -> None:
        ASKED.append(f"{self.command} {self.path}")
        self.send_response(status)
        self.send_header("Location", "/200")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    ASKED.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_pages_that_are_gone_are_said_with_the_page_that_names_them(host: str) -> None:
    outside = {f"{host}{path}": f"page{path}" for path in ("/200", "/404", "/500", "/302", "/shy", "/200/a b–c")}
    found = external.unreachable(outside, pause=0)
    assert [(problem.file, "answers 404" in problem.message) for problem in found] == [
        ("page/404", True),
        ("page/500", False),
    ]
    assert {"HEAD /200", "HEAD /shy", "GET /shy", "HEAD /200/a%20b%E2%80%93c"} <= set(ASKED)


def test_one_host_is_asked_one_at_a_time_with_a_pause(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(external.time, "sleep", pauses.append)
    told: list[str] = []
    external.unreachable({f"{host}/200/{n}": "x" for n in range(3)}, tell=told.append)
    assert pauses == [1.0, 1.0]
    assert told == [f"{host}/200/{n}" for n in range(3)]


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://[broken/", "http://x y/", "https:///nothing"])
def test_addresses_that_give_no_answer_at_all_are_said(address: str) -> None:
    (problem,) = external.unreachable({address: "x"}, pause=0)
    assert problem.code == "unreachable"
