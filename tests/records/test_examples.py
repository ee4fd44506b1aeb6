"""Golden pairs, one folder a dialect: a wire and the record it must give. A dialect without a pair fails.

A golden that is missing is written and the test fails until a person has read it and committed it; `git diff` shows
what a change of the parser does to the others once they are deleted and written again.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from communique.ingest.decode import decode
from communique.records.assemble import Origin, read
from communique.records.encode import json_line
from communique.wire.dialects import DIALECTS

FOLDER = Path(__file__).parent.parent / "examples"
WIRES = sorted(FOLDER.glob("*/*.txt"))


def golden(wire: Path) -> str:
    """Return the records of a wire as JSON for people: one value a line, spans of a value on its line."""
    found, _ = read(decode(wire.read_bytes()).text, Origin(stem=wire.stem, path=wire.name, sha256="…"))
    lines = []
    for record in found:
        for key, value in json.loads(json_line(record)).items():
            if isinstance(value, dict):
                lines += [f"{key} {pointer} {json.dumps(spans)}" for pointer, spans in value.items()]
            elif isinstance(value, list) and value:
                lines += [f"{key} {json.dumps(item, ensure_ascii=False)}" for item in value]
            else:
                lines.append(f"{key} {json.dumps(value, ensure_ascii=False)}")
        lines.append("")
    return "\n".join(lines)


@pytest.mark.parametrize("wire", WIRES, ids=lambda w: f"{w.parent.name}/{w.stem}")
def test_a_wire_gives_its_golden_record(wire: Path) -> None:
    file = wire.with_suffix(".golden")
    if not file.exists():
        file.write_text(golden(wire), encoding="utf-8")
        pytest.fail(f"{file.name} was missing and has been written: read it, then commit it")
    assert golden(wire) == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("dialect", [dialect.name for dialect in DIALECTS])
def test_every_dialect_has_a_golden_pair(dialect: str) -> None:
    pairs = [wire for wire in WIRES if wire.parent.name == dialect]
    assert pairs, f"tests/examples/{dialect}/ holds no pair"
    assert all(f'dialect "{dialect}"' in golden(wire) for wire in pairs)
