"""The published tables: one declaration, many projections; natural keys; what is calculated from what is printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nen_evidence import contract
from nen_evidence.contract.doses import days_in
from nen_evidence.contract.response_outcomes import counts_fitting
from nen_evidence.contract.row import Row
from nen_evidence.publish import codebook, descriptor, files
from nen_evidence.record.figure import Figure
from nen_evidence.record.seeds import read_seeds

Write = Callable[..., Path]

# The published contract: table -> columns that other people's scripts load. Names here are never removed.
CONTRACT = {
    "sources": "source_id kind title authors first_author year container_title volume pages pmid pmcid doi url read_extent accessed status",
    "studies": "study_id label acronym registry_id design randomized_comparison phase setting line_of_therapy country enrolment_start_year enrolment_end_year n_enrolled cohort_id primary_source_id extraction_status reader_1_kind reader_2_kind status",
    "study_sources": "study_id source_id role",
    "arms": "arm_id study_id label role kind parent_arm_id same_patients_as stratum regimen_id treatment_node n_assigned n_treated site differentiation grade line",
    "arm_regimens": "arm_id regimen_id n percent",
    "subgroups": "subgroup_id study_id label axis level classification timing partition_id",
    "regimens": "regimen_id name treatment_class drug_ids",
    "regimen_drugs": "regimen_id drug_id",
    "drugs": "drug_id name synonyms kind drug_class atc_code",
    "doses": "dose_id drug_id dose_kind amount amount_high unit amount_per dose_basis formulation route days_of_cycle cycle_length_days interval_days times_per_day part schedule cycles_planned reported_amount reported_unit dose_per_cycle dose_per_week",
    "patient_counts": "count_id characteristic category n n_total percent exclusive",
    "response_outcomes": "outcome_id outcome marker symptom threshold_percent response_definition n_events n_evaluable percent denominator xi ni events_basis ni_basis",
    "survival_outcomes": "outcome_id endpoint statistic time_months estimate unit reached n n_events time_origin reported_value reported_unit",
    "comparisons": "comparison_id comparator_arm_id comparator_subgroup_id contrast endpoint measure estimate direction adjustment p_value p_relation p_sides method",
    "adverse_events": "event_id term grade grade_min grade_max grading attribution counted event_type n_events n_at_risk percent",
    "measurements": "measurement_id quantity statistic estimate unit n",
    "pooled_estimates": "estimate_id source_id population subgroup treatment regimen_id treatment_class comparator outcome measure model n_studies n_patients estimate ci_low ci_high ci_level i_squared tau2 prediction_low prediction_high p_value",
    "statements": "statement_id source_id statement_kind topic treatment population summary value_low value_high value_relation unit grading_system grade",
    "effect_sizes": "effect_id source_table row_id study_id arm_id comparator_arm_id subgroup_id cohort_id outcome measure yi vi sei xi ni ai n1i ci n2i regimen_id treatment_class site line design method poolable why_not",
    "evidence_anchors": "table row_id source_id anchor_no sentence fingerprint numbers fields role_matched",
    "cohort_overlaps": "study_id other_study_id relation reason",
    "reader_agreement": "study_id table field n_compared n_agree n_only_first n_only_second",
    "gaps": "study_id arm_id item reason",
    "searches": "search_id date where query n_seen n_new",
    "screening": "report_id source_id title first_author year doi pmid decision reason search_id",
    "quality_flags": "flag_id check severity table row_id study_id message printed expected status",
}
FACTS = ("doses", "patient_counts", "response_outcomes", "survival_outcomes", "comparisons", "adverse_events", "measurements")
WHERE = ["study_id", "arm_id", "subgroup_id", "subgroup", "source_id", "locator", "anchor_status", "printed", "relation", "note"]
QUALIFIERS = ["assessor", "criteria", "analysis_set", "analysis", "data_cutoff", "assessment", "time_months", "unit_of_analysis"]
INTERVAL = [
    "ci_low",
    "ci_high",
    "ci_level",
    "ci_sides",
    "ci_low_status",
    "ci_high_status",
    "spread_kind",
    "spread_low",
    "spread_high",
    "spread_value",
]


def rows(path: Path) -> contract.Rows:
    return contract.flatten(read_seeds(path.parents[1], only=[path]))


def by_id(found: contract.Rows, table: str) -> dict[str, dict[str, Any]]:
    return {row.id: row.values for row in found[table]}


@pytest.mark.parametrize("table", CONTRACT)
def test_contract_columns_stay(table: str) -> None:
    columns = set(contract.TABLES[table].columns())
    assert set(CONTRACT[table].split()) <= columns
    if table in FACTS:
        assert set(WHERE) <= columns
    if table in ("response_outcomes", "survival_outcomes", "comparisons", "measurements"):
        assert set(QUALIFIERS + INTERVAL) <= columns


@pytest.mark.parametrize("table", contract.TABLES)
def test_projections_agree(table: str) -> None:
    """pandera, Arrow, Table Schema, codebook and R classes name the same columns with the same types and terms."""
    model = contract.TABLES[table]
    names = list(model.columns())
    schema = descriptor.table_schema(model)
    assert [field["name"] for field in schema["fields"]] == names == list(model.schema().columns) == files.arrow_schema(model).names
    assert [entry["column"] for entry in codebook.entries(table)] == names
    assert schema["primaryKey"] == list(model.key())
    assert names[: len(model.key())] == list(model.key())
    for field, entry in zip(schema["fields"], codebook.entries(table), strict=True):
        assert field["type"] == entry["type"]
        assert ("categories" in field) == ("enum" in field.get("constraints", {}))
        if "categories" in field:
            assert field["categories"] == field["constraints"]["enum"]
        assert field["description"]
        assert files.arrow_schema(model).field(field["name"]).nullable != bool(entry["required"]) or entry["required"] is False


def test_shorthand_becomes_rows_with_natural_keys(write: Write) -> None:
    found = rows(write())
    outcomes = by_id(found, "response_outcomes")
    assert set(outcomes) == {
        "example-2001-stz.stz-5fu.complete_response",
        "example-2001-stz.stz-5fu.partial_response",
        "example-2001-stz.stz-5fu.stable_disease",
        "example-2001-stz.stz-5fu.progressive_disease",
        "example-2001-stz.stz-5fu.pnet.objective_response",
    }
    partial = outcomes["example-2001-stz.stz-5fu.partial_response"]
    assert (partial["n_events"], partial["n_evaluable"], partial["xi"], partial["ni"], partial["ni_basis"]) == (8, 36, 8, 36, "printed")
    subgroup = outcomes["example-2001-stz.stz-5fu.pnet.objective_response"]
    assert (subgroup["percent"], subgroup["n_events"], subgroup["xi"], subgroup["ni"]) == (30.0, None, None, None)
    assert (subgroup["ci_low"], subgroup["ci_high"], subgroup["ci_level"], subgroup["printed"]) == (12.0, 50.0, 0.95, "30; 12-50")
    survival = by_id(found, "survival_outcomes")
    assert survival["example-2001-stz.stz-5fu.os.median"]["reached"] is False
    dose = by_id(found, "doses")["example-2001-stz.stz-5fu.streptozocin"]
    assert (dose["dose_per_cycle"], round(dose["dose_per_week"], 3), dose["dose_basis"]) == (2500.0, 416.667, "bsa")
    comparison = found["comparisons"][0]
    assert comparison.id == "example-2001-stz.stz-5fu.vs.stz.pfs.hr"
    assert by_id(found, "studies")["example-2001-stz"]["n_enrolled"] == 84
    assert by_id(found, "gaps") == {
        "example-2001-stz.example-2001-stz.stz.doses": {
            "study_id": "example-2001-stz",
            "arm_id": "example-2001-stz.stz",
            "item": "doses",
            "reason": "not_in_report",
        }
    }


def test_inserting_a_row_renumbers_nothing(write: Write) -> None:
    before = rows(write())
    after = rows(write(("      - {of: 36, cr: 1", "      - {dcr: 90%, at: 6}\n      - {of: 36, cr: 1")))
    old = {row.id for table in contract.ANCHORED for row in before[table]}
    new = {row.id for table in contract.ANCHORED for row in after[table]}
    assert new - old == {"example-2001-stz.stz-5fu.disease_control.t6"}
    assert old <= new


def test_two_rows_with_one_key_are_an_error_that_names_the_field_to_add(write: Write) -> None:
    problems = contract.key_problems(rows(write(("pd: 7}", "pd: 7}\n      - {pr: 9}"))))
    assert [problem.check for problem in problems] == ["unique-key"]
    assert "part, at, assessor" in problems[0].right
    assert problems[0].line == 33


def test_unknown_references_are_errors(write: Write, seeds: Path) -> None:
    path = write()
    (seeds / "overlaps.csv").write_text("study_id,other_study_id,relation,reason\nexample-2001-stz,nobody-1999-x,same,test\n")
    problems = contract.key_problems(contract.flatten(read_seeds(seeds)))
    assert path.exists()
    assert any("nobody-1999-x" in problem.found for problem in problems)


def test_units_are_normalized_and_print_is_kept(write: Write) -> None:
    record = write(("{drug: streptozocin, amount: 500, unit: mg/m2,", "{drug: 177lu-dotatate, amount: 200, unit: mCi,"))
    dose = by_id(rows(record), "doses")["example-2001-stz.stz-5fu.177lu-dotatate"]
    assert (dose["amount"], dose["unit"], dose["reported_amount"], dose["reported_unit"], dose["dose_basis"]) == (
        7.4,
        "GBq",
        "200",
        "mCi",
        "activity",
    )


@given(st.integers(1, 400), st.data(), st.integers(0, 2))
def test_every_true_percentage_admits_its_count(n: int, data: st.DataObject, places: int) -> None:
    k = data.draw(st.integers(0, n))
    assert k in counts_fitting(Figure(f"{100 * k / n:.{places}f}"), n)


def test_events_from_percent_only_where_one_integer_fits(write: Write) -> None:
    found = rows(write(("{of: 36, cr: 1, pr: 8, sd: 20, pd: 7}", "{of: 36, pr: 22.2%, sd: 56%}\n      - {pd: 20%}")))
    outcomes = by_id(found, "response_outcomes")
    assert (
        outcomes["example-2001-stz.stz-5fu.partial_response"]["xi"],
        outcomes["example-2001-stz.stz-5fu.partial_response"]["events_basis"],
    ) == (8, "from_percent")
    assert outcomes["example-2001-stz.stz-5fu.partial_response"]["n_events"] is None
    assert outcomes["example-2001-stz.stz-5fu.progressive_disease"]["ni_basis"] == "arm_treated"
    assert counts_fitting(Figure("17.5"), 101) == []
    assert counts_fitting(Figure("18"), 101) == [18]


def test_days_of_cycle() -> None:
    assert days_in("d1-3 d8") == 4
    assert days_in("d1") == 1


@given(
    st.lists(
        st.tuples(st.sampled_from(["cr", "pr", "sd", "pd"]), st.integers(0, 30)), min_size=1, max_size=4, unique_by=lambda pair: pair[0]
    )
)
def test_any_response_line_survives_the_way_to_the_table(pairs: list[tuple[str, int]]) -> None:
    from nen_evidence.record.model import Responses
    from nen_evidence.vocabulary import load

    from ..conftest import ROOT

    item = Responses.model_validate({**{key: str(n) for key, n in pairs}, "of": "120"}, context=load(ROOT / "seeds" / "vocabulary"))
    assert sorted(share.n.whole for share in item.shares.values() if share.n) == sorted(n for _, n in pairs)


def test_frames_have_the_models_types(write: Write) -> None:
    found = rows(write())
    for table, model in contract.TABLES.items():
        for row in found[table]:
            if "anchor_status" in row.values:
                row.values["anchor_status"] = row.values["anchor_status"] or "text_not_held"
        made = contract.frame(model, found[table])
        assert contract.schema_problems(model, made, found[table]) == []
        assert list(made.columns) == list(model.columns())


def test_pandera_bites(write: Write) -> None:
    found = rows(write())
    row: Row = found["response_outcomes"][0]
    row.values["percent"] = 130.0
    made = contract.frame(contract.TABLES["response_outcomes"], found["response_outcomes"])
    problems = contract.schema_problems(contract.TABLES["response_outcomes"], made, found["response_outcomes"])
    assert any("percent" in problem.found and problem.line == row.place[1] for problem in problems)
    assert isinstance(made, pd.DataFrame)


def test_a_second_line_of_a_list_is_named_by_its_file_and_line(write: Write) -> None:
    seeds_folder = write().parents[1]
    (seeds_folder / "screening").mkdir(exist_ok=True)
    line = "a-lead,,A lead,,,,,awaiting,not read yet,\n"
    header = "report_id,source_id,title,first_author,year,doi,pmid,decision,reason,search_id\n"
    (seeds_folder / "screening" / "leads.csv").write_text(header + line + line, encoding="utf-8")
    (problem,) = [one for one in contract.key_problems(contract.flatten(read_seeds(seeds_folder))) if "a-lead" in one.found]
    assert problem.file.endswith("screening/leads.csv")
    assert problem.line == 3
    assert "first in leads.csv line 2" in problem.found
