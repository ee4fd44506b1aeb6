"""The head line, the only sure anchor of a wire: who translated it, for which region or government, when posted.

`MIL OSI Translation. Region: Russian Federation –`, `Translartion. Region: Russians Fedetion –`,
`Translation. Region: Russian Federal`,
`MIL OSI Translation. Government of the Republic of France statements from French to English – Posted on July 04, 2018`,
`MIL OSI Перевод. Заявления правительства Французской Республики с французского на английский –`.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from communique.patterns import lazy_regex
from communique.text import Span
from communique.wire.datelines import DATE
from communique.wire.likeness import word_like

_FRONT = r"(?P<front>[^\W\d_][\w .:-]{4,44}?)"
_REGION = lazy_regex(rf"{_FRONT}[.,;:]?\s{{1,3}}(?P<region>[^\W\d_]{{4,8}})(?: ?[:;]|(?= [A-ZÀ-ÞА-ЯЁ])) ?")
_STATEMENTS = lazy_regex(
    rf"{_FRONT}[.,;:]\s{{1,3}}(?P<government>\S.{{3,100}}?) [Ss]tat\w{{3,8}}\b"
    r"(?: (?:from|form|fom) (?P<from>\w+) (?:in)?to (?P<to>\w+))?"
)
_STATEMENTS_RU = lazy_regex(
    rf"{_FRONT}[.,;:]\s{{1,3}}Заявлени\w+ (?:правительства|Правительства) (?P<government>\S.{{3,100}}?)"
    r"(?: с (?P<from>\w+) на (?P<to>\w+)|(?= ?[–—-]|$))"
)
_DASH = lazy_regex(r" ?[–—] ?| -+ |-$")
_POSTED = lazy_regex(
    rf"[\s–—-]{{0,4}}(?:(?:Re)?[Pp]ost\w{{0,3}}|[Pp]ublish\w{{0,3}}|[Uu]pdated|Опубликовано|Размещено)(?: on)?:? ?"
    rf"(?P<date>{DATE})[\s–—-]{{0,4}}"
)
_START = lazy_regex(r"(?:[A-ZА-ЯЁ]{2,6}[ -]){0,2}(?P<word>[TtПп][^\W\d_]{5,13})\b")
_WORD = lazy_regex(r"[^\W\d_]{6,}")
_PRINTED_WORD = lazy_regex(r"\S+ ?")
_AGENCY = lazy_regex(r"[A-ZА-Я]{2,6}(?:[ -][A-ZА-Я]{2,6})?\b")
_TRANSLATION = ("translation", "перевод", "traduction", "translated")
_LONGEST_REGION = 60
_SHORTEST = 18
"""`Translation` and a region take more letters."""


class HeadLine(msgspec.Struct, frozen=True, kw_only=True):
    """What one head line prints; spans count from the start of the line."""

    agency: tuple[Span, ...]
    """Two spans where `Translation` stands inside the name, as in `MIL Translation OSI`."""
    translation: Span
    region: Span | None = None
    government: Span | None = None
    translated_from: Span | None = None
    translated_to: Span | None = None
    date: Span | None = None
    rest: int
    """Where a body or title begins on the same line; the line's length where none does."""


def head_line(text: str) -> HeadLine | None:
    """Return what the line says if it is a head line, however misspelt, else None."""
    match = _START.match(text) if len(text) > _SHORTEST else None
    if not match or not _means_translation(match["word"]):
        return None
    return _parsed(text[:1200], len(text))


@lru_cache(maxsize=256)
def _parsed(line: str, length: int) -> HeadLine | None:
    """Read a likely head line; a feed prints the same one over and over."""
    return _regional(line, length) or _governmental(line, length)


def _means_translation(word: str) -> bool:
    return any(word_like(word, known) for known in _TRANSLATION)


def _regional(line: str, length: int) -> HeadLine | None:
    match = _REGION.match(line)
    if not match or not (word_like(match["region"], "region") or word_like(match["region"], "регион")):
        return None
    if line[match.end("front")] == ":" and line[match.end("region") :].lstrip()[:1] not in {":", ";"}:
        return None  # a title behind its prefix: `MIL-OSI Translation: Regions Minister opens a quay`
    front = _front(match["front"])
    if not front:
        return None
    agency, translation = front
    start, end, date, rest = _value(line, match.end(), length)
    region = (start, end) if end > start else None
    return HeadLine(agency=agency, translation=translation, region=region, date=date, rest=rest)


def _governmental(line: str, length: int) -> HeadLine | None:
    match = _STATEMENTS.match(line) or _STATEMENTS_RU.match(line)
    front = match and _front(match["front"])
    if not match or not front:
        return None
    if line[match.end("front")] == ":" and not match["from"]:
        return None  # a title behind its prefix: `MIL-OSI Translation: Joint statement by the Presidents`
    agency, translation = front
    _, end, date, rest = _value(line, match.end(), length)
    if end > match.end():  # words between the languages and the dash are the body's
        rest = match.end() + 1
    return HeadLine(
        agency=agency,
        translation=translation,
        government=match.span("government"),
        translated_from=match.span("from") if match["from"] else None,
        translated_to=match.span("to") if match["to"] else None,
        date=date,
        rest=rest,
    )


def _front(front: str) -> tuple[tuple[Span, ...], Span] | None:
    """Return the agency's spans and the word for translation in the words before `Region:` or the government."""
    for match in _WORD.finditer(front):
        if _means_translation(match[0]):
            sides = ((0, match.start()), (match.end(), len(front)))
            found = [_AGENCY.search(front, *side) for side in sides]
            return tuple(part.span() for part in found if part), match.span()
    return None


def _value(line: str, start: int, length: int) -> tuple[int, int, Span | None, int]:
    """Return start and end of the value before a dash, the posting date behind it, and where the rest begins."""
    posted = _POSTED.search(line, start)
    dash = _DASH.search(line, start)
    end = dash.start() if dash else len(line)
    rest = dash.end() if dash else length
    date = None
    if posted and posted.start() <= end:
        end, rest, date = posted.start(), posted.end(), posted.span("date")
    elif posted and dash and posted.start() <= dash.end():
        rest, date = posted.end(), posted.span("date")
    if end - start > _LONGEST_REGION and not date:
        end = rest = _short_value(line, start)
    end = start + len(line[start:end].rstrip(" .,;"))
    return start, end, date, min(rest, length)


def _short_value(line: str, start: int) -> int:
    """Return the end of the capitalised words from `start`, for a value that no dash closes."""
    at = start
    for match in _PRINTED_WORD.finditer(line, start, start + _LONGEST_REGION):
        if not (match[0][0].isupper() or match[0].strip() in {"of", "the", "and", "/"}):
            break
        at = match.end()
    return max(at, start)
