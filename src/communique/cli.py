"""The command line: the only place that prints or exits."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import click


@click.group()
def main() -> None:
    """Read wires of translated press releases into records and a browsable static site."""


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def parse(files: tuple[Path, ...]) -> None:
    """Print the record of each release in FILES: one JSON object a line, problems on standard error."""
    import msgspec

    from communique.records.assemble import Origin, releases

    for file in files:
        data = file.read_bytes()
        text = data.decode("utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data.decode("utf-8-sig")
        digest = hashlib.sha256(data).hexdigest()
        for record in releases(text, Origin(stem=file.stem, path=file.name, sha256=digest)):
            sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")
