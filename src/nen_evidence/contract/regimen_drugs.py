"""The drugs of each regimen."""

from __future__ import annotations

from collections.abc import Iterator

from ..record.seeds import Seeds
from .base import Table, Text, column
from .regimens import rows as regimen_rows
from .row import Row


class RegimenDrugs(Table):
    """A drug in a regimen."""

    _key = ("regimen_id", "drug_id")
    regimen_id: Text = column("the treatment", "key", example="capecitabine+temozolomide", required=True, references="regimens.regimen_id")
    drug_id: Text = column("the drug", "key", example="temozolomide", required=True, references="drugs.drug_id")


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per regimen and drug."""
    for regimen in regimen_rows(seeds):
        for drug in regimen.id.split("+"):
            yield Row("regimen_drugs", f"{regimen.id}.{drug}", {"regimen_id": regimen.id, "drug_id": drug}, (), regimen.record)
