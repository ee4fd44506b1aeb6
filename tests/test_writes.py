"""What one added release writes: at most 40 + 4p + 2d files, the same in a small archive and in a large one."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from communique.urls import beside, name_id
from tests.archives import archive, files, made, stamps

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
from corpus import write


def predicted(record: dict[str, object]) -> set[str]:
    """Return the files that may change with a release, from its record alone."""
    release, day = str(record["id"]), str(record["date"])
    found = {f"releases/{release}/{name}" for name in ("index.html", "record.json", "wire.txt")}
    found |= {"index.html", "report/index.html"}
    found |= {"sitemap.xml", "sitemap-pages.xml", f"sitemap-{day[:7]}.xml"}
    found |= {"feed.xml", "feed.json", "feeds/index.opml", f"feeds/{day[:7]}.xml"}
    found |= {"data/index.html", f"data/{day[:4]}/index.html", "data/datapackage.json"}
    found |= set(beside(f"data/{day[:4]}/{day[5:7]}/records.ndjson")) | {"SHA256SUMS", f"sums/{day[:7]}.sha256"}
    places = [("regions", record["region_printed"]), ("sources", record["source"])]
    people = [("people", person["name"]) for part in ("speakers", "participants") for person in record[part]]  # type: ignore[attr-defined]
    facets = {f"{section}/{name_id(str(name))}" for section, name in [*places, *people] if name}
    facets |= {"documents"} if record["documents"] else set()
    for facet in {"dates", *facets}:
        found |= {f"{facet.split('/')[0]}/index.html", f"{facet}/feed.xml"}
        found |= {f"sums/people-{facet[7]}.sha256"} if facet.startswith("people/") else set()
        found |= {f"{facet}/{period}index.html" for period in ("", f"{day[:4]}/", f"{day[:4]}/{day[5:7]}/")}
    return found


def neighbours(site: Path, record: dict[str, object]) -> set[str]:
    """Return the pages of the releases before and after it by date and id, and the archived feed after its own."""
    dates = sorted((page.name[:10], page.name) for page in (site / "releases").iterdir())  # the corpus is named by day
    place = dates.index((record["date"], record["id"]))
    near = [*dates[max(0, place - 1) : place], *dates[place + 1 : place + 2]]
    later = next((date[:7] for date, _ in dates[place:] if date[:7] > record["date"][:7]), "")  # type: ignore[index]
    lists = {f"sums/{date[:7]}.sha256" for date, _ in near}
    return {f"releases/{one}/index.html" for _, one in near} | {f"feeds/{later}.xml"} | lists


@pytest.mark.parametrize("count", [100, pytest.param(10_000, marks=pytest.mark.long)])
def test_an_added_release_writes_what_its_record_predicts(tmp_path: Path, count: int) -> None:
    folder = archive(tmp_path / "archive", site_yml="base_url: https://example.org/\n")
    write(folder / "content" / "wires", count)
    made(folder, jobs=2)
    after = stamps(folder / "site")
    for number in range(count, count + 4):
        before = after
        (file,) = write(folder / "content" / "wires", 1, start=number)
        made(folder)
        after = stamps(folder / "site")
        record = json.loads((folder / "site" / "releases" / file.stem / "record.json").read_bytes())
        written = {name for name, stamp in after.items() if before.get(name) != stamp}
        assert written <= predicted(record) | neighbours(folder / "site", record)
        people = {person["name"] for part in ("speakers", "participants") for person in record[part]}
        assert len(written) <= 40 + 4 * len(people) + 2 * len(record["documents"])
        assert before.keys() <= after.keys()
    assert len(files(folder / "site")) > count
