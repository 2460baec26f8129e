"""The network of randomized trials: nodes, edges, and a simple frequentist estimate of each treatment against a reference.

The model is a meta-regression of the contrasts on treatment indicators (Lumley 2002; Salanti et al. 2008), fitted with the
same library as ``pool``; one tau2 for the network. A trial with three arms enters with its contrasts against one reference arm
as if they were independent: PyMARE takes no covariances. ``exports`` writes what netmeta and multinma need to model them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .effects import Effects
from .exports import trials
from .pooling import between_variance


@dataclass
class Network:
    """``nodes`` (treatment, trials), ``edges`` (treatment, comparator, trials, labels) and ``against`` the reference (ratio with interval)."""

    nodes: pd.DataFrame
    edges: pd.DataFrame
    against: pd.DataFrame
    reference: str
    tau2: float
    left_out: list[str]


def network(effects: Effects, reference: str, method: str = "DL", level: float = 0.95) -> Network:
    """Relative effects of all treatments connected with ``reference`` (random effects; Wald intervals).

    ``effects`` are contrasts with ``independent="network"``. Treatments not connected with the reference are in ``left_out``.
    Raises ValueError where the reference is no node.
    """
    from scipy import stats

    contrasts = pd.DataFrame([{**row, "trial": label} for label, rows in trials(effects) for row in rows])
    if contrasts.empty or reference not in {*contrasts["node"], *contrasts["comparator_node"]}:
        raise ValueError(f"no treatment '{reference}' in these trials")
    joined = _connected(contrasts, reference)
    part = contrasts[contrasts["node"].isin(joined)]
    treatments = sorted(joined - {reference})
    x = np.column_stack([(part["node"] == one).astype(float) - (part["comparator_node"] == one).astype(float) for one in treatments])
    y, v = part["yi"].to_numpy(float), part["vi"].to_numpy(float)
    tau2 = between_variance(y, v, x, method) if len(y) > len(treatments) else 0.0
    from pymare import Dataset, estimators

    fitted = estimators.WeightedLeastSquares(tau2=tau2, small_sample_correction="wald").fit_dataset(
        Dataset(y=y, v=v, X=x, X_names=treatments, add_intercept=False)
    )
    numbers = {name: np.ravel(values) for name, values in fitted.summary().get_fe_stats().items()}
    z = float(stats.norm.ppf((1 + level) / 2))
    against = pd.DataFrame({
        "treatment": treatments, "estimate": np.exp(numbers["est"]), "ci_low": np.exp(numbers["est"] - z * numbers["se"]), "ci_high": np.exp(numbers["est"] + z * numbers["se"]),
        "trials": [int(part.loc[(part["node"] == one) | (part["comparator_node"] == one), "trial"].nunique()) for one in treatments],
    })  # fmt: skip
    every = sorted({*contrasts["node"], *contrasts["comparator_node"]})
    nodes = pd.DataFrame(
        {
            "treatment": every,
            "trials": [
                int(contrasts.loc[(contrasts["node"] == one) | (contrasts["comparator_node"] == one), "trial"].nunique()) for one in every
            ],
        }
    )
    return Network(
        nodes, edges(contrasts), against.sort_values("estimate", ignore_index=True), reference, tau2, sorted(set(every) - joined)
    )


def edges(contrasts: pd.DataFrame) -> pd.DataFrame:
    """Each pair of treatments that trials compare, with the fixed-effect mean of their contrasts as a ratio."""
    rows = []
    for (one, two), group in contrasts.groupby(["node", "comparator_node"]):
        weight = 1 / group["vi"].to_numpy(float)
        mean, se = float((weight * group["yi"].to_numpy(float)).sum() / weight.sum()), float(1 / math.sqrt(weight.sum()))
        rows.append({
            "treatment": one, "comparator": two, "trials": len(group), "studies": "; ".join(group["trial"]),
            "estimate": math.exp(mean), "ci_low": math.exp(mean - 1.959964 * se), "ci_high": math.exp(mean + 1.959964 * se),
        })  # fmt: skip
    return pd.DataFrame(rows)


def _connected(contrasts: pd.DataFrame, reference: str) -> set[str]:
    """Treatments that a chain of trials connects with the reference."""
    found = {reference}
    while True:
        touching = contrasts[contrasts["node"].isin(found) | contrasts["comparator_node"].isin(found)]
        wider = found | {*touching["node"], *touching["comparator_node"]}
        if wider == found:
            return found
        found = wider
