"""`communique add`."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli.arguments import DIR
from communique.cli.say import exit_status, say_problems
from communique.problems import Problem

if TYPE_CHECKING:
    from communique.accession.add import Input

_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)


def _day(_: click.Context, __: click.Parameter, value: str | None) -> datetime.date | None:
    """Return the day that somebody typed."""
    try:
        return datetime.date.fromisoformat(value) if value else None
    except ValueError as error:
        raise click.BadParameter(f"'{value}' is no day; write it as 2021-04-29") from error


@click.command(short_help="Take wires in: name and file them, note where they are from.")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=_FILE)
@DIR
@click.option(
    "--date", callback=_day, metavar="DAY", help="Day of issue, such as 2021-04-29, where the wire prints none."
)
@click.option("--url", metavar="ADDRESS", help="Address of the original.")
@click.option("--source", metavar="NAME", help="The issuing body, where the wire names none.")
def add(
    files: tuple[Path, ...], archive: Path, date: datetime.date | None, url: str | None, source: str | None
) -> None:
    """Put the wires in FILE… (- for standard input) into the archive, with a name, a sidecar and a line of the ledger.

    A file that holds several wires is split. A wire that is there already is not added again; one that says nearly the
    same as another is added, and the other is named. Files that are there are never touched.
    """
    from communique.accession.add import Given, Input, read
    from communique.accession.add import add as run

    if url and not url.startswith(("https://", "http://")):
        raise click.BadParameter("an address begins with https:// or http://", param_hint="--url")
    handed = [_standard_input() if str(file) == "-" else read(file) for file in files]
    today = datetime.datetime.now().astimezone().date()
    given = Given(date=date, url=url, source=source, added=today)
    done = run(archive, [one for one in handed if isinstance(one, Input)], given)
    for path, name in done.wires:
        click.echo(f"{path}  from {name}")
    problems = [*[one for one in handed if isinstance(one, Problem)], *done.problems]
    say_problems(problems)
    sys.exit(exit_status(problems))


def _standard_input() -> Input:
    from communique.accession.add import Input

    return Input("standard input", sys.stdin.buffer.read())
