"""`communique explain` as a user runs it."""

from pathlib import Path

from click.testing import CliRunner

from communique.cli import main


def test_explain_shows_segments_labels_and_facts(wire: Path) -> None:
    result = CliRunner().invoke(main, ["explain", str(wire)])
    assert result.exit_code == 0
    for words in ("read as A", "head", "Anna Rudolf", "/region_printed", "“Ruritania”"):
        assert words in result.stdout
