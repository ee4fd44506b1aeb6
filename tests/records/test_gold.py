"""The example archive against facts that people wrote down from its wires, without looking at the parser.

`tests/gold/<stem>.yaml` holds the facts of one wire (a list of them where the file holds several). `accept` names other
answers that an honest reader could give.
"""

from __future__ import annotations

import difflib
import html
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from communique.ingest.decode import decode
from communique.records.assemble import Origin, releases
from communique.records.model import Release
from communique.text import printed

ROOT = Path(__file__).parent.parent.parent
GOLD = sorted((ROOT / "tests" / "gold").glob("*.yaml"))
WIRES = {path.stem: path for path in (ROOT / "examples" / "archive" / "content" / "wires").rglob("*.txt")}
SENTENCES = yaml.safe_load((ROOT / "examples" / "archive" / "content" / "boilerplate.yml").read_text(encoding="utf-8"))
HEADER = (
    ("wire", "agency"),
    ("translation", "translation"),
    ("region_printed", "region_printed"),
    ("country", "country"),
    ("source", "source"),
    ("title", "title"),
    ("date", "date"),
    ("lead", "lead"),
    ("partial", "partial"),
    ("editors_note", "editors_note"),
    ("note_kind", "note_kind"),
    ("closing", "closing"),
)


def fold(value: Any) -> Any:
    """Compare text without regard to entities, quote and dash style, white space, case and a final full stop."""
    if not isinstance(value, str):
        return value if value is None or isinstance(value, bool) else str(value)
    plain = html.unescape(value).translate(str.maketrans("’‘“”–—\xa0", "''\"\"-- "))
    return re.sub(r"\s+", " ", plain).strip().rstrip(".").casefold()


def office(value: Any) -> Any:
    return re.sub(r"^(the|an?) ", "", fold(value)) if value else None


def plain(wire: Path) -> str:
    decoded = decode(wire.read_bytes())
    assert decoded is not None
    return decoded.text


def records(stem: str) -> list[Release]:
    sentences = tuple((s.get("kind", "raw-content"), s["text"]) for s in SENTENCES or ())
    return releases(plain(WIRES[stem]), Origin(stem=stem, path=f"{stem}.txt", sha256=""), sentences)


def facts(stem: str) -> list[dict[str, Any]]:
    gold = yaml.safe_load((ROOT / "tests" / "gold" / f"{stem}.yaml").read_text(encoding="utf-8"))
    return gold if isinstance(gold, list) else gold.get("wires", [gold])


def pairs() -> list[Any]:
    return [
        pytest.param(path.stem, n, id=f"{path.stem}:{n + 1}") for path in GOLD for n, _ in enumerate(facts(path.stem))
    ]


def test_every_example_wire_has_gold() -> None:
    assert {path.stem for path in GOLD} == set(WIRES)


@pytest.mark.parametrize(("stem", "index"), pairs())
def test_header_and_footer(stem: str, index: int) -> None:
    want, have = facts(stem)[index], records(stem)[index]
    accept = want.get("accept") or {}
    wrong = {}
    for gold, field in HEADER:
        good = [fold(v) for v in (want.get(gold), *accept.get(gold, []), *accept.get(field, []))]
        if fold(getattr(have, field)) not in good:
            wrong[field] = (want.get(gold), getattr(have, field))
    if bool(want["sponsor"]) != have.sponsor:
        wrong["sponsor"] = (want["sponsor"], have.sponsor)
    assert not wrong


@pytest.mark.parametrize(("stem", "index"), pairs())
def test_speakers(stem: str, index: int) -> None:
    want, have = facts(stem)[index], records(stem)[index]
    accept = want.get("accept") or {}
    found = {fold(s.name): s for s in have.speakers}
    wrong = []
    for speaker in want.get("speakers") or []:
        names = [fold(n) for n in (speaker["name"], *accept.get("name_of", {}).get(speaker["name"], []))]
        match = next((found.pop(n) for n in names if n in found), None)
        roles = [office(r) for r in (speaker.get("role"), *accept.get("role_of", {}).get(speaker["name"], []))]
        if match is None or office(match.role) not in roles or match.via != speaker["via"]:
            wrong.append((speaker, match))
    extra = {fold(s["name"]) for s in accept.get("speakers", [])}
    assert not wrong
    assert not found.keys() - extra


@pytest.mark.parametrize(("stem", "index"), pairs())
def test_turns(stem: str, index: int) -> None:
    want, have = facts(stem)[index], records(stem)[index]
    accept = want.get("accept") or {}
    optional = [(t["speaker"], t["first_words"]) for t in accept.get("turns", [])]
    turns = [(t.speaker, " ".join(t.paragraphs), len(t.paragraphs)) for t in have.turns]
    wanted = want.get("turns") or []
    if len(turns) != len(wanted):
        turns = [
            t for t in turns if not any(fold(t[0]) == fold(s) and fold(t[1]).startswith(fold(w)) for s, w in optional)
        ]
    assert len(turns) == len(wanted)
    for turn, (speaker, words, paragraphs) in zip(wanted, turns, strict=True):
        names = [turn["speaker"], *accept.get("name_of", {}).get(turn["speaker"], [])]
        assert fold(speaker) in [fold(n) for n in names]
        assert fold(words).startswith(fold(turn["first_words"]))
        assert paragraphs == turn["paragraphs"], turn["first_words"]


@pytest.mark.parametrize(("stem", "index"), pairs())
def test_documents(stem: str, index: int) -> None:
    want, have = facts(stem)[index], records(stem)[index]
    accept = want.get("accept") or {}
    rest = list(have.documents)
    for document in want.get("documents") or []:
        titles = [document["title"], *accept.get("document_titles", {}).get(document["title"], [])]
        match = max(rest, key=lambda d: max(likeness(t, d.title) for t in titles), default=None)
        assert match is not None, document["title"]
        assert max(likeness(t, match.title) for t in titles) >= 0.85, (document["title"], match.title)
        assert (match.kind, match.status) == (document["kind"], document["status"])
        rest.remove(match)
    optional = [d["title"] for d in accept.get("documents", [])]
    assert not [d.title for d in rest if not any(likeness(t, d.title) >= 0.85 for t in optional)]
    if "documents_unnamed" in want:
        assert have.documents_unnamed == want["documents_unnamed"]


def likeness(a: str, b: str) -> float:
    return difflib.SequenceMatcher(None, fold(a), fold(b)).ratio()


@pytest.mark.parametrize("stem", sorted(WIRES))
def test_segments_tile_and_evidence_joins(stem: str) -> None:
    text = plain(WIRES[stem])
    at = 0
    for record in records(stem):
        for segment in record.segments:
            assert segment.start == at < segment.end
            at = segment.end
        for pointer, value in values(record):
            assert pointer in record.evidence, pointer
            assert printed(text, *record.evidence[pointer]) == value
    assert at == len(text)


def values(record: Release) -> list[tuple[str, str]]:
    """Return (JSON Pointer, value) of every value of a record that must stand in its wire as it is."""
    names = (
        "agency",
        "sponsor_name",
        "region_printed",
        "source",
        "source_inner",
        "title",
        "lead",
        "dateline",
        "closing",
    )
    found = [(f"/{name}", getattr(record, name)) for name in names]
    for i, speaker in enumerate(record.speakers):
        found += [(f"/speakers/{i}/name", speaker.name), (f"/speakers/{i}/role", speaker.role)]
    for i, participant in enumerate(record.participants):
        found += [(f"/participants/{i}/name", participant.name), (f"/participants/{i}/role", participant.role)]
    for i, turn in enumerate(record.turns):
        found.append((f"/turns/{i}/label", turn.label))
        found += [(f"/turns/{i}/paragraphs/{j}", paragraph) for j, paragraph in enumerate(turn.paragraphs)]
    found += [(f"/quotes/{i}/text", quote.text) for i, quote in enumerate(record.quotes)]
    for i, document in enumerate(record.documents):
        found.append((f"/documents/{i}/title", document.title))
        found += [(f"/documents/{i}/parties/{j}", party) for j, party in enumerate(document.parties)]
    return [(pointer, value) for pointer, value in found if value]
