"""Authority files: entries, aliases within their dates, doubtful ids."""

from communique.authority import Names, people, sentences

TWO = """
- id: anna-rudolf
  name: Anna Rudolf
  aliases: [A. Rudolf, {name: Anna Elphberg, to: 2019-12-31}]
  posts: [{office: Chancellor of Ruritania, from: 2018-01-01}]
- id: berta-elphberg
  name: Berta Elphberg
  aliases: [{name: Anna Elphberg, from: 2020-01-01}]
"""


def test_names_are_found_without_regard_to_case_and_dots() -> None:
    entries, problems = people(TWO, "people.yml")
    names = Names(entries)
    assert not problems
    assert {getattr(names.find(n), "id", None) for n in ("anna rudolf", "A Rudolf", "Anna Rudolf")} == {"anna-rudolf"}
    assert names.find("Somebody Else") is None


def test_an_alias_counts_within_its_dates() -> None:
    names = Names(people(TWO, "people.yml")[0])
    assert getattr(names.find("Anna Elphberg", "2019-05-05"), "id", None) == "anna-rudolf"
    assert getattr(names.find("Anna Elphberg", "2021-05-05"), "id", None) == "berta-elphberg"


def test_a_name_that_two_entries_claim_is_not_guessed() -> None:
    assert Names(people(TWO, "people.yml")[0]).find("Anna Elphberg") is None


def test_ids_that_are_taken_or_cannot_be_addresses_are_named() -> None:
    text = "- {id: a, name: A}\n- {id: a, name: B}\n- {id: ../x, name: C}\n- {name: D}\n"
    entries, problems = people(text, "people.yml")
    assert [entry.name for entry in entries] == ["A"]
    assert [(p.code, p.line) for p in problems] == [("missing-key", 4), ("duplicate-entry", 1), ("bad-id", 3)]


def test_disclaimers_have_a_kind() -> None:
    [sentence], problems = sentences("- {text: Not checked., kind: legal}\n", "boilerplate.yml")
    assert (sentence.text, sentence.kind, problems) == ("Not checked.", "legal", [])
