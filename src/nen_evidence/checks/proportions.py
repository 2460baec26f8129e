"""Percentages against counts and denominators."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..contract.response_outcomes import counts_fitting
from ..contract.row import Row
from ..record.figure import Figure
from .context import EPS, Context, say
from .denominators import EVENTS
from .registry import Finding, check

_GRIM = "GRIM: Brown & Heathers 2017"
# Estimated from the time to an event, not counted.
_ESTIMATED = ("progression_free", "durable_response")


def _percent_rows(context: Context) -> Iterator[tuple[Row, int | None, int | None, str]]:
    """Rows with an exact percentage: the printed count, the denominator that holds for it, and where that comes from."""
    for table in ("response_outcomes", "adverse_events", "patient_counts"):
        events, denominator = EVENTS[table]
        for row in context.table(table):
            values = row.values
            figure = row.figures.get("percent")
            if (
                figure is None
                or figure.relation != "eq"
                or values.get("counted") in ("events", "cycles")
                or (values.get("outcome") in _ESTIMATED and values[events] is None)
            ):
                continue
            of, basis = values[denominator], "printed"
            if (
                of is None
                and values.get("unit_of_analysis") in (None, "patient")
                and values["subgroup_id"] is None
                and values.get("denominator") in ("treated", "assigned", "evaluable")
            ):
                # The report says whose percentage it is, and how many these are.
                counts = {
                    row_.values["n"]
                    for row_ in context.flows.get(values["arm_id"], {}).get(values["denominator"], ())
                    if row_.values["source_id"] == values["source_id"]
                }
                of, basis = (counts.pop(), f"arm {values['denominator']}") if len(counts) == 1 else (None, "")
            yield row, values[events], of, basis


@check("percent-count", "error", "A percentage is that of the printed count and denominator")
def percent_count(context: Context) -> Iterator[Finding]:
    for row, n, of, basis in _percent_rows(context):
        figure = row.figures["percent"]
        if n is not None and of and abs(100 * n / of - figure.value) > 2 * figure.half_unit + EPS:
            yield Finding(row, f"{figure}% is not {n} of {of} ({basis})", f"{n}; {figure}%; {of}", f"{say(100 * n / of)}%")


@check("percent-rounding", "warning", "A percentage is that of the printed count and denominator, rounded at its last digit")
def percent_rounding(context: Context) -> Iterator[Finding]:
    for row, n, of, basis in _percent_rows(context):
        figure = row.figures["percent"]
        if n is not None and of and figure.half_unit + EPS < abs(100 * n / of - figure.value) <= 2 * figure.half_unit + EPS:
            yield Finding(
                row,
                f"{figure}% is {n} of {of} ({basis}) cut off or rounded wrongly at its last digit",
                f"{n}; {figure}%; {of}",
                f"{say(100 * n / of)}%",
            )


def _denominators(n: int, figure: Figure) -> tuple[float, float, range]:
    """Of how many patients a count can be the printed percentage: the span, and the whole numbers in it."""
    low, high = 100 * n / (figure.value + figure.half_unit), 100 * n / max(figure.value - figure.half_unit, EPS)
    return low, high, range(max(math.ceil(low - EPS), n), math.floor(high + EPS) + 1)


@check(
    "percent-without-denominator",
    "warning",
    "Where a count and its percentage are printed without a denominator, some number of patients makes them agree",
    _GRIM,
)
def percent_without_denominator(context: Context) -> Iterator[Finding]:
    for row, n, of, _basis in _percent_rows(context):
        figure = row.figures["percent"]
        if n is None or of or (n == 0) != (figure.value == 0):
            if (
                n is not None
                and not of
                and (n == 0) != (figure.value - figure.half_unit <= EPS)
                and (n == 0 or (figure.value == 0 and figure.half_unit < 0.5))
            ):
                yield Finding(row, "a count and a percentage of which one is nought", f"{n}; {figure}%")
            continue
        if n == 0 or row.values.get("unit_of_analysis") not in (None, "patient"):
            continue
        low, high, fitting = _denominators(n, figure)
        limit = context.limit(row.values["arm_id"])
        if not fitting:
            yield Finding(
                row,
                f"{n} patients are {figure}% of no whole number of patients",
                f"{n}; {figure}%",
                f"a denominator of {say(low)} to {say(high)}",
            )
        elif limit is not None and fitting[0] > limit[0]:
            yield Finding(
                row,
                f"{n} patients are {figure}% of {fitting[0]} patients or more",
                f"{n}; {figure}%",
                f"a denominator of at most {limit[0]} ({limit[1]})",
            )


@check(
    "percent-shared-denominator",
    "warning",
    "Counts with percentages on one line of a record, without a denominator, are of one number of patients",
    _GRIM,
)
def percent_shared_denominator(context: Context) -> Iterator[Finding]:
    lines: dict[tuple[str, tuple[str | int, ...]], list[tuple[Row, range]]] = {}
    for row, n, of, _basis in _percent_rows(context):
        if n and not of and row.figures["percent"].value > 0 and (fitting := _denominators(n, row.figures["percent"])[2]):
            lines.setdefault((row.record.id, row.path), []).append((row, fitting))
    for found in lines.values():
        low, high = max(fitting[0] for _, fitting in found), min(fitting[-1] for _, fitting in found)
        if low > high:
            first = next(row for row, fitting in found if fitting[0] == low)
            printed = ", ".join(str(row.values["printed"]) for row, _ in found)
            message = f"these are of no common number of patients: one of {low} or more, one of {high} or fewer"
            yield Finding(first, message, printed, None, tuple(row for row, _ in found if row is not first))


@check("grim", "warning", "Some whole number of patients gives the printed percentage of the printed denominator", _GRIM)
def grim(context: Context) -> Iterator[Finding]:
    for row, n, of, basis in _percent_rows(context):
        figure = row.figures["percent"]
        if n is None and of and not counts_fitting(figure, of):
            nearest = sorted((abs(100 * k / of - figure.value), k) for k in range(of + 1))[:2]
            yield Finding(
                row,
                f"no number of patients is {figure}% of {of} ({basis})",
                f"{figure}%; {of}",
                " or ".join(f"{k} ({100 * k / of:.{figure.decimals + 1}f}%)" for _, k in nearest),
            )


@check("percent-above-100", "error", "A share lies between 0 and 100%")
def percent_above_100(context: Context) -> Iterator[Finding]:
    for table in ("response_outcomes", "adverse_events", "patient_counts"):
        for row in context.table(table):
            if row.values["percent"] is not None and row.values["percent"] > 100 and row.values.get("counted") not in ("events", "cycles"):
                yield Finding(row, "more than all patients", f"{row.figures['percent']}%", "at most 100%")
    for row in context.table("survival_outcomes"):
        if row.values["statistic"] == "rate" and row.values["estimate"] is not None and row.values["estimate"] > 100:
            yield Finding(row, "more than all patients", f"{row.values['estimate']}%", "at most 100%")


@check(
    "percent-among-counts",
    "warning",
    "One line of a record gives counts or percentages, not a single one of the other kind (a sign left out, or one too many)",
    "record shape",
)
def percent_among_counts(context: Context) -> Iterator[Finding]:
    for table in ("response_outcomes", "adverse_events", "patient_counts"):
        lines: dict[tuple[str, tuple[str | int, ...]], list[Row]] = {}
        for row in context.table(table):
            # "No complete response" beside percentages is no slip.
            if row.values[EVENTS[table][0]] != 0:
                lines.setdefault((row.record.id, row.path), []).append(row)
        for rows in lines.values():
            shares = [row for row in rows if "percent" in row.figures and EVENTS[table][0] not in row.figures]
            counts = [row for row in rows if "percent" not in row.figures]
            for odd, others in ((shares, counts), (counts, shares)):
                if len(odd) == 1 and len(others) >= 2 and len(others) + 1 == len(rows):
                    yield Finding(
                        odd[0],
                        f"the only {'percentage among counts' if odd is shares else 'count among percentages'} of its line",
                        str(odd[0].values["printed"]),
                        None,
                        tuple(others),
                    )
