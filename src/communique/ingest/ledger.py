"""The ledger: every input file in exactly one row, and the first of all doubts."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

from communique.ingest.scan import Listing
from communique.listing.whole import Doubt, Ledger
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
_REASONS = {
    "binary": "not a text",
    "unreadable": "cannot be read",
    "changing": "changed while it was read",
    "duplicate": "another file has its id",
}
"""State of a file that is not published → why."""


def ledger(
    listing: Listing,
    states: Mapping[str, Sequence[str]],
    counts: Mapping[str, int],
    problems: Iterable[Problem],
    urls: Urls,
) -> Ledger:
    """Return the ledger.

    `counts` are files by what became of them (read, empty, binary, unreadable, changing, duplicate); `states` the
    paths of those that are not published.
    """
    outcomes = [
        ("wires read", counts.get("read", 0)),
        ("wires without text", counts.get("empty", 0)),
        *[(f"wires not published: {why}", counts.get(state, 0)) for state, why in _REASONS.items()],
        ("sidecars", listing.sidecars),
        ("other files", len(listing.other)),
    ]
    refused = sorted((path, _REASONS[state]) for state, paths in states.items() for path in paths)
    refused += [(path, "not a wire") for path in listing.other]
    found = list(problems)
    first = heapq.nsmallest(_FIRST, found, key=_consequence)
    return Ledger(
        [(name, count) for name, count in outcomes if count], refused, [_doubt(one, urls) for one in first], len(found)
    )


def _consequence(problem: Problem) -> tuple[int, int, str, str, int, int]:
    code = _CODES.index(problem.code) if problem.code in _CODES else len(_CODES)
    return _RANK[problem.severity], code, problem.code, problem.file, problem.line, problem.column


def _doubt(problem: Problem, urls: Urls) -> Doubt:
    file = problem.file
    inside = file.startswith("content/wires/") and problem.code not in {
        "binary",
        "unreadable",
        "changing",
        "duplicate-id",
        "not-a-wire",
    }
    href = (
        urls.release(release_id(file.rpartition("/")[2].rpartition(".")[0], ""))
        if inside and file[-4:] in {".txt", ".yml"}
        else ""
    )
    return Doubt(problem.code, problem.message, problem.hint, file, problem.line, href)


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
