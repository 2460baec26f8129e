"""Doses: plausible amounts, and activity per cycle against cumulative activity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..contract.row import Row
from ..record.model import Study
from .context import EPS, Context, Span, say, typed
from .registry import Finding, check

# A mean or median of what was received may be any fraction of a dose.
_RECEIVED = ("activity_per_cycle", "cumulative_activity", "dose_received", "cumulative_dose")
_AS_GIVEN = ("planned", "starting", "maximum", "recommended")


@check(
    "dose-plausible",
    "warning",
    "A dose lies within the wide range known for its drug, unit, route and time (it catches decimal shifts and unit slips)",
    "seeds/vocabulary/dose_ranges.csv",
)
def dose_plausible(context: Context) -> Iterator[Finding]:
    lists = context.seeds.vocabulary.lists
    ranges: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    for facts in lists["dose_ranges"].facts.values() if "dose_ranges" in lists else ():
        ranges.setdefault((facts["drug"], facts["unit"], facts["per"]), []).append(facts)
    for row in context.table("doses"):
        values = row.values
        per, amounts = values["amount_per"], [values["amount"], values["amount_high"]]
        if values["dose_kind"] not in _AS_GIVEN or values["relation"] != "eq":
            continue
        found = _range(ranges, row, per)
        if found is None and per == "administration" and values["times_per_day"] and (found := _range(ranges, row, "day")) is not None:
            amounts = [None if amount is None else amount * values["times_per_day"] for amount in amounts]
        if found is None:
            continue
        low, high = float(found["low"]), float(found["high"])
        for amount in amounts:
            if amount is not None and amount > 0 and not low - EPS <= amount <= high + EPS:
                yield Finding(
                    row,
                    f"{values['drug_id']} {say(amount)} {values['unit']} per {found['per']} is outside what is given",
                    f"{values['reported_amount']} {values['reported_unit']}",
                    f"{found['low']} to {found['high']} {values['unit']} per {found['per']}; if the source says so, waive it",
                )


def _range(ranges: dict[tuple[str, str, str], list[dict[str, str]]], row: Row, per: str | None) -> dict[str, str] | None:
    """The range for a dose that says most: one with its route and formulation before one for any."""
    values = row.values
    fitting = [
        facts
        for facts in ranges.get((values["drug_id"], values["unit"], per or ""), ())
        if facts["route"] in ("", values["route"] or "") and facts["formulation"] in ("", values["formulation"] or "")
    ]
    return max(fitting, key=lambda facts: (facts["formulation"] != "", facts["route"] != ""), default=None)


def _span(row: Row, column: str, figure: str) -> Span | None:
    """The span of a figure in the unit of its column."""
    printed = row.figures.get(figure)
    value = row.values.get(column)
    if printed is None or value is None or printed.relation != "eq" or printed.value == 0:
        return None
    half = printed.half_unit * value / printed.value
    return (value - half, value + half)


@check(
    "activity-cumulative",
    "warning",
    "Activity or dose per cycle times cycles is the cumulative one that is planned, and no less than the median of the cumulative one received",
)
def activity_cumulative(context: Context) -> Iterator[Finding]:
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in context.table("doses"):
        values = row.values
        groups.setdefault((values["arm_id"], values["subgroup_id"], values["drug_id"], values["unit"]), []).append(row)
    for (arm, subgroup, drug, unit), rows in groups.items():
        courses = [
            row
            for row in rows
            if row.values["amount_per"] in ("administration", "cycle")
            and row.values["dose_kind"] in ("planned", "starting")
            and row.values["days_of_cycle"] in (None, "d1")
            and not row.values["times_per_day"]
        ]
        if len(courses) != 1:
            continue
        course = courses[0]
        per = _span(course, "amount", "amount")
        cycles = course.values["cycles_planned"]
        if per is None or cycles is None or course.figures["cycles_planned"].relation != "eq":
            continue
        per_high = _span(course, "amount_high", "amount_high") or per
        planned: Span = (per[0] * cycles, per_high[1] * (course.values["cycles_planned_high"] or cycles))
        said = f"{typed(course, 'amount', 'amount_high')} {course.values['reported_unit']} x {typed(course, 'cycles_planned', 'cycles_planned_high')}"
        for row in rows:
            if row.values["amount_per"] != "cumulative":
                continue
            whole = _span(row, "amount", "amount")
            whole_high = _span(row, "amount_high", "amount_high") or whole
            if whole is None or whole_high is None:
                continue
            if row.values["dose_kind"] == "planned" and (whole[0] > planned[1] + EPS or whole_high[1] < planned[0] - EPS):
                yield Finding(
                    row,
                    "the cumulative amount is not the amount per cycle times the cycles",
                    f"{row.values['printed']}; {said}",
                    f"{say(planned[0])} to {say(planned[1])} {unit}",
                    (course,),
                )
        for row in context.table("measurements"):
            values = row.values
            if (
                values["arm_id"] != arm
                or values["subgroup_id"] != subgroup
                or values["quantity"] not in ("cumulative_activity", "cumulative_dose")
                or values["unit"] != unit
                or values["drug_id"] not in (None, drug)
            ):
                continue
            received = _span(row, "estimate", "reported_value")
            if received is not None and values["statistic"] in ("median", "mean") and received[0] > planned[1] + EPS:
                yield Finding(
                    row,
                    f"the {values['statistic']} cumulative amount received is more than was planned",
                    f"{values['printed']}; {said}",
                    f"at most {say(planned[1])} {unit}",
                    (course,),
                )


@check(
    "cumulative-range", "warning", "The largest cumulative activity is no more than the largest activity per cycle times the most cycles"
)
def cumulative_range(context: Context) -> Iterator[Finding]:
    groups: dict[tuple[Any, ...], dict[str, Row]] = {}
    for row in context.table("measurements"):
        values = row.values
        if (
            values["quantity"] in ("cumulative_activity", "activity_per_cycle", "cycles_received")
            and values.get("spread_kind") == "range"
            and "spread_high" in row.figures
        ):
            groups.setdefault((values["arm_id"], values["subgroup_id"], values["source_id"]), {}).setdefault(values["quantity"], row)
    for found in groups.values():
        if len(found) < 3 or found["cumulative_activity"].values["unit"] != found["activity_per_cycle"].values["unit"]:
            continue
        whole = _span(found["cumulative_activity"], "spread_high", "spread_high")
        per = _span(found["activity_per_cycle"], "spread_high", "spread_high")
        most = found["cycles_received"].values["spread_high"]
        if whole and per and whole[0] > per[1] * most + EPS:
            yield Finding(
                found["cumulative_activity"],
                "the largest cumulative activity is more than the largest activity per cycle times the most cycles",
                "; ".join(str(row.figures["spread_high"]) for row in found.values()),
                f"at most {say(per[1] * most)}",
                (found["activity_per_cycle"], found["cycles_received"]),
            )


@check("dose-or-gap", "error", "Every drug of an arm has a dose, or the record's gaps say that the report gives none", "the protocol")
def dose_or_gap(context: Context) -> Iterator[Finding]:
    drugs = context.seeds.vocabulary["drugs"].facts
    # What was received says it as well: activity per cycle, cumulative dose.
    received = (row for row in context.table("measurements") if row.values["quantity"] in _RECEIVED and row.values["drug_id"])
    rows = [*context.table("doses"), *received]
    given = {(row.values["arm_id"], row.values["drug_id"]) for row in rows}
    by_study: dict[str, set[str]] = {}
    for row in rows:
        by_study.setdefault(row.values["study_id"], set()).add(row.values["drug_id"])
    for row in context.table("arms"):
        study = row.record.content
        if not isinstance(study, Study):
            continue
        slug = row.id.partition(".")[2]
        arm = study.arms[slug]
        if any(gap.item == "doses" and gap.arm in (None, slug) for gap in study.gaps):
            continue
        # The whole study's dose is that of each arm; what the arms are given is not repeated for the whole.
        whole = {drug for other, drug in given if other == f"{study.id}.overall"}
        said = by_study.get(study.id, set()) if arm.role == "overall" else whole | {drug for other, drug in given if other == row.id}
        missing = [
            drug
            for drug in (arm.regimen or "").split("+")
            if drug in drugs and drugs[drug]["kind"] in ("drug", "biological", "radiopharmaceutical") and drug not in said
        ]
        if missing:
            yield Finding(row, f"no dose of {', '.join(missing)}", None, f"its dose, or gaps: [{{arm: {slug}, item: doses}}]")
