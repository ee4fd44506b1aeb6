"""Patterns that wait for their first use."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from communique.patterns import lazy_regex


def test_a_pattern_serves_as_the_compiled_one_does() -> None:
    lazy, compiled = lazy_regex(r"(?P<word>[a-z]+)\d", re.IGNORECASE), re.compile(r"(?P<word>[a-z]+)\d", re.IGNORECASE)
    text = "Ab1, cd2"
    assert [match.span() for match in lazy.finditer(text)] == [match.span() for match in compiled.finditer(text)]
    assert lazy.sub(r"\g<word>", text) == compiled.sub(r"\g<word>", text) == "Ab, cd"
    assert lazy.search(text, 2, 7) is None
    assert lazy.pattern == compiled.pattern


def test_a_wrong_pattern_is_found_out_at_its_first_use() -> None:
    with pytest.raises(re.error):
        lazy_regex("(").match("")


def test_a_misspelt_method_is_an_error() -> None:
    with pytest.raises(AttributeError):
        lazy_regex("a").serach  # type: ignore[attr-defined]  # noqa: B018


def test_loading_the_parser_compiles_no_pattern_of_its_grammar() -> None:
    program = (
        "from communique import patterns; from communique.records import assemble; "
        "print(len(patterns._made) > 100, any('match' in vars(one) for one in patterns._made))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "True False\n"


def test_every_pattern_of_the_grammar_compiles() -> None:
    program = "from communique.output.work import preload; preload()"
    subprocess.run([sys.executable, "-c", program], check=True)
