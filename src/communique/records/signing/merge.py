"""One paper under several names is one document: candidates of one release, put together."""

from __future__ import annotations

import difflib
import re

import msgspec

from communique.records.signing.model import Candidate
from communique.text import printed
from communique.wire.layout import Mark

_ALIKE = 0.85
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\w+")
_EMPTY = re.compile(
    r"\b(?:the|an?|of|on|for|in|and|to|with|between|our|new|bilateral|joint|mutual|relevant|corresponding|appropriate"
    r"|respective|important|first|second|separate|five|three|two|years?|long|term|comprehensive|cooperation|partnership"
    r"|strategic|framework|this|that|same|said|signed)\b"
)
"""Words that tell no document from another of its kind."""


def merged(text: str, candidates: list[Candidate]) -> tuple[list[Candidate], list[Mark]]:
    """Return the documents in order of their first mention, and the mentions that say the same again.

    What is announced and in the same wire signed counts once, as signed; the title is that of the concluded paper, a
    list's before prose, a fuller one before a bare one; parties are those of any mention that names them.
    """
    kept: list[tuple[Candidate, str]] = []
    marks: list[Mark] = []
    for one in candidates:
        title = printed(text, *one.title).casefold()
        n = next((i for i, (other, known) in enumerate(kept) if _is_same(other, known, one, title)), None)
        if n is None:
            kept.append((one, title))
            continue
        other, known = kept[n]
        winner, loser = _ranked(other, one)
        marks.append(Mark(loser.title[0][0], loser.title[-1][1], "the same document again"))
        winner = msgspec.structs.replace(winner, parties=winner.parties or loser.parties)
        kept[n] = winner, known if loser is one else title
    return [one for one, _ in kept], marks


def _ranked(one: Candidate, other: Candidate) -> tuple[Candidate, Candidate]:
    def rank(c: Candidate) -> tuple[bool, bool, bool, bool]:
        return c.status == "signed", c.shape == "list", c.shape != "headline", c.complemented

    return (other, one) if rank(other) > rank(one) else (one, other)


def _is_same(one: Candidate, first: str, other: Candidate, second: str) -> bool:
    if one.kind != other.kind:
        return False
    if first == second or "headline" in {one.shape, other.shape}:
        return True
    if one.sentence == other.sentence or one.shape == other.shape == "list":
        return False
    both = one.complemented and other.complemented
    if one.status != other.status and not both:
        return True
    if both and _NUMBER.findall(first) != _NUMBER.findall(second):
        return False
    return _alike(first, second) or _says_less(first, one, second) or _says_less(second, other, first)


def _alike(first: str, second: str) -> bool:
    matcher = difflib.SequenceMatcher(None, first, second)
    return matcher.real_quick_ratio() > _ALIKE and matcher.quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE


def _says_less(title: str, candidate: Candidate, other: str) -> bool:
    """Whether a title has no word of its own beside the other."""
    own = set(_WORD.findall(_EMPTY.sub(" ", title)))
    rest = set(_WORD.findall(other))
    return own <= rest and (not candidate.complemented or len(own) > 2)
