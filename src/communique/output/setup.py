"""What a worker must know to render any page: constant within a build, sent with every shard, made ready once."""

from __future__ import annotations

import msgspec

from communique.config import Site


class Setup(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of one build as its workers see them."""

    archive: str
    output: str
    templates: list[str]
    """Template folders, the archive's own first."""
    cache: str
    """Folder of compiled templates; empty for none."""
    site: Site
    nav: list[tuple[str, str, str]]
    """(key, href, label)."""
    prose: list[tuple[str, str]]
    """(href, title)."""
    home: str
    search: str
    method: str
    report: str
    data: str
    compare: bool
    """Whether files may be there already, so that an equal one is left as it is."""
    dry: bool
    """Whether nothing is written: `communique check`."""
    look: bytes = b""
    """Digest of code, settings and templates: another look needs another worker."""

    def fingerprint(self) -> bytes:
        """Return what pages depend on, packed; where they are written is left out."""
        site = msgspec.structs.replace(self.site, limits=Site().limits)
        return _pack((site, self.nav, self.prose, self.home, self.search, self.method, self.report, self.data))


def pack(setup: Setup) -> bytes:
    """Return the setup as bytes for a worker."""
    return _pack(setup)


def unpack(data: bytes) -> Setup:
    """Return the setup that `pack` packed."""
    return msgspec.msgpack.decode(data, type=Setup)


_pack = msgspec.msgpack.Encoder().encode
