"""Words of the field and the kinds they name."""

import pytest

from communique.records.signing.kinds import is_plural, kind_named, kind_word, names_kind

TITLES = [
    ("Memorandum of Understanding on Tourism", "memorandum"),
    ("MoU on cooperation in space", "memorandum"),
    ("Medium-term commercial, economic and cultural cooperation program until 2040", "programme"),
    ("Protocol on amendments to the Agreement on railway tariffs", "protocol"),
    ("minutes of the meeting", "protocol"),
    ("joint action plan", "plan"),
    ("strategic partnership agreement", "agreement"),
    ("Declaration of intent on a programme", "declaration"),
    ("Joint Communiqué", "joint statement"),
    ("Charter of the Club of Lakes", "treaty"),
    ("road map for trade", "roadmap"),
    ("Regulations on the work of the commission", "regulations"),
    ("contract for buses", "contract"),
    ("letter of intent on the ferry", "other"),
    ("договор", "other"),
]


@pytest.mark.parametrize(("title", "kind"), TITLES)
def test_kind_of_a_title(title: str, kind: str) -> None:
    span = kind_word(title, 0, len(title))
    assert kind_named(title[slice(*span)] if span else title) == kind
    assert names_kind(title) == (span is not None)


@pytest.mark.parametrize(
    ("word", "plural"),
    [("agreements", True), ("memoranda", True), ("treaties", True), ("Regulations", False), ("plan", False)],
)
def test_plurals(word: str, plural: bool) -> None:
    assert is_plural(word) == plural
