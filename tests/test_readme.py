"""The README names every command, dialect, page type and export."""

from pathlib import Path

import pytest

from communique.cli import main
from communique.dumps.formats import FORMATS
from communique.exports.registry import EXPORTS
from communique.pages.registry import PAGES
from communique.wire.dialects import DIALECTS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_named(command: str) -> None:
    assert f"`communique {command} " in README


@pytest.mark.parametrize(
    "option", sorted({o for c in main.commands.values() for p in c.params for o in p.opts if o.startswith("--")})
)
def test_every_option_is_named(option: str) -> None:
    assert f"`{option}" in README or f"{option} " in README


@pytest.mark.parametrize("dialect", [dialect.name for dialect in DIALECTS])
def test_every_dialect_is_named(dialect: str) -> None:
    assert f"| `{dialect}` |" in README


@pytest.mark.parametrize("kind", [page.kind for page in PAGES])
def test_every_page_type_is_named(kind: str) -> None:
    assert f"`{kind}`" in README


@pytest.mark.parametrize("kind", ["record", "wire", "sitemap", "sums", *(export.kind for export in EXPORTS)])
def test_every_export_is_named(kind: str) -> None:
    assert f"| `{kind}` |" in README


@pytest.mark.parametrize("name", [form.name for form in FORMATS])
def test_every_format_of_the_whole_archive_is_named(name: str) -> None:
    assert f"| `{name}` | a " in README


def test_every_link_to_a_file_leads_somewhere() -> None:
    import re

    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_room_of_the_map_exists() -> None:
    import re

    for name in re.findall(r"^\| `(?:src/communique/)?([a-z_]+(?:\.py|/))`", README, re.MULTILINE):
        assert (ROOT / "src" / "communique" / name).exists() or (ROOT / name).exists(), name


def test_no_heading_stands_twice() -> None:
    headings = [line for line in README.splitlines() if line.startswith("#")]
    assert len(headings) == len(set(headings))
