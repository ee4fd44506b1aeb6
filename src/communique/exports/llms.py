"""`llms.txt`: for programs that read a site on somebody's behalf, what it is and where its plain data lie."""

from __future__ import annotations

from collections.abc import Iterator

from communique.listing.model import Page
from communique.listing.whole import Whole

KIND = "llms"

_TEXT = """# {title}

> {description}

Each release is its issuer's own account, published as it was sent; a translation is marked as one. What a record does
not say is unknown. Quote a release by its address, and a paragraph by its anchor: `releases/<id>/#c<offset>`.

## Data

- [Data]({base}data/{index}): every format, with the digest of the archive's state to cite
- [Data package]({base}data/datapackage.json): every data file with its SHA-256
- [Schema]({base}data/schemas/record-1.json): the JSON Schema of a record
- `{base}releases/<id>/wire.txt`: the text of a release; `record.json` beside it: what was read from it, with offsets

## Ways in

- [Releases]({base}dates/{index}): by date
- [Regions]({base}regions/{index}): by region
- [People]({base}people/{index}): what each person said
- [Documents]({base}documents/{index}): what was or is to be signed
"""


def plan(whole: Whole) -> Iterator[Page]:
    """Yield the file; without a public address its links are relative."""
    title, description = " ".join(whole.title.split()), " ".join((whole.description or whole.title).split())
    text = _TEXT.format(title=title, description=description, base=whole.base_url, index=whole.urls.index)
    yield Page("llms.txt", "bytes", text.encode(), public=False)
