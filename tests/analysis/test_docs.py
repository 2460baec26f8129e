"""What the documents say works: the ten lines of the README, the worked analyses."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from ..conftest import ROOT, run


def test_ten_lines_to_a_forest_plot(tmp_path: Path) -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Ten lines to a forest plot")[2].partition("\n## ")[0]
    install, code = re.findall(r"```(?:sh|python)\n(.*?)```", section, flags=re.S)
    assert len(install.splitlines()) + len(code.splitlines()) <= 10
    done = run(sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r})\n{code}", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "rows match the query" in done.stdout
    assert "95% CI" in done.stdout
    assert (tmp_path / "forest.svg").stat().st_size > 5000
    assert (tmp_path / "forest.png").stat().st_size > 5000


def test_worked_analyses_run(tmp_path: Path) -> None:
    done = run(
        sys.executable,
        "-c",
        f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r}); sys.argv = ['run.py', {str(tmp_path)!r}]; import runpy; runpy.run_path({str(ROOT / 'docs' / 'analyses' / 'run.py')!r}, run_name='__main__')",
    )
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "README.md").read_text(encoding="utf-8")
    for title in (
        "capecitabine and temozolomide",
        "177Lu",
        "platinum and etoposide",
        "everolimus against placebo",
        "network of randomized trials",
    ):
        assert title in page
    assert page.count("**Published") == 6
    assert "nan" not in page
    for name in re.findall(r"!\[[^]]*\]\(([^)]+)\)", page):
        assert (tmp_path / name).stat().st_size > 3000
