"""The catalogue as a whole, waivers and flags."""

from pathlib import Path

import pytest

from nen_evidence import checks
from nen_evidence.contract import TABLES, flatten, frame, schema_problems

from . import test_comparisons, test_flows, test_intervals, test_others, test_partitions, test_proportions, test_survival
from .planted import arm, read, with_waiver

CASES = {
    id: case
    for module in (test_comparisons, test_flows, test_intervals, test_others, test_partitions, test_proportions, test_survival)
    for id, case in module.CASES.items()
}
WRONG = arm(responses=[{"of": 36, "cr": 1, "pr": 8, "orr": 10}])


def test_every_check_has_a_fixture_that_bites() -> None:
    assert set(CASES) == set(checks.CATALOGUE)


@pytest.mark.parametrize("check", checks.CATALOGUE.values(), ids=lambda check: check.id)
def test_every_check_says_what_it_is(check: checks.Check) -> None:
    assert check.title
    assert check.reference
    assert check.severity in ("error", "warning", "info")
    assert check.id == check.id.lower().replace("_", "-")


def test_a_finding_names_file_line_and_figures(tmp_path: Path) -> None:
    seeds = read(tmp_path, WRONG)
    (problem,) = checks.run(seeds, flatten(seeds)).problems
    assert problem.check == "orr-identity"
    assert problem.severity == "error"
    assert problem.line > 0
    assert problem.file.endswith("a-2001-trial.yaml")
    assert "10" in problem.found


@pytest.mark.parametrize("row", ["a-2001-trial.a.objective_response", "a.objective_response", "a.partial_response"])
def test_a_waiver_makes_a_confirmed_flag(tmp_path: Path, row: str) -> None:
    seeds = read(tmp_path, with_waiver(WRONG, "orr-identity", row))
    rows = flatten(seeds)
    (flag,) = checks.run(seeds, rows).flags
    assert flag.values["status"] == "open", "no text was held to confirm it in"
    for item in rows["response_outcomes"]:
        item.values["anchor_status"] = "anchored"
    checked = checks.run(seeds, rows)
    assert not checked.problems
    (flag,) = checked.flags
    assert flag.id == "orr-identity.a-2001-trial.a.objective_response"
    assert flag.values["status"] == "confirmed_in_source"
    assert not schema_problems(TABLES["quality_flags"], frame(TABLES["quality_flags"], checked.flags), checked.flags)


@pytest.mark.parametrize(
    ("check", "row"),
    [("orr-identity", "a.stable_disease"), ("dcr-identity", "a.objective_response"), ("orr-identiti", "a.objective_response")],
)
def test_a_waiver_that_matches_nothing_fails(tmp_path: Path, check: str, row: str) -> None:
    seeds = read(tmp_path, with_waiver(arm(responses=[{"of": 36, "cr": 1, "pr": 8, "orr": 9}]), check, row))
    (problem,) = checks.run(seeds, flatten(seeds)).problems
    assert (problem.check, problem.severity) == ("unused-waiver", "error")
    assert problem.line > 0


def test_an_unwaived_warning_is_an_open_flag_and_a_warning(tmp_path: Path) -> None:
    seeds = read(tmp_path, arm(responses=[{"of": 101, "orr": "17.5%"}]))
    checked = checks.run(seeds, flatten(seeds))
    assert [problem.severity for problem in checked.problems] == ["warning"]
    assert [flag.values["status"] for flag in checked.flags] == ["open"]


def test_an_info_is_published_and_says_nothing(tmp_path: Path) -> None:
    seeds = read(tmp_path, arm(responses=[{"of": 36, "cr": 1, "pr": 8, "sd": 18, "pd": 7}]))
    checked = checks.run(seeds, flatten(seeds))
    assert not checked.problems
    assert [flag.values["severity"] for flag in checked.flags] == ["info"]


def test_the_curated_records_are_coherent() -> None:
    """Every record of the repository: no error that is not waived."""
    from nen_evidence.record.seeds import read_seeds

    from .planted import SEEDS

    seeds = read_seeds(SEEDS)
    assert [str(problem) for problem in checks.run(seeds, flatten(seeds)).problems if problem.severity == "error"] == []
