"""Markdown of prose pages and archivists' notes → HTML that holds no script. The owner of Markdown and of nh3."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from markdown.treeprocessors import Treeprocessor
    from nh3 import Cleaner

_HEADING = re.compile(r"^#\s+(.+?)\s*#*\s*$", re.MULTILINE)

_FOLDER = re.compile(
    r"(?![a-z][a-z0-9+.-]*:|/)((?:[^?#/]*/)*(?:[^?#/]+(?=/)|\.{1,2}(?![^?#/])))/?(?=[?#]|$)", re.IGNORECASE
)
"""A relative address that means the index page of a folder, up to its query: `../people/`, `..`, `./`."""

_TAGS = (
    *("a", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
    *("img", "li", "ol", "p", "pre", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
)
"""What Markdown makes."""

_ATTRIBUTES = {
    "*": {"class", "id", "title"},
    "a": {"href"},
    "img": {"alt", "src"},
    "li": {"value"},
    "ol": {"start"},
    "td": {"style"},
    "th": {"style"},
}


def title(markdown: str, name: str) -> str:
    """Return the first heading of a Markdown text; the name of its file where it has none."""
    found = _HEADING.search(markdown)
    return found[1] if found else name.replace("-", " ").capitalize()


def html(markdown: str, *, index: str = "", trusted: bool = False) -> Markup:
    """Return a Markdown text as HTML.

    Tags in it are shown as text, and an address that is not one of the web or of mail is left out; in a `trusted` text
    tags are tags, whatever they do. Relative links to a folder name the file `index` in it, where that is given.
    """
    converter = _converter(index, trusted)
    converter.reset()
    made = converter.convert(markdown)
    return Markup(made if trusted else _cleaner().clean(made))  # noqa: S704  (cleaned, or meant as it is)


@cache
def _cleaner() -> Cleaner:
    from nh3 import Cleaner

    return Cleaner(
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        filter_style_properties={"text-align"},
        link_rel=None,
    )


@cache
def _converter(index: str, trusted: bool) -> Markdown:
    from markdown import Markdown

    converter = Markdown(extensions=["tables", "footnotes", "sane_lists"], output_format="html")
    if not trusted:
        converter.preprocessors.deregister("html_block")
        converter.inlinePatterns.deregister("html")
    if index:
        converter.treeprocessors.register(_naming(index), "index", 0)
    return converter


def _naming(index: str) -> Treeprocessor:
    """Return what makes links to a folder name the file `index` in it."""
    from markdown.treeprocessors import Treeprocessor

    class Naming(Treeprocessor):
        def run(self, root: Element) -> None:
            for link in root.iter("a"):
                href = link.get("href", "")
                if folder := _FOLDER.match(href):
                    link.set("href", f"{folder[1]}/{index}{href[folder.end() :]}")

    return Naming()
