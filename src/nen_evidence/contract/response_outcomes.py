"""Response proportions, printed, and the events and denominators that follow from what was printed."""

from __future__ import annotations

import math
from collections.abc import Iterator

from .. import terms
from ..record.figure import Figure, Share
from ..record.model import Responses, Study
from ..record.seeds import Seeds
from .base import Integer, Number, Outcome, Text, column
from .patient_counts import flow
from .row import Place, Row, joined, number, printed


class ResponseOutcomes(Outcome):
    """One response proportion."""

    _key = ("outcome_id",)
    outcome_id: Text = column(
        "the row: arm, subgroup, outcome, marker, criteria, assessor, time, analysis set, cut-off, source",
        "key",
        example="zilembo-1993-salvage.stz-epi.partial_response",
        required=True,
        unique=True,
    )
    outcome: Text = column("the outcome (vocabulary outcomes)", "normalized", example="objective_response", required=True)
    marker: Text = column("marker of a biochemical response", "normalized", example="cga")
    symptom: Text = column("symptom of a symptomatic response", "normalized", example="flushing")
    threshold_percent: Number = column("change that counted as response", "printed", example=50.0, unit="%")
    response_definition: Text = column("the definition in our words", "normalized", example="marker fell by half or more")
    n_events: Integer = column("patients with the outcome, as printed", "printed", example=1, ge=0)
    n_evaluable: Integer = column("of how many, as printed", "printed", example=14, ge=0)
    percent: Number = column("percentage as printed", "printed", example=7.1, unit="%", ge=0, le=100)
    denominator: Text = column("who the denominator is", "printed", example="evaluable", terms=terms.DENOMINATOR, required=True)
    xi: Integer = column(
        "events for analysis: printed, else the only count whose percentage rounds to the printed one", "calculated", example=1, ge=0
    )
    ni: Integer = column("denominator for analysis: printed, else the arm's", "calculated", example=14, ge=0)
    events_basis: Text = column("where xi comes from", "calculated", example="reported", terms=terms.EVENTS_BASIS)
    ni_basis: Text = column("where ni comes from", "calculated", example="arm_treated", terms=terms.NI_BASIS)


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per outcome of each response line of each arm."""
    for record in seeds.studies:
        assert isinstance(record.content, Study)
        for slug, arm in record.content.arms.items():
            place = Place(record, seeds.vocabulary, slug)
            for position, item in enumerate(arm.responses):
                for outcome, share in item.shares.items():
                    yield _row(place, item, outcome, share, ("arms", slug, "responses", position))


def _row(place: Place, item: Responses, outcome: str, share: Share, path: tuple[str | int, ...]) -> Row:
    assert place.arm_slug is not None
    assessed = place.vocabulary["outcomes"].facts[outcome]["uses_criteria"] == "yes"
    interval, interval_figures = place.interval(item)
    named: dict[str, Figure | None] = {
        "n_events": share.n,
        "percent": share.percent,
        "n_evaluable": item.of,
        "threshold_percent": item.threshold,
    }
    figures = {name: figure for name, figure in named.items() if figure is not None} | interval_figures
    main = share.percent or share.n
    denominator = place.given(item, "denominator") if assessed else item.denominator
    values = (
        place.fact(item, main.relation if main else "eq")
        | place.qualifiers(item, assessed, best=True)
        | interval
        | {
            "outcome": outcome,
            "marker": item.marker,
            "symptom": item.symptom,
            "threshold_percent": item.threshold.value if item.threshold else None,
            "response_definition": item.definition,
            "n_events": share.n.whole if share.n else None,
            "n_evaluable": item.of.whole if item.of else None,
            "percent": share.percent.value if share.percent else None,
            "denominator": denominator or "not_stated",
            "printed": printed(figures),
        }
    )
    ni, ni_basis = _denominator(place, item, denominator, assessed)
    xi: int | None = share.n.whole if share.n else None
    basis = "reported" if share.n else None
    if xi is None and share.percent is not None and ni and share.percent.relation == "eq":
        fitting = counts_fitting(share.percent, ni)
        if len(fitting) == 1:
            xi, basis = fitting[0], "from_percent"
    values |= {"xi": xi, "ni": ni, "events_basis": basis, "ni_basis": ni_basis}
    row_id = joined(
        place.arm_id,
        item.subgroup,
        outcome,
        item.marker,
        item.symptom,
        item.criteria,
        item.assessor,
        item.part,
        f"t{number(item.at.months)}" if item.at else None,
        item.analysis_set,
        item.analysis,
        item.data_cutoff,
        place.source_part(item),
    )
    words = {"outcome": outcome} | {name: value for name, value in (("marker", item.marker), ("symptom", item.symptom)) if value}
    return Row("response_outcomes", row_id, {"outcome_id": row_id, **values}, path, place.record, figures, words)


def _denominator(place: Place, item: Responses, denominator: str | None, assessed: bool) -> tuple[int | None, str | None]:
    """The printed denominator, else the arm's; a subgroup, lesion or marker figure never borrows the arm's."""
    if item.of is not None:
        return item.of.whole, "printed"
    patients = item.unit_of_analysis in (None, "patient")
    if item.subgroup is not None or not assessed or not patients or denominator in ("abnormal_at_baseline", "symptomatic_at_baseline"):
        return None, None
    assert place.arm_slug is not None
    names = (denominator,) if denominator in ("evaluable", "treated", "assigned") else ("evaluable", "treated", "assigned")
    for name in names:
        if (count := flow(place.study, place.arm_slug, name)) is not None:
            return count.whole, f"arm_{name}"
    return None, None


def counts_fitting(percent: Figure, n: int) -> list[int]:
    """The integers k for which 100 k/n rounds to the printed percentage at its printed precision (GRIM: Brown and Heathers 2017).

    Either way of rounding a half is admitted, since reports use both.
    """
    half = percent.half_unit
    low = math.ceil((percent.value - half) * n / 100 - 1e-9)
    high = math.floor((percent.value + half) * n / 100 + 1e-9)
    return list(range(max(low, 0), min(high, n) + 1))
