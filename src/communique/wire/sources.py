"""The source line: who issued the text, without doubling and trailing dash, and the body that may run on behind it.

`Source: Moscow Government – Moscow Government –` is one name printed twice, `President of Russia – The Kremlin` is one
name with a dash inside; in `Source: Federal Foreign OfficeToday, 18 years ago …` the body begins without a space.
"""

from __future__ import annotations

from communique.patterns import lazy_regex
from communique.text import Span, trimmed

_DASHED = lazy_regex(r"\s[–—-](?=\s|$)|[–—]")
_ISSUED = lazy_regex(
    r"\s?(?:[Tt]he|La|Le|Les|L['’]) ?[^\W\d_][^.:]{2,60}? (?:has|have) issued (?:the|a) following [^.:]{4,40} ?:"
)
_FUSED = lazy_regex(r"(?<=[a-zà-ÿа-я)])(?=[A-ZÀ-ÞА-ЯЁ][a-zà-ÿа-я’']*,? \S)")
_OPENING = lazy_regex(
    r"(?<=\S) (?=(?:Today|Yesterday|Tomorrow|On|In|At|This|That|These|It|There|We|When|After|Before|During|For|With|As|"
    r"According|From|By|Since|While|Dear|Ladies|Mr|Madam|A|An|The)\b,? [^\W\d_]?[a-z\d])"
)
_SURE_NAME = 90
"""A source line up to this length that holds no sentence is a name."""


def name_and_rest(line: str, start: int) -> tuple[Span, int]:
    """Return the span of the issuing body's name printed from `start` on, and where other text begins on the line.

    Where nothing follows, the second value is the line's length.
    """
    issued = _ISSUED.search(line, start, start + 300)
    if issued:
        end, rest = issued.start(), issued.start() + (issued[0][0] == " ")
    else:
        end = rest = _end_of_name(line, start)
    return _once(line, *_bare(line, start, end)), rest


def _end_of_name(line: str, start: int) -> int:
    """Return where a sentence begins behind the name, or the line's length."""
    if not _holds_sentence(line, start):
        return len(line)
    fused = _FUSED.search(line, start, start + 160)
    opening = _OPENING.search(line, start, start + 160)
    ends = [match.end() if match is opening else match.start() for match in (fused, opening) if match]
    return min(ends) if ends else len(line)


def _holds_sentence(line: str, start: int) -> bool:
    tail = line[start:].rstrip()
    if len(tail) > _SURE_NAME:
        return tail.count(" – ") + tail.count(" - ") < 1 or ". " in tail
    return tail[-1:] in ".!?:…" and tail.count(" ") >= 5


def _bare(line: str, start: int, end: int) -> Span:
    """Return the span without white space and dashes at its end."""
    start, end = trimmed(line, start, end)
    while end > start and line[end - 1] in "–—-":
        start, end = trimmed(line, start, end - 1)
    return start, end


def _once(line: str, start: int, end: int) -> Span:
    """Return the span of a name that is printed twice, `X – X`, as its first half."""
    for dash in _DASHED.finditer(line, start, end):
        left, right = line[start : dash.start()].strip(), line[dash.end() : end].strip()
        if left and left.casefold() == right.casefold():
            return trimmed(line, start, dash.start())
    return start, end
