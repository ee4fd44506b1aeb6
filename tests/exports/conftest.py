"""One site with everything that exports are made of, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archives import add, archive, made, signing, wire

BASE = "https://example.org/rivers/"
PEOPLE = "- {id: rudolf, name: Rudolf V, aliases: [Rudolf Elphberg]}\n"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an archive of made-up states and its site: several months, a withdrawn release, one without a date."""
    made_up = archive(
        tmp_path_factory.mktemp("exports") / "archive",
        {
            "2020-01-05-lights": wire("Lighthouses were lit"),
            "2020-01-05-more-lights": wire("Lighthouses & <more>", "Sylvania", "Antonia Flavia"),
            "2020-02-29-signing": signing("Two documents were signed"),
            "2021-12-31-russian": wire("Мосты открыты", "Sylvania", "Antonia Flavia"),
            "2021-12-31-gone": wire("Secret bridges"),
            "undated": wire("Nobody knows when"),
        },
        people_yml=PEOPLE,
        site_yml=f"title: Rivers & Co\ntagline: All made up\nbase_url: {BASE}\n",
    )
    add(made_up, "2021-12-31-gone", "withdrawn: {reason: Published by mistake, date: 2022-01-01}\n", ".yml")
    add(made_up, "2020-01-05-lights", "added: 2022-03-04\nurl: https://example.org/original?a=1&b=2\n", ".yml")
    add(
        made_up,
        "2021-12-31-russian",
        "supersedes: 2020-01-05-lights\ncorrections: [{at: 0, field: title, old: Мосты открыты, new: Bridges}]\n",
        ".yml",
    )
    made(made_up)
    return made_up


@pytest.fixture(scope="session")
def site(folder: Path) -> Path:
    """Return the site of the archive."""
    return folder / "site"
