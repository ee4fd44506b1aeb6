"""Unlabelled speeches: a heading, title or lead announces whose words the whole wire gives."""

from __future__ import annotations

import re

import msgspec

from communique.patterns import lazy_regex
from communique.records.persons.attribution_words import SAYING
from communique.records.persons.mentions import Place
from communique.records.persons.naming import names_in
from communique.text import Span
from communique.wire.layout import Layout

_KINDS = (
    r"(?:opening|closing|welcoming|introductory|concluding|keynote|brief|short|video|televised|new year|christmas|full|"
    r"inaugural|final|press|media|prepared|plenary|written|live|congratulatory)"
)
_SPEECH = (
    r"(?:speech|remarks?|address|statements?|greetings?|message|words|comments?|toast|lecture|eulogy|homily|sermon|intervention|"
    r"presentation|congratulations?|condolences|telegram|letter|appeal|order|report|allocution|discourse|declaration|"
    r"выступлени[ея]|речь|обращени[ея]|заявлени[ея]|приветстви[ея]|слово|поздравлени[ея]|послани[ея]|доклад)"
)
_ANNOUNCES = lazy_regex(rf"(?:^|\b)(?:{_KINDS} )*{_SPEECH}\b", re.IGNORECASE)
_OWN = lazy_regex(rf"(?:’s|'s|s’|s') (?:{_KINDS} )*{_SPEECH}\b", re.IGNORECASE)
"""Behind a name: `X’s speech at the meeting`."""

_BY = lazy_regex(
    rf"(?:{_SPEECH})\b[^.:!?]{{0,60}}?\b(?:by|of|from)\b[^.:!?]{{0,200}}$|"
    rf"^(?:{_SPEECH}) ",
    re.IGNORECASE,
)
"""Before a name: `Speech by`, `Opening remarks by Minister of Y`, `Address of`, `Выступление`."""

_TAKES_THE_FLOOR = lazy_regex(
    r"[,\s]+(?:He |She )?(?:spoke|speaks|addressed|addresses|delivered|delivers|made|gave|gives|took the floor|"
    r"takes the floor|congratulated|congratulates|greeted|greets|welcomed|welcomes|выступил[аи]?|"
    r"обратил(?:ся|ась)|поздравил[аи]?)\b"
)
_ADDRESS = lazy_regex(
    r"[“«\"]?(?:(?:My )?(?:Dear|Esteemed|Distinguished|Respected|Honou?rable|Highly|Mr|Mrs|Ms|Madame?)\b\.?"
    r"[^.!?,\n]{0,90}[!,:]|"
    r"(?:Ladies and|Comrades?|Colleagues|Friends|Your (?:Excellenc|Majest|Highness)|Excellenc|Fellow)"
    r"[^.!?\n]{0,90}[!,:]|"
    r"Good (?:day|morning|afternoon|evening)\b|(?:Many thanks|Thank you)(?: very much)?[.!,]|"
    r"(?:Уважаем|Дорог|Товарищ|Коллеги|Друзья|Господа|Дамы)[^.!?\n]{0,90}[!,:]|Добрый (?:день|вечер)|Здравствуйте)",
    re.IGNORECASE,
)
_FIRST_PERSON = lazy_regex(r"\b(?:I|my|me|we|our|us|я|мне|мы|наш\w*|нас|нам)\b", re.IGNORECASE)
_SHORT = 260
"""Characters of a line that can announce a speech; a title may be twice as long."""

_FIRST = 40
"""Lines at the head of a release among which the announcement stands."""


class Monologue(msgspec.Struct, frozen=True, kw_only=True):
    """Whose speech the wire gives, or begins with."""

    name: Span
    announced: Span
    """The line that announces it."""


def monologue(layout: Layout, places: list[Place], known: list[str]) -> Monologue | None:
    """Return whose speech an unlabelled wire gives, or None where nothing announces one or the body is a report.

    Printed as `X’s speech at the meeting`, `Speech by Prime Minister X`, `X’s opening remarks:`, `X spoke at the
    forum`, or as the title `X: …` of a wire that opens with an address. Above labels only a speech that a heading
    announces counts: `X’s opening remarks:`, and then `Y: …`.
    """
    if layout.labels:
        first = layout.labels[0].start
        places = [place for place in places if place.end <= first and place.zone in ("title", "heading")]
        if not places or not _is_spoken_above(layout, first):
            return None
    in_person = bool(layout.labels) or _is_in_first_person(layout)
    for place in places[:_FIRST]:
        special = place.zone in ("title", "lead", "heading", "caption")
        if place.end - place.start > (2 * _SHORT if special else _SHORT):
            continue
        if not in_person and not _OWN.search(layout.reading, place.start, place.end):
            continue  # of a report nothing else counts, and names cost more to find
        for span in names_in(layout.reading, place.start, place.end, known):
            if _is_announced(layout.reading, place, span, in_person) and not _is_quoted(layout, span):
                return Monologue(name=span, announced=(place.start, place.end))
    return None


def _is_announced(reading: str, place: Place, name: Span, in_person: bool) -> bool:
    if _OWN.match(reading, name[1], place.end):
        return True
    before = reading[place.start : name[0]]
    if _ANNOUNCES.match(before) and _BY.search(before) and in_person:
        return True
    if place.zone not in ("title", "lead") or not in_person:
        return False
    opens = name[0] == place.start or _only_office(before)
    return opens and (
        reading[name[1] : name[1] + 2] == ": " or _TAKES_THE_FLOOR.match(reading, name[1], place.end) is not None
    )


def _only_office(before: str) -> bool:
    return len(before) < 160 and not _FIRST_PERSON.search(before) and ":" not in before and "," not in before[-2:]


def opens_with_address(layout: Layout) -> bool:
    """Return whether the body opens as a speech or letter does: `Dear colleagues!`, `Madam President!`"""
    first = [block for block in layout.blocks if block.kind in ("paragraph", "heading")][:8]
    return any(_ADDRESS.match(layout.reading, block.start, block.end) for block in first)


def _is_in_first_person(layout: Layout) -> bool:
    """Return whether the body opens with an address or speaks of `I` and `we` in most of its paragraphs."""
    if opens_with_address(layout):
        return True
    texts = [layout.reading[block.start : block.end] for block in layout.blocks if block.kind == "paragraph"]
    speaking = sum(_FIRST_PERSON.search(text) is not None and '"' not in text and "“" not in text for text in texts)
    return speaking >= 2 and speaking * 2 >= len(texts)


def _is_spoken_above(layout: Layout, first: int) -> bool:
    """Return whether the first paragraph above the labels is speech: an address, or words in the first person."""
    above = [block for block in layout.blocks if block.kind == "paragraph" and block.end <= first][:1]
    return any(
        _ADDRESS.match(layout.reading, block.start, block.end)
        or _FIRST_PERSON.search(layout.reading, block.start, block.end)
        for block in above
    )


def _is_quoted(layout: Layout, name: Span) -> bool:
    """Return whether the body reports of the person by name: `X noted`, so that the wire is no speech of theirs."""
    surname = layout.reading[name[0] : name[1]].rsplit(" ", 1)[-1]
    at = layout.reading.find(surname, name[1], layout.end)
    while at != -1:
        behind = at + len(surname)
        verb = SAYING.search(layout.reading, behind, min(layout.end, behind + 24))
        if verb is not None and verb.start() <= behind + 2:
            return True
        at = layout.reading.find(surname, behind, layout.end)
    return False
