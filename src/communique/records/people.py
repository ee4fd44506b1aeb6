"""Who speaks and who takes part: labels, attributions, monologues, signatures and lists → people, turns and quotes."""

from __future__ import annotations

import msgspec

from communique.records.countries import country_in
from communique.records.model import Evidence, Participant, Quote, Speaker, Turn
from communique.records.persons.mentions import Mention, all_mentions, places
from communique.records.persons.monologue import monologue
from communique.records.persons.office_country import country_at_home, country_of
from communique.records.persons.office_match import chosen_role
from communique.records.persons.participants import takes_part
from communique.records.persons.quotes import Quoted, quoted
from communique.records.persons.register import Person, Register, chosen_name
from communique.records.persons.signature import signatures
from communique.records.persons.transcript import (
    note_labels,
    note_offices_asked,
    note_roles_in_turns,
    office_of_source,
    turns,
)
from communique.text import Span, printed
from communique.wire.layout import Layout, Mark


class People(msgspec.Struct, frozen=True, kw_only=True):
    """People of one release and their words; evidence pointers are those of the record."""

    speakers: list[Speaker] = []
    participants: list[Participant] = []
    turns: list[Turn] = []
    quotes: list[Quote] = []
    evidence: Evidence = {}
    rejected: list[Mark] = []


def people(layout: Layout) -> People:
    """Return the speakers, participants, turns and quotes of a layout, with evidence."""
    register = Register(layout)
    evidence: Evidence = {}
    by_label = note_labels(layout, register)
    named = _note_mentions(layout, register)
    quotes, rejected = quoted(layout, register, [mention for mention, _ in named])
    for quote in quotes:
        quote.person.speaks("quote", quote.spoken[0])
    _note_unlabelled(layout, register)
    _note_participants(layout, named)
    note_roles_in_turns(layout, register)
    note_offices_asked(layout, by_label)
    office_of_source(layout, register)
    names = {id(person): chosen_name(person) for person in register.people if person.via or person.takes_part}
    speaking = sorted((person for person in register.people if person.via), key=lambda person: person.via_at[0])
    return People(
        speakers=[
            _speaker(layout, person, names[id(person)], f"/speakers/{i}", evidence) for i, person in enumerate(speaking)
        ],
        participants=_participants(layout, register, names, evidence),
        turns=turns(layout, by_label, names, evidence),
        quotes=[_quote(layout, quote, names, f"/quotes/{i}", evidence) for i, quote in enumerate(quotes)],
        evidence=evidence,
        rejected=rejected,
    )


def _note_mentions(layout: Layout, register: Register) -> list[tuple[Mention, Person]]:
    found = [
        (mention, register.note(mention.name, in_full=mention.role is not None))
        for mention in all_mentions(layout, register.known())
    ]
    for mention, person in found:
        person.in_title = person.in_title or mention.place.zone == "title"
        if mention.role is not None:
            person.roles.append(mention.role)
        if mention.aside is not None:
            person.said_roles.append(mention.aside)
    return found


def _note_unlabelled(layout: Layout, register: Register) -> None:
    """Note who gave an unlabelled speech, or the one above the labels, and who signed."""
    if any(person.via == "quote" for person in register.people):
        return
    spoken = monologue(layout, places(layout), register.known())
    if spoken is not None:
        register.note(spoken.name).speaks("monologue", spoken.announced)
    if any(person.via == "label" for person in register.people):
        return
    for signed in signatures(layout):
        person = register.note(signed.name)
        person.signs(signed.name)
        person.signed_as = signed.role


def _note_participants(layout: Layout, named: list[tuple[Mention, Person]]) -> None:
    for mention, person in named:
        if person.via or person.takes_part or not (person.roles or mention.place.zone == "listed"):
            continue
        if not _is_state(layout.reading[mention.name[0] : mention.name[1]]):
            person.takes_part = takes_part(layout.reading, mention)


def _is_state(name: str) -> bool:
    """Return whether a name is a state's: `Ivan Petrov (Norway, head of the delegation)`."""
    found = country_in(name)
    return found is not None and found[1] == (0, len(name))


def _speaker(layout: Layout, person: Person, name: str, at: str, evidence: Evidence) -> Speaker:
    role, country = _role_and_country(layout, person, at, evidence, at_home=True)
    evidence[f"{at}/name"] = [person.names[name][0]]
    evidence[f"{at}/via"] = [person.via_at]
    for i, span in enumerate(person.label_spans.values()):
        evidence[f"{at}/labels/{i}"] = [span]
    return Speaker(name=name, role=role, country=country, labels=list(person.label_spans), via=person.via or "label")


def _role_and_country(
    layout: Layout, person: Person, at: str, evidence: Evidence, at_home: bool
) -> tuple[str | None, str | None]:
    spans = person.signed_as or tuple(role for role in (chosen_role(person, layout),) if role is not None)
    if not spans:
        return None, None
    evidence[f"{at}/role"] = list(spans)
    joined = (spans[0][0], spans[-1][1])
    country = country_of(joined, layout) or (country_at_home(joined, layout) if at_home else None)
    if country is not None:
        evidence[f"{at}/country"] = [country[1]]
    return printed(layout.text, *spans), country[0] if country else None


def _participants(layout: Layout, register: Register, names: dict[int, str], evidence: Evidence) -> list[Participant]:
    found: list[Participant] = []
    for person in register.people:
        if person.via or not person.takes_part:
            continue
        at, name = f"/participants/{len(found)}", names[id(person)]
        role, country = _role_and_country(layout, person, at, evidence, at_home=False)
        evidence[f"{at}/name"] = [person.names[name][0]]
        found.append(Participant(name=name, role=role, country=country))
    return found


def _quote(layout: Layout, quote: Quoted, names: dict[int, str], at: str, evidence: Evidence) -> Quote:
    spans: list[Span] = list(quote.spoken)
    evidence[f"{at}/text"] = spans
    name = names[id(quote.person)]
    evidence[f"{at}/speaker"] = [quote.by if printed(layout.text, quote.by) == name else quote.person.names[name][0]]
    return Quote(speaker=name, text=printed(layout.text, *spans))
