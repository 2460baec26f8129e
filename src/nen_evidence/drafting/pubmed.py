"""PubMed records: bibliography and abstract from the E-utilities' XML (efetch, db=pubmed, retmode=xml)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from .inputs import refuse

MAX_BYTES = 5_000_000


@dataclass
class Article:
    """What a PubMed record says of a report."""

    title: str
    abstract: str
    authors: list[str] = field(default_factory=list)
    year: str | None = None
    journal: str | None = None
    volume: str | None = None
    pages: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    doi: str | None = None
    registry_ids: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)


def parse_pubmed(raw: bytes, name: str) -> Article:
    """Read one PubMed record. Raises ProblemsFound for what is too large, unsound, hostile or no PubMed record."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    if len(raw) > MAX_BYTES:
        raise refuse(name, f"{len(raw)} bytes", f"a PubMed record of at most {MAX_BYTES} bytes")
    try:
        root = fromstring(raw, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise refuse(name, "XML that defines entities", "the XML of PubMed as it is served, which defines none") from None
    except (ParseError, ValueError, RecursionError) as error:
        raise refuse(name, f"XML that is not sound ({str(error)[:80]})", "one whole PubMed record, as efetch serves it") from None
    articles = [root] if root.tag == "PubmedArticle" else list(root.iter("PubmedArticle"))
    if len(articles) != 1:
        raise refuse(name, f"{len(articles)} PubmedArticle elements", "exactly one PubMed record")
    return _article(articles[0], name)


def _article(node: Any, name: str) -> Article:
    title = _text(node.find(".//ArticleTitle"))
    if not title:
        raise refuse(name, "no ArticleTitle", "a PubMed record with a title")
    parts = []
    for part in node.findall("./MedlineCitation/Article/Abstract/AbstractText"):
        label = part.get("Label")
        parts.append(f"{label.capitalize()}: {_text(part)}" if label else _text(part))
    journal = node.find("./MedlineCitation/Article/Journal")
    date = (
        ""
        if journal is None
        else " ".join(
            filter(None, (journal.findtext("./JournalIssue/PubDate/Year"), journal.findtext("./JournalIssue/PubDate/MedlineDate")))
        )
    )
    year = re.search(r"\b(?:19|20)\d\d\b", date)
    ids = {item.get("IdType"): (item.text or "").strip() for item in node.findall("./PubmedData/ArticleIdList/ArticleId")}
    for item in node.findall("./MedlineCitation/Article/ELocationID"):
        if item.get("EIdType") == "doi":
            ids.setdefault("doi", (item.text or "").strip())
    return Article(
        title=title.rstrip("."),
        abstract="\n".join(part for part in parts if part),
        authors=[author for item in node.findall("./MedlineCitation/Article/AuthorList/Author") if (author := _author(item))],
        year=year[0] if year else None,
        journal=None if journal is None else (journal.findtext("Title") or journal.findtext("ISOAbbreviation")),
        volume=None if journal is None else journal.findtext("./JournalIssue/Volume"),
        pages=node.findtext("./MedlineCitation/Article/Pagination/MedlinePgn"),
        pmid=_matching(node.findtext("./MedlineCitation/PMID"), r"[1-9]\d{0,8}"),
        pmcid=_matching(ids.get("pmc"), r"PMC\d+"),
        doi=_matching(ids.get("doi"), r"10\.\d{4,9}/\S+"),
        registry_ids=[
            number.strip()
            for item in node.iter("AccessionNumber")
            if (number := item.text or "") and re.fullmatch(r"(?:NCT|ISRCTN)\d+|\S{6,30}", number.strip())
        ],
        types=[(item.text or "").strip() for item in node.iter("PublicationType")],
    )


def _matching(text: str | None, pattern: str) -> str | None:
    text = (text or "").strip()
    return text if re.fullmatch(pattern, text) else None


def _author(node: Any) -> str:
    last, initials, group = (node.findtext(tag) for tag in ("LastName", "Initials", "CollectiveName"))
    return " ".join(filter(None, (last, initials))) if last else (group or "")


def _text(node: Any) -> str:
    """The text of an element; superscripts as 10(6)."""
    if node is None:
        return ""
    parts = [node.text or ""]
    for child in node:
        inner = _text(child)
        parts += [f"({inner})" if child.tag == "sup" and re.fullmatch(r"[\d+-]+", inner) else inner, child.tail or ""]
    return re.sub(r"\s+", " ", "".join(parts)).strip() if node.tag in ("ArticleTitle", "AbstractText") else "".join(parts)
