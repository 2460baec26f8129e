"""A record: its shorthand, and an error with line and field for each kind of mistake."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml

from nen_evidence.problem import ProblemsFound
from nen_evidence.record import json_schema, read_record
from nen_evidence.record.model import Study
from nen_evidence.vocabulary import load

from ..conftest import RECORD, ROOT

Write = Callable[..., Path]


def refused(path: Path) -> list[str]:
    with pytest.raises(ProblemsFound) as error:
        read_record(path, load(ROOT / "seeds" / "vocabulary"))
    return [str(problem) for problem in error.value.problems]


def read(path: Path) -> Study:
    content = read_record(path, load(ROOT / "seeds" / "vocabulary")).content
    assert isinstance(content, Study)
    return content


def test_the_example_reads(write: Write) -> None:
    study = read(write())
    assert study.arms["stz-5fu"].responses[0].shares["partial_response"].n == "8"
    assert study.arms["stz-5fu"].responses[1].ci is not None
    assert study.comparisons[0].measure == "hr"


MISTAKES = [
    # (text replaced, text in its place, words of the error); the error stands on the line where the two part
    ("role: control", "rôle: control", "no such field; did you mean role"),
    ("design: randomized", "design: randomised", "one of: randomized"),
    ("regimen: streptozocin\n", "regimen: streptozotozin\n", "nearest: streptozocin"),
    ("assigned: 42\n    treated", "assigned: 042\n    treated", "a whole number"),
    ("assigned: 42\n    treated", "assigned: forty\n    treated", "a whole number"),
    ("treated: 40", "treated: True", "a whole number"),
    ("ci: [5.0, 9.3]", "ci: [5.0]", "two ends"),
    ("ci: 12-50", "ci: 12/50", "two ends"),
    ("objective_response: 30%", "objective_response: 30 of 100", "a count"),
    ("subgroup: pnet", "subgroup: pnets", "did you mean pnet"),
    ("versus: stz,", "versus: stx,", "an arm of this record"),
    ("source: example-2001,", "source: example-2002,", "one of the sources"),
    (
        "days: d1-5, cycle_days: 42}\n      - {drug: fluorouracil",
        "days: 1 to 5, cycle_days: 42}\n      - {drug: fluorouracil",
        "days of a cycle",
    ),
    (
        "unit: mg/m2, route: iv, days: d1-5, cycle_days: 42}\n    counts",
        "unit: mg/kgm, route: iv, days: d1-5, cycle_days: 42}\n    counts",
        "seeds/vocabulary/units.csv",
    ),
    ("term: nephrotoxicity", "term: nefrotoxicity", "nephrotoxicity"),
    ("endpoint: os, median: not reached", "endpoint: os, median: NR", "a number"),
    ("year: 2001", "year: 20O1", "a year"),
    ("id: example-2001-stz", "id: Example 2001", "a slug"),
    ("label: Example 2001", "label: =1+1", "formula"),
    ("hr: 0.71, ", "hr: 0.71, or: 0.6, ", "one of hr"),
    ("criteria: who", "criteria: recist", "recist_1_0, recist_1_1"),
    ("design: randomized\nrandomized_comparison: comparative\n", "design: randomized \n", "randomized_comparison"),
    ("    year: 2001\n", "    year: 2001\n    doi: 10.1/x\n", "a DOI"),
]


@pytest.mark.parametrize(("old", "new", "words"), MISTAKES, ids=[mistake[1].strip()[:30] for mistake in MISTAKES])
def test_mistakes(write: Write, old: str, new: str, words: str) -> None:
    found = refused(write((old, new)))
    part = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    line = RECORD[: RECORD.index(old) + part].count("\n") + 1
    assert any(words in problem and f":{line}:" in problem for problem in found), found


def test_all_mistakes_of_a_file_at_once(write: Write) -> None:
    found = refused(write(("design: randomized", "design: random"), ("role: control", "role: contrl"), ("year: 2001", "year: 01")))
    assert len(found) == 3


def test_two_outcomes_share_no_interval(write: Write) -> None:
    assert "line of its own" in refused(write(("pd: 7}", "pd: 7, ci: 1-2}")))[0]


def test_synonyms_are_mapped_and_listed(write: Write) -> None:
    record = read_record(write(("regimen: streptozocin\n", "regimen: STZ\n")), load(ROOT / "seeds" / "vocabulary"))
    assert ("drugs", "STZ", "streptozocin") in record.mapped


def test_only_defaults_inherit(write: Write) -> None:
    study = read(write())
    assert study.arms["stz"].doses == []
    assert study.arms["stz"].treated is None


def test_json_schema_accepts_the_example_and_refuses_an_unknown_field() -> None:
    schema = json_schema()
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid(
        {
            "id": "x",
            "label": "X",
            "design": "randomized",
            "reader_1_kind": "software",
            "sources": [{"id": "a", "title": "T"}],
            "arms": {"a": {"role": "single"}},
        }
    )
    assert not validator.is_valid({**yaml.safe_load(RECORD), "colour": "blue"})
    assert not validator.is_valid({**yaml.safe_load(RECORD), "design": "random"})
