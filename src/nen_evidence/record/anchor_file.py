"""The machine-kept file beside a record: where each row's figures were found in the text of its source.

It holds fingerprints and figures, never a sentence. ``seeds/studies/<id>.anchors.json`` is written by
``nen-evidence anchor`` and read by the build.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Anchor:
    """A sentence that carries figures of a row. ``fields`` and ``numbers`` are paired."""

    table: str
    row_id: str
    source_id: str
    anchor_no: int
    sentence: int
    fingerprint: str
    fields: tuple[str, ...]
    numbers: tuple[str, ...]
    role_matched: bool

    @property
    def key(self) -> tuple[str, str, str, int]:
        return (self.table, self.row_id, self.source_id, self.anchor_no)


def file_beside(record: Path) -> Path:
    return record.with_suffix(".anchors.json")


def read_anchors(record: Path) -> list[Anchor]:
    """The anchors kept beside a record; none where there is no file."""
    path = file_beside(record)
    if not path.exists():
        return []
    items = json.loads(path.read_text(encoding="utf-8"))
    return [Anchor(**{**item, "fields": tuple(item["fields"]), "numbers": tuple(item["numbers"])}) for item in items]


def write_anchors(record: Path, anchors: list[Anchor]) -> Path:
    """Write the anchors of a record, one a line, in key order; whole or not at all. No anchors, no file."""
    path = file_beside(record)
    if not anchors:
        path.unlink(missing_ok=True)
        return path
    lines = [json.dumps(asdict(anchor), ensure_ascii=False, sort_keys=False) for anchor in sorted(anchors)]
    text = "[\n" + ",\n".join(lines) + "\n]\n"
    draft = path.with_suffix(".json.new")
    draft.write_text(text, encoding="utf-8")
    os.replace(draft, path)
    return path
