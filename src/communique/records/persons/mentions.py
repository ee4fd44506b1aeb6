"""Persons named outside the transcript: in title, lead, prose, captions and lists, with the office beside the name."""

from __future__ import annotations

from itertools import zip_longest
from typing import Literal

import msgspec

from communique.patterns import lazy_regex
from communique.records.persons.names import without_honorific
from communique.records.persons.naming import names_in
from communique.records.persons.office_match import is_rank
from communique.records.persons.offices import office_after, office_before
from communique.records.persons.tokens import tokens
from communique.text import Span
from communique.wire.layout import Layout

Zone = Literal["title", "lead", "paragraph", "caption", "listed", "heading", "turn"]

_KINDS: dict[str, Zone] = {"paragraph": "paragraph", "caption": "caption", "listed": "listed", "heading": "heading"}


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A part of the release outside the transcript that can name persons."""

    start: int
    end: int
    zone: Zone


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One person named at one place."""

    name: Span
    role: Span | None
    place: Place
    aside: Span | None = None
    """The office behind a name that has a rank before it: `Vice Admiral X, Deputy Commander of the Fleet`."""


_LONGEST = 8_000
"""Characters of one place that are read; a paragraph beyond that is no paragraph of a release."""

_MOST = 100_000
"""Characters of one release that are read for names."""

_MOST_MENTIONS = 500


def places(layout: Layout) -> list[Place]:
    """Return title, lead and the blocks outside turns that can name persons, in the order of the text."""
    found = [Place(*layout.fields[zone][0], zone) for zone in ("title", "lead") if zone in layout.fields]
    for block in layout.blocks:
        zone = _KINDS.get(block.kind)
        if zone and (block.turn < 0 or zone in ("caption", "listed")):
            found.append(Place(block.start, block.end, zone))
    return sorted(found, key=lambda place: place.start)


def all_mentions(layout: Layout, known: list[str]) -> list[Mention]:
    """Return the persons named in all places of a release, in the order of the text; of an endless text the first."""
    found: list[Mention] = []
    left = _MOST
    for place in places(layout):
        clipped = Place(place.start, min(place.end, place.start + min(left, _LONGEST)), place.zone)
        found += mentions(layout.reading, clipped, known)
        left -= clipped.end - clipped.start
        if left <= 0 or len(found) > _MOST_MENTIONS:
            break
    return found[:_MOST_MENTIONS]


def mentions(reading: str, place: Place, known: list[str]) -> list[Mention]:
    """Return the persons named in one place: names of several words, and single ones beside an office."""
    if place.zone == "listed":
        cards = _cards(reading, place)
        if cards:
            return cards
    found: list[Mention] = []
    low = place.start
    for span in names_in(reading, place.start, place.end, known):
        if span[0] < low:
            continue  # part of the office behind the name before
        role = office_before(reading, low, span[0])
        if place.zone == "listed" and low == place.start:
            role = _with_bracket(reading, place, span[0]) or role
        alone = " " not in reading[span[0] : span[1]]
        aside = None
        if (role is None or is_rank(reading[role[0] : role[1]])) and not (
            alone and reading[span[0] : span[1]].isupper()
        ):
            aside = office_after(reading, span[1], place.end, strict=alone)
        if role is None:
            role, aside = aside, None
        name = (without_honorific(reading, *span), span[1])
        if role is not None or not alone:
            found.append(Mention(name=name, role=role, place=place, aside=aside))
            low = max(span[1], role[1] if role else 0)
    return found


_BRACKETED = lazy_regex(r"[^\W\d_][^()\n;:.]{2,80} \([^()\n]{2,40}\)[^()\n;:.]{1,120} $")


def _with_bracket(reading: str, place: Place, at: int) -> Span | None:
    """Return the office before a name at `at` of a list, a bracket inside: `Member of the Board (Minister) for X`."""
    if not _BRACKETED.match(reading, place.start, at):
        return None
    opens = tokens(reading, place.start, at)[:3]
    return (place.start, at - 1) if any(token.kind == "head" for token in opens) else None


_CARD = lazy_regex(r"([^\W\d_][\w’'-]{1,40}) ([^\W\d_][\w’'-]{1,40}) \2 \1(?=[^\W\d_])")
"""Person cards fused into one line: `Ivan Petrov Petrov IvanMinister of Transport of X , Chairman of Y Anna …`."""


def _cards(reading: str, place: Place) -> list[Mention]:
    cards = list(_CARD.finditer(reading, place.start, place.end))
    found = []
    for card, following in zip_longest(cards, cards[1:]):
        end = following.start() if following else place.end
        role_end = len(reading[card.end() : end].rstrip(" ,;.")) + card.end()
        role = (card.end(), role_end) if role_end > card.end() else None
        found.append(Mention(name=(card.start(), card.end(2)), role=role, place=place))
    return found
