"""The account of the input: every file in exactly one row, and the first of all doubts."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from communique.ingest.scan import Listing
from communique.listing.whole import Account, Doubt
from communique.problems import Problem
from communique.urls import Urls, release_id

_FIRST = 200
_RANK = {"error": 0, "warning": 1, "note": 2}
_CODES = (
    "duplicate-id",
    "unreadable",
    "binary",
    "changing",
    "parser-failed",
    "empty-wire",
    "unknown-wire",
    "stale-correction",
)
"""The most consequential codes first; others follow by name."""
_PAGELESS = frozenset(
    ("binary", "changing", "duplicate-id", "folder-like-a-wire", "lone-sidecar", "not-a-wire", "unreadable")
)
"""Codes of files that have no page to lead to."""
_REASONS = {
    "binary": "not a text",
    "unreadable": "cannot be read",
    "changing": "changed while it was read",
    "duplicate": "another file has its id",
}
"""State of a file that is not published → why."""


def not_published(
    refused: Iterable[tuple[str, str]], unreadable: Iterable[str], losers: Iterable[str]
) -> list[tuple[str, str]]:
    """Return (path, state) of the wires that are not published: as the catalog has them, as the scan, two of one id."""
    return sorted([*refused, *[(path, "unreadable") for path in unreadable], *[(path, "duplicate") for path in losers]])


def account(
    listing: Listing,
    states: Mapping[str, int],
    refused: Sequence[tuple[str, str]],
    problems: Sequence[Problem],
    urls: Urls,
) -> Account:
    """Return the account; `states` counts the wires that are published, read or empty, `refused` names the others."""
    counts = Counter(state for _, state in refused)
    outcomes = [
        ("wires read", states.get("read", 0)),
        ("wires without text", states.get("empty", 0)),
        *[(f"wires not published: {why}", counts[state]) for state, why in _REASONS.items()],
        ("sidecars", listing.sidecars),
        ("other files", len(listing.other)),
    ]
    reasons = [(path, _REASONS[state]) for path, state in refused] + [(path, "not a wire") for path in listing.other]
    first = heapq.nsmallest(_FIRST, problems, key=_consequence)
    rows = [(name, count) for name, count in outcomes if count]
    return Account(rows, reasons, [_doubt(one, urls) for one in first], len(problems))


def _consequence(problem: Problem) -> tuple[int, int, str, str, int, int]:
    code = _CODES.index(problem.code) if problem.code in _CODES else len(_CODES)
    return _RANK[problem.severity], code, problem.code, problem.file, problem.line, problem.column


def _doubt(problem: Problem, urls: Urls) -> Doubt:
    stem, _, ending = problem.file.rpartition("/")[2].rpartition(".")
    published = problem.file.startswith("content/wires/") and ending in {"txt", "yml"} and problem.code not in _PAGELESS
    href = urls.release(release_id(stem, "")) if published else ""
    return Doubt(problem.code, problem.message, problem.hint, problem.file, problem.line, href)


def duplicate(claimed: str, kept: str, path: str) -> Problem:
    """Return the problem of two files that claim one id."""
    return Problem(
        code="duplicate-id",
        severity="error",
        file=path,
        message=f"'{path}' and '{kept}' both claim the id '{claimed}'; only '{kept}' is published.",
        hint="Rename one of the two files.",
    )


def unknown_release(claimed: str, path: str) -> Problem:
    """Return the problem of a release that replaces one that is not there."""
    return Problem(
        code="unknown-release",
        severity="warning",
        file=f"{path[:-4]}.yml",
        message=f"'supersedes: {claimed}' names no release of this archive.",
        hint="Write the id of the release: the name of its file without '.txt'.",
    )
