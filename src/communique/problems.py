"""Problems: what went wrong or is doubtful, where, and what to do about it. Stages return them; only `cli` judges."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from communique.text import Places

Severity = Literal["error", "warning", "note"]
"""An error fails the build, a warning fails it under `--strict`, a note is for information only."""


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """One problem, printed as `file:line:column: severity code message` with an excerpt, a caret and a hint."""

    code: str
    """Short stable name, lower case with hyphens, such as `duplicate-id`."""
    severity: Severity
    message: str
    """One sentence: what is wrong, with the values that show it."""
    hint: str = ""
    """One sentence: what to do about it."""
    file: str = ""
    """POSIX path as the user knows it; empty where no file is concerned."""
    line: int = 0
    """From 1; 0 where the whole file is concerned."""
    column: int = 0
    excerpt: str = ""
    """The line in question, shortened to what fits a terminal."""
    caret: int = 0
    """0-based place of the caret below the excerpt."""
    width: int = 0
    """Number of carets; 0 for none."""


_EXCERPT = 96


def at(places: Places, start: int, end: int, **fields: object) -> Problem:
    """Return a problem about the span `start:end` of a text, with line, column and excerpt filled in.

    `fields` are the remaining fields of `Problem` (code, severity, message, hint, file).
    """
    line, column = places.place(start)
    return in_line(places, line, column, end - start, **fields)


def in_line(places: Places, line: int, column: int, width: int, **fields: object) -> Problem:
    """Return a problem about `width` characters from a line and column (from 1) on; see `at`."""
    whole = places.line(line)
    cut = max(0, column - 1 - _EXCERPT // 2) if len(whole) > _EXCERPT else 0
    excerpt = whole[cut : cut + _EXCERPT]
    caret = column - 1 - cut
    carets = max(1, min(width, len(excerpt) - caret)) if excerpt else 0
    return Problem(line=line, column=column, excerpt=excerpt, caret=caret, width=carets, **fields)  # type: ignore[arg-type]


_CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]")
"""What moves a terminal's cursor, changes its colours or turns its text round; a wire may hold it."""


def printable(text: str) -> str:
    """Return a text for a terminal: what would control it is a replacement character, one for one."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def render(problem: Problem, mark: str = "") -> str:
    """Return the problem as the lines that a terminal shows; `mark` is its severity in colour, where that is wanted."""
    where = problem.file or "communique"
    if problem.line:
        where += f":{problem.line}:{problem.column}"
    lines = [f"{printable(where)}: {mark or problem.severity} {problem.code}: {printable(problem.message)}"]
    if problem.excerpt:
        lines.append(f"    {printable(problem.excerpt)}")
        if problem.width:
            lines.append(f"    {' ' * problem.caret}{'^' * problem.width}")
    if problem.hint:
        lines.append(f"    hint: {printable(problem.hint)}")
    return "\n".join(lines)
