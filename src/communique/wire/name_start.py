"""Where the name begins in a label that an office opens: `President of the Republic of Sylvania Bela Orlok`."""

from __future__ import annotations

from communique.patterns import lazy_regex
from communique.wire.vocabulary import CONNECTORS, GEOGRAPHY_ENDS, GEOGRAPHY_STARTS, HONORIFICS, OFFICES, PARTICLES

Token = tuple[int, int, str]
"""Start, end and text of a word."""

_LETTER = r"[^\W\d_]"
FUSED_INITIALS = lazy_regex(rf"(?:{_LETTER}\.)+{_LETTER}{{2}}")
_INITIAL = lazy_regex(rf"(?:{_LETTER}\.){{1,3}}")
_PATRONYMIC = lazy_regex(r".+(?:vich|vna|ich|ichna|ович|евич|овна|евна|ична)$")


def name_start(tokens: list[Token], words: list[str]) -> int:
    """Return the index of the first token of the name at the end; the number of tokens where there is none."""
    first = len(tokens)
    initialled = _initials_at_end(tokens)
    if initialled and not OFFICES.isdisjoint(words[:initialled]):
        return initialled  # of `Fritz F. Tarlen`, no office stands before the initial
    while first:
        _, _, token = tokens[first - 1]
        word = words[first - 1]
        if token[-1] == "," or word in OFFICES or (word in HONORIFICS and first > 1):
            break
        if not (token[0].isupper() or (word in PARTICLES and first < len(tokens) and word not in {"e", "y"})):
            break
        first -= 1
    while first < len(tokens) and words[first] in PARTICLES and first > 0 and tokens[first][2][0].islower():
        first += 1
    if first == 0 or first >= len(tokens):
        return first
    run = _capitals(tokens, first)
    bound = words[first - 1] in CONNECTORS
    after_office = words[first - 1] in OFFICES or tokens[first - 1][2][-1] == ","
    if after_office and run == 3 and words[first][0] >= "а" and not _three_words(tokens, words, first):
        return first + 1  # a Russian genitive: Президент Руритании Рудольф Эльфберг
    if (after_office and run <= 3 and words[first] not in GEOGRAPHY_ENDS) or (run == 2 and not bound):
        return first
    return _behind_places(tokens, words, first)


def _initials_at_end(tokens: list[Token]) -> int:
    """Return where initials and a surname begin behind an office: `President of Ruritania R.Elphberg`; 0 for none."""
    last = len(tokens) - 1
    if last < 1 or not ("." in tokens[last][2] or tokens[last - 1][2][-1] == "."):
        return 0
    if last > 0 and FUSED_INITIALS.match(tokens[last][2]):
        return last
    first = last
    while first > 0 and _INITIAL.fullmatch(tokens[first - 1][2]):
        first -= 1
    return first if 0 < first < last else 0


def _capitals(tokens: list[Token], start: int) -> int:
    """Return the number of capitalised words from the token `start` on."""
    return sum(token[2][0].isupper() and token[2].lower() not in PARTICLES for token in tokens[start:])


def _behind_places(tokens: list[Token], words: list[str], first: int) -> int:
    """Return where the name begins in a run of capitalised words that an office's country or body opens.

    `President of the Republic of Belarus Alexander Lukashenko`: behind `Belarus`.
    """
    count = len(tokens)
    for index in range(count - 1, first - 1, -1):
        if words[index] in GEOGRAPHY_ENDS:
            return index + 1
    start = first + 1 if words[first - 1] in CONNECTORS or words[first - 1] not in OFFICES else first
    if words[first] in GEOGRAPHY_STARTS:
        start = first + 2
    size = _capitals(tokens, start)
    if size <= 0:
        return count if words[first - 1] in CONNECTORS else first
    while size > 3 or (size == 3 and not _three_words(tokens, words, start)):
        start += 1
        size = _capitals(tokens, start)
    while start < count - 1 and tokens[start][2][0].islower():
        start += 1
    return start


def _three_words(tokens: list[Token], words: list[str], start: int) -> bool:
    """Return whether three words in a row are one name: a patronymic, an initial or a particle stands in the middle."""
    middle = tokens[start + 1][2]
    short = all(len(word) <= 5 for word in words[start:])
    return bool(_PATRONYMIC.match(words[start + 1])) or middle.endswith(".") or words[start + 1] in PARTICLES or short
