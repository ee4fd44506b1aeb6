"""The markers of each zone, tried together: by one pattern, or by likeness to known sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.patterns import lazy_regex
from communique.wire.likeness import resembles
from communique.wire.markers import MARKERS, Zone


def compiled(kind: str) -> re.Pattern[str]:
    """Return the pattern of the first marker of that kind."""
    return lazy_regex(next(marker.pattern for marker in MARKERS if marker.kind == kind))


_LINE = 200
"""Lines up to this length are remembered: a feed prints the same ones in every wire."""


class Zoned:
    """The markers of one zone with a pattern, tried together in their order."""

    def __init__(self, zone: Zone) -> None:
        rows = [marker for marker in MARKERS if marker.zone == zone and marker.pattern]
        self._kinds = [marker.kind for marker in rows]
        self._pattern = lazy_regex("|".join(f"({marker.pattern})" for marker in rows))
        self._of_line = lru_cache(maxsize=1024)(self._first)

    def kind(self, text: str) -> str | None:
        """Return the kind of the first marker whose pattern matches at the start of `text`, or None."""
        return self._of_line(text) if len(text) <= _LINE else self._first(text)

    def _first(self, text: str) -> str | None:
        match = self._pattern.match(text)
        return self._kinds[match.lastindex - 1] if match and match.lastindex else None


HEAD, FOOT, BODY = Zoned("head"), Zoned("foot"), Zoned("body")


class Known:
    """The markers of one zone that are known by likeness."""

    def __init__(self, zone: Zone, share: float) -> None:
        self._rows = [
            (marker.kind, marker.like, marker.trigger) for marker in MARKERS if marker.zone == zone and marker.like
        ]
        self._share = share
        self._of_line = lru_cache(maxsize=256)(self._first)
        self.kinds = frozenset(kind for kind, _, _ in self._rows)

    def kind(self, text: str) -> str | None:
        """Return the kind of the first marker with sentences that `text` resembles, or None."""
        return self._of_line(text) if len(text) <= _LINE else self._first(text)

    def _first(self, text: str) -> str | None:
        start = text[:200].lower()
        for kind, known, triggers in self._rows:
            for trigger in triggers:
                if trigger in start:
                    if resembles(text, known, self._share):
                        return kind
                    break
        return None


NOTES, NOTICES = Known("foot", 0.68), Known("head", 0.75)
"""Notes and disclaimers in the foot, by note kind; pointers and notices in the head."""
