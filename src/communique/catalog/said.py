"""The words of a record that its speakers' pages quote: their own words only, each with its place."""

from __future__ import annotations

from collections.abc import Sequence

from communique.records.model import Release
from communique.text import printed

VOICES = frozenset(("question", "answer", "q", "a", "вопрос", "ответ", "журналист", "journalist", "reporter"))
"""Names of voices that are nobody in particular, case folded: they have no page."""

QUOTED = 3
"""Passages that a person's page quotes from one release."""
_EXCERPT = 300

Words = dict[int, tuple[list[tuple[str, str]], int]]
"""Number of a speaker in the record → (anchor, words) of the first passages, and how many more there are."""

Passages = dict[int, tuple[list[tuple[int, str]], int]]
"""The same with offsets in the place of anchors."""


def said(release: Release, text: str) -> Passages:
    """Return what each speaker's page quotes; `text` is the decoded text of the whole file."""
    numbers = {speaker.name: n for n, speaker in enumerate(release.speakers) if not is_voice(speaker.name)}
    found: Passages = {}
    for pointer, name, paragraphs in _passages(release):
        number = numbers.get(name)
        if number is None or not paragraphs:
            continue
        first, more = found.get(number) or ([], 0)
        if len(first) < QUOTED:
            first.append((_first(release, pointer), excerpt(paragraphs)))
        else:
            more += 1
        found[number] = (first, more)
    for n, speaker in enumerate(release.speakers):
        if n not in found and speaker.via in {"monologue", "signature"}:
            found[n] = (_monologue(release, text), 0)
    return found


def is_voice(name: str) -> bool:
    """Whether a name is that of a voice, such as `Question`."""
    return len(name) < 12 and name.casefold() in VOICES


def excerpt(paragraphs: Sequence[str]) -> str:
    """Return the beginning of paragraphs."""
    text = paragraphs[0]
    for paragraph in paragraphs[1:]:
        if len(text) > _EXCERPT:
            break
        text = f"{text} {paragraph}"
    return cut(text, _EXCERPT)


def cut(text: str, longest: int) -> str:
    """Return a text cut at a space to at most `longest` characters, with an ellipsis where it was cut."""
    if len(text) <= longest:
        return text
    end = text.rfind(" ", longest // 2, longest - 2)
    return text[: end if end > 0 else longest - 2].rstrip(",;: ") + " …"


def _passages(release: Release) -> list[tuple[str, str, list[str]]]:
    """Return (pointer, speaker, paragraphs) of turns and quotations, in order of their places."""
    found = [(f"/turns/{n}/paragraphs/0", turn.speaker, turn.paragraphs) for n, turn in enumerate(release.turns)]
    if release.quotes:
        found += [(f"/quotes/{n}/text", quote.speaker, [quote.text]) for n, quote in enumerate(release.quotes)]
        found.sort(key=lambda passage: _first(release, passage[0]))
    return found


def _first(release: Release, pointer: str) -> int:
    """Return the offset of the first words that prove a value, -1 where none do."""
    spans = release.evidence.get(pointer)
    return spans[0][0] if spans else -1


def _monologue(release: Release, text: str) -> list[tuple[int, str]]:
    """Return the beginning of a text that is one person's as a whole."""
    for segment in release.segments:
        if segment.kind == "paragraph":
            words = printed(text, (segment.start, min(segment.end, segment.start + 4 * _EXCERPT)))
            if words:
                return [(segment.end - len(text[segment.start : segment.end].lstrip()), cut(words, _EXCERPT))]
    return []
