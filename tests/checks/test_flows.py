"""Patient flow, denominators, arms against the study."""

from pathlib import Path

import pytest

from .planted import Case, arm, found, judge, study, two


def _whole(overall: dict[str, object], first: dict[str, object], second: dict[str, object]) -> dict[str, object]:
    made = two(first, second)
    made["arms"]["overall"] = {"role": "overall", **overall}
    return made


_COHORT = {"role": "cohort"}
CASES = {
    "flow-order": Case(arm(assigned=42, treated=45), arm(assigned=45, treated=42)),
    "arms-add-up": Case(
        _whole({"assigned": 84}, {"assigned": 42}, {"assigned": 24}), _whole({"assigned": 84}, {"assigned": 42}, {"assigned": 42})
    ),
    "arms-exceed-study": Case(
        study(
            {"overall": {"enrolled": 17}, "a": _COHORT | {"treated": 14}, "b": _COHORT | {"treated": 8}}, design="nonrandomized_controlled"
        ),
        study(
            {"overall": {"enrolled": 17}, "a": _COHORT | {"treated": 14}, "b": _COHORT | {"treated": 8, "same_patients_as": "a"}},
            design="nonrandomized_controlled",
        ),
    ),
    "arm-exceeds-parent": Case(
        study({"overall": {"enrolled": 17}, "a": _COHORT | {"treated": 41}}, design="nonrandomized_controlled"),
        study({"overall": {"enrolled": 17}, "a": _COHORT | {"treated": 14}}, design="nonrandomized_controlled"),
    ),
    "arm-events-exceed-study": Case(
        _whole({"responses": [{"of": 80, "orr": 20}]}, {"responses": [{"of": 40, "orr": 12}]}, {"responses": [{"of": 40, "orr": 3}]}),
        _whole({"responses": [{"of": 80, "orr": 15}]}, {"responses": [{"of": 40, "orr": 12}]}, {"responses": [{"of": 40, "orr": 3}]}),
    ),
    "events-exceed-denominator": Case(
        arm(responses=[{"of": 9, "symptomatic_response": 36, "symptom": "flushing"}]),
        arm(responses=[{"of": 36, "symptomatic_response": 36, "symptom": "flushing"}]),
    ),
    "events-exceed-arm": Case(arm(assigned=40, responses=[{"orr": 44}]), arm(assigned=40, responses=[{"orr": 40}])),
    "adverse-events-exceed-arm": Case(
        arm(assigned=40, adverse_events=[{"term": "nausea", "n": 44}]),
        arm(assigned=40, adverse_events=[{"term": "nausea", "n": 44, "counted": "events"}]),
    ),
    "denominator-exceeds-arm": Case(
        arm(assigned=40, responses=[{"of": 63, "orr": 4}]),
        arm(assigned=40, responses=[{"of": 36, "orr": 4}, {"of": 63, "orr": 20, "unit_of_analysis": "lesion"}]),
    ),
    "count-total-exceeds-arm": Case(
        arm(enrolled=113, counts=[{"line": {"first": 106, "second": 17}, "of": 123}]),
        arm(enrolled=113, counts=[{"line": {"first": 96, "second": 17}, "of": 113}, {"biomarker": {"pd-l1": 30}, "of": 170}]),
    ),
    "denominator-exceeds-treated": Case(
        arm(treated=40, responses=[{"of": 63, "orr": 4}]), arm(treated=40, responses=[{"of": 42, "orr": 4, "denominator": "assigned"}])
    ),
}


@pytest.mark.parametrize("id", CASES)
def test_bites_and_stays_silent(tmp_path: Path, id: str) -> None:
    judge(tmp_path, id, CASES[id])


def test_denominator_said_to_be_the_treated(tmp_path: Path) -> None:
    assert found(tmp_path, arm(assigned=42, treated=40, responses=[{"of": 42, "orr": 4, "denominator": "treated"}])) == {
        "denominator-exceeds-arm"
    }


def test_an_update_may_have_more_patients(tmp_path: Path) -> None:
    made = study(
        {
            "a": {
                "enrolled": 40,
                "counts": [{"flow": {"enrolled": 63}, "source": "later"}],
                "responses": [{"of": 63, "orr": 4, "source": "later"}],
            }
        }
    )
    made["sources"].append({"id": "later", "title": "An update", "role": "update", "year": "2005"})
    assert not found(tmp_path, made)
