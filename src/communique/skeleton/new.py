"""`communique new`: a folder → a complete archive. What is there already is left as it is."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from string import Template

import msgspec

from communique.problems import Problem
from communique.skeleton.requirement import Requirement, requirement

_EXAMPLE = "content/wires/2024/2024-05-14-rudolf-hentzau-zenda-bridge"

FILES = (
    ("readme.md", "README.md"),
    ("gitignore", ".gitignore"),
    ("gitattributes", ".gitattributes"),
    ("pages.yml", ".github/workflows/pages.yml"),
    ("dependabot.yml", ".github/dependabot.yml"),
    ("requirements.txt", "requirements.txt"),
    ("site.yml", "content/site.yml"),
    ("people.yml", "content/people.yml"),
    ("regions.yml", "content/regions.yml"),
    ("sources.yml", "content/sources.yml"),
    ("boilerplate.yml", "content/boilerplate.yml"),
    ("ledger.tsv", "content/ledger.tsv"),
    ("about.md", "content/pages/about.md"),
    ("method.md", "content/pages/method.md"),
    ("wire.txt", f"{_EXAMPLE}.txt"),
    ("wire.yml", f"{_EXAMPLE}.yml"),
)
"""Files of this package → files of a new archive."""

_FILLED_IN = frozenset(("readme.md", "requirements.txt", "site.yml"))


class Begun(msgspec.Struct):
    """What was written, what was there and was left as it is, and why nothing was done."""

    written: list[str] = []
    kept: list[str] = []
    problems: list[Problem] = []


def new(folder: Path, title: str, base_url: str) -> Begun:
    """Put a new archive into a folder that holds none yet; files of the same names stay as they are."""
    begun = Begun()
    if (folder / "content").exists():
        begun.problems.append(_is_archive(folder))
        return begun
    software = requirement()
    values = _values(" ".join(title.split()), base_url, software)
    try:
        for name, target in FILES:
            text = files("communique.skeleton").joinpath(name).read_text(encoding="utf-8")
            if name in _FILLED_IN:
                text = Template(text).substitute(values)
            (begun.written if _put(folder / target, text) else begun.kept).append(target)
    except OSError as error:
        begun.problems.append(_not_written(folder, error))
    if not software.known and "requirements.txt" in begun.written:
        begun.problems.append(_from_nowhere(folder))
    return begun


def _put(file: Path, text: str) -> bool:
    """Write a file unless one of its name is there; return whether it was written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="") as stream:
            stream.write(text)
    except FileExistsError:
        return False
    return True


def _values(title: str, base_url: str, software: Requirement) -> dict[str, str]:
    """Return what is filled in: `title` as Markdown, the same and the address as YAML, and where the software is."""
    return {
        "title": title,
        "quoted_title": json.dumps(title, ensure_ascii=False),
        "quoted_base_url": json.dumps(base_url),
        "project": f"[Communiqué]({software.home})" if software.home else "Communiqué",
        "requirement": software.line,
    }


def _is_archive(folder: Path) -> Problem:
    return Problem(
        code="not-empty",
        severity="error",
        file=str(folder),
        message="This folder holds 'content' already. Nothing was written.",
        hint="Name a new folder, or go on with the archive that is there.",
    )


def _from_nowhere(folder: Path) -> Problem:
    return Problem(
        code="unknown-origin",
        severity="note",
        file=str(folder / "requirements.txt"),
        message="This software was installed from a folder that does not say where it came from.",
        hint="Before you publish, write its address there: the file says how.",
    )


def _not_written(folder: Path, error: OSError) -> Problem:
    return Problem(
        code="cannot-write",
        severity="error",
        file=str(error.filename or folder),
        message=f"The archive cannot be written: {error.strerror or error}.",
        hint="Make room or mend the permissions of the folder, and begin again in a new one.",
    )
