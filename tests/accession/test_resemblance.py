"""How alike texts are, and that an index finds the same ones as comparing all."""

from hypothesis import given
from hypothesis import strategies as st

from communique.accession.resemblance import ALIKE, Index, Shingles, containment, shingles
from communique.records.assemble import Origin, releases
from tests.archives import wire

LETTERS = st.lists(st.tuples(st.sampled_from("abcdefghijklmnopqrstuvwxyz")), min_size=10, max_size=40).map(frozenset)


def read(text: str) -> Shingles:
    return shingles(text, releases(text, Origin(stem="x", path="x", sha256="")))


def test_what_all_wires_of_an_agency_print_does_not_make_them_alike() -> None:
    one = wire(
        "On bridges", words="Bridges across the wide river were counted by the ministry on one long day in spring."
    )
    other = wire("On bees", words="No bee was seen in the garden of the palace when the king came home from his hunt.")
    assert containment(read(one), read(other)) < 0.4


def test_a_wire_that_was_continued_holds_all_of_its_beginning() -> None:
    words = " ".join(f"Word{n}" for n in range(60))
    assert containment(read(wire("On bridges", words=words)), read(wire("On bridges", words=words * 2))) > ALIKE


def test_short_texts_are_like_none() -> None:
    assert containment(frozenset({("a",)}), frozenset({("a",)})) == 0


@given(st.lists(LETTERS, max_size=8), LETTERS)
def test_an_index_finds_what_comparing_all_finds(texts: list[Shingles], text: Shingles) -> None:
    index = Index()
    for n, one in enumerate(texts):
        index.add(str(n), one)
    found = {(containment(text, one), str(n)) for n, one in enumerate(texts) if containment(text, one) >= ALIKE}
    assert set(index.alike(text)) == found
