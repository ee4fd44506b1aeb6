"""Signing as a noun: `the signing of a treaty took place`, `is ready for signature`, `put their signatures under`."""

from __future__ import annotations

import re

from communique.patterns import lazy_regex
from communique.records.model import DocumentStatus
from communique.records.signing.auxiliaries import ACTIVE, NEGATED, OBJECT_GAP, auxiliary
from communique.records.signing.model import Predicate
from communique.text import Span

_PREPARED = lazy_regex(
    r"(?:\b(?:is|are|was|were|been|being|be|will\s+be|today|now)\s+)?(?:\w+ly\s+|being\s+|almost\s+|now\s+)?(?:ready"
    r"|prepared?|prepares|readied|preparing|finali[sz]ed|submitted|agreed|open(?:ed)?|planned|scheduled|approved|presented|proposed)"
    r"\s+(?:and\s+ready\s+)?for\s+(?:the\s+|its\s+|their\s+)?\Z",
    re.IGNORECASE,
)
_FOR = lazy_regex(r"\bfor\s+(?:the\s+|joint\s+)?\Z", re.IGNORECASE)
_OBJECT = lazy_regex(r"\s+(?:an?|the|this|several)\s+\w", re.IGNORECASE)
_PUT = lazy_regex(
    r"\b(?:(?:has|have|had)\s+)?(?:put|puts|putting|affix(?:ed)?|set|placed|appended|left)\s+(?:their|his|her|its|the)\s+\Z",
    re.IGNORECASE,
)
_UNDER = lazy_regex(r"\s+(?:under|to|on|beneath|below|at\s+the\s+bottom\s+of|upon)\s+", re.IGNORECASE)
_OF = lazy_regex(r"(?:\s+ceremon(?:y|ies))?\s+(?:of|for)\s+", re.IGNORECASE)
_CEREMONY_WORD = lazy_regex(r"\s+ceremon(?:y|ies)\b", re.IGNORECASE)
_TO_COME = lazy_regex(
    r"\b(?:will|shall|planned|plans|planning|scheduled|expect(?:s|ed|ing)?|upcoming|forthcoming|prepar\w+|is to|are to"
    r"|look(?:s|ing)? forward|agree[ds]?|intends?|intention|tomorrow|ahead of|due|next)\b",
    re.IGNORECASE,
)
_HELD = lazy_regex(
    r"\b(?:hosted|there was|took (?:place|part)|participat\w+"
    r"|has taken place|(?:was|were|has been) (?:held|organi[sz]ed|marked|present|completed|crowned)"
    r"|ended|ends|culminat\w+|witness\w*|attend\w*|presence|after|following|followed by|result(?:s|ed) in"
    r"|concluded with|upon|marked|having|present at|crowned|completed|congratulat\w+|by|the result)\b",
    re.IGNORECASE,
)
_SPOKEN_OF = lazy_regex(
    r"\b(?:anniversar\w+|since|years?|propos\w+|suggest\w+|discuss\w*|possib\w+|call(?:s|ed)? for|importance|without"
    r"|postpon\w+|refus\w+|need\w*|before|idea|not|never|would|could|birthday|jubilee|decades?|if)\b",
    re.IGNORECASE,
)
_CEREMONY: tuple[tuple[re.Pattern[str], DocumentStatus], ...] = ((_TO_COME, "to be signed"), (_HELD, "signed"))


def nominal(reading: str, form: re.Match[str], before: str, sentence: Span) -> Predicate | None:
    """Return what `signing`, `signature`, `adoption` or `conclusion` says, `before` being the words in front of it."""
    base = form.start() - len(before)
    verb = form[0].lower()
    of = _OF.match(reading, form.end(), sentence[1])
    bare = not of and not _OBJECT.match(reading, form.end(), sentence[1])
    prepared = _PREPARED.search(before) or (_FOR.search(before) if bare else None)
    if prepared and verb.startswith("sign"):
        at = base + prepared.start()
        if not bare and not prepared[0].lower().startswith("for"):
            behind = of.end() if of else form.end() + 1
            return Predicate(status="to be signed", side="right", span=(at, form.end()), at=behind, verb=verb)
        return Predicate(status="to be signed", side="left", span=(at, form.end()), at=at, verb=verb)
    put = _PUT.search(before)
    under = _UNDER.match(reading, form.end(), sentence[1]) if put else None
    if put and under:
        return Predicate(
            status="signed", side="right", span=(base + put.start(), form.end()), at=under.end(), verb=verb
        )
    if of:
        status, reason = _ceremony(reading, form, sentence)
        return Predicate(status=status, side="right", span=form.span(), at=of.end(), verb=verb, reason=reason)
    if _CEREMONY_WORD.match(reading, form.end(), sentence[1]):
        status, reason = _ceremony(reading, form, sentence)
        return Predicate(status=status, side="left", span=form.span(), at=form.start(), verb=verb, reason=reason)
    return _gerund(reading, form, before, sentence) if verb.endswith("ing") else None


def _gerund(reading: str, form: re.Match[str], before: str, sentence: Span) -> Predicate:
    """Read `are signing a treaty`, `after signing a treaty`."""
    progressive = auxiliary(ACTIVE, before)
    gap = OBJECT_GAP.match(reading, form.end(), sentence[1])
    at = gap.end() if gap else form.end()
    verb = form[0].lower()
    if progressive and (progressive["going"] or progressive["future"]):
        status: DocumentStatus | None = None if NEGATED.search(progressive[0]) else "to be signed"
        span = (form.start() - len(before) + progressive.start(), form.end())
        return Predicate(status=status, side="right", span=span, at=at, verb=verb, reason="not signed")
    status, reason = _ceremony(reading, form, sentence)
    return Predicate(status=status, side="right", span=form.span(), at=at, verb=verb, reason=reason)


def _ceremony(reading: str, form: re.Match[str], sentence: Span) -> tuple[DocumentStatus | None, str]:
    """Judge `the signing of …` by the words of its sentence: held, to come, or spoken of only."""
    left = reading[sentence[0] : form.start()]
    right = reading[form.end() : sentence[1]]
    if not _SPOKEN_OF.search(left):
        for pattern, status in _CEREMONY:
            if pattern.search(left) or pattern.search(right):
                return status, ""
    return None, "a signing that is only spoken of"
