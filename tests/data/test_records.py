"""One test a curated record: it reads, it is coherent, every figure is anchored or says why not."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from nen_evidence import checks, contract
from nen_evidence.record.anchor_file import read_anchors
from nen_evidence.record.seeds import read_seeds

from ..conftest import ROOT

SEEDS = ROOT / "seeds"
RECORDS = sorted([*(SEEDS / "studies").glob("*.yaml"), *(SEEDS / "reviews").glob("*.yaml")])


@pytest.mark.parametrize("path", RECORDS, ids=[path.stem for path in RECORDS])
def test_record(path: Path) -> None:
    seeds = read_seeds(SEEDS, only=[path])
    rows = contract.flatten(seeds)
    assert [problem for problem in contract.key_problems(rows) if problem.check == "unique-key"] == []
    assert contract.term_problems(rows) == []
    assert [str(problem) for problem in checks.run(seeds, rows).problems if problem.severity == "error"] == []
    owed = [row.id for table in contract.ANCHORED for row in rows[table] if row.values["anchor_status"] is None]
    assert owed == [], "run 'nen-evidence anchor' on this record"
    known = {(table, row.id) for table in contract.ANCHORED for row in rows[table]}
    stray = [anchor.row_id for anchor in read_anchors(path) if (anchor.table, anchor.row_id) not in known]
    assert stray == [], "anchors of rows that are gone: anchor the record again"


@pytest.mark.parametrize("path", RECORDS, ids=[path.stem for path in RECORDS])
def test_no_prose(path: Path) -> None:
    """Facts, not sentences of a source: no scalar is long, whatever its field (titles may be)."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        assert len(line) <= 420 or line.lstrip().startswith(("authors:", "title:")), f"{path.name}:{number}: a very long line"


def test_no_anchor_file_without_its_record() -> None:
    files = {
        path.name.removesuffix(".anchors.json") for folder in ("studies", "reviews") for path in (SEEDS / folder).glob("*.anchors.json")
    }
    assert files <= {path.stem for path in RECORDS}


def test_search_logs_and_screening_name_no_address_of_a_page() -> None:
    """What was searched is logged; a reprint's address is not cited anywhere. Titles may name a site, a DOI a publisher."""
    address = re.compile(r"https?://|www\.|\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[\w-]+\.(?:com|org|net|cn|info)\b")
    found = []
    for path in sorted([*(SEEDS / "searches").glob("*.csv"), *(SEEDS / "screening").glob("*.csv")]):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found += [(path.name, value) for name, value in row.items() if name not in ("doi", "title") and address.search(value or "")]
    assert found == []
