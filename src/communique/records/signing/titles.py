"""Mentions of documents in a sentence: where a title begins and ends, whether it is one paper or several.

A title has no article, may have words before its kind (`strategic partnership agreement`) and a complement behind it
(`on grain`, `between A and B`), and ends where the sentence goes on to time, place or another matter.
"""

from __future__ import annotations

import re

import msgspec

from communique.patterns import lazy_regex
from communique.records.signing.kinds import GENERIC, KIND, is_generic, is_plural, names_kind
from communique.text import Span, trimmed

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NUMBER = (
    r"(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty)-\w+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|dozens?)"
)
_ARTICLE = r"an?|the|this|that|these|those|another|any|some|no|each|every|its|their|our|his|her|my|your|such(?: an?)?"
_NEVER_BEFORE_KIND = (
    _ARTICLE
    + r"|of|on|in|at|by|for|with|to|from|into|under|over|between|among|during|after|before|following|since|until"
    r"|through|about|against|within|without|via|per|upon|including|as|than|then|is|are|was|were|be|been|being|has"
    r"|have|had"
    r"|will|shall|would|can|could|may|might|must|should|do|does|did|said|says|told|noted|that|which|who|whom|whose|when"
    r"|where|while|if|because|not|never|nor|but|or|so|thus|also|today|yesterday|tomorrow|finally|later|recently|soon"
    r"|signed|signing|sign|signs|adopted|adopting|adopt|concluded|concluding|conclude|initialled|it|we"
    r"|he|she"
    r"|they|I|you|both|discussed|approved|prepared|agreed|all"
)
_MODIFIER = (
    r"(?:“[^“”]{1,90}”|\"[^\"]{1,90}\"|«[^«»]{1,90}»"
    rf"|(?!(?:{_NEVER_BEFORE_KIND}|{_NUMBER})(?![\w-]))[\w’'&./-]{{1,40}})"
)
_QUANTITY = (
    r"(?:an?|the)\s+(?:\w+\s+)?(?:number|series|package|set|range|raft|host|row|pack|variety|body|bundle)\s+of\s+"
)
MENTION = lazy_regex(
    rf"(?<![\w’'-])(?:{_QUANTITY}"
    rf"|(?P<article>{_ARTICLE})\s+)?(?P<count>{_NUMBER}\s+)?(?P<title>(?:{_MODIFIER},?\s+){{0,12}}?"
    rf"(?<![\w-])(?P<kind>{KIND}|{GENERIC}))(?![\w-])",
    re.IGNORECASE,
)
"""An article, a count, modifiers and a word of a kind."""

_NO_DOCUMENT = lazy_regex(
    r"\b(?:draft|drafts|bill|laws?|decrees?|orders?|ordinances?|directives?|resolutions?|acts?|executive"
    r"|amendments?|budget"
    r"|peace of|visitors?|guest|autograph|safety|development works|annual report|loan applications?|study|lesson|floor"
    r"|curriculum|television|radio|TV|music|concert|payment|data|financial|opening|closing|press|hotel"
    r"|business case)\b",
    re.IGNORECASE,
)
"""Words before the kind that make it another thing: a draft agreement, an order, a concert programme."""

_QUOTED_OR_STOP = lazy_regex(
    r"“[^“”]{0,200}”|\"[^\"]{0,200}\"|«[^«»]{0,200}»|"
    r"(?P<weak>,?\s+on\s+the\s+(?:basis|results|initiative)\b)|(?P<stop>[;:!?…]|,?[”»]|[,.]\"|\.(?=\s|\Z)|\s+[–—-]\s"
    r"|\s*\((?!\w{2,8}\))"
    rf"|,?\s+(?:on\s+(?:{_DAY}|{MONTH}\b|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}|the\s+(?:same\s+day|sidelines|margins"
    rf"|occasion|eve|(?:first|second|third|sixth)(?=\s+(?:day|of\s+{MONTH})\b|[,.;]|\s*\Z))|this\s|that\s|behalf)"
    rf"|in\s+(?:(?:the\s+)?(?:spring|summer|autumn|fall|winter|presence|course|framework|context|near\s+future|coming"
    rf"|margins|morning|afternoon|evening|first\s+half|second\s+half|following)\b|{MONTH}\b|early\b|late\b|mid-"
    rf"|order\b|addition\b|\d{{4}}\b"
    rf"|(?:{_NUMBER}|a\s+few|several)\s+(?:days|weeks|months|years))"
    r"|at\s+(?:the|an?|its|their|our|this|that|his|her)\b|by\b|during\b|following\b|after\b|before\b"
    r"|within\s+the\s+framework"
    r"|as\s+(?:part|a\s+result|soon|early|reported|well\s+as\s+to)\b|under\s+(?:which|the\s+auspices"
    r"|the\s+chairmanship)"
    r"|while\b|when\b|where\b|which\b|who\b|whose\b|that\b|because\b|so\s+that|since\b|alongside\b|upon\b|thanks\b"
    r"|according\b|(?:and|or)\s+(?:then\s+)?(?:to\s+)?sign(?:ed|s)?\s+(?:it|them|this)\b|to\s+mark\b|for\s+the\s+first\s+time|for\s+sign(?:ing|ature)|today\b|yesterday\b|tomorrow\b"
    r"|tonight\b"
    r"|there\b(?!\s+(?:is|are))|here\b|soon\b|shortly\b|later\b|earlier\b|now\b|already\b|next\s+\w|last\s+\w|this\s+(?:morning|afternoon"
    r"|evening|week"
    r"|month|year|spring|summer|autumn|winter)|is\b|are\b|being\b|was\b|were\b|will\b|shall\b|has\b|have\b|had\b"
    r"|can\b|may\s+be\b|took\b|takes?\s+place|held\b"
    r"|would\b|should\b|could\b|must\b|provid(?:es?|ing)\b|concerns?\b|covers?\b|covering\b|envisag(?:es?|ing)\b"
    r"|regulates?\b"
    r"|lays?\b|opens?\b|allows?\b|includ(?:es?|ing)\b|signed\b|adopted\b|concluded\b|prepared\b|said\b|noted\b"
    r"|(?:told|added)\b"
    r"|(?:and|but)\s+(?:then|thus|also|he|she|they|we|it|I|you|will|has|have|had|is|are|was|were|would|agreed|discussed"
    r"|exchanged|expressed|held|took|spoke|said|noted|that|\w{3,20}ed\s+(?:the|an?|to|that|on|his|her|their|its|our"
    r"|how)\b))"
    r"|,\s+(?!\s))",
    re.IGNORECASE,
)
"""Quoted parts, which a title may hold whole, or the places where a sentence may leave the title."""

_NEXT_DOCUMENT = lazy_regex(
    rf",?\s+(?:and|&|as\s+well\s+as|plus|along\s+with|together\s+with|or)(?:\s+also)?\s+"
    rf"(?=(?:(?:an?|the|another|its|{_NUMBER})\s+(?:[\w’'&-]{{1,40}}\s+){{0,6}}?|)(?:{KIND}|{GENERIC})\b)"
    rf"|,\s+(?=(?:an?|the|another)\s+(?:[\w’'&-]{{1,40}},?\s+){{0,6}}?(?:{KIND})\b)",
    re.IGNORECASE,
)
"""Where a second document follows: `… on grain and a protocol on …`."""

_ORDINAL = r"\(?(?:\d{1,2}|[a-z])\)\s+"
_NUMBERED = lazy_regex(_ORDINAL)
_SEMICOLON = lazy_regex(rf"\s*;\s+(?:and\s+)?(?:{_ORDINAL})?|,?\s+(?:and\s+)?{_ORDINAL}", re.IGNORECASE)
"""Before the next of several: `a treaty on eels; a plan`, `1) a treaty on eels, 2) a plan`."""

_LIST_GOES_ON = lazy_regex(
    r",\s+(?:(?!(?:and|or|an?|the|which|who|that|where|when|while|but|so|as|said|noted|after|following|during|including"
    r"|according|signed|aimed|designed|under|in|on|at|with|by|to|this|it|they|he|she|we|for|both|all"
    r"|each)\b)[\w’'-]{1,40},?\s+){1,7}"
    r"(?:and|or)\s+(?!(?:an?|the|he|she|it|they|we|will|was|were|is|are|has|have|\w{3,20}ed\s+(?:the|an?|to|that))\b)",
    re.IGNORECASE,
)
"""A comma inside a title: `on trade, transport and energy`."""

_OPENS_COMPLEMENT = lazy_regex(
    r"\s+(?:on|of|for|against|towards?|worth|between|among|in|with|to|about|concerning|regarding|from|until|amending|establishing|governing"
    r"|“|\"|«|[A-Z0-9(])"
)
_WITH_PARTY = lazy_regex(
    r"\s+with\s+(?P<party>(?:the\s+|an?\s+|our\s+|its\s+|their\s+)?[\w“\"«].*)\Z", re.DOTALL | re.IGNORECASE
)
_GOES_ON = lazy_regex(r"\s(?:on|for|concerning|regarding|about|in\s+the\s+(?:field|area|sphere)s?|to)\s", re.IGNORECASE)
_IN_PLACE = lazy_regex(r"\s+(?:in|at)\s+[A-Z][\w’'-]+\Z")
_SAYS_NOTHING = lazy_regex(
    r"(?:\s+of\s+(?:understanding|cooperation|intent|intention)(?:\s*\(\w{2,8}\))?(?:\s+to\s.*)?)?(?:\s+worth\s.*)?",
    re.DOTALL,
)
"""Behind a plural kind, what is no title: `memorandums of understanding (MoUs) to widen cooperation`."""

_SPHERES = lazy_regex(r"\b(?:spheres?|areas?|fields?|sectors?|matters|issues)\b", re.IGNORECASE)


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One document, or several under one plural, as a sentence names it."""

    start: int
    """Where the mention begins, its article included."""
    title: Span
    kind: Span
    """The word that says the kind."""
    article: str
    """Lower case; empty where none is printed."""
    counted: bool
    """Whether a number stands before it."""
    plural: bool
    complemented: bool
    """Whether the title goes on behind the kind."""
    party: Span | None
    """What a trailing `with …` names; it belongs to no title."""
    end: int
    """Where the mention ends, a trailing `with …` included."""

    def is_unnamed(self, reading: str) -> bool:
        """Whether this says only that there are papers: `several documents`, `new agreements in the customs sphere`."""
        word = reading[slice(*self.kind)]
        if is_generic(word):
            return self.plural or not self.complemented
        rest = reading[self.kind[1] : self.title[1]]
        return self.plural and (_SAYS_NOTHING.fullmatch(rest) is not None or _SPHERES.search(rest) is not None)


def mention(reading: str, start: int, end: int) -> Mention | None:
    """Return the document named right at `start` (an article may come first), looking no further than `end`."""
    match = MENTION.match(reading, start, end)
    return _mention(reading, match, end) if match else None


def mentions(reading: str, start: int, end: int) -> list[Mention]:
    """Return the documents named between two offsets, outermost ones only, in order."""
    found = []
    match = MENTION.search(reading, start, end)
    while match:
        one = _mention(reading, match, end)
        if one:
            found.append(one)
        at = max(one.end if one else 0, match.end())
        match = MENTION.search(reading, at, end) if names_kind(reading[at:end]) else None
    return found


def chain(reading: str, start: int, end: int) -> list[Mention]:
    """Return the documents enumerated from `start`: `a protocol on A, a plan for B and a treaty`."""
    found: list[Mention] = []
    number = _NUMBERED.match(reading, start, end)
    one = mention(reading, number.end() if number else start, end)
    while one:
        found.append(one)
        link = _NEXT_DOCUMENT.match(reading, one.end, end) or _SEMICOLON.match(reading, one.end, end)
        one = mention(reading, link.end(), end) if link else None
    return found


def next_document(reading: str, start: int, end: int) -> int | None:
    """Return where the next mention with an article begins behind a comma or `and`."""
    link = _NEXT_DOCUMENT.search(reading, start, end)
    return link.end() if link else None


def _mention(reading: str, match: re.Match[str], end: int) -> Mention | None:
    start, kind = match.start("title"), match.span("kind")
    if _NO_DOCUMENT.search(reading, start, kind[0]):
        return None
    comma = -1 if match["article"] or match["count"] else reading.rfind(", ", start, kind[0])
    start = trimmed(reading, comma + 1, kind[1])[0] if comma != -1 else start
    stop = _title_end(reading, kind[1], end)
    title, party = _without_party(reading, start, kind[1], stop)
    return Mention(
        start=start if comma != -1 else match.start(),
        title=title,
        kind=kind,
        article=(match["article"] or "").lower(),
        counted=bool(match["count"]),
        plural=is_plural(match["kind"]),
        complemented=title[1] > kind[1],
        party=party,
        end=stop,
    )


def _title_end(reading: str, kind_end: int, end: int) -> int:
    if not _OPENS_COMPLEMENT.match(reading, kind_end, end):
        return kind_end
    limit = end
    second = _NEXT_DOCUMENT.search(reading, kind_end, end)
    if second:
        limit = second.start()
    at = kind_end
    while True:
        found = _QUOTED_OR_STOP.search(reading, at, limit)
        if found is None:
            return trimmed(reading, kind_end, limit)[1]
        if found["stop"] is None and (found["weak"] is None or found.start() == kind_end):
            at = found.end()
            continue
        goes_on = _LIST_GOES_ON.match(reading, found.start(), limit) if reading[found.start()] == "," else None
        if goes_on is None:
            return max(kind_end, found.start())
        at = goes_on.end()


def _without_party(reading: str, start: int, kind_end: int, stop: int) -> tuple[Span, Span | None]:
    """Cut a trailing `with the University of Strelsau` or `in Strelsau` off a title."""
    place = _IN_PLACE.search(reading, kind_end, stop)
    if place and " on " in reading[kind_end : place.start()]:
        stop = place.start()
    party = _WITH_PARTY.search(reading, kind_end, stop)
    if party is None or _GOES_ON.search(reading, party.end() - len(party["party"]), stop):
        return (start, stop), None
    return (start, party.start()), party.span("party")


_AFTER_VERB = lazy_regex(
    r"\s+(?:on(?!\s+(?:the\s+[\w-]{1,30}\s+side|behalf)\b)|concerning|regarding|about|for(?!\s+(?:(?:a|the)\s+(?:period|term)|[\w-]{1,20}\s+(?:years?|months?))\b))\s",
    re.IGNORECASE,
)


def complement(reading: str, at: int, end: int) -> Span | None:
    """Return a complement that stands behind the verb: `a memorandum was signed on cooperation in grain`."""
    if not _AFTER_VERB.match(reading, at, end):
        return None
    stop = _title_end(reading, at, end)
    return trimmed(reading, at, stop) if stop > at else None
