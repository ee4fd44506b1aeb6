from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.records.people import People, people
from communique.text import printed, reading
from communique.wire.layout import Block, Layout
from communique.wire.segment import layouts
from tests.growth import LINEAR, growth

WIRE = """MIL OSI Translation. Region: Marovian Federation –

Source: Government of the Marovian Federation –

Minister of Health Darya Olenich opened the clinic. With her came Mayor of Tarvograd Yegor Samarets.

"The house is warm,"&nbsp;said <b>Darya</b> Olenich. “It has forty benches.”

“We counted them,” the Mayor added.

MIL OSI Marovia News
"""


def values(found: People, pointer: str) -> str | None:
    value: object = msgspec.to_builtins(found)
    for step in pointer.split("/")[1:]:
        value = value[int(step)] if isinstance(value, list) else value[step]  # type: ignore[index]
    return value if isinstance(value, str) else None


def check_evidence(layout: Layout) -> None:
    found = people(layout)
    for pointer, spans in found.evidence.items():
        assert all(layout.start <= start <= end <= layout.end for start, end in spans)
        if not pointer.endswith(("/via", "/country", "/kind")):
            assert printed(layout.text, *spans) == values(found, pointer), pointer


def test_a_whole_wire_gives_its_people() -> None:
    found = people(layouts(WIRE)[0])
    assert [(one.name, one.role, one.via) for one in found.speakers] == [
        ("Darya Olenich", "Minister of Health", "quote"),
        ("Yegor Samarets", "Mayor of Tarvograd", "quote"),
    ]
    assert [quote.text for quote in found.quotes] == ["The house is warm,", "It has forty benches.", "We counted them,"]


def test_a_form_of_address_is_no_part_of_the_name() -> None:
    body = "Question: Far?\n\nMINISTER TARLEN: Very.\n\nQuestion: Why?\n\nMR. TARLEN: So."
    body += "\n\nMr. Speaker: Order.\n\nMr Prime Minister: No."
    layout = layouts(f"MIL OSI Translation. Region: Norway –\n\n{body}\n")[0]
    assert [one.name for one in people(layout).speakers] == ["Question", "TARLEN", "Mr. Speaker", "Mr Prime Minister"]
    check_evidence(layout)


def test_an_office_in_a_title_in_capitals() -> None:
    body = "INTERVIEW OF THE MINISTER OF SALT ANNA TAL\n\nQUESTION: Who?\n\nANNA TAL: Nobody.\n\nQUESTION: Why?"
    found = people(layouts(f"MIL OSI Translation. Region: Norway –\n\n{body}\n")[0])
    assert [(one.name, one.role) for one in found.speakers] == [("QUESTION", None), ("ANNA TAL", "MINISTER OF SALT")]


def test_an_office_alone_is_the_label_of_who_bore_it_before() -> None:
    body = "PRIME MINISTER BELA ORLOK: No.\n\nQuestion: For all?\n\nPRIME MINISTER: For some.\n\nMINISTER: And me?\n"
    layout = layouts(f"MIL OSI Translation. Region: Sylvania –\n\n{body}")[0]
    assert [turn.speaker for turn in people(layout).turns] == ["BELA ORLOK", "Question", "BELA ORLOK", "MINISTER"]
    check_evidence(layout)


def test_the_evidence_of_printed_values_joins_to_them() -> None:
    check_evidence(layouts(WIRE)[0])


PIECES = st.sampled_from(
    [
        *WIRE.split("\n"),
        "Ivan Petrenko: Good day.",
        "Question: Why?",
        '"',
        "“",
        "— Yes, — he said.",
        "Dr.",
        "A.",
        "\u0640",
        "",
    ]
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=12).map("\n".join))
def test_any_mixture_of_lines_gives_evidence_that_joins(text: str) -> None:
    for layout in layouts(text):
        check_evidence(layout)


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_nothing_raises_on_any_text(text: str) -> None:
    blocks = [Block(kind="paragraph", start=0, end=len(text))] if text.strip() else []
    fields = {"title": ((0, len(text)),)} if text else {}
    people(Layout(text=text, reading=reading(text), start=0, end=len(text), segments=[], fields=fields, blocks=blocks))


@pytest.mark.parametrize("piece", ["A ", "“", '" ', "Minister of ", "Ab Cd, ", 'said "a," ', "— a, — said ", "A."])
def test_an_endless_line_costs_linear_time(piece: str) -> None:
    def read(size: int) -> None:
        text = piece * (size // len(piece))
        block = Block(kind="paragraph", start=0, end=len(text))
        people(
            Layout(
                text=text,
                reading=text,
                start=0,
                end=len(text),
                segments=[],
                fields={"title": ((0, len(text)),)},
                blocks=[block],
            )
        )

    assert growth(read, 100_000) < LINEAR


def test_a_crowd_of_speakers_costs_linear_time() -> None:
    crowds = {size: _crowd(size) for size in (500, 2_000)}
    assert growth(lambda size: people(crowds[size]), 500) < LINEAR


def test_questions_to_one_without_an_office_cost_linear_time() -> None:
    asked = {size: layouts("Question: Far?\n\nFritz Tarlen: Very.\n\n" * size)[0] for size in (500, 2_000)}
    assert growth(lambda size: people(asked[size]), 500) < LINEAR


def _crowd(size: int) -> Layout:
    """Return a dialogue of so many speakers, each of whom says one thing."""
    names = [f"Ka{chr(97 + i % 26) * 3}{chr(97 + i // 26 % 26) * 3} Mo{chr(97 + i // 676) * 4}" for i in range(size)]
    return layouts("\n\n".join(f"{name}: We came." for name in names))[0]
