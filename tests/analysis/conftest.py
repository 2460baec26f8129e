"""Frames made from records written for one test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from nen_evidence import contract
from nen_evidence.record.seeds import read_seeds

Frames = dict[str, pd.DataFrame]


@pytest.fixture
def frames(seeds: Path) -> Callable[[], Frames]:
    """The tables that the records written so far give."""

    def make() -> Frames:
        rows = contract.flatten(read_seeds(seeds))
        assert contract.key_problems(rows) == []
        for table in contract.ANCHORED:
            for row in rows[table]:
                row.values["anchor_status"] = row.values["anchor_status"] or "text_not_held"
        made = {name: contract.frame(model, rows[name]) for name, model in contract.TABLES.items()}
        for name, model in contract.TABLES.items():
            assert contract.schema_problems(model, made[name], rows[name]) == []
        return made

    return make
