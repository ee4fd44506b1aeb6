"""Messages are put into templates while they are compiled; dates and numbers follow the language."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.exceptions import TemplateAssertionError

from communique.output import formats, messages

COUNTED = "{% trans num=n %}{{ num }} release{% pluralize %}{{ num }} releases{% endtrans %}"


def rendered(source: str, language: str = "en", **values: object) -> str:
    made = Environment(loader=DictLoader({"page": source}), autoescape=True, undefined=StrictUndefined)
    messages.install(made, language)
    return made.get_template("page").render(**values)


def test_a_constant_is_translated() -> None:
    assert rendered('<p>{{ _("Regions") }}</p>', "ru") == "<p>Регионы</p>"
    assert rendered("{% set x = {'k': _('Regions')} %}{{ x.k }}", "ru") == "Регионы"


def test_a_constant_becomes_part_of_the_compiled_template() -> None:
    made = Environment(autoescape=True)
    messages.install(made, "ru")
    assert "<p>Регионы</p>" in made.compile('<p>{{ _("Regions") }}</p>', raw=True)


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "0 сообщений"), (1, "1 сообщение"), (3, "3 сообщения"), (21, "21 сообщение")]
)
def test_russian_counts_in_three_forms(count: int, shown: str) -> None:
    assert rendered(COUNTED, "ru", n=count) == shown


@pytest.mark.parametrize(("count", "shown"), [(0, "0 releases"), (1, "1 release"), (1200, "1,200 releases")])
def test_english_counts_in_two_forms(count: int, shown: str) -> None:
    assert rendered(COUNTED, n=count) == shown


def test_variables_are_escaped_and_the_message_is_not() -> None:
    source = "{% trans name=who %}Words of <b>{{ name }}</b>, 100 %{% endtrans %}"
    assert rendered(source, who="<i>") == "Words of <b>&lt;i&gt;</b>, 100 %"


def test_an_unknown_language_is_english() -> None:
    assert rendered('{{ _("Regions") }} {{ "2021-04-28"|date }}', "tlh") == "Regions 28 April 2021"


def test_a_message_that_names_an_unknown_variable_fails_when_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {(None, "By %(name)s"): ("By %(other)s",)}
    monkeypatch.setattr(messages, "catalogue", lambda _: wrong)
    with pytest.raises(TemplateAssertionError, match="other"):
        rendered("{% trans name=who %}By {{ name }}{% endtrans %}", who="x")


def test_languages_and_their_fingerprints_differ() -> None:
    assert {"en", "ru"} <= set(messages.languages())
    assert messages.fingerprint("en") != messages.fingerprint("ru")
    assert messages.fingerprint("tlh").startswith("tlh-")


@pytest.mark.parametrize(
    ("language", "name", "value", "shown"),
    [
        ("en", "date", "2021-04-08", "8 April 2021"),
        ("en-US", "date", "2021-04-08", "April 8, 2021"),
        ("ru", "date", "2021-04-08", "8 апреля 2021\u202fг."),
        ("en", "day", "2021-04-08", "8 Apr 2021"),
        ("en", "period", "2021-04", "April 2021"),
        ("en", "period", "2021", "2021"),
        ("en", "month", "2021-04", "Apr"),
        ("en", "number", 12345, "12,345"),
        ("ru", "number", 12345, "12\xa0345"),
        ("en", "territory", "KZ", "Kazakhstan"),
        ("en", "territory", "QQ", "QQ"),
        ("ru", "language_name", "fr", "французский"),
    ],
)
def test_dates_numbers_and_names_follow_cldr(language: str, name: str, value: object, shown: str) -> None:
    assert formats.filters(language)[name](value).replace("\xa0г", "\u202fг") == shown


def test_templates_compiled_by_another_version_of_this_code_are_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = messages.fingerprint("en")
    changed = tmp_path / "messages.py"
    changed.write_bytes(Path(messages.__file__).read_bytes() + b"\n")
    monkeypatch.setattr(messages, "__file__", str(changed))
    monkeypatch.setattr(messages, "_file", lambda _: Path(formats.__file__))
    with_another = messages.fingerprint("en")
    monkeypatch.undo()
    monkeypatch.setattr(messages, "_file", lambda _: Path(formats.__file__))
    assert len({before, with_another, messages.fingerprint("en")}) == 3
