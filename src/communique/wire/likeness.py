"""How alike a printed word or sentence is to a known one: translators misspell, reword, swap and break off."""

from __future__ import annotations

from functools import lru_cache

from communique.patterns import lazy_regex
from communique.wire.vocabulary import words

_WORD = lazy_regex(r"[^\W\d_]{4,}")
_EMPTY = words("this that with from have been does were will shall which their there they these those than then")
_STEM = 4
_LONGEST = 170


@lru_cache(maxsize=16)
def stems(text: str) -> tuple[str, ...]:
    """Return the words of four letters and more in the first 170 characters of `text`, each cut to its first four."""
    return tuple([word[:_STEM] for word in _WORD.findall(text[:_LONGEST].lower()) if word not in _EMPTY])


@lru_cache(maxsize=64)
def vocabulary(sentences: tuple[str, ...]) -> frozenset[str]:
    """Return the stems of all the sentences."""
    return frozenset(word[:_STEM] for text in sentences for word in _WORD.findall(text.lower()) if word not in _EMPTY)


def resembles(text: str, sentences: tuple[str, ...], share: float = 0.68) -> bool:
    """Return whether at least three words of `text`, and `share` of them all, are words of the sentences.

    So a sentence that is misspelt, reworded or broken off in the middle is still known.
    """
    printed = stems(text)
    known = vocabulary(sentences)
    hits = sum([word in known for word in printed])
    return hits >= 3 and hits >= share * len(printed) and (hits > 3 or hits == len(printed))


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
    return distance(word, known) <= allowed


def distance(a: str, b: str) -> int:
    """Return the edit distance of two words, a swap of neighbours counting one."""
    a, b = _apart(a, b)
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i] + [0] * len(b)
        for j, y in enumerate(b, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[len(b)]


def _apart(a: str, b: str) -> tuple[str, str]:
    """Return two words without what both begin and end with: it adds nothing to their distance."""
    shorter = min(len(a), len(b))
    start = next((n for n in range(shorter) if a[n] != b[n]), shorter)
    end = next((n for n in range(shorter - start) if a[-1 - n] != b[-1 - n]), shorter - start)
    return a[start : len(a) - end], b[start : len(b) - end]
