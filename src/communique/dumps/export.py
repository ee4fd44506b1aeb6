"""`communique export`: an archive as it lies there now → one file or folder, complete or not at all; or a stream."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import msgspec

from communique.catalog import damage
from communique.dumps.formats import FORMATS, Format, cut_off, unwritable
from communique.dumps.registry import SENDERS, WRITERS
from communique.dumps.target import admit, replaced
from communique.dumps.whole import Whole
from communique.opened import Opened, Progress
from communique.output.faults import FatalError
from communique.problems import Problem

_TOLD = frozenset(("binary", "changing", "duplicate-id", "parser-failed", "unreadable"))
"""Codes of wires that are not in the export as they lie there; all else that is doubtful `communique check` tells."""


class Exported(msgspec.Struct, kw_only=True):
    """What an export did."""

    problems: list[Problem] = []
    releases: int = 0
    bytes: int = 0

    def summary(self, output: Path | str) -> str:
        """Return one line for people."""
        return f"{self.releases} release{'s' if self.releases != 1 else ''}, {self.bytes / 1e6:.1f} MB: {output}"


def export(
    archive: Path, name: str, output: Path, *, jobs: int | None = None, progress: Progress | None = None
) -> Exported:
    """Export an archive in the format of a name. Nothing in the archive makes it raise.

    What changed since the last build or export is read first. The output is replaced as a whole when the new one is
    complete; where that fails, it stays as it was.
    """
    return _done(_Job(archive, _form(name), output, None, jobs, progress))


def send(
    archive: Path, name: str, stream: BinaryIO, *, jobs: int | None = None, progress: Progress | None = None
) -> Exported:
    """Export an archive into an open stream, in a format that is one; what was written there stays where it fails.

    Raises `BrokenPipeError` where nobody reads it any more.
    """
    return _done(_Job(archive, _form(name), Path("-"), _Sink(stream), jobs, progress))


def _form(name: str) -> Format:
    return next(form for form in FORMATS if form.name == name)


class _Sink:
    """A stream that counts what goes into it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.bytes = 0

    def write(self, data: bytes) -> int:
        """Write bytes; return how many."""
        self.bytes += len(data)
        return self._stream.write(data)


class _Job(msgspec.Struct, frozen=True):
    """What to export, where to, and how."""

    archive: Path
    form: Format
    output: Path
    sink: _Sink | None
    jobs: int | None
    progress: Progress | None


def _done(job: _Job) -> Exported:
    try:
        return _guarded(job)
    except FatalError as error:
        return Exported(problems=[error.problem])


def _guarded(job: _Job) -> Exported:
    """Export; where the catalog turns out to be damaged, once more without it. Raises `FatalError`."""
    try:
        return _export(job, clean=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise FatalError(unwritable(error, str(job.output))) from error
    except Exception as error:
        if damage.blames_the_disk(error):
            raise FatalError(unwritable(OSError(str(error)), str(job.output))) from error
        if not damage.is_damage(error):
            raise
        if job.sink is not None and job.sink.bytes:
            raise FatalError(cut_off()) from error
    return _export(job, clean=True)


def _export(job: _Job, *, clean: bool) -> Exported:
    if job.sink is None:
        admit(job.output, job.archive, job.form)
    with Opened(job.archive, jobs=job.jobs, clean=clean, progress=job.progress) as opened:
        whole = Whole(opened, job.progress, job.jobs)
        size = _written(job, whole)
        told = [problem for problem in opened.problems() if problem.severity == "error" or problem.code in _TOLD]
    return Exported(problems=told, releases=whole.releases, bytes=size)


def _written(job: _Job, whole: Whole) -> int:
    """Write a format; return its bytes."""
    if job.sink is not None:
        SENDERS[job.form.name](job.sink, whole)
        return job.sink.bytes
    with replaced(job.output) as made:
        WRITERS[job.form.name](made, whole)
    return _size(job.output)


def _size(output: Path) -> int:
    if not output.is_dir():
        return output.stat().st_size
    return sum(file.lstat().st_size for file in output.rglob("*") if file.is_file())
