"""Whether a record agrees with the text that it was read from. Pure; it needs no parser."""

from __future__ import annotations

from collections.abc import Iterator

from communique.records.model import Release
from communique.text import Span, printed

_PRINTED = ("agency", "region_printed", "source", "source_inner", "title", "lead", "closing")
"""Fields of which the words in the wire are the value."""


def disagreements(record: Release, text: str) -> list[str]:
    """Return what a record and its part of a wire disagree in: JSON Pointers, or `/segments`; empty where they agree.

    `text` is the release's part of the decoded wire, as published beside its page.
    """
    start = record.segments[0].start if record.segments else 0
    end = record.segments[-1].end if record.segments else 0
    if end - start != len(text):
        return ["/segments"]
    found = []
    for pointer, value in _values(record):
        spans = record.evidence.get(pointer)
        if spans and printed(text, *_moved(spans, start)) != value:
            found.append(pointer)
    return found


def _values(record: Release) -> Iterator[tuple[str, str]]:
    """Yield (pointer, value) of what a wire prints, but for what a person set."""
    given = set(record.set_by_person)
    values = [(f"/{field}", getattr(record, field)) for field in _PRINTED]
    for n, turn in enumerate(record.turns):
        values += [(f"/turns/{n}/paragraphs/{m}", words) for m, words in enumerate(turn.paragraphs)]
    values += [(f"/quotes/{n}/text", quote.text) for n, quote in enumerate(record.quotes)]
    values += [(f"/documents/{n}/title", document.title) for n, document in enumerate(record.documents)]
    return ((pointer, value) for pointer, value in values if value is not None and pointer not in given)


def _moved(spans: list[Span], start: int) -> list[Span]:
    return [(first - start, last - start) for first, last in spans]
