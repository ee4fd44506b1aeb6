"""Names of new wires: addresses for good."""

from hypothesis import given
from hypothesis import strategies as st

from communique.accession import naming
from communique.records.assemble import Origin, releases
from communique.urls import is_id
from tests.archives import wire


def suggested(text: str, date: str | None = None) -> str:
    return naming.stem(releases(text, Origin(stem="x", path="x", sha256="ab" * 32))[0], text, date)


@given(st.text(max_size=400), st.sampled_from([None, "2021-05-02"]))
def test_every_wire_suggests_a_name_that_can_be_an_address(text: str, date: str | None) -> None:
    name = suggested(text, date)
    assert is_id(name)
    assert len(name) <= 81


def test_a_long_title_is_cut_between_words() -> None:
    assert suggested(wire("Bridges of Zenda " * 20)) == "-".join(["bridges-of-zenda"] * 4)


def test_a_text_without_letters_is_named_by_its_digest() -> None:
    assert suggested("***\n", "2021-05-02") == "2021-05-02-wire-abababababab"


def test_a_name_that_is_taken_is_counted_up() -> None:
    assert naming.free("a", {"a", "a-2"}) == "a-3"
