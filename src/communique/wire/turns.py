"""Units, kinds and labels → blocks: which turn each paragraph stands in, and where a turn ends."""

from __future__ import annotations

from collections import Counter

import msgspec

from communique.patterns import lazy_regex
from communique.wire.body import END_MARK, bullet
from communique.wire.candidates import Candidate
from communique.wire.layout import Block, BlockKind
from communique.wire.lines import Unit

_SIGNED = lazy_regex(
    r"(?i)\b(?:documents?|agreements?|papers|memorand\w+|acts) (?:\w+ ){0,4}?"
    r"(?:signed|adopted|concluded|approved|exchanged)\b|"
    r"\b(?:signed|adopted) (?:documents?|agreements?|papers)\b|^to be signed\b|^list of\b|^annex\b|^were signed|"
    r"документ\w* (?:\w+ ){0,4}?подписан"
)
_FIRST_PERSON = lazy_regex(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Uu]s|[Yy]ou)\b")
_MEETING = (
    r"(?:meeting|talks|negotiations|session|summit|visit|event|ceremony|consultations|conversation|conference|forum)"
)
_BEHIND = (
    r"(?:Following|After|At the end of|Upon completion of|As a result of|Based on the results of) (?:the|these|their) "
    rf"[^.:;]{{0,60}}?\b{_MEETING}\b"
)
_DONE = r"(?:also )?(?:signed|adopted|approved|concluded)\b"
_SIGNERS = r"(?:heads|leaders|parties|sides|ministers|presidents|prime ministers|participants|delegations)"
_CLOSING = lazy_regex(
    rf"{_BEHIND}[^:;]{{1,400}}?\b(?:was|were) {_DONE}|"
    rf"(?:A|The) (?:number|package|series) of [^.:;]{{0,60}}?(?:was|were) {_DONE} [^.:;]{{0,80}}?\b{_MEETING}\b|"
    rf"{_BEHIND}[^:;.]{{0,60}}?, the {_SIGNERS}\b[^:;.]{{0,80}}? {_DONE}"
)
"""Narration behind the last words: `A number of documents were signed following the meeting.`"""
_RELATED = lazy_regex(
    r"(?i:see also|related (?:news|materials?|links|articles|topics)|read also|more on the (?:topic|subject)|"
    r"смотрите также|см\. также|читайте также|материалы по теме) ?:?"
)
"""Above the links to other pages that end a page."""
_LAST_WORDS = 12
_BLOCKS: dict[str, BlockKind] = {"opener": "stage", "colon": "heading"}


class Blocks(msgspec.Struct):
    """Blocks of a body and the cuts that they and its labels make."""

    blocks: list[Block] = []
    cuts: list[tuple[int, str]] = []
    turns: int = 0
    """Number of turns so far."""
    starts: dict[str, int] | None = None
    """How many headings begin with the same two words."""


def read_blocks(units: list[Unit], kinds: list[str], taken: list[Candidate], skipped: frozenset[int]) -> Blocks:
    """Return the blocks of the units; those at the indices `skipped` are title and lead, and no blocks."""
    found = Blocks()
    queue = list(reversed(taken))
    turn = -1
    asked = _asks_unlabelled(units, taken)
    for index, unit in enumerate(units):
        if queue and queue[-1].unit == index:
            labels = [queue.pop()]
            while queue and queue[-1].unit == index:
                labels.append(queue.pop())
            turn = _labelled(found, unit, labels, turn)
        elif index not in skipped:
            if asked and queue and queue[-1].unit == index + 1:
                turn = -1
            turn = _plain(found, units, kinds, index, turn, more=bool(queue))
    return found


def _asks_unlabelled(units: list[Unit], taken: list[Candidate]) -> bool:
    """Return whether a release is an interview whose questions have no label, as if in bold: one speaker, asked first.

    `Will there be paper?` / `Fritz Tarlen: Yes.` / `Is it dear?` / `Fritz Tarlen: No.`
    """
    above = taken[0].unit - 1 if len(taken) > 1 else -1
    return above >= 0 and units[above].text[-1] == "?" and len({label.name for label in taken}) == 1


def _labelled(found: Blocks, unit: Unit, labels: list[Candidate], turn: int) -> int:
    """Cut a unit at its labels; return the number of the last turn."""
    if labels[0].start > unit.start:
        _add(found, "paragraph", unit, (unit.start, labels[0].start), turn)
    ends = [label.start for label in labels[1:]] + [unit.end]
    for label, end in zip(labels, ends, strict=True):
        found.cuts.append((label.start, "label"))
        if label.text < end:
            _add(found, "paragraph", unit, (label.text, end), found.turns)
        found.turns += 1
    return found.turns - 1


def _plain(found: Blocks, units: list[Unit], kinds: list[str], index: int, turn: int, *, more: bool) -> int:
    """Add a unit without a label; return the turn that goes on behind it, -1 where it ends one."""
    unit, kind = units[index], kinds[index]
    if turn >= 0:
        if kind in {"heading", "colon"}:
            if _ends_turn(found, units, kinds, index):
                turn = -1
            else:
                kind = "paragraph"
        elif kind in {"opener", "signature"} or (not more and _closes(units, kinds, index)):
            turn = -1
    block: BlockKind = _BLOCKS.get(kind, kind)  # type: ignore[arg-type]
    start = unit.start + (bullet(unit.text) if kind == "item" else 0)
    if start > unit.start:
        found.cuts.append((unit.start, "item"))
    _add(found, block, unit, (start, unit.end), turn, cut=start == unit.start)
    return turn


def _closes(units: list[Unit], kinds: list[str], index: int) -> bool:
    """Return whether speech ends here, behind the last label: at a separator or a closing narration."""
    if kinds[index] == "separator":
        return _narrates(units, index + 1)
    return kinds[index] == "paragraph" and _CLOSING.match(units[index].text) is not None and _narrates(units, index)


def _add(found: Blocks, kind: BlockKind, unit: Unit, span: tuple[int, int], turn: int, *, cut: bool = True) -> None:
    """Add a block, without the agency's end mark `-0-` and white space at its end."""
    start, end = span
    if cut:
        found.cuts.append((start, kind))
    tail = unit.text[max(start, end - _LAST_WORDS) - unit.start : end - unit.start]
    if "0" in tail or tail[-1:] == " ":
        mark = END_MARK.search(tail)
        end -= len(tail) - len(tail[: mark.start()] if mark else tail.rstrip())
        if mark and end > start:
            found.cuts.append((end, "mark"))
    if end > start:
        found.blocks.append(Block(kind=kind, start=start, end=end, turn=turn))


def _ends_turn(found: Blocks, units: list[Unit], kinds: list[str], index: int) -> bool:
    """Return whether a short line ends the turn above it: it heads a list of documents, or a section of the page."""
    text = units[index].text
    if _FIRST_PERSON.search(text):
        return False
    if _SIGNED.search(text) or _RELATED.fullmatch(text):
        return True
    below = kinds[index + 1] if index + 1 < len(units) else ""
    if kinds[index] == "colon":
        return False
    wide = units[index].gap >= 2 or (index + 1 < len(units) and units[index + 1].gap >= 2)
    return below == "paragraph" and (wide or _like_others(found, units, kinds, index))


def _like_others(found: Blocks, units: list[Unit], kinds: list[str], index: int) -> bool:
    """Return whether the line begins with the words of another heading, as `On the …` / `On the …`."""
    if found.starts is None:
        found.starts = Counter(
            _two_words(unit.text) for unit, kind in zip(units, kinds, strict=True) if kind == "heading"
        )
    words = _two_words(units[index].text)
    return " " in words and found.starts[words] > 1


def _two_words(text: str) -> str:
    return " ".join(text.split(" ", 2)[:2])


def _narrates(units: list[Unit], index: int) -> bool:
    """Return whether the text behind a last separator is no longer speech: a report in the third person."""
    if index >= len(units):
        return False
    return not any(_FIRST_PERSON.search(unit.text) or unit.text[-1] in "!?" for unit in units[index : index + 4])
