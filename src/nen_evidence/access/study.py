"""All that is known of one study, printed readably."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pandas as pd

from . import load

# What is shown of each fact table, in this order.
_SHOWN = {
    "doses": (
        "drug_id",
        "dose_kind",
        "reported_amount",
        "reported_unit",
        "amount_per",
        "route",
        "days_of_cycle",
        "cycle_length_days",
        "interval_days",
    ),
    "patient_counts": ("characteristic", "category", "n", "n_total", "percent"),
    "response_outcomes": (
        "outcome",
        "marker",
        "symptom",
        "n_events",
        "n_evaluable",
        "percent",
        "ci_low",
        "ci_high",
        "criteria",
        "xi",
        "ni",
        "ni_basis",
    ),
    "survival_outcomes": ("endpoint", "statistic", "time_months", "reported_value", "reported_unit", "reached", "ci_low", "ci_high"),
    "comparisons": ("comparator_arm_id", "endpoint", "measure", "estimate", "ci_low", "ci_high", "ci_level", "p_relation", "p_value"),
    "adverse_events": ("term", "grade", "n_events", "n_at_risk", "percent", "event_type"),
    "measurements": ("quantity", "detail", "statistic", "reported_value", "reported_unit", "spread_low", "spread_high"),
}


@dataclass(frozen=True)
class StudyView:
    """One study: its rows in every table (``tables``), printed as a page of text."""

    study_id: str
    tables: dict[str, pd.DataFrame]

    def __repr__(self) -> str:
        return self.text()

    def text(self, width: int = 150) -> str:
        """The study as plain text, each figure with its place in the source."""
        from rich import box
        from rich.console import Console
        from rich.table import Table

        buffer = io.StringIO()
        console = Console(file=buffer, width=width, force_terminal=False)
        study = self.tables["studies"].iloc[0]
        console.print(f"{study.label} ({self.study_id})", style="bold", highlight=False)
        facts = [
            study.design,
            study.phase and f"phase {study.phase}" if pd.notna(study.phase) else None,
            study.setting,
            f"line: {study.line_of_therapy}",
            study.country,
            f"{study.n_enrolled} patients" if pd.notna(study.n_enrolled) else None,
            study.registry_id,
            f"read {'twice' if study.extraction_status == 'double' else 'once'} by {study.reader_1_kind}",
        ]
        console.print("; ".join(str(fact) for fact in facts if fact is not None and pd.notna(fact)), highlight=False)
        for source in self.tables["sources"].to_dict("records"):
            ident = next(
                (f"{label} {source[name]}" for label, name in (("PMID", "pmid"), ("DOI", "doi"), ("", "url")) if pd.notna(source[name])), ""
            )
            who = " ".join(str(source[name]) for name in ("first_author", "year") if pd.notna(source[name]))
            console.print(f"  [{source['source_id']}] {who}. {source['title']}. {ident}", highlight=False, markup=False)
        places = self._places()
        for arm in self.tables["arms"].to_dict("records"):
            console.print()
            regimen = arm["regimen_id"] if pd.notna(arm["regimen_id"]) else "several treatments"
            console.print(f"{arm['label']} - {arm['role']}, {regimen} ({arm['arm_id']})", markup=False, highlight=False)
            for name, columns in _SHOWN.items():
                rows = self.tables[name]
                rows = rows[rows["arm_id"] == arm["arm_id"]]
                if rows.empty:
                    continue
                key = rows.columns[0]
                used = [column for column in columns if rows[column].notna().any()]
                page = Table(title=name.replace("_", " "), title_justify="left", box=box.SIMPLE_HEAD)
                if rows["subgroup"].notna().any():
                    used = ["subgroup", *used]
                for column in [*used, "place"]:
                    page.add_column(column, overflow="fold")
                for row in rows.to_dict("records"):
                    cells = [
                        "" if pd.isna(row[column]) else f"{row[column]:g}" if isinstance(row[column], float) else str(row[column])
                        for column in used
                    ]
                    page.add_row(*cells, places.get((name, row[key]), f"{row['source_id']}, {row['locator']}: {row['anchor_status']}"))
                console.print(page)
        for name, title in (("gaps", "not given"), ("quality_flags", "inconsistencies in print")):
            rows = self.tables[name]
            if not rows.empty:
                console.print(
                    f"{title}: "
                    + "; ".join(f"{row['arm_id']} {row['item']}" if name == "gaps" else row["message"] for row in rows.to_dict("records")),
                    markup=False,
                    highlight=False,
                )
        return buffer.getvalue()

    def _places(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], list[str]] = {}
        for anchor in self.tables["evidence_anchors"].to_dict("records"):
            found.setdefault((str(anchor["table"]), str(anchor["row_id"])), []).append(
                f"{anchor['source_id']}, sentence {anchor['sentence']}"
            )
        return {key: "; ".join(places) for key, places in found.items()}


def study(study_id: str) -> StudyView:
    """All that is known of one study. Raises KeyError for an unknown id, with the nearest ones."""
    known = load("studies")["study_id"]
    if study_id not in set(known):
        import difflib

        near = difflib.get_close_matches(study_id, list(known), n=3, cutoff=0.3)
        raise KeyError(f"no study '{study_id}'; nearest: {', '.join(near) or 'none'}")
    found = {}
    for name in ("studies", "arms", "subgroups", "gaps", "quality_flags", *_SHOWN):
        frame = load(name)
        found[name] = frame[frame["study_id"] == study_id].reset_index(drop=True)
    links = load("study_sources")
    sources = load("sources")
    found["sources"] = sources[sources["source_id"].isin(links.loc[links["study_id"] == study_id, "source_id"])].reset_index(drop=True)
    ids = {row for name in _SHOWN for row in found[name].iloc[:, 0]}
    anchors = load("evidence_anchors")
    found["evidence_anchors"] = anchors[anchors["row_id"].isin(ids)].reset_index(drop=True)
    return StudyView(study_id, found)
