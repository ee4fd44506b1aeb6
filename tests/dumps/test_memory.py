"""What exports hold in memory does not grow with the texts that they write."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from communique.dumps.export import export
from tests.archives import archive, wire

pytestmark = pytest.mark.long

COUNT, LONG = 400, 360
"""Wires, and the paragraphs of a long one: 390 kB."""

_PEAK = r"""
import re, sys
from pathlib import Path
from communique.dumps.export import export
outcome = export(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), jobs=1)
assert not outcome.problems and outcome.releases == int(sys.argv[4])
print(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1])
"""


def peak(folder: Path, form: str, output: Path) -> int:
    """Return the most MiB that a process held which exported an archive that is read already."""
    command = [sys.executable, "-c", _PEAK, str(folder), form, str(output), str(COUNT)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout) // 1024


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return two archives of as many wires, of short and of long texts, read into their catalogs."""
    found = {}
    for name, length in (("short", 1), ("long", LONG)):
        spoken = "\n\n".join(["Esteemed colleagues, this is how it is done.", *["Bees are counted. " * 60] * length])
        wires = {f"2020-01-05-{n}": wire(f"Counting {n}", words=spoken) for n in range(COUNT)}
        found[name] = archive(tmp_path_factory.mktemp(name), wires)
        export(found[name], "ndjson", found[name] / "all.ndjson", jobs=2)
    return found


@pytest.mark.parametrize("form", ["ndjson", "csv", "sqlite", "parquet"])
def test_a_hundred_times_the_text_takes_little_more_memory(
    archives: dict[str, Path], tmp_path: Path, form: str
) -> None:
    text = (archives["long"] / "all.ndjson").stat().st_size // 1024**2
    short, long = (peak(folder, form, tmp_path / f"{form}-{name}") for name, folder in archives.items())
    assert long - short < 0.4 * text, (short, long, text)
