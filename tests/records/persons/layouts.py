"""Hand-made layouts: one block a line of text, labels where told."""

from __future__ import annotations

from communique.text import Span, reading
from communique.wire.layout import Block, BlockKind, Label, Layout, TurnKind


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def prose(*lines: str, title: str = "", kinds: dict[int, BlockKind] | None = None, source: str = "") -> Layout:
    """Return a layout without labels; `kinds` names the kinds of lines that are no paragraphs."""
    head = [line for line in (title, source) if line]
    text = "\n\n".join([*head, *lines])
    fields = {name: (at(text, value),) for name, value in (("title", title), ("source", source)) if value}
    blocks, start = [], sum(len(line) + 2 for line in head)
    for i, line in enumerate(lines):
        blocks.append(Block(kind=(kinds or {}).get(i, "paragraph"), start=start, end=start + len(line)))
        start += len(line) + 2
    return Layout(text=text, reading=reading(text), start=0, end=len(text), segments=[], fields=fields, blocks=blocks)


def talk(*turns: tuple[str, str], title: str = "", source: str = "", roles: tuple[str, ...] = ()) -> Layout:
    """Return a layout of labelled turns; `roles` are the offices printed before the names in the labels."""
    head = [line for line in (title, source) if line]
    text = "\n\n".join([*head, *(f"{label}: {words}" for label, words in turns)])
    fields = {name: (at(text, value),) for name, value in (("title", title), ("source", source)) if value}
    labels, blocks, start = [], [], sum(len(line) + 2 for line in head)
    for i, (label, words) in enumerate(turns):
        end = start + len(label)
        role = next((role for role in roles if label.startswith(role)), None)
        kind: TurnKind = "question" if label.startswith("Question") else "speech"
        name = start + len(role) + 1 if role else start
        note = label.find(" (")
        labels.append(
            Label(
                start=start,
                end=end,
                name=(name, end if note < 0 else start + note),
                role=(start, start + len(role)) if role else None,
                kind=kind,
            )
        )
        blocks.append(Block(kind="paragraph", start=end + 2, end=end + 2 + len(words), turn=i))
        start = end + 4 + len(words)
    return Layout(
        text=text,
        reading=reading(text),
        start=0,
        end=len(text),
        segments=[],
        fields=fields,
        labels=labels,
        blocks=blocks,
    )
