"""What was searched."""

from __future__ import annotations

from collections.abc import Iterator

from ..record.seeds import Seeds
from .base import Integer, Table, Text, column
from .row import Row


class Searches(Table):
    """A search."""

    _key = ("search_id",)
    search_id: Text = column("the search", "key", example="2026-11-22-c1-001", required=True, unique=True)
    date: Text = column("day of the search", "normalized", example="2026-11-22", date=True, required=True)
    where: Text = column("what was searched", "normalized", example="stored public web pages", required=True)
    query: Text = column("the query as sent", "printed", required=True)
    n_seen: Integer = column("results looked at", "printed", ge=0)
    n_new: Integer = column("reports new to the dataset", "printed", ge=0)


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per line of seeds/searches/*.csv."""
    anywhere = next(iter((*seeds.studies, *seeds.reviews)))
    for path, line, row in seeds.lists["searches"]:
        values = {name: value or None for name, value in row.items()}
        yield Row(
            "searches",
            row["search_id"],
            {**values, "n_seen": _whole(row["n_seen"]), "n_new": _whole(row["n_new"])},
            (),
            anywhere,
            listed=(path, line),
        )


def _whole(text: str) -> int | None:
    return int(text) if text else None
