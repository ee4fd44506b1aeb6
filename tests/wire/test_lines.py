from __future__ import annotations

import textwrap

import pytest

from communique.text import reading
from communique.wire.lines import bounded, units

WRAPPED = """\
Rudolf Elphberg: Mr Lugosin, it is a great pleasure for me to
welcome you in the capital of our country. We have known each
other for a long time.
Boris Lugosin: Thank you. I have brought the ministers of
Energy and Transport with me, and
all of them have something to say.

- Agreement between the Government of Ruritania and the
Government of Sylvania on cod;
- Plan.
"""


LABELLED = """\
Rudolf Elphberg: It is a great pleasure for me to welcome you in
the capital of our country, and we have known each other long.

Prime Minister of the Republic of Sylvania
Boris Lugosin (retranslated): Thank you. Strelsau and Zenda are
three hours apart.
"""


def texts(text: str) -> list[str]:
    return [unit.text for unit in units(reading(text))[0]]


def test_lines_wrapped_inside_sentences_are_joined() -> None:
    found = texts(WRAPPED)
    assert [text[:16] for text in found] == ["Rudolf Elphberg:", "Boris Lugosin: T", "- Agreement betw", "- Plan."]
    assert found[0].endswith(
        "for me to welcome you in the capital of our country. We have known each other for a long time."
    )
    assert units(reading(WRAPPED))[1]


BULLETED = (
    "Strelsau, May 23, RURAPRESS\n\nFollowing the talks of the Presidents a ceremony took place in Strelsau. Thus, "
    "the following documents of the two sides were signed:\n\n"
    "- Program of measures to build up the fisheries between the Kingdom of Ruritania and the Kingdom of Sylvania;\n"
    "- Agreement on the frontier of the two states between the Kingdom of Ruritania and the Kingdom of Sylvania;\n"
    "- Memorandum on cod;\n\nAfter that the Presidents spoke to the media of the Kingdom of Ruritania and went home."
)


@pytest.mark.parametrize("width", [48, 60, 72, 80, 90, 100])
def test_short_wires_are_joined_at_any_width(width: int) -> None:
    wrapped = "\n".join(textwrap.fill(line, width) for line in BULLETED.split("\n"))
    assert texts(wrapped) == [line for line in BULLETED.split("\n") if line]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("We begin with what was promised a year ago:", "roads to all the villages."),
        ("- Protocol on the quay of the free port of Strelsau", "Town"),
        ("We shall tell the ministers and the mayors of the", "Kingdom about it."),
    ],
)
def test_line_goes_on_in_a_wrapped_file(above: str, below: str) -> None:
    assert f"{above} {below}" in texts(f"{WRAPPED}\n{above}\n{below}\n")


@pytest.mark.parametrize(
    "lines", [["- Plan", "Nobody spoke."], ["The following was signed:", "plan on cod;", "protocol on ferries."]]
)
def test_line_ends_in_a_wrapped_file(lines: list[str]) -> None:
    assert texts(WRAPPED + "\n" + "\n".join(lines))[-len(lines) :] == lines


@pytest.mark.parametrize(
    "text",
    [
        "The quay was opened on Monday by the mayor.\nNobody spoke for long, and it rained.\nIt stopped at noon.\n",
        "LETTER\nto the workers of the harbours and shipyards\nof the Ruritanian Federation\n\nDear friends!\n",
        "One line",
        "",
    ],
)
def test_lines_that_end_with_their_sentences_stay_apart(text: str) -> None:
    assert texts(text) == [line for line in text.split("\n") if line]


def test_head_and_foot_lines_are_never_joined() -> None:
    head = "Translation. Region: Ruritanian Federation and its islands\nSource: Government of Ruritania –\n"
    assert texts(head + "\n" + WRAPPED)[:2] == head.strip().split("\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_every_line_end_parts_units(end: str) -> None:
    text = f"First.{end}{end} \xa0Second. {end}"
    found = units(reading(text))[0]
    assert [text[unit.start : unit.end] for unit in found] == ["First.", "Second."]
    assert found[1].gap == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A memorandum between\nthe Ministry of Salt and\nthe Zenda Mint was signed.", 1),
        ("President of Sylvania Boris Lugosin\n(retranslated):\nGood day.", 2),
        ("Post sponsored by\nThe harbour was opened.", 2),
        ("CONGRATULATION\nto all of\nthe cadets", 3),
        ("It was signed by both of\n\nThe quay is new.", 2),
    ],
)
def test_a_line_that_breaks_behind_a_small_word_goes_on(text: str, count: int) -> None:
    assert len(texts(text)) == count


def test_a_release_of_endless_short_lines_has_a_bounded_number_of_units() -> None:
    read = "a\n" * 300_000
    found, _ = units(read)
    few = bounded(read, found)
    assert len(found) == 300_000
    assert len(few) < 25_000
    assert (few[0].start, few[-1].end) == (found[0].start, found[-1].end)
    assert few[-1].text == " ".join("a" * 100)


def test_the_units_of_a_long_transcript_are_left_alone() -> None:
    found, _ = units("We begin.\n" * 10_000)
    assert bounded("", found) is found


def test_a_label_broken_between_office_and_name_is_one() -> None:
    assert [text[:58] for text in texts(LABELLED)][1:] == ["Prime Minister of the Republic of Sylvania Boris Lugosin ("]
