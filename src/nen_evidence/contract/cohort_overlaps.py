"""How the patients of two studies relate."""

from __future__ import annotations

from collections.abc import Iterator

from .. import terms
from ..record.seeds import Seeds
from .base import Table, Text, column
from .row import Row


class CohortOverlaps(Table):
    """How two studies' patients relate."""

    _key = ("study_id", "other_study_id")
    study_id: Text = column("the study", "key", required=True, references="studies.study_id")
    other_study_id: Text = column("the other study", "key", required=True, references="studies.study_id")
    relation: Text = column(
        "what the patients of the study are to those of the other", "normalized", example="subset", terms=terms.OVERLAP, required=True
    )
    reason: Text = column("what speaks for it", "normalized", required=True)


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per line of seeds/overlaps.csv."""
    anywhere = next(iter((*seeds.studies, *seeds.reviews)))
    for path, line, row in seeds.lists["overlaps"]:
        yield Row("cohort_overlaps", f"{row['study_id']}.{row['other_study_id']}", dict(row), (), anywhere, listed=(path, line))


def cohorts(seeds: Seeds) -> dict[str, str]:
    """Study -> cohort: connected components of the overlaps but ``none``; a cohort is named by its first study."""
    parent = {record.id: record.id for record in seeds.studies}

    def root(study: str) -> str:
        while parent[study] != study:
            study = parent[study]
        return study

    for _path, _line, row in seeds.lists["overlaps"]:
        pair = (row["study_id"], row["other_study_id"])
        if row["relation"] != "none" and all(study in parent for study in pair):
            first, second = sorted(map(root, pair))
            parent[second] = first
    return {study: root(study) for study in parent}
