"""`communique parse` as a user runs it: what goes to which stream, exit status, no traceback."""

import json
from pathlib import Path

from click.testing import CliRunner

from communique.cli import main


def test_parse_prints_one_line_of_json_a_release(wire: Path) -> None:
    result = CliRunner().invoke(main, ["parse", str(wire)])
    assert result.exit_code == 0
    record = json.loads(result.stdout)
    assert (record["id"], record["path"], record["date"]) == ("2021-04-29-talks", "2021-04-29-talks.txt", "2021-04-29")
    assert result.stdout.count("\n") == 1
    assert result.stderr == ""


def test_parse_applies_a_sidecar_and_says_what_is_wrong_with_it(wire: Path) -> None:
    wire.with_suffix(".yml").write_text("title: Talks\nurll: x\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["parse", str(wire)])
    assert json.loads(result.stdout)["title"] == "Talks"
    assert "2021-04-29-talks.yml:2:1: warning unknown-key" in result.stderr
    assert "hint: Did you mean 'url'?" in result.stderr
    assert result.exit_code == 0


def test_parse_of_a_binary_file_prints_no_record_but_a_remedy(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_bytes(b"\x00\xff\x80PNG")
    result = CliRunner().invoke(main, ["parse", str(file)])
    assert result.stdout == ""
    assert "x.txt: warning binary" in result.stderr


def test_parse_says_what_is_doubtful_about_a_record(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text("Nothing that a wire would print.\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["parse", str(file)])
    assert "x.txt:1:1: warning unknown-wire" in result.stderr
    assert "unknown-wire" in [problem["code"] for problem in json.loads(result.stdout)["problems"]]
    assert result.exit_code == 0
