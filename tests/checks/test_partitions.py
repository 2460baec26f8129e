"""Parts and wholes."""

from pathlib import Path

import pytest

from .planted import Case, arm, found, grave, judge, study

PNET = {
    "pnet": {"axis": "primary_site", "level": "pancreas", "partition": "site"},
    "lung": {"axis": "primary_site", "level": "lung", "partition": "site"},
}
CASES = {
    "response-partition": Case(
        arm(responses=[{"of": 36, "cr": 1, "pr": 8, "sd": 21, "pd": 7}]), arm(responses=[{"of": 36, "cr": 1, "pr": 8, "sd": 20, "pd": 7}])
    ),
    "response-shortfall": Case(
        arm(responses=[{"of": 36, "cr": 1, "pr": 8, "sd": 18, "pd": 7}]),
        arm(responses=[{"of": 36, "cr": 1, "pr": 8, "sd": 18, "pd": 7, "ne": 2}]),
    ),
    "orr-identity": Case(arm(responses=[{"of": 36, "cr": 1, "pr": 8, "orr": 10}]), arm(responses=[{"of": 36, "cr": 1, "pr": 8, "orr": 9}])),
    "dcr-identity": Case(
        arm(responses=[{"of": 36, "orr": 9, "sd": 20, "dcr": 28}]), arm(responses=[{"of": 36, "orr": 9, "mr": 2, "sd": 18, "dcr": 29}])
    ),
    "categories-exceed-total": Case(
        arm(enrolled=22, counts=[{"sex": {"male": 12, "female": 11}, "of": 22}]),
        arm(
            enrolled=22,
            counts=[
                {"primary_site": {"midgut": 12, "ileum": 11, "pancreas": 10}, "of": 22},
                {"prior_therapy": {"surgery": 20, "chemotherapy": 10}, "of": 22},
            ],
        ),
    ),
    "categories-shortfall": Case(
        arm(counts=[{"sex": {"male": 11, "female": 10}, "of": 22}]), arm(counts=[{"sex": {"male": 12, "female": 10}, "of": 22}])
    ),
    "subgroup-exceeds-arm": Case(
        study(
            {
                "a": {
                    "responses": [{"of": 40, "orr": 9}, {"of": 20, "orr": 6, "subgroup": "pnet"}, {"of": 20, "orr": 4, "subgroup": "lung"}]
                }
            },
            subgroups=PNET,
        ),
        study(
            {
                "a": {
                    "responses": [{"of": 40, "orr": 9}, {"of": 20, "orr": 5, "subgroup": "pnet"}, {"of": 20, "orr": 4, "subgroup": "lung"}]
                }
            },
            subgroups=PNET,
        ),
    ),
}


@pytest.mark.parametrize("id", CASES)
def test_bites_and_stays_silent(tmp_path: Path, id: str) -> None:
    judge(tmp_path, id, CASES[id])


@pytest.mark.parametrize(
    "responses",
    [
        [{"of": 30, "pr": 5, "mr": 4, "sd": 16, "pd": 9}],  # minor response counted within stable disease
        [{"cr": "2%", "pr": "28%", "mr": "16%", "sd": "35%", "pd": "20%"}],  # 101% by rounding
        [{"of": 36, "cr": 1, "pr": 8}, {"of": 38, "orr": 10}],  # another denominator
        [{"cr": 1, "pr": 8, "criteria": "recist_1_1"}, {"orr": 12, "criteria": "choi"}],
        [{"orr": "25%"}, {"cr": "2.8%", "pr": "22.2%"}],
        [{"orr": "25%"}, {"cr": 1, "pr": 7}],  # of how many is not said
        [{"of": 36, "pr": 8}, {"of": 36, "orr": 9}],  # complete responses left out
        [{"of": 36, "orr": 20, "cr": 1, "pr": 8, "definition": "any shrinkage"}],
        [{"of": 90, "cr": 10, "pr": 50, "sd": 40, "unit_of_analysis": "lesion"}],
        [{"of": 36, "orr": 9, "sd": 20, "pd": 7}, {"of": 36, "dcr": "80.6%"}],
    ],
)
def test_no_false_alarm(tmp_path: Path, responses: list[dict[str, str]]) -> None:
    assert not grave(found(tmp_path, arm(treated=40, responses=responses)))


@pytest.mark.parametrize(
    ("responses", "id"),
    [
        ([{"of": 36, "pr": 10}, {"of": 36, "orr": 9}], "orr-identity"),
        ([{"cr": "3%", "pr": "22%"}, {"orr": "52%"}], "orr-identity"),
        ([{"of": 36, "cr": 1, "pr": 8}, {"orr": "52%"}], "orr-identity"),
        ([{"cr": "3%", "pr": "22%", "sd": "75%", "pd": "20%"}], "response-partition"),
        ([{"of": 36, "cr": 1, "pr": 8, "sd": 19, "pd": 7, "ne": 2}], "response-partition"),
    ],
)
def test_more_errors(tmp_path: Path, responses: list[dict[str, str]], id: str) -> None:
    assert found(tmp_path, arm(responses=responses)) == {id}
