"""Which reports describe a study, and in what role."""

from __future__ import annotations

from collections.abc import Iterator

from .. import terms
from ..record.seeds import Seeds
from .base import Table, Text, column
from .row import Row


class StudySources(Table):
    """A report of a study."""

    _key = ("study_id", "source_id")
    study_id: Text = column("the study", "key", example="zilembo-1993-salvage", required=True, references="studies.study_id")
    source_id: Text = column("the report", "key", example="zilembo-1993", required=True, references="sources.source_id")
    role: Text = column("role of the report", "normalized", example="primary", terms=terms.SOURCE_ROLE, required=True)


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per source of a study record."""
    for record in seeds.studies:
        for number, source in enumerate(record.content.sources):
            values = {"study_id": record.id, "source_id": source.id, "role": source.role}
            yield Row("study_sources", f"{record.id}.{source.id}", values, ("sources", number), record)
