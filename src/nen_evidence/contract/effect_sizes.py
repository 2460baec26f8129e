"""Derived: one analysable effect for each row that can be analysed, and why another cannot."""

from __future__ import annotations

from collections.abc import Iterator

from ..record.seeds import Seeds
from .base import Integer, Logical, Number, Table, Text, column
from .row import Row


class EffectSizes(Table):
    """Derived: one analysable effect."""

    _key = ("effect_id",)
    effect_id: Text = column("the row: the row it comes from and the measure", "key", required=True, unique=True)
    source_table: Text = column("table it comes from", "key", example="response_outcomes", required=True, terms=("response_outcomes", "comparisons"))
    row_id: Text = column("row it comes from", "key", required=True)
    study_id: Text = column("the study", "key", required=True, references="studies.study_id")
    arm_id: Text = column("the arm", "key", required=True, references="arms.arm_id")
    comparator_arm_id: Text = column("the arm compared with", "key", references="arms.arm_id")
    subgroup_id: Text = column("the subgroup", "key", references="subgroups.subgroup_id")
    cohort_id: Text = column("studies whose patients overlap share it", "calculated", required=True)
    outcome: Text = column("outcome or endpoint", "normalized", example="objective_response", required=True)
    measure: Text = column("effect measure", "calculated", example="PLO", required=True, terms=("PLO", "log_hr", "log_or", "log_rr", "rd"))
    yi: Number = column("effect", "calculated", example=-1.1)
    vi: Number = column("its sampling variance", "calculated", example=0.2, ge=0)
    sei: Number = column("its standard error", "calculated", example=0.45, ge=0)
    xi: Integer = column("events (one group)", "calculated", ge=0)
    ni: Integer = column("patients (one group)", "calculated", ge=0)
    ai: Integer = column("events in the first group", "calculated", ge=0)
    n1i: Integer = column("patients in the first group", "calculated", ge=0)
    ci: Integer = column("events in the second group", "calculated", ge=0)
    n2i: Integer = column("patients in the second group", "calculated", ge=0)
    regimen_id: Text = column("the treatment", "normalized", references="regimens.regimen_id")
    treatment_class: Text = column("class of treatment", "normalized")
    site: Text = column("primary site of the patients, where one", "normalized")
    line: Text = column("line of treatment", "normalized")
    design: Text = column("design of the study", "normalized")
    method: Text = column("how the effect was obtained", "calculated", example="logit from counts")
    poolable: Logical = column("may enter a pooled analysis", "calculated", required=True)
    why_not: Text = column("why it may not", "calculated")


def rows(seeds: Seeds) -> Iterator[Row]:
    """No rows yet: filled with the meta-analysis work."""
    return iter(())
