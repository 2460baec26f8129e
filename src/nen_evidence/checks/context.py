"""What checks share: the rows by place, the patient flow of each arm, and figures as the spans their print leaves open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..contract.row import Row
from ..record.model import Study
from ..record.seeds import Seeds

if TYPE_CHECKING:
    from ..contract import Rows

Span = tuple[float, float]
# Guards comparisons of decimals held as binary floats; far below any printed precision.
EPS = 1e-9
# Flow categories from the most patients to the fewest.
FLOW_ORDER = ("screened", "enrolled", "assigned", "treated", "evaluable")
_QUALIFIERS = ("assessor", "criteria", "analysis_set", "analysis", "data_cutoff", "assessment", "time_months", "unit_of_analysis")


def item_of(row: Row) -> Any:
    """The part of the record that a row was made from."""
    found: Any = row.record.content
    for part in row.path:
        if isinstance(found, dict | list):
            found = found[part]  # type: ignore[index]
        else:
            found = getattr(found, str(part))
    return found


def part_of(row: Row) -> str | None:
    """The ``part`` that tells two figures apart; it is in the id of a row, not in its columns."""
    return getattr(item_of(row), "part", None)


def place(row: Row) -> tuple[Any, ...]:
    """Arm, subgroup, report and qualifiers: rows with one place were counted in the same patients in the same way."""
    values = row.values
    return (values["arm_id"], values.get("subgroup_id"), values["source_id"], *(values.get(name) for name in _QUALIFIERS), part_of(row))


def grouped(rows: Iterable[Row], *names: str) -> dict[tuple[Any, ...], list[Row]]:
    """Rows by place and by further columns, in record order."""
    found: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        found[(*place(row), *(row.values.get(name) for name in names))].append(row)
    return found


def span(row: Row, name: str) -> Span | None:
    """Between which values the true figure lies, given how it is printed; None where it is missing or printed with < > or ~.

    Half a unit of the last printed digit to either side; a count is itself.
    """
    figure = row.figures.get(name)
    if figure is None or figure.relation != "eq":
        return None
    if name in COUNTS:
        return (figure.value, figure.value)
    return (figure.value - figure.half_unit, figure.value + figure.half_unit)


COUNTS = frozenset({"n_events", "n_evaluable", "n", "n_total", "n_at_risk", "n_patients", "n_studies"})


def apart(one: Span, other: Span) -> bool:
    """No value lies in both spans."""
    return one[0] > other[1] + EPS or other[0] > one[1] + EPS


def total(spans: Iterable[Span]) -> Span:
    """The span of a sum."""
    parts = list(spans)
    return (sum(low for low, _ in parts), sum(high for _, high in parts))


def typed(row: Row, *names: str) -> str:
    """Figures of a row as typed, joined by commas."""
    return ", ".join(str(row.figures[name]) for name in names if name in row.figures)


def say(value: float) -> str:
    """A calculated value in few digits."""
    return f"{value:.4g}"


def label(row: Row) -> str:
    """The id of a row without its study."""
    return row.id.removeprefix(f"{row.record.id}.")


class Context:
    """The rows of all tables, with look-ups that many checks need. Holds no result."""

    def __init__(self, seeds: Seeds, rows: Rows):
        self.seeds, self.rows = seeds, rows

    def table(self, name: str) -> list[Row]:
        return self.rows[name]

    def patients(self, name: str) -> Iterator[Row]:
        """Rows of an outcome table whose unit is the patient (lesions, procedures and cycles obey other limits)."""
        return (row for row in self.rows[name] if row.values.get("unit_of_analysis") in (None, "patient"))

    @cached_property
    def arms(self) -> dict[str, Row]:
        return {row.id: row for row in self.rows["arms"]}

    @cached_property
    def flows(self) -> dict[str, dict[str, list[Row]]]:
        """Arm -> flow category -> its count rows (of the whole arm, at baseline)."""
        found: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for row in self.rows["patient_counts"]:
            values = row.values
            if (
                values["characteristic"] == "flow"
                and values["n"] is not None
                and values["subgroup_id"] is None
                and part_of_count(row) is None
            ):
                found[values["arm_id"]][values["category"]].append(row)
        return found

    def most(self, arm_id: str, *names: str) -> tuple[int, str] | None:
        """The largest printed number of these flow categories of an arm (over all its reports), and its name."""
        counts = [(row.values["n"], name) for name in names for row in self.flows.get(arm_id, {}).get(name, ())]
        return max(counts, default=None)

    def limit(self, arm_id: str) -> tuple[int, str] | None:
        """How many patients an arm has at most: its enrolled or assigned, else those of the arm it is part of, else of the study."""
        seen: set[str] = set()
        current: str | None = arm_id
        while current and current in self.arms and current not in seen:
            seen.add(current)
            if (found := self.most(current, "screened", "enrolled", "assigned")) is not None:
                return max(found, self.most(current, "treated") or found)
            values = self.arms[current].values
            current = values["parent_arm_id"] or values["same_patients_as"]
        study = self.arms[arm_id].values["study_id"]
        overall = [
            slug for slug in self.arms if self.arms[slug].values["study_id"] == study and self.arms[slug].values["role"] == "overall"
        ]
        found = max(
            filter(None, (self.most(slug, "screened", "enrolled", "assigned") for slug in overall if slug not in seen)), default=None
        )
        treated = self.most(arm_id, "treated")
        return max(found, treated) if found and treated else found

    @cached_property
    def studies(self) -> dict[str, Row]:
        return {row.id: row for row in self.rows["studies"]}

    @cached_property
    def source_years(self) -> dict[tuple[str, str], int]:
        """(study, source) -> year of publication."""
        years = {}
        for record in (*self.seeds.studies, *self.seeds.reviews):
            for source in record.content.sources:
                if source.year is not None:
                    years[(record.id, source.id)] = source.year
        return years

    def study(self, row: Row) -> Study:
        content = row.record.content
        assert isinstance(content, Study)
        return content


def part_of_count(row: Row) -> str | None:
    """``part`` of a count row; the shorthand flow fields have none."""
    return None if row.path[-1] in FLOW_ORDER else part_of(row)


def one_arm(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by arm."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.values["arm_id"]].append(row)
    return found
