"""One environment for all pages: the archive's files win, shared parts are rendered once, all values are escaped."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from communique.output import theme
from communique.pages.markup import Markup, printed


def folders(tmp_path: Path, own: dict[str, str], default: dict[str, str]) -> list[Path]:
    for folder, files in (("own", own), ("default", default)):
        for name, content in files.items():
            file = tmp_path / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
    return [tmp_path / "own", tmp_path / "default"]


def test_the_archives_template_wins_and_may_extend_the_default(tmp_path: Path) -> None:
    own = {"release.html": '{% extends "base/release.html" %}{% block b %}[{{ super() }}]{% endblock %}'}
    default = {"release.html": "{% block b %}default{% endblock %}", "home.html": "home"}
    made = theme.environment(folders(tmp_path, own, default), "en", values={})
    assert made.get_template("release.html").render() == "[default]"
    assert made.get_template("home.html").render() == "home"


def test_the_archives_layout_serves_default_pages(tmp_path: Path) -> None:
    own = {"layout.html": "mine: {% block main %}{% endblock %}"}
    default = {"layout.html": "x", "home.html": '{% extends "layout.html" %}{% block main %}home{% endblock %}'}
    made = theme.environment(folders(tmp_path, own, default), "en", values={})
    assert made.get_template("home.html").render() == "mine: home"


def test_values_are_escaped_and_nothing_undefined_is_printed(tmp_path: Path) -> None:
    made = theme.environment(folders(tmp_path, {}, {"a.html": "{{ x }}|{{ y }}"}), "en", values={})
    page = made.get_template("a.html")
    assert page.render(x="<b>{{ 7*7 }}", y=Markup("<i>")) == "&lt;b&gt;{{ 7*7 }}|<i>"
    with pytest.raises(UndefinedError):
        page.render(x=1)


@pytest.mark.parametrize(("value", "shown"), [("a&b", "a&amp;b"), (7, "7"), (None, "None"), (Markup("<p>"), "<p>")])
def test_printed_escapes_all_but_markup(value: object, shown: str) -> None:
    assert printed(value) == shown


def test_once_renders_its_body_once_for_each_key(tmp_path: Path) -> None:
    calls: list[str] = []
    source = "{% once root, kind %}{{ note(root) }}<b>{{ kind }}</b>{% endonce %}"
    made = theme.environment(
        folders(tmp_path, {}, {"a.html": source}), "en", values={"note": lambda x: calls.append(x) or ""}
    )
    page = made.get_template("a.html")
    shown = [page.render(root=root, kind="<k>") for root in ("a", "a", "b")]
    assert shown == ["<b>&lt;k&gt;</b>"] * 3
    assert calls == ["a", "b"]


def test_assets_of_the_archive_win_and_templates_among_them_are_rendered(tmp_path: Path) -> None:
    own = {"assets/site.css": "mine"}
    default = {"assets/site.css": "default", "assets/a/x.js.j2": "const words = {{ _('Regions')|tojson }};"}
    where = folders(tmp_path, own, default)
    made = theme.environment(where, "ru", values={})
    found = dict(theme.assets(where, lambda name: made.get_template(name).render().encode()))
    assert list(found) == ["a/x.js", "site.css"]
    assert found["site.css"] == b"mine"
    assert b"\\u0420" in found["a/x.js"]


def test_compiled_templates_are_kept_apart_for_each_language(tmp_path: Path) -> None:
    where = folders(tmp_path, {}, {"a.html": '{{ _("Regions") }}'})
    shown = [
        theme.environment(where, language, values={}, cache=tmp_path).get_template("a.html").render()
        for language in ("en", "ru", "en")
    ]
    assert shown == ["Regions", "Регионы", "Regions"]


def test_terms_are_read_once_and_misspelt_ones_fail(tmp_path: Path) -> None:
    where = folders(
        tmp_path,
        {},
        {
            "terms.html": '{% set kinds = {"plan": _("plan")} %}',
            "a.html": "{{ terms.kinds.plan }}",
            "b.html": "{{ terms.knids.plan }}",
        },
    )
    made = theme.environment(where, "ru", values={})
    assert made.get_template("a.html").render() == "план"
    with pytest.raises(UndefinedError):
        made.get_template("b.html").render()
