"""Adverse events of an arm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import terms
from ..record.figure import Figure, Share
from ..record.model import AdverseEvents as AdverseEventItem
from ..record.model import Study
from ..record.seeds import Seeds
from .base import Fact, Integer, Number, Qualifiers, Text, column
from .row import Place, Row, joined, number, printed


class AdverseEvents(Fact, Qualifiers):
    """An adverse event in an arm."""

    _key = ("event_id",)
    event_id: Text = column(
        "the row: arm, subgroup, term, grade, attribution, type, time, source",
        "key",
        example="rinke-2009-promid.octreotide.diarrhoea.g3-4",
        required=True,
        unique=True,
    )
    term: Text = column("the event (vocabulary adverse_events)", "normalized", example="neutropenia", required=True)
    grade: Text = column("grade or grades counted", "printed", example="g3-4", terms=terms.AE_GRADE, required=True)
    grade_min: Integer = column("lowest grade counted", "calculated", example=3, ge=1, le=5)
    grade_max: Integer = column("highest grade counted", "calculated", example=4, ge=1, le=5)
    grading: Text = column("grading scale", "printed", example="ctcae_4", terms=terms.GRADING)
    attribution: Text = column("related to treatment, or of any cause", "printed", example="treatment_related", terms=terms.ATTRIBUTION)
    counted: Text = column("what was counted", "printed", example="patients", terms=terms.COUNTED)
    event_type: Text = column("kind of event", "printed", example="adverse_event", terms=terms.EVENT_TYPE, required=True)
    n_events: Integer = column("patients (or what was counted) with the event, as printed", "printed", example=4, ge=0)
    n_at_risk: Integer = column("of how many, as printed", "printed", example=40, ge=0)
    percent: Number = column("percentage as printed", "printed", example=10.0, unit="%", ge=0, le=100)


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per event of each adverse-event line of each arm."""
    for record in seeds.studies:
        assert isinstance(record.content, Study)
        for slug, arm in record.content.arms.items():
            place = Place(record, seeds.vocabulary, slug)
            for position, item in enumerate(arm.adverse_events):
                for event, share in item.events.items():
                    yield _row(place, item, event, share, ("arms", slug, "adverse_events", position))


def _row(place: Place, item: AdverseEventItem, event: str, share: Share, path: tuple[str | int, ...]) -> Row:
    named: dict[str, Figure | None] = {"n_events": share.n, "percent": share.percent, "n_at_risk": item.of}
    figures = {name: figure for name, figure in named.items() if figure is not None}
    main = share.percent or share.n
    grade_min, grade_max = grades(item.grade)
    qualifiers = {
        "assessor": None,
        "criteria": None,
        "analysis_set": place.given(item, "analysis_set") or "not_stated",
        "analysis": place.given(item, "analysis"),
        "data_cutoff": place.given(item, "data_cutoff"),
        "assessment": None,
        "time_months": item.at.months if item.at else None,
        "unit_of_analysis": item.unit_of_analysis or "patient",
    }
    values = (
        place.fact(item, main.relation if main else "eq")
        | qualifiers
        | {
            "term": event,
            "grade": item.grade,
            "grade_min": grade_min,
            "grade_max": grade_max,
            "grading": place.given(item, "grading"),
            "attribution": place.given(item, "attribution") or "not_stated",
            "counted": place.given(item, "counted") or "not_stated",
            "event_type": item.event_type,
            "n_events": share.n.whole if share.n else None,
            "n_at_risk": item.of.whole if item.of else None,
            "percent": share.percent.value if share.percent else None,
            "printed": printed(figures),
        }
    )
    row_id = joined(
        place.arm_id,
        item.subgroup,
        event,
        None if item.grade == "not_stated" else item.grade,
        item.attribution,
        None if item.event_type == "adverse_event" else item.event_type,
        item.part,
        f"t{number(item.at.months)}" if item.at else None,
        item.unit_of_analysis,
        item.analysis_set,
        item.analysis,
        item.data_cutoff,
        place.source_part(item),
    )
    return Row("adverse_events", row_id, {"event_id": row_id, **values}, path, place.record, figures, {"event": event, "grade": item.grade})


def grades(grade: str) -> tuple[int | None, int | None]:
    """Lowest and highest grade of ``g3-4``, ``g3``, ``ge3`` (up to 5); none for 'any' and 'severe'."""
    if match := re.fullmatch(r"g(\d)(?:-(\d))?", grade):
        return int(match[1]), int(match[2] or match[1])
    if match := re.fullmatch(r"ge(\d)", grade):
        return int(match[1]), 5
    return None, None
