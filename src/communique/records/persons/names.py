"""Names of persons as printed: their shape, their variants inside one release, and which two are one person."""

from __future__ import annotations

import functools
import re
import unicodedata

import msgspec

from communique.patterns import lazy_regex

UPPER = "".join(c for c in map(chr, [*range(0x41, 0x530), *range(0x1E00, 0x1F00)]) if c.isupper())
"""Capitals of the Latin, Greek and Cyrillic alphabets, for character classes."""

_INITIALS = rf"[a-zа-я]?\.[ -]?(?:[{UPPER}][a-zа-я]?\.[ -]?){{0,2}}"
_WORD = r"[^\W\d_]*(?:-[^\W\d_]+|[’'ʼ](?!s\b)[^\W\d_]+)*"
_PARTICLE = (
    "de|da|do|dos|das|del|della|di|du|van|von|der|den|ter|ten|zu|af|bin|bint|ibn|ben|abu|al|el|la|le|y|e|"
    "oglu|ogly|oğlu|oghlu|kyzy|qizi|gizi|uulu|uly|оглы|кызы|улу|ибн|аль|фон|ван|де"
)
PARTICLES = frozenset(_PARTICLE.split("|"))
_PREFIX = r"(?:(?:al|el|ar|as|ad|an|at|ash|аль|эль|ад|ан|ар|ас)-)?"
"""An Arabic article before a surname: `Ibrahim al-Masri`."""
NAME_TOKEN = rf"[{UPPER}](?:{_INITIALS}|{_WORD})"
"""One word or group of initials of a name: `Sergei`, `S.V.`, `Yu.`, `Kassym-Jomart`, `O'Brien`, `MACRON`."""

NAME = lazy_regex(rf"{NAME_TOKEN}(?:[ \n]?(?:(?:{_PARTICLE})[ \n]){{0,2}}{_PREFIX}{NAME_TOKEN}){{0,15}}")
"""A run of name-like words. It may be no name at all: `Foreign Minister`, `State Duma`."""

_HONORIFIC = lazy_regex(
    r"(?:(?:Mr|Mrs|Ms|Miss|Mme|Mlle|Dr|Prof|Herr|Frau|Monsieur|Madame|Madam|Sir|Comrade|Colleague|Mister|Sra?|H\.? ?E|"
    r"Hon|господин|госпожа|г-н|г-жа|товарищ)\b\.? +)+",
    re.IGNORECASE,
)
_PATRONYMIC = lazy_regex(r"(?:ovich|evich|ievich|ovna|evna|ievna|ichna|ович|евич|ьич|овна|евна|ична)$")
_SPLIT = lazy_regex(r"[^\W\d_]+(?:[-’'ʼ][^\W\d_]+)*\.?")

_SPELLINGS = (
    ("kh", "h"),
    ("dzh", "j"),
    ("zh", "j"),
    ("dj", "j"),
    ("ph", "f"),
    ("ks", "x"),
    ("tch", "ch"),
    ("y", "i"),
    ("ii", "i"),
    ("ё", "е"),
)
"""Transliterations of one sound, brought to one letter: Dmitry and Dmitrii, Zhaparov and Japarov."""


_SOUNDS = {"z": "j", "y": "e", "i": "e", "h": "k", "x": "k", "c": "k", "q": "k", "t": "k", "f": "p", "w": "v", "d": "j"}
"""First letters that transliterations of one name differ in: Zhaparov and Japarov, Yegor and Egor, Khamid and Hamid."""


class Name(msgspec.Struct, frozen=True, gc=False):
    """A name taken apart and folded, for comparison."""

    given: tuple[str, ...]
    """Folded given names and initials (`s.`) in order; a patronymic is left out unless nothing else is given."""
    surname: str
    patronymic: str = ""


def without_honorific(reading: str, start: int, end: int) -> int:
    """Return the offset behind `Mr`, `Dr.`, `Madam` … at the start of a span."""
    match = _HONORIFIC.match(reading, start, end)
    return match.end() if match and match.end() < end else start


@functools.lru_cache(maxsize=4096)
def parsed(name: str) -> Name:
    """Return a printed name taken apart.

    The surname is the last word, or the one in capitals (`MACRON Emmanuel`), or the one before closing initials
    (`Lavrov S.V.`).
    """
    words = _words(name)
    if not words:
        return Name((), _folded(name))
    at = _surname_at(words)
    given = [_folded(word) for i, word in enumerate(words) if i != at and word not in PARTICLES]
    patronymics = [word for word in given[1:] if _PATRONYMIC.search(word)]
    return Name(
        tuple(word for word in given if word not in patronymics),
        _folded(words[at]),
        patronymics[0] if patronymics else "",
    )


def _surname_at(words: list[str]) -> int:
    last = len(words) - 1
    if len(words[last]) <= 3 and words[last].endswith("."):
        return next((i for i, word in enumerate(words) if not word.endswith(".")), last)
    capitals = [i for i, word in enumerate(words) if len(word) > 2 and word.isupper()]
    return capitals[0] if len(capitals) == 1 else last


@functools.lru_cache(maxsize=4096)
def sounds_of(name: str) -> frozenset[str]:
    """Return the first letters of a name's words, alike sounds as one: names without a common one are two persons'."""
    letters = [word[0].casefold() for word in name.split()]
    return frozenset([_SOUNDS.get(letter, letter) for letter in letters])


def is_initial(word: str) -> bool:
    """Return whether a folded given name is an initial."""
    return word.endswith(".") or len(word) == 1


def same_person(one: str, other: str, familiar: bool = True) -> bool:
    """Return whether two printed names of one release can be the same person's.

    Samples: `M. Mishustin` and `Mikhail Mishustin`; `Egor Konyaev`, `Yegor` and `Konyaev`; `Mikhail Mushustin`.
    """
    if one == other:
        return True
    a, b = parsed(one), parsed(other)
    if familiar and (_is_familiar(a, b) or _is_familiar(b, a)):
        return True
    if not a.given or not b.given:
        return _matches_alone(a, b) or _matches_alone(b, a)
    if a.surname == b.surname:
        return _given_agree(a, b)
    if a.given[0] != b.given[0] or is_initial(a.given[0]) or _other_patronymic(a, b):
        return _is_swapped(a, b)
    return _is_misspelt(a.surname, b.surname)


def _is_familiar(a: Name, b: Name) -> bool:
    """Whether one is the given name and patronymic of the other: `Alexey Ivanovich`, said of Alexey Borov."""
    if len(a.given) != 1 or not b.given or a.given[0] != b.given[0] or b.patronymic not in ("", a.surname):
        return False
    return not a.patronymic and not is_initial(a.given[0]) and _PATRONYMIC.search(a.surname) is not None


def _matches_alone(alone: Name, full: Name) -> bool:
    """Whether a name of one word is the surname, the given name, or the family name in front (`Xi Jinping`)."""
    return not alone.given and alone.surname in (full.surname, *full.given[:1])


def _given_agree(a: Name, b: Name) -> bool:
    if _other_patronymic(a, b):
        return False
    return _is_like(a.given[0], b.given[0])


def _other_patronymic(a: Name, b: Name) -> bool:
    return bool(a.patronymic and b.patronymic and a.patronymic != b.patronymic)


def _is_like(one: str, other: str) -> bool:
    if is_initial(one) or is_initial(other):
        return one[:1] == other[:1]
    return one == other or _is_misspelt(one, other)


def _is_swapped(a: Name, b: Name) -> bool:
    return len(a.given) == len(b.given) == 1 and a.given[0] == b.surname and b.given[0] == a.surname


def _is_misspelt(one: str, other: str) -> bool:
    """Whether two words of at least five letters differ by one letter, of ten by two, or by a swap."""
    longest = max(len(one), len(other))
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 2:
        return False
    a, b = _without_common_ends(one, other)
    if longest < 10:
        return len(a) < 2 > len(b) or (len(a) == 2 and a == b[::-1])
    return len(set(a) - set(b)) <= 2 and len(set(b) - set(a)) <= 2 and _distance(a, b) <= 2


def _without_common_ends(one: str, other: str) -> tuple[str, str]:
    """Return two words without the letters that both begin and end with."""
    first = _common(one, other)
    one, other = one[first:], other[first:]
    last = _common(one[::-1], other[::-1])
    return one[: len(one) - last], other[: len(other) - last]


def _common(one: str, other: str) -> int:
    """Return how many letters two words begin with in common."""
    size = min(len(one), len(other))
    return next((i for i in range(size) if one[i] != other[i]), size)


def _distance(one: str, other: str) -> int:
    """Return the edit distance of two words, a swap of neighbours counting one."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, x in enumerate(one, 1):
        older, before, row = before, row, [i] + [0] * len(other)
        for j, y in enumerate(other, 1):
            row[j] = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == other[j - 2] and one[i - 2] == y:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[len(other)]


@functools.lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    word = word.casefold().replace("\u0640", "").replace("’", "").replace("'", "").replace("ʼ", "")
    if not word.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c) or c == "\u0306")
        word = unicodedata.normalize("NFC", bare)
    if len(word) > 2:
        for printed, plain in _SPELLINGS:
            word = word.replace(printed, plain)
        word = word.removeprefix("i") if word.startswith("ie") else word
        word = word[:-2] + "r" if word.endswith("der") else word
    return word


def _words(name: str) -> list[str]:
    title = _HONORIFIC.match(name)
    return _SPLIT.findall(name[title.end() :] if title else name)


@functools.lru_cache(maxsize=4096)
def fullness(name: str) -> tuple[int, int]:
    """Return how full a name is, for comparison: words that are no initials, then letters.

    A given name with a patronymic (`Alexey Ivanovich`) is no fuller than one word.
    """
    words = _words(name)
    if len(words) == 2 and _PATRONYMIC.search(_folded(words[1])):
        return 1, len(name)
    return sum(not (word.endswith(".") and len(word) <= 3) for word in words), len(name)
