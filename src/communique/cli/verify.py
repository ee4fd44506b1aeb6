"""`communique verify`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli.say import exit_status, say_problems, shown_progress

if TYPE_CHECKING:
    from communique.output.copies import Copy


@click.command(short_help="Compare a site with its checksums and its wires.")
@click.argument("site", metavar="[DIR|URL]", default=".")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def verify(site: str, *, quiet: bool) -> None:
    """Check a site, or a copy of it, against its checksums, and each record against the text of its wire.

    DIR is a site or an archive that holds one in site/; a URL is read over the network. Exit status: 0 where all is as
    it was published, 1 where something is missing or differs.
    """
    from communique.output.verify import verify as run

    with shown_progress(show=not quiet and sys.stderr.isatty()) as progress:
        try:
            found = run(_copy(site), progress)
        except OSError as error:
            raise click.ClickException(f"{site} cannot be read: {error.strerror or error}") from error
    say_problems(found.problems, quiet=quiet)
    if not quiet:
        click.echo(found.summary())
    sys.exit(exit_status(found.problems))


def _copy(site: str) -> Copy:
    from communique.output.copies import Folder, Web

    if site.startswith(("https://", "http://")):
        return Web(site)
    folder = Path(site)
    if not folder.is_dir():
        raise click.BadParameter(f"{site} is neither a folder nor an address that begins with https://.")
    inside = folder / "site"
    return Folder(inside if inside.is_dir() and not (folder / "SHA256SUMS").exists() else folder)
