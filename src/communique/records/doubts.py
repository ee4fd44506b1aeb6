"""What a person should look at in one record, the most consequential doubts first, each with how to settle it."""

from __future__ import annotations

from collections.abc import Iterator

from communique.records.model import RecordProblem, Release
from communique.text import Places, reading


def doubts(release: Release, text: str) -> list[RecordProblem]:
    """Return the problems and doubts of a record, placed in its file's text, in order of consequence."""
    found = [one for rule in _RULES for one in rule(release)]
    if not found:  # the usual case: nothing needs a place
        return []
    places = Places(reading(text))
    return [_placed(places, *one) for one in found]


_Found = tuple[str, str, int, str, str]
"""Code, severity, offset, message, hint."""


def _empty(release: Release) -> Iterator[_Found]:
    if not release.segments:
        yield "empty-wire", "warning", 0, "The file holds no text.", "Remove it, or save the wire into it again."


def _unknown(release: Release) -> Iterator[_Found]:
    if release.dialect == "plain" and release.segments:
        hint = "See 'communique explain' for what was looked for; values can be set in its sidecar."
        yield (
            "unknown-wire",
            "warning",
            _start(release),
            "No known kind of wire fits; its text is published as it is.",
            hint,
        )


def _leftovers(release: Release) -> Iterator[_Found]:
    for mark in release.leftovers[:20]:
        hint = "It is published with the text; nothing needs to be done unless it holds a fact."
        yield "leftover", "note", mark.start, f"This text fits nowhere: {mark.reason}.", hint


def _silent_turns(release: Release) -> Iterator[_Found]:
    for index, turn in enumerate(release.turns):
        if not turn.paragraphs:
            start = _place(release, f"/turns/{index}/label")
            hint = f"If this is no label, add to the sidecar: corrections: [{{at: {start}, action: join}}]"
            yield "silent-turn", "note", start, f"'{turn.label}' is read as a label, but no words follow it.", hint


def _names(release: Release) -> Iterator[_Found]:
    names = [speaker.name for speaker in release.speakers]
    surnames = [name.split()[-1:] for name in names]
    for index, name in enumerate(names):
        if surnames[index] in surnames[:index]:
            twin = names[surnames.index(surnames[index])]
            start = _place(release, f"/speakers/{index}/name")
            hint = "If they are one person, correct the speaker of each turn in the sidecar."
            yield "similar-names", "note", start, f"'{name}' and '{twin}' are listed as two people.", hint


def _undated(release: Release) -> Iterator[_Found]:
    if release.date is None and release.segments:
        hint = "If the day is known, add to the sidecar: date: YYYY-MM-DD"
        yield "no-date", "note", _start(release), "The wire prints no date of issue with its year.", hint


def _untitled(release: Release) -> Iterator[_Found]:
    if release.title is None and release.segments:
        hint = "If the headline is known, add to the sidecar: title: …"
        yield "no-title", "note", _start(release), "The wire prints no headline.", hint


_RULES = (_empty, _unknown, _silent_turns, _names, _leftovers, _undated, _untitled)


def _start(release: Release) -> int:
    return release.segments[0].start


def _place(release: Release, pointer: str) -> int:
    spans = release.evidence.get(pointer)
    return spans[0][0] if spans else _start(release)


def _placed(places: Places, code: str, severity: str, offset: int, message: str, hint: str) -> RecordProblem:
    line, column = places.place(offset)
    return RecordProblem(code=code, severity=severity, line=line, column=column, message=message, hint=hint)
