"""Where a new archive gets the software from: where this one came from, and no password with it."""

import subprocess
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest

from communique.skeleton.requirement import Requirement, _from_origin, requirement

HTTPS = "communique @ git+https://example.org/a/b.git"


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        ({"url": "https://example.org/a/b.git", "vcs_info": {"vcs": "git", "commit_id": "ab12"}}, f"{HTTPS}@ab12"),
        ({"url": "https://u:secret@example.org/a/b.git", "vcs_info": {"vcs": "git"}}, HTTPS),
        ({"url": "https://u:secret@example.org/c.whl", "archive_info": {}}, "communique @ https://example.org/c.whl"),
        ({"url": "ssh://git@example.org/a/b.git", "vcs_info": {"vcs": "git"}}, None),
        ({"url": "file:///nowhere/at/all", "dir_info": {}}, None),
        ({"url": "file:///nowhere/at/all.whl", "archive_info": {}}, None),
    ],
)
def test_it_is_what_pip_remembers(origin: dict[str, Any], line: str | None) -> None:
    found = _from_origin(origin)
    assert (found.line if found.known else None) == line


def test_where_nobody_knows_it_is_asked_for_and_no_strangers_package_is_named() -> None:
    """The bare name may be anybody's in an index of packages."""
    lines = _from_origin({"url": "file:///nowhere/at/all", "dir_info": {}}).line.splitlines()
    assert all(line.startswith("# ") for line in lines)
    assert lines[-1].startswith("# communique @ git+https://")


@pytest.mark.parametrize(
    ("remote", "line"),
    [
        ("https://u:secret@example.org/a/b.git", HTTPS),
        ("git@example.org:a/b.git", HTTPS),
        ("ssh://git@example.org/a/b.git", HTTPS),
        ("/somewhere/on/disk", None),
    ],
)
def test_of_a_clone_it_is_the_repository_that_was_cloned(tmp_path: Path, remote: str, line: str | None) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text(f'[core]\n\tbare = false\n[remote "origin"]\n\turl = {remote}\n')
    found = _from_origin({"url": tmp_path.as_uri(), "dir_info": {"editable": True}})
    assert (found.line if found.known else None) == line


@pytest.mark.parametrize("packed", [False, True])
def test_of_a_clone_it_is_the_commit_that_the_repository_was_at(tmp_path: Path, *, packed: bool) -> None:
    """Not one that was made here and may never be sent."""

    def git(*arguments: str, at: str) -> str:
        somebody = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        command = ["git", "-C", tmp_path / at, *somebody, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    (tmp_path / "origin").mkdir()
    git("init", "-q", at="origin")
    git("commit", "-q", "--allow-empty", "-m", "One", at="origin")
    git("clone", "-q", "origin", "clone", at=".")
    git("commit", "-q", "--allow-empty", "-m", "Mine", at="clone")
    git("remote", "set-url", "origin", "https://example.org/a/b.git", at="clone")
    if packed:
        git("pack-refs", "--all", at="clone")
    found = _from_origin({"url": (tmp_path / "clone").as_uri(), "dir_info": {}})
    assert found.line == f"{HTTPS}@{git('rev-parse', 'HEAD', at='origin')}"


@pytest.mark.parametrize("head", ["ref: refs/remotes/origin/main", "ref: ../../elsewhere", "", "\x00"])
def test_a_clone_that_tells_no_commit_gives_the_repository_alone(tmp_path: Path, head: str) -> None:
    origin = tmp_path / ".git" / "refs" / "remotes" / "origin"
    origin.mkdir(parents=True)
    (tmp_path / ".git" / "config").write_text('[remote "origin"]\n\turl = https://example.org/a/b.git\n')
    (origin / "HEAD").write_text(head)
    (origin / "main").write_text("no commit")
    assert _from_origin({"url": tmp_path.as_uri(), "dir_info": {}}).line == HTTPS


def test_from_an_index_it_is_this_version(monkeypatch: pytest.MonkeyPatch) -> None:
    kind = type(distribution("communique"))
    monkeypatch.setattr(kind, "read_text", lambda *_: None)
    monkeypatch.setattr(kind, "version", "1.2.3")
    assert requirement() == Requirement("communique==1.2.3")
