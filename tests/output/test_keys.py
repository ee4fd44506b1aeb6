"""What invalidates pages: a template counts with all it extends, includes and imports."""

from __future__ import annotations

from pathlib import Path

from communique.output.keys import code, templates


def keys(folder: Path) -> dict[str, bytes]:
    return templates([folder])


def test_a_template_depends_on_what_it_names_and_on_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "layout.html").write_text("layout")
    (tmp_path / "macros.html").write_text("macros")
    (tmp_path / "a.html").write_text("{% extends 'layout.html' %}{%- from \"macros.html\" import x %}")
    (tmp_path / "b.html").write_text("b")
    before = keys(tmp_path)
    (tmp_path / "macros.html").write_text("other macros")
    after = keys(tmp_path)
    assert {name for name in after if before[name] != after[name]} == {
        *("macros.html", "a.html", "base/macros.html", "base/a.html")
    }


def test_a_computed_name_may_be_any_template(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{% include which %}")
    (tmp_path / "b.html").write_text("b")
    before = keys(tmp_path)
    (tmp_path / "b.html").write_text("c")
    assert keys(tmp_path)["a.html"] != before["a.html"]


def test_an_own_template_wins_and_may_extend_the_default_one(tmp_path: Path) -> None:
    own, default = tmp_path / "own", tmp_path / "default"
    own.mkdir()
    default.mkdir()
    (default / "a.html").write_text("default")
    (own / "a.html").write_text("{% extends 'base/a.html' %}")
    before = templates([own, default])
    (default / "a.html").write_text("changed")
    after = templates([own, default])
    assert before["a.html"] != after["a.html"]


def test_the_key_of_the_code_is_steady() -> None:
    assert code() == code()
