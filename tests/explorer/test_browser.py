"""The site in Chromium, from file:// and from a plain web server."""

from __future__ import annotations

import functools
import http.server
import re
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import nen_evidence as nen
from nen_evidence import explorer

from ..conftest import needs

pytestmark = pytest.mark.browser
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--virtual-time-budget=5000", "--enable-logging=stderr",
)  # fmt: skip

Dom = Callable[..., str]


@pytest.fixture
def dom(tmp_path: Path) -> Dom:
    """The document of an address after its scripts ran; anything said on the console is a failure."""
    needs("chromium")

    def get(address: str, *options: str) -> str:
        done = subprocess.run(
            ["chromium", *OPTIONS, f"--user-data-dir={tmp_path / 'profile'}", *options, "--dump-dom", address],
            capture_output=True, text=True, timeout=120, check=True,
        )  # fmt: skip
        assert not [line for line in done.stderr.splitlines() if ":CONSOLE" in line]
        return done.stdout

    return get


def _shown(page: str) -> list[str]:
    return re.findall(r'<tr data-id="([^"]+)"', page)


def _count(page: str) -> tuple[int, int]:
    found = re.search(r"<strong>(\d+) of (\d+) studies</strong>", page)
    assert found
    return int(found[1]), int(found[2])


def test_the_hash_filters_the_rows(site: Path, dom: Dom) -> None:
    total = int((nen.load("studies")["status"] == "active").sum())
    everything = dom(f"{(site / 'index.html').as_uri()}")
    assert 'data-ready="1"' in everything
    assert _count(everything) == (total, total)
    page = dom(f"{(site / 'index.html').as_uri()}#class=prrt_beta&design=randomized&sort=study")
    arms = nen.load("arms").merge(nen.load("regimens"), on="regimen_id")
    mixed = (
        nen.load("arm_regimens").merge(nen.load("regimens"), on="regimen_id").merge(nen.load("arms")[["arm_id", "study_id"]], on="arm_id")
    )
    members = set(arms.loc[arms["treatment_class"] == "prrt_beta", "study_id"]) | set(
        mixed.loc[mixed["treatment_class"] == "prrt_beta", "study_id"]
    )
    studies = nen.load("studies")
    expected = set(
        studies.loc[studies["study_id"].isin(members) & (studies["design"] == "randomized") & (studies["status"] == "active"), "study_id"]
    )
    assert set(_shown(page)) == expected
    assert _count(page) == (len(expected), total)
    assert 'aria-sort="ascending"' in page
    assert 0 < len(expected) < total


def test_a_cell_of_the_grid_counts_what_its_filter_shows(site: Path, dom: Dom) -> None:
    page = dom((site / "index.html").as_uri())
    cells = re.findall(r'aria-label="[^"]*: (\d+) stud[^"]*" data-class="([^"]+)" data-site="([^"]+)"', page)
    assert len(cells) > 20
    for count, group, where in (cells[0], cells[len(cells) // 2], cells[-1]):
        assert _count(dom(f"{(site / 'index.html').as_uri()}#class={group}&site={where}"))[0] == int(count)


def test_words_that_match_nothing_and_unknown_filters_do_no_harm(site: Path, dom: Dom) -> None:
    assert _count(dom(f"{(site / 'index.html').as_uri()}#q=%3Cimg+src%3Dx%3E"))[0] == 0
    page = dom(f"{(site / 'index.html').as_uri()}#class=nonsense&sort=nonsense&x=1")
    assert _count(page)[0] == _count(page)[1]


def test_a_study_and_a_class_render_without_a_word_on_the_console(site: Path, dom: Dom) -> None:
    page = dom((site / "studies" / "zilembo-1993-salvage.html").as_uri())
    assert "Zilembo 1993" in page
    assert 'class="badge anchored"' in page
    page = dom((site / "classes" / "prrt_beta.html").as_uri())
    assert "<svg" in page
    assert page.count('class="row') > 3


def test_hostile_text_runs_nowhere(small: Path, tmp_path: Path, dom: Dom) -> None:
    explorer.write(tmp_path / "site")
    for name in ("index.html", "studies/example-2001-stz.html", "classes/streptozocin_based.html"):
        page = dom((tmp_path / "site" / name).as_uri())
        assert "<title>owned" not in page
        assert "<img" not in page


@pytest.fixture
def server(site: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site))) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}/"
        served.shutdown()


def test_it_works_from_a_plain_web_server_and_on_a_narrow_screen(server: str, dom: Dom, tmp_path: Path) -> None:
    page = dom(f"{server}index.html#q=everolimus&from=2015", "--window-size=400,900")
    found, total = _count(page)
    assert 0 < found < total
    picture = tmp_path / "narrow.png"
    dom(f"{server}index.html", "--window-size=500,900", f"--screenshot={picture}")
    assert picture.stat().st_size > 10_000
