"""The bytes of one file → the bytes of each wire in it. Joined, the pieces are the file."""

from __future__ import annotations

from communique.ingest.decode import Decoded, decode
from communique.wire.segment import Sentences, layouts

_MARKS = {"utf-8-sig": b"\xef\xbb\xbf"}


def pieces(data: bytes, sentences: Sentences = ()) -> list[bytes]:
    """Return the wires in a file's bytes, in order; the file whole where a piece alone would be read in another way.

    So is a file in UTF-16, where only the first piece could hold the byte order mark, and one that is no text at all.
    """
    decoded = decode(data)
    if decoded is None:
        return [data]
    parts = [decoded.text[layout.start : layout.end] for layout in layouts(decoded.text, sentences)]
    if len(parts) < 2:
        return [data]
    made = _encoded(parts, decoded)
    if b"".join(made) != data or [_text(piece) for piece in made] != parts:
        return [data]
    return made


def _encoded(parts: list[str], decoded: Decoded) -> list[bytes]:
    encoding = "utf-8" if decoded.encoding in _MARKS else decoded.encoding
    first, *others = [part.encode(encoding) for part in parts]
    return [_MARKS.get(decoded.encoding, b"") + first, *others]


def _text(piece: bytes) -> str | None:
    decoded = decode(piece)
    return decoded.text if decoded else None
