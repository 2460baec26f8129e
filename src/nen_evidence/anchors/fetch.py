"""Getting abstracts by PMID: Europe PMC first, NCBI E-utilities where it has none.

Addresses and shapes: Europe PMC Articles RESTful API (search, resultType=core, abstractText) and the
E-utilities' efetch (db=pubmed, retmode=xml). NCBI asks for at most three requests a second.
"""

from __future__ import annotations

import html
import json
import os
import re
import threading
import time
from pathlib import Path

from ..record import Record
from .text import SourceText, read_text

EUROPE_PMC = "https://www.ebi.ac.uk/europepmc/webservices/rest/search"
EUTILS = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi"
MAX_BYTES = 5_000_000


class Unavailable(Exception):
    """There is no abstract to be had; the message says why."""


class Fetcher:
    """Fetches abstracts into a cache folder, politely: one at a time, at most three requests a second, retries, timeouts.

    ``europe_pmc`` and ``eutils`` are the addresses asked (tests put a local server there).
    """

    def __init__(
        self,
        cache: Path,
        europe_pmc: str = EUROPE_PMC,
        eutils: str = EUTILS,
        timeout: float = 15.0,
        retries: int = 3,
        per_second: float = 3.0,
    ):
        self.cache, self.europe_pmc, self.eutils = cache, europe_pmc, eutils
        self.timeout, self.retries, self.pause = timeout, retries, 1.0 / per_second
        self._last = 0.0
        self._lock = threading.Lock()

    def text(self, record: Record, source_id: str) -> SourceText | str:
        """The abstract of a source of a record, or in words why there is none."""
        source = next(source for source in record.content.sources if source.id == source_id)
        if source.pmid is None:
            return "no PMID is known"
        try:
            title, abstract = self.abstract(source.pmid)
        except Unavailable as error:
            return str(error)
        return read_text(f"# title: {title}\n\n{abstract}\n")

    def abstract(self, pmid: str) -> tuple[str, str]:
        """Title and abstract of a PubMed record. Raises Unavailable with the reason."""
        kept = self.cache / f"{pmid}.json"
        if kept.is_file():
            try:
                title, abstract = json.loads(kept.read_text(encoding="utf-8"))
                return str(title), str(abstract)
            except ValueError:
                kept.unlink()
        reasons = []
        for ask in (self._europe_pmc, self._eutils):
            try:
                found = ask(pmid)
            except Unavailable as error:
                reasons.append(str(error))
                continue
            self.cache.mkdir(parents=True, exist_ok=True)
            draft = kept.with_suffix(".new")
            draft.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
            os.replace(draft, kept)
            return found
        raise Unavailable("; ".join(dict.fromkeys(reasons)))

    def get(self, name: str, address: str, fields: dict[str, str]) -> bytes:
        import urllib3
        from urllib3.exceptions import HTTPError, MaxRetryError, ResponseError
        from urllib3.util import Retry, Timeout

        with self._lock:
            wait = self._last + self.pause - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            self._last = time.monotonic()
        retry = Retry(
            total=self.retries,
            backoff_factor=0.3,
            status_forcelist=(429, 500, 502, 503, 504),
            respect_retry_after_header=True,
            raise_on_status=False,
        )
        try:
            with urllib3.PoolManager(timeout=Timeout(total=self.timeout), retries=retry) as pool:
                answer = pool.request("GET", address, fields=fields, preload_content=False, headers={"User-Agent": "nen-evidence"})
                content = answer.read(MAX_BYTES + 1)
                status = answer.status
                answer.release_conn()
        except (MaxRetryError, ResponseError) as error:
            raise Unavailable(f"{name} cannot be reached (offline?): {_short(error)}") from None
        except HTTPError as error:
            raise Unavailable(f"{name} broke off: {_short(error)}") from None
        if status != 200:
            raise Unavailable(f"{name} answered with status {status}")
        if len(content) > MAX_BYTES:
            raise Unavailable(f"{name} answered with more than {MAX_BYTES} bytes")
        return bytes(content)

    def _europe_pmc(self, pmid: str) -> tuple[str, str]:
        raw = self.get("Europe PMC", self.europe_pmc, {"query": f"EXT_ID:{pmid} AND SRC:MED", "resultType": "core", "format": "json"})
        try:
            results = json.loads(raw)["resultList"]["result"]
        except (ValueError, KeyError, TypeError):
            raise Unavailable("Europe PMC answered with something that is no search result") from None
        item = next((item for item in results if str(item.get("pmid")) == pmid), None) if isinstance(results, list) else None
        if not item or not item.get("abstractText"):
            raise Unavailable(f"Europe PMC has no abstract for PMID {pmid}")
        return _plain(str(item.get("title", ""))), _plain(str(item["abstractText"]))

    def _eutils(self, pmid: str) -> tuple[str, str]:
        from xml.etree.ElementTree import ParseError

        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import fromstring

        raw = self.get("E-utilities", self.eutils, {"db": "pubmed", "id": pmid, "retmode": "xml"})
        try:
            root = fromstring(raw)
        except (ParseError, DefusedXmlException):
            raise Unavailable("E-utilities answered with XML that is not sound") from None
        article = next((item for item in root.iter("PubmedArticle") if item.findtext("./MedlineCitation/PMID") == pmid), None)
        parts = [] if article is None else ["".join(part.itertext()) for part in article.iter("AbstractText")]
        if not any(parts):
            raise Unavailable(f"PubMed has no abstract for PMID {pmid}")
        assert article is not None
        heading = article.find(".//ArticleTitle")
        return "" if heading is None else "".join(heading.itertext()), "\n".join(parts)


def _plain(marked: str) -> str:
    """Text of marked-up text: superscripts as 10(6), section headings on lines of their own."""
    text = re.sub(r"<h\d>(.*?)</h\d>", r"\n\1\n", marked)
    text = re.sub(r"<sup>(\d+)</sup>", r"(\1)", text)
    return html.unescape(re.sub(r"<[^>]+>", "", text)).strip()


def _short(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    return str(reason).splitlines()[0][:160]
