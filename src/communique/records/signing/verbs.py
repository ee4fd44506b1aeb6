"""Verbs of signing in a sentence: who stands on which side of them, whether it is done, to come, or neither."""

from __future__ import annotations

import re

import msgspec

from communique.patterns import lazy_regex
from communique.records.model import DocumentStatus
from communique.records.signing.auxiliaries import ACTIVE, ADVERB, ADVERBS, NEGATED, OBJECT_GAP, PASSIVE, auxiliary
from communique.records.signing.ceremonies import nominal
from communique.records.signing.model import Predicate
from communique.text import Span

_STEMS = ("ign", "dopt", "onclu")
"""Literals of the English verbs, searched for before any pattern runs: 2 to 3 µs each in a wire of 4,000 characters.

`ign` counts after an s.
"""

_RARE_STEMS = ("nitial", " ink", "sealed")
"""Verbs of news, which stand early in a wire if at all."""

_EARLY = 2000
_RUSSIAN_STEMS = ("одпис", "аключ", "ринят", "ринял")
_MOST_HITS = 300

_FORM = lazy_regex(
    r"(?:(?P<done>(?:sign|adopt|conclud|initiall?|ink|seal)ed)|(?P<base>sign|adopt|conclude|initial|ink|seal)"
    r"|(?P<third>signs|adopts|concludes|initials|inks|seals)|(?P<noun>signing|signatures?|adoption|conclusion|adopting"
    r"|concluding|initialling))\b",
    re.IGNORECASE,
)
_NO_VERB = lazy_regex(r"\s+(?:up|off|in(?!\s+(?-i:[A-Z]))|out|on|that|his|her|with|by)\b", re.IGNORECASE)
_NO_SUBJECT = lazy_regex(r"\b(?:we|I|you|and|please|the|a|an|this|good|no|every|one|any)\s+\Z", re.IGNORECASE)
"""What makes `sign` a noun or a request."""

_PROMISES = lazy_regex(
    r"going|about|plan(?:s|ned|ning)?|intend(?:s|ed)?|intentions?|agree[ds]?|expect(?:s|ed)?|due|set|ready|readiness"
    r"|prepar(?:e|es|ed|ing)|scheduled|decided|decision|undertook|promised|arranged|here|me(?:t|et|ets)|gathered"
    r"|came|come|arrived|assembled|is|are|am|was|were|re|slated|poised|aim(?:s|ed)?|committed|pledged|proceed|consented|resolved"
    r"|beg[iu]n|determined|time|soon",
    re.IGNORECASE,
)
"""What governs an infinitive that will come true: `plan to sign`, `are to sign`, `met to sign`."""

_DONE = lazy_regex(r"managed|able|succeeded", re.IGNORECASE)
_REFUSES = lazy_regex(
    r"refuse[ds]?|decline[ds]?|fail(?:s|ed)?|unable|impossible|reluctant|unwilling|too|not", re.IGNORECASE
)
_DENIABLE = frozenset({"ready", "going", "able"})
_HAD = lazy_regex(r"\bhad\s+(?:(?:also|originally|earlier|first|once)\s+)?\Z", re.IGNORECASE)
"""`had planned to sign`: it came to nothing."""

_DENIED = lazy_regex(r"(?:\bnot|n['’]t|\bnever|\byet|\bhas|\bhave)\s+\Z", re.IGNORECASE)
_ADVERB_WORD = lazy_regex(rf"{ADVERB}|in|the|a|this|next|near|future|coming|days?|weeks?|months?|year", re.IGNORECASE)
_FINITE = lazy_regex(rf"\b(?:is|are|was|were|has\s+been|have\s+been)\s+{ADVERBS}\Z", re.IGNORECASE)
_NOW = lazy_regex(r"\b(?:today|now|hereby)\b", re.IGNORECASE)
_REPORTED = lazy_regex(
    r"\b(?:said|announced|told|noted|promised|stressed|reported|added|confirmed|according|agreed|decided|planned|expected)\b",
    re.IGNORECASE,
)
_PREPARING = lazy_regex(
    r"\b(?P<aux>will|shall|would|could|can|may|might|should|must|to)\s+(?:\w+ly\s+|also\s+|soon\s+|jointly\s+)?"
    r"(?:prepare|draft|draw\s+up|develop|elaborate|finali[sz]e|complete|work\s+out|negotiate|agree|consider|approve"
    r"|formulate|initial|conclude|adopt|review|coordinate|discuss)\b",
    re.IGNORECASE,
)
_INVERTED = lazy_regex(r"\s+(?:(?:was|were)|(?:has|have)\s+been)\s+(?=(?:an?|the)\s)", re.IGNORECASE)
_OPENS = lazy_regex(r"\W*(?:(?:also|additionally|finally|then)\W+)?", re.IGNORECASE)
"""Before and behind a verb that stands first: `Also signed was a protocol on grain.`"""
_MOST_COORDINATED = 300
_NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
_SUBORDINATE = frozenset({"if", "unless", "until", "when", "whether", "before", "whenever"})
_DATED = lazy_regex(r"\b(?:until|before|by) (?:the )?(?:(?:end|beginning|start|middle) of )?(?:the )?(?:year )?\d")
"""A time limit, which is no condition: `approved the programme until 2030 and signed a contract`."""

_UNCERTAIN = frozenset({"if", "unless", "provided"})


def stems(reading: str, start: int, end: int) -> list[int]:
    """Return places inside the verbs of signing, in order, bounded in number."""
    hits = _places(reading, "ign", start, end)
    hits = [at for at in hits if reading[at - 1] in "sS"] if hits else hits
    for stem in _STEMS[1:]:
        hits += _places(reading, stem, start, end)
    early = min(end, start + _EARLY)
    for stem in _RARE_STEMS:
        hits += _places(reading, stem, start, early)
    if reading.find("о", start, end) != -1:
        for stem in _RUSSIAN_STEMS:
            hits += _places(reading, stem, start, end)
    hits.sort()
    return hits[:_MOST_HITS]


def _places(reading: str, stem: str, start: int, end: int) -> list[int]:
    at = reading.find(stem, start, end)
    if at == -1:
        return []
    places: list[int] = []
    while at != -1 and len(places) < _MOST_HITS:
        places.append(at)
        at = reading.find(stem, at + len(stem), end)
    return places


def predicate(reading: str, hit: int, sentence: Span) -> Predicate | None:
    """Return what the verb form that holds the literal found at `hit` says, or None where it is no such verb."""
    start = hit
    while start > sentence[0] and reading[start] != " " and reading[start - 1].isalpha():
        start -= 1
    form = _FORM.match(reading, start + (reading[start] == " "), sentence[1])
    if form is None:
        return None
    start = form.start()
    before = reading[max(sentence[0], start - 90) : start]
    passive = auxiliary(PASSIVE, before) if form["done"] else None
    if form["noun"]:
        one = nominal(reading, form, before, sentence)
    elif passive:
        one = _passive(reading, form, passive, before, sentence)
    else:
        one = _active(reading, form, before, sentence)
    return _judged(reading, sentence, one) if one else None


def _passive(reading: str, form: re.Match[str], aux: re.Match[str], before: str, sentence: Span) -> Predicate:
    at = start = form.start() - len(before)
    if aux["to"]:
        status, reason, words = _promise(before[: aux.start("to")])
        finite = _FINITE.search(before[:words])
        at += finite.start() if finite else words
    else:
        status, reason = _passive_status(aux, reading[sentence[0] : start + aux.start()])
        at += aux.start()
    if NEGATED.search(aux[0]):
        status, reason = None, "not signed"
    singular = re.match(r"(?:has|was|is)\b", aux[0], re.IGNORECASE)
    return Predicate(
        status=status,
        side="left",
        span=(at, form.end()),
        at=at,
        verb=form[0].lower(),
        singular=singular is not None,
        reason=reason,
    )


def _passive_status(aux: re.Match[str], left: str) -> tuple[DocumentStatus | None, str]:
    if aux["perfect"] or aux["past"]:
        return "signed", ""
    if aux["doubt"]:
        reported = aux["doubt"].lower().startswith("would") and _REPORTED.search(left)
        return ("to be signed", "") if reported else (None, "possible only")
    if aux["present"] and not _NOW.search(aux[0]):
        return None, "no event"
    return "to be signed" if not aux["present"] else "signed", ""


def _active(reading: str, form: re.Match[str], before: str, sentence: Span) -> Predicate | None:
    if not form["done"] and _NO_VERB.match(reading, form.end(), sentence[1]):
        return None
    inverted = _INVERTED.match(reading, form.end(), sentence[1]) if form["done"] else None
    if inverted and _OPENS.fullmatch(reading[sentence[0] : form.start()]):
        return Predicate(
            status="signed", side="right", span=(form.start(), inverted.end()), at=inverted.end(), verb=form[0].lower()
        )
    coordinated = _coordinated(reading, form, before, sentence) if form["base"] else None
    if coordinated:
        return coordinated
    aux = auxiliary(ACTIVE, before)
    if aux and form["done"] and not aux["perfect"]:
        aux = None
    if aux is None and form["base"] and (form["base"].lower() == "initial" or _NO_SUBJECT.search(before)):
        return None
    status, reason, words = _active_status(aux, before)
    gap = OBJECT_GAP.match(reading, form.end(), sentence[1])
    return Predicate(
        status=status,
        side="right",
        span=(form.start() - len(before) + words, form.end()),
        at=gap.end() if gap else form.end(),
        verb=form[0].lower(),
        participle=bool(form["done"]) and aux is None,
        reason=reason,
    )


def _coordinated(reading: str, form: re.Match[str], before: str, sentence: Span) -> Predicate | None:
    """Read `agreed to prepare a memorandum and (to) sign it`: the first infinitive or auxiliary governs both."""
    if not before[-9:].strip().endswith(("and", "and to", "then")):
        return None
    left = reading[max(sentence[0], form.start() - _MOST_COORDINATED) : form.start()]
    found = list(_PREPARING.finditer(left))
    if not found:
        return None
    word = found[-1]["aux"].lower()
    status: DocumentStatus | None = "to be signed" if word in {"will", "shall"} else None
    reason, words = "possible only", found[-1].start()
    if word == "to":
        status, reason, words = _promise(left[: found[-1].start()])
    gap = OBJECT_GAP.match(reading, form.end(), sentence[1])
    at = form.start() - len(left) + words
    return Predicate(
        status=status,
        side="right",
        span=(at, form.end()),
        at=gap.end() if gap else form.end(),
        verb=form[0].lower(),
        reason=reason,
    )


def _active_status(aux: re.Match[str] | None, before: str) -> tuple[DocumentStatus | None, str, int]:
    """Judge an active verb by its auxiliary; the number says where in `before` the words begin that say the status."""
    if aux is None:
        return "signed", "", len(before)
    if NEGATED.search(aux[0]) or aux["did"]:
        return None, "not signed", aux.start()
    if aux["perfect"]:
        return "signed", "", aux.start()
    if aux["future"] or aux["going"]:
        return "to be signed", "", aux.start()
    return _promise(before[: aux.start("to")]) if aux["to"] else (None, "possible only", aux.start())


def _promise(left: str) -> tuple[DocumentStatus | None, str, int]:
    """Judge an infinitive by the word that governs it; the number says where in `left` that word begins."""
    words = list(re.finditer(r"[\w’']+", left))[-5:]
    for match in reversed(words):
        word = match[0].lower()
        if _REFUSES.fullmatch(word):
            return None, "not signed", match.start()
        if _DONE.fullmatch(word):
            return "signed", "", match.start()
        if _PROMISES.fullmatch(word):
            before = left[: match.start()]
            denied = (word in _DENIABLE and _DENIED.search(before)) or _HAD.search(before)
            return (None, "not signed", match.start()) if denied else ("to be signed", "", match.start())
        if not _ADVERB_WORD.fullmatch(word):
            break
    return None, "possible only", words[-1].start() if words else len(left)


def _judged(reading: str, sentence: Span, one: Predicate) -> Predicate:
    """Turn down what stands under `if`, `when`, `before`, `until`, and what nobody signed."""
    if one.status is None:
        return one
    if reading[max(sentence[0], sentence[1] - 4) : sentence[1]].rstrip(' \n"”»').endswith("?"):
        return msgspec.structs.replace(one, status=None, reason="a question")
    left = reading[sentence[0] : one.span[0]].lower()
    clause = left[max(left.rfind(", "), left.rfind("; ")) + 1 :]
    words = _DATED.sub(" ", clause).split()
    if not _SUBORDINATE.isdisjoint(words) or "as soon as" in clause or not _UNCERTAIN.isdisjoint(left.split()):
        return msgspec.structs.replace(one, status=None, reason="under a condition")
    if not _NOBODY.isdisjoint(words):
        return msgspec.structs.replace(one, status=None, reason="not signed")
    return one
