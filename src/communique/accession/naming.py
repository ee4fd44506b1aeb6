"""What a new wire's file is called: its date and the slug of its title. The name becomes its address for good."""

from __future__ import annotations

from collections.abc import Container
from itertools import count

from communique.catalog.summary import title
from communique.records.model import Release
from communique.urls import slug

UNDATED = "undated"
"""Folder of wires without a date, among those of years."""

_LONGEST = 70
"""Characters of a title's slug in a name."""


def stem(record: Release, text: str, date: str | None) -> str:
    """Return the name that a wire suggests, without its ending: date, where there is one, and title."""
    words = title(record, text)
    named = _cut(slug(words)) if words != record.id else ""
    return "-".join(filter(None, (date, named or f"wire-{record.sha256[:12]}")))


def free(name: str, taken: Container[str]) -> str:
    """Return a name, or where it is taken the first of `NAME-2`, `NAME-3` … that is not."""
    if name not in taken:
        return name
    return next(other for n in count(2) if (other := f"{name}-{n}") not in taken)


def folder(date: str | None) -> str:
    """Return the folder below `content/wires/`: the year, or that of wires without a date."""
    return date[:4] if date else UNDATED


def _cut(name: str) -> str:
    """Return a slug cut at a hyphen, so that no word of it is broken."""
    if len(name) <= _LONGEST:
        return name
    end = name.rfind("-", _LONGEST // 2, _LONGEST + 1)
    return name[: end if end > 0 else _LONGEST].rstrip("-")
