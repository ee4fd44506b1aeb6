"""Labels that another mark than a colon sets off: `Q. …` / `A. …`, `Question – …`, `Fritz Tarlen – …`.

Such a line counts only among others of its kind: a single `A. Bell` is a person, a single `Fritz Tarlen – …` a list's.
"""

from __future__ import annotations

import re

from communique.patterns import lazy_regex
from communique.wire.lines import SENTENCE_ENDS, Unit
from communique.wire.shapes import Shape, shape_of

_LETTERED = lazy_regex(
    r"(?:(?P<letter>[QARВО])|(?P<word>Question|Answer|Вопрос|Ответ)(?: ?(?:No\.? ?|№ ?)?\d{1,3})?)"
    r"(?P<mark>\.| ?[–—-](?= )) +(?=[^\W\da-zа-яё_]|[“«\"])"
)
_ASKING = frozenset({"Q", "В", "Question", "Вопрос"})
_ALONE = frozenset({"Question", "Вопрос"})
"""Words that answers may follow which bear a name."""
_FIRST = (
    *(f"{letter}{mark}" for letter in "QARВО" for mark in (".", " –", " —", " -", "–")),
    *("Question", "Answer", "Вопрос", "Ответ"),
)
"""How such a line begins: a cheap first look."""
_DASHED = lazy_regex(r"(?P<label>[^\W\d_][^:!?;–—]{2,60}?) ?(?P<mark>[–—]) (?=[^\W\da-zа-яё_])")
_FEWEST = 3
_SPEAKS = frozenset({"office-name", "full-name", "initials", "honorific", "capitals"})


def labels_without_colon(units: list[Unit], kinds: list[str], *, dashed: bool) -> dict[int, int]:
    """Return the places of the marks that set labels off, by unit; none where a dialogue does not show.

    Names before dashes are looked for only where that is said.
    """
    lettered = {
        index: match
        for index, unit in enumerate(units)
        if unit.text.startswith(_FIRST) and (match := _LETTERED.match(unit.text))
    }
    words = {match["letter"] or match["word"] for match in lettered.values()}
    if len(lettered) > 1 and (words - _ASKING or words & _ALONE) and _ask(units, lettered):
        return {index: match.end("mark") - 1 for index, match in lettered.items()}
    return _dashed(units, kinds) if dashed else {}


def _ask(units: list[Unit], lettered: dict[int, re.Match[str]]) -> bool:
    """Return whether half of the questions at least have a question mark; `В. Эльфберг прибыл.` is no question."""
    asked = [i for i, match in lettered.items() if (match["letter"] or match["word"]) in _ASKING]
    return bool(asked) and 2 * sum("?" in units[i].text for i in asked) >= len(asked)


def _dashed(units: list[Unit], kinds: list[str]) -> dict[int, int]:
    """Read `Fritz Tarlen – We have finished.`, where no line has a colon behind its label and a speaker comes back."""
    found: dict[int, int] = {}
    names: list[str] = []
    for index, unit in enumerate(units):
        head = unit.text[:64]
        if kinds[index] != "paragraph" or ("–" not in head and "—" not in head) or unit.text[-1] not in SENTENCE_ENDS:
            continue
        match = _DASHED.match(unit.text)
        shape = shape_of(match["label"]) if match else "none"
        if match and isinstance(shape, Shape) and shape.form in _SPEAKS:
            found[index] = match.start("mark")
            names.append(match["label"])
    speakers = len(set(names))
    return found if len(names) >= _FEWEST and 1 < speakers < len(names) else {}
