"""One page of each type, as the example archive has it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

_FOUND: dict[str, Callable[[Path], Path]] = {
    "home": lambda site: site / "index.html",
    "dialogue": lambda site: max(site.glob("releases/*/index.html"), key=lambda file: file.read_text().count("turn s")),
    "prose": lambda site: site / "releases" / "letter-to-the-harbour-workers" / "index.html",
    "regions": lambda site: site / "regions" / "index.html",
    "region": lambda site: _largest(site, "regions/*/index.html"),
    "people": lambda site: site / "people" / "index.html",
    "person": lambda site: _largest(site, "people/*/index.html"),
    "sources": lambda site: site / "sources" / "index.html",
    "source": lambda site: _largest(site, "sources/*/index.html"),
    "documents": lambda site: site / "documents" / "index.html",
    "dates": lambda site: site / "dates" / "index.html",
    "bucket": lambda site: _largest(site, "dates/*/index.html"),
    "about": lambda site: site / "about" / "index.html",
    "report": lambda site: site / "report" / "index.html",
    "data": lambda site: site / "data" / "index.html",
    "404": lambda site: site / "404.html",
}

KINDS = (*_FOUND, "search")


def path(site: Path, kind: str) -> str:
    """Return the address of a page of a type below the site's root."""
    if kind == "search":
        return "search/?q=agreement"
    file = _FOUND[kind](site)
    if not file.is_file():
        pytest.fail(f"The example archive has no page of the type {kind}: {file}")
    return file.relative_to(site).as_posix().removesuffix("index.html")


def _largest(site: Path, pattern: str) -> Path:
    return max(site.glob(pattern), key=lambda file: file.stat().st_size, default=site / pattern)
