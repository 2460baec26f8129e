"""Random-effects meta-analysis, subgroups, leave-one-out and meta-regression.

Coefficients, their covariance (Wald or Knapp-Hartung), tau2 by REML and DerSimonian-Laird, Q and the Q-profile interval
of tau2 come from PyMARE; Paule-Mandel is the root of PyMARE's generalised Q. Everything is tested against
``metafor::rma``. What the library lacks is computed here: I2 from tau2 and the typical sampling variance (Higgins and
Thompson 2002, eq. 9, as metafor does), the prediction interval, and the test between subgroups. statsmodels 0.15 was not
taken: its DerSimonian-Laird tau2 can be negative, and it has no REML and no moderators.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pandas as pd

from .plain import require

Method = Literal["REML", "DL", "PM", "EE"]
Array = np.ndarray[Any, np.dtype[np.float64]]
_RATIOS = {"log_hr": "hazard ratio", "log_or": "odds ratio", "log_rr": "risk ratio"}


@dataclass
class Pooled:
    """A pooled effect. ``beta``, ``se``, ``low``, ``high``, ``pi_low``, ``pi_high`` are on the scale of analysis (logit, log);
    ``estimate``, ``ci_low``, ``ci_high``, ``prediction_low``, ``prediction_high`` in ``unit``: percent, a ratio, percentage points."""

    measure: str
    method: str
    knha: bool | str
    level: float
    k: int
    n_studies: int
    n_patients: int | None
    beta: float
    se: float
    low: float
    high: float
    p_value: float
    pi_low: float
    pi_high: float
    tau2: float
    tau2_low: float
    tau2_high: float
    i2: float
    q: float
    q_df: int
    q_p: float
    table: pd.DataFrame
    harmonic_n: float | None = None
    subgroups: dict[str, Pooled] = field(default_factory=dict)
    q_between: tuple[float, int, float] | None = None
    leave_one_out: pd.DataFrame | None = None
    coefficients: pd.DataFrame | None = None
    moderator_test: tuple[float, int, float] | None = None

    def back(self, value: float) -> float:
        """A value of the scale of analysis in ``unit``."""
        return float(back(np.array([value]), self.measure, self.harmonic_n)[0])

    @property
    def unit(self) -> str:
        return _RATIOS.get(self.measure, "percentage points" if self.measure == "rd" else "percent")

    estimate = property(lambda self: self.back(self.beta))
    ci_low = property(lambda self: self.back(self.low))
    ci_high = property(lambda self: self.back(self.high))
    prediction_low = property(lambda self: self.back(self.pi_low))
    prediction_high = property(lambda self: self.back(self.pi_high))

    def __str__(self) -> str:
        if self.coefficients is not None:
            test = "" if self.moderator_test is None else f"; moderators p = {self.moderator_test[2]:.3g}"
            return f"meta-regression, {self.k} effects, tau2 {self.tau2:.4g}, residual I2 {self.i2:.0f}%{test}\n{self.coefficients.to_string()}"
        digits = 2 if self.measure in _RATIOS else 1
        numbers = [f"{value:.{digits}f}" for value in (self.estimate, self.ci_low, self.ci_high, self.prediction_low, self.prediction_high)]
        test = "Wald" if not self.knha else "Knapp-Hartung" if self.knha is True else "Knapp-Hartung, never narrower than Wald"
        patients = "" if self.n_patients is None else f", {self.n_patients} patients"
        lines = [
            f"{self.unit} {numbers[0]} ({100 * self.level:g}% CI {numbers[1]} to {numbers[2]}; prediction {numbers[3]} to {numbers[4]})",
            f"{self.k} effects of {self.n_studies} studies{patients}; {self.method}, {test}; tau2 {self.tau2:.4g}, I2 {self.i2:.0f}%, Q {self.q:.2f} (df {self.q_df}, p = {self.q_p:.3g})",
        ]
        lines += [
            f"  {name}: {one.estimate:.{digits}f} ({one.ci_low:.{digits}f} to {one.ci_high:.{digits}f}), {one.k} effects"
            for name, one in self.subgroups.items()
        ]
        if self.q_between is not None:
            lines.append(f"  between subgroups: Q {self.q_between[0]:.2f} (df {self.q_between[1]}, p = {self.q_between[2]:.3g})")
        return "\n".join(lines)


def pool(
    effects: pd.DataFrame,
    method: Method = "REML",
    *,
    knha: bool | Literal["adhoc"] = True,
    level: float = 0.95,
    subgroups: str | None = None,
    leave_one_out: bool = False,
    moderators: str | Sequence[str] | None = None,
) -> Pooled:
    """Pool effects in a random-effects model.

    Parameters
    ----------
    effects: rows with ``yi``, ``vi`` and ``measure`` (of ``nen.effects``, or any frame with these columns).
    method: estimator of tau2, the variance between studies: ``REML``, ``DL`` (DerSimonian and Laird 1986), ``PM`` (Paule
        and Mandel 1982), ``EE`` for none (equal effects).
    knha: Knapp and Hartung (2003) standard error with a t distribution of k - p degrees of freedom; ``"adhoc"`` never
        lets it be smaller than the Wald one (Roever 2015); False for Wald. Not defined for one effect or equal ones: Wald then.
    level: of the confidence and prediction intervals.
    subgroups: a column; each of its values is pooled by itself (own tau2) and the pooled values are compared (Q between).
    leave_one_out: pool again without each row.
    moderators: columns for a meta-regression; words become indicator columns against their first value. The pooled
        figure is then that of the intercept: see ``coefficients``.

    The prediction interval is beta +- t sqrt(tau2 + se^2), t with k - p degrees of freedom with Knapp-Hartung (as metafor),
    k - p - 1 without (Higgins, Thompson and Spiegelhalter 2009).

    Raises ValueError for no rows, mixed measures, rows without yi or vi, or too few rows for the moderators.
    """
    require("pymare", "scipy")
    frame = pd.DataFrame(effects).reset_index(drop=True)
    measure = _checked(frame)
    design = _design(frame, moderators)
    y, v = frame["yi"].to_numpy(float), frame["vi"].to_numpy(float)
    if len(frame) < design.shape[1] or (moderators is not None and len(frame) == design.shape[1]):
        raise ValueError(f"{len(frame)} effects are too few for {design.shape[1]} coefficients")
    pooled = _fit(frame, measure, y, v, design, method, knha, level)
    if moderators is not None:
        return pooled
    if subgroups is not None:
        parts = {str(name): group for name, group in frame.groupby(subgroups, observed=True, sort=True)}
        pooled.subgroups = {name: pool(group, method, knha=knha, level=level) for name, group in parts.items()}
        pooled.q_between = _between(list(pooled.subgroups.values()))
    if leave_one_out and len(frame) > 1:
        pooled.leave_one_out = _without_each(frame, method, knha, level)
    return pooled


def back(values: Array, measure: str, harmonic_n: float | None = None) -> Array:
    """Values of the scale of analysis in the reader's unit: percent, ratio or percentage points.

    PFT: the inverse of the double arcsine for the harmonic mean of the denominators (Miller 1978), as metafor's ``transf.ipft.hm``.
    """
    if measure == "PLO":
        return 100 / (1 + np.exp(-values))
    if measure in ("PR", "rd"):
        return 100 * np.clip(values, -1 if measure == "rd" else 0, 1)
    if measure == "PFT":
        n = harmonic_n or math.inf
        z = 2 * values
        low, high = 2 * _double_arcsine(0, n), 2 * _double_arcsine(n, n)
        inside = np.clip(z, low, high)
        root = np.sqrt(np.clip(1 - (np.sin(inside) + (np.sin(inside) - 1 / np.sin(inside)) / n) ** 2, 0, None))
        shares = np.where(z <= low, 0.0, np.where(z >= high, 1.0, 0.5 * (1 - np.sign(np.cos(inside)) * root)))
        return 100 * shares
    return np.exp(values) if measure in _RATIOS else values


def _double_arcsine(x: float, n: float) -> float:
    if math.isinf(n):
        return 0.0 if x == 0 else math.pi / 2
    return (math.asin(math.sqrt(x / (n + 1))) + math.asin(math.sqrt((x + 1) / (n + 1)))) / 2


def _checked(frame: pd.DataFrame) -> str:
    """The one measure of the frame. Raises ValueError for what cannot be pooled."""
    if frame.empty:
        raise ValueError("no effects to pool: print the effects to see what each rule cost")
    measures = sorted(set(frame["measure"].astype(str))) if "measure" in frame else ["GEN"]
    if len(measures) > 1:
        raise ValueError(f"several measures at once: {', '.join(measures)}")
    if frame["yi"].isna().any() or frame["vi"].isna().any() or (frame["vi"] <= 0).any():
        raise ValueError("a row without yi, or without a vi above 0")
    return measures[0]


def _design(frame: pd.DataFrame, moderators: str | Sequence[str] | None) -> pd.DataFrame:
    design = pd.DataFrame({"intercept": np.ones(len(frame))})
    names = [moderators] if isinstance(moderators, str) else list(moderators or ())
    if names:
        if frame[names].isna().any().any():
            raise ValueError(f"a missing value in {', '.join(names)}: drop these rows first")
        words = [name for name in names if not pd.api.types.is_numeric_dtype(frame[name])]
        chosen = frame[names].astype(dict.fromkeys(words, "str"))
        design = pd.concat([design, pd.get_dummies(chosen, columns=words, drop_first=True, dtype=float).astype(float)], axis=1)
    return design


def between_variance(y: Array, v: Array, x: Array, method: str) -> float:
    """tau2 of effects ``y`` with variances ``v`` and design ``x``. Raises ValueError for an unknown method."""
    from pymare import estimators, stats
    from scipy.optimize import brentq

    if method == "EE" or len(y) <= x.shape[1]:
        return 0.0
    if method == "PM":
        df = float(len(y) - x.shape[1])

        def excess(tau2: float) -> float:
            return float(stats.q_gen(y[:, None], v[:, None], x, tau2)[0]) - df

        if excess(0.0) <= 0:
            return 0.0
        top = 1.0
        while excess(top) > 0:
            top *= 2.0
        root: float = brentq(excess, 0.0, top, xtol=1e-14, rtol=1e-14)
        return root
    chosen = {"REML": lambda: estimators.VarianceBasedLikelihoodEstimator(method="REML"), "DL": estimators.DerSimonianLaird}
    if method not in chosen:
        raise ValueError(f"method '{method}'; one of REML, DL, PM, EE")
    fitted = chosen[method]().fit(y[:, None], v[:, None], x)
    return float(np.ravel(fitted.params_["tau2"])[0])


def _fit(
    frame: pd.DataFrame, measure: str, y: Array, v: Array, design: pd.DataFrame, method: str, knha: bool | str, level: float
) -> Pooled:
    from pymare import Dataset, estimators
    from scipy import stats

    x = design.to_numpy(float)
    k, p = x.shape
    tau2 = between_variance(y, v, x, method)
    correction = "wald" if not knha or k <= p else "knapp-hartung-conservative" if knha == "adhoc" else "knapp-hartung"
    estimator = estimators.WeightedLeastSquares(tau2=tau2, small_sample_correction=correction)
    results = estimator.fit_dataset(Dataset(y=y, v=v, X=x, X_names=list(design.columns), add_intercept=False)).summary()
    alpha = 1 - level
    fixed = {name: np.ravel(values) for name, values in results.get_fe_stats(alpha).items()}
    if correction != "wald" and not float(fixed["se"][0]) > 1e-8 * math.sqrt(1 / (1 / v).sum()):
        return _fit(frame, measure, y, v, design, method, False, level)
    with np.errstate(divide="ignore", invalid="ignore"):
        heterogeneity = {name: float(np.ravel(values)[0]) for name, values in results.get_heterogeneity_stats().items()}
    spread = results.get_re_stats(alpha=alpha) if k > p else {"ci_l": [math.nan], "ci_u": [math.nan]}
    beta, se = float(fixed["est"][0]), float(fixed["se"][0])
    df = k - p - (0 if correction != "wald" else 1)
    reach = float(stats.t.ppf(1 - alpha / 2, df)) * math.sqrt(tau2 + se**2) if df > 0 else math.nan
    covariance = np.asarray(results.fe_cov).reshape(p, p)
    weights = 1 / (v + tau2)
    table = frame.assign(weight=100 * weights / weights.sum())
    sizes = frame["ni"].dropna().astype(float) if "ni" in frame else pd.Series(dtype=float)
    pooled = Pooled(
        measure=measure, method=method, knha=False if correction == "wald" else knha, level=level, k=k,
        n_studies=int(frame["study_id"].nunique()) if "study_id" in frame else k,
        n_patients=int(frame["n"].sum()) if "n" in frame and frame["n"].notna().all() else None,
        beta=beta, se=se, low=float(fixed["ci_l"][0]), high=float(fixed["ci_u"][0]), p_value=float(fixed["p"][0]),
        pi_low=beta - reach, pi_high=beta + reach, tau2=tau2, tau2_low=float(np.ravel(spread["ci_l"])[0]), tau2_high=float(np.ravel(spread["ci_u"])[0]),
        i2=_i2(tau2, v, x), q=heterogeneity["Q"] if k > p else 0.0, q_df=k - p, q_p=heterogeneity["p(Q)"] if k > p else 1.0, table=table,
        harmonic_n=float(len(sizes) / (1 / sizes).sum()) if measure == "PFT" and len(sizes) else None,
    )  # fmt: skip
    if p > 1:
        names = {"est": "estimate", "se": "se", "ci_l": "ci_low", "ci_u": "ci_high", "p": "p_value"}
        pooled.coefficients = pd.DataFrame({new: fixed[old] for old, new in names.items()}, index=list(design.columns))
        pooled.moderator_test = _moderator_test(fixed["est"], covariance, k - p if correction != "wald" else None)
    return pooled


def _i2(tau2: float, v: Array, x: Array) -> float:
    """Percent of the variance between effects beyond sampling: tau2 / (tau2 + s2), s2 = (k - p) / tr(P) the typical vi."""
    k, p = x.shape
    if k <= p:
        return 0.0
    w = np.diag(1 / v)
    projection = w - w @ x @ np.linalg.inv(x.T @ w @ x) @ x.T @ w
    typical = (k - p) / np.trace(projection)
    return float(100 * tau2 / (tau2 + typical))


def _moderator_test(beta: Array, covariance: Array, df: int | None) -> tuple[float, int, float]:
    """Omnibus test of all moderators: Wald chi2, or F = chi2 / m on (m, df) with Knapp-Hartung; statistic, m, p."""
    from scipy import stats

    part, m = beta[1:], len(beta) - 1
    wald = float(part @ np.linalg.solve(covariance[1:, 1:], part))
    if df is None:
        return wald, m, float(stats.chi2.sf(wald, m))
    return wald / m, m, float(stats.f.sf(wald / m, m, df))


def _between(parts: list[Pooled]) -> tuple[float, int, float] | None:
    """Q between pooled subgroups, chi2 with g - 1 degrees of freedom (Borenstein et al. 2009, ch. 19); None for one."""
    from scipy import stats

    if len(parts) < 2:
        return None
    beta, weight = np.array([part.beta for part in parts]), np.array([1 / part.se**2 for part in parts])
    q = float((weight * (beta - (weight * beta).sum() / weight.sum()) ** 2).sum())
    return q, len(parts) - 1, float(stats.chi2.sf(q, len(parts) - 1))


def _without_each(frame: pd.DataFrame, method: Method, knha: bool | Literal["adhoc"], level: float) -> pd.DataFrame:
    rows = []
    for position in range(len(frame)):
        one = pool(frame.drop(index=position), method, knha=knha, level=level)
        without = frame["slab"].iloc[position] if "slab" in frame else position
        rows.append(
            {
                "without": without,
                "estimate": one.estimate,
                "ci_low": one.ci_low,
                "ci_high": one.ci_high,
                "beta": one.beta,
                "se": one.se,
                "tau2": one.tau2,
                "i2": one.i2,
            }
        )
    return pd.DataFrame(rows)
