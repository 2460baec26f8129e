"""Parts of a study's patients that a figure is given for."""

from __future__ import annotations

from collections.abc import Iterator

from .. import terms
from ..record.model import Study
from ..record.seeds import Seeds
from .base import Table, Text, column
from .row import Row, subgroup_label


class Subgroups(Table):
    """A part of a study's patients that a figure is given for."""

    _key = ("subgroup_id",)
    subgroup_id: Text = column("the subgroup", "key", example="singh-2024-netter2.g3", required=True, unique=True)
    study_id: Text = column("the study", "key", example="singh-2024-netter2", required=True, references="studies.study_id")
    label: Text = column("name of the subgroup", "normalized", example="Grade 3", required=True)
    axis: Text = column("what divides the patients", "normalized", example="grade", terms=terms.AXIS, required=True)
    level: Text = column("the part on that axis", "normalized", example="g3", required=True)
    classification: Text = column("classification and edition", "printed", example="who_2010")
    timing: Text = column(
        "known at baseline, or formed after treatment began", "normalized", example="baseline", terms=terms.TIMING, required=True
    )
    partition_id: Text = column("subgroups of a study that share it are disjoint", "key", example="singh-2024-netter2.grade")


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per subgroup of a study record; a site level is the term of the vocabulary."""
    for record in seeds.studies:
        study = record.content
        assert isinstance(study, Study)
        for slug, group in study.subgroups.items():
            yield Row(
                "subgroups",
                f"{study.id}.{slug}",
                {
                    "subgroup_id": f"{study.id}.{slug}",
                    "study_id": study.id,
                    "label": subgroup_label(study, slug),
                    "axis": group.axis,
                    "level": group.level,
                    "classification": group.classification,
                    "timing": group.timing,
                    "partition_id": f"{study.id}.{group.partition}" if group.partition else None,
                },
                ("subgroups", slug),
                record,
            )
