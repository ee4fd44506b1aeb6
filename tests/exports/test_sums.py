"""Lists of checksums: they name every file once, and `sha256sum` reads them."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.exports import sums
from tests.archives import add, archive, clean, files, made, wire


def listed(site: Path) -> list[tuple[str, str]]:
    lists = [site / "SHA256SUMS", *(site / "sums").glob("*.sha256")]
    return [entry for file in lists for entry in sums.parse(file.read_text(encoding="utf-8"))]


def test_every_file_is_listed_once_with_its_digest(site: Path) -> None:
    found = listed(site)
    assert len(dict(found)) == len(found)
    there = {name: hashlib.sha256(data).hexdigest() for name, data in files(site).items()}
    assert dict(found) == {name: digest for name, digest in there.items() if name not in {".communique", "SHA256SUMS"}}


def test_releases_are_listed_by_month_and_people_by_letter(site: Path) -> None:
    names = {file.stem for file in (site / "sums").iterdir()}
    assert names == {"2020-01", "2020-02", "2021-12", "unknown", "people-a", "people-r"}
    assert "releases/" not in (site / "SHA256SUMS").read_text(encoding="utf-8")


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="GNU coreutils are not here")
def test_sha256sum_reads_the_lists(site: Path) -> None:
    for file in [Path("SHA256SUMS"), *sorted(p.relative_to(site) for p in (site / "sums").iterdir())]:
        subprocess.run(["sha256sum", "--check", "--strict", "--quiet", file], cwd=site, check=True)


NAMES = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), min_size=1)


@given(st.dictionaries(NAMES, st.binary(min_size=32, max_size=32)))
def test_what_is_listed_is_read_back(entries: dict[str, bytes]) -> None:
    made = {name: digest.hex() for name, digest in entries.items()}
    assert dict(sums.parse(sums.listed(iter(made.items())).decode())) == made


def test_an_added_release_rewrites_the_lists_of_its_month_its_neighbours_its_people_and_the_root(
    tmp_path: Path,
) -> None:
    folder = archive(tmp_path / "a", {f"202{n}-01-05-a": wire("Lights", speaker="Antonia Flavia") for n in range(5)})
    made(folder)
    before = files(folder / "site" / "sums")
    add(folder, "2022-03-01-b", wire("Bees", speaker="Rudolf Elphberg"))
    made(folder)
    after = files(folder / "site" / "sums")
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"2022-01.sha256", "2022-03.sha256", "2023-01.sha256", "people-r.sha256"}
    assert files(folder / "site") == clean(folder, tmp_path / "clean")


def test_the_lists_cover_the_search_index(tmp_path: Path) -> None:
    folder = archive(tmp_path, {"2020-01-05-a": wire("Lights")})
    made(folder, search=True)
    site = folder / "site"
    found = dict(listed(site))
    there = {name for name in files(site) if name.startswith("pagefind/")}
    assert there
    assert there <= found.keys()
    add(folder, "2020-01-06-b", wire("Bees"))
    made(folder, search=True)
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files(site).items()}
    assert {name: digests.get(name) for name, _ in listed(site)} == dict(listed(site))
