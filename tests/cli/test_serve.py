"""`communique serve` as a user runs it: what is shown, what follows a change, how it ends."""

from __future__ import annotations

import os
import pty
import signal
import socket
import urllib.error
import urllib.request
from http.client import HTTPResponse
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import main
from tests.archives import archive, wire
from tests.cli.serving import served


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return archive(
        tmp_path / "archive", {"2021-05-01-weir": wire("Weir")}, site_yml="base_url: https://example.org/rivers/\n"
    )


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return str(answer.read().decode())


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def event(stream: HTTPResponse, name: str) -> str:
    """Wait for an event of a kind; return its data."""
    for line in stream:
        if line == f"event: {name}\n".encode():
            return stream.readline().decode().removeprefix("data: ")
    raise AssertionError(f"the stream ended before {name}")


def test_the_site_stands_under_its_path_and_its_files_stay_as_they_are(folder: Path) -> None:
    with served(folder) as server:
        assert server.address.endswith("/rivers/")
        shown = get(server.address + "releases/2021-05-01-weir/")
        file = folder / "site" / "releases" / "2021-05-01-weir" / "index.html"
        assert "reload.js" in shown
        assert "reload.js" not in file.read_text()
        assert shown.count("<script") == file.read_text().count("<script") + 1
        host = server.address.removesuffix("/rivers/")
        assert get(host) == get(server.address) == get(host + "/rivers")
        assert (
            "/rivers/releases/2021-05-01-weir/"
            in urllib.request.urlopen(server.address + "releases/2021-05-01-weir").geturl()
        )
        for lost in ("nothing/", "../content/site.yml", "%2e%2e/content/site.yml", ".communique", "a%00b", "dates//"):
            assert status(server.address + lost) in {404, 200 if lost == "dates//" else 404}, lost
        assert status(host + "/elsewhere/") == 404


def test_a_change_is_told_to_the_page_that_it_concerns_and_problems_to_all(folder: Path) -> None:
    with served(folder) as server:
        page = server.address + "releases/2021-05-01-weir/"
        stamp = get(page).split('data-stamp="')[1].split('"')[0]
        asked = f"{server.address}.serve/events?page=/rivers/releases/2021-05-01-weir/&stamp={stamp}"
        with urllib.request.urlopen(asked, timeout=60) as stream:
            assert '"counted": ""' in event(stream, "problems")
            file = folder / "content" / "wires" / "2021-05-01-weir.txt"
            file.write_text(file.read_text().replace("Thank you", "I thank you"))
            event(stream, "reload")
        assert "I thank you" in get(page)
        with urllib.request.urlopen(f"{server.address}.serve/events?page=/rivers/&stamp=", timeout=60) as stream:
            event(stream, "reload")  # a stamp that is not the page's
        stamp = get(server.address + "404.html").split('data-stamp="')[1].split('"')[0]
        asked = f"{server.address}.serve/events?page=/rivers/404.html&stamp={stamp}"
        with urllib.request.urlopen(asked, timeout=60) as stream:
            event(stream, "problems")
            file.with_suffix(".yml").write_text("titel: x\n")
            assert "Did you mean 'title'?" in event(stream, "problems")
        code, said = server.stop()
    assert code == 0
    assert "unknown-key" in said


def test_the_search_follows_when_nothing_changes_any_more(folder: Path) -> None:
    """Until then the pages are told that it is behind."""
    with served(folder, search=True) as server:
        page = server.address + "search/"
        stamp = get(page).split('data-stamp="')[1].split('"')[0]
        listed = get(server.address + "pagefind/shards.json")
        asked = f"{server.address}.serve/events?page=/rivers/none.html&stamp={stamp_of_nothing(server.address)}"
        with urllib.request.urlopen(asked, timeout=60) as stream:
            event(stream, "problems")
            wire_file = folder / "content" / "wires" / "2021-05-01-weir.txt"
            wire_file.write_text(wire_file.read_text().replace("Thank you", "Zzyzx"))
            assert '"behind": true' in event(stream, "problems")
            assert '"behind": false' in event(stream, "problems")
        assert get(server.address + "pagefind/shards.json") != listed
        assert get(page).split('data-stamp="')[1].split('"')[0] != stamp
        code, said = server.stop()
    assert code == 0
    assert "The search knows the last change now." in said


def test_on_a_terminal_the_first_build_shows_how_far_it_is(folder: Path) -> None:
    ours, theirs = pty.openpty()
    with served(folder, errors=theirs) as server:
        assert server.stop()[0] == 0
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert "publish" in shown
    assert "1/1" in shown


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_quietly_when_it_is_asked_to(folder: Path, sign: signal.Signals) -> None:
    with served(folder) as server, urllib.request.urlopen(f"{server.address}.serve/events?page=/rivers/") as stream:
        stream.readline()
        code, rest = server.stop(sign)
    assert code == 0
    assert "Traceback" not in rest
    assert rest.endswith("Ended.\n")


def test_a_taken_port_is_said_and_remedied(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = CliRunner().invoke(main, ["serve", str(folder), "--port", str(taken.getsockname()[1])])
    assert result.exit_code == 1
    assert "error port-taken" in result.stderr
    assert "--port" in result.stderr
    assert not (folder / "site").exists()


def test_a_folder_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", str(tmp_path), "--port", "0"])
    assert result.exit_code == 1
    assert "no-content" in result.stderr


def test_a_template_that_fails_is_shown_and_mended_without_a_new_start(folder: Path) -> None:
    """Also where the folder of own templates was made after the start."""
    own = folder / "templates"
    with served(folder) as server:
        asked = f"{server.address}.serve/events?page=/rivers/none.html&stamp={stamp_of_nothing(server.address)}"
        with urllib.request.urlopen(asked, timeout=60) as stream:
            event(stream, "problems")
            own.mkdir()
            (own / "home.html").write_text("{{ nothing.at.all }}")
            assert "template-failed" in event(stream, "problems")
            (own / "home.html").unlink()
            while '"counted": ""' not in event(stream, "problems"):
                pass


def stamp_of_nothing(address: str) -> str:
    try:
        urllib.request.urlopen(address + "none.html")
    except urllib.error.HTTPError as error:
        return str(error.read().decode()).split('data-stamp="')[1].split('"')[0]
    raise AssertionError
