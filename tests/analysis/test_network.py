"""The network: estimates are those of a meta-regression in metafor, and what is not connected is said."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from nen_evidence.analysis.effects import Effects
from nen_evidence.analysis.network import network

from ..conftest import needs, run

CONTRASTS = [("A", "P", -0.5, 0.04), ("A", "P", -0.8, 0.09), ("B", "P", -0.2, 0.05), ("B", "A", 0.5, 0.06), ("X", "Y", 0.1, 0.02)]


def made() -> Effects:
    rows = [
        {
            "label": f"T{number}",
            "slab": f"T{number}",
            "arm_id": f"t{number}.a",
            "comparator_arm_id": f"t{number}.b",
            "node": one,
            "comparator_node": two,
            "yi": yi,
            "vi": vi,
            "comparator_regimen_id": None,
        }
        for number, (one, two, yi, vi) in enumerate(CONTRASTS)
    ]
    found = Effects(pd.DataFrame(rows))
    found.asked = {"measure": "log_hr"}
    return found


def test_what_is_not_connected_is_said() -> None:
    found = network(made(), "P")
    assert found.left_out == ["X", "Y"]
    assert set(found.against["treatment"]) == {"A", "B"}
    assert dict(zip(found.nodes["treatment"], found.nodes["trials"], strict=True)) == {"A": 3, "B": 2, "P": 3, "X": 1, "Y": 1}
    assert len(found.edges) == 4
    with pytest.raises(ValueError, match="no treatment 'Q'"):
        network(made(), "Q")


@pytest.mark.r
def test_network_is_the_meta_regression_of_metafor() -> None:
    needs("Rscript")
    code = (
        "suppressMessages(library(metafor)); y <- c(-.5, -.8, -.2, .5); v <- c(.04, .09, .05, .06); X <- cbind(A = c(1, 1, 0, -1), B = c(0, 0, 1, 1)); "
        "r <- rma(y, v, mods = ~ X - 1, method = 'DL'); cat(sprintf('%.10f', c(r$beta, r$ci.lb, r$ci.ub, r$tau2)))"
    )
    done = run("Rscript", "--vanilla", "-e", code)
    assert done.returncode == 0, done.stderr
    theirs = [float(word) for word in done.stdout.split()]
    found = network(made(), "P")
    ours = found.against.set_index("treatment")
    for name, column, value in zip("ABABAB", ["estimate"] * 2 + ["ci_low"] * 2 + ["ci_high"] * 2, theirs[:6], strict=True):
        assert math.log(ours.loc[name, column]) == pytest.approx(value, abs=1e-6)
    assert found.tau2 == pytest.approx(theirs[6], abs=1e-6)
