"""What pages depend on beside their own inputs: code, settings, and the template with all it extends or includes."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from communique.exports.registry import EXPORTS
from communique.output.setup import Setup
from communique.pages.registry import PAGES

TEMPLATES = {one.kind: one.template for one in (*PAGES, *EXPORTS) if one.template}
"""Kind → template."""

_PACKAGE = Path(__file__).parent.parent
_LIBRARIES = (
    "babel",
    "jinja2",
    "markdown",
    "markupsafe",
    "msgspec",
    "nh3",
    "python_slugify",
    "text_unidecode",
    "pyyaml",
)
_REFERENCE = re.compile(r"\{%-?\+?\s*(?:extends|include|import|from)\s+(?:[\"']([^\"']+)[\"'])?")
_ALWAYS = "terms.html"
"""Read by every template, as a global."""


def code() -> bytes:
    """Return a digest of this package and of the versions of the libraries whose output it writes."""
    made = hashlib.blake2b(digest_size=16)
    for file in sorted(_files(_PACKAGE)):
        made.update(file.encode() + b"\0")
        with open(file, "rb", buffering=0) as stream:
            made.update(stream.readall())
    made.update(repr((sys.version_info[:2], _versions())).encode())
    return made.digest()


def of_kinds(code: bytes, setup: Setup) -> dict[str, bytes]:
    """Return kind → what its pages depend on beside their own inputs."""
    closures = templates([Path(folder) for folder in setup.templates])
    shared = kind_key(code, setup.fingerprint())
    found = {kind: kind_key(shared, kind.encode(), closures.get(name, b"")) for kind, name in TEMPLATES.items()}
    return {
        **found,
        "asset": shared,
        "schema": code,
        "static": b"",
        "bytes": b"",
        "month": code,
        "sums": code,
        "search-sums": code,
    }


def templates(folders: Sequence[Path]) -> dict[str, bytes]:
    """Return name → digest of each template, with everything that it extends, includes or imports."""
    texts: dict[str, str] = {}
    for folder in folders:
        for file in sorted(folder.glob("*.*")):
            if file.is_file():
                texts.setdefault(file.name, file.read_text(encoding="utf-8", errors="replace"))
                if folder == folders[-1]:
                    texts[f"base/{file.name}"] = file.read_text(encoding="utf-8", errors="replace")
    return {name: _closure(name, texts) for name in texts}


def default_templates() -> Path:
    """Return the folder of the default theme: in the package, or beside the sources."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent.parent / "templates"


def compiled(fallback: Path) -> Path | None:
    """Return the folder of compiled templates: beside the default theme, as Python keeps its own bytecode, or another.

    One theme serves many archives, and compiling it takes longer than a small build. None where neither is there.
    """
    folder = default_templates() / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        folder = fallback
    if os.access(folder, os.W_OK):
        return folder
    return fallback if fallback.is_dir() else None


def kind_key(*parts: bytes) -> bytes:
    """Return the digest that stands for parts, each as a whole."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "little") + part)
    return made.digest()


def _closure(name: str, texts: dict[str, str]) -> bytes:
    seen: set[str] = set()
    todo = [name, _ALWAYS]
    while todo:
        one = todo.pop()
        if one in seen or one not in texts:
            continue
        seen.add(one)
        named = _REFERENCE.findall(texts[one])
        todo += texts if "" in named else named  # a name that is computed may be any
    return kind_key(*[f"{one}\0{texts[one]}".encode() for one in sorted(seen)])


def _files(folder: Path | str) -> list[str]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name not in {"__pycache__", "templates"}:
                found += _files(entry.path)
            elif entry.name.endswith((".py", ".po")):
                found.append(entry.path)
    return found


def _versions() -> list[str]:
    import msgspec

    installed = os.listdir(Path(msgspec.__file__).parent.parent)
    return sorted(name for name in installed if name.endswith(".dist-info") and name.lower().startswith(_LIBRARIES))
