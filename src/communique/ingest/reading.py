"""Which wires must be read again, and having them read: by shards, into the catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from communique.catalog.store import Catalog, Read
from communique.ingest.scan import Found, Order
from communique.problems import Problem

FILES = 64
_BYTES = 1_000_000
"""A shard holds at most so many files, or so many bytes of them."""
_COMMIT = 40
"""Shards after which what was read is kept for good."""
_TICK = 50_000_000
_COARSE = 2_000_000_000
"""A file changed within so many ns before a scan may change again without a new time: clocks of file systems tick."""


def changed(wires: Iterable[Found], known: Mapping[str, tuple[bytes, bytes]], scanned: int) -> list[Order]:
    """Return orders for the wires that are new, or whose stamp changed or is too young to be trusted.

    `scanned` is the time in ns at which the scan that wrote the stamps began.
    """
    orders = []
    unknown, old = (b"", b""), scanned - _COARSE
    for wire in wires:
        stamp, digest = known.get(wire.path, unknown)
        if stamp == wire.stamp and wire.ctime < old:
            continue
        if stamp != wire.stamp or wire.ctime >= scanned - _margin(wire.ctime):
            orders.append(Order(wire.path, digest, wire.sidecar))
    return orders


def _margin(ctime: int) -> int:
    """Return how long before a scan a change may go unseen: longer where the file system keeps whole seconds."""
    return _COARSE if ctime % 1_000_000_000 == 0 else _TICK


Shard = tuple[str, tuple[tuple[str, str], ...], bytes]
"""Archive, its own disclaimers, and the packed orders."""


def shards(
    archive: str, sentences: tuple[tuple[str, str], ...], orders: Sequence[Order], wires: Iterable[Found]
) -> Iterator[Shard]:
    """Yield the arguments of `read_shard`; `wires` tell sizes."""
    ordered = {order.path for order in orders}
    sizes = {wire.path: wire.size for wire in wires if wire.path in ordered}
    shard: list[Order] = []
    size = 0
    for order in orders:
        shard.append(order)
        size += sizes.get(order.path, 0)
        if len(shard) >= FILES or size >= _BYTES:
            yield archive, sentences, _pack(shard)
            shard, size = [], 0
    if shard:
        yield archive, sentences, _pack(shard)


def read_shard(archive: str, sentences: tuple[tuple[str, str], ...], orders: bytes) -> bytes:
    """Have wires read; the parser is loaded where there is something to read."""
    from communique.ingest import shard

    return shard.read_shard(archive, sentences, _orders.decode(orders))


def take_in(catalog: Catalog, results: Iterable[bytes], tell: Callable[[int], None]) -> list[Problem]:
    """Put what workers read into the catalog, for good from time to time; return the problems that pass.

    `tell` is called with the number of wires that are done.
    """
    passing: list[Problem] = []
    for n, packed in enumerate(results, 1):
        passing += catalog.apply(_unpack(packed))
        tell(n * FILES)
        if n % _COMMIT == 0:
            catalog.commit()
            catalog.begin()
    return passing


_pack = msgspec.msgpack.Encoder().encode
_orders = msgspec.msgpack.Decoder(list[Order])
_unpack = msgspec.msgpack.Decoder(list[Read]).decode
