"""Names found in running text: capitalised words, without the offices, bodies and places that stand before them."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from communique.patterns import lazy_regex
from communique.records.countries import country_in
from communique.records.persons.names import NAME, PARTICLES
from communique.records.persons.office_words import BODIES, GEOGRAPHY, MONTHS, PLACES, REGIONS, STATE_RU
from communique.records.persons.offices import office_before, word_before
from communique.records.persons.tokens import Token, is_russian, kind_of, tokens
from communique.text import Span
from communique.wire.vocabulary import words


def names_in(reading: str, low: int, high: int, known: Sequence[str] = ()) -> list[Span]:
    """Return the spans that have the shape of a person's name, in order.

    `known` are names that are sure, longest first: a run of capitalised words that ends in one is that name.
    """
    found: list[Span] = []
    for match in NAME.finditer(reading, low, high):
        run = match[0]
        if kind_of(run) in _NO_NAMES:
            continue
        if _is_quoted(reading, match.start(), match.end(), high) or _names_a_place(reading, match.end(), high):
            continue
        sure = _sure_end(run, known) if known else None
        if sure is not None:
            found.append((match.end() - len(sure), match.end()))
        elif _is_plain(run) and word_before(reading, low, match.start()) not in _BEFORE_PLACES:
            found.append(match.span())
        else:
            found += _names_of_run(reading, low, high, tokens(reading, match.start(), match.end()))
    return found


_NO_NAMES = ("head", "word", "stop")
"""Kinds of single words that are no name: `Governor`, `On`."""


def _sure_end(run: str, known: Sequence[str]) -> str | None:
    """Return the known name that a run ends in, or None."""
    if run in known:
        return run
    sure = next((name for name in known if run.endswith(name)), None)
    return sure if sure is not None and run[-len(sure) - 1] in " \n" else None


@functools.lru_cache(maxsize=4096)
def _is_plain(run: str) -> bool:
    """Whether two or three words are a name beyond doubt, so that the run need not be cut: `Ivan Petrov visited`."""
    parts = run.split(" ")
    if not 1 < len(parts) < 4 or parts[0].casefold() in REGIONS:
        return False
    if is_russian(run) or sum(letter.isupper() for letter in parts[0]) > 1:
        return False
    return all(part.isalpha() and kind_of(part) == "proper" and not part.isupper() for part in parts)


def person_at_end(reading: str, low: int, end: int, known: Sequence[str] = ()) -> tuple[Span | None, Span] | None:
    """Return (office or None, name) of a phrase that closes with a name, or None: `With Prime Minister of X Name`."""
    names = names_in(reading, low, end, known)
    if not names or names[-1][1] != end:
        return None
    return office_before(reading, low, names[-1][0]), names[-1]


def _names_of_run(reading: str, low: int, high: int, run: list[Token]) -> list[Span]:
    """Cut a run of capitalised words at words of offices; before such a word stands no name (`Vega Observatory`)."""
    found: list[Span] = []
    first = 0
    run = _with_months_named(reading, low, high, run)
    for i in range(len(run) + 1):
        if i < len(run) and (run[i].kind in ("proper", "initials") or _is_particle(run, first, i)):
            continue
        part = run[first:i]
        first = i + 1
        if not part or (i < len(run) and run[i].kind != "stop"):
            continue
        span = None if i == len(run) and _is_modifier(reading, part, high) else _behind_place(reading, low, part)
        if span is not None:
            found.append(span)
    return found


_TITLES = ("mr", "mrs", "ms", "miss", "dr", "madam", "madame")
_OF_TIME = words("in since until till by of last this next early late mid from to every during before after around on")
_DAY_BEFORE = lazy_regex(r"\d(?:st|nd|rd|th)?(?: day)?(?: of)? $")
_DAY_BEHIND = lazy_regex(r",? ?\d{4}\b| \d")


def _with_months_named(reading: str, low: int, high: int, run: list[Token]) -> list[Token]:
    """Return a run with the month words that are parts of a name as such: `Li Jun`, `Jan Hofmann`, `Mrs May`.

    A month stands beside a day or year or behind a word of time; a name of this kind ends its run, or opens one of
    two words (not `May`, which opens wishes).
    """
    found = list(run)
    for i, token in enumerate(run):
        if token.kind != "stop" or token.word.casefold() not in MONTHS or not token.word[0].isupper():
            continue
        last = i > 0 and i == len(run) - 1 and _may_precede(run[i - 1])
        opens = i == len(run) - 2 and run[-1].kind == "proper" and token.word.casefold() != "may"
        if opens and i and run[i - 1].kind == "stop" and not _may_precede(run[i - 1]):
            continue
        if (last or opens) and not _is_dated(reading, low, high, token):
            found[i] = Token(token.start, token.end, "proper", token.word)
    return found


def _may_precede(token: Token) -> bool:
    return token.kind in ("proper", "initials") or token.word.casefold().rstrip(".") in _TITLES


def _is_dated(reading: str, low: int, high: int, token: Token) -> bool:
    """Whether a word of time or a day stands before a month, or a day or year behind it."""
    if _DAY_BEHIND.match(reading, token.end, high) or word_before(reading, low, token.start) in _OF_TIME:
        return True
    return _DAY_BEFORE.search(reading, max(low, token.start - 12), token.start) is not None


_JOINS = ("y", "e", "la")
"""Particles that are everyday words as well; `y` and `e` join the last surname to others: `de Almeida e Silva`."""


def _is_particle(run: list[Token], first: int, i: int) -> bool:
    if not first < i < len(run) - 1 or run[i].word not in PARTICLES:
        return False
    return run[i].word not in _JOINS or (run[i].word != "la" and i == len(run) - 2 and i - first > 1)


def _is_quoted(reading: str, start: int, end: int, high: int) -> bool:
    """Whether a run is a title or a ship's name, all of it in quote marks."""
    return start > 0 and reading[start - 1] in '"“«„' and end < high and reading[end] in '"”»“'


_BEHIND = lazy_regex(r"[ \n]([a-z][a-z-]{2,30})\b")


def _names_a_place(reading: str, end: int, high: int) -> bool:
    """Whether a place or body in small letters follows: `the Vega Ardan special economic zone`."""
    for _ in range(4):
        behind = _BEHIND.match(reading, end, high)
        if behind is None:
            return False
        if behind[1] in PLACES:
            return True
        if kind_of(behind[1]) != "word":
            return False
        end = behind.end()
    return False


_MODIFIED = lazy_regex(r"(?:’s|'s)?[ \n]([^\W\d_][\w-]{0,40})")


def _is_modifier(reading: str, part: list[Token], high: int) -> bool:
    """Whether one word stands before a lower-case office: `Moscow mayor`."""
    behind = _MODIFIED.match(reading, part[-1].end, high) if len(part) == 1 else None
    return behind is not None and kind_of(behind[1]) == "head"


_PLACED = lazy_regex(
    r"(?:^|(?P<before>[^\W_][\w’'-]{0,40}|[\"”»])[ \n]+)(?P<by>of|for|at|in|under|to|after)(?:[ \n]+the)?[ \n]+$"
)


_BEFORE_PLACES = ("of", "for", "at", "in", "under", "to", "after", "the")


_HOLIDAYS = frozenset({"Day", "Week", "Month", "Year", "Anniversary", "Holiday", "Festival"})
"""What an occupation may stand before that is no person: `on Teacher’s Day`."""


_ADJECTIVE_RU = lazy_regex(r"ск(?:им|ую|ое|их|ие|ими)$")
"""What ends no surname: `командующий Балтийским флотом`."""


def _behind_place(reading: str, low: int, part: list[Token]) -> Span | None:
    """Return the name that ends a run of words, without the place or body at its head: `of Russia Vladimir Putin`."""
    at, end, skip = part[0].start, part[-1].end, 0
    if len(part) == 1 and word_before(reading, low, at) in BODIES:
        return None  # a body's own name: `director of the company Rostsoft, Inna Chub`
    placed = _placed(reading, low, at) if word_before(reading, low, at) in _BEFORE_PLACES else None
    if placed and (placed["by"] == "after" or _is_office_like(placed["before"] or "")):
        skip = _size_of_place(reading, part, placed["by"])
    elif len(part) > 2 and is_russian(part[0].word) and _is_placed_ru(reading, low, part):
        skip = _size_of_place(reading, part, "of")
    elif len(part) > 2 and word_before(reading, low, at) in BODIES:
        skip = len(part) - (3 if part[-2].kind == "initials" or _PATRONYMIC.search(part[-2].word) else 2)
    while skip < len(part) and (_is_acronym(part, skip) or part[skip].word.casefold() in REGIONS):
        skip += 1
    rest = _last_words(part, skip)
    if (
        not rest
        or (
            len(rest) == 1
            and (
                rest[0].word in _HOLIDAYS
                or _ADJECTIVE_RU.search(rest[0].word)
                or reading.startswith((" of ", " for "), end)
            )
        )
        or all(token.kind == "initials" for token in rest)
        or sum(token.word not in PARTICLES for token in rest) > 5
    ):
        return None
    return rest[0].start, end


def _placed(reading: str, low: int, at: int) -> re.Match[str] | None:
    """Look at the three words before a place: tried from every letter before it, the pattern took half of the time."""
    low = max(low, at - 60)
    before = reading[low:at].rsplit(None, 3)
    return _PLACED.search(reading, low + len(before[0]) if len(before) > 3 else low, at)


def _last_words(part: list[Token], skip: int) -> list[Token]:
    """Return the words of a run that are the name, behind a body of several: `PJSC Green Farm Ivan Petrov`."""
    rest = part[skip:]
    long = 2 if skip and _is_acronym(part, skip - 1) else 3
    if not skip or len(rest) <= long or any(token.word in PARTICLES for token in rest):
        return rest
    middle = rest[-2]
    return rest[-3:] if middle.kind == "initials" or _PATRONYMIC.search(middle.word) else rest[-2:]


def _is_office_like(word: str) -> bool:
    return not word or word in '"”»' or kind_of(word) in ("head", "word", "proper")


def _size_of_place(reading: str, part: list[Token], by: str) -> int:
    """Return how many words at the head of a run are the place, the body or the namesake of what stands before it."""
    named = country_in(reading[part[0].start : part[-1].end])
    if named and named[1][0] == 0:
        return sum(token.start < part[0].start + named[1][1] for token in part)
    if by == "after":
        surname = next((i for i, token in enumerate(part) if token.kind == "proper"), 0)
        return min(1 + surname + (part[0].kind == "proper"), len(part))
    if len(part) == 2:
        return 0 if by == "to" else 2
    return 2 if part[0].word.casefold() in GEOGRAPHY and len(part) > 2 else 1


_PATRONYMIC = lazy_regex(r"(?:вич|вна|чна|ьич|vich|vna|ichna)$")
_WORD_BEFORE = lazy_regex(r"([а-яёА-ЯЁ-]{1,30}) $")
_STATE_BEFORE = lazy_regex(rf"\b{STATE_RU.pattern[:-1]} $", re.IGNORECASE)


def _is_placed_ru(reading: str, low: int, part: list[Token]) -> bool:
    """Whether a Russian run opens with a place: `Республики Корванн Этьен Марво`, `мэр Москвы Иван Петров`."""
    at = part[0].start
    if _STATE_BEFORE.search(reading, max(low, at - 16), at):
        return True
    office = _WORD_BEFORE.search(reading, max(low, at - 30), at)
    is_office = office is not None and kind_of(office[1]) == "head"
    return len(part) == 3 and is_office and not _PATRONYMIC.search(part[1].word)


def _is_acronym(part: list[Token], at: int) -> bool:
    """Whether capitals before a name in mixed letters are a body: `SPbPU`, `NATO Ivan Petrov`."""
    word = part[at].word
    if word[1:].islower() or at + 1 == len(part) or part[at].kind != "proper":
        return False
    if not word.isalpha() or _has_inner_capital(word):
        return False
    shouted = any(token.word.isupper() and len(token.word) > 2 for token in part[at + 1 :])
    return sum(letter.isupper() for letter in word) > 1 and not shouted


def _has_inner_capital(word: str) -> bool:
    """Whether a surname is printed with a capital inside: `McKay`, `MacLeod`, `DeLuca`."""
    return word[:2] in ("Mc", "De", "La", "Le", "Di", "Du") or word[:3] == "Mac"
