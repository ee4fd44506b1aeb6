"""A build whose inputs are those of the last plans nothing, unless something published was disturbed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from communique import build as pipeline
from communique.output import search
from communique.output.outcome import Outcome
from communique.problems import Problem
from tests.archives import add, archive, clean, files, made, signing, wire


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + 10**10)  # so that no file is too young to be trusted
    wires = {"2020-01-01-one": wire("The first title"), "2021-02-03-two": signing("Another title"), "Odd Name": "?"}
    folder = archive(tmp_path / "archive", wires, site_yml="title: Ruritania\nbase_url: https://example.org/\n")
    (folder / "content" / "static").mkdir()
    (folder / "content" / "static" / "CNAME").write_text("example.org\n")
    return folder


@pytest.fixture
def planned(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    plans: list[object] = []
    plan = pipeline.Plan
    monkeypatch.setattr(pipeline, "Plan", lambda *given, **how: plans.append(given) or plan(*given, **how))
    return plans


def told(outcome: Outcome) -> tuple[object, ...]:
    return outcome.counts, outcome.bytes, [str(problem) for problem in outcome.problems]


def test_the_second_build_plans_nothing_and_tells_the_same(folder: Path, planned: list[object]) -> None:
    first, second = made(folder), made(folder)
    assert len(planned) == 1
    assert told(second) == told(first)
    assert (second.written, second.removed, second.unchanged) == (0, 0, first.written)
    assert files(folder / "site") == clean(folder, folder.parent / "clean")


def test_after_a_release_was_added_nothing_is_planned_either(folder: Path, planned: list[object]) -> None:
    made(folder)
    add(folder, "2022-03-04-three", wire("A third title", speaker="Flavia Strakencz"))
    made(folder)
    assert made(folder).written == 0
    assert len(planned) == 2


CHANGES: dict[str, Callable[[Path], object]] = {
    "a wire": lambda folder: add(folder, "2021-02-03-two", wire("A third title")),
    "a new wire": lambda folder: add(folder, "2019-01-01-new", wire("A third title")),
    "a wire that is gone": lambda folder: (folder / "content" / "wires" / "2020-01-01-one.txt").unlink(),
    "a sidecar": lambda folder: add(folder, "2020-01-01-one", "note: New.\n", ".yml"),
    "another file": lambda folder: add(folder, "2020-01-01-one", "?", ".doc"),
    "a sidecar without a wire": lambda folder: add(
        folder, "2018-01-01-old", "withdrawn: {reason: By request., date: 2020-01-01}\n", ".yml"
    ),
    "settings": lambda folder: (folder / "content" / "site.yml").write_text("title: Graustark\n"),
    "people": lambda folder: (folder / "content" / "people.yml").write_text("- {id: r, name: Rudolf Elphberg}\n"),
    "a prose page": lambda folder: (
        archive(folder, {})
        and (folder / "content" / "pages").mkdir() is None
        and (folder / "content" / "pages" / "about.md").write_text("# About\n\nWords.\n")
    ),
    "a static file": lambda folder: (folder / "content" / "static" / "CNAME").write_text("example.net\n"),
    "the ledger": lambda folder: (folder / "content" / "ledger.tsv").write_text("address\n/releases/gone/\n"),
    "a template": lambda folder: (
        (folder / "templates").mkdir() is None
        and (folder / "templates" / "home.html").write_text(
            '{% extends "base/home.html" %}{% block title %}!{% endblock %}'
        )
    ),
    "a page that somebody removed": lambda folder: (folder / "site" / "index.html").unlink(),
    "a page that somebody changed": lambda folder: (folder / "site" / "index.html").write_text("?"),
    "a file that somebody added": lambda folder: (folder / "site" / "releases" / "x.html").write_text("?"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_seen(folder: Path, planned: list[object], change: str) -> None:
    made(folder)
    CHANGES[change](folder)
    made(folder)
    assert len(planned) == 2
    assert files(folder / "site") == clean(folder, folder.parent / "clean")


@pytest.mark.parametrize("options", [{"base_url": "https://example.net/"}, {"offline": True}, {"output": "elsewhere"}])
def test_other_options_are_another_site(folder: Path, planned: list[object], options: dict[str, object]) -> None:
    made(folder)
    if "output" in options:
        options = {"output": folder.parent / "elsewhere"}
    made(folder, **options)
    assert len(planned) == 2


def test_a_page_that_failed_is_tried_again(folder: Path, planned: list[object]) -> None:
    (folder / "templates").mkdir()
    (folder / "templates" / "home.html").write_text("{{ nothing }}")
    assert [problem.code for problem in made(folder).problems if problem.severity == "error"] == ["template-failed"]
    assert [problem.code for problem in made(folder).problems if problem.severity == "error"] == ["template-failed"]
    assert len(planned) == 2


def test_an_index_that_is_not_the_one_summed_up_is_told_of_once(
    folder: Path, planned: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt = Problem(code="no-search", severity="warning", file="site", message="It failed.", hint="Try again.")
    reports = [search.Report(), search.Report(parts={"all": "1"}, indexed=["all"], problems=[doubt])]

    def publish(site: Path, *_: object, **__: object) -> search.Report:
        (site / "pagefind" / "all").mkdir(parents=True, exist_ok=True)
        return reports.pop(0)

    monkeypatch.setattr(search, "publish", publish)
    first, second = made(folder, search=True), made(folder, search=True)
    assert [problem.code for problem in first.problems if problem.severity == "error"] == []
    assert (len(planned), reports) == (2, [])
    assert [problem.code for problem in second.problems].count("no-search") == 1
    assert second.indexed == 1
