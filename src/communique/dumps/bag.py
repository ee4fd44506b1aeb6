"""The archive as a deposit: a BagIt bag of wires, sidecars, records and the offline site, described as an RO-Crate.

The payload is itself an archive: `communique build` of its `data/` folder gives the site again, but for the pages that
say that a release was withdrawn.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from communique.build import build
from communique.dumps import bagit, crate
from communique.dumps.day import source_date
from communique.dumps.whole import Whole
from communique.exports.schema import address
from communique.opened import Opened
from communique.output.faults import FatalError
from communique.output.folder import MARKER
from communique.output.write import remove
from communique.problems import Problem
from communique.records.encode import json_line, schema
from communique.records.model import Release

_INCOMPLETE = frozenset(("template-failed", "cannot-write", "worker-died"))
"""Problems of a build that leave a site that is not whole."""
_BESIDE = (
    "content/boilerplate.yml",
    "content/ledger.tsv",
    "content/pages",
    "content/people.yml",
    "content/regions.yml",
    "content/site.yml",
    "content/sources.yml",
    "content/static",
    "templates",
)
"""What the site depends on beside wires and sidecars."""
_UNDATED = "1970-01-01"
"""An RO-Crate must have a day of publication, and an archive may have none."""


def write(folder: Path, whole: Whole) -> None:
    """Write an archive as a bag into a folder that is not there yet; raises `FatalError` where its site fails."""
    day = source_date()
    data = folder / "data"
    with _aside(folder, whole.opened) as archive:
        _site(archive, data / "site", whole)
        with Opened(archive, jobs=whole.jobs) as opened:
            copied = Whole(opened, whole.tell)
            days = _wires_and_records(data, copied)
    whole.releases = copied.releases
    _copy_beside(whole.opened.archive, data)
    (data / "ro-crate-metadata.json").write_bytes(crate.metadata(_described(data, whole, days, day)))
    agent = f"Communiqué {version('communique')}"
    labels = [("Bag-Software-Agent", agent), ("External-Description", whole.site.title)]
    labels += [("Bagging-Date", day)] if day else []
    bagit.seal(folder, labels, lambda done, total: whole.tell("seal", done, total))


@contextmanager
def _aside(folder: Path, opened: Opened) -> Iterator[Path]:
    """Yield an archive of the same content and catalog: building it touches neither the site nor its catalog."""
    archive = folder.with_name(f"{folder.name}-work")
    try:
        remove(str(archive))
        (archive / ".cache").mkdir(parents=True)
        shutil.copyfile(opened.archive / ".cache" / "catalog.sqlite", archive / ".cache" / "catalog.sqlite")
        for name in ("content", "templates"):
            if (opened.archive / name).is_dir():
                (archive / name).symlink_to(opened.archive / name)
        yield archive
    finally:
        remove(str(archive))


def _site(archive: Path, output: Path, whole: Whole) -> None:
    outcome = build(archive, output=output, offline=True, jobs=whole.jobs, progress=whole.tell)
    for problem in outcome.problems:
        if problem.code in _INCOMPLETE:
            raise FatalError(problem)
    (output / MARKER).unlink()


def _wires_and_records(data: Path, whole: Whole) -> list[str]:
    """Write wires, sidecars and records; return the first and last day of issue and the newest day of all, if any."""
    first = last = newest = ""
    with (data / crate.RECORDS).open("wb") as stream:
        for record, _ in whole.records():
            stream.write(json_line(record))
            _copy_wire(whole.opened.archive, data, record)
            first, last = first or record.date or "", record.date or last
            newest = max(newest, record.date or "", record.added or "")
    (data / crate.SCHEMA).write_bytes(schema(address(whole.site.base_url)))
    return [first, last, newest]


def _copy_wire(archive: Path, data: Path, record: Release) -> None:
    """Copy a wire, unless a release before it in the same file had it copied, and its sidecar."""
    copy = data / record.path
    if copy.exists():
        return
    wire = (archive / record.path).read_bytes()
    if hashlib.sha256(wire).hexdigest() != record.sha256:
        raise FatalError(_changing(record.path))
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(wire)
    beside = f"{record.path[:-4]}.yml"
    if (archive / beside).is_file():
        shutil.copyfile(archive / beside, data / beside)


def _copy_beside(archive: Path, data: Path) -> None:
    for name in _BESIDE:
        source, copy = archive / name, data / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy, copy_function=shutil.copyfile, ignore=shutil.ignore_patterns(".*"))
        elif source.is_file():
            shutil.copyfile(source, copy)


def _described(data: Path, whole: Whole, days: list[str], day: str) -> crate.Described:
    first, last, newest = days
    return crate.Described(
        site=whole.site,
        version=version("communique"),
        releases=whole.releases,
        published=day or newest or _UNDATED,
        first=first,
        last=last,
        sizes={name: (data / name).stat().st_size for name in (crate.RECORDS, crate.SCHEMA)},
    )


def _changing(path: str) -> Problem:
    return Problem(
        code="changing",
        severity="error",
        file=path,
        message="This file changed while the archive was exported.",
        hint="Export again when it is complete; what was exported before is as it was.",
    )
