"""The program as a whole: what every command owes its user."""

import subprocess
import sys
from importlib.metadata import version

import pytest
from click.testing import CliRunner

from communique.cli import main


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 5


def test_the_list_of_commands_is_whole_and_begins_where_one_begins() -> None:
    said = CliRunner().invoke(main, ["--help"]).stdout
    assert "..." not in said.partition("Commands:")[2]
    assert said.index("  new ") < said.index("  add ") < said.index("  build ") < said.index("  explain ")


def test_where_there_is_no_archive_a_build_counts_nothing() -> None:
    result = CliRunner().invoke(main, ["build", "nowhere"])
    assert (result.stdout, result.exit_code) == ("", 1)
    assert "communique new DIR" in result.stderr


def test_a_missing_file_is_wrong_usage() -> None:
    assert CliRunner().invoke(main, ["parse", "nowhere.txt"]).exit_code == 2


def test_the_package_runs_as_a_module_under_its_own_name() -> None:
    said = subprocess.run([sys.executable, "-m", "communique", "--version"], capture_output=True, check=True, text=True)
    assert said.stdout == f"communique, version {version('communique')}\n"


def test_no_command_loads_what_it_does_not_need() -> None:
    heavy = ("jinja2", "yaml", "rich", "babel", "sqlite3", "communique.wire", "communique.output")
    code = f"import sys, communique.cli; print([name for name in {heavy} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert said.stdout == "[]\n"


@pytest.mark.parametrize(("shell", "word"), [("bash", "1"), ("zsh", "1"), ("fish", "l")])
def test_a_shell_completes_commands(shell: str, word: str) -> None:
    given = {"_COMMUNIQUE_COMPLETE": f"{shell}_complete", "COMP_WORDS": "communique l", "COMP_CWORD": word}
    said = CliRunner().invoke(main, prog_name="communique", env=given).stdout
    assert "ledger" in said
    assert "explain" not in said
