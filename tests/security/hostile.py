"""Archives that somebody made to do harm, drawn at random, and what must hold of `build`, `parse` and `add` on each.

    python -m tests.security.hostile [--seconds 60]

draws them for so long and prints the first that does harm.
"""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import tempfile
import time
from pathlib import Path

from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.build import build
from communique.cli import main as communique
from tests.archives import NOTE, files, wire

PATIENCE = 30
"""Seconds of processor time for one archive of a few kilobytes: more is a hang."""

_TOKENS = (
    *(
        "MIL OSI Translation. Region: Ruritania –",
        "MIL-OSI Russia: ",
        "Post sponsored by NewzEngine.com",
        NOTE,
        "Source:",
    ),
    *(
        "Anna Rudolf: ",
        "A.: ",
        ": ",
        "–",
        "“",
        "”",
        "«",
        "»",
        "(In Russian)",
        "More to be posted soon …",
        "Documents signed:",
    ),
    *("- Agreement on ", "EDITOR’S NOTE:", "[", "]", "{{ 7*7 }}", "{% raw %}", "</script>", "<script>", "&amp;", "]]>"),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "\x00",
        "\x1b[2J",
        "\ufeff",
        "\u202e",
        "\u2028",
        "\x85",
        "\ud7ff",
        "\U0010ffff",
    ),
    *(
        "29 April 2021",
        "2021-02-30",
        "00/00/0000",
        "a" * 300,
        " " * 300,
        "(" * 300,
        "A. " * 100,
        "«" * 100,
        "x: " * 100,
    ),
    *("../../x", "javascript:alert(1)", "http://", "=1+1", "0", "Ё", "ʼ", "ﬁ", "İ", "ß", "\u0301" * 50),
)

_KEYS = [
    "date",
    "url",
    "source",
    "region",
    "title",
    "lead",
    "added",
    "source_archived",
    "rights",
    "was",
    "withdrawn",
    "supersedes",
    "note",
    "corrections",
]
_VALUES = (
    *(
        "2021-04-29",
        "2021-02-30",
        "javascript:alert(1)",
        "'../../x'",
        "[a, b]",
        "{a: b}",
        "null",
        "-1",
        "1e999",
        "true",
    ),
    *("{reason: x, date: 2021-01-01}", "[{at: 0, field: speaker, old: a, new: b}]", "[{at: -1, action: split}]"),
    *(
        "[{at: 99999999, action: join, new: x}]",
        "&a [*a]",
        "!!python/name:os.system",
        "'\\0'",
        "|\n  <b>x</b>",
        '"\\x1b[2J"',
    ),
    *("https://example.org/", "[../up, a]", "{reason: [x]}", "[[[[[[[[[[[[]]]]]]]]]]]]", "wire", "a, b", "*x", "- "),
)

texts = st.lists(st.sampled_from(_TOKENS), max_size=40).map("".join)
wires = st.one_of(
    texts.map(lambda text: text.encode("utf-8", "replace")),
    texts.map(lambda text: text.encode("utf-16")),
    texts.map(lambda text: text.encode("cp1251", "replace")),
    texts.map(lambda text: wire("Weir", words=text or "x").encode()),
    st.binary(max_size=300),
)
yaml = st.one_of(
    st.lists(st.tuples(st.sampled_from(_KEYS), st.sampled_from(_VALUES)), max_size=5).map(
        lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs).encode()
    ),
    st.lists(
        st.sampled_from(("- {id: ", "a", ", name: ", "}", "\n", "aliases: [", "]", "..", *_VALUES)), max_size=12
    ).map(lambda parts: "".join(parts).encode()),
    st.binary(max_size=60),
)
stems = st.one_of(
    st.sampled_from(
        ("a", "b", "2021-04-29-a", "a.2", "A", "-", "ü", "con", "a b", "x" * 200, "'", "$(id)", "%2e%2e", "a\nb")
    ),
    st.text(st.characters(exclude_characters="/\x00", exclude_categories=["Cs"]), min_size=1, max_size=12),
)
names = st.one_of(
    st.tuples(
        st.sampled_from(("wires/{}.txt", "wires/2021/{}.txt", "wires/{}.TXT", "static/{}", "wires/{}")), stems
    ).map(lambda pair: pair[0].format(pair[1])),
    st.just("pages/about.md"),
)
settings_files = st.sampled_from(
    ("site.yml", "people.yml", "regions.yml", "sources.yml", "boilerplate.yml", "ledger.tsv")
)
archives = st.tuples(
    st.dictionaries(names, wires, min_size=1, max_size=5),
    st.dictionaries(stems.map("wires/{}.yml".format), yaml, max_size=3),
    st.dictionaries(settings_files, yaml, max_size=2),
).map(lambda parts: {**parts[0], **parts[1], **parts[2]})
"""Path below `content/` → bytes."""


class Enough(BaseException):
    """The time is over."""


def hold(folder: Path, content: dict[str, bytes]) -> None:
    """Put an archive into an empty folder and use it; raises where it crashes, loses a file or writes elsewhere."""
    whole = folder / "archive"
    given_in = folder / "handed-in"
    for place in (whole / "content" / "wires", given_in):
        place.mkdir(parents=True)
    for name, data in content.items():
        _lay(whole / "content" / name, data)
    for n, (name, data) in enumerate(sorted(content.items())):
        if name.startswith("wires/") and not name.endswith(".yml"):
            _lay(given_in / f"{n}.txt", data)
    before = files(whole / "content")
    _built(whole, before)
    assert files(whole / "content") == before, "a build changed the content"
    _ran("parse", *(str(file) for file in _wires(whole)))
    _ran("add", "--dir", str(whole), *(str(file) for file in sorted(given_in.iterdir())))
    after = files(whole / "content")
    changed = {name for name in after.keys() | before.keys() if after.get(name) != before.get(name)}
    assert all(name.startswith("wires/") or name == "ledger.tsv" for name in changed), changed
    assert {name for name in changed if name in before} <= {"ledger.tsv"}, "add changed what was there"
    _built(whole, after)
    assert {file.name for file in folder.iterdir()} == {"archive", "handed-in"}
    assert {file.name for file in whole.iterdir()} <= {"content", "site", ".cache"}


def _lay(file: Path, data: bytes) -> None:
    """Write a file where the system lets it be: two names may want the same place."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.write_bytes(data)
    except OSError:
        return


def _wires(archive: Path) -> list[Path]:
    """Return the wires of an archive."""
    found = (archive / "content" / "wires").rglob("*")
    return sorted(f for f in found if f.name[-4:].lower() == ".txt" and f.is_file() and not _hidden(f, archive))


def _hidden(file: Path, archive: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(archive / "content").parts)


def _built(archive: Path, content: dict[str, bytes]) -> None:
    """Build; every wire is published or named."""
    outcome = build(archive, jobs=1, search=False)
    fatal = [problem.code for problem in outcome.problems if problem.severity == "error"]
    if set(fatal) & {"cannot-write", "template-failed", "worker-died"}:
        raise AssertionError(outcome.problems)
    published = {json.loads(file.read_bytes())["path"] for file in (archive / "site").glob("releases/*/record.json")}
    named = {problem.file for problem in outcome.problems}
    lost = {file.relative_to(archive).as_posix() for file in _wires(archive)} - published - named
    assert not lost, (lost, sorted(content))


def _ran(*arguments: str) -> Result:
    result = CliRunner().invoke(communique, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), (arguments, result.exception)
    assert result.exit_code in {0, 1, 2}, result.output
    return result


def main() -> None:
    """Draw archives for as long as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0)
    end = time.monotonic() + parser.parse_args().seconds
    count = 0

    @settings(
        max_examples=1_000_000, database=None, deadline=None, suppress_health_check=list(HealthCheck), print_blob=False
    )
    @given(archives)
    def drawn(content: dict[str, bytes]) -> None:
        nonlocal count
        if time.monotonic() > end:
            raise Enough
        count += 1
        tried(content)

    try:
        drawn()
    except Enough:
        print(f"{count} archives, no harm")


def _hung(*_: object) -> None:
    raise AssertionError(f"more than {PATIENCE} s of work for one small archive")


def tried(content: dict[str, bytes]) -> None:
    """`hold`, in a folder of its own, with an end to patience."""
    folder = Path(tempfile.mkdtemp(prefix="hostile-"))
    signal.signal(signal.SIGPROF, _hung)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        hold(folder, content)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
