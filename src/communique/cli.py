"""The command line: the only place that prints or exits."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from communique.problems import Problem, render

if TYPE_CHECKING:
    from rich.progress import TaskID

Progress = Callable[[str, int, int], None]
"""Called with a stage, how much of it is done, and how much there is."""

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}

_ARCHIVE = click.argument("archive", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FILES = click.argument("files", nargs=-1, required=True, metavar="FILE…", type=_FILE)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="communique")
def main() -> None:
    """Read wires of translated press releases into records and a browsable static site."""


def run() -> NoReturn:
    """Run a command and leave at once: the system takes a process apart faster than Python does its values."""
    status: object = 1
    try:
        main()
    except SystemExit as end:
        status = end.code
    except OSError as error:
        click.echo(f"communique: error: the output cannot be written: {error.strerror}", err=True)
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status if isinstance(status, int) else int(status is not None))


@main.command()
@_ARCHIVE
@click.option("--output", type=click.Path(path_type=Path), help="Folder to write; default DIR/site.")
@click.option("--base-url", help="Public address of the site; wins over base_url in site.yml.")
@click.option("--offline", is_flag=True, help="Make links that work when the site is opened from disk.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Worker processes; default one a core.")
@click.option("--cluster", metavar="ADDRESS", help="Send the work to a Dask scheduler, such as tcp://host:8786.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--clean", is_flag=True, help="Forget what earlier builds remember and do everything again.")
@click.option("--no-search", is_flag=True, help="Leave the full-text search out.")
@click.option("--profile", is_flag=True, help="Print the seconds of each stage and page type.")
@click.option("-v", "--verbose", is_flag=True, help="Print notes as well as warnings and errors.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def build(archive: Path, *, strict: bool, no_search: bool, verbose: bool, quiet: bool, **options: object) -> None:
    """Build the archive DIR (the folder that holds content/) into a static site.

    Only what changed since the last build is read, rendered and written; the site is the same as that of a clean build.
    Exit status: 0 clean or warnings only, 1 errors (or, with --strict, warnings), 2 wrong usage.
    """
    from communique.build import build as run

    with _progress(show=not quiet and sys.stderr.isatty()) as progress:
        outcome = run(archive, search=not no_search, progress=progress, **options)
    _say_problems(outcome.problems, verbose=verbose, quiet=quiet)
    if options["profile"]:
        _say_profile(outcome.seconds)
    if not quiet:
        click.echo(outcome.summary())
    sys.exit(_status(outcome.problems, strict=strict))


@main.command()
@_ARCHIVE
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("-v", "--verbose", is_flag=True, help="Print notes as well as warnings and errors.")
def check(archive: Path, *, strict: bool, verbose: bool) -> None:
    """Find every problem that a build of DIR would find, and write nothing."""
    from communique.build import check as run

    outcome = run(archive)
    _say_problems(outcome.problems, verbose=verbose, quiet=False)
    click.echo(outcome.summary())
    sys.exit(_status(outcome.problems, strict=strict))


@main.command()
@_FILES
def parse(files: tuple[Path, ...]) -> None:
    """Print the record of each release in FILE… as one line of JSON; problems go to standard error.

    A sidecar (NAME.yml beside NAME.txt) is applied where there is one.
    """
    from communique.ingest.wires import read_wire
    from communique.records.encode import json_line

    problems: list[Problem] = []
    for file in files:
        records, found = read_wire(file)
        problems += [problem for problem in found if problem.severity != "note"]  # the records hold all of them
        for record in records:
            sys.stdout.buffer.write(json_line(record))
    sys.stdout.buffer.flush()
    _say_problems(problems, verbose=False, quiet=False)
    sys.exit(_status(problems, strict=False))


@main.command()
@_FILES
def explain(files: tuple[Path, ...]) -> None:
    """Print how each FILE was read.

    Segments beside the text, the score of every family, labels and why they count, rejected candidates and why not, and
    the words behind each fact.
    """
    from communique.explain import explain as lines
    from communique.ingest.wires import open_wire

    problems: list[Problem] = []
    for file in files:
        wire, found = open_wire(file)
        problems += found
        if wire is not None:
            for line in lines(wire.text, wire.origin):
                click.echo(line)
    _say_problems(problems, verbose=True, quiet=False)
    sys.exit(_status(problems, strict=False))


def _say_problems(problems: list[Problem], *, verbose: bool, quiet: bool) -> None:
    """Print the problems that the user wants to see, then one line that counts all of them."""
    shown = {"error"} if quiet else {"error", "warning", "note"} if verbose else {"error", "warning"}
    for problem in problems:
        if problem.severity in shown:
            mark = click.style(problem.severity, fg=_COLOURS[problem.severity], bold=True)
            click.echo(render(problem, mark), err=True)
    counts = Counter(problem.severity for problem in problems)
    if counts and not quiet:
        told = [f"{count} {severity}{'s' if count != 1 else ''}" for severity, count in sorted(counts.items())]
        click.echo(", ".join(told), err=True)


@contextmanager
def _progress(*, show: bool) -> Iterator[Progress | None]:
    """Show a progress bar a stage while the block runs; without a thread, which would forbid forking workers."""
    if not show:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:>8}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total, refresh=True)

        yield tell


def _say_profile(seconds: dict[str, float]) -> None:
    click.echo("seconds  stage")
    for stage, spent in seconds.items():
        click.echo(f"{spent:7.3f}  {stage}")


def _status(problems: list[Problem], *, strict: bool) -> int:
    failing = {"error", "warning"} if strict else {"error"}
    return int(any(problem.severity in failing for problem in problems))
