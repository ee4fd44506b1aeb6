"""Every string of the templates is translatable, and every catalogue is complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment
from jinja2.ext import InternationalizationExtension

from communique.output import messages
from communique.output.theme import Once

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
FILES = sorted(file for file in TEMPLATES.rglob("*") if file.suffix in {".html", ".j2", ".xml"})
NAMES = re.compile(r"SHA-256|BibTeX|RIS|CSL|JSON|CSV|Atom")
"""Proper names that are the same in every language."""
SPOKEN = re.compile(r"""\b(?:aria-label|placeholder|title|alt|data-filter|data-h)="([^"]*)\"""")


def extracted() -> set[tuple[str, ...]]:
    environment = Environment(extensions=[InternationalizationExtension, Once], trim_blocks=True, lstrip_blocks=True)
    found: set[tuple[str, ...]] = set()
    for file in FILES:
        for _, function, text in environment.extract_translations(file.read_text(encoding="utf-8")):
            assert function in {"gettext", "ngettext", "_"}, file
            found.add((text,) if isinstance(text, str) else tuple(part for part in text if part))
    return found


def literal(file: Path) -> str:
    """Return what a template prints of its own: its data without messages, script and styles."""
    environment = Environment(extensions=[InternationalizationExtension], trim_blocks=True, lstrip_blocks=True)
    parts: list[str] = []
    inside, opened = False, False
    for _, kind, value in environment.lex(file.read_text(encoding="utf-8")):
        if kind == "block_begin":
            opened = True
        elif opened and kind == "name":
            inside, opened = (value == "trans") or (inside and value != "endtrans"), False
        elif kind == "data" and not inside:
            parts.append(value)
        elif kind == "variable_begin":
            parts.append("\x00")
    text = "".join(parts)
    text = re.sub(r"'(?:sha256-[\w+/=]+|wasm-unsafe-eval)'", " ", text)  # of a page's policy
    return re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.DOTALL)


def words(text: str) -> Iterator[str]:
    for match in SPOKEN.finditer(text):
        yield match[1]
    yield re.sub(r"<[^>]*>|&\w+;", " ", re.sub(r'\s[\w-]+="[^"]*"', "", text))


@pytest.mark.parametrize("file", [f for f in FILES if f.suffix == ".html"], ids=lambda f: f.name)
def test_a_template_holds_no_untranslated_text(file: Path) -> None:
    left = [word for text in words(literal(file)) for word in re.findall(r"[^\W\d_]{2,}", NAMES.sub(" ", text))]
    assert not left, f'write {{{{ _("…") }}}} around these words of {file.name}'


@pytest.mark.parametrize("language", messages.languages())
def test_a_catalogue_is_complete(language: str) -> None:
    catalogue = messages._file(language)
    with catalogue.open("rb") as stream:
        found = read_po(stream, locale=language)
    wanted = extracted()
    for text in wanted:
        message = found.get(text[0])
        assert message is not None, f"{catalogue} lacks this message; add it:\n{entry(text)}"
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(forms), f"{catalogue}: {text[0]!r} is not translated"
        assert len(forms) == (found.num_plurals if len(text) > 1 else 1), f"{catalogue}: {text[0]!r} lacks a form"
        for form in forms:
            assert names(form) <= names(text[-1]), f"{catalogue}: {text[0]!r} names a variable that is not there"
    ids = {m.id if isinstance(m.id, str) else m.id[0] for m in found if m.id}
    assert ids == {text[0] for text in wanted}, f"{catalogue} holds messages that no template uses"


def test_english_is_what_the_templates_say() -> None:
    with messages._file("en").open("rb") as stream:
        for message in read_po(stream, locale="en"):
            assert message.string == message.id or not message.id


def names(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)s", text))


def entry(text: tuple[str, ...]) -> str:
    lines = [f'msgid "{text[0]}"', *(f'msgid_plural "{plural}"' for plural in text[1:])]
    return "\n".join([*lines, 'msgstr ""' if len(text) == 1 else 'msgstr[0] ""'])
