"""Citing: the version in four formats, and the reports behind any rows."""

from __future__ import annotations

import json
import sys

import pandas as pd
import pytest

import nen_evidence as nen
from nen_evidence import bibliography
from nen_evidence.publish.about import ABOUT

from ..conftest import run

ITEM: bibliography.Item = {
    "id": "smith-2001", "type": "article-journal", "title": "Dose & response: 50% of {A}?", "author": [bibliography.name("Smith-Jones AB"), bibliography.name("de Braud F")],
    "issued": {"date-parts": [[2001]]}, "container-title": "Ann Test", "volume": "12", "issue": "3", "page": "100–110", "DOI": "10.5072/x", "PMID": "1",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zilembo N", {"family": "Zilembo", "given": "N."}),
        ("Di Bartolomeo M", {"family": "Di Bartolomeo", "given": "M."}),
        ("Anderson KL Jr", {"family": "Anderson", "given": "K. L.", "suffix": "Jr"}),
        ("Grob J-J", {"family": "Grob", "given": "J. J."}),
        ("Öberg K", {"family": "Öberg", "given": "K."}),
        ("The NETTER-1 study group", {"literal": "The NETTER-1 study group"}),
        ("Delpassand", {"literal": "Delpassand"}),
        ("et al", {"literal": "et al."}),
    ],
)
def test_names(text: str, name: dict[str, str]) -> None:
    assert bibliography.name(text) == name


def test_formats_of_an_article() -> None:
    assert bibliography.bibtex([ITEM]).splitlines() == [
        "@article{smith-2001,", "  author = {Smith-Jones, A. B. and de Braud, F.},", r"  title = {{Dose \& response: 50\% of \{A\}?}},",
        "  journal = {Ann Test},", "  year = {2001},", "  volume = {12},", "  number = {3},", "  pages = {100--110},", "  doi = {10.5072/x},", "  pmid = {1}", "}",
    ]  # fmt: skip
    assert bibliography.ris([ITEM]).splitlines() == [
        "TY  - JOUR", "ID  - smith-2001", "AU  - Smith-Jones, A. B.", "AU  - de Braud, F.", "TI  - Dose & response: 50% of {A}?", "T2  - Ann Test",
        "PY  - 2001", "VL  - 12", "IS  - 3", "SP  - 100", "EP  - 110", "DO  - 10.5072/x", "AN  - 1", "ER  - ",
    ]  # fmt: skip
    assert (
        bibliography.apa([ITEM])
        == "Smith-Jones, A. B., & de Braud, F. (2001). Dose & response: 50% of {A}? Ann Test, 12(3), 100–110. https://doi.org/10.5072/x\n"
    )
    assert json.loads(bibliography.csl_json([ITEM])) == [ITEM]


def test_dataset_in_every_format() -> None:
    for name in bibliography.FORMATS:
        text = nen.cite(format=name)
        assert nen.version() in text
        assert "NEN Evidence" in text
    assert nen.version() == ABOUT.version
    assert json.loads(nen.cite(format="csl-json"))[0]["issued"]["date-parts"] == [[int(part) for part in ABOUT.released.split("-")]]


@pytest.mark.parametrize("table", ["studies", "arms", "doses", "response_outcomes", "study_sources", "effect_sizes", "evidence_anchors"])
def test_rows_of_any_table_give_their_reports(table: str) -> None:
    rows = nen.load(table)
    ids = {item["id"] for item in json.loads(nen.cite(rows, "csl-json"))}
    assert ids <= set(nen.load("sources")["source_id"])
    if "source_id" in rows:
        assert ids == set(rows["source_id"].dropna())
    else:
        assert len(ids) == nen.load("studies").set_index("study_id").loc[list(rows["study_id"].unique()), "primary_source_id"].nunique()


def test_every_source_can_be_cited() -> None:
    sources = nen.load("sources")
    assert nen.cite(sources).count("\n@") + 1 == len(sources)
    assert nen.cite(sources, "ris").count("ER  - ") == len(sources)
    assert len(nen.cite(sources, "apa").splitlines()) == len(sources)


def test_a_row_a_selection_and_a_merge() -> None:
    doses = nen.load("doses")
    assert nen.cite(doses.iloc[0]) == nen.cite(doses[doses["source_id"] == doses["source_id"][0]].head(1))
    assert nen.cite(doses["source_id"]) == nen.cite(doses)
    merged = doses[["study_id", "drug_id"]].merge(nen.load("studies")[["study_id", "label"]])
    assert nen.cite(merged).startswith("@")


def test_what_cannot_be_cited_is_said() -> None:
    with pytest.raises(ValueError, match="the formats are"):
        nen.cite(format="mla")
    with pytest.raises(ValueError, match="source_id or study_id"):
        nen.cite(pd.DataFrame({"x": [1]}))
    with pytest.raises(KeyError, match="nowhere"):
        nen.cite(pd.DataFrame({"study_id": ["nowhere"]}))
    with pytest.raises(KeyError, match="nowhere"):
        nen.cite(pd.DataFrame({"source_id": ["nowhere"]}))


def test_command() -> None:
    cite = (sys.executable, "-m", "nen_evidence", "cite")
    assert run(*cite).stdout == nen.cite()
    study = "zilembo-1993-salvage"
    done = run(*cite, "--format", "apa", "--table", "studies", "--where", f"study_id={study}")
    assert done.stdout == nen.cite(nen.load("studies").query("study_id == @study"), "apa")
    for wrong in (
        ["--format", "mla"],
        ["--table", "dosis"],
        ["--where", "a=b"],
        ["--table", "doses", "--where", "colour=red"],
        ["--table", "doses", "--where", "study_id=nowhere"],
    ):
        done = run(*cite, *wrong)
        assert done.returncode == 1
        assert done.stderr
        assert "Traceback" not in done.stderr
