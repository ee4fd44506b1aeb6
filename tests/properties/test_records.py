"""Whatever the text: records come out, segments tile it, and printed values stand where their evidence says."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.ingest.decode import decode
from communique.records.assemble import Origin, read
from communique.records.encode import json_line
from communique.text import printed
from tests.records.test_gold import values

FOLDER = Path(__file__).parent.parent / "examples"
ORIGIN = Origin(stem="x", path="x.txt", sha256="0")


def texts() -> list[str]:
    found = [decode(path.read_bytes()) for path in sorted(FOLDER.glob("*/*.txt"))]
    return [one.text for one in found if one is not None]


TEXTS = texts()
LINES = [line for text in TEXTS for line in text.splitlines(keepends=True) if len(line) < 400]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return a wire with lines dropped, doubled, swapped or glued, and foreign lines or characters put in."""
    lines = draw(st.sampled_from(TEXTS)).splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(lines) - 1)))
        match draw(st.sampled_from(["drop", "double", "swap", "glue", "foreign", "odd"])):
            case "drop":
                del lines[at : at + 1]
            case "double":
                lines[at:at] = lines[at : at + 1]
            case "swap" if at:
                lines[at - 1], lines[at] = lines[at], lines[at - 1]
            case "glue" if lines:
                lines[at] = lines[at].rstrip("\r\n")
            case "foreign":
                lines.insert(at, draw(st.sampled_from(LINES)))
            case "odd":
                lines.insert(
                    at, draw(st.sampled_from(["\x00", "\u2028", "&nbsp;", "<br/>", "“", "—", "\r", ": ", "* * *"]))
                )
    return "".join(lines)


def check(text: str) -> None:
    records, _ = read(text, ORIGIN)
    assert records
    at = 0
    for record in records:
        assert len(json_line(record).splitlines()) == 1
        for segment in record.segments:
            assert segment.start == at < segment.end
            at = segment.end
        for pointer, value in values(record):
            assert pointer in record.evidence, pointer
            assert printed(text, *record.evidence[pointer]) == value, pointer
        names = {speaker.name for speaker in record.speakers}
        assert {turn.speaker for turn in record.turns} | {quote.speaker for quote in record.quotes} <= names
    assert at == len(text)


@settings(max_examples=150)
@given(mutated())
def test_mutated_wires(text: str) -> None:
    check(text)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=12).map("".join))
def test_lines_thrown_together(text: str) -> None:
    check(text)


@settings(max_examples=100)
@given(st.text(st.sampled_from("AaBб .:,;–—“”\"'()<>&;\n\r\t\xa0\x00\u2028/*-0123") | st.characters(), max_size=120))
def test_any_text(text: str) -> None:
    check(text)
