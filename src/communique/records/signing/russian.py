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
_STOP = lazy_regex(
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
    kind = _KIND.search(reading, verb.end(), end) or _KIND.search(reading, start, verb.start())
    if kind is None:
        return
    status: DocumentStatus = "to be signed" if future else "signed"
    adjectives = _ADJECTIVES.search(reading, max(start, kind.start() - 80), kind.start())
    at = adjectives.start() if adjectives else kind.start()
    stop = _STOP.search(reading, kind.end(), end if kind.start() > verb.start() else verb.start())
    title = trimmed(reading, at, stop.start() if stop else (end if kind.start() > verb.start() else verb.start()))
    around = reading[start:at] + " " + reading[title[1] : end]
    if _NEVER.search(around) or (not future and is_earlier(" ".join(_YEAR.findall(around)), year)):
        found.rejected.append(Mark(*title, "not signed now"))
        return
    found.candidates.append(
        Candidate(
            title=(title,),
            kind=kind_named(kind[0]),
            kind_at=kind.span(),
            status=status,
            status_at=(future or verb).span() if future and future.start() < verb.start() else verb.span(),
            sentence=start,
            parties=between(reading, *title),
            complemented=title[1] > kind.end(),
        )
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
    found = _BETWEEN.search(reading, start, end)
    spans = (found.span("one"), found.span("other")) if found else ()
    return spans if all(any(letter.isupper() for letter in reading[a:b]) for a, b in spans) else ()
