"""All commands in one place, and the program that runs one of them. To add one, write its module and a name here."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import NoReturn

import click

from communique.cli.add import add
from communique.cli.build import build
from communique.cli.check import check
from communique.cli.explain import explain
from communique.cli.export import export
from communique.cli.ledger import ledger
from communique.cli.new import new
from communique.cli.parse import parse
from communique.cli.serve import serve
from communique.cli.verify import verify

COMMANDS = (add, build, check, explain, export, ledger, new, parse, serve, verify)


@click.group(commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="communique")
def main() -> None:
    """Read wires of translated press releases into records and a browsable static site."""


def run() -> NoReturn:
    """Run a command and leave at once: the system takes a process apart faster than Python does its values."""
    status: object = 1
    try:
        main(prog_name="communique")
    except SystemExit as end:
        status = end.code
    except OSError as error:
        click.echo(f"communique: error: the output cannot be written: {error.strerror}", err=True)
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status if isinstance(status, int) else int(status is not None))
