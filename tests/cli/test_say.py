"""What commands tell the user."""

from communique.cli.say import counted
from communique.problems import Problem


def test_problems_are_counted_the_gravest_first() -> None:
    severities = ("note", "warning", "error", "warning")
    found = [Problem(code="x", severity=severity, message="x") for severity in severities]
    assert counted(found) == "1 error, 2 warnings, 1 note"
    assert counted(found[:1]) == "1 note"
    assert counted([]) == ""
