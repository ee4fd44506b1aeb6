"""Shards over a Dask cluster of two worker processes give the bytes that one process gives."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archives import add, archive, clean, codes, files, made, wire

ADDRESS = "tcp://127.0.0.1:18786"


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[str]:
    command = [
        sys.executable,
        "-m",
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "18786",
        "--no-dashboard",
    ]
    scheduler = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL)
    command = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        ADDRESS,
        "--nthreads",
        "1",
        "--no-dashboard",
        "--no-nanny",
    ]
    workers = [subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) for _ in range(2)]
    time.sleep(1)
    yield ADDRESS
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


@pytest.mark.long
def test_a_cluster_gives_the_same_bytes(cluster: str, tmp_path: Path) -> None:
    folder = archive(
        tmp_path / "archive", {f"2020-01-{n % 28 + 1:02d}-{n:03d}": wire(f"Title {n}") for n in range(150)}
    )
    assert codes(made(folder, cluster=cluster)) == []
    assert files(folder / "site") == clean(folder, tmp_path / "clean")
    add(folder, "2020-01-01-new", wire("Something new"))
    made(folder, cluster=cluster)
    assert files(folder / "site") == clean(folder, tmp_path / "clean")


def test_a_cluster_that_does_not_answer_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from communique.output import cluster

    monkeypatch.setattr(cluster, "_PATIENCE", 0.3)
    folder = archive(tmp_path / "archive", {"a": wire("Title")})
    assert codes(made(folder, cluster="tcp://127.0.0.1:9")) == ["no-cluster"]
