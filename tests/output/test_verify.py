"""Whatever is changed, lost or added in a copy of a site is found; and a record that its wire does not bear out."""

from __future__ import annotations

import functools
import hashlib
import json
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli.commands import main
from communique.output.copies import Folder, Web
from communique.output.verify import verify
from tests.archives import add, archive, made, signing, wire


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = archive(
        tmp_path_factory.mktemp("verify"),
        {
            "2020-01-05-a": wire("Lights"),
            "2020-02-29-b": signing("Signed"),
            "2020-03-01-two": wire("One") + wire("Two"),
        },
    )
    add(folder, "2020-04-01-ru", "Слово было сказано.\r\n".encode("cp1251"))
    made(folder)
    return folder


@pytest.fixture
def copy(archived: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(archived / "site", tmp_path / "copy"))


def codes(copy: Path) -> list[tuple[str, str]]:
    return sorted((problem.code, problem.file) for problem in verify(Folder(copy)).problems)


def test_a_site_is_as_it_was_published(archived: Path) -> None:
    found = verify(Folder(archived / "site"))
    assert found.problems == []
    assert found.records == len(list((archived / "site").glob("releases/*/record.json"))) == 5
    assert found.whole == 2


@pytest.mark.parametrize(
    "name", ["index.html", "releases/2020-01-05-a/wire.txt", "data/2020/01/turns.csv", "sums/2020-01.sha256"]
)
def test_a_changed_file_is_found(copy: Path, name: str) -> None:
    (copy / name).write_bytes((copy / name).read_bytes() + b" ")
    assert ("changed-file", name) in codes(copy)


def test_a_lost_and_an_added_file_are_found(copy: Path) -> None:
    (copy / "releases" / "2020-01-05-a" / "record.json").unlink()
    (copy / "releases" / "x.txt").write_text("not ours", encoding="utf-8")
    assert codes(copy) == [("missing-file", "releases/2020-01-05-a/record.json"), ("unlisted-file", "releases/x.txt")]


def test_a_record_that_its_wire_does_not_bear_out_is_found_though_the_sums_fit(copy: Path) -> None:
    file = copy / "releases" / "2020-01-05-a" / "record.json"
    record = json.loads(file.read_bytes())
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    record["turns"][0]["paragraphs"][0] = "I never said that."
    file.write_text(json.dumps(record), encoding="utf-8")
    listed = copy / "sums" / "2020-01.sha256"
    old = hashlib.sha256(listed.read_bytes()).hexdigest()
    listed.write_text(listed.read_text().replace(before, hashlib.sha256(file.read_bytes()).hexdigest()))
    root = copy / "SHA256SUMS"
    root.write_text(root.read_text().replace(old, hashlib.sha256(listed.read_bytes()).hexdigest()))
    (problem,) = verify(Folder(copy)).problems
    assert (problem.code, problem.file) == ("record-disagrees", "releases/2020-01-05-a/record.json")
    assert "/turns/0/paragraphs/0" in problem.message


def test_a_folder_without_a_list_is_said_to_be_none(tmp_path: Path) -> None:
    assert codes(tmp_path) == [("no-checksums", "SHA256SUMS")]


def test_a_list_that_names_files_outside_reads_none_of_them(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (copy / "SHA256SUMS").write_text(f"{'0' * 64}  ../secret\n", encoding="utf-8")
    assert ("missing-file", "../secret") in codes(copy)


@pytest.fixture
def served(copy: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(copy))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_a_site_is_checked_at_its_address(served: str, copy: Path) -> None:
    assert verify(Web(served)).problems == []
    (copy / "index.html").unlink()
    assert [problem.code for problem in verify(Web(served)).problems] == ["missing-file"]


def test_the_command_finds_the_site_of_an_archive_and_tells_by_its_status(archived: Path, copy: Path) -> None:
    fine = CliRunner().invoke(main, ["verify", str(archived)])
    assert (fine.exit_code, "0 problems" in fine.output) == (0, True)
    (copy / "index.html").unlink()
    broken = CliRunner().invoke(main, ["verify", str(copy)])
    assert broken.exit_code == 1
    assert "missing-file" in broken.output
    assert CliRunner().invoke(main, ["verify", str(copy / "nowhere")]).exit_code == 2
