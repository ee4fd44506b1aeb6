"""The record's segments → the blocks of the body, in order; captions, headings and stage directions in place."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.records.model import Release

_APART = frozenset(
    (
        *("agency", "blank", "closing", "date", "dot", "head", "lead", "mark", "note", "partial", "pointer"),
        *("rating", "region", "source", "source_inner", "sponsor", "title", "topic", "translation"),
    )
)
"""Segments whose facts stand above or below the text. A segment of any other kind is text, and is shown as such."""

_KINDS = {
    "heading": "h",
    "item": "list",
    "listed": "listed",
    "caption": "caption",
    "stage": "stage",
    "elision": "stage",
    "dateline": "stage",
    "separator": "hr",
    "notice": "stage",
    "navigation": "stray",
    "link": "stray",
    "origin": "stray",
    "signature": "signature",
    "label": "label",
}
"""Kind of segment → how it is printed; every other kind is a paragraph (p)."""


class Block(msgspec.Struct, frozen=True, gc=False):
    """One block as it lies in the wire, from its first printed character; outside turns `turn` is -1."""

    kind: str
    """How it is printed: p, h, list, listed, caption, stage, hr, stray, signature; label for the label of a turn."""
    start: int
    end: int
    turn: int = -1
    paragraph: int = -1
    """Which paragraph of the turn it is; -1 where it is none, or only a part of one."""


def stands_alone(kind: str) -> bool:
    """Whether segments of a kind are paragraphs of the page."""
    return kind not in _KINDS and kind not in _APART


def blocks(release: Release, text: str) -> Iterator[Block]:
    """Yield the blocks of a release's body; `text` is the decoded text of the whole file."""
    paragraphs = _paragraphs(release)
    at, last, turn = 0, len(paragraphs), -1
    for segment in release.segments:
        kind, end = segment.kind, segment.end
        if kind in _APART:
            continue
        start = end - len(text[segment.start : end].lstrip())
        if start == end:
            continue
        if kind in _KINDS:
            yield Block(_KINDS[kind], start, end, turn)
            continue
        while at < last and paragraphs[at][0] < segment.start:
            at += 1
        if at < last and paragraphs[at][0] < end:
            start, turn, paragraph = paragraphs[at]
            yield Block("p", start, end, turn, paragraph)
        else:
            turn = -1
            yield Block("p", start, end)


def _paragraphs(release: Release) -> list[tuple[int, int, int]]:
    """Return (start, turn, paragraph) of the paragraphs of turns; -1 for the parts of one that is interrupted."""
    found: list[tuple[int, int, int]] = []
    evidence = release.evidence
    for turn, entry in enumerate(release.turns):
        for n in range(len(entry.paragraphs)):
            spans = evidence.get(f"/turns/{turn}/paragraphs/{n}", ())
            if len(spans) == 1:
                found.append((spans[0][0], turn, n))
            else:
                found += [(start, turn, -1) for start, _ in spans]
    found.sort()
    return found
