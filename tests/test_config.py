"""Settings are typed; what is wrong is named with its line."""

from communique.config import Site, site


def test_every_key_is_optional() -> None:
    assert site("", "site.yml") == (Site(), [])


def test_values_are_read() -> None:
    settings, problems = site("title: T\nbase_url: https://example.org/a\nlimits: {site_bytes: 0}\n", "site.yml")
    assert not problems
    assert (settings.title, settings.base_url, settings.limits.site_bytes) == ("T", "https://example.org/a/", 0)


def test_an_unknown_key_gets_a_suggestion_and_is_an_error() -> None:
    settings, problems = site("title: T\nbase_ulr: x\n", "site.yml")
    assert settings.title == "T"
    [problem] = problems
    assert (problem.severity, problem.line, problem.hint) == ("error", 2, "Did you mean 'base_url'?")


def test_a_wrong_type_keeps_the_default() -> None:
    settings, [problem] = site("limits: {site_bytes: lots}\n", "site.yml")
    assert settings.limits.site_bytes == 1_000_000_000
    assert problem.message == "'site_bytes': expected a whole number, got text."


def test_a_list_is_no_settings_file() -> None:
    assert site("- a\n", "site.yml")[1][0].code == "not-a-mapping"


def test_a_base_url_must_be_whole() -> None:
    settings, [problem] = site("base_url: /archive\n", "site.yml")
    assert settings.base_url == ""
    assert problem.code == "wrong-base-url"
