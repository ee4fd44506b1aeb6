"""Citations that the page offers, as readers of their formats take them: for a release, a passage and a document."""

from __future__ import annotations

import json
import logging
import re
import warnings
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import BASE

pytestmark = pytest.mark.browser


def releases(site: Path) -> list[Path]:
    return sorted(file.parent for file in site.glob("releases/*/record.json"))


def record(folder: Path) -> Any:
    return json.loads((folder / "record.json").read_bytes())


def cited(page: Page, form: str, chosen: str = "") -> str:
    script = "async ([form, chosen]) => (await import('../../assets/cite.js')).formats[form](chosen)"
    found = page.evaluate(script.replace("'../../", "document.baseURI.replace(/releases.*/, '') + '"), [form, chosen])
    assert isinstance(found, str)
    return found


@pytest.fixture(scope="module")
def signing(site: Path) -> Path:
    """Return a translated release of the example archive that has turns and names documents."""
    return next(
        f
        for f in releases(site)
        if (r := record(f))["documents"] and r["turns"] and r["title"] and r["translation"] and r["date"]
    )


def test_a_csl_reader_takes_release_turn_and_document(page: Page, base: str, signing: Path) -> None:
    page.goto(f"{base}releases/{signing.name}/")
    known = record(signing)
    turn = page.locator(".turn p[id^=c]").first.get_attribute("id") or ""
    items = [json.loads(cited(page, "CSL-JSON", chosen))[0] for chosen in ("", turn, "document-0")]
    assert [item["type"] for item in items] == ["report", "speech", "treaty"]
    report, speech, treaty = items
    assert (report["id"], report["genre"], report["title"]) == (signing.name, "Press release", known["title"])
    assert report["issued"]["date-parts"] == [[int(part) for part in known["date"].split("-")]]
    assert report["translator"] == [{"literal": known["agency"]}]
    assert speech["author"] == [{"literal": known["turns"][0]["speaker"]}]
    assert speech["URL"].endswith(f"/releases/{signing.name}/#{turn}")
    assert treaty["title"] == known["documents"][0]["title"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from citeproc.source.json import CiteProcJSON

        source = CiteProcJSON(items)
    assert {str(source[key].type) for key in source} == {"report", "speech", "treaty"}


def test_a_bibtex_reader_takes_every_release(page: Page, base: str, site: Path) -> None:
    logging.disable(logging.WARNING)
    import bibtexparser

    for folder in releases(site)[::5]:
        page.goto(f"{base}releases/{folder.name}/")
        library = bibtexparser.parse_string(cited(page, "BibTeX"))
        assert library.failed_blocks == []
        (entry,) = library.entries
        assert (entry.key, entry.entry_type) == (folder.name, "techreport")
        assert entry["type"] == "Press release"
        assert entry["url"].endswith(f"/releases/{folder.name}/")
        assert entry.get("year") is None or entry["year"] == record(folder)["date"][:4]


def test_a_ris_reader_takes_release_turn_and_document(page: Page, base: str, signing: Path) -> None:
    import rispy

    page.goto(f"{base}releases/{signing.name}/")
    turn = page.locator(".turn p[id^=c]").first.get_attribute("id") or ""
    for chosen, kind in (("", "RPRT"), (turn, "SLIDE"), ("document-0", "LEGAL")):
        (entry,) = rispy.loads(cited(page, "RIS", chosen))
        assert entry["type_of_reference"] == kind
        assert entry["urls"][0].startswith("http")
        assert entry["title"]


def test_the_reader_copies_a_citation_of_the_chosen_passage(page: Page, base: str, signing: Path) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{base}releases/{signing.name}/")
    block = page.locator(".turn p[id^=c]").first
    anchor = block.get_attribute("id")
    block.locator("a[href^='#c']").click()
    page.get_by_role("button", name="Cite", exact=True).click()
    expect(page.get_by_label("What to cite")).to_have_value(anchor or "")
    page.get_by_role("button", name="CSL-JSON").click()
    expect(page.locator(".cite [role=status]")).to_have_text("Copied")
    (item,) = json.loads(page.evaluate("navigator.clipboard.readText()"))
    assert item["id"] == f"{signing.name}#{anchor}"
    page.get_by_role("button", name="Copy citation").click()
    page.wait_for_function("id => navigator.clipboard.readText().then((text) => text.includes('#' + id))", arg=anchor)


def test_in_plain_text_a_release_a_passage_and_a_document_are_cited(page: Page, base: str, signing: Path) -> None:
    page.goto(f"{base}releases/{signing.name}/")
    known = record(signing)
    whole = page.locator(".citation").inner_text()
    block = page.locator(".turn p[id^=c]").first.get_attribute("id") or ""
    speaker, document = known["turns"][0]["speaker"], known["documents"][0]
    address = f"https://example.org{BASE}releases/{signing.name}/"
    assert cited(page, "text") == whole
    _, _, rest = whole.partition(". (")
    assert cited(page, "text", block) == f"{speaker}. ({rest.replace(address, f'{address}#{block}')}"
    shown = cited(page, "text", "document-0")
    assert f"“{document['title']}” [{document['status']} · {document['kind']}]. {whole[:20]}" in shown
    assert shown.startswith(", ".join(document["parties"]))
    assert re.search(rf"{address}#c\d+\.$", shown)


def test_a_citation_in_plain_text_stands_in_the_page_without_script(signing: Path) -> None:
    text = (signing / "index.html").read_text(encoding="utf-8")
    assert "[Press release]" in text.split('class="citation">')[1].split("</p>")[0]
