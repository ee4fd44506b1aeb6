"""Where an export goes: what is there may be replaced or not, and is replaced only when the new one is complete."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import msgspec

from communique.dumps.bagit import strangers
from communique.dumps.formats import Format, not_ours
from communique.dumps.sqlite_schema import ABOUT
from communique.output.faults import FatalError
from communique.output.folder import MARKER
from communique.output.write import TEMPORARY, remove


def admit(output: Path, archive: Path, form: Format) -> None:
    """Raise `FatalError` where a format may not be written to a place."""
    here, ours = output.resolve(), archive.resolve()
    if here == ours or here in ours.parents:
        raise FatalError(not_ours(str(output), "The output holds the archive itself."))
    if ours / "content" in (here, *here.parents):
        raise FatalError(not_ours(str(output), "The output lies in the archive's content."))
    if any((folder / MARKER).exists() for folder in (here, *here.parents)):
        raise FatalError(not_ours(str(output), "The output lies in a built site: the next build would remove it."))
    refused = _refused_file(output) if form.output == "file" else _refused_folder(output, form)
    if refused:
        raise FatalError(not_ours(str(output), refused))
    if form.beside:
        _admit_beside(output, output.with_name(form.beside))


def _admit_beside(output: Path, beside: Path) -> None:
    """Raise `FatalError` where the second file of a format is there already and no export wrote it."""
    if beside == output:
        raise FatalError(not_ours(str(output), "This name is that of the second file that this format writes."))
    if not beside.exists():
        return
    try:
        found = msgspec.json.decode(beside.read_bytes())
    except (OSError, ValueError):
        found = None
    if not isinstance(found, dict) or found.get("about") != ABOUT:
        message = "This file belongs to something else, and the format writes one of this name beside its output."
        raise FatalError(not_ours(str(beside), message, "Choose another folder for --output."))


def _refused_file(output: Path) -> str:
    return "The output is a folder; this format is written into a file." if output.is_dir() else ""


def _refused_folder(output: Path, form: Format) -> str:
    if not output.is_dir():
        there = output.exists() or output.is_symlink()
        return "The output is no folder; this format is written into one." if there else ""
    other = sorted({entry.name for entry in output.iterdir()} - set(form.files)) or list(islice(strangers(output), 4))
    return f"The folder holds other things ({', '.join(other[:3])}{' …' if len(other) > 3 else ''})." if other else ""


@contextmanager
def replaced(output: Path) -> Iterator[Path]:
    """Yield a place beside the output, and put what is made there into the output's place when the block ends well.

    Where it does not, what was there stays. What an export left there that was killed is removed.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    made, old = (output.with_name(f"{TEMPORARY}{mark}{output.name}") for mark in ("", "old-"))
    try:
        remove(str(made))
        yield made
        if made.is_dir() and output.exists():
            remove(str(old))
            output.rename(old)
        made.replace(output)
    finally:
        shutil.rmtree(old, ignore_errors=True)
        remove(str(made))
