"""Files that are published as they are: the theme's assets and the archive's own `content/static/`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from communique.ingest.scan import leads_out, shown, stamp, walk
from communique.listing.model import Page
from communique.problems import Problem

_RENDERED = ".j2"


def assets(folders: Sequence[Path]) -> Iterator[Page]:
    """Yield the assets of the theme; of two with one path that of the first folder counts."""
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        found |= {name: folder / "assets" / name for name, _ in walk(folder / "assets")}
    for name, file in sorted(found.items()):
        yield Page(f"assets/{name.removesuffix(_RENDERED)}", "asset", file.read_bytes(), public=False)


def static(archive: Path, taken: Collection[str], folders: Collection[str], problems: list[Problem]) -> Iterator[Page]:
    """Yield the archive's own files; one in the place of a planned page is a problem. What is taken grows meanwhile."""
    for name, info in walk(archive / "content" / "static"):
        if shown(name) != name:
            problems.append(_unreadable_name(shown(name)))
            continue
        if leads_out(archive / "content" / "static" / name):
            problems.append(_elsewhere(name))
            continue
        if name[0] == "." or "/." in name:
            problems.append(_hidden(name))
        parents = {name[:n] for n, c in enumerate(name) if c == "/"}
        if name in taken or name in folders or not parents.isdisjoint(taken):
            problems.append(_in_the_way(name))
        else:
            yield Page(name, "static", stamp(info), public=False)


def _unreadable_name(name: str) -> Problem:
    file = f"content/static/{name}"
    message = "The name of this file is not UTF-8; it is not published."
    return Problem(code="static-name", severity="warning", file=file, message=message, hint="Rename the file.")


def _in_the_way(name: str) -> Problem:
    return Problem(
        code="static-in-the-way",
        severity="warning",
        file=f"content/static/{name}",
        message="The site has a page at this address; the file is not published.",
        hint="Rename the file.",
    )


def _elsewhere(name: str) -> Problem:
    return Problem(
        code="unreadable",
        severity="warning",
        file=f"content/static/{name}",
        message="This is a link that leads out of content/; what it leads to is not published.",
        hint="Put the file itself here, or remove the link.",
    )


def _hidden(name: str) -> Problem:
    return Problem(
        code="hidden-file",
        severity="warning",
        file=f"content/static/{name}",
        message="This name begins with a dot: the file is in the site, but GitHub Pages does not publish it.",
        hint="Rename it, remove it, or publish elsewhere.",
    )
