"""Exports have the columns that the functions take; R runs those it can."""

from __future__ import annotations

import math
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import nen_evidence as nen
from nen_evidence.analysis.effects import Effects, effects
from nen_evidence.analysis.exports import export, trials

from ..conftest import needs, run

Frames = dict[str, pd.DataFrame]
TOOLS = ("metafor", "meta", "netmeta", "multinma", "revman", "pymare")


@pytest.fixture(scope="module")
def ratios() -> Effects:
    return nen.effects("pfs", design="randomized", independent="network")


@pytest.fixture(scope="module")
def shares() -> Effects:
    return nen.effects("objective_response", denominators="arm")


def three_arms() -> Effects:
    """One trial of A and B against C, and one of A against C."""
    columns = {
        "label": "T",
        "slab": "T",
        "arm_id": "t.a",
        "comparator_arm_id": "t.c",
        "node": "A",
        "comparator_node": "C",
        "yi": -0.5,
        "vi": 0.09,
        "sei": 0.3,
        "n1i": 50,
        "n2i": 50,
    }
    rows = [
        columns,
        {**columns, "arm_id": "t.b", "node": "B", "yi": -0.2, "vi": 0.08},
        {**columns, "label": "U", "arm_id": "u.a", "comparator_arm_id": "u.c"},
    ]
    made = Effects(pd.DataFrame(rows).assign(comparator_regimen_id=None, treatment_class="x"))
    made.asked = {"measure": "log_hr"}
    return made


@pytest.mark.parametrize("tool", TOOLS)
def test_columns(tool: str, ratios: Effects, shares: Effects) -> None:
    wanted = {
        "metafor": ({"slab", "yi", "vi", "sei", "xi", "ni"}, {"slab", "yi", "vi", "sei", "ai", "n1i", "ci", "n2i"}),
        "meta": ({"studlab", "event", "n", "cluster"}, {"studlab", "TE", "seTE", "event.e", "n.e", "event.c", "n.c"}),
        "netmeta": ({"studlab", "treat", "event", "n"}, {"TE", "seTE", "treat1", "treat2", "studlab"}),
        "multinma": ({"study", "trt", "trt_class", "r", "n"}, {"study", "trt", "trt_class", "y", "se", "sample_size"}),
        "pymare": ({"y", "v", "n", "g"}, {"y", "v", "n", "g"}),
        "revman": (
            set(),
            {
                "Comparison Number",
                "Outcome Number",
                "Subgroup Number",
                "Name",
                "Effect Estimate",
                "SE",
                "Events 1",
                "Total 1",
                "Events 2",
                "Total 2",
            },
        ),
    }[tool]
    for found, names in ((shares, wanted[0]), (ratios, wanted[1])):
        if names:
            frame = export(found, tool)
            assert names <= set(frame.columns)
            assert len(frame)
        else:
            with pytest.raises(ValueError, match="two groups"):
                export(found, tool)


def test_netmeta_gets_all_contrasts_of_a_trial_and_they_agree() -> None:
    found = export(three_arms(), "netmeta")
    trial = found[found["studlab"] == "T"]
    assert len(trial) == 3
    by_pair = {frozenset((row.treat1, row.treat2)): (row.TE if row.treat1 < row.treat2 else -row.TE) for row in trial.itertuples()}
    assert by_pair[frozenset("AB")] == pytest.approx(by_pair[frozenset("AC")] - by_pair[frozenset("BC")])
    assert found.loc[found["studlab"] == "U", ["TE", "seTE"]].iloc[0].tolist() == [-0.5, 0.3]


def test_multinma_gets_a_reference_row_a_trial() -> None:
    found = export(three_arms(), "multinma")
    for _, trial in found.groupby("study"):
        assert trial["y"].isna().sum() == 1
    assert found[found["study"] == "U"]["se"].isna().sum() == 1, "two arms: no standard error in the reference row"
    reference = found[(found["study"] == "T") & found["y"].isna()].iloc[0]
    assert reference["trt"] == "C"
    assert 0 < reference["se"] ** 2 < 0.08
    assert math.isclose(reference["se"] ** 2, (0.09 + 0.08) / 4)


def test_arm_exports_have_two_arms_or_more_a_study(shares: Effects) -> None:
    found = export(shares, "netmeta")
    assert (found.groupby("studlab")["treat"].nunique() > 1).all()
    assert (found["event"] <= found["n"]).all()


def test_strata_are_trials_of_their_own(ratios: Effects) -> None:
    names = [name for name, _ in trials(ratios)]
    assert len(names) == len(set(names))


@pytest.mark.r
def test_metafor_takes_the_export(tmp_path: Path, shares: Effects) -> None:
    needs("Rscript")
    file = tmp_path / "effects.csv"
    done = run(
        sys.executable,
        "-m",
        "nen_evidence",
        "export",
        "--for",
        "metafor",
        "--outcome",
        "objective_response",
        "--denominators",
        "arm",
        "--out",
        str(file),
    )
    assert done.returncode == 0, done.stderr
    assert "rows match the query" in done.stderr
    code = (
        f"suppressMessages(library(metafor)); d <- read.csv('{file}'); e <- escalc('PLO', xi = xi, ni = ni, data = d, slab = slab); "
        "stopifnot(all(abs(e$yi - d$yi) < 1e-8), all(abs(e$vi - d$vi) < 1e-8)); cat(nrow(d), sprintf('%.8f', rma(yi, vi, data = d, test = 'knha')$beta))"
    )
    r = run("Rscript", "--vanilla", "-e", code)
    assert r.returncode == 0, r.stderr
    count, beta = r.stdout.split()
    assert int(count) == len(shares)
    assert float(beta) == pytest.approx(nen.pool(shares).beta, abs=1e-4)


def test_pymare_takes_the_export(shares: Effects) -> None:
    from pymare import Dataset

    frame = export(shares, "pymare")
    assert Dataset(data=frame[["y", "v"]].astype(float)).y.shape[0] == len(shares)


def test_whole_dataset_in_one_file(tmp_path: Path) -> None:
    database, book = tmp_path / "nen.sqlite", tmp_path / "nen.xlsx"
    done = run(sys.executable, "-m", "nen_evidence", "export", "--sqlite", str(database), "--excel", str(book))
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(database) as connection:
        for row in nen.tables().itertuples():
            assert connection.execute(f"select count(*) from {row.table}").fetchone() == (row.rows,)
    sheets = pd.read_excel(book, sheet_name=None)
    assert {"codebook", *nen.tables()["table"]} == set(sheets)
    assert len(sheets["arms"]) == len(nen.load("arms"))


def test_a_wrong_word_is_said_on_one_line() -> None:
    done = run(sys.executable, "-m", "nen_evidence", "export", "--for", "meta", "--outcome", "objectve", "--out", "x.csv")
    assert done.returncode == 1
    assert "stands nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_unknown_tool(write: Callable[..., Path], frames: Callable[[], Frames]) -> None:
    write()
    with pytest.raises(ValueError, match="metafor, meta"):
        export(effects("pfs", frames=frames()), "spss")
