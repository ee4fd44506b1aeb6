"""What a build that came to its end leaves for the next one: with the same inputs there is nothing to plan."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import msgspec

from communique.catalog.store import Catalog
from communique.listing.whole import Account
from communique.output import budget
from communique.output.outcome import Outcome, by_severity
from communique.output.publish import Publisher
from communique.output.search_shards import Entry
from communique.output.standing import Looking
from communique.output.write import put
from communique.problems import Problem

_KEY = "settled"


class Planned(Protocol):
    """A plan all of whose pages have gone by."""

    counts: dict[str, int]
    problems: list[Problem]
    account: Account


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """The site that a plan gave: what is told of it, and what its search index is made from."""

    inputs: bytes
    """Digest of all that the plan was made from; empty where a page could not be made."""
    counts: dict[str, int]
    sizes: dict[str, int]
    """Page type → bytes of its files."""
    files: int
    problems: list[Problem]
    account: Account
    releases: list[Entry]
    """Release pages, where they are searched."""
    searched: dict[str, str]
    """Part of the search index → what it holds."""

    def tell(self, outcome: Outcome, problems: list[Problem], publisher: Publisher | None, limit: int) -> None:
        """Fill in the outcome of a build; `problems` are those beside the plan's, `limit` is the host's in bytes.

        The `publisher` is that of this build, if it published anything; `outcome.bytes` holds what lies beside pages.
        """
        outcome.counts, outcome.bytes, outcome.unchanged = self.counts, self.sizes | outcome.bytes, self.files
        if publisher:
            outcome.pages, outcome.seconds = publisher.counts, publisher.rendering()
            outcome.written, outcome.unchanged = publisher.written, publisher.unchanged
        large = budget.over(outcome.bytes, self.files, limit)
        outcome.problems = by_severity([*problems, *self.problems, *([large] if large else [])])

    def report(self, folder: Path, outcome: Outcome) -> None:
        """Write down, as `report.json`, how a build ended and what became of its input."""
        report = msgspec.json.encode({"outcome": outcome, "account": self.account})
        put(str(folder), "report.json", msgspec.json.format(report), compare=False)

    def remember(self, catalog: Catalog) -> None:
        """Leave it in the catalog; the transaction is the caller's."""
        catalog.put(_KEY, msgspec.msgpack.encode(self))


def of(plan: Planned, publisher: Publisher, searched: dict[str, str], inputs: bytes) -> Settled:
    """Return what is left of a plan that was published whole."""
    return Settled(
        inputs=b"" if publisher.problems else inputs,
        counts=plan.counts,
        sizes=publisher.bytes,
        files=publisher.written + publisher.unchanged,
        problems=[*plan.problems, *publisher.problems],
        account=plan.account,
        releases=publisher.releases,
        searched=searched,
    )


def forget(catalog: Catalog) -> None:
    """Forget what an earlier build left: what is published is about to change."""
    catalog.put(_KEY, b"")


def standing(catalog: Catalog, inputs: bytes, looking: Looking) -> Settled | None:
    """Return what the last build left, if it was made from the same inputs and all of it stands as it was published."""
    known = catalog.get(_KEY)
    if not known:
        return None
    settled = msgspec.msgpack.decode(known, type=Settled)
    if settled.inputs != inputs:
        return None
    return settled if looking.whole and not looking.touched else None
