"""How good drafts are on texts written for this, measured as benchmarks/drafting.py measures on curated records."""

from __future__ import annotations

from pathlib import Path

import pytest

from nen_evidence import anchors, contract, drafting
from nen_evidence.anchors import text_of
from nen_evidence.drafting import measure
from nen_evidence.drafting.candidates import draft_candidates
from nen_evidence.record.seeds import read_seeds

TEXTS = Path(__file__).parent / "texts"
NAMES = sorted(path.stem for path in TEXTS.glob("*.txt"))
# precision of what is sure; recall of what is sure.
THRESHOLDS = {
    "patients": (0.9, 0.6),
    "dose": (0.95, 0.9),
    "response": (0.95, 0.85),
    "survival": (0.95, 0.85),
    "comparison": (0.95, 0.85),
    "toxicity": (0.9, 0.75),
}


@pytest.fixture
def comparisons(seeds: Path) -> list[measure.Comparison]:
    found = []
    for name in NAMES:
        path = seeds / "studies" / f"{name}.yaml"
        path.write_text((TEXTS / f"{name}.yaml").read_text(encoding="utf-8"), encoding="utf-8")
        read = read_seeds(seeds, only=[path])
        rows = measure.by_source(contract.flatten(read))[name]
        text = text_of(TEXTS / f"{name}.txt")
        found.append(measure.compare(draft_candidates(text.sentences, read.vocabulary), rows, text))
    return found


def test_precision_and_recall(comparisons: list[measure.Comparison]) -> None:
    scores = measure.tally(comparisons)
    wrong = [(fact, why) for item in comparisons for _, fact, why in item.wrong]
    missed = [fact for item in comparisons for fact in item.missed]
    for name, (precision, recall) in THRESHOLDS.items():
        score = scores[name]
        assert (score.precision or 0) >= precision, (name, score, wrong)
        assert (score.recall or 0) >= recall, (name, score, missed)


def test_arms_are_told_apart(comparisons: list[measure.Comparison]) -> None:
    scores = measure.tally(comparisons)
    assert sum(score.arms for score in scores.values()) >= 20
    assert sum(score.arms_right for score in scores.values()) == sum(score.arms for score in scores.values())


@pytest.mark.parametrize("name", NAMES)
def test_what_a_draft_takes_is_anchored(name: str, seeds: Path) -> None:
    vocabulary = read_seeds(seeds, only=[]).vocabulary
    text = drafting.to_yaml(drafting.from_text(TEXTS / f"{name}.txt", vocabulary, f"{name}-draft"), vocabulary)
    text = text.replace("reader_1_kind: REPLACE", "reader_1_kind: software").replace("design: REPLACE", "design: single_arm")
    path = seeds / "studies" / f"{name}-draft.yaml"
    path.write_text(text.replace("randomized_comparison: REPLACE", "randomized_comparison: comparative"), encoding="utf-8")
    report = anchors.anchor(path, seeds, folder=TEXTS)
    assert report.anchored == report.total > 3
    assert report.problems == []
