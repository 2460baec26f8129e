"""Percentages, counts, denominators."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nen_evidence.contract.response_outcomes import counts_fitting
from nen_evidence.record.figure import Figure

from .planted import Case, arm, found, grave, judge, study

CASES = {
    "percent-count": Case(arm(responses=[{"of": 36, "orr": "9 (52%)"}]), arm(responses=[{"of": 36, "orr": "9 (25%)"}])),
    "percent-rounding": Case(arm(responses=[{"of": 17, "orr": "3 (17.7%)"}]), arm(responses=[{"of": 17, "orr": "3 (17.6%)"}])),
    "percent-without-denominator": Case(
        arm(enrolled=40, responses=[{"orr": "9 (2.5%)"}]), arm(enrolled=40, responses=[{"orr": "9 (25%)"}])
    ),
    "grim": Case(arm(responses=[{"of": 101, "orr": "17.5%"}]), arm(responses=[{"of": 101, "orr": "18%"}])),
    "percent-shared-denominator": Case(
        arm(treated=29, responses=[{"pr": "1 (3.8%)", "sd": "6 (20.7%)"}]),
        arm(treated=29, responses=[{"pr": "1 (3.4%)", "sd": "6 (20.7%)"}]),
    ),
    "percent-among-counts": Case(
        arm(counts=[{"primary_site": {"midgut": "41%", "pancreas": 15, "lung": 10}}]), arm(responses=[{"cr": 0, "pr": "28%", "sd": "35%"}])
    ),
    "percent-above-100": Case(
        arm(survival=[{"endpoint": "os", "rate": "650%", "at": 12}]), arm(survival=[{"endpoint": "os", "rate": "65.0%", "at": 12}])
    ),
}


@pytest.mark.parametrize("id", CASES)
def test_bites_and_stays_silent(tmp_path: Path, id: str) -> None:
    judge(tmp_path, id, CASES[id])


@pytest.mark.parametrize(
    "fields",
    [
        {"treated": 30, "responses": [{"orr": "17.5%"}]},  # of whom is not said
        {"treated": 30, "responses": [{"of": 30, "orr": "<17.5%"}]},
        {"treated": 30, "responses": [{"of": 30, "orr": "~17%"}]},
        {"treated": 30, "responses": [{"orr": "17.5%", "unit_of_analysis": "lesion", "denominator": "treated"}]},
        {"treated": 30, "responses": [{"outcome": "progression_free", "percent": "17.5", "of": 30, "at": 6}]},  # estimated by Kaplan-Meier
        {"enrolled": 40, "responses": [{"orr": "25%"}, {"dcr": 30}]},
        {"treated": 30, "adverse_events": [{"term": "nausea", "percent": "17.5", "of": 30, "counted": "cycles"}]},
        {"treated": 30, "responses": [{"biochemical_response": "5 (31%)", "marker": "cga"}]},
    ],
)
def test_no_false_alarm(tmp_path: Path, fields: dict[str, object]) -> None:
    assert not found(tmp_path, arm(**fields))


def test_percentage_of_a_named_denominator(tmp_path: Path) -> None:
    assert found(tmp_path, arm(treated=30, responses=[{"orr": "17.5%", "denominator": "treated"}])) == {"grim"}


def test_percentage_of_no_denominator(tmp_path: Path) -> None:
    assert found(tmp_path, arm(responses=[{"orr": "2 (83.0%)"}])) == {"percent-without-denominator"}


@given(n=st.integers(1, 2000), decimals=st.integers(0, 2), data=st.data())
def test_grim_accepts_every_true_percentage(n: int, decimals: int, data: st.DataObject) -> None:
    k = data.draw(st.integers(0, n))
    assert k in counts_fitting(Figure(f"{100 * k / n:.{decimals}f}"), n)


@settings(max_examples=40, deadline=None)
@given(n=st.integers(1, 300), decimals=st.integers(0, 2), data=st.data())
def test_true_percentages_raise_nothing(n: int, decimals: int, data: st.DataObject) -> None:
    k = data.draw(st.integers(0, n))
    percent = f"{100 * k / n:.{decimals}f}%"
    with tempfile.TemporaryDirectory() as folder:
        shares = [
            {"of": n, "orr": f"{k} ({percent})"},
            {"of": n, "dcr": percent, "criteria": "choi"},
            {"symptomatic_response": f"{k} ({percent})", "symptom": "flushing"},
        ]
        assert not grave(found(Path(folder), study({"a": {"enrolled": n, "responses": shares}})))
