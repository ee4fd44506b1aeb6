"""A bag's payload described as an RO-Crate 1.2: `ro-crate-metadata.json` (w3id.org/ro/crate/1.2). Pure."""

from __future__ import annotations

from typing import Any

import msgspec

from communique.config import Site

RECORDS, SCHEMA = "records.ndjson", "record.schema.json"
_RIGHTS = (
    "The wires are their sources' and translators'; what is known of their rights stands in each record ('rights') and "
    "in content/sources.yml. Where nothing stands, nothing is known."
)
_PARTS = (
    ("content/", "Dataset", "Wires and sidecars", "The wires' own bytes, what archivists added, and authority files."),
    ("site/", "Dataset", "Site", "The archive as a static site whose links work from disk: open site/index.html."),
    (RECORDS, "File", "Records", "One JSON object a line for each release, with the evidence for every value."),
    (SCHEMA, "File", "Schema", "JSON Schema of a record."),
)
_ENCODINGS = {RECORDS: "application/x-ndjson", SCHEMA: "application/schema+json"}


class Described(msgspec.Struct, frozen=True, kw_only=True):
    """What is told of an archive as a whole."""

    site: Site
    version: str
    """Of Communiqué."""
    releases: int
    published: str
    """ISO day."""
    first: str
    last: str
    """First and last day of issue; empty where no release has one."""
    sizes: dict[str, int]
    """Path → bytes of the files that are described one by one."""


def metadata(about: Described) -> bytes:
    """Return `ro-crate-metadata.json`: indented JSON in UTF-8 that ends in a newline."""
    found = {
        "@context": "https://w3id.org/ro/crate/1.2/context",
        "@graph": [_descriptor(), _root(about), *[_part(*part, about.sizes) for part in _PARTS], *_made(about)],
    }
    return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"


def _descriptor() -> dict[str, Any]:
    return {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.2"},
    }


def _root(about: Described) -> dict[str, Any]:
    site = about.site
    words = site.description or site.tagline or "An archive of translated government press releases."
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": site.title,
        "description": f"{words.rstrip('.')}. {about.releases} release{'s' if about.releases != 1 else ''}.",
        "datePublished": about.published,
        "license": _RIGHTS,
        **({"url": site.base_url} if site.base_url else {}),
        **({"temporalCoverage": f"{about.first}/{about.last}"} if about.first else {}),
        "hasPart": [{"@id": path} for path, *_ in _PARTS],
        "mentions": {"@id": "#export"},
    }


def _part(path: str, kind: str, name: str, description: str, sizes: dict[str, int]) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": path, "@type": kind, "name": name, "description": description}
    if path in sizes:
        found |= {"contentSize": str(sizes[path]), "encodingFormat": _ENCODINGS[path]}
    return found


def _made(about: Described) -> list[dict[str, Any]]:
    """Return how the crate came to be."""
    return [
        {
            "@id": "#export",
            "@type": "CreateAction",
            "name": "Export of the archive",
            "instrument": {"@id": "#communique"},
            "object": {"@id": "content/"},
            "result": [{"@id": "site/"}, {"@id": RECORDS}],
        },
        {
            "@id": "#communique",
            "@type": "SoftwareApplication",
            "name": "Communiqué",
            "softwareVersion": about.version,
        },
    ]
