"""`communique explain`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from communique.cli.arguments import FILES
from communique.cli.say import exit_status, say_problems
from communique.problems import Problem, printable


@click.command(short_help="Print how a wire was read, and why.")
@FILES
def explain(files: tuple[Path, ...]) -> None:
    """Print how each FILE was read.

    Segments beside the text, the score of every family, labels and why they count, rejected candidates and why not, and
    the words behind each fact.
    """
    from communique.explain import explain as lines
    from communique.ingest.wires import open_wire

    problems: list[Problem] = []
    for file in files:
        wire, found = open_wire(file)
        problems += found
        if wire is not None:
            for line in lines(wire.text, wire.origin):
                click.echo(printable(line))
    say_problems(problems, verbose=True)
    sys.exit(exit_status(problems))
