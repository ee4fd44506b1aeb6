"""An endless sequence of wires of made-up states, the same on every machine: release K depends on K alone.

    corpus.py N OUTDIR [--start K]      writes releases K … K+N-1 as OUTDIR/YYYY-MM-DD-NNNNNN.txt

About 4 kB a wire, as press agencies send them: one to five speakers by rank (a few speak often, most seldom),
a fifth of the wires with documents, half of them with a partner named in the title. Dates are drawn from ten years, so
that an added release is a backdated one.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

STATES = 60
PEOPLE = 2000
YEARS = range(2014, 2024)
MEDIAN, LEAST, MOST = 3300, 1000, 12_000
"""Characters of a wire."""

_SYLLABLES = (
    "ba be do fa ga he ka ko la le lo ma mi mo na ne no pa pe ra re ri ro sa se so ta te to va ve vo za".split()
)
_ENDINGS = ["", "n", "r", "l", "s", "nd", "rt", "st", "m", "k", "th", "v"]
_STATES = ["ia", "land", "stan", "onia", "avia", "ova", "oria"]
_OFFICES = [
    "Prime Minister",
    "President",
    "Minister of Energy",
    "Deputy Prime Minister",
    "Foreign Minister",
    "Governor",
]
_MEETINGS = ["conversation with", "meeting with", "telephone talk with", "news conference with"]
_PAPERS = ["Memorandum of understanding on {}", "Agreement on cooperation in {}", "Protocol on {}", "Road map for {}"]
_NOTE = "This article is a translation. Apologies should the grammar and or sentence structure not be perfect."


class World:
    """States, people, words and sentences that all releases draw from."""

    def __init__(self) -> None:
        dice = random.Random(7)
        self.words = sorted({_word(dice) for _ in range(9000)})
        dice.shuffle(self.words)
        often = list(accumulate(1 / (n + 3) for n in range(len(self.words))))
        self.states = _unlike(STATES, lambda: _name(dice) + dice.choice(_STATES))
        self.people = _unlike(PEOPLE, lambda: f"{_name(dice)} {_name(dice)}")
        self.sentences = [_sentence(dice, self.words, often) for _ in range(20_000)]
        self.state_ranks = _ranks(STATES)
        self.people_ranks = _ranks(PEOPLE)


def wire(world: World, number: int) -> tuple[str, str]:
    """Return file name and text of one release."""
    dice = random.Random(f"communique:{number}")
    state = dice.choices(world.states, cum_weights=world.state_ranks)[0]
    count = dice.choices([1, 2, 3, 4, 5], [35, 35, 15, 10, 5])[0]
    speakers = _unlike(count, lambda: dice.choices(world.people, cum_weights=world.people_ranks)[0])
    partner = speakers[-1] if count > 1 else f"{_name(dice)} {_name(dice)}"
    title = f"{speakers[0]}’s {dice.choice(_MEETINGS)} {dice.choice(_OFFICES)} of {dice.choice(world.states)} {partner}"
    papers = _papers(dice, world) if dice.random() < 0.2 else []
    parts = ["Post sponsored by NewzEngine.com", f"MIL OSI Translation. Region: {state} –"]
    parts += ["A number of documents were signed following the meeting."] if papers else []
    parts += [title, *_turns(dice, world, speakers)]
    parts += ["Documents signed:", "\n".join(f"- {paper}" for paper in papers)] if papers else []
    parts += ["More to be posted soon …"] if dice.random() < 0.4 else []
    parts += [f"EDITOR’S NOTE: {_NOTE}", f"MIL OSI {state} News"]
    day = f"{dice.choice(YEARS)}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}"
    return f"{day}-{number:06d}.txt", "\n\n".join(parts)


def write(folder: Path, count: int, start: int = 0) -> list[Path]:
    """Write releases into a folder; return their files."""
    world = World()
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(start, start + count):
        name, text = wire(world, number)
        files.append(folder / name)
        files[-1].write_text(text, encoding="utf-8")
    return files


def _turns(dice: random.Random, world: World, speakers: list[str]) -> list[str]:
    room = min(MOST, max(LEAST, dice.lognormvariate(0, 0.55) * MEDIAN)) - 400
    parts: list[str] = []
    turn = 0
    while room > 0:
        for n in range(dice.choices([1, 2, 3], [50, 30, 20])[0]):
            words = " ".join(dice.choices(world.sentences, k=dice.randint(1, 6)))
            parts.append(words if n else f"{speakers[turn % len(speakers)]}: {words}")
            room -= len(words)
        turn += 1
    return parts


def _papers(dice: random.Random, world: World) -> list[str]:
    return [dice.choice(_PAPERS).format(" ".join(dice.choices(world.words, k=4))) for _ in range(dice.randint(2, 7))]


def _word(dice: random.Random) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(dice.randint(1, 3))) + dice.choice(_ENDINGS)


def _name(dice: random.Random) -> str:
    return ("".join(dice.choice(_SYLLABLES) for _ in range(dice.randint(2, 3))) + dice.choice(_ENDINGS)).capitalize()


def _sentence(dice: random.Random, words: list[str], often: list[float]) -> str:
    drawn = dice.choices(words, cum_weights=often, k=dice.randint(9, 34))
    return f"{' '.join(drawn).capitalize()}."


def _unlike(count: int, draw: Callable[[], str]) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[draw()] = None
    return list(found)


def _ranks(count: int) -> list[float]:
    return list(accumulate(1 / (n + 1) ** 0.9 for n in range(count)))


def main() -> None:
    """Write wires as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--start", type=int, default=0)
    given = parser.parse_args()
    write(given.folder, given.count, given.start)


if __name__ == "__main__":
    main()
