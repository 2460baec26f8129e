"""Where a row's figures stand in its source: fingerprints of sentences, never the sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from ..record.anchor_file import read_anchors
from ..record.seeds import Seeds
from .base import Integer, Logical, Table, Text, column
from .row import Row


class EvidenceAnchors(Table):
    """Where a row's figures stand in its source."""

    _key = ("table", "row_id", "source_id", "anchor_no")
    table: Text = column("table of the row", "key", example="doses", required=True)
    row_id: Text = column("the row", "key", required=True)
    source_id: Text = column("the report", "key", required=True, references="sources.source_id")
    anchor_no: Integer = column("number of the anchor of this row, from 1", "key", example=1, required=True, ge=1)
    sentence: Integer = column(
        "number of the sentence in the text that was read, from 1 (0 is the title): a hint", "calculated", example=6, ge=0
    )
    fingerprint: Text = column(
        "SHA-256 of the normalized sentence, its first 32 hexadecimal digits", "calculated", example="5f2b0c...", required=True
    )
    numbers: Text = column("figures found in the sentence, as normalized, joined by |", "calculated", example="500|3", list_of="|")
    fields: Text = column(
        "fields of the row that they fill, joined by |, in the order of the numbers",
        "calculated",
        example="amount|cycles_planned",
        list_of="|",
    )
    role_matched: Logical = column(
        "the sentence, or the one before it, also names the outcome, drug or characteristic", "calculated", required=True
    )


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per anchor kept beside a record."""
    for record in (*seeds.studies, *seeds.reviews):
        for anchor in read_anchors(record.path):
            values = asdict(anchor) | {"fields": "|".join(anchor.fields) or None, "numbers": "|".join(anchor.numbers) or None}
            yield Row("evidence_anchors", ".".join(map(str, anchor.key)), values, (), record)
