"""The room that a site takes, against what its host allows."""

from __future__ import annotations

from collections.abc import Mapping

from communique.problems import Problem

_WARN, _FAIL = 0.70, 0.95
_NAMED = 4


def over(kinds: Mapping[str, int], files: int, limit: int) -> Problem | None:
    """Return a warning from 70 % of the limit on, an error from 95 % on; 0 is no limit. `kinds`: bytes by page type."""
    total = sum(kinds.values())
    if not limit or total < _WARN * limit:
        return None
    largest = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))[:_NAMED]
    room = ", ".join(f"{kind} {_megabytes(size)}" for kind, size in largest)
    return Problem(
        code="site-size",
        severity="error" if total >= _FAIL * limit else "warning",
        file="content/site.yml",
        message=f"The site takes {_megabytes(total)} in {files} files, {total / limit:.0%} of its limit: {room}.",
        hint="Split the archive, host it elsewhere and raise limits.site_bytes, or set it to 0 for no limit.",
    )


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
