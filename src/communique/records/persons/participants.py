"""Who takes part without speaking: delegation lists, captions, `X’s meeting with Y`, `Taking part were …`."""

from __future__ import annotations

import re

from communique.patterns import lazy_regex
from communique.records.persons.mentions import Mention
from communique.records.persons.quotations import last_sentence, sentence_end
from communique.text import Span
from communique.wire.vocabulary import words

_TAKES_PART = words(
    """
    met meets meeting meetings received receives reception hosted hosts welcomed welcomes talk talks talked
    conversation conversations negotiations negotiated conferred consultations session conference led co-chaired
    chaired chairs headed attended attends attendance took takes taking take participated participation present
    sat accompanied came arrived joined opened signed visited spoke discussed inspected delegation delegations
    представители встретился встретилась встретились встреча встречу встрече встречи принял приняла приняли
    переговоры переговоров беседа беседу беседы участвовал участвовала участвовали участие участники посетил
    посетила провел провела провёл подписал подписала обсудил обсудили возглавил возглавила
    """
)
"""Words of a sentence whose persons take part in what it tells of."""

_FROM_AFAR = words(
    "greetings condolences congratulated congratulates congratulations telegram поздравил поздравила телеграмму"
)
"""Words of a sentence whose persons do not meet."""

_ONLY_NAMED_WORDS = words(
    """
    greeting greetings wishes regards behalf instruction instructions instructed as thanks thank words order
    decree initiative named memory letter message telegram congratulated congratulates congratulations
    congratulating speech address remarks invitation decision under request поручению имени указ указа указу
    поздравил поздравила
    """
)
_ONLY_NAMED = lazy_regex(
    r"(?:\b(?:greetings?|wishes|regards|behalf of|instructions? (?:of|by|from)|instructed by|as|thanks to|thank|"
    r"words of|order of|decree of|initiative of|named after|memory of|(?:letter|message|telegram) (?:to|from)|"
    r"congratulat\w{2,4}|(?:speech|address|remarks) (?:by|of)|invitation of|decision of|"
    r"under president|request of|по поручению|от имени|имени|указ\w{0,2}|поздравила?)\b)[^,.;:]{0,160}$",
    re.IGNORECASE,
)
"""Words before a person who is only mentioned: `greetings to President X`, `on behalf of Y`."""

_WORD = lazy_regex(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def takes_part(reading: str, mention: Mention) -> bool:
    """Return whether a person is named as taking part, not merely mentioned (`greetings to President X`)."""
    place = mention.place
    if place.zone == "listed":
        return True
    if place.zone == "caption":
        return mention.role is not None or reading.startswith(("With ", "С "), place.start)
    start, end = _sentence_of(reading, mention)
    said = frozenset(_WORD.findall(reading[start:end].lower()))
    if said.isdisjoint(_TAKES_PART) or not said.isdisjoint(_FROM_AFAR):
        return False
    named_at = min(mention.name[0], mention.role[0] if mention.role else mention.name[0])
    if said.isdisjoint(_ONLY_NAMED_WORDS):
        return True
    return _ONLY_NAMED.search(reading, max(start, named_at - 200), named_at) is None


def _sentence_of(reading: str, mention: Mention) -> Span:
    place = mention.place
    start = last_sentence(reading, max(place.start, mention.name[0] - _FAR), mention.name[0])
    return start, sentence_end(reading, mention.name[1], min(place.end, mention.name[1] + _FAR))


_FAR = 800
"""Characters of a sentence that are read on either side of a name."""
