"""What room 1 hands to room 2: the layout of one release's part of a file. All offsets count from the file's start."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.text import Span

BlockKind = Literal[
    "paragraph",  # running text, inside a turn or not
    "heading",  # a short line that heads what follows: "Middle East", "Documents signed:"
    "item",  # one item of a dash, hyphen or numbered list; start stands after the bullet
    "listed",  # one line of a list of delegates or of a person card: present, not speaking
    "caption",  # a photo caption, also where repeated inside a turn
    "stage",  # "(Applause from the CDU / CSU)", "Excerpts from the transcript:"
    "separator",  # "* * *"
    "elision",  # "<…>"
    "navigation",  # left-overs of a web page: "Previous news Next news", "17"
    "signature",  # one line of a signature block at the end
    "dateline",  # a date line set apart from the text
]

TurnKind = Literal["speech", "question", "answer"]


class Segment(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One piece of the tiling; the segments of a file's releases, in order, join to the file's text.

    `kind` is a block kind or `label` in the body; in the head `sponsor`, `head`, `title`, `lead`, `source`, `date`,
    `dateline`, `topic`, `pointer`, `notice`, `stage`, `navigation`, `leftover`; in the foot `partial`, `note`,
    `closing`, `mark` (`-0-`), `link`, `origin`, `rating`, `dot`, `counter`, `navigation`.
    """

    kind: str
    start: int
    end: int


class Mark(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A place with a reason: a leftover, or a candidate that was turned down."""

    start: int
    end: int
    reason: str


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker label that was accepted; it opens the turn of the same number."""

    start: int
    end: int
    """The label as printed, without its colon or full stop."""
    name: Span
    """The name inside it, without office and note; for `Question:` the whole word; for `Mr. President.` the address."""
    role: Span | None = None
    """The office printed before (or after) the name, or None."""
    kind: TurnKind = "speech"
    reason: str = ""
    """Which evidence accepted it, for `communique explain`."""


class Block(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One paragraph or line of the body, in order; white space at its ends is left out, and so is a label before it."""

    kind: BlockKind
    start: int
    end: int
    turn: int = -1
    """Index into `Layout.labels` of the turn that the block stands in, -1 outside turns."""


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """One release as it lies in its file."""

    text: str
    """The whole file's text; never changed."""
    reading: str
    """`text.reading(text)`: same length, for patterns."""
    start: int
    end: int
    """This release's part of the text; the parts of a file tile the file."""
    segments: list[Segment]
    fields: dict[str, tuple[Span, ...]]
    """Head and foot facts: field → the spans that print it, trimmed of dashes and white space. Keys: agency, sponsor,
    sponsor_name, translation (the word that says so), translated_from, translated_to, region, government (the body
    named in a head line "Government of … statements"), source, source_inner, title, lead, date (the printed date that
    counts as the date of issue), dateline, partial, note (each editor's note or disclaimer), closing, topic."""
    note_kind: str | None = None
    """"translation", "raw-content" or "legal", of the first note."""
    labels: list[Label] = []
    blocks: list[Block] = []
    dialect: str = "plain"
    families: dict[str, float] = {}
    """Score of every family, for `communique explain`."""
    rejected: list[Mark] = []
    leftovers: list[Mark] = []
    wrapped: bool = False
    """Whether lines are wrapped inside sentences, so that a newline is no paragraph."""
