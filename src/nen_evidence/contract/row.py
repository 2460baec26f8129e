"""A row on its way from a record to a table, with the figures as typed and its place in the record."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..problem import Problem, shown
from ..record import Record
from ..record.figure import Bound, Figure, Interval, Time, to_months
from ..record.model import Arm, Defaults, Qualified, Study
from ..record.reader import Path_
from ..vocabulary import Vocabulary


@dataclass
class Row:
    """One row: published values, printed figures by field, and where the record says it."""

    table: str
    id: str
    values: dict[str, Any]
    path: Path_
    record: Record
    figures: dict[str, Figure] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    # For a row of a list of seeds/ (searches, screening, overlaps): its file and line. ``record`` is then any record.
    listed: tuple[Path, int] | None = None

    @property
    def place(self) -> tuple[Path, int]:
        """The file and line that say it."""
        return self.listed or (self.record.path, self.record.line(*self.path))

    def problem(self, found: str, right: str, check: str) -> Problem:
        """A problem of this row, at its file and line."""
        if self.listed is None:
            return self.record.problem(self.path, found, right, check)
        return Problem(shown(self.listed[0]), self.listed[1], "line", found, right, check)


def slug(text: str) -> str:
    """Text as part of an identifier."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def joined(*parts: Any) -> str:
    """A natural key: its parts joined by ``.``, empty parts left out, points inside numbers written ``-``."""
    texts = (str(part).replace(".", "-") if isinstance(part, float | Figure) else str(part) for part in parts if part not in (None, ""))
    return ".".join(texts)


def number(value: float) -> str:
    """A number as part of an identifier: 6.0 as 6, 6.5 as 6-5."""
    return f"{value:g}".replace(".", "-")


class Place:
    """Where in a study rows are being made: gives each row what all facts share, with defaults applied."""

    def __init__(self, record: Record, vocabulary: Vocabulary, arm: str | None = None):
        assert isinstance(record.content, Study)
        self.record, self.study, self.vocabulary = record, record.content, vocabulary
        self.arm_slug = arm
        self.arm: Arm | None = self.study.arms[arm] if arm else None

    @property
    def defaults(self) -> Defaults:
        return self.study.defaults

    @property
    def arm_id(self) -> str:
        return f"{self.study.id}.{self.arm_slug}"

    def given(self, item: Any, name: str) -> Any:
        """The value of a field of an item, else of ``defaults``."""
        value = getattr(item, name, None)
        return value if value is not None else getattr(self.defaults, name, None)

    def source(self, item: Any) -> str:
        return str(self.given(item, "source") or self.study.primary.id)

    def source_part(self, item: Any) -> str | None:
        """The source as part of a key: only where it is not the primary one."""
        source = self.source(item)
        return None if source == self.study.primary.id else source

    def fact(self, item: Any, relation: str = "eq") -> dict[str, Any]:
        """The columns of ``base.Fact`` but ``printed`` and ``anchor_status``, which come with the figures."""
        subgroup = getattr(item, "subgroup", None)
        return {
            "study_id": self.study.id,
            "arm_id": self.arm_id,
            "subgroup_id": f"{self.study.id}.{subgroup}" if subgroup else None,
            "subgroup": subgroup_label(self.study, subgroup),
            "source_id": self.source(item),
            "locator": self.given(item, "locator") or "abstract",
            "relation": relation,
            "note": getattr(item, "note", None),
        }

    def qualifiers(self, item: Any, assessed: bool, best: bool = False) -> dict[str, Any]:
        """The columns of ``base.Qualifiers``; ``assessed`` where response criteria apply to the outcome."""
        at: Time | None = getattr(item, "at", None)
        assessment = self.given(item, "assessment") if best else None
        return {
            "assessor": (self.given(item, "assessor") or "not_stated") if assessed else item.assessor,
            "criteria": self.given(item, "criteria") if assessed else item.criteria,
            "analysis_set": self.given(item, "analysis_set") or "not_stated",
            "analysis": self.given(item, "analysis"),
            "data_cutoff": self.given(item, "data_cutoff"),
            "assessment": ("at_time" if at else assessment or "not_stated") if best else None,
            "time_months": at.months if at else None,
            "unit_of_analysis": item.unit_of_analysis or "patient",
        }

    def interval(self, item: Qualified, unit: str | None = None) -> tuple[dict[str, Any], dict[str, Figure]]:
        """The columns of ``base.Interval`` and their printed figures; ``unit`` is a time unit to turn into months."""
        values: dict[str, Any] = {}
        figures: dict[str, Figure] = {}

        def end(name: str, bound: Bound) -> float | None:
            if bound.figure is None:
                return None
            figures[name] = bound.figure
            return to_months(bound.figure, unit) if unit else bound.figure.value

        if item.ci is not None:
            values |= {
                "ci_low": end("ci_low", item.ci.low),
                "ci_high": end("ci_high", item.ci.high),
                "ci_low_status": item.ci.low.status,
                "ci_high_status": item.ci.high.status,
                "ci_level": self.given(item, "ci_level"),
                "ci_sides": int(item.ci_sides) if item.ci_sides else 2,
            }
        spread: Interval | None = item.range or item.iqr
        if spread is not None:
            values |= {
                "spread_kind": "range" if item.range else "iqr",
                "spread_low": end("spread_low", spread.low),
                "spread_high": end("spread_high", spread.high),
            }
        for kind, figure in (("sd", item.std_dev), ("se", item.std_err)):
            if figure is not None:
                values |= {"spread_kind": kind, "spread_value": end("spread_value", Bound(figure, "value"))}
        return values, figures


def subgroup_label(study: Study, slug_: str | None) -> str | None:
    if slug_ is None:
        return None
    subgroup = study.subgroups[slug_]
    return subgroup.label or subgroup.level


def printed(figures: dict[str, Figure]) -> str | None:
    """The figures as typed: main figures, then intervals as low-high, joined by ``; ``."""
    pairs = (("ci_low", "ci_high"), ("spread_low", "spread_high"))
    ends = {name for pair in pairs for name in pair}
    parts = [str(figure) for name, figure in figures.items() if name not in ends]
    for low, high in pairs:
        if low in figures or high in figures:
            parts.append(f"{figures.get(low, '')}-{figures.get(high, '')}")
    return "; ".join(parts) or None
