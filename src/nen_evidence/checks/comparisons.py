"""Effects between groups: hazard ratio, interval and p-value against each other and against the arms."""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import NormalDist

from ..contract.row import Row
from .context import EPS, Context, Span, apart, part_of, say, span, typed
from .intervals import LEVELS, log_span
from .registry import Finding, check

_RATIOS = ("hr", "or", "rr")
_NORMAL = NormalDist()
# A p-value of one of these tests need not be that of the interval of a model, only agree with it at the level.
_OTHER_TESTS = ("fisher", "chi", "wilcoxon", "gehan", "mantel", "exact", "likelihood", "permutation")


def _ratios(context: Context) -> Iterator[Row]:
    """Ratios with a two-sided interval."""
    for table in ("comparisons", "pooled_estimates"):
        for row in context.table(table):
            if (
                row.values["measure"] in _RATIOS
                and row.values.get("ci_sides") != 1
                and "ci_low" in row.figures
                and "ci_high" in row.figures
            ):
                yield row


@check("ratio-not-positive", "error", "A ratio and its interval are above nought")
def ratio_not_positive(context: Context) -> Iterator[Finding]:
    for table in ("comparisons", "pooled_estimates"):
        for row in context.table(table):
            bad = [
                name
                for name in ("estimate", "ci_low", "ci_high")
                if row.values["measure"] in _RATIOS and name in row.figures and row.figures[name].value < 0
            ]
            if bad:
                yield Finding(row, "a ratio below nought: is it a difference, or a logarithm?", typed(row, "estimate", "ci_low", "ci_high"))


@check(
    "ratio-log-centre",
    "warning",
    "A hazard or risk ratio lies at the middle of its interval on the log scale, within the rounding of the three figures",
    "Parmar, Torri & Stewart 1998; Tierney 2007",
)
def ratio_log_centre(context: Context) -> Iterator[Finding]:
    for row in _ratios(context):
        estimate, low, high = span(row, "estimate"), span(row, "ci_low"), span(row, "ci_high")
        if (
            row.values["measure"] == "or"
            or row.values.get("model") in ("bayesian", "network")
            or not (estimate and low and high)
            or low[0] > high[1]
        ):
            continue
        if estimate[1] < low[0] or estimate[0] > high[1]:
            continue  # estimate-outside-interval says it
        (low_min, low_max), (high_min, high_max) = log_span(*low), log_span(*high)
        centre: Span = ((low_min + high_min) / 2, (low_max + high_max) / 2)
        if apart(log_span(*estimate), centre):
            middle = math.sqrt(row.figures["ci_low"].value * row.figures["ci_high"].value)
            yield Finding(
                row,
                "the ratio is not the log-centre of its interval, whatever the rounding",
                typed(row, "estimate", "ci_low", "ci_high"),
                f"about {say(middle)}",
            )


def _null(row: Row) -> float:
    return 1.0 if row.values["measure"] in _RATIOS else 0.0


def _p_span(row: Row) -> Span | None:
    """Between which values the p-value lies, given how it is printed."""
    figure = row.figures.get("p_value")
    if figure is None:
        return None
    return {
        "eq": (max(figure.value - figure.half_unit, 0.0), figure.value + figure.half_unit),
        "lt": (0.0, figure.value),
        "le": (0.0, figure.value),
        "gt": (figure.value, 1.0),
        "ge": (figure.value, 1.0),
    }.get(figure.relation)


def _p_from_interval(row: Row, level: float, sides: int, score: bool, wrong_way: bool = False) -> Span | None:
    """The p-values that estimate and interval allow, over every rounding (Altman & Bland 2011, BMJ 343:d2304).

    The standard error is the width of the interval on the log scale over 2 z; Wald's z is the log ratio over it.
    With ``score`` also those of the log-rank (score) test: with the expected events of Schoenfeld 1981,
    its z is 2 sinh(log HR / 2) over the same standard error, whatever the allocation. A one-sided
    test whose effect went the ``wrong_way`` has a p-value above one half.
    """
    estimate, low, high = span(row, "estimate"), span(row, "ci_low"), span(row, "ci_high")
    if not (estimate and low and high) or low[0] <= 0 or estimate[0] <= 0 or low[1] >= high[0]:
        return None
    logs = [log_span(*part) for part in (estimate, low, high)]
    half = _NORMAL.inv_cdf(0.5 + level / 2)
    errors = ((logs[2][0] - logs[1][1]) / (2 * half), (logs[2][1] - logs[1][0]) / (2 * half))
    least = 0.0 if logs[0][0] <= 0 <= logs[0][1] else min(abs(end) for end in logs[0])
    most = max(abs(end) for end in logs[0])
    z = (least / errors[1], (2 * math.sinh(most / 2) if score else most) / errors[0])
    p = (1 - _NORMAL.cdf(z[1]), 1 - _NORMAL.cdf(z[0]))
    if sides == 1 and wrong_way:
        return (1 - p[1], 1 - p[0])
    return (p[0] * sides, p[1] * sides)


@check(
    "p-against-interval",
    "warning",
    "A p-value is the one that estimate and interval give by Wald's or the log-rank test, within rounding (either sidedness where none is stated)",
    "Altman & Bland 2011, BMJ 343:d2304; Schoenfeld 1981",
)
def p_against_interval(context: Context) -> Iterator[Finding]:
    for row in _ratios(context):
        p = _p_span(row)
        method = str(row.values.get("method") or "").lower()
        if p is None or any(word in method for word in _OTHER_TESTS) or row.values.get("model") in ("bayesian", "network"):
            continue
        sides = (row.values["p_sides"],) if row.values.get("p_sides") else (2, 1)
        levels = (row.values["ci_level"],) if row.values.get("ci_level") else LEVELS
        score = row.values["measure"] == "hr" and "wald" not in method
        tests = [(level, side, wrong_way) for level in levels for side in sides for wrong_way in ((False, True) if side == 1 else (False,))]
        options = [
            option for level, side, wrong_way in tests if (option := _p_from_interval(row, level, side, score, wrong_way)) is not None
        ]
        if options and all(apart(option, p) for option in options):
            low, high = options[0]
            yield Finding(
                row,
                "the p-value is not that of the estimate and its interval, whatever the rounding",
                typed(row, "estimate", "ci_low", "ci_high", "p_value"),
                f"p of {say(low)} to {say(high)} ({sides[0]}-sided)",
            )


@check(
    "p-contradicts-interval",
    "warning",
    "P-value and interval agree on whether the effect is significant at the level of the interval",
    "duality of test and interval; Altman & Bland 2011",
)
def p_contradicts_interval(context: Context) -> Iterator[Finding]:
    for table in ("comparisons", "pooled_estimates"):
        for row in context.table(table):
            p, low, high, level = _p_span(row), span(row, "ci_low"), span(row, "ci_high"), row.values.get("ci_level")
            if (
                row.values["measure"] is None
                or row.values["measure"] in ("proportion", "median", "mean", "sucra", "rate")
                or p is None
                or not (low and high and level)
                or row.values.get("ci_sides") == 1
            ):
                continue
            if row.values.get("p_sides") == 1 and p[0] > 0.5:
                p = (1 - p[1], 1 - p[0])  # the effect went the other way than was tested
            null = _null(row)
            alpha = (1 - level) / (2 if row.values.get("p_sides") == 1 else 1)
            excludes = low[0] > null + EPS or high[1] < null - EPS
            spans = low[1] < null - EPS and high[0] > null + EPS
            lower = row.figures["p_value"].relation == "lt"
            if spans and (p[1] < alpha - EPS or (lower and p[1] <= alpha + EPS)):
                yield Finding(
                    row,
                    f"p below {say(alpha)} though the {say(100 * level)}% interval spans {say(null)}",
                    typed(row, "estimate", "ci_low", "ci_high", "p_value"),
                )
            elif excludes and p[0] > alpha + EPS:
                yield Finding(
                    row,
                    f"p above {say(alpha)} though the {say(100 * level)}% interval leaves {say(null)} out",
                    typed(row, "estimate", "ci_low", "ci_high", "p_value"),
                )


def _significant(row: Row) -> int:
    """-1 where the effect is clearly below its null, 1 where clearly above, 0 where neither."""
    low, high = span(row, "ci_low"), span(row, "ci_high")
    null = _null(row)
    if low and low[0] > null:
        return 1
    return -1 if high and high[1] < null else 0


def _matching(rows: list[Row], arm: str, subgroup: str | None, like: Row) -> list[Row]:
    """Rows of an arm that the comparison can be about: its endpoint, report, assessor and cut-off where both say."""
    found = []
    for row in rows:
        values = row.values
        if values["arm_id"] != arm or values["subgroup_id"] != subgroup or values["source_id"] != like.values["source_id"]:
            continue
        if all(
            values.get(name) == like.values.get(name) for name in ("assessor", "data_cutoff", "time_months", "analysis", "analysis_set")
        ) and part_of(row) == part_of(like):
            found.append(row)
    return found


@check(
    "ratio-against-medians",
    "warning",
    "A hazard ratio whose interval leaves 1 out points the way of the two medians",
    "Parmar, Torri & Stewart 1998",
)
def ratio_against_medians(context: Context) -> Iterator[Finding]:
    medians = [row for row in context.table("survival_outcomes") if row.values["statistic"] == "median" and row.values["relation"] == "eq"]
    for row in context.table("comparisons"):
        values = row.values
        if values["measure"] != "hr" or values["direction"] != "stated" or not (side := _significant(row)):
            continue
        same = [median for median in medians if median.values["endpoint"] == values["endpoint"]]
        first = _matching(same, values["arm_id"], values["subgroup_id"], row)
        second = _matching(
            same,
            values["comparator_arm_id"],
            values["comparator_subgroup_id"] if values["contrast"] != "treatment" else values["subgroup_id"],
            row,
        )
        for one in first:
            for two in second:
                a, b = _months(one), _months(two)
                if a is not None and b is not None and ((side < 0 and a[1] < b[0] - EPS) or (side > 0 and a[0] > b[1] + EPS)):
                    yield Finding(
                        row,
                        f"the hazard ratio favours one arm, the medians ({one.values['reported_value']} and {two.values['reported_value']}) the other: "
                        "are the arms swapped?",
                        typed(row, "estimate", "ci_low", "ci_high"),
                        None,
                        (one, two),
                    )


def _months(row: Row) -> Span | None:
    """The span of a median; beyond everything where it was not reached."""
    if row.values["reached"] is False:
        return (math.inf, math.inf) if row.values["estimate"] is None else None
    return span(row, "reported_value")


@check(
    "ratio-against-proportions",
    "warning",
    "An odds or risk ratio, or a difference, whose interval leaves its null out points the way of the two proportions",
)
def ratio_against_proportions(context: Context) -> Iterator[Finding]:
    for row in context.table("comparisons"):
        values = row.values
        if values["measure"] not in ("or", "rr", "rd") or values["direction"] != "stated" or not (side := _significant(row)):
            continue
        same = [
            other
            for other in context.table("response_outcomes")
            if other.values["outcome"] == values["endpoint"] and other.values["marker"] == values["marker"]
        ]
        for one in _matching(same, values["arm_id"], values["subgroup_id"], row):
            for two in _matching(same, values["comparator_arm_id"], values["subgroup_id"], row):
                a, b = _share(one), _share(two)
                if a is not None and b is not None and ((side < 0 and a > b) or (side > 0 and a < b)):
                    yield Finding(
                        row,
                        f"the effect favours one arm, the proportions ({one.values['printed']} and {two.values['printed']}) the other: are the arms swapped?",
                        typed(row, "estimate", "ci_low", "ci_high"),
                        None,
                        (one, two),
                    )


def _share(row: Row) -> float | None:
    values = row.values
    if values["percent"] is not None:
        return float(values["percent"])
    return 100 * values["n_events"] / values["n_evaluable"] if values["n_events"] is not None and values["n_evaluable"] else None
