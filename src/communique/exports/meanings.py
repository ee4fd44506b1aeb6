"""What the names in a release mean in its archive: the ids of the pages that the site has for them."""

from __future__ import annotations

from communique.catalog.summary import Summary
from communique.exports.tables import Meant
from communique.listing.naming import Resolver


def meant(one: Summary, resolver: Resolver) -> Meant:
    """Return the ids of what the names in a release mean on its date."""
    names = resolver.resolve(one)
    return Meant(
        names.region.id if names.region else None,
        names.source.id if names.source else None,
        [ref.id if ref else None for ref in names.speakers],
        [ref.id for ref in names.participants],
    )
