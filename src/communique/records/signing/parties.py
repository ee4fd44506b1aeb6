"""Parties of a document as printed: `between A and B`, `with A`, `by the ministers of A and B`, the signers' states."""

from __future__ import annotations

import re

from communique.text import Span, trimmed

_BETWEEN = re.compile(r"\b(?:between|among)\s+", re.IGNORECASE)
_WITH = re.compile(r"(?:\s+of\s+\w+)?\s+with\s+", re.IGNORECASE)
_AFTER = re.compile(r",?\s+(?P<word>between|among|by|with)\s+", re.IGNORECASE)
_ON_BEHALF = re.compile(
    r"\bon\s+behalf\s+of\s+(?:the\s+)?(?P<state>[A-Z][^,;.]{1,80}?)(?=\s+(?:by|and|was|the\s+\w+\s+was)\b|[,;.]|\Z)"
)
_ENDS = re.compile(
    r"\s+(?:on|for|in|concerning|regarding|about|to|until|under|aimed|within|at|during|following|through|after"
    r"|which|that|was"
    r"|were|is|are|will|has|have|signed|adopted|concluded|today|yesterday|as\s+well\s+as\s+(?:an?|the)\s+\w+\s+on"
    r"|provid\w+)\b"
    r"|[.;:(!?…](?=\s|\Z|\w)|\s[–—-]\s|,\s+(?:which|while|the\s+first|as|aimed|providing|he|she|it|they|said"
    r"|and\s+\w+ed)\b",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|St|Dr)\Z")
_UNRESOLVED = re.compile(
    r"\A(?:the\s+)?(?:(?:two|three|four|five|both|our|their|these|its|his|her|participating|member)\b|sides\b"
    r"|parties\b|countries\b"
    r"|governments\Z|(?:\w+\s+)?(?:governments?|ministr(?:y|ies)|ministers|presidents|leaders|delegations|companies"
    r"|universities"
    r"|regions|agencies|institutions)(?:\s+of\s+(?:the\s+)?(?:two|both|our|their|these|three)\b.*|\s*)\Z)",
    re.IGNORECASE | re.DOTALL,
)
_OFFICES = re.compile(
    r"\A(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:governments|ministers|ministries|presidents|leaders|heads(?:\s+of\s+\w+)?"
    r"|rectors|mayors|governors"
    r"|chancellors|kings|academies|parliaments|banks|agencies|authorities|delegations|ombudsmen|prosecutors|services)"
    r"(?:\s+of\s+(?:state|government|foreign\s+affairs|defen[cs]e|trade|energy|transport|education|health|finance"
    r"|culture"
    r"|agriculture|sciences?|justice|internal\s+affairs|the\s+economy))?(?:\s+of)?\s+of\s+(?=\S)"
    r"|\A(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:governments|ministers|presidents|leaders|heads|rectors|mayors|governors"
    r"|chancellors"
    r"|academies|parliaments|banks|agencies|authorities|services)\s+of\s+(?=\S)",
    re.IGNORECASE,
)
"""`the defence ministers of` before the states that are meant."""

_NAME = re.compile(r"[A-ZА-ЯЁ“\"«]")
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+")
_AND_ARTICLE = re.compile(r"\s+and\s+(?=the\s)")
_COMMA = re.compile(r",\s+(?:and\s+)?")
_HEAD_OF = (
    r"(?:(?:[Aa]cting\s+|[Dd]eputy\s+|[Ff]irst\s+|[Vv]ice[\s-]+)*(?:President|Prime\s+Minister|Premier|Chancellor"
    r"|King|Queen|Emperor"
    r"|Rector|Governor|Mayor|Director(?:[\s-]General)?|Head|Ambassador|(?:Chair(?:man|woman|person)?"
    r"|Head)\s+of\s+(?:the\s+)?Government"
    r"|Minister\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:(?:,\s+[A-Z][\w-]+)*,?\s+and\s+[A-Z][\w-]+|\s+Affairs)?)|president"
    r"|rector|director|head)"
)
_STATE = (
    r"(?:(?:[A-Z][\w’']+\s+){0,3}(?:Republic|Kingdom|Principality|Federation|Union|State|Duchy|Commonwealth"
    r"|Emirate)\s+of\s+(?:the\s+)?[A-Z][\w’'-]+"
    r"|(?:[A-Z][\w’'-]+\s+){1,2}(?:Republic|Federation|Kingdom|Union|Confederation|University|Institute|Academy)"
    r"|(?:United|New|South|North|Saudi|Upper|Lower|East|West)\s+[A-Z][\w’'-]+"
    r"|[A-Z][\w’'-]+)"
)
_PERSON = r"(?:\s+(?:[A-Z][\w’'-]+|[A-Z]\.)){1,4}"
_OFFICE_HOLDER = re.compile(
    rf"(?:the\s+)?{_HEAD_OF}\s+of\s+(?:the\s+)?(?P<state>{_STATE}){_PERSON}(?=\s*(?:,|\Z|\s+and\s))"
)
_APPOSITION = re.compile(
    rf"(?:[A-Z][\w’'-]+|[A-Z]\.)(?:\s+(?:[A-Z][\w’'-]+"
    rf"|[A-Z]\.)){{1,3}},\s+(?:the\s+)?{_HEAD_OF}\s+of\s+(?:the\s+)?(?P<state>[A-Z“\"][^,;]{{1,140}}?)(?=\s*,"
    rf"|\s+and\s+[A-Z]\w+\s+[A-Z]|\Z)"
)
_HOLDER_FIRST = re.compile(
    rf"(?:[Tt]he\s+)?{_HEAD_OF}\s+of\s+(?:the\s+)?(?P<state>[A-Z“\"][^,;]{{1,140}}?)"
    r",\s+(?:[A-Z][\w’'-]+|[A-Z]\.)(?:\s+(?:[A-Z][\w’'-]+|[A-Z]\.)){1,3}(?=\s*,|\s+and\s|\Z)"
)
_BODY = re.compile(
    r"(?:[Tt]he\s+)?(?P<state>(?:[A-Z][\w’'&.-]*|“[^”]{1,60}”|\"[^\"]{1,60}\"|«[^»]{1,60}»)(?:\s+(?:(?:of|for|the"
    r"|and|de|la|named\s+after)\s+)*(?:[A-Z\d][\w’'&.-]*"
    r"|“[^”]{1,60}”|\"[^\"]{1,60}\"|«[^»]{1,60}»|(?:university|works|company|bank|institute|ministry|group|agency"
    r"|academy|plant|city|region|centre|center)\b))*)"
)
_BODY_WORD = re.compile(
    r"\b(?:Republic|Kingdom|Federation|Union|Universit\w+|Institute|Ministry|Government|Compan(?:y|ies)|Bank|Agency"
    r"|Academy|Centre|Center"
    r"|Group|Corporation|Commission|Committee|works|Authority|Association|Council|Fund|Foundation|Exchange"
    r"|Department|Service|States?|Holding"
    r"|Office|College|School|Museum|Library|Hospital|Chamber|Organi[sz]ation|Secretariat|Railways?|Airlines?|plant"
    r"|Emirates|University)\b",
    re.IGNORECASE,
)
_NO_BODY = re.compile(
    r"(?:We|They|He|She|It|I|You|Both|The|This|Mr|Mrs|Ms|Dr|Minister|President|After|Before|Upon|By|When|While|In"
    r"|On|At|Having"
    r"|Then|There|Here|What|Who|Our|Their|His|Her|Its|All|Other|Thus|So|Also|Today|Yesterday|Earlier|Later|Now|And"
    r"|But|As|For"
    r"|From|With|Following|During|Since|If|Once|Two|Three|Several|Everybody|Everyone|Somebody|Nobody|Yes|No|Not"
    r"|Finally)\b"
)
_DESCRIBED = re.compile(
    r"(?:[A-Z][\w’'-]+\s+){0,2}[a-z][\w’'-]+(?:\s+of)?(?:\s+(?:the\s+)?[A-Z“\"«][^\s,;]{0,60}){1,4}"
)
"""A body with a common noun: `city of Tarvograd`, `Corvannese yard Bassin Clair`."""

_OFFICE_WORD = re.compile(
    r"\b(?:minister|president|premier|rector|director|head|chief|mayor|governor|chair\w*|colleague|counterpart"
    r"|leader|delegation|side"
    r"|representative|ambassador|secretary|deputy|king|queen|chancellor|partner|envoy)s?\b",
    re.IGNORECASE,
)

_OPENING = re.compile(
    r"\A(?:(?:Today|Yesterday|Also|Then|Finally|Earlier|Later|Recently|However|Meanwhile|On|In|At|During|After"
    r"|Following|As|By"
    r"|Within)\b[^,]{0,120}?,\s+|(?:Today|Yesterday|Then|Also|Recently|And|and|Thus)\s+"
    r"|(?:On|In|At|During|After|Following|Within)\s+(?:[a-z][\w-]*\s+){1,6}(?=[A-Z]))"
)


def between(reading: str, start: int, end: int) -> list[Span]:
    """Return the parties named after the first `between` or `among` from `start` on; [] where none are resolved."""
    if reading.find("between ", start, end) == -1 and reading.find("among ", start, end) == -1:
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
    parts = [_bare(reading, *part) for part in _split(reading, start, end)]
    return parts if all(_NAME.search(reading[a:b]) and not _UNRESOLVED.match(reading[a:b]) for a, b in parts) else []


def signers(reading: str, start: int, end: int) -> list[Span]:
    """Return the states or bodies that those who sign belong to; [] where one of them is not resolved.

    `Corvanne and the Republic of Lavatoa`, `President of Ruritania Rudolf Elphberg and …`, `A. Bell, Rector of X, and`
    """
    start, end = trimmed(reading, start, end)
    opening = _OPENING.match(reading[start:end])
    start = start + (opening.end() if opening else 0)
    if start >= end or end - start > 900:
        return []
    if _OFFICES.match(reading[start:end]):
        return listed(reading, start, end)
    for pattern in (_APPOSITION, _OFFICE_HOLDER, _HOLDER_FIRST):
        found = list(pattern.finditer(reading, start, end))
        holders = _only_links_between(reading, found, end) if found and found[0].start() == start else []
        if holders:
            return holders
    parts = [_bare(reading, *part) for part in _split(reading, start, end)]
    return parts if all(_is_body(reading[a:b]) for a, b in parts) else []


def represented(reading: str, start: int, end: int) -> list[Span]:
    """Return the parties of `on behalf of Ruritania by A, on behalf of Sylvania by B`."""
    found = [match.span("state") for match in _ON_BEHALF.finditer(reading, start, end)]
    return found if len(found) > 1 else []


def _only_links_between(reading: str, found: list[re.Match[str]], end: int) -> list[Span]:
    edges = [match.start() for match in found[1:]] + [end]
    gaps = [reading[match.end() : edge] for match, edge in zip(found, edges, strict=True)]
    return [m.span("state") for m in found] if all(re.fullmatch(r"[\s,]*(?:and\s+)?", gap) for gap in gaps) else []


def _is_body(name: str) -> bool:
    """A state of one word, or a body whose name says what it is; two capitalised words may be a person."""
    if _NO_BODY.match(name) or not re.search(r"[A-Z“\"«]", name):
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
        if found[0] != "." or not _ABBREVIATION.search(reading, max(start, found.start() - 3), found.start()):
            return found.start()
        at = found.end()


def _split(reading: str, start: int, end: int) -> list[Span]:
    """Cut an enumeration; `and` inside a name (`Ministry of Trade and Industry`) is told by another with an article."""
    commas = list(_COMMA.finditer(reading, start, end))
    if commas and re.match(r"an?\s|formerly|named", reading[commas[0].end() : end]):
        commas = []
    edges = [match.span() for match in commas]
    tail = commas[-1].end() if commas else start
    ands = list(_AND_ARTICLE.finditer(reading, tail, end)) or list(_AND.finditer(reading, tail, end))
    if ands and not (commas and " and " in reading[commas[-1].start() : commas[-1].end()]):
        edges.append(ands[len(ands) // 2].span())
    spans, at = [], start
    for left, right in edges:
        spans.append((at, left))
        at = right
    return [*spans, (at, end)]


def _bare(reading: str, start: int, end: int) -> Span:
    start, end = trimmed(reading, start, end)
    article = _ARTICLE.match(reading, start, end)
    stop = end - 1 if reading[start:end].endswith((",", ";")) else end
    return (article.end() if article else start, stop)
