"""The offices of a person over time: as the authority file gives them, else as wires print them."""

from __future__ import annotations

from communique.authority import Person
from communique.listing.facet import Facet

Office = tuple[str, str, str]
"""(office, first day, last day); days are empty where unknown."""


def offices(facet: Facet, entry: object) -> list[Office]:
    """Return the offices of a person, newest first; `entry` is the person's in the authority file, if there is one."""
    if isinstance(entry, Person) and entry.posts:
        found = [(post.office, post.from_ or "", post.to or "") for post in entry.posts]
    else:
        found = [(office, first, last) for office, (first, last) in facet.posts.items()]
    return sorted(found, key=lambda office: (office[1], office[0]), reverse=True)
