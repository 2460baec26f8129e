"""Derived: one analysable effect for each row that can be analysed, and why another cannot.

Formulas are those of ``metafor::escalc`` (Viechtbauer 2010, J Stat Softw 36(3)), tested against it; standard errors
from a p-value follow Parmar 1998 (Stat Med 17:2815) and Tierney 2007 (Trials 8:16).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from statistics import NormalDist
from typing import Any

from .base import Integer, Logical, Number, Table, Text, column
from .row import Row, joined

Values = dict[str, Any]
ASSUMED_LEVEL = 0.95
# What two rows must share to be the two arms of one 2 x 2 table.
_ALIKE = (
    "study_id", "subgroup_id", "source_id", "outcome", "marker", "symptom", "threshold_percent", "criteria", "assessor", "assessment",
    "time_months", "analysis_set", "analysis", "data_cutoff", "unit_of_analysis",
)  # fmt: skip
# The best responses of which a patient has exactly one.
_CATEGORIES = ("complete_response", "partial_response", "minor_response", "stable_disease", "progressive_disease", "not_evaluable")
_SUMS = {"objective_response": _CATEGORIES[:2], "disease_control": _CATEGORIES[:4]}


class EffectSizes(Table):
    """Derived: one analysable effect."""

    _key = ("effect_id",)
    effect_id: Text = column("the row: the row it comes from and the measure", "key", required=True, unique=True)
    source_table: Text = column(
        "table it comes from", "key", example="response_outcomes", required=True, terms=("response_outcomes", "comparisons")
    )
    row_id: Text = column("row it comes from (of two rows, the first arm's; of a sum, one of its parts)", "key", required=True)
    study_id: Text = column("the study", "key", required=True, references="studies.study_id")
    arm_id: Text = column("the arm", "key", required=True, references="arms.arm_id")
    comparator_arm_id: Text = column("the arm compared with", "key", references="arms.arm_id")
    subgroup_id: Text = column("the subgroup", "key", references="subgroups.subgroup_id")
    comparator_subgroup_id: Text = column("the subgroup compared with", "key", references="subgroups.subgroup_id")
    cohort_id: Text = column("studies whose patients overlap share it", "calculated", required=True)
    source_id: Text = column("the report the figures were read in", "key", required=True, references="sources.source_id")
    outcome: Text = column("outcome or endpoint", "normalized", example="objective_response", required=True)
    marker: Text = column("marker of a biochemical outcome", "normalized", example="cga")
    symptom: Text = column("symptom of a symptomatic outcome", "normalized", example="flushing")
    measure: Text = column(
        "effect measure: PLO is the logit of a proportion, rd a difference of proportions",
        "calculated",
        example="PLO",
        required=True,
        terms=("PLO", "log_hr", "log_or", "log_rr", "rd"),
    )
    yi: Number = column("effect (natural logarithms; rd as a fraction)", "calculated", example=-1.1)
    vi: Number = column("its sampling variance", "calculated", example=0.2, ge=0)
    sei: Number = column("its standard error", "calculated", example=0.45, ge=0)
    xi: Integer = column("events (one group)", "calculated", ge=0)
    ni: Integer = column("patients (one group)", "calculated", ge=0)
    ai: Integer = column("events in the first group", "calculated", ge=0)
    n1i: Integer = column("patients in the first group (of a printed ratio: assigned, else treated, of the whole arm)", "calculated", ge=0)
    ci: Integer = column("events in the second group", "calculated", ge=0)
    n2i: Integer = column("patients in the second group (as n1i)", "calculated", ge=0)
    events_basis: Text = column(
        "where the events come from; summed: exclusive categories of one response line added up",
        "calculated",
        example="reported",
        terms=("reported", "from_percent", "summed"),
    )
    ni_basis: Text = column(
        "where the denominators come from",
        "calculated",
        example="printed",
        terms=("printed", "arm_evaluable", "arm_treated", "arm_assigned"),
    )
    ci_level_assumed: Logical = column("the interval states no level and 0.95 was taken", "calculated", required=True)
    regimen_id: Text = column("the treatment", "normalized", references="regimens.regimen_id")
    treatment_class: Text = column("class of treatment; of a mixed arm, the class its regimens share", "normalized")
    site: Text = column("primary site of the patients, where one", "normalized")
    line: Text = column("line of treatment", "normalized")
    design: Text = column("design of the study", "normalized")
    method: Text = column("how the effect was obtained", "calculated", example="logit from counts", required=True)
    poolable: Logical = column("may enter a pooled analysis", "calculated", required=True)
    why_not: Text = column("why it may not", "calculated")


@dataclass(frozen=True)
class Effect:
    """An effect, its sampling variance, and what was done to get them."""

    yi: float | None = None
    vi: float | None = None
    method: str = ""
    ci_level_assumed: bool = False


def logit(xi: int, ni: int) -> Effect:
    """Logit of a proportion, ``escalc("PLO")``: 1/2 is added to events and non-events where one of them is 0."""
    add = 0.5 if xi in (0, ni) else 0.0
    x, m = xi + add, ni - xi + add
    return Effect(math.log(x / m), 1 / x + 1 / m, "logit from counts" + ("; 1/2 added to events and non-events" if add else ""))


def two_groups(measure: str, ai: int, n1i: int, ci: int, n2i: int) -> Effect:
    """``log_or``, ``log_rr`` or ``rd`` of a 2 x 2 table as ``escalc``: 1/2 is added to all four cells where one of them is 0."""
    add = 0.5 if 0 in (ai, n1i - ai, ci, n2i - ci) else 0.0
    a, b, c, d = ai + add, n1i - ai + add, ci + add, n2i - ci + add
    n1, n2 = a + b, c + d
    method = "from the counts of both arms" + ("; 1/2 added to each cell" if add else "")
    if measure == "log_or":
        return Effect(math.log(a * d / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d, method)
    if measure == "log_rr":
        return Effect(math.log(a / n1 * n2 / c), 1 / a - 1 / n1 + 1 / c - 1 / n2, method)
    return Effect(a / n1 - c / n2, a * b / n1**3 + c * d / n2**3, method)


def printed_effect(values: Mapping[str, Any]) -> Effect:
    """Effect of a printed ratio or difference; its standard error from the interval, or of a hazard ratio from the p-value.

    An interval of level L has z = Phi^-1((1 + L) / 2), or Phi^-1(L) where it is one-sided; with one bound only, the
    distance of that bound from the estimate counts. ``yi`` is None where nothing is printed that has a logarithm.
    """
    measure, estimate = values["measure"], values["estimate"]
    ratio = measure != "rd"
    scale: Callable[[float], float] = math.log if ratio else (lambda value: value / 100)
    if estimate is None or (ratio and estimate <= 0):
        return Effect(method="no estimate")
    yi = scale(estimate)
    what = f"log of the printed {measure}" if ratio else "printed difference"
    bounds = [scale(values[name]) for name in ("ci_low", "ci_high") if values.get(name) is not None and (not ratio or values[name] > 0)]
    if bounds:
        level, sides = values.get("ci_level") or ASSUMED_LEVEL, values.get("ci_sides") or 2
        z = NormalDist().inv_cdf(level if sides == 1 else (1 + level) / 2)
        width = (max(bounds) - min(bounds)) / 2 if len(bounds) == 2 else abs(bounds[0] - yi)
        assumed = values.get("ci_level") is None
        notes = [
            "one-sided" if sides == 1 else "",
            "one bound only" if len(bounds) == 1 else "",
            "ci_level_assumed 0.95" if assumed else "",
        ]
        if width > 0:
            return Effect(yi, (width / z) ** 2, "; ".join([f"{what}, se from the interval", *filter(None, notes)]), assumed)
    p, exact = values.get("p_value"), values.get("p_relation") in (None, "eq")
    if measure == "hr" and p is not None and exact and 0 < p < 1 and yi != 0:
        sides = values.get("p_sides") or 2
        z = abs(NormalDist().inv_cdf(1 - p / sides))
        if z > 0:
            assumed_sides = "" if values.get("p_sides") else "; two-sided assumed"
            return Effect(yi, (yi / z) ** 2, f"{what}, se from the p-value (Parmar 1998, Tierney 2007){assumed_sides}")
    return Effect(yi, None, what)


class _Facts:
    """What the other tables say about a row's study, arm, subgroup and source."""

    def __init__(self, tables: Mapping[str, list[Row]]):
        self.studies, self.arms, self.subgroups = (
            {row.id: row.values for row in tables[name]} for name in ("studies", "arms", "subgroups")
        )
        self.sources = {row.values["source_id"]: row.values for row in tables["sources"]}
        self.roles = {(row.values["study_id"], row.values["source_id"]): row.values["role"] for row in tables["study_sources"]}
        self.classes: dict[str, str] = {row.values["regimen_id"]: row.values["treatment_class"] for row in tables["regimens"]}
        self.mixed: dict[str, set[str]] = {}
        for row in tables["arm_regimens"]:
            self.mixed.setdefault(row.values["arm_id"], set()).add(self.classes[row.values["regimen_id"]])

    def treatment_class(self, arm: Values) -> str | None:
        shared = {self.classes[arm["regimen_id"]]} if arm["regimen_id"] else self.mixed.get(arm["arm_id"], set())
        return next(iter(shared)) if len(shared) == 1 else None

    def shared(self, values: Values) -> Values:
        """The columns that an effect takes from its study, arm and subgroup."""
        study, arm = self.studies[values["study_id"]], self.arms[values["arm_id"]]
        group = self.subgroups.get(values["subgroup_id"] or "", {})
        return {
            **{name: values[name] for name in ("study_id", "arm_id", "subgroup_id", "source_id", "marker", "symptom")},
            "cohort_id": study["cohort_id"],
            "regimen_id": arm["regimen_id"],
            "treatment_class": self.treatment_class(arm),
            "site": group["level"] if group.get("axis") == "primary_site" else arm["site"],
            "line": arm["line"] or study["line_of_therapy"],
            "design": study["design"],
        }

    def barred(self, values: Values) -> Iterator[str]:
        """Why no figure of such a row may enter, whatever its numbers."""
        study = self.studies[values["study_id"]]
        if study["status"] != "active":
            yield f"study {study['status']}"
        if (status := self.sources[values["source_id"]]["status"]) in ("retracted", "expression_of_concern"):
            yield status.replace("_", " ")
        if self.roles.get((values["study_id"], values["source_id"])) == "secondary":
            yield "secondary source"
        for name in ("subgroup_id", "comparator_subgroup_id"):
            if self.subgroups.get(values.get(name) or "", {}).get("timing") == "post_baseline":
                yield "subgroup formed after treatment began"
                break
        if values["unit_of_analysis"] not in (None, "patient"):
            yield f"counts a {values['unit_of_analysis']}, not a patient"
        if values["relation"] != "eq":
            yield f"printed as a bound or about ({values['relation']})"
        for name in ("arm_id", "comparator_arm_id"):
            arm = self.arms.get(values.get(name) or "", {})
            if arm.get("kind") == "period" and arm.get("same_patients_as"):
                yield "later period of a crossover"
                break

    def incomparable(self, values: Values) -> Iterator[str]:
        """Why two groups of a study are no comparison of treatments."""
        study, first, second = self.studies[values["study_id"]], self.arms[values["arm_id"]], self.arms[values["comparator_arm_id"]]
        if study["design"] == "randomized" and study["randomized_comparison"] == "noncomparative":
            yield "noncomparative randomized trial"
        elif study["randomized_comparison"] == "not_treatment":
            yield "not the treatments were randomized"
        if values.get("contrast", "treatment") != "treatment":
            yield f"{values['contrast']} contrast"
        elif (
            first["arm_id"] == second["arm_id"]
            or second["arm_id"] == first["same_patients_as"]
            or first["arm_id"] == second["same_patients_as"]
        ):
            yield "both groups are the same patients"
        if values.get("direction") == "not_stated":
            yield "direction not stated"


def rows(tables: Mapping[str, list[Row]]) -> Iterator[Row]:
    """The effects of already made rows: a proportion each, sums of exclusive categories, 2 x 2 tables, printed ratios.

    ``tables`` holds at least sources, studies, study_sources, arms, arm_regimens, subgroups, regimens, response_outcomes
    and comparisons. A row that cannot be analysed is kept with ``poolable`` False and its reasons.
    """
    facts = _Facts(tables)
    proportions = [*tables["response_outcomes"], *_summed(tables["response_outcomes"])]
    for row in proportions:
        yield _proportion(facts, row)
    for first, second in _tables_of_two(facts, proportions):
        for measure in ("log_or", "log_rr", "rd"):
            yield _two_by_two(facts, first, second, measure)
    for row in tables["comparisons"]:
        if row.values["measure"] in ("hr", "or", "rr", "rd"):
            yield _comparison(facts, row)


def _row(source: Row, key: str, values: Values, effect: Effect, reasons: list[str]) -> Row:
    values |= {
        "effect_id": key, "source_table": source.table, "row_id": source.id, "yi": _rounded(effect.yi), "vi": _rounded(effect.vi),
        "sei": _rounded(None if effect.vi is None else math.sqrt(effect.vi)), "ci_level_assumed": effect.ci_level_assumed,
        "method": effect.method, "poolable": not reasons, "why_not": "; ".join(reasons) or None,
    }  # fmt: skip
    return Row("effect_sizes", key, values, source.path, source.record)


def _rounded(value: float | None) -> float | None:
    """To 12 significant digits: the last ones of a logarithm are not the same on every machine."""
    return None if value is None else float(f"{value:.12g}")


def _unusable(values: Values) -> Iterator[str]:
    if not values["ni"]:
        yield "no denominator"
    elif values["xi"] is None:
        yield "no count of events follows from the percentage"
    elif values["xi"] > values["ni"]:
        yield "more events than patients"


def _proportion(facts: _Facts, row: Row) -> Row:
    values = row.values
    reasons = [*_unusable(values), *facts.barred(values)]
    usable = not any(_unusable(values))
    effect = logit(values["xi"], values["ni"]) if usable else Effect(method="not calculated")
    notes = {"from_percent": "events from the percentage", "summed": "exclusive categories added up"}.get(values["events_basis"] or "")
    effect = Effect(effect.yi, effect.vi, f"{effect.method}; {notes}" if notes else effect.method)
    made = facts.shared(values) | {name: values[name] for name in ("outcome", "xi", "ni", "events_basis", "ni_basis")} | {"measure": "PLO"}
    summed = values["outcome"] if values["events_basis"] == "summed" else None
    return _row(row, joined(row.id, summed, "plo"), made, effect, reasons)


def _summed(outcomes: list[Row]) -> Iterator[Row]:
    """Objective response and disease control that a response line implies but does not print.

    The parts are added where all of them are printed, or where the printed categories add up to the denominator, so
    that an unnamed one is 0. No sum is made where the same outcome is printed for the same patients and qualifiers.
    """
    lines: dict[tuple[Any, ...], list[Row]] = {}
    for row in outcomes:
        lines.setdefault((row.record.id, *row.path), []).append(row)
    printed = {_likeness(row.values) for row in outcomes}
    for line in lines.values():
        parts = {row.values["outcome"]: row for row in line if row.values["outcome"] in _CATEGORIES}
        counts = {name: row.values["xi"] for name, row in parts.items()}
        if not parts or None in counts.values() or any(row.values["relation"] != "eq" for row in parts.values()):
            continue
        first = next(iter(parts.values()))
        whole = first.values["ni"] is not None and sum(counts.values()) == first.values["ni"]
        for outcome, names in _SUMS.items():
            enough = whole or all(name in counts for name in names if name != "minor_response")
            values = first.values | {
                "outcome": outcome,
                "xi": sum(counts.get(name, 0) for name in names),
                "events_basis": "summed",
                "n_events": None,
                "percent": None,
            }
            if enough and _likeness(values) not in printed:
                yield Row(first.table, first.id, values, first.path, first.record)


def _likeness(values: Values) -> tuple[Any, ...]:
    return (values["arm_id"], *(values[name] for name in _ALIKE))


def _tables_of_two(facts: _Facts, proportions: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Pairs of rows of two parallel arms of a comparative study that differ in the arm only; a control arm comes second."""
    alike: dict[tuple[Any, ...], list[Row]] = {}
    for row in proportions:
        arm, study = facts.arms[row.values["arm_id"]], facts.studies[row.values["study_id"]]
        if arm["kind"] == "parallel" and study["design"] in ("randomized", "nonrandomized_controlled") and not any(_unusable(row.values)):
            alike.setdefault((arm["stratum"], *(row.values[name] for name in _ALIKE)), []).append(row)
    for group in alike.values():
        arms = [row.values["arm_id"] for row in group]
        single = [row for row in group if arms.count(row.values["arm_id"]) == 1]
        single.sort(key=lambda row: facts.arms[row.values["arm_id"]]["role"] == "control")
        yield from combinations(single, 2)


def _two_by_two(facts: _Facts, first: Row, second: Row, measure: str) -> Row:
    one, two = first.values, second.values
    values = one | {"comparator_arm_id": two["arm_id"], "comparator_subgroup_id": two["subgroup_id"]}
    effect = two_groups(measure, one["xi"], one["ni"], two["xi"], two["ni"])
    bases = [basis for basis in (one["events_basis"], two["events_basis"]) if basis != "reported"]
    borrowed = [basis for basis in (one["ni_basis"], two["ni_basis"]) if basis != "printed"]
    made = facts.shared(values) | {
        "comparator_arm_id": two["arm_id"], "comparator_subgroup_id": two["subgroup_id"], "outcome": one["outcome"], "measure": measure,
        "ai": one["xi"], "n1i": one["ni"], "ci": two["xi"], "n2i": two["ni"],
        "events_basis": bases[0] if bases else "reported", "ni_basis": borrowed[0] if borrowed else "printed",
    }  # fmt: skip
    summed = one["outcome"] if one["events_basis"] == "summed" else None
    key = joined(first.id, summed, "vs", two["arm_id"].partition(".")[2], measure)
    return _row(first, key, made, effect, [*facts.barred(values), *facts.incomparable(values)])


def _comparison(facts: _Facts, row: Row) -> Row:
    values = row.values
    measure = {"hr": "log_hr", "or": "log_or", "rr": "log_rr", "rd": "rd"}[values["measure"]]
    effect = printed_effect(values)
    reasons = [*facts.barred(values), *facts.incomparable(values)]
    if effect.yi is None:
        reasons.insert(0, "no estimate")
    elif effect.vi is None:
        reasons.insert(0, "no interval and no exact p-value" if values["measure"] == "hr" else "no interval")
    elif _outside(values):
        reasons.insert(0, "estimate outside its interval")
    made = facts.shared(values) | {
        "comparator_arm_id": values["comparator_arm_id"], "comparator_subgroup_id": values["comparator_subgroup_id"],
        "outcome": values["endpoint"], "measure": measure,
        "n1i": _patients(facts.arms[values["arm_id"]], values["subgroup_id"]),
        "n2i": _patients(facts.arms[values["comparator_arm_id"]], values["comparator_subgroup_id"]),
    }  # fmt: skip
    return _row(row, joined(row.id, measure), made, effect, reasons)


def _patients(arm: Values, subgroup: str | None) -> int | None:
    """Patients of a whole arm: assigned, else treated. A subgroup never borrows its arm's number."""
    found: int | None = None if subgroup else arm["n_assigned"] or arm["n_treated"]
    return found


def _outside(values: Values) -> bool:
    low, high = values.get("ci_low"), values.get("ci_high")
    return (low is not None and values["estimate"] < low) or (high is not None and values["estimate"] > high)
