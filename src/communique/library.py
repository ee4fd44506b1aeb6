"""Communiqué as a library: `from communique import Archive, parse`.

Records are frozen values (`Release` and what it holds: see `communique.records.model`). Offsets in them are Unicode
code points of the decoded wire, ends exclusive; days are ISO texts; unknown is None or an empty list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Self, TypeVar, Unpack

import msgspec

from communique.catalog.damage import DamagedError
from communique.exports.tables import Meant
from communique.ingest.wires import wire
from communique.opened import Found, Opened
from communique.output.faults import FatalError
from communique.problems import Problem, render
from communique.query import Wanted, query
from communique.records import assemble
from communique.records.model import Document, Quote, Release, Turn

Said = TypeVar("Said", Turn, Quote)


class ArchiveError(Exception):
    """A folder cannot be opened as an archive, or what is remembered of it is damaged; `problem` says what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(render(problem))
        self.problem = problem


def parse(text: str, name: str = "wire.txt") -> list[Release]:
    """Return the records of the releases in a wire's text, in order; at least one, whatever the text is.

    `name` is the wire's file name: it gives the id, and a date where it begins with one and the text prints none. What
    is doubtful stands in each record's `problems`. Raises `UnicodeEncodeError`, a ValueError, where the text holds a
    surrogate without its pair, which no file in UTF-8 can hold.

    >>> text = "MIL OSI Translation. Region: Ruritania –\\n\\nAnna Rudolf: Welcome to Strelsau.\\n"
    >>> release, = parse(text, "2021-04-29-talks.txt")
    >>> release.id, release.date, release.region_printed
    ('2021-04-29-talks', '2021-04-29', 'Ruritania')
    >>> release.turns[0].speaker, release.turns[0].paragraphs
    ('Anna Rudolf', ['Welcome to Strelsau.'])
    >>> [(start, end)] = release.evidence["/turns/0/paragraphs/0"]
    >>> text[start:end]
    'Welcome to Strelsau.'
    """
    found, _ = wire(text.encode(), name if "." in name else f"{name}.txt")
    if found is None:  # UTF-8 is never binary
        raise ValueError("this is no text")
    records, _ = assemble.read(found.text, found.origin)
    return records


class Archive:
    """An archive (a folder that holds `content/`), opened for reading; close it, or use it in a `with` block.

    Opening it reads what changed since the last build into `.cache/`, as a build does. While it is open, no build of it
    can run. Releases that were withdrawn are left out; order is by date and id, undated ones first. Iterators hold one
    release at a time.

    >>> with Archive("examples/archive") as archive:
    ...     len(archive)
    70
    """

    def __init__(self, folder: str | Path, *, jobs: int = 1, clean: bool = False) -> None:
        """Open the archive in a folder.

        `jobs` is the number of processes that read wires; with `clean` all wires are read again. Raises `ArchiveError`
        where the folder is no archive, is being built, or its `.cache/` cannot be written.
        """
        try:
            self._opened = Opened(Path(folder), jobs=jobs, clean=clean)
        except FatalError as error:
            raise ArchiveError(error.problem) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the archive, so that builds can run; any further use but this raises ValueError."""
        self._opened.close()

    def __len__(self) -> int:
        """Return the number of releases."""
        return sum(1 for _ in self._opened.releases())

    def problems(self) -> list[Problem]:
        """Return what is wrong or doubtful in the archive's files.

        >>> with Archive("examples/archive") as archive:
        ...     {problem.severity for problem in archive.problems()} <= {"error", "warning", "note"}
        True
        """
        return list(self._opened.problems())

    def release(self, release: str) -> Release:
        """Return the release of an id; raises KeyError where there is none.

        >>> with Archive("examples/archive") as archive:
        ...     archive.release("2019-06-20-ardanov-kalvenas-dvarna").date
        '2019-06-20'
        """
        for found in self._opened.releases():
            if found.summary.id == release:
                return self._opened.record(found)
        raise KeyError(release)

    def text(self, release: Release) -> str:
        """Return the decoded text of the file that a release stands in: what offsets count in.

        Raises `ArchiveError` where the file changed since the archive was opened, OSError where it cannot be read.

        >>> with Archive("examples/archive") as archive:
        ...     release = archive.release("2019-06-20-ardanov-kalvenas-dvarna")
        ...     [(start, end)] = release.evidence["/documents/0/title"]
        ...     archive.text(release)[start:end] == release.documents[0].title
        True
        """
        data = (self._opened.archive / release.path).read_bytes()
        found, _ = wire(data, release.path)
        if found is None or found.origin.sha256 != release.sha256:
            raise ArchiveError(_changed(release.path))
        return found.text

    def releases(self, **wanted: Unpack[Wanted]) -> Iterator[Release]:
        """Return an iterator over the releases that a query wants; see `Wanted`. Raises ValueError for a wrong day.

        >>> with Archive("examples/archive") as archive:
        ...     [release.id for release in archive.releases(region="marovia", since="2025-03-01", until="2025-03-10")]
        ['2025-03-07-varsk-university-agreement']
        """
        return (record for record, _ in self._found(wanted))

    def turns(self, **wanted: Unpack[Wanted]) -> Iterator[tuple[Release, Turn]]:
        """Return an iterator over labelled turns, each with its release; of a `person`, their own alone.

        >>> with Archive("examples/archive") as archive:
        ...     sorted({turn.speaker for _, turn in archive.turns(person="pavel-ardanov", until="2021-12-31")})
        ['P. Ardanov', 'Pavel Ardanov']
        """
        return self._said(lambda record: record.turns, wanted)

    def quotes(self, **wanted: Unpack[Wanted]) -> Iterator[tuple[Release, Quote]]:
        """Return an iterator over quotations in prose, each with its release; of a `person`, their own alone.

        >>> with Archive("examples/archive") as archive:
        ...     release, quote = next(archive.quotes(person="Pavel Ardanov"))
        ...     quote.speaker
        'Pavel Ardanov'
        """
        return self._said(lambda record: record.quotes, wanted)

    def documents(self, **wanted: Unpack[Wanted]) -> Iterator[tuple[Release, Document]]:
        """Return an iterator over documents that were or are to be signed, each with the release that names it.

        >>> with Archive("examples/archive") as archive:
        ...     {document.status for _, document in archive.documents(since="2019-06-20", until="2019-06-20")}
        {'to be signed'}
        """
        return ((record, document) for record, _ in self._found(wanted) for document in record.documents)

    def _said(self, of: Callable[[Release], Sequence[Said]], wanted: Wanted) -> Iterator[tuple[Release, Said]]:
        person = query(wanted, self._opened.resolver).person
        return (
            (record, said)
            for record, meant in self._found(wanted)
            for said in of(record)
            if not person or said.speaker in _names(record, meant, person)
        )

    def _found(self, wanted: Wanted) -> Iterator[tuple[Release, Meant]]:
        asked = query(wanted, self._opened.resolver)
        return self._records(found for found in self._opened.releases() if asked.wants(found.summary, found.meant))

    def _records(self, wanted: Iterator[Found]) -> Iterator[tuple[Release, Meant]]:
        try:
            for found in wanted:
                yield self._opened.record(found), found.meant
        except (DamagedError, msgspec.MsgspecError) as error:
            raise ArchiveError(_damaged(str(self._opened.archive))) from error


def _names(record: Release, meant: Meant, person: str) -> set[str]:
    """Return the names under which a person speaks in a release."""
    return {speaker.name for speaker, known in zip(record.speakers, meant.speakers, strict=True) if known == person}


def _changed(path: str) -> Problem:
    hint = "Close the archive and open it again."
    message = "This file changed since the archive was opened."
    return Problem(code="changing", severity="error", file=path, message=message, hint=hint)


def _damaged(archive: str) -> Problem:
    hint = "Open the archive again with clean=True."
    message = "What is remembered of this archive is damaged."
    return Problem(code="damaged", severity="error", file=archive, message=message, hint=hint)
