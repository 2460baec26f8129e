"""Figures of publication quality, one call each: forest, funnel, evidence map. SVG, PNG or PDF by the name of the file."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from .independence import Patients
from .plain import records, require
from .pooling import Method, Pooled, back, pool

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Files = str | Path | Sequence[str | Path] | None
_INK, _GREY, _BLUE, _RED = "#1b1f24", "#6b7580", "#1f4e79", "#a63d40"
_RATIOS = ("log_hr", "log_or", "log_rr")
_NAMES = {"log_hr": "Hazard ratio", "log_or": "Odds ratio", "log_rr": "Risk ratio", "rd": "Risk difference (percentage points)"}
_SITES = (
    ("pancreas", "Pancreas"), ("gastrointestinal", "Gastro-\nintestinal"), ("gastroenteropancreatic", "GEP,\nnot divided"), ("lung", "Lung"),
    ("thoracic", "Other\nthoracic"), ("thyroid_medullary", "Medullary\nthyroid"), ("paraganglia", "Paraganglia,\nadrenal"), ("skin", "Merkel\ncell"),
    ("other", "Other"), ("mixed", "Mixed or\nnot stated"),
)  # fmt: skip


def _new(width: float, height: float) -> tuple[Figure, Axes]:
    """A figure that belongs to nobody's global state, and its axes."""
    require("matplotlib")
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), dpi=200, facecolor="white")
    FigureCanvasAgg(figure)
    return figure, figure.add_axes((0, 0, 1, 1))


def _save(figure: Figure, file: Files) -> Figure:
    """Write the figure to each file; the same figure gives the same bytes."""
    import matplotlib

    files = [] if file is None else [file] if isinstance(file, str | Path) else list(file)
    for name in files:
        metadata = {"Date": None} if Path(name).suffix == ".svg" else {}
        with matplotlib.rc_context({"svg.hashsalt": "nen-evidence"}):
            figure.savefig(name, metadata=metadata)
    return figure


def forest(
    effects: pd.DataFrame | Pooled, file: Files = None, *, title: str | None = None, method: Method = "REML", subgroups: str | None = None
) -> Figure:
    """Forest plot: studies with counts, effects, intervals and weights, the pooled diamond and the prediction interval.

    ``effects`` is what ``nen.effects`` or ``nen.pool`` gave (effects are pooled with ``method``, by ``subgroups`` where a
    column is named). Intervals of the studies are at the level of the pooled one: yi +- z sei, back-transformed.
    Returns the matplotlib figure, written to ``file`` (one or several names; .svg, .png or .pdf).
    """
    pooled = effects if isinstance(effects, Pooled) else pool(effects, method, subgroups=subgroups)
    blocks = list(pooled.subgroups.items()) if pooled.subgroups else [("", pooled)]
    lines = sum(len(part.table) + (2.4 if name else 0) for name, part in blocks) + 4.3
    width, row = 9.4, 0.235
    height = lines * row + 1.2
    figure, paper = _new(width, height)
    paper.axis("off")
    paper.set_xlim(0, width)
    paper.set_ylim(0, height)
    counts = pooled.measure in ("PLO", "PR", "PFT") and "xi" in pooled.table
    names = [*pooled.table.get("slab", pd.Series(dtype=str)).astype(str), *(name for name, _ in blocks)]
    left = min(max(2.75, 0.078 * max(map(len, names), default=0) + 0.2), 3.9)
    columns = {"counts": left + 0.62, "plot": left + (0.85 if counts else 0.1), "right": width - 2.35}
    bottom, top = 0.75, height - 0.5
    axes = figure.add_axes(
        (columns["plot"] / width, bottom / height, (columns["right"] - columns["plot"]) / width, (top - bottom) / height)
    )
    _scale(axes, pooled)
    axes.set_ylim((top - bottom) / row, 0)
    axes.set_yticks([])
    axes.patch.set_alpha(0)
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    axes.tick_params(labelsize=8, colors=_INK, length=3)
    where = {"study": 0.15, **columns, "effect": width - 1.25, "weight": width - 0.15}

    def put(line: float, column: str, text: str, align: str = "left", **style: Any) -> None:
        paper.text(
            where[column],
            top - line * row,
            text,
            ha=align,
            va="center",
            fontsize=style.pop("size", 8),
            color=style.pop("color", _INK),
            **style,
        )

    if title:
        paper.text(0.15, height - 0.22, title, fontsize=10.5, fontweight="bold", color=_INK, va="center")
    put(0.2, "study", "Study", fontweight="bold")
    if counts:
        put(0.2, "counts", "Events / n", "right", fontweight="bold")
    put(0.2, "effect", f"{_short(pooled)} ({100 * pooled.level:g}% CI)", "center", fontweight="bold")
    put(0.2, "weight", "Weight", "right", fontweight="bold")
    paper.plot([0.15, width - 0.15], [top - 0.75 * row] * 2, color=_INK, lw=0.8)
    line = 1.5
    for name, part in blocks:
        line = _block(axes, put, line, name, part, pooled, counts)
    line += 0.3
    _diamond(axes, line, pooled, _RED)
    put(line, "study", f"Random effects ({pooled.method}, {'Knapp-Hartung' if pooled.knha else 'Wald'})", fontweight="bold")
    put(line, "effect", _interval(pooled, pooled.estimate, pooled.ci_low, pooled.ci_high), "center", fontweight="bold")
    if counts and pooled.table["xi"].notna().all():
        put(line, "counts", f"{int(pooled.table['xi'].sum())} / {int(pooled.table['ni'].sum())}", "right", fontweight="bold")
    if not math.isnan(pooled.pi_low):
        line += 1
        low, high = _inside(axes, pooled.prediction_low), _inside(axes, pooled.prediction_high)
        axes.plot([low, high], [line, line], color=_RED, lw=2.2, solid_capstyle="butt", alpha=0.75)
        for end, shown, marker in ((pooled.prediction_low, low, "<"), (pooled.prediction_high, high, ">")):
            if shown != end:
                axes.plot(shown, line, marker=marker, ms=5, color=_RED, clip_on=False)
        put(line, "study", f"{100 * pooled.level:g}% prediction interval")
        put(line, "effect", f"({_number(pooled, pooled.prediction_low)} to {_number(pooled, pooled.prediction_high)})", "center")
    axes.plot([pooled.estimate] * 2, [0.9, line], color=_RED, lw=0.7, ls=(0, (4, 3)), zorder=0)
    p = "p < 0.001" if pooled.q_p < 0.001 else f"p = {pooled.q_p:.3f}"
    words = f"Heterogeneity: $\\tau^2$ = {pooled.tau2:.3g}, $I^2$ = {pooled.i2:.0f}%, Q = {pooled.q:.1f} (df {pooled.q_df}, {p})"
    if pooled.q_between is not None:
        q, df, between = pooled.q_between
        words += f".  Between subgroups: Q = {q:.1f} (df {df}, {'p < 0.001' if between < 0.001 else f'p = {between:.3f}'})"
    paper.text(0.15, 0.16, words, fontsize=7.5, color=_GREY, va="center")
    paper.set_zorder(-1)
    return _save(figure, file)


def _block(axes: Axes, put: Callable[..., None], line: float, name: str, part: Pooled, whole: Pooled, counts: bool) -> float:
    """The studies of one subgroup, with its own diamond where there are subgroups; returns the next line."""
    if name:
        put(line, "study", _readable(name), fontweight="bold", color=_BLUE)
        line += 1
    weights = whole.table.set_index("effect_id")["weight"] if "effect_id" in whole.table else None
    for position, row in enumerate(records(part.table)):
        weight = weights[row["effect_id"]] if weights is not None else row["weight"]
        yi, low, high = _study(row, whole)
        axes.plot([_inside(axes, low), _inside(axes, high)], [line, line], color=_INK, lw=1.0, solid_capstyle="butt", zorder=2)
        for end, marker in ((low, "<"), (high, ">")):
            if _inside(axes, end) != end:
                axes.plot(_inside(axes, end), line, marker=marker, ms=4, color=_INK, zorder=2, clip_on=False)
        axes.scatter(
            [_inside(axes, yi)],
            [line],
            s=10 + 150 * weight / max(whole.table["weight"].max(), 1e-9) * 0.55,
            marker="s",
            color=_BLUE,
            zorder=3,
            lw=0,
        )
        put(line, "study", str(row.get("slab") or f"effect {position + 1}"))
        if counts:
            put(line, "counts", f"{row['xi']} / {row['ni']}", "right")
        put(line, "effect", _interval(whole, yi, low, high), "center")
        put(line, "weight", f"{weight:.1f}%", "right")
        line += 1
    if name:
        _diamond(axes, line, part, _BLUE)
        put(line, "study", f"Subtotal ($I^2$ = {part.i2:.0f}%)", style="italic")
        put(line, "effect", _interval(whole, part.estimate, part.ci_low, part.ci_high), "center", style="italic")
        line += 1.4
    return line


def _study(row: Mapping[str, Any], pooled: Pooled) -> tuple[float, float, float]:
    """Estimate and interval of one row in the reader's unit."""
    from scipy import stats

    reach = float(stats.norm.ppf((1 + pooled.level) / 2)) * math.sqrt(row["vi"])
    values = np.array([row["yi"], row["yi"] - reach, row["yi"] + reach])
    one, low, high = back(values, pooled.measure, float(row["ni"]) if row.get("ni") else None)
    return float(one), float(low), float(high)


def _short(pooled: Pooled) -> str:
    return {"log_hr": "HR", "log_or": "OR", "log_rr": "RR", "rd": "RD"}.get(pooled.measure, "%" if pooled.unit == "percent" else "Effect")


def _number(pooled: Pooled, value: float) -> str:
    return f"{value:.2f}" if pooled.measure in _RATIOS else f"{value:.1f}"


def _interval(pooled: Pooled, value: float, low: float, high: float) -> str:
    return f"{_number(pooled, value)} ({_number(pooled, low)} to {_number(pooled, high)})"


def _scale(axes: Axes, pooled: Pooled) -> None:
    """Axis of the effects: percent from 0, or ratios on a logarithmic scale with a line at 1."""
    from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

    rows = [_study(row, pooled) for row in records(pooled.table)]
    low = min([row[1] for row in rows] + [pooled.ci_low])
    high = max([row[2] for row in rows] + [pooled.ci_high])
    if pooled.measure in _RATIOS:
        low, high = max(low, 0.02) / 1.15, min(high, 50) * 1.15
        low, high = min(low, 0.8), max(high, 1.25)
        axes.set_xscale("log")
        axes.set_xlim(low, high)
        ticks = [tick for tick in (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50) if low <= tick <= high]
        axes.xaxis.set_major_locator(FixedLocator(ticks))
        axes.xaxis.set_minor_locator(NullLocator())
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
        axes.axvline(1, color=_GREY, lw=0.8, zorder=0)
        axes.set_xlabel(f"{_NAMES[pooled.measure]} (below 1: fewer events in the first arm)", fontsize=8, color=_INK)
        return
    if pooled.measure == "rd":
        axes.set_xlim(low - 3, high + 3)
        axes.axvline(0, color=_GREY, lw=0.8, zorder=0)
    else:
        axes.set_xlim(0, min(100, 10 * math.ceil(high / 10 + 0.05)))
    axes.set_xlabel(_NAMES.get(pooled.measure, "Percent of patients"), fontsize=8, color=_INK)


def _inside(axes: Axes, value: float) -> float:
    low, high = axes.get_xlim()
    return float(min(max(value, low), high))


def _diamond(axes: Axes, line: float, pooled: Pooled, color: str) -> None:
    low, middle, high = (_inside(axes, value) for value in (pooled.ci_low, pooled.estimate, pooled.ci_high))
    axes.fill([low, middle, high, middle], [line, line - 0.36, line, line + 0.36], color=color, zorder=3, lw=0)


def funnel(effects: pd.DataFrame | Pooled, file: Files = None, *, title: str | None = None, method: Method = "REML") -> Figure:
    """Funnel plot: effect against standard error, with the pooled effect and its pseudo 95% limits (beta +- 1.96 se).

    Asymmetry has more reasons than unpublished studies; with fewer than ten studies it says little (Sterne et al. 2011),
    and for proportions the effect and its standard error are related by their formula. Returns the figure.
    """
    pooled = effects if isinstance(effects, Pooled) else pool(effects, method)
    figure, axes = _new(5.2, 4.4)
    heading = textwrap.wrap(title or "", 50)
    axes.set_position((0.135, 0.135, 0.83, 0.83 - 0.05 * len(heading)))
    y, se = pooled.table["yi"].to_numpy(float), np.sqrt(pooled.table["vi"].to_numpy(float))
    deepest = 1.08 * float(se.max())
    axes.fill(
        [pooled.beta, pooled.beta - 1.96 * deepest, pooled.beta + 1.96 * deepest], [0, deepest, deepest], color="#eef2f6", zorder=0, lw=0
    )
    for sign in (-1, 1):
        axes.plot([pooled.beta, pooled.beta + sign * 1.96 * deepest], [0, deepest], color=_GREY, lw=0.8, ls=(0, (4, 3)))
    axes.axvline(pooled.beta, color=_RED, lw=1)
    axes.scatter(y, se, s=26, color=_BLUE, edgecolor="white", lw=0.6, zorder=3)
    axes.set_ylim(deepest, 0)
    axes.set_ylabel("Standard error", fontsize=9, color=_INK)
    scale = {"PLO": "Logit of the proportion", "PR": "Proportion", "PFT": "Double arcsine of the proportion", "rd": "Risk difference"}
    axes.set_xlabel(scale.get(pooled.measure, f"Log {_NAMES.get(pooled.measure, 'effect').lower()}"), fontsize=9, color=_INK)
    axes.tick_params(labelsize=8, colors=_INK, length=3)
    for side in ("right", "top"):
        axes.spines[side].set_visible(False)
    figure.text(0.02, 0.98, "\n".join(heading), fontsize=10.5, fontweight="bold", color=_INK, va="top")
    return _save(figure, file)


def evidence_map(
    file: Files = None, *, title: str | None = "Evidence by treatment and tumour site", frames: Mapping[str, pd.DataFrame] | None = None
) -> Figure:
    """Evidence map: treatment class by primary site; area = patients, figure = studies, dark = a randomized trial among them.

    Patients are those of ``evidence_cells``. Returns the figure.
    """
    cells = evidence_cells(frames)
    classes = list(cells.groupby("treatment_class")["patients"].sum().sort_values(ascending=False).index)
    columns = [name for name, _ in _SITES if name in set(cells["site"])]
    labels = dict(_SITES)
    figure, axes = _new(3.35 + 0.82 * len(columns), 1.55 + 0.36 * len(classes))
    width, height = figure.get_size_inches()
    axes.set_position((3.0 / width, 0.62 / height, 1 - 3.15 / width, 1 - 1.55 / height))
    most = float(cells["patients"].max()) or 1.0
    x = [columns.index(site) for site in cells["site"]]
    y = [classes.index(name) for name in cells["treatment_class"]]
    area = 16 + 700 * cells["patients"].to_numpy(float) / most
    colors = [_BLUE if randomized else "#9dbad6" for randomized in cells["randomized"]]
    axes.scatter(x, y, s=area, color=colors, lw=0, zorder=2)
    for column, line, count, size, randomized in zip(x, y, cells["studies"], area, cells["randomized"], strict=True):
        big = size > 150
        axes.text(
            column if big else column + 0.08 + math.sqrt(size) / 110,
            line,
            str(count),
            ha="center" if big else "left",
            va="center",
            fontsize=7,
            color="white" if big and randomized else _INK,
            zorder=3,
        )
    axes.set_xlim(-0.6, len(columns) - 0.4)
    axes.set_ylim(len(classes) - 0.4, -0.6)
    axes.set_xticks(range(len(columns)), [labels[name] for name in columns], fontsize=7.5, color=_INK)
    axes.set_yticks(range(len(classes)), [_readable(name) for name in classes], fontsize=8, color=_INK)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.grid(color="#e6eaee", lw=0.7, zorder=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    if title:
        figure.text(0.15 / width, 1 - 0.22 / height, title, fontsize=10.5, fontweight="bold", color=_INK, va="center")
    _legend(figure, most)
    return _save(figure, file)


def _legend(figure: Figure, most: float) -> None:
    width, height = figure.get_size_inches()
    axes = figure.add_axes((0, 0, 1, 0.55 / height))
    axes.axis("off")
    axes.set_xlim(0, width)
    axes.set_ylim(0, 0.55)
    sizes = [size for size in (50, 500, 2000, 5000) if size <= most] or [int(most)]
    x = 3.0
    axes.text(x, 0.27, "Patients:", fontsize=7.5, va="center", color=_INK)
    x += 0.75
    for size in sizes:
        axes.scatter([x], [0.27], s=16 + 700 * size / most, color="#9dbad6", lw=0)
        axes.text(x + 0.24, 0.27, f"{size:,}", fontsize=7.5, va="center", color=_INK)
        x += 0.85
    axes.scatter([x + 0.1], [0.27], s=60, color=_BLUE, lw=0)
    axes.text(x + 0.25, 0.27, "with a randomized trial; numbers: studies", fontsize=7.5, va="center", color=_INK)


def _readable(name: str) -> str:
    from .. import places
    from ..vocabulary import load

    label = load(places.vocabulary())["treatment_classes"].facts.get(name, {}).get("label", name.replace("_", " "))
    return (
        str(label).replace("Peptide receptor radionuclide therapy", "PRRT").replace(" (beta and Auger)", " (beta)").partition(" (T-cell")[0]
    )


def evidence_cells(frames: Mapping[str, pd.DataFrame] | None = None) -> pd.DataFrame:
    """Treatment class by site: ``treatment_class``, ``site``, ``studies``, ``patients``, ``randomized``.

    An arm counts with its assigned, else treated, else evaluable patients (0 where none is given). Arms that can hold the
    same people count once (the widest, then largest); of studies that overlap only the one with most patients counts in a cell.
    Controls (placebo, supportive care) are no treatment class of the map.
    """
    from ..access import load

    tables = frames or {name: load(name) for name in ("arms", "regimens", "subgroups", "studies", "cohort_overlaps")}
    classes = dict(zip(tables["regimens"]["regimen_id"], tables["regimens"]["treatment_class"], strict=True))
    studies = {row["study_id"]: row for row in records(tables["studies"])}
    patients = Patients(*(tables[name] for name in ("arms", "subgroups", "studies", "cohort_overlaps")))
    parts: dict[tuple[str, str], dict[str, list[dict[str, Any]]]] = {}
    for arm in records(tables["arms"]):
        name = classes.get(arm["regimen_id"] or "", "")
        if name in ("", "supportive") or studies[arm["study_id"]]["status"] != "active":
            continue
        arm["patients"] = next((arm[count] for count in ("n_assigned", "n_treated", "n_evaluable") if arm[count] is not None), 0)
        parts.setdefault((name, _column(arm["site"])), {}).setdefault(arm["study_id"], []).append(arm)
    rows = []
    for (name, site), by_study in sorted(parts.items()):
        cohorts: dict[str, int] = {}
        for study, arms in by_study.items():
            cohort = studies[study]["cohort_id"]
            cohorts[cohort] = max(cohorts.get(cohort, 0), _once(arms, patients))
        randomized = any(studies[study]["design"] == "randomized" for study in by_study)
        rows.append(
            {"treatment_class": name, "site": site, "studies": len(by_study), "patients": sum(cohorts.values()), "randomized": randomized}
        )
    return pd.DataFrame(rows, columns=["treatment_class", "site", "studies", "patients", "randomized"])


def _once(arms: list[dict[str, Any]], patients: Patients) -> int:
    kept: list[dict[str, Any]] = []
    for arm in sorted(arms, key=lambda arm: (patients.depth(arm["arm_id"]), -arm["patients"])):
        if not any(patients.arms_related(arm["arm_id"], other["arm_id"]) for other in kept):
            kept.append(arm)
    return sum(arm["patients"] for arm in kept)


def _column(site: str | None) -> str:
    """The column of the map that a site belongs to."""
    from .. import places
    from ..vocabulary import load

    if site is None or site == "any":
        return "mixed"
    facts = load(places.vocabulary())["sites"].facts
    names = {name for name, _ in _SITES}
    while site and site not in names:
        site = facts.get(site, {}).get("broader")
    return site or "other"
