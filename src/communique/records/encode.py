"""Records ↔ bytes: one JSON line, as published and as the catalog keeps it."""

from __future__ import annotations

import msgspec

from communique.patterns import lazy_regex
from communique.records.meanings import FIELDS
from communique.records.model import Release

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Release).decode

_CONTROLS = lazy_regex(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]")
"""DEL, the C1 controls with U+0085, U+2028 and U+2029 in UTF-8: legal in JSON, but line ends to some readers."""


def json_line(release: Release) -> bytes:
    r"""Return the record as one line of JSON in UTF-8, ending in `\n`; no other line end or control stands in it."""
    data = _encode(release)
    if b"\x7f" in data or b"\xc2" in data or b"\xe2\x80\xa8" in data or b"\xe2\x80\xa9" in data:
        data = _CONTROLS.sub(lambda match: b"\\u%04x" % ord(match[0].decode()), data)
    return data + b"\n"


def read(line: bytes) -> Release:
    """Return the record that `json_line` wrote; raises `msgspec.DecodeError` for anything else."""
    return _decode(line)


def schema(address: str = "") -> bytes:
    """Return the JSON Schema of one record, indented, ending in a newline; its id is the address of this version."""
    known = {"$id": address} if address else {}
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **known, **msgspec.json.schema(Release)}
    for name, meanings in FIELDS.items():
        fields = made["$defs"][name]["properties"]
        fields |= {field: {"description": meanings[field], **fields[field]} for field in fields}
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"
