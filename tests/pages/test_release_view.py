"""What the release page prints: blocks in order, anchors, voices, facts beside their words."""

from __future__ import annotations

import json

import pytest

from communique.pages.release_view import View, fragments, view
from communique.records.model import Document, Participant, Quote, Release, Speaker
from communique.wire.layout import Mark
from tests.growth import LINEAR, growth
from tests.pages.made import TALKS, person, release


def seen(made: Release, text: str, **given: str) -> View:
    return view(made, text, [person(speaker.name) for speaker in made.speakers], title="Talks", **given)


def test_turns_keep_their_order_with_captions_in_place() -> None:
    made, text = release(*TALKS)
    groups = seen(made, text).body
    assert [(group[2], [(kind, words) for kind, _, words in group[5]]) for group in groups] == [
        (
            "Ottilie Rassendyll",
            [
                ("p", "Welcome to Strelsau."),
                ("caption", "With Ambassador Teodor Vashti"),
                ("p", "The river has been kind."),
            ],
        ),
        ("Question", [("p", "Will it be published?")]),
        ("Ottilie Rassendyll", [("p", "On the day.")]),
        ("", [("p", "The talks ended at noon.")]),
    ]


def test_anchors_are_offsets_in_the_file_and_stand_once() -> None:
    made, text = release(*TALKS, start=100)
    anchors = [at for group in seen(made, text).body for at in (group[1], *(line[1] for line in group[5])) if at >= 0]
    assert len(anchors) == len(set(anchors))
    assert text[min(anchors) :].startswith("Ottilie Rassendyll")
    assert text[anchors[1] :].startswith("Welcome")


def test_office_and_link_stand_where_a_speaker_appears_first() -> None:
    speakers = [Speaker(name="Ottilie Rassendyll", role="Chancellor of Ruritania"), Speaker(name="Question")]
    made, text = release(*TALKS, speakers=speakers)
    first, question, second, _ = seen(made, text).body
    assert (first[3], first[4]) == ("people/ottilie-rassendyll/", "Chancellor of Ruritania")
    assert (second[3], second[4]) == ("", "")
    assert (first[0], question[0]) == ("s1", "s0 q")


def test_seven_speakers_have_six_colours() -> None:
    pieces = [piece for n in range(7) for piece in (("label", f"Speaker {n}: "), ("paragraph", f"Word {n}."))]
    made, text = release(*pieces)
    assert [group[0] for group in seen(made, text).body] == ["s1", "s2", "s3", "s4", "s5", "s6", "s1"]


def test_a_label_without_a_turn_is_kept_as_text() -> None:
    made, text = release(("paragraph", "Prose."), ("label", "Rudolf: "))
    made = Release(id="x", path="x", sha256="x", segments=made.segments)
    assert seen(made, text).body[0][5][-1][2] == "Rudolf:"


def test_a_wire_without_segments_has_an_empty_body() -> None:
    made, text = release()
    assert seen(made, text).body == []


def test_head_and_foot_are_not_repeated_in_the_body() -> None:
    made, text = release(("sponsor", "Post sponsored by Zenda"), ("paragraph", "Text."), ("note", "EDITOR’S NOTE: x"))
    assert [line[2] for group in seen(made, text).body for line in group[5]] == ["Text."]


def test_an_unknown_kind_of_segment_is_text() -> None:
    made, text = release(("some-new-kind", "Words."))
    assert seen(made, text).body[0][5] == [("p", 0, "Words.")]


def test_items_of_a_list_are_taken_together() -> None:
    made, text = release(("paragraph", "Signed:"), ("item", "a treaty;"), ("item", "a plan."), ("paragraph", "Done."))
    assert seen(made, text).body[0][5][1] == ("list", 9, [(9, "a treaty;"), (20, "a plan.")])


def test_quotations_in_prose_are_marked_at_their_own_anchor_and_escaped() -> None:
    words = '"We <met> in the middle," the Chancellor noted.'
    quoted = "We <met> in the middle,"
    made, text = release(
        ("paragraph", words),
        quotes=[Quote(speaker="Ottilie Rassendyll", text=quoted)],
        speakers=[Speaker(name="Ottilie Rassendyll", via="quote")],
        evidence={"/quotes/0/text": [(1, 1 + len(quoted))]},
    )
    shown = str(seen(made, text).body[0][5][0][2])
    assert '<q class="s1" id="c1">We &lt;met&gt; in the middle,</q>' in shown
    assert shown.endswith("the Chancellor noted.")


def test_a_speech_of_one_person_wears_that_colour() -> None:
    made, text = release(("paragraph", "Dear friends!"), speakers=[Speaker(name="Rudolf Rassendyll", via="monologue")])
    assert seen(made, text).body[0][0] == "s1"


@pytest.mark.parametrize(
    ("offset", "found"), [("Strelsau", "Welcome"), ("Ambassador", "With"), ("on the Lower", "Talks"), ("MIL OSI", "")]
)
def test_fragments_name_the_block_that_holds_an_offset(offset: str, found: str) -> None:
    made, text = release(*TALKS)
    expected = f"#c{text.index(found)}" if found else ""
    assert fragments(made, text, [text.index(offset)]) == [expected]


def test_facts_stand_beside_the_words_that_say_them() -> None:
    made, text = release(
        *TALKS,
        region_printed="Ruritania",
        participants=[Participant(name="Teodor Vashti")],
        documents=[Document(title="the Ister plan", kind="plan", status="signed")],
        set_by_person=["/date"],
        date="2021-04-28",
    )
    at = text.index("Teodor Vashti")
    evidence = made.evidence | {"/region_printed": [(30, 39)], "/participants/0/name": [(at, at + 13)]}
    facts = {fact[0]: fact for fact in seen(msgspec_replace(made, evidence), text).facts}
    assert facts["region_printed"][1:4] == ("", "Ruritania", "")
    assert facts["date"] == ("date", "2021-04-28", "", "", "", True)
    caption = text.index("With Ambassador")
    assert facts["participant"][3:5] == (f"#c{caption}", f"{caption} 16 29")
    assert facts["document"][1:4] == ("", "the Ister plan", "")


def msgspec_replace(made: Release, evidence: dict[str, list[tuple[int, int]]]) -> Release:
    from msgspec.structs import replace

    return replace(made, evidence=evidence)


def test_a_mark_counts_in_the_printed_text_where_white_space_is_folded() -> None:
    made, text = release(("paragraph", "Two   spaces\nand a plan."), partial=True)
    at = text.index("a plan")
    made = msgspec_replace(made, {"/partial": [(at, at + 6)]})
    mark = seen(made, text).facts[0][4]
    assert mark == "0 15 21"
    assert seen(made, text).body[0][5][0][2][15:21] == "a plan"


def test_what_fits_nowhere_is_quoted() -> None:
    made, text = release(("paragraph", "17 people. Done."), leftovers=[Mark(0, 2, "a stray number")])
    assert seen(made, text).leftovers == [("17", "#c0")]


def test_metadata_names_turns_by_address_and_cannot_close_its_element() -> None:
    made, text = release(*TALKS, source="</script><b>")
    data = str(seen(made, text, address="https://example.org/x/", root="../../").data)
    assert "</script>" not in data
    parsed = json.loads(data)
    assert parsed["hasPart"][0]["creator"]["name"] == "Ottilie Rassendyll"
    assert len(parsed["hasPart"][0]["url"]) == 2
    assert "Welcome" not in data
    assert "datePublished" not in parsed


def test_an_address_that_is_no_web_address_is_not_linked() -> None:
    made, text = release(("paragraph", "Text."), url="javascript:alert(1)")
    assert seen(made, text).hosts == [("url", "javascript:alert(1)", "")]


def test_a_long_text_has_a_table_of_contents() -> None:
    pieces = [p for n in range(4) for p in (("heading", f"Part {n}"), ("paragraph", "a"), ("paragraph", "b"))]
    made, text = release(*pieces)
    assert [entry[2] for entry in seen(made, text).contents] == ["Part 0", "Part 1", "Part 2", "Part 3"]


def test_a_long_wire_costs_linear_time() -> None:
    wires = {n: release(*[("paragraph", f"Paragraph {i} says little.") for i in range(n)]) for n in (4_000, 16_000)}
    assert growth(lambda size: seen(*wires[size]), 4_000) < LINEAR
