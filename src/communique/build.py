"""The whole pipeline: scan → read → plan → render and write → prune → remember. `Build.run` is it on one screen."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor
from itertools import chain
from pathlib import Path

import msgspec

from communique.catalog import store
from communique.catalog.lock import Lock
from communique.catalog.store import Catalog
from communique.exports import sitemap
from communique.exports.registry import EXPORTS
from communique.ingest import content, extras, reading, scan
from communique.ingest.ledger import duplicate, ledger, unknown_release
from communique.listing.model import Page, Ref
from communique.listing.shelf import Shelf
from communique.listing.whole import Whole
from communique.output import budget, executors, faults, folder, keys, layout, search
from communique.output import setup as setups
from communique.output.outcome import Outcome, Watch
from communique.output.publish import FatalError, Publisher
from communique.output.write import put, remove
from communique.pages import plan
from communique.pages.release import Chain
from communique.problems import Problem
from communique.urls import Urls

__all__ = ["Options", "Outcome", "build", "check"]

Progress = Callable[[str, int, int], None]
"""Called with stage, done, total."""

_MANY = 150
"""So many wires to read, or pages to render, pay for worker processes."""

_SEVERITIES = ("error", "warning", "note")


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to build; the defaults are those of `communique build`."""

    output: Path | None = None
    base_url: str | None = None
    offline: bool = False
    jobs: int | None = None
    cluster: str | None = None
    clean: bool = False
    search: bool = True
    profile: bool = False
    dry: bool = False
    """Write nothing."""
    progress: Progress | None = None


def build(archive: Path, **options: object) -> Outcome:
    """Build the archive in a folder that holds `content/`; see `Options`. Nothing in the archive makes it raise."""
    return _run(archive, Options(**options))  # type: ignore[arg-type]


def check(archive: Path, **options: object) -> Outcome:
    """Do everything that a build does but for writing, with nothing remembered."""
    return _run(archive, Options(dry=True, search=False, **options))  # type: ignore[arg-type]


def _run(archive: Path, options: Options) -> Outcome:
    """Build with the catalog that is there; where it turns out to be damaged, once more without it."""
    run = Build(archive.absolute(), options)
    try:
        return run.run()
    except FatalError as error:
        return run.failed(error.problem)
    except BrokenExecutor:
        return run.failed(faults.dead_worker())
    except OSError as error:
        return run.failed(faults.cache_problem(error, run.cache))
    except store.DAMAGE as error:
        if options.clean or store.blames_the_disk(error):
            return run.failed(faults.cache_problem(error, run.cache))
    finally:
        run.close()
    return _run(archive, msgspec.structs.replace(options, clean=True))


class Build:
    """One build: its steps in order, and what they hold open."""

    def __init__(self, archive: Path, options: Options) -> None:
        self.archive = archive
        self.options = options
        self.output = (options.output or archive / "site").absolute()
        self.cache = archive / ".cache"
        self.jobs = options.jobs or len(os.sched_getaffinity(0))
        self.watch = Watch()
        self.outcome = Outcome()
        self.executor: Executor = executors.Inline()
        self.lock: Lock | None = None
        self.catalog: Catalog | None = None

    def run(self) -> Outcome:
        """Build; raises what `_run` turns into problems."""
        self._claim()
        with self.watch.stage("scan"):
            catalog = self._scan()
        with self.watch.stage("read"):
            self._read(catalog)
        with self.watch.stage("publish"):
            publisher = self._publish(catalog)
        with self.watch.stage("search"):
            self._search(publisher)
        with self.watch.stage("prune"):
            self._prune(catalog, publisher)
        return self._told(publisher)

    def _claim(self) -> None:
        """Take the lock and the output folder, or raise `FatalError`."""
        if not (self.archive / "content").is_dir():
            raise FatalError(faults.no_content(self.archive))
        self.fresh = False
        if self.options.dry:
            return
        refused = folder.overlap(self.output, self.archive) or folder.refusal(self.output)
        if refused:
            raise FatalError(refused)
        self.cache.mkdir(exist_ok=True)
        self.lock = Lock(self.cache / "lock")
        if not self.lock.take():
            raise FatalError(faults.locked(self.archive))
        try:
            self.fresh = folder.claim(self.output)
        except OSError as error:
            raise FatalError(faults.output_problem(error, self.output)) from error

    def _scan(self) -> Catalog:
        """Find what changed; start workers where there is enough to do; return the open catalog."""
        catalog = self._open(clean=self.options.clean)
        self.code = keys.code()
        self.content = content.load(self.archive, catalog.get("content") if catalog.get("code") == self.code else b"")
        self.prose, wrong = layout.prose(self.content.prose)
        self.problems = [*self.content.problems, *wrong]
        self.urls = Urls(offline=self.options.offline)
        self.site = layout.site(self.content.site, self.options.base_url)
        self.scanned = time.time_ns()
        self.listing = scan.scan(self.archive)
        self.parse_key = keys.kind_key(self.code, repr(self.content.sentences).encode())
        known = catalog.known() if catalog.get("parse key") == self.parse_key else {}
        self.orders = reading.changed(self.listing.wires, known, int.from_bytes(catalog.get("scanned"), "little"))
        self.gone = sorted(known.keys() - {wire.path for wire in self.listing.wires})
        self._set_up()
        alike = catalog.get("look") == self._look() and not self.fresh
        return self._start(catalog, max(len(self.orders), 0 if alike else len(self.listing.wires)))

    def _set_up(self) -> None:
        """Make ready what workers need to know, and what pages depend on."""
        compiled = self.cache / "templates"
        if not self.options.dry:
            compiled.mkdir(exist_ok=True)
        made = layout.setup(
            self.archive,
            self.output,
            cache=None if self.options.dry else compiled,
            site=self.site,
            pages=self.prose,
            urls=self.urls,
            search=self.options.search,
        )
        self.keys = keys.of_kinds(self.code, made)
        self.setup = setups.pack(msgspec.structs.replace(made, compare=not self.fresh, dry=self.options.dry))
        self.templates = [Path(folder) for folder in made.templates]

    def _look(self) -> bytes:
        """Return what all release pages and their place depend on."""
        return self.keys["release"] + str(self.output).encode()

    def _open(self, *, clean: bool = False) -> Catalog:
        self.catalog = Catalog(None if self.options.dry else self.cache / "catalog.sqlite", clean=clean)
        return self.catalog

    def _start(self, catalog: Catalog, work: int) -> Catalog:
        """Start workers where they pay, while no file is open that they should not inherit; return the open catalog."""
        if not self.options.cluster and (self.jobs == 1 or work < _MANY):
            return catalog
        catalog.close()
        if self.options.cluster:
            from communique.output.cluster import connect

            self.executor = connect(self.options.cluster)
        else:
            self.executor = executors.processes(self.jobs)
        return self._open()

    def _read(self, catalog: Catalog) -> None:
        """Read what changed into the catalog."""
        catalog.begin()
        if catalog.get("parse key") != self.parse_key:
            catalog.forget_wires()
        catalog.remove_wires(self.gone)
        if self.orders:
            from communique.ingest.shard import read_shard

            sizes = {wire.path: wire.size for wire in self.listing.wires}
            shards = reading.shards(str(self.archive), self.content.sentences, self.orders, sizes)
            results = executors.ordered(self.executor, read_shard, shards, 2 * self.jobs)
            reading.take_in(catalog, self._telling("read", results, len(self.orders) // reading.FILES + 1))
        catalog.put("parse key", self.parse_key)
        catalog.put("code", self.code)
        catalog.put("content", self.content.remembered)
        catalog.put("scanned", self.scanned.to_bytes(8, "little"))
        catalog.commit()

    def _publish(self, catalog: Catalog) -> Publisher:
        """Plan every page; render and write those that are not there as planned."""
        catalog.begin()
        if self.fresh or catalog.get("output") != str(self.output).encode():
            catalog.forget_pages()
        catalog.put("output", str(self.output).encode())
        catalog.put("look", self._look())
        known = catalog.folders()
        self.tree = folder.Tree(self.output, known, ("pagefind",) if self.options.search else ())
        if known:
            self.tree.inspect()
        elif not self.fresh and not self.options.dry:
            self.tree.unlink_links()
        publisher = Publisher(catalog, self.setup, self.keys, self.tree, dry=self.options.dry)
        publisher.publish(self._pages(catalog, publisher), self.executor, 2 * self.jobs)
        return publisher

    def _pages(self, catalog: Catalog, publisher: Publisher) -> Iterator[Page]:
        """Yield every page of the site, releases first."""
        shelf = Shelf(self.urls, self.content.people, self.content.regions, self.content.sources)
        moved = plan.Moved()
        claims = catalog.claims()
        losers = {path for _, _, path in claims}
        self.problems += [duplicate(*claim) for claim in claims]
        summaries = (pair for pair in catalog.summaries() if pair[0].path not in losers)
        yield from plan.releases(summaries, shelf, self._chain(catalog), moved)
        self.problems += moved.problems
        whole = self._whole(catalog, shelf, losers)
        yield from plan.listings(whole)
        yield from chain.from_iterable(export.plan(whole) for export in EXPORTS)
        yield from extras.assets(self.templates)
        yield from extras.static(self.archive, publisher.files, folder.folders_of(publisher.files), self.problems)
        yield from sitemap.plan(self.site.base_url, publisher.listed)

    def _chain(self, catalog: Catalog) -> Chain:
        """Return which releases replace which."""
        made = Chain({}, {})
        for newer, older in catalog.links():
            one, other = catalog.summary(newer), catalog.summary(older)
            if one is None or other is None:
                self.problems += [unknown_release(older, one.path)] if one else []
                continue
            made.replaces[newer] = Ref(older, other.title, self.urls.release(older))
            made.replaced_by[older] = Ref(newer, one.title, self.urls.release(newer))
        return made

    def _whole(self, catalog: Catalog, shelf: Shelf, losers: set[str]) -> Whole:
        """Return what listings and exports are planned from."""
        counts = catalog.states()
        counts["read"] = counts.get("read", 0) - len(losers)
        counts["duplicate"] = len(losers)
        states = {state: catalog.paths_in(state) for state in ("binary", "unreadable", "changing")}
        states["unreadable"] += self.listing.unreadable
        counts["unreadable"] = len(states["unreadable"])
        states["duplicate"] = sorted(losers)
        self.problems += [*self.listing.problems, *catalog.problems()]
        self.outcome.counts = {"releases": len(shelf.dates.dates), "wires": len(self.listing.wires), **counts}
        self.ledger = ledger(self.listing, states, counts, self.problems, self.urls)
        return Whole(
            shelf=shelf,
            urls=self.urls,
            title=self.site.title,
            description=self.site.description,
            prose=self.prose,
            ledger=self.ledger,
            search=self.options.search,
            base_url=self.site.base_url,
            base=layout.base_path(self.site.base_url),
        )

    def _search(self, publisher: Publisher) -> None:
        """Index the release pages that changed; without search, the folder of the index is pruned like any other."""
        if not self.options.search or self.options.dry:
            return
        report = search.publish(self.output, publisher.releases, work=self.cache, language=self.site.language)
        self.problems += report.problems
        self.outcome.indexed = len(report.indexed)
        publisher.bytes["search"] = report.bytes

    def _prune(self, catalog: Catalog, publisher: Publisher) -> None:
        """Remove what the plan does not name, and remember what is there."""
        gone = publisher.finish()
        if not self.options.dry:
            for file in gone:
                if file[0] == "." and "/" not in file:  # other dotfiles at the top are not ours
                    remove(f"{self.output}/{file}")
            folders = folder.folders_of(publisher.files)
            there, lost = self.tree.prune(publisher.files, folders, fresh=self.fresh)
            catalog.put_folders(there)
            catalog.drop_folders(lost)
        catalog.commit()

    def _told(self, publisher: Publisher) -> Outcome:
        """Return the outcome, and write it down."""
        outcome = self.outcome
        outcome.written, outcome.unchanged, outcome.removed = publisher.written, publisher.unchanged, self.tree.removed
        outcome.bytes = dict(publisher.bytes)
        outcome.pages = dict(publisher.counts)
        self.problems += publisher.problems
        large = budget.over(outcome.bytes, len(publisher.files), self.site.limits.site_bytes)
        outcome.problems = sorted([*self.problems, *([large] if large else [])], key=_order)
        rendering = {f"render {kind}": seconds for kind, seconds in sorted(publisher.seconds.items())}
        outcome.seconds = self.watch.total() | rendering
        if not self.options.dry:
            report = {"outcome": outcome, "ledger": self.ledger}
            put(str(self.cache), "report.json", msgspec.json.format(msgspec.json.encode(report)), compare=False)
        return outcome

    def failed(self, problem: Problem) -> Outcome:
        """Return the outcome of a build that cannot go on."""
        self.outcome.problems = [problem]
        self.outcome.seconds = self.watch.total()
        return self.outcome

    def close(self) -> None:
        """Let go of everything; what was not committed is undone."""
        self.executor.shutdown(wait=True, cancel_futures=True)
        if self.catalog is not None:
            self.catalog.close()
        if self.lock is not None:
            self.lock.release()

    def _telling(self, stage: str, results: Iterable[bytes], total: int) -> Iterator[bytes]:
        for n, result in enumerate(results, 1):
            if self.options.progress:
                self.options.progress(stage, n, max(n, total))
            yield result


def _order(problem: Problem) -> tuple[int, str, int, int, str]:
    return _SEVERITIES.index(problem.severity), problem.file, problem.line, problem.column, problem.code
