"""The faster code of templates prints what Jinja's own prints, or raises so that Jinja's own decides."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jinja2 import Environment, UndefinedError

from communique.output import theme
from communique.output.printing import Printer
from communique.pages.markup import Markup
from tests.archives import files, made
from tests.output.test_theme import folders

EXAMPLES = Path(__file__).parents[2] / "examples" / "archive"


class Ref(msgspec.Struct, frozen=True):
    name: str
    n: int = 0
    refs: list[Any] = []


VALUES: dict[str, Any] = {
    "a": "<a&b>",
    "n": 7,
    "none": None,
    "html": Markup("<i>"),
    "empty": "",
    "ref": Ref("R&D", 3, [Ref("x"), Ref("<y>", 1)]),
    "pairs": [("k", 1), ("<k>", 2)],
    "words": {"k": "in <words>"},
}


def environments(tmp_path: Path, templates: dict[str, str]) -> list[Environment]:
    where = folders(tmp_path, {}, templates)
    return [theme.environment(where, "en", values={"site": Ref("<site>")}, fast=fast) for fast in (False, True)]


@pytest.mark.parametrize(
    "source",
    [
        "{{ a }}|{{ n }}|{{ none }}|{{ html }}|{{ 1.5 }}|{{ a ~ html }}|{{ a|upper }}",
        "{{ ref.name }}{{ ref.refs[1].name }}{{ words['k'] }}{{ pairs[0][1] }}",
        "{% if empty %}yes{% else %}no{% if n %} {{ n }}{% endif %}{% endif %}{% if empty %}{% endif %}",
        "{% for key, value in pairs %}{{ key }}={{ value }}{{ site.name }};{% else %}none{% endfor %}",
        "{% for one in ref.refs %}{% for key, _ in pairs %}{{ one.n }}{{ key }}{{ a }}{% endfor %}{{ a }}{% endfor %}",
        "{% for one in ref.refs %}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{% for one in ref.refs %}{% set a = one.name %}{{ a }}{% endfor %}{{ a }}",
        "{% set a = 1 %}{% for one in ref.refs if one.n %}{{ a }}{{ one.name }}{% endfor %}",
        "{% macro m(x, y=2) %}<{{ x }}{% if y %}{{ y }}{% endif %}>{% endmacro %}{{ m(a) }}{{ m(html, none) }}",
        "{% trans num=n %}{{ num }} page{% pluralize %}{{ num }} pages{% endtrans %}",
        "{% set kept %}{{ a }}{% endset %}{{ kept }}{% filter upper %}{{ a }}{% endfilter %}",
        "{% once a, n %}{{ n }}{{ a }}{% endonce %}",
        "{{ undefined_name is defined }}{{ a if n else '' }}{{ '' if n > 7 else a }}",
        "{% set s = namespace(n=1) %}{% for _ in pairs %}{% set s.n = s.n + 1 %}{% endfor %}{{ s.n }}",
    ],
)
def test_it_prints_what_jinja_prints(tmp_path: Path, source: str) -> None:
    careful, fast = (made.from_string(source).render(VALUES) for made in environments(tmp_path, {}))
    assert fast == careful


def test_blocks_and_what_they_inherit_are_the_same(tmp_path: Path) -> None:
    templates = {
        "parent.html": "<{% block head %}{{ a }}{% endblock %}{% block body %}{% endblock %}>{{ self.head() }}",
        "child.html": '{% extends "parent.html" %}{% block body %}{{ n }}{% if n %}{{ a }}{% endif %}{% endblock %}'
        "{% block head %}[{{ super() }}]{% endblock %}",
    }
    careful, fast = environments(tmp_path, templates)
    assert fast.get_template("child.html").render(VALUES) == careful.get_template("child.html").render(VALUES)
    assert list(
        fast.get_template("child.html").blocks["body"](fast.get_template("child.html").new_context(VALUES))
    ) == ["7&lt;a&amp;b&gt;"]


@pytest.mark.parametrize(
    "source", ["{{ nothing }}", "{{ ref.nothing }}", "{{ words.k }}", "{% for x in no %}{% endfor %}"]
)
def test_it_raises_where_names_are_not_what_they_nearly_always_are(tmp_path: Path, source: str) -> None:
    _, fast = environments(tmp_path, {})
    with pytest.raises((AttributeError, LookupError, UndefinedError)):
        fast.from_string(source).render(VALUES)


def test_the_themes_own_templates_need_no_other_code_and_print_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "archive"
    shutil.copytree(EXAMPLES / "content", folder / "content")
    built = theme.environment
    monkeypatch.setattr(Printer, "careful", property(lambda printer: pytest.fail(f"fell back: {printer._failed}")))
    assert not [problem for problem in made(folder, output=tmp_path / "fast").problems if problem.severity == "error"]
    monkeypatch.setattr(theme, "environment", lambda *given, **named: built(*given, **named | {"fast": False}))
    made(folder, output=tmp_path / "careful", clean=True)
    assert files(tmp_path / "fast") == files(tmp_path / "careful")
