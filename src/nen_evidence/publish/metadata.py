"""The dataset described for those who cite and archive it: CITATION.cff, Zenodo, DataCite, schema.org, R's DESCRIPTION.

All from ``about.ABOUT``, so that version, date and title are the same everywhere. A DOI appears only where ``ABOUT.doi`` has one.
"""

from __future__ import annotations

from typing import Any

import yaml

from ..contract import TABLES
from .about import ABOUT, About

CSV, PARQUET = "text/csv", "application/x-parquet"


def citation_cff(about: About = ABOUT) -> str:
    """``CITATION.cff`` (Citation File Format 1.2.0)."""
    described = {
        "cff-version": "1.2.0",
        "message": about.message,
        "type": "dataset",
        "title": about.title,
        "abstract": about.description,
        "authors": [{"name": about.author}],
        "version": about.version,
        "date-released": about.released,
        "doi": about.doi,
        "url": about.homepage,
        "license": about.license,
        "keywords": list(about.keywords),
    }
    text: str = yaml.safe_dump(_filled(described), sort_keys=False, allow_unicode=True, width=120)
    return text


def zenodo(about: About = ABOUT) -> dict[str, Any]:
    """``.zenodo.json``: what Zenodo takes over when a release is deposited. Zenodo itself gives the DOI."""
    return {
        "upload_type": "dataset",
        "title": about.title,
        "description": f"<p>{about.description}</p>",
        "creators": [{"name": about.author}],
        "version": about.version,
        "publication_date": about.released,
        "access_right": "open",
        "license": about.license.lower(),
        "language": "eng",
        "keywords": list(about.keywords),
        "notes": about.message,
    }


def datacite(about: About = ABOUT) -> dict[str, Any]:
    """``datacite.json``: the record by the DataCite metadata schema 4.5."""
    return _filled({
        "doi": about.doi, "types": {"resourceType": "Dataset", "resourceTypeGeneral": "Dataset"},
        "creators": [{"name": about.author, "nameType": "Organizational"}], "titles": [{"title": about.title, "lang": "en"}],
        "publisher": {"name": about.author}, "publicationYear": str(about.year), "dates": [{"date": about.released, "dateType": "Issued"}],
        "subjects": [{"subject": keyword} for keyword in about.keywords], "language": "en", "version": about.version, "url": about.homepage,
        "rightsList": [{"rights": about.license_title, "rightsUri": about.license_url, "rightsIdentifier": about.license, "rightsIdentifierScheme": "SPDX"}],
        "descriptions": [{"description": about.description, "descriptionType": "Abstract", "lang": "en"}],
        "formats": [CSV, PARQUET], "schemaVersion": "http://datacite.org/schema/kernel-4",
    })  # fmt: skip


def schema_org(contents: dict[str, bytes], about: About = ABOUT) -> dict[str, Any]:
    """``dataset.jsonld``: schema.org/Dataset for a landing page; file addresses are relative to the package."""
    files = [
        {"@type": "DataDownload", "name": path.rpartition("/")[2], "contentUrl": path, "encodingFormat": kind, "contentSize": f"{len(contents[path])} B"}
        for table in TABLES for path, kind in ((f"data/{table}.csv", CSV), (f"data/{table}.parquet", PARQUET))
    ]  # fmt: skip
    variables = sorted({name for model in TABLES.values() for name in model.columns()})
    return _filled({
        "@context": "https://schema.org/", "@type": "Dataset", "name": about.title, "description": about.description,
        "identifier": f"https://doi.org/{about.doi}" if about.doi else None, "url": about.homepage, "version": about.version,
        "datePublished": about.released, "license": about.license_url, "isAccessibleForFree": True, "inLanguage": "en",
        "keywords": list(about.keywords), "creator": {"@type": "Organization", "name": about.author},
        "variableMeasured": variables, "distribution": files,
    })  # fmt: skip


def r_description(about: About = ABOUT) -> str:
    """``r/DESCRIPTION`` of the R package, which carries the version and the date of the data.

    R asks for an address of the maintainer; ``.invalid`` is the reserved ending of addresses that are none.
    """
    return (
        "Package: nenevidence\nType: Package\nTitle: Evidence of Treatment for Neuroendocrine Neoplasms\n"
        f"Version: {about.version}\nDate: {about.released}\n"
        f"Author: {about.author} [aut]\nMaintainer: {about.author} <curators@nen-evidence.invalid>\n"
        "Description: Loads the 'nen-evidence' data package with the right types: studies, arms,\n"
        "    doses, responses, survival, comparisons and adverse events of treatment for\n"
        "    neuroendocrine neoplasms, with the codebook, ready effect sizes and the citation\n"
        "    of the version and of the primary studies behind any rows.\n"
        "License: MIT + file LICENSE\nEncoding: UTF-8\nDepends: R (>= 4.0)\nImports: jsonlite, stats, utils\n"
        "Suggests: metafor\nNeedsCompilation: no\n"
    )


def _filled(described: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in described.items() if value is not None}
