"""Plain data → typed models, key by key: every unknown key and wrong type is a problem with its line and a remedy."""

from __future__ import annotations

import types
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from communique.problems import Problem
from communique.yaml_text import Loaded, Path

Model = TypeVar("Model", bound=msgspec.Struct)


_PLAIN_TYPES = {
    "str": "text",
    "int": "a whole number",
    "bool": "true or false",
    "array": "a list",
    "object": "keys and values",
}
_PLAIN_KINDS = {list: "a list", dict: "keys and values", str: "text", int: "a number", bool: "true or false"}


def mapping(model: type[Model], loaded: Loaded, file: str) -> tuple[Model, list[Problem]]:
    """Return `model` filled from a mapping; keys with problems keep their defaults.

    A model with required keys must be read by `sequence`, which leaves out items that lack one.
    """
    check = _Check(file, loaded)
    if loaded.data is None:
        return model(), []
    if not isinstance(loaded.data, dict):
        check.not_a_mapping(loaded.data, ())
        return model(), check.problems
    return model(**check.fields(model, loaded.data, ())), check.problems


def sequence(model: type[Model], loaded: Loaded, file: str) -> tuple[list[Model], list[Problem]]:
    """Return the items of a list of mappings; an item that lacks a required key is left out with a problem."""
    check = _Check(file, loaded)
    if loaded.data is None:
        return [], []
    if not isinstance(loaded.data, list):
        check.say(
            (),
            "not-a-list",
            f"Expected a list of '- id: …' entries, found {_kind(loaded.data)}.",
            "Begin each entry with '- '.",
        )
        return [], check.problems
    items = [check.item(model, item, (index,)) for index, item in enumerate(loaded.data)]
    return [item for item in items if item is not None], check.problems


class _Check:
    """One file's check: collects all its problems."""

    def __init__(self, file: str, loaded: Loaded) -> None:
        self.file = file
        self.places = loaded.places
        self.problems: list[Problem] = []

    def say(self, path: Path, code: str, message: str, hint: str) -> None:
        line, column = self.places.get(path, (0, 0))
        self.problems.append(
            Problem(code=code, severity="warning", file=self.file, line=line, column=column, message=message, hint=hint)
        )

    def not_a_mapping(self, data: Any, path: Path) -> None:
        message = f"Expected 'key: value' lines, found {_kind(data)}."
        self.say(path, "not-a-mapping", message, "Write one key a line.")

    def item(self, model: type[Model], data: Any, path: Path) -> Model | None:
        if not isinstance(data, dict):
            self.not_a_mapping(data, path)
            return None
        known = self.fields(model, data, path)
        missing = [field for field in msgspec.structs.fields(model) if field.required and field.name not in known]
        for field in missing:
            if field.encode_name not in data:
                name = field.encode_name
                self.say(path, "missing-key", f"The key '{name}' is missing.", f"Add '{name}: …' to this entry.")
        return None if missing else model(**known)

    def fields(self, model: type[msgspec.Struct], data: dict[Any, Any], path: Path) -> dict[str, Any]:
        """Return the valid keys of `data` as keyword arguments for `model`."""
        hints = get_type_hints(model)
        names = {field.encode_name: field.name for field in msgspec.structs.fields(model)}
        known: dict[str, Any] = {}
        for key, value in data.items():
            if key not in names:
                self._unknown(key, list(names), (*path, key))
                continue
            good, converted = self._value(hints[names[key]], value, (*path, key))
            if good:
                known[names[key]] = converted
        return known

    def _value(self, kind: Any, data: Any, path: Path) -> tuple[bool, Any]:
        model = _model(kind)
        if model is not None and isinstance(data, dict):
            item = self.item(model, data, path)
            return item is not None, item
        inner = _item_model(kind)
        if inner is not None and isinstance(data, list):
            items = [self._value(inner, item, (*path, index))[1] for index, item in enumerate(data)]
            return True, get_origin(kind)(item for item in items if item is not None)
        try:
            return True, msgspec.convert(data, kind)
        except msgspec.ValidationError as error:
            self.say(path, "wrong-type", f"'{path[-1]}': {_plain(error)}", _remedy(kind, data))
            return False, None

    def _unknown(self, key: Any, names: list[str], path: Path) -> None:
        names = [name for name in names if not name.startswith("#")]  # set by us, not by people
        near = _nearest(str(key), names)
        hint = f"Did you mean '{near[0]}'?" if near else f"Known keys: {', '.join(names)}."
        self.say(path, "unknown-key", f"The key '{key}' is not known here and is ignored.", hint)


def _model(kind: Any) -> type[msgspec.Struct] | None:
    """Return the struct in `Struct`, `Struct | None` or `Struct | str`; None where there is none."""
    options = get_args(kind) if get_origin(kind) in {Union, types.UnionType} else (kind,)
    return next((o for o in options if isinstance(o, type) and issubclass(o, msgspec.Struct)), None)


def _item_model(kind: Any) -> Any:
    """Return `X` of `list[X]` or `tuple[X, ...]` where X holds a struct, else None."""
    if get_origin(kind) not in {list, tuple}:
        return None
    inner = get_args(kind)[0]
    return inner if _model(inner) is not None else None


def _nearest(word: str, options: list[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(word, options, n=1)


def _remedy(kind: Any, data: Any) -> str:
    """Return what to do about a wrong value: the options where there are few, the nearest one first."""
    options = [word for part in (kind, *get_args(kind)) if get_origin(part) is Literal for word in get_args(part)]
    near = _nearest(str(data), options)
    if near:
        return f"Did you mean '{near[0]}'?"
    return f"Write one of: {', '.join(options)}." if options else "Correct the value, or remove the line."


def _plain(error: msgspec.ValidationError) -> str:
    words = str(error).split(" - at ")[0].replace("Invalid RFC3339 encoded date", "Expected a day such as 2021-04-29")
    for name, plain in _PLAIN_TYPES.items():
        words = words.replace(f"`{name} | null`", plain).replace(f"`{name}`", plain)
    return words.replace("Expected", "expected").replace("`null`", "nothing").rstrip(".") + "."


def _kind(data: Any) -> str:
    return {list: "a list", dict: "keys and values", str: "text", int: "a number", bool: "true or false"}.get(
        type(data), "nothing"
    )
