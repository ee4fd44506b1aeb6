"""`communique check`."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli.arguments import ARCHIVE, STRICT, VERBOSE
from communique.cli.say import exit_status, say_problems, shown_progress

if TYPE_CHECKING:
    from communique.audit.names import Suggestion


@click.command()
@ARCHIVE
@STRICT
@VERBOSE
@click.option("--external", is_flag=True, help="Ask for each address outside of the site, slowly.")
def check(archive: Path, *, strict: bool, verbose: bool, external: bool) -> None:
    """Find what is wrong with DIR and its site, and write nothing.

    What a build would find; links and anchors of the built site that lead nowhere; what a host would refuse; wires that
    are not the bytes that were published. On standard output: names that may be one, as blocks to paste, and with
    --verbose the addresses outside of the site.
    """
    from communique.audit.check import check as run

    with shown_progress(show=sys.stderr.isatty()) as progress:
        found = run(archive, external=external, progress=progress, tell=_asked if verbose else None)
    problems = found.outcome.problems
    say_problems(problems, verbose=verbose)
    _say_names(found.suggestions)
    _say_outside(found.outside, verbose=verbose)
    click.echo(found.outcome.summary())
    sys.exit(exit_status(problems, strict=strict))


def _asked(address: str) -> None:
    click.echo(f"asked for {address}", err=True)


def _say_names(suggestions: Sequence[Suggestion]) -> None:
    from communique.audit.names import block

    section = ""
    for one in suggestions:
        if one.section != section:
            section = one.section
            click.echo(f"\n# content/{section}.yml: names that may be one; take what is right")
        click.echo(block(one), nl=False)
    if section:
        click.echo()


def _say_outside(outside: Mapping[str, str], *, verbose: bool) -> None:
    """Print the addresses outside of the site, or how many there are."""
    if verbose:
        for address, page in sorted(outside.items()):
            click.echo(f"{address}  in {page}")
    elif outside:
        count = "1 address" if len(outside) == 1 else f"{len(outside)} addresses"
        click.echo(f"{count} outside of the site (--verbose for a list, --external to ask whether they are there)")
