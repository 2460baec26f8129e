"""Loading: typed frames, the codebook, one study; in pandas, in R, and from an installed wheel."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path

import pandas as pd
import pytest

import nen_evidence as nen
from nen_evidence import contract

from ..conftest import ROOT, needs, run


@pytest.mark.parametrize("table", contract.TABLES)
def test_load_gives_the_types_of_the_model(table: str) -> None:
    frame = nen.load(table)
    expected = contract.frame(contract.TABLES[table], [])
    assert list(frame.columns) == list(expected.columns)
    for name in frame:
        if isinstance(expected[name].dtype, pd.CategoricalDtype):
            assert list(frame[name].cat.categories) == list(expected[name].cat.categories)
        else:
            assert frame[name].dtype == expected[name].dtype, name


def test_tables_and_codebook() -> None:
    assert list(nen.tables()["table"]) == list(contract.TABLES)
    book = nen.codebook("doses")
    assert list(book["column"]) == list(contract.TABLES["doses"].columns())
    assert book["description"].notna().all()
    assert len(nen.codebook()) == sum(len(model.columns()) for model in contract.TABLES.values())
    with pytest.raises(KeyError, match="the tables are"):
        nen.load("dosis")


def test_a_loaded_frame_is_the_callers_own() -> None:
    frame = nen.load("studies")
    frame["label"] = "x"
    assert (nen.load("studies")["label"] != "x").all()


def test_study_is_readable() -> None:
    page = str(nen.study("zilembo-1993-salvage"))
    for words in ("Zilembo 1993", "streptozocin", "500", "mg/m2", "partial_response", "sentence 7", "medullary_thyroid_carcinoma"):
        assert words in page
    with pytest.raises(KeyError, match="zilembo-1993-salvage"):
        nen.study("zilembo-1993")


def test_importing_is_cheap() -> None:
    done = run(sys.executable, "-c", "import sys, nen_evidence; print('pandas' in sys.modules)")
    assert done.stdout.strip() == "False"


@pytest.mark.r
def test_base_r_reads_every_table(tmp_path: Path) -> None:
    """read.csv alone gives numbers and logicals; with schemas/colclasses.csv everything has its class."""
    needs("Rscript")
    script = tmp_path / "read.R"
    script.write_text(
        'classes <- read.csv("schemas/colclasses.csv", na.strings = "")\n'
        "for (table in unique(classes$table)) {\n"
        '  path <- file.path("data", paste0(table, ".csv"))\n'
        "  want <- classes[classes$table == table, ]\n"
        '  plain <- read.csv(path, na.strings = "")\n'
        '  typed <- read.csv(path, na.strings = "", colClasses = setNames(want$class, want$column))\n'
        "  stopifnot(identical(names(typed), want$column))\n"
        "  got <- vapply(typed, function(x) class(x)[1], character(1))\n"
        "  stopifnot(all(got == want$class))\n"
        "  for (name in want$column) {\n"
        "    filled <- !all(is.na(plain[[name]]))\n"
        "    kind <- want$class[want$column == name]\n"
        '    if (filled && kind %in% c("integer", "numeric")) stopifnot(is.numeric(plain[[name]]))\n'
        '    if (filled && kind == "logical") stopifnot(is.logical(plain[[name]]))\n'
        "  }\n"
        '  cat(table, nrow(typed), "\\n")\n'
        "}\n"
    )
    done = run("Rscript", "--vanilla", str(script))
    assert done.returncode == 0, done.stderr
    counts = dict(line.split() for line in done.stdout.splitlines())
    assert counts == {row.table: str(row.rows) for row in nen.tables().itertuples()}


def test_an_installed_wheel_brings_its_data_along(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(ROOT)],
        check=True,
        capture_output=True,
    )
    wheel = next(tmp_path.glob("*.whl"))
    home = tmp_path / "home"
    venv.create(home, with_pip=False, system_site_packages=False)
    # The libraries of this environment, without the editable install of the package.
    site = next(home.glob("lib/python*/site-packages"))
    libraries = Path(pd.__file__).parents[1]
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(site), str(wheel)],
        check=True,
        capture_output=True,
    )
    empty = tmp_path / "empty"
    empty.mkdir()
    code = (
        f"import sys; sys.path.append({str(libraries)!r}); import nen_evidence as nen, json; "
        "assert 'home' in nen.__file__, nen.__file__; print(json.dumps([len(nen.load('studies')), len(nen.tables()), str(nen.study('zilembo-1993-salvage'))[:12]]))"
    )
    done = run(str(home / "bin" / "python"), "-I", "-c", code, cwd=empty)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [len(nen.load("studies")), len(contract.TABLES), "Zilembo 1993"]
    record = ROOT / "seeds" / "studies" / "zilembo-1993-salvage.yaml"
    (empty / record.name).write_text(record.read_text())
    code = f"import sys; sys.path.append({str(libraries)!r}); sys.argv = ['nen-evidence', 'check', '{record.name}']; from nen_evidence.cli import main; main()"
    done = run(str(home / "bin" / "python"), "-I", "-c", code, cwd=empty)
    assert done.returncode == 0, done.stderr
