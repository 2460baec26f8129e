"""What many tests need: the checkout, and small seeds folders made for one test."""

from __future__ import annotations

import os
import shutil
import subprocess
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

RECORD = """\
id: example-2001-stz
label: Example 2001
design: randomized
randomized_comparison: comparative
phase: "3"
setting: advanced
line_of_therapy: first
reader_1_kind: software
sources:
  - id: example-2001
    kind: article
    title: Streptozocin with and without fluorouracil
    authors: [Example A, Sample B]
    year: 2001
    read_extent: abstract
    text: not_held
defaults: {source: example-2001, locator: abstract, criteria: who, ci_level: 0.95}
subgroups:
  pnet: {axis: primary_site, level: pancreas}
arms:
  stz-5fu:
    role: experimental
    regimen: fluorouracil+streptozocin
    assigned: 42
    treated: 40
    doses:
      - {drug: streptozocin, amount: 500, unit: mg/m2, route: iv, days: d1-5, cycle_days: 42}
      - {drug: fluorouracil, amount: 400, unit: mg/m2, route: iv, days: d1-5, cycle_days: 42}
    counts:
      - {primary_site: pancreas, n: 25, of: 40}
    responses:
      - {of: 36, cr: 1, pr: 8, sd: 20, pd: 7}
      - {subgroup: pnet, objective_response: 30%, ci: 12-50}
    survival:
      - {endpoint: pfs, median: 7.1, ci: [5.0, 9.3]}
      - {endpoint: os, median: not reached}
    adverse_events:
      - {term: nephrotoxicity, grade: g3-4, n: 4, of: 40}
  stz:
    role: control
    regimen: streptozocin
    assigned: 42
comparisons:
  - {arm: stz-5fu, versus: stz, endpoint: pfs, hr: 0.71, ci: [0.45, 1.12], p: 0.14}
gaps:
  - {arm: stz, item: doses, reason: not_in_report}
"""


@pytest.fixture
def root() -> Path:
    return ROOT


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A seeds folder with the whole vocabulary and no record yet."""
    folder = tmp_path / "seeds"
    (folder / "studies").mkdir(parents=True)
    (folder / "reviews").mkdir()
    shutil.copytree(ROOT / "seeds" / "vocabulary", folder / "vocabulary")
    return folder


@pytest.fixture
def write(seeds: Path) -> Callable[..., Path]:
    """Write a record (by default the example) with pieces of its text replaced, and return its path."""

    def make(*changes: tuple[str, str], record: str = RECORD, name: str = "example-2001-stz") -> Path:
        text = textwrap.dedent(record)
        for old, new in changes:
            assert old in text, f"the example has no {old!r}"
            text = text.replace(old, new, 1)
        path = seeds / "studies" / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return make


def run(*command: str, cwd: Path = ROOT, check: bool = False, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command as its user would."""
    return subprocess.run(command, cwd=cwd, check=check, capture_output=True, text=True, env={**os.environ, **(env or {})})


def needs(program: str) -> None:
    """Skip where a program is missing; under CI that is a failure."""
    if shutil.which(program) is None:
        if os.environ.get("CI"):
            pytest.fail(f"{program} is missing under CI")
        pytest.skip(f"{program} is not installed")
