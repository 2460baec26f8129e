"""What changed between two packages, and releases: nothing disappears without a word."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from nen_evidence import publish
from nen_evidence.publish import difference, release
from nen_evidence.publish.about import ABOUT
from nen_evidence.record.seeds import read_seeds

from ..conftest import RECORD, run

Write = Callable[..., Path]
OTHER = RECORD.replace("example-2001", "sample-2002").replace("Example 2001", "Sample 2002").replace("[Example A", "[Sample A")
SAME = (sys.executable, "-m", "nen_evidence")


@pytest.fixture
def checkout(seeds: Path, write: Write) -> Path:
    """A built checkout under git with two studies and release 0.1.0 in it."""
    write()
    write(record=OTHER, name="sample-2002-stz")
    root = seeds.parent
    (root / "CHANGELOG.md").write_text(f"# Changelog\n\n## 0.1.0 ({ABOUT.released})\n\nFirst version.\n")
    git(root, "init", "--quiet")
    git(root, "config", "user.email", "test@example.org")
    git(root, "config", "user.name", "test")
    return root


def git(root: Path, *words: str) -> None:
    done = run("git", *words, cwd=root)
    assert done.returncode == 0, done.stderr


def make(
    root: Path, version: str, monkeypatch: pytest.MonkeyPatch, entry: str | None = None, against: Path | None = None
) -> release.Release:
    """Set a version, build, and prepare its release."""
    about = replace(ABOUT, version=version)
    for module in (release, publish.descriptor, publish.metadata, publish.codebook):
        monkeypatch.setattr(module, "ABOUT", about)
    if entry is not None:
        (root / "CHANGELOG.md").write_text(f"# Changelog\n\n## {version} ({ABOUT.released})\n\n{entry}\n")
    package = publish.compile_package(root / "seeds")
    publish.write(root, package)
    return release.prepare(root, version, package.contents, read_seeds(root / "seeds"), publish.differences(root, package), against)


@pytest.fixture
def released(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = make(checkout, "0.1.0", monkeypatch)
    assert made.problems == []
    git(checkout, "add", "-A")
    git(checkout, "commit", "--quiet", "-m", "Release 0.1.0")
    return checkout


def test_a_package_does_not_differ_from_itself_or_its_archive(released: Path) -> None:
    archive = released / "dist" / "nen-evidence-0.1.0.zip"
    found = difference.compare(difference.read(released), difference.read(archive))
    assert not found
    assert found.summary == "0 row(s) added, 0 row(s) removed, 0 row(s) changed"


def test_every_cell_that_changed_is_named(released: Path, write: Write, tmp_path: Path) -> None:
    before = tmp_path / "before"
    shutil.copytree(released, before)
    write(("cr: 1, pr: 8", "cr: 2, pr: 7"), ("median: 7.1", "median: 7.2"), ("      - {endpoint: os, median: not reached}\n", ""))
    write(record=OTHER.replace("responses:", "responses:\n      - {subgroup: pnet, dcr: 50%}"), name="sample-2002-stz")
    publish.write(released, publish.compile_package(released / "seeds"))
    found = difference.compare(difference.read(before), difference.read(released))
    changed = {
        (change.table, change.row_id): {cell.column: (cell.before, cell.after) for cell in change.cells} for change in found.of("changed")
    }
    response = next(cells for (table, row_id), cells in changed.items() if table == "response_outcomes" and "complete_response" in row_id)
    assert response["n_events"] == ("1", "2")
    survival = next(cells for (table, _), cells in changed.items() if table == "survival_outcomes")
    assert survival["reported_value"] == ("7.1", "7.2")
    assert [change.table for change in found.of("removed")] == ["survival_outcomes"]
    assert {change.study_id for change in found.of("added")} == {"sample-2002-stz"}
    text, page, data = difference.as_text(found), difference.as_html(found), json.loads(difference.as_json(found))
    for shown in (text, page):
        assert "sample-2002-stz" in shown
        assert "7.2" in shown
    assert data["counts"]["survival_outcomes"] == {"before": 4, "after": 3}
    assert len(data["changes"]) == len(found.changes)


def test_text_in_the_page_is_escaped() -> None:
    change = difference.Change("changed", "doses", "a.b", "a", (difference.Cell("note", "<script>", "a & b"),))
    page = difference.as_html(difference.Difference("0.1.0", "0.2.0", {"doses": (1, 1)}, [], [change]))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_tables_and_columns_that_change_are_the_contract() -> None:
    rows = {("1",): {"id": "1", "a": "x"}}
    before = difference.Content("1.0.0", {"t": ["id"]}, {"t": ["id", "a"]}, {"t": rows})
    after = difference.Content(
        "1.0.1", {"t": ["id"], "u": ["id"]}, {"t": ["id", "b"], "u": ["id"]}, {"t": {("1",): {"id": "1", "b": "x"}}, "u": {}}
    )
    found = difference.compare(before, after)
    assert set(found.shape) == {"column t.a removed", "column t.b added", "table u added"}
    assert release.least_version("1.0.0", found) == "2.0.0"
    assert release.least_version("0.1.0", found) == "0.2.0"
    assert release.least_version("1.0.0", difference.compare(before, before)) == "1.0.1"


def test_an_id_that_was_changed_on_purpose_is_renamed_not_lost() -> None:
    before = difference.Content("1", {"t": ["id"]}, {"t": ["id", "a"]}, {"t": {("old",): {"id": "old", "a": "x"}}})
    after = difference.Content("2", {"t": ["id"]}, {"t": ["id", "a"]}, {"t": {("new",): {"id": "new", "a": "x"}}})
    found = difference.compare(before, after, {"t": {"old": "new"}})
    assert [(change.kind, change.row_id, change.former_id) for change in found.changes] == [("renamed", "new", "old")]
    assert len(difference.compare(before, after).changes) == 2


def test_first_release_writes_archive_checksums_and_record(released: Path) -> None:
    sums = (released / "dist" / "SHA256SUMS").read_text()
    assert "nen-evidence-0.1.0.zip" in sums
    assert run("sha256sum", "--check", "SHA256SUMS", cwd=released / "dist").returncode == 0
    with zipfile.ZipFile(released / "dist" / "nen-evidence-0.1.0.zip") as archive:
        names = {name.removeprefix("nen-evidence-0.1.0/") for name in archive.namelist()}
    assert {
        "datapackage.json",
        "data/doses.csv",
        "data/doses.parquet",
        "CITATION.cff",
        "croissant.json",
        "CHANGELOG.md",
        "r/DESCRIPTION",
    } <= names
    record = json.loads((released / "releases" / "0.1.0.json").read_text())
    assert record["tables"]["studies"]["rows"] == 2
    assert not any(path.suffix in (".csv", ".parquet", ".zip") for path in (released / "releases").iterdir())


def test_the_same_release_is_the_same_bytes(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (released / "dist" / "SHA256SUMS").read_text()
    assert make(released, "0.1.0", monkeypatch).problems == []
    assert (released / "dist" / "SHA256SUMS").read_text() == before


def test_a_row_that_disappears_needs_its_entry(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (released / "seeds" / "studies" / "sample-2002-stz.yaml").unlink()
    silent = make(released, "0.2.0", monkeypatch, "Corrections.")
    assert any("studies sample-2002-stz disappears" in problem for problem in silent.problems)
    assert not (released / "dist" / "nen-evidence-0.2.0.zip").exists()
    assert not (released / "releases" / "0.2.0.json").exists()
    said = make(released, "0.2.0", monkeypatch, "### Removed\n\n- `sample-2002-stz` and its report (`sources`): a duplicate.")
    assert said.problems == []
    assert (released / "dist" / "nen-evidence-0.1.0-to-0.2.0.html").is_file()
    assert said.changed is not None
    assert said.changed.counts["studies"] == (2, 1)


def test_versions_step_far_enough(released: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(("cr: 1, pr: 8", "cr: 2, pr: 7"))
    assert any("too small a step" in problem for problem in make(released, "0.1.1", monkeypatch, "A correction.").problems)
    assert make(released, "0.2.0", monkeypatch, "A correction.").problems == []


def test_an_entry_and_the_right_version_are_needed(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert any("CHANGELOG.md has no entry" in problem for problem in make(released, "0.1.1", monkeypatch).problems)
    package = publish.compile_package(released / "seeds")
    made = release.prepare(released, "0.3.0", package.contents, read_seeds(released / "seeds"), ["data/doses.csv: not what the seeds give"])
    assert any("about.py says" in problem for problem in made.problems)
    assert any("nen-evidence build" in problem for problem in made.problems)


def test_what_is_released_stays(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(released, "tag", "v0.1.0")
    assert any("is tagged" in problem for problem in make(released, "0.1.0", monkeypatch).problems)


def test_a_former_release_that_git_gives_back_changed_is_noticed(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = released / "releases" / "0.1.0.json"
    record = json.loads(path.read_text())
    record["tables"]["doses"]["sha256"] = "0" * 64
    path.write_text(json.dumps(record))
    assert any(
        "doses of 0.1.0 is not what was released" in problem for problem in make(released, "0.1.1", monkeypatch, "Nothing.").problems
    )


def test_without_git_the_archive_serves(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(released / ".git")
    assert any("--against" in problem for problem in make(released, "0.1.1", monkeypatch, "Nothing.").problems)
    assert make(released, "0.1.1", monkeypatch, "Nothing.", released / "dist" / "nen-evidence-0.1.0.zip").problems == []


def test_commands(released: Path, tmp_path: Path) -> None:
    done = run(*SAME, "diff", "dist/nen-evidence-0.1.0.zip", ".", "--format", "json", cwd=released)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["changes"] == []
    done = run(*SAME, "diff", "dist/nen-evidence-0.1.0.zip", ".", "--format", "html", "--output", str(tmp_path / "d.html"), cwd=released)
    assert done.returncode == 0
    assert (tmp_path / "d.html").read_text().startswith("<!doctype html>")
    for wrong in (("diff", "nowhere", "."), ("diff", ".", ".", "--format", "pdf"), ("release", "9.9.9")):
        done = run(*SAME, *wrong, cwd=released)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
    (released / "CHANGELOG.md").write_text(f"# Changelog\n\n## {ABOUT.version} ({ABOUT.released})\n\nThe version of the code.\n")
    assert run(*SAME, "build", cwd=released).returncode == 0
    done = run(*SAME, "release", ABOUT.version, cwd=released)
    assert done.returncode == 0, done.stderr
    assert "written" in done.stdout


def test_a_release_written_anew_is_found_where_it_was_written_last(released: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(("cr: 1, pr: 8", "cr: 2, pr: 7"))
    assert make(released, "0.1.0", monkeypatch).problems == []
    git(released, "add", "-A")
    git(released, "commit", "--quiet", "-m", "Release 0.1.0, once more")
    record = json.loads((released / "releases" / "0.1.0.json").read_text())
    assert not difference.compare(release.from_git(released, record), difference.read(released))
