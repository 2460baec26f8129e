"""Patient flow: screened, enrolled, assigned, treated, evaluable; arms against the study."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from ..contract.row import Row
from .context import FLOW_ORDER, Context, grouped, label
from .registry import Finding, check

_CONSORT = "CONSORT 2010 (Schulz, Altman & Moher)"


@check("flow-order", "error", "Evaluable within treated within assigned within enrolled within screened patients of a report", _CONSORT)
def flow_order(context: Context) -> Iterator[Finding]:
    for arm_flows in context.flows.values():
        sources = {row.values["source_id"] for rows in arm_flows.values() for row in rows}
        for source in sorted(sources):
            steps = [(name, row) for name in FLOW_ORDER for row in arm_flows.get(name, ()) if row.values["source_id"] == source]
            for (more, above), (fewer, below) in pairwise(steps):
                if more != fewer and below.values["n"] > above.values["n"]:
                    yield Finding(
                        below,
                        f"more patients {fewer} than {more}",
                        f"{fewer} {below.values['n']}; {more} {above.values['n']}",
                        f"at most {above.values['n']}",
                        (above,),
                    )


def _flow(context: Context, arm: str, name: str) -> Row | None:
    rows = context.flows.get(arm, {}).get(name, [])
    return rows[0] if rows else None


def _top_arms(context: Context) -> Iterator[tuple[Row, list[Row]]]:
    """The overall arm of a study, and the arms that divide it."""
    by_study: dict[str, list[Row]] = {}
    for row in context.table("arms"):
        by_study.setdefault(row.values["study_id"], []).append(row)
    for arms in by_study.values():
        for overall in (row for row in arms if row.values["role"] == "overall" and row.values["parent_arm_id"] is None):
            parts = [
                row
                for row in arms
                if row.values["role"] != "overall"
                and row.values["same_patients_as"] is None
                and row.values["parent_arm_id"] in (None, overall.id)
            ]
            if parts:
                yield overall, parts


@check("arms-add-up", "error", "The parallel arms of a randomized study add up to the study", _CONSORT)
def arms_add_up(context: Context) -> Iterator[Finding]:
    for overall, parts in _top_arms(context):
        study = context.studies[overall.values["study_id"]]
        if study.values["design"] != "randomized" or any(part.values["kind"] != "parallel" for part in parts):
            continue
        for name in ("assigned", "treated"):
            whole, pieces = _flow(context, overall.id, name), [_flow(context, part.id, name) for part in parts]
            if whole is None or None in pieces:
                continue
            rows = [piece for piece in pieces if piece is not None]
            if sum(row.values["n"] for row in rows) != whole.values["n"]:
                yield Finding(
                    whole,
                    f"the arms' patients {name} add up to {sum(row.values['n'] for row in rows)}",
                    f"{whole.values['n']}; " + " + ".join(str(row.values["n"]) for row in rows),
                    str(whole.values["n"]),
                    tuple(rows),
                )


@check("arms-exceed-study", "warning", "Arms that share no patients add up to no more than the study")
def arms_exceed_study(context: Context) -> Iterator[Finding]:
    for overall, parts in _top_arms(context):
        study = context.studies[overall.values["study_id"]]
        randomized = study.values["design"] == "randomized" and all(part.values["kind"] == "parallel" for part in parts)
        limit = context.most(overall.id, "screened", "enrolled", "assigned", "treated")
        if limit is None:
            continue
        for name in ("assigned", "treated", "evaluable"):
            rows = [
                row
                for part in parts
                if part.values["kind"] in ("parallel", "cohort", "dose_level") and (row := _flow(context, part.id, name)) is not None
            ]
            if len(rows) < 2 or (randomized and _flow(context, overall.id, name) is not None and name != "evaluable"):
                continue  # arms-add-up is stricter
            if sum(row.values["n"] for row in rows) > limit[0]:
                yield Finding(
                    rows[0],
                    f"the arms' patients {name} add up to {sum(row.values['n'] for row in rows)}, more than the study {limit[1]}; "
                    "arms with some of the same patients say so in same_patients_as, or are of kind period",
                    " + ".join(str(row.values["n"]) for row in rows),
                    f"at most {limit[0]}",
                    tuple(rows[1:]),
                )


@check("arm-exceeds-parent", "error", "An arm has no more patients than the study, the arm it is part of, or the arm whose patients it has")
def arm_exceeds_parent(context: Context) -> Iterator[Finding]:
    for overall, parts in _top_arms(context):
        yield from _within(context, overall.id, parts)
    for row in context.table("arms"):
        for above in filter(None, (row.values["parent_arm_id"], row.values["same_patients_as"])):
            if above in context.arms and context.arms[above].values["role"] != "overall":
                yield from _within(context, above, [row])


def _within(context: Context, above: str, arms: list[Row]) -> Iterator[Finding]:
    limit = context.most(above, "screened", "enrolled", "assigned")
    if limit is None:
        return
    for arm in arms:
        for name in ("enrolled", "assigned", "treated", "evaluable"):
            for row in context.flows.get(arm.id, {}).get(name, ()):
                if row.values["n"] > limit[0]:
                    yield Finding(
                        row,
                        f"more patients {name} than {limit[1]} in {above.partition('.')[2]}",
                        str(row.values["n"]),
                        f"at most {limit[0]}",
                    )


@check(
    "arm-events-exceed-study",
    "error",
    "An arm has no more events than the whole study; all the parallel arms together have as many where their patients are the study's",
)
def arm_events_exceed_study(context: Context) -> Iterator[Finding]:
    for overall, parts in _top_arms(context):
        for table, denominator in (("response_outcomes", "n_evaluable"), ("adverse_events", "n_at_risk")):
            mine = [
                row
                for row in context.patients(table)
                if row.values["n_events"] is not None
                and row.values["study_id"] == overall.values["study_id"]
                and row.values.get("counted") not in ("events", "cycles")
            ]
            names = {
                "response_outcomes": ("outcome", "marker", "symptom", "threshold_percent", "response_definition"),
                "adverse_events": ("term", "grade", "attribution", "event_type", "counted"),
            }[table]
            by_arm: dict[str, dict[tuple[Any, ...], Row]] = {}
            for key, rows in grouped(mine, *names).items():
                by_arm.setdefault(rows[0].values["arm_id"], {})[key[1:]] = rows[0]
            for key, whole in by_arm.get(overall.id, {}).items():
                found = [row for part in parts if (row := by_arm.get(part.id, {}).get(key)) is not None]
                for row in found:
                    if row.values["n_events"] > whole.values["n_events"]:
                        yield Finding(
                            row,
                            f"more events in the arm than in the whole study ({label(whole)})",
                            f"{row.values['n_events']}; {whole.values['n_events']}",
                            f"at most {whole.values['n_events']}",
                            (whole,),
                        )
                totals = [row.values[denominator] for row in found]
                if (
                    len(found) == len(parts) > 1
                    and None not in totals
                    and sum(totals) == whole.values[denominator]
                    and sum(row.values["n_events"] for row in found) != whole.values["n_events"]
                ):
                    yield Finding(
                        whole,
                        "the arms' events do not add up to the study's",
                        f"{whole.values['n_events']}; " + " + ".join(str(row.values["n_events"]) for row in found),
                        str(sum(row.values["n_events"] for row in found)),
                        tuple(found),
                    )
