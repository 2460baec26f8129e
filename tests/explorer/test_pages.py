"""The files of the site: counts equal the tables, text is only text, links lead somewhere, the same bytes each time."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import nen_evidence as nen
from nen_evidence import explorer
from nen_evidence.explorer import words
from nen_evidence.explorer.forest import Line, layout
from nen_evidence.explorer.study import FACTS, exact

from ..conftest import ROOT, run


class _Page(HTMLParser):
    """Links, ids, elements and the text of a page; unbalanced elements are an error."""

    VOID = frozenset({"meta", "link", "input", "br", "img", "line", "rect", "circle"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.elements: list[str] = []
        self.handlers: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(text)
        assert self.open == [], self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        given = dict(attrs)
        self.handlers += [name for name in given if name.startswith("on")]
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a":
            self.links.append(str(given["href"]))
        else:
            self.loads += [str(given[name]) for name in ("src", "href") if given.get(name)]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                if self.open and tag not in self.open:
                    raise AssertionError(f"</{tag}> closes other elements")

    def handle_data(self, data: str) -> None:
        self.text += data


def _data(page: str) -> dict:  # type: ignore[type-arg]
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_first_page_holds_every_study_with_its_counts(pages: dict[str, str]) -> None:
    data = _data(pages["index.html"])
    studies = nen.load("studies").query("status == 'active'").set_index("study_id")
    assert [row[0] for row in data["studies"]] != []
    assert {row[0] for row in data["studies"]} == set(studies.index)
    tables = [nen.load(name) for name in FACTS]
    flags = nen.load("quality_flags")["study_id"].value_counts()
    facts = sum(table["study_id"].value_counts().reindex(studies.index, fill_value=0) for table in tables)
    anchored = sum(
        table.loc[table["anchor_status"] == "anchored", "study_id"].value_counts().reindex(studies.index, fill_value=0) for table in tables
    )
    for row in data["studies"]:
        assert (row[13], row[14], row[15]) == (facts[row[0]], anchored[row[0]], flags.get(row[0], 0)), row[0]


def test_every_row_of_every_fact_table_stands_on_the_page_of_its_study(pages: dict[str, str]) -> None:
    ids = {name: set(_Page(text).ids) for name, text in pages.items() if name.startswith("studies/")}
    for name in FACTS:
        table = nen.load(name)
        for study, row in zip(table["study_id"], table.iloc[:, 0], strict=True):
            assert row in ids[f"studies/{study}.html"], row
    for study, row in nen.load("arms")[["study_id", "arm_id"]].itertuples(index=False):
        assert row in ids[f"studies/{study}.html"]


def test_links_inside_the_site_lead_somewhere_and_others_are_https(pages: dict[str, str]) -> None:
    parsed = {name: _Page(text) for name, text in pages.items() if name.endswith(".html")}
    for name, page in parsed.items():
        assert len(page.ids) == len(set(page.ids)), name
        assert all(address.startswith(("assets/", "../assets/", "data:,")) for address in page.loads if not address.startswith("#")), name
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in ("http", "https"), link
                continue
            target = str(Path(ROOT / Path(name).parent / parts.path).resolve().relative_to(ROOT)) if parts.path else name
            assert target in pages, f"{name}: {link}"
            if parts.fragment and "=" not in parts.fragment:
                assert parts.fragment in parsed[target].ids, f"{name}: {link}"


def test_figures_say_their_place_and_whether_they_were_anchored(pages: dict[str, str]) -> None:
    page = _Page(pages["studies/zilembo-1993-salvage.html"]).text
    for said in (
        "Streptozocin",
        "500 mg/m2",
        "sentence",
        "anchored",
        "Read by software, not reviewed by clinicians",
        "printed: 500",
        "Not for treatment decisions",
    ):
        assert said in page


def test_the_same_package_gives_the_same_bytes(small: Path) -> None:
    assert explorer.pages() == explorer.pages()


def test_text_that_would_be_markup_stays_text(small: Path) -> None:
    made = {name: content.decode() for name, content in explorer.pages().items()}
    for name, text in made.items():
        if not name.endswith(".html"):
            continue
        page = _Page(text)
        assert "img" not in page.elements, name
        assert page.handlers == [], name
        assert page.elements.count("script") == (2 if name == "index.html" else 0), name
        assert not any(link.startswith("javascript:") for link in page.links), name
        assert "49" not in re.findall(r"onerror=alert\(1\)&gt; &#34;&#39;&amp;(\S+)", text)
    study = made["studies/example-2001-stz.html"]
    assert "&lt;/script&gt;" in study
    assert "https://doi.org/10.1000/x(1)2-3" in study
    assert "https://pubmed.ncbi.nlm.nih.gov/12345678/" in study
    assert _data(made["index.html"])["studies"][0][1].startswith("</script><script>")


def test_printed_and_calculated_are_told_apart(small: Path) -> None:
    page = explorer.pages()["studies/example-2001-stz.html"].decode()
    assert "12 to 50 (95%) printed" in page
    # 1 of 36: the exact interval is calculated, and says so.
    assert re.search(r'class="calc"[^>]*>0\.1 to 14\.5 exact<', page)
    assert "not reached" in page
    assert "Grade: g3" not in page


@pytest.mark.parametrize(
    ("changed", "interval"),
    [
        ({}, (12.1, 42.2)),
        ({"relation": "lt"}, None),
        ({"unit_of_analysis": "lesion"}, None),
        ({"ni": None}, None),
        ({"xi": 0}, (0, 9.7)),
        ({"xi": 36}, (90.3, 100)),
    ],
)
def test_an_exact_interval_only_where_there_are_counts_of_patients(
    changed: dict[str, object], interval: tuple[float, float] | None
) -> None:
    found = exact({"xi": 9, "ni": 36, "relation": "eq", "unit_of_analysis": "patient", **changed})
    assert found == (pytest.approx(interval, abs=0.05) if interval else None)


def test_a_plot_keeps_its_marks_inside_its_axis() -> None:
    plot = layout([Line("a" * 200, "b", "99 / 100", 99, 94.6, 100, 100), Line("none", printed=True, estimate=0)], "")
    for row in plot["rows"]:
        assert plot["left"] <= row["x"] <= plot["right"]
        assert len(row["label"]) <= 54
    assert layout([], "")["ticks"][-1][0] == 50


@pytest.mark.parametrize(
    ("value", "digits", "said"),
    [
        (10500.0, 4, "10500"),
        (0.00001, 12, "0.00001"),
        (62.5, 12, "62.5"),
        (66.666667, 4, "66.67"),
        (40, 12, "40"),
        (0, 12, "0"),
        (None, 12, ""),
    ],
)
def test_figures_have_no_exponents(value: float | None, digits: int, said: str) -> None:
    assert words.figure(value, digits) == said


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "http://[", None, ""])
def test_other_schemes_are_no_links(url: str | None) -> None:
    assert words.web(url) is None


def test_a_report_links_only_to_what_its_identifiers_say() -> None:
    source = {"pmid": "1234x", "pmcid": "PMC1/..", "doi": '10.1/a"><b> c', "url": "javascript:alert(1)"}
    assert words.links(source) == [('doi:10.1/a"><b> c', "https://doi.org/10.1/a%22%3E%3Cb%3E%20c")]


def test_a_folder_with_other_things_is_left_alone(small: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("x")
    with pytest.raises(FileExistsError, match="holds no site"):
        explorer.write(tmp_path / "mine")
    site = tmp_path / "site"
    assert explorer.write(site) == len([path for path in site.rglob("*") if path.is_file()])
    (site / "studies" / "gone.html").write_text("x")
    explorer.write(site)
    assert not (site / "studies" / "gone.html").exists()


def test_the_command_says_where_to_look(tmp_path: Path) -> None:
    import sys

    done = run(sys.executable, "-m", "nen_evidence", "explore", "--out", str(tmp_path / "site"), env={"PYTHONPATH": str(ROOT / "src")})
    assert done.returncode == 0, done.stderr
    assert f"open {tmp_path / 'site' / 'index.html'}" in done.stdout
    again = run(sys.executable, "-m", "nen_evidence", "explore", "--out", str(tmp_path), env={"PYTHONPATH": str(ROOT / "src")})
    assert again.returncode == 1
    assert "holds no site" in again.stderr
