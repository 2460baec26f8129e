"""Intervals: order, estimate inside, and which binomial interval a printed one is."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import lru_cache
from statistics import NormalDist
from typing import Any

from ..contract.response_outcomes import counts_fitting
from ..contract.row import Row
from ..record.figure import Figure
from .context import EPS, Context, Span, say, span, typed
from .registry import Finding, check

# A wider arm admits nearly any interval, and searching it costs more than it tells.
_WIDEST = 400
LEVELS = (0.95, 0.90, 0.80, 0.975, 0.99)
_TABLES = ("response_outcomes", "survival_outcomes", "comparisons", "measurements", "pooled_estimates")
_MAIN = {
    "response_outcomes": "percent",
    "survival_outcomes": "reported_value",
    "comparisons": "estimate",
    "measurements": "reported_value",
    "pooled_estimates": "estimate",
}
_ESTIMATED = ("progression_free", "durable_response")


def _z(level: float) -> float:
    return NormalDist().inv_cdf(0.5 + level / 2)


def wald(x: Any, n: Any, level: float) -> Any:
    """x/n -/+ z sqrt(p(1-p)/n), cut to 0 and 1 (normal approximation)."""
    p = x / n
    half = _z(level) * (p * (1 - p) / n) ** 0.5
    return p - half, p + half


def wald_corrected(x: Any, n: Any, level: float) -> Any:
    """Wald with the continuity correction 1/(2n) (Fleiss 1981)."""
    low, high = wald(x, n, level)
    return low - 0.5 / n, high + 0.5 / n


def wilson(x: Any, n: Any, level: float) -> Any:
    """Score interval (Wilson 1927)."""
    z, p = _z(level), x / n
    middle, half = p + z * z / (2 * n), z * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5
    return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)


def wilson_corrected(x: Any, n: Any, level: float) -> Any:
    """Score interval with continuity correction (Newcombe 1998, method 4; R's prop.test)."""
    import numpy as np

    z, p = _z(level), x / n
    low = (2 * n * p + z * z - 1 - z * np.sqrt(np.maximum(z * z - 2 - 1 / n + 4 * p * (n * (1 - p) + 1), 0))) / (2 * (n + z * z))
    high = (2 * n * p + z * z + 1 + z * np.sqrt(np.maximum(z * z + 2 - 1 / n + 4 * p * (n * (1 - p) - 1), 0))) / (2 * (n + z * z))
    return np.where(x == 0, 0.0, low), np.where(x == n, 1.0, high)


def agresti_coull(x: Any, n: Any, level: float) -> Any:
    """Wald around (x + z2/2)/(n + z2) (Agresti & Coull 1998)."""
    z = _z(level)
    return wald(x + z * z / 2, n + z * z, level)


def clopper_pearson(x: Any, n: Any, level: float) -> Any:
    """Exact interval from the beta distribution (Clopper & Pearson 1934)."""
    return _beta(x, n, level, 0.0, 1.0)


def jeffreys(x: Any, n: Any, level: float) -> Any:
    """Equal-tailed interval of the posterior under Jeffreys' prior, 0 and 1 at the ends (Brown, Cai & DasGupta 2001)."""
    return _beta(x, n, level, 0.5, 0.5)


def _beta(x: Any, n: Any, level: float, below: float, above: float) -> Any:
    import numpy as np
    from scipy.special import betaincinv

    x, n = np.asarray(x, float), np.asarray(n, float)
    tail = (1 - level) / 2
    low = np.where(x == 0, 0.0, betaincinv(np.maximum(x + below, EPS), n - x + (0.5 if below else 1.0), tail))
    high = np.where(x == n, 1.0, betaincinv(x + above, np.maximum(n - x + (0.5 if below else 0.0), EPS), 1 - tail))
    return low, high


METHODS: dict[str, Callable[[Any, Any, float], Any]] = {
    "Clopper-Pearson": clopper_pearson,
    "Wilson": wilson,
    "Wald": wald,
    "Agresti-Coull": agresti_coull,
    "Jeffreys": jeffreys,
    "Wilson with continuity correction": wilson_corrected,
    "Wald with continuity correction": wald_corrected,
}


# Methods that are named where the printed interval is theirs at another level than the stated one.
_COMMON = ("Clopper-Pearson", "Wilson", "Wald")
_CUT = "; the nearest is cut off or rounded wrongly at its last digit"


def _distance(name: str, x: int, n: int, low: Figure, high: Figure, level: float) -> tuple[float, str]:
    """How far an interval is from the printed one, in half units of the last printed digit, and what it is."""
    lower, upper = (100 * min(max(float(bound), 0.0), 1.0) for bound in METHODS[name](x, n, level))
    far = max(abs(lower - low.value) / low.half_unit, abs(upper - high.value) / high.half_unit)
    return far, f"{lower:.{low.decimals + 1}f}-{upper:.{high.decimals + 1}f} ({name} of {x} of {n} at {100 * level:g}%)"


def fitting(x: int, n: int, low: Figure, high: Figure, level: float) -> list[str]:
    """The binomial intervals of x of n at a level that round to the printed bounds (in percent)."""
    return [name for name in METHODS if _fits(name, x, n, low, high, level)]


def _fits(name: str, x: int, n: int, low: Figure, high: Figure, level: float) -> bool:
    bounds = METHODS[name](x, n, level)
    return all(
        any(abs(100 * value - figure.value) <= figure.half_unit + EPS for value in (float(bound), min(max(float(bound), 0.0), 1.0)))
        for bound, figure in zip(bounds, (low, high), strict=True)
    )


@lru_cache(maxsize=4)
def _pairs(most: int) -> Any:
    """Every count of every number of patients up to ``most``."""
    import numpy as np

    n = np.repeat(np.arange(1, most + 1), np.arange(2, most + 2)).astype(float)
    return np.concatenate([np.arange(0, k + 1) for k in range(1, most + 1)]).astype(float), n


def nearest(
    percent: Figure | None, low: Figure, high: Figure, levels: tuple[float, ...], most: int, count: int | None = None
) -> tuple[float, str]:
    """How far the nearest binomial interval of any number of patients up to ``most`` is from the printed one, and which it is.

    The distance is in half units of the last printed digit: 1 or less is a fit. Infinite where no count has the percentage.
    """
    import numpy as np

    x, n = _pairs(_WIDEST)
    keep = n <= most
    if percent is not None:
        keep &= np.abs(100 * x / n - percent.value) <= percent.half_unit + EPS
    if count is not None:
        keep &= x == count
    x, n = x[keep], n[keep]
    best = (math.inf, "")
    for level in levels if x.size else ():
        for name, method in METHODS.items():
            lows, highs = (100 * np.clip(bound, 0, 1) for bound in method(x, n, level))
            far = np.maximum(np.abs(lows - low.value) / low.half_unit, np.abs(highs - high.value) / high.half_unit)
            at = int(np.argmin(far))
            if far[at] < best[0] - EPS:
                best = (
                    float(far[at]),
                    f"{lows[at]:.{low.decimals + 1}f}-{highs[at]:.{high.decimals + 1}f} ({name} of {x[at]:.0f} of {n[at]:.0f} at {100 * level:g}%)",
                )
            if best[0] <= 1 + EPS:
                return best
    return best


def _binomial_rows(context: Context) -> Iterator[tuple[Row, Figure, Figure, tuple[float, ...]]]:
    """Response proportions with a two-sided interval, and the levels it may have."""
    for row in context.patients("response_outcomes"):
        low, high = row.figures.get("ci_low"), row.figures.get("ci_high")
        if (
            low is None
            or high is None
            or row.values["outcome"] in _ESTIMATED
            or row.values["ci_sides"] == 1
            or row.values["relation"] != "eq"
        ):
            continue
        if low.value > high.value or low.relation != "eq" or high.relation != "eq":
            continue
        yield row, low, high, (row.values["ci_level"],) if row.values["ci_level"] else LEVELS


@check(
    "binomial-interval",
    "warning",
    "The interval of a proportion is one of the usual binomial intervals of its count and denominator",
    "Clopper & Pearson 1934; Wilson 1927; Wald; Agresti & Coull 1998; Jeffreys (Brown, Cai & DasGupta 2001); Newcombe 1998",
)
def binomial_interval(context: Context) -> Iterator[Finding]:
    for row, low, high, levels in _binomial_rows(context):
        of, n = row.values["n_evaluable"], row.values["n_events"]
        if not of or (n is not None and n > of):
            continue
        percent = row.figures.get("percent")
        counts = [n] if n is not None else counts_fitting(percent, of) if percent is not None else []
        if not counts or any(fitting(x, of, low, high, level) for x in counts for level in levels):
            continue
        others = [
            f"{name} at {say(100 * level)}%"
            for level in LEVELS
            if level not in levels
            for x in counts
            for name in fitting(x, of, low, high, level)
            if name in _COMMON
        ]
        distance, which = min(_distance(name, x, of, low, high, level) for name in METHODS for x in counts for level in levels)
        hint = f"; it is that of {', '.join(dict.fromkeys(others))}" if others else _CUT if distance <= 2 + EPS else ""
        stated = f"at {say(100 * levels[0])}%" if len(levels) == 1 else "at any usual level"
        yield Finding(
            row,
            f"no binomial interval of {' or '.join(map(str, counts))} of {of} {stated} is the printed one{hint}",
            typed(row, "n_events", "percent", "n_evaluable", "ci_low", "ci_high"),
            f"nearest {which}",
        )


@check(
    "binomial-interval-possible",
    "warning",
    "Where no denominator is printed, the interval of a proportion is a usual binomial interval for some number of patients",
    "as binomial-interval, over every number of patients that the arm can have",
)
def binomial_interval_possible(context: Context) -> Iterator[Finding]:
    for row, low, high, levels in _binomial_rows(context):
        percent, n = row.figures.get("percent"), row.values["n_events"]
        if row.values["n_evaluable"] or (percent is None and n is None):
            continue
        limit = context.limit(row.values["arm_id"]) or context.most(row.values["arm_id"], "treated")
        most = _WIDEST if limit is None else limit[0]
        # Without a limit, an interval too narrow for _WIDEST patients may be of more.
        if most > _WIDEST or (limit is None and high.value - low.value < 10):
            continue
        distance, which = nearest(percent, low, high, levels, most, n)
        if distance > 1 + EPS:
            message = f"no number of patients up to {most} gives this {'interval' if which else 'percentage'} by any usual method" + (
                _CUT if distance <= 2 + EPS else ""
            )
            yield Finding(row, message, typed(row, "n_events", "percent", "ci_low", "ci_high"), f"nearest {which}" if which else None)


def _ends(row: Row) -> Iterator[tuple[Figure, Figure, str]]:
    for low, high, what in (
        ("ci_low", "ci_high", "confidence interval"),
        ("spread_low", "spread_high", "range"),
        ("prediction_low", "prediction_high", "prediction interval"),
        ("amount", "amount_high", "amount"),
        ("cycles_planned", "cycles_planned_high", "cycles"),
        ("value_low", "value_high", "value"),
    ):
        if low in row.figures and high in row.figures:
            yield row.figures[low], row.figures[high], what


@check("interval-order", "error", "The lower end of an interval lies below the upper end")
def interval_order(context: Context) -> Iterator[Finding]:
    for table in (*_TABLES, "doses", "statements"):
        for row in context.table(table):
            for low, high, what in _ends(row):
                if low.value > high.value:
                    yield Finding(
                        row, f"the lower end of the {what} is above the upper end", f"{low} to {high}", f"{high} to {low}, if swapped"
                    )


def _estimate(row: Row) -> Span | None:
    """The main figure in the unit of its interval."""
    figure = span(row, _MAIN[row.table])
    if figure is None and row.table == "response_outcomes" and row.values["n_events"] is not None and row.values["n_evaluable"]:
        share = 100 * row.values["n_events"] / row.values["n_evaluable"]
        return (share, share)
    return figure


@check("estimate-outside-interval", "error", "An estimate lies inside its confidence interval")
def estimate_outside_interval(context: Context) -> Iterator[Finding]:
    for table in _TABLES:
        for row in context.table(table):
            estimate = _estimate(row)
            if estimate is not None:
                yield from _outside(row, estimate, "ci_low", "ci_high", "confidence interval")


@check("estimate-outside-range", "error", "A median or mean lies inside its range; a median also inside its interquartile range")
def estimate_outside_range(context: Context) -> Iterator[Finding]:
    for table in _TABLES[:4]:
        for row in context.table(table):
            estimate = _estimate(row)
            kind, statistic = row.values.get("spread_kind"), row.values.get("statistic")
            if estimate is not None and (
                (kind == "range" and statistic in ("median", "mean", "geometric_mean", "value"))
                or (kind == "iqr" and statistic == "median")
            ):
                yield from _outside(row, estimate, "spread_low", "spread_high", "range" if kind == "range" else "interquartile range")


def _outside(row: Row, estimate: Span, low: str, high: str, what: str) -> Iterator[Finding]:
    ends = [row.figures.get(low), row.figures.get(high)]
    if None not in ends and ends[0].value > ends[1].value:  # type: ignore[union-attr]
        return
    below = ends[0] is not None and estimate[1] < ends[0].value - ends[0].half_unit - EPS
    above = ends[1] is not None and estimate[0] > ends[1].value + ends[1].half_unit + EPS
    if below or above:
        yield Finding(row, f"the estimate lies outside its {what}", typed(row, "n_events", "n_evaluable", _MAIN[row.table], low, high))


@check("percent-interval-bounds", "error", "The interval of a share lies between 0 and 100%")
def percent_interval_bounds(context: Context) -> Iterator[Finding]:
    for table in ("response_outcomes", "survival_outcomes"):
        for row in context.table(table):
            if table == "survival_outcomes" and row.values["statistic"] != "rate":
                continue
            for name in ("ci_low", "ci_high"):
                if name in row.figures and not -EPS <= row.figures[name].value <= 100 + EPS:
                    yield Finding(row, "a bound of a share outside 0-100%", typed(row, "ci_low", "ci_high"), "0 to 100%")


def log_span(low: float, high: float) -> Span:
    """The span of a logarithm; from minus infinity where print leaves 0 open."""
    return (math.log(low) if low > 0 else -math.inf, math.log(high) if high > 0 else -math.inf)
