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

COMMANDS = (new, add, build, serve, check, ledger, verify, export, parse, explain)
"""In the order in which an archivist meets them."""


class _InOrder(click.Group):
    """Lists its commands in the order in which they were given."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click hands it over)
        return list(self.commands)


@click.group(
    cls=_InOrder,
    commands=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with 'communique new DIR'; 'communique COMMAND --help' explains a command.",
)
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
