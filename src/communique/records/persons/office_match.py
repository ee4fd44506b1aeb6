"""Offices compared: which printed forms are one office, which is the fullest."""

from __future__ import annotations

import functools
import re

from communique.patterns import lazy_regex
from communique.records.countries import country_in
from communique.records.persons.office_words import is_head
from communique.records.persons.register import Person
from communique.records.persons.tokens import is_russian
from communique.text import Span, printed
from communique.wire.layout import Layout
from communique.wire.vocabulary import words

WORD = lazy_regex(r"[^\W_]+(?:[-’'][^\W_]+)*")
_EMPTY = words("of the and for to at in on under a an de la le les du des и по на в")


@functools.lru_cache(maxsize=2048)
def office_words(office: str) -> frozenset[str]:
    """Return the words of an office that count, folded; a Russian one by its stem."""
    folded = (word.casefold().removesuffix("’s").removesuffix("'s") for word in WORD.findall(office))
    return frozenset(word[:7] if is_russian(word) else word for word in folded if word not in _EMPTY)


def same_office(known: str, said: str) -> bool:
    """Return whether two printed offices can be one: the words of one, its head too, are among those of the other.

    `the Deputy Prime Minister` and `Deputy Prime Minister of Russia`; not `the Minister` and `Prime Minister of
    Russia`.
    """
    return _agree(_words_of_one_form(known, ONE_FORM), _words_of_one_form(said, ONE_FORM))


def kin_office(known: str, said: str) -> bool:
    """Return whether one office is a looser way to speak of the other: `the head of the city`, `the Indian minister`.

    A country may be printed in any form; it is the same one, or only one of the two names it.
    """
    one, other = _without_country(known), _without_country(said)
    if one[1] and other[1] and one[1] != other[1]:
        return False
    return bool(other[0]) and _agree(one[0], other[0])


def _agree(a: frozenset[str], b: frozenset[str]) -> bool:
    if not (a <= b or b <= a):
        return False
    if not any(is_head(word) for word in a & b):
        return a == b
    return not any((word in a) != (word in b) for word in ("prime", "deputy", "vice", "acting"))


@functools.lru_cache(maxsize=2048)
def _words_of_one_form(office: str, synonyms: tuple[tuple[re.Pattern[str], str], ...]) -> frozenset[str]:
    """Return the words of an office, its synonyms brought to one form."""
    for pattern, form in synonyms:
        office = pattern.sub(form, office)
    return office_words(office)


@functools.lru_cache(maxsize=2048)
def _without_country(office: str) -> tuple[frozenset[str], str]:
    """Return the words of an office without those of a country, and the country's code or an empty string."""
    named = country_in(office)
    rest = office[: named[1][0]] + office[named[1][1] :] if named else office
    return _words_of_one_form(rest, KIN), named[0] if named else ""


def _synonym(pattern: str, form: str) -> tuple[re.Pattern[str], str]:
    return lazy_regex(pattern, re.IGNORECASE), form


ONE_FORM = (
    _synonym(
        r"\b(?:chairman|chairperson|chair|head) of (?:the )?(?:[^\W_]+ )?(?:government|cabinet)(?: of ministers)?|"
        r"\bpremier\b",
        "prime minister",
    ),
)
"""Names of one office that translations of one release change between."""

KIN = (
    _synonym(r"\bvice[ -](?:premier|prime minister)\b", "deputy prime minister"),
    *ONE_FORM,
    _synonym(r"\bhead of (?:the )?(?:city|capital|town|municipality|metropolis)\b", "mayor"),
    _synonym(r"\bhead of (?:the )?(?:region|oblast|krai|territory|province|prefecture)\b", "governor"),
    _synonym(r"\bhead of (?:the )?state\b", "president"),
    _synonym(r"\bhead of (?:the )?university\b", "rector"),
    _synonym(
        r"\bhead of (?:the )?(?:foreign (?:ministry|office)|diplomacy|diplomatic department)\b|\bforeign minister\b",
        "minister of foreign affairs",
    ),
    _synonym(r"\bhead of (?:the )?(?:ministry|department|agency)\b", "minister"),
    _synonym(r"\bdefen[cs]e minister\b", "minister of defence"),
    _synonym(r"\bdefense\b", "defence"),
)
"""Looser ways to speak of an office, tried where no printed one fits."""

_RANK = lazy_regex(
    r"(?:(?:army|fleet|air|police|naval|retired) )?(?:(?:lieutenant|major|colonel|vice|rear|brigadier)[ -])?"
    r"(?:general|admiral|colonel|marshal|major|captain|lieutenant|commander|commodore|brigadier|sergeant)"
    r"(?: of (?:the )?(?:army|fleet|air force|police|justice|navy|guard))?",
    re.IGNORECASE,
)


def is_rank(office: str) -> bool:
    """Return whether an office is a military rank alone: `General of the Army`, `Rear Admiral`."""
    return _RANK.fullmatch(office) is not None


_OFFICIAL = words(
    """
    president minister premier chancellor governor mayor king queen prince emperor emir sultan chairman
    chairwoman speaker secretary ambassador commissioner general admiral senator prosecutor judge rector pope
    patriarch metropolitan
    """
)


def is_description(office: str) -> bool:
    """Return whether an office only describes somebody: `the scientist`, `the head of the department`."""
    return office.islower() and office_words(office).isdisjoint(_OFFICIAL)


def chosen_role(person: Person, layout: Layout) -> Span | None:
    """Return the fullest office printed for a person, or None.

    That of a label, else the longest beside the name, gives way only to a fuller form of itself. Where there is none,
    the office by which words are attributed counts, and then those in the words of a transcript.
    """
    printed_roles = person.label_roles + person.roles + person.said_roles + person.minor_roles
    if len(printed_roles) < 2:
        return printed_roles[0] if printed_roles else None
    beside = _fullest(person.roles, layout)
    own = _fullest(person.label_roles, layout) or beside
    if own is None:
        return _fullest(person.said_roles, layout) or _fullest(person.minor_roles, layout)
    known = office_words(printed(layout.text, own))
    others = person.roles + person.said_roles
    fuller = [role for role in others if known < office_words(printed(layout.text, role))]
    return _fullest(fuller, layout) or own


def _fullest(roles: list[Span], layout: Layout) -> Span | None:
    return max(roles, key=lambda role: len(printed(layout.text, role)), default=None)
