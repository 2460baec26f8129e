"""Single sentences: odd prints, roles, and what must not be taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from nen_evidence.anchors.text import Sentence
from nen_evidence.drafting.arms import find_arms
from nen_evidence.drafting.atoms import atoms
from nen_evidence.drafting.candidates import Candidate, draft_candidates
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
        ("A total of 52 patients were enrolled.", "patient_counts", "enrolled", {"n": "52"}),
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
