"""Counts a year → a picture of columns (SVG) with a scale, and their numbers as a table beside it. Pure.

A count may have a hollow part, drawn as an outline on the solid one: a shape, so that no colour has to be told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from communique.pages.markup import Markup
from communique.pages.markup import printed as escape

FEWEST = 3
"""A picture of fewer values says nothing that its numbers do not say, and is left out."""
_WIDTH, _HEIGHT = 480, 190
_LEFT, _TOP, _FLOOR = 46, 14, 156
"""Room for the scale at the left; top and floor of the columns."""
_STROKE = 1.6
"""Width of an outline, which lies inside its column."""
_YEARS = 12
"""So many names of years fit below the columns; on a phone every other one of them is left out (`.o`)."""

Years = Iterable[tuple[str, str, int] | tuple[str, str, int, object]]
"""(year or "unknown", href, count), and what a listing adds."""


def timeline(  # noqa: PLR0913  (all named: words come from the templates)
    years: Years,
    *,
    title: str,
    unit: str,
    label: str,
    table: str,
    axis: str = "",
    root: str = "",
    hollow: Mapping[str, int] | None = None,
    legend: Sequence[str] = (),
) -> Markup:
    """Return a picture of counts a year; the year "unknown" is left out, missing years are 0.

    `title` names it, `unit` what is counted, `label` the years; `table` opens the numbers; `axis` describes the scale.
    `hollow` is how many of a year's count are drawn as an outline, `legend` the words for solid and hollow.
    """
    counts = {int(year): (href, count) for year, href, count, *_ in years if year.isdecimal()}
    if len(counts) < FEWEST:
        return Markup()
    outlined = {int(year): count for year, count in (hollow or {}).items() if year.isdecimal()}
    rows = [
        (str(year), href, _parts(count, outlined.get(year, 0), legend))
        for year, (href, count) in sorted(counts.items())
    ]
    totals = {year: count for year, (_, count) in counts.items()}
    return _figure(
        _picture(totals, outlined),
        title=title,
        description=axis,
        table=_table(rows, label, list(legend) or [unit], root),
        summary=table,
        key=key(legend),
    )


def key(legend: Sequence[str]) -> str:
    """Return what solid and hollow mean; nothing where there is no legend."""
    if not legend:
        return ""
    solid, hollow = map(escape, legend)
    return f'<p class="key"><span class="solid">{solid}</span> <span class="hollow">{hollow}</span></p>'


def column(x: float, width: float, solid: float, hollow: float) -> str:
    """Return a column that stands on the floor at `x`, the hollow part on the solid one; in the picture's units."""
    drawn = f'<path class="bar" d="M{x:.1f} {_FLOOR}v{-solid:.1f}h{width:.1f}V{_FLOOR}z"/>' if solid else ""
    if hollow:
        rise = max(0.0, hollow - _STROKE)
        corner = f"{x + _STROKE / 2:.1f} {_FLOOR - solid - _STROKE / 2:.1f}"
        drawn += f'<path class="bar hollow" d="M{corner}v{-rise:.1f}h{width - _STROKE:.1f}v{rise:.1f}z"/>'
    return drawn


def _parts(count: int, hollow: int, legend: Sequence[str]) -> list[int]:
    return [count - hollow, hollow] if legend else [count]


def _picture(counts: Mapping[int, int], hollow: Mapping[int, int]) -> str:
    """Return scale, columns and names of years."""
    span = range(min(counts), max(counts) + 1)
    top = ceiling(max(counts.values()))
    step = (_WIDTH - _LEFT) / len(span)
    every = -(-len(span) // _YEARS)
    unit = (_FLOOR - _TOP) / top
    parts = [_scale(top)]
    for n, year in enumerate(span):
        x, width = _LEFT + n * step + step * 0.12, step * 0.76
        open_part = hollow.get(year, 0)
        parts.append(column(x, width, (counts.get(year, 0) - open_part) * unit, open_part * unit))
        if not n % every:
            odd = ' class="o"' if n // every % 2 else ""
            parts.append(f'<text x="{x + width / 2:.1f}" y="{_FLOOR + 26}"{odd} text-anchor="middle">{year}</text>')
    return "".join(parts)


def ceiling(value: int) -> int:
    """Return the round number at the top of a scale: the least even one of 2, 4, 6, 8, 10, 20, 30 … that holds it."""
    power = 1
    while True:
        for step in (2, 3, 4, 5, 6, 8, 10):
            if value <= step * power and step * power % 2 == 0:
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


def _table(rows: list[tuple[str, str, list[int]]], label: str, units: list[str], root: str) -> str:
    body = "".join(
        f'<tr><th scope="row">{_linked(name, href, root)}</th>'
        + "".join(f'<td class="num">{count}</td>' for count in counts)
        + "</tr>"
        for name, href, counts in rows
    )
    heads = "".join(f'<th scope="col" class="num">{escape(unit)}</th>' for unit in units)
    return f'<table><thead><tr><th scope="col">{escape(label)}</th>{heads}</tr></thead><tbody>{body}</tbody></table>'


def _linked(name: str, href: str, root: str) -> str:
    return f'<a href="{escape(root + href)}">{escape(name)}</a>' if href else str(escape(name))


def _figure(picture: str, *, title: str, description: str, table: str, summary: str, key: str) -> Markup:
    inside = f"<title>{escape(title)}</title>" + (f"<desc>{escape(description)}</desc>" if description else "")
    return Markup(
        f'<figure class="chart"><figcaption>{escape(title)}</figcaption>{key}'
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}">{inside}{picture}</svg>'
        f"<details><summary>{escape(summary)}</summary>{table}</details></figure>"
    )
