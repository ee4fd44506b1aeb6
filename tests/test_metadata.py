"""What readers that others wrote find in the heads of pages."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

import pytest

from tests.archives import add, archive, made, signing, wire

BASE = "https://example.org/rivers/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = archive(
        tmp_path_factory.mktemp("metadata"),
        {
            "2020-01-05-talks": wire('Talks </script> & "more"', end="More to be posted soon …\n\n"),
            "2020-02-29-signing": signing("Two documents were signed"),
            "undated": wire("Nobody knows when"),
        },
        site_yml=f"title: Rivers\ndescription: All made up.\nbase_url: {BASE}\n",
        sources_yml="- {id: court, name: Court of Ruritania, rights: CC BY 4.0}\n",
    )
    given = "url: https://example.org/original\nsource: Court of Ruritania\n"
    add(folder, "2020-01-05-talks", given, ".yml")
    made(folder)
    return folder / "site"


def read(page: Path) -> dict[str, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries that extruct is made of
        import extruct

        text = page.read_text(encoding="utf-8")
        found: dict[str, Any] = extruct.extract(text, syntaxes=["json-ld", "opengraph", "dublincore"], uniform=True)
    return found


def linked(page: Path, kind: str) -> dict[str, Any]:
    (found,) = [item for item in read(page)["json-ld"] if item["@type"] == kind]
    return dict(found)


def meta(page: Path) -> dict[str, str]:
    tags = re.findall(
        r'<meta (?:property="[^"]*" )?name="([^"]*)"(?: property="[^"]*")? content="([^"]*)"', page.read_text()
    )
    return dict(tags)


def test_a_release_is_a_news_article_with_its_translator_and_its_turns(site: Path) -> None:
    found = linked(site / "releases" / "2020-01-05-talks" / "index.html", "NewsArticle")
    assert found["headline"] == 'Talks </script> & "more"'
    assert (found["genre"], found["datePublished"]) == ("Press release", "2020-01-05")
    assert found["translator"] == {"@type": "Organization", "name": "MIL OSI"}
    assert found["translationOfWork"] == {"@type": "CreativeWork", "url": "https://example.org/original"}
    assert found["contentLocation"] == {"@type": "Place", "name": "Ruritania"}
    assert found["author"]["name"] == found["publisher"]["name"] == "Court of Ruritania"
    (turn,) = found["hasPart"]
    assert (turn["@type"], turn["creator"]["@type"], turn["creator"]["name"]) == (
        "Quotation",
        "Person",
        "Rudolf Elphberg",
    )
    assert found["creativeWorkStatus"] == "Incomplete"


def test_a_release_without_a_date_says_none(site: Path) -> None:
    page = site / "releases" / "undated" / "index.html"
    assert "datePublished" not in linked(page, "NewsArticle")
    assert "citation_publication_date" not in meta(page)


def test_reference_managers_take_a_release_for_a_report(site: Path) -> None:
    found = meta(site / "releases" / "2020-01-05-talks" / "index.html")
    assert found["dc.type"] == "report"
    assert found["citation_title"] == "Talks &lt;/script&gt; &amp; &#34;more&#34;"
    assert found["citation_technical_report_institution"] == "Court of Ruritania"
    assert found["citation_publication_date"] == "2020-01-05"
    assert found["citation_public_url"] == f"{BASE}releases/2020-01-05-talks/"
    assert found["citation_language"] == "en"
    assert found["citation_keywords"] == "Ruritania"
    assert (found["dcterms.source"], found["dcterms.rights"]) == ("https://example.org/original", "CC BY 4.0")


def test_a_release_is_shared_as_an_article_and_every_page_with_an_image(site: Path) -> None:
    for page, kind in (("releases/2020-01-05-talks", "article"), ("people", "website"), ("", "website")):
        (found,) = read(site / page / "index.html")["opengraph"]
        assert (found["@type"], found["og:image"]) == (kind, f"{BASE}assets/card.png")
    assert (site / "assets" / "card.png").read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


def test_pages_say_where_they_stand(site: Path) -> None:
    for page in ("releases/2020-01-05-talks", "releases/undated", "regions/ruritania", "people/rudolf-elphberg"):
        items = linked(site / page / "index.html", "BreadcrumbList")["itemListElement"]
        assert [item["position"] for item in items] == [1, 2]
        for item in items:
            assert (site / page / item["item"] / "index.html").resolve().is_file()


def test_the_site_and_its_data_are_described(site: Path) -> None:
    assert linked(site / "index.html", "WebSite")["url"] == BASE
    data = linked(site / "data" / "index.html", "Dataset")
    assert data["temporalCoverage"] == "../2020-02-29"
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", data["identifier"])
    for download in data["distribution"]:
        assert download["@type"] == "DataDownload"
        assert (site / download["contentUrl"].removeprefix(BASE)).is_file()


def test_programs_that_read_for_somebody_find_their_way(site: Path) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# Rivers\n\n> All made up.\n")
    for address in re.findall(r"\]\(([^)]*)\)", text):
        place = site / address.removeprefix(BASE)
        assert place.is_file() or (place / "index.html").is_file()
