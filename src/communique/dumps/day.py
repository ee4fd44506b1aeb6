"""The day that an export may print: that of SOURCE_DATE_EPOCH (reproducible-builds.org), never that of the clock."""

from __future__ import annotations

import datetime
import os

from communique.output.faults import FatalError
from communique.problems import Problem


def source_date() -> str:
    """Return the ISO day (UTC) of SOURCE_DATE_EPOCH, empty where it is not set; raises `FatalError` for no number."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given:
        return ""
    try:
        return datetime.datetime.fromtimestamp(int(given), datetime.UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise FatalError(_no_number(given)) from error


def _no_number(given: str) -> Problem:
    return Problem(
        code="bad-source-date",
        severity="error",
        message=f"SOURCE_DATE_EPOCH is '{given}', which is no number of seconds since 1970.",
        hint="Set it to a whole number, such as the output of: git log -1 --format=%ct; or unset it.",
    )
