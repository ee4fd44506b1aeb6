"""`communique check`: what a build would find, what lies in the built site, and what a person might look at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from communique.audit import links, names
from communique.audit.fixity import edited
from communique.audit.names import Suggestion
from communique.build import Build, Options, run
from communique.catalog.peek import peek
from communique.output import budget
from communique.output.executors import uncollected
from communique.output.folder import MARKER
from communique.output.outcome import Outcome, Progress, by_severity
from communique.problems import Problem


class Checked(msgspec.Struct):
    """What was found."""

    outcome: Outcome
    """That of a build which writes nothing, with the problems of everything else that was looked at."""
    suggestions: list[Suggestion] = []
    """Names that may be one."""
    outside: dict[str, str] = {}
    """Address outside of the site → the first page that names it."""
    files: int = 0
    """Of the site; 0 where there is none."""
    bytes: int = 0
    room: int = 0
    """Bytes that the host takes; 0 for no limit."""


def check(
    archive: Path,
    *,
    external: bool = False,
    progress: Progress | None = None,
    tell: Callable[[str], None] | None = None,
) -> Checked:
    """Return what is to be said about an archive and its site; nothing is written.

    The site is that of the last build, with its options. With `external`, addresses outside of it are asked for, and
    `tell` is called with each of them, from several threads.
    """
    with uncollected():
        return _check(archive, external=external, progress=progress, tell=tell)


def _check(archive: Path, *, external: bool, progress: Progress | None, tell: Callable[[str], None] | None) -> Checked:
    done = run(archive, Options(dry=True, search=False, progress=progress).like(_options(archive)))
    found = Checked(done.outcome)
    if done.plan is None:
        return found
    shelf = done.plan.shelf
    for section in (shelf.people, shelf.regions, shelf.sources):
        found.suggestions += names.suggestions(section)
    problems = [*done.outcome.problems, *edited(archive), *_of_site(done, found)]
    if external:
        from communique.audit.external import unreachable

        problems += unreachable(found.outside, tell=tell)
    done.outcome.problems = by_severity(problems)
    return found


def _options(archive: Path) -> bytes:
    """Return how the last build was made; empty where there was none."""
    catalog = peek(archive / ".cache" / "catalog.sqlite")
    if catalog is None:
        return b""
    try:
        return catalog.get("options")
    finally:
        catalog.close()


def _of_site(done: Build, found: Checked) -> list[Problem]:
    """Return the problems of the built site, if there is one, and note its addresses outside."""
    if not (done.output / MARKER).is_file():
        return [_no_site(done.output)]
    walked = links.walk(done.output, done.given.site.base_url)
    found.outside = walked.outside
    found.files, found.bytes = walked.files, sum(walked.sizes.values())
    found.room = done.given.site.limits.site_bytes
    large = budget.over(walked.sizes, walked.files, found.room)
    changed = sum(done.outcome.pages.values())
    return [*walked.problems, *([large] if large else []), *([_stale(changed)] if changed else [])]


def _no_site(output: Path) -> Problem:
    return Problem(
        code="no-site",
        severity="note",
        file=str(output),
        message="No site is built here; its links and its size were not looked at.",
        hint="Run 'communique build' first.",
    )


def _stale(count: int) -> Problem:
    pages = "1 page is" if count == 1 else f"{count} pages are"
    return Problem(
        code="stale-site",
        severity="note",
        message=f"{pages} not as a build would make it now; what is said about links is about the site as it stands.",
        hint="Run 'communique build', then this again.",
    )
