"""Pagefind's files as data."""

from __future__ import annotations

import gzip
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.output.search_format import empty, pack, settle, unpack

VALUES = st.recursive(
    st.integers(0, 2**40) | st.text(max_size=300), lambda inner: st.lists(inner, max_size=30), max_leaves=40
)


@given(VALUES)
def test_what_is_packed_is_unpacked(value: object) -> None:
    assert unpack(pack(value)) == value


def test_the_bytes_are_those_that_pagefind_reads() -> None:
    assert gzip.decompress(pack(["year", [["2021", [0, 24, 300]]]])) == (
        b"pagefind_dcd\x82dyear\x81\x82d2021\x83\x00\x18\x18\x19\x01\x2c"
    )


SIGNED = b"pagefind_dcd"


@pytest.mark.parametrize(
    "raw", [b"other", SIGNED, SIGNED + b"\x82\x00", SIGNED + b"\xf5", SIGNED + b"\0\0", SIGNED + b"\x1f"]
)
def test_other_values_are_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"Pagefind|cut|kind|value|length"):
        unpack(gzip.compress(raw))


@pytest.mark.parametrize("data", [b"", b"no gzip", pack(["a"])[:-9]])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        unpack(data)


def index(folder: Path, filters: list[list[object]], *, names: tuple[str, ...] = ("en_1", "en_2")) -> Path:
    """Write an index of two pages whose filters lie in the given order."""
    (folder / "filter").mkdir(parents=True)
    listed = []
    for name, value in zip(names, filters, strict=True):
        (folder / "filter" / f"{name}.pf_filter").write_bytes(pack(value))
        listed.append([value[0], name])
    meta = ["1.5.2", [["en_a", 3], ["en_b", 4]], [["a", "z", "en_i"]], listed, [["date", [0, 1]]], ["date", "title"]]
    (folder / "pagefind.en_x.pf_meta").write_bytes(pack(meta))
    entry = {"version": "1.5.2", "languages": {"en": {"hash": "en_x", "wasm": "en", "page_count": 2}}}
    (folder / "pagefind-entry.json").write_bytes(msgspec.json.encode(entry))
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_an_index_is_the_same_whatever_the_order_of_its_filters(tmp_path: Path) -> None:
    year = ["year", [["2020", [1]], ["2021", [0]]]]
    one = index(tmp_path / "one", [["region", [["Sylvania", [0, 1]]]], year])
    other = index(
        tmp_path / "two", [["year", year[1][::-1]], ["region", [["Sylvania", [0, 1]]]]], names=("en_7", "en_8")
    )
    assert settle(one) == settle(other)
    assert files(one) == files(other)
    assert len(files(one)) == 4


def test_a_settled_index_names_its_files(tmp_path: Path) -> None:
    folder = index(tmp_path / "one", [["region", [["Sylvania", [0]]]], ["year", [["2021", [0]]]]])
    digest = settle(folder)
    meta = unpack((folder / f"pagefind.{digest}.pf_meta").read_bytes())
    assert {f"filter/{name}.pf_filter" for _, name in meta[3]} == {name for name in files(folder) if "filter/" in name}


def test_an_empty_index_keeps_the_version_and_names_its_program(tmp_path: Path) -> None:
    folder = index(tmp_path / "one", [["region", []], ["year", []]])
    assert empty(folder) == "wasm.en.pagefind"
    assert unpack((folder / "pagefind.en_none.pf_meta").read_bytes()) == ["1.5.2", [], [], [], [], []]
    assert msgspec.json.decode((folder / "pagefind-entry.json").read_bytes())["languages"]["en"]["page_count"] == 0
