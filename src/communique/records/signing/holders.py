"""Office holders who sign → the states or bodies they sign for: `Rector of Strelsau University Flavia Tarlen`."""

from __future__ import annotations

from communique.patterns import lazy_regex
from communique.text import Span

_RANK = r"(?:[Aa]cting\s+|[Dd]eputy\s+|[Ff]irst\s+|[Ss]enior\s+|[Ee]xecutive\s+|[Vv]ice[\s-]+)*"
_OF_A_BODY = (
    r"(?:[Rr]ector|[Dd]irector(?:[\s-][Gg]eneral)?|[Gg]eneral\s+[Dd]irector|[Mm]anaging\s+[Dd]irector|CEO|[Hh]ead|[Dd]ean"
    r"|[Cc]hief\s+[Ee]xecutive(?:\s+[Oo]fficer)?|[Cc]hair(?:man|woman|person)?(?:\s+of\s+the\s+(?:[Mm]anagement\s+)?[Bb]oard)?"
    r"|[Mm]ayor|[Gg]overnor)"
)
"""Offices of bodies, companies and regions."""

_OF_A_STATE = (
    r"(?:President|president|Prime\s+Minister|Premier|Chancellor|King|Queen|Emperor|Ambassador"
    r"|(?:Chair(?:man|woman|person)?|Head)\s+of\s+(?:the\s+)?Government|Foreign\s+Minister|Defen[cs]e\s+Minister"
    r"|Minister\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w-]+(?:(?:,\s+[A-Z][\w-]+)*,?\s+and\s+[A-Z][\w-]+|\s+Affairs)?)"
)
_ANY = rf"{_RANK}(?:{_OF_A_STATE}|{_OF_A_BODY})"
_CAPITAL = r"(?:[A-Z\d][\w’'&.-]{0,60}|“[^”]{1,60}”|\"[^\"]{1,60}\"|«[^»]{1,60}»)"
_ORGAN = rf"{_CAPITAL}(?:\s+(?:(?:of|for|the|and|de|in|under|named\s+after)\s+){{0,2}}{_CAPITAL}){{0,11}}?"
_NO_PERSON = (
    r"(?!(?:University|Institute|Academy|Republic|Federation|Kingdom|Union|Bank|Agency|Ministry|Centre|Center|College"
    r"|School|Company|Group|Corporation|Commission|Committee|Exchange|State|National|Federal|Technical|Polytechnic"
    r"|Service|Fund|Foundation|Council|Association|Authority|Department|Office|Region|Krai|Oblast|City|Government|Rector"
    r"|Director|President|Minister|CEO|Mayor|Governor|General|Deputy|Prime|Vice|Holding|LLC|JSC)\b)"
)
_NAME = rf"{_NO_PERSON}[A-Z][\w’'-]{{1,40}}"
_TITLED = r"(?:(?:Prof|Dr|Mr|Mrs|Ms|Academician|Professor)\.?\s+)?"
_PERSON = (
    rf"{_TITLED}(?:{_NAME}\s+[A-Z][\w’'-]{{1,40}}(?:vich|vna|ich)\s+{_NAME}|{_NAME}\s+(?:[A-Z]\.\s*)?{_NAME}"
    rf"|[A-Z]\.\s?(?:[A-Z]\.\s?)?{_NAME})"
)
_STATE = (
    r"(?:(?:[A-Z][\w’']{1,40}\s+){0,3}(?:Republic|Kingdom|Principality|Federation|Union|State|Duchy|Commonwealth"
    r"|Emirate)\s+of\s+(?:the\s+)?[A-Z][\w’'-]+"
    r"|(?:[A-Z][\w’'-]+\s+){1,2}(?:Republic|Federation|Kingdom|Union|Confederation|University|Institute|Academy)"
    r"|(?:United|New|South|North|Saudi|Upper|Lower|East|West)\s+[A-Z][\w’'-]+"
    r"|[A-Z][\w’'-]+)"
)
_LONG_PERSON = rf"(?:\s+{_TITLED})(?:[A-Z][\w’'-]+|[A-Z]\.)(?:\s+(?:[A-Z][\w’'-]+|[A-Z]\.)){{0,3}}"
_STOPS = r"(?=\s*(?:,|\Z|\s+and\s))"
_NEXT = r"(?=\s*,|\s+and\s+[A-Z]\w+\s+[A-Z]|\Z)"
_NAMED = r"(?:[A-Z][\w’'-]+|[A-Z]\.)(?:\s+(?:[A-Z][\w’'-]+|[A-Z]\.)){1,3}"
_HOLDERS = tuple(
    lazy_regex(rf"(?:[Tt]he\s+)?{pattern}")
    for pattern in (
        # `Rector of Strelsau University, Flavia Tarlen,`
        rf"{_ANY}\s+of\s+(?:the\s+)?(?P<state>[A-Z“\"][^,;]{{1,140}}?),\s+{_NO_PERSON}{_NAMED}(?=\s*,|\s+and\s|\Z)",
        # `General Director of Tarlen Space Rudolf Bell`, `Rector of the Zenda Technical University Bela Orlok`
        rf"{_RANK}{_OF_A_BODY}\s+of\s+(?:the\s+)?(?P<state>{_ORGAN})\s+{_PERSON}{_STOPS}",
        # `President of the Republic of Sylvania Bela Orlok`
        rf"{_ANY}\s+of\s+(?:the\s+)?(?P<state>{_STATE}){_LONG_PERSON}{_STOPS}",
        # `Minister of Trade of the Grand Duchy of Zenda Bela Orlok`
        rf"{_ANY}\s+of\s+(?:the\s+)?(?P<state>{_ORGAN})\s+{_PERSON}{_STOPS}",
        # `Sylvania’s Minister of Energy and Mines Bela Orlok`
        rf"(?P<state>[A-Z][\w-]+)(?:[’']\s{{0,8}}s|[’'])\s+{_ANY}\s+{_PERSON}{_STOPS}",
        # `ZTU Rector Bela Orlok`
        rf"(?P<state>{_ORGAN})\s+{_RANK}{_OF_A_BODY}\s+{_PERSON}{_STOPS}",
        # `President of the Republic of Sylvania`, whose name is not given
        rf"{_ANY}\s+of\s+(?:the\s+)?(?P<state>{_STATE}){_STOPS}",
        # `Bela Orlok, Rector of Strelsau University`
        rf"{_NAMED},\s+(?:the\s+)?{_ANY}\s+of\s+(?:the\s+)?(?P<state>[A-Z“\"][^,;]{{1,140}}?){_NEXT}",
    )
)
"""One holder with name and state or body, each way wires put it."""

_NO_NAME = lazy_regex(
    r"(?:Department|Office|Faculty|Centre|Center|Institute|University|Bank|Board|Committee|Administration|Service|State)"
)
_LINK = lazy_regex(r"[\s,]*(?:and\s+)?")
_MOST_HOLDERS = 12
_OFFICE = lazy_regex(
    r"(?:(?:the|his|her|their|our|its|an?)\s+)?(?:[A-Z][\w-]*(?:[’']\s{0,8}s|[’'])?\s+){0,4}?"
    r"(?:[Mm]inister|[Pp]resident|[Pp]remier|[Rr]ector|[Vv]ice-[Rr]ector|[Dd]irector|[Hh]ead|[Cc]hief|[Mm]ayor|[Gg]overnor"
    r"|[Cc]hair(?:man|woman|person)?|[Dd]eputy|[Aa]mbassador|[Ss]ecretary|[Kk]ing|[Qq]ueen|[Cc]hancellor|[Dd]ean|CEO"
    r"|[Vv]ice-\w+|colleague|counterpart|leader|envoy)s?(?![’'\w-])"
)


def names_office(words: str) -> bool:
    """Whether words begin with an office, not a body: `Vice-Rector for Research`, `Sylvania’s Minister of Trade`."""
    return _OFFICE.match(words) is not None


def holders(reading: str, start: int, end: int) -> list[Span]:
    """Return the states or bodies of an enumeration of office holders; [] where one of them is not resolved."""
    found: list[Span] = []
    at = start
    while at < end and len(found) < _MOST_HOLDERS:
        match = next((one for pattern in _HOLDERS if (one := pattern.match(reading, at, end))), None)
        if match is None or _NO_NAME.fullmatch(match["state"]):
            return []
        found.append(match.span("state"))
        link = _LINK.match(reading, match.end(), end)
        at = link.end() if link else end
    return found
