"""Addresses that were published once: led on, spoken of, or said to be gone; and the build that holds to the ledger."""

from pathlib import Path

import pytest

from communique.output.outcome import Outcome
from tests.archives import add, archive, clean, codes, files, made, wire


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return archive(tmp_path / "archive", {"a": wire("A bridge"), "b": wire("A dam")})


def ledger(folder: Path, *lines: str) -> None:
    (folder / "content" / "ledger.tsv").write_text("address\tsha256\tleads_to\n" + "".join(f"{x}\n" for x in lines))


def page(folder: Path, address: str) -> str:
    return (folder / "site" / address / "index.html").read_text(encoding="utf-8")


def notes(outcome: Outcome) -> list[str]:
    return [problem.message for problem in outcome.problems if problem.code == "unlisted-addresses"]


def test_without_a_ledger_nothing_is_checked(folder: Path) -> None:
    outcome = made(folder)
    assert (codes(outcome), notes(outcome)) == ([], [])


def test_addresses_not_listed_yet_are_one_note(folder: Path) -> None:
    ledger(folder, "releases/a/\t\t")
    outcome = made(folder)
    pages = [file for file in files(folder / "site") if file.endswith("/index.html")]
    unlisted = len(set(pages) - {"releases/a/index.html", "report/index.html"})
    assert notes(outcome) == [f"{unlisted} addresses are not in the ledger yet."]
    assert codes(outcome) == []


def test_a_wire_that_is_gone_without_a_word_is_a_warning_and_a_page_that_says_so(folder: Path) -> None:
    ledger(folder, "releases/a/\t\t", f"releases/gone/\t{'ab' * 32}\t")
    outcome = made(folder)
    problem = next(p for p in outcome.problems if p.severity == "warning")
    assert (problem.code, problem.file, problem.line) == ("vanished-address", "content/ledger.tsv", 3)
    assert "was: [gone]" in problem.hint
    shown = page(folder, "releases/gone")
    assert "noindex" in shown
    assert "ab" * 32 in shown
    assert "does not say what became of it" in shown


def test_the_report_names_what_vanished_and_what_is_wrong_in_the_settings(folder: Path) -> None:
    ledger(folder, "releases/gone/\t\t", "odd line")
    (folder / "content" / "people.yml").write_text("- {id: x}\n")
    outcome = made(folder)
    shown = page(folder, "report")
    for code in ("vanished-address", "odd-ledger-line", "missing-key"):
        problem = next(p for p in outcome.problems if p.code == code)
        assert f"{problem.file}:{problem.line}" in shown, codes(outcome)
    assert "was: [gone]" in shown


def test_a_sidecar_that_outlived_its_wire_says_why(folder: Path) -> None:
    text = "was: [older, ../up]\nwithdrawn: {reason: By order of a court, date: 2022-01-02}\n"
    add(folder, "gone", text, ".yml")
    ledger(folder, *[f"releases/{name}/\t{'ab' * 32}\t" for name in ("gone", "older")])
    outcome = made(folder)
    assert codes(outcome) == []
    for name in ("gone", "older"):
        shown = page(folder, f"releases/{name}")
        assert "By order of a court" in shown
        assert "ab" * 32 in shown
    assert dict(outcome.counts)["releases"] == 2


def test_a_sidecar_that_outlived_its_wire_needs_no_ledger(folder: Path) -> None:
    add(folder, "gone", "withdrawn: {reason: By order of a court}\n", ".yml")
    assert codes(made(folder)) == []
    assert "By order of a court" in page(folder, "releases/gone")


def test_a_renamed_wire_leads_on(folder: Path) -> None:
    add(folder, "a", "was: [old]\n", ".yml")
    ledger(folder, "releases/old/\t\t")
    assert codes(made(folder)) == []
    assert 'href="../../releases/a/"' in page(folder, "releases/old")


def test_what_leads_on_names_the_new_address_as_the_one_that_counts(folder: Path) -> None:
    add(folder, "a", "was: [old]\n", ".yml")
    made(folder, base_url="https://example.org/r/")
    assert '<link rel="canonical" href="https://example.org/r/releases/a/">' in page(folder, "releases/old")


@pytest.mark.parametrize(
    ("address", "heir"),
    [
        ("releases/a.2/", "../../releases/a/"),
        ("regions/ruritania/1999/", "../../../regions/ruritania/"),
        ("dates/1999/04/", "../../../dates/"),
        ("people/r-elphberg/", "../../people/rudolf/"),
        ("people/r-elphberg/1999/", "../../../people/rudolf/"),
        ("people/nobody/", "../../people/"),
    ],
)
def test_what_took_the_place_of_an_address_without_doubt_is_led_to(folder: Path, address: str, heir: str) -> None:
    archive(folder, people_yml="- {id: rudolf, name: Rudolf Elphberg, aliases: [R. Elphberg]}\n")
    ledger(folder, f"{address}\t\t{'people/' if 'nobody' in address else ''}")
    assert codes(made(folder)) == []
    assert f'href="{heir}"' in page(folder, address)


def test_an_address_that_is_to_lead_nowhere_is_said(folder: Path) -> None:
    ledger(folder, "people/nobody/\t\tpeople/nowhere/")
    assert codes(made(folder)) == ["unknown-target"]
    assert "noindex" in page(folder, "people/nobody")


def test_a_person_without_a_page_any_more_is_a_warning_with_another_remedy(folder: Path) -> None:
    ledger(folder, "people/nobody/\t\t")
    problem = next(p for p in made(folder).problems if p.code == "vanished-address")
    assert "third column" in problem.hint


def test_a_static_file_may_stand_at_an_old_address_or_in_its_way(folder: Path) -> None:
    for name in ("old/index.html", "older"):
        file = folder / "content" / "static" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("mine")
    ledger(folder, "old/\t\t", "older/x/\t\t")
    outcome = made(folder)
    assert [(p.code, p.line) for p in outcome.problems if p.severity == "warning"] == [("vanished-address", 3)]
    assert page(folder, "old") == "mine"
    assert (folder / "site" / "older").read_text() == "mine"


def test_the_site_after_each_change_of_the_ledger_is_that_of_a_clean_build(folder: Path, tmp_path: Path) -> None:
    steps = [["releases/a/\t\t", "releases/x/\tab\t"], ["releases/x/\tab\tpeople/", "people/y/\t\t"], []]
    for lines in steps:
        ledger(folder, *lines)
        made(folder)
        assert files(folder / "site") == clean(folder, tmp_path / "clean")
    assert not (folder / "site" / "releases" / "x").exists()
