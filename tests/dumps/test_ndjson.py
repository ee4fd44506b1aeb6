"""Every line of the NDJSON is a record as the published JSON Schema has it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from communique.records.encode import schema


def test_every_line_fits_the_schema(outputs: Path) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema()))
    lines = (outputs / "all.ndjson").read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    for line in lines:
        validator.validate(json.loads(line))
        assert line.isprintable() or not any(ord(c) < 32 or ord(c) in {0x7F, 0x85, 0x2028, 0x2029} for c in line)
