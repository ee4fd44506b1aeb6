"""Offices beside names: `Prime Minister of X Name`, `the Minister for Y, Name,` and `Name, rector of Z,`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from communique.patterns import lazy_regex
from communique.records.persons.office_words import BODIES, STOPS
from communique.records.persons.tokens import Token, each_token, ends_in_name, kind_of, modifies, tokens
from communique.text import Span
from communique.wire.vocabulary import words

_REACH = 260
"""Characters before or behind a name in which its office stands."""

_PAST = words("former ex late then previous future ex- бывший бывшая бывшего бывшей бывшему экс")
_HONORIFICS = words(
    "mr mrs ms miss dr prof e h.e sir comrade madam madame hon honourable honorable excellency господин госпожа"
)
_HONORIFICS_BEHIND = lazy_regex(
    r"(?:,\s*)?(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|H\.? ?E|Sir|Comrade|Madam|Madame|(?:the\s+)?(?:Rt\.? )?Hon"
    r"|(?:the\s+)?(?:Right )?Honou?rable|(?:His|Her) Excellency|господин|госпожа)\b\.?\s+){1,3}$"
)
_NOTE_BEHIND = lazy_regex(r"\s*\([^()\n]{1,60}\)\s*$")


def office_before(reading: str, low: int, at: int) -> Span | None:
    """Return the office printed directly before the name at `at`, not reaching back beyond `low`, or None.

    Without its article, and not a former one: `Deputy Prime Minister and Chief of the Government Staff`.
    """
    if at <= low:
        return None
    end = _end_before(reading, low, at)
    start_of_window = _where_office_may_begin(reading, max(low, end - _REACH), end) if end > low else end
    if start_of_window >= end:
        return None
    window = _allowed(tokens(reading, start_of_window, end))
    if not window or window[-1].kind in ("comma", "and", "connector", "mark"):
        return None
    start = _start_of_office(_chunks(window))
    if start is None or word_before(reading, low, start) in _PAST:
        return None
    if "," in reading[end:at] and ends_in_name([token for token in window if token.start >= start]):
        return None
    return start, end


_NO_END = ("comma", "and", "connector", "mark", "stop")


def _where_office_may_begin(reading: str, low: int, end: int) -> int:
    """Return how far back the text before a name may be its office, told by plain words alone; `end` where none may.

    The words that end an office anyway are found here without the cost of telling all marks apart.
    """
    at = end
    for word in reversed(reading[low:end].split(" ")):
        if word.isalpha():
            kind = kind_of(word)
            if at == end and kind in _NO_END:
                return end
            if kind == "stop" or (kind == "plain" and word.endswith(_VERBAL)):
                return at
        at -= len(word) + 1
    return low


def _end_before(reading: str, low: int, at: int) -> int:
    """Return where the text before a name ends, honorifics, a note in brackets and a comma left out."""
    low = max(low, at - _REACH)
    if word_before(reading, low, at) in _HONORIFICS:
        match = _HONORIFICS_BEHIND.search(reading, max(low, at - 30), at)
        at = match.start() if match else at
    match = _NOTE_BEHIND.search(reading, max(low, at - 70), at) if reading[low:at].rstrip().endswith(")") else None
    at = match.start() if match else at
    end = low + len(reading[low:at].rstrip(" \n"))
    return end - 1 if end > low and reading[end - 1] == "," else end


def word_before(reading: str, low: int, at: int) -> str:
    """Return the last word before a place, folded and without its full stop; an empty string where there is none."""
    behind = reading[max(low, at - 24) : at].rsplit(None, 1)
    return behind[-1].rstrip(".").lower() if behind else ""


def _allowed(window: list[Token]) -> list[Token]:
    """Return the longest end of a window in which nothing stands that no office holds."""
    first = len(window)
    while first and (window[first - 1].kind not in ("stop", "plain", "mark") or _is_loose(window[first - 1])):
        first -= 1
    return window[first:]


def _is_loose(token: Token) -> bool:
    """Whether a lower-case word may stand in the name of a body: `ice` in `director of the Kamenka ice works`."""
    return token.kind == "plain" and token.word.isalpha() and not token.word.endswith(_VERBAL)


_VERBAL = ("ed", "ing", "ly")


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
    """Walk from the name to the left over the parts that belong to its office; return where the leftmost one begins."""
    start: int | None = None
    for number, chunk in enumerate(reversed(chunks)):
        head = next((i for i, token in enumerate(chunk) if token.kind == "head"), None)
        if head is None and start is None and chunk and not ends_in_name(chunk):
            continue  # the end of an office of several parts, `Industry and Trade`
        if head is None or (number and ends_in_name(chunk)) or not _is_chained(chunk, head):
            break
        first = head
        while first and modifies(chunk[first - 1], chunk[head]):
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


_DEGREE = r"(?:Ph\.? ?D|MD|M\.D|DSc|D\.Sc|Dr\. ?Sc|MBA|MSc|Esq|Jr|Sr|OBE|CBE|KC|QC)\b\.?"
_APPOSITION = lazy_regex(rf"(?:\s?,\s+(?:{_DEGREE}|(?:aged )?\d{{1,3}})(?=,)){{0,3}}(?:\s?,\s+|\s\(|\s[–—-]\s)")
_OPENS_APPOSITION = tuple(",(–—-")
_BEFORE_HEAD = 7
_NEAR = 110
_ARTICLES = ("the", "a", "an")


def office_after(reading: str, at: int, high: int, strict: bool = False) -> Span | None:
    """Return the office printed as an apposition behind the name that ends at `at`, or None.

    Samples: `, sales manager at Y.`, `, an engineer at the Z Observatory, says`, ` (Rector of W)`. With `strict` (a
    name that has an office before it already, as in lists) it may hold no further name.
    """
    if reading[at : at + 1] != "," and reading[at + 1 : at + 2] not in _OPENS_APPOSITION:
        return None
    opened = _APPOSITION.match(reading, at, high)
    if not opened:
        return None
    head = _head_in_front(each_token(reading, opened.end(), min(high, opened.end() + _NEAR)))
    if head is None:
        return None
    found = tokens(reading, opened.end(), min(high, opened.end() + _REACH))
    office = found[: _last_of_office(reading, found, head)]
    if (strict and any(ends_in_name(part) for part in _chunks(office))) or office[0].word.casefold() in _PAST:
        return None
    has_article = office[0].word.casefold() in _ARTICLES and len(office) > 1
    return office[1 if has_article else 0].start, office[-1].end


def _head_in_front(found: Iterator[Token]) -> int | None:
    """Return the index of the head noun among the first words of an apposition, or None."""
    for i, token in enumerate(islice(found, _BEFORE_HEAD)):
        if token.kind == "head":
            return i
        article = i == 0 and token.word.casefold() in _ARTICLES
        if token.kind in ("comma", "mark", "and", "quoted", "stop", "connector") and not article:
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


_MAY_GO_ON = words("new a an his her its their our my on in at to from for with by as and march may all named after")
_VERBS = words(
    """
    said says noted notes stated states emphasized emphasised stressed added explained explains believes believed
    reported reports commented comments recalled concluded shared was is were are has had have will would which who
    whose whom that met meets spoke speaks arrived asked took opened emphasizes emphasises stresses adds recalls
    concludes shares asks continues replies answers tells clarifies
    """
)


def _ends_apposition(word: str) -> bool:
    if word in _MAY_GO_ON:
        return False
    return word in STOPS or word in _VERBS or word.endswith("ed")


def _goes_on(reading: str, found: list[Token], at: int) -> bool:
    """Whether a comma inside an apposition leads to a further office (`, Doctor of Sciences,`) or a hyphen joins."""
    if reading[found[at].start] != ",":
        return reading[found[at].start - 1] != " "
    rest = found[at + 1 :]
    stop = next((i for i, token in enumerate(rest) if token.kind in ("comma", "mark", "plain", "stop")), len(rest))
    if _is_affiliation(rest, stop):
        return True
    head = next((i for i, token in enumerate(rest[:3]) if token.kind not in ("word", "proper")), None)
    if head is None or rest[head].kind != "head" or stop == len(rest):
        return False
    return rest[stop].kind in ("comma", "mark") and not ends_in_name(rest[:stop])


def _is_affiliation(rest: list[Token], stop: int) -> bool:
    """Whether the words behind a comma are a body that ends the sentence: `director of sales, Tarvograd Exchange.`"""
    if stop < len(rest) and rest[stop].word != ".":
        return False
    body = rest[:stop]
    if not body or any(token.kind not in ("word", "proper", "connector", "quoted") for token in body):
        return False
    return body[0].word[0].isupper() and any(token.word.casefold() in BODIES for token in body)


def office_of(reading: str, low: int, high: int) -> Span | None:
    """Return the first office that stands for a person without a name (`the Minister of X noted`), or None."""
    found = tokens(reading, low, min(high, low + _REACH))
    head = next((i for i, token in enumerate(found) if token.kind == "head"), None)
    if head is None:
        return None
    first = head
    while first and modifies(found[first - 1], found[head]):
        first -= 1
    last = head + 1
    while last < len(found) and found[last].kind in _OF_OFFICE:
        last += 1
    while found[last - 1].kind in ("connector", "and"):
        last -= 1
    return found[first].start, found[last - 1].end


_OF_OFFICE = ("word", "proper", "connector", "and", "head", "initials", "quoted")
