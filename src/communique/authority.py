"""Authority files: `people.yml`, `regions.yml`, `sources.yml`, `boilerplate.yml` → entries, and names → entries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

import msgspec

from communique.problems import Problem
from communique.validation import sequence
from communique.yaml_text import Loaded, load


class Alias(msgspec.Struct, frozen=True, kw_only=True):
    """Another printed form of a name, where needed with the days between which it counts."""

    name: str
    from_: str | None = msgspec.field(name="from", default=None)
    to: str | None = None


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """An office held, with ISO dates where known."""

    office: str
    country: str | None = None
    from_: str | None = msgspec.field(name="from", default=None)
    to: str | None = None


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One person of `people.yml`."""

    id: str
    name: str
    aliases: tuple[Alias | str, ...] = ()
    posts: tuple[Post, ...] = ()
    note: str | None = None
    wikidata: str | None = None


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """One region of `regions.yml`."""

    id: str
    name: str
    aliases: tuple[Alias | str, ...] = ()
    country: str | None = None
    note: str | None = None


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One issuing body of `sources.yml`."""

    id: str
    name: str
    aliases: tuple[Alias | str, ...] = ()
    region: str | None = None
    rights: str | None = None
    url: str | None = None
    note: str | None = None


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One disclaimer of an archive's own, from `boilerplate.yml`: a plain sentence, recognised by word overlap."""

    text: str
    kind: str = "raw-content"
    """"translation", "raw-content" or "legal"."""


Entry = TypeVar("Entry", Person, Region, Source)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def people(text: str, file: str) -> tuple[list[Person], list[Problem]]:
    """Return the people of a `people.yml` text and its problems."""
    return _entries(Person, text, file)


def regions(text: str, file: str) -> tuple[list[Region], list[Problem]]:
    """Return the regions of a `regions.yml` text and its problems."""
    return _entries(Region, text, file)


def sources(text: str, file: str) -> tuple[list[Source], list[Problem]]:
    """Return the sources of a `sources.yml` text and its problems."""
    return _entries(Source, text, file)


def sentences(text: str, file: str) -> tuple[list[Sentence], list[Problem]]:
    """Return the disclaimers of a `boilerplate.yml` text and its problems."""
    loaded, problems = load(text, file)
    return sequence(Sentence, loaded, file) if loaded is not None else ([], problems)


class Names(Generic[Entry]):
    """Printed names → entries, without regard to case, dots, hyphens and quotes; an alias counts within its dates."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._forms: dict[str, list[tuple[Alias, Entry]]] = {}
        for entry in entries:
            for form in _forms(entry):
                self._forms.setdefault(key(form.name), []).append((form, entry))

    def find(self, printed: str, date: str | None = None) -> Entry | None:
        """Return the entry that the printed name means on an ISO date; None where there is none or more than one.

        A release without a date is matched by every form; among forms with dates those must agree on one entry.
        """
        found = {entry.id: entry for form, entry in self._forms.get(key(printed), ()) if _counts(form, date)}
        return next(iter(found.values())) if len(found) == 1 else None


def key(name: str) -> str:
    """Return what two forms of one name have in common: letters and digits, case folded, single spaces."""
    return " ".join(
        "".join(c if c.isalnum() else " " for c in name.casefold().replace("’", "").replace("'", "")).split()
    )


def _forms(entry: Person | Region | Source) -> list[Alias]:
    names = (entry.name, *entry.aliases)
    return [name if isinstance(name, Alias) else Alias(name=name) for name in names]


def _counts(form: Alias, date: str | None) -> bool:
    return date is None or ((form.from_ or "") <= date <= (form.to or "9999"))


def _entries(model: type[Entry], text: str, file: str) -> tuple[list[Entry], list[Problem]]:
    loaded, problems = load(text, file)
    if loaded is None:
        return [], problems
    entries, problems = sequence(model, loaded, file)
    kept: dict[str, Entry] = {}
    for entry in entries:
        problems += _doubtful(entry, kept, loaded, file)
        kept.setdefault(entry.id, entry)
    return [entry for entry in kept.values() if _ID.fullmatch(entry.id)], problems


def _doubtful(entry: Entry, kept: dict[str, Entry], loaded: Loaded, file: str) -> list[Problem]:
    """Return the problem of an id that is taken, or that cannot be part of an address."""
    if entry.id in kept:
        code, message = "duplicate-entry", f"The id '{entry.id}' is claimed by two entries; the first one counts."
        hint = "Give one of them another id, or make one entry of both."
    elif not _ID.fullmatch(entry.id):
        code, message = "bad-id", f"The id '{entry.id}' cannot be part of an address; the entry is ignored."
        hint = "Use lower-case letters a-z, digits and hyphens."
    else:
        return []
    index = next((n for n, item in enumerate(loaded.data) if isinstance(item, dict) and item.get("id") == entry.id), 0)
    line, column = loaded.places.get((index, "id"), (0, 0))
    return [Problem(code=code, severity="warning", file=file, line=line, column=column, message=message, hint=hint)]
