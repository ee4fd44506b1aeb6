"""Labels that another mark than a colon sets off."""

from __future__ import annotations

import pytest

from communique.wire.matching import BODY
from communique.wire.segment import layouts
from tests.growth import LINEAR, growth
from tests.wire.wires import a, labels, only


@pytest.mark.parametrize(
    "body",
    [
        "A. Bell has a ship.\n\nA. Bell has two ships.",
        "Q. Is it far?",
        "Question. Is it far?",
        "A. Is it far?\n\nA. It is.",
        "В. Эльфберг прибыл в Зенду.\n\nО. Тарлен встретил его.\n\nВ. Эльфберг был рад.",
        "Fritz Tarlen – We go.\n\nVera Sok – We stay.",
        "Fritz Tarlen – we go.\n\nVera Sok – we stay.\n\nFritz Tarlen – we go.",
        "Fritz Tarlen: Good day.\n\nZenda – It is ours.\n\nStrelsau – It is theirs.\n\nZenda – It is old.",
    ],
)
def test_lines_that_only_look_so_have_no_label(body: str) -> None:
    assert set(labels(only(a(body)))) <= {"Fritz Tarlen"}


def test_an_answerer_with_an_initial_keeps_a_label_that_comes_back() -> None:
    body = "Q. Far?\n\nA. Bell: Very.\n\nQ. And back?\n\nA. Bell: Less."
    assert labels(only(a(body))) == ["Q", "A. Bell", "Q", "A. Bell"]


@pytest.mark.parametrize("piece", ["Q. Far?\n\nA. No: less.\n\n", "F. Tarlen – We go.\n\nV. Sok – We stay.\n\n"])
def test_endless_dialogues_cost_linear_time(piece: str) -> None:
    assert growth(lambda size: layouts(piece * (size // len(piece))), 50_000) < LINEAR


def test_a_long_row_of_links_costs_little() -> None:
    row = " | ".join("abcdefghijklmnopqrst") + " | ."
    assert growth(lambda size: [BODY.kind(row) for _ in range(size)], 200) < LINEAR
