"""Hostile files of an archive: what they hold is published as text or not at all, and nothing else is."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import main
from communique.problems import Problem, printable, render
from communique.yaml_text import load
from tests.archives import add, archive, codes, files, made, wire

_LAUGHS = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize("name", ["site.yml", "people.yml", "wires/a.yml"])
@pytest.mark.parametrize(
    "text",
    [
        _LAUGHS,
        "a: &a [*a]\n",
        "title: !!python/object/apply:os.system ['touch hostile']\n",
        "note: " + "[" * 500 + "]" * 500 + "\n",
        "[" * 50_000,
        "{a: " * 5000,
        "title: " + "9" * 5000 + "\n",
        "url: javascript:alert(1)\nsource_archived: data:text/html,x\n",
        "? {a: b}\n: c\n",
        "\x00\x1b[31m\n",
        "was: ['../../up', '/etc', 'con', 'x/y', '.', 'a\\0b']\nsource: ../up\nregion: ../../up\n",
    ],
)
@pytest.mark.timeout(60)
def test_yaml_runs_nothing_fills_no_memory_and_names_no_path(tmp_path: Path, name: str, text: str) -> None:
    folder = archive(tmp_path / "a", {"a": wire("Weir")})
    (folder / "content" / name).write_text(text)
    made(folder)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a"]
    assert {file.name for file in folder.iterdir()} <= {"content", "site", ".cache"}
    for file, data in files(folder / "site").items():
        assert ".." not in file
        if file.endswith(".html"):
            assert b'href="javascript:' not in data
            assert b'href="data:' not in data


def test_an_alias_that_stands_for_much_is_refused_with_its_line() -> None:
    loaded, (problem,) = load("a: &a [x]\nb: *a\n", "people.yml")
    assert loaded is None
    assert "alias" in problem.message
    assert problem.line == 1
    assert load("a: &a x\nb: *a\n", "people.yml")[1] == []  # of a single value it may be


@pytest.mark.parametrize("place", ["wires/b.txt", "static/b.txt", "pages/b.md", "people.yml", "wires/a.yml"])
def test_a_link_out_of_the_content_publishes_nothing(tmp_path: Path, place: str) -> None:
    folder = archive(tmp_path / "a", {"a": wire("Weir")})
    secret = tmp_path / "secret"
    secret.write_text("- {id: x, name: of the house}\nthe key of the house\n")
    link = folder / "content" / place
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(secret)
    outcome = made(folder)
    assert "unreadable" in codes(outcome)
    assert not [name for name, data in files(folder / "site").items() if b"of the house" in data]


def test_a_link_within_the_content_is_followed(tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", {"2020/a": wire("Weir")})
    (folder / "content" / "wires" / "b.txt").symlink_to("2020/a.txt")
    made(folder)
    assert (folder / "site" / "releases" / "b" / "index.html").exists()


@pytest.mark.parametrize("place", ["wires/b.txt", "static/b.txt", "pages/b.md", "people.yml"])
@pytest.mark.timeout(60)
def test_a_pipe_is_not_waited_for(tmp_path: Path, place: str) -> None:
    folder = archive(tmp_path / "a", {"a": wire("Weir")})
    (folder / "content" / place).parent.mkdir(exist_ok=True)
    os.mkfifo(folder / "content" / place)
    made(folder)
    assert (folder / "site" / "releases" / "a" / "index.html").exists()


def test_a_wire_does_not_control_the_terminal(tmp_path: Path) -> None:
    hostile = "Anna Rudolf\x1b]0;owned\x07\x1b[2J: \u202eesrever \x9b31m"
    assert not set(printable(hostile)) & set("\x1b\x07\x9b\u202e")
    assert len(printable(hostile)) == len(hostile)
    shown = render(Problem(code="x", severity="note", message=hostile, file=hostile, hint=hostile, excerpt=hostile))
    assert "\x1b" not in shown
    file = tmp_path / "a.txt"
    file.write_text(f"{wire('Weir')}\n{hostile}\n", encoding="utf-8")
    for command in ("parse", "explain"):
        result = CliRunner().invoke(main, [command, str(file)])
        assert "\x1b" not in result.stdout + result.stderr, command


def test_a_build_asks_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = archive(
        tmp_path / "a", {"a": wire("Weir https://hostile.example/")}, site_yml="base_url: https://a.example/\n"
    )
    add(folder, "a", "url: https://hostile.example/\nsource_archived: https://hostile.example/b\n", ".yml")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert codes(made(folder, search=True)) == []
    assert (folder / "site" / "pagefind").is_dir()
