"""Reports: articles, conference abstracts, registry entries, regulatory documents, web pages."""

from __future__ import annotations

from collections.abc import Iterator

from .. import terms
from ..record.model import Review
from ..record.model import Source as SourceRecord
from ..record.seeds import Seeds
from .base import Integer, Table, Text, column
from .row import Row


class Sources(Table):
    """One report that figures were read in, or that a resource cites."""

    _key = ("source_id",)
    source_id: Text = column("the report", "key", example="zilembo-1993", required=True, unique=True)
    kind: Text = column("kind of report", "normalized", example="article", terms=terms.SOURCE_KIND, required=True)
    title: Text = column("title as printed", example="Salvage treatment after rinterferon alfa-2a", required=True)
    authors: Text = column("authors as printed, joined by |", example="Zilembo N|Buzzoni R", list_of="|")
    first_author: Text = column("first author", "calculated", example="Zilembo N")
    year: Integer = column("year of publication", example=1993, ge=1900, le=2100)
    container_title: Text = column("journal, congress or site", example="Acta Oncologica")
    volume: Text = column("volume and issue", example="32(2)")
    pages: Text = column("pages or article number", example="245-250")
    pmid: Text = column("PubMed number, where seen", example="8323767", pattern=r"^[1-9]\d*$")
    pmcid: Text = column("PubMed Central number, where seen", example="PMC5895095", pattern=r"^PMC\d+$")
    doi: Text = column("DOI, where seen", example="10.1200/JCO.2009.22.8510", pattern=r"^10\.\d{4,9}/\S+$")
    url: Text = column("address of the report itself, where it has no other identifier")
    read_extent: Text = column("how much of the report was read", "normalized", example="abstract", terms=terms.READ_EXTENT, required=True)
    accessed: Text = column("date of reading", "normalized", example="2026-11-22", date=True)
    status: Text = column("whether the report stands", "normalized", example="current", terms=terms.SOURCE_STATUS, required=True)


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per report; a report named alike in two records is one row."""
    seen: dict[str, tuple[object, ...]] = {}
    for record in (*seeds.studies, *seeds.reviews):
        groups = {"sources": record.content.sources}
        if isinstance(record.content, Review):
            groups["cites"] = record.content.cites
        for group, sources in groups.items():
            for number, source in enumerate(sources):
                values = _values(source)
                # Two records may have read the same report on different days or to different extents.
                same = tuple(value for name, value in values.items() if name not in ("accessed", "read_extent"))
                if seen.get(source.id) != same:
                    seen.setdefault(source.id, same)
                    yield Row("sources", source.id, values, (group, number), record)


def _values(source: SourceRecord) -> dict[str, object]:
    return {
        "source_id": source.id,
        "kind": source.kind,
        "title": source.title,
        "authors": "|".join(source.authors) or None,
        "first_author": source.authors[0] if source.authors else None,
        "year": source.year,
        "container_title": source.journal,
        "volume": source.volume,
        "pages": source.pages,
        "pmid": source.pmid,
        "pmcid": source.pmcid,
        "doi": source.doi,
        "url": source.url,
        "read_extent": source.read_extent,
        "accessed": source.accessed,
        "status": source.status,
    }
