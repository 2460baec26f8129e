"""Plots are made, are not empty, and say what the numbers say."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pandas as pd
import pytest

import nen_evidence as nen
from nen_evidence.analysis.plots import evidence_cells


@pytest.fixture(scope="module")
def shares() -> pd.DataFrame:
    return nen.effects("objective_response", treatment_class=["prrt_beta", "temozolomide_based"], denominators="arm")


def ink(path: Path) -> float:
    """Share of pixels that are not white."""
    from matplotlib.image import imread

    pixels = imread(path)[..., :3]
    return float((pixels.min(axis=-1) < 0.95).mean())


def words(figure: object) -> str:
    from matplotlib.text import Text

    return " ".join(text.get_text() for text in figure.findobj(Text))  # type: ignore[attr-defined]


def test_forest(shares: pd.DataFrame, tmp_path: Path) -> None:
    pooled = nen.pool(shares, subgroups="treatment_class")
    files = [tmp_path / "forest.svg", tmp_path / "forest.png"]
    said = words(nen.forest(pooled, files, title="Objective response"))
    for label in shares["slab"]:
        assert label in said
    assert f"{pooled.estimate:.1f} ({pooled.ci_low:.1f} to {pooled.ci_high:.1f})" in said
    assert "prediction interval" in said
    assert 0.01 < ink(files[1]) < 0.6
    assert ElementTree.parse(files[0]).getroot().tag.endswith("svg")


def test_forest_of_ratios(tmp_path: Path) -> None:
    found = nen.effects("pfs", design="randomized")
    said = words(nen.forest(found, tmp_path / "hr.png"))
    assert "Hazard ratio" in said
    assert ink(tmp_path / "hr.png") > 0.01


def test_the_same_figure_gives_the_same_bytes(shares: pd.DataFrame, tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        nen.forest(shares, tmp_path / name)
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_funnel_and_map(shares: pd.DataFrame, tmp_path: Path) -> None:
    nen.funnel(shares, [tmp_path / "funnel.png", tmp_path / "funnel.svg"])
    nen.evidence_map([tmp_path / "map.png", tmp_path / "map.svg"])
    for name in ("funnel", "map"):
        assert 0.005 < ink(tmp_path / f"{name}.png") < 0.6
        assert (tmp_path / f"{name}.svg").stat().st_size > 5000


def test_cells_count_each_patient_once() -> None:
    cells = evidence_cells()
    arms = nen.load("arms")
    assert (cells["studies"] > 0).all()
    assert cells["patients"].sum() <= arms[["n_assigned", "n_treated", "n_evaluable"]].max(axis=1).sum()
    assert not cells.duplicated(["treatment_class", "site"]).any()


def test_one_study_alone_is_drawn(shares: pd.DataFrame, tmp_path: Path) -> None:
    nen.forest(shares.iloc[:1], tmp_path / "one.png")
    assert ink(tmp_path / "one.png") > 0.005
