"""The same shards over a Dask cluster: `content/` and `site/` must lie on a file system that all its workers share.

A Dask scheduler runs whatever it is sent, so it belongs in a network that is trusted, or behind TLS.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.output.faults import FatalError, no_cluster

if TYPE_CHECKING:
    from concurrent.futures import Executor

_PATIENCE = 10.0
"""Seconds."""


def connect(address: str) -> tuple[Executor, int]:
    """Return the workers of a Dask scheduler (`tcp://host:8786`) as an executor, and how many tasks they do at once.

    Raises `FatalError` where none answers.
    """
    try:
        from distributed import Client
        from distributed.cfexecutor import ClientExecutor
    except ImportError as error:
        raise FatalError(no_cluster(address, "the package 'distributed' is not installed")) from error

    class Workers(ClientExecutor):
        """Dask's executor; its end also ends the connection."""

        def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
            """Let go of the scheduler; what was not done yet is not done any more."""
            super().shutdown(wait=wait and not cancel_futures)
            self._client.close()

    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
        client.wait_for_workers(1, timeout=_PATIENCE)
        threads = sum(client.nthreads().values())
    except (OSError, TimeoutError) as error:
        raise FatalError(no_cluster(address, str(error) or type(error).__name__)) from error
    return Workers(client, pure=False), threads  # pure: a shard has effects, no earlier result may stand for it
