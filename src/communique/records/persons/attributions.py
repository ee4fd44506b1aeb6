"""Who said the quoted words: the attribution after, before or inside a quotation → the words that name the speaker."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from communique.patterns import lazy_regex
from communique.records.countries import country
from communique.records.persons.attribution_words import ACCORDING, PRONOUN, SAYING
from communique.records.persons.names import without_honorific
from communique.records.persons.naming import names_in
from communique.records.persons.offices import office_after, office_before, office_of
from communique.records.persons.quotations import Quotation, last_sentence, sentence_end
from communique.records.persons.tokens import tokens
from communique.text import Span, trimmed


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """Who an attribution names."""

    kind: Literal["name", "office", "pronoun"]
    at: Span
    """The name, the office or the pronoun."""
    role: Span | None = None
    """The office beside a name."""


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's quoted words; `subject` is None where nobody is named, `reason` then says why."""

    spoken: tuple[Span, ...]
    subject: Subject | None = None
    reason: str = ""
    until: int = 0
    """Where the attribution behind the quotation ends."""


_FAR = 240
_FEW_WORDS = 4


def attributions(reading: str, start: int, end: int, found: list[Quotation], known: list[str]) -> list[Attribution]:
    """Return one attribution for each quotation of a block, in order."""
    result: list[Attribution] = []
    for i, quotation in enumerate(found):
        low = found[i - 1].end if i else start
        high = found[i + 1].start if i + 1 < len(found) else end
        result.append(
            _inside(reading, quotation, known)
            or _behind(reading, quotation, high, known)
            or _before(reading, quotation, low, known)
            or _continued(reading, quotation, found[i - 1] if i else None, result[-1] if result else None)
            or Attribution(spoken=(quotation.inner,), reason="quoted words that nobody is said to have spoken")
        )
    return result


_INNER = lazy_regex(r"(?:(?<=[,!?….])|(?<=[,!?….][”\"»])) [—–-] (?=[^\W\d_])")
_INNER_END = lazy_regex(r"[.,;:]? [—–-] ")


def _inside(reading: str, quotation: Quotation, known: list[str]) -> Attribution | None:
    """Read `«…, — said X. — …»` and a speech set off by dashes, `— …, — said X.`"""
    start, end = quotation.inner
    for match in _INNER.finditer(reading, start, end):
        verb = SAYING.search(reading, match.end(), min(end, match.end() + _FAR))
        stop = _INNER_END.search(reading, match.end(), end)
        until = stop.start() if stop else end
        if verb is None or verb.start() > until or verb.start() > match.end() + 80:
            continue
        subject = _subject_around(reading, match.end(), verb.span(), until, known)
        if subject is not None:
            spoken = [trimmed(reading, start, match.start())]
            if stop:
                spoken.append(trimmed(reading, stop.end(), end))
            return Attribution(spoken=tuple(span for span in spoken if span[1] > span[0]), subject=subject, until=until)
    return None


def _behind(reading: str, quotation: Quotation, high: int, known: list[str]) -> Attribution | None:
    """Read `"…," said X, sales manager at Y.` and `"…," the Deputy Prime Minister noted.`"""
    if quotation.dashed or not quotation.closed:
        return None
    opened = _OPENED.match(reading, quotation.end, high)
    start = opened.end() if opened else quotation.end
    until = sentence_end(reading, start, min(high, start + _FAR))
    verb = SAYING.search(reading, start, until)
    if verb is None:
        return _loosely_behind(reading, quotation, opened[0] if opened else "", (start, until), known)
    if reading[start:until].rstrip().endswith(":") or "\n\n" in reading[start : verb.start()]:
        return None
    marked = reading[quotation.inner[1] - 1] in ",!?….—" or not _MARKS.isdisjoint(opened[0] if opened else "")
    first = not reading[start : verb.start()].strip(" ,")
    if not marked and not (first and _is_statement(reading, quotation)):
        return None
    subject = _subject_around(reading, start, verb.span(), until, known)
    if subject is None:
        reason = (
            "words of a body, not of a person"
            if _names_a_body(reading, start, until)
            else "an attribution that names nobody"
        )
        return Attribution(spoken=(quotation.inner,), reason=reason, until=until)
    return Attribution(spoken=(quotation.inner,), subject=subject, until=until)


_MARKS = frozenset(",—–")
_ANY_VERB = lazy_regex(r"(?!is |was |has )[a-z]{2,20}(?:s|ed)(?= )")
_THEN_VERB = lazy_regex(r" (?!is |was |has )[a-z]{2,20}(?:s|ed)(?=[ .,:])")


def _loosely_behind(
    reading: str, quotation: Quotation, opened: str, behind: Span, known: list[str]
) -> Attribution | None:
    """Read `"…," laughs coordinator X.`, `"…," X opened the meeting.` and `"…," — X, director of Y.`

    Without a verb of saying only where a whole sentence is quoted and the words behind it begin with the speaker.
    """
    start, end = behind
    if not _is_sentence(reading, quotation) or "\n" in reading[start:end]:
        return None
    verb = _ANY_VERB.match(reading, start, end)
    subject = _named(reading, verb.end() if verb else start, end, known)
    if subject is None:
        return None
    first, last = _around(subject)
    if reading[verb.end() if verb else start : first].strip(" ") not in ("", "the", "a", "an"):
        return None
    if verb is None and _THEN_VERB.match(reading, last, end) is None:
        alone = any(dash in opened for dash in "—–-") and subject.role is not None
        if not alone or reading[last:end].strip(" .\n"):
            return None
    return Attribution(spoken=(quotation.inner,), subject=subject, until=end)


def _around(subject: Subject) -> Span:
    role = subject.role or subject.at
    return min(subject.at[0], role[0]), max(subject.at[1], role[1])


def _is_sentence(reading: str, quotation: Quotation) -> bool:
    """Whether quoted words end in a mark and stand at the head of a paragraph or behind a sentence."""
    before = reading[max(0, quotation.start - 8) : quotation.start].rstrip(" ")
    marked = reading[quotation.inner[1] - 1] in ",!?…." or reading[quotation.end : quotation.end + 1] == ","
    return marked and _is_statement(reading, quotation) and (not before or before[-1] in ".!?:\n")


_OPENED = lazy_regex(r"[\s,.–—-]{0,6}")


def _before(reading: str, quotation: Quotation, low: int, known: list[str]) -> Attribution | None:
    """Read `X said: "…"`, `According to X, "…"`, `X, director: "…"` in the sentence that leads to the quotation."""
    if quotation.dashed or not quotation.opened:
        return None
    start = last_sentence(reading, max(low, quotation.start - _FAR), quotation.start)
    start, end = trimmed(reading, start, quotation.start)
    if end <= start:
        return None
    verb = None
    for verb in SAYING.finditer(reading, start, end):  # noqa: B007 - the last verb is the one that leads to the quotation
        pass
    according = ACCORDING.match(reading, start, end)
    colon, comma = reading[end - 1] == ":", reading[end - 1] == ","
    if verb is not None and (
        _LEADS.fullmatch(reading, verb.end(), end)
        or (_LEADS_INTO.fullmatch(reading, verb.end(), end) and _is_statement(reading, quotation))
    ):
        if not colon and not comma and not _is_statement(reading, quotation):
            return None
        subject = _subject_around(reading, start, verb.span(), end, known)
    elif verb is not None and _ASIDE.search(reading, start, end) and _is_statement(reading, quotation):
        subject = _pronoun(reading, start, end)
    elif according and comma:
        subject = _named(reading, according.end(), end, known) or _office(reading, according.end(), end)
    elif colon:
        subject = _named(reading, start, end, known)
    else:
        return None
    return Attribution(spoken=(quotation.inner,), subject=subject, until=quotation.end) if subject else None


_ASIDE = lazy_regex(r", (?:he|she|they) [a-z]{2,20}, [^,;:]{0,80}$")
"""An attribution inside a sentence: `The country, he said, stands “by its neighbours”.`"""

_LEADS = lazy_regex(
    r"(?:,? [^.!?:;]{1,80})?[:,]|,? что|"
    r"(?: (?:reporters|journalists|the press|the media|the audience|us|him|her|them|[A-Z][A-Za-z]{1,20}))?"
    r"(?: that)?(?: (?:he|she|it|they|we|I|the))?"
)


_LEADS_INTO = lazy_regex(
    r" (?:that )?[^.!?:;,]{1,60} (?:to|is|are|was|were|will|would|has|have|can|must|should|been|being|of|as|by|for)"
)
"""Between a verb and words that end a sentence of somebody else's: `said that the country is ready to “go on …”`."""


def _is_statement(reading: str, quotation: Quotation) -> bool:
    """Return whether quoted words can be a statement and no title, nickname or scare quote."""
    words = reading[quotation.inner[0] : quotation.inner[1]].split()
    lower = sum(word[0].islower() for word in words)
    return len(words) >= _FEW_WORDS and lower * 2 > len(words)


def _continued(
    reading: str, quotation: Quotation, before: Quotation | None, last: Attribution | None
) -> Attribution | None:
    """Give a quotation that follows another one's attribution at once to the same speaker: `“…,” said X. “…”`"""
    if before is None or last is None or last.subject is None:
        return None
    between = reading[max(last.until, before.end) : quotation.start]
    if between.strip(" .,;:–—-\n"):
        return None
    return Attribution(spoken=(quotation.inner,), subject=last.subject, until=quotation.end)


def _subject_around(reading: str, start: int, verb: Span, end: int, known: list[str]) -> Subject | None:
    """Return who speaks in `SUBJECT verb …` or `verb … SUBJECT …`."""
    if reading[start : verb[0]].strip(" ,\n—–"):
        found = (
            _named(reading, start, verb[0], known)
            or _pronoun(reading, start, verb[0])
            or _office(reading, start, verb[0])
        )
        if found:
            return found
    return (
        _pronoun(reading, verb[1], min(end, verb[1] + 6))
        or _named(reading, verb[1], end, known)
        or _office(reading, verb[1], end)
        or _pronoun(reading, verb[1], end)
    )


def _pronoun(reading: str, start: int, end: int) -> Subject | None:
    match = PRONOUN.search(reading, start, end)
    return Subject(kind="pronoun", at=match.span()) if match else None


_NOT_SUBJECT = lazy_regex(
    r"\b(?:in|at|to|with|from|by|on|of|than|about|via|в|на|с|из|от|по|при) (?:the )?$", re.IGNORECASE
)


_PARTICIPLE = lazy_regex(r"[A-Z][a-z]{2,20}(?:ing|ed)")
"""The word that opens a sentence before its subject: `Opening the session, X said`."""


def _named(reading: str, start: int, end: int, known: list[str]) -> Subject | None:
    """Return the first person named in a part of a sentence, places and bodies passed over."""
    low = start
    for span in names_in(reading, start, end, known):
        name = reading[span[0] : span[1]]
        if span[0] == start and span[1] + 1 < end and _PARTICIPLE.fullmatch(name):
            continue
        role = office_before(reading, low, span[0])
        if _is_medium(reading, start, span) and name not in known:
            continue
        if role is None and (_NOT_SUBJECT.search(reading, max(start, span[0] - 12), span[0]) or country(name)):
            continue
        if role is None and _office(reading, start, span[0]) is not None and " " not in name:
            continue
        alone = role is not None or " " not in name
        role = role or office_after(
            reading, span[1], min(end + _FAR, len(reading)) if reading[end - 1 : end] != "." else end, strict=alone
        )
        return Subject(kind="name", at=(without_honorific(reading, *span), span[1]), role=role)
    return None


def _is_medium(reading: str, start: int, span: Span) -> bool:
    """Return whether capitals behind a preposition are whom somebody speaks to: `In an interview with NRK, X said`."""
    name = reading[span[0] : span[1]]
    return (
        name.isupper()
        and " " not in name
        and _NOT_SUBJECT.search(reading, max(start, span[0] - 12), span[0]) is not None
    )


def _office(reading: str, start: int, end: int) -> Subject | None:
    span = office_of(reading, start, end)
    return Subject(kind="office", at=span) if span else None


def _names_a_body(reading: str, start: int, end: int) -> bool:
    return any(token.kind == "word" for token in tokens(reading, start, end))
