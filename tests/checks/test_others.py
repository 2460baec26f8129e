"""Doses, adverse events, measurements, dates, duplicates."""

from pathlib import Path

import pytest

from .planted import Case, arm, found, judge, study

_PRRT = {"regimen": "177lu-dotatate"}


def _dose(**fields: object) -> dict[str, object]:
    return arm(doses=[{"route": "iv", **fields}])


def _prrt(cumulative: str) -> dict[str, object]:
    return study(
        {
            "a": _PRRT
            | {
                "doses": [
                    {"drug": "177lu-dotatate", "amount": "7.4", "unit": "GBq", "per": "cycle", "cycles": 4},
                    {"drug": "177lu-dotatate", "amount": cumulative, "unit": "GBq", "per": "cumulative"},
                ]
            }
        }
    )


def _ranges(most: str) -> dict[str, object]:
    return study(
        {
            "a": _PRRT
            | {
                "measurements": [
                    {"quantity": "activity_per_cycle", "unit": "GBq", "range": "3.5-7.8"},
                    {"quantity": "cycles_received", "unit": "{cycle}", "range": "1-5"},
                    {"quantity": "cumulative_activity", "unit": "GBq", "range": f"3.7-{most}"},
                ]
            }
        }
    )


def _series(id: str, n: int, median: str) -> dict[str, object]:
    return study({"a": {"enrolled": n, "survival": [{"endpoint": "pfs", "median": median}]}}, id=id)


CASES = {
    "dose-plausible": Case(
        _dose(drug="streptozocin", amount=50, unit="mg/m2", days="d1-5"), _dose(drug="streptozocin", amount="0.5", unit="g/m2", days="d1-5")
    ),
    "dose-or-gap": Case(study({"a": {}}, gaps=[]), study({"a": {}}, gaps=[{"arm": "a", "item": "doses"}])),
    "activity-cumulative": Case(_prrt("37.0"), _prrt("29.6")),
    "cumulative-range": Case(_ranges("83.7"), _ranges("38.7")),
    "grade-exceeds-wider": Case(
        arm(adverse_events=[{"term": "nausea", "grade": "any", "n": 4, "of": 40}, {"term": "nausea", "grade": "g3-4", "n": 14, "of": 40}]),
        arm(adverse_events=[{"term": "nausea", "grade": "any", "n": 14, "of": 40}, {"term": "nausea", "grade": "g3-4", "n": 4, "of": 40}]),
    ),
    "impossible-measurement": Case(
        arm(measurements=[{"quantity": "age", "median": 580, "unit": "a"}]),
        arm(measurements=[{"quantity": "age", "median": 58, "unit": "a"}]),
    ),
    "enrolment-after-report": Case(study(enrolment=[1990, 2009]), study(enrolment=[1990, 2001])),
    "cutoff-after-report": Case(
        arm(responses=[{"orr": 4, "data_cutoff": "2010-06"}]), arm(responses=[{"orr": 4, "data_cutoff": "2001-06"}])
    ),
    "time-beyond-study": Case(
        study({"a": {"measurements": [{"quantity": "follow_up", "median": 105, "unit": "mo"}]}}, enrolment=[1997, 1999]),
        study(
            {
                "a": {
                    "measurements": [{"quantity": "follow_up", "median": "10.5", "unit": "mo"}],
                    "survival": [{"endpoint": "os", "median": 90, "time_origin": "diagnosis"}],
                }
            },
            enrolment=[1997, 1999],
        ),
    ),
    "same-cohort-twice": Case(
        [_series("a-2001-trial", 31, "9.2"), _series("b-2002-trial", 31, "9.2")],
        [_series("a-2001-trial", 31, "9.2"), _series("b-2002-trial", 32, "9.2")],
    ),
}


@pytest.mark.parametrize("id", CASES)
def test_bites_and_stays_silent(tmp_path: Path, id: str) -> None:
    judge(tmp_path, id, CASES[id])


def test_a_listed_overlap_is_no_news(tmp_path: Path) -> None:
    pair = [_series("a-2001-trial", 31, "9.2"), _series("b-2002-trial", 31, "9.2")]
    assert not found(tmp_path, pair, [("b-2002-trial", "a-2001-trial")])


@pytest.mark.parametrize(
    "dose",
    [
        {"drug": "streptozocin", "amount": 1, "unit": "g/m2", "days": "d1"},
        {"drug": "177lu-dotatate", "amount": 200, "unit": "mCi"},
        {"drug": "octreotide", "amount": 150, "unit": "ug", "route": "sc", "times_per_day": 3},
        {"drug": "octreotide", "amount": 30, "unit": "mg", "route": "im", "formulation": "long_acting"},
        {"drug": "capecitabine", "amount": 750, "unit": "mg/m2", "route": "oral", "times_per_day": 2},
        {"drug": "everolimus", "amount": 10, "unit": "mg", "route": "oral", "per": "day"},
        {"drug": "interferon-alfa", "amount": 3000000, "unit": "[iU]", "route": "sc"},
        {"drug": "carboplatin", "amount": 5, "unit": "mg.min/mL"},
        {"drug": "placebo", "amount": 5, "unit": "mg"},
    ],
)
def test_usual_doses_pass(tmp_path: Path, dose: dict[str, object]) -> None:
    assert not found(tmp_path, _dose(**dose))


def test_long_acting_octreotide_in_micrograms(tmp_path: Path) -> None:
    assert found(tmp_path, _dose(drug="octreotide", amount=30, unit="ug", route="im", formulation="long_acting")) == {"dose-plausible"}
