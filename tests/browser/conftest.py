"""A browser, and the example archive built, searchable and served under a sub-path as GitHub Pages does it."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, sync_playwright

ROOT = Path(__file__).parent.parent.parent
ARCHIVE = ROOT / "examples" / "archive"
BASE = "/repo/"
"""The site lives below it, so that a link from the root is found out."""

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
_REMEDY = (
    "The browser tests need Chromium, and it could not be installed: as root 'apt-get install chromium', or "
    "'.venv/bin/python -m playwright install --with-deps chromium'."
)


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Let one worker at a time pass."""
    with file.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def shared(factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all workers of this run share."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def installed(own: str) -> str | None:
    """Return a Chromium of the system, else Playwright's `own`, if there is one."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or (own if Path(own).exists() else None)


def install() -> None:
    """Install Chromium: by apt as root, else as Playwright does it."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
            subprocess.run(command, check=False, env=quiet, capture_output=True)
        if shutil.which("chromium"):
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, capture_output=True)


def chromium(own: str) -> str:
    """Return the program to test with, installed where there is none; fail, and say what to do, where that fails."""
    if installed(own) is None:
        install()
    program = installed(own)
    if program is None:
        pytest.fail(_REMEDY)
    return program


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with locked(shared(tmp_path_factory) / "chromium.lock"):
        program = chromium(playwright.chromium.executable_path)
    started = playwright.chromium.launch(executable_path=program, args=list(_ARGUMENTS))
    yield started
    started.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that is served; the site of the example archive lies in it under `repo`."""
    whole = shared(tmp_path_factory) / "browser"
    with locked(whole.with_suffix(".lock")):
        if not (whole / "built").exists():
            build(whole)
    return whole / "www"


def build(whole: Path) -> None:
    """Build a copy of the example archive as one would on the command line."""
    copy = whole / "archive"
    shutil.copytree(ARCHIVE, copy, ignore=shutil.ignore_patterns("site", ".cache"))
    site = whole / "www" / BASE.strip("/")
    command = [Path(sys.executable).parent / "communique", "build", copy, "--output", site, "--jobs", "1", "--quiet"]
    command += ["--base-url", f"https://example.org{BASE}"]  # 404.html is served at any depth and names the way by it
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"The example archive could not be built:\n{done.stdout}{done.stderr}")
    (whole / "built").touch()


@pytest.fixture(scope="session")
def site(folder: Path) -> Path:
    return folder / BASE.strip("/")


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    block_on_close = False

    def handle_error(self, *arguments: Any) -> None:
        """A browser that goes away is no error."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder; give the address of the site in it."""
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def base(folder: Path) -> Iterator[str]:
    with serving(folder) as address:
        yield address


@pytest.fixture
def refused() -> list[str]:
    """Return what a page's Content-Security-Policy refused."""
    return []


@pytest.fixture
def new_page(browser: Browser, refused: list[str]) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page in a profile of its own; script errors and refusals in it fail the test."""
    contexts = []
    errors: list[str] = []

    def told(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            refused.append(message.text)

    def opened(width: int = 1366, height: int = 900, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", told)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not errors
    assert not refused


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()
