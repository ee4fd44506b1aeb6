"""Country names as printed → ISO 3166-1 alpha-2: regions of a feed, bodies, offices. Made-up states have none."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from communique.patterns import lazy_regex
from communique.records.country_names import ADJECTIVES, BODIES, NAMES
from communique.records.country_names_ru import RUSSIAN, SUBDIVISIONS_RU
from communique.records.iso_3166 import ISO_3166
from communique.records.subdivisions import SUBDIVISIONS
from communique.text import Span

_WORD = lazy_regex(r"[^\W_]+(?:\.(?=[^\W_](?:\.|\b))[^\W_])*")
"""A word; the letters of `U.S.A.` are one. Hyphens, apostrophes and the like end a word."""

_MOST = 1000  # characters of a phrase that are looked at: an office or a body is shorter

_FORM_OF_STATE = lazy_regex(
    r"(?:the )?(?:(?:people s |democratic |islamic |federal |socialist |arab )*republic|kingdom|state|government|"
    r"region|principality|federation|commonwealth|sultanate|grand duchy|emirate|union) of (?:the )?"
)
_RUSSIAN_ADJECTIVE = ["ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими"]
_RUSSIAN_NOUN = {"ия": "я и ю ей", "а": "а ы и е у ой ей", "й": "й я ю ем е", "": " а у ом е"}
"""Ending of a nominative → the endings of all its cases, counted from the stem (`Росси-я`, `Канад-а`, `Кита-й`)."""


class _Names(msgspec.Struct, frozen=True):
    codes: dict[str, str]
    """Folded name → code; the empty code marks a name that is passed over."""
    lengths: dict[str, list[int]]
    """First word of a folded name → the numbers of words of the names that begin so, longest first."""
    adjectives: frozenset[str]
    acronyms: frozenset[str]
    """Names such as `US`, which count in capitals only."""
    plain: dict[str, str]
    """Names of states alone, for likeness."""
    bodies: frozenset[str]
    """Names of bodies and cities that belong to one state, but name none."""


@functools.lru_cache(maxsize=4096)
def country(printed: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country, government or region as printed, or None.

    Samples: `Russian Federation`, `Germany / Deutschland`, `France and French Territories`, `Government of the Republic
    of France`; cut or misspelt by the feed: `Russian Federal`, `Russians Fedetion`, `Kazahstan`.
    """
    names = _names()
    folded = " ".join(_fold(word[0]) for word in _WORD.finditer(printed[:_MOST]))
    code = names.codes.get(folded)
    if code is not None:
        return code or None
    found = country_in(printed)
    return found[0] if found else _by_likeness(_FORM_OF_STATE.sub("", folded), names.plain)


@functools.lru_cache(maxsize=4096)
def country_in(reading: str, *, by_state: bool = False) -> tuple[str, Span] | None:
    """Return the first country named in a phrase, as code and span within it, or None.

    Names begin with a capital, end at a word's end, and the longest one counts (`Guinea-Bissau`, `Republic of Korea`).
    An adjective counts (`Russian President`), but not as a language at the end (`X University in Russian`). With
    `by_state`, a body or a city that names no state (`Federal Foreign Office`) does not count.
    """
    names = _names()
    words = [(match.start(), match.end(), _fold(match[0])) for match in _WORD.finditer(reading[:_MOST])]
    at = 0
    while at < len(words):
        size = _longest(names, words, at) if _may_open(reading[words[at][0]]) else 0
        if size:
            name = " ".join(word for _, _, word in words[at : at + size])
            start, end = words[at][0], words[at + size - 1][1]
            known = names.codes[name] and not (by_state and name in names.bodies)
            if known and not _is_other_word(names, name, reading, words, at):
                return names.codes[name], (start, end)
        at += size or 1
    return None


def _longest(names: _Names, words: list[tuple[int, int, str]], at: int) -> int:
    """Return the number of words of the longest name that begins at a word; 0 if none does."""
    for size in names.lengths.get(words[at][2], ()):
        if at + size <= len(words) and " ".join(word for _, _, word in words[at : at + size]) in names.codes:
            return size
    return 0


def _may_open(letter: str) -> bool:
    """A Latin name begins with a capital; Russian adjectives do not."""
    return letter.isupper() or letter.isdigit() or "а" <= letter <= "я"


def _is_other_word(names: _Names, name: str, reading: str, words: list[tuple[int, int, str]], at: int) -> bool:
    """Whether the name is the word `Us`, or a language that ends the phrase after `in`, `from` or `to`."""
    if name in names.acronyms:
        return not reading[words[at][0] : words[at][0] + 2].isupper()
    if name not in names.adjectives or not at or words[at - 1][2] not in {"in", "from", "to", "into"}:
        return False
    return at + 1 == len(words) or words[at + 1][2] in {"to", "into"}


def _is_bare(word: str) -> bool:
    """Whether no letter of a word can be taken apart into a letter and a mark, nor two be put together."""
    return unicodedata.is_normalized("NFD", word) and unicodedata.is_normalized("NFC", word)


def _fold(name: str) -> str:
    folded = name.casefold().replace(".", "").replace("\u0640", "")
    if folded.isascii() or (folded.isalpha() and _is_bare(folded)):
        return folded
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)


@functools.cache
def _names() -> _Names:
    """Return all names, built once."""
    plain = {_folded(name): code for code, name in _iso_names()}
    plain |= {_folded(name): code for code, name in _listed(NAMES)}
    adjectives = {_folded(name): code for code, name in _listed(ADJECTIVES)}
    russian = {_folded(form): code for code, name in _listed(RUSSIAN) for form in _russian_forms(name)}
    bodies = {_folded(name): code for table in (SUBDIVISIONS, SUBDIVISIONS_RU, BODIES) for code, name in _listed(table)}
    codes = bodies | russian | adjectives | plain
    lengths: dict[str, set[int]] = {}
    for name in codes:
        words = name.split(" ")
        lengths.setdefault(words[0], set()).add(len(words))
    ordered = {first: sorted(sizes, reverse=True) for first, sizes in lengths.items()}
    acronyms = {_folded(name) for _, name in _listed(NAMES) if name.isupper() and " " not in name}
    return _Names(
        codes, ordered, frozenset(adjectives), frozenset(acronyms), plain, frozenset(bodies.keys() - plain.keys())
    )


def _folded(name: str) -> str:
    if name.isascii() and name.replace(" ", "").isalpha():  # most names: nothing to take apart, and thousands to fold
        return name.casefold()
    return " ".join(_fold(match[0]) for match in _WORD.finditer(name))


def _iso_names() -> Iterator[tuple[str, str]]:
    """Yield code and each name of the ISO list; `Iran, Islamic Republic of` and a bracket give their plain form too."""
    for line in ISO_3166.strip().splitlines():
        code, _, names = line.partition(" ")
        for name in names.split("; "):
            yield code, name.removeprefix("the ")
            head, comma, tail = name.partition(", ")
            if comma and tail.endswith((" of", " of the")):
                yield code, f"{tail} {head}"
            if " (" in name:
                yield code, name[: name.index(" (")]


def _listed(table: dict[str, str]) -> Iterable[tuple[str, str]]:
    return ((code, name) for code, names in table.items() for name in names.split("; "))


def _russian_forms(name: str) -> list[str]:
    if name.endswith("-"):
        return [name[:-1] + ending for ending in _RUSSIAN_ADJECTIVE]
    if " " in name or name.isupper():
        return [name]
    for ending, cases in _RUSSIAN_NOUN.items():
        if name.endswith(ending):
            stem = name[: len(name) - (1 if ending else 0)]
            return [stem + case for case in cases.split(" ")]
    return [name]


def _by_likeness(folded: str, plain: dict[str, str]) -> str | None:
    """Return the country whose name differs by a letter (in a long one by two); None where it could be two."""
    if len(folded) < 6 or len(folded) > 60:
        return None
    near = {code for name, code in plain.items() if code and name[:2] == folded[:2] and _is_near(name, folded)}
    return near.pop() if len(near) == 1 else None


def _is_near(name: str, other: str) -> bool:
    allowed = 1 if len(name) < 10 else 2
    return len(name) >= 6 and abs(len(name) - len(other)) <= allowed and _distance(name, other) <= allowed


def _distance(one: str, other: str) -> int:
    """Return the number of letters to insert, drop or change that turn one word into the other."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, against in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (letter != against))
    return row[-1]
