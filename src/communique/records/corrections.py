"""One correction → the corrected record, or why it does not fit. Evidence moves with the values it proves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol, TypeAlias

import msgspec

from communique.records.model import Document, Evidence, Participant, Release, Speaker, Turn
from communique.text import Span

Corrected: TypeAlias = "Release | str"
"""The corrected record, or one clause that says why the correction does not fit."""

_Items = list[tuple[Any, Evidence]]
"""The values of one list field, each with its evidence by pointer below the value ("" for the value itself)."""


class Change(Protocol):
    """What a correction says; see `sidecar.Correction`."""

    @property
    def at(self) -> int: ...  # noqa: D102
    @property
    def field(self) -> str | None: ...  # noqa: D102
    @property
    def action(self) -> str | None: ...  # noqa: D102
    @property
    def old(self) -> str | None: ...  # noqa: D102
    @property
    def new(self) -> str | dict[str, Any] | None: ...  # noqa: D102


Rule = Callable[[Release, Change], Corrected]


def correct(release: Release, change: Change) -> Corrected:
    """Return the release with the change made, its pointers in `set_by_person`; or why it cannot be made."""
    if change.action is not None:
        rule = _ACTIONS.get((change.action, change.field or "speaker")) or _ACTIONS.get((change.action, "*"))
        return rule(release, change) if rule else f"'{change.action}' does not go with the field '{change.field}'"
    if change.field is None:
        return "it names neither a field nor an action"
    if change.new is not None and not isinstance(change.new, str):
        return "'new' must be text here"
    return _FIELDS.get(change.field, _not_alone)(release, change)


def _not_alone(_: Release, change: Change) -> Corrected:
    return f"the field '{change.field}' goes with an action only"


def _plain(name: str) -> Rule:
    def rule(release: Release, change: Change) -> Corrected:
        now = getattr(release, name)
        if now != change.old:
            return f"the parser reads {_shown(now)} there, not {_shown(change.old)}"
        evidence = {pointer: spans for pointer, spans in release.evidence.items() if pointer != f"/{name}"}
        return _set(msgspec.structs.replace(release, **{name: change.new}, evidence=evidence), f"/{name}")

    return rule


def _speaker(release: Release, change: Change) -> Corrected:
    items = _items(release, "turns")
    index = _holding(items, change.at)
    if index is None:
        return "no turn stands there"
    turn, evidence = items[index]
    if turn.speaker != change.old:
        return f"the turn there is by {_shown(turn.speaker)}, not by {_shown(change.old)}"
    if not change.new:
        return "'new' does not name a speaker"
    items[index] = (msgspec.structs.replace(turn, speaker=change.new), _without(evidence, "/speaker"))
    return _set(_with_speakers(_with_items(release, "turns", items)), f"/turns/{index}/speaker")


def _role(release: Release, change: Change) -> Corrected:
    items = _items(release, "turns")
    index = _holding(items, change.at)
    speakers = _items(release, "speakers")
    name = items[index][0].speaker if index is not None else None
    place = next((n for n, (s, _) in enumerate(speakers) if s.name == name), None)
    if place is None:
        place = _holding(speakers, change.at)
    if place is None:
        return "no speaker stands there"
    speaker, evidence = speakers[place]
    if speaker.role != change.old:
        return f"the role read there is {_shown(speaker.role)}, not {_shown(change.old)}"
    speakers[place] = (msgspec.structs.replace(speaker, role=change.new), _without(evidence, "/role"))
    return _set(_with_items(release, "speakers", speakers), f"/speakers/{place}/role")


def _document(part: str) -> Rule:
    def rule(release: Release, change: Change) -> Corrected:
        items = _items(release, "documents")
        index = _holding(items, change.at)
        if index is None:
            return "no document stands there"
        document, evidence = items[index]
        now = getattr(document, part)
        if now != change.old:
            return f"the {part} read there is {_shown(now)}, not {_shown(change.old)}"
        try:
            given = msgspec.convert({**msgspec.to_builtins(document), part: change.new}, Document)
        except msgspec.ValidationError:
            return f"{_shown(change.new)} is not a {part} that a document can have"
        items[index] = (given, _placed(evidence, f"/{part}"))
        return _set(_with_items(release, "documents", items), f"/documents/{index}/{part}")

    return rule


def _split(release: Release, change: Change) -> Corrected:
    """Begin a new turn, of the speaker `new`, at the paragraph that begins at `at`."""
    items = _items(release, "turns")
    index = _holding(items, change.at)
    if index is None or not isinstance(change.new, str):
        return "no turn stands there" if index is None else "'new' does not name a speaker"
    turn, evidence = items[index]
    paragraphs = list(_below(evidence, "/paragraphs/"))
    place = next((n for n, spans in paragraphs if spans[0][0] == change.at), 0)
    if place == 0:
        return "no later paragraph of a turn begins there"
    head = msgspec.structs.replace(turn, paragraphs=turn.paragraphs[:place])
    tail = Turn(speaker=change.new, label="", kind=turn.kind, paragraphs=turn.paragraphs[place:])
    moved: Evidence = {f"/paragraphs/{n - place}": spans for n, spans in paragraphs if n >= place}
    kept = {p: s for p, s in evidence.items() if p not in {f"/paragraphs/{n}" for n, _ in paragraphs if n >= place}}
    items[index : index + 1] = [(head, kept), (tail, moved)]
    return _set(_with_speakers(_with_items(release, "turns", items)), f"/turns/{index + 1}")


def _join(release: Release, change: Change) -> Corrected:
    """Make the turn at `at` part of the turn before it; its label stays out of the text."""
    items = _items(release, "turns")
    index = _holding(items, change.at)
    if not index:
        return "no turn stands there that has one before it"
    (first, before), (second, after) = items[index - 1], items[index]
    count = len(first.paragraphs)
    moved = {f"/paragraphs/{n + count}": spans for n, spans in _below(after, "/paragraphs/")}
    whole = msgspec.structs.replace(first, paragraphs=[*first.paragraphs, *second.paragraphs])
    items[index - 1 : index + 1] = [(whole, before | moved)]
    return _set(_with_speakers(_with_items(release, "turns", items)), f"/turns/{index - 1}")


def _remove(release: Release, change: Change) -> Corrected:
    """Remove the document or turn that stands at `at`; a document first, since it may stand inside a turn."""
    fields = ("turns",) if change.field == "speaker" else ("documents", "turns")
    for field in fields:
        items = _items(release, field)
        index = _holding(items, change.at)
        if index is not None:
            del items[index]
            changed = _with_items(release, field, items)
            return _set(_with_speakers(changed) if field == "turns" else changed, f"/{field}")
    return "neither a document nor a turn stands there"


def _add(field: str, model: Any) -> Rule:
    def rule(release: Release, change: Change) -> Corrected:
        try:
            given = msgspec.convert(change.new, model)
        except msgspec.ValidationError as error:
            return f"'new' does not describe one of the {field}: {error}"
        items = [*_items(release, field), (given, {})]
        return _set(_with_items(release, field, items), f"/{field}/{len(items) - 1}")

    return rule


_FIELDS: dict[str, Rule] = {
    "speaker": _speaker,
    "role": _role,
    "title": _plain("title"),
    "lead": _plain("lead"),
    "region": _plain("region_printed"),
    "source": _plain("source"),
    "document": _document("title"),
    "kind": _document("kind"),
    "status": _document("status"),
}
_ACTIONS: dict[tuple[str, str], Rule] = {
    ("split", "speaker"): _split,
    ("join", "speaker"): _join,
    ("remove", "*"): _remove,
    ("add", "document"): _add("documents", Document),
    ("add", "speaker"): _add("speakers", Speaker),
    ("add", "participant"): _add("participants", Participant),
}


def _items(release: Release, field: str) -> _Items:
    items: _Items = [(value, {}) for value in getattr(release, field)]
    prefix = f"/{field}/"
    for pointer, spans in release.evidence.items():
        if pointer.startswith(prefix):
            number, _, rest = pointer[len(prefix) :].partition("/")
            items[int(number)][1]["/" + rest if rest else ""] = spans
    return items


def _with_items(release: Release, field: str, items: _Items) -> Release:
    evidence = _without(release.evidence, f"/{field}/")
    for index, (_, below) in enumerate(items):
        evidence |= {f"/{field}/{index}{pointer}": spans for pointer, spans in below.items()}
    return msgspec.structs.replace(release, **{field: [value for value, _ in items]}, evidence=evidence)


def _with_speakers(release: Release) -> Release:
    """Return the release with a speaker for every turn, and none by label who has no turn any more."""
    heard = list(dict.fromkeys(turn.speaker for turn in release.turns))
    items = [(s, e) for s, e in _items(release, "speakers") if s.via != "label" or s.name in heard]
    known = {speaker.name for speaker, _ in items}
    items += [(Speaker(name=name), {}) for name in heard if name not in known]
    return _with_items(release, "speakers", items)


def _holding(items: _Items, at: int) -> int | None:
    """Return the index of the item whose evidence spans reach over `at`, the narrowest one."""
    found: list[tuple[int, int]] = []
    for index, (_, evidence) in enumerate(items):
        spans: list[Span] = [span for spans in evidence.values() for span in spans]
        if any(start <= at < end for start, end in spans):
            found.append((max(end for _, end in spans) - min(start for start, _ in spans), index))
    return min(found)[1] if found else None


def _below(evidence: Evidence, prefix: str) -> Iterator[tuple[int, list[Span]]]:
    return ((int(p[len(prefix) :]), spans) for p, spans in sorted(evidence.items()) if p.startswith(prefix))


def _without(evidence: Evidence, prefix: str) -> Evidence:
    return {pointer: spans for pointer, spans in evidence.items() if not pointer.startswith(prefix)}


def _placed(evidence: Evidence, pointer: str) -> Evidence:
    """Return the evidence without that of one value, whose spans stay as the place of the whole item."""
    return {"": evidence.get(pointer, [])} | _without(evidence, pointer)


def _set(release: Release, pointer: str) -> Release:
    return msgspec.structs.replace(release, set_by_person=[*release.set_by_person, pointer])


def _shown(value: object) -> str:
    return "nothing" if value is None else f"'{value}'"
