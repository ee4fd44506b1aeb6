"""Offices beside names: `Prime Minister of X Name`, `the Minister for Y, Name,` and `Name, rector of Z,`."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from communique.records.countries import country_in
from communique.records.names import NAME, PARTICLES, UPPER
from communique.records.office_words import (
    BODY_RU,
    BREAKS_RU,
    CONNECTORS,
    CONNECTORS_RU,
    GEOGRAPHY,
    OFFICE_WORDS,
    STATE_RU,
    STOPS,
    is_head,
)
from communique.text import Span

Kind = Literal["head", "word", "connector", "proper", "initials", "stop", "plain", "comma", "and", "quoted", "mark"]

_TOKEN = re.compile(
    rf"(?:[{UPPER}]\.)+(?=[ \n{UPPER}-]|$)|(?:St|Dr|Gen|Col|Lt|Prof|Acad|No|Yu|Ya|Kh|Zh|Sh|Ch|Ts|Yo|Ye)\."
    r"|\"[^\"\n]{1,60}\"|“[^”\n]{1,60}”|«[^»\n]{1,60}»"
    r"|[^\W_](?:[\w’'ʼ&/-]*[^\W_])?|[^\w\s]"
)
_REACH = 260
"""Characters before a name in which its office stands."""

_FORMER = re.compile(r"(?:\b(?:former|ex|late|then|previous|future|бывш\w{2,3}|экс)[- ]+)$", re.IGNORECASE)
_HONORIFICS_BEHIND = re.compile(
    r"(?:,\s*)?(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|H\.? ?E|Sir|Comrade|Madam|Madame|господин|госпожа)\b\.?\s+)+$"
)
_NOTE_BEHIND = re.compile(r"\s*\([^()\n]{1,60}\)\s*$")


class Token(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One word or mark of a phrase."""

    start: int
    end: int
    kind: Kind
    word: str


@functools.lru_cache(maxsize=8192)
def kind_of(printed: str) -> Kind:
    """Return what a word can be in an office or name."""
    word = printed.casefold()
    if not (printed[0].isalpha() or printed[0].isdigit()):
        return _kind_of_mark(printed)
    if printed[-1] == "." or (len(printed) == 1 and printed.isupper() and word not in STOPS):
        return "initials"
    if word in ("and", "и", "et", "und"):
        return "and"
    if word in CONNECTORS or word in CONNECTORS_RU:
        return "stop" if printed[0].isupper() else "connector"
    if word in STOPS or word in BREAKS_RU:
        return "stop"
    bare = word.removesuffix("’s").removesuffix("'s")
    if is_head(bare):
        return "head"
    if word in OFFICE_WORDS or bare in OFFICE_WORDS or ("-" in word and word.rsplit("-", 1)[1] in OFFICE_WORDS):
        return "word"
    if printed[0].isupper():
        return "word" if BODY_RU.match(word) else "proper"
    return "word" if "а" <= word[0] <= "я" else "plain"


def _is_loose(word: str) -> bool:
    """Whether a lower-case word may stand in the name of a body: `ice` in `director of the Kamenka ice works`."""
    return word.isalpha() and not word.endswith(("ed", "ing", "ly"))


def _kind_of_mark(printed: str) -> Kind:
    if printed == ",":
        return "comma"
    if printed in "–—-":
        return "comma"
    if printed == "&":
        return "and"
    return "quoted" if len(printed) > 1 and printed[-2] not in ",.!?" else "mark"


def tokens(reading: str, start: int, end: int) -> list[Token]:
    """Return the words and marks of a part of the reading."""
    return [Token(m.start(), m.end(), kind_of(m[0]), m[0]) for m in _TOKEN.finditer(reading, start, end)]


def office_before(reading: str, low: int, at: int) -> Span | None:
    """Return the office printed directly before the name at `at`, not reaching back beyond `low`, or None.

    Without its article, and not a former one: `Deputy Prime Minister and Chief of the Government Staff`.
    """
    end = _end_before(reading, low, at)
    if end <= low:
        return None
    comma = "," in reading[end:at]
    window = _allowed(tokens(reading, max(low, end - _REACH), end))
    if not window or window[-1].kind in ("comma", "and", "connector", "mark"):
        return None
    start = _start_of_office(_chunks(window))
    if start is None or _FORMER.search(reading, max(low, start - 12), start):
        return None
    if comma and _ends_in_name([token for token in window if token.start >= start]):
        return None
    return start, end


def _end_before(reading: str, low: int, at: int) -> int:
    """Return where the text before a name ends, honorifics, a note in brackets and a comma left out."""
    match = _HONORIFICS_BEHIND.search(reading, max(low, at - 30), at)
    at = match.start() if match else at
    match = _NOTE_BEHIND.search(reading, max(low, at - 70), at)
    at = match.start() if match else at
    end = (
        len(reading[low:at].rstrip(" \n")) + low
        if at - low < _REACH
        else len(reading[at - _REACH : at].rstrip(" \n")) + at - _REACH
    )
    return end - 1 if end > low and reading[end - 1] == "," else end


def _allowed(window: list[Token]) -> list[Token]:
    """Return the longest end of a window in which nothing stands that no office holds."""
    first = len(window)
    while first and (window[first - 1].kind not in ("stop", "plain", "mark") or _is_loose_at(window[first - 1])):
        first -= 1
    return window[first:]


def _is_loose_at(token: Token) -> bool:
    return token.kind == "plain" and _is_loose(token.word)


def _chunks(window: list[Token]) -> list[list[Token]]:
    """Return the parts of an office between commas, dashes and `and`."""
    found: list[list[Token]] = [[]]
    for token in window:
        if token.kind in ("comma", "and"):
            found.append([])
        else:
            found[-1].append(token)
    return found


def _start_of_office(chunks: list[list[Token]]) -> int | None:
    start: int | None = None
    for number, chunk in enumerate(reversed(chunks)):
        head = next((i for i, token in enumerate(chunk) if token.kind == "head"), None)
        if head is None:
            if start is not None or not chunk or _ends_in_name(chunk):
                break
            continue
        if number and _ends_in_name(chunk):
            break
        if not _is_chained(chunk, head):
            break
        first = head
        while first and _modifies(chunk[first - 1], chunk[head]):
            first -= 1
        start = chunk[first].start
        if first:
            break
    return start


def _is_chained(chunk: list[Token], head: int) -> bool:
    """Whether a connector stands between an office's head and each lower-case word that is no word of offices."""
    connected = False
    for token in chunk[head + 1 :]:
        connected = connected or token.kind == "connector"
        if token.kind == "plain" and not connected:
            return False
    return True


def _modifies(token: Token, head: Token) -> bool:
    """Whether a word belongs to the office whose head follows: `SPbPU Rector`; a Russian place does not."""
    return token.kind in ("word", "head") or (token.kind == "proper" and not "а" <= head.word[0].lower() <= "я")


def _ends_in_name(chunk: Sequence[Token]) -> bool:
    """Return whether a part of an office runs into a person's name: `Foreign Minister Sergei Lavrov`."""
    first = len(chunk)
    while first and chunk[first - 1].kind in ("proper", "initials"):
        first -= 1
    size = len(chunk) - first
    if not size:
        return False
    if not first:
        return size > 1
    before = chunk[first - 1].kind
    if before == "head":
        return True
    return size > 2 if before == "connector" else size > 1


def office_after(reading: str, at: int, high: int, strict: bool = False) -> Span | None:
    """Return the office printed as an apposition behind the name that ends at `at`, or None.

    Samples: `, sales manager at Y.`, `, an engineer at the Z Observatory, says`, ` (Rector of W)`. With `strict` (a name that has
    an office before it already, as in lists) it may hold no further name.
    """
    opened = _APPOSITION.match(reading, at, high)
    if not opened:
        return None
    found = tokens(reading, opened.end(), min(high, opened.end() + _REACH))
    head = _head_in_front(found)
    if head is None:
        return None
    last = _last_of_office(reading, found, head)
    office = found[:last]
    if strict and _ends_in_name(office):
        return None
    start = office[1].start if office[0].word.casefold() in ("the", "a", "an") and len(office) > 1 else office[0].start
    if _FORMER.search(reading, max(at, start - 12), start) or office[0].word.casefold() in (
        "former",
        "ex",
        "then",
        "late",
    ):
        return None
    return start, office[-1].end


_APPOSITION = re.compile(r"\s?,\s+|\s\(|\s[–—-]\s")
_BEFORE_HEAD = 7


def _head_in_front(found: list[Token]) -> int | None:
    """Return the index of the head noun among the first words of an apposition, or None."""
    for i, token in enumerate(found[:_BEFORE_HEAD]):
        if token.kind == "head":
            return i
        article = i == 0 and token.word.casefold() in ("the", "a", "an")
        if token.kind in ("comma", "mark", "and", "quoted") or (token.kind == "stop" and not article):
            return None
        if token.kind == "connector" and not article:
            return None
    return None


def _last_of_office(reading: str, found: list[Token], head: int) -> int:
    """Return the index behind the last token of an apposition."""
    last = head + 1
    while last < len(found):
        token = found[last]
        if token.kind == "mark" or (token.kind == "comma" and not _goes_on(reading, found, last)):
            break
        if token.kind in ("stop", "plain") and _ends_apposition(token.word.casefold()):
            break
        last += 1
    while last > head + 1 and found[last - 1].kind in ("comma", "and", "connector"):
        last -= 1
    return last


def _ends_apposition(word: str) -> bool:
    return word in _ENDS_APPOSITION or (word.endswith("ed") and word != "named")


_ENDS_APPOSITION = STOPS - frozenset(
    "new a an his her its their our my on in at to from for with by as and march may all named after".split()
) | frozenset(
    """said says noted notes stated states emphasized emphasised stressed added adds explained explains believes believed
    reported reports commented comments recalled concluded shared was is were are has had have will would which who whose
    whom that met meets spoke speaks arrived asked took opened""".split()
)


def _goes_on(reading: str, found: list[Token], at: int) -> bool:
    """Whether a comma inside an apposition is followed by a further office: `, Doctor of Sciences,`."""
    if reading[found[at].start] != ",":
        return found[at].end == found[at].start + 1 and reading[found[at].start - 1] != " "
    behind = found[at + 1 : at + 4]
    for token in behind:
        if token.kind == "head":
            rest = found[at + 1 :]
            stop = next((i for i, t in enumerate(rest) if t.kind in ("comma", "mark", "plain", "stop")), len(rest))
            return not _ends_in_name(rest[:stop]) and stop < len(rest) and rest[stop].kind in ("comma", "mark")
        if token.kind not in ("word", "proper"):
            return False
    return False


def names_in(reading: str, low: int, high: int, known: Sequence[str] = ()) -> list[Span]:
    """Return the spans that have the shape of a person's name, in order; offices and places before them are left out.

    `known` are names that are sure: a run of capitalised words that ends in one is that name.
    """
    found: list[Span] = []
    for match in NAME.finditer(reading, low, high):
        sure = next((name for name in known if match[0].endswith(name)), None)
        if sure is not None and (len(sure) == len(match[0]) or match[0][-len(sure) - 1] in " \n"):
            found.append((match.end() - len(sure), match.end()))
            continue
        found += _names_of_run(reading, low, high, tokens(reading, match.start(), match.end()))
    return found


def _names_of_run(reading: str, low: int, high: int, run: list[Token]) -> list[Span]:
    found: list[Span] = []
    first = 0
    for i in range(len(run) + 1):
        if i < len(run) and (run[i].kind in ("proper", "initials") or _is_particle(run, first, i)):
            continue
        part = run[first:i]
        first = i + 1
        if (
            not part
            or _is_quoted(reading, part, high)
            or (i < len(run) and run[i].kind != "stop")
            or (i == len(run) and _is_modifier(reading, part, high))
        ):
            continue
        span = _behind_place(reading, low, part)
        if span is not None:
            found.append(span)
    return found


def _is_quoted(reading: str, part: list[Token], high: int) -> bool:
    start, end = part[0].start, part[-1].end
    return start > 0 and reading[start - 1] in '"“«„' and end < high and reading[end] in '"”»“'


def _is_particle(run: list[Token], first: int, i: int) -> bool:
    return first < i < len(run) - 1 and run[i].word in PARTICLES and run[i].word not in ("y", "la")


_MODIFIED = re.compile(r"(?:’s|'s)?[ \n]([^\W\d_][\w-]*)")


def _is_modifier(reading: str, part: list[Token], high: int) -> bool:
    """Whether one word stands before a lower-case office: `Moscow mayor`."""
    behind = _MODIFIED.match(reading, part[-1].end, high) if len(part) == 1 else None
    return behind is not None and kind_of(behind[1]) == "head"


_PLACED = re.compile(
    r"(?:^|(?P<before>[^\W_][\w’'-]*|[\"”»])[ \n]+)(?P<by>of|for|at|in|under|to|after)(?:[ \n]+the)?[ \n]+$"
)


def _behind_place(reading: str, low: int, part: list[Token]) -> Span | None:
    """Return the name that ends a run of words, without the place or body at its head: `of Russia Vladimir Putin`."""
    end = part[-1].end
    skip = 0
    placed = _PLACED.search(reading, max(low, part[0].start - 40), part[0].start)
    if placed and (placed["by"] == "after" or _is_office_like(placed["before"] or "")):
        skip = _size_of_place(reading, part, placed["by"])
    elif len(part) > 2 and "а" <= part[0].word[0].lower() <= "я" and _is_placed_ru(reading, low, part):
        skip = _size_of_place(reading, part, "of")
    while skip < len(part) and _is_acronym(part, skip):
        skip += 1
    rest = part[skip:]
    if not rest or all(token.kind == "initials" for token in rest) or len(rest) > 5:
        return None
    return rest[0].start, end


def _is_placed_ru(reading: str, low: int, part: list[Token]) -> bool:
    """Whether a Russian run opens with a place in the genitive: `Республики Корванн Этьен Марво`, `мэр Москвы Иван Петров`."""
    if _STATE_BEFORE.search(reading, max(low, part[0].start - 16), part[0].start):
        return True
    office = _WORD_BEFORE.search(reading, max(low, part[0].start - 30), part[0].start)
    return (
        len(part) == 3 and office is not None and kind_of(office[1]) == "head" and not _PATRONYMIC.search(part[1].word)
    )


_PATRONYMIC = re.compile(r"(?:вич|вна|чна|ьич)$")
_WORD_BEFORE = re.compile(r"([а-яёА-ЯЁ-]+) $")
_STATE_BEFORE = re.compile(rf"\b{STATE_RU.pattern[:-1]} $", re.IGNORECASE)


def _is_office_like(word: str) -> bool:
    return not word or word in '"”»' or kind_of(word) in ("head", "word", "proper")


def _size_of_place(reading: str, part: list[Token], by: str) -> int:
    named = country_in(reading[part[0].start : part[-1].end])
    if named and named[1][0] == 0:
        return sum(token.start < part[0].start + named[1][1] for token in part)
    if by == "after":
        return 1 + next((i for i, token in enumerate(part) if token.kind == "proper"), 0) + (part[0].kind == "proper")
    if len(part) == 2:
        return 0 if by == "to" else 2
    return 2 if part[0].word.casefold() in GEOGRAPHY and len(part) > 2 else 1


def _is_acronym(part: list[Token], at: int) -> bool:
    """Whether capitals before a name in mixed letters are a body: `SPbPU`, `NATO Ivan Petrov`."""
    word = part[at].word
    return (
        at + 1 < len(part)
        and len(word) > 1
        and sum(c.isupper() for c in word) > 1
        and word.isalpha()
        and part[at].kind == "proper"
        and not any(token.word.isupper() and len(token.word) > 2 for token in part[at + 1 :])
        and not _is_mac(word)
    )


def _is_mac(word: str) -> bool:
    return word[:2] in ("Mc", "De", "La", "Le", "Di", "Du", "Mac") or word[:3] == "Mac"


def person_at_end(reading: str, low: int, end: int, known: Sequence[str] = ()) -> tuple[Span | None, Span] | None:
    """Return (office or None, name) of a phrase that closes with a name, or None: `With Prime Minister of X Name`."""
    names = names_in(reading, low, end, known)
    if not names or names[-1][1] != end:
        return None
    return office_before(reading, low, names[-1][0]), names[-1]


def office_of(reading: str, low: int, high: int) -> Span | None:
    """Return the first office that stands for a person without a name: `the Deputy Prime Minister of X noted`, or None."""
    found = tokens(reading, low, min(high, low + _REACH))
    head = next((i for i, token in enumerate(found) if token.kind == "head"), None)
    if head is None:
        return None
    first = head
    while first and _modifies(found[first - 1], found[head]):
        first -= 1
    last = head + 1
    while last < len(found) and found[last].kind in (
        "word",
        "proper",
        "connector",
        "and",
        "head",
        "initials",
        "quoted",
    ):
        last += 1
    while found[last - 1].kind in ("connector", "and"):
        last -= 1
    return found[first].start, found[last - 1].end
