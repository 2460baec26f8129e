"""Choosing effects: the query, the rules and their account, on records made for the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import nen_evidence as nen
from nen_evidence.analysis.effects import effects
from nen_evidence.analysis.independence import Patients
from nen_evidence.analysis.plain import records

from ..conftest import ROOT

Frames = dict[str, pd.DataFrame]

SERIES = """\
id: {id}
label: {label}
design: retrospective_cohort
setting: advanced
line_of_therapy: second
reader_1_kind: software
sources:
  - {{id: {id}, kind: article, title: A series, authors: [Example A], year: {year}, read_extent: abstract, text: not_held}}
defaults: {{source: {id}, locator: abstract, criteria: recist_1_1}}
subgroups:
  pnet: {{axis: primary_site, level: pancreas, partition: site}}
  ileal: {{axis: primary_site, level: ileum, partition: site}}
  male: {{axis: demographic, level: male}}
arms:
  main:
    role: single
    regimen: capecitabine+temozolomide
    {arm}
    responses:
{responses}
"""


@pytest.fixture
def series(write: Callable[..., Path]) -> Callable[..., None]:
    def make(name: str, responses: list[str], year: int = 2010, arm: str = "treated: 50") -> None:
        lines = "\n".join(f"      - {line}" for line in responses)
        write(record=SERIES.format(id=name, label=name.title(), year=year, arm=arm, responses=lines), name=name)

    return make


def test_one_figure_a_study_and_an_account(series: Callable[..., None], frames: Callable[[], Frames]) -> None:
    series(
        "one-2010",
        [
            "{of: 50, objective_response: 20, assessor: investigator}",
            "{of: 48, objective_response: 15, assessor: central}",
            "{of: 50, objective_response: 18, at: 6, assessor: central}",
            "{of: 50, objective_response: 21, data_cutoff: 2009-01, assessor: investigator}",
            "{of: 30, objective_response: 9, subgroup: male}",
        ],
    )
    series("two-2011", ["{objective_response: 40%}"])
    found = effects("objective_response", regimen="capecitabine+temozolomide", frames=frames())
    assert len(found) == 1
    assert found["xi"].tolist() == [21], "latest cut-off before central assessment"
    assert (found.left_out["reason"] == "same patients in the same study").sum() == 3
    kept = found["effect_id"].iloc[0]
    assert set(found.left_out.loc[found.left_out["reason"].str.startswith("same patients"), "kept_effect_id"]) == {kept}
    assert found.account[0] == ("rows match the query", 6)
    assert found.account[0][1] + sum(count for _, count in found.account[1:-1]) == found.account[-1][1] == 1
    assert "denominators='arm'" in str(found)
    wider = effects("objective_response", regimen="capecitabine+temozolomide", denominators="arm", frames=frames())
    assert len(wider) == 2
    assert ("of them added by denominators='arm'", 1) in wider.account
    central = effects("objective_response", assessor="central", frames=frames())
    assert central["xi"].tolist() == [15], "best or unstated response before that at a time"
    assert len(effects("objective_response", independent=False, subgroups=True, frames=frames())) == 5


def test_site_takes_whole_arms_then_subgroups_never_mixed_arms(series: Callable[..., None], frames: Callable[[], Frames]) -> None:
    series("whole-2010", ["{of: 50, objective_response: 20}"], arm="{site: pancreas, treated: 50}".strip("{}").replace(", ", "\n    "))
    series(
        "mixed-2010",
        [
            "{of: 50, objective_response: 10}",
            "{of: 20, objective_response: 8, subgroup: pnet}",
            "{of: 30, objective_response: 2, subgroup: ileal}",
        ],
    )
    found = effects("objective_response", site="pancreas", frames=frames())
    assert sorted(zip(found["label"], found["xi"], strict=True)) == [("Mixed-2010", 8), ("Whole-2010", 20)]
    assert sorted(effects("objective_response", site="gastroenteropancreatic", frames=frames())["xi"]) == [2, 8, 20], (
        "narrower sites belong to it"
    )
    assert effects("objective_response", site="gastrointestinal", frames=frames())["xi"].tolist() == [2]
    assert len(effects("objective_response", site="lung", frames=frames())) == 0


def test_overlapping_studies_give_one(series: Callable[..., None], frames: Callable[[], Frames], seeds: Path) -> None:
    for name, n, year in (("small-2010", 20, 2010), ("large-2008", 60, 2008), ("other-2012", 30, 2012)):
        series(name, [f"{{of: {n}, objective_response: 5}}"], year=year)
    (seeds / "overlaps.csv").write_text(
        "study_id,other_study_id,relation,reason\nsmall-2010,large-2008,subset,one centre\nother-2012,large-2008,none,looked at\n"
    )
    found = effects("objective_response", frames=frames())
    assert sorted(found["study_id"]) == ["large-2008", "other-2012"]
    left = found.left_out.iloc[0]
    assert (left["study_id"], left["reason"], left["kept_effect_id"]) == (
        "small-2010",
        "patients shared with another study",
        "large-2008.main.objective_response.plo",
    )


def test_an_effect_recorded_the_other_way_round_is_reversed(write: Callable[..., Path], frames: Callable[[], Frames]) -> None:
    write()
    plain = effects("pfs", regimen="fluorouracil+streptozocin", frames=frames())
    turned = effects("pfs", regimen="streptozocin", comparator="fluorouracil+streptozocin", frames=frames())
    assert turned["yi"].iloc[0] == -plain["yi"].iloc[0]
    assert turned["arm_id"].iloc[0] == "example-2001-stz.stz"
    assert turned["method"].str.contains("reversed").all()
    assert not plain["method"].str.contains("reversed").any()
    assert plain.asked["measure"] == "log_hr"


def test_raw_and_double_arcsine_on_request(series: Callable[..., None], frames: Callable[[], Frames]) -> None:
    series("one-2010", ["{of: 50, objective_response: 20}"])
    raw = effects("objective_response", "PR", frames=frames())
    assert (raw["yi"].iloc[0], raw["vi"].iloc[0]) == (pytest.approx(0.4), pytest.approx(0.4 * 0.6 / 50))
    assert effects("objective_response", "PFT", frames=frames())["vi"].iloc[0] == pytest.approx(1 / 202)


def test_a_mistyped_word_is_an_error_that_names_the_nearest(write: Callable[..., Path], frames: Callable[[], Frames]) -> None:
    write()
    with pytest.raises(ValueError, match=r"outcome 'objectve_response'.*objective_response"):
        effects("objectve_response", frames=frames())
    with pytest.raises(ValueError, match=r"drug 'streptozotocin'.*streptozocin"):
        effects("objective_response", drug="streptozotocin", frames=frames())
    with pytest.raises(ValueError, match="site 'pancras'"):
        effects("objective_response", site="pancras", frames=frames())


@pytest.mark.parametrize("outcome", ["objective_response", "disease_control", "pfs", "os"])
@pytest.mark.parametrize("denominators", ["printed", "arm"])
def test_published_effects_share_no_patients(outcome: str, denominators: str) -> None:
    """The rule over the published data: no two kept rows conflict, each row left out for it names a kept one."""
    found = nen.effects(outcome, denominators=denominators, subgroups=True, secondary=True)
    patients = Patients(*(nen.load(name) for name in ("arms", "subgroups", "studies", "cohort_overlaps")))
    rows = records(pd.DataFrame(found))
    for position, first in enumerate(rows):
        for second in rows[position + 1 :]:
            assert patients.conflict(first, second) is None, (first["effect_id"], second["effect_id"])
    assert set(found.left_out["kept_effect_id"].dropna()) <= set(found["effect_id"])
    retracted = nen.load("sources").query("status == 'retracted'")["source_id"]
    assert not found["source_id"].isin(retracted).any()
    assert (ROOT / "data" / "effect_sizes.csv").exists()
