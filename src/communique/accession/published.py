"""`communique ledger`: what the last build published goes into the ledger."""

from __future__ import annotations

from pathlib import Path

import msgspec

from communique.accession import refusals
from communique.accession.keeping import add_to_ledger, alone
from communique.catalog.peek import peek
from communique.ledger import FILE, Line, address_of, is_listed
from communique.problems import Problem


class Listed(msgspec.Struct, frozen=True):
    """How many addresses are new in the ledger, how many were published, and what is to be said."""

    new: int
    published: int
    problems: list[Problem]


def list_published(archive: Path) -> Listed:
    """Add every address that the last build published to the archive's ledger."""
    catalog = peek(archive / ".cache" / "catalog.sqlite")
    if catalog is None:
        return Listed(0, 0, [_nothing()])
    try:
        files = [file for file in catalog.pages() if is_listed(file)]
        digests = catalog.digests()
    finally:
        catalog.close()
    if not files:
        return Listed(0, 0, [_nothing()])
    addresses = map(address_of, files)
    lines = [Line(address, digests.get(address.removeprefix("releases/")[:-1], "")) for address in addresses]
    try:
        with alone(archive):
            new, problems = add_to_ledger(archive, lines, create=True)
    except OSError as error:
        new, problems = 0, [refusals.not_written(error)]
    return Listed(new, len(files), problems)


def _nothing() -> Problem:
    return Problem(
        code="nothing-published",
        severity="error",
        file=FILE,
        message="No build has published anything yet, or one is running now.",
        hint="Run 'communique build', then this again.",
    )
