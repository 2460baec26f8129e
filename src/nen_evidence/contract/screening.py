"""What was looked at, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from .. import terms
from ..record.seeds import Seeds
from .base import Integer, Table, Text, column
from .row import Row


class Screening(Table):
    """A report looked at."""

    _key = ("report_id",)
    report_id: Text = column("the report", "key", required=True, unique=True)
    source_id: Text = column("the source, once included", "key", references="sources.source_id")
    title: Text = column("title", "printed", required=True)
    first_author: Text = column("first author", "printed")
    year: Integer = column("year", "printed", ge=1900, le=2100)
    doi: Text = column("DOI, where seen", "printed")
    pmid: Text = column("PubMed number, where seen", "printed")
    decision: Text = column("decision", "normalized", example="included", terms=terms.DECISION, required=True)
    reason: Text = column("why it was excluded or is awaiting", "normalized")
    search_id: Text = column("the search that found it", "key")


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per line of seeds/screening/*.csv."""
    anywhere = next(iter((*seeds.studies, *seeds.reviews)))
    for path, line, row in seeds.lists["screening"]:
        values = {name: value or None for name, value in row.items()}
        yield Row(
            "screening", row["report_id"], {**values, "year": int(row["year"]) if row["year"] else None}, (), anywhere, listed=(path, line)
        )
