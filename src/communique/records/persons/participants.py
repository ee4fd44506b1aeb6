"""Who takes part without speaking: delegation lists, captions, `X’s meeting with Y`, `Taking part were …`."""

from __future__ import annotations

import re

from communique.records.persons.mentions import Mention
from communique.records.persons.quotations import last_sentence, sentence_end
from communique.text import Span

_TAKES_PART = re.compile(
    r"\b(?:met|meets|meeting|meetings|received|receives|reception|hosted|hosts|welcomed|welcomes|talks?|talked|conversation|"
    r"conversations|negotiations|negotiated|conferred|consultations|session|conference|led|co-chaired|chaired|chairs|headed|"
    r"attended|attends|attendance|took part|takes part|taking part|take part|participated|participants?|participation|"
    r"present|were there|sat|accompanied|came|arrived|joined|opened|signed|visited|spoke with|discussed|inspected|"
    r"delegations?|представител\w+|встретил\w+|встреч\w+|принял[аи]?|переговор\w+|беседа|бесед\w+|участвовал[аи]?|участи\w+|"
    r"посетил[аи]?|провел[аи]?|провёл|подписал[аи]?|обсудил[аи]?|возглавил[аи]?)\b",
    re.IGNORECASE,
)
_ONLY_NAMED = re.compile(
    r"(?:\b(?:greetings?|wishes|regards|behalf of|instructions? (?:of|by|from)|instructed by|as|thanks to|thank|"
    r"words of|order of|decree of|initiative of|named after|memory of|(?:letter|message|telegram) (?:to|from)|"
    r"congratulat\w+|(?:speech|address|remarks) (?:by|of)|invitation of|decision of|"
    r"under president|request of|по поручению|от имени|имени|указ\w*|поздравил\w*)\b)[^,.;:]{0,160}$",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?:With|In the photo|Pictured|С) ", re.IGNORECASE)


def takes_part(reading: str, mention: Mention) -> bool:
    """Return whether a person is named as taking part, not merely mentioned (`greetings to President X`)."""
    place = mention.place
    if place.zone in ("listed", "caption"):
        return mention.role is not None or place.zone == "listed" or _WITH.match(reading, place.start) is not None
    start, end = _sentence_of(reading, mention)
    name_from = min(mention.name[0], mention.role[0] if mention.role else mention.name[0])
    if not _TAKES_PART.search(reading, start, end):
        return False
    return _ONLY_NAMED.search(reading, max(start, name_from - 200), name_from) is None


def _sentence_of(reading: str, mention: Mention) -> Span:
    place = mention.place
    start = last_sentence(reading, place.start, mention.name[0])
    return start, sentence_end(reading, mention.name[1], place.end)
