"""One study as its page shows it: sections of rows, each figure with its place, printed kept apart from calculated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..checks.intervals import clopper_pearson
from . import words
from .forest import Line, layout
from .words import Labels, figure, plain

Row = dict[str, Any]
FACTS = {
    "doses": "Doses", "patient_counts": "Patients", "response_outcomes": "Responses", "survival_outcomes": "Survival",
    "comparisons": "Comparisons", "adverse_events": "Adverse events", "measurements": "Other measurements",
}  # fmt: skip

# The lists whose labels the categories of a characteristic can have.
_CATEGORIES = {
    "primary_site": ("sites",), "tumour_type": ("sites", "histologies"), "histology": ("histologies",),
    "biomarker": ("markers",), "symptom": ("symptoms",),
}  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """A cell: what is said, and below it in small what is calculated or qualified."""

    text: str
    calculated: str = ""
    small: str = ""
    number: bool = False


@dataclass(frozen=True)
class Fact:
    """A row of a section."""

    id: str
    arm: str
    subgroup: str
    cells: list[Cell]
    place: dict[str, Any]
    flags: list[Row]


@dataclass(frozen=True)
class Section:
    """A table of the page."""

    id: str
    title: str
    columns: list[str]
    rows: list[Fact] = field(default_factory=list)
    note: str = ""


def exact(row: Row) -> tuple[float, float] | None:
    """The exact 95% interval of a proportion of patients, in percent; None where counts are missing, bounded or not of patients."""
    if (
        row["xi"] is None
        or not row["ni"]
        or row["relation"] not in (None, "eq")
        or row["unit_of_analysis"] not in (None, "patient")
        or row["xi"] > row["ni"]
    ):
        return None
    low, high = clopper_pearson(row["xi"], row["ni"], 0.95)
    return 100 * float(low), 100 * float(high)


def arm_names(arms: list[Row]) -> dict[str, str]:
    """What each arm is called; arms of one label are told apart by stratum, else by the end of their id."""
    labels = [arm["label"] for arm in arms]
    return {
        arm["arm_id"]: arm["label"]
        if labels.count(arm["label"]) == 1
        else f"{arm['label']} ({plain(arm['stratum']) or arm['arm_id'].rpartition('.')[2]})"
        for arm in arms
    }


class Reader:
    """Turns the rows of one study into sections."""

    def __init__(self, labels: Labels, sources: dict[str, Row], regimens: dict[str, Row], drugs: dict[str, Row]):
        self.labels, self.sources, self.regimens, self.drugs = labels, sources, regimens, drugs

    def sections(self, tables: dict[str, list[Row]]) -> list[Section]:
        """Sections of the study, empty ones left out."""
        makers: dict[str, tuple[list[str], Callable[[Row], list[Cell]]]] = {
            "doses": (["Drug", "Dose", "Schedule", "Calculated"], self._dose),
            "patient_counts": (["Characteristic", "n / of", "%"], self._count),
            "response_outcomes": (["Outcome", "Events / n", "%", "95% interval", "How assessed"], self._response),
            "survival_outcomes": (["Endpoint", "Estimate", "Interval", "How assessed"], self._survival),
            "comparisons": (["Comparison", "Endpoint", "Effect", "Interval", "p", "How assessed"], self._comparison),
            "adverse_events": (["Event", "Grade", "Events / n", "%", "Kind"], self._event),
            "measurements": (["Quantity", "Value", "Spread or interval", "n"], self._measurement),
        }
        self._arms = arm_names(tables["arms"])
        self._subgroups = {row["subgroup_id"]: row["label"] for row in tables["subgroups"]}
        sentences: dict[tuple[str, str], list[Row]] = {}
        for anchor in tables["evidence_anchors"]:
            sentences.setdefault((anchor["table"], anchor["row_id"]), []).append(anchor)
        flags: dict[tuple[str, str], list[Row]] = {}
        for flag in tables["quality_flags"]:
            flags.setdefault((flag["table"], flag["row_id"]), []).append(flag)
        order = {arm["arm_id"]: number for number, arm in enumerate(tables["arms"])}
        found = []
        for name, title in FACTS.items():
            columns, make = makers[name]
            rows = sorted(tables[name], key=lambda row: (order.get(row["arm_id"], len(order)), row["subgroup_id"] or ""))
            facts = [
                Fact(
                    key := str(next(iter(row.values()))), str(self._arms.get(row["arm_id"], row["arm_id"])), row["subgroup"] or "", make(row),
                    self._place(row, sentences.get((name, key), [])), flags.get((name, key), []),
                )
                for row in rows
            ]  # fmt: skip
            if facts:
                if columns[-1] == "Calculated" and not any(fact.cells[-1].calculated for fact in facts):
                    columns = columns[:-1]
                    facts = [Fact(f.id, f.arm, f.subgroup, f.cells[:-1], f.place, f.flags) for f in facts]
                found.append(Section(name, title, columns, facts))
        return found

    def source_name(self, source_id: str) -> str:
        """A report in two words."""
        source = self.sources.get(source_id)
        if not source:
            return source_id
        author = (source["first_author"] or "").split(",")[0]
        return " ".join(str(part) for part in (author, source["year"]) if part) if author else source_id

    def _place(self, row: Row, anchors: list[Row]) -> dict[str, Any]:
        numbers = sorted({anchor["sentence"] for anchor in anchors if anchor["sentence"] is not None})
        label, why = words.STATUS.get(row["anchor_status"] or "", (plain(row["anchor_status"]), ""))
        return {
            "source_id": row["source_id"], "source": self.source_name(row["source_id"]), "locator": row["locator"], "status": row["anchor_status"],
            "label": label, "why": why, "printed": row["printed"], "note": row["note"],
            "sentences": f"sentence{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}" if numbers else "",
        }  # fmt: skip

    def _dose(self, row: Row) -> list[Cell]:
        drug = self.drugs.get(row["drug_id"])
        amount = " ".join(
            part
            for part in (words.relation(row["relation"]) + (row["reported_amount"] or "not stated"), words.unit(row["reported_unit"]))
            if part
        )
        if row["amount_high"] is not None and "-" not in (row["reported_amount"] or ""):
            amount += f" (up to {figure(row['amount_high'])} {words.unit(row['unit'])})"
        per = {"administration": "each time", "day": "a day", "week": "a week", "cycle": "a cycle", "cumulative": "in all"}.get(
            row["amount_per"] or "", ""
        )
        times = f"{figure(row['times_per_day'])} times a day" if row["times_per_day"] is not None and row["times_per_day"] != 1 else ""
        cycles = figure(row["cycles_planned"]) + (
            f"-{figure(row['cycles_planned_high'])}" if row["cycles_planned_high"] is not None else ""
        )
        schedule = [
            plain(row["route"]).replace("iv", "intravenous") if row["route"] != "not_stated" else "", row["days_of_cycle"],
            f"cycle of {figure(row['cycle_length_days'])} days" if row["cycle_length_days"] is not None else "",
            f"every {figure(row['interval_days'])} days" if row["interval_days"] is not None else "",
            f"{cycles} cycles planned" if cycles else "", row["schedule"], plain(row["part"]).replace("-", " "),
        ]  # fmt: skip
        week = [
            f"{figure(row[name], 4)} {words.unit(row['unit'])} a {per_}"
            for name, per_ in (("dose_per_cycle", "cycle"), ("dose_per_week", "week"))
            if row[name] is not None
        ]
        return [
            Cell(drug["name"] if drug else row["drug_id"], small=plain(row["formulation"])),
            Cell(" ".join(part for part in (amount, per, times) if part), small=plain(row["dose_kind"])),
            Cell(", ".join(str(part) for part in schedule if part)),
            Cell("", calculated="; ".join(week)),
        ]

    def _count(self, row: Row) -> list[Cell]:
        name, category = self.labels("characteristics", row["characteristic"]), self._category(row["characteristic"], row["category"])
        of = f"{figure(row['n'])} / {figure(row['n_total'])}" if row["n_total"] is not None else figure(row["n"])
        small = f"at {figure(row['time_months'])} months" if row["time_months"] is not None else ""
        return [
            Cell(f"{name}: {category}", small=small),
            Cell(words.relation(row["relation"]) + of, number=True),
            Cell(_percent(row["percent"]), number=True),
        ]

    def _category(self, characteristic: str, category: str | None) -> str:
        if category in self.drugs:
            return str(self.drugs[category]["name"])
        if characteristic == "grade" and category and category.startswith("g"):
            return category.upper()
        for name in _CATEGORIES.get(characteristic, ()):
            if (label := self.labels(name, category)) != plain(category):
                return label
        return plain(category)

    def _response(self, row: Row) -> list[Cell]:
        of = [self.labels("markers", row["marker"]), self.labels("symptoms", row["symptom"])]
        threshold = f"threshold {figure(row['threshold_percent'])}%" if row["threshold_percent"] is not None else ""
        sign = words.relation(row["relation"])
        printed = (
            f"{sign}{figure(row['n_events']) or '–'} / {figure(row['n_evaluable']) or '–'}"
            if row["n_events"] is not None or row["n_evaluable"] is not None
            else ""
        )
        counts = ""
        if row["xi"] is not None and (row["n_events"] is None or row["n_evaluable"] is None):
            origin = []
            if row["n_events"] is None:
                origin.append(
                    {"from_percent": "events from the percentage", "summed": "events summed"}.get(
                        row["events_basis"] or "", plain(row["events_basis"])
                    )
                )
            if row["n_evaluable"] is None and row["ni_basis"]:
                origin.append("n " + plain(row["ni_basis"]).replace("arm ", "of the arm, "))
            counts = f"{row['xi']} / {figure(row['ni']) or '–'}: {', '.join(part for part in origin if part)}"
        interval = exact(row)
        printed_interval = words.bounds(row)
        percent = _percent(row["percent"])
        share = f"{100 * row['xi'] / row['ni']:.1f}%" if row["xi"] is not None and row["ni"] and not percent else ""
        return [
            Cell(self.labels("outcomes", row["outcome"]), small="; ".join(part for part in (*of, threshold, row["response_definition"]) if part)),
            Cell(printed, calculated=counts, number=True),
            Cell(sign + percent if percent else "", calculated=share, number=True),
            Cell(f"{printed_interval} printed" if printed_interval else "", calculated=f"{interval[0]:.1f} to {interval[1]:.1f} exact" if interval and not printed_interval else ""),
            Cell(self._how(row)),
        ]  # fmt: skip

    def _survival(self, row: Row) -> list[Cell]:
        what = self.labels("endpoints", row["endpoint"])
        statistic = (
            f"at {figure(row['time_months'])} months"
            if row["statistic"] == "rate" and row["time_months"] is not None
            else plain(row["statistic"])
        )
        value = (
            "not reached"
            if row["reached"] is False
            else " ".join(
                part
                for part in (words.relation(row["relation"]) + (row["reported_value"] or "–"), words.unit(row["reported_unit"]))
                if part
            )
        )
        converted = (
            f"{figure(row['estimate'], 4)} {words.unit(row['unit'])}"
            if row["estimate"] is not None and row["unit"] != row["reported_unit"]
            else ""
        )
        n = f"n {row['n']}" if row["n"] is not None else ""
        events = f"{row['n_events']} events" if row["n_events"] is not None else ""
        return [
            Cell(what, small=statistic + (f", from {plain(row['time_origin'])}" if row["time_origin"] else "")),
            Cell(value, calculated=converted, small=", ".join(part for part in (n, events) if part)),
            Cell(words.bounds(row), small=words.spread(row)),
            Cell(self._how(row)),
        ]

    def _comparison(self, row: Row) -> list[Cell]:
        def group(arm: str | None, subgroup: str | None) -> str:
            name = self._arms.get(arm or "", arm or "")
            part = self._subgroups.get(subgroup or "", "")
            return f"{name} ({part})" if part else name

        who = f"{group(row['arm_id'], row['subgroup_id'])} versus {group(row['comparator_arm_id'], row['comparator_subgroup_id'])}"
        endpoint = self.labels("endpoints", row["endpoint"])
        if endpoint == plain(row["endpoint"]):
            endpoint = self.labels("outcomes", row["endpoint"])
        of = "; ".join(part for part in (self.labels("markers", row["marker"]), self.labels("symptoms", row["symptom"])) if part)
        effect = (
            f"{plain(row['measure'])} {words.relation(row['relation'])}{figure(row['estimate'])} {words.unit(row['unit'])}".strip()
            if row["estimate"] is not None
            else ""
        )
        p = f"{words.relation(row['p_relation'])}{figure(row['p_value'])}" if row["p_value"] is not None else ""
        how = [
            plain(row["adjustment"]) if row["adjustment"] not in (None, "none", "not_stated") else "",
            row["method"],
            "direction not stated" if row["direction"] == "not_stated" else "",
            self._how(row),
        ]
        return [
            Cell(who, small=plain(row["contrast"]) if row["contrast"] != "treatment" else ""), Cell(endpoint, small=of), Cell(effect),
            Cell(words.bounds(row), small=words.spread(row)), Cell(p, small="one-sided" if row["p_sides"] == 1 else "", number=True),
            Cell("; ".join(part for part in how if part)),
        ]  # fmt: skip

    def _event(self, row: Row) -> list[Cell]:
        kind = [
            plain(row["event_type"]) if row["event_type"] != "adverse_event" else "",
            *(plain(row[name]) for name in ("attribution", "counted") if row[name] not in (None, "not_stated")),
            self._how(row),
        ]
        events = (
            f"{words.relation(row['relation'])}{figure(row['n_events']) or '–'} / {figure(row['n_at_risk']) or '–'}"
            if row["n_events"] is not None or row["n_at_risk"] is not None
            else ""
        )
        grade = {"any": "any", "not_stated": "not stated"}.get(
            row["grade"] or "", (row["grade"] or "").replace("ge", "≥ ").replace("g", "").replace("-", "–")
        )
        return [
            Cell(self.labels("adverse_events", row["term"])), Cell(grade, small=plain(row["grading"])), Cell(events, number=True),
            Cell(_percent(row["percent"]), number=True), Cell("; ".join(part for part in kind if part)),
        ]  # fmt: skip

    def _measurement(self, row: Row) -> list[Cell]:
        of = [
            (row["detail"] or "").replace("-", " "),
            self.labels("markers", row["marker"]),
            self.labels("symptoms", row["symptom"]),
            self.drugs[row["drug_id"]]["name"] if row["drug_id"] in self.drugs else "",
        ]
        value = " ".join(
            part
            for part in (
                words.relation(row["relation"]) + (row["reported_value"] or figure(row["estimate"]) or "–"),
                words.unit(row["reported_unit"]),
            )
            if part
        )
        converted = (
            f"{figure(row['estimate'], 4)} {words.unit(row['unit'])}"
            if row["estimate"] is not None and row["unit"] != row["reported_unit"]
            else ""
        )
        small = "; ".join(part for part in (plain(row["statistic"]), *of, self._how(row)) if part)
        return [
            Cell(self.labels("quantities", row["quantity"]), small=small), Cell(value, calculated=converted),
            Cell(words.bounds(row), small=words.spread(row)), Cell(figure(row["n"]), number=True),
        ]  # fmt: skip

    def _how(self, row: Row) -> str:
        said = [
            self.labels("criteria", row["criteria"]), f"{plain(row['assessor'])} assessment" if row["assessor"] not in (None, "not_stated") else "",
            plain(row["assessment"]) if row["assessment"] not in (None, "not_stated") else "",
            f"{plain(row['analysis_set'])} patients" if row["analysis_set"] not in (None, "not_stated") else "",
            f"{plain(row['analysis'])} analysis" if row["analysis"] else "", f"cut-off {row['data_cutoff']}" if row["data_cutoff"] else "",
            f"at {figure(row['time_months'])} months" if row["time_months"] is not None and row.get("statistic") != "rate" else "",
            f"per {row['unit_of_analysis']}" if row["unit_of_analysis"] not in (None, "patient") else "",
        ]  # fmt: skip
        return ", ".join(part for part in said if part)

    def plot(self, tables: dict[str, list[Row]]) -> dict[str, Any] | None:
        """The objective responses of the arms, whole arms before subgroups; None where there is none."""
        order = {arm["arm_id"]: number for number, arm in enumerate(tables["arms"])}
        rows = [
            row
            for row in tables["response_outcomes"]
            if row["outcome"] == "objective_response" and row["unit_of_analysis"] in (None, "patient")
        ]
        lines = []
        for row in sorted(rows, key=lambda row: (order.get(row["arm_id"], 0), row["subgroup_id"] or "", row["outcome_id"])):
            interval = exact(row)
            how = [row["subgroup"], self._how(row)]
            if interval and row["ni_basis"] not in (None, "printed"):
                how.append(f"n of the arm ({plain(row['ni_basis']).removeprefix('arm ')})")
            common: Row = {
                "label": self._arms.get(row["arm_id"], row["arm_id"]),
                "detail": ", ".join(part for part in how if part),
                "href": f"#{row['outcome_id']}",
            }
            if interval:
                lines.append(
                    Line(
                        **common,
                        count=f"{row['xi']} / {row['ni']}" + ("" if row["ni_basis"] == "printed" else " †"),
                        estimate=100 * row["xi"] / row["ni"],
                        low=interval[0],
                        high=interval[1],
                        n=row["ni"],
                    )
                )
            elif row["percent"] is not None and row["relation"] == "eq":
                whole = row["ci_low"] is not None and row["ci_high"] is not None and row["ci_level"] in (None, 0.95)
                lines.append(
                    Line(
                        **common,
                        estimate=row["percent"],
                        low=row["ci_low"] if whole else None,
                        high=row["ci_high"] if whole else None,
                        printed=True,
                    )
                )
        return layout(lines, f"Forest plot of objective response, {len(lines)} rows") if lines else None


def _percent(value: float | None) -> str:
    return "" if value is None else f"{figure(value)}%"
