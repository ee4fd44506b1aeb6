"""Each line of the list of threats names a test that is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
DOCUMENT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = [line for line in DOCUMENT.splitlines() if line.startswith("| ") and not line.startswith("| what ")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:50])
def test_every_line_names_a_test_that_is_there(row: str) -> None:
    (named,) = re.findall(r"`(tests/[\w/]+\.py::\w+)` \|$", row)
    file, _, name = named.partition("::")
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_kind_of_threat_has_lines() -> None:
    assert len(ROWS) > 25
    for kind in ("wire", "sidecar", "path", "Templates", "Hosting"):
        assert re.search(rf"^## .*{kind}", DOCUMENT, re.MULTILINE), kind


def test_templates_are_called_trusted_code_where_they_are_explained() -> None:
    for file in ("docs/security.md", "docs/templates.md"):
        text = (ROOT / file).read_text(encoding="utf-8")
        assert re.search(r"templates are (?:programs|trusted code)", text, re.IGNORECASE), file
