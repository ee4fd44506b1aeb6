"""Whose account a release is: a government's, another body's, or of an issuer whom the wire does not print. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.patterns import lazy_regex

_BODIES = lazy_regex(
    r"\b(?:universit|institut|academ|college|school|museum|observator|exchange|stock|bank\b|fund\b|foundation|compan|"
    r"corporation|group\b|holding|agency\b|party\b|faction|caucus|parliament|assembly|senate|duma\b|congress|court|"
    r"union\b|league|club\b|council of europe|университет|институт|академи|музе|бирж|банк|фонд|компани|корпораци|"
    r"парти|фракци|парламент|собрани|сенат|дум[аы]\b|суд\b|союз)",
    re.IGNORECASE,
)
"""Words of names of bodies that are no government, whatever state's name stands beside them."""

_GOVERNMENTS = lazy_regex(
    r"\b(?:government|ministr|minister|cabinet|president|chanceller|chancellor|foreign office|foreign affairs|embassy|"
    r"federal office|state council|council of ministers|mayor|city hall|municipalit|department of|administration of|"
    r"republic of|people[’']s republic|kingdom of|the state\b|prefectur|governor|"
    r"правительств|министерств|министр|кабинет|президент|канцеляри|посольств|мэри|администраци|губернатор|республик)",
    re.IGNORECASE,
)
"""Words of names of governments and their parts: "Government of …", "Ministry of …", "Republic of …"."""


@lru_cache(maxsize=4_096)
def issuer(source: str | None) -> str:
    """Return "government", "body" for any other named source, "" where no source is known."""
    if not source:
        return ""
    return "government" if _GOVERNMENTS.search(source) and not _BODIES.search(source) else "body"
