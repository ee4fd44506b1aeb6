"""The shape of a label: office, name and note, told apart by their words alone. Spans count from the label's start."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

from communique.patterns import lazy_regex
from communique.text import Span
from communique.wire.layout import TurnKind
from communique.wire.name_start import FUSED_INITIALS, Token, name_start
from communique.wire.vocabulary import (
    ANSWERS,
    CONNECTORS,
    GEOGRAPHY_ENDS,
    GEOGRAPHY_STARTS,
    HEADING_WORDS,
    HONORIFICS,
    NOT_IN_OFFICE,
    OFFICES,
    PARTICLES,
    QUESTIONS,
    ROLES_ALONE,
    VOICES,
    words,
)

Form = Literal[
    "word", "office-name", "initials", "full-name", "capitals", "honorific", "office", "long-office", "single"
]


class Shape(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A text that has the shape of a label."""

    form: Form
    name: Span
    role: Span | None = None
    kind: TurnKind = "speech"


_LETTER = r"[^\W\d_]"
_PLAIN = lazy_regex(
    rf"({_LETTER}[\w’'ʼ-]*{_LETTER})(?: ({_LETTER}[\w’'ʼ-]*{_LETTER}))(?: ({_LETTER}[\w’'ʼ-]*{_LETTER}))?"
)
_INITIALS = lazy_regex(rf"(?:{_LETTER}{{1,2}}\. ?){{1,3}}")
_WORDS = lazy_regex(r"\S+")
_NOTE = lazy_regex(r"\s*[(\[][^()\[\]]{1,90}[)\]]$")
_QA = lazy_regex(r"(?P<word>[^\W\d_]+)(?: ?(?:No\.? ?|№ ?)?\d{1,3})?\.?$")
_FROM = lazy_regex(
    r"(?P<word>(?i:question|вопрос|remark|voice|shout|реплика|голос))(?: (?i:from|by|to|for|of|от|из) [^.!?:;]{2,80})$"
)
_REPORTER = lazy_regex(r"(?P<word>(?i:journalist|correspondent|reporter)) (?:from|of|for|at) (?:the )?\S+(?: \S+)?$")
_BAD = lazy_regex(r"[!?;=<>|…@]|://")
_NAMED_BODY = lazy_regex(r"[“”\"«»]|\d{2}")
"""Quotation marks and numbers, which stand in a label only inside an office: `Director of School No. 12`."""
_OPENING, _CLOSING = lazy_regex(r"[“\"«](?=\w)"), lazy_regex(r"[“”\"«»]")
_LONGEST = 200
_MONTHS = words("january february march april may june july august september october november december")
"""Words of dates that are names as well: `Theresa May`, `August Hanning`; not `Early May`, `Since June`."""
_OF_TIME = words("early late mid last since until till before after during by every mid- in")
_NO_SURNAMES = HEADING_WORDS | GEOGRAPHY_ENDS
_NOT_IN_NAME = OFFICES | HEADING_WORDS | CONNECTORS | HONORIFICS | GEOGRAPHY_ENDS


@lru_cache(maxsize=2048)
def shape_of(text: str) -> Shape | str:
    """Return the shape of a label's text (no colon, no full stop at its end), or why it has none."""
    if len(text) > _LONGEST:
        return "longer than a label"
    note = _NOTE.search(text) if text[-1:] in ")]" else None
    core = text[: note.start()] if note else text
    if note and core[-1:] in ")]":
        return shape_of(core)  # `Anna Sok (Zenda East) (Lab)`
    plain = _PLAIN.fullmatch(core)
    found = _question(core) or (_plain_name(core, plain) if plain else None)
    if found:
        return _with_noted_office(text, found, note) if note and found.form in _NAMES else found
    if note and (noted := _name_in_note(text, core, note)):
        return noted
    bare = _without_quotes(core)
    if bare is None:
        return "holds marks that no label has"
    return _name_first(bare) or _worded(
        bare, [(match.start(), match.end(), match[0]) for match in _WORDS.finditer(bare)]
    )


_NAMES = frozenset({"full-name", "capitals"})
_NO_OFFICE = words("interpreter translator moderator")


def _with_noted_office(text: str, named: Shape, note: re.Match[str]) -> Shape:
    """Read `Fritz Tarlen (Deputy Prime Minister)`; other notes, `(retranslated)`, say how somebody spoke."""
    start = note.start() + len(note[0]) - len(note[0].lstrip()) + 1
    words = [word.strip(",.").lower() for word in text[start:-1].split()]
    office = text[start].isupper() and not OFFICES.isdisjoint(words) and NOT_IN_OFFICE.isdisjoint(words)
    if not office or not _NO_OFFICE.isdisjoint(words):
        return named
    return Shape(form="office-name", name=named.name, role=(start, len(text) - 1))


def _name_in_note(text: str, core: str, note: re.Match[str]) -> Shape | None:
    """Read `The Minister for Lakes (Fritz Tarlen)`, as parliaments' reports print an office and its holder."""
    start = note.start() + len(note[0]) - len(note[0].lstrip()) + 1
    name = text[start:-1]
    plain = _PLAIN.fullmatch(name)
    first = core.split(" ", 1)[0].lower()
    words = [word.strip(",.").lower() for word in core.split()]
    if not plain or not OFFICES.intersection(words[:5]) or not NOT_IN_OFFICE.isdisjoint(words):
        return None
    if not core[0].isupper() or not _plain_name(name, plain) or len(words) > _LONGEST_OFFICE:
        return None
    role = len(first) + 1 if first == "the" else 0
    return Shape(form="office-name", name=(start, len(text) - 1), role=(role, len(core.rstrip())))


_LONGEST_OFFICE = 14


def _without_quotes(core: str) -> str | None:
    """Return the text with letters for quotation marks inside an office, or None where it cannot be a label."""
    if _BAD.search(core):
        return None
    if not _NAMED_BODY.search(core):
        return core
    if OFFICES.isdisjoint([word.strip(",").lower() for word in core.split(" ", 4)[:4]]):
        return None
    return _CLOSING.sub("x", _OPENING.sub("X", core))


def _question(core: str) -> Shape | None:
    match = _QA.match(core) or _FROM.match(core) or _REPORTER.match(core)
    if not match:
        return None
    word = match["word"].lower()
    if not match["word"][0].isupper():
        return None
    if word in VOICES:
        return Shape(form="word", name=match.span("word"))
    if word in QUESTIONS:
        return Shape(form="word", name=match.span("word"), kind="question")
    return Shape(form="word", name=match.span("word"), kind="answer") if word in ANSWERS else None


def _plain_name(core: str, plain: re.Match[str]) -> Shape | None:
    """Return the shape of two or three capitalised words, none of an office or a heading: `Mikhail Mishustin`."""
    words = [word for word in plain.groups() if word]
    for word in words:
        low = word.lower()
        if not word[0].isupper() or (low in _NOT_IN_NAME and not _is_named_month(low, words)):
            return None
    if words[0].lower() in GEOGRAPHY_STARTS:
        return None
    upper = [word.isupper() for word in words]
    if any(upper) and not all(upper):
        return Shape(form="capitals", name=(0, len(core)))
    return Shape(form="full-name", name=(0, len(core)))


def _is_named_month(word: str, words: list[str]) -> bool:
    """Return whether a month's word among others without a number is a name's: `Theresa May`, `T. May`."""
    if word not in _MONTHS or words[0].lower() in _OF_TIME:
        return False
    return any(other.lower() not in _MONTHS for other in words)


_BEFORE_OFFICE = lazy_regex(r",| [–—-] ")


def _name_first(core: str) -> Shape | None:
    """Read `Fritz Tarlen, head of the Harbour Board`: a name, a comma or a dash, an office."""
    parts = _BEFORE_OFFICE.split(core, maxsplit=1)
    name, office = parts[0], parts[1] if len(parts) > 1 else ""
    plain = _PLAIN.fullmatch(name)
    words = [word.strip(",.").lower() for word in office.split()]
    if not plain or not OFFICES.intersection(words[:5]) or not NOT_IN_OFFICE.isdisjoint(words):
        return None
    if not _plain_name(name, plain):
        return None
    start = len(core) - len(office.lstrip())
    return Shape(form="office-name", name=(0, len(name)), role=(start, len(core)))


def _worded(core: str, tokens: list[Token]) -> Shape | str:
    if not tokens:
        return "empty"
    if not tokens[0][2][0].isupper():
        return "begins in lower case"
    words = [token[2].strip(",.").lower() for token in tokens]
    if words[0] in HONORIFICS and len(tokens) <= 4:
        return _addressed(core, tokens, words)
    first = name_start(tokens, words)
    name = (tokens[first][0], len(core)) if first < len(tokens) else None
    if first == 0 and name:
        return _named(core, tokens, words)
    return _with_office(core, tokens, words, first)


def _addressed(core: str, tokens: list[Token], words: list[str]) -> Shape | str:
    """Read `Mr. President`, `Mr Lavrov`, `Dr. Angela Merkel`."""
    if any(not token[2][0].isupper() and word not in PARTICLES for token, word in zip(tokens, words, strict=True)):
        return "prose"
    if len(tokens) == 1:
        return "an address without a name"
    if words[0] in {"dr", "prof"} and words[1] not in OFFICES:
        return Shape(form="office-name", name=(tokens[1][0], len(core)), role=(0, tokens[0][1]))
    named = tokens[1][0] if (OFFICES | ROLES_ALONE).isdisjoint(words[1:]) else 0
    return Shape(form="honorific", name=(named, len(core)))


def _named(core: str, tokens: list[Token], words: list[str]) -> Shape | str:
    """Judge a text that is all name: `M. Mishustin`, `Emmanuel MACRON`, `Ursula von der Leyen`, `Lavrov`."""
    if any(word in _NO_SURNAMES and not _is_named_month(word, words) for word in words) or words[0] in GEOGRAPHY_STARTS:
        return "a heading's words"
    if len(tokens) > 5:
        return "too many words for a name"
    if FUSED_INITIALS.match(core) or (len(tokens) > 1 and _INITIALS.match(core)):
        return Shape(form="initials", name=(0, len(core)))
    if len(tokens) == 1:
        return Shape(form="single", name=(0, len(core)))
    upper = [token[2].isupper() and len(token[2]) > 2 for token in tokens]
    form: Form = "capitals" if upper[-1] and not upper[0] else "full-name"
    return Shape(form=form, name=(0, len(core)))


def _with_office(core: str, tokens: list[Token], words: list[str], first: int) -> Shape | str:
    offices = [i for i, word in enumerate(words[: max(first, 1)]) if word in OFFICES or word.split("-")[0] in OFFICES]
    if not offices or (offices[0] > 5 and first - offices[0] > 1):
        return "prose"
    for (_, _, token), word in zip(tokens[:first], words, strict=False):
        if (word in NOT_IN_OFFICE and token[-1] != ".") or (
            token[0].islower() and word.endswith("ed") and word not in OFFICES
        ):
            return "prose"
    if first >= len(tokens):
        if len(tokens) <= 3 and words[-1] in ROLES_ALONE | OFFICES and tokens[-1][2][0].isupper():
            return Shape(form="office", name=(0, len(core)))
        if len(tokens) <= _LONG_OFFICE and words[0] in OFFICES and _is_title_case(tokens, words):
            return Shape(form="long-office", name=(0, len(core)))
        return "an office without a name" if tokens[0][2][0].isupper() else "prose"
    role_end = len(core[: tokens[first][0]].rstrip(" ,–-"))
    return Shape(form="office-name", name=(tokens[first][0], len(core)), role=(0, role_end))


_LONG_OFFICE = 7


def _is_title_case(tokens: list[Token], words: list[str]) -> bool:
    """Return whether all words but connectors begin with a capital: `Minister of Foreign Affairs`."""
    return all(token[2][0].isupper() or word in CONNECTORS for token, word in zip(tokens, words, strict=True))
