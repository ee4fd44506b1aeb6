from __future__ import annotations

import re

import pytest

from communique.wire.markers import MARKERS, Marker
from communique.wire.matching import BODY, FOOT, HEAD, NOTES, NOTICES

PRINTED = [(marker, line) for marker in MARKERS for line in (marker.sample, *marker.seen)]
ZONES = {"head": (HEAD, NOTICES), "foot": (FOOT, NOTES), "body": (BODY, None)}


@pytest.mark.parametrize(("marker", "line"), PRINTED, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_every_printed_line_is_of_its_own_row(marker: Marker, line: str) -> None:
    pattern, known = ZONES[marker.zone]
    assert (pattern.kind(line) or (known and known.kind(line))) == marker.kind


@pytest.mark.parametrize("marker", [row for row in MARKERS if row.zone != "head"], ids=lambda row: row.kind)
def test_patterns_of_foot_and_body_hold_no_groups(marker: Marker) -> None:
    assert re.compile(marker.pattern).groups == 0


@pytest.mark.parametrize("line", ["The harbour was opened on Monday.", "Mr Lugosin, good day.", "Good evening!"])
def test_running_text_is_no_marker(line: str) -> None:
    assert (HEAD.kind(line), FOOT.kind(line), BODY.kind(line)) == (None, None, None)
