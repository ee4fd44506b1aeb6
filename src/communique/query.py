"""Queries by person, region, source and day: what somebody wants of an archive's releases → which they are. Pure."""

from __future__ import annotations

import datetime
from typing import TypedDict

import msgspec

from communique.catalog.summary import Summary
from communique.exports.tables import Meant
from communique.listing.naming import Naming, Resolver
from communique.urls import is_id


class Wanted(TypedDict, total=False):
    """What narrows a query; every key is optional, and all that are given must hold."""

    person: str
    """Id of a person's page, or a name as printed: who speaks or takes part."""
    region: str
    """Id of a region's page, or a name as printed."""
    source: str
    """Id of an issuing body's page, or a name as printed."""
    since: str | datetime.date
    """First day, such as "2021-04-29"; releases without a date are left out."""
    until: str | datetime.date
    """Last day, itself included; releases without a date are left out."""


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """A query with its names resolved to ids and its days in ISO form; empty where nothing is asked."""

    person: str = ""
    region: str = ""
    source: str = ""
    since: str = ""
    until: str = ""

    def wants(self, one: Summary, meant: Meant) -> bool:
        """Whether a release, with what its names mean, is wanted."""
        if (self.since or self.until) and not (one.date and self.since <= one.date <= (self.until or "9999-12-31")):
            return False
        if self.region not in {"", meant.region} or self.source not in {"", meant.source}:
            return False
        return not self.person or self.person in meant.speakers or self.person in meant.participants


def query(wanted: Wanted, resolver: Resolver) -> Query:
    """Return the query; raises TypeError for a key that `Wanted` has not, ValueError for what is no ISO day."""
    unknown = sorted(wanted.keys() - Wanted.__annotations__.keys())
    if unknown:
        raise TypeError(f"unexpected keyword argument '{unknown[0]}'")
    return Query(
        person=_id(resolver.people, wanted.get("person")),
        region=_id(resolver.regions, wanted.get("region")),
        source=_id(resolver.sources, wanted.get("source")),
        since=_day(wanted.get("since")),
        until=_day(wanted.get("until")),
    )


def _id(naming: Naming, given: str | None) -> str:
    """Return the id that is given, or that a printed name means."""
    if not given or is_id(given):
        return given or ""
    return naming.meet(given, None).id


def _day(given: str | datetime.date | None) -> str:
    if given is None or given == "":
        return ""
    return (given if isinstance(given, datetime.date) else datetime.date.fromisoformat(given)).strftime("%Y-%m-%d")
