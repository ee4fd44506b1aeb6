"""The publishing workflow: valid, of least rights, pinned, the same here and in a new archive; and incremental."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import workflow
from tests.archives import archive, stamps, wire

PINNED = {
    "actions/checkout": ("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1"),
    "actions/setup-python": ("5fda3b95a4ea91299a34e894583c3862153e4b97", "v7.0.0"),
    "actions/cache": ("27d5ce7f107fe9357f9df03efb73ab90386fccae", "v5.0.5"),
    "actions/configure-pages": ("45bfe0192ca1faeb007ade9deae92b16b8254a0d", "v6.0.0"),
    "actions/upload-pages-artifact": ("fc324d3547104276b827a68afc52ff2a11cc49c9", "v5.0.0"),
    "actions/deploy-pages": ("368f82528645a54fb793d4d04e342629a3f51346", "v5.0.1"),
}
"""Action → commit and the version that it is: a tag may be moved to another commit, a commit is what it is."""

BOTH = pytest.mark.parametrize("file", [workflow.OURS, workflow.TEMPLATE], ids=["ours", "template"])


@BOTH
def test_the_workflow_is_valid(file: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", file]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_ours_is_the_template_but_for_how_communique_is_installed() -> None:
    here = workflow.OURS.read_text(encoding="utf-8")
    here = here.replace("cache-dependency-path: pyproject.toml", "cache-dependency-path: requirements.txt")
    here = here.replace("pip install .", "pip install --requirement requirements.txt")
    assert here == workflow.TEMPLATE.read_text(encoding="utf-8")


def test_each_job_has_no_more_rights_than_it_needs() -> None:
    whole = workflow.read(workflow.TEMPLATE)
    assert whole["permissions"] == {}
    assert {name: job["permissions"] for name, job in whole["jobs"].items()} == {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }
    assert workflow.used(workflow.TEMPLATE, "actions/checkout")["with"]["persist-credentials"] is False
    assert whole["concurrency"] == {"group": "pages", "cancel-in-progress": False}


def test_actions_are_githubs_own_and_pinned_to_commits_that_are_told_by_version() -> None:
    jobs = workflow.read(workflow.TEMPLATE)["jobs"]
    used = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert sorted(used) == sorted(f"{action}@{commit}" for action, (commit, _) in PINNED.items())
    lines = workflow.TEMPLATE.read_text(encoding="utf-8").splitlines()
    told = {line.split("uses: ")[1] for line in lines if "uses: " in line}
    assert told == {f"{action}@{commit} # {version}" for action, (commit, version) in PINNED.items()}
    assert all(re.fullmatch("[0-9a-f]{40}", commit) for commit, _ in PINNED.values())


def test_newer_versions_are_proposed_here_and_in_a_new_archive() -> None:
    ours = workflow.ROOT / ".github" / "dependabot.yml"
    assert ours.read_bytes() == (workflow.TEMPLATE.parent / "dependabot.yml").read_bytes()
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.dependabot", ours]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_command_is_written_by_an_expression() -> None:
    """What a repository or a branch is called cannot become a part of a command."""
    commands = [step.get("run", "") for step in workflow.steps(workflow.TEMPLATE, "build")]
    assert not [command for command in commands if "${{" in command]


def test_a_site_is_checked_before_it_is_handed_on() -> None:
    steps = workflow.steps(workflow.TEMPLATE, "build")
    order = [step.get("run", step.get("uses", "")).split("@")[0] for step in steps]
    build = next(n for n, what in enumerate(order) if what.startswith("communique build"))
    check = next(n for n, what in enumerate(order) if what.startswith("communique check"))
    assert order.index("actions/cache") < build < check < order.index("actions/upload-pages-artifact")


@pytest.mark.long
def test_a_daily_run_renders_only_what_changed(tmp_path: Path) -> None:
    """A checkout gives every file a new time; the cache brings back what the last run remembered and wrote."""
    wires = {f"2021-05-{day:02d}-weir": wire(f"Weir {day}", speaker=f"Person {chr(64 + day)}x") for day in range(1, 21)}
    origin = archive(tmp_path / "origin", wires)
    runner = tmp_path / "runner" / "archive"
    shutil.copytree(origin, runner)
    workflow.run_build(runner, "https://example.org/archive")
    first = stamps(runner / "site")
    cached = workflow.used(workflow.TEMPLATE, "actions/cache")["with"]["path"].split()
    pack(runner, cached, tmp_path / "cache.tar")
    shutil.rmtree(runner)
    archive(origin, {"2021-06-01-dam": wire("Dam", speaker="Person Zx")})
    subprocess.run(["cp", "-r", origin, runner], check=True)
    subprocess.run(["tar", "-xf", tmp_path / "cache.tar", "-C", runner], check=True)
    workflow.run_build(runner, "https://example.org/archive")
    second = stamps(runner / "site")
    kept = {name for name, (mtime, _) in first.items() if name in second and second[name][0] == mtime}
    assert {f"releases/{stem}/record.json" for stem in wires} <= kept
    assert len(kept) > 3 * len(first) // 4
    assert "releases/2021-06-01-dam/index.html" in second


def pack(folder: Path, paths: list[str], to: Path) -> None:
    """Pack paths as the cache action does: POSIX tar, which keeps times to the nanosecond."""
    subprocess.run(["tar", "--posix", "-cf", to, "-C", folder, *paths], check=True)
