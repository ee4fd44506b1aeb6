"""A build after any edits equals a clean build, byte for byte, and the next build writes nothing."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.archives import add, archive, clean, files, made, signing, wire

TITLES = st.sampled_from(
    ["Lighthouses were lit", "Bridges <b>opened</b>", "Bees & honey were counted", "Мосты открыты"]
)
REGIONS = st.sampled_from(["Ruritania", "Ruritanian Federation", "Sylvania", "Republic of Freedonia"])
SPEAKERS = st.sampled_from(["Rudolf Elphberg", "R. Elphberg", "Antonia Flavia", "Rufus Firefly", "José Ángel"])
STEMS = st.sampled_from(
    [
        "2020-01-05-a",
        "2020-02-29-b",
        "2021-12-31-c",
        "2019/1999-01-01-d",
        "undated",
        "x/undated",
        "2020-13-01-e",
        "Odd Name",
    ]
)
SIDECARS = st.sampled_from(
    [
        "date: 2020-05-05\n",
        "note: |\n  A *note* with <i>markup</i>.\n",
        "withdrawn: {reason: Wrong, date: 2022-01-01}\n",
        "supersedes: 2020-01-05-a\nwas: [old-name, undated]\n",
        "broken: [\n",
        "added: 2024-01-01\nregion: Freedonia\n",
    ]
)
PEOPLE = st.sampled_from(
    [
        "",
        "- {id: rudolf, name: Rudolf V, aliases: [Rudolf Elphberg, R. Elphberg]}\n",
        """
- id: rufus
  name: Rufus T. Firefly
  aliases: [{name: Rufus Firefly, from: 2020-02-01}]
  posts: [{office: President of Freedonia, from: 2019-01-01}]
""",
    ]
)
PLACES = st.sampled_from(
    ["", "- {id: ruritania, name: Kingdom of Ruritania, aliases: [Ruritania, Ruritanian Federation]}\n"]
)
SITES = st.sampled_from(
    ["", "title: Rivers\nbase_url: https://example.org/r/\n", "language: ru\nnotice: All made up.\n"]
)
LEDGERS = st.sampled_from(
    [
        "",
        "releases/2020-01-05-a/\tab\t\nreleases/renamed/\tcd\t\npeople/r-elphberg/\t\t\n",
        "dates/2020/\t\t\nregions/ruritania/2020/\t\t\nfiles/\t\treleases/undated/\n../../up/\n",
    ]
)
TEMPLATES = st.sampled_from(["home.html", "release.html", "said.html", "layout.html", "index.html"])


class Edits(RuleBasedStateMachine):
    """Edits of an archive, each kind of them, with a build at any moment."""

    @initialize()
    def begin(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="edits"))
        self.folder = archive(self.root / "archive", {"2020-01-05-a": wire("Lighthouses were lit")})
        made(self.folder)
        self.built = True

    def teardown(self) -> None:
        if hasattr(self, "root"):
            shutil.rmtree(self.root)

    def _wires(self) -> list[Path]:
        return sorted((self.folder / "content" / "wires").rglob("*.txt"))

    def _changed(self) -> None:
        self.built = False

    @rule(stem=STEMS, title=TITLES, region=REGIONS, speaker=SPEAKERS)
    def put(self, stem: str, title: str, region: str, speaker: str) -> None:
        add(self.folder, stem, wire(title, region, speaker))
        self._changed()

    @rule(stem=STEMS, title=TITLES)
    def put_documents(self, stem: str, title: str) -> None:
        add(self.folder, stem, signing(title))
        self._changed()

    @rule(
        stem=STEMS, data=st.sampled_from([b"", b"\x00\xff", "Слово".encode("cp1251"), b"words\r\n", b"\xef\xbb\xbfBOM"])
    )
    def put_odd(self, stem: str, data: bytes) -> None:
        add(self.folder, stem, data)
        self._changed()

    @precondition(lambda self: self._wires())
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        data.draw(st.sampled_from(self._wires())).unlink()
        self._changed()

    @precondition(lambda self: self._wires())
    @rule(data=st.data(), name=st.sampled_from(["renamed", "2018-08-08-renamed"]))
    def rename(self, data: st.DataObject, name: str) -> None:
        file = data.draw(st.sampled_from(self._wires()))
        file.rename(file.with_name(f"{name}.txt"))
        self._changed()

    @rule(stem=STEMS, text=SIDECARS)
    def write_sidecar(self, stem: str, text: str) -> None:
        add(self.folder, stem, text, ".yml")
        self._changed()

    @rule(people=PEOPLE, regions=PLACES, site=SITES)
    def settings(self, people: str, regions: str, site: str) -> None:
        for name, text in (("people", people), ("regions", regions), ("site", site)):
            (self.folder / "content" / f"{name}.yml").write_text(text, encoding="utf-8")
        self._changed()

    @rule(text=LEDGERS)
    def ledger(self, text: str) -> None:
        (self.folder / "content" / "ledger.tsv").write_text(text, encoding="utf-8")
        self._changed()

    @rule(name=TEMPLATES, there=st.booleans())
    def template(self, name: str, *, there: bool) -> None:
        file = self.folder / "templates" / name
        file.parent.mkdir(exist_ok=True)
        if there and name in {"home.html", "release.html"}:
            file.write_text(f"{{% extends 'base/{name}' %}}{{% block title %}}Other{{% endblock %}}", encoding="utf-8")
        else:
            file.unlink(missing_ok=True)
        self._changed()

    @rule()
    def static(self) -> None:
        folder = self.folder / "content" / "static" / "files"
        if folder.exists():
            shutil.rmtree(folder)
        else:
            folder.mkdir(parents=True)
            (folder / "x.bin").write_bytes(b"\x00\x01")
        self._changed()

    @rule(
        place=st.sampled_from(
            ["index.html", "releases", "people", "robots.txt", "assets/site.css", "SHA256SUMS", "data"]
        )
    )
    def vandalise(self, place: str) -> None:
        target = self.folder / "site" / place
        if target.is_dir():
            shutil.rmtree(target)
        elif target.parent.is_dir():
            target.write_text("vandalised", encoding="utf-8")
        self._changed()

    @rule()
    def forget(self) -> None:
        shutil.rmtree(self.folder / ".cache", ignore_errors=True)

    @precondition(lambda self: not self.built)
    @rule(offline=st.booleans())
    def build(self, *, offline: bool) -> None:
        made(self.folder, offline=offline)
        assert files(self.folder / "site") == clean(self.folder, self.root / "clean", offline=offline)
        assert made(self.folder, offline=offline).written == 0
        self.built = True

    @invariant()
    def nothing_else_is_written(self) -> None:
        if hasattr(self, "folder"):
            assert {path.name for path in self.folder.iterdir()} <= {"content", "site", ".cache", "templates"}


TestEdits = Edits.TestCase
TestEdits.settings = settings(max_examples=6, stateful_step_count=14, suppress_health_check=[HealthCheck.too_slow])
