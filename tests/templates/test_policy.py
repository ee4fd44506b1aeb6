"""Every page carries a Content-Security-Policy that names its inline scripts by digest."""

from __future__ import annotations

import hashlib
import html
import re
from base64 import b64encode
from pathlib import Path

import pytest

from tests.archives import add, archive, made, wire

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_INLINE = re.compile(r'<script(?: type="module")?>(.*?)</script>', re.DOTALL)
_HANDLER = re.compile(r"<[^>]* on[a-z]+=", re.IGNORECASE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = archive(
        tmp_path_factory.mktemp("archive"), {"2021-05-01-weir": wire("Weir"), "2021-05-02-dam": wire("Dam")}
    )
    add(folder, "2021-05-01-weir", "was: [old-weir]\n", ".yml")
    add(folder, "2021-05-02-dam", "withdrawn: {reason: A private letter., date: 2021-06-01}\n", ".yml")
    pages = folder / "content" / "pages"
    pages.mkdir()
    (pages / "about.md").write_text("# About\n\n<script>alert(1)</script>\n")
    made(folder, search=True)
    return folder / "site"


def test_every_page_names_its_inline_scripts_by_digest(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert {"releases/old-weir", "releases/2021-05-02-dam"} <= {p.parent.relative_to(site).as_posix() for p in pages}
    for page in pages:
        text = page.read_text(encoding="utf-8")
        policy = _POLICY.findall(text)
        assert len(policy) == 1, page
        for script in _INLINE.findall(text):
            digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy[0], (
                f"{page} needs the digest sha256-{digest} in its template's policy"
            )


def test_no_page_has_a_handler_in_an_attribute_or_an_address_that_is_script(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not _HANDLER.search(text), page
        assert "javascript:" not in html.unescape(text).lower(), page


def test_script_is_never_let_in_unnamed(site: Path) -> None:
    for page in site.rglob("*.html"):
        (policy,) = _POLICY.findall(page.read_text(encoding="utf-8"))
        rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
        assert rules["default-src"] == "'none'"
        assert "unsafe-inline" not in rules.get("script-src", "")
        assert "http" not in policy
