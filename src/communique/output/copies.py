"""A published site as `verify` reads it: a folder, or a public address. The network is asked only for the latter."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

_PATIENCE = 30.0
"""Seconds to wait for an answer."""


class Copy(Protocol):
    """Where the files of a site are read."""

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, None where it is not there; raises OSError where that cannot be told."""

    def names(self) -> Iterator[str]:
        """Yield the files that are there, hidden ones left out; nothing where they cannot be listed."""


class Folder:
    """A site in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file; None where it is not there, or not in the folder."""
        path = (self._folder / name).resolve()
        if not path.is_relative_to(self._folder) or not path.is_file():
            return None
        return path.read_bytes()

    def names(self) -> Iterator[str]:
        """Yield every file but hidden ones."""
        for base, folders, files in os.walk(self._folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            inside = Path(base).relative_to(self._folder)
            yield from ((inside / name).as_posix() for name in sorted(files) if not name.startswith("."))


class Web:
    """A site at a public address."""

    def __init__(self, address: str) -> None:
        self._base = address if address.endswith("/") else f"{address}/"

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file; None where the host says that it is not there."""
        from urllib.error import HTTPError
        from urllib.request import urlopen

        try:
            with urlopen(self._base + quote(name), timeout=_PATIENCE) as answer:  # noqa: S310  (http or https: see cli)
                data: bytes = answer.read()
                return data
        except HTTPError as error:
            if error.code in {404, 410}:
                return None
            raise

    def names(self) -> Iterator[str]:
        """Yield nothing: a host does not say which files it has."""
        return iter(())
