"""Blocks of the documentation that install or push, run as they stand, with nothing from the network.

What they would fetch or send to is put beside them: packages of this environment, a repository in a folder.
"""

from __future__ import annotations

import os
import subprocess
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parent.parent
GITHUB = "https://github.com/NAME/REPOSITORY.git"
"""As the documentation writes it."""

_OF_BUILDS = ("site/index.html", ".cache/catalog.sqlite", ".venv/bin/python")
"""What lies in an archive that was built and is not to be sent."""


def bash(text: str, cwd: Path, **environment: str | Path) -> str:
    """Run lines as a person types them, one after the other; return what they print."""
    given = {**os.environ, **{name: str(value) for name, value in environment.items()}}
    done = subprocess.run(["bash", "-euc", text], cwd=cwd, env=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{text}\n{done.stdout}{done.stderr}"
    return done.stdout


def install(text: str, home: Path, **environment: str | Path) -> str:
    """Do an installation from this folder in a home of its own; return the version that the command says it has."""
    packages = sysconfig.get_path("purelib")
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PYTHONPATH": packages}
    home.mkdir()
    bash(text, ROOT, HOME=home, **offline, **environment)
    (found,) = home.glob("*/lib/python3*/site-packages")
    (found / "dependencies.pth").write_text(packages + "\n")
    path = [line for line in text.splitlines() if line.startswith("export PATH=")]
    return bash("\n".join([*path, "communique --version"]), home, HOME=home, PYTHONPATH="")


def push(text: str, archive: Path) -> list[str]:
    """Send an archive to a repository in a folder, in the place of GitHub; return the files that stand there."""
    repository = archive.parent / "github.git"
    subprocess.run(["git", "init", "--quiet", "--bare", repository], check=True)
    for name in _OF_BUILDS:
        (archive / name).parent.mkdir(parents=True, exist_ok=True)
        (archive / name).write_text("made by a build\n")
    there = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": f"url.{repository}.insteadOf", "GIT_CONFIG_VALUE_0": GITHUB}
    somebody = {f"GIT_{role}_{what}": f"a@{what}" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    bash(text, archive, GIT_CONFIG_GLOBAL=os.devnull, **there, **somebody)
    for name in _OF_BUILDS:
        (archive / name).unlink()
        (archive / name).parent.rmdir()
    listed = ["git", "--git-dir", repository, "ls-tree", "-r", "--name-only", "main"]
    return subprocess.run(listed, check=True, capture_output=True, text=True).stdout.splitlines()
