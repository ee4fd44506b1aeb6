"""YAML text → plain data that remembers its lines. The owner of PyYAML.

Dates stay strings (`2021-04-29`, as printed), so that an archivist need not quote them.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from communique.problems import Problem

Path = tuple[str | int, ...]
Place = tuple[int, int]


@cache
def _loader() -> Any:
    """Return the safe loader class without timestamps; C where present; imported only when YAML is read."""
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    resolvers = {
        first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:timestamp"]
        for first, rules in base.yaml_implicit_resolvers.items()
    }
    return type("_Loader", (base,), {"yaml_implicit_resolvers": resolvers})


class Loaded(msgspec.Struct, frozen=True):
    """The data of one YAML text and the place (line and column from 1) of every key and item."""

    data: Any
    places: dict[Path, Place]


def load(text: str, file: str) -> tuple[Loaded | None, list[Problem]]:
    """Return the data of a YAML text; or None and one problem that names file, line and remedy."""
    import yaml

    try:
        node, data = _construct(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return None, [_broken(error, file)]
    places: dict[Path, Place] = {}
    _note_places(node, (), places, depth=0)
    return Loaded(data, places), []


def dump(data: dict[str, Any]) -> str:
    """Return a mapping of plain values as YAML, one key a line in the order given; `load` reads it back."""
    import yaml

    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)


def dump_entry(data: dict[str, Any]) -> str:
    """Return an entry of an authority file as YAML, its lists each on one line; `load` reads a list of one back."""
    import yaml

    return yaml.safe_dump([data], allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=None)


def _construct(text: str) -> tuple[Any, Any]:
    """Return the node tree, which knows lines, and the data made of it; raises `yaml.YAMLError` or ValueError."""
    loader = _loader()(text)
    try:
        node = loader.get_single_node()
        _refuse_aliases(node)
        return node, None if node is None else loader.construct_document(node)
    finally:
        loader.dispose()


def _refuse_aliases(root: Any) -> None:
    """Raise where a list or mapping stands in several places: ten lines of aliases can say more than memory holds."""
    from yaml.constructor import ConstructorError

    seen: set[int] = set()
    todo = [root]
    while todo:
        node = todo.pop()
        if node is None or node.id == "scalar":
            continue
        if id(node) in seen:
            raise ConstructorError(None, None, "an alias stands for a list or mapping; write it out", node.start_mark)
        seen.add(id(node))
        todo += node.value if node.id == "sequence" else [one for pair in node.value for one in pair]


def _note_places(node: Any, path: Path, places: dict[Path, Place], depth: int) -> None:
    if node is None or depth > 8:
        return
    places.setdefault(path, (node.start_mark.line + 1, node.start_mark.column + 1))
    if node.id == "mapping":
        for key, value in node.value:
            if key.id == "scalar":
                inner = (*path, key.value)
                places[inner] = (key.start_mark.line + 1, key.start_mark.column + 1)
                _note_places(value, inner, places, depth + 1)
    elif node.id == "sequence":
        for index, value in enumerate(node.value):
            _note_places(value, (*path, index), places, depth + 1)


def _broken(error: Exception, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error) or type(error).__name__
    return Problem(
        code="broken-yaml",
        severity="warning",
        file=file,
        line=mark.line + 1 if mark else 0,
        column=mark.column + 1 if mark else 0,
        message=f"This file is not valid YAML: {what}.",
        hint="Mend this line; text that holds ': ' or ' #', or begins with a bracket, must stand in quotes.",
    )
