"""`communique new`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from communique.cli.say import exit_status, say_problems

_TITLE = "Archive of press releases"


def _address(_: click.Context | None, __: click.Parameter | None, value: str) -> str:
    """Return a public address; an empty one is none."""
    if value and not value.startswith(("https://", "http://")):
        raise click.BadParameter("an address begins with https:// or http://")
    return value


@click.command(short_help="Begin an archive: an example, settings, a publishing workflow.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", help="How the archive is called; asked for on a terminal.")
@click.option("--base-url", callback=_address, help="Public address, if it is known; asked for on a terminal.")
def new(folder: Path, title: str | None, base_url: str | None) -> None:
    """Begin an archive in the folder DIR: an example, settings with explanations, a workflow that publishes it.

    Files that are there stay as they are; a folder that holds an archive is refused.
    """
    from communique.skeleton.new import new as run

    if sys.stdin.isatty() and not (folder / "content").exists():
        title = title or click.prompt("Title of the archive", default=_TITLE)
        if base_url is None:
            base_url = click.prompt(
                "Public address (may stay empty)", default="", show_default=False, value_proc=_asked
            )
    begun = run(folder, title or _TITLE, base_url or "")
    say_problems(begun.problems, verbose=True)
    for file in begun.kept:
        click.echo(f"{folder / file} was there and stays as it is", err=True)
    if begun.written:
        click.echo(f"{len(begun.written)} files written. Now: communique build {click.format_filename(folder)}")
    sys.exit(exit_status(begun.problems))


def _asked(value: str) -> str:
    return _address(None, None, value.strip())
