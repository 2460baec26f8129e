"""Quantities that are neither a proportion nor an event time: follow-up, cycles received, absorbed dose, age ..."""

from __future__ import annotations

from collections.abc import Iterator

from .. import terms
from ..record.figure import Figure
from ..record.model import Measurement, Study
from ..record.seeds import Seeds
from .base import Integer, Number, Outcome, Text, column
from .doses import normalized
from .row import Place, Row, joined, number, printed


class Measurements(Outcome):
    """A quantity that is neither a proportion nor an event time."""

    _key = ("measurement_id",)
    measurement_id: Text = column(
        "the row: arm, subgroup, quantity, detail, statistic, time, source",
        "key",
        example="rinke-2009-promid.overall.age.median",
        required=True,
        unique=True,
    )
    quantity: Text = column("the quantity (vocabulary quantities)", "normalized", example="follow_up", required=True)
    detail: Text = column("what exactly, where the quantity is wide", "normalized", example="kidney")
    drug_id: Text = column("the drug, for a dose or activity", "normalized", example="177lu-dotatate", references="drugs.drug_id")
    marker: Text = column("the marker", "normalized", example="cga")
    symptom: Text = column("the symptom", "normalized", example="diarrhoea")
    statistic: Text = column(
        "statistic; empty where only a range is printed", "printed", example="median", terms=terms.MEASUREMENT_STATISTIC
    )
    estimate: Number = column("the figure, in 'unit'", "normalized", example=10.5)
    unit: Text = column(
        "UCUM unit; years are given in months, MBq and mCi in GBq (age stays in years)", "normalized", example="mo", required=True
    )
    n: Integer = column("patients", "printed", example=40, ge=0)
    reported_value: Text = column("the figure as typed from the source", "printed", example="10.5")
    reported_unit: Text = column("UCUM unit as in the source", "printed", example="mo")


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per measurement of each arm."""
    for record in seeds.studies:
        assert isinstance(record.content, Study)
        for slug, arm in record.content.arms.items():
            place = Place(record, seeds.vocabulary, slug)
            for position, item in enumerate(arm.measurements):
                yield _row(place, item, ("arms", slug, "measurements", position))


def _row(place: Place, item: Measurement, path: tuple[str | int, ...]) -> Row:
    statistic = next((name for name in terms.MEASUREMENT_STATISTIC if getattr(item, name, None) is not None), None)
    figure: Figure | None = getattr(item, statistic) if statistic else None
    unit = place.vocabulary["units"].facts[item.unit]
    canonical, factor = (unit["canonical"], unit["factor"]) if item.quantity != "age" else (item.unit, "1")
    interval, interval_figures = place.interval(item)
    for name in ("ci_low", "ci_high", "spread_low", "spread_high", "spread_value"):
        if name in interval_figures:
            interval[name] = normalized(interval_figures[name], factor)
    figures: dict[str, Figure] = {"reported_value": figure} if figure is not None else {}
    if item.n is not None:
        figures["n"] = item.n
    figures |= interval_figures
    values = (
        place.fact(item, figure.relation if figure else "eq")
        | place.qualifiers(item, False)
        | interval
        | {
            "quantity": item.quantity,
            "detail": item.detail,
            "drug_id": item.drug,
            "marker": item.marker,
            "symptom": item.symptom,
            "statistic": statistic,
            "estimate": normalized(figure, factor) if figure is not None else None,
            "unit": canonical,
            "n": item.n.whole if item.n else None,
            "reported_value": str(figure) if figure is not None else None,
            "reported_unit": item.unit,
            "printed": printed(figures),
        }
    )
    row_id = joined(
        place.arm_id,
        item.subgroup,
        item.quantity,
        item.detail,
        item.drug,
        item.marker,
        item.symptom,
        statistic or "range",
        item.part,
        f"t{number(item.at.months)}" if item.at else None,
        item.analysis_set,
        item.data_cutoff,
        place.source_part(item),
    )
    words = {"quantity": item.quantity} | {
        name: value for name, value in (("marker", item.marker), ("drug", item.drug), ("symptom", item.symptom)) if value
    }
    return Row("measurements", row_id, {"measurement_id": row_id, **values}, path, place.record, figures, words)
