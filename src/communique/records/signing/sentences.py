"""Sentences inside a block, cut only where something is to be read in them."""

from __future__ import annotations

from communique.patterns import lazy_regex
from communique.text import Span

_END = lazy_regex(r"[.!?…][”\"’»)]*(?=\s+[“\"«—–(\[]*[A-ZА-ЯЁ0-9])")
_ABBREVIATED = lazy_regex(
    r"(?:\b(?:[A-ZА-ЯЁ]|Mrs?|Ms|Dr|St|No|Nos|Art|Gen|Col|Lt|Prof|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|им|г"
    r"|гг))\Z"
)
"""What a full stop may follow inside a sentence: `D. F. Kalvenas`, `No. 5`, `Dec. 16`."""


def sentences(reading: str, start: int, end: int) -> list[Span]:
    """Return the spans of the sentences between two offsets, in order."""
    spans = []
    at = start
    for match in _END.finditer(reading, start, end):
        if match[0] == "." and _ABBREVIATED.search(reading, max(start, match.start() - 6), match.start()):
            continue
        spans.append((at, match.end()))
        at = match.end()
    if at < end:
        spans.append((at, end))
    return spans
