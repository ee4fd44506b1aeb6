"""What is said about wires that are handed in: why one is not added, and what it is like."""

from __future__ import annotations

from communique.accession.neighbours import Alike
from communique.problems import Problem


def already_there(name: str, path: str) -> Problem:
    """Return the problem of a wire whose very bytes the archive has."""
    return Problem(
        code="already-there",
        severity="warning",
        file=name,
        message=f"The archive has this very wire already: {path}. Nothing was added.",
        hint="Write what is to be said about it into the sidecar of that wire.",
    )


def no_text(name: str, *, empty: bool) -> Problem:
    """Return the problem of a file that is no wire."""
    what = "holds no text" if empty else "is not a text in UTF-8, UTF-16 with a byte order mark or Windows-1251 or 1252"
    return Problem(
        code="empty-wire" if empty else "binary",
        severity="error",
        file=name,
        message=f"This {what}. Nothing was added.",
        hint="Hand in the wire as plain text.",
    )


def near(path: str, other: Alike) -> Problem:
    """Return the problem of a wire that says nearly the same as another."""
    if other.release:
        hint = f"If it takes that one's place, write 'supersedes: {other.release}' into its sidecar; else remove one."
    else:
        hint = "If both are one wire, remove one of them."
    return Problem(
        code="near-duplicate",
        severity="warning",
        file=path,
        message=f"{other.share:.0%} of what the shorter of the two says stands in '{other.path}' too, word for word.",
        hint=hint,
    )


def not_compared(count: int) -> Problem:
    """Return the note of wires that were not compared."""
    return Problem(
        code="not-compared",
        severity="note",
        message=f"Near-duplicates were not looked for among {count} wires that no build has read yet.",
        hint="Build the archive first.",
    )


def unreadable(name: str, error: OSError) -> Problem:
    """Return the problem of a file that cannot be read."""
    return Problem(
        code="unreadable",
        severity="error",
        file=name,
        message=f"This file cannot be read: {error.strerror or error}. Nothing was added.",
        hint="Mend its permissions.",
    )


def not_written(error: OSError) -> Problem:
    """Return the problem of an archive that cannot be written."""
    return Problem(
        code="cannot-write",
        severity="error",
        file=str(error.filename or ""),
        message=f"The archive cannot be written: {error.strerror or error}.",
        hint="Make room or mend the permissions; what was added before is named above, the rest can be added again.",
    )
