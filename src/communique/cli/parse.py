"""`communique parse`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from communique.cli.arguments import FILES
from communique.cli.say import exit_status, say_problems
from communique.problems import Problem


@click.command(short_help="Print the records of wires as JSON.")
@FILES
def parse(files: tuple[Path, ...]) -> None:
    """Print the record of each release in FILE… as one line of JSON; problems go to standard error.

    A sidecar (NAME.yml beside NAME.txt) is applied where there is one.
    """
    from communique.ingest.wires import read_wire
    from communique.records.encode import json_line

    problems: list[Problem] = []
    for file in files:
        records, found = read_wire(file)
        problems += [problem for problem in found if problem.severity != "note"]  # the records hold all of them
        for record in records:
            sys.stdout.buffer.write(json_line(record))
    sys.stdout.buffer.flush()
    say_problems(problems)
    sys.exit(exit_status(problems))
