"""The R package: checked by R itself, installed into an empty library, its worked analysis run."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

import nen_evidence as nen

from ..conftest import ROOT, needs, run

pytestmark = pytest.mark.r


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout's R package and data, its data taken along."""
    needs("Rscript")
    home = tmp_path_factory.mktemp("r")
    for name in ("r", "data", "schemas"):
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("extdata", "*.Rcheck", "*.tar.gz"))
    shutil.copy(ROOT / "datapackage.json", home)
    done = run("sh", "./configure", cwd=home / "r")
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture(scope="module")
def library(sources: Path) -> Path:
    library = sources / "library"
    library.mkdir()
    done = run("R", "CMD", "INSTALL", "--library=" + str(library), "r", cwd=sources)
    assert done.returncode == 0, done.stderr
    return library


def rscript(library: Path, *words: str, cwd: Path, **env: str):
    return run("Rscript", "--vanilla", *words, cwd=cwd, env={"R_LIBS": str(library), "NEN_EVIDENCE": "", **env})


def test_r_cmd_check_is_clean(sources: Path) -> None:
    """No error, warning or note; no network, so the index of CRAN is not asked."""
    built = run("R", "CMD", "build", "r", cwd=sources)
    assert built.returncode == 0, built.stderr
    package = next(sources.glob("nenevidence_*.tar.gz"))
    assert package.stat().st_size < 5_000_000, "what CRAN takes"
    env = {"_R_CHECK_FORCE_SUGGESTS_": "false", "_R_CHECK_CRAN_INCOMING_": "false", "R_REPOSITORIES": "NULL"}
    done = run("R", "CMD", "check", "--no-manual", package.name, cwd=sources, env=env)
    log = (sources / "nenevidence.Rcheck" / "00check.log").read_text()
    assert done.returncode == 0, log
    assert "Status: OK" in log, log


def test_installed_it_brings_its_data_along(library: Path, tmp_path: Path) -> None:
    done = rscript(library, "-e", 'library(nenevidence); x <- nen_tables(); cat(paste(x$table, x$rows), sep = "\\n")', cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert dict(line.split() for line in done.stdout.splitlines()) == {row.table: str(row.rows) for row in nen.tables().itertuples()}


def test_argument_option_and_environment_name_the_data(library: Path, tmp_path: Path) -> None:
    code = f'library(nenevidence); stopifnot(nen_home() == "{ROOT}", nen_home(system.file("extdata", package = "nenevidence")) != "{ROOT}")'
    assert rscript(library, "-e", code, cwd=tmp_path, NEN_EVIDENCE=str(ROOT)).returncode == 0
    code = f'options(nenevidence.data = "{ROOT}"); library(nenevidence); stopifnot(nen_home() == "{ROOT}")'
    assert rscript(library, "-e", code, cwd=tmp_path).returncode == 0
    assert rscript(library, "-e", 'nenevidence::nen_home("nowhere")', cwd=tmp_path).returncode != 0


def test_text_is_utf_8_in_any_locale(library: Path, tmp_path: Path) -> None:
    titles = nen.load("sources")["title"]
    title = titles[[not str(text).isascii() for text in titles]].iloc[0]
    code = f'x <- nenevidence::nen_load("sources")$title; stopifnot(any(vapply(x, function(t) identical(utf8ToInt(enc2utf8(t)), c({", ".join(f"{ord(c)}L" for c in title)})), NA)))'
    for locale in ("C", "C.UTF-8"):
        done = rscript(library, "-e", code, cwd=tmp_path, LC_ALL=locale)
        assert done.returncode == 0, done.stderr


def test_the_worked_analysis_runs(library: Path, tmp_path: Path) -> None:
    done = rscript(library, str(library / "nenevidence" / "examples" / "worked.R"), "forest.png", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    match = re.search(r"^(\d+) cohorts", done.stdout, re.MULTILINE)
    assert match is not None
    if int(match[1]) >= 2:
        assert "Random-Effects Model" in done.stdout
        assert (tmp_path / "forest.png").read_bytes().startswith(b"\x89PNG")
        assert os.stat(tmp_path / "forest.png").st_size > 5000


def test_citation_has_the_version(library: Path, tmp_path: Path) -> None:
    done = rscript(library, "-e", 'print(citation("nenevidence"), style = "text")', cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert f"version {nen.version()}" in " ".join(done.stdout.split())
