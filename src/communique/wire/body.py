"""The body's units and their kinds: what is running text, and what heads, lists, captions, interrupts or signs it."""

from __future__ import annotations

import re
from collections import Counter

from communique.patterns import lazy_regex
from communique.wire.datelines import agency_line, holds_digit, is_clock, own_line, place_line
from communique.wire.lines import SENTENCE_ENDS, Unit
from communique.wire.matching import BODY
from communique.wire.shapes import shape_of
from communique.wire.vocabulary import GREETINGS, OFFICES

_SHORT = 220
_LINE = 70
_HEADING = 170
_BULLETS = "-–—•·*▪●‣"
_SPEECH = lazy_regex(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur)\b|\?$")
_NUMBER = lazy_regex(r"\(?(?:\d{1,3}|[a-zа-я]|[ivx]{1,4})[.)] +(?=\S)")
_SPOKEN_DASH = lazy_regex(r",[”\"»]? [—–] \w|[.!?][”\"»]? [—–] [a-zа-я]")
END_MARK = lazy_regex(r"\s*[-–—]{1,2} ?0 ?[-–—]{1,2}\.?$")
"""`-0-`, `–0–`: the agency's mark at the end of an item."""
_PEOPLE = lazy_regex(
    r"(?i)\b(?:delegations?|delegates|participants|members?|present|attend\w*|taking part|list of heads|"
    r"состав|участник)"
)
_CARD = lazy_regex(r"([^\W\d_]\S+) ([^\W\d_]\S+) \2 \1")
"""A person card fused into a line: `Mikhail Mishustin Mishustin MikhailPrime Minister of …`."""
_RANK = lazy_regex(r"(?i)(?:yours|sincerely|respectfully|with (?:respect|best wishes|kind regards)|с уважением)\b")
_LONGEST_SIGNATURE = 5


def kinds_of(units: list[Unit]) -> list[str]:
    """Return the kind of every unit: a block kind, or "opener", or "colon" for a short line that ends in a colon."""
    kinds = [_kind(unit.text) for unit in units]
    _captions(units, kinds)
    _dated_captions(units, kinds)
    _stacked_datelines(units, kinds)
    _lists(units, kinds)
    return kinds


def _kind(text: str) -> str:
    first = text[0]
    if text[-1] in ".!?" and len(text) > _LINE and first.isupper() and first != "Q":
        return "paragraph"  # most units; what follows looks closer at the others
    if first in _BULLETS or (first.isdigit() and _NUMBER.match(text)) or (first in "(abcivx" and _NUMBER.match(text)):
        found = _bulleted(text)
        if found:
            return found
    if len(text) > _SHORT:
        return "listed" if " , " in text[:400] and _CARD.match(text) else "paragraph"
    return BODY.kind(text) or _short(text)


def _bulleted(text: str) -> str | None:
    """Return "item" for one of a list; a dash may also open speech, or stand in a separator."""
    size = bullet(text)
    if not size or len(text) <= size or BODY.kind(text):
        return None
    spoken = text[0] in "—–" and _SPOKEN_DASH.search(text, 2, 2000)
    if spoken or (text[0] in "—–" and text[-1] in ".!?…" and (text[0] == "—" or _SPEECH.search(text))):
        return None
    return "item"


def bullet(text: str) -> int:
    """Return the length of the bullet or number before an item's words, white space included; 0 where there is none."""
    number = _NUMBER.match(text)
    return number.end() if number else len(text) - len(text.lstrip(_BULLETS).lstrip())


def _short(text: str) -> str:
    if text[-1] in "-–—." and "0" in text[-6:]:
        text = END_MARK.sub("", text) or text
    last = text[-1]
    if last == ":":
        return "colon" if len(text) <= _HEADING else "paragraph"
    if holds_digit(text) and (own_line(text) or place_line(text) or agency_line(text)):
        return "dateline"
    if _CARD.match(text):
        return "listed"
    return "heading" if _heads(text, last) else "paragraph"


def _heads(text: str, last: str) -> bool:
    """Return whether a short line may head what follows: it begins like a title and has no end mark."""
    if last in '"”»)':
        last = text[-2:-1]
    begins = text[0].isupper() or text[0].isdigit() or text[0] in '“«"'
    return begins and len(text) <= _HEADING and last not in SENTENCE_ENDS + ","


def _captions(units: list[Unit], kinds: list[str]) -> None:
    """Let a short line that is printed again word for word be a caption, but for its first print among headings."""
    if kinds.count("heading") < 2:
        return
    counts = Counter(unit.text for unit, kind in zip(units, kinds, strict=True) if kind == "heading")
    seen: set[str] = set()
    for index, unit in enumerate(units):
        if kinds[index] == "heading" and counts[unit.text] > 1:
            if unit.text in seen:
                kinds[index] = "caption"
            seen.add(unit.text)


def _dated_captions(units: list[Unit], kinds: list[str]) -> None:
    """Let a line behind a transcript's opener, or behind text, that has a date below it, `27 March 2023`, be a caption.

    Behind text it is printed again.
    """
    if "dateline" not in kinds:
        return
    again = {unit.text for unit, kind in zip(units, kinds, strict=True) if kind == "caption"}
    first = (
        kinds.index("opener") + 1
        if "opener" in kinds
        else next((i for i, k in enumerate(kinds) if k == "paragraph"), 0)
    )
    for index in range(first, len(units) - 1):
        if "opener" not in kinds and units[index].text not in again:
            continue
        if kinds[index] == "heading" and kinds[index + 1] == "dateline" and own_line(units[index + 1].text):
            kinds[index] = "caption"


_PLACE_WORDS = 5


def _stacked_datelines(units: list[Unit], kinds: list[str]) -> None:
    """Let a time and a place on lines of their own below a date belong to it: `17:40` / `The Kremlin, Moscow`."""
    if "dateline" not in kinds:
        return
    for index in range(1, len(units)):
        if kinds[index - 1] != "dateline" or kinds[index] not in {"heading", "paragraph", "navigation"}:
            continue
        text = units[index].text
        if is_clock(text) or (kinds[index] == "heading" and is_clock(units[index - 1].text) and _is_place(text)):
            kinds[index] = "dateline"


def _is_place(text: str) -> bool:
    """Return whether a line below a time is a place: `The Kremlin, Moscow`, `Strelsau`."""
    return text.count(" ") < _PLACE_WORDS if ", " in text else " " not in text and text.isalpha()


def _lists(units: list[Unit], kinds: list[str]) -> None:
    """Let lines below a line with a colon that end in semicolons be a list, of people where the colon line says so."""
    for index, kind in enumerate(kinds):
        if kind != "colon" and not (kind == "paragraph" and units[index].text[-1] == ":"):
            continue
        end = index + 1
        while end < len(units) and units[end].text[-1] == ";" and kinds[end] in {"paragraph", "heading", "listed"}:
            end += 1
        if end == index + 1:
            continue
        if end < len(units) and kinds[end] in {"paragraph", "heading"} and len(units[end].text) <= _SHORT:
            end += 1
        people = _PEOPLE.search(units[index].text)
        kinds[index + 1 : end] = ["listed" if people else "item"] * (end - index - 1)
        if end - index > 1:
            kinds[index] = "colon"


def mark_signature(units: list[Unit], kinds: list[str], low: int) -> None:
    """Mark the lines of a signature block at the end, above `low` at most: a name, and an office beside it.

    `MINISTER OF DEFENSE OF THE RUSSIAN FEDERATION` / `army General` / `S. Shoigu`.
    """
    end = len(units)
    while end > low and kinds[end - 1] in {"navigation", "dateline", "separator", "elision"}:
        end -= 1
    start = end
    while start > low and end - start < _LONGEST_SIGNATURE and _may_sign(units[start - 1].text, kinds[start - 1]):
        start -= 1
    lines = [unit.text for unit in units[start:end]]
    if not lines or start == 0:
        return
    shapes = [shape_of(line.rstrip(".,")) for line in lines]
    named = [
        not isinstance(shape, str) and shape.form in {"initials", "full-name", "capitals", "office-name"}
        for shape in shapes
    ]
    offices = [any(word.strip(",.").lower() in OFFICES for word in line.split()) for line in lines]
    signed = any(named) and any(offices)
    if signed:
        kinds[start:end] = ["signature"] * (end - start)


def _may_sign(text: str, kind: str) -> bool:
    if len(text) > 120 or kind in {"item", "listed", "caption", "stage", "opener", "colon"}:
        return False
    if text[-1] in '.!?…:;"”' and not re.match(r"[^\W\d_]\.", text):
        return False
    return text[-1] != "," or bool(_RANK.match(text)) or text.split(" ", 1)[0].lower() not in GREETINGS
