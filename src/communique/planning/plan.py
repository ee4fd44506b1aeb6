"""Catalog and content → every page of the site, as a stream in an order that does not depend on what changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import msgspec

from communique.catalog.store import Catalog
from communique.config import Site
from communique.exports import months, package, schema, sitemap, sums
from communique.exports.registry import EXPORTS
from communique.ingest import extras
from communique.ingest.account import account, duplicate, not_published, unknown_release
from communique.ingest.content import Content
from communique.ingest.ledger import read_ledger, withdrawn_alone
from communique.ingest.scan import Listing, Order
from communique.ledger import compare, unlisted
from communique.listing.dataset import DataFile, DataSet, Period
from communique.listing.model import Page
from communique.listing.naming import Resolver
from communique.listing.shelf import Shelf
from communique.listing.whole import Account, Prose, Whole
from communique.output.folder import folders_of
from communique.output.layout import base_path
from communique.output.standing import Seals, digests, sizes
from communique.pages import data, plan, report, vanished
from communique.planning.chapters import Chapters, Known, known
from communique.problems import Problem
from communique.records.model import Withdrawn
from communique.urls import Urls, beside, file_of


class Archive(msgspec.Struct, frozen=True, kw_only=True):
    """What is planned from, beside the catalog."""

    folder: Path
    content: Content
    listing: Listing
    site: Site
    prose: list[Prose]
    urls: Urls
    templates: list[Path]
    search: bool


class Plan:
    """The plan of a site; complete, with its problems and its account, once all pages have gone by."""

    def __init__(
        self,
        archive: Archive,
        catalog: Catalog,
        basis: bytes,
        trusted: Callable[[], bool],
        kept: Known | None = None,
    ) -> None:
        """Begin the plan; `basis` is a digest of all that it is made with but the releases themselves.

        `trusted` says whether every page that the catalog remembers is published as it was left. `kept` is what of
        earlier plans is `known` for the same basis, where somebody looked already.
        """
        self._archive = archive
        self._catalog = catalog
        self._basis = basis
        self._trusted = trusted
        self._kept = kept
        self.kinds: dict[str, str] = {}
        """File of each page → kind."""
        self.problems: list[Problem] = []
        self.account = Account([], [], [], 0)
        self.counts: dict[str, int] = {}
        """Wires by what became of them, and releases."""
        content = archive.content
        self.shelf = Shelf(archive.urls, content.people, content.regions, content.sources)
        """All releases, once their pages have gone by."""
        self._resolver = Resolver(archive.urls, content.people, content.regions, content.sources)
        self._chapters: Chapters | None = None
        self._early: set[str] = set()
        """Months of releases whose pages were planned ahead."""
        self._listed: list[tuple[str, str]] = []
        self._months: list[Page] = []
        self._whole: Whole | None = None
        self._refused: list[tuple[str, str]] = []

    def pages(self) -> Iterator[Page]:
        """Yield every page that depends on no other, releases first."""
        kinds, listed = self.kinds, self._listed
        for page in self._pages():
            kinds[page.file] = page.kind
            if page.public:
                listed.append((page.file, page.day))
            yield page

    def ahead(self, orders: Iterable[Order]) -> Iterator[Page]:
        """Yield the pages of the releases of a few wires, which `pages` yields again in their turn."""
        urls, resolve = self._archive.urls, self._resolver.resolve
        links, _ = plan.chain(self._catalog.links(), self._catalog.summary, urls)
        for release, between in chain.from_iterable(self._catalog.around(order.path) for order in orders):
            listed = [(one, body, resolve(one)) for one, body in between]
            self._early.update([(one.date or "")[:7] for one, _ in between])
            pages = plan.releases(listed, links, None, None)
            yield from (page for page in pages if page.file == file_of(urls.release(release)))

    def indexes(self, seals: Seals) -> Iterator[Page]:
        """Yield what names the data files with their digests, and the sitemap; `seals` are those of `pages`."""
        yield from self._noted(self._indexes(seals))

    def sums(self, seals: Seals, searched: Mapping[str, str]) -> Iterator[Page]:
        """Yield the lists of checksums but for the root's; `searched`: part of the search index → what it holds."""
        lists = [sums.page(group, _sealed(pages)) for group, pages in sorted(seals.items()) if group]
        lists += [sums.of_search(part, state) for part, state in sorted(searched.items())]
        yield from self._noted(lists)

    def root(self, seals: Seals) -> Iterator[Page]:
        """Yield the root's list of checksums, which names all others."""
        yield from self._noted([sums.page("", _sealed(seals.get("", [])))])

    def _noted(self, pages: Iterable[Page]) -> Iterator[Page]:
        """Yield pages of which the archivist has not put a file of the same name into `content/static/`."""
        for page in pages:
            if self.kinds.setdefault(page.file, page.kind) == page.kind:
                if page.public:
                    self._listed.append((page.file, page.day))
                yield page

    def _indexes(self, seals: Seals) -> Iterator[Page]:
        whole = self._whole
        assert whole is not None, "all pages have gone by"
        found = DataSet(list(_periods(self._months, dict(seals.get("", [])))), whole.shelf.dates.newest)
        made = package.package(found, whole)
        yield Page(package.FILE, "bytes", made, public=False)
        digest = hashlib.sha256(made).hexdigest()
        yield from data.plan(whole, found, digest, package.tables(), schema.VERSION)
        yield from sitemap.plan(self._archive.site.base_url, self._listed)

    def _pages(self) -> Iterator[Page]:
        archive, shelf = self._archive, self.shelf
        claims = self._catalog.claims()
        losers = {path for _, _, path in claims}
        self.problems += [duplicate(*claim) for claim in claims]
        yield from self._releases(shelf, losers)
        withdrawn, listing = withdrawn_alone(archive.folder, archive.listing)
        self._whole = whole = self._as_whole(shelf, losers, listing)
        yield from plan.listings(whole)
        for page in chain.from_iterable(export.plan(whole) for export in EXPORTS):
            if page.kind == months.KIND:
                self._months.append(page)
            yield page
        self.kinds |= data.addresses(whole) | {report.FILE: report.KIND}
        yield from extras.assets(archive.templates)
        taken = {*folders_of(self.kinds), sums.FOLDER}
        yield from extras.static(archive.folder, self.kinds, taken, self.problems)
        yield from self._vanished(shelf, withdrawn)
        yield from report.plan(self._accounted(whole, listing))

    def _releases(self, shelf: Shelf, losers: Collection[str]) -> Iterator[Page]:
        catalog = self._catalog
        links, unknown = plan.chain(catalog.links(), catalog.summary, shelf.urls)
        self.problems += [unknown_release(*one) for one in unknown]
        kept = known(catalog, self._basis) if self._kept is None else self._kept
        self._chapters = Chapters(catalog, self._resolver, losers, self._basis, kept)
        yield from self._chapters.pages(shelf, links, self._trusted, self._early)
        yield from plan.moved(shelf, self.problems)

    def remember(self, *, whole: bool) -> None:
        """Keep what the next plan need not make again; `whole` says whether every page was published."""
        if self._chapters:
            self._chapters.remember(whole=whole)

    def _vanished(self, shelf: Shelf, withdrawn: Mapping[str, Withdrawn]) -> Iterator[Page]:
        """Yield a page at every address of the ledger where nothing stands."""
        text, problems = read_ledger(self._archive.folder)
        self.problems += problems
        if text is None and not withdrawn:
            return
        compared = compare(text or "", self.kinds)
        self.problems += compared.problems
        if text is not None and compared.unlisted:
            self.problems.append(unlisted(compared.unlisted))
        heirs = vanished.Heirs(self.kinds, (shelf.people, shelf.regions, shelf.sources))
        for one in vanished.plan(compared.vanished, withdrawn, self.kinds, heirs, shelf.urls):
            if isinstance(one, Problem):
                self.problems.append(one)
            else:
                yield one

    def _accounted(self, whole: Whole, listing: Listing) -> Whole:
        """Return the same with an account of all problems, those that only the planned pages brought up too."""
        problems = [*self._archive.content.problems, *self.problems]
        self.account = account(listing, self.counts, self._refused, problems, self._archive.urls)
        return msgspec.structs.replace(whole, account=self.account)

    def _as_whole(self, shelf: Shelf, losers: Collection[str], listing: Listing) -> Whole:
        """Return what listings and exports are planned from; the account is made on the way."""
        archive = self._archive
        self._refused = not_published(self._catalog.refused(), listing.unreadable, losers)
        states = self._catalog.states()
        states["read"] = states.get("read", 0) - len(losers)
        self.problems += [*listing.problems, *self._catalog.problems()]
        self.counts = {"releases": len(shelf.dates.items), "wires": len(listing.wires)} | states
        self.account = account(listing, states, self._refused, self.problems, archive.urls)
        return Whole(
            shelf=shelf,
            urls=archive.urls,
            title=archive.site.title,
            description=archive.site.description,
            prose=archive.prose,
            account=self.account,
            search=archive.search,
            base_url=archive.site.base_url,
            language=archive.site.language,
            base=base_path(archive.site.base_url),
        )


def _sealed(pages: Iterable[tuple[str, bytes]]) -> list[sums.Sealed]:
    return [(file, digests(seal)) for file, seal in pages]


def _periods(months: Iterable[Page], seals: Mapping[str, bytes]) -> Iterator[Period]:
    """Yield the data files of each month that stands published."""
    for page in months:
        if page.file in seals:
            seal = seals[page.file]
            folder, _, _ = page.file.rpartition("/")
            names = [file.rpartition("/")[2] for file in beside(page.file)]
            listed = digests(seal).hex()
            files = [
                DataFile(name, size, listed[64 * n : 64 * n + 64])
                for n, (name, size) in enumerate(zip(names, sizes(seal), strict=True))
            ]
            period = folder.removeprefix("data/").replace("/", "-")
            yield Period(period, f"{folder}/", len(page.needs), files)
