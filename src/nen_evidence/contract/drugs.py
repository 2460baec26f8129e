"""Drugs, radiopharmaceuticals, procedures and controls, projected from the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from ..record.seeds import Seeds
from .base import Table, Text, column
from .row import Row

KIND = ("drug", "biological", "radiopharmaceutical", "procedure", "control", "class")


class Drugs(Table):
    """A drug, radiopharmaceutical, procedure or control."""

    _key = ("drug_id",)
    drug_id: Text = column(
        "the drug, by its international nonproprietary name", "key", example="177lu-dotatate", required=True, unique=True
    )
    name: Text = column("name in print", "normalized", example="177Lu-DOTATATE", required=True)
    synonyms: Text = column("other names that map to it", "normalized", example="177lu-octreotate|lutathera", list_of="|")
    kind: Text = column(
        "drug, biological, radiopharmaceutical, procedure, control, or a class named without a drug",
        "normalized",
        example="radiopharmaceutical",
        terms=KIND,
        required=True,
    )
    drug_class: Text = column("class of drug", "normalized", example="beta_emitter", required=True)
    treatment_class: Text = column(
        "class of treatment when given alone (vocabulary treatment_classes)", "normalized", example="prrt_beta", required=True
    )
    broader: Text = column("the wider term", "normalized", example="radiolabelled-somatostatin-analogue", references="drugs.drug_id")
    atc_code: Text = column("ATC code, only where a source was read", example="H01CB")


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per term of the drug vocabulary."""
    anywhere = next(iter((*seeds.studies, *seeds.reviews)))
    for term, row in seeds.vocabulary["drugs"].facts.items():
        yield Row(
            "drugs",
            term,
            {
                "drug_id": term,
                "name": row["label"],
                "synonyms": row["synonyms"] or None,
                "kind": row["kind"],
                "drug_class": row["drug_class"],
                "treatment_class": row["treatment_class"],
                "broader": row["broader"] or None,
                "atc_code": row["atc_code"] or None,
            },
            (),
            anywhere,
        )
