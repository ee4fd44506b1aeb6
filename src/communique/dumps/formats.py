"""The formats of `communique export`, in one place. Light: the command line reads it at its start."""

from __future__ import annotations

from typing import Literal, NamedTuple

from communique.problems import Problem


class Format(NamedTuple):
    """One format: its name, what is written, whether into a file or a folder, and the names at the folder's top.

    `beside` is the name of a second file in the same folder; `stream` is whether it can go to standard output.
    """

    name: str
    about: str
    output: Literal["file", "folder"]
    files: tuple[str, ...] = ()
    beside: str = ""
    stream: bool = False


_TABLES = ("releases", "turns", "quotes", "people", "documents")
_BAG = ("bag-info.txt", "bagit.txt", "data", "manifest-sha512.txt", "tagmanifest-sha512.txt")

FORMATS = (
    Format("ndjson", "one record a line, as `communique parse` prints it", "file", stream=True),
    Format(
        "csv", "a table a file, with datapackage.json", "folder", (*[f"{t}.csv" for t in _TABLES], "datapackage.json")
    ),
    Format(
        "sqlite",
        "a database with full-text search, and metadata.json beside it for Datasette",
        "file",
        (),
        "metadata.json",
    ),
    Format("parquet", "a table a file; needs the extra 'parquet'", "folder", tuple(f"{t}.parquet" for t in _TABLES)),
    Format("bag", "a BagIt bag of wires, sidecars, records and site, described as an RO-Crate", "folder", _BAG),
)
"""In the order in which help lists them. A writer for each is in `registry`."""


def unwritable(error: OSError, output: str) -> Problem:
    """Return the problem of an export that the disk refuses."""
    return Problem(
        code="cannot-write",
        severity="error",
        file=output,
        message=f"The export cannot be written: {error.strerror or error}.",
        hint="Make room, mend the permissions, or choose another place with --output; what was there is as it was.",
    )


def cut_off() -> Problem:
    """Return the problem of a stream that ended before it was whole, since the catalog turned out to be damaged."""
    return Problem(
        code="cut-off",
        severity="error",
        message="The catalog is damaged, and what was printed ends before the archive does.",
        hint="Throw away what was printed, delete .cache/catalog.sqlite (a new one is made), and export again.",
    )


def not_ours(output: str, message: str, hint: str = "Choose another place with --output.") -> Problem:
    """Return the problem of an output that an export may not replace."""
    return Problem(code="not-ours", severity="error", file=output, message=message, hint=hint)
