"""Doubts come with their place and with what to write."""

from communique.records.doubts import doubts
from communique.records.model import Release, Speaker
from communique.wire.layout import Segment

WIRE = "Region: Ruritania –\nAnna Rudolf: Yes.\nA. Rudolf: No.\n"


def test_the_most_consequential_doubt_comes_first() -> None:
    release = Release(
        id="x",
        path="x.txt",
        sha256="0",
        segments=[Segment("head", 0, len(WIRE))],
        speakers=[Speaker(name="Anna Rudolf"), Speaker(name="A. Rudolf")],
        evidence={"/speakers/1/name": [(38, 47)]},
    )
    found = doubts(release, WIRE)
    assert [doubt.code for doubt in found] == ["unknown-wire", "similar-names", "no-date", "no-title"]
    assert (found[1].line, found[1].column) == (3, 1)
    assert "date: YYYY-MM-DD" in found[2].hint


def test_an_empty_file_is_one_warning() -> None:
    [doubt] = doubts(Release(id="x", path="x.txt", sha256="0"), "")
    assert (doubt.code, doubt.severity) == ("empty-wire", "warning")
