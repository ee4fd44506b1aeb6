"""What a build loads: with nothing to read or render, neither the parser nor the libraries that render."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.archives import archive, made, wire

PARSER = "communique.wire.segment"
HEAVY = ("babel", "distributed", "jinja2", "markdown", "multiprocessing", "nh3", "pagefind", "rich", "slugify", "yaml")


@pytest.mark.parametrize("archived", [None, "The first title"])
def test_a_build_with_nothing_to_do_loads_no_parser_and_no_renderer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, archived: str | None
) -> None:
    folder = archive(tmp_path, {"2020-01-01-one": wire(archived)} if archived else {}, site_yml="title: Ruritania\n")
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + 10**10)  # so that the wire is not too young to be trusted
    made(folder)
    code = (
        "import atexit, sys; atexit.register(lambda: print(*sys.modules)); from communique.cli import main\n"
        f"main(['build', {str(folder)!r}, '--no-search', '--quiet'])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    loaded = ended.stdout.split()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "communique.build" in loaded
    assert [name for name in (PARSER, *HEAVY) if name in loaded] == []
