"""Who speaks and who takes part: labels, attributions, monologues, signatures and lists → people, turns and quotes."""

from __future__ import annotations

import msgspec

from communique.records.model import Evidence, Participant, Quote, Speaker, Turn
from communique.wire.layout import Layout, Mark


class People(msgspec.Struct, frozen=True, kw_only=True):
    """People of one release and their words; evidence pointers are those of the record."""

    speakers: list[Speaker] = []
    participants: list[Participant] = []
    turns: list[Turn] = []
    quotes: list[Quote] = []
    evidence: Evidence = {}
    rejected: list[Mark] = []


def people(layout: Layout) -> People:
    """Return the speakers, participants, turns and quotes of a layout, with evidence."""
    return People()
