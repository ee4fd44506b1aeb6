"""The way to the workers that render; the renderer itself is loaded where there is something to render."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

import msgspec

from communique.output.job import Done, Job
from communique.patterns import compile_all

HEAVY = ("communique.ingest.shard", "communique.output.render")
"""What workers need; loaded before they are forked, it is shared by all of them."""


def render_shard(setup: bytes, jobs: bytes) -> tuple[bytes, dict[str, tuple[int, float]]]:
    """Render and write packed jobs; return what became of each, packed, and per kind their number and seconds."""
    from communique.output import render

    return render.shard(setup, _jobs.decode(jobs))


def pack(jobs: Sequence[Job]) -> bytes:
    """Return jobs as bytes: one value is sent to a worker faster than hundreds."""
    return _encode(jobs)


def prepare(setup: bytes) -> None:
    """Make this process ready to render: load the renderer, its settings and the templates that any change needs."""
    from communique.output import render

    render.worker(setup).prepare()


def unpack(data: bytes) -> list[Done]:
    """Return what `render_shard` packed."""
    return _done.decode(data)


def preload() -> None:
    """Load what workers need, the grammar compiled."""
    for name in HEAVY:
        importlib.import_module(name)
    compile_all()


_encode = msgspec.msgpack.Encoder().encode
_jobs = msgspec.msgpack.Decoder(list[Job])
_done = msgspec.msgpack.Decoder(list[Done])
