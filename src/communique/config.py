"""`content/site.yml` → `Site`: the settings of one archive."""

from __future__ import annotations

import msgspec

from communique.problems import Problem
from communique.validation import mapping
from communique.yaml_text import load


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What the host allows; the build warns at 70 % and fails at 95 %."""

    site_bytes: int = 1_000_000_000
    """Bytes of the whole output; 0 for no limit. GitHub Pages publishes 1 GB."""


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """Settings of one archive, as in `content/site.yml`; every key is optional."""

    title: str = "Communiqué"
    tagline: str = ""
    description: str = ""
    base_url: str = ""
    """Public address with its trailing slash, or empty: then nothing that needs an absolute address is written."""
    language: str = "en"
    """Language of the interface: ISO 639 code of a message catalogue."""
    notice: str = ""
    """A sentence shown on every page, such as that all releases of an example archive are made up."""
    report_url: str = ""
    """Where readers report errors; `{id}` and `{anchor}` are filled in. Empty: no link."""
    trust_pages: bool = False
    """Whether HTML in `content/pages/*.md` is HTML. Else it is shown as text, and pages hold no script."""
    limits: Limits = Limits()


def site(text: str, file: str) -> tuple[Site, list[Problem]]:
    """Return the settings in the text of a `site.yml`; a file that is broken or set wrongly gives errors."""
    loaded, problems = load(text, file)
    settings = Site()
    if loaded is not None:
        settings, problems = mapping(Site, loaded, file)
    if settings.base_url and not settings.base_url.endswith("/"):
        settings = msgspec.structs.replace(settings, base_url=settings.base_url + "/")
    if settings.base_url and not settings.base_url.startswith(("https://", "http://")):
        problems.append(_relative_base(settings, file))
        settings = msgspec.structs.replace(settings, base_url="")
    return settings, [msgspec.structs.replace(problem, severity="error") for problem in problems]


def _relative_base(settings: Site, file: str) -> Problem:
    return Problem(
        code="wrong-base-url",
        severity="error",
        file=file,
        message=f"base_url is '{settings.base_url}', which is not a public address.",
        hint="Write it whole, such as 'https://example.org/archive/', or leave it out.",
    )
