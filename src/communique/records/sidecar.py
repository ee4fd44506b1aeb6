"""`NAME.yml` beside `NAME.txt`: what a person adds to a wire → typed values, and their application to records.

Every value that a person set is named in `Release.set_by_person`. A correction names the value that it replaces; where
the parser no longer reads that value, the correction is a problem and is not applied.
"""

from __future__ import annotations

import datetime
from typing import Any, Literal

import msgspec

from communique.problems import Problem
from communique.records.corrections import Corrected, correct
from communique.records.model import Release, Withdrawn
from communique.validation import mapping
from communique.yaml_text import Loaded, load


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """Why a release is no longer shown, and since when."""

    reason: str
    date: datetime.date | None = None


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One correction of what the parser read."""

    at: int
    """Offset in the wire, as in the address `#c412`."""
    field: (
        Literal["speaker", "role", "title", "lead", "region", "source", "document", "kind", "status", "participant"]
        | None
    ) = None
    action: Literal["split", "join", "remove", "add"] | None = None
    old: str | None = None
    new: str | dict[str, Any] | None = None
    who: str | None = None
    why: str | None = None
    line: int = msgspec.field(name="#line", default=0)
    """Line of the entry in its sidecar; filled in by `sidecar`."""


class Sidecar(msgspec.Struct, frozen=True, kw_only=True):
    """One sidecar; every key is optional."""

    date: datetime.date | None = None
    url: str | None = None
    source: str | None = None
    region: str | None = None
    title: str | None = None
    lead: str | None = None
    added: datetime.date | None = None
    source_archived: str | None = None
    rights: str | None = None
    was: tuple[str, ...] = ()
    withdrawn: Withdrawal | None = None
    supersedes: str | None = None
    note: str | None = None
    corrections: tuple[Correction, ...] = ()


def sidecar(text: str, file: str) -> tuple[Sidecar, list[Problem]]:
    """Return the sidecar in a YAML text and its problems; what is wrong is left out, the rest counts."""
    loaded, problems = load(text, file)
    if loaded is None:
        return Sidecar(), problems
    return mapping(Sidecar, _with_lines(loaded), file)


def apply(releases: list[Release], given: Sidecar, file: str) -> tuple[list[Release], list[Problem]]:
    """Return the releases of one file with the sidecar's values and corrections, and the problems of applying it.

    Date, address, rights and the like hold for every release of the file; title, lead, region and source only where
    the file holds one.
    """
    problems: list[Problem] = []
    applied = [_with_values(release, given, alone=len(releases) == 1) for release in releases]
    if len(releases) > 1 and any((given.title, given.lead, given.region, given.source)):
        problems.append(_for_one(file, len(releases)))
    for correction in given.corrections:
        index = _part(applied, correction.at)
        result: Corrected = correct(applied[index], correction)
        if isinstance(result, Release):
            applied[index] = result
        else:
            problems.append(_stale(file, correction, result))
    return applied, problems


def _with_lines(loaded: Loaded) -> Loaded:
    """Return the data with each correction's line in it, so that a stale one can name its place."""
    corrections = loaded.data.get("corrections") if isinstance(loaded.data, dict) else None
    for index, entry in enumerate(corrections if isinstance(corrections, list) else ()):
        if isinstance(entry, dict):
            entry["#line"] = loaded.places.get(("corrections", index), (0, 0))[0]
    return loaded


def _with_values(release: Release, given: Sidecar, *, alone: bool) -> Release:
    values: dict[str, Any] = {
        "date": _iso(given.date),
        "url": given.url,
        "added": _iso(given.added),
        "source_archived": given.source_archived,
        "rights": given.rights,
        "note": given.note,
        "supersedes": given.supersedes,
        "withdrawn": given.withdrawn and Withdrawn(reason=given.withdrawn.reason, date=_iso(given.withdrawn.date)),
    }
    if alone:
        values |= {"title": given.title, "lead": given.lead, "region_printed": given.region, "source": given.source}
    values = {key: value for key, value in values.items() if value is not None}
    if not values and not given.was:
        return release
    pointers = [f"/{key}" for key in values]
    evidence = {pointer: spans for pointer, spans in release.evidence.items() if pointer not in pointers}
    if "date" in values:
        values["date_from"] = "sidecar"
    was = list(given.was) if release.index == 0 else [f"{old}.{release.index + 1}" for old in given.was]
    set_by_person = [*release.set_by_person, *pointers]
    return msgspec.structs.replace(release, **values, was=was, set_by_person=set_by_person, evidence=evidence)


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _part(releases: list[Release], at: int) -> int:
    """Return the index of the release whose part of the text holds the offset; the last one where none does."""
    ends = [release.segments[-1].end if release.segments else 0 for release in releases]
    return next((index for index, end in enumerate(ends) if at < end), len(releases) - 1)


def _for_one(file: str, count: int) -> Problem:
    return Problem(
        code="sidecar-of-several",
        severity="warning",
        file=file,
        message=f"title, lead, region and source are not applied: the wire's file holds {count} releases.",
        hint="Use 'corrections' with the place ('at') of each value instead.",
    )


def _stale(file: str, correction: Correction, why: str) -> Problem:
    return Problem(
        code="stale-correction",
        severity="warning",
        file=file,
        line=correction.line,
        column=1 if correction.line else 0,
        message=f"The correction at {correction.at} is not applied: {why}.",
        hint="Compare it with 'communique explain' of the wire; then mend 'at' and 'old', or remove the correction.",
    )
