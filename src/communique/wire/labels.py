"""Pass 2 over labels: weigh the candidates by evidence, take those over the threshold, give reasons for the rest."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import msgspec

from communique.patterns import lazy_regex
from communique.wire.candidates import TEXT_ENDS, Candidate, add_without_colon, answered, candidates
from communique.wire.layout import Label, Mark
from communique.wire.likeness import word_like
from communique.wire.lines import Unit
from communique.wire.vocabulary import GREETINGS

THRESHOLD = 2.0
_KEPT = 40
_LOOKS = 20
_OFTEN = 3
"""A name that stands so often before a colon is a label also where a translator goes on in lower case."""
_ALIKE = 12
_MOST_READ = 60_000_000
"""So many characters are searched for names that stand elsewhere; 300 names in a wire of 100 kB need half of it."""
_SPOKEN = lazy_regex(r"\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Mm]y|me|us|your|Я|[Мм]ы|[Вв]ы|[Нн]ам?с?)\b|[!?]")

Point = tuple[float, str]
"""What one piece of evidence weighs, and how `communique explain` words it."""

_SHAPE: dict[str, Point] = {
    "word": (3.0, "question or answer +3"),
    "office-name": (3.0, "office and name +3"),
    "capitals": (3.0, "name with its surname in capitals +3"),
    "initials": (2.5, "initials and surname +2.5"),
    "full-name": (2.0, "full name +2"),
    "honorific": (1.5, "form of address +1.5"),
    "office": (1.5, "office alone +1.5"),
    "long-office": (1.0, "a long office alone +1"),
    "single": (0.75, "one capitalised word +0.75"),
}
_RECURS: Point = (1.0, "recurs +1")
_MISSPELT: Point = (1.0, "another label misspelt +1")
_ELSEWHERE: Point = (1.0, "named elsewhere +1")
_NOWHERE: Point = (-0.5, "named nowhere else -0.5")
_COMMON: Point = (-1.0, "an everyday word in this text -1")
_AMONG: Point = (0.5, "other labels stand above +0.5")
_ASKS: Point = (0.5, "a question among labels +0.5")
_ANSWERED: Point = (0.5, "another name's label on the next line +0.5")
_LONE_LETTER: Point = (-1.5, "a letter that does not recur -1.5")
_ANNOUNCED: Point = (0.5, "a transcript is announced +0.5")
_LOWER: Point = (-2.0, "goes on in lower case -2")
_HEADLINE: Point = (-1.5, "no end mark, a headline's shape -1.5")
_SPEECH: Point = (0.5, "spoken words follow +0.5")
_NO_TEXT: Point = (-2.0, "no text follows -2")
_INSIDE: Point = (-1.5, "inside a paragraph -1.5")
_SAME_PARAGRAPH: Point = (1.0, "the paragraph holds a label +1")
_TAKEN: Point = (1.0, "a label of this name was taken +1")
_SURNAME: Point = (1.0, "the surname of another label +1")
_SPOKE: Point = (0.0, "a label of this name has a colon")
_NO_COLON: Point = (-1.0, "no colon -1")
_OTHERS_COLON: Point = (-1.5, "other labels have a colon -1.5")
_QUOTATION: Point = (-2.0, "a quotation in prose -2")
_STOPPED: Point = (1.5, "alone with a full stop +1.5")
_OFFICE_LINE: Point = (-1.5, "an office line -1.5")


class Labelled(msgspec.Struct, frozen=True):
    """The labels of one release's body, each with the candidate it was."""

    labels: list[Label]
    taken: list[Candidate]
    rejected: list[Mark]


def read_labels(units: list[Unit], kinds: list[str], reading: str) -> Labelled:
    """Return the accepted labels of the units, in order.

    `reading` is the file's, for names that stand elsewhere in the release.
    """
    found, rejected = candidates(units, kinds)
    add_without_colon(units, kinds, found, lettered=any(reading.find(letter) != -1 for letter in "QВ"))
    context = _Context(found, units, reading, opened="opener" in kinds)
    taken: list[Candidate] = []
    labels: list[Label] = []
    for candidate in found:
        score, why = context.weigh(candidate, taken)
        if score >= THRESHOLD:
            taken.append(candidate)
            labels.append(_label(candidate, why))
        elif len(rejected) < 2 * _KEPT:
            rejected.append(Mark(candidate.start, candidate.end, f"label: {why}"))
    rejected.sort(key=lambda mark: mark.start)
    return Labelled(labels, taken, rejected)


def _label(candidate: Candidate, why: str) -> Label:
    at, shape = candidate.start, candidate.shape
    name, role = shape.name, shape.role
    return Label(
        start=at,
        end=candidate.end,
        name=(at + name[0], at + name[1]),
        role=(at + role[0], at + role[1]) if role else None,
        kind=shape.kind,
        reason=why,
    )


def _sum(points: list[Point]) -> Point:
    return sum([weight for weight, _ in points]), "; ".join([words for _, words in points])


class _Context:
    """What the whole release says about its label candidates."""

    def __init__(self, found: list[Candidate], units: list[Unit], reading: str, *, opened: bool) -> None:
        self._units = units
        self._reading = reading
        self._opened = opened
        self._counts = Counter([candidate.name.casefold() for candidate in found])
        self._found = found
        self._low, self._high = (units[0].start, units[-1].end) if units else (0, 0)
        self._surnames: Counter[str] | None = None
        self._first_words: dict[str, list[str]] | None = None
        self._unread = _MOST_READ
        self._standing: dict[tuple[str, str], Point] = {}
        self._prose = all(_is_attribution(c) for c in found if c.place == "line" and c.shape.form in _COLONED)
        self._answered: set[int] | None = None
        self._colons = any(c.place == "line" and c.shape.form in _COLONED for c in found)

    def weigh(self, candidate: Candidate, taken: list[Candidate]) -> Point:
        """Return what speaks for and against a candidate: the points, and the evidence in words."""
        key = (candidate.printed, candidate.place)
        standing = self._standing.get(key)
        if standing is None:
            standing = self._standing[key] = _sum(self._of_name(candidate))
        points: list[Point] = []
        if candidate.place == "inline":
            points += self._inline(candidate, taken)
        elif candidate.shape.form == "single" and any(_surname(other.name) == candidate.name for other in taken[:50]):
            points.append(_SURNAME)
        elif candidate.place == "bare":
            points += self._bare(candidate, taken)
        follows = candidate.follows or self._below(candidate)
        self._behind(candidate, follows, points)
        if self._prose and _is_attribution(candidate) and _QUOTED.search(self._units[candidate.unit].text):
            points.append(_QUOTATION)
        score = standing[0]
        if points or score < THRESHOLD:
            if taken and candidate.place != "bare":
                points.append(_AMONG)
                if self._units[candidate.unit].text[-1] == "?":
                    points.append(_ASKS)
            score += sum([weight for weight, _ in points])
            if THRESHOLD - _SPEECH[0] <= score < THRESHOLD and _is_spoken(follows):
                points.append(_SPEECH)
        return _sum([standing, *points]) if points else standing

    def _of_name(self, candidate: Candidate) -> list[Point]:
        """Return the points that a label has wherever it stands: its shape, and whether the name is known."""
        form = candidate.shape.form
        points = [_SHAPE[form]]
        if form == "word":
            if (
                len(candidate.name) == 1
                and self._counts[candidate.name.casefold()] < 2
                and not self._has_counterpart(candidate)
            ):
                points.append(_LONE_LETTER)
        elif form != "office-name":
            points += self._corroboration(candidate)
        if self._opened:
            points.append(_ANNOUNCED)
        return points

    def _has_counterpart(self, candidate: Candidate) -> bool:
        return any(other.shape.form == "word" and other.name != candidate.name for other in self._found)

    def _corroboration(self, candidate: Candidate) -> list[Point]:
        if self._counts[candidate.name.casefold()] > 1:
            return [_RECURS]
        surname = _surname(candidate.name)
        if self._stands_elsewhere(surname):
            return [_ELSEWHERE]
        if self._is_misspelt(candidate.name.casefold(), surname):
            return [_MISSPELT]
        common = [_COMMON] if self._find(" " + surname.lower(), self._low) != -1 else []
        if self._answered is None:
            self._answered = answered(self._found, self._units, _is_spoken)
        common += [_ANSWERED] if candidate.unit in self._answered else []
        return [_NOWHERE, *common] if candidate.shape.form == "full-name" else common

    def _stands_elsewhere(self, surname: str) -> bool:
        """Return whether the surname stands in the release outside the labels that print it."""
        if self._surnames is None:
            self._surnames = Counter([_surname(other.name) for other in self._found])
        at = self._low - 1
        for _ in range(min(self._surnames[surname] + 1, _LOOKS)):
            at = self._find(surname, at + 1)
            if at == -1:
                return False
        return True

    def _find(self, words: str, start: int) -> int:
        """Return where the words stand from `start` on in the release, -1 also where too much was read already."""
        if self._unread <= 0:
            return -1
        at = self._reading.find(words, start, self._high)
        self._unread -= (at if at != -1 else self._high) - start
        return at

    def _is_misspelt(self, name: str, surname: str) -> bool:
        """Return whether another label begins with the same word and ends in nearly the same surname."""
        if self._first_words is None:
            self._first_words = {}
            for other in islice(self._counts, 60):
                alike = self._first_words.setdefault(other.split(" ", 1)[0], [])
                alike += [other] if len(alike) < _ALIKE else []
        return any(
            other != name and word_like(_surname(other), surname.lower())
            for other in self._first_words.get(name.split(" ", 1)[0], ())
        )

    def _behind(self, candidate: Candidate, follows: str, points: list[Point]) -> None:
        """Weigh the words behind a label, on its line or, for a label alone, on the next."""
        if not follows:
            points.append(_NO_TEXT)
        elif follows[0].islower():
            if self._counts[candidate.name.casefold()] < _OFTEN or candidate.shape.form not in _NAMES:
                points.append(_LOWER)
        elif candidate.follows and candidate.place == "line":
            unit = self._units[candidate.unit].text
            if unit[-1] not in TEXT_ENDS and len(unit) < 200:
                points.append(_HEADLINE)

    def _inline(self, candidate: Candidate, taken: list[Candidate]) -> list[Point]:
        points = [_INSIDE]
        if taken and taken[-1].unit == candidate.unit:
            points.append(_SAME_PARAGRAPH)
        if any(other.name == candidate.name for other in taken[:50]):
            points.append(_TAKEN)
        return points

    def _bare(self, candidate: Candidate, taken: list[Candidate]) -> list[Point]:
        form = candidate.shape.form
        points = [_NO_COLON]
        if any(other.name == candidate.name for other in taken[:50]):
            points.append(_SPOKE)
        elif self._colons:
            points.append(_OTHERS_COLON)
        if candidate.stopped and form in {"honorific", "office"}:
            points.append(_STOPPED)
        elif form in {"office-name", "office", "long-office"}:
            points.append(_OFFICE_LINE)
        return points

    def _below(self, candidate: Candidate) -> str:
        """Return the first words of the paragraph on the next line, or nothing where none stands there."""
        below = candidate.unit + 1
        text = self._units[below].text if below < len(self._units) else ""
        return text[:160] if text and text[-1] in TEXT_ENDS and text[0] not in "-–•*" else ""


_QUOTES = frozenset('“«"„')
_QUOTED = lazy_regex(r"[”»\"“][.!]?$")
_NAMES = frozenset({"office-name", "initials", "full-name", "capitals"})
_COLONED = frozenset({"word", "office-name", "initials", "full-name"})


def _is_attribution(candidate: Candidate) -> bool:
    """Return whether a name and a colon stand before a quotation: `Vera Sok, head of a yard: “Yes.”`"""
    return candidate.shape.form != "word" and candidate.follows[:1] in _QUOTES


def _is_spoken(text: str) -> bool:
    first = text.split(" ", 1)[0].rstrip(",.!").lower()
    return first in GREETINGS or _SPOKEN.search(text) is not None


def _surname(name: str) -> str:
    return name.rsplit(" ", 1)[-1].rsplit(".", 1)[-1] or name
