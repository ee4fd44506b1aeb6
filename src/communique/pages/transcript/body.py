"""Blocks → what the page prints: groups of lines, one a turn. Plain tuples, since a loop that unpacks costs least."""

from __future__ import annotations

from typing import Any

import msgspec

from communique.pages.markup import Markup, escaped
from communique.pages.transcript.blocks import Block
from communique.pages.transcript.places import cut
from communique.records.model import Release
from communique.text import printed

Line = tuple[str, int, Any]
"""(how it is printed, anchor, text); of a `list` or `listed` the text is a list of (anchor, text)."""

Group = tuple[str, int, str, str, str, list[Line]]
"""(css class, anchor of the label or -1, name, href, office, lines).

Without a name it is prose. Page and office stand only where the speaker appears first."""


class Voice(msgspec.Struct, frozen=True):
    """One speaker, in order of appearance."""

    name: str
    known: str
    """The name that the archive knows the person by; empty for a voice without a page (Question)."""
    href: str
    """The person's page."""
    role: str
    css: str
    """s1 … s6, the speaker's colour; s0 for a voice without a page."""
    turns: int
    via: str
    said: str = ""
    """Href of the first words that name the speaker: a label, an attribution, a signature."""
    mark: str = ""
    """Their place in the text, as `Places.proof` gives it."""


def body(release: Release, text: str, blocks: list[Block], voices: list[Voice]) -> list[Group]:
    """Return the blocks as groups: one a turn, one for each stretch of prose."""
    named = {voice.name: voice for voice in voices}
    quotes = _quotes(release, named)
    alone = voices[0].css if len(voices) == 1 and voices[0].via == "monologue" else ""
    groups: list[Group] = []
    lines: list[Line] = []
    turn = -2
    label: Block | None = None
    for block in blocks:
        if block.kind == "label":
            _unspoken(lines, label, text)
            label = block
            continue
        if not groups or (block.turn != turn and block.kind == "p"):
            lines, turn = [], block.turn
            groups.append(_turn(release, turn, label, named, lines) if turn >= 0 else (alone, -1, "", "", "", lines))
            if turn < 0:
                _unspoken(lines, label, text)
            label = None
        if block.paragraph >= 0:
            lines.append(("p", block.start, release.turns[turn].paragraphs[block.paragraph]))
        elif quotes and block.kind == "p":
            lines.append(("p", block.start, _quoting(text, block, quotes)))
        else:
            _append(lines, block.kind, block.start, printed(text, (block.start, block.end)))
    _unspoken(lines, label, text)
    return groups


def contents(groups: list[Group]) -> list[tuple[str, str, str]]:
    """Return (href, kind, first words) of headings and questions; nothing where there are two or fewer."""
    found: list[tuple[str, str, str]] = []
    for css, _, _, _, _, lines in groups:
        if css.endswith(" q") and lines:
            found.append((f"#c{lines[0][1]}", "question", cut(lines[0][2])))
        found += [(f"#c{at}", "heading", cut(shown)) for kind, at, shown in lines if kind == "h"]
    return found if len(found) > 2 else []


def _turn(release: Release, turn: int, label: Block | None, named: dict[str, Voice], lines: list[Line]) -> Group:
    entry = release.turns[turn]
    voice = named.get(entry.speaker) or Voice(entry.speaker, "", "", "", "s0", 0, "label")
    if voice.turns:  # met for the first time
        named[entry.speaker] = msgspec.structs.replace(voice, turns=0, href="", role="")
    css = f"{voice.css} q" if entry.kind == "question" else voice.css
    return css, label.start if label else -1, entry.speaker, voice.href, voice.role, lines


def _unspoken(lines: list[Line], label: Block | None, text: str) -> None:
    """Keep a label that opened no turn, such as one whose turn an archivist removed: nothing of the text is lost."""
    if label:
        lines.append(("stage", label.start, printed(text, (label.start, label.end))))


def _append(lines: list[Line], kind: str, start: int, shown: str) -> None:
    if kind not in {"list", "listed"}:
        lines.append((kind, start, shown))
    elif lines and lines[-1][0] == kind:
        lines[-1][2].append((start, shown))
    else:
        lines.append((kind, start, [(start, shown)]))


def _quotes(release: Release, named: dict[str, Voice]) -> list[tuple[int, int, str]]:
    """Return (start, end, css class) of the attributed quotations, in order."""
    found: list[tuple[int, int, str]] = []
    for n, quote in enumerate(release.quotes):
        spans = release.evidence.get(f"/quotes/{n}/text") or release.evidence.get(f"/quotes/{n}") or []
        voice = named.get(quote.speaker)
        found += [(start, end, voice.css if voice else "s0") for start, end in spans]
    found.sort()
    return found


def _quoting(text: str, block: Block, quotes: list[tuple[int, int, str]]) -> str:
    """Return the printed text of a block with the quotations in it marked, each at its own anchor."""
    parts: list[str] = []
    at = block.start
    for start, end, css in quotes:
        if at <= start and end <= block.end:
            anchor = f' id="c{start}"' if start > block.start else ""
            parts += [
                _piece(text, at, start),
                f'<q class="{css}"{anchor}>',
                escaped(printed(text, (start, end))),
                "</q>",
            ]
            at = end
    if not parts:
        return printed(text, (block.start, block.end))
    return Markup("".join([*parts, _piece(text, at, block.end).rstrip()]))


def _piece(text: str, start: int, end: int) -> str:
    """Return the escaped text of a span, with one space at an end where the wire has white space."""
    shown = printed(text, (start, end))
    if not shown:
        return " " if start < end else ""
    return f"{' ' * text[start].isspace()}{escaped(shown)}{' ' * text[end - 1].isspace()}"
