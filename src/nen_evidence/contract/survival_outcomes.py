"""Time-to-event summaries, printed and in months."""

from __future__ import annotations

from collections.abc import Iterator

from .. import terms
from ..record.figure import Figure, to_months
from ..record.model import Study, Survival
from ..record.seeds import Seeds
from .base import Integer, Logical, Number, Outcome, Text, column
from .row import Place, Row, joined, number, printed


class SurvivalOutcomes(Outcome):
    """A time-to-event summary."""

    _key = ("outcome_id",)
    outcome_id: Text = column(
        "the row: arm, subgroup, endpoint, statistic, time, criteria, assessor, analysis set, cut-off, source",
        "key",
        example="rinke-2009-promid.octreotide.ttp.median",
        required=True,
        unique=True,
    )
    endpoint: Text = column("the endpoint (vocabulary endpoints)", "normalized", example="pfs", required=True)
    statistic: Text = column("median, mean, or rate at a time", "printed", example="median", terms=terms.STATISTIC, required=True)
    estimate: Number = column("the estimate in 'unit'", "normalized", example=14.3, ge=0)
    unit: Text = column("months of a time, percent of a rate", "normalized", example="months", terms=("months", "percent"), required=True)
    reached: Logical = column("whether the median was reached; empty for a rate", "printed", example=True)
    n: Integer = column("patients", "printed", example=42, ge=0)
    n_events: Integer = column("events", "printed", example=26, ge=0)
    time_origin: Text = column("from when time was counted", "printed", example="randomization")
    reported_value: Text = column("the estimate as typed from the source", "printed", example="14.3")
    reported_unit: Text = column("its unit in the source", "printed", example="months", terms=(*terms.TIME_UNIT, "percent"))


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per survival line of each arm."""
    for record in seeds.studies:
        assert isinstance(record.content, Study)
        for slug, arm in record.content.arms.items():
            place = Place(record, seeds.vocabulary, slug)
            for position, item in enumerate(arm.survival):
                yield _row(place, item, ("arms", slug, "survival", position))


def _row(place: Place, item: Survival, path: tuple[str | int, ...]) -> Row:
    assessed = place.vocabulary["endpoints"].facts[item.endpoint]["uses_criteria"] == "yes"
    statistic = "rate" if item.rate else "mean" if item.mean else "median"
    unit = "percent" if item.rate else item.unit
    interval, interval_figures = place.interval(item, None if item.rate else item.unit)
    figure = Figure(item.rate[:-1]) if item.rate else item.mean or (item.median if isinstance(item.median, Figure) else None)
    figures: dict[str, Figure] = {}
    if figure is not None:
        figures["reported_value"] = figure
    if item.rate and item.at:
        figures["time_months"] = item.at.figure
    for name, count in (("n", item.n), ("n_events", item.events)):
        if count is not None:
            figures[name] = count
    figures |= interval_figures
    estimate = None
    if figure is not None:
        estimate = figure.value if item.rate else to_months(figure, item.unit)
    values = (
        place.fact(item, figure.relation if figure else "eq")
        | place.qualifiers(item, assessed)
        | interval
        | {
            "endpoint": item.endpoint,
            "statistic": statistic,
            "estimate": estimate,
            "unit": "percent" if item.rate else "months",
            "reached": None if statistic != "median" or item.median is None else item.median != "not reached",
            "n": item.n.whole if item.n else None,
            "n_events": item.events.whole if item.events else None,
            "time_origin": item.time_origin,
            "reported_value": str(figure) if figure is not None else (item.median if item.median else None),
            "reported_unit": unit,
            "printed": "; ".join(
                filter(
                    None, [item.median if isinstance(item.median, str) and not isinstance(item.median, Figure) else None, printed(figures)]
                )
            )
            or None,
        }
    )
    row_id = joined(
        place.arm_id,
        item.subgroup,
        item.endpoint,
        statistic,
        f"t{number(item.at.months)}" if item.at else None,
        item.criteria,
        item.assessor,
        item.part,
        item.analysis_set,
        item.analysis,
        item.data_cutoff,
        place.source_part(item),
    )
    words = {"endpoint": item.endpoint} | ({"reached": "not reached"} if item.median == "not reached" else {})
    return Row("survival_outcomes", row_id, {"outcome_id": row_id, **values}, path, place.record, figures, words)
