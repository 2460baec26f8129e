"""Parts and wholes: responses, response identities, subgroups, exclusive categories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..contract.row import Row
from .context import EPS, Context, Span, apart, grouped, label, part_of_count, say, span, total
from .registry import Finding, check

_PARTS = ("complete_response", "partial_response", "minor_response", "stable_disease", "progressive_disease", "not_evaluable")
_RESPONSE = ("objective_response", "disease_control", *_PARTS)


class Group:
    """Tumour responses of the same patients assessed in the same way: one denominator, one row an outcome."""

    def __init__(self, rows: list[Row], denominator: int | None, printed: bool):
        self.rows = {row.values["outcome"]: row for row in rows}
        self.denominator, self.printed = denominator, printed

    def percent(self, outcome: str) -> Span | None:
        """The share of an outcome in percent, as far as print fixes it."""
        row = self.rows.get(outcome)
        if row is None:
            return None
        # A percentage beside an arm's number of patients may be of others; only a stated denominator makes a share.
        if row.values["n_events"] is not None and self.denominator and self.printed:
            share = 100 * row.values["n_events"] / self.denominator
            return (share, share)
        return span(row, "percent")

    def counts(self, outcomes: Iterable[str]) -> list[int] | None:
        """The printed counts of outcomes; None where one is not printed."""
        found = [self.rows[name].values["n_events"] if name in self.rows else None for name in outcomes]
        return None if None in found else [count for count in found if count is not None]

    def present(self, outcomes: Iterable[str]) -> list[str]:
        return [name for name in outcomes if name in self.rows]

    def typed(self, outcomes: Iterable[str]) -> str:
        return ", ".join(f"{name} {self.rows[name].values['printed']}" for name in outcomes if name in self.rows)


def groups(context: Context) -> Iterator[Group]:
    """Responses of one arm, subgroup, criteria, assessor, time, analysis set, cut-off, report and denominator.

    A row that prints no denominator joins the others only where they agree on one.
    """
    rows = [
        row
        for row in context.patients("response_outcomes")
        if row.values["outcome"] in _RESPONSE and row.values["relation"] == "eq" and row.values["response_definition"] is None
    ]
    for rows_ in grouped(rows, "denominator", "marker", "symptom").values():
        printed = {row.values["n_evaluable"] for row in rows_} - {None}
        if len(printed) > 1:
            for number in sorted(printed):
                yield Group([row for row in rows_ if row.values["n_evaluable"] == number], number, True)
        elif printed:
            yield Group(rows_, printed.pop(), True)
        else:
            yield Group(rows_, rows_[0].values["ni"], rows_[0].values["denominator"] in ("treated", "assigned", "evaluable"))


def _partition(group: Group) -> list[str]:
    """The parts that cannot overlap: objective response stands for complete and partial response where those are not given."""
    names = group.present(_PARTS)
    if "objective_response" in group.rows and not group.present(("complete_response", "partial_response")):
        names = ["objective_response", *names]
    return names


def _whole(names: list[str], with_ne: bool) -> bool:
    """Every part is there: responses, stable disease, progression, and not evaluable where asked for."""
    responses = "objective_response" in names or {"complete_response", "partial_response"} <= set(names)
    return responses and "stable_disease" in names and "progressive_disease" in names and ("not_evaluable" in names or not with_ne)


def _sums(group: Group, names: list[str]) -> tuple[list[Span], float, str] | None:
    """The sum of the parts, with and without minor response (some reports count it within stable disease), the whole, and its unit."""
    choices = [names, [name for name in names if name != "minor_response"]] if "minor_response" in names else [names]
    if group.counts(names) is not None and group.denominator:
        return [(float(sum(group.counts(choice) or [])),) * 2 for choice in choices], float(group.denominator), "patients"
    shares = [[group.percent(name) for name in choice] for choice in choices]
    if any(None in choice for choice in shares):
        return None
    return [total(part for part in choice if part is not None) for choice in shares], 100.0, "%"


@check(
    "response-partition",
    "error",
    "Responses, stable disease, progression and not evaluable add up to no more than the patients, and to all where every part is given",
    "RECIST 1.1 (Eisenhauer 2009): each patient has one best response",
)
def response_partition(context: Context) -> Iterator[Finding]:
    for group in groups(context):
        names = _partition(group)
        sums = _sums(group, names)
        if len(names) < 2 or sums is None:
            continue
        found, whole, unit = sums
        row, partners = group.rows[names[0]], tuple(group.rows[name] for name in names[1:])
        if all(low > whole + EPS for low, _ in found):
            yield Finding(
                row,
                f"the parts add up to {say(found[0][0])} {unit}, more than the whole",
                group.typed(names),
                f"at most {say(whole)} {unit}",
                partners,
            )
        elif _whole(names, True) and all(apart(part, (whole, whole)) for part in found) and (unit == "%" or group.printed):
            yield Finding(
                row, f"all parts are given and add up to {say(found[0][1])} {unit}", group.typed(names), f"{say(whole)} {unit}", partners
            )


@check(
    "response-shortfall", "info", "Responses, stable disease and progression leave patients unaccounted for", "RECIST 1.1 (Eisenhauer 2009)"
)
def response_shortfall(context: Context) -> Iterator[Finding]:
    for group in groups(context):
        names = _partition(group)
        sums = _sums(group, names)
        if sums is None or not _whole(names, False) or "not_evaluable" in names or (sums[2] == "patients" and not group.printed):
            continue
        found, whole, unit = sums
        if all(high < whole - EPS for _, high in found):
            yield Finding(
                group.rows[names[0]],
                f"{say(whole - found[0][1])} {unit} in no category, and no patients not evaluable are given",
                group.typed(names),
                f"{say(whole)} {unit}",
                tuple(group.rows[name] for name in names[1:]),
            )


def _identity(group: Group, whole: str, parts: list[str], optional: tuple[str, ...] = ()) -> str | None:
    """What does not fit where a whole is the sum of parts; None where it fits or cannot be told.

    ``optional`` parts may be counted in the whole or not.
    """
    extra = group.present(optional)
    for unit in ("patients", "%"):
        sums: list[Span] = []
        for choice in ([*parts, *extra], parts) if extra else (parts,):
            if unit == "patients":
                counts = group.counts(choice)
                if counts is None or group.counts([whole]) is None:
                    break
                sums.append((sum(counts), sum(counts)))
            else:
                shares = [group.percent(name) for name in choice]
                if None in shares or span(group.rows[whole], "percent") is None:
                    break
                sums.append(total(part for part in shares if part is not None))
        if not sums:
            continue
        target = span(group.rows[whole], "n_events" if unit == "patients" else "percent")
        if target is not None and all(apart(part, target) for part in sums):
            low, high = sums[-1]
            return f"{say(low)} {unit}" if low == high else f"{say(low)} to {say(high)} {unit}"
    return None


@check("orr-identity", "error", "Objective response is complete and partial response together", "RECIST 1.1 (Eisenhauer 2009)")
def orr_identity(context: Context) -> Iterator[Finding]:
    parts = ["complete_response", "partial_response"]
    for group in groups(context):
        yield from _identities(group, "objective_response", parts, ())


@check(
    "dcr-identity",
    "error",
    "Disease control is complete and partial response and stable disease together",
    "RECIST 1.1 (Eisenhauer 2009); minor response admitted",
)
def dcr_identity(context: Context) -> Iterator[Finding]:
    for group in groups(context):
        parts = ["complete_response", "partial_response", "stable_disease"]
        if "objective_response" in group.rows and not set(parts[:2]) <= set(group.rows):
            parts = ["objective_response", "stable_disease"]
        yield from _identities(group, "disease_control", parts, ("minor_response",))


def _identities(group: Group, whole: str, parts: list[str], optional: tuple[str, ...]) -> Iterator[Finding]:
    if whole not in group.rows:
        return
    given = group.present(parts)
    row, partners = group.rows[whole], tuple(group.rows[name] for name in group.present([*parts, *optional]))
    if len(given) == len(parts):
        if expected := _identity(group, whole, parts, optional):
            yield Finding(
                row, f"{whole.replace('_', ' ')} is not the sum of its parts", group.typed([whole, *given, *optional]), expected, partners
            )
        return
    # Where a part is not given, the whole is still no smaller than what is.
    counts, mine = group.counts(given), group.counts([whole])
    shares, share = [group.percent(name) for name in given], group.percent(whole)
    too_few = counts is not None and mine is not None and sum(counts) > mine[0]
    too_low = None not in shares and share is not None and total(part for part in shares if part is not None)[0] > share[1] + EPS
    if given and (too_few or too_low):
        yield Finding(row, f"{whole.replace('_', ' ')} is less than a part of it", group.typed([whole, *given]), None, partners)


def _exclusive_groups(context: Context) -> Iterator[list[Row]]:
    """Count rows of one characteristic whose categories cannot overlap, without categories that another one contains."""
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in context.table("patient_counts"):
        values = row.values
        if values["exclusive"] and values["relation"] == "eq":
            key = (
                values["arm_id"],
                values["subgroup_id"],
                values["source_id"],
                values["characteristic"],
                values["time_months"],
                part_of_count(row),
            )
            found.setdefault(key, []).append(row)
    for rows in found.values():
        totals = {row.values["n_total"] for row in rows} - {None}
        if len(totals) < 2:
            yield _topmost(context, rows)


def _topmost(context: Context, rows: list[Row]) -> list[Row]:
    """Rows but those whose category is narrower than another row's (ileum beside midgut)."""
    categories = {row.values["category"] for row in rows}
    narrower: set[str] = set()
    for name in ("sites", "histologies"):
        terms = context.seeds.vocabulary[name]
        for category in categories:
            if category in terms:
                narrower |= terms.narrower(category) - {category}
    return [row for row in rows if row.values["category"] not in narrower]


@check("categories-exceed-total", "error", "Categories that cannot overlap add up to no more than the patients")
def categories_exceed_total(context: Context) -> Iterator[Finding]:
    for rows in _exclusive_groups(context):
        if len(rows) < 2:
            continue
        printed = ", ".join(f"{row.values['category']} {row.values['printed']}" for row in rows)
        counts = [row.values["n"] for row in rows if row.values["n"] is not None]
        of = next((row.values["n_total"] for row in rows if row.values["n_total"] is not None), None)
        limit = (of, "n_total") if of is not None else context.limit(rows[0].values["arm_id"])
        shares = [share for row in rows if (share := span(row, "percent")) is not None]
        if limit is not None and len(counts) > 1 and sum(counts) > limit[0]:
            yield Finding(
                rows[0],
                f"the categories of {rows[0].values['characteristic']} add up to {sum(counts)} patients",
                printed,
                f"at most {limit[0]} ({limit[1]})",
                tuple(rows[1:]),
            )
        elif len(shares) > 1 and total(shares)[0] > 100 + EPS:
            yield Finding(
                rows[0],
                f"the categories of {rows[0].values['characteristic']} add up to {say(sum(row.values['percent'] or 0 for row in rows))}%",
                printed,
                "at most 100%",
                tuple(rows[1:]),
            )


@check("categories-shortfall", "info", "Categories that cannot overlap leave patients of the printed total unaccounted for")
def categories_shortfall(context: Context) -> Iterator[Finding]:
    for rows in _exclusive_groups(context):
        counts = [row.values["n"] for row in rows]
        of = next((row.values["n_total"] for row in rows if row.values["n_total"] is not None), None)
        if len(rows) > 1 and None not in counts and of is not None and sum(counts) < of:
            yield Finding(
                rows[0],
                f"{of - sum(counts)} of {of} patients in no category of {rows[0].values['characteristic']}",
                ", ".join(f"{row.values['category']} {row.values['printed']}" for row in rows),
                str(of),
                tuple(rows[1:]),
            )


@check("subgroup-exceeds-arm", "error", "A subgroup has no more events than the whole arm")
def subgroup_exceeds_arm(context: Context) -> Iterator[Finding]:
    whole: dict[tuple[Any, ...], Row] = {}
    parts: list[tuple[tuple[Any, ...], Row]] = []
    for row in context.patients("response_outcomes"):
        values = row.values
        if values["n_events"] is None or values["response_definition"] is not None:
            continue
        key = tuple(
            values[name]
            for name in (
                "arm_id",
                "source_id",
                "outcome",
                "marker",
                "symptom",
                "criteria",
                "assessor",
                "analysis_set",
                "analysis",
                "data_cutoff",
                "time_months",
                "threshold_percent",
            )
        )
        if values["subgroup_id"] is None:
            whole.setdefault(key, row)
        else:
            parts.append((key, row))
    sums: dict[tuple[Any, ...], list[Row]] = {}
    partitions = {row.id: row.values["partition_id"] for row in context.table("subgroups")}
    for key, row in parts:
        if (of := whole.get(key)) is None:
            continue
        if row.values["n_events"] > of.values["n_events"]:
            yield Finding(
                row,
                f"more events in the subgroup than in the whole arm ({label(of)})",
                f"{row.values['n_events']}; {of.values['n_events']}",
                f"at most {of.values['n_events']}",
                (of,),
            )
        elif (partition := partitions.get(row.values["subgroup_id"])) is not None:
            sums.setdefault((partition, key), []).append(row)
    for (_partition_id, key), rows in sums.items():
        of = whole[key]
        if (
            len({row.values["subgroup_id"] for row in rows}) == len(rows) > 1
            and sum(row.values["n_events"] for row in rows) > of.values["n_events"]
        ):
            yield Finding(
                rows[0],
                f"disjoint subgroups have more events together than the whole arm ({label(of)})",
                " + ".join(str(row.values["n_events"]) for row in rows),
                f"at most {of.values['n_events']}",
                (of, *rows[1:]),
            )
