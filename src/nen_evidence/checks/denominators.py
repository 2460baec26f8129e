"""Events within denominators, denominators within the arm."""

from __future__ import annotations

from collections.abc import Iterator

from ..contract.row import Row
from .context import Context
from .registry import Finding, check

# Table -> its column of events, its column of patients at risk.
EVENTS = {
    "response_outcomes": ("n_events", "n_evaluable"),
    "adverse_events": ("n_events", "n_at_risk"),
    "patient_counts": ("n", "n_total"),
    "survival_outcomes": ("n_events", "n"),
}
_NOT_PATIENTS = ("events", "cycles")


def _rows(context: Context) -> Iterator[tuple[Row, str, str]]:
    """Rows that count patients, with the names of their events and denominator."""
    for table, (events, denominator) in EVENTS.items():
        for row in context.patients(table):
            if row.values.get("counted") not in _NOT_PATIENTS:
                yield row, events, denominator


@check("events-exceed-denominator", "error", "No more patients with an event than patients at risk")
def events_exceed_denominator(context: Context) -> Iterator[Finding]:
    for row, events, denominator in _rows(context):
        n, of = row.values[events], row.values[denominator]
        if n is not None and of is not None and n > of:
            yield Finding(row, "more patients with the event than patients", f"{n} of {of}", f"at most {of}")


@check("events-exceed-arm", "error", "No more patients with an event than patients in the arm")
def events_exceed_arm(context: Context) -> Iterator[Finding]:
    for row, events, denominator in _rows(context):
        n = row.values[events]
        if (
            n is None
            or row.values[denominator] is not None
            or row.values.get("characteristic") == "flow"
            or (row.values.get("counted") == "not_stated" and row.table == "adverse_events" and row.values["percent"] is None)
        ):
            continue
        limit = context.limit(row.values["arm_id"]) or context.most(row.values["arm_id"], "treated", "evaluable")
        if limit is not None and n > limit[0]:
            yield Finding(row, f"more patients with the event than patients of the arm ({limit[1]})", str(n), f"at most {limit[0]}")


@check(
    "adverse-events-exceed-arm",
    "warning",
    "No more adverse events than patients in the arm, where the report does not say that events were counted",
)
def adverse_events_exceed_arm(context: Context) -> Iterator[Finding]:
    for row in context.patients("adverse_events"):
        values = row.values
        limit = context.limit(values["arm_id"]) or context.most(values["arm_id"], "treated")
        if (
            values["counted"] == "not_stated"
            and values["n_at_risk"] is None
            and values["percent"] is None
            and values["n_events"] is not None
            and limit is not None
            and values["n_events"] > limit[0]
        ):
            yield Finding(
                row,
                f"more events than patients of the arm ({limit[1]}): were events counted, not patients?",
                str(values["n_events"]),
                f"at most {limit[0]}",
            )


@check(
    "denominator-exceeds-arm",
    "error",
    "A denominator is no larger than the patients enrolled or assigned, nor than those treated or evaluable where it is said to be these",
)
def denominator_exceeds_arm(context: Context) -> Iterator[Finding]:
    for row, _events, denominator in _rows(context):
        if row.table == "patient_counts" and row.values["characteristic"] != "flow":
            continue
        of = row.values[denominator]
        if of is None or row.values.get("category") == "screened":
            continue
        arm = row.values["arm_id"]
        limit = context.limit(arm)
        said = row.values.get("denominator")
        if (
            said in ("treated", "evaluable")
            and (own := context.most(arm, said)) is not None
            and row.values["subgroup_id"] is None
            and _same_report(context, row, said)
        ):
            limit = min(own, limit or own)
        if limit is not None and of > limit[0]:
            yield Finding(row, f"the denominator is larger than the patients {limit[1]}", str(of), f"at most {limit[0]}")


def _same_report(context: Context, row: Row, name: str) -> bool:
    """The flow number was read in the report of the row (an update may have more patients)."""
    return any(flow.values["source_id"] == row.values["source_id"] for flow in context.flows[row.values["arm_id"]][name])


@check(
    "denominator-exceeds-treated",
    "warning",
    "A denominator is no larger than the patients treated, where nothing says how many were enrolled or assigned",
)
def denominator_exceeds_treated(context: Context) -> Iterator[Finding]:
    for row, _events, denominator in _rows(context):
        if row.table == "patient_counts":
            continue  # may be of those screened
        of, arm = row.values[denominator], row.values["arm_id"]
        treated = context.most(arm, "treated")
        if (
            of is not None
            and treated is not None
            and context.limit(arm) is None
            and row.values.get("denominator") not in ("treated", "evaluable", "assigned")
            and of > treated[0]
        ):
            yield Finding(
                row, "the denominator is larger than the patients treated", str(of), f"at most {treated[0]}, or the number assigned"
            )


@check("count-total-exceeds-arm", "warning", "Characteristics are counted in no more patients than were enrolled or assigned")
def count_total_exceeds_arm(context: Context) -> Iterator[Finding]:
    for row in context.table("patient_counts"):
        of, limit = row.values["n_total"], context.limit(row.values["arm_id"])
        # Markers are looked for in those who are screened, before anyone is enrolled.
        if of is None or limit is None or of <= limit[0] or row.values["characteristic"] in ("flow", "biomarker"):
            continue
        yield Finding(row, f"counted in more patients than {limit[1]}: were courses or tumours counted?", str(of), f"at most {limit[0]}")
