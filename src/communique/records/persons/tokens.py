"""Words and marks of a phrase, told apart by what they can be in an office or a name."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Literal

import msgspec

from communique.patterns import lazy_regex
from communique.records.persons.names import PARTICLES, UPPER
from communique.records.persons.office_words import (
    BODY_RU,
    BREAKS_RU,
    CONNECTORS,
    OFFICE_WORDS,
    REGIONS,
    STOPS,
    is_head,
)

Kind = Literal["head", "word", "connector", "proper", "initials", "stop", "plain", "comma", "and", "quoted", "mark"]
"""`head` can head an office (`Minister`), `word` stands inside one (`Foreign`), `proper` is any other capitalised
word, `stop` ends an office and a name (`Today`), `plain` is any other word in small letters, `quoted` is a name in
quote marks."""

_TOKEN = lazy_regex(
    r"[A-Za-z]+(?=[ \n,])|(?>[^\W_][\w’'ʼ&/-]{0,60}(?<=[^\W_]))(?![.\w’'ʼ&/-])|"
    rf"(?:[{UPPER}]\.)+(?=[ \n{UPPER}-]|$)|(?:St|Dr|Gen|Col|Lt|Prof|Acad|No|Yu|Ya|Kh|Zh|Sh|Ch|Ts|Yo|Ye)\."
    r"|Co\.,? (?:Ltd|Inc)\b\.?|(?:Co|Ltd|Inc|Corp|Bros|Ph\.D)\.(?=[ \n,.;)]|$)"
    r"|\"[^\"\n]{1,60}\"|“[^”\n]{1,60}”|«[^»\n]{1,60}»"
    r"|[^\W_](?:[\w’'ʼ&/-]{0,60}[^\W_])?|[^\w\s]"
)


class Token(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One word or mark of a phrase."""

    start: int
    end: int
    kind: Kind
    word: str


def tokens(reading: str, start: int, end: int) -> list[Token]:
    """Return the words and marks of a part of the reading."""
    return [
        Token(at := match.start(), at + len(word := match[0]), kind_of(word), word)
        for match in _TOKEN.finditer(reading, start, end)
    ]


def each_token(reading: str, start: int, end: int) -> Iterator[Token]:
    """Yield the words and marks of a part of the reading, for who may need the first few only."""
    return (Token(m.start(), m.end(), kind_of(m[0]), m[0]) for m in _TOKEN.finditer(reading, start, end))


@functools.lru_cache(maxsize=8192)
def kind_of(printed: str) -> Kind:
    """Return what a word or mark can be in an office or name."""
    if not printed[0].isalnum():
        return _kind_of_mark(printed)
    word = printed.casefold()
    if printed[-1] == "." or (len(printed) == 1 and printed.isupper() and word not in STOPS):
        return "initials"
    if word in ("and", "и", "et", "und"):
        return "and"
    if word in CONNECTORS:
        return (
            "connector"
            if printed[0].islower() or printed in ("OF", "FOR", "THE")
            else "proper"
            if word in PARTICLES and len(word) < 4
            else "stop"
        )
    if word in STOPS or word in BREAKS_RU:
        return "stop"
    return _kind_in_office(printed, word.removesuffix("’s").removesuffix("'s"))


_BODY_STEMS = ("univ", "instit", "minis", "departm", "governm", "republ", "federat", "commis", "comit", "parliam")
"""Beginnings by which a body is known also where the rest is misspelt: `Univeristy`."""


def _kind_in_office(printed: str, word: str) -> Kind:
    if is_head(word):
        return "head"
    if word in OFFICE_WORDS or word.endswith("-year") or ("-" in word and word.rsplit("-", 1)[1] in OFFICE_WORDS):
        return "word"
    if printed[0].isupper():
        return "word" if (word.startswith(_BODY_STEMS) and word.isalpha()) or BODY_RU.match(word) else "proper"
    if "-" in printed[2:3] and printed[3:4].isupper():
        return "proper"  # an Arabic article and a surname: `al-Masri`
    return "word" if is_russian(word) else "plain"


def _kind_of_mark(printed: str) -> Kind:
    if printed in ",–—-":
        return "comma"
    if printed == "&":
        return "and"
    if printed == "/":
        return "connector"
    return "quoted" if len(printed) > 1 and printed[-2] not in ",.!?" else "mark"


def is_russian(word: str) -> bool:
    """Return whether a word begins with a Russian letter."""
    return "а" <= word[0].lower() <= "я" or word[0] in "ёЁ"


def ends_in_name(part: list[Token]) -> bool:
    """Return whether a part of an office runs into a person's name: `Foreign Minister Sergei Lavrov`."""
    first = len(part)
    while first and part[first - 1].kind in ("proper", "initials"):
        first -= 1
    size = 0 if part and part[-1].word.casefold() in REGIONS else len(part) - first
    if not size or not first:
        return size > 1
    before = part[first - 1].kind
    if before == "head":
        return True
    return size > 2 if before == "connector" else size > 1


def modifies(token: Token, head: Token) -> bool:
    """Return whether a word belongs to the office whose head follows: `SPbPU Rector`; a Russian place does not."""
    return token.kind in ("word", "head") or (token.kind == "proper" and not is_russian(head.word))
