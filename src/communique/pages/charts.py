"""Counts → small accessible pictures (SVG) with their numbers as a table beside them. Pure; words are passed in.

Colours and sizes are the style sheet's (`.bar`, `.grid`, `.axis`), so that a picture follows light, dark and forced
colours, and its words stay readable on a phone. A picture of fewer than three values says nothing that its numbers do
not say, and is left out.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from typing import Protocol

from communique.pages.markup import Markup
from communique.pages.markup import printed as escape

_FEWEST = 3
_WIDTH, _HEIGHT = 640, 190
_LEFT, _TOP, _FLOOR = 56, 14, 156
"""Room for the scale at the left; top and floor of the bars."""
_BARS = 12
_YEARS = 12
"""So many names of years fit below the bars; on a phone every other one of them is left out (`.o`)."""


def timeline(  # noqa: PLR0913  (all named: words come from the templates)
    years: Iterable[tuple[str, str, int] | tuple[str, str, int, object]],
    *,
    title: str,
    unit: str,
    label: str,
    table: str,
    axis: str = "",
    root: str = "",
) -> Markup:
    """Return a picture of counts a year from (year, href, count); the year "unknown" is left out, missing years are 0.

    `title` names it, `unit` what is counted, `label` the years; `table` opens the numbers; `axis` describes the scale.
    """
    counts = {int(year): (href, count) for year, href, count, *_ in years if year.isdecimal()}
    if len(counts) < _FEWEST:
        return Markup()
    span = range(min(counts), max(counts) + 1)
    top = _ceiling(max(count for _, count in counts.values()))
    step = (_WIDTH - _LEFT) / len(span)
    every = -(-len(span) // _YEARS)
    parts = [_scale(top)]
    for n, year in enumerate(span):
        height = counts.get(year, ("", 0))[1] / top * (_FLOOR - _TOP)
        x, width = _LEFT + n * step + step * 0.12, step * 0.76
        if height:
            parts.append(f'<path class="bar" d="M{x:.1f} {_FLOOR}v{-height:.1f}h{width:.1f}V{_FLOOR}z"/>')
        if not n % every:
            odd = ' class="o"' if n // every % 2 else ""
            parts.append(f'<text x="{x + width / 2:.1f}" y="{_FLOOR + 26}"{odd} text-anchor="middle">{year}</text>')
    rows = [(str(year), href, count) for year, (href, count) in sorted(counts.items())]
    return _figure("".join(parts), title=title, description=axis, table=_table(rows, label, unit, root), summary=table)


class Counted(Protocol):
    """A line of an index: something with a name and a count."""

    @property
    def ref(self) -> Named: ...  # noqa: D102
    @property
    def count(self) -> int: ...  # noqa: D102


class Named(Protocol):
    """What a line of an index leads to."""

    @property
    def name(self) -> str: ...  # noqa: D102


def counted(entries: Iterable[Counted]) -> list[tuple[str, int]]:
    """Return (name, count) of the lines of an index."""
    return [(entry.ref.name, entry.count) for entry in entries]


def bars(
    counts: Iterable[tuple[str, int]],
    *,
    title: str,
    unit: str,
    label: str,
    names: Mapping[str, str] | None = None,
    others: str = "",
) -> Markup:
    """Return a table of (key, count) with a bar beside each number, the longest first.

    `names` says what keys mean; what is beyond the first twelve is taken together as `others`, where that is given.
    """
    rows = sorted(((names or {}).get(key, key), count) for key, count in counts if count)
    rows.sort(key=lambda row: -row[1])
    if others and len(rows) > _BARS + 1:
        rows[_BARS:] = [(others, sum(count for _, count in rows[_BARS:]))]
    if len(rows) < _FEWEST:
        return Markup()
    longest = max(count for _, count in rows)
    head = f'<tr><th scope="col">{escape(label)}</th><th scope="col" class="num">{escape(unit)}</th><td></td></tr>'
    body = "".join([_bar(name, count, longest) for name, count in rows])
    return Markup(
        f'<figure class="chart"><table class="bars"><caption>{escape(title)}</caption><thead>{head}</thead>'
        f"<tbody>{body}</tbody></table></figure>"
    )


def sparkline(years: Iterable[tuple[str, int]]) -> Markup:
    """Return a line of bars, one a year, as decoration of numbers that stand beside it."""
    counts = {int(year): count for year, count in years if str(year).isdecimal()}
    if len(counts) < _FEWEST:
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


def _bar(name: str, count: int, longest: int) -> str:
    return (
        f'<tr><th scope="row">{escape(name)}</th><td class="num">{count}</td><td aria-hidden="true"><svg class="hbar" '
        f'viewBox="0 0 100 8" preserveAspectRatio="none"><path class="bar" d="M0 0h{count / longest * 100:.1f}v8H0z"/>'
        "</svg></td></tr>"
    )


def _ceiling(value: int) -> int:
    """Return the round number at the top of a scale: the least even one of 2, 4, 6, 8, 10, 20, 40 … that holds it."""
    power = 1
    while True:
        for step in (2, 4, 6, 8, 10):
            if value <= step * power:
                return step * power
        power *= 10


def _scale(top: int) -> str:
    """Return three lines across with their numbers: nothing, half, all."""
    parts = []
    for value in (0, top // 2, top):
        y = _FLOOR - value / top * (_FLOOR - _TOP)
        parts.append(f'<path class="{"grid" if value else "axis"}" d="M{_LEFT} {y:.1f}H{_WIDTH}"/>')
        parts.append(f'<text x="{_LEFT - 7}" y="{y + 4.5:.1f}" text-anchor="end">{value}</text>')
    return "".join(parts)


def _table(rows: list[tuple[str, str, int]], label: str, unit: str, root: str) -> str:
    body = "".join(
        f'<tr><th scope="row">{_linked(name, href, root)}</th><td class="num">{count}</td></tr>'
        for name, href, count in rows
    )
    head = f'<tr><th scope="col">{escape(label)}</th><th scope="col" class="num">{escape(unit)}</th></tr>'
    return f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"


def _linked(name: str, href: str, root: str) -> str:
    return f'<a href="{escape(root + href)}">{escape(name)}</a>' if href else str(escape(name))


def _figure(picture: str, *, title: str, description: str, table: str, summary: str) -> Markup:
    inside = f"<title>{escape(title)}</title>" + (f"<desc>{escape(description)}</desc>" if description else "")
    return Markup(
        f'<figure class="chart"><figcaption>{escape(title)}</figcaption>'
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}">{inside}{picture}</svg>'
        f"<details><summary>{escape(summary)}</summary>{table}</details></figure>"
    )
