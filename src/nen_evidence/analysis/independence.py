"""No patient counted twice: which effects can hold the same people, and which of them is kept.

The rule is that of the design (docs: Independence). Two effects conflict when their patients can be the same people:
in one study where an arm of one is, contains or lies within an arm of the other, or is made of the same patients
(crossover, extension), unless their subgroups are different members of one partition; between two studies where they
overlap, directly or through a third one (``cohort_id``), unless the pair was checked and found distinct.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from .plain import records

Row = Mapping[str, Any]
SAME_STUDY, SAME_COHORT = "same patients in the same study", "patients shared with another study"


class Patients:
    """Who is in which arm and study. Frames are the published arms, subgroups, studies and cohort_overlaps."""

    def __init__(self, arms: pd.DataFrame, subgroups: pd.DataFrame, studies: pd.DataFrame, overlaps: pd.DataFrame):
        rows = records(arms)
        self._study = {row["arm_id"]: row["study_id"] for row in rows}
        self._whole = {row["arm_id"] for row in rows if row["role"] == "overall" or row["kind"] == "overall"}
        self._period = {row["arm_id"] for row in rows if row["kind"] == "period"}
        # Periods and extensions that name neither a parent nor whose patients they are: of anyone in the study.
        self._loose = {
            row["arm_id"] for row in rows if row["kind"] == "extension" and not row["parent_arm_id"] and not row["same_patients_as"]
        }
        self._group = _components((row["arm_id"], row["same_patients_as"]) for row in rows)
        self._parents: dict[str, set[str]] = {}
        for row in rows:
            if row["parent_arm_id"]:
                self._parents.setdefault(self._group[row["arm_id"]], set()).add(self._group.get(row["parent_arm_id"], row["parent_arm_id"]))
        self._partition = {row["subgroup_id"]: row["partition_id"] for row in records(subgroups)}
        self._cohort = {row["study_id"]: row["cohort_id"] for row in records(studies)}
        self._distinct = {frozenset((row["study_id"], row["other_study_id"])) for row in records(overlaps) if row["relation"] == "none"}

    def depth(self, arm: str) -> int:
        """How many arms contain this one: 0 for the arm that holds all patients of its study."""
        return 0 if arm in self._whole else 1 + len(self._above(self._group.get(arm, arm)))

    def arms_related(self, first: str, second: str) -> bool:
        """Whether two arms of one study can hold the same people."""
        one, two = self._group.get(first, first), self._group.get(second, second)
        if one == two or one in self._above(two) or two in self._above(one):
            return True
        pair = {first, second}
        return bool(pair & (self._whole | self._loose)) or pair <= self._period

    def conflict(self, first: Row, second: Row) -> str | None:
        """``SAME_STUDY`` or ``SAME_COHORT`` where two effects can hold the same people, else None.

        Rows have study_id, arm_id, subgroup_id, comparator_arm_id, comparator_subgroup_id (None where missing).
        """
        if first["study_id"] != second["study_id"]:
            studies = (first["study_id"], second["study_id"])
            one, two = (self._cohort.get(study, study) for study in studies)
            return SAME_COHORT if one == two and frozenset(studies) not in self._distinct else None
        groups = [(a, b) for a in _groups(first) for b in _groups(second)]
        return SAME_STUDY if any(self.arms_related(a[0], b[0]) and not self._disjoint(a[1], b[1]) for a, b in groups) else None

    def _disjoint(self, first: str | None, second: str | None) -> bool:
        if not first or not second or first == second:
            return False
        partition = self._partition.get(first)
        return partition is not None and partition == self._partition.get(second)

    def _above(self, group: str) -> set[str]:
        found: set[str] = set()
        waiting = [group]
        while waiting:
            for parent in self._parents.get(waiting.pop(), set()) - found:
                found.add(parent)
                waiting.append(parent)
        return found


def choose(rows: list[dict[str, Any]], patients: Patients, *, network: bool = False) -> tuple[list[str], dict[str, tuple[str, str]]]:
    """Of rows in conflict one is kept: ids kept, and for each other id the reason and the id kept instead.

    ``rows`` come in order of preference within a study; between studies the order is ``named`` (how well a row fits
    what the query names, smaller is better), then patients (``n``), then ``year``. With ``network`` two contrasts of one
    trial that share one arm are both kept: the model of a network accounts for the shared arm.
    """
    left: dict[str, tuple[str, str]] = {}

    def conflict(first: Row, second: Row) -> str | None:
        if network and first["study_id"] == second["study_id"] and _one_shared(first, second):
            return None
        return patients.conflict(first, second)

    def sift(candidates: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        kept: list[dict[str, Any]] = []
        for row in candidates:
            for other in kept:
                if why := conflict(row, other):
                    left[row["effect_id"]] = (why, other["effect_id"])
                    break
            else:
                kept.append(row)
        return kept

    by_study: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_study.setdefault(row["study_id"], []).append(row)
    best = [row for group in by_study.values() for row in sift(group)]
    best.sort(key=lambda row: (row["named"], -(row["n"] or 0), -(row["year"] or 0), row["effect_id"]))
    kept = {row["effect_id"] for row in sift(best)}
    for key, (why, instead) in left.items():
        while instead not in kept:
            instead = left[instead][1]
        left[key] = (why, instead)
    return [row["effect_id"] for row in rows if row["effect_id"] in kept], left


def _groups(row: Row) -> list[tuple[str, str | None]]:
    second = [(row["comparator_arm_id"], row["comparator_subgroup_id"])] if row["comparator_arm_id"] else []
    return [(row["arm_id"], row["subgroup_id"]), *second]


def _one_shared(first: Row, second: Row) -> bool:
    pairs = [{row["arm_id"], row["comparator_arm_id"]} for row in (first, second)]
    return len(pairs[0] & pairs[1]) == 1 and first["subgroup_id"] == second["subgroup_id"]


def _components(pairs: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Item -> representative of its connected component."""
    parent: dict[str, str] = {}

    def root(item: str) -> str:
        parent.setdefault(item, item)
        while parent[item] != item:
            item = parent[item]
        return item

    for item, other in pairs:
        one = root(item)
        if other:
            parent[one] = root(other)
    return {item: root(item) for item in list(parent)}
