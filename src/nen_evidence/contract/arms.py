"""Arms: patients analysed together."""

from __future__ import annotations

from collections.abc import Iterator

from .. import terms
from ..record.model import Arm, Study
from ..record.seeds import Seeds
from .base import Integer, Table, Text, column
from .patient_counts import flow
from .row import Row

_KIND_OF_ROLE = {"experimental": "parallel", "control": "parallel", "single": "cohort", "cohort": "cohort", "overall": "overall"}


class Arms(Table):
    """Patients analysed together."""

    _key = ("arm_id",)
    arm_id: Text = column("the arm", "key", example="zilembo-1993-salvage.stz-epi", required=True, unique=True)
    study_id: Text = column("the study", "key", example="zilembo-1993-salvage", required=True, references="studies.study_id")
    label: Text = column("name of the arm", "normalized", example="Streptozocin and epirubicin", required=True)
    role: Text = column("role in the study", "normalized", example="cohort", terms=terms.ARM_ROLE, required=True)
    kind: Text = column("how the arm came to be", "normalized", example="parallel", terms=terms.ARM_KIND, required=True)
    parent_arm_id: Text = column("the arm that contains this one", "key", references="arms.arm_id")
    same_patients_as: Text = column("the arm whose patients these also are (crossover, extension)", "key", references="arms.arm_id")
    stratum: Text = column("stratum enrolled or powered separately", "normalized", example="pancreatic")
    regimen_id: Text = column(
        "the treatment; empty in a mixed arm", "normalized", example="epirubicin+streptozocin", references="regimens.regimen_id"
    )
    treatment_node: Text = column("label in a network of treatments", "normalized", example="Streptozocin + epirubicin")
    n_assigned: Integer = column("patients assigned: projection of the flow row", "calculated", example=14, ge=0)
    n_treated: Integer = column("patients treated: projection of the flow row", "calculated", example=14, ge=0)
    n_evaluable: Integer = column("patients evaluable for response: projection of the flow row", "calculated", example=14, ge=0)
    site: Text = column("primary site of the whole arm; empty when mixed", "normalized", example="pancreas")
    differentiation: Text = column("differentiation of the whole arm", "normalized", example="well", terms=terms.DIFFERENTIATION)
    grade: Text = column("grade of the whole arm", "normalized", example="g1-2", terms=terms.GRADE)
    line: Text = column("line of treatment of the whole arm; empty when mixed", "normalized", example="second", terms=terms.LINE)


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per arm of a study record."""
    for record in seeds.studies:
        study = record.content
        assert isinstance(study, Study)
        for slug, arm in study.arms.items():

            def count(name: str, slug: str = slug, study: Study = study) -> int | None:
                found = flow(study, slug, name)
                return None if found is None else found.whole

            label = regimen_label(seeds, arm)
            yield Row(
                "arms",
                f"{study.id}.{slug}",
                {
                    "arm_id": f"{study.id}.{slug}",
                    "study_id": study.id,
                    "label": arm.label or label or slug,
                    "role": arm.role,
                    "kind": arm.kind or _KIND_OF_ROLE[arm.role],
                    "parent_arm_id": f"{study.id}.{arm.parent}" if arm.parent else None,
                    "same_patients_as": f"{study.id}.{arm.same_patients_as}" if arm.same_patients_as else None,
                    "stratum": arm.stratum,
                    "regimen_id": arm.regimen,
                    "treatment_node": arm.treatment_node or label,
                    "n_assigned": count("assigned"),
                    "n_treated": count("treated"),
                    "n_evaluable": count("evaluable"),
                    "site": arm.site,
                    "differentiation": arm.differentiation,
                    "grade": arm.grade,
                    "line": arm.line or (study.line_of_therapy if study.line_of_therapy not in ("any", "not_stated") else None),
                },
                ("arms", slug),
                record,
            )


def regimen_label(seeds: Seeds, arm: Arm) -> str | None:
    from .regimens import name_of

    return name_of(seeds.vocabulary, arm.regimen) if arm.regimen else None
