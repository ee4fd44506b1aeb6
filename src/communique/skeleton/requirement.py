"""Where a new archive gets Communiqué from: wherever this one came from, as pip remembers it (PEP 610)."""

from __future__ import annotations

import configparser
import json
import re
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

import msgspec

_SCP = re.compile(r"(?:ssh://)?git@([\w.-]+)[:/](.+)")
"""The address of a repository as `git clone` over SSH takes it."""


_COMMIT = re.compile("[0-9a-f]{40,64}")

_UNKNOWN = """\
# It was installed from a folder that does not say where it came from. Name the place in the next line and take
# the sign # away there: your machine and GitHub install what stands here.
# communique @ git+https://github.com/NAME/REPOSITORY.git"""
"""Not its bare name: that may be somebody else's in an index of packages."""


class Requirement(msgspec.Struct, frozen=True):
    """A line of `requirements.txt`, and the address of the software where that is known."""

    line: str
    home: str = ""
    known: bool = True
    """Whether the line names a place to install from; else it asks for one."""


def requirement() -> Requirement:
    """Return the requirement of a new archive on the software that makes it."""
    package = distribution("communique")
    origin = json.loads(package.read_text("direct_url.json") or "{}")
    return _from_origin(origin) if origin else Requirement(f"communique=={package.version}")


def _from_origin(origin: dict[str, Any]) -> Requirement:
    url = origin.get("url", "")
    vcs = origin.get("vcs_info")
    found = None
    if vcs:
        found = _repository(url, vcs.get("commit_id", ""))
    elif url.startswith("file:"):
        found = _clone(Path(unquote(urlsplit(url).path)))
    elif url:
        found = Requirement(f"communique @ {_without_user(url)}", _without_user(url))
    return found or Requirement(_UNKNOWN, known=False)


def _clone(folder: Path) -> Requirement | None:
    """Return the repository that a folder is a clone of."""
    config = configparser.ConfigParser(strict=False, interpolation=None, allow_no_value=True)
    try:
        config.read(folder / ".git" / "config", encoding="utf-8")
        url = config.get('remote "origin"', "url", fallback="") or ""
    except (configparser.Error, OSError, UnicodeDecodeError):
        return None
    return _repository(_SCP.sub(r"https://\1/\2", url), _commit(folder / ".git"))


def _commit(git: Path) -> str:
    """Return the commit at which the repository was when it was last asked; empty where that is not told."""
    try:
        name = (git / "refs" / "remotes" / "origin" / "HEAD").read_text().removeprefix("ref: ").strip()
        rows = [f"{(git / name).read_text().strip()} {name}"] if (git / name).is_file() else []
        rows = rows or (git / "packed-refs").read_text().splitlines()
    except (OSError, ValueError):
        return ""
    found = (row.partition(" ") for row in rows)
    return next((commit for commit, _, known in found if known == name and _COMMIT.fullmatch(commit)), "")


def _repository(url: str, commit: str) -> Requirement | None:
    if not url.startswith("https://"):
        return None
    clean = _without_user(url)
    return Requirement(f"communique @ git+{clean}{f'@{commit}' if commit else ''}", clean.removesuffix(".git"))


def _without_user(url: str) -> str:
    """Return an address without the name and password that it may hold: the archive is public."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
