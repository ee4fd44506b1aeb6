"""How much two wires say in the same words, by shingles: runs of four words that stand in both.

Broder's *resemblance* and *containment* (On the resemblance and containment of documents, 1997), counted exactly: the
few wires that are compared are chosen beforehand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from communique.records.model import Release

ALIKE = 0.7
"""Share of the shingles of the shorter of two texts from which on they are near-duplicates: a wire that was corrected,
completed or sent again keeps nearly all of them, two wires about one event few."""

_RUN = 4
_LEAST = 12
"""A text of fewer shingles is too short to be like another by more than chance."""

_WORD = re.compile(r"\w+")
_SAID = frozenset(("title", "lead", "paragraph", "label", "item", "heading", "listed", "signature", "stage"))
"""Kinds of segments that are a wire's own; head and foot are alike in all wires of an agency."""

Shingles = frozenset[tuple[str, ...]]


def shingles(text: str, records: Iterable[Release]) -> Shingles:
    """Return the shingles of a file's text, head and foot of its releases left out."""
    said = " ".join(
        text[segment.start : segment.end] for record in records for segment in record.segments if segment.kind in _SAID
    )
    words = _WORD.findall(said.casefold())
    return frozenset(zip(*[words[n:] for n in range(_RUN)], strict=False))


def containment(one: Shingles, other: Shingles) -> float:
    """Return the share of the shorter text's shingles that stand in both texts, from 0 to 1."""
    least = min(len(one), len(other))
    return len(one & other) / least if least >= _LEAST else 0.0


class Index:
    """Texts by their shingles, so that one more is compared with those alone that share some."""

    def __init__(self) -> None:
        self._names: list[tuple[str, Shingles]] = []
        self._holders: dict[tuple[str, ...], list[int]] = {}

    def add(self, name: str, text: Shingles) -> None:
        """Put a text in."""
        for shingle in text:
            self._holders.setdefault(shingle, []).append(len(self._names))
        self._names.append((name, text))

    def alike(self, text: Shingles) -> list[tuple[float, str]]:
        """Return (containment, name) of the texts that are near-duplicates of this one, the most alike first."""
        shared = Counter(number for shingle in text for number in self._holders.get(shingle, ()))
        found = [(containment(text, self._names[number][1]), self._names[number][0]) for number in shared]
        return sorted((pair for pair in found if pair[0] >= ALIKE), key=lambda pair: (-pair[0], pair[1]))
