"""Wires of made-up states for the tests of room 1, and short views of a layout."""

from __future__ import annotations

from communique.wire.layout import Layout
from communique.wire.segment import layouts

NOTE = (
    "EDITOR’S NOTE: This article is a translation. "
    "Apologies should the grammar and or sentence structure not be perfect."
)
RAW = (
    "Please note: This information is raw content obtained directly from the source. It represents an accurate account "
    "of the source's assertions and does not necessarily reflect the position of MIL-OSI or its clients."
)
BODY = "The harbour of Strelsau was opened on Monday. Many people came.\n\nNobody spoke for long."
TALK = "Rudolf Elphberg: Good day, colleagues. It is late.\n\nBoris Lugosin: Yes, it is late."
HEAD_A = "Post sponsored by NewzEngine.com\n\nMIL OSI Translation. Region: Ruritania –\n\n"
HEAD_D = (
    "Translation. Region: Ruritania –\n\nSource: Strelsau Government – Strelsau Government –\n\n"
    "An important disclaimer is at the bottom of this article.\n\n"
)


def a(body: str) -> str:
    """Return a wire of family A with this body."""
    return f"{HEAD_A}{body}\n\n{NOTE}\n\nMIL OSI Ruritania News\n"


def d(body: str, title: str = "A title of the day") -> str:
    """Return a wire of family D with this body."""
    return f"{title}\n\n{HEAD_D}{body}\n\n{RAW}\n\n.\n"


def only(text: str) -> Layout:
    """Return the layout of a text that holds one release."""
    found = layouts(text)
    assert len(found) == 1
    return found[0]


def field(layout: Layout, name: str) -> str | None:
    """Return the words of a field, its spans joined by a space."""
    spans = layout.fields.get(name)
    return " ".join(layout.text[start:end] for start, end in spans) if spans else None


def labels(layout: Layout) -> list[str]:
    return [layout.text[label.start : label.end] for label in layout.labels]


def names(layout: Layout) -> list[str]:
    return [layout.text[slice(*label.name)] for label in layout.labels]


def roles(layout: Layout) -> list[str | None]:
    return [layout.text[slice(*label.role)] if label.role else None for label in layout.labels]


def kinds(layout: Layout) -> list[str]:
    return [block.kind for block in layout.blocks]


def sizes(layout: Layout) -> list[int]:
    """Return the number of paragraphs of each turn."""
    return [sum(b.turn == n and b.kind == "paragraph" for b in layout.blocks) for n in range(len(layout.labels))]


def segments(layout: Layout) -> list[str]:
    return [segment.kind for segment in layout.segments]
