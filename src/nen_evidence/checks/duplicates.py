"""Two records that may report the same patients."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..contract.row import Row
from .context import Context, one_arm
from .registry import Finding, check

_COUNTED = ("complete_response", "partial_response", "stable_disease", "progressive_disease", "objective_response")


class _Arm:
    """What makes an arm recognisable: drugs, numbers of patients, medians, response counts."""

    def __init__(self, context: Context, row: Row, responses: list[Row], survival: list[Row]):
        self.row = row
        self.regimen = row.values["regimen_id"]
        counts = [flow.values["n"] for rows in context.flows.get(row.id, {}).values() for flow in rows]
        self.sizes = {*counts, *(item.values["n_evaluable"] for item in responses)} - {None}
        self.medians = {
            (item.values["endpoint"], str(item.figures["reported_value"].decimal))
            for item in survival
            if item.values["statistic"] == "median"
            and item.values["relation"] == "eq"
            and item.values["estimate"] is not None
            and item.values["subgroup_id"] is None
        }
        self.counts = {
            (item.values["outcome"], item.values["n_events"])
            for item in responses
            if item.values["outcome"] in _COUNTED and item.values["n_events"] and item.values["subgroup_id"] is None
        }

    def same(self, other: _Arm) -> str | None:
        """What the two have in common that two cohorts hardly would, else None.

        The drug, the number of patients, and a median or three response counts (two where one is above five).
        """
        sizes = self.sizes & other.sizes
        if self.regimen is None or self.regimen != other.regimen or not sizes:
            return None
        medians, counts = self.medians & other.medians, self.counts & other.counts
        if medians:
            endpoint, value = min(medians)
            return f"{max(sizes)} patients, median {endpoint.upper()} {value}"
        if len(counts) >= 3 or (len(counts) == 2 and max(n for _, n in counts) > 5):
            return f"{max(sizes)} patients, " + ", ".join(f"{outcome.replace('_', ' ')} {n}" for outcome, n in sorted(counts))
        return None


@check(
    "same-cohort-twice",
    "warning",
    "No two studies with one drug, but those in seeds/overlaps.csv, have the same number of patients and the same median or response counts",
    "Cochrane Handbook 4.6.2, multiple reports of one study",
    across=True,
)
def same_cohort_twice(context: Context) -> Iterator[Finding]:
    known = {frozenset((row["study_id"], row["other_study_id"])) for _path, _line, row in context.seeds.lists.get("overlaps", ())}
    responses, survival = one_arm(context.patients("response_outcomes")), one_arm(context.table("survival_outcomes"))
    arms: dict[str, list[_Arm]] = {}
    for row in context.table("arms"):
        if row.values["regimen_id"] and context.studies[row.values["study_id"]].values["status"] == "active":
            arms.setdefault(row.values["regimen_id"], []).append(_Arm(context, row, responses.get(row.id, []), survival.get(row.id, [])))
    for group in arms.values():
        for one, two in combinations(sorted(group, key=lambda arm: arm.row.id), 2):
            studies = frozenset((one.row.values["study_id"], two.row.values["study_id"]))
            if len(studies) == 2 and studies not in known and (what := one.same(two)):
                yield Finding(
                    two.row,
                    f"{one.row.id} has the same: is it one cohort reported twice? Say in seeds/overlaps.csv how the patients relate (none, if they do not)",
                    what,
                    None,
                    (one.row,),
                )
