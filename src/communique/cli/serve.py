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
from communique.cli.say import counted, say_problems, shown_progress
from communique.problems import Problem, render

if TYPE_CHECKING:
    from communique.cli.preview import Server, Site
    from communique.cli.search_follower import SearchFollower
    from communique.output.outcome import Outcome

_SHOWN = 50
"""So many problems are shown in a page."""


@click.command(short_help="Show the site on this machine, and follow each change.")
@ARCHIVE
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    help="Port of this machine, by default 8000; 0 for any free one.",
)
@click.option("--no-search", is_flag=True, help="Leave the full-text search out.")
def serve(archive: Path, *, port: int, no_search: bool) -> None:
    """Build DIR and show it at http://127.0.0.1:8000/, under the path that base_url in site.yml has.

    What changes in content/ and templates/ is built and shown at once, and found by the search a moment after the last
    change; Ctrl-C ends it.
    """
    from communique.build import build
    from communique.cli.search_follower import SearchFollower
    from communique.output.work import preload

    with _interruptible(), _server(archive, port) as server:
        changes = _changes(archive)
        next(changes)  # from now on none is missed
        with shown_progress(show=sys.stderr.isatty()) as progress:
            outcome = build(archive, search=not no_search, progress=progress)
        if any(problem.code in _HOPELESS for problem in outcome.problems):
            say_problems(outcome.problems)
            sys.exit(1)
        _say(server.site, outcome, [])
        click.echo(f"{server.address} (Ctrl-C ends it)")
        follower = None if no_search else SearchFollower(archive)
        with server.running(), _ended(follower):
            preload()  # while nobody waits: the first change would
            for changed in changes:
                if changed:
                    outcome = _again(archive, server.site, outcome, follower)
                elif follower:
                    outcome = _searchable(server.site, outcome, follower.idle())
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
    """Yield what changes beside the site; every now and then nothing, the first time once changes are looked for.

    A folder that comes or goes meanwhile, such as that of own templates, is a change.
    """
    from watchfiles import watch

    from communique.output.keys import default_templates

    wanted = (archive / "content", archive / "templates", default_templates())
    came: Set[object] = set()
    while True:
        folders = list(filter(Path.is_dir, wanted))
        for changed in watch(*folders, step=20, rust_timeout=200, yield_on_timeout=True, raise_interrupt=True):
            yield changed or came
            came = set()
            if list(filter(Path.is_dir, wanted)) != folders:
                break
        came = {"folder"}


@contextmanager
def _ended(follower: SearchFollower | None) -> Iterator[None]:
    """Let the index not outlive the block."""
    try:
        yield
    finally:
        if follower:
            follower.halt()


def _again(archive: Path, site: Site, before: Outcome, follower: SearchFollower | None) -> Outcome:
    """Build once more, and tell; pages of releases load again before the listings are made."""
    from communique.build import build

    if follower:
        follower.halt()

    def tell(stage: str, *_: int) -> None:
        if stage == "publish":
            site.tell()

    outcome = build(archive, search=follower is not None, watched=True, progress=tell)
    if follower:
        follower.changed()
    _say(site, outcome, before.problems, behind=follower is not None)
    return outcome


def _searchable(site: Site, before: Outcome, outcome: Outcome | None) -> Outcome:
    """Tell what a build that made the index found, if one has ended; return the outcome that counts now."""
    if outcome is None:
        return before
    _say(site, outcome, before.problems, line="The search knows the last change now.")
    return outcome


def _say(site: Site, outcome: Outcome, before: list[Problem], *, behind: bool = False, line: str = "") -> None:
    """Say on the terminal what is new, and in the browsers what there is; the search may be `behind`."""
    say_problems([problem for problem in outcome.problems if problem not in before])
    click.echo(line or outcome.summary())
    weighty = [problem for problem in outcome.problems if problem.severity != "note"]
    site.tell(
        counted=counted(weighty),
        behind=behind,
        errors=any(problem.severity == "error" for problem in weighty),
        problems=[render(problem) for problem in weighty[:_SHOWN]],
    )
