"""The ledger, `content/ledger.tsv`: every address that was ever published, so that none of them is lost without a word.

A table of three columns: an address from the site's root; of a release, the SHA-256 of its wire's file; and, where a
person wrote one, the address to which readers are led once nothing else stands there. The build reads it, no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from communique.problems import Problem

FILE = "content/ledger.tsv"
_HEAD = "address\tsha256\tleads_to"

_ADDRESS = re.compile(r"(?!assets/|pagefind/)(?:[^\x00-\x20/\\.\x7f][^\x00-\x1f/\\\x7f]*/)+")
"""No segment begins with a dot, so no address leads out of the site; two folders at its top hold no pages."""
_SEGMENT, _LONGEST = 200, 900
"""Bytes of one segment and of an address: what file systems take."""

_OWN = frozenset(("report/index.html", "search/index.html"))
"""Pages about the site itself, which a build may leave out."""


class Line(msgspec.Struct, frozen=True, gc=False):
    """One address."""

    address: str
    """From the site's root, ending in a slash."""
    sha256: str = ""
    """Of a release: that of its wire's file, in hexadecimal."""
    leads_to: str = ""
    """Address to which readers are led, or empty."""
    number: int = 0
    """Line of the file."""


class Compared(msgspec.Struct, frozen=True):
    """A ledger compared with the pages of a site."""

    vanished: list[Line]
    unlisted: int
    """Pages that the ledger does not name."""
    problems: list[Problem]


def compare(text: str, files: Mapping[str, str]) -> Compared:
    """Return what became of the addresses of a ledger; `files` maps each file of the site to its kind."""
    listed: set[str] = set()
    vanished: list[Line] = []
    problems: list[Problem] = []
    for number, row in enumerate(text.split("\n"), 1):
        file = row.partition("\t")[0] + "index.html" if row else ""
        if file in files:
            listed.add(file)
        elif row.strip() and not (number == 1 and row.startswith("address\t")):
            line = _line(row, number)
            if isinstance(line, Problem):
                problems.append(line)
            else:
                vanished.append(line)
    unlisted = sum(1 for file in files if file not in listed and is_listed(file))
    return Compared(vanished, unlisted, problems)


def parse(text: str) -> tuple[dict[str, Line], list[Problem]]:
    """Return the lines of a ledger by address, and the problems of those that are none."""
    found: dict[str, Line] = {}
    problems: list[Problem] = []
    for line in _lines(text):
        if isinstance(line, Problem):
            problems.append(line)
        else:
            found[line.address] = _both(found.get(line.address, line), line)
    return found, problems


def written(lines: Iterable[Line]) -> str:
    """Return the text of a ledger, sorted by address, so that two people's additions can be merged."""
    rows = sorted(f"{line.address}\t{line.sha256}\t{line.leads_to}\n" for line in lines)
    return f"{_HEAD}\n{''.join(rows)}"


def address_of(file: str) -> str:
    """Return the address of a page's file."""
    return file.removesuffix("index.html")


def is_listed(file: str) -> bool:
    """Whether the address of a file belongs into the ledger: pages do, but for those about the site itself."""
    return file.endswith("/index.html") and file not in _OWN


def unlisted(count: int) -> Problem:
    """Return the note of pages that the ledger does not name yet."""
    addresses = "1 address is" if count == 1 else f"{count} addresses are"
    return Problem(
        code="unlisted-addresses",
        severity="note",
        file=FILE,
        message=f"{addresses} not in the ledger yet.",
        hint="Run 'communique ledger' when they are published, so that no later build can lose them.",
    )


def _lines(text: str) -> Iterator[Line | Problem]:
    for number, row in enumerate(text.split("\n"), 1):
        if row.strip() and not (number == 1 and row.startswith("address\t")):
            yield _line(row, number)


def _line(row: str, number: int) -> Line | Problem:
    address, sha256, leads_to, *more = [*row.rstrip("\r").split("\t"), "", ""]
    if any(more) or not all(map(_is_address, [address, leads_to] if leads_to else [address])):
        return _odd(row, number)
    return Line(address, sha256, leads_to, number)


def _is_address(text: str) -> bool:
    data = text.encode("utf-8", "replace")
    short = len(data) <= _LONGEST and all(len(segment) <= _SEGMENT for segment in data.split(b"/"))
    return short and _ADDRESS.fullmatch(text) is not None


def _both(one: Line, other: Line) -> Line:
    """Return what two lines of one address say together; the first one counts where both speak."""
    return Line(one.address, one.sha256 or other.sha256, one.leads_to or other.leads_to, one.number)


def _odd(row: str, number: int) -> Problem:
    return Problem(
        code="odd-ledger-line",
        severity="warning",
        file=FILE,
        line=number,
        column=1,
        excerpt=row.expandtabs(4)[:96],
        message="This line is not an address from the site's root with, behind tabs, a digest and another address.",
        hint="Write 'releases/ID/', a tab, the digest or nothing, a tab, an address or nothing; or remove it.",
    )
