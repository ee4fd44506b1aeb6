"""The facts of head and foot: layout fields → typed values with evidence."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from communique.patterns import lazy_regex
from communique.records.countries import country, country_in
from communique.records.dates import iso
from communique.records.languages import language_code, language_of
from communique.records.model import DateFrom, Evidence, NoteKind
from communique.text import Span, printed
from communique.wire.layout import Layout


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """Head and foot facts of one release; names and meanings as in `Release`."""

    agency: str | None = None
    sponsor: bool = False
    sponsor_name: str | None = None
    translation: bool = False
    translated_from: str | None = None
    translated_to: str | None = None
    region_printed: str | None = None
    country: str | None = None
    source: str | None = None
    source_inner: str | None = None
    title: str | None = None
    lead: str | None = None
    date: str | None = None
    dateline: str | None = None
    date_from: DateFrom | None = None
    partial: bool = False
    editors_note: bool = False
    editors_note_text: str | None = None
    note_kind: NoteKind | None = None
    closing: str | None = None
    language: str | None = None
    evidence: Evidence = {}


def header(layout: Layout) -> Header:
    """Return the head and foot facts of a layout, each with its evidence under "/field"."""
    values: dict[str, object] = {}
    evidence: Evidence = {}
    for field, name in _PRINTED.items():
        spans = layout.fields.get(name)
        value = printed(layout.text, *spans) if spans else None
        if spans and value:
            values[field], evidence["/" + field] = value, list(spans)
    for field, rule in _DERIVED:
        found = rule(layout)
        if found:
            values[field], evidence["/" + field] = found
    if "date" in values:
        values["date_from"] = "wire"
        evidence["/date_from"] = evidence["/date"]
    return Header(**values, evidence=evidence)  # type: ignore[arg-type]


_PRINTED = {
    "agency": "agency",
    "sponsor_name": "sponsor_name",
    "region_printed": "region",
    "source": "source",
    "source_inner": "source_inner",
    "title": "title",
    "lead": "lead",
    "dateline": "dateline",
    "closing": "closing",
}
"""Field of the record → field of the layout whose words are its value."""

Found = tuple[object, list[Span]] | None
"""A derived value with the spans that decide it."""


def _flag(name: str) -> Callable[[Layout], Found]:
    """Return the rule for a field that is true where the wire prints something."""

    def rule(layout: Layout) -> Found:
        spans = layout.fields.get(name)
        return (True, list(spans)) if spans else None

    return rule


def _agency(layout: Layout) -> Found:
    """Return the agency that a title prefix, a closing line or a disclaimer names, where the head line names none."""
    if "agency" in layout.fields:
        return None
    for field in ("closing", "note"):
        for start, end in layout.fields.get(field, ()):
            match = _AGENCY.search(layout.reading, start, end)
            if match:
                spans = [match.span(number) for number in range(1, 4) if match[number]]
                return printed(layout.text, *spans), spans
    return None


_AGENCY = lazy_regex(r"\b(MIL[- ]OSI|EIN Presswire|MENAFN)\b|\b(MIL)\b[^.\n]{1,30}?\b(OSI)\b")


def _translation(layout: Layout) -> Found:
    """Return whether the head line, or else a note, says that the wire is a translation."""
    spans = layout.fields.get("translation") or (layout.note_kind == "translation" and layout.fields.get("note"))
    return (True, list(spans)) if spans else None


def _language(name: str) -> Callable[[Layout], Found]:
    """Return the rule for a language that the head line names."""

    def rule(layout: Layout) -> Found:
        spans = layout.fields.get(name)
        code = language_code(printed(layout.text, *spans)) if spans else None
        return (code, list(spans)) if code and spans else None

    return rule


def _country(layout: Layout) -> Found:
    """Return the country of the region, else of the government in the head line, the source, the dateline.

    Behind a region that is no state of the ISO list, a body must name its state: "Federal Foreign Office" may be
    another's than Germany's.
    """
    by_state = "region" in layout.fields
    for field, whole in (("region", True), ("government", True), ("source", False), ("dateline", False)):
        for start, end in layout.fields.get(field, ()):
            words = layout.reading[start:end]
            within = country_in(words, by_state=by_state)
            code = country(words) if whole else within and within[0]
            if code:
                place = within[1] if within and within[0] == code else (0, end - start)
                return code, [(start + place[0], start + place[1])]
    return None


def _date(layout: Layout) -> Found:
    spans = layout.fields.get("date")
    value = iso(printed(layout.text, *spans)) if spans else None
    return (value, list(spans)) if value and spans else None


def _note(layout: Layout) -> Found:
    spans = layout.fields.get("note")
    return (printed(layout.text, spans[0]), [spans[0]]) if spans else None


def _note_kind(layout: Layout) -> Found:
    spans = layout.fields.get("note")
    return (layout.note_kind, [spans[0]]) if spans and layout.note_kind else None


def _text_language(layout: Layout) -> Found:
    """Return the language of the first paragraph, else of the title."""
    first = next((block for block in layout.blocks if block.kind == "paragraph"), None)
    spans = [(first.start, first.end)] if first else list(layout.fields.get("title", ()))[:1]
    code = language_of(layout.reading[spans[0][0] : min(spans[0][1], spans[0][0] + _SAMPLE)]) if spans else None
    return (code, spans) if code else None


_SAMPLE = 240

_DERIVED: tuple[tuple[str, Callable[[Layout], Found]], ...] = (
    ("agency", _agency),
    ("sponsor", _flag("sponsor")),
    ("translation", _translation),
    ("translated_from", _language("translated_from")),
    ("translated_to", _language("translated_to")),
    ("country", _country),
    ("date", _date),
    ("partial", _flag("partial")),
    ("editors_note", _flag("note")),
    ("editors_note_text", _note),
    ("note_kind", _note_kind),
    ("language", _text_language),
)
"""Field of the record → the rule that derives it, in the record's order."""
