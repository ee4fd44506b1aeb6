"""Counts → small accessible pictures (SVG) with their numbers as a table beside them. Pure; words are passed in.

Colours and sizes are the style sheet's (`.bar`, `.grid`, `.axis`), so that a picture follows light, dark and forced
colours, and its words stay readable on a phone. A picture of fewer than three values says nothing that its numbers do
not say, and is left out.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from communique.pages.markup import Markup
from communique.pages.markup import printed as escape
from communique.pages.timeline import FEWEST, key, timeline

__all__ = ["bars", "counted", "months", "sparkline", "timeline"]

_BARS = 12


class Counted(Protocol):
    """A line of an index: something with a name and a count."""

    @property
    def ref(self) -> Named: ...
    @property
    def count(self) -> int: ...


class Named(Protocol):
    """What a line of an index leads to."""

    @property
    def name(self) -> str: ...


def counted(entries: Iterable[Counted]) -> list[tuple[str, int]]:
    """Return (name, count) of the lines of an index."""
    return [(entry.ref.name, entry.count) for entry in entries]


def bars(  # noqa: PLR0913  (all named: words come from the templates)
    counts: Iterable[tuple[str, int]],
    *,
    title: str,
    unit: str,
    label: str,
    names: Mapping[str, str] | None = None,
    others: str = "",
    hollow: Mapping[str, int] | None = None,
    legend: Sequence[str] = (),
) -> Markup:
    """Return a table of (key, count) with a bar beside each number, the longest first.

    `names` says what keys mean; what is beyond the first twelve is taken together as `others`, where that is given.
    `hollow` is how many of a key's count are drawn as an outline, `legend` the words for solid and hollow; then each of
    them has a column of numbers.
    """
    part = hollow or {}
    rows = sorted(((names or {}).get(name, name), count, part.get(name, 0)) for name, count in counts if count)
    rows.sort(key=lambda row: -row[1])
    if others and len(rows) > _BARS + 1:
        rest = rows[_BARS:]
        rows[_BARS:] = [(others, sum(count for _, count, _ in rest), sum(count for *_, count in rest))]
    if len(rows) < FEWEST:
        return Markup()
    longest = max(count for _, count, _ in rows)
    look = "bars apart" if legend else "bars"
    heads = "".join(f'<th scope="col" class="num">{escape(word)}</th>' for word in legend or [unit])
    body = "".join([_bar(name, count, part, longest, apart=bool(legend)) for name, count, part in rows])
    return Markup(
        f'<figure class="chart"><table class="{look}"><caption>{escape(title)}{key(legend)}</caption>'
        f'<thead><tr><th scope="col">{escape(label)}</th>{heads}<td></td></tr></thead>'
        f"<tbody>{body}</tbody></table></figure>"
    )


def sparkline(years: Sequence[tuple[str, int]]) -> Markup:
    """Return a line of bars, one a year, as decoration of numbers that stand beside it."""
    if len(years) < FEWEST:
        return Markup()
    counts = {int(year): count for year, count in years if str(year).isdecimal()}
    if len(counts) < FEWEST:
        return Markup()
    span = range(min(counts), max(counts) + 1)
    top = max(counts.values())
    path = "".join(
        f"M{n * 5} 16v-{max(1, round(counts[year] / top * 15))}h4v{max(1, round(counts[year] / top * 15))}z"
        for n, year in enumerate(span)
        if counts.get(year)
    )
    width = len(span) * 5 - 1
    return Markup(
        f'<svg class="spark" width="{width}" height="16" viewBox="0 0 {width} 16" aria-hidden="true">'
        f'<path class="bar" d="{path}"/></svg>'
    )


def months(year: str) -> list[tuple[str, int, int]]:
    """Return (ISO month, weekday of its first day, number of days) of the months of a year; Monday is 0."""
    return [(f"{year}-{month:02}", *calendar.monthrange(int(year), month)) for month in range(1, 13)]


def _bar(name: str, count: int, hollow: int, longest: int, *, apart: bool) -> str:
    numbers = [count - hollow, hollow] if apart else [count]
    cells = "".join(f'<td class="num">{number}</td>' for number in numbers)
    solid, whole = ((count - hollow) / longest * 100, count / longest * 100)
    drawn = f'<path class="bar" d="M0 0h{solid:.1f}v8H0z"/>' if count > hollow else ""
    if hollow:
        drawn += f'<path class="bar hollow" d="M{solid:.1f} .5h{whole - solid:.1f}v7h-{whole - solid:.1f}z"/>'
    return (
        f'<tr><th scope="row">{escape(name)}</th>{cells}<td aria-hidden="true"><svg class="hbar" '
        f'viewBox="0 0 100 8" preserveAspectRatio="none">{drawn}</svg></td></tr>'
    )
