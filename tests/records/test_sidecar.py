"""What a person adds: typed, remembered, and never applied in silence where it no longer fits."""

from typing import Any

from communique.records.model import Document, Release, Speaker, Turn
from communique.records.sidecar import apply, sidecar
from communique.wire.layout import Segment


def record(**fields: Any) -> Release:
    base: dict[str, Any] = {
        "id": "x",
        "path": "x.txt",
        "sha256": "0",
        "segments": [Segment("paragraph", 0, 200)],
        "speakers": [Speaker(name="Anna Rudolf"), Speaker(name="Otto Hentzau", role="Envoy")],
        "turns": [
            Turn(speaker="Anna Rudolf", label="Anna Rudolf", kind="speech", paragraphs=["One.", "Two."]),
            Turn(speaker="Otto Hentzau", label="Otto Hentzau", kind="speech", paragraphs=["Three."]),
        ],
        "documents": [Document(title="treaty on salt", kind="treaty", status="signed")],
        "evidence": {
            "/title": [(0, 5)],
            "/speakers/0/name": [(10, 21)],
            "/speakers/1/name": [(50, 62)],
            "/speakers/1/role": [(44, 49)],
            "/turns/0/label": [(10, 21)],
            "/turns/0/paragraphs/0": [(23, 27)],
            "/turns/0/paragraphs/1": [(30, 34)],
            "/turns/1/label": [(50, 62)],
            "/turns/1/paragraphs/0": [(64, 70)],
            "/documents/0/title": [(64, 68)],
        },
    }
    return Release(**(base | fields))


def corrected(text: str, release: Release | None = None) -> tuple[Release, list[str]]:
    given, problems = sidecar(text, "x.yml")
    assert not problems
    [result], problems = apply([release or record()], given, "x.yml")
    return result, [problem.message for problem in problems]


def test_values_are_remembered_as_set_by_a_person() -> None:
    result, problems = corrected("date: 2021-04-29\ntitle: Talks\nurl: https://example.org/\n")
    assert (result.date, result.date_from, result.title) == ("2021-04-29", "sidecar", "Talks")
    assert result.set_by_person == ["/date", "/url", "/title"]
    assert "/title" not in result.evidence
    assert not problems


def test_a_title_for_a_file_of_several_is_not_applied() -> None:
    given, _ = sidecar("title: Talks\ndate: 2021-04-29\n", "x.yml")
    results, [problem] = apply([record(), record(index=1)], given, "x.yml")
    assert [(r.title, r.date) for r in results] == [(None, "2021-04-29")] * 2
    assert problem.code == "sidecar-of-several"


def test_a_speaker_is_corrected_where_the_old_value_matches() -> None:
    result, problems = corrected("corrections: [{at: 50, field: speaker, old: Otto Hentzau, new: Otto Helsing}]")
    assert not problems
    assert [turn.speaker for turn in result.turns] == ["Anna Rudolf", "Otto Helsing"]
    assert [speaker.name for speaker in result.speakers] == ["Anna Rudolf", "Otto Helsing"]
    assert result.set_by_person == ["/turns/1/speaker"]


def test_a_stale_correction_is_a_problem_with_its_line() -> None:
    given, _ = sidecar("date: 2021-04-29\ncorrections:\n- {at: 50, field: speaker, old: Nobody, new: X}\n", "x.yml")
    [result], [problem] = apply([record()], given, "x.yml")
    assert [turn.speaker for turn in result.turns] == ["Anna Rudolf", "Otto Hentzau"]
    assert (problem.code, problem.line) == ("stale-correction", 3)
    assert "by 'Otto Hentzau', not by 'Nobody'" in problem.message


def test_a_role_and_a_document_are_corrected() -> None:
    result, problems = corrected(
        "corrections:\n- {at: 50, field: role, old: Envoy, new: Consul}\n"
        "- {at: 65, field: document, old: treaty on salt, new: pact on salt}\n"
        "- {at: 65, field: status, old: signed, new: to be signed}\n"
    )
    assert not problems
    assert result.speakers[1].role == "Consul"
    assert (result.documents[0].title, result.documents[0].status) == ("pact on salt", "to be signed")


def test_split_moves_paragraphs_and_their_evidence_to_a_new_turn() -> None:
    result, problems = corrected("corrections: [{at: 30, action: split, new: Black Michael}]")
    assert not problems
    assert [(t.speaker, t.paragraphs) for t in result.turns] == [
        ("Anna Rudolf", ["One."]),
        ("Black Michael", ["Two."]),
        ("Otto Hentzau", ["Three."]),
    ]
    assert result.evidence["/turns/1/paragraphs/0"] == [(30, 34)]
    assert result.evidence["/turns/2/paragraphs/0"] == [(64, 70)]
    assert "/turns/0/paragraphs/1" not in result.evidence


def test_join_makes_one_turn_of_two() -> None:
    result, problems = corrected("corrections: [{at: 50, action: join}]")
    assert not problems
    assert [(t.speaker, t.paragraphs) for t in result.turns] == [("Anna Rudolf", ["One.", "Two.", "Three."])]
    assert [speaker.name for speaker in result.speakers] == ["Anna Rudolf"]
    assert result.evidence["/turns/0/paragraphs/2"] == [(64, 70)]


def test_a_document_is_removed_and_another_added() -> None:
    new = "{title: pact on rye, kind: other, status: signed, parties: [Ruritania]}"
    result, problems = corrected(
        "corrections:\n- {at: 65, action: remove, field: document}\n"
        f"- {{at: 65, action: add, field: document, new: {new}}}\n"
    )
    assert not problems
    assert [document.title for document in result.documents] == ["pact on rye"]


def test_impossible_corrections_say_why() -> None:
    _, problems = corrected(
        "corrections:\n- {at: 5}\n- {at: 190, field: speaker, old: A, new: B}\n- {at: 10, action: join}\n"
        "- {at: 23, action: split, new: X}\n- {at: 1, action: add, field: document, new: {title: 4}}\n"
        "- {at: 1, field: participant, old: x, new: y}\n- {at: 1, action: split, field: title}\n"
    )
    assert len(problems) == 7
