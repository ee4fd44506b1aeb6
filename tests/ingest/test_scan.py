"""The scan says of every file what it is, whatever it is called."""

from __future__ import annotations

import os
from pathlib import Path

from communique.ingest.scan import scan
from tests.archives import archive, codes, made, wire


def test_a_name_that_is_not_utf_8_is_told_and_stops_nothing(tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", {"2020-01-05-a": wire("Lighthouses"), "мосты": wire("Bridges")})
    for name in (b"\xff.txt", b"\xfe.yml"):
        Path(os.fsdecode(os.fsencode(folder / "content" / "wires") + b"/" + name)).write_text("words")
    Path(os.fsdecode(os.fsencode(folder / "content" / "wires") + b"/\xfd")).mkdir()
    (folder / "content" / "static").mkdir()
    Path(os.fsdecode(os.fsencode(folder / "content" / "static") + b"/\xfc.png")).write_text("picture")
    listing = scan(folder)
    assert listing.other == [f"content/wires/\ufffd{ending}" for ending in ("", ".txt", ".yml")]
    outcome = made(folder)
    assert codes(outcome) == ["not-a-wire"] * 3 + ["odd-name", "static-name"]
    assert outcome.counts["releases"] == 2
