"""What templates print: by faster code where that serves, by Jinja's own where it fails or the template is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, TemplateError

from communique.output import theme
from communique.output.setup import Setup


class Link(msgspec.Struct, frozen=True):
    """A page in the footer."""

    href: str
    title: str


class Printer:
    """The templates of a build with what is constant in it."""

    def __init__(self, setup: Setup) -> None:
        self.folders = [Path(folder) for folder in setup.templates]
        self._setup = setup
        self._fast = self._environment(fast=True)
        self._failed: set[str] = set()
        """Templates that the faster code failed at."""

    def load(self, names: Iterable[str]) -> None:
        """Load templates ahead; one that is broken is found where it is rendered."""
        for name in names:
            with suppress(TemplateError):
                self._fast.get_template(name)

    def printed(self, name: str, values: dict[str, Any]) -> bytes:
        """Return what a template prints in UTF-8; raises what Jinja raises."""
        if name not in self._failed:
            try:
                return _printed(self._fast, name, values)
            except Exception:  # the careful environment says whether the template is wrong, or only beyond the fast one
                self._failed.add(name)
        return _printed(self.careful, name, values)

    def assets(self, wanted: str) -> list[bytes]:
        """Return the asset of a path below `assets/`, if there is one."""
        found = theme.assets(self.folders, lambda name: self.printed(name, {}))
        return [data for path, data in found if path == wanted]

    @cached_property
    def careful(self) -> Environment:
        """The environment of Jinja's own code."""
        return self._environment(fast=False)

    def _environment(self, *, fast: bool) -> Environment:
        setup = self._setup
        return theme.environment(
            self.folders,
            setup.site.language,
            values={
                "site": setup.site,
                "nav": setup.nav,
                "prose": [Link(href, title) for href, title in setup.prose],
                "home": setup.home,
                "search": setup.search,
                "method": setup.method,
                "report": setup.report,
                "data": setup.data,
            },
            cache=Path(setup.cache) if setup.cache else None,
            fast=fast,
        )


def _printed(environment: Environment, name: str, values: dict[str, Any]) -> bytes:
    return cleaned(environment.get_template(name).render(values).encode("utf-8", "replace"))


def cleaned(page: bytes) -> bytes:
    """Return a page without the characters that wires may hold and neither HTML (13.2.3.5) nor XML (2.2) allows."""
    page = page.translate(None, _CONTROLS)
    return _OTHERS.sub(b"", page) if _may_hold_others(page) else page


def _may_hold_others(page: bytes) -> bool:
    """Whether one of the other characters may stand in a page: the pattern would look at each byte of it for itself."""
    behind = page.split(b"\xc2")[1:]
    if behind and min(behind) < b"\xa0":
        return True
    return b"\xef" in page and (b"\xef\xb7" in page or b"\xef\xbf" in page)


_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))
_OTHERS = re.compile(rb"\xc2[\x80-\x9f]|\xef\xb7[\x90-\xaf]|\xef\xbf[\xbe\xbf]")
"""U+0080 to U+009F, and U+FDD0 to U+FDEF, U+FFFE, U+FFFF, which stand for no character."""
