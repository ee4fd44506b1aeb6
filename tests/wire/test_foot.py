from __future__ import annotations

import pytest

from communique.wire.segment import layouts
from tests.wire.wires import BODY, NOTE, RAW, d, field, kinds, only

TRANSLATION = [
    NOTE,
    NOTE.replace("and or", "and / or").rstrip("."),
    "Editor's note: This text is a translation; apologies for errors in grammar or sentence structure.",
    "EDITOR’S NOTE: This article is a tr",
    "EDITERS NOTE: This artical is a translaton. Apologes should the gramar or sentense structure not be perfect.",
    "Примечание редактора: эта статья является переводом. Приносим извинения, если грамматика не идеальна.",
]
RAW_CONTENT = [
    RAW,
    "Please note; This is unprocessed matter received straight from whoever sent it, and no stance of MIL-OSI",
    "Note: The views in this article are those of its issuers and not of MIL-OSI.",
    "Please Note; This Information is Raw Content Directly from the Information Source. It is access to What the",
    "Please note; this information is raw content received directly from the information source. This is",
    "Please note: This information is raw content obtained directly from the source. It represents an accurate",
]
CLOSINGS = [
    "MIL OSI",
    "MIL-OSI",
    "MIL OSI Ruritania News",
    "MIL Translation OSI",
    "News MIL OSI Ruritania",
    "MIL OSI News Sylvania",
]
PARTIAL = [
    "More to be posted soon …",
    "More to be posted soon...",
    "To be con…",
    "To be continued",
    "(To be continued.)",
]


@pytest.mark.parametrize(
    ("note", "kind"), [(n, "translation") for n in TRANSLATION] + [(n, "raw-content") for n in RAW_CONTENT]
)
def test_note_is_known_by_likeness(note: str, kind: str) -> None:
    layout = only(f"MIL OSI Translation. Region: Ruritania –\n\n{BODY}\n\n{note}\n\nMIL OSI Ruritania News")
    assert (layout.note_kind, field(layout, "note")) == (kind, note)
    assert kinds(layout) == ["paragraph", "paragraph"]


def test_note_may_be_missing_and_prose_is_none() -> None:
    layout = only(
        "MIL OSI Translation. Region: Ruritania –\n\nThis is the information that the source of the river gave."
    )
    assert (layout.note_kind, layout.fields.get("note")) == (None, None)


@pytest.mark.parametrize("line", CLOSINGS)
def test_closing_line(line: str) -> None:
    assert field(only(f"Source: Government of Ruritania\n\n{BODY}\n\n{line}"), "closing") == line


@pytest.mark.parametrize("line", PARTIAL)
def test_more_to_come(line: str) -> None:
    layout = only(f"Source: Government of Ruritania\n\n{BODY}\n\n{line}\n\n{NOTE}")
    assert (field(layout, "partial"), kinds(layout)) == (line, ["paragraph", "paragraph"])


def test_more_to_come_at_the_end_of_the_last_paragraph() -> None:
    layout = only(d(BODY + " To be con…"))
    assert field(layout, "partial") == "To be con…"
    assert layout.text[layout.blocks[-1].start : layout.blocks[-1].end] == "Nobody spoke for long."


def test_second_disclaimer_link_and_lone_dot_stand_in_the_foot() -> None:
    layout = only(d(BODY).replace("\n\n.", f"\n\n{RAW_CONTENT[1]}\n\nHTTPS: //VVV. HARBOUR.K.M.M.\n\n1 2 3 4 5\n\n."))
    assert len(layout.fields["note"]) == 2
    assert kinds(layout) == ["paragraph", "paragraph"]


def test_legal_disclaimer_and_its_text_are_one_note() -> None:
    legal = 'Legal Disclaimer:\n\nEIN Presswire provides this news content "as is" without warranty of any kind.'
    layout = only(f" date 2023-01-20 {BODY}\n\n{legal}")
    assert (layout.note_kind, field(layout, "note")) == ("legal", legal)


def test_sentence_of_the_archive_is_a_note() -> None:
    own = "All translations of the Harbour Gazette are made by its readers and carry no guarantee."
    text = f"Source: Government of Ruritania\n\n{BODY}\n\n{own[:-10]}"
    assert layouts(text)[0].note_kind is None
    assert layouts(text, (("translation", own),))[0].note_kind == "translation"


def test_left_over_of_the_page_below_the_closing_line() -> None:
    layout = only(f"Source: Government of Ruritania\n\n{BODY}\n\nMIL OSI\n\nPost navigation")
    assert (field(layout, "closing"), kinds(layout)) == ("MIL OSI", ["paragraph", "paragraph"])


def test_endless_numbers_are_no_foot() -> None:
    layout = only("Words of a report stand here.\n" + "1\n" * 20_000)
    assert sum(kind == "counter" for kind in kinds(layout)) <= 1000
