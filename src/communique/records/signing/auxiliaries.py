"""Auxiliaries, adverbs and negation around a verb of signing."""

from __future__ import annotations

import re

ADVERB = (
    r"(?:also|already|just|now|then|today|yesterday|here|all|both|each|not|never|yet|soon|thus|finally|officially"
    r"|formally"
    r"|solemnly|jointly|subsequently|eventually|recently|ultimately|successfully|initially|likewise|simultaneously"
    r"|mutually|together|first|further|hereby|even|only|provisionally|shortly|later|unanimously|immediately|personally"
    r"|additionally|currently|still|meanwhile|this\s+(?:morning|afternoon|evening|week|year)|in\s+turn)"
)
ADVERBS = rf"(?:{ADVERB},?\s+){{0,4}}"
_NEAR = 60
"""Characters before a verb that may hold its auxiliary."""

_AUXILIARIES = frozenset(
    {
        "has",
        "have",
        "had",
        "having",
        "will",
        "shall",
        "would",
        "could",
        "can",
        "may",
        "might",
        "should",
        "must",
        "cannot",
    }
    | {"to", "did", "do", "does", "am", "is", "are", "was", "were", "got", "be", "been", "being", "us"}
)

PASSIVE = re.compile(
    rf"(?:(?P<future>(?:\bwill|\bshall|['’]ll)\s+{ADVERBS}be|(?P<to>\bto)\s+{ADVERBS}be)"
    rf"|(?P<doubt>\b(?:would|could|can|may|might|should|must|cannot)\s+{ADVERBS}be)"
    rf"|(?P<perfect>\b(?:has|have|had|having)\s+{ADVERBS}been)|(?P<past>\b(?:was|were|got)(?:n['’]t)?|\bbeing)"
    rf"|(?P<going>\b(?:is|are|was|were)\s+{ADVERBS}being)|(?P<present>\b(?:is|are)(?:n['’]t)?))\s+{ADVERBS}\Z",
    re.IGNORECASE,
)
ACTIVE = re.compile(
    rf"(?:(?P<perfect>(?:\b(?:has|have|had|having)(?:n['’]t)?|['’]ve)\s+){ADVERBS}"
    rf"|(?P<future>(?:\b(?:will|shall)|['’]ll)\s+(?:\w+\s+)?){ADVERBS}(?:be\s+)?"
    rf"|(?P<doubt>\b(?:would|could|can|may|might|should|must|cannot|wo(?:n['’]t)|ca(?:n['’]t)|let\s+us"
    rf"|let['’]s)\s+(?:\w+\s+)?){ADVERBS}"
    rf"|(?P<did>\b(?:did|do|does)(?:\s+not|n['’]t)?\s+){ADVERBS}"
    rf"|(?P<going>(?:\b(?:am|is|are)|['’](?:re|m))\s+){ADVERBS}"
    rf"|(?P<to>\bto)\s+{ADVERBS})\Z",
    re.IGNORECASE,
)
OBJECT_GAP = re.compile(
    rf",?\s+(?:{ADVERB},?\s+){{0,3}}(?:on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:in\s+[A-Z][\w-]+,?\s+)?"
    r"(?:(?:and\s+(?:exchanged|approved|published|issued|announced)\s+)?(?:(?:the\s+)?(?:\w+\s+)?"
    r"(?:texts?|copies|originals|versions)\s+of\s+)?)",
    re.IGNORECASE,
)
"""What may stand between a verb and its object: `signed today in Zenda the text of a treaty`."""

NEGATED = re.compile(r"\b(?:not|never|cannot|nor|neither)\b|n['’]t\b|\bwithout\s*\Z", re.IGNORECASE)


def auxiliary(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """Return the match of `PASSIVE` or `ACTIVE` at the end of the words before a verb."""
    near = max(0, len(before) - _NEAR)
    words = before[near:].lower()
    if _AUXILIARIES.isdisjoint(words.split()) and "’" not in words and "'" not in words:
        return None
    return pattern.search(before, near)
