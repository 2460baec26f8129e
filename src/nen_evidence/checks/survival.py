"""Survival times and rates against each other."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from ..contract.row import Row
from ..record.figure import Figure, to_months
from .context import EPS, Context, Span, item_of, part_of, place, say, span, typed
from .registry import Finding, check

_KM = "Kaplan & Meier 1958: the curve falls, and the median is where it reaches one half"
# Endpoints whose rate is the share still free of the event.
_FREE = ("pfs", "os", "ttp", "ttf", "efs", "dfs", "rfs", "dss", "dmfs", "dor", "pfs2", "time_to_hepatic_progression")


def _who(row: Row) -> tuple[Any, ...]:
    """Patients and report of a survival row, however it was assessed; time left out."""
    values = row.values
    return (
        values["arm_id"],
        values["subgroup_id"],
        values["source_id"],
        values["analysis_set"],
        values["analysis"],
        values["data_cutoff"],
        part_of(row),
    )


def _months(row: Row) -> Span | None:
    """The span of a median in months."""
    if row.values["relation"] != "eq" or row.values["estimate"] is None:
        return None
    figure = row.figures["reported_value"]
    unit = row.values["reported_unit"]
    middle, half = to_months(figure, unit), figure.half_unit * to_months(Figure("1"), unit)
    return (middle - half, middle + half)


@check(
    "progression-after-death",
    "warning",
    "Median progression-free survival or time to progression is no longer than median overall survival of the same patients",
    "definition of the endpoints",
)
def progression_after_death(context: Context) -> Iterator[Finding]:
    medians = [row for row in context.table("survival_outcomes") if row.values["statistic"] == "median"]
    for row in medians:
        if row.values["endpoint"] not in ("pfs", "ttp"):
            continue
        mine = _months(row)
        for other in medians:
            if other.values["endpoint"] != "os" or _who(other) != _who(row):
                continue
            theirs = _months(other)
            if theirs is None:
                continue
            if row.values["reached"] is False and row.values["endpoint"] == "pfs":
                yield Finding(
                    row,
                    "median progression-free survival not reached though median overall survival was",
                    f"not reached; OS {other.values['reported_value']}",
                    None,
                    (other,),
                )
            elif mine is not None and mine[0] > theirs[1] + EPS and not _dated_before(other, row):
                yield Finding(
                    row,
                    f"median {row.values['endpoint'].upper()} is longer than median OS",
                    f"{row.values['reported_value']} and {other.values['reported_value']} {other.values['reported_unit']}",
                    f"at most {other.values['reported_value']}",
                    (other,),
                )


def _dated_before(one: Row, other: Row) -> bool:
    """The two are counted from different beginnings, and both say from which."""
    return bool(one.values["time_origin"] and other.values["time_origin"] and one.values["time_origin"] != other.values["time_origin"])


def _rates(context: Context) -> Iterator[tuple[Row, Span]]:
    for row in context.table("survival_outcomes"):
        if (
            row.values["statistic"] == "rate"
            and row.values["endpoint"] in _FREE
            and row.values["time_months"] is not None
            and (share := span(row, "reported_value")) is not None
        ):
            yield row, share


def _curve(row: Row) -> tuple[Any, ...]:
    """What a rate or median is a point of: place, endpoint and origin of time, without the time."""
    where = place(row)
    return (*where[:8], *where[10:], row.values["endpoint"], row.values["time_origin"])


@check("rate-rises", "error", "The share free of an event does not rise with time", _KM)
def rate_rises(context: Context) -> Iterator[Finding]:
    curves: dict[tuple[Any, ...], list[tuple[float, Span, Row]]] = {}
    for row, share in _rates(context):
        curves.setdefault(_curve(row), []).append((row.values["time_months"], share, row))
    for points in curves.values():
        points.sort(key=lambda point: point[0])
        for (early, before, first), (late, after, second) in pairwise(points):
            if late > early and after[0] > before[1] + EPS:
                yield Finding(
                    second,
                    f"{second.values['endpoint'].upper()} at {say(late)} months is higher than at {say(early)} months",
                    f"{typed(first, 'reported_value')}% then {typed(second, 'reported_value')}%",
                    f"at most {typed(first, 'reported_value')}%",
                    (first,),
                )


@check(
    "rate-above-overall-survival",
    "warning",
    "The share free of progression is no larger than the share alive at the same time",
    "definition of the endpoints",
)
def rate_above_overall_survival(context: Context) -> Iterator[Finding]:
    rates = list(_rates(context))
    for row, share in rates:
        if row.values["endpoint"] not in ("pfs", "efs", "dfs", "rfs"):
            continue
        for other, alive in rates:
            if (
                other.values["endpoint"] == "os"
                and other.values["time_months"] == row.values["time_months"]
                and _who(other) == _who(row)
                and share[0] > alive[1] + EPS
            ):
                yield Finding(
                    row,
                    "more patients free of the event than alive",
                    f"{typed(row, 'reported_value')}%; OS {typed(other, 'reported_value')}%",
                    f"at most {typed(other, 'reported_value')}%",
                    (other,),
                )


@check("rate-against-median", "warning", "A rate before the median is above one half, a rate after it below", _KM)
def rate_against_median(context: Context) -> Iterator[Finding]:
    medians: dict[tuple[Any, ...], Row] = {}
    for row in context.table("survival_outcomes"):
        if row.values["statistic"] == "median":
            medians.setdefault(_curve(row), row)
    for row, share in _rates(context):
        median = medians.get(_curve(row))
        if median is None:
            continue
        time = _time(row)
        middle = (math.inf, math.inf) if median.values["reached"] is False and median.values["estimate"] is None else _months(median)
        if middle is None or time is None:
            continue
        if (time[0] > middle[1] + EPS and share[0] > 50 + EPS) or (time[1] < middle[0] - EPS and share[1] < 50 - EPS):
            yield Finding(
                row,
                f"a rate of {typed(row, 'reported_value')}% at {say(row.values['time_months'])} months with a median of "
                + " ".join(
                    filter(None, (median.values["reported_value"], median.values["reported_unit"] if middle[0] < math.inf else None))
                ),
                f"{typed(row, 'reported_value')}%; {median.values['reported_value']}",
                f"{'below' if time[0] > middle[1] else 'above'} 50%",
                (median,),
            )


def _time(row: Row) -> Span | None:
    """The time of a rate as a point: ``24 weeks`` is a plan, not a rounded figure."""
    at = item_of(row).at
    return None if at is None or at.figure.relation != "eq" else (at.months, at.months)
