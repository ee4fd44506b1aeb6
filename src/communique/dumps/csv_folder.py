"""The tables as CSV, one file each, with a `datapackage.json` that describes them."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from pathlib import Path

from communique.dumps.whole import Whole
from communique.exports.csv_text import header, lines
from communique.exports.data_package import package, resource
from communique.exports.tables import TABLES


def write(folder: Path, whole: Whole) -> None:
    """Write the tables of an archive into a folder that is not there yet."""
    folder.mkdir()
    with ExitStack() as stack:
        files = [
            stack.enter_context((folder / f"{table.name}.csv").open("w", encoding="utf-8", newline=""))
            for table in TABLES
        ]
        for table, file in zip(TABLES, files, strict=True):
            file.write(header(table))
        for record, meant in whole.records():
            for table, file in zip(TABLES, files, strict=True):
                file.write(lines(table.rows(record, meant)))
    found = []
    for table in TABLES:
        path = folder / f"{table.name}.csv"
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        found.append(resource(table, path.name, path.stat().st_size, digest))
    site = whole.site
    (folder / "datapackage.json").write_bytes(package(site.title, site.description, site.base_url, found))
