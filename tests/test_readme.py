"""The README as a newcomer runs it: its R block, its links, its commands."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, needs, run

PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *(ROOT / "docs" / name for name in ("curation.md", "governance.md", "releasing.md", "doors.md")),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not link.startswith("http") and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_that_are_named_exist(page: Path) -> None:
    named = set(re.findall(r"nen-evidence ([a-z]+)(?= |`)", page.read_text(encoding="utf-8")))
    commands = run(sys.executable, "-m", "nen_evidence", "--help").stdout
    assert {name for name in named if not re.search(rf"^\s+{name}\s", commands, re.MULTILINE)} == set()


@pytest.mark.r
def test_the_r_block_runs(tmp_path: Path) -> None:
    needs("Rscript")
    block = next(
        block
        for block in re.findall(r"```r\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
        if "install.packages" in block
    )
    code = (
        block.replace("install.packages(", f'.libPaths("{tmp_path}"); install.packages(lib = "{tmp_path}", ')
        + "stopifnot(is.data.frame(responses), is.data.frame(effects))\n"
    )
    done = run("Rscript", "--vanilla", "-e", code)
    assert done.returncode == 0, done.stderr


def test_the_citing_block_runs() -> None:
    block = next(
        block
        for block in re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
        if "nen.cite" in block
    )
    done = run(sys.executable, "-c", 'import nen_evidence as nen\nresponses = nen.load("response_outcomes")\n' + block)
    assert done.returncode == 0, done.stderr
    assert "@article" in done.stdout
