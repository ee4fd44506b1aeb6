"""What a release takes on the host: page, record and text together."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.archives import archive, made

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
from corpus import write

SEED = Path(__file__).parent.parent / "content"
ROOM = 12_000
"""What page, record and text may take beside three times the wire."""


def taken(folder: Path) -> tuple[int, int]:
    """Return the bytes of a release's wire, and what its page, record and text take beyond three times as many."""
    sizes = {name: (folder / name).stat().st_size for name in ("index.html", "record.json", "wire.txt")}
    return sizes["wire.txt"], sum(sizes.values()) - 3 * sizes["wire.txt"]


def known(folder: Path) -> int:
    """Return what its turns, paragraphs, speakers and documents may take beside their words: markup and evidence."""
    record = json.loads((folder / "record.json").read_bytes())
    paragraphs = sum(len(turn["paragraphs"]) for turn in record["turns"])
    return (
        250 * len(record["turns"]) + 100 * paragraphs + 450 * len(record["speakers"]) + 500 * len(record["documents"])
    )


def test_the_seed_takes_at_most_three_times_its_wire_and_12_kilobytes(tmp_path: Path) -> None:
    folder = archive(tmp_path, site_yml="base_url: https://example.org/communique/\n")
    for file in (SEED / "wires" / "2021").iterdir():
        (folder / "content" / "wires" / file.name).write_bytes(file.read_bytes())
    made(folder)
    (page,) = folder.glob("site/releases/*/index.html")
    assert taken(page.parent)[1] <= ROOM


@pytest.mark.parametrize("count", [100, pytest.param(1000, marks=pytest.mark.long)])
def test_most_releases_take_as_little_and_the_others_grow_by_what_they_tell(tmp_path: Path, count: int) -> None:
    folder = archive(tmp_path, site_yml="title: Wire releases\nbase_url: https://example.org/\n")
    write(folder / "content" / "wires", count)
    made(folder, jobs=2)
    rooms = {page.parent: taken(page.parent)[1] for page in folder.glob("site/releases/*/index.html")}
    assert len(rooms) == count
    assert sum(rooms.values()) <= 0.9 * ROOM * count
    assert sum(room <= ROOM for room in rooms.values()) >= 0.8 * count
    assert {page.name: room for page, room in rooms.items() if room > 8_500 + known(page)} == {}
