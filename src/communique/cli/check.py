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
    from communique.audit.check import Checked
    from communique.audit.names import Suggestion


@click.command(short_help="Find what is wrong, and write nothing.")
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
    if found.outcome.counts:
        click.echo(_summary(found))
    sys.exit(exit_status(problems, strict=strict))


def _summary(found: Checked) -> str:
    """Return one line on what was looked at, and whether all of it is well."""
    releases = found.outcome.counts.get("releases", 0)
    looked = f"{releases} release{'s' if releases != 1 else ''}"
    if found.files:
        share = f", {found.bytes / found.room:.0%} of what the host takes" if found.room else ""
        looked += f" and {found.files} files of the site ({found.bytes / 1e6:.1f} MB{share})"
    weighty = any(problem.severity != "note" for problem in found.outcome.problems)
    return f"{looked} looked at{'' if weighty else '; nothing is wrong'}"


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
