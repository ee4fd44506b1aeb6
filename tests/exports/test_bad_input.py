"""Whatever a wire or a sidecar holds, every export stays valid and loses no record."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import feedparser
import html5lib
import jsonschema
import pytest
from lxml import etree

from communique.exports.csv_text import harmless, plain
from communique.output.copies import Folder
from communique.output.verify import verify
from tests.archives import add, archive, made, signing, wire
from tests.exports.conftest import BASE

HERE = Path(__file__).parent
TITLES = {
    "controls": "Lights \x01\x02\x1b\x7f\x85 were lit",
    "cdata": "Bridges ]]> <![CDATA[ &amp; <!-- were --> opened",
    "formula": "=cmd|'/C calc'!A0 was said in Strelsau",
    "plus": "+1 and -1 and @SUM(A1) were added",
    "long": "Very " + "long " * 999 + "title",
    "direction": "\u202eLights\u202c \u200f\u200e were \u2066lit\u2069",
    "script": "</script><script>alert(1)</script> was read",
    "separators": "Lights\u2028were\u2029lit\ufeff today",
    "noncharacters": "Lights \ufffe\uffff were \U0001f4a1 lit",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = archive(
        tmp_path_factory.mktemp("bad"),
        {f"2020-01-{n + 1:02}-{name}": wire(title) for n, (name, title) in enumerate(TITLES.items())},
        site_yml=f'title: "Rivers ]]> & <co>"\ndescription: "=1+1"\nbase_url: {BASE}\n',
    )
    add(folder, "2020-02-01-nul", signing("Signed\x00 in Zenda").encode())
    add(folder, "2020-02-02-surrogate", wire("Half a pair"))
    add(folder, "2020-02-02-surrogate", 'title: "Half \\ud800 a pair"\nurl: "javascript:alert(1)"\n', ".yml")
    add(folder, "2020-02-03-cells", wire("Cells", speaker="Rudolf Elphberg", words='=HYPERLINK("x","y"), "quoted"'))
    made(folder)
    return folder / "site"


def published(site: Path) -> set[str]:
    return {file.parent.name for file in site.glob("releases/*/record.json")}


def test_every_wire_is_published(site: Path) -> None:
    assert len(published(site)) == len(TITLES) + 3


def test_every_xml_file_is_well_formed_and_feeds_are_valid(site: Path) -> None:
    atom = etree.RelaxNG(etree.parse(HERE / "schemas" / "atom.rng"))
    for file in [*site.rglob("*.xml"), *site.rglob("*.opml")]:
        tree = etree.parse(file)
        if tree.getroot().tag == "{http://www.w3.org/2005/Atom}feed":
            atom.assertValid(tree)
            assert not feedparser.parse(file.read_bytes()).bozo, file


def test_every_json_file_is_read_and_every_record_keeps_to_its_schema(site: Path) -> None:
    for file in site.rglob("*.json"):
        json.loads(file.read_bytes())
    schema = json.loads((site / "data" / "record.schema.json").read_bytes())
    found = set()
    for file in site.glob("data/**/records.ndjson"):
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            jsonschema.validate(record, schema)
            found.add(record["id"])
    assert found == published(site)
    jsonschema.validate(
        json.loads((site / "feed.json").read_bytes()), json.loads((HERE / "schemas" / "json-feed.json").read_bytes())
    )


def test_no_cell_runs_and_every_cell_is_read_back(site: Path) -> None:
    found = set()
    for file in site.glob("data/**/*.csv"):
        with file.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, strict=True):
                assert all(cell is not None and cell[:1] not in {"=", "+", "-", "@", "\t"} for cell in row.values())
                assert all(harmless(plain(cell)) == cell for cell in row.values())
                found |= {row["id"]} if file.name == "releases.csv" else set()
    assert found == published(site)


def test_no_page_runs_anything_of_a_wire(site: Path) -> None:
    for page in site.rglob("*.html"):
        tree = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        assert not [node for node in tree.iter("script") if (node.text or "").startswith("alert")]
        assert not [node for node in tree.iter("a") if node.get("href", "").startswith("javascript:")]


def test_the_site_is_as_its_sums_say(site: Path) -> None:
    assert verify(Folder(site)).problems == []
