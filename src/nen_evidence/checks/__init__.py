"""Coherence of the numbers (being written)."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..problem import Problem
from ..record.seeds import Seeds
from ..tables import Row, Rows


@dataclass
class Checked:
    problems: list[Problem] = field(default_factory=list)
    flags: list[Row] = field(default_factory=list)


def run(seeds: Seeds, rows: Rows) -> Checked:
    return Checked()
