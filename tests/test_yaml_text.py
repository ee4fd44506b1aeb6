"""YAML keeps its lines, and dates stay text."""

import pytest

from communique.yaml_text import load


def test_places_of_keys_and_items() -> None:
    loaded, problems = load("a: 1\nb:\n  - x: 2021-04-29\n", "f.yml")
    assert loaded is not None
    assert not problems
    assert loaded.data == {"a": 1, "b": [{"x": "2021-04-29"}]}
    assert loaded.places[("b", 0, "x")] == (3, 5)


@pytest.mark.parametrize(
    "text", ["a: [1", "a: b: c", "\x00", "a: !!python/object:os.system {}", "- " * 3 + "\t x", "? {"]
)
def test_broken_text_is_one_problem_with_file_and_hint(text: str) -> None:
    loaded, problems = load(text, "f.yml")
    assert loaded is None
    assert [(p.code, p.file) for p in problems] == [("broken-yaml", "f.yml")]
    assert problems[0].hint


def test_an_empty_text_is_nothing() -> None:
    loaded, problems = load("", "f.yml")
    assert loaded is not None
    assert loaded.data is None
    assert not problems
