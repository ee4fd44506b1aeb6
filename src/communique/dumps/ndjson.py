"""Records as NDJSON: one JSON object a line, exactly as `communique parse` prints it and the site publishes it."""

from __future__ import annotations

from pathlib import Path

from communique.dumps.whole import Whole
from communique.records.encode import json_line


def write(file: Path, whole: Whole) -> None:
    """Write the records of an archive into a file."""
    with file.open("wb") as stream:
        for record, _ in whole.records():
            stream.write(json_line(record))
