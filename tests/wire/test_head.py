from __future__ import annotations

import pytest

from tests.wire.wires import BODY, NOTE, a, d, field, kinds, only, segments

SPONSORS = [
    ("Post sponsored by NewzEngine.com", "NewzEngine.com"),
    ("Post sponsored by", None),
    ("Post Sponsored By Harbour News", "Harbour News"),
    ("This post is sponsored by Lamp.example", "Lamp.example"),
    ("Post sponsered by Lamp.example", "Lamp.example"),
    ("Recommended Sponsor - Buy Original Artwork Directly from the Artist", None),
    ("Recommended Sponsor Lamp.example - Buy Original Artwork", "Lamp.example"),
    ("Recomended Sponsor Lamp.example – Buy lamps", "Lamp.example"),
]
DATELINES = [
    ("STRELSAU, Feb. 11 (Minxun) —", None),
    ("Strelsau, December 19 /Minxun/ –", None),
    ("Zenda, 3 March /RNA/ —", None),
    ("STRELSAU, March 3, 2025 (RNA) --", "March 3, 2025"),
]


@pytest.mark.parametrize(("line", "name"), SPONSORS)
def test_sponsor_line_with_or_without_a_name(line: str, name: str | None) -> None:
    layout = only(f"{line}\n\nMIL OSI Translation. Region: Ruritania –\n\n{BODY}\n\n{NOTE}")
    assert "sponsor" in layout.fields
    assert (field(layout, "sponsor_name"), field(layout, "region")) == (name, "Ruritania")


def test_share_counter_above_the_sponsor_is_left_over() -> None:
    head = "MIL-OSI Translation: One road.\n\n17\nRecommended Sponsor Lamp.example - Buy\n\n"
    layout = only(head + "MIL OSI Translation. Region: Ruritania –\n\n" + BODY)
    assert segments(layout)[:4] == ["title", "navigation", "sponsor", "head"]
    assert (field(layout, "title"), field(layout, "agency")) == ("One road.", "MIL OSI")


def test_title_above_the_head_loses_the_agency_prefix() -> None:
    layout = only(d(BODY, "MIL-OSI Ruritania: Quays: a hundred years"))
    assert (field(layout, "title"), field(layout, "agency")) == ("Quays: a hundred years", "MIL-OSI")


def test_statement_in_the_title_is_no_head_line() -> None:
    title = "MIL-OSI Translation: Joint statement by Ruritania and Sylvania."
    head = "MIL OSI Translation. Government of the Republic of Corvanne statements from French to English –"
    layout = only(f"{title}\n\nRecommended Sponsor - Buy Lamps\n\n{head}\n\n{BODY}")
    assert (field(layout, "title"), field(layout, "agency")) == (
        "Joint statement by Ruritania and Sylvania.",
        "MIL OSI",
    )
    assert "sponsor" in layout.fields


@pytest.mark.parametrize(
    "line",
    ["Published 18 April 2025", "04/18/2025\n\n15:41", "04/18/2025 15:41", "April 18, 2025, 3:27 PM", "18.04.2025"],
)
def test_date_on_its_own_line_below_the_source(line: str) -> None:
    layout = only(d(line + "\n\n" + BODY))
    assert layout.fields["date"]
    assert kinds(layout) == ["paragraph", "paragraph"]


@pytest.mark.parametrize(("line", "date"), DATELINES)
def test_dateline_before_the_text(line: str, date: str | None) -> None:
    layout = only(d(f"Source: Sylvania – Council News\n\n{line} The bridge was opened on Monday. It is long. -0-"))
    assert (field(layout, "dateline"), field(layout, "date")) == (line.rstrip(" –—-"), date)
    assert field(layout, "source_inner") == "Sylvania – Council News"
    assert [layout.text[b.start : b.end] for b in layout.blocks] == ["The bridge was opened on Monday. It is long."]


def test_posting_date_wins_over_the_place_dateline() -> None:
    layout = only(
        "Press conference of the President\n\n"
        "MIL OSI Translation. Government of the Republic of Corvanne statements from French to English – "
        "Posted on July 05, 2018\n\nTopic : ports\n\nOkunde presidential Palace, July 03, 2018\n\n"
        "Only the spoken version shall be authentic\n\n" + BODY
    )
    assert field(layout, "date") == "July 05, 2018"
    assert field(layout, "dateline") == "Okunde presidential Palace, July 03, 2018"
    assert segments(layout)[:5] == ["title", "head", "topic", "dateline", "notice"]


def test_dated_source_line_with_a_leading_space() -> None:
    layout = only(f" date 2020-06-10 Source: President of Ruritania – Castle\n\n{BODY}\n\nMIL OSI")
    assert (field(layout, "date"), field(layout, "source")) == ("2020-06-10", "President of Ruritania – Castle")
    assert layout.segments[0].start == 0


def test_ein_line_holds_date_dateline_and_opener() -> None:
    layout = only(
        " date 2023-01-20 RURITANIA, January 20 - Excerpts from the transcript:\n\nRudolf Elphberg: Good day, friends."
    )
    assert (field(layout, "date"), field(layout, "dateline")) == ("2023-01-20", "RURITANIA, January 20")
    assert segments(layout)[:3] == ["date", "dateline", "stage"]


def test_fused_opening_formula_is_no_paragraph() -> None:
    layout = only(
        a("Source: Republic of Corvanne in FrenchLa Corvannese Republic has issued the following statement:\n\n" + BODY)
    )
    assert field(layout, "source") == "Republic of Corvanne in French"
    assert kinds(layout) == ["paragraph", "paragraph"]


def test_line_above_the_title_is_a_leftover() -> None:
    layout = only("Category: news\n\n" + d(BODY))
    assert [mark.reason for mark in layout.leftovers] == ["text above the title"]
