"""Wires of made-up states for benchmarks: the same number always gives the same wire.

    python bench/corpus.py COUNT FOLDER [--start N]

Names are put together from syllables, sentences from a fixed vocabulary; shapes and sizes follow the example archive: a
head line, a lead, a title, one to five speakers in turns, a list of documents in one wire of five, an editor's note.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

HEADS = "Bel Dor Fen Gal Hal Kar Lor Mor Nor Ost Pel Ros Sel Tar Ul Ver Wes Yar Zel".split()
TAILS = "adan berg denia ford garia holm land mark navia onia rath stan thal vania wick".split()
GIVEN = "Ada Bruno Clara Dario Edda Felix Greta Hugo Ilse Jonas Karla Leo Mira Nils Olga Pavel Rita Sven Tilda".split()
WORDS = (
    "bridge river harbour school railway budget winter market border council season valley treaty ferry orchard "
    "station library hospital timber granary lighthouse province delegation programme commission question answer road"
).split()
VERBS = "build open repair discuss prepare support welcome extend review finance".split()
OFFICES = "Prime Minister,President,Minister of Energy,Foreign Minister,Governor".split(",")
KINDS = "Agreement,Memorandum of understanding,Protocol,Programme of cooperation,Roadmap".split(",")
NOTE = (
    "EDITOR’S NOTE: This article is a translation. "
    "Apologies should the grammar and or sentence structure not be perfect."
)


class World:
    """The states and people that all wires of a corpus share."""

    def __init__(self) -> None:
        dice = random.Random("world")
        self.states = sorted({dice.choice(HEADS) + dice.choice(TAILS) for _ in range(70)})
        names = {f"{dice.choice(GIVEN)} {dice.choice(HEADS)}{dice.choice(TAILS)}" for _ in range(2600)}
        self.people = sorted(names)

    def wire(self, number: int) -> tuple[str, str]:
        """Return (file name, text) of one wire."""
        dice = random.Random(f"wire {number}")
        state = self.states[int(len(self.states) * dice.random() ** 2)]
        people = [
            self.people[int(len(self.people) * dice.random() ** 2)] for _ in range(dice.choice((1, 1, 2, 2, 3, 5)))
        ]
        guest = dice.choice(self.people)
        parts = ["Post sponsored by NewzEngine.com", f"MIL OSI Translation. Region: {state} –"]
        signed = dice.random() < 0.2
        if signed:
            parts.append("A number of documents were signed following the meeting.")
        parts.append(f"{people[0]}’s meeting with {dice.choice(OFFICES)} of {dice.choice(self.states)} {guest}")
        size, target, turn = 0, dice.lognormvariate(8.0, 0.5), 0
        while size < target:
            words = sentences(dice, dice.randint(2, 6))
            label = f"{people[turn % len(people)]}: " if turn == 0 or dice.random() < 0.6 else ""
            turn += bool(label)
            parts.append(label + words)
            size += len(words)
        if signed:
            parts.append("Documents signed:")
            parts.append("\n".join(f"- {dice.choice(KINDS)} on the {dice.choice(WORDS)} of {state};" for _ in range(3)))
        parts += [NOTE, f"MIL OSI {state} News"]
        day = f"{dice.randint(2014, 2023)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        return f"{day}-{number:06}.txt", "\n\n".join(parts)


def sentences(dice: random.Random, count: int) -> str:
    """Return some sentences about nothing in particular."""
    made = []
    for _ in range(count):
        first, second, third = dice.sample(WORDS, 3)
        made.append(
            f"We shall {dice.choice(VERBS)} the {first} and the {second} before the {third} of {dice.randint(2, 90)}."
        )
    return " ".join(made)


def write(folder: Path, start: int, count: int) -> None:
    """Write wires `start` to `start + count - 1` into a folder."""
    world = World()
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(start, start + count):
        name, text = world.wire(number)
        (folder / name).write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--start", type=int, default=0)
    args = parser.parse_args()
    write(args.folder, args.start, args.count)


if __name__ == "__main__":
    main()
