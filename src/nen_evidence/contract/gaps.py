"""What a reader would expect and the report does not give."""

from __future__ import annotations

from collections.abc import Iterator

from .. import terms
from ..record.model import Study
from ..record.seeds import Seeds
from .base import Table, Text, column
from .row import Row


class Gaps(Table):
    """What a reader would expect and the report does not give."""

    _key = ("study_id", "arm_id", "item")
    study_id: Text = column("the study", "key", required=True, references="studies.study_id")
    arm_id: Text = column("the arm; 'all' for the whole study", "key", example="zilembo-1993-salvage.mibg", required=True)
    item: Text = column("what is missing", "key", example="doses", terms=terms.GAP_ITEM, required=True)
    reason: Text = column("why", "normalized", example="not_in_abstract", terms=terms.GAP_REASON, required=True)


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per gap of a study record."""
    for record in seeds.studies:
        assert isinstance(record.content, Study)
        for number, gap in enumerate(record.content.gaps):
            arm = f"{record.id}.{gap.arm}" if gap.arm else "all"
            values = {"study_id": record.id, "arm_id": arm, "item": gap.item, "reason": gap.reason}
            yield Row("gaps", f"{record.id}.{arm}.{gap.item}", values, ("gaps", number), record)
