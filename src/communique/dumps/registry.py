"""The writer of each format. To add one, write its module, a line here and one in `formats`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from communique.dumps import bag, csv_folder, ndjson, parquet, sqlite
from communique.dumps.ndjson import Sink
from communique.dumps.whole import Whole

Write = Callable[[Path, Whole], None]

Send = Callable[[Sink, Whole], None]

WRITERS: dict[str, Write] = {
    "ndjson": ndjson.write,
    "csv": csv_folder.write,
    "sqlite": sqlite.write,
    "parquet": parquet.write,
    "bag": bag.write,
}
"""Format → what writes it into a place that is not there yet."""

SENDERS: dict[str, Send] = {"ndjson": ndjson.send}
"""Format → what writes it into an open stream, for those that are one."""
