"""Adverse events by grade, and quantities that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..contract.row import Row
from .context import EPS, Context, part_of, span
from .registry import Finding, check


@check(
    "grade-exceeds-wider",
    "error",
    "No more patients have an event of some grades than of a wider span of grades",
    "CTCAE 5.0: each patient at the highest grade",
)
def grade_exceeds_wider(context: Context) -> Iterator[Finding]:
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in context.patients("adverse_events"):
        values = row.values
        if values["counted"] in ("events", "cycles") or values["relation"] != "eq":
            continue
        names = (
            "arm_id",
            "subgroup_id",
            "source_id",
            "term",
            "attribution",
            "event_type",
            "analysis_set",
            "analysis",
            "data_cutoff",
            "time_months",
            "grading",
            "counted",
        )
        groups.setdefault((*(values[name] for name in names), part_of(row)), []).append(row)
    for rows in groups.values():
        for inner in rows:
            for outer in rows:
                if _grades(inner) == _grades(outer) or not _contains(_grades(outer), _grades(inner)):
                    continue
                a, b = inner.values, outer.values
                fewer = a["n_events"] is not None and b["n_events"] is not None and a["n_events"] > b["n_events"]
                one, two = span(inner, "percent"), span(outer, "percent")
                if fewer or (one is not None and two is not None and a["n_at_risk"] == b["n_at_risk"] and one[0] > two[1] + EPS):
                    yield Finding(
                        inner,
                        f"more patients with grade {a['grade']} than with grade {b['grade']}",
                        f"{a['printed']}; {b['printed']}",
                        f"at most {b['printed']}",
                        (outer,),
                    )


def _grades(row: Row) -> tuple[int, int] | None:
    if row.values["grade"] == "any":
        return (1, 5)
    low, high = row.values["grade_min"], row.values["grade_max"]
    return None if low is None else (low, high)


def _contains(outer: tuple[int, int] | None, inner: tuple[int, int] | None) -> bool:
    return outer is not None and inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


# Quantity -> unit it is held in, the least and the most that can be.
_BOUNDS: dict[str, tuple[str, float, float]] = {"age": ("a", 0, 120), "ki67": ("%", 0, 100)}
# Quantities that count or last, and so are never negative.
_POSITIVE = (
    "follow_up",
    "treatment_duration",
    "cycles_received",
    "cumulative_activity",
    "activity_per_cycle",
    "absorbed_dose",
    "cumulative_dose",
    "dose_received",
    "relative_dose_intensity",
    "time_since_diagnosis",
    "tumour_size",
    "prior_lines",
)


@check(
    "impossible-measurement", "error", "An age is in years and at most 120, a Ki-67 index at most 100%, a length or count not below nought"
)
def impossible_measurement(context: Context) -> Iterator[Finding]:
    for row in context.table("measurements"):
        quantity, values = row.values["quantity"], row.values
        unit, low, high = _BOUNDS.get(quantity, (values["unit"], 0.0 if quantity in _POSITIVE else float("-inf"), float("inf")))
        given = [values[name] for name in ("estimate", "spread_low", "spread_high") if values.get(name) is not None]
        if quantity == "age" and values["unit"] != "a":
            yield Finding(row, f"an age in {values['unit']}", values["printed"], "years (unit: a)")
        elif values["unit"] == unit and any(not low <= value <= high for value in given):
            yield Finding(row, f"{quantity} outside {low:g} to {high:g} {unit}", values["printed"])
