"""Records as NDJSON: one JSON object a line, exactly as `communique parse` prints it and the site publishes it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from communique.dumps.whole import Whole
from communique.records.encode import json_line


class Sink(Protocol):
    """What bytes can be written into."""

    def write(self, data: bytes, /) -> object:
        """Write them."""
        ...


def write(file: Path, whole: Whole) -> None:
    """Write the records of an archive into a file."""
    with file.open("wb") as stream:
        send(stream, whole)


def send(stream: Sink, whole: Whole) -> None:
    """Write the records of an archive into an open stream."""
    for record, _ in whole.records():
        stream.write(json_line(record))
