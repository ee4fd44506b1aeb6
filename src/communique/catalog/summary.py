"""A record → its summary, from which listings are made, and the words that people's pages quote. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence

import msgspec

from communique.catalog.said import Words, cut, is_voice, said
from communique.records.model import Release
from communique.text import printed

_TITLE = 110
_WORDS = 160
_EXCERPT = 240

_GIVEN = frozenset(
    ("/date", "/url", "/added", "/rights", "/source_archived", "/note", "/supersedes", "/withdrawn", "/was")
)
"""What an archivist adds to a wire; whatever else a person set corrects what was read from it."""

Fragments = Callable[[Sequence[int]], list[str]]
"""Offsets → the anchors (`#c412`) of the blocks that hold them on the release's page."""


class Named(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A name as printed, with the office printed beside it."""

    name: str
    role: str | None = None
    turns: int = 0
    said: str = ""
    """Digest of the words quoted from this speaker, "-" where none are; empty for a voice without a page."""


class Signed(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A document as the register lists it."""

    title: str
    kind: str
    status: str
    parties: list[str]
    fragment: str
    words: str
    """The words that decide the status."""


class Summary(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What listings need of one release; at most about 1 kB."""

    id: str
    path: str
    date: str | None
    added: str | None
    title: str
    title_printed: bool
    language: str | None
    country: str | None
    region: str | None
    source: str | None
    dialect: str
    partial: bool
    translation: bool
    withdrawn: str | None
    """Day or empty text where it was withdrawn, None where it was not."""
    supersedes: str | None
    was: list[str]
    speakers: list[Named]
    participants: list[Named]
    documents: list[Signed]
    record: bytes
    """Digest of the record."""
    excerpt: str = ""
    """How its text begins, for feeds; of a withdrawn one the reason."""
    url: str | None = None
    corrected: list[str] = []
    """JSON Pointers of what a person corrected."""


unpack = msgspec.msgpack.Decoder(Summary).decode
"""Return the summary that was packed."""


def summarise(release: Release, text: str, fragments: Fragments, digest: bytes) -> tuple[Summary, Words]:
    """Return the summary of a record and the words quoted on its speakers' pages.

    `text` is the decoded text of the whole file, `digest` that of the record as a line of JSON.
    """
    if release.withdrawn:
        return _withdrawn(release, digest), {}
    passages = said(release, text)
    offsets = [at for quoted, _ in passages.values() for at, _ in quoted]
    offsets += [_first(release, f"/documents/{n}/title") for n in range(len(release.documents))]
    anchors = iter(fragments(offsets) if offsets else ())
    words = {n: ([(next(anchors), text) for _, text in quoted], more) for n, (quoted, more) in passages.items()}
    return Summary(
        id=release.id,
        path=release.path,
        date=release.date,
        added=release.added,
        title=title(release, text),
        title_printed=release.title is not None,
        language=release.language,
        country=release.country,
        region=release.region_printed,
        source=release.source,
        dialect=release.dialect,
        partial=release.partial,
        translation=release.translation,
        withdrawn=None,
        supersedes=release.supersedes,
        was=release.was,
        speakers=_speakers(release, words),
        participants=[Named(entry.name, entry.role) for entry in release.participants],
        documents=_documents(release, text, anchors),
        record=digest,
        excerpt=cut(_opening(release, text, 2 * _EXCERPT), _EXCERPT),
        url=release.url,
        corrected=[pointer for pointer in release.set_by_person if pointer not in _GIVEN],
    ), words


def title(release: Release, text: str) -> str:
    """Return the title, or where none is printed the first words of the text, or the name of its file."""
    return release.title or cut(_opening(release, text, 2 * _TITLE), _TITLE) or release.id


def _opening(release: Release, text: str, length: int) -> str:
    """Return how a release begins, below its title; `length` is how much of an unlabelled text is read."""
    if release.lead:
        return release.lead
    turn = next((turn.paragraphs[0] for turn in release.turns if turn.paragraphs), "")
    start = next((segment.start for segment in release.segments if segment.kind == "paragraph"), -1)
    return turn or (printed(text, (start, start + length)) if start >= 0 else "")


def _documents(release: Release, text: str, anchors: Iterator[str]) -> list[Signed]:
    """Return the release's documents as the register lists them."""
    return [
        Signed(document.title, document.kind, document.status, document.parties, anchor, _proof(release, text, n))
        for n, (document, anchor) in enumerate(zip(release.documents, anchors, strict=True))
    ]


def _proof(release: Release, text: str, number: int) -> str:
    """Return the words that decide the status of a document."""
    spans = release.evidence.get(f"/documents/{number}/status")
    return cut(printed(text, *spans), _WORDS) if spans else ""


def _first(release: Release, pointer: str) -> int:
    """Return the offset of the first words that prove a value, -1 where none do."""
    spans = release.evidence.get(pointer)
    return spans[0][0] if spans else -1


def _speakers(release: Release, words: Words) -> list[Named]:
    counts: dict[str, int] = {}
    for turn in release.turns:
        counts[turn.speaker] = counts.get(turn.speaker, 0) + 1
    return [
        Named(speaker.name, speaker.role, counts.get(speaker.name, 0), _quoted(speaker.name, words.get(n)))
        for n, speaker in enumerate(release.speakers)
    ]


def _quoted(name: str, words: object) -> str:
    if words is None:
        return "" if is_voice(name) else "-"
    return hashlib.blake2b(msgspec.msgpack.encode(words), digest_size=8).hexdigest()


def _withdrawn(release: Release, digest: bytes) -> Summary:
    """Return the summary of a release that is no longer shown: nothing that its wire says is in it."""
    return Summary(
        id=release.id,
        path=release.path,
        date=release.date,
        added=None,
        title=release.id,
        title_printed=False,
        language=None,
        country=None,
        region=None,
        source=None,
        dialect=release.dialect,
        partial=False,
        translation=False,
        withdrawn=(release.withdrawn.date if release.withdrawn else None) or "",
        supersedes=None,
        was=release.was,
        speakers=[],
        participants=[],
        documents=[],
        record=digest,
        excerpt=cut(release.withdrawn.reason, _EXCERPT) if release.withdrawn else "",
    )
