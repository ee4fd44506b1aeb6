"""What people edit beside wires: settings, authority files, disclaimers, prose pages. Parsed only when it changed."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from communique import authority, config
from communique.authority import Person, Region, Sentence, Source
from communique.config import Site
from communique.ingest.decode import decode
from communique.ingest.scan import leads_out
from communique.problems import Problem


class Content(msgspec.Struct, frozen=True):
    """What `content/` holds beside wires."""

    site: Site
    people: list[Person]
    regions: list[Region]
    sources: list[Source]
    sentences: tuple[tuple[str, str], ...]
    """The archive's own disclaimers as (kind, sentence)."""
    prose: list[tuple[str, str]]
    """(name, Markdown) of `content/pages/*.md`, sorted."""
    problems: list[Problem]
    remembered: bytes
    """What the next build needs so as not to parse these files again."""


class _File(msgspec.Struct, frozen=True, array_like=True):
    """One parsed file: the digest of its bytes, the packed value, its problems."""

    digest: bytes
    value: bytes
    problems: list[Problem]


_READERS: tuple[tuple[str, Callable[[str, str], tuple[Any, list[Problem]]], Any], ...] = (
    ("site.yml", config.site, Site),
    ("people.yml", authority.people, list[Person]),
    ("regions.yml", authority.regions, list[Region]),
    ("sources.yml", authority.sources, list[Source]),
    ("boilerplate.yml", authority.sentences, list[Sentence]),
)


def load(archive: Path, remembered: bytes = b"") -> Content:
    """Return the content of an archive; `remembered` is what an earlier build with the same code kept, or empty."""
    known = msgspec.msgpack.decode(remembered, type=dict[str, _File]) if remembered else {}
    kept: dict[str, _File] = {}
    values: list[Any] = []
    problems: list[Problem] = []
    for name, read, kind in _READERS:
        file = _parsed(archive, f"content/{name}", known.get(name), read)
        kept[name] = file
        values.append(msgspec.msgpack.decode(file.value, type=kind))
        problems += file.problems
    prose, wrong = _prose(archive)
    site, people, regions, sources, sentences = values
    return Content(
        site=site,
        people=people,
        regions=regions,
        sources=sources,
        sentences=tuple((sentence.kind, sentence.text) for sentence in sentences),
        prose=prose,
        problems=problems + wrong,
        remembered=msgspec.msgpack.encode(kept),
    )


def disclaimers(archive: Path) -> tuple[tuple[str, str], ...]:
    """Return the archive's own disclaimers as (kind, sentence); what is wrong with them a build says."""
    decoded = decode(_bytes(archive, "content/boilerplate.yml")[0])
    found, _ = authority.sentences(decoded.text if decoded else "", "content/boilerplate.yml")
    return tuple((sentence.kind, sentence.text) for sentence in found)


def _parsed(
    archive: Path, path: str, known: _File | None, read: Callable[[str, str], tuple[Any, list[Problem]]]
) -> _File:
    data, problems = _bytes(archive, path)
    digest = hashlib.blake2b(data, digest_size=16).digest()
    if known is not None and known.digest == digest and not problems:
        return known
    decoded = decode(data)
    if decoded is None:
        message = "This file is not a text in UTF-8."
        problems.append(
            Problem(code="binary", severity="warning", file=path, message=message, hint="Save it as UTF-8.")
        )
    value, wrong = read(decoded.text if decoded else "", path)
    return _File(digest, msgspec.msgpack.encode(value), problems + wrong)


def _bytes(archive: Path, path: str) -> tuple[bytes, list[Problem]]:
    file = archive / path
    try:
        if leads_out(file):
            return b"", [_unreadable(path, "it is a link that leads out of content/")]
        if not stat.S_ISREG(file.stat().st_mode):
            return b"", [_unreadable(path, "it is not a regular file")]
        return file.read_bytes(), []
    except FileNotFoundError:
        return b"", []
    except OSError as error:
        return b"", [_unreadable(path, error.strerror or "not readable")]


def _unreadable(path: str, why: str) -> Problem:
    message = f"This file cannot be read: {why}."
    hint = "Mend its permissions or put the file itself here; what it says does not count in this build."
    return Problem(code="unreadable", severity="warning", file=path, message=message, hint=hint)


def _prose(archive: Path) -> tuple[list[tuple[str, str]], list[Problem]]:
    folder = archive / "content" / "pages"
    found, problems = [], []
    for file in sorted(folder.glob("*.md")):
        data, wrong = _bytes(archive, f"content/pages/{file.name}")
        problems += wrong
        decoded = decode(data)
        if decoded is not None and not wrong:
            found.append((file.stem, decoded.text))
    return found, problems
