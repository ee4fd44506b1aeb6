"""Parties of a document as printed: `between A and B`, `with A`, `by the ministers of A and B`, the signers' states."""

from __future__ import annotations

import re

from communique.patterns import lazy_regex
from communique.records.signing.holders import holders, names_office
from communique.text import Span, trimmed

_BETWEEN = lazy_regex(r"\b(?:between|among)\s+", re.IGNORECASE)
_WITH = lazy_regex(r"(?:\s+of\s+\w+)?\s+with\s+", re.IGNORECASE)
_FIRST = lazy_regex(r"\s*(?:Also,?\s+|Then,?\s+|Finally,?\s+)?(?:[Ww]ith|[Bb]etween)\s+")
_AFTER = lazy_regex(r",?\s+(?P<word>between|among|by|with)\s+", re.IGNORECASE)
_ON_BEHALF = lazy_regex(
    r"\bon\s+behalf\s+of\s+(?:the\s+)?(?P<state>[A-Z][^,;.]{1,80}?)(?=\s+(?:by|and|was|the\s+\w+\s+was)\b|[,;.]|\Z)"
)
_ENDS = lazy_regex(
    r"(?<!named)\s+(?:on|for|in|concerning|regarding|about|to|until|under|aimed|within|at|during|following|through|after"
    r"|which|that|was"
    r"|were|is|are|will|has|have|signed|adopted|concluded|today|yesterday|as\s+well\s+as\s+(?:an?|the)\s+\w+\s+on"
    r"|provid\w+)\b"
    r"|[.;:(!?…](?=\s|\Z|\w)|\s[–—-]\s|,\s+(?:which|while|the\s+first|as|aimed|providing|he|she|it|they|said"
    r"|and\s+\w+ed)\b",
    re.IGNORECASE,
)
_NOTE = lazy_regex(r"\([^()\n]{1,60}\)(?=,?\s+and\s|,\s)")
"""A bracket behind one party before the next: `Customs Service (Ruritania) and …`."""

_ABBREVIATION = lazy_regex(r"\b(?:[A-Z]|St|Dr|Co|Ltd|Inc|Corp)\Z")
_OF_A_BODY = lazy_regex(
    r"\b(?:Agency|Ministry|Department|Cent(?:re|er)|Fund|Foundation|Institute|Committee|Commission|Council|Bank|Office"
    r"|Service|Authority|Association|Society|Union|Organi[sz]ation|Directorate|Administration|Board|Academy|School"
    r"|Corporation|Bureau|Company|Rector|Minister|Director|President|Envoy|Secretary|Head)\s+(?:for|on|under)"
    r"\s+(?:the\s+)?(?!Cooperation|Joint|Mutual|Exchange|Peace)(?=[A-Z])"
)
"""Inside a name: `Federal Agency for Fishery`, `Committee on Trade`, `Service under the Government`."""

_UNRESOLVED = lazy_regex(
    r"\A(?:the\s+)?(?:(?:two|three|four|five|both|our|their|these|its|his|her|participating|member)\b|sides\b"
    r"|parties\b|countries\b"
    r"|governments\Z|(?:\w+\s+)?(?:governments?|ministr(?:y|ies)|ministers|presidents|leaders|delegations|companies"
    r"|universities"
    r"|regions|agencies|institutions)(?:\s+of\s+(?:the\s+)?(?:two|both|our|their|these|three)\b.*|\s*)\Z)",
    re.IGNORECASE | re.DOTALL,
)
_OFFICES = lazy_regex(
    r"\A(?:the\s+)?(?:heads|chiefs|directors|ministers|representatives)\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:services|agencies|ministries|authorities|governments|departments|committees)\s+of\s+(?=\S)"
    r"|\A(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:governments|ministers|ministries|presidents|leaders|heads(?:\s+of\s+\w+)?"
    r"|rectors|mayors|governors"
    r"|chancellors|kings|academies|parliaments|banks|agencies|authorities|delegations|ombudsmen|prosecutors|services)"
    r"(?:\s+of\s+(?:state|government|foreign\s+affairs|defen[cs]e|trade|energy|transport|education|health|finance"
    r"|culture"
    r"|agriculture|sciences?|justice|internal\s+affairs|the\s+economy))?(?:\s+of)?\s+of\s+(?=\S)"
    r"|\A(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:governments|ministers|presidents|leaders|heads|rectors|mayors|governors"
    r"|chancellors"
    r"|academies|parliaments|banks|agencies|authorities|services|cities|towns|ports|communes)\s+of\s+(?=\S)",
    re.IGNORECASE,
)
"""`the defence ministers of` before the states that are meant."""

_NAME = lazy_regex(r"[A-ZА-ЯЁ“\"«]")
_ARTICLE = lazy_regex(r"(?:the|an?)\s+", re.IGNORECASE)
_AND = lazy_regex(r"\s+and\s+")
_AND_ARTICLE = lazy_regex(r"\s+and\s+(?=the\s)")
_COMMA = lazy_regex(r",\s+(?:and\s+)?(?!(?:Ltd|Inc|LLC|Corp|Co|JSC|GmbH|S\.A)\b)")
_BODY = lazy_regex(
    r"(?:[Tt]he\s+)?(?P<state>(?:[A-Z][\w’'&.-]*|“[^”]{1,60}”|\"[^\"]{1,60}\"|«[^»]{1,60}»)(?:\s+(?:(?:of|for|the"
    r"|and|de|la|named\s+after)\s+)*(?:[A-Z\d][\w’'&.-]*"
    r"|“[^”]{1,60}”|\"[^\"]{1,60}\"|«[^»]{1,60}»|(?:university|works|company|bank|institute|ministry|group|agency"
    r"|academy|plant|city|region|centre|center)\b))*)"
)
_BODY_WORD = lazy_regex(
    r"\b(?:Republic|Kingdom|Federation|Union|Universit\w+|Institute|Ministry|Government|Compan(?:y|ies)|Bank|Agency"
    r"|Academy|Centre|Center"
    r"|Group|Corporation|Commission|Committee|works|Authority|Association|Council|Fund|Foundation|Exchange"
    r"|Department|Service|States?|Holding|[POC]?JSC|LLC|LLP|Ltd|Inc|Co|GmbH|AG|plc|OOO|PAO|Technopark|Plant"
    r"|Office|College|School|Museum|Library|Hospital|Chamber|Shipyard|Yard|Zoo|Airport|Port|Mill|Mint|Theatre|Theater|Lyceum|Cent(?:re|er)|Studio|Club|Clinic|Organi[sz]ation|Secretariat|Railways?|Airlines?|plant"
    r"|Emirates|University|Territory|Region|Oblast|Krai|Province)\b",
    re.IGNORECASE,
)
_NO_BODY = lazy_regex(
    r"(?:We|They|He|She|It|I|You|Both|The|This|Mr|Mrs|Ms|Dr|Minister|President|After|Before|Upon|By|When|While|In"
    r"|On|At|Having"
    r"|Then|There|Here|What|Who|Our|Their|His|Her|Its|All|Other|Thus|So|Also|Today|Yesterday|Earlier|Later|Now|And"
    r"|But|As|For"
    r"|From|With|Following|During|Since|If|Once|Two|Three|Several|Everybody|Everyone|Somebody|Nobody|Yes|No|Not"
    r"|Finally)\b"
)
_DESCRIBED = lazy_regex(
    r"(?:[A-Z][\w’'-]+\s+){0,2}[a-z][\w’'-]+(?:\s+of)?(?:\s+(?:the\s+)?[A-Z“\"«][^\s,;]{0,60}){1,4}"
)
"""A body with a common noun: `city of Tarvograd`, `Corvannese yard Bassin Clair`."""

_OFFICE_WORD = lazy_regex(
    r"\b(?:minister|president|premier|rector|director|head|chief|mayor|governor|chair\w*|colleague|counterpart"
    r"|leader|delegation|side"
    r"|representative|ambassador|secretary|deputy|king|queen|chancellor|partner|envoy)s?\b",
    re.IGNORECASE,
)

_OPENING = lazy_regex(
    r"\A(?:(?:Finally|Earlier|Later|However|Meanwhile|[Oo]n|[Ii]n|[Aa]t|[Dd]uring|[Aa]fter|Following|As|By|[Ww]ithin)"
    r"\b[^,]{0,120}?,\s+"
    r"|(?:Today|Yesterday|Then|Also|Recently|And|and|Thus),?\s+"
    r"|(?:On|In|At|During|After|Following|Within)\s+(?:[a-z][\w-]*\s+){1,6}"
    r"(?=[A-Z]|the\s+(?:heads|ministers|presidents|governments|leaders|rectors|mayors|chiefs)\s+of\b))"
)


_MOST_SIGNERS = 900


def between(reading: str, start: int, end: int) -> list[Span]:
    """Return the parties named after the first `between` or `among` from `start` on; [] where none are resolved."""
    if reading.find("between", start, end) == -1 and reading.find("among", start, end) == -1:
        return []
    opened = _BETWEEN.search(reading, start, end)
    return listed(reading, opened.end(), _end(reading, opened.end(), end)) if opened else []


def partner(reading: str, start: int, end: int) -> list[Span]:
    """Return the party of `memorandum with the Space Agency on launches`; `start` stands behind the kind."""
    opened = _WITH.match(reading, start, end)
    return listed(reading, opened.end(), _end(reading, opened.end(), end)) if opened else []


def after(reading: str, start: int, end: int) -> list[Span]:
    """Return the parties that stand right behind a verb: `between A and B`, `by the rectors of A and B`."""
    opened = _AFTER.match(reading, start, end)
    if opened is None:
        return []
    stop = _end(reading, opened.end(), end)
    if opened["word"].lower() == "by":
        return signers(reading, opened.end(), stop)
    return listed(reading, opened.end(), stop)


def listed(reading: str, start: int, end: int) -> list[Span]:
    """Return the members of `A, B and C`, without articles; of `the defence ministers of A and B`, A and B."""
    start, end = trimmed(reading, start, end)
    whole = reading[start:end]
    if not whole or _UNRESOLVED.match(whole):
        return []
    office = _OFFICES.match(whole)
    if office:
        start += office.end()
    elif names_office(whole):
        return holders(reading, start, end)
    parts = [_bare(reading, *part) for part in _split(reading, start, end)]
    return parts if all(_NAME.search(reading[a:b]) and not _UNRESOLVED.match(reading[a:b]) for a, b in parts) else []


def signers(reading: str, start: int, end: int) -> list[Span]:
    """Return the states or bodies that those who sign belong to; [] where one of them is not resolved.

    `Corvanne and the Republic of Lavatoa`, `President of Ruritania Rudolf Elphberg and …`, `A. Bell, Rector of X, and`
    """
    start, end = trimmed(reading, start, end)
    if end - start > _MOST_SIGNERS:
        return []
    for _ in range(3):
        opening = _OPENING.match(reading[start:end])
        start += opening.end() if opening else 0
    if start >= end:
        return []
    if _OFFICES.match(reading[start:end]):
        return listed(reading, start, end)
    named = holders(reading, start, end)
    if named:
        return named
    parts = [_bare(reading, *part) for whole in _split(reading, start, end) for part in _pair(reading, *whole)]
    return parts if all(_is_body(reading[a:b]) for a, b in parts) else []


def named_first(reading: str, start: int, end: int) -> list[Span]:
    """Return the parties of `With the Zenda Bank a contract was signed`; `end` is where the document's name begins."""
    opened = _FIRST.match(reading, start, end)
    return listed(reading, opened.end(), trimmed(reading, opened.end(), end)[1]) if opened else []


def represented(reading: str, start: int, end: int) -> list[Span]:
    """Return the parties of `on behalf of Ruritania by A, on behalf of Sylvania by B`."""
    found = [match.span("state") for match in _ON_BEHALF.finditer(reading, start, end)]
    return found if len(found) > 1 else []


def _is_body(name: str) -> bool:
    """A state of one word, or a body whose name says what it is; two capitalised words may be a person."""
    if _NO_BODY.match(name) or names_office(name) or not re.search(r"[A-Z“\"«]", name):
        return False
    if _BODY.fullmatch(name):
        return bool(_BODY_WORD.search(name)) if " " in name else not _BODY_WORD.fullmatch(name)
    return _DESCRIBED.fullmatch(name) is not None and not _OFFICE_WORD.search(name)


def _end(reading: str, start: int, end: int) -> int:
    at = start
    while True:
        found = _ENDS.search(reading, at, end)
        if found is None:
            return end
        if not _is_inside_name(reading, start, found, end):
            return found.start()
        at = found.end()


def _is_inside_name(reading: str, start: int, found: re.Match[str], end: int) -> bool:
    """Whether what looks like an end is the full stop of `St.` or the `for` of `Agency for Fishery`."""
    if found[0] == "(":
        return _NOTE.match(reading, found.start(), end) is not None
    if found[0] == ".":
        return _ABBREVIATION.search(reading, max(start, found.start() - 4), found.start()) is not None
    word = max(start, reading.rfind(" ", start, found.start()) + 1, reading.rfind("-", start, found.start()) + 1)
    return _OF_A_BODY.match(reading, word, end) is not None


def _split(reading: str, start: int, end: int) -> list[Span]:
    """Cut an enumeration; `and` inside a name (`Ministry of Trade and Industry`) is told by another with an article."""
    commas = list(_COMMA.finditer(reading, start, end))
    articles = list(_AND_ARTICLE.finditer(reading, start, end))
    if len(articles) == 1 and commas:
        commas = [comma for comma in commas if _parts_bodies(reading, start, comma.span(), articles[0].span())]
    if commas and re.match(r"an?\s|formerly|named", reading[commas[0].end() : end]):
        commas = []
    edges = [match.span() for match in commas]
    tail = commas[-1].end() if commas else start
    ands = list(_AND_ARTICLE.finditer(reading, tail, end)) or list(_AND.finditer(reading, tail, end))
    if ands and not (commas and "and" in reading[commas[-1].start() : commas[-1].end()]):
        edges.append(ands[len(ands) // 2].span())
    spans, at = [], start
    for left, right in edges:
        spans.append((at, left))
        at = right
    return [*spans, (at, end)]


_OF_TOPICS = lazy_regex(r"(?:Ministry|Department|Committee|Agency|Directorate|Commission) (?:of|for|on) ")


def _parts_bodies(reading: str, start: int, comma: Span, link: Span) -> bool:
    """Whether a comma beside `… and the …` parts bodies, not the topics of one: `Ministry of Education, Youth and`."""
    body = link[1] if comma[0] >= link[1] else start
    topics = _OF_TOPICS.search(reading, body, comma[0])
    return (
        topics is None
        or _ARTICLE.match(reading, comma[1]) is not None
        or _OF_TOPICS.match(reading, comma[1]) is not None
    )


def _pair(reading: str, start: int, end: int) -> list[Span]:
    """Cut `A and B` of the enumeration `A and B, C and D`, where both are as plain or both say what bodies they are."""
    link = _AND.search(reading, start, end)
    if link is None:
        return [(start, end)]
    one, other = _bare(reading, start, link.start()), _bare(reading, link.end(), end)
    first, second = reading[slice(*one)], reading[slice(*other)]
    if " of " in first or " for " in first or (" " in first) != (" " in second):
        return [(start, end)]
    return [one, other] if _is_body(first) and _is_body(second) else [(start, end)]


def _bare(reading: str, start: int, end: int) -> Span:
    start, end = trimmed(reading, start, end)
    article = _ARTICLE.match(reading, start, end)
    stop = end - 1 if reading[start:end].endswith((",", ";")) else end
    return (article.end() if article else start, stop)
