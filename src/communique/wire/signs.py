"""The signs of a family that one release shows, from its head and foot."""

from __future__ import annotations

from communique.patterns import lazy_regex
from communique.text import Span
from communique.wire.foot import Foot
from communique.wire.head import Head

_CYRILLIC = lazy_regex("[\u0400-\u04ff]")

_FIELDS = {
    "sponsor": "sponsor",
    "region": "region",
    "government": "statements",
    "source": "source",
    "source_inner": "inner-source",
    "topic": "topic",
    "dateline": "dateline",
}
_FOOT = {
    "translation": "translation-note",
    "raw-content": "raw-note",
    "legal": "legal-note",
    "closing": "closing",
    "link": "link",
    "dot": "dot",
}


def signs_of(head: Head, foot: Foot, reading: str, part: Span) -> set[str]:
    """Return the names of the signs, as `dialects.py` weighs them."""
    fields = head.fields
    signs = {sign for field, sign in _FIELDS.items() if field in fields}
    signs |= {_FOOT[kind] for kind in foot.kinds if kind in _FOOT}
    signs |= {kind for _, kind in head.cuts if kind in {"pointer", "notice"}}
    signs.add("titled" if head.titled else "untitled")
    if "sponsor" not in fields:
        signs.add("unsponsored")
    if head.anchor == "head":
        signs |= _head_signs(head, reading)
    else:
        signs |= {"no-head"}
        signs.discard("untitled")
        if head.anchor == "sponsor" or "sponsor" in fields:
            signs.add("untitled")
    if ("date" in fields and head.anchor != "head") or any(kind == "date" for _, kind in head.cuts):
        signs.add("dated")
    if _CYRILLIC.search(reading, part[0], part[0] + 60):
        signs.add("cyrillic")
    return signs


def _head_signs(head: Head, reading: str) -> set[str]:
    start, end = head.fields["translation"][0]
    word = reading[start:end].lower()
    signs = {"agency-head" if head.agency_in_head else "bare-head"}
    if word == "перевод":
        signs.add("russian-head")
    elif word != "translation":
        signs.add("misspelt")
    if head.prefixed:
        signs.add("prefixed")
    dated = head.fields.get("date")
    if dated and reading.find("\n", start, dated[0][0]) == -1:
        signs.add("posted")
    return signs
