"""How alike a printed word or sentence is to a known one: translators misspell, reword, swap and break off."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_STEM = 4
_LONGEST = 160


@lru_cache(maxsize=16)
def stems(text: str) -> tuple[str, ...]:
    """Return the words of the first 160 characters of `text`, folded, each cut to its first four letters."""
    return tuple([word[:_STEM] for word in _WORD.findall(text[:_LONGEST].lower())])


@lru_cache(maxsize=64)
def vocabulary(sentences: tuple[str, ...]) -> frozenset[str]:
    """Return the stems of all the sentences."""
    return frozenset(word[:_STEM] for sentence in sentences for word in _WORD.findall(sentence.lower()))


def resembles(text: str, sentences: tuple[str, ...], share: float = 0.68) -> bool:
    """Return whether at least five words of `text`, and `share` of them all, are words of the sentences.

    So a sentence that is misspelt, reworded or broken off in the middle is still known.
    """
    words = stems(text)
    known = vocabulary(sentences)
    hits = [word for word in words if word in known]
    if len(hits) < 5 or len(hits) < share * len(words):
        return False
    return sum([len(word) == _STEM for word in hits]) >= 2


@lru_cache(maxsize=512)
def word_like(word: str, known: str) -> bool:
    """Return whether `word` is `known`, misspelt by at most a quarter of its letters.

    `Translartion` is like `translation`, `Regoin` like `region`.
    """
    word = word.lower()
    if word == known:
        return True
    allowed = max(1, len(known) // 4)
    if abs(len(word) - len(known)) > allowed or len(set(word) - set(known)) > allowed:
        return False
    return _distance(word, known) <= allowed


def _distance(a: str, b: str) -> int:
    """Return the edit distance of two words, a swap of neighbours counting one."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i] + [0] * len(b)
        for j, y in enumerate(b, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[len(b)]
