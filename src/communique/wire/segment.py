"""Text → layouts: split into releases, segment each. The one entry to room 1."""

from __future__ import annotations

from communique.text import Span, reading
from communique.wire.body import kinds_of, mark_signature
from communique.wire.dialects import conclude
from communique.wire.foot import Foot, note_spans, read_foot, split_partial
from communique.wire.head import Head, read_head
from communique.wire.labels import read_labels
from communique.wire.layout import Layout, Segment
from communique.wire.lines import Unit, bounded, units
from communique.wire.openings import Opening, read_opening
from communique.wire.signs import signs_of
from communique.wire.split import split
from communique.wire.turns import read_blocks

Sentences = tuple[tuple[str, str], ...]


def layouts(text: str, sentences: Sentences = ()) -> list[Layout]:
    """Return the layouts of the releases in one file's text, in order; together they tile the text.

    `sentences` are an archive's own disclaimers as (kind, plain sentence).
    """
    read = reading(text)
    lines, wrapped = units(read)
    starts, heads = split(lines, sentences)
    bounds = [0, *(lines[start].start for start in starts[1:]), len(text)]
    ends = [*starts[1:], len(lines)]
    return [
        _layout(
            text,
            read,
            read_head(lines[first:last], heads),
            (bounds[number], bounds[number + 1]),
            sentences,
            wrapped=wrapped,
        )
        for number, (first, last) in enumerate(zip(starts, ends, strict=True))
    ]


def _layout(text: str, read: str, head: Head, part: Span, sentences: Sentences, *, wrapped: bool) -> Layout:
    """Return the layout of one release, whose head was read."""
    foot = read_foot(head.body, 0, sentences)
    body, partial = split_partial(bounded(read, head.body[: foot.start]))
    below = head.body[foot.start :]
    kinds = kinds_of(body)
    labelled = read_labels(body, kinds, read)
    spoken = labelled.taken[0].unit if labelled.taken else len(body)
    mark_signature(body, kinds, labelled.taken[-1].unit + 1 if labelled.taken else 0)
    opening = read_opening(body, kinds, spoken, titled=head.titled)
    blocks = read_blocks(body, kinds, labelled.taken, frozenset({opening.title, opening.lead}))
    _open(head, body, opening)
    _close(head, below, foot, partial)
    _date_from_body(head, body, kinds)
    dialect, families = conclude(frozenset(signs_of(head, foot, read, part)))
    return Layout(
        text=text,
        reading=read,
        start=part[0],
        end=part[1],
        segments=_tiles(part, head.cuts + blocks.cuts),
        fields=head.fields,
        note_kind=foot.note_kind,
        labels=labelled.labels,
        blocks=blocks.blocks,
        dialect=dialect,
        families=dict(families),
        rejected=labelled.rejected,
        leftovers=head.leftovers,
        wrapped=wrapped,
    )


def _tiles(part: Span, cuts: list[tuple[int, str]]) -> list[Segment]:
    """Return the segments between the cuts: the first begins where the part does, each ends where the next begins."""
    start, end = part
    if start == end:
        return []
    kinds = dict(cuts)
    places = sorted(kinds)
    if not places:
        return [Segment("paragraph", start, end)]
    names = [kinds[at] for at in places]
    places[0] = start
    return [Segment(*row) for row in zip(names, places, [*places[1:], end], strict=True)]


def _open(head: Head, body: list[Unit], opening: Opening) -> None:
    """Enter title and lead that stand in the body."""
    for field, index in (("title", opening.title), ("lead", opening.lead)):
        if index >= 0:
            unit = body[index]
            head.note(field, head.unprefixed(unit) if field == "title" else (unit.start, unit.end))
            head.cut(unit.start, field)


def _close(head: Head, below: list[Unit], foot: Foot, partial: Unit | None) -> None:
    """Enter the fields of the foot; `partial` is a mark of more to come that ends the last paragraph."""
    if partial:
        head.note("partial", (partial.start, partial.end))
        head.cut(partial.start, "partial")
    for unit, kind in zip(below, foot.kinds, strict=True):
        head.cut(
            unit.start, "note" if kind == foot.note_kind or kind in {"translation", "raw-content", "legal"} else kind
        )
        if kind in {"partial", "closing"}:
            head.note(kind, (unit.start, unit.end))
    notes = note_spans(below, Foot(start=0, kinds=foot.kinds))
    if notes:
        head.note("note", *notes)


def _date_from_body(head: Head, body: list[Unit], kinds: list[str]) -> None:
    """Enter the date of a date line or place dateline in the body, where the head gives none."""
    if "dateline" not in kinds:
        return
    for unit, kind in zip(body, kinds, strict=True):
        if kind == "dateline":
            head.dated(unit)
