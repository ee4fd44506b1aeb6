"""The publishing workflow, as data and as steps that can be done on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
OURS = ROOT / ".github" / "workflows" / "pages.yml"
TEMPLATE = ROOT / "src" / "communique" / "skeleton" / "pages.yml"
BASE_URL = "${{ steps.pages.outputs.base_url }}"


def read(file: Path) -> dict[str, Any]:
    """Return a workflow; its key `on`, which YAML takes for a yes, is named so again."""
    loaded = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in loaded.items()}


def steps(file: Path, job: str) -> list[dict[str, Any]]:
    """Return the steps of a job."""
    found: list[dict[str, Any]] = read(file)["jobs"][job]["steps"]
    return found


def used(file: Path, action: str) -> dict[str, Any]:
    """Return the step that uses an action."""
    (step,) = [s for j in read(file)["jobs"].values() for s in j["steps"] if s.get("uses", "").startswith(f"{action}@")]
    return step


def run_build(archive: Path, base_url: str) -> list[str]:
    """Do what the build job runs after it has installed; return the commands that were run."""
    ran = []
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for step in steps(TEMPLATE, "build"):
        if "run" not in step or step.get("name") == "Install":
            continue
        given = {name: value.replace(BASE_URL, base_url) for name, value in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=archive,
            env={**os.environ, "PATH": path, **given},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{step['run']}\n{done.stdout}{done.stderr}"
        ran.append(step["run"])
    return ran


def upload(site: Path, to: Path) -> None:
    """Pack a site as `upload-pages-artifact` does, without hidden files, and unpack it where it is served."""
    to.mkdir(parents=True)
    packed = to.with_suffix(".tar")
    command = ["tar", "--dereference", "--hard-dereference", "-cf", packed, "-C", site, "--exclude=.[^/]*", "."]
    subprocess.run(command, check=True)
    subprocess.run(["tar", "-xf", packed, "-C", to], check=True)
