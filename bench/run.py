"""`make bench`: a full build, one release added, nothing changed; seconds and peak memory, median of several rounds.

    python bench/run.py [--sizes 1000 10000] [--rounds 3]

Where a comparison with another generator stands beside the project (`../shared/bench/compare.py`), that runs instead.
On a memory disk where there is one, since on others `mkdir` and `open` outweigh what is to be measured.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import corpus

ROOT = Path(__file__).resolve().parent.parent
COMPARE = ROOT.parent / "shared" / "bench" / "compare.py"
COMMAND = [str(Path(sys.executable).with_name("communique")), "build"]


def timed(archive: Path) -> tuple[float, float]:
    """Return seconds and peak MiB (of the largest process) of one build in a process of its own."""
    start = time.perf_counter()
    process = subprocess.Popen([*COMMAND, str(archive), "--no-search", "--quiet"])
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"the build failed with status {status}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def rounds(size: int, count: int, base: Path) -> dict[str, list[tuple[float, float]]]:
    """Return stage → (seconds, MiB) of each round for an archive of `size` releases."""
    archive = base / f"archive{size}"
    wires = archive / "content" / "wires"
    corpus.write(wires, 0, size)
    site = "title: Benchmark\nbase_url: https://example.org/\nlimits: {site_bytes: 0}\n"
    (archive / "content" / "site.yml").write_text(site, encoding="utf-8")
    found: dict[str, list[tuple[float, float]]] = {"full build": [], "one release added": [], "nothing changed": []}
    for turn in range(count):
        shutil.rmtree(archive / "site", ignore_errors=True)
        shutil.rmtree(archive / ".cache", ignore_errors=True)
        found["full build"].append(timed(archive))
        corpus.write(wires, size + turn, 1)
        found["one release added"].append(timed(archive))
        found["nothing changed"].append(timed(archive))
    shutil.rmtree(archive)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    if COMPARE.exists():
        for size in args.sizes:
            command = [sys.executable, str(COMPARE), "--n", str(size), "--rounds", str(args.rounds)]
            subprocess.run([*command, "--communique", COMMAND[0]], check=True)
        return
    memory = Path("/dev/shm")
    base = Path(tempfile.mkdtemp(dir=memory if os.access(memory, os.W_OK) else None))
    try:
        print(f"{'releases':>8}  {'build':18} {'seconds':>8} {'ms a release':>13} {'MiB':>6}")
        for size in args.sizes:
            for name, values in rounds(size, args.rounds, base).items():
                seconds = statistics.median(value[0] for value in values)
                peak = max(value[1] for value in values)
                print(f"{size:8}  {name:18} {seconds:8.2f} {1000 * seconds / size:13.2f} {peak:6.0f}", flush=True)
    finally:
        shutil.rmtree(base)


if __name__ == "__main__":
    main()
