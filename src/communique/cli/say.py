"""What commands tell the user: problems, progress, the seconds of each stage; and the exit status that follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from communique.problems import Problem, render

if TYPE_CHECKING:
    from rich.progress import TaskID

Progress = Callable[[str, int, int], None]
"""Called with a stage, how much of it is done, and how much there is."""

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
"""Severity → colour, the gravest first."""


def say_problems(found: list[Problem], *, verbose: bool | None = None, quiet: bool = False) -> None:
    """Print the problems that the user wants to see, then one line that counts all of them.

    `verbose` is None where a command has no such option.
    """
    shown = {"error"} if quiet else {"error", "warning", "note"} if verbose else {"error", "warning"}
    for problem in found:
        if problem.severity in shown:
            mark = click.style(problem.severity, fg=_COLOURS[problem.severity], bold=True)
            click.echo(render(problem, mark), err=True)
    if found and not quiet:
        hidden = verbose is False and any(problem.severity == "note" for problem in found)
        click.echo(f"{counted(found)}{' (--verbose shows notes)' if hidden else ''}", err=True)


def counted(found: list[Problem]) -> str:
    """Return the number of problems of each severity, such as "1 error, 2 warnings"; empty for none."""
    counts = Counter[str](problem.severity for problem in found)
    shown = [(severity, counts[severity]) for severity in _COLOURS if counts[severity]]
    return ", ".join(f"{count} {severity}{'s' if count != 1 else ''}" for severity, count in shown)


@contextmanager
def shown_progress(*, show: bool) -> Iterator[Progress | None]:
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


def say_profile(seconds: dict[str, float]) -> None:
    """Print the seconds of each stage."""
    click.echo("seconds  stage")
    for stage, spent in seconds.items():
        click.echo(f"{spent:7.3f}  {stage}")


def exit_status(found: list[Problem], *, strict: bool = False) -> int:
    """Return the exit status: 1 where there are errors or, with `strict`, warnings."""
    failing = {"error", "warning"} if strict else {"error"}
    return int(any(problem.severity in failing for problem in found))
