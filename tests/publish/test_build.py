"""The build: whole or not at all, the same bytes anywhere, CSV equal to Parquet."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from nen_evidence import contract, publish
from nen_evidence.problem import ProblemsFound
from nen_evidence.publish import files

from ..conftest import RECORD, ROOT, run

Write = Callable[..., Path]
OTHER = RECORD.replace("example-2001", "sample-2002").replace("Example 2001", "Sample 2002").replace("[Example A", "[Sample A")


@pytest.fixture
def checkout(seeds: Path, write: Write) -> Path:
    write()
    write(record=OTHER, name="sample-2002-stz")
    return seeds.parent


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "seeds" not in path.parts
    }


def test_same_seeds_same_bytes_in_any_folder_and_order(checkout: Path, tmp_path: Path) -> None:
    first = publish.compile_package(checkout / "seeds").contents
    elsewhere = tmp_path / "else where" / "seeds"
    (elsewhere / "studies").mkdir(parents=True)
    for file in sorted((checkout / "seeds" / "studies").iterdir(), reverse=True):
        shutil.copy(file, elsewhere / "studies" / file.name)
    shutil.copytree(checkout / "seeds" / "vocabulary", elsewhere / "vocabulary")
    assert publish.compile_package(elsewhere).contents == first


def test_build_twice_changes_nothing(checkout: Path) -> None:
    assert publish.write(checkout, publish.compile_package(checkout / "seeds"))
    before = snapshot(checkout)
    assert publish.write(checkout, publish.compile_package(checkout / "seeds")) == []
    assert snapshot(checkout) == before


def test_a_failing_build_leaves_the_package_as_it_was(checkout: Path, write: Write) -> None:
    publish.write(checkout, publish.compile_package(checkout / "seeds"))
    before = snapshot(checkout)
    write(("pd: 7}", "pd: 7}\n      - {pr: 9}"))
    done = run(sys.executable, "-m", "nen_evidence", "build", cwd=checkout)
    assert done.returncode == 1
    assert "a second time" in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(checkout) == before


def test_build_check_notices(checkout: Path) -> None:
    assert run(sys.executable, "-m", "nen_evidence", "build", cwd=checkout).returncode == 0
    assert run(sys.executable, "-m", "nen_evidence", "build", "--check", cwd=checkout).returncode == 0
    (checkout / "data" / "doses.csv").write_text("x\n")
    (checkout / "data" / "stray.csv").write_text("x\n")
    done = run(sys.executable, "-m", "nen_evidence", "build", "--check", cwd=checkout)
    assert done.returncode == 1
    assert "data/doses.csv: not what the seeds give" in done.stderr
    assert "data/stray.csv: left over" in done.stderr


def test_a_kill_in_mid_build_loses_nothing(checkout: Path) -> None:
    """Killed at any moment, the package on disk is the old one or the new one after the next start; never a mixture."""
    publish.write(checkout, publish.compile_package(checkout / "seeds"))
    old = snapshot(checkout)
    (checkout / "seeds" / "studies" / "sample-2002-stz.yaml").unlink()
    new = publish.compile_package(checkout / "seeds").contents
    for delay in (0.2, 0.5, 0.7, 0.8, 0.9, 1.0, 1.2):
        process = subprocess.Popen(
            [sys.executable, "-m", "nen_evidence", "build"], cwd=checkout, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(delay)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
        process.wait()
        publish.recover(checkout)
        found = snapshot(checkout)
        assert found in (old, dict(new.items())), f"a mixture after {delay} s"


def test_a_kill_while_putting_in_place_is_mended(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish.write(checkout, publish.compile_package(checkout / "seeds"))
    (checkout / "seeds" / "studies" / "sample-2002-stz.yaml").unlink()
    package = publish.compile_package(checkout / "seeds")
    real, calls = os.replace, []

    def dying(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 20:
            raise KeyboardInterrupt
        real(source, target)

    monkeypatch.setattr(publish.os, "replace", dying)
    with pytest.raises(KeyboardInterrupt):
        publish.write(checkout, package)
    monkeypatch.undo()
    publish.recover(checkout)
    assert snapshot(checkout) == package.contents


def test_unanchored_figures_do_not_pass(checkout: Path, write: Write) -> None:
    write(("    text: not_held\n", ""))
    with pytest.raises(ProblemsFound, match="without an anchor"):
        publish.compile_package(checkout / "seeds")


def test_csv_equals_parquet_value_by_value() -> None:
    for table, model in contract.TABLES.items():
        arrow = pq.read_table(ROOT / "data" / f"{table}.parquet")
        assert arrow.schema.equals(files.arrow_schema(model), check_metadata=True), table
        columns = model.columns()
        text = pd.read_csv(ROOT / "data" / f"{table}.csv", dtype="string", keep_default_na=False, na_values=[])
        assert list(text.columns) == arrow.column_names == list(columns)
        assert len(text) == arrow.num_rows
        for name, facts in columns.items():
            cells = ["" if value is None else files.cell(value, facts) for value in arrow.column(name).to_pylist()]
            assert text[name].tolist() == cells, f"{table}.{name}"


def test_csv_is_plain() -> None:
    for path in (ROOT / "data").glob("*.csv"):
        raw = path.read_bytes()
        assert not raw.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in raw
        frame = pd.read_csv(path, dtype="string", keep_default_na=False)
        for name in frame:
            cells = frame[name][frame[name] != ""]
            assert not (cells == "NA").any(), f"{path.name} {name}: a cell is the bare NA"
            bad = cells[cells.str.match(r"[=@\t]|[-+](?![\d.])")]
            assert bad.empty, f"{path.name} {name}: a spreadsheet would run {bad.iloc[0]!r}"


def test_numbers_are_short_and_read_back() -> None:
    for value, text in ((18.0, "18"), (0.000072, "0.000072"), (7.4, "7.4"), (1e-30, "1e-30"), (416.6666666666667, "416.6666666666667")):
        assert files.number_text(value) == text
        assert float(files.number_text(value)) == value


def test_frictionless_accepts_the_package() -> None:
    done = run(str(Path(sys.executable).parent / "frictionless"), "validate", "datapackage.json", "--json")
    assert done.returncode == 0, done.stdout[-2000:]
    assert json.loads(done.stdout)["valid"] is True


def test_frictionless_refuses_a_broken_package(tmp_path: Path) -> None:
    for name in ("data", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "datapackage.json", tmp_path)
    path = tmp_path / "data" / "studies.csv"
    path.write_text(path.read_text().replace(",software,", ",oracle,", 1))
    done = run(str(Path(sys.executable).parent / "frictionless"), "validate", "datapackage.json", "--json", cwd=tmp_path)
    assert done.returncode != 0


def test_what_is_committed_is_what_the_seeds_give() -> None:
    assert publish.differences(ROOT, publish.compile_package(ROOT / "seeds")) == []
