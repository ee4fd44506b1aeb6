"""What the documentation says works: every command is run, every file that it shows is put into an archive and used.

In the fenced blocks of `docs/`, `console` holds commands after `$ ` with what they print (`…` stands for anything), a
language followed by a path holds that file, and `sh` holds what installs or sends something, or needs another machine:
it is run with what it needs put beside it (`tests/elsewhere.py`), or named here with the reason and what tries it
instead.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from communique.cli import main
from communique.config import Site
from communique.records.model import Release
from communique.records.sidecar import Sidecar
from tests import elsewhere
from tests.cli.serving import served

DOCS = Path(__file__).parent.parent / "docs"
FILES = sorted(DOCS.glob("*.md"))

_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_NOT_RUN = {
    "python3 -m pip install '.[cluster]'": "fetches Dask from the network; `make test` installs the same extra",
    "dask scheduler ": "goes on until it is ended, for other machines; tests/output/test_cluster.py starts one",
    "dask worker ": "as the scheduler",
    "communique build /shared/archive --cluster ": "needs the other machines; tests/output/test_cluster.py builds so",
}
"""How a line begins → why it is not run."""


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


SH = [block.text for document in FILES for block in blocks(document) if block.language == "sh"]


@pytest.mark.long
@pytest.mark.parametrize("text", SH, ids=lambda text: " ".join(text.split()[:2]))
def test_what_installs_or_sends_something_does_so_or_has_a_reason_not_to_be_run(text: str, tmp_path: Path) -> None:
    if text.startswith("git init"):
        assert CliRunner().invoke(main, ["new", str(tmp_path / "archive")]).exit_code == 0
        sent = elsewhere.push(text, tmp_path / "archive")
        assert {".github/workflows/pages.yml", ".gitignore", "content/site.yml", "requirements.txt"} <= set(sent)
        assert not [name for name in sent if name.startswith(("site/", ".cache/", ".venv/"))]
    elif text.startswith("python3 -m venv"):
        assert "communique, version" in elsewhere.install(text, tmp_path / "home")
    else:
        assert not [line for line in text.splitlines() if not line.startswith(tuple(_NOT_RUN))]


def test_a_new_archives_own_page_tells_how_to_send_it_in_the_same_words() -> None:
    (block,) = [block for block in blocks(DOCS / "hosting.md") if block.text.startswith("git init")]
    readme = (DOCS.parent / "src" / "communique" / "skeleton" / "readme.md").read_text(encoding="utf-8")
    assert textwrap.indent(block.text, " " * 8) in readme


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
def test_every_file_that_a_document_shows_is_named_before_it(document: Path) -> None:
    """The name behind the fence is not printed."""
    text = document.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        words = text[: found.start()].rpartition("```")[2]
        assert not found[2] or f"{found[2].rpartition('/')[2]}`" in words, found[2]


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
