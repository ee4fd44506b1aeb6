"""What a new archive holds, and that what it says is so."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
import yaml
from click.testing import CliRunner

from communique.cli import main
from communique.config import Site
from communique.skeleton.new import FILES, new
from communique.skeleton.requirement import Requirement
from tests.archives import files, made

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    begun = new(tmp_path / "archive", 'The "Zenda" Archive: $1 ', "https://example.org/z/")
    assert not [problem for problem in begun.problems if problem.severity != "note"]
    return tmp_path / "archive"


def test_it_builds_without_a_doubt_and_says_on_every_page_that_it_is_made_up(folder: Path) -> None:
    outcome = made(folder)
    assert {problem.code for problem in outcome.problems} == {"unlisted-addresses"}
    site = files(folder / "site")
    release = "releases/2024-05-14-rudolf-hentzau-zenda-bridge/index.html"
    pages = {name: data for name, data in site.items() if name.endswith(".html") and not name.startswith("404")}
    assert release in pages
    assert all(b"made up" in data for data in pages.values())
    assert b"The &#34;Zenda&#34; Archive: $1" in site["index.html"]
    assert b"https://example.org/z/" in site["sitemap.xml"]
    assert b"nobody said this" in site[release]


def test_every_setting_stands_in_it_with_its_default_and_an_explanation(folder: Path) -> None:
    text = (folder / "content" / "site.yml").read_text(encoding="utf-8")
    given = yaml.safe_load(text)
    assert set(given) == set(Site.__struct_fields__)
    for key in given:
        assert re.search(rf"^# .+\n{key}:", text, re.MULTILINE), key
    assert {key for key, value in given.items() if value != msgspec.to_builtins(Site())[key]} == {
        "title",
        "tagline",
        "description",
        "base_url",
        "notice",
    }


def test_its_pages_of_method_are_those_of_the_project() -> None:
    ours = ROOT / "content" / "pages" / "method.md"
    assert (ROOT / "src" / "communique" / "skeleton" / "method.md").read_bytes() == ours.read_bytes()


def test_every_file_of_the_package_goes_into_it() -> None:
    there = {file.name for file in (ROOT / "src" / "communique" / "skeleton").iterdir() if file.suffix != ".py"}
    assert there - {"__pycache__"} == {name for name, _ in FILES}


@pytest.mark.parametrize("known", [True, False])
def test_where_the_software_is_from_is_told_or_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, known: bool
) -> None:
    line = "communique @ git+https://example.org/a.git"
    monkeypatch.setattr("communique.skeleton.new.requirement", lambda: Requirement(line, known=known))
    problems = new(tmp_path / "archive", "T", "").problems
    assert [(problem.code, problem.severity) for problem in problems] == [("unknown-origin", "note")] * (not known)
    assert (tmp_path / "archive" / "requirements.txt").read_text().endswith(f"{line}\n")


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    begun = new(tmp_path, "T", "")
    assert begun.kept == ["README.md"]
    assert (tmp_path / "README.md").read_text() == "mine"
    before = files(tmp_path)
    again = new(tmp_path, "Other", "")
    assert [problem.code for problem in again.problems] == ["not-empty"]
    assert files(tmp_path) == before


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert [problem.code for problem in new(tmp_path / "file" / "x", "T", "").problems] == ["cannot-write"]


def test_wires_and_the_build_are_told_to_git(folder: Path) -> None:
    assert "content/wires/**/*.txt -text" in (folder / ".gitattributes").read_text()
    ignored = (folder / ".gitignore").read_text().splitlines()
    assert {"/site/", "/.cache/"} <= set(ignored)


def test_the_commands_of_its_readme_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_wires = folder / "NEW-WIRES"
    new_wires.mkdir()
    (new_wires / "a.txt").write_text("MIL OSI Translation. Region: Ruritania –\n\nA dam\n\nAnna Rudolf: We built it.\n")
    monkeypatch.chdir(folder)
    readme = (folder / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^ +\.venv/bin/communique (.+)$", readme, re.MULTILINE)
    assert [command.split()[0] for command in commands] == ["add", "build", "check", "ledger"]
    for command in commands:
        arguments = command.replace("NEW-WIRES/*.txt", "NEW-WIRES/a.txt").split()
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, result.output
    assert len((folder / "content" / "ledger.tsv").read_text().splitlines()) > 10
