"""Coherence of the numbers: checks with an id, a severity and the reference of their method.

What the record has wrong is to be mended; what the paper has wrong, once read again, is waived in the
record with a reason and published in ``quality_flags``.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field

from ..contract import Rows
from ..contract.row import Row
from ..problem import Problem
from ..record.model import Waiver
from ..record.seeds import Seeds
from . import adverse, comparisons, dates, denominators, doses, duplicates, flows, intervals, partitions, proportions, survival
from .context import Context
from .registry import CATALOGUE, Check, Finding

__all__ = ["CATALOGUE", "Check", "Checked", "Finding", "findings", "run"]
# Importing a family registers its checks; the names are listed so that none is taken for unused.
_FAMILIES = (adverse, comparisons, dates, denominators, doses, duplicates, flows, intervals, partitions, proportions, survival)


@dataclass
class Checked:
    """What the checks came to: problems for the curator, rows for ``quality_flags``."""

    problems: list[Problem] = field(default_factory=list)
    flags: list[Row] = field(default_factory=list)


def findings(seeds: Seeds, rows: Rows) -> list[tuple[Check, Finding]]:
    """What every check finds, before waivers: one finding per check and row, in the order of the catalogue."""
    context = Context(seeds, rows)
    found: dict[tuple[str, str, str], tuple[Check, Finding]] = {}
    for check in CATALOGUE.values():
        for finding in check.function(context):
            key = (check.id, finding.row.table, finding.row.id)
            if key in found:
                finding = _joined(found[key][1], finding)
            found[key] = (check, finding)
    return list(found.values())


def run(seeds: Seeds, rows: Rows) -> Checked:
    """Check all rows.

    Problems: every finding of severity error or warning that no waiver covers, and every waiver that
    covers nothing. Flags: every waived finding, every unwaived warning and every info. A waived one is
    ``confirmed_in_source`` where the row is anchored in the text of its source; where no text was held
    there was nothing to confirm it in, and it stays ``open`` with the reason.
    """
    checked = Checked()
    waivers = {
        (record.path, number): (record, waiver)
        for record in (*seeds.studies, *seeds.reviews)
        for number, waiver in enumerate(record.content.waivers)
    }
    used = set()
    for check, finding in findings(seeds, rows):
        record = finding.row.record
        matching = [
            key
            for key, (owner, waiver) in waivers.items()
            if waiver.check == check.id and any(owner is row.record and _names(waiver, row) for row in (finding.row, *finding.partners))
        ]
        used.update(matching)
        reason = waivers[matching[0]][1].reason if matching else None
        if check.severity != "error" or reason:
            checked.flags.append(_flag(check, finding, reason))
        if check.severity != "info" and not reason:
            right = finding.message + (f" (expected {finding.expected})" if finding.expected else "")
            checked.problems.append(record.problem(finding.row.path, finding.printed or finding.row.id, right, check.id, check.severity))
    for (_path, number), (record, waiver) in waivers.items():
        if (_path, number) in used or (waiver.check in CATALOGUE and CATALOGUE[waiver.check].across):
            continue
        if waiver.check not in CATALOGUE:
            near = difflib.get_close_matches(waiver.check, list(CATALOGUE), n=2)
            right = f"the id of a check ({'nearest: ' + ', '.join(near) if near else 'see the list of checks in the docs'})"
        else:
            right = (
                f"a waiver that covers a finding: '{waiver.check}' finds nothing at row '{waiver.row}'; correct it or take the waiver out"
            )
        checked.problems.append(record.problem(("waivers", number), f"a waiver of '{waiver.check}'", right, "unused-waiver"))
    checked.problems.sort()
    checked.flags.sort(key=lambda row: row.id)
    return checked


def _names(waiver: Waiver, row: Row) -> bool:
    return waiver.row in (row.id, row.id.removeprefix(f"{row.record.id}."))


def _joined(first: Finding, second: Finding) -> Finding:
    """Two findings of one check at one row as one."""

    def both(one: str | None, other: str | None) -> str | None:
        return one if one == other else "; ".join(filter(None, (one, other))) or None

    return Finding(
        first.row,
        both(first.message, second.message) or "",
        both(first.printed, second.printed),
        both(first.expected, second.expected),
        (*first.partners, *second.partners),
    )


def _flag(check: Check, finding: Finding, reason: str | None) -> Row:
    row = finding.row
    flag_id = f"{check.id}.{row.id}"
    return Row(
        "quality_flags",
        flag_id,
        {
            "flag_id": flag_id,
            "check": check.id,
            "severity": check.severity,
            "table": row.table,
            "row_id": row.id,
            "study_id": row.values.get("study_id"),
            "message": finding.message + (f" ({reason})" if reason else ""),
            "printed": finding.printed,
            "expected": finding.expected,
            "status": "confirmed_in_source" if reason and row.values.get("anchor_status") == "anchored" else "open",
        },
        row.path,
        row.record,
    )
