"""Addresses outside of the site: asked one after the other on each host, with a pause between; only when wanted."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.parse import quote, urlsplit

from communique.problems import Problem

_HOSTS = 8
"""Hosts that are asked at the same time."""
_PAUSE = 1.0
"""Seconds between two questions to one host."""
_TIMEOUT = 15.0
_NO_HEAD = frozenset((400, 403, 404, 405, 501))
"""Answers after which the page itself is asked for: some hosts refuse to tell the head of it alone."""
_NAME = "communique-check (it asks whether a page is still there, once)"


def unreachable(
    outside: Mapping[str, str], *, pause: float = _PAUSE, tell: Callable[[str], None] | None = None
) -> list[Problem]:
    """Return a problem for each address (address → page that names it) that does not answer with a page.

    `tell` is called with each address that was asked, from several threads.
    """
    hosts: dict[str, list[str]] = {}
    for address in sorted(outside):
        hosts.setdefault(_host(address), []).append(address)
    with ThreadPoolExecutor(_HOSTS) as pool:
        found = pool.map(lambda addresses: list(_of_host(addresses, pause, tell)), hosts.values())
    return [_unreachable(address, why, outside[address]) for some in found for address, why in some]


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:  # no address at all: it is said when it is asked
        return ""


def _of_host(addresses: list[str], pause: float, tell: Callable[[str], None] | None) -> Iterator[tuple[str, str]]:
    for n, address in enumerate(addresses):
        if n:
            time.sleep(pause)
        why = _ask(address)
        if tell:
            tell(address)
        if why:
            yield address, why


def _ask(address: str) -> str:
    """Return why an address gives no page; empty where it gives one."""
    why, status = _asked(address, "HEAD")
    return _asked(address, "GET")[0] if status in _NO_HEAD else why


def _asked(address: str, method: str) -> tuple[str, int]:
    plain = quote(address, safe="%/:=&?~#+!$,;'@()*[]")
    try:
        request = urllib.request.Request(plain, method=method, headers={"User-Agent": _NAME})  # noqa: S310  (http, https)
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310
            return "", answer.status
    except urllib.error.HTTPError as error:
        return f"the host answers {error.code} {error.reason}", error.code
    except (OSError, HTTPException, ValueError) as error:
        return str(getattr(error, "reason", None) or error or type(error).__name__), 0


def _unreachable(address: str, why: str, page: str) -> Problem:
    return Problem(
        code="unreachable",
        severity="warning",
        file=page,
        message=f"'{address}' gives no page: {why}.",
        hint="Look yourself; if it is gone, write a copy's address into the sidecar as 'source_archived'.",
    )
