"""No two kept effects share a patient; each row left out names the row kept in its stead."""

from __future__ import annotations

from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from nen_evidence.analysis.independence import SAME_COHORT, SAME_STUDY, Patients, choose


def patients(
    arms: list[dict[str, Any]],
    subgroups: list[dict[str, Any]] | None = None,
    cohorts: dict[str, str] | None = None,
    distinct: list[tuple[str, str]] | None = None,
) -> Patients:
    blank = {"parent_arm_id": None, "same_patients_as": None, "role": "cohort", "kind": "cohort"}
    studies = sorted({arm["study_id"] for arm in arms})
    return Patients(
        pd.DataFrame([{**blank, **arm} for arm in arms], columns=["arm_id", "study_id", *blank]),
        pd.DataFrame(subgroups or [], columns=["subgroup_id", "partition_id"]),
        pd.DataFrame([{"study_id": study, "cohort_id": (cohorts or {}).get(study, study)} for study in studies]),
        pd.DataFrame(
            [{"study_id": a, "other_study_id": b, "relation": "none"} for a, b in distinct or []],
            columns=["study_id", "other_study_id", "relation"],
        ),
    )


def row(arm: str, subgroup: str | None = None, comparator: str | None = None, n: int = 10, **more: Any) -> dict[str, Any]:
    study = arm.partition(".")[0]
    key = f"{arm}/{subgroup}/{comparator}/{n}"
    return {
        "effect_id": key,
        "study_id": study,
        "arm_id": arm,
        "subgroup_id": subgroup,
        "comparator_arm_id": comparator,
        "comparator_subgroup_id": None,
        "n": n,
        "year": 2000,
        "named": 0,
        **more,
    }


ARMS = [
    {"arm_id": "s.all", "study_id": "s", "role": "overall", "kind": "overall"},
    {"arm_id": "s.a", "study_id": "s", "role": "experimental", "kind": "parallel"},
    {"arm_id": "s.b", "study_id": "s", "role": "control", "kind": "parallel"},
    {"arm_id": "s.a1", "study_id": "s", "parent_arm_id": "s.a"},
    {"arm_id": "s.a2", "study_id": "s", "parent_arm_id": "s.a"},
    {"arm_id": "s.x", "study_id": "s", "same_patients_as": "s.b", "kind": "extension"},
    {"arm_id": "s.p", "study_id": "s", "kind": "period"},
    {"arm_id": "s.q", "study_id": "s", "kind": "period"},
    {"arm_id": "t.a", "study_id": "t"},
    {"arm_id": "u.a", "study_id": "u"},
]
GROUPS = [
    {"subgroup_id": name, "partition_id": partition}
    for name, partition in (("g1", "s.grade"), ("g2", "s.grade"), ("male", "s.sex"), ("lone", None))
]


def test_arms_of_one_study() -> None:
    who = patients(ARMS, GROUPS)
    assert who.conflict(row("s.a"), row("s.b")) is None, "parallel arms are both kept"
    assert who.conflict(row("s.a1"), row("s.a2")) is None
    assert who.conflict(row("s.a"), row("s.a1")) == SAME_STUDY
    assert who.conflict(row("s.all"), row("s.a1")) == SAME_STUDY, "an overall arm holds every arm, named as parent or not"
    assert who.conflict(row("s.b"), row("s.x")) == SAME_STUDY, "an extension is of the same patients"
    assert who.conflict(row("s.p"), row("s.q")) == SAME_STUDY, "periods are of the same patients"
    assert who.conflict(row("s.a", "g1"), row("s.a", "g2")) is None, "different members of one partition"
    assert who.conflict(row("s.a", "g1"), row("s.a", "male")) == SAME_STUDY
    assert who.conflict(row("s.a", "lone"), row("s.a", "g1")) == SAME_STUDY
    assert who.conflict(row("s.a", "g1"), row("s.a")) == SAME_STUDY
    assert who.conflict(row("s.a", comparator="s.b"), row("s.b")) == SAME_STUDY


def test_overlapping_studies() -> None:
    who = patients(ARMS, cohorts={"t": "s", "u": "s"}, distinct=[("t", "u")])
    assert who.conflict(row("s.a"), row("t.a")) == SAME_COHORT
    assert who.conflict(row("t.a"), row("u.a")) is None, "checked and found distinct"
    kept, left = choose([row("s.a", n=5), row("s.b", n=6), row("t.a", n=9), row("u.a", n=3)], who)
    assert kept == [row("t.a", n=9)["effect_id"], row("u.a", n=3)["effect_id"]]
    assert {why for why, _ in left.values()} == {SAME_COHORT}
    assert {instead for _, instead in left.values()} <= set(kept)


def test_between_studies_the_latest_of_equals() -> None:
    who = patients(ARMS, cohorts={"t": "s"})
    kept, _ = choose([row("s.a", year=1999), row("t.a", year=2005)], who)
    assert kept == [row("t.a")["effect_id"]]
    kept, _ = choose([row("s.a", year=1999), row("t.a", n=40, named=2)], who)
    assert kept == [row("s.a")["effect_id"]], "what the query names goes before the number of patients"


def test_contrasts_of_one_trial_share_an_arm_only_in_a_network() -> None:
    arms = [*ARMS, {"arm_id": "s.c", "study_id": "s", "role": "experimental", "kind": "parallel"}]
    rows = [row("s.a", comparator="s.b"), row("s.c", comparator="s.b"), row("s.a", comparator="s.b", n=11)]
    assert len(choose(rows, patients(arms))[0]) == 1
    assert choose(rows, patients(arms), network=True)[0] == [rows[0]["effect_id"], rows[1]["effect_id"]]


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Patients, list[dict[str, Any]]]:
    arms: list[dict[str, Any]] = []
    for study in "abcd":
        names: list[str] = []
        for number in range(draw(st.integers(1, 5))):
            earlier = st.sampled_from(names) if names else st.none()
            link = draw(st.sampled_from(["none", "parent", "same"]))
            arms.append({
                "arm_id": f"{study}.{number}", "study_id": study, "kind": draw(st.sampled_from(["parallel", "cohort", "period", "extension", "overall"])),
                "parent_arm_id": draw(earlier) if link == "parent" else None, "same_patients_as": draw(earlier) if link == "same" else None,
            })  # fmt: skip
            names.append(f"{study}.{number}")
    cohorts = {study: draw(st.sampled_from("ab")) for study in "abcd"}
    groups = [{"subgroup_id": f"g{number}", "partition_id": draw(st.sampled_from([None, "p", "q"]))} for number in range(4)]
    ids = [arm["arm_id"] for arm in arms]
    rows = []
    for number in range(draw(st.integers(1, 14))):
        arm = draw(st.sampled_from(ids))
        others = [one for one in ids if one[0] == arm[0] and one != arm]
        comparator = draw(st.none() | st.sampled_from(others)) if others else None
        made = row(
            arm,
            draw(st.none() | st.sampled_from(["g0", "g1", "g2", "g3"])),
            comparator,
            draw(st.integers(1, 99)),
            year=draw(st.integers(1980, 2025)),
            named=draw(st.integers(0, 2)),
        )
        rows.append({**made, "effect_id": f"e{number}"})
    return patients(arms, groups, cohorts), rows


@settings(max_examples=300)
@given(worlds())
def test_no_patient_twice_and_nothing_lost_without_a_reason(world: tuple[Patients, list[dict[str, Any]]]) -> None:
    who, rows = world
    kept, left = choose(rows, who)
    by_id = {one["effect_id"]: one for one in rows}
    assert set(kept) | set(left) == set(by_id)
    assert not set(kept) & set(left)
    assert kept
    for position, first in enumerate(kept):
        for second in kept[position + 1 :]:
            assert who.conflict(by_id[first], by_id[second]) is None
    for key, (why, instead) in left.items():
        assert instead in kept
        assert why in (SAME_STUDY, SAME_COHORT)
        assert any(who.conflict(by_id[key], by_id[one]) for one in kept), "a row in no conflict was left out"


@settings(max_examples=100)
@given(worlds())
def test_conflict_is_symmetric(world: tuple[Patients, list[dict[str, Any]]]) -> None:
    who, rows = world
    for first in rows:
        for second in rows:
            assert who.conflict(first, second) == who.conflict(second, first)
