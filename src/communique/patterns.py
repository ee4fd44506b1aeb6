"""Patterns that are compiled when they are first used: a process with one wire to read needs a third of the grammar."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_USES = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")
_made: list[_Lazy] = []


class _Lazy:
    """Stands for a `re.Pattern`; behind the first use its methods are those of the compiled pattern, at no cost."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags
        _made.append(self)

    def __getattr__(self, name: str) -> Any:
        if name not in _USES:
            raise AttributeError(name)
        self.compile()
        return getattr(self, name)

    def compile(self) -> None:
        """Put the methods of the compiled pattern in place."""
        compiled = re.compile(self.pattern, self.flags)
        for use in _USES:
            setattr(self, use, getattr(compiled, use))


def lazy_regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what serves as the compiled pattern; the arguments are those of `re.compile`.

    Compiling all of the grammar takes a tenth of a second, as much as everything else in a build that reads one wire.
    """
    return cast("re.Pattern[AnyStr]", _Lazy(pattern, flags))


def compile_all() -> None:
    """Compile every pattern that was made: before worker processes are forked, so that none compiles its own."""
    for one in _made:
        one.compile()
