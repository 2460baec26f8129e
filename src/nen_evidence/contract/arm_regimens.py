"""The regimens of a mixed arm."""

from __future__ import annotations

from collections.abc import Iterator

from ..record.model import Study
from ..record.seeds import Seeds
from .base import Integer, Number, Table, Text, column
from .row import Row


class ArmRegimens(Table):
    """A regimen in a mixed arm."""

    _key = ("arm_id", "regimen_id")
    arm_id: Text = column("the arm", "key", required=True, references="arms.arm_id")
    regimen_id: Text = column("the treatment", "key", example="everolimus", required=True, references="regimens.regimen_id")
    n: Integer = column("patients on it", example=12, ge=0)
    percent: Number = column("share of the arm on it", example=40.0, unit="%", ge=0, le=100)


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per regimen of an arm that has several."""
    for record in seeds.studies:
        assert isinstance(record.content, Study)
        for slug, arm in record.content.arms.items():
            for regimen, share in arm.regimens.items():
                arm_id = f"{record.id}.{slug}"
                values = {
                    "arm_id": arm_id,
                    "regimen_id": regimen,
                    "n": share.n.whole if share.n else None,
                    "percent": share.percent.value if share.percent else None,
                }
                figures = {name: figure for name, figure in (("n", share.n), ("percent", share.percent)) if figure}
                yield Row("arm_regimens", f"{arm_id}.{regimen}", values, ("arms", slug, "regimens", regimen), record, figures)
