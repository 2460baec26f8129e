"""The published effects: formulas as metafor's, one row per effect, and why a row may not be pooled."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nen_evidence import contract
from nen_evidence.contract.effect_sizes import logit, printed_effect, two_groups
from nen_evidence.record.seeds import read_seeds

from ..conftest import needs, run

Frames = dict[str, pd.DataFrame]
Write = Callable[..., Path]
RATIO = {
    "measure": "hr",
    "estimate": 0.5,
    "ci_low": None,
    "ci_high": None,
    "ci_level": None,
    "ci_sides": None,
    "p_value": None,
    "p_relation": "eq",
    "p_sides": None,
}


@pytest.mark.r
def test_effects_are_those_of_escalc(tmp_path: Path) -> None:
    """Proportions and 2 x 2 tables, with and without zero cells, equal metafor's escalc to 1e-8."""
    needs("Rscript")
    one = [(0, 10), (10, 10), (3, 17), (1, 1), (57, 203), (0, 1)]
    two = [(0, 10, 2, 10), (3, 10, 0, 12), (5, 5, 3, 9), (0, 7, 0, 9), (6, 6, 8, 8), (21, 101, 3, 100), (1, 50, 1, 50)]
    script = tmp_path / "escalc.R"
    script.write_text(
        "suppressMessages({library(metafor); library(jsonlite)})\n"
        "x <- fromJSON(commandArgs(TRUE)[1])\n"
        'p <- escalc("PLO", xi = x$one[, 1], ni = x$one[, 2])\n'
        "out <- list(PLO = as.matrix(data.frame(p$yi, p$vi)))\n"
        'for (m in c("OR", "RR", "RD")) { e <- escalc(m, ai = x$two[, 1], n1i = x$two[, 2], ci = x$two[, 3], n2i = x$two[, 4]); out[[m]] <- as.matrix(data.frame(e$yi, e$vi)) }\n'
        "cat(toJSON(out, digits = 15))\n"
    )
    done = run("Rscript", "--vanilla", str(script), json.dumps({"one": one, "two": two}))
    assert done.returncode == 0, done.stderr
    theirs = json.loads(done.stdout)
    for (xi, ni), (yi, vi) in zip(one, theirs["PLO"], strict=True):
        ours = logit(xi, ni)
        assert (ours.yi, ours.vi) == (pytest.approx(yi, abs=1e-8), pytest.approx(vi, abs=1e-8))
    for ours_name, name in (("log_or", "OR"), ("log_rr", "RR"), ("rd", "RD")):
        for cells, (yi, vi) in zip(two, theirs[name], strict=True):
            effect = two_groups(ours_name, *cells)
            assert (effect.yi, effect.vi) == (pytest.approx(yi, abs=1e-8), pytest.approx(vi, abs=1e-8)), (name, cells)


@given(st.integers(1, 500), st.data())
def test_logit_is_antisymmetric_and_its_variance_positive(n: int, data: st.DataObject) -> None:
    x = data.draw(st.integers(0, n))
    one, other = logit(x, n), logit(n - x, n)
    assert one.yi is not None
    assert other.yi is not None
    assert one.vi is not None
    assert math.isclose(one.yi, -other.yi, abs_tol=1e-12)
    assert one.vi > 0


@given(st.integers(1, 90), st.integers(1, 90), st.data())
def test_exchanging_the_groups_changes_the_sign_only(n1: int, n2: int, data: st.DataObject) -> None:
    a, c = data.draw(st.integers(0, n1)), data.draw(st.integers(0, n2))
    for measure in ("log_or", "log_rr", "rd"):
        one, other = two_groups(measure, a, n1, c, n2), two_groups(measure, c, n2, a, n1)
        assert one.yi is not None
        assert other.yi is not None
        assert one.vi is not None
        assert math.isclose(one.yi, -other.yi, abs_tol=1e-12)
        assert math.isclose(one.vi, other.vi or 0, abs_tol=1e-12)
        assert one.vi >= 0


@given(st.floats(0.05, 5), st.floats(0.05, 1.5), st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_the_interval_gives_its_standard_error_back(hr: float, se: float, level: float) -> None:
    from statistics import NormalDist

    z = NormalDist().inv_cdf((1 + level) / 2)
    effect = printed_effect(
        {**RATIO, "estimate": hr, "ci_low": hr * math.exp(-z * se), "ci_high": hr * math.exp(z * se), "ci_level": level}
    )
    assert effect.vi == pytest.approx(se**2)
    assert not effect.ci_level_assumed


def test_levels_sides_and_bounds() -> None:
    unstated = printed_effect({**RATIO, "ci_low": 0.25, "ci_high": 1.0})
    assert unstated.ci_level_assumed
    assert "ci_level_assumed" in unstated.method
    assert math.sqrt(unstated.vi or 0) == pytest.approx(math.log(4) / (2 * 1.959963984540054))
    one_sided = printed_effect({**RATIO, "ci_high": 1.0, "ci_level": 0.95, "ci_sides": 1})
    assert math.sqrt(one_sided.vi or 0) == pytest.approx(math.log(2) / 1.6448536269514722)
    assert "one-sided" in one_sided.method
    half = printed_effect({**RATIO, "ci_low": 0.25, "ci_level": 0.95, "ci_sides": 2})
    assert math.sqrt(half.vi or 0) == pytest.approx(math.log(2) / 1.959963984540054)


def test_the_p_value_serves_where_there_is_no_interval() -> None:
    two_sided = printed_effect({**RATIO, "p_value": 0.05})
    assert math.sqrt(two_sided.vi or 0) == pytest.approx(math.log(2) / 1.959963984540054)
    assert "Parmar 1998" in two_sided.method
    assert "Tierney 2007" in two_sided.method
    assert "two-sided assumed" in two_sided.method
    one_sided = printed_effect({**RATIO, "p_value": 0.025, "p_sides": 1})
    assert one_sided.vi == pytest.approx(two_sided.vi)
    assert printed_effect({**RATIO, "p_value": 0.001, "p_relation": "lt"}).vi is None
    assert printed_effect({**RATIO, "estimate": 1.0, "p_value": 0.9}).vi is None
    assert printed_effect({**RATIO, "measure": "or", "p_value": 0.05}).vi is None


def test_one_row_an_effect(write: Write, frames: Callable[[], Frames]) -> None:
    write(
        (
            "  stz:\n    role: control\n    regimen: streptozocin\n    assigned: 42\n",
            "  stz:\n    role: control\n    regimen: streptozocin\n    assigned: 42\n    responses:\n      - {of: 40, cr: 0, pr: 4, sd: 20, pd: 16}\n",
        )
    )
    effects = frames()["effect_sizes"].set_index("effect_id")
    summed = effects.loc["example-2001-stz.stz-5fu.complete_response.objective_response.plo"]
    assert (summed["xi"], summed["ni"], summed["events_basis"], summed["poolable"]) == (9, 36, "summed", True)
    assert summed["yi"] == pytest.approx(math.log(9 / 27))
    control = effects.loc["example-2001-stz.stz-5fu.complete_response.disease_control.plo"]
    assert control["xi"] == 29
    subgroup = effects.loc["example-2001-stz.stz-5fu.pnet.objective_response.plo"]
    assert (subgroup["poolable"], subgroup["why_not"], subgroup["site"]) == (False, "no denominator", "pancreas")
    ratio = effects.loc["example-2001-stz.stz-5fu.vs.stz.pfs.hr.log_hr"]
    assert (ratio["comparator_arm_id"], ratio["n1i"], ratio["n2i"], ratio["poolable"]) == ("example-2001-stz.stz", 42, 42, True)
    odds = effects.loc["example-2001-stz.stz-5fu.complete_response.objective_response.vs.stz.log_or"]
    assert (odds["ai"], odds["n1i"], odds["ci"], odds["n2i"]) == (9, 36, 4, 40)
    assert odds["yi"] == pytest.approx(math.log(9 * 36 / (27 * 4)))
    assert (effects["treatment_class"].dropna() == "streptozocin_based").all()
    assert set(effects["line"]) == {"first"}


CASES: dict[str, tuple[tuple[tuple[str, str], ...], str, str]] = {
    "noncomparative": ((("randomized_comparison: comparative", "randomized_comparison: noncomparative"),), ".vs.stz.pfs", "noncomparative randomized trial"),
    "post_baseline": ((("level: pancreas}", "level: pancreas, timing: post_baseline}"),), "pnet.objective", "subgroup formed after treatment began"),
    "lesion": ((("{of: 36, cr: 1", "{unit_of_analysis: lesion, of: 36, cr: 1"),), "partial_response.plo", "counts a lesion, not a patient"),
    "retracted": ((("    text: not_held\n", "    text: not_held\n    status: retracted\n"),), "pfs.hr", "retracted"),
    "withdrawn": ((("label: Example 2001", "label: Example 2001\nstatus: withdrawn"),), "pfs.hr", "study withdrawn"),
    "bound": ((("objective_response: 30%", "of: 20, objective_response: <30%"),), "pnet.objective", "printed as a bound or about (lt)"),
    "direction": ((("endpoint: pfs, hr: 0.71", "direction: not_stated, endpoint: pfs, hr: 0.71"),), "pfs.hr", "direction not stated"),
    "outside": ((("hr: 0.71, ci: [0.45, 1.12]", "hr: 0.71, ci: [0.75, 1.12]"),), "pfs.hr", "estimate outside its interval"),
    "bounded_p": ((("ci: [0.45, 1.12], p: 0.14", "p: <0.05"),), "pfs.hr", "no interval and no exact p-value"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_why_not(case: str, write: Write, frames: Callable[[], Frames]) -> None:
    changes, part, reason = CASES[case]
    write(*changes)
    effects = frames()["effect_sizes"]
    rows = effects[effects["effect_id"].str.contains(part, regex=False)]
    assert len(rows)
    assert not rows["poolable"].any()
    assert rows["why_not"].str.contains(reason, regex=False).all()
    others: Any = effects[effects["poolable"]]
    assert others["why_not"].isna().all()
    assert (others["vi"] > 0).all()


def test_borrowed_denominators_are_poolable_and_say_so(write: Write, frames: Callable[[], Frames]) -> None:
    write(("{of: 36, cr: 1, pr: 8, sd: 20, pd: 7}", "{objective_response: 22.5%}"))
    row = frames()["effect_sizes"].set_index("effect_id").loc["example-2001-stz.stz-5fu.objective_response.plo"]
    assert (row["xi"], row["ni"], row["ni_basis"], row["events_basis"], row["poolable"]) == (9, 40, "arm_treated", "from_percent", True)


def test_a_study_known_from_secondary_reports_only_is_not_poolable(write: Write) -> None:
    path = write(("    text: not_held\n", "    text: not_held\n    role: secondary\n"))
    effects = contract.flatten(read_seeds(path.parents[1], only=[path]))["effect_sizes"]
    assert effects
    assert not any(row.values["poolable"] for row in effects)
    assert any("secondary source" in str(row.values["why_not"]) for row in effects)
