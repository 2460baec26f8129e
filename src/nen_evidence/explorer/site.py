"""Every file of the site, from the published tables."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import jinja2
import pandas as pd
from markupsafe import Markup

from .. import access
from ..analysis.effects import TABLES as EFFECT_TABLES
from ..analysis.effects import effects
from ..analysis.independence import SAME_COHORT, SAME_STUDY
from ..analysis.plain import records
from . import words
from .forest import Line, layout
from .study import FACTS, Reader, Row, arm_names, exact
from .words import SITE_GROUPS, Labels, plain

_NEEDED = (
    "studies",
    "arms",
    "subgroups",
    "gaps",
    "quality_flags",
    "sources",
    "study_sources",
    "regimens",
    "arm_regimens",
    "drugs",
    "evidence_anchors",
    "cohort_overlaps",
    *FACTS,
)
_PER_STUDY = ("arms", "subgroups", "gaps", "quality_flags", "study_sources", *FACTS)


def environment() -> jinja2.Environment:
    """Templates with autoescape on for everything; an undefined name is an error."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("nen_evidence.explorer"), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True,
    )  # fmt: skip
    made.filters["plain"] = plain
    return made


def embedded(value: Any) -> Markup:
    """Compact JSON that can stand inside a script element: no character of it can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # nosec: what could end the element was replaced above


class Site:
    """The published tables, grouped as the pages need them."""

    def __init__(self) -> None:
        self.labels = Labels()
        self.tables = {name: records(access.load(name)) for name in _NEEDED}
        self.sources = {row["source_id"]: row for row in self.tables["sources"]}
        self.regimens = {row["regimen_id"]: row for row in self.tables["regimens"]}
        self.drugs = {row["drug_id"]: row for row in self.tables["drugs"]}
        self.reader = Reader(self.labels, self.sources, self.regimens, self.drugs)
        self.mixed: dict[str, list[Row]] = {}
        for row in self.tables["arm_regimens"]:
            self.mixed.setdefault(row["arm_id"], []).append(row)
        grouped: dict[str, dict[str, list[Row]]] = {
            study["study_id"]: {name: [] for name in _PER_STUDY} for study in self.tables["studies"]
        }
        for name in _PER_STUDY:
            for row in self.tables[name]:
                if row["study_id"] in grouped:
                    grouped[row["study_id"]][name].append(row)
        home = {next(iter(row.values())): row["study_id"] for name in FACTS for row in self.tables[name]}
        for rows in grouped.values():
            rows["evidence_anchors"] = []
            rows["arms"].sort(
                key=lambda arm: ({"experimental": 0, "single": 0, "control": 1, "cohort": 2}.get(arm["role"], 3), arm["arm_id"])
            )
        for anchor in self.tables["evidence_anchors"]:
            if anchor["row_id"] in home:
                grouped[home[anchor["row_id"]]]["evidence_anchors"].append(anchor)
        self.by_study = grouped
        self.studies = sorted(self.tables["studies"], key=lambda row: (row["label"].casefold(), row["study_id"]))
        self.active = [study for study in self.studies if study["status"] == "active"]
        self.cohorts: dict[str, list[str]] = {}
        for study in self.active:
            self.cohorts.setdefault(study["cohort_id"] or study["study_id"], []).append(study["study_id"])
        about = access.descriptor()
        self.about = {
            "title": about["title"], "version": about["version"], "date": str(about.get("created", ""))[:10], "last_search": about.get("lastSearch"),
            "licence": about["licenses"][0]["title"], "licence_url": about["licenses"][0]["path"], "homepage": words.web(about.get("homepage")),
        }  # fmt: skip

    def regimens_of(self, arm: Row) -> list[Row]:
        """The regimens given in an arm: its own, or those of a mixed arm."""
        ids = [arm["regimen_id"]] if arm["regimen_id"] else [row["regimen_id"] for row in self.mixed.get(arm["arm_id"], [])]
        return [self.regimens[key] for key in ids if key in self.regimens]

    def year(self, study: Row) -> int | None:
        """The year of the primary report."""
        source = self.sources.get(study["primary_source_id"])
        return source["year"] if source else None

    def summary(self, study: Row) -> Row:
        """What the table of studies says of a study."""
        rows = self.by_study[study["study_id"]]
        cells, classes, drugs, regimens, sites = [], [], [], [], []
        for arm in rows["arms"]:
            group = self.labels.site_group(arm["site"])
            sites.append(self.labels("sites", arm["site"]) if arm["site"] else "")
            for regimen in self.regimens_of(arm):
                cells.append((regimen["treatment_class"], group))
                classes.append(regimen["treatment_class"])
                drugs += [drug for drug in (regimen["drug_ids"] or "").split("+") if drug]
                if arm["role"] != "control":
                    regimens.append(regimen["name"])
            if not self.regimens_of(arm):
                cells.append(("", group))
        parts = {row["level"] for row in rows["subgroups"] if row["axis"] == "primary_site" and row["level"]}
        parts |= {row["category"] for row in rows["patient_counts"] if row["characteristic"] == "primary_site" and row["category"]}
        facts = [row["anchor_status"] for name in FACTS for row in rows[name]]
        source = self.sources.get(study["primary_source_id"]) or {}
        texts = [
            *(self.labels("sites", part) for part in sorted(parts)),
            *(self.drugs[drug]["synonyms"] or "" for drug in _once(drugs) if drug in self.drugs),
        ]
        texts += [link["source_id"] for link in rows["study_sources"]] + [
            str(self.sources[link["source_id"]]["pmid"] or "") for link in rows["study_sources"] if link["source_id"] in self.sources
        ]
        return {
            "id": study["study_id"], "label": study["label"], "acronym": study["acronym"] or "", "year": self.year(study), "title": source.get("title") or "",
            "cells": _once(cells), "parts": _once(self.labels.site_group(part) for part in sorted(parts)), "drugs": _once(drugs), "regimens": _once(regimens),
            "sites": [site for site in _once(sites) if site], "design": study["design"], "phase": study["phase"] or "", "setting": study["setting"],
            "line": study["line_of_therapy"], "n": study["n_enrolled"], "facts": len(facts), "anchored": sum(status == "anchored" for status in facts),
            "flags": len(rows["quality_flags"]), "responses": self.responses(rows), "classes": _once(classes),
            "text": " ".join(part.replace("|", " ") for part in [*texts, study["registry_id"] or "", study["country"] or "", source.get("first_author") or ""] if part),
        }  # fmt: skip

    def responses(self, rows: dict[str, list[Row]]) -> list[tuple[str, str]]:
        """The objective response of each whole arm, counts before a bare percentage: ``14/40 (35%)`` and the arm."""
        found = []
        names = arm_names(rows["arms"])
        for arm in rows["arms"]:
            of_arm = [
                row
                for row in rows["response_outcomes"]
                if row["arm_id"] == arm["arm_id"]
                and row["outcome"] == "objective_response"
                and not row["subgroup_id"]
                and row["unit_of_analysis"] in (None, "patient")
            ]
            of_arm.sort(key=lambda row: (row["xi"] is None or not row["ni"], row["assessor"] != "central", row["outcome_id"]))
            if of_arm and exact(of_arm[0]):
                found.append(
                    (f"{of_arm[0]['xi']}/{of_arm[0]['ni']} ({100 * of_arm[0]['xi'] / of_arm[0]['ni']:.0f}%)", names[arm["arm_id"]])
                )
            elif of_arm and of_arm[0]["percent"] is not None:
                found.append((f"{words.relation(of_arm[0]['relation'])}{words.figure(of_arm[0]['percent'])}%", names[arm["arm_id"]]))
        return found

    def index(self) -> dict[str, Any]:
        """The data of the first page: words once, studies as arrays of their numbers."""
        rows = [self.summary(study) for study in self.active]
        designs, settings, lines = (sorted({row[name] for row in rows if row[name]}) for name in ("design", "setting", "line"))
        known = {name for row in rows for name in row["classes"]}
        classes = [name for name in self.labels.order("treatment_classes") if name in known] + sorted(
            known - set(self.labels.order("treatment_classes"))
        )
        drugs = sorted({drug for row in rows for drug in row["drugs"]}, key=lambda drug: (self.drug(drug).casefold(), drug))
        sites = list(SITE_GROUPS)

        def at(terms: list[str], term: str | None) -> int:
            return terms.index(term) if term in terms else -1

        return {
            "class": [[name, self.labels("treatment_classes", name)] for name in classes], "drug": [[drug, self.drug(drug)] for drug in drugs],
            "site": [[name, label] for name, label in SITE_GROUPS.items()], "design": [[name, plain(name)] for name in designs],
            "setting": [[name, plain(name)] for name in settings], "line": [[name, plain(name)] for name in lines],
            "studies": [
                [
                    row["id"], row["label"], row["acronym"], row["year"], row["title"], [[at(classes, a), at(sites, b)] for a, b in row["cells"]],
                    [at(drugs, drug) for drug in row["drugs"]], [at(sites, part) for part in row["parts"]], at(designs, row["design"]), row["phase"],
                    at(settings, row["setting"]), at(lines, row["line"]), row["n"], row["facts"], row["anchored"], row["flags"], row["responses"],
                    row["regimens"], row["sites"], row["text"],
                ]
                for row in rows
            ],
        }  # fmt: skip

    def drug(self, drug: str) -> str:
        """The name of a drug."""
        return str(self.drugs[drug]["name"]) if drug in self.drugs else drug

    def study(self, study: Row) -> Row:
        """What the page of a study shows."""
        rows = self.by_study[study["study_id"]]
        sections = self.reader.sections(rows)
        shown = {fact.id for section in sections for fact in section.rows}
        reports = []
        for link in sorted(
            rows["study_sources"],
            key=lambda link: (link["role"] != "primary", str((self.sources.get(link["source_id"]) or {}).get("year")), link["source_id"]),
        ):
            source = self.sources.get(link["source_id"])
            if source:
                volume = (source["volume"] or "") + (f":{source['pages']}" if source["pages"] else "")
                authors = (source["authors"] or source["first_author"] or "").split("|")
                reports.append({
                    **source, "role": link["role"], "links": words.links(source), "where": " ".join(part for part in (source["container_title"], volume) if part),
                    "by": ", ".join(authors[:6]) + (" and others" if len(authors) > 6 else ""),
                    "accessed": source["accessed"].date().isoformat() if source["accessed"] is not None else "",
                })  # fmt: skip
        names = arm_names(rows["arms"])
        arms = [
            {
                **arm,
                "name": names[arm["arm_id"]],
                "regimens": [
                    (regimen["name"], regimen["treatment_class"], self.labels("treatment_classes", regimen["treatment_class"]))
                    for regimen in self.regimens_of(arm)
                ],
                "site_label": self.labels("sites", arm["site"]),
            }
            for arm in rows["arms"]
        ]
        overlap = [key for key in self.cohorts.get(study["cohort_id"] or "", []) if key != study["study_id"]]
        facts = [fact for section in sections for fact in section.rows]
        return {
            "study": study, "reports": reports, "arms": arms, "sections": sections, "plot": self.reader.plot(rows), "gaps": _gaps(rows["gaps"], names),
            "flags": [{**flag, "shown": flag["row_id"] in shown} for flag in rows["quality_flags"]], "subgroups": rows["subgroups"], "year": self.year(study),
            "registry": words.registry(study["registry_id"]), "anchored": sum(fact.place["status"] == "anchored" for fact in facts), "facts": len(facts),
            "overlap": [(key, next(s["label"] for s in self.studies if s["study_id"] == key)) for key in overlap],
        }  # fmt: skip

    def treatment_class(self, name: str, tables: dict[str, pd.DataFrame], members: list[Row]) -> Row:
        """What the page of a class shows: its studies, and its objective responses from printed denominators and with those of the arms."""
        ids = {row["id"] for row in members}
        frames = {
            key: frame[frame["study_id"].isin(ids)] if "study_id" in frame and key != "studies" else frame for key, frame in tables.items()
        }
        frames["arm_regimens"] = frames["arm_regimens"][frames["arm_regimens"]["arm_id"].isin(frames["arms"]["arm_id"])]
        plots: list[Row] = []
        for denominators in ("printed", "arm") if len(frames["effect_sizes"]) else ():
            chosen = effects("objective_response", treatment_class=name, denominators=denominators, frames=frames)
            kept = [{**row, "reason": None, "kept_effect_id": None} for row in records(chosen)]
            left = records(chosen.left_out)
            shared = [row for row in left if row["reason"] in (SAME_STUDY, SAME_COHORT) and row["xi"] is not None and row["ni"]]
            others: dict[str, int] = {}
            for row in left:
                if row["reason"] not in (SAME_STUDY, SAME_COHORT):
                    others[row["reason"]] = others.get(row["reason"], 0) + 1
            by_id = {row["effect_id"]: row for row in kept}
            plots.append({
                "denominators": denominators, "kept": len(kept), "grey": len(shared), "left_out": sorted(others.items(), key=lambda item: (-item[1], item[0])),
                "plot": self._class_plot(kept + shared, by_id) if kept else None,
            })  # fmt: skip
        return {"id": name, "label": self.labels("treatment_classes", name), "plots": plots, "members": members}

    def _class_plot(self, rows: list[Row], kept: dict[str, Row]) -> Row:
        groups = list(SITE_GROUPS)

        def key(row: Row) -> tuple[Any, ...]:
            return (groups.index(self.labels.site_group(row["site"])), row["year"] or 0, row["label"], row["effect_id"])

        lines: list[Line] = []
        last = ""
        for row in sorted(rows, key=key):
            group = self.labels.site_group(row["site"])
            if group != last:
                lines.append(Line(SITE_GROUPS[group], heading=True))
                last = group
            low, high = exact({**row, "relation": "eq", "unit_of_analysis": "patient"}) or (None, None)
            why = (
                f"; not counted: {row['reason']}"
                + (f", kept: {kept[row['kept_effect_id']]['label']}" if row["kept_effect_id"] in kept else "")
                if row["reason"]
                else ""
            )
            detail = ", ".join(
                part
                for part in (
                    row["arm_label"],
                    row["subgroup"],
                    f"n of the arm, {plain(row['ni_basis']).removeprefix('arm ')}" if row["ni_basis"] not in (None, "printed") else "",
                )
                if part
            )
            lines.append(Line(
                row["label"], detail, f"{row['xi']} / {row['ni']}" + ("" if row["ni_basis"] == "printed" else " †"), 100 * row["xi"] / row["ni"], low, high, row["ni"], f"../studies/{row['study_id']}.html#{row['row_id']}",
                bool(row["reason"]), title=f"{row['label']}, {detail}{why}",
            ))  # fmt: skip
        return layout(lines, f"Forest plot of objective response by study, {len(rows)} rows", "Study, arm")


def _response_frames() -> dict[str, pd.DataFrame]:
    """The tables that ``effects`` needs, with the rows of objective response only: it is asked for each class."""
    frames = {name: access.load(name) for name in EFFECT_TABLES}
    sizes, responses = frames["effect_sizes"], frames["response_outcomes"]
    frames["effect_sizes"] = sizes[(sizes["outcome"] == "objective_response") & (sizes["measure"] == "PLO")]
    frames["response_outcomes"] = responses[responses["outcome_id"].isin(frames["effect_sizes"]["row_id"])]
    frames["comparisons"] = frames["comparisons"].head(0)
    frames["sources"] = frames["sources"].drop(columns=["title", "authors", "doi", "url", "container_title", "volume", "pages"])
    return frames


def _gaps(rows: list[Row], arms: dict[str, str]) -> list[tuple[str, str, str]]:
    return [
        ("whole study" if row["arm_id"] == "all" else str(arms.get(row["arm_id"], row["arm_id"])), plain(row["item"]), plain(row["reason"]))
        for row in rows
    ]


def _once(items: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(items))


def _asset(templates: jinja2.Environment, name: str) -> str:
    assert templates.loader is not None
    return templates.loader.get_source(templates, name)[0]


def pages() -> dict[str, bytes]:
    """The files of the site by their path in it."""
    site, templates = Site(), environment()
    common = {"about": site.about}
    data = site.index()
    folder = templates.get_template
    made = {
        "assets/explorer.css": _asset(templates, "explorer.css"),
        "assets/explorer.js": _asset(templates, "explorer.js"),
        "index.html": folder("index.html").render(
            **common, up="", data=embedded(data), options=data, classes=data["class"], total=len(site.active), facts=sum(row[13] for row in data["studies"]),
            anchored=sum(row[14] for row in data["studies"]), reports=len(site.sources), studies=site.active,
        ),
    }  # fmt: skip
    page = folder("study.html")
    for study in site.studies:
        made[f"studies/{study['study_id']}.html"] = page.render(**common, up="../", **site.study(study))
    frames = _response_frames()
    summaries = [site.summary(study) for study in site.active]
    page = folder("treatment_class.html")
    for name, _ in data["class"]:
        members = sorted((row for row in summaries if name in row["classes"]), key=lambda row: (-(row["year"] or 0), row["label"]))
        made[f"classes/{name}.html"] = page.render(**common, up="../", **site.treatment_class(name, frames, members))
    return {name: text.encode("utf-8") for name, text in made.items()}
