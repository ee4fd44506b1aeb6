"""Arguments and options that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

ARCHIVE = click.argument("archive", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
"""The folder that holds `content/`."""

DIR = click.option(
    "--dir",
    "archive",
    metavar="DIR",
    default=".",
    type=click.Path(path_type=Path),
    help="The folder that holds content/; default this one.",
)
"""The same, of commands whose arguments are files."""

FILES = click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE…",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
"""Wire files that are read where they lie."""

STRICT = click.option("--strict", is_flag=True, help="Fail on warnings too.")
VERBOSE = click.option("-v", "--verbose", is_flag=True, help="Print notes as well as warnings and errors.")
