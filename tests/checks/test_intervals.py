"""Intervals."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nen_evidence.checks.intervals import METHODS, fitting, nearest
from nen_evidence.record.figure import Figure

from .planted import Case, arm, effect, found, judge

CASES = {
    "binomial-interval": Case(
        arm(responses=[{"of": 36, "orr": 9, "ci": "12-49", "ci_level": "0.95"}]),
        arm(responses=[{"of": 36, "orr": 9, "ci": "12.1-42.2", "ci_level": "0.95"}]),
    ),
    "binomial-interval-possible": Case(
        arm(enrolled=40, responses=[{"orr": "25%", "ci": "22-29", "ci_level": "0.95"}]),
        arm(enrolled=40, responses=[{"orr": "25%", "ci": "12-42", "ci_level": "0.95"}]),
    ),
    "interval-order": Case(effect(hr="0.71", ci=["1.12", "0.45"]), effect(hr="0.71", ci=["0.45", "1.12"])),
    "estimate-outside-interval": Case(
        arm(survival=[{"endpoint": "pfs", "median": "71", "ci": ["5.0", "9.3"]}]),
        arm(survival=[{"endpoint": "pfs", "median": "7.1", "ci": ["5.0", "9.3"]}]),
    ),
    "estimate-outside-range": Case(
        arm(measurements=[{"quantity": "age", "median": 85, "unit": "a", "range": "33-79"}]),
        arm(measurements=[{"quantity": "age", "median": 58, "unit": "a", "range": "33-79"}]),
    ),
    "percent-interval-bounds": Case(
        arm(responses=[{"orr": "25%", "ci": "12-422", "ci_level": "0.95"}], enrolled=500),
        arm(survival=[{"endpoint": "os", "rate": "98%", "at": 12, "ci": "94-100"}]),
    ),
}


@pytest.mark.parametrize("id", CASES)
def test_bites_and_stays_silent(tmp_path: Path, id: str) -> None:
    judge(tmp_path, id, CASES[id])


@pytest.mark.parametrize(
    "fields",
    [
        {"responses": [{"of": 36, "orr": 9, "ci": "14-40"}]},  # 90%, no level stated
        {"responses": [{"of": 36, "orr": 9, "ci": ["12", "not reported"]}]},
        {"responses": [{"of": 36, "orr": 9, "ci": "10-100", "ci_sides": 1}]},
        {"survival": [{"endpoint": "pfs", "median": ">36", "ci": ["20", "30"]}]},
        {"survival": [{"endpoint": "pfs", "median": "not reached", "ci": ["20", "not reached"]}]},
        {"measurements": [{"quantity": "age", "mean": 70, "unit": "a", "iqr": "50-65"}]},
        {"responses": [{"orr": "100%", "of": 3, "ci": "29-100", "ci_level": "0.95"}]},
    ],
)
def test_no_false_alarm(tmp_path: Path, fields: dict[str, object]) -> None:
    assert not found(tmp_path, arm(**fields))


def test_another_level_is_named(tmp_path: Path) -> None:
    from nen_evidence import checks
    from nen_evidence.contract import flatten

    from .planted import read

    seeds = read(tmp_path, arm(responses=[{"of": 36, "orr": 9, "ci": "13.7-39.6", "ci_level": "0.95"}]))
    ((_, finding),) = checks.findings(seeds, flatten(seeds))
    assert "Clopper-Pearson at 90%" in finding.message


_STATSMODELS = {"Clopper-Pearson": "beta", "Wilson": "wilson", "Wald": "normal", "Agresti-Coull": "agresti_coull", "Jeffreys": "jeffreys"}


@settings(deadline=None)
@given(n=st.integers(2, 400), level=st.sampled_from([0.8, 0.9, 0.95, 0.975, 0.99]), decimals=st.integers(0, 2), data=st.data())
def test_every_binomial_interval_is_recognised(n: int, level: float, decimals: int, data: st.DataObject) -> None:
    """Bounds by statsmodels, rounded, are those of the method they were made by: statsmodels is the oracle."""
    from statsmodels.stats.proportion import proportion_confint

    x = data.draw(st.integers(0, n))
    name = data.draw(st.sampled_from(sorted(_STATSMODELS)))
    bounds = proportion_confint(x, n, alpha=1 - level, method=_STATSMODELS[name])
    low, high = (Figure(f"{100 * min(max(float(bound), 0), 1):.{decimals}f}") for bound in bounds)
    if name == "Jeffreys" and x in (0, n):
        return  # ours ends at 0 or 1 (Brown, Cai & DasGupta 2001), statsmodels' does not
    assert name in fitting(x, n, low, high, level)
    assert nearest(Figure(f"{100 * x / n:.1f}"), low, high, (level,), n)[0] <= 1 + 1e-6


def test_newcombe_1998_table() -> None:
    """81 of 263 and 15 of 148: the worked examples of Newcombe 1998, methods 3 and 4."""
    for x, n, wilson, corrected in (
        (81, 263, ("0.2553", "0.3662"), ("0.2535", "0.3682")),
        (15, 148, ("0.0624", "0.1605"), ("0.0598", "0.1644")),
    ):
        assert tuple(f"{float(bound):.4f}" for bound in METHODS["Wilson"](x, n, 0.95)) == wilson
        assert tuple(f"{float(bound):.4f}" for bound in METHODS["Wilson with continuity correction"](x, n, 0.95)) == corrected
