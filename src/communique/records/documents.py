"""Signed and to-be-signed documents: in prose and in lists → title, kind, status and parties."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from communique.patterns import lazy_regex
from communique.records.model import Document, Evidence
from communique.records.signing import lists
from communique.records.signing.merge import merged
from communique.records.signing.model import Candidate, Unit
from communique.records.signing.prose import prose
from communique.records.signing.russian import russian
from communique.records.signing.verbs import stems
from communique.text import Span, printed
from communique.wire.layout import Layout, Mark

_READ = frozenset({"paragraph", "heading", "item", "listed"})
_MOST_REJECTED = 50
_ENTITY = lazy_regex(r"&#?\w{1,32};")
_YEAR = lazy_regex(r"\b(?:19|20)\d\d\b")


class Documents(msgspec.Struct, frozen=True, kw_only=True):
    """Documents of one release; evidence pointers are those of the record."""

    documents: list[Document] = []
    unnamed: bool = False
    evidence: Evidence = {}
    rejected: list[Mark] = []


def documents(layout: Layout) -> Documents:
    """Return the documents that the layout's text says were or are to be signed, with evidence."""
    reading = layout.reading
    hits = sorted([*stems(reading, layout.start, layout.end), *_in_headings(layout)])
    if not hits:
        return Documents()
    units = _units(layout)
    by_unit = _by_unit(units, hits)
    listed = _listed(reading, units, by_unit)
    year = _year(layout)
    found = prose(reading, units, by_unit, year)
    russian(reading, units, by_unit, year, found)
    for counted in found.counted[:5]:
        found.candidates.extend(lists.enumerated(reading, units, counted))
    ordered = sorted([*listed, *found.candidates], key=lambda one: one.title)
    kept, again = merged(layout.text, ordered, bool(found.counted))
    kept = [_whole(layout.text, one) for one in kept]
    return _record(layout, kept, _unnamed(layout, kept, found.unnamed), [*found.rejected, *again])


def _unnamed(layout: Layout, kept: list[Candidate], spans: list[Span]) -> list[Span]:
    """Return the words that say that unnamed documents were signed; a list names them, and text answers a headline."""
    signed = [one for one in kept if one.status == "signed"]
    if any(one.shape == "list" for one in signed):
        return []
    titles = layout.fields.get("title", ())
    return [span for span in spans if not signed or not any(start <= span[0] < end for start, end in titles)]


def _in_headings(layout: Layout) -> list[int]:
    """Return the places of `DOCUMENTS SIGNED` and `documents were exchanged` in headings, where alone they are sought.

    Elsewhere nobody shouts, what is exchanged are views, and a search costs time.
    """
    places = [
        layout.reading.find(stem, block.start, block.end)
        for block in layout.blocks
        if block.kind == "heading"
        for stem in ("SIGN", "xchanged")
    ]
    return [at for at in places if at != -1]


def _whole(text: str, one: Candidate) -> Candidate:
    """Return the document with spans that end behind an entity they would cut: the reading shows `&quot;` as `"`."""
    if text.find("&", one.title[0][0], one.title[-1][1]) == -1:
        return one
    ends = {span: _ENTITY.match(text, span[1] - 1) for span in (*one.title, *one.parties)}
    whole = {span: (span[0], entity.end()) if entity else span for span, entity in ends.items()}
    return msgspec.structs.replace(
        one, title=tuple(whole[span] for span in one.title), parties=tuple(whole[span] for span in one.parties)
    )


def _units(layout: Layout) -> list[Unit]:
    """Return title, lead and blocks in order, none of them twice."""
    spans: dict[int, Unit] = {}
    for field in ("title", "lead"):
        for start, end in layout.fields.get(field, ()):
            spans[start] = Unit(start=start, end=end, headline=field == "title", block=False)
    for block in layout.blocks:
        if block.kind in _READ:
            spans.setdefault(block.start, Unit(start=block.start, end=block.end, item=block.kind in {"item", "listed"}))
    return [spans[start] for start in sorted(spans)]


def _by_unit(units: list[Unit], hits: list[int]) -> dict[int, list[int]]:
    """Return the stems' places by the number of the unit that holds them."""
    starts = [unit.start for unit in units]
    by_unit: dict[int, list[int]] = {}
    for hit in hits:
        n = bisect_right(starts, hit) - 1
        if n >= 0 and hit < units[n].end:
            by_unit.setdefault(n, []).append(hit)
    return by_unit


def _listed(reading: str, units: list[Unit], by_unit: dict[int, list[int]]) -> list[Candidate]:
    """Return the documents of all lists; what a list holds is taken out of `by_unit`, not to be read as prose."""
    found: list[Candidate] = []
    for n in list(by_unit):
        if n not in by_unit:
            continue
        head = lists.heading(reading, units[n], units[n + 1] if n + 1 < len(units) else None)
        spans, end = lists.items(reading, units, n, head) if head else ([], n)
        if head and spans:
            found.extend(one for span in spans if (one := lists.candidate(reading, span, head)))
            before = [hit for hit in by_unit[n] if hit < head.span[0]]
            for inside in range(n, end):
                by_unit.pop(inside, None)
            if before:
                by_unit[n] = before
    return found


def _year(layout: Layout) -> int | None:
    """Return the year of issue where the wire prints it."""
    for start, end in (*layout.fields.get("date", ()), *layout.fields.get("dateline", ())):
        found = _YEAR.search(layout.reading, start, end)
        if found:
            return int(found[0])
    return None


def _record(layout: Layout, kept: list[Candidate], unnamed: list[Span], rejected: list[Mark]) -> Documents:
    evidence: Evidence = {}
    named = []
    for n, one in enumerate(kept):
        evidence[f"/documents/{n}/title"] = list(one.title)
        evidence[f"/documents/{n}/kind"] = [one.kind_at]
        evidence[f"/documents/{n}/status"] = [one.status_at]
        for p, party in enumerate(one.parties):
            evidence[f"/documents/{n}/parties/{p}"] = [party]
        named.append(
            Document(
                title=printed(layout.text, *one.title),
                kind=one.kind,
                status=one.status,
                parties=[printed(layout.text, party) for party in one.parties],
            )
        )
    if unnamed:
        evidence["/documents_unnamed"] = list(unnamed[:1])
    return Documents(documents=named, unnamed=bool(unnamed), evidence=evidence, rejected=rejected[:_MOST_REJECTED])
