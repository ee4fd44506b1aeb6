"""The release page: well-formed, escaped, light, honest, whatever the wire."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from types import SimpleNamespace

import html5lib
import msgspec
import pytest
from jinja2 import Environment

from communique.config import Site
from communique.output import theme
from communique.pages.release_view import view
from communique.records.model import Document, Participant, RecordProblem, Release, Speaker
from tests.pages.made import TALKS, Ref, person, release

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
NAVIGATION = [(key, f"{key}/", key.title()) for key in ("dates", "regions", "people", "documents", "sources", "about")]


def environment(language: str = "en", **settings: str) -> Environment:
    values = {
        "site": Site(language=language, **settings),
        "nav": NAVIGATION,
        "prose": [SimpleNamespace(href="about/", title="About")],
        "home": "",
        "search": "search/",
        "method": "method/",
        "report": "report/",
        "data": "data/",
    }
    return theme.environment([TEMPLATES], language, values=values)


def links(made: Release, text: str, title: str) -> SimpleNamespace:
    none = dict.fromkeys(("source", "earlier", "later", "supersedes", "superseded_by", "source_rights"))
    return SimpleNamespace(
        title=title,
        title_printed=bool(made.title),
        region=Ref("ruritania", "Ruritania", "regions/ruritania/"),
        speakers=[person(speaker.name) for speaker in made.speakers],
        participants=[person(participant.name) for participant in made.participants],
        note_html="",
        text=text,
        **none,
    )


def page_of(made: Release, text: str, language: str = "en", base: str = "https://example.org/") -> str:
    title = made.title or "Untitled"
    address = f"{base}releases/{made.id}/" if base else ""
    page = SimpleNamespace(url="", kind="release", title=title, section="dates", description="", canonical=address)
    x = links(made, text, title)
    shown = view(made, text, x.speakers, title=title, address=address, root="../../")
    template = environment(language, report_url="https://example.org/?{id}#{anchor}").get_template("release.html")
    return template.render(r=made, x=x, v=shown, root="../../", page=page)


def full() -> tuple[Release, str]:
    return release(
        *TALKS,
        region_printed="Ruritania",
        translation=True,
        partial=True,
        editors_note=True,
        note_kind="translation",
        editors_note_text="This article is a translation.",
        agency="MIL OSI",
        language="en",
        documents_unnamed=True,
        speakers=[Speaker(name="Ottilie Rassendyll", role="Chancellor of Ruritania"), Speaker(name="Question")],
        participants=[Participant(name="Teodor Vashti", role="Ambassador of Sylvania")],
        documents=[
            Document(title="Ister plan", kind="plan", status="signed", parties=["Ruritania", "Sylvania"]),
            Document(title="bridge treaty", kind="treaty", status="to be signed"),
        ],
        problems=[RecordProblem(code="x", severity="warning", line=1, column=1, message="A doubt.", hint="")],
    )


WIRES = {
    "full": full,
    "empty": release,
    "prose": lambda: release(("paragraph", "Only prose.")),
    "markup": lambda: release(
        ("title", "<script>alert(1)</script> {{ 7*7 }}"),
        ("label", '"><img src=x>: '),
        ("paragraph", "</p></div> & <b>"),
    ),
    "right to left": lambda: release(
        ("title", "بيان مشترك"), ("label", "أحمد: "), ("paragraph", "مرحبا"), language="ar"
    ),
    "lists": lambda: release(
        ("item", "a plan;"),
        ("item", "a treaty."),
        ("heading", "Present:"),
        ("listed", "Rudolf"),
        *(("separator", "* * *"), ("elision", "<…>"), ("navigation", "17"), ("signature", "R. Rassendyll")),
    ),
}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", WIRES)
def test_the_page_parses_strictly_and_no_id_stands_twice(name: str, language: str) -> None:
    shown = page_of(*WIRES[name](), language=language)
    html5lib.HTMLParser(strict=True).parse(shown)
    ids = re.findall(r'\bid="([^"]*)"', shown)
    assert len(ids) == len(set(ids))
    for target in re.findall(r'href="#([^"]*)"', shown):
        assert target in {*ids, "main"}


def test_wire_text_is_never_markup() -> None:
    shown = page_of(*WIRES["markup"]())
    assert "<script>alert" not in shown
    assert "<img" not in shown
    assert "{{ 7*7 }}" in shown
    assert "49" not in re.sub(r"#?c?\d{3,}|[a-f0-9]{20,}", "", shown)


def test_the_text_stands_once() -> None:
    shown = page_of(*full())
    assert shown.count("The river has been kind.") == 1
    assert shown.count("The talks ended at noon.") == 1


@pytest.mark.parametrize(
    "words",
    [
        "The issuer’s own account, in translation.",
        "Incomplete: the wire says that more is to be posted.",
        "date unknown",
        "1 doubt about how this wire was read",
        "signed but not named",
        "not stated",
        "1 to be signed",
    ],
)
def test_what_is_known_and_unknown_is_said(words: str) -> None:
    assert words in page_of(*full())


def test_status_is_a_word_and_a_shape() -> None:
    shown = page_of(*full())
    assert '<small class="status">signed · plan</small>' in shown
    assert '<small class="status planned">to be signed · treaty</small>' in shown


def test_a_date_is_printed_with_where_it_comes_from() -> None:
    made, text = full()
    shown = page_of(msgspec.structs.replace(made, date="2021-04-28", date_from="sidecar"), text)
    assert re.search(r'<time datetime="2021-04-28"[^>]*>28 April 2021</time>, date given by the archivist', shown)
    assert 'name="citation_publication_date" content="2021-04-28"' in shown
    assert "citation_publication_date" not in page_of(made, text)


def test_the_head_names_a_report_and_its_issuer() -> None:
    shown = page_of(*full())
    assert '<meta name="dc.type" content="report">' in shown
    assert '<meta name="citation_technical_report_institution" property="dcterms:publisher" content="MIL OSI">' in shown
    assert '<meta property="og:type" content="article">' in shown


def test_nothing_is_asked_of_other_hosts_and_one_request_blocks() -> None:
    shown = page_of(*full())
    loaded = re.findall(r'<(?:link rel="(?:stylesheet|icon)" href|script src|img src)="([^"]*)"', shown)
    assert loaded == ["../../assets/site.css", "../../assets/icon.svg", "../../assets/site.js"]
    assert '<script src="../../assets/site.js" defer>' in shown


def test_without_a_public_address_nothing_absolute_is_written() -> None:
    shown = page_of(*full(), base="")
    assert "canonical" not in shown
    assert "og:url" not in shown


def test_a_page_is_light() -> None:
    made, text = release(*TALKS[:3], *[("paragraph", "The river has been kind to both of us. " * 20)] * 4)
    shown = page_of(made, text)
    assert len(shown.encode()) - len(text.encode()) < 7_000
    style = (TEMPLATES / "assets" / "site.css").read_bytes()
    assert len(zlib.compress(shown.encode(), 9)) + len(zlib.compress(style, 9)) < 14_000


def test_the_script_is_light() -> None:
    render = environment().get_template
    script = dict(theme.assets([TEMPLATES], lambda name: render(name).render().encode()))["site.js"]
    assert len(zlib.compress(script, 9)) < 6_000


@pytest.mark.parametrize("language", ["en", "ru"])
def test_other_pages_without_an_archive_parse(language: str) -> None:
    made = environment(language)
    page = SimpleNamespace(url="x/", kind="x", title="X", section="", description="", canonical="")
    withdrawn = SimpleNamespace(id="x", sha256="ab", withdrawn=SimpleNamespace(reason="<b>", date=None))
    contexts: dict[str, dict[str, object]] = {
        "404.html": {},
        "redirect.html": {"target": Ref("x", "<X>", "releases/x/")},
        "tombstone.html": {"r": withdrawn},
        "prose.html": {"html": "x"},
    }
    for name, context in contexts.items():
        html5lib.HTMLParser(strict=True).parse(made.get_template(name).render(root="../", page=page, **context))
