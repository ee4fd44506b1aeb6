"""A record and its wire's text → what `release.html` prints: the text in order, facts with their words, metadata.

Everything here is linear in the release and knows no language: the template names the keys.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec

from communique.pages.issuer import issuer
from communique.pages.linked_data import linked
from communique.pages.markup import Markup
from communique.pages.transcript.blocks import blocks
from communique.pages.transcript.body import Group, Voice, body, contents
from communique.pages.transcript.places import Places, fragments
from communique.records.model import Release

__all__ = ["Linked", "View", "fragments", "view"]

Fact = tuple[str, str, str, str, str, bool]
"""(key, value where it differs from the words, words, href, mark, whether a person set it); see `Places.proof`."""

Signed = tuple[str, str, str, str, str, list[str]]
"""(title, kind, status, href of the words that name it and their mark, parties) of a document."""

_FIELDS = (
    *("region_printed", "country", "source", "source_inner", "agency", "title", "lead", "date", "dateline"),
    *("translation", "translated_from", "translated_to", "partial", "editors_note", "documents_unnamed"),
    *("sponsor", "closing"),
)
"""Facts of head and foot, in the order in which the page lists them."""

_DERIVED = frozenset(
    ("country", "date", "translation", "translated_from", "translated_to", "partial", "editors_note", "sponsor")
) | {"documents_unnamed", "status"}
"""Facts that words decide without printing them; of every other fact the words are the value."""

_COLOURS = 6
_LONG = 12
"""A text of fewer blocks needs no table of contents."""


class Linked(Protocol):
    """A person's page."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def href(self) -> str: ...  # noqa: D102


class View(msgspec.Struct, frozen=True):
    """What the release page prints beyond the record itself."""

    body: list[Group]
    many: bool
    """Whether several voices speak in turns."""
    title_at: int
    lead_at: int
    """Anchors of title and lead, -1 where the wire does not print them apart from its text."""
    voices: list[Voice]
    contents: list[tuple[str, str, str]]
    """(href, kind, first words) of headings and questions; empty where the text is short."""
    documents: list[Signed]
    signed: int
    planned: int
    end: str
    """The words that say that more is to come."""
    facts: list[Fact]
    leftovers: list[tuple[str, str]]
    """(words, href) of what fits nowhere."""
    hosts: list[tuple[str, str, str]]
    """(key, address, host) of the original and of a copy of it; without an address that a page may link to, no host."""
    issuer: str
    """Whose account it is: "government", "body" or "" where the wire prints no source."""
    data: Markup
    """JSON-LD: the release as a news article; turns are named by their address."""


def view(
    release: Release, text: str, speakers: Sequence[Linked | None], *, title: str, address: str = "", root: str = ""
) -> View:
    """Return what the page of a release prints.

    `text` is the decoded text of the whole file, in which the record's offsets count; `speakers` are the pages of the
    record's speakers in its order, None for a voice without a page; `title` as the page shows it; `address` the public
    address of the page, where there is one; `root` the relative way to the site's root.
    """
    laid = list(blocks(release, text))
    places = Places(release, text, laid)
    voices = _voices(release, speakers, places)
    groups = body(release, text, laid, voices)
    documents = _documents(release, places)
    signed = sum(document.status == "signed" for document in release.documents)
    return View(
        body=groups,
        many=len(release.turns) > 1 and len(voices) > 1,
        title_at=places.title,
        lead_at=places.lead,
        voices=voices,
        contents=contents(groups) if len(laid) >= _LONG else [],
        documents=documents,
        signed=signed,
        planned=len(release.documents) - signed,
        end=places.words("/partial") if release.partial else "",
        facts=[
            *_head_facts(release, places),
            *_people_facts(release, places, voices),
            *_document_facts(release, places, documents),
        ],
        leftovers=[(places.quoted((left.start, left.end)), places.href(left.start)) for left in release.leftovers[:20]],
        hosts=[
            _hosted(key, address)
            for key, address in (("url", release.url), ("source_archived", release.source_archived))
            if address
        ],
        issuer=issuer(release.source),
        data=linked(release, groups, voices, title=title, address=address, root=root),
    )


def _voices(release: Release, pages: Sequence[Linked | None], places: Places) -> list[Voice]:
    """Return the speakers with their colours, by order of appearance."""
    counts: dict[str, int] = {}
    for turn in release.turns:
        counts[turn.speaker] = counts.get(turn.speaker, 0) + 1
    found: list[Voice] = []
    colour = -1
    for n, (speaker, page) in enumerate(zip(release.speakers, pages, strict=True)):
        colour += page is not None
        css = f"s{colour % _COLOURS + 1}" if page else "s0"
        count = counts.get(speaker.name, 0)
        known, href = (page.name, page.href) if page else ("", "")
        _, said, mark = places.proof(f"/speakers/{n}/name", speaker.name)
        found.append(Voice(speaker.name, known, href, speaker.role or "", css, count, speaker.via, said, mark))
    return found


def _documents(release: Release, places: Places) -> list[Signed]:
    return [
        (entry.title, entry.kind, entry.status, *places.proof(f"/documents/{n}/title", entry.title)[1:], entry.parties)
        for n, entry in enumerate(release.documents)
    ]


def _head_facts(release: Release, places: Places) -> list[Fact]:
    """Return the facts of head and foot, less those that the page prints above in full, with whose they are."""
    given = release.set_by_person
    shown = {
        "title": places.title >= 0,
        "lead": places.lead >= 0,
        "date": release.date_from in {"filename", "sidecar"},
        "partial": not (places.first("/partial") or "/partial" in given),
        "editors_note": bool(release.editors_note_text),
    }
    facts = []
    for field in _FIELDS:
        value = getattr(release, field)
        if value and not shown.get(field):
            facts.append(_fact(places, field, f"/{field}", value if isinstance(value, str) else "", given))
    return facts


def _people_facts(release: Release, places: Places, voices: list[Voice]) -> list[Fact]:
    """Return who speaks or takes part, and their offices, less what stands in a label or is linked by name."""
    given = release.set_by_person
    facts = []
    for n, (speaker, voice) in enumerate(zip(release.speakers, voices, strict=True)):
        name, role = f"/speakers/{n}/name", f"/speakers/{n}/role"
        if name in given or not voice.said or voice.via == "monologue":
            facts.append(_fact(places, "speaker", name, speaker.name, given))
        if speaker.role:
            fact = _fact(places, "role", role, speaker.role, given)
            if fact[4] or not fact[3]:
                facts.append(fact)
    for n, participant in enumerate(release.participants):
        facts.append(_fact(places, "participant", f"/participants/{n}/name", participant.name, given))
        if participant.role:
            facts.append(_fact(places, "role", f"/participants/{n}/role", participant.role, given))
    return facts


def _document_facts(release: Release, places: Places, documents: list[Signed]) -> list[Fact]:
    """Return what says the status of the documents, each once, and the titles that are not linked to their words."""
    given, evidence = release.set_by_person, release.evidence
    facts = []
    said: list[object] = []
    for n, (entry, shown) in enumerate(zip(release.documents, documents, strict=True)):
        if not shown[3]:
            facts.append(_fact(places, "document", f"/documents/{n}/title", entry.title, given))
        pointer = f"/documents/{n}/status"
        status = (entry.status, evidence.get(pointer), pointer in given)
        if status not in said:
            said.append(status)
            facts.append(_fact(places, "status", pointer, entry.status, given))
    return facts


def _fact(places: Places, key: str, pointer: str, value: str, given: list[str]) -> Fact:
    if pointer in given:
        return key, value, "", "", "", True
    words, href, mark = places.proof(pointer, "" if key in _DERIVED else value)
    return key, value if key in _DERIVED and value != words else "", words, href, mark, False


def _hosted(key: str, address: str) -> tuple[str, str, str]:
    if not address.startswith(("https://", "http://")):
        return key, address, ""
    return key, address, address.split("/", 3)[2]
