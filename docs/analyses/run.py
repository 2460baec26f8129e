"""Write docs/analyses/README.md and its figures from the published tables: our pooled figures, the published ones, why they differ.

    python docs/analyses/run.py [FOLDER]

Nothing here is tuned to match: the queries say what the question says. Published figures are those of the table
pooled_estimates, read in the reviews it names.
"""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

import nen_evidence as nen
from nen_evidence.analysis.exports import export
from nen_evidence.analysis.network import network

HERE = Path(__file__).resolve().parent
METHODS = ("REML", "DL", "PM")


@dataclass(frozen=True)
class Question:
    """One analysis: what is asked, and what makes our figure differ from another one."""

    id: str
    title: str
    outcome: str | list[str]
    query: dict[str, Any]
    why: str
    arm: bool = True
    extra: dict[str, dict[str, Any]] = field(default_factory=dict)


QUESTIONS = (
    Question("captem", "Objective response to capecitabine and temozolomide", "objective_response", {"regimen": "capecitabine+temozolomide"},
             "Sites, grades and lines are mixed; the spread between studies (prediction interval) says more than the mean.",
             extra={"pancreas only": {"site": "pancreas"}}),
    Question("prrt_177lu", "Objective response to 177Lu-labelled peptide receptor radionuclide therapy", "objective_response", {"drug": ["177lu-dotatate", "177lu-dotatoc"]},
             "First treatment and retreatment, combinations with chemotherapy and tumours from paraganglioma to medullary thyroid carcinoma stand together here; criteria differ from study to study. Large series that print a percentage only are missing from ours: with many patients several counts round to it, and xi stays empty.",
             extra={"prospective or randomized only": {"design": ["randomized", "single_arm", "prospective_cohort", "nonrandomized_controlled"]}, "pancreas only": {"site": "pancreas"}}),
    Question("platinum_etoposide", "Objective response to platinum and etoposide", "objective_response", {"treatment_class": "platinum_etoposide"},
             "The class is asked for, not the tumour; differentiation is known for the whole arm in some studies only.",
             extra={"poorly differentiated only (of the whole arm)": {"differentiation": "poor"}, "first line only": {"line": "first"}}),
    Question("everolimus_placebo", "Progression-free survival: everolimus against placebo", "pfs", {"drug": "everolimus", "comparator": "placebo"},
             "RADIANT-2 gave octreotide in both arms, in carcinoid syndrome; RADIANT-3 was in pancreatic NET; RADIANT-4 in nonfunctioning lung and gastrointestinal NET. Three trials give Knapp-Hartung intervals with a t of two degrees of freedom: "
             "wide by design. Leave-one-out shows what RADIANT-2 does to the mean.", arm=False),
    Question("ssa_placebo", "Progression: somatostatin analogues against placebo", ["pfs", "ttp"], {"treatment_class": "somatostatin_analogue", "comparator": "placebo", "design": "randomized"},
             "Time to progression (PROMID) and progression-free survival (CLARINET) are taken as one endpoint here, as a published figure of two randomized trials must. With two trials that agree, DerSimonian-Laird with a Wald interval (third row) is the usual published "
        "choice; Knapp-Hartung with one degree of freedom gives the same estimate and an interval of no use. Published figures of seven studies add nonrandomized ones.",
        arm=False, extra={"progression-free survival only": {"outcome": "pfs"}, "time to progression only": {"outcome": "ttp"}}),
)  # fmt: skip
# Outcomes, measure, and words of treatment and comparator of the published figures that answer the same question.
PUBLISHED = {
    "captem": (["objective_response"], "proportion", "capecitabine", None),
    "prrt_177lu": (["objective_response"], "proportion", "177Lu|PRRT", None),
    "platinum_etoposide": (["objective_response"], "proportion", "platin|etoposide", None),
    "everolimus_placebo": (["pfs"], "hr", "^everolimus", "placebo|control"),
    "ssa_placebo": (["pfs", "ttp", "progressive_disease"], "hr", "^(long-acting )?somatostatin|octreotide|lanreotide", ""),
    "network": (["pfs"], "hr", "PRRT|177Lu|everolimus|sunitinib|surufatinib|somatostatin", "."),
}  # fmt: skip
NETWORKS = (("pancreas", "Pancreatic NET"), ("gastrointestinal", "Gastrointestinal NET"), (None, "All sites"))


def answer(question: Question, **changes: Any) -> Any:
    asked = {"outcome": question.outcome, **question.query, **changes}
    return nen.effects(asked.pop("outcome"), **asked)


def figures(pooled: Any) -> str:
    digits = 2 if pooled.unit.endswith("ratio") else 1
    unit = "" if digits == 2 else "%"
    low, high = (f"{value:.{digits}f}" for value in (pooled.prediction_low, pooled.prediction_high))
    prediction = "not defined" if math.isnan(pooled.pi_low) else f"{low} to {high}"
    return f"{pooled.estimate:.{digits}f}{unit} ({pooled.ci_low:.{digits}f} to {pooled.ci_high:.{digits}f}) | {prediction} | {pooled.k} | {pooled.n_patients if pooled.n_patients is not None else ''} | {pooled.i2:.0f}% | {pooled.tau2:.3g}"


def section(question: Question, folder: Path) -> list[str]:
    """One question: forest plot, our figure under several choices, the published figure, why they differ."""
    wide = {"denominators": "arm"} if question.arm else {}
    main = answer(question, **wide)
    lines = [f"## {question.title}", ""]
    if main.empty:
        return [*lines, "No row of the tables answers this yet.", "", "```", main.summary(), "```", ""]
    pooled = nen.pool(main, leave_one_out=True)
    nen.forest(pooled, [folder / f"{question.id}.svg", folder / f"{question.id}.png"], title=question.title)
    lines += [
        f"![Forest plot]({question.id}.svg)",
        "",
        "| ours | pooled (95% CI) | 95% prediction | effects | patients | I2 | tau2 |",
        "|---|---|---|---|---|---|---|",
    ]
    named = "denominators printed or the arm's" if question.arm else "as asked"
    rows: list[tuple[str, Any, dict[str, Any]]] = [(named, main, {})]
    rows += [("PM instead of REML", main, {"method": "PM"}), ("DL instead of REML, Wald interval", main, {"method": "DL", "knha": False})]
    if question.arm:
        rows.append(("printed denominators only (the default)", answer(question), {}))
    rows += [(name, answer(question, **{**wide, **changes}), {}) for name, changes in question.extra.items()]
    for name, chosen, how in rows:
        lines.append(f"| {name} | {figures(nen.pool(chosen, **how))} |" if len(chosen) else f"| {name} | no study | | 0 | | | |")
    if pooled.leave_one_out is not None:
        low, high = pooled.leave_one_out["estimate"].min(), pooled.leave_one_out["estimate"].max()
        digits = 2 if pooled.unit.endswith("ratio") else 1
        lines += ["", f"Leaving out one study at a time: {low:.{digits}f} to {high:.{digits}f}."]
    lines += [
        "",
        *theirs(question.id),
        "",
        f"**Why they differ, or may:** {question.why}",
        "",
        "What each rule cost:",
        "",
        "```",
        main.summary(),
        "```",
        "",
    ]
    return lines


def theirs(name: str, limit: int = 40) -> list[str]:
    """Published pooled figures of the same question, from the table ``pooled_estimates``, as printed."""
    outcomes, measure, treatment, comparator = PUBLISHED[name]
    table = nen.load("pooled_estimates")
    found = table[
        table["outcome"].isin(outcomes) & (table["measure"] == measure) & table["treatment"].str.contains(treatment, regex=True, case=False)
        & table["estimate"].notna() & (table["comparator"].isna() if comparator is None else table["comparator"].fillna("").str.contains(comparator, regex=True, case=False))
    ]  # fmt: skip
    if found.empty:
        return ["**Published:** no published figure was at hand."]
    sources = nen.load("sources").set_index("source_id")
    lines = [
        "**Published** (`pooled_estimates`, as printed):",
        "",
        "| review | treatment | population | figure | interval | studies | patients | doi |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in found.head(limit).to_dict("records"):
        cells = [row["source_id"], row["treatment"] + ("" if pd.isna(row["comparator"]) else f" vs {row['comparator']}"), row["population"] if pd.isna(row["subgroup"]) else f"{row['population']}: {row['subgroup']}",
                 f"{row['estimate']:g}", "" if pd.isna(row["ci_low"]) else f"{row['ci_low']:g} to {row['ci_high']:g}", row["n_studies"], row["n_patients"], sources.loc[row["source_id"], "doi"]]  # fmt: skip
        lines.append("| " + " | ".join("" if pd.isna(cell) else str(cell).replace("|", "/") for cell in cells) + " |")
    return lines


def markdown(frame: pd.DataFrame) -> list[str]:
    rows = [[f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in row] for row in frame.itertuples(index=False)]
    return [
        "| " + " | ".join(map(str, frame.columns)) + " |",
        "|" + "---|" * frame.shape[1],
        *("| " + " | ".join(row) + " |" for row in rows),
    ]


def networks(folder: Path) -> list[str]:
    """The network of randomized trials (PFS): nodes, edges, and each treatment against placebo where a chain of trials reaches it."""
    lines = [
        "## The network of randomized trials: progression-free survival", "",
        "Hazard ratios of comparative randomized trials, one figure per pair of arms. Estimates against placebo: random-effects meta-regression of the contrasts on treatments "
        "(`nen_evidence.analysis.network`, on PyMARE; one tau2, Wald intervals; contrasts of one trial taken as independent). It is a check of the shape, not a full network meta-analysis: "
        "no inconsistency model, no ranking. For that, `nen-evidence export --for netmeta|multinma` writes the input; the files of this page are beside it.", "",
    ]  # fmt: skip
    for site, title in NETWORKS:
        chosen = nen.effects("pfs", design="randomized", independent="network", site=site)
        lines += [f"### {title}", ""]
        if chosen.empty:
            lines += ["No trial.", ""]
            continue
        name = f"network_{site or 'all'}"
        for tool in ("netmeta", "multinma"):
            export(chosen, tool).to_csv(folder / f"{name}_{tool}.csv", index=False, na_rep="NA", lineterminator="\n")
        references = [node for node in ("Placebo", "Octreotide") if node in {*chosen["node"], *chosen["comparator_node"]}]
        if not references:
            lines += ["No trial against placebo or octreotide.", ""]
            continue
        made = network(chosen, references[0])
        lines += [
            f"{len(made.nodes)} treatments, {len(made.edges)} comparisons, {chosen['study_id'].nunique()} trials. Hazard ratios of each comparison:",
            "",
            *markdown(made.edges),
            "",
        ]
        for reference in references:
            made = network(chosen, reference)
            lines += [f"Against {reference} (tau2 {made.tau2:.3g}):", "", *markdown(made.against), ""]
        lines += [f"Not connected with {references[-1]}: {', '.join(made.left_out) or 'none'}.", ""]
    lines += [
        *theirs("network"), "",
        "**Why they differ, or may:** the published network of 2019 joins classes (PRRT, somatostatin analogues), this one named treatments; which of them no chain of trials connects here is said under each table. "
        "Trials of later years than the reviews are in ours; how the reviews joined endpoints is not in the excerpts read. "
        "Rows of secondary sources, hazard ratios without an interval or exact p-value, and subgroups other than by site are left out here.", "",
    ]  # fmt: skip
    return lines


def main(folder: Path = HERE) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        "# Worked analyses", "",
        f"Generated by `docs/analyses/run.py` from version {nen.version()} of the tables; do not edit. Read by software, mostly from abstracts; not a basis for decisions on treatment.", "",
        "Each question is asked in one line of Python (`nen.effects`, `nen.pool`, `nen.forest`); each patient counts once. Random effects: REML, Knapp-Hartung intervals. "
        "A published figure is shown only where its report was read; nothing was tuned to match it.", "",
        "Not here: a binomial-normal GLMM for rare events. No library kept by this package fits one (PyMARE has none; statsmodels has a Bayesian mixed logit with priors of its own). "
        "In R: `rma.glmm(measure = \"PLO\", xi = xi, ni = ni, data = read.csv(\"effects.csv\"))` on `nen-evidence export --for metafor`.", "",
    ]  # fmt: skip
    for question in QUESTIONS:
        lines += section(question, folder)
    lines += networks(folder)
    nen.evidence_map([folder / "evidence_map.svg", folder / "evidence_map.png"])
    nen.funnel(answer(QUESTIONS[1], denominators="arm"), [folder / "funnel.svg", folder / "funnel.png"], title=QUESTIONS[1].title)
    lines += [
        "## Where the evidence is",
        "",
        "![Evidence map](evidence_map.svg)",
        "",
        "## Small studies",
        "",
        "![Funnel plot](funnel.svg)",
        "",
    ]
    (folder / "README.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
