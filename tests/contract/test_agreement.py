"""Two readings compared: agreement, what only one reader found, settled disagreements that still count."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from nen_evidence.contract.reader_agreement import Count, Difference, compare
from nen_evidence.record import read_record, skeleton_of
from nen_evidence.record.model import Study
from nen_evidence.record.seeds import read_seeds

Write = Callable[..., Path]
HELD = ("    text: not_held\n", "")


def compared(first: Path, second: Path) -> tuple[dict[tuple[str, str], Count], list[Difference]]:
    seeds = read_seeds(first.parents[1], only=[first])
    return compare(seeds, seeds.studies[0], read_record(second, seeds.vocabulary))


def two(write: Write, *changes: tuple[str, str], first: tuple[tuple[str, str], ...] = ()) -> tuple[Path, Path]:
    path = write(HELD, *first)
    folder = path.parents[1] / "second"
    folder.mkdir(exist_ok=True)
    mine = path.read_text()
    other = write(HELD, *changes).rename(folder / path.name)
    path.write_text(mine)
    return path, other


def test_equal_readings_agree(write: Write) -> None:
    counts, differences = compared(*two(write))
    assert differences == []
    assert all(count.compared == count.agree and not count.only_first and not count.only_second for count in counts.values())
    assert counts["response_outcomes", "n_events"] == Count(4, 4)


def test_a_different_figure_is_a_difference(write: Write) -> None:
    counts, differences = compared(*two(write, ("median: 7.1", "median: 1.7")))
    assert Difference("survival_outcomes", "example-2001-stz.stz-5fu.pfs.median", "reported_value", "7.1", "1.7") in differences
    assert counts["survival_outcomes", "reported_value"] == Count(2, 1)  # "not reached" agrees


def test_rows_that_one_reader_has(write: Write) -> None:
    _, differences = compared(*two(write, ("      - {term: nephrotoxicity, grade: g3-4, n: 4, of: 40}", "      - {term: nausea, n: 9}")))
    assert {(item.row_id.rpartition("stz-5fu.")[2], item.first, item.second) for item in differences} == {
        ("nephrotoxicity.g3-4", "present", None),
        ("nausea", None, "present"),
    }


def test_a_qualifier_is_the_difference_not_the_row(write: Write) -> None:
    _, differences = compared(*two(write, ("median: 7.1, ci: [5.0, 9.3]}", "median: 7.1, ci: [5.0, 9.3], assessor: central}")))
    assert [(item.field, item.first, item.second) for item in differences] == [("assessor", "not_stated", "central")]


def test_a_settled_disagreement_still_counts(write: Write) -> None:
    decision = (
        "decisions:\n  - {table: survival_outcomes, row: example-2001-stz.stz-5fu.pfs.median, field: reported_value, first: '7.1', second: '1.7', "
        "kept: '7.1', reason: text states it}\ngaps:"
    )
    counts, differences = compared(*two(write, ("median: 7.1", "median: 1.7"), first=(("gaps:", decision),)))
    assert [item.field for item in differences] == ["estimate"]
    assert counts["survival_outcomes", "reported_value"] == Count(2, 1)


def test_what_no_second_reader_could_read_is_not_compared(write: Write) -> None:
    path = write()
    counts, differences = compared(path, path)
    assert not any(count.compared for count in counts.values())
    assert all(item.first is None for item in differences)


def test_the_skeleton_has_no_figure(write: Write) -> None:
    content = read_record(write(), read_seeds(write().parents[1], only=[write()]).vocabulary).content
    assert isinstance(content, Study)
    page = skeleton_of(content)
    assert "stz-5fu" in page
    assert not any(figure in page for figure in ("7.1", "500", "42", "36", "0.71", "30%"))
