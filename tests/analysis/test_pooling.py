"""Pooling equals metafor::rma."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nen_evidence.analysis.pooling import Method, back, pool
from nen_evidence.contract.effect_sizes import logit

from ..conftest import needs, run

SETS: dict[str, tuple[list[float], list[float], list[float]]] = {
    "spread": ([-0.9, 0.1, -1.7, -0.4, 0.6, -1.1, -0.2], [0.04, 0.2, 0.1, 0.02, 0.3, 0.08, 0.15], [1, 2, 3, 4, 5, 6, 9]),
    "homogeneous": ([-1.0, -1.02, -0.97, -1.01], [0.1, 0.2, 0.05, 0.3], [3, 1, 4, 1.5]),
    "three": ([-1.05, -0.26, -0.73], [0.017, 0.018, 0.027], [1, 0, 2]),
}
R = """
suppressMessages({library(metafor); library(jsonlite)})
sets <- fromJSON(commandArgs(TRUE)[1], simplifyMatrix = FALSE)
fine <- list(threshold = 1e-9, tol = 1e-12, maxiter = 10000, stepadj = 0.5)
out <- list()
for (name in names(sets)) for (method in c("REML", "DL", "PM")) for (test in c("z", "knha", "adhoc")) {
  y <- sets[[name]][[1]]; v <- sets[[name]][[2]]; x <- sets[[name]][[3]]
  r <- rma(y, v, method = method, test = test, control = fine)
  ci <- confint(r, control = list(tol = 1e-12))
  pi <- predict(r)
  out[[paste(name, method, test)]] <- unname(c(r$beta, r$se, r$ci.lb, r$ci.ub, r$pval, r$tau2, r$I2, r$QE, r$QEp, ci$random[1, 2:3], pi$pi.lb, pi$pi.ub))
  m <- rma(y, v, mods = ~ x, method = method, test = test, control = fine)
  out[[paste(name, method, test, "mods")]] <- unname(c(m$beta, m$se, m$QM, m$QMp, m$tau2, m$I2, m$QE))
  l <- leave1out(rma(y, v, method = method, test = "z", control = fine))
  out[[paste(name, method, test, "loo")]] <- unname(l$estimate)
}
p <- c(0.3, 0.9, 0.05)
out$ipft <- transf.ipft.hm(p, targs = list(ni = c(10, 20, 40)))
out$pft <- unname(unlist(escalc("PFT", xi = c(0, 3, 20), ni = c(10, 10, 20))))
cat(toJSON(out, digits = 15))
"""


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[float]]:
    needs("Rscript")
    script = tmp_path_factory.mktemp("r") / "rma.R"
    script.write_text(R)
    done = run("Rscript", "--vanilla", str(script), json.dumps(SETS))
    assert done.returncode == 0, done.stderr
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found


def frame(name: str) -> pd.DataFrame:
    y, v, x = SETS[name]
    return pd.DataFrame({"yi": y, "vi": v, "x": x, "measure": "log_hr"})


def near(ours: Sequence[float], r: Sequence[float], places: float = 1e-6) -> None:
    assert np.allclose(ours, np.array(r, dtype=float), atol=places, rtol=places), (ours, r)


@pytest.mark.r
@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("method", ["REML", "DL", "PM"])
@pytest.mark.parametrize("test", ["z", "knha", "adhoc"])
def test_pool_is_rma(theirs: dict[str, list[float]], name: str, method: Method, test: str) -> None:
    knha: Any = {"z": False, "knha": True, "adhoc": "adhoc"}[test]
    ours = pool(frame(name), method, knha=knha, leave_one_out=True)
    r = theirs[f"{name} {method} {test}"]
    near([ours.beta, ours.se, ours.low, ours.high, ours.p_value, ours.tau2], r[:6])
    near([ours.i2, ours.q, ours.q_p, ours.tau2_low, ours.tau2_high], r[6:11], 1e-5)
    if test != "z":
        near([ours.pi_low, ours.pi_high], r[11:13])
    fitted = pool(frame(name), method, knha=knha, moderators="x")
    assert fitted.coefficients is not None
    assert fitted.moderator_test is not None
    near(
        [
            *fitted.coefficients["estimate"],
            *fitted.coefficients["se"],
            fitted.moderator_test[0],
            fitted.moderator_test[2],
            fitted.tau2,
            fitted.i2,
            fitted.q,
        ],
        theirs[f"{name} {method} {test} mods"],
        1e-5,
    )
    assert ours.leave_one_out is not None
    near(list(ours.leave_one_out["beta"]), theirs[f"{name} {method} {test} loo"])


@pytest.mark.r
def test_double_arcsine_is_metafors(theirs: dict[str, list[float]]) -> None:
    from nen_evidence.analysis.effects import _as_measure

    harmonic = 3 / (1 / 10 + 1 / 20 + 1 / 40)
    near(list(back(np.array([0.3, 0.9, 0.05]), "PFT", harmonic) / 100), theirs["ipft"], 1e-10)
    made = [_as_measure({"xi": x, "ni": n, "method": "logit"}, "PFT") for x, n in ((0, 10), (3, 10), (20, 20))]
    near([row["yi"] for row in made] + [row["vi"] for row in made], theirs["pft"], 1e-8)


def test_prediction_interval_of_higgins_without_knapp_hartung() -> None:
    from scipy import stats

    ours = pool(frame("spread"), "DL", knha=False)
    reach = stats.t.ppf(0.975, ours.k - 2) * math.sqrt(ours.tau2 + ours.se**2)
    near([ours.pi_low, ours.pi_high], [ours.beta - reach, ours.beta + reach], 1e-12)


def test_subgroups_add_up() -> None:
    data = frame("spread").assign(kind=["a", "a", "a", "b", "b", "b", "b"])
    ours = pool(data, subgroups="kind")
    assert [part.k for part in ours.subgroups.values()] == [3, 4]
    assert ours.q_between is not None
    one, two = ours.subgroups.values()
    assert ours.q_between[0] == pytest.approx((one.beta - two.beta) ** 2 / (one.se**2 + two.se**2))
    assert "between subgroups" in str(ours)


def test_words_are_indicators() -> None:
    data = frame("spread").assign(kind=["a", "a", "a", "b", "b", "b", "b"])
    ours = pool(data, "DL", knha=False, moderators="kind")
    assert ours.coefficients is not None
    assert list(ours.coefficients.index) == ["intercept", "kind_b"]


def test_what_cannot_be_pooled() -> None:
    data = frame("three")
    with pytest.raises(ValueError, match="no effects"):
        pool(data.iloc[:0])
    with pytest.raises(ValueError, match="several measures"):
        pool(data.assign(measure=["PLO", "log_hr", "PLO"]))
    with pytest.raises(ValueError, match="without yi"):
        pool(data.assign(vi=[0.1, None, 0.2]))
    with pytest.raises(ValueError, match="too few"):
        pool(data.iloc[:2], moderators="x")
    with pytest.raises(ValueError, match="REML, DL, PM"):
        pool(data, "ML")  # type: ignore[arg-type]


def test_one_effect_is_itself() -> None:
    ours = pool(frame("three").iloc[:1])
    assert (ours.beta, ours.tau2, ours.knha) == (-1.05, 0.0, False)
    assert math.isnan(ours.pi_low)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(60, 200)), min_size=2, max_size=9), st.sampled_from(["REML", "DL", "PM"]))
def test_pooled_percent_lies_among_the_studies(counts: list[tuple[int, int]], method: Method) -> None:
    made = [logit(x, n) for x, n in counts]
    data = pd.DataFrame({"yi": [one.yi for one in made], "vi": [one.vi for one in made], "measure": "PLO"})
    ours = pool(data, method)
    shares = back(data["yi"].to_numpy(float), "PLO")
    assert shares.min() - 1e-9 <= ours.estimate <= shares.max() + 1e-9
    assert ours.tau2 >= 0
    assert 0 <= ours.i2 <= 100
    assert ours.ci_low <= ours.estimate <= ours.ci_high
    assert not ours.prediction_low > ours.ci_low + 1e-9, "nan where two equal studies leave no degree of freedom"
    shuffled = pool(data.iloc[::-1], method)
    assert shuffled.beta == pytest.approx(ours.beta, abs=1e-6)
