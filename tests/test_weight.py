"""What a release takes on the host: page, record and text together."""

from __future__ import annotations

from pathlib import Path

from tests.archives import archive, made

SEED = Path(__file__).parent.parent / "content"


def test_the_seed_takes_at_most_three_times_its_wire_and_12_kilobytes(tmp_path: Path) -> None:
    folder = archive(tmp_path, site_yml="base_url: https://example.org/communique/\n")
    for file in (SEED / "wires" / "2021").iterdir():
        (folder / "content" / "wires" / file.name).write_bytes(file.read_bytes())
    made(folder)
    (page,) = folder.glob("site/releases/*/index.html")
    sizes = {name: page.with_name(name).stat().st_size for name in ("index.html", "record.json", "wire.txt")}
    assert sum(sizes.values()) <= 3 * sizes["wire.txt"] + 12_000, sizes
