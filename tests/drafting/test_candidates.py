"""Single sentences: odd prints, roles, and what must not be taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from nen_evidence.anchors.text import Sentence
from nen_evidence.drafting.arms import find_arms
from nen_evidence.drafting.atoms import atoms
from nen_evidence.drafting.candidates import Candidate, draft_candidates
from nen_evidence.drafting.denominators import fits
from nen_evidence.drafting.writing import DraftRecord, to_yaml
from nen_evidence.vocabulary import load

VOCABULARY = load(Path(__file__).resolve().parents[2] / "seeds" / "vocabulary")
TITLE = "Everolimus in neuroendocrine tumours"
TWO = "Everolimus versus placebo in neuroendocrine tumours"


def drafted(text: str, title: str = TITLE) -> list[Candidate]:
    return draft_candidates([Sentence(0, title), Sentence(1, text)], VOCABULARY).candidates


@pytest.mark.parametrize(
    ("text", "kind", "parts"),
    [
        ("n = 12/40 (30%)", "share", {"n": "12", "of": "40", "percent": "30"}),
        ("18 (45%) of 40 patients", "share", {"n": "18", "of": "40", "percent": "45"}),
        ("Seven (21.9%, 95% CI 11.0–38.8) of 32 patients", "share", {"n": "7", "of": "32", "percent": "21.9"}),
        ("rash (n = 20; 87%)", "share", {"n": "20", "percent": "87"}),
        ("22·7 months", "time", {"value": "22.7", "unit": "months"}),
        ("6 x 10(6) IU", "dose", {"value": "6"}),
        ("500 mg/m(2)", "dose", {"value": "500", "unit": "mg/m(2)"}),
        ("95% CI 0.30-0.73", "ci", {"low": "0.3", "high": "0.73", "level": "95"}),
        ("(90CI: 17.2-23.7)", "ci", {"low": "17.2", "high": "23.7", "level": "90"}),
        ("(95% CI, 14.0-not evaluable)", "ci", {"low": "14", "high": "not evaluable"}),
        ("hazard ratio for progression or death, 0.47", "hr", {"value": "0.47"}),
        ("P < .001", "p", {"sign": "<", "value": "0.001"}),
    ],
)
def test_printed_forms(text: str, kind: str, parts: dict[str, str]) -> None:
    found = [atom for atom in atoms(Sentence(1, text)) if atom.kind == kind]
    assert any(parts.items() <= dict(atom.parts).items() for atom in found), atoms(Sentence(1, text))


@pytest.mark.parametrize(
    ("text", "table", "term", "figures"),
    [
        (
            "Partial responses were seen in four of 34 patients.",
            "response_outcomes",
            "partial_response",
            {"n_events": "4", "n_evaluable": "34"},
        ),
        ("Sixteen percent of patients had a partial response.", "response_outcomes", "partial_response", {"percent": "16"}),
        ("The ORR was 18.0%.", "response_outcomes", "objective_response", {"percent": "18.0"}),
        (
            "Median overall survival was 3.2 years (range 0.5-9).",
            "survival_outcomes",
            "os",
            {"reported_value": "3.2", "spread_low": "0.5", "spread_high": "9"},
        ),
        ("The 5-year overall survival rate was 61%.", "survival_outcomes", "os", {"reported_value": "61"}),
        ("Grade 3 or 4 stomatitis occurred in 3 patients (7%).", "adverse_events", "mucositis", {"n_events": "3", "percent": "7"}),
        ("A total of 52 patients were enrolled in this phase II trial.", "patient_counts", "enrolled", {"n": "52"}),
        ("Everolimus 10 mg was given daily.", "doses", "everolimus", {"amount": "10"}),
    ],
)
def test_roles(text: str, table: str, term: str, figures: dict[str, str]) -> None:
    found = [item for item in drafted(text) if item.table == table and item.term == term]
    assert [item.values for item in found] == [figures]
    assert found[0].sure


@pytest.mark.parametrize(
    "text",
    [
        "The trial had 80% power to detect an increase of the response rate from 20% to 40%.",
        "We assumed a median progression-free survival of 9 months.",
        "Background: In an earlier trial the objective response rate was 30%.",
        "Eligible patients had an ECOG performance status of 0-1 and progressive disease within 12 months.",
        "The median progression-free survival improvement was 5.6 months.",
    ],
)
def test_what_was_planned_or_known_before_is_never_sure(text: str) -> None:
    assert [item for item in drafted(text) if item.sure and item.table in ("response_outcomes", "survival_outcomes", "comparisons")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Median PFS was 11.0 months with everolimus and 4.6 months with placebo.",
        "Median PFS was 11.0 vs 4.6 months in the everolimus and placebo groups, respectively.",
        "Median PFS was 4.6 months in the placebo group and 11.0 months in the everolimus group.",
    ],
)
def test_arms_by_words_and_by_order(text: str) -> None:
    assert {item.arm: item.values["reported_value"] for item in drafted(text, TWO)} == {"everolimus": "11.0", "placebo": "4.6"}


def test_a_hazard_ratio_has_its_interval_p_value_and_direction() -> None:
    text = "Progression-free survival was longer with everolimus than with placebo (HR 0.48, 95% CI 0.35–0.67; p<0.00001)."
    (found,) = drafted(text, TWO)
    assert found.values == {"estimate": "0.48", "ci_low": "0.35", "ci_high": "0.67", "ci_level": "95", "p_value": "<0.00001"}
    assert found.facts["direction"] == "stated"


def test_arms_of_a_comparison_share_their_background() -> None:
    title = "Everolimus plus octreotide versus placebo plus octreotide: a randomised trial"
    assert [arm.drugs for arm in find_arms([Sentence(0, title)], VOCABULARY)] == [("everolimus", "octreotide"), ("octreotide", "placebo")]


def test_long_and_odd_text_is_read_without_harm() -> None:
    for text in ("(" * 3000, "1 of " * 2000, "95% CI " * 1000, "median " + "9" * 5000 + " months", "p" * 5000, "((12%)) [[" * 500):
        drafted(text)


def said(text: str, table: str, title: str = TITLE) -> list[tuple[str, dict[str, str]]]:
    """The sure terms and figures of one table, in the order of the text."""
    return [(item.term, item.values) for item in drafted(text, title) if item.table == table and item.sure]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Of 35 evaluable patients, three (9%) had a complete response, seven (20%) a partial response and 14 (40%) stable disease.",
            [
                ("complete_response", {"n_events": "3", "percent": "9", "n_evaluable": "35"}),
                ("partial_response", {"n_events": "7", "percent": "20", "n_evaluable": "35"}),
                ("stable_disease", {"n_events": "14", "percent": "40", "n_evaluable": "35"}),
            ],
        ),
        (
            "Best response was partial response in 6 (18%), stable disease in 19 (58%) and progressive disease in 8 patients (24%).",
            [
                ("partial_response", {"n_events": "6", "percent": "18"}),
                ("stable_disease", {"n_events": "19", "percent": "58"}),
                ("progressive_disease", {"n_events": "8", "percent": "24"}),
            ],
        ),
        (
            "The best overall response was stable disease in 11 of 17 patients (65%).",
            [("stable_disease", {"n_events": "11", "percent": "65", "n_evaluable": "17"})],
        ),
        (
            "Partial response or stable disease was achieved in 26 of 31 patients (84%).",
            [("disease_control", {"n_events": "26", "percent": "84", "n_evaluable": "31"})],
        ),
        (
            "The objective response rate and disease control rate were 12.5% (95% CI, 4.2-26.8) and 77.5% (95% CI, 61.5-89.2), respectively.",
            [
                ("objective_response", {"percent": "12.5", "ci_low": "4.2", "ci_high": "26.8", "ci_level": "95"}),
                ("disease_control", {"percent": "77.5", "ci_low": "61.5", "ci_high": "89.2", "ci_level": "95"}),
            ],
        ),
        (
            "The objective response rate was 41% in pancreatic primaries and 17% in midgut primaries.",
            [("objective_response", {"percent": "41"}), ("objective_response", {"percent": "17"})],
        ),
        (
            "A biochemical response was recorded in 9/21 assessable patients (43%).",
            [("biochemical_response", {"n_events": "9", "percent": "43", "n_evaluable": "21"})],
        ),
        (
            "Symptomatic improvement occurred in 10 of 15 patients (67%).",
            [("symptomatic_response", {"n_events": "10", "percent": "67", "n_evaluable": "15"})],
        ),
        ("At randomisation, 71% of patients had stable disease.", []),
    ],
)
def test_lists_over_responses(text: str, expected: list[tuple[str, dict[str, str]]]) -> None:
    assert said(text, "response_outcomes") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Median time to progression and overall survival were 9.4 and 31 months, respectively.",
            [("ttp", {"reported_value": "9.4"}), ("os", {"reported_value": "31"})],
        ),
        (
            "Median progression-free and overall survival were 13.2 months and 40.5 months.",
            [("pfs", {"reported_value": "13.2"}), ("os", {"reported_value": "40.5"})],
        ),
        (
            "Median progression-free survival (95% CI) was 14.3 (9.8-18.1) months in the first cohort and 8.2 (5.5; not calculable) months in the second.",
            [
                ("pfs", {"reported_value": "14.3", "ci_low": "9.8", "ci_high": "18.1"}),
                ("pfs", {"reported_value": "8.2", "ci_low": "5.5", "ci_high": "not estimable"}),
            ],
        ),
        (
            "Patients with stable disease held it for a median duration of 16 months (range, 5-41 months).",
            [("dosd", {"reported_value": "16", "spread_low": "5", "spread_high": "41"})],
        ),
        (
            "A partial response was seen in 22% of patients with a median duration of response of 17 months.",
            [("dor", {"reported_value": "17"})],
        ),
    ],
)
def test_lists_over_endpoints(text: str, expected: list[tuple[str, dict[str, str]]]) -> None:
    assert said(text, "survival_outcomes") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The 1-, 3- and 5-year overall survival rates were 88%, 61% and 43%, respectively.",
            {"1 years": "88", "3 years": "61", "5 years": "43"},
        ),
        ("Overall survival at 2 and 5 years was 74% and 38%.", {"2 years": "74", "5 years": "38"}),
    ],
)
def test_rates_over_time_points(text: str, expected: dict[str, str]) -> None:
    assert {item.facts["at"]: item.values["reported_value"] for item in drafted(text) if item.term == "os" and item.sure} == expected


def test_a_spread_is_no_second_time_and_makes_a_mean() -> None:
    (found,) = drafted("Mean overall survival was 3.4 ± 1.2 years.")
    assert (found.values, found.facts["statistic"], found.facts["unit"]) == ({"reported_value": "3.4"}, "mean", "years")


def test_terms_that_contain_others_are_kept_apart() -> None:
    text = "Febrile neutropenia was seen in 5 patients (8%) and grade 3 or 4 neutropenia in 24 (39%)."
    assert [term for term, _ in said(text, "adverse_events")] == ["febrile_neutropenia", "neutropenia"]


def test_a_comparison_within_one_arm_leaves_its_arms_to_the_reader() -> None:
    text = "Survival was longer in patients with grade 1 tumours (HR 0.41, 95% CI 0.22-0.77, p=0.005)."
    (found,) = [item for item in drafted(text) if item.table == "comparisons"]
    assert found.sure
    record = DraftRecord("x", source={"id": "x"}, arms=find_arms([Sentence(0, TITLE)], VOCABULARY), candidates=[found])
    assert "# - {arm: REPLACE, versus: REPLACE, endpoint: os, hr: 0.41" in to_yaml(record, VOCABULARY)


@pytest.mark.parametrize(
    ("events", "percent", "whole", "allowed"),
    [("7", "20", 35, True), ("7", "22", 35, False), (None, "33.3", 12, True), (None, "33.3", 10, False), ("9", None, 8, False)],
)
def test_a_denominator_must_give_the_printed_percentage(events: str | None, percent: str | None, whole: int, allowed: bool) -> None:
    assert fits(events, percent, whole) is allowed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The biochemical responses were as follows: complete response in 3 (10%), partial response in 9 (30%) and no change in 12 (40%).",
            ["biochemical_complete_response", "biochemical_partial_response", "biochemical_stable"],
        ),
        ("On FDG PET/CT, a complete response was seen in 4 of 20 patients (20%).", ["metabolic_complete_response"]),
        ("Best PET response was partial response in 6 of 20 patients (30%).", ["metabolic_partial_response"]),
        (
            "Urinary 5-HIAA fell by more than 50% in 12 of 20 patients (60%).",
            ["biochemical_response"],
        ),
        ("Relief of flushing was obtained in 9 of 12 patients (75%).", ["symptomatic_response"]),
        ("A complete pathological response was seen in 4 of 18 patients (22%).", ["pathologic_complete_response"]),
        ("Partial and complete responses occurred in 9 of 30 patients (30%).", ["objective_response"]),
        ("Twelve of 40 patients (30%) were alive and progression-free at 12 months.", ["progression_free"]),
    ],
)
def test_what_a_response_was_judged_by(text: str, expected: list[str]) -> None:
    assert sorted({item.term for item in drafted(text) if item.table == "response_outcomes"}) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "A 50% or greater reduction in tumour size was required.",
        "Upon disease progression, 19 of 40 placebo patients (48%) received everolimus.",
        "Serious adverse events were neoplasm progression (n = 9; 12%) and sepsis (n = 4; 5%).",
        "In all, 31 (62%) had documented tumour progression during the 12 months before initiation of treatment.",
        "For tumours with partial response, 8 (67%) of 12 had low expression.",
        "Bowel movements were reduced by 64% after 3 months.",
        "Forty patients on stable doses of octreotide were included.",
    ],
)
def test_what_only_looks_like_a_response(text: str) -> None:
    assert [term for term, _ in said(text, "response_outcomes") if term not in ("any_shrinkage", "symptomatic_response")] == []


@pytest.mark.parametrize(
    ("text", "n", "of"),
    [
        ("Four out of 10 patients showed stable disease.", "4", "10"),
        ("None of the remaining 14 patients had a partial response.", "0", "14"),
    ],
)
def test_number_words_out_of_a_number(text: str, n: str, of: str) -> None:
    (found,) = [item for item in drafted(text) if item.table == "response_outcomes"]
    assert (found.values["n_events"], found.values["n_evaluable"]) == (n, of)


def test_two_percentages_about_a_percentage_are_its_interval() -> None:
    (found,) = [item for item in drafted("The objective response rate was 5.9% (0.3%–25.0%).") if item.table == "response_outcomes"]
    assert (found.values["ci_low"], found.values["ci_high"]) == ("0.3", "25.0")


def test_the_interval_behind_a_sum_is_of_the_sum() -> None:
    text = "The objective response rate was 56% (complete response [24%] plus partial response [32%]; 95% CI, 41.3% to 70.0%)."
    assert [item.term for item in drafted(text) if "ci_low" in item.values] in ([], ["objective_response"])


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["In the efficacy population (n = 26), the objective response rate was 57.7%."], {"objective_response": "26"}),
        (["Thirty-four patients were evaluable for response.", "Partial response was achieved in 38%."], {"partial_response": "34"}),
        (
            ["The objective response rate was 18% (7/38), including one complete response and six partial responses."],
            {"objective_response": "38", "complete_response": "38", "partial_response": "38"},
        ),
        (["A total of 13 patients responded, 3 with complete response and 10 with partial response."], {}),
    ],
)
def test_denominators_said_once(sentences: list[str], expected: dict[str, str]) -> None:
    found = draft_candidates([Sentence(0, TITLE), *(Sentence(n, text) for n, text in enumerate(sentences, start=1))], VOCABULARY).candidates
    assert {
        item.term: item.values["n_evaluable"] for item in found if item.table == "response_outcomes" and "n_evaluable" in item.values
    } == expected


@pytest.mark.parametrize(
    ("printed", "unit"),
    [("500 mg/m2", "mg/m2"), ("500 mg m−2", "mg/m2"), ("500 mg/sqm", "mg/m2"), ("2 mg per kilogram", "mg/kg"), ("10 mg", "mg")],
)
def test_a_dose_keeps_what_it_is_per(printed: str, unit: str) -> None:
    (found,) = [item for item in drafted(f"Patients were treated with everolimus {printed}.") if item.table == "doses"]
    assert found.facts["unit"] == unit


@pytest.mark.parametrize(
    ("title", "drugs"),
    [
        (
            "Chemotherapy with 5-fluorouracil, cisplatin and streptozocin for neuroendocrine tumours",
            ("cisplatin", "fluorouracil", "streptozocin"),
        ),
        ("Oral ondansetron for carcinoid syndrome refractory to octreotide", ("ondansetron",)),
        ("Peptide receptor radionuclide therapy with 177Lu-DOTATATE in bronchial carcinoids", ("177lu-dotatate",)),
        ("Somatostatin analogues in pancreatic neuroendocrine tumours", ("somatostatin-analogue",)),
    ],
)
def test_the_regimen_of_one_arm(title: str, drugs: tuple[str, ...]) -> None:
    (arm,) = find_arms([Sentence(0, title)], VOCABULARY)
    assert arm.drugs == drugs


def test_a_bracket_without_a_word_is_left_to_the_reader() -> None:
    found = [item for item in drafted("Median overall survival was 34 (21-49) months.") if item.term == "os"]
    assert [(item.sure, item.values) for item in found] == [
        (True, {"reported_value": "34"}),
        (False, {"reported_value": "34", "spread_low": "21", "spread_high": "49"}),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Median survival was 48 months from diagnosis.", [("residual_survival", {"reported_value": "48"})]),
        ("Overall survival at 12 months was 79% (95% CI, 0.60-1.00).", [("os", {"reported_value": "79"})]),
        ("Median overall survival was 17,8 months (CI: 11,4 – 23,3).", [("os", {"reported_value": "17.8"})]),
        (
            "The 5-year DFS and OS rates in the two groups were 44.8% and 39.5%, and 53.8% and 39.6%, respectively.",
            [("dfs", {"reported_value": value}) for value in ("44.8", "39.5")]
            + [("os", {"reported_value": value}) for value in ("53.8", "39.6")],
        ),
    ],
)
def test_odd_prints_of_survival(text: str, expected: list[tuple[str, dict[str, str]]]) -> None:
    assert said(text, "survival_outcomes") == expected


def test_a_name_with_its_explanation_is_one_name() -> None:
    found = drafted("Clinical benefit (responses and stable disease) was seen in 62% of patients.")
    assert [(item.term, item.values) for item in found] == [("clinical_benefit", {"percent": "62"})]


def test_an_interval_may_be_called_c_i_with_stops() -> None:
    (found,) = [item for item in drafted("The 5-year overall survival was 7.3% (95% C.I. 6.0–8.3).") if item.table == "survival_outcomes"]
    assert (found.values["reported_value"], found.values["ci_low"], found.values["ci_high"]) == ("7.3", "6.0", "8.3")


@pytest.mark.parametrize(
    "text",
    [
        "The reasons for dose escalation were carcinoid syndrome (62%) and radiographic progression (28%).",
        "Disease progression or death was recorded in 20 of 45 patients (44%), HR 0.47, p=0.02.",
    ],
)
def test_no_sure_response_of_a_reason_or_a_composite(text: str) -> None:
    found = drafted(text, TWO)
    assert [item.term for item in found if item.table == "response_outcomes" and item.sure] == []
    assert "unclear" not in {item.term for item in found}
