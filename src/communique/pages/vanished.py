"""Addresses that were published once and where nothing stands now: each leads on, or has a page that says so."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from communique.authority import Alias
from communique.ledger import FILE, Line
from communique.listing.model import Page, Ref
from communique.listing.section import Section
from communique.pages import gone, redirect
from communique.problems import Problem
from communique.records.model import Withdrawn
from communique.urls import Urls, file_of, name_id

_LISTINGS = {"dates": 1, "documents": 1, "regions": 2, "people": 2, "sources": 2}
"""Section → segments of the address of the page to which its calendar pages belong."""


class Heirs:
    """Where the readers of a lost address are led: to what took its place without doubt."""

    def __init__(self, files: Container[str], sections: tuple[Section, ...]) -> None:
        self._files = files
        self._sections = {section.name: section for section in sections}
        self._entries: dict[str, dict[str, str]] = {}

    def find(self, line: Line) -> str:
        """Return the address that took the place of another, or an empty text."""
        if line.leads_to:
            return line.leads_to if self._is_there(line.leads_to) else ""
        section, *rest = line.address.rstrip("/").split("/")
        if section == "releases":
            stem, dot, _ = rest[0].partition(".") if rest else ("", "", "")
            return self._nearest(["releases", stem], 2) if dot else ""
        if section not in _LISTINGS:
            return ""
        if rest and section in self._sections:
            rest[0] = self._entry(section).get(rest[0], rest[0])
        return self._nearest([section, *rest], _LISTINGS[section])

    def _nearest(self, parts: list[str], least: int) -> str:
        """Return the address of the nearest page above that is there, of at least so many segments."""
        ways = ("/".join(parts[:n]) + "/" for n in range(len(parts), least - 1, -1))
        return next(filter(self._is_there, ways), "")

    def _is_there(self, address: str) -> bool:
        return f"{address}index.html" in self._files

    def _entry(self, section: str) -> dict[str, str]:
        """Return the id that a name had before an authority file claimed it → the entry that claimed it."""
        if section not in self._entries:
            entries = self._sections[section].entries.values()
            names = {
                name_id(form.name if isinstance(form, Alias) else form): entry.id
                for entry in entries
                for form in (entry.name, *entry.aliases)
            }
            self._entries[section] = names
        return self._entries[section]


def plan(
    vanished: list[Line],
    withdrawn: Mapping[str, Withdrawn],
    files: Container[str],
    heirs: Heirs,
    urls: Urls,
) -> Iterator[Page | Problem]:
    """Yield a page for each lost address, and a problem where nobody has said what became of it.

    `withdrawn` names releases by id whose wires were taken out and whose sidecars say so; `files` are those of the site
    so far.
    """
    digests = {line.address: line.sha256 for line in vanished}
    for release, why in sorted(withdrawn.items()):
        address = f"releases/{release}/"
        if file_of(address) not in files:
            yield gone.page(gone.Lost(release, digests.get(address, ""), why), address)
    for line in vanished:
        release = line.address.split("/")[1] if line.address.startswith("releases/") else ""
        if release in withdrawn:
            continue
        if _blocked(line.address, files):
            yield _in_the_way(line)
        elif heir := heirs.find(line):
            yield redirect.at(line.address, Ref(heir, heir, heir + urls.index))
        else:
            yield gone.page(gone.Lost(release or line.address, line.sha256, None), line.address)
            yield _unknown_target(line) if line.leads_to else _vanished(line, release)


def _blocked(address: str, files: Container[str]) -> bool:
    """Whether a file stands where the address needs a folder."""
    return any(address[:n] in files for n, c in enumerate(address) if c == "/")


def _vanished(line: Line, release: str) -> Problem:
    if release:
        hint = (
            f"Put the wire back; or, if it has another name now, write 'was: [{release}]' into its sidecar; or "
            f"'withdrawn: {{reason: …}}' into '{release}.yml'."
        )
    else:
        hint = "Write into the third column of this line where its readers are to be led, such as 'people/'."
    message = f"'{line.address}' was published, and nothing stands there now; a page says so."
    return _problem(line, "vanished-address", message, hint)


def _unknown_target(line: Line) -> Problem:
    message = (
        f"'{line.address}' leads to '{line.leads_to}', which is no page of this site; a page says that it is gone."
    )
    return _problem(line, "unknown-target", message, "Name an address of this site in the third column.")


def _in_the_way(line: Line) -> Problem:
    message = f"'{line.address}' was published, and a file of content/static/ stands where its folder was."
    return _problem(line, "vanished-address", message, "Rename that file.")


def _problem(line: Line, code: str, message: str, hint: str) -> Problem:
    return Problem(code=code, severity="warning", file=FILE, line=line.number, column=1, message=message, hint=hint)
