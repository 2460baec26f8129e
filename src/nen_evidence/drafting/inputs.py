"""Taking input in: from files with a limit of size, from services through the one polite request function."""

from __future__ import annotations

import os
import re
from pathlib import Path

from ..anchors.fetch import EUTILS, Fetcher, Unavailable
from ..problem import Problem, ProblemsFound, shown

CTGOV = "https://clinicaltrials.gov/api/v2/studies"
MAX_FILE = 20_000_000


def refuse(name: str, found: str, right: str) -> ProblemsFound:
    """The refusal of an input, in words."""
    return ProblemsFound([Problem(name, 0, "input", found, right, "draft")])


def read_file(path: Path) -> bytes:
    """The bytes of an input file. Raises ProblemsFound where there is none or it is far too large."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise refuse(shown(path), f"{size} bytes", f"a file of at most {MAX_FILE} bytes")
        return path.read_bytes()
    except OSError as error:
        raise refuse(shown(path), str(error.strerror), "a readable file") from None


class Services:
    """PubMed (E-utilities) and ClinicalTrials.gov (API v2): cached, rate-limited, retried, with timeouts.

    Requests go through ``anchors.fetch.Fetcher``, whose politeness they share.
    """

    def __init__(
        self, cache: Path, eutils: str = EUTILS, ctgov: str = CTGOV, timeout: float = 15.0, retries: int = 3, per_second: float = 3.0
    ):
        self.cache, self.eutils, self.ctgov = cache, eutils, ctgov
        self._fetcher = Fetcher(cache, eutils=eutils, timeout=timeout, retries=retries, per_second=per_second)

    def pubmed(self, pmid: str) -> bytes:
        """The XML of a PubMed record. Raises Unavailable with the reason."""
        return self._cached(f"pubmed-{pmid}.xml", "E-utilities", self.eutils, {"db": "pubmed", "id": pmid, "retmode": "xml"})

    def registry(self, nct: str) -> bytes:
        """The JSON of a registry entry. Raises Unavailable with the reason."""
        return self._cached(f"{nct}.json", "ClinicalTrials.gov", f"{self.ctgov}/{nct}", {"format": "json"})

    def _cached(self, name: str, service: str, address: str, fields: dict[str, str]) -> bytes:
        kept = self.cache / name
        if kept.is_file():
            return kept.read_bytes()
        return self._fetcher.get(service, address, fields)

    def keep(self, name: str, raw: bytes) -> None:
        """Keep an answer that proved sound; a bad answer is never kept."""
        self.cache.mkdir(parents=True, exist_ok=True)
        draft = self.cache / f"{name}.new"
        draft.write_bytes(raw)
        os.replace(draft, self.cache / name)


def load(given: str, kind: str, services: Services) -> tuple[bytes, str, str | None]:
    """The bytes of what was named: a file, else an identifier to fetch; with the name for messages and for the cache.

    Raises ProblemsFound where it is neither, or cannot be had.
    """
    number = re.fullmatch(r"[1-9]\d{0,8}" if kind == "pubmed" else r"NCT\d{8}", given)
    path = Path(given)
    if number is None or path.is_file():
        if not path.is_file():
            wanted = (
                "a file of PubMed XML, or a PubMed number"
                if kind == "pubmed"
                else "a file of ClinicalTrials.gov JSON, or a number such as NCT01234567"
            )
            raise refuse(given, "no such file", wanted)
        return read_file(path), shown(path), None
    try:
        raw = services.pubmed(given) if kind == "pubmed" else services.registry(given)
    except Unavailable as error:
        raise refuse(given, str(error), "a connection, or the record saved as a file") from None
    return raw, given, f"pubmed-{given}.xml" if kind == "pubmed" else f"{given}.json"
