"""`communique build`."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click

from communique.cli.arguments import ARCHIVE, STRICT, VERBOSE
from communique.cli.say import exit_status, say_problems, say_profile, shown_progress

_KEPT: list[object] = []
"""What was built, until the process ends: taking it apart before would take longer than the last steps of a build."""


@click.command(short_help="Make the site, or what has changed of it.")
@ARCHIVE
@click.option("--output", type=click.Path(path_type=Path), help="Folder to write; default DIR/site.")
@click.option("--base-url", help="Public address of the site; wins over base_url in site.yml.")
@click.option("--offline", is_flag=True, help="Make links that work when the site is opened from disk.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Worker processes; default one a core.")
@click.option("--cluster", metavar="ADDRESS", help="Send the work to a Dask scheduler, such as tcp://host:8786.")
@STRICT
@click.option("--clean", is_flag=True, help="Forget what earlier builds remember and do everything again.")
@click.option("--no-search", is_flag=True, help="Leave the full-text search out.")
@click.option("--profile", is_flag=True, help="Print the seconds of each stage and page type.")
@VERBOSE
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def build(archive: Path, *, strict: bool, no_search: bool, verbose: bool, quiet: bool, **options: object) -> None:
    """Build the archive DIR (the folder that holds content/) into a static site.

    Only what changed since the last build is read, rendered and written; the site is the same as that of a clean build.
    Exit status: 0 clean or warnings only, 1 errors (or, with --strict, warnings), 2 wrong usage.
    """
    from communique.build import Options, run

    gc.disable()  # the process ends with the build; to look through all of its values at the end would take longer
    with shown_progress(show=not quiet and sys.stderr.isatty()) as progress:
        built = run(archive, Options(search=not no_search, progress=progress, **options))  # type: ignore[arg-type]
    _KEPT.append(built)
    outcome = built.outcome
    say_problems(outcome.problems, verbose=verbose, quiet=quiet)
    if options["profile"]:
        say_profile(outcome.seconds)
    if outcome.counts and not quiet:
        click.echo(outcome.summary())
    sys.exit(exit_status(outcome.problems, strict=strict))
