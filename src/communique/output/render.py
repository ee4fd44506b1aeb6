"""The writing half of the work that goes to workers: planned pages in, files out. No worker opens the catalog."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from communique.catalog.damage import DamagedError
from communique.catalog.said import QUOTED, Words
from communique.exports.registry import EXPORTS
from communique.ingest.decode import decode
from communique.listing.model import Head, Passage, Said
from communique.output import data_files, formats, prose
from communique.output.data_files import Written
from communique.output.faults import disk_problem, template_problem
from communique.output.job import Done, Job
from communique.output.keys import TEMPLATES
from communique.output.printing import Printer
from communique.output.setup import Setup, unpack
from communique.output.write import put
from communique.pages.registry import PAGES
from communique.pages.release_view import view
from communique.problems import Problem
from communique.records import encode
from communique.records.model import Release
from communique.urls import root_of

_OFTEN = ("release", "home", "dates", "bucket", "region", "regions", "person", "people", "report")
"""Kinds of the pages that change with each release."""


class Shown(msgspec.Struct, frozen=True):
    """What the layout prints of a page."""

    url: str
    kind: str
    title: str
    section: str
    description: str
    canonical: str


def shard(setup: bytes, jobs: Sequence[Job]) -> tuple[bytes, dict[str, tuple[int, float]]]:
    """Render and write pages; return what became of each, packed, and per kind their number and seconds."""
    crew = worker(setup)
    spent: dict[str, tuple[int, float]] = {}
    done = []
    for job in jobs:
        start = time.perf_counter()
        done.append(crew.render(job))
        count, seconds = spent.get(job.kind, (0, 0.0))
        spent[job.kind] = (count + 1, seconds + time.perf_counter() - start)
    return _encode(done), spent


_encode = msgspec.msgpack.Encoder().encode
_words = msgspec.msgpack.Decoder(Words)
_bodies: dict[str, msgspec.msgpack.Decoder[Any]] = {
    one.kind: msgspec.msgpack.Decoder(tuple[Head, one.context])  # type: ignore[name-defined]
    for one in (*PAGES, *EXPORTS)
    if one.context
}


@lru_cache(maxsize=2)
def worker(setup: bytes) -> Worker:
    """Return the worker of a setup; made once in each process."""
    return Worker(unpack(setup))


class ChangedError(Exception):
    """The wire is no longer the one that was read."""


class Worker:
    """Renders pages with the templates of one build."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.printer = Printer(setup)

    def prepare(self) -> None:
        """Load the templates and the words for dates that most builds need."""
        self.printer.load(TEMPLATES[kind] for kind in _OFTEN)
        formats.load(self.setup.site.language)

    def render(self, job: Job) -> Done:
        """Render and write one page with all its files; whatever goes wrong is a problem of that page."""
        try:
            files = _MAKERS.get(job.kind, _page)(self, job)
        except DamagedError:
            return Done([], 0, damaged=True)
        except ChangedError:
            return Done([], 0, _changed(job.file))
        except Exception as error:
            return Done([], 0, template_problem(error, self.printer.folders, job.kind, job.file))
        if self.setup.dry:
            return Done([], 0)
        try:
            return self._write(files)
        except OSError as error:
            return Done([], 0, disk_problem(error, job.file), fatal=True)

    def _write(self, files: Written) -> Done:
        stamps, count = [], 0
        for file, data in files:
            stamp, written = put(self.setup.output, file, data, compare=self.setup.compare)
            stamps.append((*stamp, hashlib.sha256(data).digest()))
            count += written
        return Done(stamps, count)

    def html(self, job: Job, head: Head, values: dict[str, Any], root: str | None = None) -> bytes:
        """Return a page rendered by its kind's template."""
        where = root_of(job.file) if root is None else root
        return self.printer.printed(TEMPLATES[job.kind], {"root": where, "page": self.shown(job, head), **values})

    def shown(self, job: Job, head: Head) -> Shown:
        """Return what the layout prints of a page."""
        url = job.file if self.setup.home else job.file.removesuffix("index.html")
        base = self.setup.site.base_url
        canonical = base + job.file.removesuffix("index.html") if base else ""
        return Shown(url, job.kind, head.title, head.section, head.description, canonical)


def _values(context: msgspec.Struct) -> dict[str, Any]:
    return {field: getattr(context, field) for field in context.__struct_fields__}


def _page(crew: Worker, job: Job) -> Written:
    head, context = _bodies[job.kind].decode(job.body)
    return [(job.file, crew.html(job, head, _values(context)))]


def _raw(_: Worker, job: Job) -> Written:
    return [(job.file, job.body)]


def _release(crew: Worker, job: Job) -> Written:
    """Return page, record and text of a release; the text is read again from its wire, which must be the same."""
    head, links = _bodies[job.kind].decode(job.body)
    if hashlib.sha256(job.needs[0]).digest()[:16] != links.record:
        raise DamagedError
    record = encode.read(job.needs[0])
    text = _text(crew.setup.archive, record)
    note = prose.html(record.note, index=crew.setup.home) if record.note else ""
    folder = job.file.removesuffix("index.html")
    links = msgspec.structs.replace(links, text=text, note_html=note)
    shown = crew.shown(job, head)
    root = root_of(job.file)
    laid = view(record, text, links.speakers, title=links.title, address=shown.canonical, root=root)
    head = msgspec.structs.replace(head, description=record.lead or "")
    page = crew.html(job, head, {"r": record, "x": links, "v": laid})
    part = text[record.segments[0].start : record.segments[-1].end] if record.segments else ""
    return [(job.file, page), (f"{folder}record.json", job.needs[0]), (f"{folder}wire.txt", part.encode())]


def _text(archive: str, record: Release) -> str:
    with open(f"{archive}/{record.path}", "rb", buffering=0) as stream:
        data = stream.readall()
    if hashlib.sha256(data).hexdigest() != record.sha256:
        raise ChangedError
    decoded = decode(data)
    if decoded is None:
        raise ChangedError
    return decoded.text


def _tombstone(crew: Worker, job: Job) -> Written:
    head, links = _bodies[job.kind].decode(job.body)
    return [(job.file, crew.html(job, head, {"r": encode.read(job.needs[0]), "x": links}))]


def _said(crew: Worker, job: Job) -> Written:
    head, context = _bodies[job.kind].decode(job.body)
    said = [_filled(one, _words.decode(packed)) for one, packed in zip(context.said, job.needs, strict=True)]
    return [(job.file, crew.html(job, head, _values(context) | {"said": said}))]


def _filled(one: Said, words: Words) -> Said:
    found = [words[n] for n in one.speakers if n in words]
    passages = [Passage(f"{one.row.href}{anchor}", text) for quoted, _ in found for anchor, text in quoted]
    more = sum(more for _, more in found) + max(0, len(passages) - QUOTED)
    return msgspec.structs.replace(one, words=passages[:QUOTED], more=more)


def _prose(crew: Worker, job: Job) -> Written:
    head, context = _bodies[job.kind].decode(job.body)
    setup = crew.setup
    made = prose.html(context.markdown, index=setup.home, trusted=setup.site.trust_pages)
    return [(job.file, crew.html(job, head, {"title": context.title, "html": made}))]


def _notfound(crew: Worker, job: Job) -> Written:
    head, context = _bodies[job.kind].decode(job.body)
    return [(job.file, crew.html(job, head, {}, context.root))]


def _asset(crew: Worker, job: Job) -> Written:
    name = job.file.removeprefix("assets/")
    return [(job.file, data) for data in crew.printer.assets(name)]


_MAKERS: dict[str, Callable[[Worker, Job], Written]] = {
    "release": _release,
    "tombstone": _tombstone,
    "month": lambda crew, job: data_files.month(crew.setup, job),
    "person": _said,
    "bucket": _said,
    "home": _said,
    "prose": _prose,
    "404": _notfound,
    "asset": _asset,
    "static": lambda crew, job: data_files.static(crew.setup, job),
    "schema": lambda crew, job: data_files.schema(crew.setup, job),
    "bytes": _raw,
    "sums": lambda crew, job: data_files.checksums(crew.setup, job),
    "search-sums": lambda crew, job: data_files.search_checksums(crew.setup, job),
}
"""Kinds that need more than their template; `bytes` are planned as they are."""


def _changed(file: str) -> Problem:
    message = "The wire of this page changed while the site was built; the page stays as it was."
    return Problem(code="changing", severity="warning", file=file, message=message, hint="Build again.")
