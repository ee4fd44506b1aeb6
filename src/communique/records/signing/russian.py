"""Documents in Russian sentences, where they are plain: `подписали соглашение о …`, `был подписан меморандум`."""

from __future__ import annotations

import re
from bisect import bisect_left

from communique.patterns import lazy_regex
from communique.records.model import DocumentKind, DocumentStatus
from communique.records.signing.model import Candidate, Found, Unit
from communique.records.signing.sentences import sentences
from communique.records.signing.times import is_earlier
from communique.text import Span, trimmed
from communique.wire.layout import Mark

_KINDS: tuple[tuple[str, DocumentKind], ...] = (
    (r"совместн\w+ (?:заявлени\w+|коммюнике)|коммюнике", "joint statement"),
    (r"соглашени\w+|договорённост\w+", "agreement"),
    (r"меморандум\w*", "memorandum"),
    (r"протокол\w*", "protocol"),
    (r"программ\w*", "programme"),
    (r"деклараци\w+", "declaration"),
    (r"дорожн\w+ карт\w+", "roadmap"),
    (r"план\w*", "plan"),
    (r"контракт\w*", "contract"),
    (r"договор\w*|конвенци\w+|пакт\w*|харти\w+", "treaty"),
    (r"регламент\w*|положени\w+", "regulations"),
)
_KIND = lazy_regex(r"\b(?:" + "|".join(words for words, _ in _KINDS) + r")\b", re.IGNORECASE)
_ADJECTIVES = lazy_regex(r"(?:\b[\w-]+(?:ое|ый|ий|ая|ую|ого|ой|ые|ых|яя|юю|ее)\s+){1,4}\Z", re.IGNORECASE)
_FUTURE = lazy_regex(
    r"\b(?:будет|будут|подпиш\w+|планиру\w+|намерен\w*|предстоит|собира\w+|готов\w*|подготовлен\w*"
    r"|договорились\s+подписать|к\s+подписанию)\b",
    re.IGNORECASE,
)
_DONE = lazy_regex(
    r"\b(?:подписал[аио]?|подписан[аоы]?|подписание|заключил[аи]?|заключен[аоы]?|заключён|принял[аи]|принят[аоы]?)\b",
    re.IGNORECASE,
)
_TO_COME = lazy_regex(
    r"\b(?:подпис(?:ать|ан[аоы]?|ания|анию|ание)|подпиш\w+|заключить|заключат|принять|примут)\b", re.IGNORECASE
)
_NEVER = lazy_regex(
    r"\bне\b|\bесли\b|\bгодовщин\w+|\bлет\s+назад\b|\bгода?\s+назад\b|\bпроект\w*\b|\bзакон\w*\b|\bуказ\w*\b",
    re.IGNORECASE,
)
_NAMED = (
    r"(?:[\w-]+(?:ое|ый|ий|ая|ую|яя|юю)\s+){0,3}(?:соглашение|меморандум|протокол|программ[ау]|деклараци[яю]"
    r"|карт[ау]|план|контракт|договор|конвенци[яю]|пакт|харти[яю]|регламент|положение|заявление|коммюнике)\b"
)
"""One document, in the cases in which it is signed."""

_NEXT = lazy_regex(rf"(?:,|,?\s+(?:и|а\s+также))\s+(?={_NAMED})", re.IGNORECASE)
_AMONG = lazy_regex(
    r"\s{0,4}(?:Среди\s+(?:них|документов)|В\s+(?:их|том)\s+числе)\s*[:–—-]?\s+(?:[а-яё]+\s+){0,2}?"
    rf"(?={_NAMED})",
    re.IGNORECASE,
)
"""Behind `подписано 11 документов.`: what they are."""

_FARTHEST = 1500
_STOP = lazy_regex(
    rf",?\s+(?:и|а\s+также)\s+(?={_NAMED})|,\s+(?={_NAMED})|"
    r"[.;:!?](?=\s|\Z)|,\s+(?:котор\w+|что|а|но|где)\b|\s[–—]\s|\s+и\s+\w+(?:ли|ла|ло|лись|лся|лась)\b"
    r"|\s+(?:был[аои]?|будет|будут|подписан[аоы]?|в\s+ходе|по\s+итогам|на\s+полях"
    r"|после|в\s+присутствии|сегодня|вчера|завтра|в\s+\d{4}|\d{1,2}\s+(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт"
    r"|ноя|дек)\w*)\b",
    re.IGNORECASE,
)
_YEAR = lazy_regex(r"\b(?:1[6-9]|20)\d\d\b(?:\s+год)?")


def russian(reading: str, units: list[Unit], by_unit: dict[int, list[int]], year: int | None, found: Found) -> None:
    """Add the documents that Russian sentences say were or are to be signed."""
    for n, hits in by_unit.items():
        if reading[hits[0]] < "а":
            continue
        for start, end in sentences(reading, units[n].start, units[n].end):
            if bisect_left(hits, start) < bisect_left(hits, end):
                _sentence(reading, start, min(end, start + 1500), year, found)


def _sentence(reading: str, start: int, end: int, year: int | None, found: Found) -> None:
    future = _FUTURE.search(reading, start, end)
    verb = (_TO_COME if future else _DONE).search(reading, start, end)
    if verb is None or reading[max(start, end - 4) : end].rstrip(' \n"”»').endswith("?"):
        return
    behind = _KIND.search(reading, verb.end(), end)
    kind = behind or _KIND.search(reading, start, verb.start())
    begins = _AMONG.match(reading, end, end + _FARTHEST) if kind is None and "документ" in reading[start:end] else None
    if begins:
        behind = _KIND.search(reading, begins.end(), end + _FARTHEST)
        kind, end = behind, _end(reading, begins.end())
    if kind is None:
        return
    stop = end if behind else verb.start()
    title = _title(reading, max(start, kind.start() - 80), kind, stop)
    around = reading[start : min(title[0], end)] + " " + reading[title[1] : end]
    if _NEVER.search(around) or (not future and is_earlier(" ".join(_YEAR.findall(around)), year)):
        found.rejected.append(Mark(*title, "not signed now"))
        return
    status: DocumentStatus = "to be signed" if future else "signed"
    status_at = (future or verb).span() if future and future.start() < verb.start() else verb.span()
    named = [(kind, title)]
    while behind and len(named) < _MOST and (link := _NEXT.match(reading, named[-1][1][1], end)):
        again = _KIND.search(reading, link.end(), end)
        if again is None:
            break
        named.append((again, _title(reading, link.end(), again, end)))
    found.candidates.extend(_candidate(reading, one, at, status, status_at, start) for one, at in named)


_MOST = 20


def _end(reading: str, start: int) -> int:
    """Return where the sentence that names the documents ends."""
    stops = [at for mark in (". ", ".\n", "\n\n") if (at := reading.find(mark, start, start + _FARTHEST)) != -1]
    return min(stops, default=min(len(reading), start + _FARTHEST))


def _title(reading: str, low: int, kind: re.Match[str], end: int) -> Span:
    """Return the title around a word of a kind: adjectives before it, and what it is about."""
    adjectives = _ADJECTIVES.search(reading, low, kind.start())
    stop = _STOP.search(reading, kind.end(), end)
    return trimmed(reading, adjectives.start() if adjectives else kind.start(), stop.start() if stop else end)


def _candidate(
    reading: str, kind: re.Match[str], title: Span, status: DocumentStatus, status_at: Span, sentence: int
) -> Candidate:
    return Candidate(
        title=(title,),
        kind=kind_named(kind[0]),
        kind_at=kind.span(),
        status=status,
        status_at=status_at,
        sentence=sentence,
        parties=between(reading, *title),
        complemented=title[1] > kind.end(),
    )


def kind_word(reading: str, start: int, end: int) -> Span | None:
    """Return the first word of a kind in a Russian title, which heads it: `Протокол о поправках к Соглашению`."""
    found = _KIND.search(reading, start, end)
    return found.span() if found else None


def kind_named(word: str) -> DocumentKind:
    """Return the kind that a Russian word names, `other` for one that names none."""
    return next((kind for words, kind in _KINDS if re.fullmatch(words, word, re.IGNORECASE)), "other")


_BETWEEN = lazy_regex(
    r"\s+между\s+(?P<one>[^,.;:]{2,120}?)\s+и\s+(?P<other>[^,.;:]{2,120}?)(?=\s+(?:о|об|по|в|на)\s|\Z)"
)


def between(reading: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the parties of `меморандум между А и Б о …`, each with a name of its own."""
    found = _BETWEEN.search(reading, start, end) if reading.find("между", start, end) != -1 else None
    spans = (found.span("one"), found.span("other")) if found else ()
    return spans if all(any(letter.isupper() for letter in reading[a:b]) for a, b in spans) else ()
