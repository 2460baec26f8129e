"""Tables that other tools take as they are: metafor, meta, netmeta, multinma, RevMan, PyMARE; the whole dataset as SQLite or Excel.

Column names are those of the functions' arguments (``names(formals(metafor::escalc))`` was run; ``meta::metaprop``,
``meta::metabin``, ``meta::metagen``, ``netmeta::pairwise``, ``netmeta::netmeta``, ``multinma::set_agd_arm``, ``set_agd_contrast``
from their reference pages; RevMan: the "Data and analyses" CSV of RevMan 5 as ``meta::read.rm5`` reads it).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd

from .effects import PROPORTIONS, Effects
from .plain import records

_ABOUT = ("study_id", "arm_id", "comparator_arm_id", "cohort_id", "regimen_id", "treatment_class", "site", "line", "design", "year")
_MEASURES = {"log_hr": "HR", "log_or": "OR", "log_rr": "RR", "rd": "RD"}


def export(effects: Effects, tool: str) -> pd.DataFrame:
    """The effects in the columns that a tool takes.

    - ``metafor``: ``slab``, ``yi``, ``vi``, ``sei`` with ``xi``, ``ni`` (``escalc(measure="PLO", xi=xi, ni=ni)``) or ``ai``, ``n1i``, ``ci``, ``n2i``.
    - ``meta``: ``studlab``, ``event``, ``n`` (``metaprop``); ``event.e``, ``n.e``, ``event.c``, ``n.c`` (``metabin``); ``TE``, ``seTE`` (``metagen``); ``cluster``.
    - ``netmeta``: ``studlab``, ``treat``, ``event``, ``n`` (``pairwise``) of the arms, or ``TE``, ``seTE``, ``treat1``, ``treat2``, ``studlab`` of the
      contrasts; a trial with three arms has all three contrasts, as ``netmeta`` demands.
    - ``multinma``: ``study``, ``trt``, ``trt_class``, ``r``, ``n`` (``set_agd_arm``), or ``y``, ``se``, ``sample_size`` (``set_agd_contrast``): a row an arm, ``y``
      missing in the reference arm, whose ``se`` is given only where a trial has three arms or more.
    - ``revman``: the RevMan 5 "Data and analyses" columns.
    - ``pymare``: ``y``, ``v``, ``n``, ``g`` (``pymare.Dataset(data=...)``; g the cohort).

    For ``netmeta`` and ``multinma`` take effects with ``independent="network"``, comparative trials only. Arms of one study with one
    treatment are added up; a stratum enrolled by itself is a study. Raises ValueError for an unknown tool, or one that cannot take the measure.
    """
    makers: dict[str, Callable[[Effects], pd.DataFrame]] = {
        "metafor": _metafor, "meta": _meta, "netmeta": _netmeta, "multinma": _multinma, "revman": _revman, "pymare": _pymare,
    }  # fmt: skip
    if tool not in makers:
        raise ValueError(f"no export for '{tool}'; there are: {', '.join(makers)}")
    return makers[tool](effects)


def write(frame: pd.DataFrame, file: Path) -> None:
    """A CSV that R and Python read alike: UTF-8, LF, ``NA`` for missing."""
    frame.to_csv(file, index=False, na_rep="NA", lineterminator="\n")


def _measure(effects: Effects) -> str:
    return str(effects.asked["measure"])


def _about(effects: Effects) -> pd.DataFrame:
    return pd.DataFrame({name: effects[name] for name in _ABOUT})


def _metafor(effects: Effects) -> pd.DataFrame:
    counts = ["xi", "ni"] if _measure(effects) in PROPORTIONS else ["ai", "n1i", "ci", "n2i"]
    return pd.DataFrame(effects)[["slab", "yi", "vi", "sei", *counts, *_ABOUT]]


def _meta(effects: Effects) -> pd.DataFrame:
    if _measure(effects) in PROPORTIONS:
        names = {"xi": "event", "ni": "n"}
    else:
        names = {"ai": "event.e", "n1i": "n.e", "ci": "event.c", "n2i": "n.c", "yi": "TE", "sei": "seTE"}
    found = pd.DataFrame({"studlab": effects["slab"], **{new: effects[old] for old, new in names.items()}})
    return found.assign(cluster=effects["cohort_id"]).join(_about(effects))


def _pymare(effects: Effects) -> pd.DataFrame:
    return pd.DataFrame(
        {"y": effects["yi"], "v": effects["vi"], "n": effects["n"], "g": effects["cohort_id"], "slab": effects["slab"]}
    ).join(_about(effects))


def _revman(effects: Effects) -> pd.DataFrame:
    measure = _measure(effects)
    if measure in PROPORTIONS:
        raise ValueError("RevMan compares two groups: take log_hr, log_or, log_rr or rd")
    counts = measure != "log_hr"
    rows = []
    comparisons = {
        pair: number for number, pair in enumerate(dict.fromkeys(zip(effects["node"], effects["comparator_node"], strict=True)), start=1)
    }
    for order, row in enumerate(records(pd.DataFrame(effects)), start=1):
        has_counts = counts and row["ai"] is not None
        rows.append({
            "Comparison Number": comparisons[row["node"], row["comparator_node"]], "Outcome Number": 1, "Subgroup Number": 0, "Name": row["slab"],
            "Data Type": "DICH" if has_counts else "IV", "Statistical Method": "IV", "Effect Measure": _MEASURES[measure], "Analysis Model": "RANDOM",
            "Events 1": row["ai"], "Total 1": row["n1i"], "Events 2": row["ci"], "Total 2": row["n2i"],
            "Effect Estimate": row["yi"], "SE": row["sei"], "Group Label 1": row["node"], "Group Label 2": row["comparator_node"],
            "Year of study": row["year"], "User defined order": order,
        })  # fmt: skip
    return pd.DataFrame(rows, columns=list(_REVMAN))


_REVMAN = (
    "Comparison Number", "Outcome Number", "Subgroup Number", "Name", "Data Type", "Statistical Method", "Effect Measure", "Analysis Model",
    "Events 1", "Total 1", "Events 2", "Total 2", "Effect Estimate", "SE", "Group Label 1", "Group Label 2", "Year of study", "User defined order",
)  # fmt: skip


def _netmeta(effects: Effects) -> pd.DataFrame:
    if _measure(effects) in PROPORTIONS:
        return _arms(effects).rename(columns={"study": "studlab", "trt": "treat", "r": "event"})[["studlab", "treat", "event", "n"]]
    rows = []
    for study, contrasts in trials(effects):
        star = _star(contrasts)
        if star is None:
            one = contrasts[0]
            rows.append(
                {
                    "TE": one["yi"],
                    "seTE": one["sei"],
                    "treat1": one["node"],
                    "treat2": one["comparator_node"],
                    "studlab": study,
                    "derived": False,
                }
            )
            continue
        values = {star.reference: 0.0, **{node: one["yi"] for node, one in star.arms.items()}}
        spreads = {star.reference: star.variance, **{node: one["vi"] - star.variance for node, one in star.arms.items()}}
        for second, first in combinations(values, 2):
            te, se = values[first] - values[second], math.sqrt(spreads[first] + spreads[second])
            rows.append({"TE": te, "seTE": se, "treat1": first, "treat2": second, "studlab": study, "derived": True})
    return pd.DataFrame(rows, columns=["TE", "seTE", "treat1", "treat2", "studlab", "derived"])


def _multinma(effects: Effects) -> pd.DataFrame:
    if _measure(effects) in PROPORTIONS:
        return _arms(effects)[["study", "trt", "trt_class", "r", "n"]]
    rows = []
    for study, contrasts in trials(effects):
        star = _star(contrasts)
        first = contrasts[0]
        reference, spread = (first["comparator_node"], None) if star is None else (star.reference, math.sqrt(star.variance))
        arms = {first["node"]: first} if star is None else star.arms
        sizes = [one["n2i"] for one in arms.values()]
        rows.append(
            {"study": study, "trt": reference, "trt_class": first["comparator_class"], "y": None, "se": spread, "sample_size": sizes[0]}
        )
        for node, one in arms.items():
            rows.append(
                {
                    "study": study,
                    "trt": node,
                    "trt_class": one["treatment_class"],
                    "y": one["yi"],
                    "se": one["sei"],
                    "sample_size": one["n1i"],
                }
            )
    return pd.DataFrame(rows, columns=["study", "trt", "trt_class", "y", "se", "sample_size"])


def _arms(effects: Effects) -> pd.DataFrame:
    """Arms of the studies with two nodes or more, each with its events and patients."""
    rows = []
    for row in records(pd.DataFrame(effects)):
        study = f"{row['label']} {row['stratum']}" if row["stratum"] else row["label"]
        rows.append({"study": study, "trt": row["node"], "trt_class": row["treatment_class"], "r": row["xi"], "n": row["ni"]})
    frame = pd.DataFrame(rows, columns=["study", "trt", "trt_class", "r", "n"]).astype({"r": "Int64", "n": "Int64"})
    summed = frame.groupby(["study", "trt", "trt_class"], sort=False, dropna=False, as_index=False)[["r", "n"]].sum()
    return summed[summed.groupby("study")["trt"].transform("nunique") > 1].reset_index(drop=True)


class _Star:
    """Contrasts of one trial against one reference arm, and that arm's share of their variance.

    The covariance of two contrasts that share an arm is that arm's own variance. Reports do not print it; it is taken from
    the variances of the contrasts in proportion to 1/patients (var = s (1/n1 + 1/n0), so s/n0), the mean over the contrasts.
    Without patients it is half the smallest variance.
    """

    def __init__(self, reference: str, arms: dict[str, dict[str, Any]]):
        self.reference, self.arms = reference, arms
        shares = [one["vi"] * (1 / one["n2i"]) / (1 / one["n1i"] + 1 / one["n2i"]) for one in arms.values() if one["n1i"] and one["n2i"]]
        least = min(one["vi"] for one in arms.values())
        self.variance = min(sum(shares) / len(shares), 0.9 * least) if len(shares) == len(arms) else least / 2


def _star(contrasts: list[dict[str, Any]]) -> _Star | None:
    """The contrasts of a trial with three arms or more against the arm that most of them share; None for two arms."""
    if len(contrasts) == 1:
        return None
    nodes = [row[name] for row in contrasts for name in ("node", "comparator_node")]
    reference = max(dict.fromkeys(nodes), key=lambda node: (nodes.count(node), node in {row["comparator_node"] for row in contrasts}))
    arms: dict[str, dict[str, Any]] = {}
    for row in contrasts:
        if row["comparator_node"] == reference:
            arms.setdefault(row["node"], row)
        elif row["node"] == reference:
            turned = {"yi": -row["yi"], "n1i": row["n2i"], "n2i": row["n1i"], "treatment_class": row["comparator_class"]}
            arms.setdefault(row["comparator_node"], {**row, **turned})
    return _Star(reference, arms) if len(arms) > 1 else None


def trials(effects: Effects) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each trial (a stratum enrolled by itself is one) with its contrasts between different treatments, joined where arms are shared.

    Raises ValueError for proportions.
    """
    if _measure(effects) in PROPORTIONS:
        raise ValueError("a network of contrasts needs log_hr, log_or, log_rr or rd")
    from ..access import load

    regimens = {row["regimen_id"]: row["treatment_class"] for row in records(load("regimens"))}
    groups: list[list[dict[str, Any]]] = []
    for row in records(pd.DataFrame(effects)):
        row["comparator_class"] = regimens.get(row["comparator_regimen_id"])
        if row["node"] == row["comparator_node"]:
            continue
        arms = {row["arm_id"], row["comparator_arm_id"]}
        touching = [group for group in groups if any(arms & {one["arm_id"], one["comparator_arm_id"]} for one in group)]
        groups = [group for group in groups if group not in touching] + [[*(one for group in touching for one in group), row]]
    labels = [group[0]["label"] for group in groups]
    for group in groups:
        label = group[0]["label"]
        yield (label if labels.count(label) == 1 else f"{label} {group[0]['arm_id'].partition('.')[2]}"), group


def sqlite(file: Path) -> int:
    """The whole dataset as an SQLite database, with keys and the codebook; returns the number of tables."""
    import sqlite3

    from ..access import codebook, load, tables

    names = list(tables()["table"])
    file.unlink(missing_ok=True)
    with sqlite3.connect(file) as connection:
        for name in names:
            _plain(load(name)).to_sql(name, connection, index=False)
        codebook().to_sql("codebook", connection, index=False)
    connection.close()
    return len(names)


def excel(file: Path) -> int:
    """The whole dataset as a workbook: a sheet a table, the codebook first; returns the number of tables."""
    from ..access import codebook, load, tables

    names = list(tables()["table"])
    with pd.ExcelWriter(file, engine="openpyxl") as writer:
        codebook().to_excel(writer, sheet_name="codebook", index=False, freeze_panes=(1, 0))
        for name in names:
            _plain(load(name)).to_excel(writer, sheet_name=name[:31], index=False, freeze_panes=(1, 1))
    return len(names)


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Closed lists as text, dates as ISO text: what SQLite and Excel keep unchanged."""
    made = frame.copy()
    for name in made:
        if isinstance(made[name].dtype, pd.CategoricalDtype):
            made[name] = made[name].astype("string")
        elif pd.api.types.is_datetime64_any_dtype(made[name].dtype):
            made[name] = made[name].dt.strftime("%Y-%m-%d").astype("string")
    return made
