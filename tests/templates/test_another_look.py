"""What the documentation says of another look works as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

from tests.archives import archive, made, wire

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "templates.md"


def examples() -> dict[str, str]:
    """Return the document's templates by name."""
    return dict(
        re.findall(r"^```jinja templates/(\S+)\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    )


def test_the_documented_colours_and_block_change_a_built_archive(tmp_path: Path) -> None:
    small = archive(tmp_path, {"2021-05-01-weir": wire("The weir")})
    made(small)
    plain = (small / "site" / "index.html").read_text()
    shown = examples()
    assert len(shown["layout.html"].splitlines()) == 3
    (small / "templates").mkdir()
    for name, text in shown.items():
        (small / "templates" / name).write_text(text)
    assert not made(small).counts.get("errors")
    colours = re.search(r"<style>.*?</style>", shown["layout.html"])
    assert colours
    assert colours[0] not in plain
    pages = list((small / "site").rglob("*.html"))
    for page in pages:
        assert colours[0] in page.read_text(), page
    release = (small / "site" / "releases" / "2021-05-01-weir" / "index.html").read_text()
    assert "the printed edition of The weir." in release
    assert "Where does this come from?" in release
    (small / "templates" / "layout.html").unlink()
    (small / "templates" / "home.html").unlink()
    made(small)
    assert (small / "site" / "index.html").read_text() == plain
