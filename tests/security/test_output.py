"""What a host would refuse, drop or follow is not in a site, or is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archives import archive, codes, made, wire


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made_up = archive(tmp_path / "a", {"a": wire("Weir")})
    (made_up / "content" / "static").mkdir()
    return made_up


def test_a_site_holds_regular_files_only(folder: Path) -> None:
    static = folder / "content" / "static"
    (static / "picture.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (static / "again.svg").symlink_to("picture.svg")
    (static / "hard.svg").hardlink_to(static / "picture.svg")
    made(folder)
    found = [file for file in (folder / "site").rglob("*") if not file.is_dir()]
    assert {"picture.svg", "again.svg", "hard.svg"} <= {file.name for file in found}
    assert not [file for file in found if file.is_symlink() or file.stat().st_nlink != 1]


@pytest.mark.parametrize("name", [".nojekyll", ".well-known/security.txt"])
def test_a_file_that_pages_would_drop_is_named(folder: Path, name: str) -> None:
    file = folder / "content" / "static" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("x")
    assert codes(made(folder)) == ["hidden-file"]
    assert (folder / "site" / name).exists()
