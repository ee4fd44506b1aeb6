"""The house stays as drawn: import directions, no cycles, sizes, one owner for each library."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "communique"
MODULES = sorted(SOURCE.rglob("*.py"))

RANKS = (
    {"text", "problems", "patterns"},
    {"yaml_text", "validation", "config", "authority"},
    {"wire"},
    {"records"},
    {"explain", "catalog"},
    {"urls"},
    {"ledger", "listing"},
    {"pages", "exports"},
    {"ingest", "output"},
    {"planning", "accession", "opened", "skeleton"},
    {"build"},
    {"audit", "dumps", "library", "query"},
    {"cli", "__main__"},
)
"""Rooms from the ground up; a module imports only from its own rank or below."""

OWNERS = {
    "jinja2": "output",
    "markdown": "output",
    "nh3": "output",
    "markupsafe": "pages output",
    "yaml": "yaml_text",
    "slugify": "urls",
    "click": "cli",
    "rich": "cli",
    "pagefind": "output",
    "babel": "output",
    "distributed": "output",
    "watchfiles": "cli",
    "sqlite3": "catalog dumps",
    "pyarrow": "dumps",
}
"""Library → the only room that imports it; markup is made in pages and in the theme."""

SHELL = {
    "ingest",
    "output",
    "planning",
    "accession",
    "opened",
    "skeleton",
    "build",
    "audit",
    "dumps",
    "library",
    "cli",
    "catalog",
    "__main__",
}
"""Rooms that may read, write or ask the clock."""


def room(module: Path) -> str:
    return module.relative_to(SOURCE).parts[0].removesuffix(".py")


def rank(name: str) -> int:
    return next(n for n, names in enumerate(RANKS) if name in names)


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


@cache
def imports(module: Path) -> tuple[str, ...]:
    return tuple(_imports(module))


def _imports(module: Path) -> Iterator[str]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inner(module: Path) -> set[str]:
    return {name.split(".")[1] for name in imports(module) if name.startswith("communique.")}


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_imports_point_down(module: Path) -> None:
    if module == SOURCE / "__init__.py":
        return
    above = {name for name in inner(module) if rank(name) > rank(room(module))}
    assert not above, f"{module.name} imports from above: {above}"


@pytest.mark.parametrize(("one", "other"), [("pages", "exports"), ("exports", "pages")])
def test_pages_and_exports_never_import_each_other(one: str, other: str) -> None:
    assert not [m for m in MODULES if room(m) == one and other in inner(m)]


@pytest.mark.parametrize("library", OWNERS)
def test_a_library_has_one_owner(library: str) -> None:
    users = {room(m) for m in MODULES if any(name.split(".")[0] == library for name in imports(m))}
    assert users <= set(OWNERS[library].split())


@pytest.mark.parametrize(
    "module", [m for m in MODULES if room(m) not in SHELL], ids=lambda m: str(m.relative_to(SOURCE))
)
def test_the_core_does_no_input_or_output(module: Path) -> None:
    shell = {"os", "sys", "time", "random", "subprocess", "socket", "pathlib", "shutil", "tempfile"}
    assert not shell & {name.split(".")[0] for name in imports(module)}
    calls = [n.func.id for n in ast.walk(tree(module)) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    assert not {"open", "print", "input", "exit"} & set(calls)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_modules_and_functions_stay_small(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 300
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.body[0].lineno + 1 <= 60, f"{module.name}:{node.lineno} {node.name}"


def test_there_are_no_rooms_without_a_subject() -> None:
    assert not [m for m in MODULES if m.stem in {"utils", "helpers", "common", "misc"}]


def test_package_files_hold_no_logic() -> None:
    for module in SOURCE.rglob("__init__.py"):
        kinds = {type(node) for node in tree(module).body}
        assert kinds <= {ast.Expr, ast.ImportFrom, ast.Assign, ast.AnnAssign} or module.parent == SOURCE, module


def test_there_are_no_import_cycles() -> None:
    names = {".".join(m.relative_to(SOURCE.parent).with_suffix("").parts): m for m in MODULES}
    graph = {name: {i for i in imports(path) if i in names} for name, path in names.items()}
    while leaves := [name for name, uses in graph.items() if not uses & graph.keys()]:
        for name in leaves:
            del graph[name]
    assert not graph, f"cycle among {sorted(graph)}"
