"""The dataset described for machines: one version and date everywhere, each description valid by its own rules."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

import nen_evidence as nen
from nen_evidence import contract, publish
from nen_evidence.publish import croissant, metadata
from nen_evidence.publish.about import ABOUT

from ..conftest import ROOT, run


@pytest.fixture
def built(seeds: Path, write: Callable[..., Path]) -> Path:
    """A checkout with the example record, built."""
    write()
    publish.write(seeds.parent, publish.compile_package(seeds))
    return seeds.parent


def published(name: str, root: Path) -> dict:
    return json.loads((root / name).read_text(encoding="utf-8"))


def test_one_version_and_one_date_everywhere(built: Path) -> None:
    cff = yaml.safe_load((built / "CITATION.cff").read_text())
    description = dict(re.findall(r"^(Version|Date): (.*)$", (built / "r" / "DESCRIPTION").read_text(), re.MULTILINE))
    package, zenodo, datacite = (published(name, built) for name in ("datapackage.json", ".zenodo.json", "datacite.json"))
    cr, jsonld = published("croissant.json", built), published("dataset.jsonld", built)
    heading = re.search(r"^## (\S+) \((\S+)\)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert heading is not None
    versions = {
        "cff": cff["version"], "R": description["Version"], "package": package["version"], "zenodo": zenodo["version"], "datacite": datacite["version"],
        "croissant": cr["version"], "jsonld": jsonld["version"], "changelog": heading[1], "pyproject": tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"],
    }  # fmt: skip
    dates = {
        "cff": cff["date-released"], "R": description["Date"], "package": package["created"][:10], "zenodo": zenodo["publication_date"],
        "datacite": datacite["dates"][0]["date"], "croissant": cr["datePublished"], "jsonld": jsonld["datePublished"], "changelog": heading[2],
    }  # fmt: skip
    assert versions == dict.fromkeys(versions, ABOUT.version)
    assert dates == dict.fromkeys(dates, ABOUT.released)
    assert f"version {ABOUT.version} ({ABOUT.released})" in (built / "docs" / "codebook.html").read_text()


@pytest.mark.parametrize("doi", [None, "10.5072/example.1"])
def test_citation_cff_and_datacite_keep_their_schemas(tmp_path: Path, doi: str | None) -> None:
    """10.5072 is DataCite's prefix for tests."""
    from datacite import schema45

    about = replace(ABOUT, doi=doi)
    path = tmp_path / "CITATION.cff"
    path.write_text(metadata.citation_cff(about))
    done = run(str(Path(sys.executable).parent / "check-jsonschema"), "--builtin-schema", "vendor.citation-file-format", str(path))
    assert done.returncode == 0, done.stdout
    schema45.validator.validate(metadata.datacite(about))
    assert (doi in path.read_text()) if doi else ("doi" not in path.read_text())


def test_no_doi_is_made_up() -> None:
    assert ABOUT.doi is None or re.fullmatch(r"10\.\d{4,9}/\S+", ABOUT.doi)
    if ABOUT.doi is None:
        texts = [
            metadata.citation_cff(),
            *(json.dumps(part) for part in (metadata.zenodo(), metadata.datacite())),
            nen.cite(),
            nen.cite(format="apa"),
        ]
        assert not any("doi" in text.lower() for text in texts)


def test_croissant_loads_every_table(built: Path) -> None:
    import mlcroissant

    dataset = mlcroissant.Dataset(jsonld=str(built / "croissant.json"))
    assert not dataset.metadata.issues.errors
    frames = publish.compile_package(built / "seeds").frames
    assert [record_set.name for record_set in dataset.metadata.record_sets] == list(contract.TABLES)
    for table in contract.TABLES:
        records = list(dataset.records(table))
        assert len(records) == len(frames[table])
    first = next(iter(dataset.records("response_outcomes")))
    assert first["response_outcomes/outcome_id"].decode() == frames["response_outcomes"]["outcome_id"][0]
    assert first["response_outcomes/n_events"] == frames["response_outcomes"]["n_events"][0]


def test_croissant_says_what_the_schemas_say(built: Path) -> None:
    described = {part["@id"]: part for part in published("croissant.json", built)["recordSet"]}
    for table, model in contract.TABLES.items():
        assert [field["name"] for field in described[table]["field"]] == list(model.columns())
    assert croissant._TYPE.keys() == {"integer", "number", "boolean", "date", "string"}


def test_jsonld_names_every_file(built: Path) -> None:
    described = published("dataset.jsonld", built)
    assert described["@type"] == "Dataset"
    assert 50 <= len(described["description"]) <= 5000, "what Google Dataset Search takes"
    for file in described["distribution"]:
        assert (built / file["contentUrl"]).stat().st_size == int(file["contentSize"].removesuffix(" B"))


def test_zenodo_uses_words_that_zenodo_knows() -> None:
    deposit = metadata.zenodo()
    known = {
        "upload_type",
        "publication_date",
        "title",
        "creators",
        "description",
        "access_right",
        "license",
        "keywords",
        "notes",
        "version",
        "language",
        "doi",
        "related_identifiers",
    }
    assert set(deposit) <= known
    assert (deposit["upload_type"], deposit["access_right"]) == ("dataset", "open")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        found = dict(attrs)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_codebook_page_has_every_column_and_no_dead_link(built: Path) -> None:
    page = _Page()
    page.feed((built / "docs" / "codebook.html").read_text())
    assert not page.open
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert {f"{table}.{name}" for table, model in contract.TABLES.items() for name in model.columns()} <= set(page.ids)


def test_units_are_ucum_by_form() -> None:
    """No UCUM library reads offline here: the units of columns are words of this list, each a UCUM code."""
    units = {facts["unit"] for model in contract.TABLES.values() for facts in model.columns().values() if facts["unit"]}
    assert units <= {"%", "mo", "d", "wk", "a", "mg", "1", "d/{cycle}", "GBq"}, units


def test_issue_forms_are_valid() -> None:
    forms = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
    done = [path for path in forms if path.name != "config.yml"]
    assert len(done) >= 2
    tool = str(Path(sys.executable).parent / "check-jsonschema")
    subprocess.run([tool, "--builtin-schema", "vendor.github-issue-forms", *map(str, done)], check=True, capture_output=True)
