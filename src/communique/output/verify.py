"""A published site against its checksums, and each record in it against the text of its wire."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

import msgspec

from communique.exports import sums
from communique.output.copies import Copy
from communique.problems import Problem
from communique.records.model import Release
from communique.records.proof import disagreements

Progress = Callable[[str, int, int], None]

_record = msgspec.json.Decoder(Release)


class Verified(msgspec.Struct):
    """What was checked, and what is wrong."""

    files: int = 0
    """Files that are listed."""
    records: int = 0
    """Records that were compared with the text beside them."""
    whole: int = 0
    """Of these, the ones whose text is the wire's file byte for byte."""
    problems: list[Problem] = []

    def summary(self) -> str:
        """Return one line for people."""
        parts = f"{self.records} records compared with their wires, {self.whole} of these with the wire's own bytes"
        return f"{self.files} files checked, {len(self.problems)} problems; {parts}"


def verify(copy: Copy, progress: Progress | None = None) -> Verified:
    """Check every file that `SHA256SUMS` and the lists it names list, and each record against its wire.

    Files are read one at a time. Raises OSError where a file can neither be read nor be said to be missing.
    """
    found = Verified(problems=[])
    root = copy.read(sums.ROOT)
    if root is None:
        found.problems.append(_problem("no-checksums", sums.ROOT, "There is no list of checksums here.", _NO_LIST))
        return found
    todo = sums.parse(root.decode("utf-8", "replace"))
    listed = {sums.ROOT}
    wires: dict[str, bytes] = {}
    while todo:
        name, digest = todo.pop()
        if name in listed:
            continue
        listed.add(name)
        data = copy.read(name)
        found.files += 1
        if progress is not None:
            progress("verify", found.files, found.files + len(todo))
        if data is None:
            found.problems.append(_problem("missing-file", name, "This file is listed and is not there.", _DIFFERS))
        elif hashlib.sha256(data).hexdigest() != digest:
            found.problems.append(
                _problem("changed-file", name, "This file is not the one that was published.", _DIFFERS)
            )
        elif name.startswith(f"{sums.FOLDER}/"):
            todo += sums.parse(data.decode("utf-8", "replace"))
        elif name.endswith(("/record.json", "/wire.txt")):
            found.problems += _compared(name, data, wires, found)
    found.problems += [_extra(name) for name in copy.names() if name not in listed]
    return found


def _compared(name: str, data: bytes, seen: dict[str, bytes], found: Verified) -> Iterator[Problem]:
    """Yield what a record and its wire disagree in, once both have been read; `seen` holds the one that came first."""
    folder, _, _ = name.rpartition("/")
    other = seen.pop(folder, None)
    if other is None:
        seen[folder] = data
        return
    record, wire = (data, other) if name.endswith("/record.json") else (other, data)
    try:
        read, text = _record.decode(record), wire.decode()
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield _problem("broken-record", name, f"The record or its text cannot be read: {error}.", _DIFFERS)
        return
    found.records += 1
    found.whole += hashlib.sha256(wire).hexdigest() == read.sha256
    pointers = disagreements(read, text)
    if pointers:
        message = f"The record does not agree with the text beside it in {', '.join(pointers[:5])}."
        yield _problem("record-disagrees", f"{folder}/record.json", message, "Build again from the wires.")


_NO_LIST = "Give the folder or address of a whole site, as `communique build` wrote it."
_DIFFERS = "Take the file from another copy, or build again from the wires."


def _problem(code: str, file: str, message: str, hint: str) -> Problem:
    return Problem(code=code, severity="error", file=file, message=message, hint=hint)


def _extra(name: str) -> Problem:
    message = "This file was not published with the rest: no list names it."
    return Problem(
        code="unlisted-file", severity="warning", file=name, message=message, hint="Remove it, or ignore it."
    )
