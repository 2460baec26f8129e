"""Named treatments: the drugs given together, and the class the treatment belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from ..record import Record
from ..record.model import Study
from ..record.seeds import Seeds
from ..vocabulary import Vocabulary
from .base import Table, Text, column
from .row import Row


class Regimens(Table):
    """A named treatment."""

    _key = ("regimen_id",)
    regimen_id: Text = column(
        "the treatment: its drugs, sorted, joined by +", "key", example="capecitabine+temozolomide", required=True, unique=True
    )
    name: Text = column("usual name", "normalized", example="CAPTEM", required=True)
    treatment_class: Text = column(
        "class of treatment (vocabulary treatment_classes)", "normalized", example="temozolomide_based", required=True
    )
    drug_ids: Text = column("its drugs", "normalized", example="capecitabine+temozolomide", list_of="+", required=True)


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per drug alone, per named regimen, and per combination that a record uses."""
    used = dict.fromkeys(seeds.vocabulary["drugs"].facts) | dict.fromkeys(seeds.vocabulary["regimens"].facts)
    where: dict[str, Record] = {}
    for record in (*seeds.studies, *seeds.reviews):
        found = _used(record.content) if isinstance(record.content, Study) else [p.regimen for p in record.content.pooled if p.regimen]
        for regimen in found:
            used[regimen] = None
            where.setdefault(regimen, record)
    anywhere = next(iter((*seeds.studies, *seeds.reviews)))
    for regimen in sorted(used):
        yield Row(
            "regimens",
            regimen,
            {
                "regimen_id": regimen,
                "name": name_of(seeds.vocabulary, regimen),
                "treatment_class": class_of(seeds.vocabulary, regimen),
                "drug_ids": regimen,
            },
            (),
            where.get(regimen, anywhere),
        )


def _used(study: Study) -> Iterator[str]:
    for arm in study.arms.values():
        if arm.regimen:
            yield arm.regimen
        yield from arm.regimens


def name_of(vocabulary: Vocabulary, regimen: str) -> str:
    """The name in ``regimens.csv``, else the names of the drugs joined by +."""
    if regimen in vocabulary["regimens"]:
        return vocabulary["regimens"].facts[regimen]["label"]
    return " + ".join(vocabulary["drugs"].facts[drug]["label"] for drug in regimen.split("+"))


def class_of(vocabulary: Vocabulary, regimen: str) -> str:
    """The class in ``regimens.csv``, else by rule: a combination belongs to the highest-ranking class of its drugs."""
    if regimen in vocabulary["regimens"]:
        return vocabulary["regimens"].facts[regimen]["treatment_class"]
    drugs = [vocabulary["drugs"].facts[drug] for drug in regimen.split("+")]
    classes = {drug["treatment_class"] for drug in drugs}
    kinds = {drug["drug_class"] for drug in drugs}
    systemic = classes - {"locoregional", "supportive", "symptom_control"}
    if "locoregional" in classes and systemic:
        return "locoregional_combination"
    rank = {name: int(row["rank"]) for name, row in vocabulary["treatment_classes"].facts.items()}
    best = min(classes, key=lambda name: rank[name])
    if rank[best] > rank["dacarbazine_based"]:
        names = {drug["term"] for drug in drugs}
        if "platinum" in kinds and "etoposide" in names:
            return "platinum_etoposide"
        if "fluoropyrimidine" in kinds and "oxaliplatin" in names and "irinotecan_based" not in classes:
            return "fluoropyrimidine_oxaliplatin"
    return best
