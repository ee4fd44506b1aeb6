"""Title and lead of a wire whose head does not give them: what stands between the head and the first words."""

from __future__ import annotations

import re

import msgspec

from communique.patterns import lazy_regex
from communique.wire.lines import Unit
from communique.wire.vocabulary import GREETINGS

_SKIPPED = frozenset({"caption", "navigation", "dateline", "stage", "opener", "elision"})
_PRESENT = lazy_regex(
    r"(?:Taking part|Present|Attending|Attended|Among (?:those|the participants)|Participants|The participants|"
    r"Also (?:present|taking part|attending)|On the \w+ side|"
    r"The (?:meeting|session|talks|event|ceremony)\b[^.]{0,40} (?:was|were) attended|"
    r"В (?:заседании|встрече|совещании) (?:приняли участие|участвовали))"
)
_FIRST_PERSON = lazy_regex(r"\b(?:I|me|my|[Ww]e|us|[Oo]ur)\b")
_AGENDA = lazy_regex(r"(?:On the agenda|Agenda|На повестке дня|Повестка) ?:")
_ANNOUNCED = lazy_regex(r"[’']s? (?:\w+ )?(?:remarks|speech|address|statement|report|words)\b[^.:]{0,60}:$")
_SPEECH = r"(?:remarks|speech|address|statement|comments?|interview|answers?|article|message|report|briefing)"
_TITLED_SPEECH = lazy_regex(
    rf"[^!?:;]{{3,160}}[’']s? (?:\w+ ){{0,2}}{_SPEECH}\b|"
    rf"(?i:(?:opening |joint |press )?{_SPEECH}) (?:by|of|with|from|to|at)\b"
)
"""`Foreign Minister Fritz Tarlen’s remarks and answers to media questions at …, Strelsau, May 27, 2019`."""
_HELD = lazy_regex(
    r"(?:The|A|An|This) [^.!?:;]{3,120}? (?:(?:was|were|is being|has been|have been) (?:\w+ly )?"
    r"(?:held|signed|attended|chaired|conducted|organi[sz]ed|timed|devoted|preceded|followed)|took place)\b"
)
"""A sentence about the meeting, which is a lead also where its full stop is lost."""
_LONGEST_TITLE = 400
_LONGEST_LEAD = 700
_SENTENCE = 240


def _title_block(units: list[Unit], kinds: list[str], title: int) -> None:
    """Let the unmarked lines that stand directly below a title be headings: they go on with it.

    `CONGRATULATION` / `graduates of higher military educational institutions` / `and military training centers`.
    """
    below = title + 1
    while (
        below < len(units)
        and kinds[below] in {"paragraph", "heading"}
        and not units[below].gap
        and units[below].text[-1].isalnum()
    ):
        kinds[below] = "heading"
        below += 1


class Opening(msgspec.Struct, frozen=True):
    """Indices of the units that are title and lead, -1 for none."""

    title: int = -1
    lead: int = -1


def read_opening(units: list[Unit], kinds: list[str], spoken: int, *, titled: bool) -> Opening:
    """Return title and lead among the units of a body.

    `kinds` are their kinds, `spoken` is the index of the first unit with a label (the number of units if there is
    none), `titled` says that the head gave a title.
    """
    if not titled and units and kinds[0] == "paragraph" and _is_long_title(units[0].text):
        kinds[0] = "heading"
    if spoken < len(units) or "opener" in kinds:
        return _before_speech(units, kinds, spoken, titled)
    return _standfirst(units, kinds) if titled else _before_prose(units, kinds)


def _is_long_title(text: str) -> bool:
    """Return whether a first line without an end mark, too long for a heading, is the title of a speech."""
    return len(text) <= _LONGEST_TITLE and text[-1].isalnum() and _TITLED_SPEECH.match(text) is not None


def _before_speech(units: list[Unit], kinds: list[str], spoken: int, titled: bool) -> Opening:
    """Read `[lead] [title] [opener] [caption or title] label` in whatever order it is printed."""
    opener = kinds.index("opener") if "opener" in kinds else spoken
    above = [i for i in range(min(opener, spoken)) if kinds[i] not in _SKIPPED and kinds[i] != "separator"]
    listing = next((n for n, i in enumerate(above) if not _is_text(units[i], kinds[i])), None)
    first = _once(units, above[:listing])
    heads = [i for i in first if kinds[i] == "heading" and not _is_no_title(units[i].text)]
    prose = [i for i in first if i not in heads]
    if listing is not None and not heads and not _announces(units[above[listing]].text):
        return Opening()
    heads = heads or _below_opener(kinds, opener, spoken)
    together = bool(heads) and heads[-1] - heads[0] == len(heads) - 1
    title = heads[-1] if together and not titled else -1
    if heads == [opener - 1] and not prose and "opener" in kinds and _HELD.match(units[heads[0]].text):
        return Opening(lead=heads[0])
    lead = [i for i in prose if not _PRESENT.match(units[i].text)]
    if len(lead) == 1 and _is_narration(units[lead[0]].text) and (together or not heads or titled):
        return Opening(title=title, lead=lead[0])
    return Opening(title=title if heads and (not prose or heads[0] == first[0]) else -1)


def _is_no_title(text: str) -> bool:
    return _AGENDA.match(text) is not None or _PRESENT.match(text) is not None


def _announces(text: str) -> bool:
    """Return whether a line stands for a label: `Mikhail Mishustin’s opening remarks:`"""
    return text[-1] == ":" and _ANNOUNCED.search(text) is not None


def _below_opener(kinds: list[str], opener: int, spoken: int) -> list[int]:
    """Return the headings that stand directly below `Excerpts from the transcript:`, captions and dates between."""
    found = []
    for index in range(opener + 1, spoken):
        if kinds[index] == "heading":
            found.append(index)
        elif kinds[index] not in _SKIPPED:
            break
    return found


def _is_text(unit: Unit, kind: str) -> bool:
    return kind in {"paragraph", "heading"} or _AGENDA.match(unit.text) is not None


def _once(units: list[Unit], indices: list[int]) -> list[int]:
    """Return the indices without those of texts that are printed again."""
    seen: dict[str, int] = {}
    for index in indices:
        seen.setdefault(units[index].text.rstrip("."), index)
    return list(seen.values())


def _is_narration(text: str) -> bool:
    word = text.split(" ", 1)[0].rstrip(",.!").lower()
    return (
        len(text) <= _LONGEST_LEAD and word not in GREETINGS and text[-1] not in ",?" and not _FIRST_PERSON.search(text)
    )


def _standfirst(units: list[Unit], kinds: list[str]) -> Opening:
    """Return as lead a first line that the next paragraph repeats."""
    prose = [i for i, kind in enumerate(kinds[:6]) if kind in {"paragraph", "heading"}][:2]
    if len(prose) < 2:
        return Opening()
    above, below = (_folded(units[i].text) for i in prose)
    return Opening(lead=prose[0]) if len(above) > 20 and below.startswith(above) else Opening()


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _before_prose(units: list[Unit], kinds: list[str]) -> Opening:
    """Read `[lead] title` above prose; a heading is a title where the prose has no further headings."""
    content = [i for i, kind in enumerate(kinds) if kind not in _SKIPPED and kind != "separator"]
    if len(content) < 2:
        return Opening()
    top = content[0]
    if kinds[top] == "heading":
        _title_block(units, kinds, top)
        run = _run(units, kinds, content, 0)
        if not run or len(run) == len(content) or _headings_below(units, kinds, content[len(run) :], run):
            return Opening()
        block = len(run) > 1 and not any(units[i].gap for i in run[1:])
        return Opening(title=run[0] if block else run[-1])
    run = _run(units, kinds, content, 1)
    text = units[top].text
    alone = kinds[top] == "paragraph" and len(text) <= _SENTENCE and _is_narration(text)
    if alone and _announces(units[content[1]].text):
        return Opening(lead=top)
    if (
        not run
        or not alone
        or len(run) + 1 == len(content)
        or _headings_below(units, kinds, content[len(run) + 1 :], run)
    ):
        return _standfirst(units, kinds)
    return Opening(title=run[-1], lead=top)


_TITLE_BEGINS = lazy_regex(r"[“«\"]?[^\W\d_]")


def _run(units: list[Unit], kinds: list[str], content: list[int], at: int) -> list[int]:
    """Return the headings that stand one below the other from the content's place `at` on."""
    end = at
    while end < len(content) and kinds[content[end]] == "heading" and _TITLE_BEGINS.match(units[content[end]].text):
        end += 1
    return content[at:end]


_HEADS = lazy_regex(r"[^\W\d_]")


def _headings_below(units: list[Unit], kinds: list[str], below: list[int], run: list[int]) -> bool:
    """Return whether further headings follow, so that those above head sections as well.

    Repeated ones do not count, nor numbers (`1234-05-03-2021`), nor short lines at the end, which head nothing.
    """
    known = {units[i].text for i in run}
    while below and kinds[below[-1]] in {"heading", "signature", "dateline"}:
        below = below[:-1]
    return any(kinds[i] == "heading" and units[i].text not in known and _HEADS.search(units[i].text) for i in below)
