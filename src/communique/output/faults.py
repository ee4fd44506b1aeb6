"""What went wrong while pages were rendered and written, as problems that point."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from communique.problems import Problem


class FatalError(Exception):
    """The build cannot go on; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def template_problem(error: Exception, folders: Sequence[Path], kind: str, file: str) -> Problem:
    """Return the problem of a page that could not be rendered, with the template's file and line."""
    where, line = _place(error, folders)
    return Problem(
        code="template-failed",
        severity="error",
        file=where,
        line=line,
        column=1 if line else 0,
        excerpt=_line(where, line),
        message=f"{type(error).__name__}: {error} (while rendering a page of kind '{kind}': {file})",
        hint="Mend the template; pages that need it keep what was published before.",
    )


def disk_problem(error: OSError, file: str) -> Problem:
    """Return the problem of a file that cannot be written."""
    return Problem(
        code="cannot-write",
        severity="error",
        file=file,
        message=f"The file cannot be written: {error.strerror or error}.",
        hint="Make room or mend the permissions of the output folder; the next build completes the site.",
    )


def _place(error: Exception, folders: Sequence[Path]) -> tuple[str, int]:
    import traceback

    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or "", error.lineno
    roots = tuple(str(folder) for folder in folders)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(roots)]
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else ("", 0)


def _line(file: str, number: int) -> str:
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines() if number else []
    except OSError:
        return ""
    return lines[number - 1].strip()[:96] if number <= len(lines) and lines else ""


def cache_problem(error: BaseException, cache: Path) -> Problem:
    """Return the problem of a cache that cannot be used."""
    why = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Problem(
        code="cannot-write",
        severity="error",
        file=str(cache),
        message=f"What the build remembers cannot be kept: {why}.",
        hint="Make room or mend the permissions of this folder (it is safe to delete), and build again.",
    )


def output_problem(error: OSError, output: Path) -> Problem:
    """Return the problem of an output folder that cannot be written at all."""
    return Problem(
        code="cannot-write",
        severity="error",
        file=str(output),
        message=f"The output folder cannot be written: {error.strerror or error}.",
        hint="Mend its permissions, or choose another folder with --output.",
    )


def dead_worker() -> Problem:
    """Return the problem of a worker process that ended before its work was done."""
    return Problem(
        code="worker-died",
        severity="error",
        message="A worker process ended before its work was done; the system may have run out of memory.",
        hint="Build again, with fewer --jobs if it happens again: the next build goes on where this one stopped.",
    )


def no_content(archive: Path) -> Problem:
    """Return the problem of a folder that is no archive."""
    message = "This folder holds no 'content' folder, so it is no archive."
    hint = "Name the folder that holds content/, or begin an archive with 'communique new DIR'."
    return Problem(code="no-content", severity="error", file=str(archive), message=message, hint=hint)


def locked(archive: Path) -> Problem:
    """Return the problem of a second build or export of one archive."""
    message = "Another build or export of this archive is running."
    hint = "Wait until it has ended, and try again."
    return Problem(code="locked", severity="error", file=str(archive), message=message, hint=hint)


def no_cluster(address: str, why: str) -> Problem:
    """Return the problem of a cluster that does not answer."""
    return Problem(
        code="no-cluster",
        severity="error",
        file=address,
        message=f"The cluster cannot be used: {why}.",
        hint="Install 'communique[cluster]', and start 'dask scheduler' and, on each machine, 'dask worker ADDRESS'.",
    )
