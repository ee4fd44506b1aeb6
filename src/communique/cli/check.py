"""`communique check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from communique.cli.arguments import ARCHIVE, STRICT, VERBOSE
from communique.cli.say import exit_status, say_problems


@click.command()
@ARCHIVE
@STRICT
@VERBOSE
def check(archive: Path, *, strict: bool, verbose: bool) -> None:
    """Find every problem that a build of DIR would find, and write nothing."""
    from communique.build import check as run

    outcome = run(archive)
    say_problems(outcome.problems, verbose=verbose)
    click.echo(outcome.summary())
    sys.exit(exit_status(outcome.problems, strict=strict))
