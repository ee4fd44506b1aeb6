"""Kinds of documents: the words of the field → RECORD's kinds."""

from __future__ import annotations

import functools
import re
from typing import Final

from communique.patterns import lazy_regex
from communique.records.model import DocumentKind
from communique.text import Span

_WORDS: Final[tuple[tuple[str, DocumentKind], ...]] = (
    (r"joint (?:statement|communiqu[ée])s?|communiqu[ée]s?|statements?", "joint statement"),
    (r"letters? of (?:intent|intention|cooperation|understanding)", "other"),
    (r"memorand(?:um|ums|a)(?! books?\b)|MOUs?", "memorandum"),
    (r"protocols?|minutes", "protocol"),
    (r"road[ -]?maps?", "roadmap"),
    (r"program(?:me)?s?", "programme"),
    (r"plans?", "plan"),
    (r"declarations?", "declaration"),
    (r"treat(?:y|ies)|conventions?|pacts?|charters?", "treaty"),
    (r"contracts?", "contract"),
    (r"regulations?|statutes?|rules of procedure", "regulations"),
    (r"agreements?|accords?|arrangements?|deals?", "agreement"),
    (r"strateg(?:y|ies)|concepts?", "other"),
)
"""In order: a longer word before one that stands in it (`joint statement`). Printed forms, any case."""

GENERIC = r"documents?|papers?"
"""Words that name no kind: `a number of documents`, `highly important papers`."""

KIND = "|".join(words for words, _ in _WORDS)
_KINDS = [(lazy_regex(words, re.IGNORECASE), kind) for words, kind in _WORDS]
_KIND_WORD = lazy_regex(rf"\b(?:{KIND})\b", re.IGNORECASE)
_COMPLEMENT = lazy_regex(
    r"\s(?:on|of|for|between|in|with|to|about|until|concerning|regarding|from|by|at|under|among|amending)\s",
    re.IGNORECASE,
)
_QUICK = lazy_regex(
    r"agree|accord|arrang|deal|memorand|mou|protoc|minute|progr|plan|declar|statem|communiqu|treat|convent|pact|charter"
    r"|road|contract|regul|statut|rules|strateg|concept|letter|document|paper"
)
_PLURAL = lazy_regex(r"(?:s|a|ies)\Z", re.IGNORECASE)
_SINGULAR_IN_S = ("minutes", "regulations", "rules of procedure")


@functools.lru_cache(maxsize=256)
def kind_named(word: str) -> DocumentKind:
    """Return the kind that a word of `KIND` or `GENERIC` names."""
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(word)), "other")


def names_kind(words: str) -> bool:
    """Whether a word of `KIND` or `GENERIC` may stand in a text: quick, and sure where it says no."""
    return _QUICK.search(words.lower()) is not None


def kind_word(reading: str, start: int, end: int) -> Span | None:
    """Return the word that says a title's kind: the last one before the first preposition, else the first of all.

    `Economic cooperation program until 2020` → program; `Protocol on amendments to the Agreement` → Protocol.
    """
    complement = _COMPLEMENT.search(reading, start, end)
    head = [match.span() for match in _KIND_WORD.finditer(reading, start, complement.start() if complement else end)]
    if head:
        return head[-1]
    first = _KIND_WORD.search(reading, start, end)
    return first.span() if first else None


def is_generic(word: str) -> bool:
    """Whether a word names no kind (`documents`)."""
    return word.lower() in {"document", "documents", "paper", "papers"}


def is_plural(word: str) -> bool:
    """Whether a word of `KIND` or `GENERIC` is a plural (`agreements`, `memoranda`)."""
    return word.lower() not in _SINGULAR_IN_S and bool(_PLURAL.search(word))
