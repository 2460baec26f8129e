"""Effects between groups."""

import math
import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from .planted import Case, effect, found, judge, two


def _against(first: dict[str, object], second: dict[str, object], **fields: object) -> dict[str, object]:
    return two(first, second, [{"arm": "a", "versus": "b", "ci_level": "0.95", **fields}])


_A, _B = ({"survival": [{"endpoint": "pfs", "median": value}]} for value in ("14.3", "6.0"))
_C, _D = ({"responses": [{"outcome": "orr", "percent": value}]} for value in ("30", "10"))
CASES = {
    "ratio-not-positive": Case(effect(hr="-0.34"), effect(hr="0.34")),
    "ratio-log-centre": Case(effect(hr="0.48", ci=["0.20", "0.59"]), effect(hr="0.34", ci=["0.20", "0.59"])),
    "p-against-interval": Case(effect(hr="0.71", ci=["0.45", "1.12"], p="0.41"), effect(hr="0.71", ci=["0.45", "1.12"], p="0.14")),
    "p-contradicts-interval": Case(
        effect(hr="0.71", ci=["0.45", "1.12"], p="0.014", method="Wilcoxon"),
        effect(hr="0.71", ci=["0.45", "1.12"], p="0.17", method="Wilcoxon"),
    ),
    "ratio-against-medians": Case(
        _against(_B, _A, endpoint="pfs", hr="0.34", ci=["0.20", "0.59"]), _against(_A, _B, endpoint="pfs", hr="0.34", ci=["0.20", "0.59"])
    ),
    "ratio-against-proportions": Case(
        _against(_D, _C, endpoint="orr", **{"or": "3.9", "ci": ["1.5", "9.8"]}),
        _against(_C, _D, endpoint="orr", **{"or": "3.9", "ci": ["1.5", "9.8"]}),
    ),
}


@pytest.mark.parametrize("id", CASES)
def test_bites_and_stays_silent(tmp_path: Path, id: str) -> None:
    judge(tmp_path, id, CASES[id])


@pytest.mark.parametrize(
    "fields",
    [
        {"hr": "0.34", "ci": ["0.20", "0.59"], "p": "0.000072"},  # PROMID, as printed
        {"hr": "0.21", "ci": ["0.13", "0.33"], "p": "<0.001"},
        {"hr": "0.77", "ci": ["0.59", "1.00"], "p": "0.026", "p_sides": 1},  # RADIANT-2: one-sided
        {"hr": "0.77", "ci": ["0.59", "1.00"], "p": "0.051"},  # 1.00 may be on either side
        {"hr": "2.18", "ci": ["0.75", "6.33"], "p": "0.14"},  # PROMID update: the log-rank p, which is not Wald's 0.15
        {"hr": "0.71", "ci": ["0.45", "not reached"], "p": "0.01"},
        {"hr": "1.076", "ci": ["0.666", "1.738"], "p": "0.619", "p_sides": 1},  # JCOG1205: the effect went the other way
        {"hr": "0.71", "p": "0.01"},
        {"hr": "<0.71", "ci": ["0.45", "1.12"]},
        {"difference": "-1.2", "ci": ["-3.0", "0.6"], "p": "0.19"},
    ],
)
def test_no_false_alarm(tmp_path: Path, fields: dict[str, object]) -> None:
    assert not found(tmp_path, effect(**fields))


def test_a_not_reached_median_is_the_longer(tmp_path: Path) -> None:
    reached, not_reached = ({"survival": [{"endpoint": "pfs", "median": value}]} for value in ("8.4", "not reached"))
    fields = {"endpoint": "pfs", "hr": "0.21", "ci": ["0.13", "0.33"]}
    assert not found(tmp_path, _against(not_reached, reached, **fields))
    assert found(tmp_path, _against(reached, not_reached, **fields)) == {"ratio-against-medians"}


def test_difference_contradicting_its_p(tmp_path: Path) -> None:
    assert found(tmp_path, effect(difference="-1.2", ci=["-3.0", "0.6"], p="0.01")) == {"p-contradicts-interval"}


def test_walds_p_where_the_method_says_so(tmp_path: Path) -> None:
    assert found(tmp_path, effect(hr="2.18", ci=["0.75", "6.33"], p="0.14", method="Wald")) == {"p-against-interval"}


@settings(max_examples=60, deadline=None)
@given(
    log_hr=st.floats(-2, 2),
    error=st.floats(0.05, 1),
    level=st.sampled_from([0.9, 0.95, 0.99]),
    decimals=st.integers(1, 3),
    sides=st.sampled_from([1, 2]),
    test=st.sampled_from(["Wald", "log-rank"]),
)
def test_every_true_ratio_passes(log_hr: float, error: float, level: float, decimals: int, sides: int, test: str) -> None:
    """A ratio, its log-normal interval and its p-value, rounded: no check speaks."""
    half = norm.ppf(0.5 + level / 2) * error
    hr, low, high = (f"{math.exp(value):.{decimals}f}" for value in (log_hr, log_hr - half, log_hr + half))
    assume(float(low) < float(high))
    # Both tests contradict the interval at its level only between their two z: not planted here.
    z = abs(log_hr) / error if test == "Wald" else 2 * math.sinh(abs(log_hr) / 2) / error
    assume(test == "Wald" or (abs(log_hr) > half) == (z * error > half))
    p = sides * norm.sf(z)
    with tempfile.TemporaryDirectory() as folder:
        assert not found(
            Path(folder),
            effect(hr=hr, ci=[low, high], ci_level=f"{level:g}", p="<0.001" if p < 0.001 else f"{p:.3f}", p_sides=sides, method=test),
        )
