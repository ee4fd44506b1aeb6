"""Text → layouts: split into releases, segment each. The one entry to room 1."""

from __future__ import annotations

from communique.text import reading
from communique.wire.layout import Block, Layout, Segment


def layouts(text: str, sentences: tuple[tuple[str, str], ...] = ()) -> list[Layout]:
    """Return the layouts of the releases in one file's text, in order; together they tile the text.

    `sentences` are an archive's own disclaimers as (kind, plain sentence).
    """
    read = reading(text)
    blocks = [Block(kind="paragraph", start=0, end=len(text))] if read.strip() else []
    segments = [Segment("paragraph", 0, len(text))] if text else []
    return [Layout(text=text, reading=read, start=0, end=len(text), segments=segments, fields={}, blocks=blocks)]
