"""The command line, one module a command: the only place that prints or exits."""

from communique.cli.commands import main, run

__all__ = ["main", "run"]
