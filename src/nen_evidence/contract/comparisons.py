"""Effects between two groups, as printed."""

from __future__ import annotations

from collections.abc import Iterator

from .. import terms
from ..record.figure import Figure
from ..record.model import Comparison, Study
from ..record.seeds import Seeds
from .base import Integer, Number, Outcome, Text, column
from .row import Place, Row, joined, number, printed


class Comparisons(Outcome):
    """An effect between two groups."""

    _key = ("comparison_id",)
    comparison_id: Text = column(
        "the row: arm, subgroup, comparator, endpoint, measure, adjustment, qualifiers, source",
        "key",
        example="rinke-2009-promid.octreotide.vs.placebo.ttp.hr",
        required=True,
        unique=True,
    )
    comparator_arm_id: Text = column(
        "the arm compared with", "key", example="rinke-2009-promid.placebo", required=True, references="arms.arm_id"
    )
    comparator_subgroup_id: Text = column("the subgroup compared with", "key", references="subgroups.subgroup_id")
    contrast: Text = column(
        "between treatments, between prognostic groups, or an interaction",
        "normalized",
        example="treatment",
        terms=terms.CONTRAST,
        required=True,
    )
    endpoint: Text = column("the endpoint or outcome", "normalized", example="pfs", required=True)
    measure: Text = column("effect measure; empty where only a p-value is printed", "printed", example="hr", terms=terms.MEASURE)
    estimate: Number = column("the effect; HR < 1 means fewer events in arm_id", "printed", example=0.34)
    unit: Text = column("UCUM unit of a difference", "normalized", example="mo")
    marker: Text = column("marker, for a biochemical outcome", "normalized", example="cga")
    symptom: Text = column("symptom, for a symptomatic outcome", "normalized", example="diarrhoea")
    direction: Text = column(
        "whether the report says which way the effect goes", "printed", example="stated", terms=terms.DIRECTION, required=True
    )
    adjustment: Text = column("adjustment", "printed", example="stratified", terms=terms.ADJUSTMENT)
    p_value: Number = column("p-value, or its bound", "printed", example=0.000072, ge=0, le=1)
    p_relation: Text = column("relation of the p-value to the printed figure", "printed", example="lt", terms=terms.RELATION)
    p_sides: Integer = column("sides of the test, where stated", "printed", example=2, ge=1, le=2)
    method: Text = column("test or model", "printed", example="log-rank")


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per comparison of each study."""
    for record in seeds.studies:
        assert isinstance(record.content, Study)
        for position, item in enumerate(record.content.comparisons):
            yield _row(Place(record, seeds.vocabulary, item.arm), item, ("comparisons", position))


def _row(place: Place, item: Comparison, path: tuple[str | int, ...]) -> Row:
    facts = {**place.vocabulary["outcomes"].facts, **place.vocabulary["endpoints"].facts}
    assessed = facts.get(item.endpoint, {}).get("uses_criteria") == "yes"
    measure = item.measure
    figure: Figure | None = item.figure_of(measure) if measure else None
    interval, interval_figures = place.interval(item)
    figures: dict[str, Figure] = {}
    if figure is not None:
        figures["estimate"] = figure
    if item.p is not None:
        figures["p_value"] = item.p
    figures |= interval_figures
    study = place.study
    values = (
        place.fact(item, figure.relation if figure else "eq")
        | place.qualifiers(item, assessed)
        | interval
        | {
            "comparator_arm_id": f"{study.id}.{item.versus}",
            "comparator_subgroup_id": f"{study.id}.{item.versus_subgroup}" if item.versus_subgroup else None,
            "contrast": item.contrast,
            "endpoint": item.endpoint,
            "measure": measure,
            "estimate": figure.value if figure else None,
            "unit": item.unit,
            "marker": item.marker,
            "symptom": item.symptom,
            "direction": item.direction,
            "adjustment": item.adjustment,
            "p_value": item.p.value if item.p else None,
            "p_relation": item.p.relation if item.p else None,
            "p_sides": int(item.p_sides) if item.p_sides else None,
            "method": item.method,
            "printed": printed(figures),
        }
    )
    row_id = joined(
        place.arm_id,
        item.subgroup,
        "vs",
        item.versus,
        item.versus_subgroup,
        item.endpoint,
        item.marker,
        item.symptom,
        measure or "p",
        None if item.contrast == "treatment" else item.contrast,
        item.adjustment,
        f"t{number(item.at.months)}" if item.at else None,
        item.criteria,
        item.assessor,
        item.part,
        item.analysis_set,
        item.analysis,
        item.data_cutoff,
        place.source_part(item),
    )
    words = {"endpoint": item.endpoint, "measure": measure or "p", "versus": item.versus}
    return Row("comparisons", row_id, {"comparison_id": row_id, **values}, path, place.record, figures, words)
