"""Made-up releases for tests of what a page prints: a wire given in pieces, each with its kind."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from communique.records.model import Release, Speaker, Turn
from communique.wire.layout import Segment


class Ref(msgspec.Struct, frozen=True):
    """A page of a person, region or source."""

    id: str
    name: str
    href: str


def person(name: str) -> Ref | None:
    """Return the page of a speaker; a question has none."""
    slug = name.lower().replace(" ", "-")
    return None if name == "Question" else Ref(slug, name, f"people/{slug}/")


def release(*pieces: tuple[str, str], start: int = 0, **fields: object) -> tuple[Release, str]:
    """Return the record of a wire and its text, which begins with `start` characters of another wire.

    A piece of kind `label` opens a turn of the speaker it names; the paragraphs behind it are that turn's, up to a
    piece `("end", "")`. Title and lead are read from pieces of that kind.
    """
    text, segments, turns = "x" * start, [], []
    evidence: dict[str, list[tuple[int, int]]] = {}
    paragraphs: list[str] | None = None
    for kind, words in pieces:
        at = len(text)
        if kind == "end":
            paragraphs = None
            continue
        text += words + ("" if kind == "label" else "\n\n")
        segments.append(Segment(kind, at, len(text)))
        span = (at, at + len(words.rstrip()))
        if kind in {"title", "lead"}:
            evidence[f"/{kind}"] = [span]
            fields.setdefault(kind, words)
        elif kind == "label":
            name = words.rstrip(": ")
            paragraphs = []
            turns.append((name, paragraphs))
        elif kind == "paragraph" and paragraphs is not None:
            evidence[f"/turns/{len(turns) - 1}/paragraphs/{len(paragraphs)}"] = [span]
            paragraphs.append(" ".join(words.split()))
    given = fields.pop("evidence", {})
    assert isinstance(given, dict)
    speakers = fields.pop("speakers", None) or [Speaker(name=name) for name in dict.fromkeys(name for name, _ in turns)]
    made = Release(
        id="2021-04-28-talks",
        path="wires/2021/2021-04-28-talks.txt",
        sha256="ab" * 32,
        segments=segments,
        turns=[_turn(name, spoken) for name, spoken in turns],
        speakers=speakers,
        evidence=evidence | given,
        **fields,
    )
    return made, text


def _turn(name: str, paragraphs: Iterable[str]) -> Turn:
    kind = "question" if name == "Question" else "speech"
    return Turn(speaker=name, label=name, kind=kind, paragraphs=list(paragraphs))


TALKS = (
    ("head", "MIL OSI Translation. Region: Ruritania –"),
    ("title", "Talks on the Lower Ister"),
    ("label", "Ottilie Rassendyll: "),
    ("paragraph", "Welcome to Strelsau."),
    ("caption", "With Ambassador Teodor Vashti"),
    ("paragraph", "The river has been kind."),
    ("label", "Question: "),
    ("paragraph", "Will it be published?"),
    ("label", "Ottilie Rassendyll: "),
    ("paragraph", "On the day."),
    ("end", ""),
    ("paragraph", "The talks ended at noon."),
)
"""A dialogue with a caption inside a turn and prose after the last one."""
