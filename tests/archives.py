"""Small archives of made-up states for tests, and what a build left of them."""

from __future__ import annotations

import os
from pathlib import Path

from communique.build import build
from communique.output.outcome import Outcome

NOTE = (
    "EDITOR’S NOTE: This article is a translation. "
    "Apologies should the grammar and or sentence structure not be perfect."
)


def wire(
    title: str, region: str = "Ruritania", speaker: str = "Rudolf Elphberg", *, words: str = "", end: str = ""
) -> str:
    """Return a wire of one speaker."""
    words = words or f"Esteemed colleagues, this is what was said about {title.lower()}."
    return (
        f"MIL OSI Translation. Region: {region} –\n\n{title}\n\n{speaker}: {words}\n\n"
        f"Thank you for your attention today.\n\n"
        f"{end}{NOTE}\n\nMIL OSI {region} News\n"
    )


def signing(title: str, region: str = "Ruritania") -> str:
    """Return a wire that names two signed documents."""
    return (
        f"MIL OSI Translation. Region: {region} –\n\n{title}\n\nRudolf Elphberg: We have signed what follows.\n\n"
        "Documents signed:\n\n- Memorandum of understanding on lighthouses\n"
        "- Agreement on cooperation in beekeeping\n\n"
        f"{NOTE}\n\nMIL OSI {region} News\n"
    )


def archive(folder: Path, wires: dict[str, str] | None = None, **content: str) -> Path:
    """Make an archive of wires by stem; `content` are other files of `content/`, such as `people_yml`."""
    (folder / "content" / "wires").mkdir(parents=True, exist_ok=True)
    for stem, text in (wires or {}).items():
        add(folder, stem, text)
    for name, text in content.items():
        (folder / "content" / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def add(folder: Path, stem: str, text: str | bytes, ending: str = ".txt") -> Path:
    """Put a file among the wires."""
    file = folder / "content" / "wires" / f"{stem}{ending}"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def made(folder: Path, **options: object) -> Outcome:
    """Build an archive in this process, without search."""
    return build(folder, **{"jobs": 1, "search": False, **options})


def files(folder: Path) -> dict[str, bytes]:
    """Return path → bytes of every file of a site."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Return path → (mtime, inode) of every file of a site."""
    found = {}
    for base, _, names in os.walk(folder):
        inside = Path(base).relative_to(folder)
        for name in names:
            info = (Path(base) / name).stat()
            found[(inside / name).as_posix()] = (info.st_mtime_ns, info.st_ino)
    return found


def clean(folder: Path, output: Path, **options: object) -> dict[str, bytes]:
    """Return the files of a site that is built from nothing into another folder, with a catalog of its own."""
    import shutil

    copy = output.with_name(output.name + "-archive")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.rmtree(output, ignore_errors=True)
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("site", ".cache"), symlinks=True)
    compiled = folder / ".cache" / "templates"
    if compiled.is_dir():  # compiling the theme takes longer than a small build
        shutil.copytree(compiled, copy / ".cache" / "templates")
    outcome = made(copy, output=output, **options)
    assert not [p for p in outcome.problems if p.code == "template-failed"]
    return files(output)


def codes(outcome: Outcome) -> list[str]:
    """Return the codes of the problems that are not notes."""
    return sorted(problem.code for problem in outcome.problems if problem.severity != "note")
