"""Statements: one verb of signing in its sentence, the documents on its side, and what it makes of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from communique.patterns import lazy_regex
from communique.records.signing import parties
from communique.records.signing.kinds import GENERIC, KIND, is_generic, kind_named, kind_word, names_kind
from communique.records.signing.model import Candidate, Predicate, Unit
from communique.records.signing.sentences import sentences
from communique.records.signing.titles import Mention, chain, complement, mentions, next_document
from communique.records.signing.verbs import predicate
from communique.text import Span

_MOST_SENTENCE = 1500
_KIND_WORD = lazy_regex(rf"\b(?:{KIND}|{GENERIC})\b", re.IGNORECASE)
_CLAUSE = lazy_regex(r"[;:]\s|\bthat\s|,\s+(?:and|but|while|where)\s(?=(?:an?|the|he|she|it|they|we|I)\s)|\s[–—]\s")
_VERB = lazy_regex(
    r"\b(?:is|are|was|were|has|have|had|will|shall|would|can|said|says|noted|discussed|provides?|met|took|held"
    r"|became|spoke)\b"
)
_AGREED_AND = lazy_regex(
    r",?\s+(?:(?:has|have|had)\s+(?:\w+\s+)?been|is|are|was|were)\s+(?:\w+ly\s+|already\s+|now\s+)?(?:agreed|prepared|drafted"
    r"|finali[sz]ed|developed|approved|completed|ready|initialled|negotiated|coordinated|concluded)(?:\s+upon)?,?\s+and\s*",
    re.IGNORECASE,
)
"""Between a document and its verb: `the agreement has been agreed and will be signed`."""

_RELATIVE = lazy_regex(r",?\s+(?:which|that)\s*\Z")
_NESTED = lazy_regex(
    r"(?<!text)(?<!texts)(?<!package)(?<!number)(?<!series)(?<!set)\s(?:of|on|to|about|concerning|regarding)\s+\Z",
    re.IGNORECASE,
)
"""Before a document that is not itself the subject: `the ratification of the agreement was adopted`."""

_LINKED = lazy_regex(r",?\s*(?:and\s+|as\s+well\s+as\s+|plus\s+)?(?:also\s+)?", re.IGNORECASE)
_RECENT = lazy_regex(
    r"\s*,?\s*(?:today|yesterday|here|now|this\s+(?:morning|afternoon|evening|week)|(?:during|at|after|following"
    r"|as\s+a\s+result\s+of)\s+(?:the|this|our"
    r"|their)\s+(?:\w+\s+)?(?:visit|meeting|talks|summit|forum|ceremony|negotiations|session|conference))\b",
    re.IGNORECASE,
)
_ADJECTIVE = lazy_regex(
    r"\b(?:the|this|these|that|those|an?|newly|recently|previously|earlier|already)\s+\Z", re.IGNORECASE
)
"""Before `signed` as an adjective: `according to the signed memorandum`."""

_EXCHANGED = lazy_regex(r"\b(?:exchang\w+|handed\s+over|swapped)\s*\Z", re.IGNORECASE)
_FOLLOWING = lazy_regex(r"\bfollowing\b", re.IGNORECASE)
_LEAVES = lazy_regex(r"[.;!?]\s")
_DECISION = (
    r"(?:decisions|acts|texts|instruments|resolutions|outcomes|results|items)(?:\s+(?:on|of|in)\s+[^,.;:]{1,60}?)?"
)
_DECISIONS = lazy_regex(
    rf"(?:[\w-]{{1,30}}\s+){{0,6}}?{_DECISION}(?=,|\s[–—-]\s|\s+(?:among|including)\b)", re.IGNORECASE
)
_DECISIONS_WERE = lazy_regex(rf"\b{_DECISION}\s+\Z", re.IGNORECASE)
_AMONG = lazy_regex(
    r"[^,.;:–—]{0,60}?(?:,|\s[–—-])?\s+(?:including|among\s+(?:them|these|which)(?:\s+(?:is|are|was|were))?|such\s+as"
    r"|in\s+particular|namely|notably),?\s+",
    re.IGNORECASE,
)
_AS_WELL = lazy_regex(
    r"(?:[^,.;:]{0,80}?,)?\s+(?:as\s+well\s+as|along\s+with|together\s+with|and\s+also)\s+(?=(?:an?|the)\s)",
    re.IGNORECASE,
)
_MOST_BEFORE_COLON = 160
_WHO = lazy_regex(
    r"(?:\s+(?:that|which))?\s+(?:we|they|I|you|the\s+\w+(?:\s+\w+)?)\s+(?:(?:are|is|were|was|am|all)\s+)?\Z",
    re.IGNORECASE,
)
_OTHER_PAPER = lazy_regex(
    r"(?:an?|the)\s+(?:\w+\s+)?(?:disposition|order|decision|resolution|act|decree|instruction)s?\s"
)
"""An object of no kind of its own, which a document may follow: `signed a disposition on bills and a protocol`."""

_PARTNER = lazy_regex(r",?\s+(?:with|in|at|on|during|following|after|together|by)\s", re.IGNORECASE)
_CUT = lazy_regex(
    r";\s|\s+and\s+(?:sign|adopt|conclud|initiall?)ed\s|,\s+(?:which|and|but|while|who|it|he|she|they|we|the)\s|\s[–—]\s"
)
_NEXT_CLAUSE = lazy_regex(r"\b(?:sign|adopt|conclud|initiall?)ed\s[^.;]{1,300}?,\s+(?:while|whereas|and|but)\s+")
"""Up to the clause in which another pair signs: `A and B signed a treaty, while C and D …`."""

_WHO_SIGNED = lazy_regex(r"\s+by\s")
_BY = lazy_regex(r"(?:,?\s+[^,.;:()]{1,60}?)??,?\s+(?=(?:between|among|by|with)\s)", re.IGNORECASE)


_SAYS_LITTLE = lazy_regex(r"\s+of\s+(?:understanding|cooperation|intent|intention)", re.IGNORECASE)
"""Behind a kind, what its subject may follow: `a memorandum of understanding was signed on research`."""


class Statement(msgspec.Struct, frozen=True):
    """A sentence with one verb of signing in it."""

    reading: str
    sentence: Span
    headline: bool
    verb: Predicate

    def words(self, m: Mention) -> str:
        """Return the word that says the kind of a mention."""
        return self.reading[slice(*m.kind)]


def statements(reading: str, units: list[Unit], by_unit: dict[int, list[int]]) -> Iterator[Statement]:
    """Yield each verb of signing with its sentence, in order."""
    for n, hits in by_unit.items():
        unit = units[n]
        for start, end in sentences(reading, unit.start, unit.end):
            inside = hits[bisect_left(hits, start) : bisect_left(hits, end)]
            if not inside or not _may_name(reading[max(start, inside[0] - _MOST_SENTENCE) : end]):
                continue
            for hit in inside:
                span = (max(start, inside[0] - _MOST_SENTENCE), min(end, inside[0] + _MOST_SENTENCE))
                verb = predicate(reading, hit, span) if hit < span[1] else None
                if verb:
                    yield Statement(reading, span, unit.headline, verb)


def _may_name(words: str) -> bool:
    """Whether a sentence may be about a document: it has a word of a kind, or a pronoun that stands for one."""
    return (
        names_kind(words)
        or " it" in words
        or " them" in words
        or " this" in words
        or words.lstrip().startswith(("It ", "This "))
    )


def subject(said: Statement) -> list[Mention]:
    """Return the documents that are the subject of a passive verb."""
    start = said.sentence[0]
    if not names_kind(said.reading[start : said.verb.at]):
        return []
    for boundary in _CLAUSE.finditer(said.reading, start, said.verb.at):
        if _KIND_WORD.search(said.reading, boundary.end(), said.verb.at):
            start = boundary.end()
    relative = _RELATIVE.search(said.reading, start, said.verb.at)
    first = _KIND_WORD.search(said.reading, start, said.verb.at)
    if first is None:
        return []
    named = mentions(said.reading, max(start, first.start() - 200), relative.start() if relative else said.verb.at)
    named = [m for m in named if relative or not _NESTED.search(said.reading, max(start, m.start - 24), m.start)]
    if not named:
        return []
    gap = (named[-1].end, relative.start() if relative else said.verb.at)
    if _VERB.search(said.reading, *gap) and not _AGREED_AND.fullmatch(said.reading, *gap):
        return []
    n = len(named) - 1
    while n > 0 and not said.verb.singular and _LINKED.fullmatch(said.reading, named[n - 1].end, named[n].start):
        n -= 1
    return named[n:]


def target(said: Statement) -> list[Mention]:
    """Return the documents that are the object of a verb; a partner or a place may come first, set off by commas."""
    named = chain(said.reading, said.verb.at, said.sentence[1])
    if said.verb.participle and named and _is_adjective(said):
        return [m for m in named if is_generic(said.words(m))]
    partner = _PARTNER.match(said.reading, said.verb.span[1], said.sentence[1])
    other = None if named or partner else _OTHER_PAPER.match(said.reading, said.verb.at, said.sentence[1])
    if named or not (partner or other):
        return named
    begins = next_document(said.reading, said.verb.at, said.sentence[1])
    if begins is None or _VERB.search(said.reading, said.verb.at, begins):
        return []
    return chain(said.reading, begins, said.sentence[1])


def _is_adjective(said: Statement) -> bool:
    """Whether `signed` describes: `according to the signed memorandum`, not `exchanged the signed texts of`."""
    found = _ADJECTIVE.search(said.reading, said.sentence[0], said.verb.span[0])
    return found is not None and not _EXCHANGED.search(said.reading, said.sentence[0], found.start())


def listed_after(said: Statement) -> list[Mention]:
    """Return what an inline list names: `the following were signed: a, b`, `adopted 14 decisions, among them a`."""
    end = said.sentence[1]
    colon = said.reading.find(": ", said.verb.span[1], min(end, said.verb.span[1] + _MOST_BEFORE_COLON))
    if colon != -1 and not _LEAVES.search(said.reading, said.verb.span[1], colon):
        start = said.sentence[0]
        first = not said.reading[start : said.verb.span[0]].strip()
        if first or colon == said.verb.span[1] or _FOLLOWING.search(said.reading, start, colon):
            return chain(said.reading, colon + 2, end)
    decisions = _DECISIONS.match(said.reading, said.verb.at, end) if said.verb.side == "right" else None
    if said.verb.side == "left":
        decisions = _DECISIONS_WERE.search(said.reading, said.sentence[0], said.verb.at)
    more = _AMONG.match(said.reading, max(said.verb.span[1], decisions.end()), end) if decisions else None
    return chain(said.reading, more.end(), end) if more else []


def added_after(said: Statement) -> list[Mention]:
    """Return what `a treaty on lakes was signed, as well as a plan for eels` adds."""
    plus = _AS_WELL.match(said.reading, said.verb.span[1], said.sentence[1]) if said.verb.side == "left" else None
    return chain(said.reading, plus.end(), said.sentence[1]) if plus else []


def object_of_relative(said: Statement) -> list[Mention]:
    """Return the document of `the programme that we have signed today covers ten years`."""
    start, end = max(said.sentence[0], said.verb.span[0] - 250), said.verb.span[0]
    who = _WHO.search(said.reading, max(start, end - 40), end) if said.verb.side == "right" else None
    if who is None or (said.verb.participle and not is_of_now(said)) or not names_kind(said.reading[start:end]):
        return []
    stop = start + len(said.reading[start : who.start()].rstrip(" –—,"))
    return [m for m in mentions(said.reading, start, stop) if m.end == stop]


def before_participle(said: Statement) -> Mention | None:
    """Return the document right before a bare participle: `the agreement on grain signed today`."""
    start, end = max(said.sentence[0], said.verb.span[0] - 250), said.verb.span[0]
    if not said.verb.participle or not names_kind(said.reading[start:end]):
        return None
    named = [m for m in mentions(said.reading, start, end) if not said.reading[m.end : end].strip(" ,\n")]
    return named[-1] if named else None


def is_of_now(said: Statement) -> bool:
    """Whether a word for the present follows the verb: `signed today`, `signed during the visit`."""
    return not said.headline and _RECENT.match(said.reading, said.verb.span[1], said.sentence[1]) is not None


def words_around(said: Statement, named: list[Mention]) -> str:
    """Return the words of the clause around verb and titles, without both."""
    start, end = said.sentence
    left = min(said.verb.span[0], named[0].start)
    right = max(said.verb.span[1], named[-1].end)
    cut = _CUT.search(said.reading, right, end)
    middle = (
        said.reading[named[-1].end : said.verb.span[0]]
        if said.verb.side == "left"
        else said.reading[said.verb.span[1] : named[0].start]
    )
    more = complement(said.reading, said.verb.span[1], end) if said.verb.side == "left" else None
    right = more[1] if more else right
    return " ".join((said.reading[start:left], middle, said.reading[right : max(right, cut.start() if cut else end)]))


def candidate(said: Statement, m: Mention) -> Candidate:
    """Return a mention as what its statement makes of it."""
    title: tuple[Span, ...] = (m.title,)
    if said.verb.side == "left" and (not m.complemented or _SAYS_LITTLE.fullmatch(said.reading, m.kind[1], m.title[1])):
        more = complement(said.reading, said.verb.span[1], said.sentence[1])
        title = (m.title, more) if more else title
    kind_at = kind_word(said.reading, *m.title) or m.kind
    return Candidate(
        title=title,
        kind=kind_named(said.reading[slice(*kind_at)]),
        kind_at=kind_at,
        status=said.verb.status or "signed",
        status_at=said.verb.span,
        parties=tuple(parties_of(said, m)),
        shape="headline" if said.headline else "prose",
        sentence=said.sentence[0],
        complemented=m.complemented or len(title) > 1,
    )


def parties_of(said: Statement, m: Mention) -> list[Span]:
    """Return the parties: inside the title, behind a passive verb, or who signs and with whom."""
    start, end = said.sentence
    inside = parties.between(said.reading, *m.title)
    if inside or "between" in said.reading[slice(*m.title)].split():
        return inside
    other = parties.listed(said.reading, *m.party) if m.party else []
    other = other or parties.partner(said.reading, m.kind[1], m.title[1])
    if said.verb.side == "right":
        clause = max((m.end() for m in _NEXT_CLAUSE.finditer(said.reading, start, said.verb.span[0])), default=start)
        return [*parties.signers(said.reading, clause, said.verb.span[0]), *other]
    gap = _BY.match(said.reading, said.verb.span[1], end)
    after = parties.after(said.reading, gap.end() - 1, end) if gap else []
    after = after or parties.represented(said.reading, said.verb.span[1], end)
    if after and other and _WHO_SIGNED.match(said.reading, said.verb.span[1], end):
        return [*after, *other]
    return after or other or parties.named_first(said.reading, start, m.start)
