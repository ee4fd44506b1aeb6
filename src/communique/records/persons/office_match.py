"""Offices compared: which printed forms are one office, which is the fullest, which country each belongs to."""

from __future__ import annotations

import functools
import re

from communique.records.countries import country_in
from communique.records.persons.office_words import is_head
from communique.records.persons.register import Person
from communique.records.persons.tokens import is_russian
from communique.text import Span, printed
from communique.wire.layout import Layout
from communique.wire.vocabulary import words

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_EMPTY = words("of the and for to at in on under a an de la le les du des и по на в")


@functools.lru_cache(maxsize=2048)
def office_words(office: str) -> frozenset[str]:
    """Return the words of an office that count, folded; a Russian one by its stem."""
    folded = (word.casefold().removesuffix("’s").removesuffix("'s") for word in _WORD.findall(office))
    return frozenset(word[:7] if is_russian(word) else word for word in folded if word not in _EMPTY)


def same_office(known: str, said: str) -> bool:
    """Return whether two printed offices can be one: the words of one, its head too, are among those of the other.

    `the Deputy Prime Minister` and `Deputy Prime Minister of Russia`; not `the Minister` and `Prime Minister of
    Russia`.
    """
    a, b = office_words(_one_form(known)), office_words(_one_form(said))
    if not (a <= b or b <= a):
        return False
    if not any(is_head(word) for word in a & b):
        return a == b
    return not any((word in a) != (word in b) for word in ("prime", "deputy", "vice", "acting"))


_HEAD_OF_GOVERNMENT = re.compile(
    r"(?:chairman|chairperson|chair|head) of the (?:[^\W_]+ )?(?:government|cabinet)"
    r"(?: of ministers)?|premier\b",
    re.IGNORECASE,
)


def _one_form(office: str) -> str:
    """Return an office with the head of government under one name: translations of one release change between them."""
    return _HEAD_OF_GOVERNMENT.sub("prime minister", office)


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


def country_of(role: Span, layout: Layout) -> tuple[str, Span] | None:
    """Return the country that an office as printed decides, and the words that do."""
    found = country_in(layout.reading[role[0] : role[1]])
    if found is None:
        return None
    return found[0], (role[0] + found[1][0], role[0] + found[1][1])


_STATES = re.compile(
    r"(?:president|prime minister|king|queen|emperor|chancellor|emir|sultan|premier|prince)\b"
    r"[^,]*\b(?:of|to) (?:the )?[^\W\d_]",
    re.IGNORECASE,
)


def country_at_home(role: Span, layout: Layout) -> tuple[str, Span] | None:
    """Return the country of an office that names none: that of the issuing body, of the head line, of the region.

    Not for the head of a state whose name is printed and is no country's.
    """
    if _STATES.match(layout.reading, role[0], role[1]):
        return None
    for field in ("source", "government", "region"):
        for span in layout.fields.get(field, ())[:1]:
            found = country_in(layout.reading[span[0] : span[1]])
            if found is not None:
                return found[0], (span[0] + found[1][0], span[0] + found[1][1])
    return None
