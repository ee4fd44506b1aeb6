"""Labelled turns: labels to persons, blocks to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from communique.patterns import lazy_regex
from communique.records.model import Evidence, Turn
from communique.records.persons.naming import person_at_end
from communique.records.persons.offices import office_before, office_of
from communique.records.persons.quotations import sentence_end
from communique.records.persons.register import Person, Register
from communique.records.persons.tokens import kind_of, tokens
from communique.text import Span, printed
from communique.wire.layout import Label, Layout
from communique.wire.vocabulary import words


def note_labels(layout: Layout, register: Register) -> list[Person]:
    """Put the speakers of all labels into the register; return the person of each label."""
    known: dict[str, Person] = {}
    found: list[Person] = []
    for label in layout.labels:
        raw = layout.text[label.start : label.end]
        person = known.get(raw)
        if person is None:
            person = known[raw] = _note_label(layout, register, label)
        else:
            person.named(person.label_names_raw[raw], person.name_in(raw, label.start))
        found.append(person)
    return found


def _note_label(layout: Layout, register: Register, label: Label) -> Person:
    word = label.kind != "speech" or not _names_somebody(layout, label)
    name_at, role = (label.name, label.role) if word else _parts(layout, label)
    holder = _holder(layout, register, label) if word and label.kind == "speech" else None
    person = holder or (register.word(name_at) if word else register.note(name_at))
    raw = layout.text[label.start : label.end]
    shown = person.shown_labels[raw] = printed(layout.text, (label.start, label.end))
    if shown not in person.label_spans:
        person.label_spans[shown] = (label.start, label.end)
    name = printed(layout.text, name_at)
    person.label_names_raw[raw] = name
    if holder is None and name not in person.label_names:
        person.label_names.append(name)
    person.label_names_at[raw] = name_at[0] - label.start, name_at[1] - label.start
    if role is not None:
        person.label_roles.append(role)
    person.speaks("label", (label.start, label.end))
    return person


def _holder(layout: Layout, register: Register, label: Label) -> Person | None:
    """Return the one speaker whose label gave the office that stands alone in this one: `Prime Minister:`"""
    office = _office_words(layout, (label.start, label.end))
    holders = [
        person
        for person in register.people[:_MOST_HITS]
        if not person.is_word and any(_office_words(layout, role) == office for role in person.label_roles[:1])
    ]
    return holders[0] if len(holders) == 1 else None


def _office_words(layout: Layout, span: Span) -> str:
    return " ".join(layout.reading[span[0] : span[1]].casefold().removeprefix("the ").split())


def _parts(layout: Layout, label: Label) -> tuple[Span, Span | None]:
    """Return name and office of a label; an occupation may still stand in the name: `Pensioner Ivan Petrov`."""
    first = layout.reading[label.name[0] : label.name[1]].split(" ", 1)[0]
    if label.role is not None or kind_of(first) not in ("head", "word"):
        return label.name, label.role
    found = person_at_end(layout.reading, label.name[0], label.name[1])
    return (found[1], found[0]) if found and found[0] else (label.name, None)


def _names_somebody(layout: Layout, label: Label) -> bool:
    return any(
        kind_of(word) in ("proper", "initials")
        for word in layout.reading[label.name[0] : label.name[1]].split(" ")
        if word
    )


def turns(layout: Layout, by_label: list[Person], names: dict[int, str], evidence: Evidence) -> list[Turn]:
    """Return the turns with their evidence; captions, stage directions and the like are no paragraphs."""
    blocks: list[list[Span]] = [[] for _ in layout.labels]
    for block in layout.blocks:
        if block.turn >= 0 and block.kind in ("paragraph", "item"):
            blocks[block.turn].append((block.start, block.end))
    return [_turn(layout, i, by_label[i], names, spans, evidence) for i, spans in enumerate(blocks)]


def _turn(
    layout: Layout, number: int, person: Person, names: dict[int, str], spans: list[Span], evidence: Evidence
) -> Turn:
    label, at, name = layout.labels[number], f"/turns/{number}", names[id(person)]
    start, end, text = label.start, label.end, layout.text
    raw = text[start:end]
    own = person.label_names_raw[raw]
    evidence[f"{at}/speaker"] = [person.name_in(raw, start) if own == name else person.names[name][0]]
    evidence[f"{at}/label"] = evidence[f"{at}/kind"] = [(start, end)]
    paragraphs = []
    for i, span in enumerate(spans):
        evidence[f"{at}/paragraphs/{i}"] = [span]
        paragraphs.append(printed(text, span))
    return Turn(speaker=name, label=person.shown_labels[raw], kind=label.kind, paragraphs=paragraphs)


def note_roles_in_turns(layout: Layout, register: Register) -> None:
    """Look for the offices of speakers who have none yet in the words of the transcript: `President of X Name`."""
    if not layout.labels:
        return
    start, end = layout.labels[0].start, layout.blocks[-1].end if layout.blocks else layout.end
    for person in register.people[:_MOST_HITS]:
        if person.is_word or not person.via or person.label_roles or person.roles:
            continue
        for form in islice(person.names, _MOST_HITS):
            for at in islice(_hits(layout.reading, form, start, end), _MOST_HITS):
                _note_role(layout, person, at)


_MOST_HITS = 30


def _hits(reading: str, form: str, start: int, end: int) -> Iterator[int]:
    """Yield where a name stands behind a space."""
    at = reading.find(form, start, end)
    while at != -1:
        if at > start and reading[at - 1] == " ":
            yield at
        at = reading.find(form, at + len(form), end)


def _note_role(layout: Layout, person: Person, at: int) -> None:
    low = layout.reading.rfind("\n", max(0, at - 600), at) + 1
    role = office_before(layout.reading, low, at)
    if role is not None and "," not in layout.reading[role[1] : at]:
        person.minor_roles.append(role)


_YOU_ARE = lazy_regex(r"\b[Yy]ou (?:are|remain|were|have been|became)(?: now| still| again)?(?: the| an?)? (?=\w)")


def note_offices_asked(layout: Layout, by_label: list[Person]) -> None:
    """Give an office by which a question addresses the one who answers: `You remain acting minister. What …`"""
    asked = {
        i: person
        for i, (label, person) in enumerate(zip(layout.labels, by_label[1:], strict=False))
        if label.kind == "question" and not person.is_word and not _has_office(person)
    }
    for block in layout.blocks if asked else ():
        match = _YOU_ARE.search(layout.reading, block.start, block.end) if block.turn in asked else None
        role = _office_at(layout, match.end(), block.end) if match else None
        if role is not None:
            asked[block.turn].minor_roles.append(role)


def _office_at(layout: Layout, start: int, end: int) -> Span | None:
    found = office_of(layout.reading, start, sentence_end(layout.reading, start, end))
    return found if found and found[0] == start else None


def office_of_source(layout: Layout, register: Register) -> None:
    """Give the office of the source line (`President of X – Kremlin`) to the first speaker, where nobody has one."""
    speaking = [person for person in register.people if person.via and not person.is_word]
    spans = layout.fields.get("source", ())
    if not speaking or not spans or any(_has_office(person) for person in speaking[:1]):
        return
    start, end = spans[0]
    office_end = next((token.start for token in tokens(layout.reading, start, end) if token.word in "–—-,("), end)
    words = tokens(layout.reading, start, office_end)
    if not words or words[0].kind != "head" or words[0].word.casefold() not in _PERSONAL:
        return
    role = (start, words[-1].end)
    if not any(_has_office(person) for person in speaking):
        speaking[0].minor_roles.append(role)


_PERSONAL = words("president chancellor king queen governor mayor emperor emir sultan президент губернатор мэр")


def _has_office(person: Person) -> bool:
    return bool(person.label_roles or person.roles or person.minor_roles)
