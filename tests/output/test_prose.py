"""Markdown of people, as HTML that does nothing but stand there."""

from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.output.prose import html, title

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "[click](JaVaScRiPt&colon;alert(1))",
    "[click](data:text/html,<script>alert(1)</script>)",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    '[x](y "onmouseover=alert(1)")',
    '[x](y" onmouseover="alert(1))',
    "<svg/onload=alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]",
    "`<script>` [^1]\n\n[^1]: <iframe src=javascript:alert(1)>",
    "| a |\n|:-:|\n| <b style=x onclick=alert(1)> |",
)
_HANDLER = re.compile(r"on|formaction|srcdoc")
_SCRIPT = re.compile(r"\s*(?:javascript|data|vbscript):", re.IGNORECASE)


def active(made: str) -> list[str]:
    """Return what a browser would run or load as a document."""
    tree = html5lib.parseFragment(made, namespaceHTMLElements=False)
    found = [node.tag for node in tree.iter() if node.tag in {"script", "iframe", "object", "embed", "style", "form"}]
    for node in tree.iter():
        found += [name for name in node.attrib if isinstance(name, str) and _HANDLER.match(name)]
        found += [value for value in node.attrib.values() if _SCRIPT.match(value)]
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_no_script_comes_in_by_markdown(text: str) -> None:
    assert active(html(text)) == []


@given(
    st.lists(st.sampled_from([*HOSTILE, "\n", "[", "](", ")", "<", ">", "`", "*", '"', " "]), max_size=8).map("".join)
)
def test_no_mixture_of_tricks_does_either(text: str) -> None:
    assert active(html(text)) == []


def test_what_markdown_is_written_for_is_kept() -> None:
    text = '# A\n\n*b* [c](../d/ "e") ![f](g.png)\n\n| h | i |\n|--:|---|\n| 1 | 2 |\n\n3. j[^1]\n\n[^1]: k\n'
    made = html(text)
    for part in ("<h1>A</h1>", "<em>b</em>", 'href="../d/"', 'title="e"', "<img", "text-align:right", 'start="3"'):
        assert part in made.replace("text-align: right", "text-align:right"), made
    for link, place in (("fnref:1", "fn:1"), ("fn:1", "fnref:1")):
        assert f'href="#{link}"' in made
        assert f'id="{place}"' in made


def test_tags_are_shown_as_text_unless_the_text_is_trusted() -> None:
    assert "&lt;b&gt;" in html("See <b>this</b>.")
    assert "<b>this</b>" in html("See <b>this</b>.", trusted=True)
    assert "<script>go()</script>" in html("<script>go()</script>", trusted=True)


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("../dates/", "../dates/index.html"),
        ("../dates/#x", "../dates/index.html#x"),
        ("..", "../index.html"),
        ("./", "./index.html"),
        ("../search/?q=a/", "../search/index.html?q=a/"),
        ("#part", "#part"),
        ("file.pdf", "file.pdf"),
        ("../people", "../people"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("//example.org/", "//example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links_to_folders_name_their_file_where_a_site_is_opened_from_disk(link: str, named: str) -> None:
    assert f'href="{named}"' in html(f"[x]({link})", index="index.html")
    assert f'href="{link}"' in html(f"[x]({link})")


def test_a_title_is_the_first_heading_or_the_files_name() -> None:
    assert title("text\n\n# The rivers #\n", "about") == "The rivers"
    assert title("text", "our-method") == "Our method"
