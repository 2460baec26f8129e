"""Clinical studies: one protocol or registration, or one defined series, whichever reports describe it."""

from __future__ import annotations

from collections.abc import Iterator

from .. import terms
from ..record.model import Study
from ..record.seeds import Seeds
from .base import Integer, Table, Text, column
from .cohort_overlaps import cohorts
from .patient_counts import flow
from .row import Row


class Studies(Table):
    """One clinical study, whichever reports describe it."""

    _key = ("study_id",)
    study_id: Text = column("the study", "key", example="zilembo-1993-salvage", required=True, unique=True)
    label: Text = column("short name for tables and plots", "normalized", example="Zilembo 1993", required=True)
    acronym: Text = column("name of the trial", example="NETTER-1")
    registry_id: Text = column("registration", example="NCT01578239")
    design: Text = column("design", "normalized", example="randomized", terms=terms.DESIGN, required=True)
    randomized_comparison: Text = column(
        "whether a randomized study set out to compare its arms", "normalized", example="comparative", terms=terms.RANDOMIZED_COMPARISON
    )
    phase: Text = column("phase", example="3", terms=terms.PHASE)
    setting: Text = column("setting", "normalized", example="advanced", terms=terms.SETTING, required=True)
    line_of_therapy: Text = column("line of treatment", "normalized", example="first", terms=terms.LINE, required=True)
    country: Text = column("country or countries", example="Italy")
    enrolment_start_year: Integer = column("first year of enrolment", example=1990, ge=1950, le=2100)
    enrolment_end_year: Integer = column("last year of enrolment", example=1992, ge=1950, le=2100)
    n_enrolled: Integer = column(
        "patients of the study: its own enrolled (else assigned, treated) flow row, else the sum over parallel arms",
        "calculated",
        example=17,
        ge=0,
    )
    cohort_id: Text = column("studies whose patients overlap share it", "calculated", example="zilembo-1993-salvage", required=True)
    primary_source_id: Text = column(
        "the primary report; where only secondary ones were read, the first of these",
        "key",
        example="zilembo-1993",
        required=True,
        references="sources.source_id",
    )
    extraction_status: Text = column("read once or twice", "normalized", example="double", terms=terms.EXTRACTION_STATUS, required=True)
    reader_1_kind: Text = column("kind of the first reader", "normalized", example="software", terms=terms.READER_KIND, required=True)
    reader_2_kind: Text = column("kind of the second reader", "normalized", example="software", terms=terms.READER_KIND)
    status: Text = column(
        "whether the study stands in the dataset", "normalized", example="active", terms=terms.STUDY_STATUS, required=True
    )


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per study record."""
    cohort = cohorts(seeds)
    for record in seeds.studies:
        study = record.content
        assert isinstance(study, Study)
        first, last = study.enrolment or (None, None)
        yield Row(
            "studies",
            study.id,
            {
                "study_id": study.id,
                "label": study.label,
                "acronym": study.acronym,
                "registry_id": study.registry_id,
                "design": study.design,
                "randomized_comparison": study.randomized_comparison,
                "phase": study.phase,
                "setting": study.setting,
                "line_of_therapy": study.line_of_therapy,
                "country": study.country,
                "enrolment_start_year": first,
                "enrolment_end_year": last,
                "n_enrolled": n_enrolled(study),
                "cohort_id": cohort[study.id],
                "primary_source_id": study.primary.id,
                "extraction_status": study.extraction_status,
                "reader_1_kind": study.reader_1_kind,
                "reader_2_kind": study.reader_2_kind,
                "status": study.status,
            },
            ("id",),
            record,
        )


def n_enrolled(study: Study) -> int | None:
    """Patients of the study; None where no arm covers the whole study and the parallel arms do not all say."""
    names = ("enrolled", "assigned", "treated")
    whole = [slug for slug, arm in study.arms.items() if arm.role in ("overall", "single") and arm.same_patients_as is None]
    for slug in whole:
        for name in names:
            if (count := flow(study, slug, name)) is not None:
                return count.whole
    if any(study.arms[slug].role == "overall" for slug in whole):
        return None
    parts = [slug for slug, arm in study.arms.items() if arm.parent is None and arm.same_patients_as is None and arm.role != "overall"]
    counts = [next((c for name in names if (c := flow(study, slug, name)) is not None), None) for slug in parts]
    return sum(count.whole for count in counts if count is not None) if counts and None not in counts else None
