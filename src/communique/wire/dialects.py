"""Families of wires: a name and a description each, and the markers that speak for it. The family is a conclusion.

No rule of a body belongs to a family; the families that print the title above the head line are known by that.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec


class Dialect(msgspec.Struct, frozen=True, kw_only=True):
    """One family, with the points that each sign found in a wire gives it."""

    name: str
    description: str
    signs: dict[str, float]


DIALECTS: tuple[Dialect, ...] = (
    Dialect(
        name="A",
        description="sponsor, head line, source, lead, title, transcript; editor's note and closing line (2019-21)",
        signs={
            "agency-head": 2,
            "sponsor": 2,
            "untitled": 2,
            "translation-note": 1,
            "closing": 1,
            "region": 1,
            "source": 0.5,
        },
    ),
    Dialect(
        name="A0",
        description="title above the head line, a posting date behind it, topic (2018)",
        signs={
            "agency-head": 2,
            "titled": 2,
            "posted": 3,
            "topic": 2,
            "statements": 0.5,
            "notice": 1,
            "unsponsored": 1,
        },
    ),
    Dialect(
        name="A-ru",
        description="a wire in Russian with a Russian head line",
        signs={"russian-head": 6, "cyrillic": 3, "closing": 0.5},
    ),
    Dialect(
        name="B",
        description="an English original without a head line: source, body, closing line",
        signs={"source": 2, "no-head": 2, "closing": 1.5, "dated": 0.5, "unsponsored": 1},
    ),
    Dialect(
        name="C",
        description="prefixed title, misspelt head line, date and time, two disclaimers, link, closing line (2025)",
        signs={
            "bare-head": 1,
            "misspelt": 3,
            "titled": 1,
            "prefixed": 2,
            "dated": 1,
            "raw-note": 1,
            "link": 2,
            "closing": 1,
        },
    ),
    Dialect(
        name="D",
        description="title, head line without an agency, source, pointer to the disclaimer at the end (2025-26)",
        signs={
            "bare-head": 3,
            "titled": 1,
            "pointer": 3,
            "raw-note": 1.5,
            "inner-source": 1,
            "region": 0.5,
            "dot": 0.5,
        },
    ),
    Dialect(
        name="E",
        description="a prefixed title, a recommended sponsor, then the head line of a government's statements (2024)",
        signs={"agency-head": 1, "titled": 1, "prefixed": 3, "sponsor": 2, "statements": 2, "translation-note": 0.5},
    ),
    Dialect(
        name="EIN",
        description="EIN Presswire: a date, a dateline of country and day, a legal disclaimer",
        signs={"dated": 2, "dateline": 1.5, "legal-note": 4, "no-head": 1, "unsponsored": 0.5},
    ),
)
PLAIN = Dialect(name="plain", description="no markers of a known family; published as it stands", signs={})
_LEAST = 4.0
"""A family needs so many points; below it the wire is plain."""


@lru_cache(maxsize=256)
def conclude(signs: frozenset[str]) -> tuple[str, dict[str, float]]:
    """Return the name of the family that the signs speak for most, and the points of all."""
    scores = {row.name: sum(points for sign, points in row.signs.items() if sign in signs) for row in DIALECTS}
    best = max(scores, key=scores.__getitem__)
    scores["plain"] = _LEAST - 0.5
    return (best if scores[best] >= _LEAST else PLAIN.name), scores
