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
    a, b = office_words(known), office_words(said)
    if not (a <= b or b <= a):
        return False
    if not any(is_head(word) for word in a & b):
        return a == b
    return not any((word in a) != (word in b) for word in ("prime", "deputy", "vice", "acting"))


def chosen_role(person: Person, layout: Layout) -> Span | None:
    """Return the fullest office printed for a person, or None.

    A label's office gives way only to a fuller form of itself; a speech's words count where nothing else names one.
    """
    own = _fullest(person.label_roles, layout)
    if own is not None:
        known = office_words(printed(layout.text, own))
        fuller = [role for role in person.roles if known < office_words(printed(layout.text, role))]
        return _fullest(fuller, layout) or own
    return _fullest(person.roles, layout) or _fullest(person.minor_roles, layout)


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
