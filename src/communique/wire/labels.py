"""Pass 2 over labels: weigh the candidates by evidence, take those over the threshold, give reasons for the rest."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from communique.wire.candidates import Candidate, candidates
from communique.wire.layout import Label, Mark
from communique.wire.likeness import word_like
from communique.wire.lines import SENTENCE_ENDS, Unit
from communique.wire.vocabulary import GREETINGS

THRESHOLD = 2.0
_BASE = {
    "word": 3.0,
    "office-name": 3.0,
    "initials": 2.5,
    "capitals": 3.0,
    "full-name": 2.0,
    "honorific": 1.5,
    "office": 1.5,
    "single": 0.75,
}
_SPOKEN = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Mm]y|me|us|your|Я|[Мм]ы|[Вв]ы|[Нн]ам?с?)\b|[!?]")
_KEPT = 40


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
    if not found:
        return Labelled([], [], rejected)
    context = _Context(found, units, reading, opened="opener" in kinds)
    taken: list[Candidate] = []
    labels: list[Label] = []
    for candidate in found:
        reasons = context.reasons(candidate, taken)
        score = sum(points for points, _ in reasons)
        why = "; ".join(f"{reason} {points:+g}" for points, reason in reasons)
        if score >= THRESHOLD:
            taken.append(candidate)
            labels.append(_label(candidate, why))
        elif len(rejected) < _KEPT:
            rejected.append(Mark(candidate.start, candidate.end, f"label scored {score:g} of {THRESHOLD:g}: {why}"))
    return Labelled(labels, taken, sorted(rejected, key=lambda mark: mark.start))


def _label(candidate: Candidate, why: str) -> Label:
    at, shape = candidate.start, candidate.shape
    return Label(
        start=at,
        end=candidate.end,
        name=(at + shape.name[0], at + shape.name[1]),
        role=(at + shape.role[0], at + shape.role[1]) if shape.role else None,
        kind=shape.kind,
        reason=why,
    )


class _Context:
    """What the whole release says about its label candidates."""

    def __init__(self, found: list[Candidate], units: list[Unit], reading: str, *, opened: bool) -> None:
        self._units = units
        self._opened = opened
        self._counts = Counter(candidate.name for candidate in found)
        self._surnames = Counter(_surname(candidate) for candidate in found)
        low, high = units[0].start, units[-1].end
        self._elsewhere = {name for name, n in self._surnames.items() if reading.count(name, low, high) > n}
        self._colons = sum(
            c.place == "line" and c.shape.form in {"word", "office-name", "initials", "full-name"} for c in found
        )
        self._words = {candidate.name.lower() for candidate in found if candidate.shape.form == "word"}
        self._seen: Counter[str] = Counter(unit.text for unit in units if len(unit.text) < 200)

    def reasons(self, candidate: Candidate, taken: list[Candidate]) -> list[tuple[float, str]]:
        """Return what speaks for and against a candidate, in points."""
        form = candidate.shape.form
        found = [(_BASE[form], f"has the shape of a label ({form})")]
        if form not in {"word", "office-name"}:
            found += self._corroboration(candidate)
        elif len(candidate.name) == 1 and len(self._words) < 2 and self._counts[candidate.name] < 2:
            found.append((-1.5, "a single letter that does not recur"))
        if self._opened:
            found.append((0.5, "a transcript is announced"))
        if candidate.follows:
            found += self._behind(candidate)
        elif candidate.place != "bare" and not self._text_below(candidate):
            found.append((-2.0, "no text follows"))
        if candidate.place == "inline":
            found += self._inline(candidate, taken)
        elif candidate.place == "bare":
            found += self._bare(candidate)
        return found

    def _corroboration(self, candidate: Candidate) -> list[tuple[float, str]]:
        found = []
        if self._counts[candidate.name] > 1:
            found.append((1.0, "recurs"))
        elif any(
            other != _surname(candidate) and word_like(_surname(candidate), other.lower()) for other in self._likely()
        ):
            found.append((1.0, "is another label misspelt"))
        if _surname(candidate) in self._elsewhere:
            found.append((1.0, "named elsewhere"))
        if not found and candidate.shape.form == "full-name":
            found.append((-0.5, "named nowhere else"))
        return found

    def _likely(self) -> list[str]:
        return [name for name in self._surnames if len(name) > 4][:30]

    def _behind(self, candidate: Candidate) -> list[tuple[float, str]]:
        text = candidate.follows
        if text[0].islower():
            return [(-2.0, "goes on in lower case")]
        unit = self._units[candidate.unit]
        if candidate.place == "line" and unit.text[-1] not in SENTENCE_ENDS + "," and len(unit.text) < 200:
            return [(-1.5, "no end mark: a headline's shape")]
        first = text.split(" ", 1)[0].rstrip(",.!").lower()
        if first in GREETINGS or _SPOKEN.search(text):
            return [(0.5, "spoken words follow")]
        return []

    def _inline(self, candidate: Candidate, taken: list[Candidate]) -> list[tuple[float, str]]:
        found = [(-1.5, "inside a paragraph")]
        if any(other.unit == candidate.unit for other in taken[-1:]):
            found.append((1.0, "the paragraph holds a label"))
        if any(other.name == candidate.name for other in taken[:50]):
            found.append((1.0, "a label of this name was taken"))
        return found

    def _bare(self, candidate: Candidate) -> list[tuple[float, str]]:
        form = candidate.shape.form
        found = [(-1.0, "no colon")]
        if not self._text_below(candidate):
            found.append((-2.0, "no text follows"))
        if self._colons:
            found.append((-1.5, "other labels have a colon"))
        if candidate.stopped and form == "honorific":
            found.append((1.5, "alone with a full stop"))
        if form in {"office-name", "office"}:
            found.append((-1.5, "an office line"))
        return found

    def _text_below(self, candidate: Candidate) -> bool:
        """Return whether a paragraph follows on the next line."""
        below = candidate.unit + 1
        if below >= len(self._units):
            return False
        text = self._units[below].text
        return text[-1] in SENTENCE_ENDS + "," and text[0] not in "-–•*"


def _surname(candidate: Candidate) -> str:
    return candidate.name.rsplit(" ", 1)[-1].rsplit(".", 1)[-1] or candidate.name
