"""Markdown of prose pages and archivists' notes → HTML. HTML inside it is shown as text. The owner of Markdown."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from markdown import Markdown

_HEADING = re.compile(r"^#\s+(.+?)\s*#*\s*$", re.MULTILINE)


def title(markdown: str, name: str) -> str:
    """Return the first heading of a Markdown text; the name of its file where it has none."""
    found = _HEADING.search(markdown)
    return found[1] if found else name.replace("-", " ").capitalize()


def html(markdown: str) -> Markup:
    """Return a Markdown text as HTML; tags in it are escaped."""
    converter = _converter()
    converter.reset()
    return Markup(converter.convert(markdown))  # noqa: S704  (raw HTML is switched off below)


@cache
def _converter() -> Markdown:
    from markdown import Markdown

    converter = Markdown(extensions=["tables", "footnotes", "sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter
