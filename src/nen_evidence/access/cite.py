"""What to cite: this version of the dataset, and the primary studies behind any rows of it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from .. import bibliography
from . import descriptor, load

_KINDS = {
    "article": "article-journal",
    "conference_abstract": "paper-conference",
    "book": "book",
    "thesis": "thesis",
    "web_page": "webpage",
    "registry_entry": "webpage",
}


def cite(rows: pd.DataFrame | pd.Series | None = None, format: str = "bibtex") -> str:
    """A citation as text: of this version of the dataset, or of the reports behind ``rows``.

    Parameters: ``rows`` are any rows of published tables (or a frame made of them) with a column ``source_id``
    (the reports the rows were read in), else ``primary_source_id`` or ``study_id`` (the primary report of each study);
    ``format`` is ``bibtex``, ``ris``, ``apa`` or ``csl-json``.

    Raises ValueError for an unknown format and for rows that name no report, KeyError for ids that are not in the data.
    """
    if format not in bibliography.FORMATS:
        raise ValueError(f"no format '{format}'; the formats are: {', '.join(bibliography.FORMATS)}")
    items = [bibliography.dataset(descriptor())] if rows is None else [_item(row) for row in _sources(rows).to_dict("records")]
    return bibliography.FORMATS[format](items)


def _sources(rows: pd.DataFrame | pd.Series) -> pd.DataFrame:
    """The rows of ``sources`` behind the rows given, each once, in key order."""
    frame = rows.to_frame().T if isinstance(rows, pd.Series) and rows.name not in ("source_id", "study_id") else pd.DataFrame(rows)
    primary = load("studies").set_index("study_id")["primary_source_id"]
    if "source_id" in frame:
        ids = frame["source_id"].dropna()
        if "study_id" in frame:
            ids = pd.concat([ids, _looked_up(frame.loc[frame["source_id"].isna(), "study_id"].dropna(), primary)])
    elif "primary_source_id" in frame:
        ids = frame["primary_source_id"].dropna()
    elif "study_id" in frame:
        ids = _looked_up(frame["study_id"].dropna(), primary)
    else:
        raise ValueError("rows without a column source_id or study_id: keep one of them to know what to cite")
    sources = load("sources")
    unknown = sorted(set(ids) - set(sources["source_id"]))
    if unknown:
        raise KeyError(f"no such source: {', '.join(unknown[:5])}")
    return sources[sources["source_id"].isin(set(ids))]


def _looked_up(studies: pd.Series, primary: pd.Series) -> pd.Series:
    unknown = sorted(set(studies) - set(primary.index))
    if unknown:
        raise KeyError(f"no such study: {', '.join(unknown[:5])}")
    return studies.map(primary)


def _item(row: dict[Any, Any]) -> bibliography.Item:
    """A row of ``sources`` as a CSL item; what the row does not say is left out."""
    row = {key: value for key, value in row.items() if pd.notna(value)}
    volume, _, issue = row.get("volume", "").partition("(")
    item = {
        "id": row["source_id"], "type": _KINDS.get(row["kind"], "report"), "title": row["title"],
        "author": [bibliography.name(author) for author in row.get("authors", "").split("|") if author],
        "issued": {"date-parts": [[int(row["year"])]]} if "year" in row else None, "container-title": row.get("container_title"),
        "volume": volume, "issue": issue.removesuffix(")"), "page": row.get("pages"), "DOI": row.get("doi"), "PMID": row.get("pmid"),
        "PMCID": row.get("pmcid"), "URL": row.get("url"), "note": None if row["status"] == "current" else str(row["status"]).replace("_", " ").upper(),
    }  # fmt: skip
    return {key: value for key, value in item.items() if value}
