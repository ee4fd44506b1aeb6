"""Pieces tile their file, and each is read alone as it was read in its place."""

from hypothesis import given
from hypothesis import strategies as st

from communique.accession.pieces import pieces
from communique.ingest.decode import decode
from tests.archives import wire

WIRES = st.lists(
    st.builds(
        wire, st.sampled_from(["The Bridge", "Der Fluß", "Мост открыт"]), st.sampled_from(["Ruritania", "Sylvania"])
    ),
    min_size=1,
    max_size=4,
)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1251"])


@given(WIRES, ENCODINGS, st.sampled_from(["", "\n\n", "\r\n"]))
def test_pieces_tile_the_file_and_each_is_a_text(wires: list[str], encoding: str, between: str) -> None:
    data = between.join(wires).encode(encoding, "replace")
    made = pieces(data)
    assert b"".join(made) == data
    assert all(decode(piece) is not None for piece in made)


def test_each_wire_is_a_piece() -> None:
    assert len(pieces((wire("The Bridge") + wire("The Dam", "Sylvania")).encode())) == 2


def test_what_is_no_text_stays_whole() -> None:
    assert pieces(b"\x00\xff\x80") == [b"\x00\xff\x80"]
