"""Whether an error tells of a damaged catalog, or of the disk that it lies on."""

from __future__ import annotations

import sqlite3
import zlib

import msgspec


class DamagedError(Exception):
    """A value in the catalog is not what was put there."""


def whole(mark: int, packed: bytes) -> bytes:
    """Return a value whose CRC-32 is the mark beside it; raises `DamagedError` where it is not."""
    if zlib.crc32(packed) != mark:
        raise DamagedError
    return packed


_OUTSIDE = frozenset((sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN))


def blames_the_disk(error: BaseException) -> bool:
    """Whether an error is the disk's (full, read-only, failing), not the catalog's."""
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) in _OUTSIDE


def is_damage(error: BaseException) -> bool:
    """Whether reading a damaged catalog may raise an error: a byte that changed may make anything of a value."""
    kinds = (sqlite3.DatabaseError, msgspec.MsgspecError, DamagedError, KeyError, TypeError, ValueError)
    return isinstance(error, kinds)
