from __future__ import annotations

import pytest

from communique.wire.dialects import DIALECTS, PLAIN, conclude
from tests.wire.wires import BODY, TALK, a, d, only

CASES = {
    "A": a(TALK),
    "D": d(BODY),
    "B": f"Source: Government of Ruritania\n\n{BODY}\n\nMIL OSI",
    "plain": BODY,
    "A-ru": "MIL OSI Перевод. Регион: Руритания –\n\nГавань открыта. Пришли все.\n\nMIL OSI",
    "EIN": f" date 2023-01-20 RURITANIA, January 20 - {BODY}\n\nLegal Disclaimer:",
}


@pytest.mark.parametrize("name", CASES)
def test_family_is_concluded_from_the_markers(name: str) -> None:
    layout = only(CASES[name])
    assert layout.dialect == name
    assert set(layout.families) == {row.name for row in (*DIALECTS, PLAIN)}


def test_no_signs_are_plain() -> None:
    assert conclude(frozenset())[0] == "plain"


def test_every_family_has_a_description() -> None:
    assert all(row.description for row in (*DIALECTS, PLAIN))
