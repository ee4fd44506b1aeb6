"""The register: counts by status, and what is not printed says so."""

from __future__ import annotations

from pathlib import Path

from tests.archives import archive, made, signing


def test_the_register_counts_by_status_and_says_what_is_not_printed(tmp_path: Path) -> None:
    folder = archive(tmp_path, {"2021-04-29-signing": signing("Documents were signed")})
    made(folder)
    text = (folder / "site" / "documents" / "index.html").read_text(encoding="utf-8")
    assert '<dt class="status">signed</dt><dd>2</dd>' in text
    assert '<dt class="status planned">to be signed</dt><dd>0</dd>' in text
    assert text.count('<span class="none">not printed</span>') == 2
