"""Pagefind's own files, rewritten so that equal pages give equal bytes; and an index of nothing.

Pagefind 1.5 lists filters and their values in the order of a hash table, which differs in every run; words and pages
are in order. The files are CBOR (RFC 8949) of arrays, texts and whole numbers behind a signature, compressed by gzip:

    pf_filter  [name, [[value, [page, …]], …]]
    pf_meta    [version, [[hash, words], …], [[from, to, hash], …], [[filter, hash], …],
               [[sort, [page, …]], …], [meta, …]]
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

_SIGNATURE = b"pagefind_dcd"
_UNSIGNED, _TEXT, _ARRAY = 0, 3, 4
_ENTRY = "pagefind-entry.json"
_FILTERS, _SORTS, _METAS = 3, 4, 5


def settle(folder: Path) -> str:
    """Rewrite the index in a folder so that it is a function of its pages; return its short digest.

    Raises ValueError where a file is not as Pagefind 1.5 writes it; the index is then as it was.
    """
    entry, code, language = _entry(folder)
    old = folder / f"pagefind.{language['hash']}.pf_meta"
    meta = unpack(old.read_bytes())
    filters = []
    settled: list[tuple[Path, Path, bytes]] = []
    for name, digest in meta[_FILTERS]:
        path = folder / "filter" / f"{digest}.pf_filter"
        title, values = unpack(path.read_bytes())
        data = pack([title, sorted([value, sorted(pages)] for value, pages in values)])
        new = f"{code}_{_digest(data)}"
        filters.append([name, new])
        settled.append((path, path.with_stem(new), data))
    meta[_FILTERS], meta[_SORTS], meta[_METAS] = sorted(filters), sorted(meta[_SORTS]), sorted(meta[_METAS])
    data = pack(meta)
    language["hash"] = f"{code}_{_digest(data)}"
    settled.append((old, folder / f"pagefind.{language['hash']}.pf_meta", data))
    for path, new_path, data in settled:
        path.unlink()
        new_path.write_bytes(data)
    (folder / _ENTRY).write_bytes(msgspec.json.encode(entry, order="sorted"))
    return str(language["hash"])


def empty(folder: Path) -> str:
    """Turn the index in a folder into one of no pages, into which shards are merged; return the name of its program."""
    entry, code, language = _entry(folder)
    version = unpack((folder / f"pagefind.{language['hash']}.pf_meta").read_bytes())[0]
    language |= {"hash": f"{code}_none", "page_count": 0}
    (folder / f"pagefind.{code}_none.pf_meta").write_bytes(pack([version, [], [], [], [], []]))
    (folder / _ENTRY).write_bytes(msgspec.json.encode(entry, order="sorted"))
    return f"wasm.{language['wasm'] or 'unknown'}.pagefind"


def pack(value: Any) -> bytes:
    """Return a value of arrays, texts and whole numbers as the bytes of a Pagefind file."""
    out = bytearray(_SIGNATURE)
    _encode(value, out)
    packer = zlib.compressobj(9, wbits=31)  # gzip, without a time
    return packer.compress(bytes(out)) + packer.flush()


def unpack(data: bytes) -> Any:
    """Return what the bytes of a Pagefind file hold; ValueError where they are no such file."""
    try:
        raw = zlib.decompress(data, wbits=31)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not raw.startswith(_SIGNATURE):
        raise ValueError("no Pagefind file")
    value, end = _decode(raw, len(_SIGNATURE))
    if end != len(raw):
        raise ValueError("more than one value")
    return value


def _entry(folder: Path) -> tuple[dict[str, Any], str, dict[str, Any]]:
    entry = msgspec.json.decode((folder / _ENTRY).read_bytes())
    if len(entry["languages"]) != 1:
        raise ValueError("not one language")
    code, language = next(iter(entry["languages"].items()))
    return entry, code, language


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=5).hexdigest()


def _encode(value: str | int | Sequence[Any], out: bytearray) -> None:
    if isinstance(value, int):
        _head(_UNSIGNED, value, out)
    elif isinstance(value, str):
        data = value.encode()
        _head(_TEXT, len(data), out)
        out += data
    else:
        _head(_ARRAY, len(value), out)
        for item in value:
            _encode(item, out)


def _head(kind: int, number: int, out: bytearray) -> None:
    if number < 24:
        out.append(kind << 5 | number)
        return
    size = next(n for n in range(4) if number < 1 << (8 << n))
    out.append(kind << 5 | 24 + size)
    out += number.to_bytes(1 << size, "big")


def _decode(raw: bytes, at: int) -> tuple[Any, int]:
    try:
        kind, number = raw[at] >> 5, raw[at] & 31
    except IndexError as error:
        raise ValueError("cut short") from error
    at += 1
    if 24 <= number <= 27:
        size = 1 << (number - 24)
        number, at = int.from_bytes(raw[at : at + size], "big"), at + size
    elif number > 27:
        raise ValueError(f"length {number}")
    if kind == _UNSIGNED:
        return number, at
    if kind == _TEXT:
        return raw[at : at + number].decode(), at + number
    if kind != _ARRAY:
        raise ValueError(f"kind {kind}")
    items = []
    for _ in range(number):
        item, at = _decode(raw, at)
        items.append(item)
    return items, at
