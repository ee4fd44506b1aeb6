"""The head zone: outwards from the anchor, and on below it while markers match."""

from __future__ import annotations

import msgspec

from communique.patterns import lazy_regex
from communique.text import Span
from communique.wire.datelines import agency_line, before_text, holds_digit, is_clock, own_line, place_line
from communique.wire.head_line import HeadLine
from communique.wire.layout import Mark
from communique.wire.lines import Unit
from communique.wire.matching import BODY, HEAD, NOTICES, compiled
from communique.wire.sources import name_and_rest

_REACH = 12
"""The anchor stands among the first so many units of a release."""

_DATED = lazy_regex(r"[Dd]ate ?:? ?(?P<date>\d{4}-\d{2}-\d{2})\b[ ,:–-]{0,4}")
"""` date 2020-06-10 Source: …`, ` date 2023-01-20 RUSSIA, January 20 - …`."""

_SPONSOR_END = lazy_regex(r"(?:^| )[–—-](?: |$)")
_PREFIX = lazy_regex(r"(?P<agency>MIL ?[ -]? ?OSI)(?: [\w&/’'-]+){1,4} ?: ?")
"""`MIL-OSI Russia: ` before a title names agency and feed; it is no part of the title."""

_ISSUED = lazy_regex(r"[^.:]{2,80} (?:has|have) issued (?:the|a) following [^.:]{4,40} ?:$")
_SPONSOR = compiled("sponsor")
_SOURCE = compiled("source")
_TOPIC = compiled("topic")


class Head(msgspec.Struct):
    """The head of one release; filled unit by unit."""

    fields: dict[str, tuple[Span, ...]] = {}
    cuts: list[tuple[int, str]] = []
    body: list[Unit] = []
    """Units of the body and foot; the first may begin in the middle of a line."""
    leftovers: list[Mark] = []
    anchor: str = ""
    """Kind of the anchor: head, source, dated, sponsor or empty."""
    titled: bool = False
    """Whether a title stands above the anchor."""
    prefixed: bool = False
    """Whether the agency stands before the title."""
    agency_in_head: bool = False

    def note(self, field: str, *spans: Span) -> None:
        """Keep the spans of a field, the first ones found."""
        self.fields.setdefault(field, spans)

    def cut(self, offset: int, kind: str) -> None:
        """Let a segment of that kind begin at `offset`."""
        self.cuts.append((offset, kind))

    def unprefixed(self, unit: Unit) -> Span:
        """Return the span of a title without the agency before it, which is kept."""
        prefix = _PREFIX.match(unit.text)
        if not prefix or prefix.end() >= len(unit.text):
            return unit.start, unit.end
        self.prefixed = True
        self.note("agency", (unit.start + prefix.start("agency"), unit.start + prefix.end("agency")))
        return unit.start + prefix.end(), unit.end

    def dated(self, unit: Unit) -> str | None:
        """Keep the date of a line that holds nothing else, or of a place dateline; return which of the two it is."""
        text, at = unit.text, unit.start
        if not holds_digit(text):
            return None
        alone = own_line(text)
        date = alone or place_line(text)
        if date is None:
            if not agency_line(text):
                return None
            self.note("dateline", (at, unit.end))
            return "dateline"
        self.note("date", (at + date[0], at + date[1]))
        if not alone:
            self.note("dateline", (at, unit.end))
        return "date" if alone else "dateline"


def read_head(units: list[Unit], heads: dict[int, HeadLine]) -> Head:
    """Return the head of a release's units, and the units that are left; `heads` are its head lines."""
    head = Head()
    anchor = max(_anchor(units, heads), 0)
    for unit in units[:anchor]:
        _above(head, unit)
    index = anchor
    queue: Unit | None = None
    while index < len(units) or queue:
        unit = queue or units[index]
        rest = _below(head, unit, heads)
        if rest is None:
            break
        index += queue is None
        queue = Unit(unit.start + rest, unit.end, 0, unit.text[rest:]) if rest < len(unit.text) else None
    head.body = [queue, *units[index:]] if queue else units[index:]
    return head


def _anchor(units: list[Unit], heads: dict[int, HeadLine]) -> int:
    """Return the index of the anchor: the head line, else a source or dated line, else -1."""
    second = -1
    for index, unit in enumerate(units[:_REACH]):
        if unit.start in heads:
            return index
        if second < 0 and (_SOURCE.match(unit.text) or _DATED.match(unit.text)):
            second = index
    return second if second <= 4 else -1


def _above(head: Head, unit: Unit) -> None:
    """Read a unit above the anchor: sponsor line, share counter, date, else the title."""
    kind = HEAD.kind(unit.text)
    if kind == "sponsor":
        _sponsor(head, unit)
    elif kind == "counter" or BODY.kind(unit.text) == "navigation":
        head.cut(unit.start, "navigation")
    elif own_line(unit.text):
        _date(head, unit)
    else:
        if head.titled:
            head.leftovers.append(Mark(*head.fields["title"][0], "text above the title"))
            head.cuts = [(at, "leftover" if name == "title" else name) for at, name in head.cuts]
        head.titled = True
        head.fields["title"] = (head.unprefixed(unit),)
        head.cut(unit.start, "title")


def _below(head: Head, unit: Unit, heads: dict[int, HeadLine]) -> int | None:
    """Read a unit from the anchor on; return where unread text begins in it, or None where it is no head unit."""
    text, at = unit.text, unit.start
    line = heads.get(at)
    if line and head.anchor != "head":
        return _head(head, unit, line)
    dated = _DATED.match(text)
    if dated:
        head.note("date", (at + dated.start("date"), at + dated.end("date")))
        head.cut(at, "date")
        head.anchor = head.anchor or "dated"
        return dated.end()
    kind = HEAD.kind(text)
    if kind == "source":
        return _source(head, unit)
    if kind == "sponsor":
        _sponsor(head, unit)
    elif kind == "topic" and "topic" not in head.fields:
        head.note("topic", (at + _TOPIC.match(text).end(), unit.end))  # type: ignore[union-attr]
        head.cut(at, "topic")
    elif not _date(head, unit):
        return _notice(head, unit)
    return len(text)


def _head(head: Head, unit: Unit, line: HeadLine) -> int:
    at = unit.start
    head.anchor = "head"
    if line.agency:
        head.fields["agency"] = tuple([(at + start, at + end) for start, end in line.agency])
        head.agency_in_head = True
    for field in ("translation", "region", "government", "translated_from", "translated_to", "date"):
        span = getattr(line, field)
        if span:
            head.note(field, (at + span[0], at + span[1]))
    head.cut(unit.start, "head")
    return line.rest


def _sponsor(head: Head, unit: Unit) -> None:
    match = _SPONSOR.match(unit.text)
    end = match.end() if match else len(unit.text)
    head.note("sponsor", (unit.start, unit.start + len(unit.text[:end].rstrip(" :"))))
    name = _SPONSOR_END.split(unit.text[end:], maxsplit=1)[0].strip(" .")
    if name:
        start = unit.start + unit.text.index(name, end)
        head.note("sponsor_name", (start, start + len(name)))
    head.cut(unit.start, "sponsor")
    head.anchor = head.anchor or "sponsor"


def _source(head: Head, unit: Unit) -> int | None:
    match = _SOURCE.match(unit.text)
    if not match or "source_inner" in head.fields:
        return None
    (start, end), rest = name_and_rest(unit.text, match.end())
    field = "source_inner" if "source" in head.fields else "source"
    if end > start:
        head.note(field, (unit.start + start, unit.start + end))
    head.cut(unit.start, "source")
    head.anchor = head.anchor or "source"
    return rest


def _date(head: Head, unit: Unit) -> bool:
    """Read a line that holds a date or a clock time and nothing else, or a place dateline."""
    if len(unit.text) > 100:
        return False
    kind = head.dated(unit)
    if kind is None and not ("date" in head.fields and is_clock(unit.text)):
        return False
    head.cut(unit.start, kind or "date")
    return True


def _notice(head: Head, unit: Unit) -> int | None:
    """Read a pointer to the disclaimer, a notice, an opening formula, or a dateline before the text."""
    text, at = unit.text, unit.start
    if len(text) <= 160:
        if text[-1] == ":" and _ISSUED.match(text):
            head.cut(at, "stage")
            return len(text)
        kind = NOTICES.kind(text)
        if kind:
            head.cut(at, kind)
            return len(text)
    opening = before_text(text)
    if opening and "dateline" not in head.fields:
        (start, end), date, rest = opening
        head.note("dateline", (at + start, at + end))
        if date:
            head.note("date", (at + date[0], at + date[1]))
        head.cut(at, "dateline")
        return rest
    return None
