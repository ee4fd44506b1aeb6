"""Where the words that prove a value stand on the release's page: the block that holds them, and their place in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import takewhile
from operator import attrgetter

from communique.pages.transcript.blocks import Block, blocks, stands_alone
from communique.records.model import Release
from communique.text import Span, printed

_LONGEST = 72
"""The first words of a part are cut to this length in a table of contents."""

_RECOGNISED = 48
"""Words quoted as evidence are cut to this length: a reader recognises them, and reads them where they stand."""


def fragments(release: Release, text: str, offsets: Sequence[int]) -> list[str]:
    """Return `#c412` for each offset: the block of the release's page that holds it; empty where none does."""
    quick = _by_segment(release, text, offsets)
    if quick is not None:
        return quick
    last = max(offsets, default=-1)
    near = takewhile(lambda block: block.start <= last, blocks(release, text))
    places = Places(release, text, near)
    return [places.href(offset) for offset in offsets]


def _by_segment(release: Release, text: str, offsets: Sequence[int]) -> list[str] | None:
    """Return the fragments where every offset lies in a segment that is a block as it stands; None where one does not.

    That is the usual case, and no block needs to be made for it. A correction may let a block begin inside a segment.
    """
    if release.set_by_person:
        return None
    found = []
    for offset in offsets:
        place = bisect_right(release.segments, offset, key=_START) - 1
        segment = release.segments[place]
        if place < 0 or not stands_alone(segment.kind) or text[segment.start].isspace() or offset >= segment.end:
            return None
        found.append(f"#c{segment.start}")
    return found


_START = attrgetter("start")


def cut(words: str, longest: int = _LONGEST) -> str:
    """Return words cut at a space, so that a reader recognises them."""
    if len(words) <= longest:
        return words
    end = words.rfind(" ", longest // 2, longest)
    return words[: end if end > 0 else longest].rstrip(",;: ") + " …"


class Places:
    """Title, lead and blocks of one release's page, by their anchors."""

    def __init__(self, release: Release, text: str, body: Iterable[Block]) -> None:
        self._text = text
        self._evidence = release.evidence
        self._blocks = [block for block in body if block.kind not in {"hr", "stray"}]
        self._starts = [block.start for block in self._blocks]
        self.title = self._add("/title") if release.title else -1
        """Anchor of the title; -1 where the wire does not print it apart from the text."""
        self.lead = self._add("/lead") if release.lead else -1

    def _add(self, pointer: str) -> int:
        """Add a fact of the head that the page prints as text; return its anchor."""
        spans = self._evidence.get(pointer)
        if not spans:
            return -1
        start = spans[0][0]
        place = bisect_right(self._starts, start)
        if place and self._blocks[place - 1].end > start:
            return -1
        self._starts.insert(place, start)
        self._blocks.insert(place, Block("p", start, spans[-1][1]))
        return start

    def _holding(self, offset: int) -> Block | None:
        place = bisect_right(self._starts, offset) - 1
        return self._blocks[place] if place >= 0 and offset < self._blocks[place].end else None

    def href(self, offset: int) -> str:
        """Return `#c412`, the block that holds an offset, or an empty text."""
        block = self._holding(offset)
        return f"#c{block.start}" if block else ""

    def first(self, pointer: str) -> str:
        """Return the block of the first words that prove a value, or an empty text."""
        spans = self._evidence.get(pointer)
        return self.href(spans[0][0]) if spans else ""

    def quoted(self, *spans: Span) -> str:
        """Return the words in the spans, cut."""
        return cut(printed(self._text, *spans), _RECOGNISED)

    def words(self, pointer: str) -> str:
        """Return the words that prove a value, cut; empty where none do."""
        spans = self._evidence.get(pointer)
        return self.quoted(*spans) if spans else ""

    def proof(self, pointer: str, value: str = "") -> tuple[str, str, str]:
        """Return (words, href, mark) of the words that prove a value; `value` where it is the words as printed.

        The mark is "anchor from to", the words' place in the printed text of their block, in code points; empty where
        they stand in no block, or in a label, which is printed as the record has it.
        """
        spans = self._evidence.get(pointer)
        if not spans:
            return value, "", ""
        words, block = cut(value, _RECOGNISED) if value else self.quoted(*spans), self._holding(spans[0][0])
        if block is None:
            return words, "", ""
        return words, f"#c{block.start}", self._mark(block, spans[0]) if block.kind != "label" else ""

    def _mark(self, block: Block, span: Span) -> str:
        """Return the mark of a span: white space is folded in a printed text, tags are gone."""
        before = self._length(block.start, span[0])
        return f"{block.start} {before} {before + self._length(*span)}"

    def _length(self, start: int, end: int) -> int:
        """Return the length of a span as printed, with one space at its end where there is white space."""
        raw = self._text[start:end]
        if raw.isprintable() and "  " not in raw and "<" not in raw and "&" not in raw:
            return end - start
        shown = len(printed(self._text, (start, end)))
        return shown + (1 if shown and raw[-1].isspace() else 0)
