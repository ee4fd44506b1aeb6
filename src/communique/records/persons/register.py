"""The persons of one release: every printed form of a name is put to one person, every office is remembered."""

from __future__ import annotations

from itertools import islice

from communique.records.model import Via
from communique.records.persons.names import fullness, is_initial, parsed, same_person, sounds_of
from communique.text import Span, printed
from communique.wire.layout import Layout

_MOST = 60
"""Persons of one release that a name is compared with; no release has as many."""

_CROWD, _FEW = 300, 8
"""From how many persons on a name is compared with a few only: a list so long is no release's."""


class Person:
    """One person while a release is being read; `Register` makes them, `people` turns them into record values."""

    def __init__(self, name: str, span: Span) -> None:
        self.names: dict[str, list[Span]] = {name: [span]}
        self.label_spans: dict[str, Span] = {}
        self.label_names: list[str] = []
        self.label_names_raw: dict[str, str] = {}
        self.label_names_at: dict[str, Span] = {}
        self.shown_labels: dict[str, str] = {}
        self.label_roles: list[Span] = []
        self.roles: list[Span] = []
        self.said_roles: list[Span] = []
        self.minor_roles: list[Span] = []
        self.via: Via | None = None
        self.via_at: Span = span
        self.said: list[str] = []
        self.is_word = False
        self.takes_part = False
        self.in_title = False
        self.signed_as: tuple[Span, ...] = ()

    def name_in(self, label: str, at: int) -> Span:
        """Return where the name stands in a label of theirs that begins at `at`."""
        start, end = self.label_names_at[label]
        return at + start, at + end

    def speaks(self, via: Via, at: Span) -> None:
        """Note that the person's words are given; a label outranks a quotation, the first place counts."""
        if self.via is None or (via == "label" and self.via != "label"):
            self.via, self.via_at = via, at

    def signs(self, at: Span) -> None:
        """Note that the person signed; that outranks a title that announces the words."""
        if self.via in (None, "monologue"):
            self.via, self.via_at = "signature", at

    def named(self, name: str, span: Span) -> None:
        """Note one more place where the person is named."""
        self.names.setdefault(name, []).append(span)


class Register:
    """All persons of a release, found again by any form of their names."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.people: list[Person] = []
        self._by_name: dict[str, Person] = {}

    def find(self, name: str, in_full: bool = False) -> Person | None:
        """Return the person a printed name belongs to; of several, the one noted last.

        A name `in_full` is no given name with a patronymic, though it looks like one: `Minister of X Ivan Rusovich`.
        """
        found = self._by_name.get(name)
        if found is None:
            found = self._alike(name, familiar=not in_full)
            if found is not None:
                self._by_name[name] = found
        return found

    def _alike(self, name: str, familiar: bool) -> Person | None:
        """Return the person noted last whose name is printed another way; of a crowd only the last few are compared."""
        sounds = sounds_of(name)
        for one in islice(reversed(self.people), _MOST if len(self.people) < _CROWD else _FEW):
            if not one.is_word and any(
                not sounds.isdisjoint(sounds_of(form)) and same_person(name, form, familiar) for form in one.names
            ):
                return one
        return None

    def note(self, span: Span, in_full: bool = False) -> Person:
        """Return the person named at a span, a new one where the name is new."""
        name = printed(self.layout.text, span)
        person = self.find(name, in_full)
        if person is None:
            person = Person(name, span)
            self.people.append(person)
            self._by_name[name] = person
        else:
            person.named(name, span)
        return person

    def word(self, span: Span) -> Person:
        """Return the entry of a label that names nobody: `Question`, `Answer`."""
        name = printed(self.layout.text, span)
        person = self._by_name.get(name)
        if person is None:
            person = Person(name, span)
            person.is_word = True
            self.people.append(person)
            self._by_name[name] = person
        return person

    def known(self) -> list[str]:
        """Return the full names noted so far, longest first, for reading runs of capitalised words."""
        people = [person for person in self.people if not person.is_word][:_MOST]
        return sorted([name for person in people for name in person.names if " " in name], key=len, reverse=True)


def chosen_name(person: Person) -> str:
    """Return the form of a name that the record shows.

    Of labels: the regular form (a misspelt one loses by number, then by order), the fullest; a surname alone gives
    way to a fuller form. Of attributions: the form first printed that is as full as the fullest attribution. Else the
    fullest.
    """
    if len(person.names) == 1:
        return next(iter(person.names))
    forms = [name for name in person.label_names if " " in name or person.is_word]
    if not forms and person.said and not person.label_names:
        return _as_full_as_said(person)
    counts = {form: len(person.names.get(form, ())) for form in forms or person.names}
    best = max(counts, key=lambda form: (fullness(form)[0], counts[form]))
    return _regular(best, counts)


def _as_full_as_said(person: Person) -> str:
    words = max(2, *(fullness(form)[0] for form in person.said))
    alike = [form for form in person.names if fullness(form)[0] == words]
    return min(alike, key=lambda form: person.names[form][0]) if alike else max(person.names, key=fullness)


def _regular(best: str, counts: dict[str, int]) -> str:
    """Return the commonest spelling among the forms that are as full as the best one; of two equal ones the later."""
    words = fullness(best)[0]
    alike = [form for form in counts if fullness(form)[0] == words and not _is_shorter(form)]
    if not alike:
        return best
    most = max(counts[form] for form in alike)
    return [form for form in alike if counts[form] == most][-1] if _differ(alike) else best


def _is_shorter(form: str) -> bool:
    given = parsed(form).given
    return bool(given) and is_initial(given[0])


def _differ(forms: list[str]) -> bool:
    return len({parsed(form).surname for form in forms}) > 1
