"""`communique ledger`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from communique.cli.arguments import ARCHIVE
from communique.cli.say import exit_status, say_problems


@click.command(short_help="Note every address that was published, so that none is lost.")
@ARCHIVE
def ledger(archive: Path) -> None:
    """Enter every address that the last build of DIR published into DIR/content/ledger.tsv.

    From then on no build loses one of them without a word. Lines that are there stay as they are; keep the file in git.
    """
    from communique.accession.published import list_published

    listed = list_published(archive)
    say_problems(listed.problems)
    if not listed.problems:
        click.echo(f"{listed.published} addresses published, {listed.new} new in the ledger")
    sys.exit(exit_status(listed.problems))
