"""Pooled results of published meta-analyses."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from .. import terms
from ..record.figure import Figure
from ..record.model import Pooled, Review
from ..record.seeds import Seeds
from .base import Integer, Number, Table, Text, column
from .row import Row, joined, printed, slug


class PooledEstimates(Table):
    """A pooled result of a published meta-analysis."""

    _key = ("estimate_id",)
    estimate_id: Text = column(
        "the row: review, treatment, comparator, population, subgroup, outcome, measure, part",
        "key",
        example="kaderli-2019.everolimus.placebo.pnet.pfs.hr",
        required=True,
        unique=True,
    )
    source_id: Text = column("the report", "key", required=True, references="sources.source_id")
    population: Text = column("patients", "normalized", example="pancreatic NET", required=True)
    subgroup: Text = column("part of them", "normalized")
    treatment: Text = column("treatment as the report names it, in our words", "normalized", example="everolimus", required=True)
    regimen_id: Text = column("the treatment, where it is one regimen", "normalized", references="regimens.regimen_id")
    treatment_class: Text = column("class of treatment", "normalized", example="mtor_inhibitor")
    comparator: Text = column("compared with", "normalized", example="placebo")
    outcome: Text = column("outcome or endpoint", "normalized", example="pfs", required=True)
    measure: Text = column("effect measure", "printed", example="hr", terms=terms.POOLED_MEASURE, required=True)
    model: Text = column("model", "printed", example="random", terms=terms.POOLED_MODEL, required=True)
    n_studies: Integer = column("studies pooled", "printed", example=5, ge=0)
    n_patients: Integer = column("patients pooled", "printed", example=500, ge=0)
    estimate: Number = column("pooled estimate (a proportion in percent, 0 to 100)", "normalized", example=0.5)
    unit: Text = column("UCUM unit of a proportion, median or difference", "normalized", example="%")
    ci_low: Number = column("lower bound", "printed", example=0.4)
    ci_high: Number = column("upper bound", "printed", example=0.6)
    ci_level: Number = column("level of the interval; empty if not stated", "printed", example=0.95, ge=0.5, le=1)
    i_squared: Number = column("I2", "printed", example=55.0, unit="%", ge=0, le=100)
    tau2: Number = column("between-study variance", "printed", example=0.1, ge=0)
    prediction_low: Number = column("lower bound of the prediction interval", "printed")
    prediction_high: Number = column("upper bound of the prediction interval", "printed")
    p_value: Number = column("p-value, or its bound", "printed", example=0.01, ge=0, le=1)
    p_relation: Text = column("relation of the p-value to the printed figure", "printed", example="lt", terms=terms.RELATION)
    locator: Text = column("where in the report", "normalized", example="abstract", required=True)
    anchor_status: Text = column(
        "whether the figures are anchored in the text of the source", "calculated", terms=terms.ANCHOR_STATUS, required=True
    )
    printed: Text = column("the figures as typed from the source", "printed")
    note: Text = column("a remark of the curator", "normalized")


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per pooled result of each review record."""
    for record in seeds.reviews:
        review = record.content
        assert isinstance(review, Review)
        for position, item in enumerate(review.pooled):
            figures = _figures(item)

            # A proportion printed as a fraction (unit 1) is published in percent, as every share; 'printed' keeps it.
            scale = Decimal(100 if item.measure == "proportion" and item.unit == "1" else 1)

            def value(name: str, figures: dict[str, Figure] = figures, scale: Decimal = scale) -> float | None:
                if name not in figures:
                    return None
                return float(figures[name].decimal * scale) if name.startswith(("estimate", "ci_", "prediction_")) else figures[name].value

            row_id = joined(
                review.id,
                slug(item.treatment),
                slug(item.comparator or ""),
                slug(item.population),
                slug(item.subgroup or ""),
                item.outcome,
                item.measure,
                item.part,
            )
            yield Row(
                "pooled_estimates",
                row_id,
                {
                    "estimate_id": row_id,
                    "source_id": item.source or review.defaults.source or review.primary.id,
                    "population": item.population,
                    "subgroup": item.subgroup,
                    "treatment": item.treatment,
                    "regimen_id": item.regimen,
                    "treatment_class": item.treatment_class,
                    "comparator": item.comparator,
                    "outcome": item.outcome,
                    "measure": item.measure,
                    "model": item.model,
                    "n_studies": item.studies.whole if item.studies else None,
                    "n_patients": item.patients.whole if item.patients else None,
                    "estimate": value("estimate"),
                    "unit": "%" if scale != 1 else item.unit,
                    "ci_low": value("ci_low"),
                    "ci_high": value("ci_high"),
                    "ci_level": item.ci_level or (review.defaults.ci_level if item.ci else None),
                    "i_squared": value("i_squared"),
                    "tau2": value("tau2"),
                    "prediction_low": value("prediction_low"),
                    "prediction_high": value("prediction_high"),
                    "p_value": value("p_value"),
                    "p_relation": item.p.relation if item.p else None,
                    "locator": item.locator or review.defaults.locator or "abstract",
                    "printed": printed(figures),
                    "note": item.note,
                },
                ("pooled", position),
                record,
                figures,
                {"outcome": item.outcome, "treatment": item.treatment},
            )


def _figures(item: Pooled) -> dict[str, Figure]:
    named: dict[str, Figure | None] = {
        "estimate": item.estimate,
        "n_studies": item.studies,
        "n_patients": item.patients,
        "i_squared": item.i_squared,
        "tau2": item.tau2,
        "p_value": item.p,
    }
    for name, interval in (("ci", item.ci), ("prediction", item.prediction)):
        if interval is not None:
            named |= {f"{name}_low": interval.low.figure, f"{name}_high": interval.high.figure}
    return {name: figure for name, figure in named.items() if figure is not None}
