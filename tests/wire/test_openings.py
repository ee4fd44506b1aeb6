from __future__ import annotations

import pytest

from tests.wire.wires import TALK, a, d, field, only

TITLE = "Rudolf Elphberg’s conversation with Prime Minister of Sylvania Boris Lugosin"
LEAD = "A number of documents were signed following the meeting."
CAPTION = "With Prime Minister of Sylvania Boris Lugosin"
OPENER = "Excerpts from the transcript:"
AGENDA = "On the agenda: ferries, cod and the harbour."
PRESENT = "Taking part were Prime Minister Fritz Tarlen and Speaker Vera Sok."
REMARKS = "Rudolf Elphberg’s opening remarks:"
HELD = "The meeting was held by videoconference"
LONG = (
    "Foreign Minister Fritz Tarlen’s remarks and answers to media questions at a joint news conference with Minister "
    "of Foreign Affairs of the Kingdom of Sylvania Boris Lugosin, Strelsau, May 27, 2019"
)
SHORT = "Speech by Foreign Minister F. Tarlen, Strelsau, May 27, 2019"
CASES = [
    ([HELD, OPENER, TALK], None, HELD),
    ([HELD, TALK], HELD, None),
    (["Strelsau, May 23, RURAPRESS", "The quay was opened.", "It rained."], None, None),
    ([LONG, "Ladies and gentlemen,", "We have held talks.", "Question: Far?", "Fritz Tarlen: Very."], LONG, None),
    ([SHORT, "Ladies and gentlemen,", "We have held talks.", "Question: Far?", "Fritz Tarlen: Very."], SHORT, None),
    ([SHORT, "Ladies and gentlemen!", "We have held talks."], SHORT, None),
    ([LEAD, OPENER, REMARKS, "Good day, colleagues. We begin.", "Fritz Tarlen: Yes, it is."], None, LEAD),
    ([LEAD, REMARKS, "Good day, colleagues. We begin.", "It is late."], None, LEAD),
    ([LEAD, OPENER, "Rudolf’s speech", "Good day, colleagues. We begin."], "Rudolf’s speech", LEAD),
    ([LEAD, TITLE, TALK], TITLE, LEAD),
    ([TITLE, LEAD, TALK], TITLE, LEAD),
    ([TITLE, LEAD, OPENER, TALK], TITLE, LEAD),
    ([LEAD, OPENER, TITLE, TALK], TITLE, LEAD),
    ([LEAD, OPENER, CAPTION, TALK], None, LEAD),
    ([TITLE, TALK], TITLE, None),
    ([TITLE, OPENER, TALK], TITLE, None),
    ([LEAD, TALK], None, LEAD),
    ([TALK], None, None),
    ([AGENDA, TALK], None, AGENDA),
    ([TITLE, LEAD, "July 29, 2021", "17:40", "The Quay, Strelsau", TALK], TITLE, LEAD),
    (
        [TITLE, "Document", "Resolution No. 1876 dated 17 November 2020", "The quay was opened.", "It rained."],
        TITLE,
        None,
    ),
    ([TITLE, "Dear friends!", "We meet again.", "Rudolf Elphberg"], TITLE, None),
    ([TITLE, "1234-05-03-2021", "It was signed in 1976.", "It rained."], TITLE, None),
    (
        ["“The quay will stand,” — Minister", "The quay was opened.", "It rained."],
        "“The quay will stand,” — Minister",
        None,
    ),
    (
        [SHORT, "Table of contents", "1. Cod", "2. Ferries", "Cod", "It swims.", "Ferries", "They sail.", TALK],
        SHORT,
        None,
    ),
    (["Is it far?", TALK], None, None),
    ([HELD, "Exerpts from the transcript:", TALK], None, HELD),
    ([TITLE, LEAD, "July 29, 2021", "17:40", "Strelsau", TALK], TITLE, LEAD),
    (["By Our Correspondent", "The quay was opened.", "It rained."], None, None),
    ([TITLE, LEAD, "1 of 5", TALK], TITLE, LEAD),
    (["Attending the ceremony were", "* * *", TALK], None, None),
    ([LEAD, PRESENT, "* * *", TALK], None, LEAD),
    ([LEAD, TITLE, LEAD, "Documents signed:", "- Agreement on cod;", "- Plan.", OPENER, TALK], TITLE, LEAD),
    (["Dear colleagues,", "They sail.", "Question: Far?", "Answer: Very."], None, None),
    (["Good afternoon. We are glad to see you.", "Question: Far?", "Answer: Very."], None, None),
    (["On the ferries", "They sail.", "On the cod", "It swims.", "On the quay", "It is long."], None, None),
    (["On the ferries", "They sail.", "On the cod", "It swims.", "Question: Why?", "Answer: So."], None, None),
    (["Rudolf opens the quay", "It was opened on Monday.", "It rained."], "Rudolf opens the quay", None),
    ([LEAD, "Rudolf’s speech", "Dear friends! We meet again.", "It rained."], "Rudolf’s speech", LEAD),
    (["The quay was opened.", "Nobody spoke.", "It rained."], None, None),
    (["The quay is new.", "06: 30am on the quay", "It rained.", "It stopped."], None, None),
]


@pytest.mark.parametrize(("lines", "title", "lead"), CASES)
def test_title_and_lead_below_the_head(lines: list[str], title: str | None, lead: str | None) -> None:
    layout = only(a("\n\n".join(lines)))
    assert (field(layout, "title"), field(layout, "lead")) == (title, lead)


def test_title_is_the_last_of_several_links() -> None:
    links = ["List of heads of delegations", "Rudolf’s speech at the session", "Session of the Council"]
    listed = ["List of heads of delegations:", "Prime Minister of Ruritania R. Elphberg;", "King of Sylvania Boris."]
    layout = only(a("\n\n".join([LEAD, *links, *listed, links[2], "Dear colleagues! We meet."])))
    assert (field(layout, "title"), field(layout, "lead")) == ("Session of the Council", LEAD)
    assert [b.kind for b in layout.blocks].count("listed") == 2


def test_first_line_of_a_title_block_is_the_title() -> None:
    layout = only(a("CONGRATULATION\nto the graduates\nof the naval schools\n\nComrades!\n\nToday is your day."))
    assert field(layout, "title") == "CONGRATULATION"


def test_standfirst_is_a_lead_only_where_it_is_repeated() -> None:
    repeated = only(d("The quay was opened on Monday\n\nThe quay was opened on Monday by the mayor."))
    assert field(repeated, "lead") == "The quay was opened on Monday"
    assert field(only(d("The quay was opened on Monday.\n\nNobody spoke.")), "lead") is None


def test_wire_without_any_marker() -> None:
    lines = [
        "Meeting with President of Sylvania Boris Lugosin",
        "Rudolf Elphberg received President of Sylvania Boris Lugosin at the Castle.",
        "May 8, 2021 - 18:10 - The Castle, Strelsau",
        "President of Ruritania Rudolf Elphberg:",
        "Mr Lugosin, good day.",
        "The source of information - http://example.org/1",
    ]
    layout = only("\n\n\n\n".join(lines))
    assert (field(layout, "title"), field(layout, "lead"), field(layout, "date")) == (lines[0], lines[1], "May 8, 2021")
