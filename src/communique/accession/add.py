"""`communique add`: files in, wires with good names and sidecars below `content/wires/` out."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from communique.accession import naming, neighbours, refusals
from communique.accession.keeping import WIRES, add_to_ledger, alone, keep
from communique.accession.neighbours import Alike, Neighbours
from communique.accession.pieces import pieces
from communique.accession.resemblance import Index
from communique.accession.there import There
from communique.catalog.peek import peek
from communique.ingest import content, scan
from communique.ingest.decode import decode
from communique.ledger import Line
from communique.output import faults
from communique.problems import Problem
from communique.records import assemble
from communique.records.assemble import Origin
from communique.records.model import Release
from communique.urls import release_id
from communique.yaml_text import dump


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What the archivist says of the wires: it goes into their sidecars."""

    date: datetime.date | None = None
    url: str | None = None
    source: str | None = None
    added: datetime.date
    """The day on which they come into the archive."""


class Input(msgspec.Struct, frozen=True):
    """One file as it was handed in: its name, for people, and its bytes."""

    name: str
    data: bytes


class Added(msgspec.Struct):
    """What was added: (path, name of the file that it came from); and what is to be said about it."""

    wires: list[tuple[str, str]] = []
    problems: list[Problem] = []


class _Accepted(msgspec.Struct, frozen=True):
    """A wire that is to be added."""

    name: str
    data: bytes
    text: str
    records: list[Release]


def read(file: Path) -> Input | Problem:
    """Return a file that is handed in, or the problem of reading it."""
    try:
        return Input(str(file), file.read_bytes())
    except OSError as error:
        return refusals.unreadable(str(file), error)


def add(archive: Path, inputs: Sequence[Input], given: Given) -> Added:
    """Add the wires in files to an archive; what is there already, or is no text, is refused.

    Nothing is overwritten, and nothing is written but new files below `content/wires/` and the ledger.
    """
    done = Added()
    if not (archive / "content").is_dir():
        done.problems.append(faults.no_content(archive))
        return done
    try:
        with alone(archive):
            _add(archive, inputs, given, done)
    except OSError as error:
        done.problems.append(refusals.not_written(error))
    return done


def _add(archive: Path, inputs: Sequence[Input], given: Given, done: Added) -> None:
    """Add wires, noting each as it is done; where the disk refuses one, the ledger still names those before it."""
    listing = scan.scan(archive)
    there = There(archive, listing)
    done.problems += there.problems
    sentences = content.disclaimers(archive)
    accepted = [one for handed in inputs for one in _accepted(handed, there, sentences, done.problems)]
    alike = _alike(archive, [wire.path for wire in listing.wires], accepted, done.problems)
    try:
        for one, near in zip(accepted, alike, strict=True):
            _put(archive, one, given, there, done)
            done.problems += [refusals.near(done.wires[-1][0], other) for other in near]
    finally:
        lines = [line for (path, _), one in zip(done.wires, accepted, strict=False) for line in _lines(path, one)]
        done.problems += add_to_ledger(archive, lines)[1]


def _accepted(
    handed: Input, there: There, sentences: tuple[tuple[str, str], ...], problems: list[Problem]
) -> list[_Accepted]:
    """Return the wires in a file that are to be added, and note why others are not."""
    whole = there.same(handed.data)
    if whole:
        problems.append(refusals.already_there(handed.name, whole))
        return []
    found = []
    for n, data in enumerate(pieces(handed.data, sentences)):
        name = handed.name if n == 0 else f"{handed.name} ({n + 1})"
        decoded = decode(data)
        same = there.same(data)
        if decoded is None or not decoded.text.strip():
            problems.append(refusals.no_text(name, empty=decoded is not None))
        elif same:
            problems.append(refusals.already_there(name, same))
        else:
            there.note(data, name)
            sha256 = hashlib.sha256(data).hexdigest()
            origin = Origin(stem=_stem(handed.name) if n == 0 else "", path=name, sha256=sha256)
            found.append(_Accepted(name, data, decoded.text, assemble.releases(decoded.text, origin, sentences)))
    return found


def _alike(archive: Path, paths: list[str], accepted: list[_Accepted], problems: list[Problem]) -> list[list[Alike]]:
    """Return the near-duplicates of each new wire, among those that are there and those before it."""
    if not accepted:
        return []
    wires = [neighbours.new(one.text, one.records) for one in accepted]
    catalog = peek(archive / ".cache" / "catalog.sqlite")
    try:
        known = Neighbours(archive, catalog, paths)
        found = known.of(wires)
    finally:
        if catalog:
            catalog.close()
    if len(known.unknown) > neighbours.MOST_UNKNOWN:
        problems.append(refusals.not_compared(len(known.unknown) - neighbours.MOST_UNKNOWN))
    batch = Index()
    for one, wire, near in zip(accepted, wires, found, strict=True):
        near += [Alike(name, "", share) for share, name in batch.alike(wire.shingles)]
        batch.add(one.name, wire.shingles)
    return found


def _put(archive: Path, one: _Accepted, given: Given, there: There, done: Added) -> None:
    """Write a wire and its sidecar under a name that nothing else has or had."""
    date = given.date.isoformat() if given.date else one.records[0].date
    name = there.claim(one.records[0].sha256, naming.stem(one.records[0], one.text, date))
    folder = naming.folder(date)
    said = {"date": given.date, "url": given.url, "source": given.source, "added": given.added}
    sidecar = dump({key: value for key, value in said.items() if value is not None})
    keep(archive, folder, [(f"{name}.yml", sidecar.encode()), (f"{name}.txt", one.data)])
    done.wires.append((f"{WIRES}/{folder}/{name}.txt", one.name))


def _lines(path: str, one: _Accepted) -> list[Line]:
    """Return the ledger's lines of the releases in a new wire."""
    stem = Path(path).stem
    ids = [stem if n == 0 else f"{stem}.{n + 1}" for n in range(len(one.records))]
    return [Line(f"releases/{made}/", one.records[0].sha256) for made in ids]


def _stem(name: str) -> str:
    """Return what the name of a file that was handed in says: a day at its head counts where the wire prints none."""
    return release_id(Path(name).stem, "")
