"""`communique export`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from communique.cli.arguments import ARCHIVE
from communique.cli.say import exit_status, say_problems, shown_progress
from communique.dumps.formats import FORMATS

_ABOUT = "\n".join(f"  {form.name:<8} {form.about}" for form in FORMATS)

_STREAMS = [form.name for form in FORMATS if form.stream]


@click.command(short_help="Write the whole archive as data, in one file or folder.", epilog=f"\b\nFormats:\n{_ABOUT}")
@click.argument("form", metavar="FORMAT", type=click.Choice([form.name for form in FORMATS]))
@ARCHIVE
@click.option(
    "--output",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path, allow_dash=True),
    help="File or folder to write; '-' is standard output, for a format that is one stream.",
)
@click.option("--jobs", type=click.IntRange(1, 256), help="Worker processes; default one a core.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def export(form: str, archive: Path, *, output: Path, jobs: int | None, quiet: bool) -> None:
    """Write the whole archive DIR in one FORMAT, as its wires are now.

    What changed since the last build is read first; withdrawn releases are left out. The same archive gives the same
    bytes. What is at --output is replaced when the new export is complete; a folder that holds other things is refused.
    """
    from communique.dumps.export import export as run
    from communique.dumps.export import send

    printing = str(output) == "-"
    if printing and form not in _STREAMS:
        streams = " and ".join(_STREAMS)
        raise click.BadParameter(
            f"'{form}' cannot go to standard output, only {streams} can: name a file or folder.", param_hint="--output"
        )
    with shown_progress(show=not quiet and sys.stderr.isatty()) as progress:
        if printing:
            outcome = send(archive, form, sys.stdout.buffer, jobs=jobs, progress=progress)
            sys.stdout.buffer.flush()
        else:
            outcome = run(archive, form, output, jobs=jobs, progress=progress)
    say_problems(outcome.problems, quiet=quiet)
    if not quiet and outcome.bytes:
        click.echo(outcome.summary("standard output" if printing else output), err=printing)
    sys.exit(exit_status(outcome.problems))
