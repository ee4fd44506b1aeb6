"""All that a plan is made from, as one digest: where it is the same, so is the plan."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import msgspec

from communique.ingest.intake import Intake
from communique.ingest.scan import stamp, walk
from communique.ledger import FILE


def digest(archive: Path, intake: Intake, templates: Sequence[Path], settings: bytes) -> bytes:
    """Return a digest of an archive's files, by their stamps, and of what its pages are made with.

    `templates` are the template folders, for their assets; `settings` stand for code, templates, settings, options and
    the output. It says nothing of a wire that must be read (again), of which more is known only then.
    """
    made = hashlib.blake2b(settings, digest_size=16)
    listing = intake.listing
    loose = [(path, _stamp(archive / path)) for path in (*listing.other, FILE)]
    files = [
        [(os.fsencode(name), stamp(info)) for name, info in walk(folder)] for folder in _folders(archive, templates)
    ]
    made.update(_pack((listing, loose, files, intake.content.remembered, intake.content.prose)))
    return made.digest()


def _folders(archive: Path, templates: Sequence[Path]) -> list[Path]:
    return [archive / "content" / "static", *[folder / "assets" for folder in templates]]


def _stamp(file: Path) -> bytes:
    """Return the stamp of a file that is no wire, such as a sidecar that outlived one; empty where it is not there."""
    try:
        return stamp(file.stat())
    except OSError:
        return b""


_pack = msgspec.msgpack.Encoder().encode
