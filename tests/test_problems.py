"""Problems point at their place."""

from communique.problems import Problem, at, render
from communique.text import Places


def test_a_problem_shows_place_excerpt_caret_and_hint() -> None:
    places = Places("first\nRegion: Ruritanai –\n")
    problem = at(places, 14, 23, code="odd-region", severity="note", message="Odd.", hint="Mend it.", file="a.txt")
    assert render(problem).splitlines() == [
        "a.txt:2:9: note odd-region: Odd.",
        "    Region: Ruritanai –",
        "            ^^^^^^^^^",
        "    hint: Mend it.",
    ]


def test_a_long_line_is_cut_around_the_place() -> None:
    problem = at(Places("x" * 300 + "HERE" + "y" * 300), 300, 304, code="c", severity="note", message="m")
    assert problem.excerpt[problem.caret : problem.caret + problem.width] == "HERE"
    assert len(problem.excerpt) <= 96


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert render(Problem(code="c", severity="error", message="m", file="f")) == "f: error c: m"
