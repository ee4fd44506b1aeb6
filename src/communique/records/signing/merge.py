"""One paper under several names is one document: candidates of one release, put together."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from communique.patterns import lazy_regex
from communique.records.model import DocumentKind
from communique.records.signing.model import Candidate
from communique.text import printed
from communique.wire.layout import Mark

_ALIKE = 0.85
_NUMBER = lazy_regex(r"\d+")
_WORD = lazy_regex(r"\w+")
_EMPTY = lazy_regex(
    r"\b(?:the|an?|of|on|for|in|and|to|with|between|our|new|bilateral|joint|mutual|relevant|corresponding|appropriate"
    r"|respective|important|first|second|separate|five|three|two|years?|long|term|comprehensive|cooperation|partnership"
    r"|strategic|framework|this|that|same|said|signed)\b"
)
"""Words that alone tell no document from another of its kind."""

_SAYS_NOTHING = lazy_regex(
    r"the|an?|of|on|for|in|and|to|with|between|our|new|bilateral|mutual|important|this|that|same|said|signed|years?"
    r"|corresponding|relevant|appropriate|respective|s"
)
"""Words that say nothing of a paper's kind: a `framework` agreement is another than a `licence` agreement."""

_ANOTHER = lazy_regex(
    r"\b(?:another|second|third|further|additional|separate|one\s+more|other)\s+(?:[\w’'-]+\s+){0,3}\Z", re.IGNORECASE
)
_BROAD: frozenset[DocumentKind] = frozenset({"agreement"})
"""Kinds whose word in a headline may stand for another paper: `sign an agreement` where the text has a memorandum."""


def merged(text: str, candidates: list[Candidate], counted: bool = False) -> tuple[list[Candidate], list[Mark]]:
    """Return the documents in order of their first mention, and the mentions that say the same again.

    What is announced and in the same wire signed counts once, as signed; the title is that of the concluded paper, a
    list's before prose, a fuller one before a bare one; parties are those of any mention that names them. Papers of
    other parties are other papers; where the text prints a count of them (`counted`), so are those of other names.
    """
    kept: list[_Paper] = []
    marks: list[Mark] = []
    for candidate in candidates:
        one = _Paper(candidate, printed(text, *candidate.title).casefold(), _names(text, candidate), text)
        n = next((i for i, other in enumerate(kept) if _is_same(other, one, counted)), None)
        if n is None:
            kept.append(one)
            continue
        winner, loser = _ranked(kept[n], one)
        marks.append(_again(loser.candidate))
        parties = winner.candidate.parties or loser.candidate.parties
        kept[n] = winner._replace(
            candidate=msgspec.structs.replace(winner.candidate, parties=parties), names=winner.names or loser.names
        )
    headlines = [one for one in kept if _is_headline_of_another(one, kept)]
    marks.extend(_again(one.candidate) for one in headlines)
    return [one.candidate for one in kept if one not in headlines], marks


class _Paper(NamedTuple):
    candidate: Candidate
    title: str
    """Printed, in lower case."""
    names: tuple[str, ...]
    """Its parties, in lower case."""
    text: str


def _again(one: Candidate) -> Mark:
    return Mark(one.title[0][0], one.title[-1][1], "the same document again")


def _names(text: str, one: Candidate) -> tuple[str, ...]:
    return tuple(printed(text, party).casefold() for party in one.parties)


def _ranked(one: _Paper, other: _Paper) -> tuple[_Paper, _Paper]:
    def rank(paper: _Paper) -> tuple[bool, bool, bool, bool]:
        c = paper.candidate
        return c.status == "signed", c.shape == "list", c.shape != "headline", c.complemented

    return (other, one) if rank(other) > rank(one) else (one, other)


def _is_same(first: _Paper, second: _Paper, counted: bool) -> bool:
    one, other = first.candidate, second.candidate
    if one.shape == other.shape == "list":
        return first.title == second.title
    if one.kind != other.kind or _have_other_parties(first.names, second.names):
        return False
    announced = one.status == "to be signed" and other.status == "signed"
    if "headline" in {one.shape, other.shape}:
        return announced or one.status == other.status
    if first.title == second.title:
        return not _is_another(second)
    apart = one.sentence == other.sentence or (counted and one.status == other.status)
    if one.complemented and other.complemented and one.sentence != other.sentence:
        same_numbers = _NUMBER.findall(first.title) == _NUMBER.findall(second.title)
        return same_numbers and (_alike(first.title, second.title) or (not apart and _is_named_shorter(first, second)))
    return not apart and (announced or _is_named_shorter(first, second))


def _is_named_shorter(first: _Paper, second: _Paper) -> bool:
    return _says_less(first, second) or _says_less(second, first)


def _is_another(paper: _Paper) -> bool:
    start = paper.candidate.title[0][0]
    return _ANOTHER.search(paper.text, max(0, start - 40), start) is not None


def _have_other_parties(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether both name parties and none of one is, under a longer name or as it is, one of the other."""
    return bool(first and second) and not any(a in b or b in a for a in first for b in second)


def _is_headline_of_another(paper: _Paper, kept: list[_Paper]) -> bool:
    """Whether a headline's bare `agreement` is what the text calls a memorandum of the same parties."""
    one = paper.candidate
    if one.shape != "headline" or one.complemented or one.kind not in _BROAD or not paper.names:
        return False
    others = [other for other in kept if other.candidate.shape != "headline" and other.candidate.status == one.status]
    return any(other.names and not _have_other_parties(paper.names, other.names) for other in others)


def _alike(first: str, second: str) -> bool:
    from difflib import SequenceMatcher  # few wires name two documents alike

    matcher = SequenceMatcher(None, first, second)
    return matcher.real_quick_ratio() > _ALIKE and matcher.quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE


def _says_less(paper: _Paper, other: _Paper) -> bool:
    """Whether a title has no word of its own beside the other."""
    own, rest = set(_WORD.findall(_EMPTY.sub(" ", paper.title))), set(_WORD.findall(other.title))
    if not own <= rest or (paper.candidate.complemented and len(own) <= 2):
        return False
    if _is_another(paper):
        return False
    words = set(_WORD.findall(paper.title))
    return bool(paper.names and other.names) or not (_telling(words - rest) and _telling(rest - words))


def _telling(words: set[str]) -> bool:
    return any(not _SAYS_NOTHING.fullmatch(word) for word in words)
