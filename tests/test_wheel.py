"""The built wheel, installed by itself: it holds templates, catalogues and skeleton, and writes nothing beside them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.archives import files
from tests.elsewhere import bash

pytestmark = pytest.mark.long

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, ROOT]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the programs of an environment that holds the wheel; what it depends on is that of this environment."""
    environment = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    packages = next(environment.glob("lib/python3*/site-packages"))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    command = [sys.executable, "-m", "pip", "--python", environment / "bin" / "python", "install", "--quiet"]
    subprocess.run([*command, "--no-deps", "--no-index", wheel], check=True, capture_output=True)
    (packages / "communique" / "templates" / "__pycache__").write_text("no folder can be made here\n")
    return environment / "bin"


def run(program: Path, *arguments: str | Path, cwd: Path, **environment: str) -> str:
    given = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [program, *arguments],
        cwd=cwd,
        env={**given, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_the_whole_theme_and_nothing_beside(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    theme = {f"communique/{f.relative_to(ROOT).as_posix()}" for f in (ROOT / "templates").rglob("*") if f.is_file()}
    assert {name for name in theme if "__pycache__" not in name} <= names
    assert "communique/locale/ru/LC_MESSAGES/communique.po" in names
    assert "communique/skeleton/pages.yml" in names
    assert "communique/cli/reload.js" in names
    assert not [name for name in names if "__pycache__" in name or not name.startswith("communique")]


def test_it_makes_an_archive_anywhere_and_writes_beside_nothing_of_its_own(installed: Path, tmp_path: Path) -> None:
    program = installed / "communique"
    home = installed.parent
    before = files(home)
    assert "communique, version" in run(program, "--version", cwd=tmp_path)
    assert str(home) in run(
        installed / "python", "-c", "import communique.cli as one; print(one.__file__)", cwd=tmp_path
    )
    run(program, "new", "archive", cwd=tmp_path)
    run(program, "build", "archive", "--strict", "--base-url", "https://example.org/archive/", cwd=tmp_path)
    run(installed / "python", "-m", "communique", "check", "archive", cwd=tmp_path)
    site = tmp_path / "archive" / "site"
    assert "Releases" in (site / "index.html").read_text()
    assert (site / "search" / "index.html").exists()
    settings = tmp_path / "archive" / "content" / "site.yml"
    settings.write_text(settings.read_text().replace("language: en", "language: ru"))
    run(program, "build", "archive", cwd=tmp_path)
    assert 'lang="ru"' in (site / "index.html").read_text()
    assert "Сообщения" in (site / "index.html").read_text()
    assert files(home) == before


def test_shells_complete_its_commands(installed: Path, tmp_path: Path) -> None:
    script = run(installed / "communique", cwd=tmp_path, _COMMUNIQUE_COMPLETE="bash_source")
    assert "complete" in script
    words = {"_COMMUNIQUE_COMPLETE": "bash_complete", "COMP_WORDS": "communique bui", "COMP_CWORD": "1"}
    assert run(installed / "communique", cwd=tmp_path, **words) == "plain,build\n"


def test_a_new_archive_installs_what_it_was_made_with(installed: Path, wheel: Path, tmp_path: Path) -> None:
    """By the words of its README; the folder of the wheel stands for the address that a person fills in."""
    run(installed / "communique", "new", "archive", cwd=tmp_path)
    requirements = tmp_path / "archive" / "requirements.txt"
    (line,) = [line for line in requirements.read_text().splitlines() if "communique @ " in line]
    requirements.write_text(f"communique @ {wheel.as_uri()}\n" if line.startswith("# ") else line)
    readme = (tmp_path / "archive" / "README.md").read_text(encoding="utf-8")
    lines = re.search(r"^    python3 -m venv .*\n.*pip install .*\n", readme, re.MULTILINE)
    assert lines
    bash(lines[0], tmp_path / "archive", PIP_NO_INDEX="1", PIP_NO_DEPS="1")
    assert (tmp_path / "archive" / ".venv" / "bin" / "communique").is_file()
