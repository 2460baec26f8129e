"""Finding figures in a text, in their role."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from nen_evidence import anchors
from nen_evidence.anchors.text import Sentence, normalize, plain_number, read_text, sentences
from nen_evidence.problem import ProblemsFound
from nen_evidence.record.anchor_file import file_beside, read_anchors

Write = Callable[..., Path]

# Written for this test: the made-up trial of the design, as an abstract would tell it.
TEXT = """\
# title: Streptozocin with and without fluorouracil

Eighty-four patients were randomly assigned to streptozocin 500 mg/m(2) IV on days 1-5 plus fluorouracil 400 mg/m2 on days 1 to 5 every six weeks (n = 42) or to streptozocin alone (42 patients).
Forty patients received streptozocin plus fluorouracil; 25 of 40 had pancreatic primaries. Among thirty-six evaluable patients of the combination there was one complete response and 8 partial responses,
20 had stable disease and seven progressive disease. Objective response in pancreatic tumours was 30% (95% CI 12\u201350).
Median progression-free survival was 7\u00b71 months (95% CI, 5.0 to 9.3) with the combination (HR 0.71; 95% CI 0.45-1.12; P = .14). Median overall survival was not reached with the combination.
Grade 3-4 nephrotoxicity occurred in 4 of 40 patients. The age of 11.5 was not a criterion.
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "example-2001.txt").write_text(TEXT, encoding="utf-8")
    return folder


def held(write: Write, *changes: tuple[str, str]) -> Path:
    return write(("    text: not_held\n", ""), *changes)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Median was 22·7 months", {"22.7"}),
        ("seventeen patients and twenty-one others", {"17", "21"}),
        ("One hundred nine of 125 patients, two hundred and forty-one others, a hundred more", {"109", "125", "241", "100"}),
        ("6 x 10(6) IU", {"6", "10"}),
        ("P = .000072", {"0.000072"}),
        ("1,200 patients", {"1200"}),
        ("95% CI 0.30–0.73", {"95", "0.3", "0.73"}),
        ("no objective responses", {"0"}),
        ("the third patient had progression", {"1"}),
        ("n=12/40 (30%)", {"12", "40", "30"}),
        ("About 1 in 5 patients", {"1", "5", "20"}),
        ("18.0 months", {"18"}),
        ("mg/m² on day 1", {"1"}),
    ],
)
def test_numbers(text: str, numbers: set[str]) -> None:
    found = Sentence(1, text).plain_numbers
    assert numbers <= found, found


def test_plain_number() -> None:
    assert [plain_number(text) for text in ("1,200", ".050", "18.0", "0", "007", "0.5", "10.10")] == [
        "1200",
        "0.05",
        "18",
        "0",
        "7",
        "0.5",
        "10.1",
    ]


def test_sentences_are_cut_at_full_stops_only() -> None:
    found = sentences("Results\nResponse was 12.5% vs. 10% (P = .03). Survival, i.e. OS, was 5.1 months. Dr. X agreed.")
    assert [sentence.text[:8] for sentence in found[1:]] == ["Response", "Survival", "Dr. X ag"]


def test_fingerprints_do_not_depend_on_odd_prints() -> None:
    assert Sentence(1, "HR 0·35 (95% CI 0·27–0·45)").fingerprint == Sentence(9, "HR  0.35 (95% CI 0.27-0.45)").fingerprint
    assert Sentence(1, "HR 0.35").fingerprint != Sentence(1, "HR 0.36").fingerprint
    assert normalize("10⁶ IU") == "10(6) iu"


def test_header_is_not_text() -> None:
    text = read_text("# title: T\n# pmid: 12\n\nBody 3.\n")
    assert text.header == {"title": "T", "pmid": "12"}
    assert [sentence.text for sentence in text.sentences] == ["T", "Body 3."]


def test_every_figure_of_the_example_is_found(write: Write, texts: Path) -> None:
    path = held(write)
    report = anchors.anchor(path, path.parents[1], folder=texts)
    assert [str(problem) for problem in report.problems] == []
    assert report.anchored == report.total == 15
    kept = json.loads(file_beside(path).read_text())
    assert not any("patients were" in json.dumps(anchor) for anchor in kept), "no sentence is kept"
    assert {tuple(anchor["fields"]) for anchor in kept if anchor["row_id"].endswith("pfs.hr")} == {
        ("estimate", "p_value", "ci_low", "ci_high")
    }


@pytest.mark.parametrize(
    ("old", "new", "figure"),
    [
        ("median: 7.1", "median: 7.7", "7.7"),
        ("median: 7.1", "median: 11.5", "11.5"),  # stands in the sentence about age
        ("pr: 8", "pr: 9", "9"),
        ("hr: 0.71", "hr: 0.17", "0.17"),
        ("p: 0.14", "p: 0.014", "0.014"),
        ("ci: 12-50", "ci: 12-60", "60"),
        ("ci: 12-50", "ci: 30-50", "30"),  # stands in the sentence, not beside the other end
        ("amount: 400", "amount: 4000", "4000"),
        ("n: 4, of: 40}", "n: 4, of: 400}", "400"),
        ("of: 36", "of: 63", "63"),
        ("assigned: 42\n    treated: 40", "assigned: 24\n    treated: 40", "24"),
    ],
)
def test_a_wrong_figure_is_not_found(write: Write, texts: Path, old: str, new: str, figure: str) -> None:
    path = held(write, (old, new))
    report = anchors.anchor(path, path.parents[1], folder=texts)
    assert any(figure in problem.found for problem in report.problems if problem.severity == "error"), report.problems


def test_a_figure_outside_the_part_held_is_a_warning_and_stays_unanchored(write: Write, texts: Path) -> None:
    from nen_evidence import contract
    from nen_evidence.record.seeds import read_seeds

    path = write(("    text: not_held\n", "    text: partly_held\n"), ("median: 7.1", "median: 7.7"))
    report = anchors.anchor(path, path.parents[1], folder=texts)
    assert [(problem.severity, "7.7" in problem.found) for problem in report.problems] == [("warning", True)]
    rows = contract.flatten(read_seeds(path.parents[1], only=[path]))
    status = {row.id: row.values["anchor_status"] for row in rows["survival_outcomes"]}
    assert status == {"example-2001-stz.stz-5fu.pfs.median": "text_not_held", "example-2001-stz.stz-5fu.os.median": "anchored"}


def test_a_changed_figure_is_no_longer_anchored(write: Write, texts: Path) -> None:
    from nen_evidence import contract
    from nen_evidence.record.seeds import read_seeds

    path = held(write)
    anchors.anchor(path, path.parents[1], folder=texts)
    assert read_anchors(path)
    held(write, ("median: 7.1", "median: 9.3"))
    rows = contract.flatten(read_seeds(path.parents[1], only=[path]))
    status = {row.id: row.values["anchor_status"] for row in rows["survival_outcomes"]}
    assert status == {"example-2001-stz.stz-5fu.pfs.median": None, "example-2001-stz.stz-5fu.os.median": "anchored"}


TOLD = [
    "Response was 22.2% with fluorouracil and 9.5% with placebo.",
    "Objective response: fluorouracil 22.2%, placebo 9.5%.",
    "Response was 22.2% versus 9.5% with fluorouracil and placebo, respectively.",
    "Groups had fluorouracil (FUR) or placebo (PBO). Response was 22.2% in FUR versus 9.5% in PBO.",
    "On fluorouracil response was seen in 22.2%. On placebo response was seen in 9.5%.",
    "Response was more frequent with fluorouracil (22.2% versus 9.5%).",
    "With fluorouracil and placebo 40 and 41 were treated. Response was 22.2% versus 9.5%.",
]
NOT_TOLD = ["Response was 22.2% and 9.5% in the two arms.", "Response was 22.2% with the one and 9.5% with the other."]


@pytest.mark.parametrize("sentence", [*TOLD, *NOT_TOLD])
def test_swapped_arms_are_noticed(write: Write, texts: Path, sentence: str) -> None:
    """Where the text tells which arm a figure is of, the right order is silent and the wrong one is not; else both are silent."""
    (texts / "example-2001.txt").write_text(TEXT + sentence + "\n", encoding="utf-8")
    changes = (
        ("regimen: streptozocin\n", "regimen: placebo\n"),
        ("  stz:\n", "  plac:\n"),
        ("versus: stz,", "versus: plac,"),
        ("arm: stz, item", "arm: plac, item"),
    )

    def arm_order(one: str, two: str) -> list[str]:
        record = held(
            write,
            *changes,
            ("    responses:\n", f"    responses:\n      - {{orr: {one}}}\n"),
            ("regimen: placebo\n", f"regimen: placebo\n    responses:\n      - {{orr: {two}}}\n"),
        )
        return [
            problem.check for problem in anchors.anchor(record, record.parents[1], folder=texts).problems if problem.check == "arm-order"
        ]

    assert arm_order("22.2%", "9.5%") == []
    assert arm_order("9.5%", "22.2%") == (["arm-order"] if sentence in TOLD else [])


@pytest.mark.parametrize(
    ("sentence", "listed"),
    [
        ("One partial response lasted 77 months.", {"1", "77"}),
        ("Median overall survival was not reached.", {"not reached"}),
        ("A total of 88 patients were randomized.", {"88"}),
        ("One of the largest series, on grade 3 toxicity by CTCAE version 4.0 in 2009.", set()),
    ],
)
def test_figures_that_no_row_uses_are_listed(write: Write, texts: Path, sentence: str, listed: set[str]) -> None:
    path = held(write)
    before = {item for items in anchors.anchor(path, path.parents[1], folder=texts).unused.values() for item in items}
    (texts / "example-2001.txt").write_text(TEXT + sentence + "\n", encoding="utf-8")
    after = {item for items in anchors.anchor(path, path.parents[1], folder=texts).unused.values() for item in items}
    assert {item.partition(" (")[0] for item in after - before} == listed


def test_a_text_that_cannot_be_read_is_refused(write: Write, tmp_path: Path) -> None:
    path = held(write)
    with pytest.raises(ProblemsFound, match="no such file"):
        anchors.anchor(path, path.parents[1], text=tmp_path / "nowhere.txt")
    (tmp_path / "x.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(ProblemsFound, match="UTF-8"):
        anchors.anchor(path, path.parents[1], text=tmp_path / "x.txt")


def test_an_abbreviation_that_the_text_defines_says_what_it_stands_for() -> None:
    text = read_text("Carcinoid crisis (CC) may be lethal. CC occurred in 19 of 100 operations. Crises were rare (RC).")
    assert [sentence.said.partition(" | ")[2] for sentence in text.sentences[1:]] == ["carcinoid crisis", "carcinoid crisis", ""]
