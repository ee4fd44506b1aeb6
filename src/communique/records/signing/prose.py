"""Documents in running text: `signed a memorandum on grain`, `a plan on water will be signed`."""

from __future__ import annotations

import re

import msgspec

from communique.patterns import lazy_regex
from communique.records.model import DocumentKind
from communique.records.signing import parties
from communique.records.signing.kinds import is_generic, kind_named
from communique.records.signing.model import Found, Unit
from communique.records.signing.statements import (
    Statement,
    added_after,
    before_participle,
    candidate,
    is_of_now,
    listed_after,
    object_of_relative,
    parties_of,
    statements,
    subject,
    target,
    words_around,
)
from communique.records.signing.times import is_earlier
from communique.records.signing.titles import Mention, chain, mentions
from communique.wire.layout import Mark

_MOST_CANDIDATES = 60
_INCLUDING = lazy_regex(
    r"\b(?:includ(?:ing|e[sd]?)|among\s+(?:them|these|which)(?:\s+(?:is|are|were|was))?|such\s+as|in\s+particular|namely"
    r"|specifically|notably|(?:these|they)\s+(?:include|are)|first\s+of\s+all)[:,]?\s+|:\s+|\s[–—]\s",
    re.IGNORECASE,
)
_ARE = lazy_regex(r"(?:\s+[^,.;:]{1,60}?)??\s+(?:are|were|include[sd]?)\s+(?=(?:the|an?)\s)", re.IGNORECASE)
_PRONOUN = lazy_regex(r"\s*(?:it|them|this)\b", re.IGNORECASE)
_BACK = frozenset({"the", "this", "that", "these", "those"})
_VERB_KINDS: tuple[tuple[str, frozenset[DocumentKind]], ...] = (
    ("conclu", frozenset({"agreement", "memorandum", "treaty", "contract", "protocol"})),
    ("seal", frozenset({"agreement", "memorandum", "treaty", "contract", "protocol", "declaration"})),
)
"""Verbs that have another sense with other words: `concluded the programme`."""


def prose(reading: str, units: list[Unit], by_unit: dict[int, list[int]], year: int | None) -> Found:
    """Return the documents that the units' sentences say were or are to be signed.

    `by_unit` gives the places of the verbs' stems by number of unit. `year` is that of the wire where known: a signing
    of an earlier year is no document of this wire.
    """
    found = Found()
    for said in statements(reading, units, by_unit):
        if len(found.candidates) < _MOST_CANDIDATES:
            _read(said, year, found)
    return found


def _read(said: Statement, year: int | None, found: Found) -> None:
    named = subject(said) if said.verb.side == "left" else target(said)
    if not named and not _pronoun(said, found):
        _participle(said, found)
        named = _it(said) or object_of_relative(said) or listed_after(said)
    if not named:
        return
    named = [*_with_listed(said, named), *added_after(said)]
    if said.verb.status is None or named[0].article in {"no", "any", "every", "each"}:
        found.rejected.extend(Mark(*m.title, said.verb.reason or "not signed") for m in named)
    elif said.verb.status == "signed" and is_earlier(words_around(said, named), year):
        found.rejected.extend(Mark(*m.title, "an earlier document") for m in named)
    else:
        _take(said, [m for m in named if _fits(said, m)], found)


def _take(said: Statement, named: list[Mention], found: Found) -> None:
    for n, m in enumerate(named):
        if n == 0 and m.article in _BACK and m.title == m.kind and not (m.plural and is_generic(said.words(m))):
            _refers_back(said, m, found)
        elif m.is_unnamed(said.reading):
            _unnamed(said, m, found)
        else:
            found.candidates.append(candidate(said, m))


def _with_listed(said: Statement, named: list[Mention]) -> list[Mention]:
    """Add what `a number of papers, including a treaty on grain` goes on to name; after a colon it is all there is."""
    if not named[-1].is_unnamed(said.reading):
        return named
    more = _INCLUDING.search(said.reading, max(said.verb.span[1], named[-1].end), said.sentence[1])
    inner = chain(said.reading, more.end(), said.sentence[1]) if more else _among_them(said)
    inner = [m for m in inner if not m.is_unnamed(said.reading)]
    return inner if inner and more and more[0].startswith(":") else [*named, *inner]


_AMONG_THEM = lazy_regex(
    r"\s+(?:Among\s+(?:them|these)(?:,|\s+(?:are|is|were|was))|(?:They|These)\s+(?:are|were|include[ds]?|concern))\s+"
)
_FARTHEST = 600


def _among_them(said: Statement) -> list[Mention]:
    """Return what the next sentence names: `14 documents were signed. Among them are a treaty on eels and a plan.`"""
    at = said.sentence[1]
    opened = _AMONG_THEM.match(said.reading, at)
    if opened is None:
        return []
    line = said.reading.find("\n\n", at, at + _FARTHEST)
    stop = said.reading.find(". ", opened.end(), line if line != -1 else at + _FARTHEST)
    end = next((place for place in (stop, line) if place != -1), min(len(said.reading), at + _FARTHEST))
    return chain(said.reading, opened.end(), end)


def _unnamed(said: Statement, m: Mention, found: Found) -> None:
    span = (min(m.start, said.verb.span[0]), max(m.title[1], said.verb.span[1]))
    if m.counted or not m.plural:
        found.rejected.append(Mark(*span, "counted, not named"))
        found.counted.append(candidate(said, m))
    elif said.verb.status == "signed" and not (m.article in _BACK and found.candidates):
        found.unnamed.append(span)


def _participle(said: Statement, found: Found) -> None:
    """Read `the agreement on grain signed today`; without a word for the present it is some older document."""
    named = before_participle(said)
    if named is None:
        return
    passive = msgspec.structs.replace(said.verb, side="left")
    said = msgspec.structs.replace(said, verb=passive)
    listed = _after_are(said) if named.plural else []
    if listed:
        _take(said, listed, found)
    elif is_of_now(said):
        _take(said, [named], found)
    else:
        found.rejected.append(Mark(*named.title, "named as signed before"))


def _after_are(said: Statement) -> list[Mention]:
    """Return what `among the documents signed are an agreement and a plan` goes on to name."""
    are = _ARE.match(said.reading, said.verb.span[1], said.sentence[1])
    return chain(said.reading, are.end(), said.sentence[1]) if are else []


def _fits(said: Statement, m: Mention) -> bool:
    kind = kind_named(said.words(m))
    return all(kind in kinds for stem, kinds in _VERB_KINDS if said.verb.verb.startswith(stem))


def _pronoun(said: Statement, found: Found) -> bool:
    """Read `The presidents of A and B signed it` or `agreed to prepare a plan and to sign it`; False without `it`."""
    pronoun = _PRONOUN.match(said.reading, said.verb.at) if said.verb.side == "right" else None
    if pronoun is None:
        return False
    if said.verb.status is None:
        return True
    start = said.sentence[0]
    before = [m for m in mentions(said.reading, start, pronoun.end()) if not m.plural and m.complemented]
    if before and not any(start <= one.title[0][0] < said.verb.at for one in found.candidates):
        found.candidates.append(candidate(said, before[-1]))
    elif found.candidates and not found.candidates[-1].parties:
        own = tuple(parties.signers(said.reading, start, said.verb.span[0]))
        found.candidates[-1] = msgspec.structs.replace(found.candidates[-1], parties=own)
    return True


def _it(said: Statement) -> list[Mention]:
    """Return what `It will be signed in May` speaks of: the document with a full title in the sentence before."""
    start, at = said.sentence[0], said.verb.at
    if said.verb.side != "left" or said.reading[start:at].strip().lower() not in {"it", "this document"}:
        return []
    return [m for m in mentions(said.reading, max(0, start - 300), start) if m.title != m.kind and not m.plural][-1:]


def _refers_back(said: Statement, m: Mention, found: Found) -> None:
    """Read `The agreement was signed by A and B`: what was named before is now signed, and by whom."""
    word = said.words(m)
    generic = is_generic(word)
    kind = kind_named(word)
    for n in range(len(found.candidates) - 1, -1, -1):
        before = found.candidates[n]
        if generic or before.kind == kind:
            own = tuple(parties_of(said, m))
            done = {"status": said.verb.status, "status_at": said.verb.span} if said.verb.status == "signed" else {}
            found.candidates[n] = msgspec.structs.replace(before, parties=before.parties or own, **done)
            return
    named = _named_before(said.reading, said.sentence[0], word)
    if named:
        found.candidates.append(candidate(said, named))
    elif not generic:
        found.candidates.append(candidate(said, m))


def _named_before(reading: str, end: int, word: str) -> Mention | None:
    """Return the nearest document of the same word with a complement in the text before, as far as it is about it."""
    start = max(0, end - 600)
    named = [m for m in mentions(reading, start, end) if m.complemented and not m.plural]
    same = [m for m in named if reading[slice(*m.kind)].lower() == word.lower() or is_generic(word)]
    return same[-1] if same else None
