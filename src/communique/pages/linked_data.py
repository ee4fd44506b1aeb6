"""A release as JSON-LD in the terms of schema.org, for search engines and for tools. What is unknown is left out.

Turns are named by their address, not by their text, so that the page does not hold it twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from communique.pages.issuer import issuer
from communique.pages.markup import Markup
from communique.pages.transcript.body import Group, Voice
from communique.records.model import Release

_AUTHORS = {"government": "GovernmentOrganization", "body": "Organization"}


def linked(
    release: Release, groups: Sequence[Group], voices: Sequence[Voice], *, title: str, address: str, root: str
) -> Markup:
    """Return the release as JSON-LD: a news article, whose turns are quotations; see `view` for the arguments."""
    source = release.source and {"@type": _AUTHORS[issuer(release.source)], "name": release.source}
    translator = {"@type": "Organization", "name": release.agency} if release.translation and release.agency else None
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "genre": "Press release",
        "url": address,
        "inLanguage": release.language,
        "datePublished": release.date,
        "dateline": release.dateline,
        "author": source,
        "publisher": source,
        "translator": translator,
        "translationOfWork": _original(release) if release.translation else None,
        "isBasedOn": None if release.translation else release.url,
        "contentLocation": release.region_printed and {"@type": "Place", "name": release.region_printed},
        "creativeWorkStatus": "Incomplete" if release.partial else None,
        "mentions": _mentions(release, groups, voices, root),
        "hasPart": _quotations(groups, voices),
        "isPartOf": {"@type": "Dataset", "@id": f"{root}data/"},
    }
    encoded = msgspec.json.encode({key: value for key, value in article.items() if value}).decode()
    return Markup(encoded.replace("<", "\\u003c"))


def _original(release: Release) -> dict[str, Any] | None:
    found = {"inLanguage": release.translated_from, "url": release.url}
    known = {key: value for key, value in found.items() if value}
    return {"@type": "CreativeWork", **known} if known else None


def _quotations(groups: Sequence[Group], voices: Sequence[Voice]) -> list[dict[str, Any]]:
    """Return the turns of each speaker; one who is nobody in particular (Question) created nothing."""
    persons = {voice.name for voice in voices if voice.href}
    turns: dict[str, list[str]] = {}
    for _, at, name, _, _, _ in groups:
        if at >= 0:
            turns.setdefault(name, []).append(f"#c{at}")
    return [
        {"@type": "Quotation", "url": hrefs} | ({"creator": _person(name)} if name in persons else {})
        for name, hrefs in turns.items()
    ]


def _mentions(release: Release, groups: Sequence[Group], voices: Sequence[Voice], root: str) -> list[dict[str, str]]:
    """Return who is quoted without a turn, and who takes part without speaking."""
    spoke = {name for _, at, name, _, _, _ in groups if at >= 0}
    quoted = [_person(voice.name, root + voice.href) for voice in voices if voice.href and voice.name not in spoke]
    return [*quoted, *[_person(one.name) for one in release.participants]]


def _person(name: str, url: str = "") -> dict[str, str]:
    return {"@type": "Person", "name": name, "url": url} if url else {"@type": "Person", "name": name}
