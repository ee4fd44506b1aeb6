"""Attributed quotations of a release: quotations, their attributions, and the person each attribution means."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from communique.patterns import lazy_regex
from communique.records.persons.attributions import Attribution, Subject, attributions
from communique.records.persons.mentions import Mention
from communique.records.persons.monologue import opens_with_address
from communique.records.persons.naming import names_in
from communique.records.persons.office_match import is_description, kin_office, same_office
from communique.records.persons.quotations import QUOTE_MARK, Quotation, last_sentence, quotations
from communique.records.persons.register import Person, Register
from communique.text import Span, printed, trimmed
from communique.wire.layout import Block, Layout, Mark


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """Quoted words and whose they are."""

    person: Person
    spoken: tuple[Span, ...]
    by: Span
    """The words that name the speaker."""


def quoted(layout: Layout, register: Register, mentions: list[Mention]) -> tuple[list[Quoted], list[Mark]]:
    """Return the attributed quotations outside turns, and those turned down with a reason; persons go to the register.

    A speech or letter that opens with an address gives one person's words: what it quotes is part of them.
    """
    if not layout.labels and opens_with_address(layout):
        return [], []
    blocks = [block for block in layout.blocks if block.turn < 0 and block.kind in _KINDS]
    read = [_sure(register, one) for one in _attributed(layout, blocks, register.known())]
    _note_names(register, read)
    found: list[Quoted] = []
    rejected: list[Mark] = []
    for one in read:
        person = _person(layout, register, mentions, one, found)
        if person is None or one.subject is None:
            rejected.append(
                Mark(one.spoken[0][0], one.spoken[-1][1], one.reason or "quoted words of nobody who is named")
            )
            continue
        found.append(Quoted(person=person, spoken=one.spoken, by=one.subject.at))
    return found, rejected


def _attributed(layout: Layout, blocks: list[Block], known: list[str]) -> list[Attribution]:
    reading = layout.reading
    found: list[Attribution] = []
    waiting: list[Quotation] = []
    for i, block in enumerate(blocks):
        if len(found) > _MOST:
            break
        if not _may_quote(reading, block):
            waiting = []
            continue
        quotes = quotations(reading, block)
        read = attributions(reading, block.start, block.end, quotes, known)
        if quotes and read and read[0].subject is None and i:
            read = _led_in(reading, blocks[i - 1], quotes, read, known)
        read = [_with_slid_name(layout, blocks, i, one, known) for one in read]
        if waiting and read and read[0].subject is not None and quotes[0].start == block.start:
            found += [Attribution(spoken=(one.inner,), subject=read[0].subject) for one in waiting]
        waiting = [one for one in quotes if not one.closed and read[-1].subject is None]
        found += [one for one, quote in zip(read, quotes, strict=True) if quote not in waiting]
    return found


_KINDS = ("paragraph", "heading", "item")
"""Kinds of blocks that quote; a speech set off by a plain hyphen looks like an item of a list."""

_MOST = 1_000
"""Quotations of one release that are read."""


def _may_quote(reading: str, block: Block) -> bool:
    if block.kind == "item" or reading[block.start] in "—–-":
        return True
    return QUOTE_MARK.search(reading, block.start, block.end) is not None


def _led_in(
    reading: str, above: Block, quotes: list[Quotation], read: list[Attribution], known: list[str]
) -> list[Attribution]:
    """Attribute a paragraph that is one quotation by the paragraph above, where that ends in a colon: `X said:`"""
    if reading[above.end - 1] != ":" or reading[above.start : quotes[0].start].find(":") < 0:
        return read
    led = attributions(reading, above.start, quotes[0].end, quotes[:1], known)
    return [*led, *read[1:]] if led[0].subject is not None else read


_SLID = 80


def _with_slid_name(layout: Layout, blocks: list[Block], i: int, one: Attribution, known: list[str]) -> Attribution:
    """Read a name that has slid into a paragraph of its own: `…," said the Deputy Minister for X.` / `Maxim Petrov.`"""
    if i + 1 == len(blocks) or one.until < blocks[i].end - 1 or (one.subject and one.subject.kind == "name"):
        return one
    following = blocks[i + 1]
    start, end = trimmed(layout.reading, following.start, following.end)
    if end - start > _SLID or (one.subject is None and "names nobody" not in one.reason):
        return one
    end = len(layout.reading[start:end].rstrip(" .")) + start
    names = names_in(layout.reading, start, end, known)
    if len(names) != 1 or names[0] != (start, end):
        return one
    role = one.subject.at if one.subject and one.subject.kind == "office" else None
    return Attribution(spoken=one.spoken, subject=Subject(kind="name", at=names[0], role=role), until=end)


def _sure(register: Register, one: Attribution) -> Attribution:
    """Turn down a speaker of one word that has no office and is no part of a name known otherwise: `Reuters said`."""
    if one.subject is None or one.subject.kind != "name" or one.subject.role is not None:
        return one
    name = printed(register.layout.text, one.subject.at)
    if " " in name or register.find(name) is not None:
        return one
    return Attribution(spoken=one.spoken, reason=f"an attribution to one word that names nobody known: {name}")


def _note_names(register: Register, read: list[Attribution]) -> None:
    """Put the named speakers into the register first, so that offices and pronouns find them wherever they stand."""
    for one in read:
        if one.subject is None or one.subject.kind != "name":
            continue
        person = register.note(one.subject.at, in_full=one.subject.role is not None)
        person.said.append(printed(register.layout.text, one.subject.at))
        if one.subject.role:
            person.roles.append(one.subject.role)


def _person(
    layout: Layout, register: Register, mentions: list[Mention], one: Attribution, before: list[Quoted]
) -> Person | None:
    if one.subject is None:
        return None
    if one.subject.kind == "name":
        return register.find(printed(layout.text, one.subject.at))
    if one.subject.kind == "office":
        person = _by_office(layout, register, one.subject.at)
        if person is None and is_description(printed(layout.text, one.subject.at)):
            return _last_named(layout, register, mentions, one.subject.at[0], before)
        return person
    return _last_named(layout, register, mentions, one.subject.at[0], before)


def _last_named(
    layout: Layout, register: Register, mentions: list[Mention], at: int, before: list[Quoted]
) -> Person | None:
    """Return whom `he`, `she` or `the scientist` at a place means.

    Whoever was quoted or named last before it; of several persons in one sentence the first, its subject.
    """
    named = [mention.name for mention in mentions if mention.name[0] < at]
    quoted_last = max((quote for quote in before if quote.by[0] < at), key=lambda quote: quote.by[0], default=None)
    if quoted_last and (not named or quoted_last.by[0] >= named[-1][0]):
        return quoted_last.person
    if not named:
        return None
    place = next(mention.place for mention in reversed(mentions) if mention.name == named[-1])
    start = last_sentence(layout.reading, place.start, named[-1][0])
    subject = next(name for name in named if name[0] >= start)
    return register.find(printed(layout.text, subject))


_FOLLOWED = lazy_regex(r"[ \n](?:[a-zа-я]{3,}|He|She|They)\b")


def _by_office(layout: Layout, register: Register, at: Span) -> Person | None:
    """Return whom an office without a name means, and note the office as theirs.

    Whose printed office it is; else the one person who is quoted, named in the title or named at all without an office.
    """
    office = printed(layout.text, at)
    holders = _holders(layout, register, office, same_office) or _holders(layout, register, office, kin_office)
    if not holders and _INDEFINITE.search(layout.reading, max(layout.start, at[0] - 40), at[0]):
        return None
    person = _nearest(holders, at) if holders else _without_office(layout, register, at[0])
    if person is not None:
        person.said_roles.append(at)
    return person


_INDEFINITE = lazy_regex(r"(?i)(?:^|\s)(?:an?|one(?: of the)?)(?: [\w-]{2,20})? $")
"""Before an office: nobody in particular is meant, `A Soviet diplomat wrote`."""


def _holders(layout: Layout, register: Register, office: str, fits: Callable[[str, str], bool]) -> list[Person]:
    return [one for one in register.people if any(fits(printed(layout.text, role), office) for role in _roles(one))]


def _without_office(layout: Layout, register: Register, at: int) -> Person | None:
    """Return the one person who has no office yet and is quoted, else named in the title, else acts in the text.

    Of those who act whoever does so before the place `at` comes first.
    """
    free = [one for one in register.people if not one.is_word and not _roles(one)]
    spoken = [one for one in free if one.said]
    titled = [one for one in free if one.in_title]
    first = {id(one): _first_act(layout, one) for one in free}
    acting = [one for one in free if first[id(one)] >= 0]
    before = [one for one in acting if first[id(one)] < at]
    candidates = next((group for group in (spoken, titled, before, acting) if group), [])
    return candidates[0] if candidates and (len(candidates) == 1 or titled) else None


def _first_act(layout: Layout, person: Person) -> int:
    """Return where a person first does something in the text; -1 where they do nothing."""
    return min(
        (span[0] for spans in person.names.values() for span in spans if _acts(layout, span)),
        default=-1,
    )


def _acts(layout: Layout, span: Span) -> bool:
    return " " in layout.reading[span[0] : span[1]] and _FOLLOWED.match(layout.reading, span[1], layout.end) is not None


def _roles(person: Person) -> list[Span]:
    return [*person.label_roles, *person.roles, *person.said_roles]


def _nearest(persons: list[Person], at: Span) -> Person:
    """Return the person named last before a place; the first one where none is."""

    def last_before(person: Person) -> int:
        return max((span[0] for spans in person.names.values() for span in spans if span[0] < at[0]), default=-1)

    return max(persons, key=last_before)
