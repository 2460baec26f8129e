"""The spreadsheet form: what is typed into it becomes the record; what is wrong is named by sheet and cell."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook

from nen_evidence import contract
from nen_evidence.drafting import form
from nen_evidence.problem import ProblemsFound
from nen_evidence.record import model, read_record
from nen_evidence.record.seeds import read_seeds
from nen_evidence.vocabulary import load

from ..conftest import RECORD, ROOT, run

VOCABULARY = ROOT / "seeds" / "vocabulary"

# The example record of conftest, typed into the form.
EXAMPLE: dict[str, list[dict[str, Any]]] = {
    "study": [{"id": "example-2001-stz", "label": "Example 2001", "design": "randomized", "randomized_comparison": "comparative", "phase": "3", "setting": "advanced", "line_of_therapy": "first", "reader_1_kind": "software"}],
    "defaults": [{"source": "example-2001", "locator": "abstract", "criteria": "who", "ci_level": "0.95"}],
    "sources": [{"id": "example-2001", "kind": "article", "title": "Streptozocin with and without fluorouracil", "authors": "Example A; Sample B", "year": 2001, "read_extent": "abstract", "text": "not_held"}],
    "subgroups": [{"id": "pnet", "axis": "primary_site", "level": "pancreas"}],
    "arms": [{"id": "stz-5fu", "role": "experimental", "regimen": "fluorouracil+streptozocin", "assigned": 42, "treated": "40"}, {"id": "stz", "role": "control", "regimen": "streptozocin", "assigned": "42"}],
    "doses": [{"arm": "stz-5fu", "drug": drug, "amount": amount, "unit": "mg/m2", "route": "iv", "days": "d1-5", "cycle_days": "42"} for drug, amount in (("streptozocin", "500"), ("fluorouracil", "400"))],
    "counts": [{"arm": "stz-5fu", "characteristic": "primary_site", "category": "pancreas", "n": "25", "of": "40"}],
    "responses": [
        *({"arm": "stz-5fu", "outcome": outcome, "n": n, "of": "36"} for outcome, n in (("cr", "1"), ("pr", "8"), ("sd", "20"), ("pd", "7"))),
        {"arm": "stz-5fu", "subgroup": "pnet", "outcome": "objective_response", "percent": "30", "ci_low": "12", "ci_high": "50"},
    ],
    "survival": [{"arm": "stz-5fu", "endpoint": "pfs", "median": "7.1", "ci_low": "5.0", "ci_high": "9.3"}, {"arm": "stz-5fu", "endpoint": "os", "median": "not reached"}],
    "adverse_events": [{"arm": "stz-5fu", "term": "nephrotoxicity", "grade": "g3-4", "n": "4", "of": "40"}],
    "comparisons": [{"arm": "stz-5fu", "versus": "stz", "endpoint": "pfs", "hr": "0.71", "ci_low": "0.45", "ci_high": "1.12", "p": "0.14"}],
    "gaps": [{"arm": "stz", "item": "doses", "reason": "not_in_report"}],
}  # fmt: skip
Fill = Callable[..., Path]


@pytest.fixture
def fill(tmp_path: Path) -> Fill:
    """Fill a form with the example, with cells changed: ``fill(("doses!unit", 1, "mgm2"))`` (sheet, column, line)."""

    def make(*changes: tuple[str, int, Any], lines: dict[str, list[dict[str, Any]]] = EXAMPLE) -> Path:
        path = tmp_path / "study.xlsx"
        path.unlink(missing_ok=True)
        form.write(path, VOCABULARY)
        book = load_workbook(path)
        for name, rows in lines.items():
            for number, row in enumerate(rows, start=1):
                for column, value in row.items():
                    _cell(book[name], column, number).value = value
        for place, number, value in changes:
            name, _, column = place.partition("!")
            _cell(book[name], column, number).value = value
        book.save(path)
        return path

    return make


def _cell(sheet: Any, column: str, line: int) -> Any:
    if sheet.title in ("study", "defaults"):
        return next(sheet.cell(row, 2) for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == column)
    return sheet.cell(line + 1, next(cell.column for cell in sheet[1] if cell.value == column))


def test_a_filled_form_gives_the_rows_of_the_written_record(fill: Fill, seeds: Path, write: Callable[..., Path]) -> None:
    written = write()
    expected = contract.flatten(read_seeds(seeds))
    written.unlink()
    assert form.read(fill(), VOCABULARY, seeds / "studies") == written
    made = contract.flatten(read_seeds(seeds))
    for table in contract.TABLES:
        pd.testing.assert_frame_equal(*(contract.frame(contract.TABLES[table], rows[table]) for rows in (made, expected)))


def test_the_record_reads_like_a_written_one(fill: Fill, tmp_path: Path) -> None:
    text = form.read(fill(), VOCABULARY, tmp_path).read_text()
    assert "{drug: streptozocin, amount: 500, unit: mg/m2" in text
    assert text.startswith("id: example-2001-stz\nlabel: Example 2001\n")
    assert read_record(tmp_path / "example-2001-stz.yaml", load(VOCABULARY)).id == "example-2001-stz"
    assert len(text.splitlines()) < 2 * len(RECORD.splitlines())


def test_every_field_of_a_record_has_its_column() -> None:
    columns = {name: {column.field for column in listed} for name, listed in form.sheets().items()}
    left_out = {"study": {"status", "merged_into", "extraction_status", "reader_2_kind", "waivers", "decisions", "defaults", "sources", "subgroups", "arms", "comparisons", "gaps"},
                "arms": {"regimens", "doses", "counts", "responses", "survival", "adverse_events", "measurements"},
                "counts": {"shares"}, "responses": {"shares"}, "adverse_events": {"events"}}  # fmt: skip
    models = {"study": model.Study, "defaults": model.Defaults, "sources": model.Source, "subgroups": model.Subgroup, "arms": model.Arm, "doses": model.Dose, "counts": model.Counts,
              "responses": model.Responses, "survival": model.Survival, "adverse_events": model.AdverseEvents, "measurements": model.Measurement, "comparisons": model.Comparison, "gaps": model.Gap}  # fmt: skip
    for name, fields in models.items():
        assert {info.alias or key for key, info in fields.model_fields.items()} - left_out.get(name, set()) <= columns[name], name


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("doses!unit", 1, "mgm2"), "doses!F2 unit: found 'mgm2'"),
        (("doses!drug", 2, "streptozocine"), "doses!B3 drug: found 'streptozocine'"),
        (("survival!median", 1, 18.0), "survival!C2 median: found the number 18"),
        (("survival!median", 1, 7.1), "survival!C2 median: found the number 7.1"),
        (("survival!median", 1, "=7+0.1"), "survival!C2 median: found a formula"),
        (("responses!percent", 5, datetime.datetime(2026, 5, 12)), "a date that the spreadsheet made"),
        (("responses!n", 1, 1.5), "responses!C2 n: found the number 1.5"),
        (("responses!n", 1, True), "responses!C2 n: found the number True"),
        (("responses!ci_high", 5, None), "one end only"),
        (("counts!arm", 1, "stz-5f"), "did you mean stz-5fu?"),
        (("responses!outcome", 1, "remission"), "responses!"),
        (("adverse_events!grade", 1, "3-4"), "adverse_events!E2 grade: found '3-4'"),
        (("study!design", 1, "randomised"), "study!B5 design: found 'randomised'"),
        (("study!id", 1, "../evil"), "study!B1 id: found '../evil'"),
        (("study!id", 1, None), "a slug such as"),
        (("arms!id", 2, "stz-5fu"), "an id of its own for each line"),
        (("comparisons!versus", 1, "placebo"), "comparisons!B2 versus: found 'placebo'"),
        (("sources!year", 1, "10"), "sources!F2 year: found '10'"),
        (("sources!doi", 1, "doi:10.1/x"), "sources!L2 doi"),
        (("gaps!reason", 1, "unknown"), "gaps!C2 reason: found 'unknown'"),
    ],
)
def test_what_is_wrong_is_named_by_sheet_and_cell(fill: Fill, tmp_path: Path, change: tuple[str, int, Any], words: str) -> None:
    path = fill(change)
    with pytest.raises(ProblemsFound) as error:
        form.read(path, VOCABULARY, tmp_path / "out")
    assert words in str(error.value)
    assert all(problem.file.endswith("study.xlsx") for problem in error.value.problems)
    assert not (tmp_path / "out").exists()


def test_foreign_sheets_columns_and_files_are_refused(fill: Fill, tmp_path: Path) -> None:
    path = fill()
    book = load_workbook(path)
    book.create_sheet("remarks")
    book["doses"].cell(1, 60, "colour")
    book["doses"].cell(2, 60, "red")
    book.save(path)
    with pytest.raises(ProblemsFound) as error:
        form.read(path, VOCABULARY, tmp_path / "out")
    assert "sheet 'remarks'" in str(error.value)
    assert "'colour'" in str(error.value)
    (tmp_path / "text.xlsx").write_text("no spreadsheet")
    for name in ("text.xlsx", "nowhere.xlsx"):
        with pytest.raises(ProblemsFound):
            form.read(tmp_path / name, VOCABULARY, tmp_path / "out")


def test_an_empty_form_says_what_it_needs(tmp_path: Path) -> None:
    form.write(tmp_path / "f.xlsx", VOCABULARY)
    with pytest.raises(ProblemsFound, match="a slug such as"):
        form.read(tmp_path / "f.xlsx", VOCABULARY, tmp_path)


def test_commands(fill: Fill, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "nen_evidence")
    empty = tmp_path / "empty.xlsx"
    assert run(*command, "form", str(empty)).returncode == 0
    assert run(*command, "form", str(empty)).returncode == 1, "never written over"
    path = fill()
    done = run(*command, "import", str(path), "--to", str(tmp_path / "studies"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "studies" / "example-2001-stz.yaml").is_file()
    again = run(*command, "import", str(path), "--to", str(tmp_path / "studies"))
    assert again.returncode == 1
    assert "exists already" in again.stderr
    wrong = run(*command, "import", str(empty), "--to", str(tmp_path / "studies"))
    assert wrong.returncode == 1
    assert "Traceback" not in wrong.stderr
