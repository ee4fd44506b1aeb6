"""Auxiliaries, adverbs and negation around a verb of signing."""

from __future__ import annotations

import re

from communique.patterns import lazy_regex

_ONE_WORD = (
    "also already just now then today yesterday here all both each not never yet soon thus finally officially formally"
    " solemnly jointly subsequently eventually recently ultimately successfully initially likewise simultaneously"
    " mutually together first further hereby even only provisionally shortly later unanimously immediately personally"
    " additionally currently still meanwhile"
)
ADVERB = rf"(?:{_ONE_WORD.replace(' ', '|')}|this\s+(?:morning|afternoon|evening|week|year)|in\s+turn)"
ADVERBS = rf"(?:{ADVERB},?\s+){{0,4}}"
_NEAR = 60
"""Characters before a verb that may hold its auxiliary."""

_ADVERB_ENDS = frozenset([*_ONE_WORD.split(), "morning", "afternoon", "evening", "week", "year", "this", "in", "turn"])
_BE = frozenset(["was", "were", "got", "be", "been", "being", "is", "are"])
_MODALS = ["will", "shall", "would", "could", "can", "may", "might", "should", "must", "cannot"]
_AUXILIARIES = _BE.union(["has", "have", "had", "having", "to", "did", "do", "does", "am", "us", "not"], _MODALS)

PASSIVE = lazy_regex(
    rf"(?:(?P<future>(?:\bwill|\bshall|['’]ll)\s+{ADVERBS}be|(?P<to>\bto)\s+{ADVERBS}be)"
    rf"|(?P<doubt>\b(?:would|could|can|may|might|should|must|cannot)\s+{ADVERBS}be)"
    rf"|(?P<perfect>\b(?:has|have|had|having)\s+{ADVERBS}been)|(?P<past>\b(?:was|were|got)(?:n['’]t)?|\bbeing)"
    rf"|(?P<going>\b(?:is|are|was|were)\s+{ADVERBS}being)|(?P<present>\b(?:is|are)(?:n['’]t)?))\s+{ADVERBS}\Z"
)
ACTIVE = lazy_regex(
    rf"(?:(?P<perfect>(?:\b(?:has|have|had|having)(?:n['’]t)?|['’]ve)\s+){ADVERBS}"
    rf"|(?P<future>(?:\b(?:will|shall)|['’]ll)\s+(?:\w+\s+)?){ADVERBS}(?:be\s+)?"
    rf"|(?P<doubt>\b(?:would|could|can|may|might|should|must|cannot|wo(?:n['’]t)|ca(?:n['’]t)|let\s+us"
    rf"|let['’]s)\s+(?:\w+\s+)?){ADVERBS}"
    rf"|(?P<did>\b(?:did|do|does)(?:\s+not|n['’]t)?\s+){ADVERBS}"
    rf"|(?P<going>(?:\b(?:am|is|are)|['’](?:re|m))\s+){ADVERBS}"
    rf"|(?P<to>\bto)\s+{ADVERBS})\Z"
)
OBJECT_GAP = lazy_regex(
    rf",?\s+(?:{ADVERB},?\s+){{0,3}}(?:(?:before|by|until|in|at|on|during)\s[^,.;:]{{1,40}},\s+(?=(?:an?|the)\s))?(?:on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:in\s+[A-Z][\w-]+,?\s+)?"
    r"(?:(?:and\s+(?:exchanged|approved|published|issued|announced)\s+)?(?:(?:the\s+)?(?:\w+\s+)?"
    r"(?:texts?|copies|originals|versions)\s+of\s+)?)",
    re.IGNORECASE,
)
"""What may stand between a verb and its object: `signed today in Zenda the text of a treaty`."""

NEGATED = lazy_regex(r"\b(?:not|never|cannot|nor|neither)\b|n['’]t\b|\bwithout\s*\Z", re.IGNORECASE)


def auxiliary(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """Return the match of `PASSIVE` or `ACTIVE` at the end of the words before a verb, which it reads in lower case."""
    lower = before.lower()
    if len(lower) != len(before):  # a letter such as `İ` would shift the places behind it
        lower = before
    near = max(0, len(before) - _NEAR)
    words = lower[near:].split()
    if not words or not _may_end(pattern, words):
        return None
    return pattern.search(lower, _run(lower, near, words) if pattern is PASSIVE else near)


def _run(lower: str, near: int, words: list[str]) -> int:
    """Return where the last words that are all auxiliaries and adverbs begin; a passive is made of nothing else."""
    at = len(lower)
    for word in reversed(words):
        bare = word.rstrip(",")
        if bare not in _AUXILIARIES and bare not in _ADVERB_ENDS and not ("’" in word or "'" in word):
            return at
        at = lower.rfind(word, near, at)
    return near


def _may_end(pattern: re.Pattern[str], words: list[str]) -> bool:
    """Whether the last words could be an auxiliary and its adverbs: quick, and sure where it says no."""
    last = words[-1].rstrip(",")
    if last in _ADVERB_ENDS or "’" in last or "'" in last:
        return True
    if pattern is PASSIVE:
        return last in _BE
    modal = words[-2] if len(words) > 1 else ""  # any one word may follow: `will here sign`
    return last in _AUXILIARIES or modal in _AUXILIARIES or "’" in modal or "'" in modal
