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


class Requirement(msgspec.Struct, frozen=True):
    """A line of `requirements.txt`, and the address of the software where that is known."""

    line: str
    home: str = ""


def requirement() -> Requirement:
    """Return the requirement of a new archive on the software that makes it."""
    package = distribution("communique")
    origin = json.loads(package.read_text("direct_url.json") or "{}")
    return _from_origin(origin) or Requirement(f"communique=={package.version}")


def _from_origin(origin: dict[str, Any]) -> Requirement | None:
    url = origin.get("url", "")
    vcs = origin.get("vcs_info")
    if vcs:
        return _repository(url, vcs.get("commit_id", ""))
    if url.startswith("file:"):
        return _clone(Path(unquote(urlsplit(url).path)))
    return Requirement(f"communique @ {_without_user(url)}", _without_user(url)) if url else None


def _clone(folder: Path) -> Requirement | None:
    """Return the repository that a folder is a clone of."""
    config = configparser.ConfigParser(strict=False, interpolation=None, allow_no_value=True)
    try:
        config.read(folder / ".git" / "config", encoding="utf-8")
        url = config.get('remote "origin"', "url", fallback="") or ""
    except (configparser.Error, OSError, UnicodeDecodeError):
        return None
    return _repository(_SCP.sub(r"https://\1/\2", url), "")


def _repository(url: str, commit: str) -> Requirement | None:
    if not url.startswith("https://"):
        return None
    clean = _without_user(url)
    return Requirement(f"communique @ git+{clean}{f'@{commit}' if commit else ''}", clean.removesuffix(".git"))


def _without_user(url: str) -> str:
    """Return an address without the name and password that it may hold: the archive is public."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
