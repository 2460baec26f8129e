"""Survival times and rates."""

from pathlib import Path

import pytest

from .planted import Case, arm, found, judge


def _s(*rows: dict[str, object]) -> dict[str, object]:
    return arm(survival=list(rows))


CASES = {
    "progression-after-death": Case(
        _s({"endpoint": "pfs", "median": "27.1"}, {"endpoint": "os", "median": "21.7"}),
        _s({"endpoint": "pfs", "median": "17.1"}, {"endpoint": "os", "median": "21.7"}),
    ),
    "rate-rises": Case(
        _s({"endpoint": "os", "rate": "65%", "at": "1 years"}, {"endpoint": "os", "rate": "72%", "at": "24"}),
        _s({"endpoint": "os", "rate": "65%", "at": "1 years"}, {"endpoint": "os", "rate": "65.4%", "at": "24"}),
    ),
    "rate-above-overall-survival": Case(
        _s({"endpoint": "pfs", "rate": "85%", "at": 12}, {"endpoint": "os", "rate": "58%", "at": 12}),
        _s({"endpoint": "pfs", "rate": "85%", "at": 12}, {"endpoint": "os", "rate": "58%", "at": 24}),
    ),
    "rate-against-median": Case(
        _s({"endpoint": "pfs", "median": "8.3"}, {"endpoint": "pfs", "rate": "65%", "at": 12}),
        _s({"endpoint": "pfs", "median": "18.3"}, {"endpoint": "pfs", "rate": "65%", "at": 12}),
    ),
}


@pytest.mark.parametrize("id", CASES)
def test_bites_and_stays_silent(tmp_path: Path, id: str) -> None:
    judge(tmp_path, id, CASES[id])


@pytest.mark.parametrize(
    "rows",
    [
        [{"endpoint": "pfs", "median": "27.1", "data_cutoff": "1999"}, {"endpoint": "os", "median": "21.7", "data_cutoff": "2001"}],
        [{"endpoint": "pfs", "median": ">27"}, {"endpoint": "os", "median": "21.7"}],
        [{"endpoint": "pfs", "median": "27.1"}, {"endpoint": "os", "median": "not reached"}],
        [{"endpoint": "pfs", "median": "1.5", "unit": "years"}, {"endpoint": "os", "median": "18"}],
        [{"endpoint": "time_to_response", "rate": "30%", "at": 6}, {"endpoint": "time_to_response", "rate": "40%", "at": 12}],
        [{"endpoint": "pfs", "median": "not reached"}, {"endpoint": "pfs", "rate": "65.2%", "at": 20}],
    ],
)
def test_no_false_alarm(tmp_path: Path, rows: list[dict[str, object]]) -> None:
    assert not found(tmp_path, _s(*rows))


def test_rate_below_half_without_a_median(tmp_path: Path) -> None:
    assert found(tmp_path, _s({"endpoint": "pfs", "median": "not reached"}, {"endpoint": "pfs", "rate": "35%", "at": 20})) == {
        "rate-against-median"
    }
