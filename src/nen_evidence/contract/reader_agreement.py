"""Agreement of two blind readings of a study, field by field.

A disagreement that was settled is listed in the record's ``decisions``; it still counts as one here,
although the record now has the value that was kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from ..record import Record
from ..record.anchor_file import read_anchors
from ..record.model import Study
from ..record.seeds import Seeds
from . import adverse_events, comparisons, doses, measurements, patient_counts, response_outcomes, survival_outcomes
from .base import Integer, Table, Text, column
from .row import Row


class ReaderAgreement(Table):
    """Agreement of two readings."""

    _key = ("study_id", "table", "field")
    study_id: Text = column("the study", "key", required=True, references="studies.study_id")
    table: Text = column("table of the rows compared", "key", example="response_outcomes", required=True)
    field: Text = column("field compared; 'row' counts whole rows", "key", example="n_events", required=True)
    n_compared: Integer = column(
        "rows that both readers have, with the field filled by either", "calculated", example=12, ge=0, required=True
    )
    n_agree: Integer = column("of these, with the same value", "calculated", example=12, ge=0, required=True)
    n_only_first: Integer = column("rows with the field that only the first reader has", "calculated", ge=0, required=True)
    n_only_second: Integer = column("rows with the field that only the second reader has", "calculated", ge=0, required=True)


@dataclass
class Count:
    compared: int = 0
    agree: int = 0
    only_first: int = 0
    only_second: int = 0


@dataclass(frozen=True, order=True)
class Difference:
    """One value in which two readings differ; ``None`` where a reader has no such row or value."""

    table: str
    row_id: str
    field: str
    first: str | None
    second: str | None


COMPARED: tuple[tuple[type[Table], Callable[[Seeds], Iterator[Row]]], ...] = (
    (doses.Doses, doses.rows),
    (patient_counts.PatientCounts, patient_counts.rows),
    (response_outcomes.ResponseOutcomes, response_outcomes.rows),
    (survival_outcomes.SurvivalOutcomes, survival_outcomes.rows),
    (comparisons.Comparisons, comparisons.rows),
    (adverse_events.AdverseEvents, adverse_events.rows),
    (measurements.Measurements, measurements.rows),
)
# Words that two readers may put differently without disagreeing about a fact.
_MAIN = {"n", "n_events", "percent", "reported_value", "estimate", "amount", "p_value"}
_FREE = {"note", "locator", "printed", "subgroup", "schedule", "response_definition", "method", "time_origin", "study_id", "arm_id"}


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per field of each table of each study that was read twice."""
    records = {record.id: record for record in seeds.studies}
    for second in seeds.second:
        first = records.get(second.id)
        if first is not None:
            counts, _ = compare(seeds, first, second)
            for (table, name), count in sorted(counts.items()):
                yield Row(
                    "reader_agreement",
                    f"{second.id}.{table}.{name}",
                    {
                        "study_id": second.id,
                        "table": table,
                        "field": name,
                        "n_compared": count.compared,
                        "n_agree": count.agree,
                        "n_only_first": count.only_first,
                        "n_only_second": count.only_second,
                    },
                    (),
                    first,
                )


def compare(seeds: Seeds, first: Record, second: Record) -> tuple[dict[tuple[str, str], Count], list[Difference]]:
    """Count agreement by (table, field) and list what differs now (decisions settle a difference, not the count)."""
    counts: dict[tuple[str, str], Count] = {}
    differences: list[Difference] = []
    assert isinstance(first.content, Study)
    # The second reader reads texts only: what the first one read where no text is held cannot be compared.
    unread = {source.id for source in first.content.sources if source.text == "not_held"}
    in_part = {source.id for source in first.content.sources if source.text == "partly_held"}
    anchored = {(anchor.table, anchor.row_id) for anchor in read_anchors(first.path)} if in_part else set()
    open_decisions = {(item.table, item.row, item.field): item for item in first.content.decisions}
    for model, make in COMPARED:
        table = model.table_name()
        fields = [name for name, facts in model.columns().items() if facts["origin"] in ("printed", "normalized") and name not in _FREE]
        ones = {
            row.id: row
            for row in make(replace(seeds, studies=(first,)))
            if row.values["source_id"] not in unread and (row.values["source_id"] not in in_part or (table, row.id) in anchored)
        }
        twos = {row.id: row for row in make(replace(seeds, studies=(second,)))}
        _pair_leftovers(ones, twos)
        for row_id in sorted({*ones, *twos}):
            one, two = ones.get(row_id), twos.get(row_id)
            whole = counts.setdefault((table, "row"), Count())
            settled = open_decisions.pop((table, row_id, "row"), None)
            if settled is not None:
                whole.only_first += settled.second == "absent"
                whole.only_second += settled.first == "absent"
            elif one is None or two is None:
                whole.only_first += two is None
                whole.only_second += one is None
                differences.append(Difference(table, row_id, "row", None if one is None else "present", None if two is None else "present"))
            else:
                whole.compared += 1
                whole.agree += 1
            if one is None or two is None or settled is not None:
                continue
            for name in fields:
                left, right = _cell(one, name), _cell(two, name)
                if left is None and right is None:
                    continue
                count = counts.setdefault((table, name), Count())
                count.compared += 1
                if open_decisions.pop((table, row_id, name), None) is not None:
                    continue
                if left == right:
                    count.agree += 1
                else:
                    differences.append(Difference(table, row_id, name, left, right))
    # A decision that changed the key of a row stands at a key that is gone: it was a disagreement all the same.
    for (table, _row_id, name), settled in open_decisions.items():
        count = counts.setdefault((table, name), Count())
        if name == "row":
            count.only_first += settled.second == "absent"
            count.only_second += settled.first == "absent"
        else:
            count.compared += 1
    return counts, differences


def _pair_leftovers(ones: dict[str, Row], twos: dict[str, Row]) -> None:
    """Give a row of the second reading the key of a first row that has the same figures of the same thing.

    Such rows differ in a qualifier of the key only (assessor, criteria, part ...): the qualifier is the
    disagreement, not two rows that one reader each has overlooked.
    """

    def likeness(row: Row) -> tuple[object, ...]:
        word = next(
            (row.values[name] for name in ("outcome", "endpoint", "term", "quantity", "category", "drug_id") if row.values.get(name)), None
        )
        return row.values["arm_id"], word, tuple(sorted((name, str(figure)) for name, figure in row.figures.items() if name in _MAIN))

    free: dict[tuple[object, ...], list[str]] = {}
    for row_id in sorted(set(ones) - set(twos)):
        free.setdefault(likeness(ones[row_id]), []).append(row_id)
    for row_id in sorted(set(twos) - set(ones)):
        found = free.get(likeness(twos[row_id]))
        if found and likeness(twos[row_id])[2]:
            twos[found.pop(0)] = twos.pop(row_id)


def _cell(row: Row, name: str) -> str | None:
    value: Any = row.figures.get(name, row.values.get(name))
    return None if value is None else str(value)
