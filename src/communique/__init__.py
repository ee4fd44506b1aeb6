"""Communiqué: wires in, records and a browsable static site out.

The library: `from communique import Archive, parse`. Names are loaded when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.library import Archive, ArchiveError, parse
    from communique.problems import Problem
    from communique.query import Wanted
    from communique.records.model import Document, Participant, Quote, Release, Speaker, Turn

__all__ = [
    "Archive",
    "ArchiveError",
    "Document",
    "Participant",
    "Problem",
    "Quote",
    "Release",
    "Speaker",
    "Turn",
    "Wanted",
    "parse",
]

_HOMES = {"Archive": "library", "ArchiveError": "library", "Problem": "problems", "Wanted": "query", "parse": "library"}
"""Name → module; all others are in the model of records."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'communique' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"communique.{_HOMES.get(name, 'records.model')}"), name)
