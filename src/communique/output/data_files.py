"""Files that are made without a template: data files, lists of checksums, and the archive's own files as they are."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from communique.catalog.damage import DamagedError
from communique.exports import months, sums
from communique.output.job import Job
from communique.output.setup import Setup
from communique.records import encode
from communique.urls import Urls, beside

Written = list[tuple[str, bytes]]

_body = msgspec.msgpack.Decoder(months.Body)


def month(setup: Setup, job: Job) -> Written:
    """Return the data files of a month, from the records of its releases."""
    planned = _body.decode(job.body)
    for (digest, _), line in zip(planned.releases, job.needs, strict=True):
        if hashlib.sha256(line).digest()[:16] != digest:
            raise DamagedError
    records = [encode.read(line) for line in job.needs]
    urls = Urls(offline=bool(setup.home))
    pages = [urls.release(record.id) for record in records]
    made = [b"".join(job.needs), *months.files(records, planned, pages)]
    return list(zip(beside(job.file), made, strict=True))


def checksums(_: Setup, job: Job) -> Written:
    """Return a list of checksums of what was published by this build or an earlier one."""
    return [(job.file, sums.rendered(job.body))]


def search_checksums(setup: Setup, job: Job) -> Written:
    """Return the list of checksums of a part of the search index."""
    from communique.output.search_sums import rendered

    return [(job.file, rendered(setup.output, job.body))]


def schema(_: Setup, job: Job) -> Written:
    """Return the JSON Schema of a record."""
    return [(job.file, encode.schema(job.body.decode()))]


def static(setup: Setup, job: Job) -> Written:
    """Return a file of `content/static/`."""
    return [(job.file, Path(setup.archive, "content", "static", job.file).read_bytes())]
