"""Whole sites: the pages parse, every link and anchor leads somewhere, and the small site is what is expected."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

from communique.build import build

ROOT = Path(__file__).parent.parent
EXPECTED = Path(__file__).parent / "small_site.txt"
_HREF = re.compile(r'\b(?:href|src)="([^"]*)"')
_ID = re.compile(r'\bid="([^"]*)"')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example archive's site."""
    return made(ROOT / "examples" / "archive", tmp_path_factory.mktemp("example"))


def made(archive: Path, folder: Path) -> Path:
    """Build a copy of an archive's content and return its site."""
    (folder / "content").symlink_to(archive / "content")
    outcome = build(folder, search=False, jobs=1)
    assert [p for p in outcome.problems if p.severity == "error"] == []
    return folder / "site"


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_every_page_parses_strictly(example: Path) -> None:
    for page in pages(example):
        html5lib.HTMLParser(strict=True).parse(page.read_text(encoding="utf-8"))


def test_every_internal_link_and_anchor_leads_somewhere(example: Path) -> None:
    ids = {page: set(map(html.unescape, _ID.findall(page.read_text(encoding="utf-8")))) for page in pages(example)}
    lost = []
    for page in ids:
        if page.name == "404.html":
            continue  # names the site's public address, since it is shown at any depth
        for href in map(html.unescape, _HREF.findall(page.read_text(encoding="utf-8"))):
            parts = urlsplit(href)
            if parts.scheme or href.startswith("//"):
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page.resolve()
            target = target / "index.html" if target.is_dir() else target
            known = target.is_relative_to(example.resolve()) and (target.exists() or target.parent.name == "search")
            held = ids.get(example / target.relative_to(example.resolve()), set()) if known else set()
            person = "people" in target.parts and parts.fragment.startswith("r-")  # its page, else found by script
            if not known or (parts.fragment and parts.fragment not in held and not person):
                lost.append((str(page.relative_to(example)), href))
    assert lost == []


def test_every_page_of_the_example_archive_says_that_it_is_made_up(example: Path) -> None:
    silent = [page for page in pages(example) if "are made up" not in page.read_text(encoding="utf-8")]
    assert silent == []


def test_the_small_site_is_what_is_expected(tmp_path: Path) -> None:
    """`content/` gives these files, with these titles; a missing list is written and must be read before it counts."""
    site = made(ROOT, tmp_path)
    lines = []
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        title = _TITLE.search(file.read_text(encoding="utf-8")) if file.suffix == ".html" else None
        lines.append(f"{file.relative_to(site).as_posix()}  {html.unescape(title[1]) if title else ''}".rstrip())
    found = "\n".join(lines) + "\n"
    if not EXPECTED.exists():
        EXPECTED.write_text(found, encoding="utf-8")
        pytest.fail(f"{EXPECTED.name} was missing and has been written: read it, then commit it")
    assert found == EXPECTED.read_text(encoding="utf-8")


def test_names_of_files_alone_order_the_site(tmp_path: Path) -> None:
    """Wires written in another order, in other folders, give the same pages."""
    wires = {"b": "Anna Rudolf: Yes.", "a": "Otto Hentzau: No.", "c": "Anna Rudolf: Perhaps."}
    sites = []
    for turn, order in enumerate(("abc", "cab")):
        archive = tmp_path / str(turn)
        for name in order:
            file = archive / "content" / "wires" / f"2020-01-0{ord(name) - 96}-{name}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"MIL OSI Translation. Region: Ruritania –\n\n{wires[name]}\n", encoding="utf-8")
        build(archive, search=False, jobs=1)
        site = archive / "site"
        sites.append({p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()})
    assert sites[0] == sites[1]
