"""PubMed and ClinicalTrials.gov, from files and from a local server: good, partial, malformed, hostile."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from nen_evidence import drafting
from nen_evidence.drafting import inputs
from nen_evidence.problem import ProblemsFound
from nen_evidence.record import read_record
from nen_evidence.record.model import Study
from nen_evidence.vocabulary import load

from ..conftest import ROOT, run

VOCABULARY = load(ROOT / "seeds" / "vocabulary")
XML = """<?xml version="1.0" ?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">12345</PMID><Article><Journal><JournalIssue><Volume>12</Volume><PubDate><Year>2014</Year></PubDate></JournalIssue><Title>Journal of Examples</Title></Journal>
<ArticleTitle>Everolimus in neuroendocrine tumours: a single-arm phase II trial.</ArticleTitle><Pagination><MedlinePgn>100-9</MedlinePgn></Pagination>
<Abstract><AbstractText Label="METHODS">Patients received everolimus 10 mg daily.</AbstractText><AbstractText Label="RESULTS">Partial response was seen in 4 of 40 patients (10%). Median PFS was 11.0 months (95% CI 8.4-13.9). Cells were 10<sup>9</sup>.</AbstractText></Abstract>
<AuthorList><Author><LastName>Example</LastName><Initials>A</Initials></Author><Author><CollectiveName>Group</CollectiveName></Author></AuthorList><PublicationTypeList><PublicationType>Clinical Trial, Phase II</PublicationType></PublicationTypeList></Article></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="doi">10.1000/example.1</ArticleId><ArticleId IdType="pmc">PMC123</ArticleId></ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>"""
BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><PubmedArticleSet>&b;</PubmedArticleSet>'
EXTERNAL = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><PubmedArticleSet>&a;</PubmedArticleSet>'
ENTRY: dict[str, Any] = {
    "protocolSection": {
        "identificationModule": {
            "nctId": "NCT01234567",
            "briefTitle": "Everolimus in NET",
            "officialTitle": "Everolimus Versus Placebo in NET",
            "acronym": "EXAMPLE",
        },
        "designModule": {
            "studyType": "INTERVENTIONAL",
            "phases": ["PHASE3"],
            "designInfo": {"allocation": "RANDOMIZED"},
            "enrollmentInfo": {"count": 84, "type": "ACTUAL"},
        },
        "armsInterventionsModule": {
            "armGroups": [
                {"label": "Everolimus", "type": "EXPERIMENTAL", "interventionNames": ["Drug: everolimus"]},
                {"label": "Placebo", "type": "PLACEBO_COMPARATOR", "interventionNames": ["Drug: placebo"]},
            ],
            "interventions": [{"type": "DRUG", "name": "everolimus", "description": "10 mg daily"}],
        },
        "contactsLocationsModule": {"locations": [{"country": "Italy"}]},
    },
    "resultsSection": {
        "participantFlowModule": {
            "groups": [{"id": "FG000", "title": "Everolimus"}, {"id": "FG001", "title": "Placebo"}],
            "periods": [
                {
                    "title": "Overall",
                    "milestones": [
                        {
                            "type": "STARTED",
                            "achievements": [{"groupId": "FG000", "numSubjects": "42"}, {"groupId": "FG001", "numSubjects": "42"}],
                        }
                    ],
                }
            ],
        },
        "outcomeMeasuresModule": {
            "outcomeMeasures": [
                {
                    "title": "Progression-free Survival",
                    "paramType": "MEDIAN",
                    "dispersionType": "95% Confidence Interval",
                    "unitOfMeasure": "months",
                    "timeFrame": "3 years",
                    "groups": [{"id": "OG000", "title": "Everolimus"}, {"id": "OG001", "title": "Placebo"}],
                    "classes": [
                        {
                            "categories": [
                                {
                                    "measurements": [
                                        {"groupId": "OG000", "value": "11.0", "lowerLimit": "8.4", "upperLimit": "13.9"},
                                        {"groupId": "OG001", "value": "NA", "lowerLimit": "4.0", "upperLimit": "NA"},
                                    ]
                                }
                            ]
                        }
                    ],
                    "analyses": [
                        {
                            "groupIds": ["OG000", "OG001"],
                            "paramType": "Hazard Ratio (HR)",
                            "paramValue": "0.41",
                            "ciPctValue": "95",
                            "ciLowerLimit": "0.30",
                            "ciUpperLimit": "0.56",
                            "pValue": "<0.001",
                        }
                    ],
                },
                {
                    "title": "Objective Response Rate",
                    "paramType": "COUNT_OF_PARTICIPANTS",
                    "unitOfMeasure": "Participants",
                    "groups": [{"id": "OG000", "title": "Everolimus"}],
                    "denoms": [{"units": "Participants", "counts": [{"groupId": "OG000", "value": "42"}]}],
                    "classes": [{"categories": [{"measurements": [{"groupId": "OG000", "value": "4"}]}]}],
                },
            ]
        },
        "adverseEventsModule": {
            "eventGroups": [{"id": "EG000", "title": "Everolimus", "seriousNumAffected": 9, "seriousNumAtRisk": 41}],
            "seriousEvents": [{"term": "Pneumonitis", "stats": [{"groupId": "EG000", "numAffected": 2, "numAtRisk": 41}]}],
            "otherEvents": [
                {"term": "Diarrhoea", "stats": [{"groupId": "EG000", "numAffected": 14, "numAtRisk": 41}]},
                {"term": "Oddity of <x>", "stats": [{"groupId": "EG000", "numAffected": 1, "numAtRisk": 41}]},
            ],
        },
    },
}


def settled(text: str, path: Path) -> Study:
    """The draft as a reader would settle it, read."""
    for name, value in (("reader_1_kind", "software"), ("design", "single_arm"), ("randomized_comparison", "comparative")):
        text = text.replace(f"{name}: REPLACE", f"{name}: {value}")
    path.write_text(text, encoding="utf-8")
    content = read_record(path, VOCABULARY).content
    assert isinstance(content, Study)
    return content


def services(tmp_path: Path, address: str = "http://127.0.0.1:9", **more: Any) -> drafting.Services:
    return drafting.Services(
        tmp_path / "cache", f"{address}/eutils", f"{address}/studies", **{"timeout": 0.8, "retries": 0, "per_second": 50, **more}
    )


def test_a_pubmed_file_becomes_a_record(tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    file.write_text(XML, encoding="utf-8")
    draft, content = drafting.from_pubmed(str(file), VOCABULARY, services(tmp_path), "example-2014-everolimus")
    study = settled(drafting.to_yaml(draft, VOCABULARY), tmp_path / "example-2014-everolimus.yaml")
    source = study.primary
    assert (source.pmid, source.doi, source.pmcid, source.year, source.volume, source.pages, source.authors) == (
        "12345",
        "10.1000/example.1",
        "PMC123",
        2014,
        "12",
        "100-9",
        ["Example A", "Group"],
    )
    assert study.phase == "2"
    arm = study.arms["everolimus"]
    assert (arm.doses[0].amount, arm.survival[0].median) == ("10", "11.0")
    assert "10(9)" in content


def test_a_registry_file_becomes_a_record(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text(json.dumps(ENTRY), encoding="utf-8")
    study = settled(
        drafting.to_yaml(drafting.from_ctgov(str(file), VOCABULARY, services(tmp_path), "example-registry"), VOCABULARY),
        tmp_path / "example-registry.yaml",
    )
    assert (study.registry_id, study.design, study.phase, study.acronym, study.country) == (
        "NCT01234567",
        "randomized",
        "3",
        "EXAMPLE",
        "Italy",
    )
    one, two = study.arms["everolimus"], study.arms["placebo"]
    assert (one.role, one.regimen, two.role) == ("experimental", "everolimus", "control")
    assert (one.survival[0].median, two.survival[0].median) == ("11.0", "not reached")
    assert one.responses[0].shares["objective_response"].n == "4"
    assert [event for events in one.adverse_events for event in events.events] == ["serious_adverse_event", "pneumonitis", "diarrhoea"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (XML[:900], "not sound"),
        (BOMB, "entities"),
        (EXTERNAL, "entities"),
        ("<PubmedArticleSet/>", "0 PubmedArticle"),
        ("<PubmedArticle><MedlineCitation/></PubmedArticle>", "no ArticleTitle"),
        ("<x>" * 100_000, "not sound"),
        ("", "not sound"),
        ("x" * 6_000_000, "bytes"),
    ],
)
def test_bad_pubmed_files_are_refused_in_words(tmp_path: Path, content: str, words: str) -> None:
    file = tmp_path / "x.xml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ProblemsFound, match=words):
        drafting.from_pubmed(str(file), VOCABULARY, services(tmp_path))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (json.dumps(ENTRY)[:200], "not sound"),
        ("[" * 200_000, "not sound"),
        ("[]", "no protocolSection"),
        ('{"protocolSection": {"identificationModule": {"nctId": "NCT1\\n- evil: yes"}}}', "no protocolSection"),
        ("null", "no protocolSection"),
    ],
)
def test_bad_registry_files_are_refused_in_words(tmp_path: Path, content: str, words: str) -> None:
    file = tmp_path / "x.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ProblemsFound, match=words):
        drafting.from_ctgov(str(file), VOCABULARY, services(tmp_path))


def test_huge_and_missing_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MAX_FILE", 10)
    file = tmp_path / "x.json"
    file.write_text(json.dumps(ENTRY), encoding="utf-8")
    with pytest.raises(ProblemsFound, match="at most 10 bytes"):
        drafting.from_ctgov(str(file), VOCABULARY, services(tmp_path))
    with pytest.raises(ProblemsFound, match="no such file"):
        drafting.from_ctgov("nowhere.json", VOCABULARY, services(tmp_path))
    with pytest.raises(ProblemsFound, match="no such file"):
        drafting.from_text(tmp_path / "nowhere.txt", VOCABULARY)


@pytest.mark.parametrize(
    "broken",
    [
        "resultsSection",
        "protocolSection.designModule",
        "protocolSection.armsInterventionsModule",
        "resultsSection.outcomeMeasuresModule.outcomeMeasures",
    ],
)
@pytest.mark.parametrize("value", [None, [], "text", 3, [[1]], {"groups": "x"}])
def test_partial_and_misshapen_entries_give_what_they_have(tmp_path: Path, broken: str, value: Any) -> None:
    data = json.loads(json.dumps(ENTRY))
    *parents, last = broken.split(".")
    node = data
    for name in parents:
        node = node[name]
    node[last] = value
    file = tmp_path / "x.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    draft = drafting.from_ctgov(str(file), VOCABULARY, services(tmp_path), "partial")
    assert settled(drafting.to_yaml(draft, VOCABULARY), tmp_path / "partial.yaml").registry_id == "NCT01234567"


def test_text_that_would_break_out_of_the_yaml_is_held_in(tmp_path: Path) -> None:
    data = json.loads(json.dumps(ENTRY))
    data["protocolSection"]["identificationModule"]["officialTitle"] = "=cmd() \n- evil: [yes]\n# reader_1_kind: person: {x}"
    data["protocolSection"]["armsInterventionsModule"]["armGroups"][0]["label"] = "A: [b]\nreader_1_kind: person"
    file = tmp_path / "x.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    text = drafting.to_yaml(drafting.from_ctgov(str(file), VOCABULARY, services(tmp_path), "held"), VOCABULARY)
    assert [line for line in text.splitlines() if line.startswith("reader_1_kind")] == [
        "reader_1_kind: REPLACE  # person | software | software_checked_by_person"
    ]
    assert "cmd()" in settled(text, tmp_path / "held.yaml").primary.title


class Server(ThreadingHTTPServer):
    mode = "good"
    asked: list[str]


@pytest.fixture
def server() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

        def do_GET(self) -> None:
            played: Server = self.server  # type: ignore[assignment]
            played.asked.append(self.path)
            if played.mode == "slow":
                time.sleep(1.5)
            if played.mode == "failing" or (played.mode == "failing_once" and len(played.asked) == 1):
                self.send_error(503)
                return
            content = (XML if "eutils" in self.path else json.dumps(ENTRY)).encode()
            content = {"malformed": b"<html>oops", "truncated": content[:300], "bomb": BOMB.encode(), "huge": b"x" * 6_000_000}.get(
                played.mode, content
            )
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    played = Server(("127.0.0.1", 0), Handler)
    played.asked = []
    threading.Thread(target=played.serve_forever, daemon=True).start()
    yield played
    played.shutdown()


def at(server: Server, tmp_path: Path, **more: Any) -> drafting.Services:
    return services(tmp_path, f"http://127.0.0.1:{server.server_address[1]}", **more)


def test_fetched_once_then_from_the_cache(server: Server, tmp_path: Path) -> None:
    for _ in range(2):
        assert drafting.from_pubmed("12345", VOCABULARY, at(server, tmp_path))[0].source["pmid"] == "12345"
        assert drafting.from_ctgov("NCT01234567", VOCABULARY, at(server, tmp_path)).study["registry_id"] == "NCT01234567"
    assert len(server.asked) == 2
    assert server.asked[1].startswith("/studies/NCT01234567")


def test_a_failing_service_is_asked_again(server: Server, tmp_path: Path) -> None:
    server.mode = "failing_once"
    assert drafting.from_ctgov("NCT01234567", VOCABULARY, at(server, tmp_path, retries=1)).candidates


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("failing", "status 503|offline"),
        ("slow", "offline|broke off"),
        ("malformed", "not sound"),
        ("truncated", "not sound"),
        ("bomb", "not sound|entities"),
        ("huge", "more than"),
    ],
)
def test_bad_answers_are_refused_and_never_kept(server: Server, tmp_path: Path, mode: str, words: str) -> None:
    server.mode = mode
    with pytest.raises(ProblemsFound, match=words):
        drafting.from_pubmed("12345", VOCABULARY, at(server, tmp_path))
    with pytest.raises(ProblemsFound, match=words):
        drafting.from_ctgov("NCT01234567", VOCABULARY, at(server, tmp_path))
    assert not list((tmp_path / "cache").glob("*"))


def test_offline_is_said_honestly(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match=r"ClinicalTrials.gov cannot be reached \(offline\?\)"):
        drafting.from_ctgov("NCT01234567", VOCABULARY, services(tmp_path))


def test_the_command_and_that_a_draft_is_refused_until_read(seeds: Path, tmp_path: Path) -> None:
    import sys

    command = (sys.executable, "-m", "nen_evidence")
    env = {"PYTHONPATH": str(ROOT / "src")}
    out = seeds / "studies" / "zeta-2011-everolimus.yaml"
    texts = Path(__file__).parent / "texts"
    made = run(*command, "draft", "--text", str(texts / "zeta-2011-everolimus.txt"), "--out", str(out), env=env)
    assert made.returncode == 0, made.stderr
    again = run(*command, "draft", "--text", str(texts / "zeta-2011-everolimus.txt"), "--out", str(out), env=env)
    assert (again.returncode, "never written over" in again.stderr) == (1, True)
    refused = run(*command, "check", str(out), env=env)
    assert refused.returncode == 1
    assert "reader_1_kind: found 'REPLACE'; one of: person, software" in refused.stderr
    early = run(*command, "draft", "--finish", str(out), env=env)
    assert (early.returncode, "a reader sets it" in early.stderr) == (1, True)
    text = out.read_text(encoding="utf-8")
    assert "# sure: Findings" in text or "# sure: Median" in text
    out.write_text(
        text.replace("reader_1_kind: REPLACE", "reader_1_kind: software").replace(
            "randomized_comparison: REPLACE", "randomized_comparison: comparative"
        ),
        encoding="utf-8",
    )
    assert run(*command, "draft", "--finish", str(out), env=env).returncode == 0
    done = out.read_text(encoding="utf-8")
    assert "Median" not in done
    assert "# check" not in done
    anchored = run(*command, "anchor", str(out), "--texts", str(texts), env=env)
    assert anchored.returncode == 0, anchored.stderr
    assert run(*command, "draft", env=env).returncode == 1


def test_no_curated_record_holds_a_drafts_sentences(root: Path) -> None:
    assert [
        path.name
        for path in (root / "seeds").glob("*/*.yaml")
        if any(mark in path.read_text(encoding="utf-8") for mark in ("# sure:", "# check:", "# draft:"))
    ] == []
