"""What the documentation says works: every command is run, every file that it shows is put into an archive and used.

In the fenced blocks of `docs/`, `console` holds commands after `$ ` with what they print (`…` stands for anything), a
language followed by a path holds that file, and `sh` holds what needs the network or another machine: those lines are
listed here, with what tries them instead.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from communique.cli import main
from communique.config import Site
from communique.records.model import Release
from communique.records.sidecar import Sidecar
from tests.cli.serving import served

DOCS = Path(__file__).parent.parent / "docs"
FILES = sorted(DOCS.glob("*.md"))

_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ELSEWHERE = (
    *("python3 -m venv ", "~/communique/bin/pip install ", "python3 -m pip install ", "export PATH="),  # make rehearse
    *("git init ", "git add ", "git commit ", "git remote ", "git push "),  # of git itself
    *("dask scheduler ", "dask worker ", "communique build /shared/archive --cluster "),  # tests/output/test_cluster.py
)


@dataclass(frozen=True)
class Block:
    """One fenced block."""

    language: str
    file: str
    text: str


def blocks(document: Path) -> list[Block]:
    return [Block(*found) for found in _FENCE.findall(document.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("document", FILES, ids=lambda file: file.name)
def test_what_a_document_shows_works(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if document.name != "tutorial.md":
        assert CliRunner().invoke(main, ["new", "archive"]).exit_code == 0
        monkeypatch.chdir(tmp_path / "archive")
    for block in blocks(document):
        if block.file:
            Path(block.file).parent.mkdir(parents=True, exist_ok=True)
            Path(block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            for command, expected in commands(block.text):
                check(command, expected)
        else:
            assert block.language == "sh", f"nobody tries this block:\n{block.text}"
            assert not [line for line in block.text.splitlines() if not line.startswith(_ELSEWHERE)]


def commands(text: str) -> list[tuple[str, str]]:
    """Return each command with what it is said to print."""
    found = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE)
    assert found, text
    return [(command, expected.strip()) for command, expected in found]


def check(command: str, expected: str) -> None:
    """Run a command; what it prints is what is expected, and it does not fail."""
    if command.startswith("cd "):
        os.chdir(command.removeprefix("cd "))
        return
    printed, status = shown(command)
    assert status == 0, f"$ {command}\n{printed}"
    assert "error" not in printed.lower(), f"$ {command}\n{printed}"
    pattern = ".*".join(re.escape(part) for part in expected.split("…"))
    assert re.fullmatch(f".*{pattern}.*", printed, re.DOTALL), f"$ {command}\n{printed}"


def shown(command: str) -> tuple[str, int]:
    words = shlex.split(command)
    if words[:2] == ["communique", "serve"]:
        with served(Path.cwd(), "--port", "0") as server:
            port = words[words.index("--port") + 1] if "--port" in words else "8000"
            address = re.sub(r":\d+/", f":{port}/", server.address)
            return f"{address} (Ctrl-C ends it)", server.stop()[0]
    if words[0] == "communique" and not {"|", ">"} & set(words) and "*" not in command:
        result = CliRunner().invoke(main, words[1:], prog_name="communique")
        return result.stdout + result.stderr, result.exit_code
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr, done.returncode


@pytest.mark.parametrize("document", FILES, ids=lambda file: file.name)
def test_every_link_of_a_document_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
        if target.startswith(("https://", "mailto:", "../method/")):
            continue
        name, _, part = target.partition("#")
        file = document if not name else document.parent / name
        assert file.exists(), target
        headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        slugs = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
        assert not part or part in slugs, target


def test_every_document_is_on_the_map() -> None:
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert not [file.name for file in FILES if f"docs/{file.name}" not in readme]


@pytest.mark.parametrize(
    ("document", "kind"), [("formats.md", Release), ("corrections.md", Sidecar)], ids=["record", "sidecar"]
)
def test_every_field_is_explained(document: str, kind: type[msgspec.Struct]) -> None:
    text = (DOCS / document).read_text(encoding="utf-8")
    assert not [field.encode_name for field in msgspec.structs.fields(kind) if f"`{field.encode_name}`" not in text]


def test_every_setting_is_explained() -> None:
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    skeleton = (DOCS.parent / "src" / "communique" / "skeleton" / "site.yml").read_text(encoding="utf-8")
    for field in msgspec.structs.fields(Site):
        assert f"`{field.encode_name}" in readme, field.name
        assert re.search(rf"^{field.encode_name}:", skeleton, re.MULTILINE), field.name
