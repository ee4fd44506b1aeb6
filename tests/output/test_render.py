"""Workers render from what they are sent: setup, bodies, and the wire itself; never from the catalog."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from communique.output import publish, render, setup, work
from tests.archives import archive, files, made, signing, wire


def test_every_page_renders_from_its_declared_inputs_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[tuple[bytes, bytes]] = []

    def noted(settings: bytes, jobs: bytes) -> tuple[bytes, dict[str, tuple[int, float]]]:
        sent.append((settings, jobs))
        return work.render_shard(settings, jobs)

    monkeypatch.setattr(publish, "render_shard", noted)
    wires = {"2021-01-01-a": wire("Lighthouses"), "2022-02-02-b": signing("Bees"), "c": wire("Bridges", "Sylvania")}
    folder = archive(tmp_path / "archive", wires, site_yml="base_url: https://example.org/\n")
    made(folder)
    shutil.rmtree(folder / ".cache")
    for file in (folder / "content").glob("*.yml"):
        file.unlink()
    for settings, jobs in sent:
        elsewhere = setup.unpack(settings).__class__(
            **{**_fields(settings), "output": str(tmp_path / "again"), "cache": ""}
        )
        done = work.unpack(render.shard(setup.pack(elsewhere), work._jobs.decode(jobs))[0])
        assert not [one.problem for one in done if one.problem]
    again = files(tmp_path / "again")
    assert again == {name: data for name, data in files(folder / "site").items() if name != ".communique"}


def _fields(settings: bytes) -> dict[str, object]:
    made = setup.unpack(settings)
    return {name: getattr(made, name) for name in made.__struct_fields__}
