"""Addresses: ids from names, hrefs, files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slugify import slugify

from communique.urls import Urls, file_of, is_id, is_release_id, name_id, release_id, root_of, slug


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Rudolf Elphberg", "rudolf-elphberg"),
        ("  R. Elphberg ", "r-elphberg"),
        ("José Ángel", "jose-angel"),
        ("Флавия", "flaviia"),
        ("../../etc/passwd", "etc-passwd"),
        ("<b>{{ 7*7 }}</b>", "b-7-7-b"),
        ("…", ""),
    ],
)
def test_a_name_becomes_letters_digits_and_hyphens(name: str, made: str) -> None:
    assert slug(name) == made


@given(st.from_regex(r"[A-Za-z0-9 .\-]{1,60}", fullmatch=True))
def test_plain_names_become_what_the_library_makes_of_them(name: str) -> None:
    assert slug(name) == slugify(name)


@given(st.text(max_size=300))
def test_every_name_has_an_id_that_can_stand_in_an_address(name: str) -> None:
    assert is_id(name_id(name))
    assert len(name_id(name)) <= 120


def test_long_names_that_differ_at_their_ends_stay_apart() -> None:
    assert name_id("a" * 200 + "b") != name_id("a" * 200 + "c")


def test_a_release_keeps_its_stem() -> None:
    assert release_id("2021-04-29-kazan", "0" * 64) == "2021-04-29-kazan"
    assert release_id("2021_04 Kazan!", "0" * 64) == "2021-04-kazan"
    assert release_id("¿?", "ab" * 32) == "wire-abababababab"


@pytest.mark.parametrize(("text", "good"), [("a", True), ("a.2", True), ("a.b", False), ("../a", False), ("", False)])
def test_only_ids_are_taken_for_releases(text: str, good: bool) -> None:
    assert is_release_id(text) is good


def test_hrefs_name_folders_or_files() -> None:
    assert Urls().bucket("regions/ruritania", "2021-04") == "regions/ruritania/2021/04/"
    assert Urls(offline=True).entry("people", "x") == "people/x/index.html"
    assert file_of("people/x/") == file_of("people/x/index.html") == "people/x/index.html"
    assert root_of("people/x/index.html") == "../../"
    assert root_of("index.html") == ""
