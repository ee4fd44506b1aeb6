"""The ledger: what it says, what is wrong with it, and that writing it loses nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ledger import Line, compare, parse, written

FILES = {"index.html": "home", "releases/a/index.html": "release", "people/x/index.html": "person"}
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True)
LINES = st.builds(
    lambda section, name, digest, target: Line(f"{section}/{name}/", digest, target),
    st.sampled_from(["releases", "people", "dates"]),
    IDS,
    st.sampled_from(["", "ab" * 32]),
    st.sampled_from(["", "people/"]),
)


def test_addresses_that_stand_are_silent_and_others_vanished_or_unlisted() -> None:
    text = "address\tsha256\tleads_to\nreleases/a/\tab\t\nreleases/b/\tcd\t\n"
    found = compare(text, FILES)
    assert found.vanished == [Line("releases/b/", "cd", "", 3)]
    assert (found.unlisted, found.problems) == (1, [])


def test_pages_about_the_site_itself_are_not_missed() -> None:
    assert compare("", {"search/index.html": "search", "report/index.html": "report", "404.html": "404"}).unlisted == 0


@pytest.mark.parametrize(
    "row",
    [
        "../../etc/",
        "/etc/",
        "a/../b/",
        "releases/.git/",
        "releases/a",
        "releases//a/",
        "assets/x/",
        "pagefind/x/",
        "a\\b/",
        "x" * 201 + "/",
        "a/" * 500,
        "<<<<<<< HEAD",
        "releases/b/\tab\t../up/",
        "releases/b/\tab\tpeople/\tmore",
    ],
)
def test_a_line_that_is_no_address_is_said_with_its_number(row: str) -> None:
    found = compare(f"address\tsha256\tleads_to\n{row}\n", FILES)
    assert [(p.code, p.line) for p in found.problems] == [("odd-ledger-line", 2)]
    assert found.vanished == []
    assert [p.line for p in parse(f"\n{row}\n")[1]] == [2]


def test_lines_of_one_address_are_one() -> None:
    lines, problems = parse("releases/a/\t\tpeople/\nreleases/a/\tab\n")
    assert problems == []
    assert lines == {"releases/a/": Line("releases/a/", "ab", "people/", 1)}


@given(st.lists(LINES, unique_by=lambda line: line.address))
def test_what_is_written_is_read_again_whatever_the_order(lines: list[Line]) -> None:
    text = written(lines)
    read, problems = parse(text)
    assert problems == []
    assert text == written(reversed(list(read.values())))
    assert {(one.address, one.sha256, one.leads_to) for one in read.values()} == {
        (one.address, one.sha256, one.leads_to) for one in lines
    }
