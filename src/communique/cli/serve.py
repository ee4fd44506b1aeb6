"""`communique serve`."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Set
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli.arguments import ARCHIVE
from communique.cli.say import counted, say_problems
from communique.problems import Problem, render

if TYPE_CHECKING:
    from communique.cli.preview import Server, Site
    from communique.output.outcome import Outcome

_SHOWN = 50
"""So many problems are shown in a page."""


@click.command()
@ARCHIVE
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="Port of this machine; 0 for any free one.")
@click.option("--no-search", is_flag=True, help="Leave the full-text search out.")
def serve(archive: Path, *, port: int, no_search: bool) -> None:
    """Build DIR and show it at http://127.0.0.1:8000/, under the path that base_url in site.yml has.

    What changes in content/ and templates/ is built and shown at once; Ctrl-C ends it. The search finds what was there
    when it began.
    """
    from communique.build import build

    with _interruptible(), _server(archive, port) as server:
        changes = _changes(archive)
        next(changes)  # from now on none is missed
        outcome = build(archive, search=not no_search)
        if any(problem.code in _HOPELESS for problem in outcome.problems):
            say_problems(outcome.problems)
            sys.exit(1)
        _say(server.site, outcome, [])
        click.echo(f"{server.address} (Ctrl-C ends it)")
        with server.running():
            for _ in filter(None, changes):
                outcome = _again(archive, server.site, outcome, search=not no_search)
    click.echo("\nEnded.")


_HOPELESS = {"no-content", "not-ours", "cannot-write"}
"""Problems without whose remedy there is nothing to show."""


@contextmanager
def _interruptible() -> Iterator[None]:
    """End the block quietly on Ctrl-C, and in the same way where the process is asked to end."""
    before = {one: signal.signal(one, signal.default_int_handler) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _server(archive: Path, port: int) -> Server:
    """Return a server that holds a port; ends the command where it is taken."""
    from communique.cli.preview import Server, Site
    from communique.ingest.content import load
    from communique.output.layout import base_path

    site = Site(archive.absolute() / "site", base_path(load(archive).site.base_url))
    try:
        return Server(site, port)
    except OSError as error:
        say_problems([_port_taken(port, error)])
        sys.exit(1)


def _port_taken(port: int, error: OSError) -> Problem:
    return Problem(
        code="port-taken",
        severity="error",
        message=f"Port {port} of this machine cannot be used: {error.strerror}.",
        hint="End the program that holds it, or choose another with --port; --port 0 takes any free one.",
    )


def _changes(archive: Path) -> Iterator[Set[object]]:
    """Yield what changes beside the site; every now and then nothing, the first time once changes are looked for."""
    from watchfiles import watch

    from communique.output.keys import default_templates

    folders = filter(Path.is_dir, (archive / "content", archive / "templates", default_templates()))
    return watch(*folders, step=20, rust_timeout=200, yield_on_timeout=True, raise_interrupt=True)


def _again(archive: Path, site: Site, before: Outcome, *, search: bool) -> Outcome:
    """Build once more, and tell; pages of releases load again before the listings are made."""
    from communique.build import build

    def tell(stage: str, *_: int) -> None:
        if stage == "publish":
            site.tell()

    outcome = build(archive, search=search, watched=True, progress=tell)
    _say(site, outcome, before.problems)
    return outcome


def _say(site: Site, outcome: Outcome, before: list[Problem]) -> None:
    """Say on the terminal what is new, and in the browsers what there is."""
    say_problems([problem for problem in outcome.problems if problem not in before])
    click.echo(outcome.summary())
    weighty = [problem for problem in outcome.problems if problem.severity != "note"]
    site.tell(
        counted=counted(weighty),
        errors=any(problem.severity == "error" for problem in weighty),
        problems=[render(problem) for problem in weighty[:_SHOWN]],
    )
