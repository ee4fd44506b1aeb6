"""`communique explain`: how a wire was read, as lines of text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from communique.records.assemble import Origin, release
from communique.records.model import Release
from communique.text import Places, printed
from communique.wire.layout import Layout, Mark
from communique.wire.segment import layouts

_WIDTH = 88


def explain(text: str, origin: Origin, sentences: tuple[tuple[str, str], ...] = ()) -> Iterator[str]:
    """Yield the lines that explain how each release of a file's text was read."""
    found = layouts(text, sentences)
    for index, layout in enumerate(found):
        record = release(layout, origin, index)
        places = Places(layout.reading)
        yield f"{origin.path}: release {index + 1} of {len(found)}, id {record.id}, read as {layout.dialect}"
        yield from _families(layout)
        yield from _segments(layout, places)
        yield from _labels(layout, places)
        yield from _marks("Rejected candidates", layout, places, record.rejected)
        yield from _marks("Fits nowhere", layout, places, record.leftovers)
        yield from _facts(layout, places, record)
        yield ""


def _families(layout: Layout) -> Iterator[str]:
    if layout.families:
        ranked = sorted(layout.families.items(), key=lambda item: (-item[1], item[0]))
        yield "  Families: " + ", ".join(f"{name} {score:.2f}" for name, score in ranked)
    yield f"  Lines are {'wrapped inside sentences' if layout.wrapped else 'paragraphs'}."


def _segments(layout: Layout, places: Places) -> Iterator[str]:
    yield "  Segments (line:column, offset, kind, text):"
    for kind, start, end in ((s.kind, s.start, s.end) for s in layout.segments):
        yield f"    {_place(places, start):>9} {start:>7} {kind:<12} {_shown(layout.text, start, end)}"


def _labels(layout: Layout, places: Places) -> Iterator[str]:
    if layout.labels:
        yield "  Labels (line:column, kind, label, why):"
    for label in layout.labels:
        words = printed(layout.text, (label.start, label.end))
        yield f"    {_place(places, label.start):>9} {label.kind:<9} {words}: {label.reason or 'accepted'}"


def _marks(head: str, layout: Layout, places: Places, marks: list[Mark]) -> Iterator[str]:
    if marks:
        yield f"  {head} (line:column, text, why):"
    for mark in marks:
        yield f"    {_place(places, mark.start):>9} {_shown(layout.text, mark.start, mark.end)}: {mark.reason}"


def _facts(layout: Layout, places: Places, record: Release) -> Iterator[str]:
    yield "  Facts (line:column, pointer, the words that say it):"
    for pointer, spans in record.evidence.items():
        if spans and "/paragraphs/" not in pointer:
            words = " … ".join(_shown(layout.text, start, end) for start, end in spans[:3])
            yield f"    {_place(places, spans[0][0]):>9} {pointer:<24} {words}"


def _place(places: Places, offset: int) -> str:
    line, column = places.place(offset)
    return f"{line}:{column}"


def _shown(text: str, start: int, end: int) -> str:
    words = printed(text, (start, min(end, start + 4 * _WIDTH)))
    return f"“{words if len(words) <= _WIDTH else words[: _WIDTH - 1] + '…'}”"
