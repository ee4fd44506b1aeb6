"""Whether a signing that is told of lies before the wire's own events: years, `ago`, anniversaries."""

from __future__ import annotations

import re

from communique.patterns import lazy_regex

_EARLIER = lazy_regex(
    r"\b(?:(?:months?|years?|decades?|centur(?:y|ies))\s+ago|last\s+(?:year|month|spring|summer|autumn|fall|winter"
    r"|January|February"
    r"|March|April|May|June|July|August|September|October|November|December)|back\s+in|previously|anniversar(?:y|ies)"
    r"|jubilee|long\s+ago|at\s+that\s+time|(?:a|two|three|four|five|ten|some|\d+)\s+years?\s+(?:later|earlier"
    r"|before)|in\s+the\s+(?:19|20)\d0s"
    r"|earlier\s+this\s+year|once\s+(?:signed|concluded)|in\s+(?:his|her|its|their)\s+(?:day|time)"
    r"|(?:years?|decades?|months?|time|much)\s+(?:have\s+passed\s+|has\s+passed\s+|passed\s+)?since"
    r"|(?:each|every)\s+(?:year|month|week)|annually|as\s+a\s+rule"
    r"|over\s+the\s+(?:past|last)|for\s+(?:\d+|many)\s+years|first\s+treaty|before\s+the\s+war)\b",
    re.IGNORECASE,
)
_ONCE = lazy_regex(
    r"\A\s*earlier,?\s+(?!today|in\s+the\s+(?:day|morning|week)|on\s+(?:\w+day|the\s+same)|that\s|this\s)",
    re.IGNORECASE,
)
"""`Earlier we concluded an agreement`, at the head of a sentence."""

_YEAR = lazy_regex(r"(?<!until )(?<!till )(?<!by )(?<!through )(?<!the year )(?<!end of )\b(?:1[6-9]|20)\d\d\b")
"""A year that says when, not until when."""


def is_earlier(around: str, year: int | None) -> bool:
    """Whether the words around a verb of signing (titles left out) tell of an older signing.

    `year` is that of the wire, where known; without one, any year that is printed beside the verb counts as past.
    """
    if _EARLIER.search(around) or _ONCE.match(around):
        return True
    years = [int(found) for found in _YEAR.findall(around)]
    return bool(years) and (year is None or max(years) < year)
