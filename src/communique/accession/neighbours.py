"""Which wires of an archive are near-duplicates of new ones: few are compared, and these are chosen cheaply.

From the catalog's summaries, in one pass, those wires are chosen that share rare words of the title, speakers or the
day with a new one; only their texts are read. What the catalog does not know yet is compared whole, if it is not much.
"""

from __future__ import annotations

import heapq
import math
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from communique.accession.resemblance import ALIKE, Index, Shingles, containment, shingles
from communique.catalog.damage import is_damage
from communique.catalog.store import Catalog
from communique.catalog.summary import Summary
from communique.ingest.decode import decode
from communique.records import assemble, encode
from communique.records.assemble import Origin
from communique.records.model import Release

MOST_UNKNOWN = 1000
"""So many wires that the catalog does not know are compared; reading one takes some milliseconds."""

_COMPARED = 16
"""Wires whose texts are read for each new one."""
_COMMON = 400
"""What more summaries share tells nothing."""

_WORD = re.compile(r"[^\W_]{4,}")


class New(msgspec.Struct, frozen=True):
    """A wire that is to be added, as far as others may be like it."""

    shingles: Shingles
    marks: frozenset[str]
    """What a summary must share some of."""


class Alike(msgspec.Struct, frozen=True):
    """A near-duplicate: which wire, and the share of the shorter text that stands in both."""

    path: str
    release: str
    share: float


def new(text: str, records: list[Release]) -> New:
    """Return what is compared of a wire."""
    marks = frozenset().union(
        *[_marks(one.title or one.lead or "", one.date, [speaker.name for speaker in one.speakers]) for one in records]
    )
    return New(shingles(text, records), marks)


class Neighbours:
    """The wires of an archive that new ones may be like."""

    def __init__(self, archive: Path, catalog: Catalog | None, paths: Iterable[str]) -> None:
        """Know an archive by its open catalog, if it has one, and the paths of all its wires."""
        self._archive = archive
        self._catalog = catalog
        self._unknown = Index()
        known = catalog.known() if catalog else {}
        there = set(paths)
        self._paths = there & known.keys()
        self.unknown = sorted(there - known.keys())
        for path in self.unknown[:MOST_UNKNOWN]:
            self._unknown.add(path, self._read(path))

    def of(self, wires: list[New]) -> list[list[Alike]]:
        """Return the near-duplicates of each new wire, the most alike first."""
        chosen: list[list[tuple[str, int]]] = [[] for _ in wires]
        if self._catalog:
            try:
                chosen = _chosen(self._catalog, self._paths, wires)
            except Exception as error:
                if not is_damage(error):
                    raise
        return [self._compared(one, some) for one, some in zip(wires, chosen, strict=True)]

    def _compared(self, one: New, chosen: list[tuple[str, int]]) -> list[Alike]:
        found = {path: share for share, path in self._unknown.alike(one.shingles)}
        for path, body in chosen:
            share = containment(one.shingles, self._read(path, body))
            if share >= ALIKE:
                found[path] = max(share, found.get(path, 0.0))
        best = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        return [Alike(path, Path(path).stem, share) for path, share in best]

    def _read(self, path: str, body: int = 0) -> Shingles:
        """Return the shingles of a wire; those of one of its releases, where the catalog has it as number `body`."""
        try:
            decoded = decode((self._archive / path).read_bytes())
        except OSError:
            decoded = None
        if decoded is None:
            return frozenset()
        if body and self._catalog:
            return shingles(decoded.text, [encode.read(self._catalog.record(body))])
        return shingles(decoded.text, assemble.releases(decoded.text, Origin(stem="x", path=path, sha256="")))


def _chosen(catalog: Catalog, paths: set[str], wires: list[New]) -> list[list[tuple[str, int]]]:
    """Return for each new wire (path, number of the body) of the releases that share its rarest marks."""
    wanted = frozenset().union(*[one.marks for one in wires])
    holders: dict[str, list[int]] = {mark: [] for mark in wanted}
    places: list[tuple[str, int]] = []
    for summary, body in catalog.summaries():
        shared = wanted & _summary_marks(summary)
        if shared and summary.path in paths:
            for mark in shared:
                if len(holders[mark]) <= _COMMON:
                    holders[mark].append(len(places))
            places.append((summary.path, body))
    return [[places[number] for number in _best(one.marks, holders, len(places))] for one in wires]


def _best(marks: frozenset[str], holders: Mapping[str, list[int]], count: int) -> list[int]:
    """Return the numbers of the releases that share most, a rare mark counting more than a common one."""
    scores: dict[int, float] = {}
    for mark in marks:
        some = holders[mark]
        if len(some) <= _COMMON:
            weight = math.log(1 + count / (1 + len(some)))
            for number in some:
                scores[number] = scores.get(number, 0.0) + weight
    return heapq.nlargest(_COMPARED, scores, key=lambda number: (scores[number], -number))


def _summary_marks(one: Summary) -> frozenset[str]:
    return _marks(one.title, one.date, [speaker.name for speaker in one.speakers])


def _marks(title: str, date: str | None, names: list[str]) -> frozenset[str]:
    return frozenset([*_WORD.findall(title.casefold()), date or "", *[name.casefold() for name in names]]) - {""}
