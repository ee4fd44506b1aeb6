"""A record is one line of JSON, whatever it holds, and survives the catalog."""

import json

from hypothesis import given
from hypothesis import strategies as st

from communique.records.encode import json_line, read, schema
from communique.records.meanings import FIELDS
from communique.records.model import Release


@given(st.text())
def test_a_record_is_one_line_for_every_reader_of_lines(title: str) -> None:
    line = json_line(Release(id="x", path="x.txt", sha256="0", title=title)).decode()
    assert len(line.splitlines()) == 1
    assert line.endswith("}\n")
    assert json.loads(line)["title"] == title


@given(st.text())
def test_a_packed_record_is_the_same_record(title: str) -> None:
    release = Release(id="x", path="x.txt", sha256="0", title=title, evidence={"/title": [(0, 3)]})
    assert read(json_line(release)) == release


def test_the_schema_describes_a_record() -> None:
    import jsonschema

    record = json.loads(json_line(Release(id="x", path="x.txt", sha256="0")))
    jsonschema.validate(record, json.loads(schema()))
    assert "$id" not in json.loads(schema())


def test_the_schema_says_what_every_field_means() -> None:
    parts = [part for part in json.loads(schema())["$defs"].values() if "properties" in part]
    assert len(parts) == len(FIELDS)
    assert [name for part in parts for name, field in part["properties"].items() if not field.get("description")] == []
