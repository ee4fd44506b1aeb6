"""Measure `communique serve`: from a wire's change on disk to its words in the browser.

    serve.py [--size 10000] [--rounds 10] [--wires FOLDER] [--search] [--pause 2]

Needs Chromium. The wires are the benchmark's own (`corpus.py`), or those of a folder. With `--search`, a pause of some
four seconds has each change meet an index that is being made.
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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus import write
from playwright.sync_api import Page, sync_playwright

COMMAND = Path(sys.executable).with_name("communique")
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")


@contextmanager
def served(archive: Path, *options: str) -> Iterator[str]:
    """Serve an archive; give its address once it is built."""
    command = [COMMAND, "serve", archive, "--port", "0", *options]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True
    ) as one:
        assert one.stdout is not None
        yield next(line.split()[0] for line in one.stdout if line.startswith("http://"))
        one.terminate()


def seconds(page: Page, wire: Path, turn: int, pause: float) -> float:
    """Return the seconds from a change of a wire to its words on the page; wait until the build behind it is done."""
    words = f"Changed for the {turn}th time."
    text = wire.read_text(encoding="utf-8").rsplit("\n\nChanged for the", 1)[0]
    start = time.perf_counter()
    wire.write_text(f"{text}\n\n{words}\n", encoding="utf-8")
    page.wait_for_function("words => document.body.textContent.includes(words)", arg=words, polling=10)
    spent = time.perf_counter() - start
    time.sleep(pause)
    return spent


def main() -> None:
    """Measure as the command line asks; print the median and all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--wires", type=Path, help="Folder of wires to use instead of the benchmark's own.")
    parser.add_argument("--search", action="store_true", help="With the search, which follows in pauses.")
    parser.add_argument("--pause", type=float, default=2, help="Seconds between two changes.")
    given = parser.parse_args()
    memory = Path("/dev/shm")
    base = Path(tempfile.mkdtemp(dir=memory if os.access(memory, os.W_OK) else None))
    wires = base / "content" / "wires"
    try:
        if given.wires:
            shutil.copytree(given.wires, wires)
        else:
            write(wires, given.size)
        (base / "content" / "site.yml").write_text("limits: {site_bytes: 0}\n")
        files = sorted(wires.rglob("*.txt"))
        with served(base, *([] if given.search else ["--no-search"])) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))
            page = browser.new_page()
            page.goto(f"{address}releases/{files[len(files) // 2].stem}/")
            wire, turns = files[len(files) // 2], range(1, given.rounds + 1)
            spent = [seconds(page, wire, turn, given.pause) for turn in turns]
            browser.close()
    finally:
        shutil.rmtree(base)
    print(f"{len(files)} releases: median {statistics.median(spent):.2f} s of {', '.join(f'{s:.2f}' for s in spent)}")


if __name__ == "__main__":
    main()
