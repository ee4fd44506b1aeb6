"""The whole pipeline: scan → read → plan, render and write → index → prune. `Build.run` is it on one screen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from communique.catalog import damage
from communique.catalog.lock import Lock
from communique.catalog.store import Catalog
from communique.catalog.unkept import Unkept
from communique.ingest import inputs, reading
from communique.ingest.intake import Intake
from communique.output import executors, faults, folder, keys, layout, settled, work
from communique.output import setup as setups
from communique.output.aside import Aside
from communique.output.failure import problem_of
from communique.output.faults import FatalError
from communique.output.outcome import Options, Outcome, Watch
from communique.output.publish import Ahead, Publisher, is_planned
from communique.output.search_shards import Entry
from communique.output.settled import Settled
from communique.output.standing import Looking
from communique.planning import chapters
from communique.planning.plan import Archive, Plan
from communique.problems import Problem
from communique.urls import Urls

if TYPE_CHECKING:
    from communique.output.search import Report

__all__ = ["Build", "Options", "Outcome", "build", "run"]

_MANY, _MANY_PAGES = 150, 500
"""So many wires to read or pages to render pay for worker processes; so many pages to look at for one."""


def build(archive: Path, **options: object) -> Outcome:
    """Build the archive in a folder that holds `content/`; see `Options`. Nothing in the archive makes it raise."""
    return run(archive, Options(**options)).outcome  # type: ignore[arg-type]


def run(archive: Path, options: Options) -> Build:
    """Return a build that has ended: its outcome and, of one that writes nothing and came to its end, its plan."""
    with executors.uncollected():
        return _run(archive, options)


def _run(archive: Path, options: Options) -> Build:
    """Build with the catalog that is there; where it turns out to be damaged, once more without it."""
    run = Build(archive.absolute(), options)
    try:
        run.run()
    except Exception as error:
        problem = problem_of(error, run.cache)
        if problem is not None:
            return run.failed(problem)
        if options.clean or not damage.is_damage(error):
            raise
    else:
        return run
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
        self.jobs = options.jobs or executors.cores()
        self.watch = Watch()
        self.outcome = Outcome()
        self.problems: list[Problem] = []
        self.crew = executors.Crew()
        self.looking = Looking("", {}, None)
        self.publisher: Publisher | None = None
        self.searched: Report | None = None
        self.lock: Lock | None = None
        self.catalog: Catalog | None = None
        self.plan: Plan | None = None
        self.kept: chapters.Known | None = None

    def run(self) -> None:
        """Build; raises what `_run` turns into problems."""
        stage = self.watch.stage
        self._claim()
        with stage("scan"):
            catalog = self._scan()
        with stage("read"):
            self._read(catalog)
        with stage("look"):
            settled = self._standing(catalog)
        self._conclude(settled or self._made(catalog))

    def _made(self, catalog: Catalog) -> Settled:
        """Make the site as it should be; return what is left for the next build."""
        stage = self.watch.stage
        with stage("publish"):
            plan, publisher = self._publish(catalog)
        with stage("search"):
            searched = self._search(publisher.releases)
        with stage("sums"):
            self._sum(plan, publisher, searched)
        with stage("prune"):
            return self._prune(catalog, plan, publisher, searched)

    def _claim(self) -> None:
        """Take the lock and the output folder, or raise `FatalError`."""
        if not (self.archive / "content").is_dir():
            raise FatalError(faults.no_content(self.archive))
        self.fresh = False
        if self.options.dry and not self.cache.is_dir():
            return
        if not self.options.dry:
            folder.admit(self.output, self.archive)
            (self.cache / "templates").mkdir(parents=True, exist_ok=True)
        self.lock = Lock(self.cache / "lock")
        if not self.lock.take():
            raise FatalError(faults.locked(self.archive))
        self.fresh = not self.options.dry and folder.claim(self.output)

    def _scan(self) -> Catalog:
        """Find what changed; start workers where there is enough to do; return the open catalog."""
        catalog = self._look(self._open(clean=self.options.clean))
        self.intake = intake = Intake(self.archive, catalog)
        prose, wrong = layout.prose(intake.content.prose)
        self.problems += [*intake.content.problems, *wrong]
        self.given = Archive(
            folder=self.archive,
            content=intake.content,
            listing=intake.listing,
            site=layout.site(intake.content.site, self.options.base_url),
            prose=prose,
            urls=Urls(offline=self.options.offline),
            templates=layout.templates(self.archive),
            search=self.options.search,
        )
        self._set_up()
        alike = catalog.get("look") == self.look and not self.fresh
        return self._start(catalog, max(len(intake.orders), 0 if alike else len(intake.listing.wires)))

    def _look(self, catalog: Catalog) -> Catalog:
        """Begin to look at what is published, by a process aside if it is much; return the open catalog."""
        dry, watched = self.options.dry, self.options.watched
        same = catalog.get("output") == str(self.output).encode() and not self.fresh
        folders = None if dry or self.fresh else catalog.folders() if same else {}
        self.looking = Looking(str(self.output), catalog.pages() if same else {}, folders, trusted=watched)
        if dry or watched or self.jobs == 1 or len(self.looking.pages) < _MANY_PAGES or not executors.may_fork():
            return catalog
        catalog.close()
        self.looking.begin()
        return self._open()

    def _set_up(self) -> None:
        """Make ready what workers need to know, and what pages depend on."""
        made = layout.setup(self.given, self.output, keys.compiled(self.cache / "templates"))
        self.keys = keys.of_kinds(self.intake.code, made)
        self.look = self.keys["release"] + str(self.output).encode()
        self.theme = keys.kind_key(*self.keys.values())
        how = {"compare": not self.fresh, "dry": self.options.dry, "look": self.theme}
        self.setup = setups.pack(msgspec.structs.replace(made, **how))
        shown = repr((str(self.output), self.options.offline, self.options.search)).encode()
        self.basis = keys.kind_key(shown, self.theme, self.intake.content.remembered)

    def _open(self, *, clean: bool = False) -> Catalog:
        self.catalog = (Unkept if self.options.dry else Catalog)(self.cache / "catalog.sqlite", clean=clean)
        return self.catalog

    def _start(self, catalog: Catalog, work: int) -> Catalog:
        """Start workers where they pay, while no file is open that they should not inherit; return the open catalog."""
        if self.options.cluster:
            from communique.output.cluster import connect

            executor, jobs = connect(self.options.cluster)
            self.crew = executors.Crew.of(jobs, executor)
            return catalog
        few = bool(self.intake.orders or self.intake.gone) and executors.may_fork()
        if self.jobs == 1 or not (few or work >= _MANY):
            return catalog
        catalog.close()
        self.crew = executors.Crew.of(self.jobs) if work >= _MANY else executors.Crew.aside()
        return self._open()

    def _read(self, catalog: Catalog) -> None:
        """Read what changed into the catalog."""
        results = self.crew.ordered(reading.read_shard, self.intake.shards())
        if isinstance(self.crew.executor, Aside):
            self.kept = chapters.known(catalog, self.basis)  # meanwhile
        self.problems += self.intake.take(catalog, results, lambda done: self._tell("read", done))
        if isinstance(self.crew.executor, Aside):
            self.crew.executor.submit(work.prepare, self.setup)  # while this process plans

    def _standing(self, catalog: Catalog) -> Settled | None:
        """Return what the last build left where this one would plan the same, and all of it is there."""
        intake, options = self.intake, self.options
        self.tree = folder.Tree(self.output, self.looking.folders or {}, ("pagefind",) if options.search else ())
        settings = keys.kind_key(self.basis, b"watched" * options.watched)
        self.inputs = inputs.digest(self.archive, intake, self.given.templates, settings)
        if self.fresh or options.dry or intake.orders or intake.gone:
            return None
        found = settled.standing(catalog, self.inputs, self.looking)
        return found if found and self._search(found.releases) == found.searched else None

    def _publish(self, catalog: Catalog) -> tuple[Plan, Publisher]:
        """Plan every page; render and write those that are not there as planned."""
        catalog.begin()
        if self.fresh or catalog.get("output") != str(self.output).encode():
            catalog.forget_pages()
        catalog.put("output", str(self.output).encode())
        catalog.put("look", self.look)
        catalog.put("options", self.options.remembered())
        settled.forget(catalog)
        plan = self.plan = Plan(self.given, catalog, self.basis, self._is_whole, self.kept)
        how = (catalog, self.setup, self.keys, self.tree, self.looking, self.options)
        if self.options.watched and len(self.intake.orders) < _MANY:
            Ahead(*how).publish(plan.ahead(self.intake.orders), executors.Crew(), partial(self._tell, "publish"))
        publisher = self.publisher = Publisher(*how)
        publisher.publish(plan.pages(), self.crew, partial(self._tell, "publish"))
        return plan, publisher

    def _is_whole(self) -> bool:
        """Return whether everything published stands as it was left; waits for the look at it."""
        return self.looking.whole and not self.options.dry

    def _search(self, releases: Sequence[Entry]) -> dict[str, str]:
        """Index the release pages that changed, once; return part of the index → what it holds, if there is one."""
        if not self.options.search or self.options.watched or self.options.dry:
            return {}
        from communique.output import search

        if self.searched is None:  # else it was done before it turned out that the site must be made all the same
            self.searched = search.publish(self.output, releases, work=self.cache, language=self.given.site.language)
            self.problems += self.searched.problems
        self.outcome.indexed, self.outcome.bytes = len(self.searched.indexed), {"search": self.searched.bytes}
        return self.searched.parts

    def _sum(self, plan: Plan, publisher: Publisher, searched: dict[str, str]) -> None:
        """Publish what depends on the digests of all other files: the index of data files, then lists of checksums."""
        seals = publisher.seals
        sums = () if self.options.dry else (plan.sums(seals, searched), plan.root(seals))
        for pages in (plan.indexes(seals), *sums):
            publisher.publish(pages, self.crew, partial(self._tell, "publish"))

    def _prune(self, catalog: Catalog, plan: Plan, publisher: Publisher, searched: dict[str, str]) -> Settled:
        """Remove what the plan does not name, and remember what is there."""
        left = settled.of(plan, publisher, searched, self.inputs)
        gone = publisher.finish()
        self.tree.note(self.looking.touched)
        if not self.options.dry:
            self.tree.drop(gone)
            planned = partial(is_planned, kinds=plan.kinds)
            there, lost = self.tree.prune(planned, folder.folders_of(plan.kinds), fresh=self.fresh)
            catalog.put_folders(there)
            catalog.drop_folders(lost)
            left.remember(catalog)
            plan.remember(whole=not publisher.problems)
        catalog.commit()
        return left

    def _conclude(self, left: Settled) -> None:
        """Make the outcome, and write it down."""
        outcome = self.outcome
        limit = 0 if self.options.dry else self.given.site.limits.site_bytes  # what is not written has no size
        left.tell(outcome, self.problems, self.publisher, limit)
        outcome.removed = self.tree.removed
        outcome.seconds = self.watch.total() | outcome.seconds
        if not self.options.dry:
            left.report(self.cache, outcome)

    def _tell(self, stage: str, done: int) -> None:
        if self.options.progress:
            total = len(self.intake.orders if stage == "read" else self.given.listing.wires)
            self.options.progress(stage, min(done, total), total)

    def failed(self, problem: Problem) -> Build:
        """Give up; the outcome is the problem."""
        self.outcome.problems = [problem]
        self.outcome.seconds = self.watch.total()
        self.plan = None
        return self

    def close(self) -> None:
        """Let go of everything; what was not committed is undone."""
        self.looking.close()
        if self.catalog is not None:
            self.catalog.close()
        self.crew.close()
        if self.lock is not None:
            self.lock.release()
