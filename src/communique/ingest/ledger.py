"""What `content/` says of addresses that were published: the ledger, and sidecars that outlived their wires."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from communique.ingest.decode import decode
from communique.ingest.scan import Listing
from communique.ledger import FILE
from communique.problems import Problem
from communique.records.model import Withdrawn
from communique.urls import is_id, is_release_id

if TYPE_CHECKING:
    from communique.records.sidecar import Sidecar, Withdrawal


def read_ledger(archive: Path) -> tuple[str | None, list[Problem]]:
    """Return the text of an archive's ledger; None where there is none or it cannot be read."""
    try:
        data = (archive / FILE).read_bytes()
    except FileNotFoundError:
        return None, []
    except OSError as error:
        return None, [_unreadable(error.strerror or str(error))]
    decoded = decode(data)
    return (decoded.text, []) if decoded else (None, [_unreadable("it is not a text in UTF-8")])


def withdrawn_alone(archive: Path, listing: Listing) -> tuple[dict[str, Withdrawn], Listing]:
    """Return what sidecars without a wire say of its withdrawal, by id; and the listing without a doubt about them.

    So a text that must not be kept at all can be taken out of `content/`, and its addresses still say why.
    """
    found: dict[str, Withdrawn] = {}
    settled = set()
    for path in listing.other:
        stem = path.rpartition("/")[2].removesuffix(".yml")
        given = _sidecar(archive, path) if path.endswith(".yml") and is_id(stem) else None
        if given is not None and given.withdrawn is not None:
            found |= dict.fromkeys([*filter(is_release_id, given.was), stem], _withdrawn(given.withdrawn))
            settled.add(path)
    if not found:
        return found, listing
    other = [path for path in listing.other if path not in settled]
    problems = [problem for problem in listing.problems if problem.file not in settled]
    return found, msgspec.structs.replace(
        listing, other=other, problems=problems, sidecars=listing.sidecars + len(settled)
    )


def _sidecar(archive: Path, path: str) -> Sidecar | None:
    try:
        data = (archive / path).read_bytes()
    except OSError:
        return None
    from communique.ingest.wires import given_by  # loads the parser: a build that reads nothing goes without

    return given_by(data, path)[0]


def _withdrawn(given: Withdrawal) -> Withdrawn:
    return Withdrawn(reason=given.reason, date=given.date.isoformat() if given.date else None)


def _unreadable(why: str) -> Problem:
    return Problem(
        code="unreadable",
        severity="warning",
        file=FILE,
        message=f"The ledger cannot be read: {why}; published addresses are not checked.",
        hint="Mend its permissions or save it as UTF-8.",
    )
