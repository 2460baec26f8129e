"""Verification against texts, kept or fetched from a server that plays good, slow, failing and malformed answers."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest

from nen_evidence import anchors
from nen_evidence.anchors.fetch import Fetcher, Unavailable
from nen_evidence.anchors.verify import from_folder, verify

from .test_anchors import TEXT

Write = Callable[..., Path]
BODY = TEXT.split("\n", 1)[1].strip()


@pytest.fixture
def anchored(write: Write, tmp_path: Path) -> tuple[Path, Path]:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "example-2001.txt").write_text(TEXT, encoding="utf-8")
    path = write(("    text: not_held\n", "    pmid: 12345\n"))
    anchors.anchor(path, path.parents[1], folder=texts)
    return path, texts


def test_exact_found_and_missing(anchored: tuple[Path, Path]) -> None:
    path, texts = anchored
    seeds = path.parents[1]
    assert set(verify([path], seeds, from_folder(texts)).counts) == {"exact"}
    file = texts / "example-2001.txt"
    file.write_text(
        TEXT.replace("Median progression-free survival was", "In this trial the median progression-free survival amounted to"),
        encoding="utf-8",
    )
    counts = verify([path], seeds, from_folder(texts)).counts
    assert counts["found"] > 0
    assert counts["missing"] == 0
    file.write_text(TEXT.replace("7\u00b71 months", "8.1 months"), encoding="utf-8")
    result = verify([path], seeds, from_folder(texts))
    assert [verdict.anchor.row_id for verdict in result.verdicts if verdict.status == "missing"] == ["example-2001-stz.stz-5fu.pfs.median"]
    file.unlink()
    result = verify([path], seeds, from_folder(texts))
    assert set(result.counts) == {"no_text"}
    assert "no example-2001.txt" in result.unavailable["example-2001"]


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
            address = urlparse(self.path)
            query = parse_qs(address.query)
            played.asked.append(address.path)
            if played.mode == "slow":
                time.sleep(1.5)
            if played.mode == "failing" or (played.mode == "failing_once" and len(played.asked) == 1):
                self.send_error(503)
                return
            if address.path == "/europepmc":
                good = {
                    "resultList": {
                        "result": [
                            {
                                "pmid": "12345",
                                "title": "Streptozocin",
                                "abstractText": "<h4>Results</h4>" + BODY.replace("mg/m(2)", "mg/m<sup>2</sup>"),
                            }
                        ]
                    }
                }
                content = {"empty": '{"resultList": {"result": []}}', "malformed": "<html>oops", "wrong_shape": '{"resultList": []}'}.get(
                    played.mode, json.dumps(good)
                ).encode()
                if played.mode == "huge":
                    content = b"x" * 6_000_000
            else:
                assert query["db"] == ["pubmed"]
                content = (
                    "<?xml version='1.0'?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>12345</PMID><Article><ArticleTitle>Streptozocin</ArticleTitle>"
                    f"<Abstract><AbstractText>{BODY.replace('<', '&lt;')}</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
                ).encode()
                if played.mode in ("malformed", "wrong_shape", "huge"):
                    content = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
                if played.mode == "truncated":
                    content = content[:200]
            if played.mode == "truncated" and address.path == "/europepmc":
                content = content[:40]
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    played = Server(("127.0.0.1", 0), Handler)
    played.asked = []
    threading.Thread(target=played.serve_forever, daemon=True).start()
    yield played
    played.shutdown()


def fetcher(server: Server, cache: Path) -> Fetcher:
    base = f"http://127.0.0.1:{server.server_address[1]}"
    return Fetcher(cache, f"{base}/europepmc", f"{base}/eutils", timeout=0.8, retries=1, per_second=50)


def test_fetched_abstracts_verify_and_are_cached(anchored: tuple[Path, Path], server: Server, tmp_path: Path) -> None:
    path, _ = anchored
    fetch = fetcher(server, tmp_path / "cache")
    result = verify([path], path.parents[1], fetch.text)
    assert result.counts["missing"] == result.counts["no_text"] == 0
    assert result.counts["exact"] > 10
    asked = len(server.asked)
    verify([path], path.parents[1], fetch.text)
    assert len(server.asked) == asked


@pytest.mark.parametrize("mode", ["failing_once", "empty"])
def test_retry_and_the_second_service(server: Server, tmp_path: Path, mode: str) -> None:
    server.mode = mode
    assert "Eighty-four patients" in fetcher(server, tmp_path / "cache").abstract("12345")[1]


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("failing", "status 503"),
        ("slow", "offline|broke off"),
        ("malformed", "no search result.*not sound"),
        ("wrong_shape", "no search result.*not sound"),
        ("huge", "more than"),
        ("truncated", "no search result.*not sound"),
    ],
)
def test_bad_answers_are_said_in_words(server: Server, tmp_path: Path, mode: str, words: str) -> None:
    server.mode = mode
    with pytest.raises(Unavailable, match=words):
        fetcher(server, tmp_path / "cache").abstract("12345")
    assert not list((tmp_path / "cache").glob("*")), "a bad answer is not kept"


def test_offline_is_said_honestly(anchored: tuple[Path, Path], tmp_path: Path) -> None:
    path, _ = anchored
    fetch = Fetcher(tmp_path / "cache", "http://127.0.0.1:9/x", "http://127.0.0.1:9/y", timeout=0.5, retries=0)
    result = verify([path], path.parents[1], fetch.text)
    assert set(result.counts) == {"no_text"}
    assert "cannot be reached (offline?)" in result.unavailable["example-2001"]


def test_a_damaged_cache_is_fetched_again(server: Server, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "12345.json").write_text("{half")
    assert fetcher(server, cache).abstract("12345")[0] == "Streptozocin"
