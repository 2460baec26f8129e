"""The benchmark of planted errors, on a record and a text written for the purpose: what must be caught is."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from ..anchors.test_anchors import TEXT
from ..conftest import ROOT


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("planted_errors", ROOT / "benchmarks" / "planted_errors.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["planted_errors"] = module
    spec.loader.exec_module(module)
    return module


def test_planted_errors_are_caught_with_the_text(benchmark: ModuleType, write: Callable[..., Path], tmp_path: Path) -> None:
    # 8 of the 25 pancreatic patients: 32%, exact interval 15-54 (the made-up figures of the design fit no count, and are flagged).
    record = write(("    text: not_held\n", ""), ("30%, ci: 12-50", "32%, ci: 15-54"))
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "example-2001.txt").write_text(TEXT.replace("30% (95% CI 12\u201350)", "32% (95% CI 15\u201354)"), encoding="utf-8")
    tallies, facts, _ = benchmark.run(record.parents[1], texts, 6, 1, [record])
    assert facts["alarms"] == []
    assert facts["with_text"] == 1
    for kind in ("digit changed", "digits swapped", "decimal shifted", "bounds swapped"):
        assert tallies[kind].texts_caught == tallies[kind].texts > 0, kind
    planted = sum(tally.texts for tally in tallies.values())
    caught = sum(tally.texts_caught for tally in tallies.values())
    # Dropped rows and arms swapped in a sentence that does not name them are what is missed here.
    assert caught / planted >= 0.93, {kind: (tally.texts_caught, tally.texts) for kind, tally in tallies.items()}
