"""The interface's language: message catalogues and the Jinja extension that puts them into templates.

A build speaks one language, so messages are translated when a template is compiled, not when it is rendered: in the
compiled template stands the sentence itself, and a page costs the same in every language. Templates write `_("…")`
for a constant and `{% trans name=… %}…{{ name }}…{% endtrans %}` (with `{% pluralize %}` where it counts `num`).
The English of a template is the message's id.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateAssertionError
from jinja2.ext import InternationalizationExtension
from jinja2.lexer import Token, TokenStream

from communique.output import formats

_FOLDER = Path(__file__).parent.parent / "locale"
_VARIABLE = re.compile(r"%\((\w+)\)s|(%%)")

Key = tuple[str | None, str]
"""Context, where a message has one, and the English text (the singular, where it counts)."""


def languages() -> list[str]:
    """Return the languages that have a catalogue."""
    return sorted(file.parent.parent.name for file in _FOLDER.glob("*/LC_MESSAGES/communique.po"))


def fingerprint(language: str) -> str:
    """Return a digest of what the messages of a language depend on, for cache keys: its catalogue and this module."""
    made = hashlib.blake2b(Path(__file__).read_bytes(), digest_size=8)
    file = _file(language)
    if file.exists():
        made.update(file.read_bytes())
    return f"{language}-{made.hexdigest()}"


def install(environment: Environment, language: str) -> None:
    """Make an environment speak a language, in messages, dates and numbers; English where the language is unknown."""
    environment.extend(language=language)
    environment.add_extension(Messages)
    environment.filters.update(formats.filters(language))
    environment.filters["plural_form"] = formats.plural_form(language)


@lru_cache(maxsize=4)
def catalogue(language: str) -> dict[Key, tuple[str, ...]]:
    """Return the messages of a language: one form, or one for each plural form; empty for English and unknown ones."""
    file = _file(language)
    if language.startswith("en") or not file.exists():
        return {}
    from babel.messages.pofile import read_po

    with file.open("rb") as stream:
        found = read_po(stream, locale=language)
    return {
        (message.context, _forms(message.id)[0]): _forms(message.string)
        for message in found
        if message.id and message.string and not message.fuzzy
    }


def _forms(text: Iterable[str] | str) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


class Messages(InternationalizationExtension):
    """Translation while a template is compiled."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Replace `_("…")` by the string of the environment's language."""
        held: list[Token] = []
        for token in stream:
            held.append(token)
            if not _opens(held):
                yield from held
                held = []
            elif len(held) == 4:
                yield Token(held[2].lineno, "string", self._forms(None, held[2].value)[0])
                held = []
        yield from held

    def _forms(self, context: str | None, singular: str, plural: str | None = None) -> tuple[str, ...]:
        forms = catalogue(self.environment.language).get((context, singular), ())  # type: ignore[attr-defined]
        if all(forms) and forms:
            return forms
        return (singular,) if plural is None else (singular, plural)

    def _make_node(  # type: ignore[override]  # noqa: PLR0913, PLR0917  (the signature is the extension's)
        self,
        singular: str,
        plural: str | None,
        context: str | None,
        variables: dict[str, nodes.Expr],
        plural_expr: nodes.Expr | None,
        vars_referenced: bool,  # noqa: ARG002
        num_called_num: bool,  # noqa: ARG002
    ) -> nodes.Node:
        if "num" in variables:
            variables["num"] = nodes.Filter(variables["num"], "number", [], [], None, None)
        outputs = [_output(form, variables) for form in self._forms(context, singular, plural)]
        if plural_expr is None:
            return outputs[0]
        chosen = nodes.Filter(plural_expr, "plural_form", [], [], None, None)
        node: list[nodes.Node] = [outputs[-1]]
        for n in range(len(outputs) - 2, -1, -1):
            test = nodes.Compare(chosen, [nodes.Operand("eq", nodes.Const(n))])
            node = [nodes.If(test, [outputs[n]], [], node)]
        return node[0]


def _file(language: str) -> Path:
    return _FOLDER / re.sub(r"\W", "_", language) / "LC_MESSAGES" / "communique.po"


_CALL: tuple[Callable[[Token], bool], ...] = (
    lambda token: token.type == "name" and token.value == "_",
    lambda token: token.type == "lparen",
    lambda token: token.type == "string",
    lambda token: token.type == "rparen",
)


def _opens(held: list[Token]) -> bool:
    """Whether the tokens are the beginning of `_("…")`."""
    return all(fits(token) for fits, token in zip(_CALL, held, strict=False))


def _output(message: str, variables: dict[str, nodes.Expr]) -> nodes.Output:
    """Return what prints a message: its text as the template's own, its variables escaped like all others."""
    parts: list[nodes.Expr] = []
    at = 0
    for match in _VARIABLE.finditer(message):
        parts.append(nodes.TemplateData(message[at : match.start()] + ("%" if match[2] else "")))
        if match[1]:
            if match[1] not in variables:
                raise TemplateAssertionError(f"The message '{message}' names an unknown variable '{match[1]}'.", 0)
            parts.append(variables[match[1]])
        at = match.end()
    parts.append(nodes.TemplateData(message[at:]))
    return nodes.Output([part for part in parts if not isinstance(part, nodes.TemplateData) or part.data])
