"""docs/doors.md: every block that another tool runs is run."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from ..conftest import ROOT, run

TEXT = (ROOT / "docs" / "doors.md").read_text(encoding="utf-8")
SQL = re.findall(r"^```sql duckdb\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
PYTHON = re.findall(r"^```python\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("query", SQL)
def test_duckdb(query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb

    monkeypatch.chdir(ROOT)
    answer = duckdb.connect().sql(query)
    assert answer.columns
    answer.fetchall()


@pytest.mark.parametrize("code", PYTHON, ids=lambda code: next(line.split()[1] for line in code.splitlines() if line.startswith("import")))
def test_python(code: str) -> None:
    done = run(sys.executable, "-c", code)
    assert done.returncode == 0, done.stderr


def test_all_blocks_are_run_or_are_known() -> None:
    fences = re.findall(r"^```(\w.*)$", TEXT, re.MULTILINE)
    assert sorted(set(fences)) == ["python", "r", "sql duckdb", "text"], "the R block is run by test_r_package"
    assert (len(SQL), len(PYTHON)) == (3, 4)


def test_the_sqlite_door_is_a_command() -> None:
    done = run(sys.executable, "-m", "nen_evidence", "export", "--help")
    assert done.returncode == 0
    assert "--sqlite" in done.stdout


def test_datasette_serves_the_exported_database(tmp_path: Path) -> None:
    """The block's commands but for the installing; one page is asked for instead of a server left running."""
    assert run(sys.executable, "-m", "nen_evidence", "export", "--sqlite", str(tmp_path / "nen.db")).returncode == 0
    done = run(
        str(Path(sys.executable).parent / "datasette"),
        "nen.db",
        "--get",
        "/nen/studies.json?study_id=zilembo-1993-salvage&_shape=array",
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert [row["label"] for row in json.loads(done.stdout)] == ["Zilembo 1993"]
