"""Which country an office belongs to: the one it names, else for the issuing body's own offices that body's."""

from __future__ import annotations

import re

from communique.patterns import lazy_regex
from communique.records.countries import country_in
from communique.records.persons.office_match import WORD, office_words
from communique.records.persons.office_words import GEOGRAPHY, REGIONS
from communique.records.persons.tokens import kind_of
from communique.text import Span
from communique.wire.layout import Layout
from communique.wire.vocabulary import words


def country_of(role: Span, layout: Layout) -> tuple[str, Span] | None:
    """Return the country that an office as printed decides, and the words that do."""
    found = country_in(layout.reading[role[0] : role[1]])
    if found is None:
        return None
    return found[0], (role[0] + found[1][0], role[0] + found[1][1])


_STATES = lazy_regex(
    r"(?:president|prime minister|king|queen|emperor|chancellor|emir|sultan|premier|prince)\b"
    r"[^,]*\b(?:of|to) (?:the )?[^\W\d_]",
    re.IGNORECASE,
)
_GOVERNING = lazy_regex(
    r"\b(?:government|president|ministry|kremlin|cabinet|chancellery|parliament|senate|duma|presidency|palace|mayor|"
    r"republic|kingdom|federation|state council|foreign office|council of ministers|prime minister)\b|"
    r"правительств|президент|министерств|мид\b|кремл",
    re.IGNORECASE,
)
"""Words of a source that is a government or one of its bodies."""

_BODY = lazy_regex(
    r"\b(?:universit|institut|academ|college|school|compan|corporation|holding|bank\b|exchange|commission(?!er)|union|board|"
    r"association|federation of|club|museum|hospital|clinic|laborator|observatory|plant\b|factory|group\b|fund\b|"
    r"foundation|council of the|organi[sz]ation)",
    re.IGNORECASE,
)
"""Bodies in small letters: who holds an office there holds none of the government's."""

_PRESIDENTIAL = lazy_regex(r"(?:the )?(?:presidential|government) (?:aide|advis[eo]r|envoy|assistant)\b", re.IGNORECASE)
_KINDS = (
    r"(?:region|territory|oblast|krai|okrug|autonomous (?:area|district|republic)|province|prefecture|county|canton"
    r"|land)"
)
_SUBDIVISION = lazy_regex(
    r"(?:acting |deputy |vice[- ]?|first |interim )*(?:"
    rf"(?:governor|head|leader|prime minister) of (?:the )?(?:[^\W\d_][\w-]* ){{1,4}}{_KINDS}\b(?! of\b)|"
    rf"(?:[^\W\d_][\w-]* ){{1,4}}{_KINDS} (?:deputy |vice[- ]?|acting )*(?:governor|head|leader)\b)",
    re.IGNORECASE,
)
"""An office of a part of a state, in the words of that state's own government: `Governor of the Varsk Region`."""

_OF_STATE = words(
    """
    minister premier president chancellor governor mayor king queen emperor ambassador secretary senator deputy
    spokesman spokeswoman spokesperson general admiral colonel marshal captain lieutenant major commander commodore
    lieutenant-colonel lieutenant-commander lieutenant-general major-general rear-admiral vice-admiral vice-premier
    vice-president vice-minister vice-governor vice-mayor prosecutor councilor councillor commissioner ombudsman
    """
)
"""Heads of offices that are a state's where nothing else is said."""


def country_at_home(role: Span, layout: Layout) -> tuple[str, Span] | None:
    """Return the country of an office that names none: that of the issuing body, of the head line, of the region.

    Only for the issuing body's own offices: not for the head of a state whose name is printed and is no country's, nor
    for an office at another body (`Chairman of the Salt Board`, `rector of Varsk University`).
    """
    if _STATES.match(layout.reading, role[0], role[1]) or not _is_own(role, layout):
        return None
    for field in ("source", "government", "region"):
        for span in layout.fields.get(field, ())[:1]:
            found = country_in(layout.reading[span[0] : span[1]])
            if found is not None:
                return found[0], (span[0] + found[1][0], span[0] + found[1][1])
    return None


def _is_own(role: Span, layout: Layout) -> bool:
    """Whether an office belongs to the body that issues the release: it names that body, or is a state office alone."""
    span = next(iter(layout.fields.get("source") or layout.fields.get("government") or ()), None)
    source = layout.reading[span[0] : span[1]] if span else ""
    office = layout.reading[role[0] : role[1]]
    named = _names_of_bodies(office)
    if named and _SUBDIVISION.match(office) and _GOVERNING.search(source):
        return True
    if named:
        initials = "".join(word[0] for word in WORD.findall(source) if word[0].isupper())
        is_short = any(sum(letter.isupper() for letter in word) > 1 and _capitals(word) in initials for word in named)
        return is_short or all(word in source for word in named)
    if _BODY.search(office) or (source and not _GOVERNING.search(source)):
        return False
    return _PRESIDENTIAL.match(office) is not None or not office_words(office).isdisjoint(_OF_STATE)


def _capitals(word: str) -> str:
    return "".join(letter for letter in word if letter.isupper())


def _names_of_bodies(office: str) -> list[str]:
    """Return the capitalised words of an office that are part of a body's or place's own name."""
    return [
        word
        for word in WORD.findall(office)
        if kind_of(word) == "proper" and word.casefold() not in REGIONS | GEOGRAPHY
    ]
