"""What goes out to the workers that render, and what comes back."""

from __future__ import annotations

import msgspec

from communique.problems import Problem


class Job(msgspec.Struct, frozen=True, array_like=True):
    """One page to render and write."""

    file: str
    kind: str
    body: bytes
    needs: list[bytes]


class Done(msgspec.Struct, frozen=True, array_like=True):
    """What was written of a page; nothing where there is a problem."""

    stamps: list[tuple[int, int, bytes]]
    """Size, mtime in ns and SHA-256 of each of its files."""
    written: int
    problem: Problem | None = None
    fatal: bool = False
    """Whether the rest of the build makes no sense: the disk refuses."""
    damaged: bool = False
    """Whether what the catalog gave is not what was put there."""
