"""`communique add` as a user runs it: names, sidecars, duplicates; nothing is lost, overwritten or put elsewhere."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.cli import main
from communique.ledger import parse
from tests.archives import archive, codes, made, wire

WORDS = " ".join(f"Sentence {n} tells what was agreed on the {n}th bridge over the river." for n in range(12))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return archive(tmp_path / "archive")


def added(folder: Path, *arguments: str | Path, handed: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["add", "--dir", str(folder), *map(str, arguments)], input=handed)


def file(folder: Path, name: str, text: str | bytes) -> Path:
    """Return a file outside the archive."""
    made = folder.parent / name
    made.write_bytes(text.encode() if isinstance(text, str) else text)
    return made


def there(folder: Path) -> dict[str, bytes]:
    """Return the files of an archive's content by path."""
    found = (path for path in (folder / "content").rglob("*") if path.is_file())
    return {path.relative_to(folder / "content").as_posix(): path.read_bytes() for path in found}


def today() -> str:
    return datetime.datetime.now().astimezone().date().isoformat()


def test_a_wire_gets_a_name_of_date_and_title_and_a_sidecar(folder: Path) -> None:
    text = wire("The Bridge of Zenda")
    options = ["--date", "2021-05-02", "--url", "https://example.org/a: #b", "--source", "Office: the King's"]
    result = added(folder, file(folder, "x.txt", text), *options)
    name = "wires/2021/2021-05-02-the-bridge-of-zenda"
    assert result.exit_code == 0
    assert result.stdout == f"content/{name}.txt  from {folder.parent / 'x.txt'}\n"
    assert there(folder)[f"{name}.txt"] == text.encode()
    sidecar = there(folder)[f"{name}.yml"].decode()
    assert f"added: {today()}\n" in sidecar
    assert "date: 2021-05-02\n" in sidecar
    outcome = made(folder)
    assert codes(outcome) == []
    page = (folder / "site" / "releases" / "2021-05-02-the-bridge-of-zenda" / "index.html").read_text()
    assert "https://example.org/a: #b" in page
    assert "Office: the King" in page


def test_standard_input_is_a_file_too(folder: Path) -> None:
    result = added(folder, "-", handed=wire("The Bridge").encode())
    assert result.stdout == "content/wires/undated/the-bridge.txt  from standard input\n"


def test_a_day_in_the_name_of_the_file_counts_where_the_wire_prints_none(folder: Path) -> None:
    added(folder, file(folder, "2020-02-29-x.txt", wire("The Bridge")))
    assert "wires/2020/2020-02-29-the-bridge.txt" in there(folder)


def test_a_file_of_several_wires_is_split_into_pieces_that_tile_it(folder: Path) -> None:
    data = ("\ufeff" + wire("The Bridge") + "\r\n\n" + wire("Der Fluß", "Sylvania")).encode()
    result = added(folder, file(folder, "x.txt", data))
    assert result.exit_code == 0
    found = there(folder)
    assert found["wires/undated/the-bridge.txt"] + found["wires/undated/der-fluss.txt"] == data


def test_a_file_whose_pieces_would_be_read_otherwise_stays_whole(folder: Path) -> None:
    data = (wire("The Bridge") + wire("The Dam", "Sylvania")).encode("utf-16")
    added(folder, file(folder, "x.txt", data))
    assert there(folder)["wires/undated/the-bridge.txt"] == data


def test_a_wire_that_is_there_is_not_added_again(folder: Path) -> None:
    text = wire("The Bridge")
    one, other = file(folder, "x.txt", text), file(folder, "y.txt", text)
    result = added(folder, one, other)
    assert "y.txt: warning already-there" in result.stderr
    before = there(folder)
    result = added(folder, one)
    assert "content/wires/undated/the-bridge.txt. Nothing was added." in result.stderr
    assert result.exit_code == 0
    assert there(folder) == before


def test_another_wire_of_the_same_title_gets_another_name(folder: Path) -> None:
    for n in range(3):
        added(folder, "-", handed=wire("The Bridge", words=f"Words number {n}.").encode())
    names = [name for name in there(folder) if name.endswith(".txt")]
    assert sorted(names) == [f"wires/undated/the-bridge{end}.txt" for end in ("-2", "-3", "")]


@pytest.mark.parametrize("built", [False, True])
def test_a_near_duplicate_is_added_and_pointed_at(folder: Path, *, built: bool) -> None:
    added(folder, "-", handed=wire("The Bridge", words=WORDS).encode())
    added(folder, "-", handed=wire("Quite another matter", speaker="Rufus Firefly").encode())
    if built:
        made(folder)
    sent_again = wire("The Bridge", words=WORDS.replace("Sentence 3", "Sentence three")).encode()
    result = added(folder, "-", handed=sent_again)
    assert result.stderr.count("near-duplicate") == 1
    assert "'content/wires/undated/the-bridge.txt'" in result.stderr
    assert "supersedes: the-bridge" in result.stderr
    assert "wires/undated/the-bridge-2.txt" in there(folder)


def test_near_duplicates_that_come_together_are_pointed_at(folder: Path) -> None:
    files = [file(folder, f"{n}.txt", wire("The Bridge", words=WORDS + " " * n)) for n in range(2)]
    assert "near-duplicate" in added(folder, *files).stderr


def test_the_ledger_is_extended_where_there_is_one(folder: Path) -> None:
    (folder / "content" / "ledger.tsv").write_text("address\tsha256\tleads_to\nreleases/the-bridge/\t\tpeople/\n")
    added(folder, "-", handed=wire("The Bridge").encode())
    lines, problems = parse((folder / "content" / "ledger.tsv").read_text())
    assert problems == []
    assert sorted(lines) == ["releases/the-bridge-2/", "releases/the-bridge/"]  # a name once published stays taken
    assert lines["releases/the-bridge/"].leads_to == "people/"
    assert len(lines["releases/the-bridge-2/"].sha256) == 64


def test_a_ledger_with_odd_lines_is_left_as_it_is(folder: Path) -> None:
    text = "address\tsha256\tleads_to\n<<<<<<< HEAD\n"
    (folder / "content" / "ledger.tsv").write_text(text)
    result = added(folder, "-", handed=wire("The Bridge").encode())
    assert "ledger-not-written" in result.stderr
    assert (folder / "content" / "ledger.tsv").read_text() == text
    assert "wires/undated/the-bridge.txt" in there(folder)


def test_a_wire_that_was_lost_gets_its_name_back_and_a_withdrawn_one_does_not(folder: Path) -> None:
    (folder / "content" / "ledger.tsv").touch()
    text = wire("The Bridge").encode()
    added(folder, "-", "--date", "2021-05-02", handed=text)
    name = "wires/2021/2021-05-02-the-bridge"
    (folder / "content" / f"{name}.txt").unlink()
    (folder / "content" / f"{name}.yml").unlink()
    assert "content/wires/undated/2021-05-02-the-bridge.txt" in added(folder, "-", handed=text).stdout
    (folder / "content" / "wires/undated/2021-05-02-the-bridge.txt").unlink()
    (folder / "content" / "wires/undated/2021-05-02-the-bridge.yml").write_text("withdrawn: {reason: Ordered}\n")
    assert "2021-05-02-the-bridge (withdrawn)" in added(folder, "-", handed=text).stderr
    assert not list((folder / "content").rglob("*.txt"))


@pytest.mark.parametrize(
    ("data", "code"), [(b"\x00\xff\x80PNG", "binary"), (b"", "empty-wire"), (b" \n\n", "empty-wire")]
)
def test_what_is_no_wire_is_refused(folder: Path, data: bytes, code: str) -> None:
    result = added(folder, "-", handed=data)
    assert f"standard input: error {code}" in result.stderr
    assert result.exit_code == 1
    assert there(folder) == {}


def test_a_folder_that_is_no_archive_is_said(tmp_path: Path) -> None:
    result = added(tmp_path, "-", handed=b"x")
    assert "error no-content" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("options", [["--date", "02.05.2021"], ["--url", "javascript:alert(1)"]])
def test_a_day_or_address_that_is_none_is_wrong_usage(folder: Path, options: list[str]) -> None:
    assert added(folder, "-", *options, handed=b"x").exit_code == 2


def test_a_title_as_long_as_a_book_gives_a_short_name(folder: Path) -> None:
    added(folder, "-", handed=wire("Bridges and rivers " * 50_000).encode())
    assert all(len(Path(name).stem) <= 70 for name in there(folder))


def test_links_do_not_lead_out_of_the_archive(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "content" / "wires" / "undated").symlink_to(outside)
    result = added(folder, "-", handed=wire("The Bridge").encode())
    assert "error cannot-write" in result.stderr
    assert list(outside.iterdir()) == []


def test_a_link_in_the_place_of_a_file_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (folder / "content" / "wires" / "undated").mkdir()
    (folder / "content" / "wires" / "undated" / "the-bridge.yml").symlink_to(tmp_path / "outside")
    (folder / "content" / "ledger.tsv").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").write_text("")
    added(folder, "-", handed=wire("The Bridge").encode())
    assert not (tmp_path / "outside").exists()
    assert (tmp_path / "elsewhere").read_text() == ""


def test_an_archive_that_cannot_be_written_is_said(folder: Path) -> None:
    (folder / "content" / "wires").rmdir()
    (folder / "content" / "wires").write_text("a file")
    result = added(folder, "-", handed=wire("The Bridge").encode())
    assert "error cannot-write" in result.stderr
    assert there(folder) == {"wires": b"a file"}


HEADS = st.sampled_from(
    ["", "MIL OSI Translation. Region: Ruritania –\n\n", "../../../etc/passwd\n\nSource: ../..\n\n"]
)
TEXTS = st.one_of(
    st.binary(max_size=300),
    st.builds(lambda head, text: (head + text).encode("utf-8", "surrogatepass"), HEADS, st.text(max_size=300)),
)


@given(
    data=st.lists(TEXTS, min_size=1, max_size=3), name=st.sampled_from(["..", "a/../..", "con", "-x", "2021-01-01-"])
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_handed_in_stays_below_the_wires_and_is_kept_to_the_byte(data: list[bytes], name: str) -> None:
    import tempfile

    from communique.accession.add import Given, Input, add

    with tempfile.TemporaryDirectory() as root:
        folder = archive(Path(root) / "archive")
        done = add(folder, [Input(name, one) for one in data], Given(added=datetime.date(2022, 1, 1)))
        found = sorted(path.relative_to(root).as_posix() for path in Path(root).rglob("*") if path.is_file())
        assert all(path.startswith("archive/content/wires/") and path.endswith((".txt", ".yml")) for path in found)
        kept = b"".join((folder / path).read_bytes() for path, _ in done.wires)
        refused = any(problem.code in {"binary", "empty-wire", "already-there"} for problem in done.problems)
        assert kept == b"".join(data) or refused
        assert len(found) == 2 * len(done.wires)


@pytest.mark.parametrize("day", ["2024-13-01", "yesterday", "01.06.2024"])
def test_what_is_no_day_is_wrong_usage_and_shown_how_to_write(folder: Path, day: str) -> None:
    result = added(folder, "-", "--date", day, handed=b"x")
    assert result.exit_code == 2
    assert f"'{day}' is no day; write it as 2021-04-29" in result.stderr
