"""Printed names without an entry that look like another: initials, a patronymic, another order, a slip. Pure.

What looks alike need not be one: the blocks that are made of it are for a person to paste, or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from communique.authority import Alias, key
from communique.listing.naming import Entry
from communique.listing.section import Section
from communique.wire.likeness import distance
from communique.yaml_text import dump_entry

_SHORT, _LONG = 8, 14
"""Letters of a name from which on one slip, and two, may stand in it."""


class Form(msgspec.Struct, frozen=True):
    """One name as it is printed or written: words without regard to case and dots, where it belongs, how often."""

    text: str
    words: tuple[str, ...]
    owner: str
    """Id of the entry, or of the page that the name has of its own."""
    known: bool
    count: int


class Suggestion(msgspec.Struct, frozen=True):
    """Names that may be one: an entry as it might be written, or more than one that a name could mean."""

    section: str
    names: tuple[str, ...]
    """Printed names without an entry."""
    like: tuple[str, ...]
    """What they are like; more than one where that is not clear."""
    entry: dict[str, object]
    """`id`, `name` and `aliases`; empty where it is not clear."""
    known: bool = False
    """Whether the authority file has the entry already."""


def suggestions(section: Section) -> list[Suggestion]:
    """Return what may be one among the names of a section whose releases are all there."""
    forms = sorted({form.text: form for form in _forms(section)}.values(), key=lambda form: (-form.count, form.text))
    alike = _alike(forms, people=section.name == "people")
    taken: dict[str, list[Form]] = {}
    homes: dict[str, str] = {}
    unclear = []
    for form in sorted(forms, key=_rank, reverse=True):
        if form.known or form.text not in alike:
            continue
        owners = {homes.get(owner, owner): name for owner, name in _owners(form, alike[form.text]).items()}
        owners.pop(form.owner, None)
        if len(owners) > 1:
            unclear.append(Suggestion(section.name, (form.text,), tuple(sorted(owners.values())), {}))
        for owner in owners if len(owners) == 1 else ():
            taken.setdefault(owner, []).append(form)
            homes[form.owner] = owner
    found = [_suggestion(section, owner, some, forms) for owner, some in sorted(taken.items())]
    return [*found, *unclear]


def _forms(section: Section) -> Iterator[Form]:
    for facet in section.facets.values():
        if facet.id not in section.entries:
            for printed, count in facet.printed.items():
                yield _form(printed, facet.id, known=False, count=count)
    for entry in section.entries.values():
        for name in _names(entry):
            yield _form(name, entry.id, known=True, count=0)


def _form(text: str, owner: str, *, known: bool, count: int) -> Form:
    return Form(text, tuple(key(text).split()), owner, known, count)


def _names(entry: Entry) -> list[str]:
    return [name.name if isinstance(name, Alias) else name for name in (entry.name, *entry.aliases)]


def _alike(forms: Sequence[Form], *, people: bool) -> dict[str, list[Form]]:
    """Return name → forms of other owners that look like it, for the names without an entry."""
    shelves: dict[object, list[Form]] = {}
    found: dict[str, dict[str, Form]] = {}
    for form in forms:
        for place in _places(form.words):
            for other in shelves.setdefault(place, []):
                if other.owner != form.owner and not (form.known and other.known) and _is_like(form, other, people):
                    found.setdefault(form.text, {})[other.text] = other
                    found.setdefault(other.text, {})[form.text] = form
            shelves[place].append(form)
    return {name: list(others.values()) for name, others in found.items()}


def _places(words: tuple[str, ...]) -> set[object]:
    """Return the shelves that a name stands on; two names that are alike share one."""
    if not words:
        return set()
    whole = "".join(words)
    halves = {(whole[: n // 2], 0) for n in (len(whole), len(whole) - 1)}
    halves |= {(whole[-(n // 2) :], 1) for n in (len(whole), len(whole) - 1)}
    return {words[-1], frozenset(words), (words[0], words[-1][0]), *halves}


def _is_like(one: Form, other: Form, people: bool) -> bool:
    if sorted(one.words) == sorted(other.words):
        return True
    if people and len(one.words) > 1 and len(other.words) > 1 and one.words[-1] == other.words[-1]:
        return _may_be_first(one.words[0], other.words[0])
    a, b = " ".join(one.words), " ".join(other.words)
    allowed = (min(len(a), len(b)) >= _SHORT) + (min(len(a), len(b)) >= _LONG)
    return abs(len(a) - len(b)) <= allowed and 0 < distance(a, b) <= allowed


def _may_be_first(one: str, other: str) -> bool:
    """Whether two first names may be one: the same, or the initial of the other."""
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    slips = distance(one, other) if min(len(one), len(other)) >= 5 else len(one) * (one != other)
    return slips <= 1 or (slips == 2 and one[:3] == other[:3])


def _owners(form: Form, others: Iterable[Form]) -> dict[str, str]:
    """Return owner → name of what a name may belong to: entries before names without one, and those only if better."""
    known = {other.owner: other.text for other in others if other.known}
    return known or {other.owner: other.text for other in others if _rank(other) > _rank(form)}


def _rank(form: Form) -> tuple[bool, int, int, str]:
    """Return how fit a printed name is to be the name of an entry: written out, often, long."""
    return all(len(word) > 1 for word in form.words), form.count, len(form.text), form.text


def _suggestion(section: Section, owner: str, some: list[Form], forms: Sequence[Form]) -> Suggestion:
    names = tuple(form.text for form in some)
    known = section.entries.get(owner)
    name = known.name if known else max((form for form in forms if form.owner == owner), key=_rank).text
    aliases = [*map(_written, known.aliases if known else ()), *names]
    return Suggestion(section.name, names, (name,), {"id": owner, "name": name, "aliases": aliases}, known is not None)


def _written(alias: Alias | str) -> object:
    """Return an alias as a person writes it: with its days, where it has any."""
    if isinstance(alias, str):
        return alias
    return {key: value for key, value in msgspec.to_builtins(alias).items() if value is not None}


def block(one: Suggestion) -> str:
    """Return a suggestion as YAML to paste, with what it rests on as a comment."""
    names = " and ".join(f"'{name}'" for name in one.names)
    if not one.entry:
        return f"# {names} may be {' or '.join(one.like)}\n"
    place = "put these aliases into its entry" if one.known else "a new entry"
    return f"# {names} may be {one.like[0]}: {place}\n{dump_entry(one.entry)}"
