"""A record → its summary, from which listings are made, and the words that people's pages quote. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import msgspec

from communique.records.model import Release
from communique.text import printed

VOICES = frozenset(("question", "answer", "q", "a", "вопрос", "ответ", "журналист", "journalist", "reporter"))
"""Names of voices that are nobody in particular, case folded: they have no page."""

QUOTED = 3
"""Passages that a person's page quotes from one release."""
_EXCERPT = 300
_TITLE = 110
_WORDS = 160

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


Words = dict[int, tuple[list[tuple[str, str]], int]]
"""Number of a speaker in the record → (anchor, words) of the first turns, and how many more there are."""


def summarise(release: Release, text: str, fragments: Fragments, digest: bytes) -> tuple[Summary, Words]:
    """Return the summary of a record and the words quoted on its speakers' pages.

    `text` is the decoded text of the whole file, `digest` that of the packed record.
    """
    if release.withdrawn:
        return _withdrawn(release, digest), {}
    words = said(release, text, fragments)
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
        documents=documents(release, text, fragments),
        record=digest,
    ), words


def said(release: Release, text: str, fragments: Fragments) -> Words:
    """Return what the pages of the release's speakers quote: their own words only."""
    numbers = {speaker.name: n for n, speaker in enumerate(release.speakers) if speaker.name.casefold() not in VOICES}
    found: dict[int, list[tuple[int, str]]] = {}
    for at, name, paragraphs in _passages(release):
        if name in numbers and paragraphs:
            found.setdefault(numbers[name], []).append((at, _excerpt(paragraphs)))
    for n, speaker in enumerate(release.speakers):
        if n not in found and speaker.via in {"monologue", "signature"}:
            found[n] = _monologue(release, text)
    offsets = [at for passages in found.values() for at, _ in passages[:QUOTED]]
    anchors = iter(fragments(offsets) if offsets else ())
    return {
        n: ([(next(anchors), words) for _, words in passages[:QUOTED]], max(0, len(passages) - QUOTED))
        for n, passages in found.items()
    }


def documents(release: Release, text: str, fragments: Fragments) -> list[Signed]:
    """Return the release's documents as the register lists them."""
    if not release.documents:
        return []
    anchors = fragments([_first(release, f"/documents/{n}/title") for n in range(len(release.documents))])
    return [
        Signed(
            document.title,
            document.kind,
            document.status,
            document.parties,
            anchor,
            cut(printed(text, *release.evidence.get(f"/documents/{n}/status") or [(0, 0)]), _WORDS),
        )
        for n, (document, anchor) in enumerate(zip(release.documents, anchors, strict=True))
    ]


def title(release: Release, text: str) -> str:
    """Return the title, or where none is printed the first words of the text, or the name of its file."""
    if release.title:
        return release.title
    turn = next((turn.paragraphs[0] for turn in release.turns if turn.paragraphs), "")
    start = next((segment.start for segment in release.segments if segment.kind == "paragraph"), -1)
    words = release.lead or turn or (printed(text, (start, start + 2 * _TITLE)) if start >= 0 else "")
    return cut(words, _TITLE) or release.id


def cut(text: str, longest: int) -> str:
    """Return a text cut at a space to at most `longest` characters, with an ellipsis where it was cut."""
    if len(text) <= longest:
        return text
    end = text.rfind(" ", longest // 2, longest - 2)
    return text[: end if end > 0 else longest - 2].rstrip(",;: ") + " …"


def _excerpt(paragraphs: Sequence[str]) -> str:
    text = paragraphs[0]
    for paragraph in paragraphs[1:]:
        if len(text) > _EXCERPT:
            break
        text = f"{text} {paragraph}"
    return cut(text, _EXCERPT)


def _passages(release: Release) -> list[tuple[int, str, list[str]]]:
    """Return (offset, speaker, paragraphs) of turns and quotations, in order of their places."""
    found = [
        (_first(release, f"/turns/{n}/paragraphs/0"), turn.speaker, turn.paragraphs)
        for n, turn in enumerate(release.turns)
    ]
    found += [
        (_first(release, f"/quotes/{n}/text"), quote.speaker, [quote.text]) for n, quote in enumerate(release.quotes)
    ]
    return found if not release.quotes else sorted(found, key=lambda passage: passage[0])


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
        return "" if name.casefold() in VOICES else "-"
    return hashlib.blake2b(msgspec.msgpack.encode(words), digest_size=8).hexdigest()


def _monologue(release: Release, text: str) -> list[tuple[int, str]]:
    """Return the beginning of a text that is one person's as a whole."""
    for segment in release.segments:
        if segment.kind == "paragraph":
            words = printed(text, (segment.start, min(segment.end, segment.start + 4 * _EXCERPT)))
            if words:
                return [(segment.end - len(text[segment.start : segment.end].lstrip()), cut(words, _EXCERPT))]
    return []


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
    )
