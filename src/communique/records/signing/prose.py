"""Documents in running text: `signed a memorandum on grain`, `a plan on water will be signed`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from communique.records.model import DocumentKind
from communique.records.signing import parties
from communique.records.signing.kinds import GENERIC, KIND, is_generic, kind_named, kind_word, names_kind
from communique.records.signing.model import Candidate, Found, Predicate, Unit
from communique.records.signing.sentences import sentences
from communique.records.signing.times import is_earlier
from communique.records.signing.titles import Mention, chain, complement, mentions, next_document
from communique.records.signing.verbs import predicate
from communique.text import Span
from communique.wire.layout import Mark

_MOST_SENTENCE = 1500
_MOST_CANDIDATES = 60
_KIND_WORD = re.compile(rf"\b(?:{KIND}|{GENERIC})\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]\s|\bthat\s|,\s+(?:and|but|while|where)\s(?=(?:an?|the|he|she|it|they|we|I)\s)|\s[–—]\s")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|would|can|said|says|noted|discussed|provides?|met|took|held"
    r"|became|spoke)\b"
)
_RELATIVE = re.compile(r",?\s+(?:which|that)\s*\Z")
_LINKED = re.compile(r",?\s*(?:and\s+|as\s+well\s+as\s+|plus\s+)?(?:also\s+)?", re.IGNORECASE)
_INCLUDING = re.compile(
    r"\b(?:including|among\s+(?:them|these|which)(?:\s+(?:is|are|were|was))?|such\s+as|in\s+particular|namely"
    r"|specifically|notably"
    r"|(?:these|they)\s+(?:include|are)|first\s+of\s+all)[:,]?\s+|:\s+|\s[–—]\s",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\s*(?:it|them|this)\b", re.IGNORECASE)
_RECENT = re.compile(
    r"\s*,?\s*(?:today|yesterday|here|now|this\s+(?:morning|afternoon|evening|week)|(?:during|at|after|following"
    r"|as\s+a\s+result\s+of)\s+(?:the|this|our"
    r"|their)\s+(?:\w+\s+)?(?:visit|meeting|talks|summit|forum|ceremony|negotiations|session|conference))\b",
    re.IGNORECASE,
)
_PARTNER = re.compile(r",?\s+(?:with|in|at|on|during|following|after|together|by)\s", re.IGNORECASE)
_CUT = re.compile(r";\s|,\s+(?:which|and|but|while|who|it|he|she|they|we|the)\s|\s[–—]\s")
_BY = re.compile(r"(?:,?\s+[^,.;:()]{1,60}?)??,?\s+(?=(?:between|among|by|with)\s)", re.IGNORECASE)
_BACK = frozenset({"the", "this", "that", "these", "those"})
_VERB_KINDS: tuple[tuple[str, frozenset[DocumentKind]], ...] = (
    ("conclu", frozenset({"agreement", "memorandum", "treaty", "contract", "protocol"})),
)
"""Verbs that have another sense with other words: `concluded the programme`."""


class _Place(msgspec.Struct, frozen=True):
    sentence: Span
    headline: bool


def prose(reading: str, units: list[Unit], by_unit: dict[int, list[int]], year: int | None) -> Found:
    """Return the documents that the units' sentences say were or are to be signed.

    `by_unit` gives the places of the verbs' stems by number of unit. `year` is that of the wire where known: a signing
    of an earlier year is no document of this wire.
    """
    found = Found()
    for place, hits in _places(reading, units, by_unit):
        for hit in hits:
            one = predicate(reading, hit, place.sentence)
            if one and len(found.candidates) < _MOST_CANDIDATES:
                _read(reading, place, one, year, found)
    return found


def _places(reading: str, units: list[Unit], by_unit: dict[int, list[int]]) -> Iterator[tuple[_Place, list[int]]]:
    """Yield each sentence that holds a stem of signing, with the stems' places."""
    for n, hits in by_unit.items():
        unit = units[n]
        for start, end in sentences(reading, unit.start, unit.end):
            inside = [hit for hit in hits if start <= hit < end]
            if inside:
                span = (max(start, inside[0] - _MOST_SENTENCE), min(end, inside[0] + _MOST_SENTENCE))
                yield _Place(span, unit.headline), inside


def _read(reading: str, place: _Place, one: Predicate, year: int | None, found: Found) -> None:
    named = _left(reading, place, one) if one.side == "left" else _right(reading, place, one)
    if not named:
        _pronoun(reading, place, one, found)
        _participle(reading, place, one, found)
        return
    named = _with_listed(reading, place, one, named)
    if one.status is None or named[0].article in {"no", "any", "every", "each"}:
        found.rejected.extend(Mark(*m.title, one.reason or "not signed") for m in named)
    elif one.status == "signed" and is_earlier(_around(reading, place, one, named), year):
        found.rejected.extend(Mark(*m.title, "an earlier document") for m in named)
    else:
        _take(reading, place, one, [m for m in named if _fits(reading, one, m)], found)


def _take(reading: str, place: _Place, one: Predicate, named: list[Mention], found: Found) -> None:
    for n, m in enumerate(named):
        if m.is_unnamed(reading):
            _unnamed(place, one, m, found)
        elif n == 0 and m.article in _BACK and m.title == m.kind:
            _refers_back(reading, place, one, m, found)
        else:
            found.candidates.append(_candidate(reading, place, one, m))


def _with_listed(reading: str, place: _Place, one: Predicate, named: list[Mention]) -> list[Mention]:
    """Add what `a number of papers, including a treaty on grain` goes on to name; after a colon it is all there is."""
    if not named[-1].is_unnamed(reading):
        return named
    more = _INCLUDING.search(reading, max(one.span[1], named[-1].end), place.sentence[1])
    inner = chain(reading, more.end(), place.sentence[1]) if more else []
    inner = [m for m in inner if not m.is_unnamed(reading)]
    return inner if inner and more and more[0].startswith(":") else [*named, *inner]


def _unnamed(place: _Place, one: Predicate, m: Mention, found: Found) -> None:
    span = (min(m.start, one.span[0]), max(m.title[1], one.span[1]))
    if m.counted:
        found.rejected.append(Mark(*span, "counted, not named"))
    elif (
        one.status == "signed"
        and not (place.headline and one.participle)
        and not (m.article in _BACK and found.candidates)
    ):
        found.unnamed.append(span)


def _candidate(reading: str, place: _Place, one: Predicate, m: Mention) -> Candidate:
    title: tuple[Span, ...] = (m.title,)
    if one.side == "left" and not m.complemented:
        more = complement(reading, one.span[1], place.sentence[1])
        title = (m.title, more) if more else title
    kind_at = kind_word(reading, *m.title) or m.kind
    return Candidate(
        title=title,
        kind=kind_named(reading[slice(*kind_at)]),
        kind_at=kind_at,
        status=one.status or "signed",
        status_at=one.span,
        parties=tuple(_parties(reading, place, one, m)),
        shape="headline" if place.headline else "prose",
        sentence=place.sentence[0],
        complemented=m.complemented or len(title) > 1,
    )


def _parties(reading: str, place: _Place, one: Predicate, m: Mention) -> list[Span]:
    start, end = place.sentence
    inside = parties.between(reading, *m.title)
    if inside or " between " in reading[slice(*m.title)]:
        return inside
    if one.side == "left":
        gap = _BY.match(reading, one.span[1], end)
        after = parties.after(reading, gap.end() - 1, end) if gap else []
        return after or (parties.listed(reading, *m.party) if m.party else [])
    own = parties.signers(reading, start, one.span[0])
    other = parties.listed(reading, *m.party) if m.party else []
    return [*own, *other]


def _left(reading: str, place: _Place, one: Predicate) -> list[Mention]:
    """Return the documents that are the subject of a passive verb."""
    start = place.sentence[0]
    if not names_kind(reading[start : one.at]):
        return []
    for boundary in _CLAUSE.finditer(reading, start, one.at):
        if _KIND_WORD.search(reading, boundary.end(), one.at):
            start = boundary.end()
    relative = _RELATIVE.search(reading, start, one.at)
    first = _KIND_WORD.search(reading, start, one.at)
    if first is None:
        return []
    named = mentions(reading, max(start, first.start() - 200), relative.start() if relative else one.at)
    if not named or _VERB.search(reading, named[-1].end, relative.start() if relative else one.at):
        return []
    n = len(named) - 1
    while n > 0 and not one.singular and _LINKED.fullmatch(reading, named[n - 1].end, named[n].start):
        n -= 1
    return named[n:]


def _right(reading: str, place: _Place, one: Predicate) -> list[Mention]:
    """Return the documents that are the object of a verb; a partner or a place may come first, set off by commas."""
    named = chain(reading, one.at, place.sentence[1])
    if named or not _PARTNER.match(reading, one.span[1], place.sentence[1]):
        return named
    begins = next_document(reading, one.at, place.sentence[1])
    if begins is None or _VERB.search(reading, one.at, begins):
        return []
    return chain(reading, begins, place.sentence[1])


def _participle(reading: str, place: _Place, one: Predicate, found: Found) -> None:
    """Read `the agreement on grain signed today`; without a word for the present it is some older document."""
    if not one.participle:
        return
    start = max(place.sentence[0], one.span[0] - 250)
    if not names_kind(reading[start : one.span[0]]):
        return
    named = [m for m in mentions(reading, start, one.span[0]) if not reading[m.end : one.span[0]].strip(" ,\n")]
    if not named:
        return
    if place.headline or not _RECENT.match(reading, one.span[1], place.sentence[1]):
        found.rejected.append(Mark(*named[-1].title, "named as signed before"))
    else:
        _take(reading, place, msgspec.structs.replace(one, side="left"), named[-1:], found)


def _fits(reading: str, one: Predicate, m: Mention) -> bool:
    kind = kind_named(reading[slice(*m.kind)])
    return all(kind in kinds for stem, kinds in _VERB_KINDS if one.verb.startswith(stem))


def _around(reading: str, place: _Place, one: Predicate, named: list[Mention]) -> str:
    """Return the words of the clause around verb and titles, without both."""
    start, end = place.sentence
    left = min(one.span[0], named[0].start)
    right = max(one.span[1], named[-1].end)
    cut = _CUT.search(reading, right, end)
    middle = reading[named[-1].end : one.span[0]] if one.side == "left" else reading[one.span[1] : named[0].start]
    more = complement(reading, one.span[1], end) if one.side == "left" else None
    right = more[1] if more else right
    return " ".join((reading[start:left], middle, reading[right : max(right, cut.start() if cut else end)]))


def _pronoun(reading: str, place: _Place, one: Predicate, found: Found) -> None:
    """Read `The presidents of A and B signed it`: who signed the document named last."""
    if one.side != "right" or one.status is None or not found.candidates or not _PRONOUN.match(reading, one.at):
        return
    last = found.candidates[-1]
    own = tuple(parties.signers(reading, place.sentence[0], one.span[0]))
    if not last.parties and own:
        found.candidates[-1] = msgspec.structs.replace(last, parties=own)


def _refers_back(reading: str, place: _Place, one: Predicate, m: Mention, found: Found) -> None:
    """Read `The agreement was signed by A and B`: what was named before is now signed, and by whom."""
    word = reading[slice(*m.kind)]
    generic = is_generic(word)
    kind = kind_named(word)
    for n in range(len(found.candidates) - 1, -1, -1):
        before = found.candidates[n]
        if generic or before.kind == kind:
            own = tuple(_parties(reading, place, one, m))
            done = {"status": one.status, "status_at": one.span} if one.status == "signed" else {}
            found.candidates[n] = msgspec.structs.replace(before, parties=before.parties or own, **done)
            return
    named = _named_before(reading, place.sentence[0], word)
    if named:
        found.candidates.append(_candidate(reading, place, one, named))
    elif not generic:
        found.candidates.append(_candidate(reading, place, one, m))


def _named_before(reading: str, end: int, word: str) -> Mention | None:
    """Return the nearest document of the same word with a complement in the text before, as far as it is about it."""
    start = max(0, end - 600)
    named = [m for m in mentions(reading, start, end) if m.complemented and not m.plural]
    same = [m for m in named if reading[slice(*m.kind)].lower() == word.lower() or is_generic(word)]
    return same[-1] if same else None
