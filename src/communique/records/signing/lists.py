"""Documents in lists: a heading such as `Documents signed:`, then an item a block, a line or between semicolons."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from msgspec import structs

from communique.patterns import lazy_regex
from communique.records.model import DocumentKind, DocumentStatus
from communique.records.signing import parties, russian
from communique.records.signing.kinds import GENERIC, KIND, kind_named, kind_word
from communique.records.signing.model import Candidate, Unit
from communique.records.signing.sentences import sentences
from communique.records.signing.titles import mention
from communique.text import Span, trimmed

_DOCUMENTS = (
    rf"(?:{GENERIC}|agreements|memorand(?:ums|a)|treaties|contracts|protocols|declarations|statements|MOUs|deals|pacts"
    r"|accords)"
)
_SIGNED = r"(?:signed|adopted|concluded|initialled|exchanged)"
_HEADING = lazy_regex(
    rf"(?:\b{_DOCUMENTS}\b[^.;!?]{{0,160}}?\b(?:{_SIGNED}|for\s+sign(?:ing|ature))\b|\b(?:{_SIGNED}|sign"
    rf"|signing\s+of)\b[^.;!?]{{0,120}}?\b{_DOCUMENTS}\b"
    rf"|\b(?:{_SIGNED}|sign)\s+the\s+following\W*\Z"
    rf"|\bthe\s+following\s+(?:\w+\s+){{0,4}}?{_SIGNED}\b"
    rf"|\A\W*(?:also\s+|already\s+|were\s+|was\s+)?(?:(?:(?:will|shall|to)\s+be|planned\s+to\s+be"
    rf"|being\s+prepared\s+to\s+be)\s+)?{_SIGNED}\b"
    r"|\A\W*(?:planned\s+|prepared\s+|ready\s+)?for\s+sign(?:ing|ature)\b)",
    re.IGNORECASE,
)
"""What heads a list of documents; samples: `Documents signed:`, `To be signed by the end of the year:`."""

_RUSSIAN_HEADING = lazy_regex(
    r"\b(?:документ\w*|соглашени\w*)\b[^.;!?]{0,120}?\bподпис\w*|\bподпис\w*[^.;!?]{0,120}?\b(?:документ\w*"
    r"|соглашени\w*)",
    re.IGNORECASE,
)
_OTHER_HEADING = lazy_regex(
    r"\b(?:provid\w+|envisag\w+|stipulat\w+|cover(?:s|ing)?|activit\w+|areas|measures|points|participants|attend\w+"
    r"|question\w*"
    r"|(?:signed|adopted|concluded)\s+(?:earlier(?!\s+today)|previously|before(?!\s+the))"
    r"|not|never|no\s+documents|draft\w*|years?\s+ago|by\s+the\s+following\s+(?:persons|people|ministers|officials"
    r"|representatives)"
    r"|following\s+(?:persons|people|officials|ministers|states|countries))\b",
    re.IGNORECASE,
)
_FUTURE = lazy_regex(
    r"\b(?:to\s+be|will|shall|going\s+to|planned|plans?|for\s+sign(?:ing|ature)|prepared|expected|are\s+to|upcoming"
    r"|intend\w*|agreed\s+to)\b"
    r"|\b(?:будут|планир\w+|предстоит|подготовлен\w*|к\s+подписанию)\b",
    re.IGNORECASE,
)
_SIGN_WORD = lazy_regex(
    rf"(?:(?:(?:will|shall|to)\s+be|was|were|have\s+been|has\s+been|are\s+to\s+be)\s+)?{_SIGNED}\b|for\s+sign(?:ing"
    rf"|ature)|sign(?:ing)?\b|подпис\w*",
    re.IGNORECASE,
)
_BULLET = lazy_regex(
    r"\s*(?:[-–—•*·▪■●○‣+]\s+|[-–—•·▪■●○‣](?=\w)|\(?\d{1,2}[.)]\s+|№\s*\d+\s*|\(?[a-zа-я]\)\s+|\(?[ivx]{1,4}[.)]\s+)"
)
_LINE_BULLET = lazy_regex(r"\n\s*(?=(?:[-–—•*·▪■●]\s+|\d{1,2}[.)]\s+)\S)")
_BETWEEN_PARTS = lazy_regex(r";\s+(?:and\s+)?")
_ARTICLE = lazy_regex(r"(?:the|an?)\s+", re.IGNORECASE)
_ORDINAL = lazy_regex(
    r"(?:the\s+)?(?:first|second|third|fourth|fifth|one|another)\s+(?:one\s+)?(?:is|was|of\s+them\s+is)\s+",
    re.IGNORECASE,
)
_HANGS = lazy_regex(r"\s(?:of|the|and|in|on|for|with|between|to|by|an?|from|at)\Z")
_NAMED = lazy_regex(
    r"\s*(?:(?:the|an?)\s+)?(?:(?!(?:agreed|also|will|was|were|are|is|has|have|had|signed|said|noted)\b)"
    rf"[\w’'“”«»\"&/.-]+,?\s+){{0,12}}?(?:{KIND})\b",
    re.IGNORECASE,
)
_SAID_IN_ITEM = lazy_regex(
    rf"(?:,|\s[–—-])?\s+(?:(?:was|were|has\s+been|is\s+to\s+be|will\s+be)\s+)?{_SIGNED}\s+(?:by|between|on|in|at)\b"
    r"|\s*\((?:signed|signatories|signed\s+by)\b",
    re.IGNORECASE,
)
_MOST_ITEM = 700
_MOST_HEADING = 400
_MOST_ITEMS = 300
_MOST_TEXT = 20_000
"""Bounds in characters and items; what is longer is no list of documents that anybody signed."""


class Heading(msgspec.Struct, frozen=True):
    """The words that head a list, and what they say of it."""

    span: Span
    status: DocumentStatus
    status_at: Span


def heading(reading: str, unit: Unit, following: Unit | None) -> Heading | None:
    """Return the words that head a list of documents at the end of a unit, or None.

    A heading ends in a colon, is a line of its own before items, or opens a list in the same block.
    """
    start, end = trimmed(reading, unit.start, unit.end)
    lines = reading.find("\n", start, end) != -1
    opens = reading[end - 1] == ":" or bool(
        following and (_is_bulleted(reading, following) or _is_under(reading, unit, following))
    )
    if not lines and not opens:
        return None
    broken = _LINE_BULLET.search(reading, start, end) if lines else None
    last = sentences(reading, max(start, end - _MOST_TEXT), broken.start() if broken else end)[-1:]
    at = trimmed(reading, *(last[0] if last else (start, end)))
    words = reading[slice(*at)]
    if len(words) > _MOST_HEADING or _OTHER_HEADING.search(words):
        return None
    if words[-1:] in {".", "!", "?"} and not broken and not (following and _is_title(reading, following)):
        return None
    if not (_HEADING.search(words) or _RUSSIAN_HEADING.search(words)):
        return None
    word = _SIGN_WORD.search(reading, *at)
    return Heading(at, "to be signed" if _FUTURE.search(words) else "signed", word.span() if word else at)


_LIST_OF = lazy_regex(
    rf"\W*(?:(?:the\s+)?list\s+of\s+)?(?:the\s+)?(?:\w+\s+){{0,2}}{_DOCUMENTS}\s+(?:\w+\s+)?(?:{_SIGNED}|for\s+signing)\b[^.:;!?]{{0,120}}",
    re.IGNORECASE,
)
"""A line of its own over titles without bullets: `List of documents signed during the visit`."""


def _is_under(reading: str, unit: Unit, following: Unit) -> bool:
    return _LIST_OF.fullmatch(reading, unit.start, unit.end) is not None and _is_title(reading, following)


def items(reading: str, units: list[Unit], n: int, head: Heading) -> tuple[list[Span], int]:
    """Return the spans of the items under the heading in unit `n`, and the number of the unit after the list."""
    found = list(_in_block(reading, head.span[1], units[n].end))
    at = n + 1
    bulleted = None
    while at < len(units) and len(found) < _MOST_ITEMS:
        unit = units[at]
        bullet = _is_bulleted(reading, unit)
        if bulleted is None:
            bulleted = bullet
        if not (bullet if bulleted else _is_title(reading, unit)) or unit.end - unit.start > _MOST_ITEM * 4:
            if not (found and _goes_on(reading, found[-1], unit)):
                break
            found[-1] = (found[-1][0], unit.end)
        else:
            found.extend(_lines(reading, unit.start, unit.end))
        at += 1
    return found[:_MOST_ITEMS], at


def candidate(reading: str, item: Span, head: Heading) -> Candidate | None:
    """Return the document that an item names; one without a word of a kind is of kind `other`."""
    start, end = item
    bullet = _BULLET.match(reading, start, end)
    start = bullet.end() if bullet else start
    article = _ARTICLE.match(reading, start, end)
    start = article.end() if article else start
    by: list[Span] = []
    said = _SAID_IN_ITEM.search(reading, start, end) if _says(reading[start:end]) else None
    if said:
        by = parties.after(reading, said.end() - len(said[0].split()[-1]) - 1, end)
        end = said.start()
    if reading.find(". ", start, end) != -1:
        end = sentences(reading, start, end)[0][1]
    end = _title_end(reading, start, end)
    if end - start < 8 or end - start > _MOST_ITEM:
        return None
    kind, kind_at = _kind(reading, start, end)
    return Candidate(
        title=((start, end),),
        kind=kind,
        kind_at=kind_at,
        status=head.status,
        status_at=head.status_at,
        parties=tuple(parties.between(reading, start, end) or by)
        or (russian.between(reading, start, end) if reading[start] > "z" else ()),
        shape="list",
        sentence=start,
    )


def _kind(reading: str, start: int, end: int) -> tuple[DocumentKind, Span]:
    """Return the kind of a title and the word that says it; the whole title where no word does."""
    word = kind_word(reading, start, end)
    if word:
        return kind_named(reading[slice(*word)]), word
    word = russian.kind_word(reading, start, end)
    return (russian.kind_named(reading[slice(*word)]), word) if word else ("other", (start, end))


def _says(words: str) -> bool:
    return "igned" in words or "dopted" in words or "oncluded" in words or "nitialled" in words or "ignatories" in words


def _title_end(reading: str, start: int, end: int) -> int:
    """Return where the title ends: before `;`, `.` and a linking `and`."""
    words = reading[start:end].rstrip(" \n;.,")
    for link in (" and", ";and", " и"):
        words = words.removesuffix(link).rstrip(" \n;.,")
    return start + len(words)


def enumerated(reading: str, units: list[Unit], counted: Candidate) -> Iterator[Candidate]:
    """Yield what the paragraphs after `four agreements were signed between A and B` name, one document each."""
    for unit in units:
        if unit.start <= counted.sentence:
            continue
        ordinal = _ORDINAL.match(reading, unit.start, unit.end)
        one = mention(reading, ordinal.end() if ordinal else unit.start, min(unit.end, unit.start + _MOST_ITEM))
        if one is None or one.plural or not one.complemented:
            return
        kind_at = kind_word(reading, *one.title) or one.kind
        yield structs.replace(
            counted,
            title=(one.title,),
            kind=kind_named(reading[slice(*kind_at)]),
            kind_at=kind_at,
            sentence=unit.start,
            parties=tuple(parties.between(reading, *one.title)) or counted.parties,
            complemented=True,
        )


def _in_block(reading: str, start: int, end: int) -> Iterator[Span]:
    """Yield the items behind the heading in its own block: lines with bullets, or parts between semicolons."""
    start = trimmed(reading, start, end)[0]
    if start >= end or not reading[start:end].strip():
        return
    if _BULLET.match(reading, start, end):
        yield from _lines(reading, start, end)
    elif _NAMED.match(reading, start, end):
        yield from _parts(reading, start, end)


def _lines(reading: str, start: int, end: int) -> Iterator[Span]:
    """Yield the lines of a block that begin with a bullet; a line without one goes on with the line before."""
    at = start
    for match in _LINE_BULLET.finditer(reading, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end


def _parts(reading: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _BETWEEN_PARTS.finditer(reading, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end


def _is_bulleted(reading: str, unit: Unit) -> bool:
    return unit.item or _BULLET.match(reading, unit.start, unit.end) is not None


def _is_title(reading: str, unit: Unit) -> bool:
    """Whether a paragraph without a bullet is a title: it begins with a document's name and holds one sentence."""
    return unit.end - unit.start <= _MOST_ITEM and _NAMED.match(reading, unit.start, unit.end) is not None


def _goes_on(reading: str, item: Span, unit: Unit) -> bool:
    """Whether a unit is the next line of a hard-wrapped item: no end mark before it, no blank line, a small letter."""
    if reading.count("\n", item[1], unit.start) != 1 or reading[item[1] - 1] in ".;:!?":
        return False
    return reading[unit.start].islower() or _HANGS.search(reading, item[0], item[1]) is not None
