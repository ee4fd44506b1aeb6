"""The theme: templates as one environment, and assets. The archive's own files win over the default theme's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    nodes,
)
from jinja2.ext import Extension
from jinja2.parser import Parser

from communique.output import messages
from communique.output.optimiser import fingerprint, optimised
from communique.pages import charts
from communique.pages.markup import Markup

_RENDERED = ".j2"
"""Assets with this ending are templates: they are rendered once a build and published without it."""


def environment(
    folders: Sequence[Path],
    language: str,
    *,
    values: Mapping[str, object],
    cache: Path | None = None,
    fast: bool = False,
) -> Environment:
    """Return the environment that renders every page of a build.

    `folders` are template folders, the archive's own first, the default theme last; a template may extend the default
    one of the same name as `base/<name>`. `values` are the globals, constant within a build. Compiled templates are
    kept in the existing folder `cache`, apart for each language. A `fast` one raises for what Jinja might still render,
    such as an attribute that is a key: then another one decides.
    """
    loaders: list[BaseLoader] = [FileSystemLoader(folder) for folder in folders]
    kind, mark = (_Optimised, fingerprint()) if fast else (_Environment, "own")
    made = kind(
        loader=ChoiceLoader([*loaders, PrefixLoader({"base": loaders[-1]})]),
        bytecode_cache=FileSystemBytecodeCache(str(cache), f"{messages.fingerprint(language)}-{mark}%s")
        if cache
        else None,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,  # a plain dict: a theme is small, and keeping order among its templates costs each page
    )
    messages.install(made, language)
    made.add_extension(Once)
    made.globals.update(values, charts=charts, terms=_Terms(made))
    return made


def assets(folders: Sequence[Path], render: Callable[[str], bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield (path below `assets/`, bytes) of every asset, sorted; of two with one path the archive's own.

    `render` returns what the template of a name prints.
    """
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        root = folder / "assets"
        found |= {file.relative_to(root).as_posix(): file for file in root.rglob("*") if file.is_file()}
    for name, file in sorted(found.items()):
        if name.endswith(_RENDERED):
            yield name.removesuffix(_RENDERED), render(f"assets/{name}")
        else:
            yield name, file.read_bytes()


class Once(Extension):
    """`{% once KEY, … %}…{% endonce %}`: rendered once for each value of its keys, then printed as it is.

    For what many pages share, such as the masthead: its body may depend on globals and on the keys only.
    """

    tags = {"once"}  # noqa: RUF012  (declared so by Jinja)

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._kept: dict[object, Markup] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """Return the call that prints the body."""
        line = next(parser.stream).lineno
        keys = parser.parse_tuple()
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        place = nodes.Const(f"{parser.name}:{line}")
        call = self.call_method("_print", [place, keys], lineno=line)
        return nodes.CallBlock(call, [], [], body, lineno=line)

    def _print(self, place: str, keys: object, caller: Callable[[], str]) -> Markup:
        shown = self._kept.get((place, keys))
        if shown is None:
            shown = self._kept[place, keys] = Markup(caller())
        return shown


class _Environment(Environment):
    """Jinja, less what costs a page time."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template as a plain dict: copying Jinja's ChainMap costs each page 20 µs."""
        return {**self.globals, **(d or {})}


class _Optimised(_Environment):
    """The same with the faster code of `optimiser`; it raises where Jinja's own might not."""

    def _compile(self, source: str, filename: str) -> CodeType:
        return compile(optimised(source), filename, "exec")


class _Terms:
    """What `terms.html` sets, as a global of all templates; read where first used, not imported by every page."""

    def __init__(self, made: Environment) -> None:
        self._made = made

    def __getattr__(self, name: str) -> object:
        module = self.__dict__["_made"].get_template("terms.html").module
        self.__dict__.update(vars(module))
        if name not in self.__dict__:
            raise AttributeError(name)
        return self.__dict__[name]
