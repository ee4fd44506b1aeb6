"""Which wires are read again."""

from __future__ import annotations

from communique.ingest.reading import changed
from communique.ingest.scan import Found

SECOND = 1_000_000_000
SCANNED = 100 * SECOND + 5


def found(ctime: int, stamp: bytes = b"s") -> list[Found]:
    return [Found("content/wires/a.txt", stamp, ctime, 1, sidecar=False)]


def test_an_old_wire_with_its_stamp_is_not_read() -> None:
    assert changed(found(90 * SECOND + 1), {"content/wires/a.txt": (b"s", b"d")}, SCANNED) == []


def test_another_stamp_is_read_with_the_digest_that_is_known() -> None:
    (order,) = changed(found(90 * SECOND, b"t"), {"content/wires/a.txt": (b"s", b"d")}, SCANNED)
    assert order.known == b"d"


def test_a_wire_as_young_as_the_last_scan_is_hashed_again() -> None:
    assert changed(found(SCANNED - 1_000_000), {"content/wires/a.txt": (b"s", b"d")}, SCANNED)
    assert changed(found(99 * SECOND), {"content/wires/a.txt": (b"s", b"d")}, SCANNED)  # whole seconds: coarse clock
    assert not changed(found(99 * SECOND + 7), {"content/wires/a.txt": (b"s", b"d")}, SCANNED)


def test_an_unknown_wire_is_read() -> None:
    assert [order.known for order in changed(found(1), {}, SCANNED)] == [b""]
