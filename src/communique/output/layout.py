"""What every page of a build shares: settings, navigation, prose pages in the footer; and the workers' setup."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import msgspec

from communique.config import Site
from communique.listing.whole import Prose
from communique.output.keys import default_templates
from communique.output.prose import title
from communique.output.setup import Setup
from communique.problems import Problem
from communique.urls import Urls, is_id

RESERVED = frozenset(
    (
        "assets",
        "data",
        "dates",
        "documents",
        "feeds",
        "pagefind",
        "people",
        "regions",
        "releases",
        "report",
        "search",
        "sums",
        "sources",
    )
)
"""Names of folders that a prose page cannot have."""

_SECTIONS = (
    ("dates", "Releases"),
    ("regions", "Regions"),
    ("people", "People"),
    ("documents", "Documents"),
    ("sources", "Sources"),
)
"""The navigation, before the page `about` where there is one. Templates print the labels in their language."""


def site(given: Site, base_url: str | None) -> Site:
    """Return the settings with the public address of the command line, if it gives one."""
    if base_url is None:
        return given
    whole = base_url if not base_url or base_url.endswith("/") else f"{base_url}/"
    return msgspec.structs.replace(given, base_url=whole)


def base_path(base_url: str) -> str:
    """Return the path of the site's root on its host, such as `/archive/`."""
    return urlsplit(base_url).path or "/"


def prose(pages: Sequence[tuple[str, str]]) -> tuple[list[Prose], list[Problem]]:
    """Return the prose pages of (name, Markdown), and the problems of those whose name cannot be an address."""
    found, problems = [], []
    for name, markdown in pages:
        if is_id(name) and name not in RESERVED:
            found.append(Prose(name, title(markdown, name), markdown))
        else:
            problems.append(_bad_name(name))
    return found, problems


def templates(archive: Path) -> list[Path]:
    """Return the template folders, the archive's own first."""
    own = archive / "templates"
    default = default_templates()
    return [own, default] if own.is_dir() and own.resolve() != default.resolve() else [default]


class Given(Protocol):
    """What an archive gives its pages."""

    @property
    def folder(self) -> Path: ...  # noqa: D102
    @property
    def templates(self) -> Sequence[Path]: ...  # noqa: D102
    @property
    def site(self) -> Site: ...  # noqa: D102
    @property
    def prose(self) -> Sequence[Prose]: ...  # noqa: D102
    @property
    def urls(self) -> Urls: ...  # noqa: D102
    @property
    def search(self) -> bool: ...  # noqa: D102


def setup(given: Given, output: Path, cache: Path | None) -> Setup:
    """Return the setup of a build's workers, writing into any folder; see `Setup.compare` and `dry`."""
    site, pages, urls = given.site, given.prose, given.urls
    names = {page.name for page in pages}
    nav = [(key, urls.section(key), label) for key, label in _SECTIONS]
    if "about" in names:
        nav.append(("about", urls.section("about"), "About"))
    return Setup(
        archive=str(given.folder),
        output=str(output),
        templates=[str(folder) for folder in given.templates],
        cache=str(cache) if cache else "",
        site=site,
        nav=nav,
        prose=[(urls.section(page.name), page.title) for page in pages],
        home=urls.index,
        search=urls.section("search") if given.search else "",
        method=urls.section("method") if "method" in names else "",
        report=urls.section("report"),
        data=urls.section("data"),
        compare=True,
        dry=False,
    )


def _bad_name(name: str) -> Problem:
    return Problem(
        code="bad-page-name",
        severity="warning",
        file=f"content/pages/{name}.md",
        message=f"A page cannot have the address '{name}/'; it is not published.",
        hint="Rename the file: a-z, 0-9 and hyphens, and no name that the site itself uses.",
    )
