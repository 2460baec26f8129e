"""``croissant.json``: the package in Croissant 1.1, for readers of machine-learning datasets.

Each table is a record set over its Parquet file; the CSV files are distributed beside them. Croissant readers know
Parquet as ``application/x-parquet`` only. Foreign keys are left to ``datapackage.json``: mlcroissant 1.1.1 joins the record
sets along ``references``, fails on those with no value or within one table, and then gives no records at all.
"""

from __future__ import annotations

import hashlib
from typing import Any

from ..contract import TABLES
from ..contract.base import Table
from . import files
from .about import ABOUT, About
from .metadata import CSV, PARQUET

_TYPE = {"integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean", "date": "sc:Date", "string": "sc:Text"}
# The context of the specification, word for word: readers warn of any other.
_CONTEXT: dict[str, Any] = {
    "@language": "en", "@vocab": "https://schema.org/", "arrayShape": "cr:arrayShape", "citeAs": "cr:citeAs", "column": "cr:column",
    "conformsTo": "dct:conformsTo", "containedIn": "cr:containedIn", "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"}, "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"}, "equivalentProperty": "cr:equivalentProperty", "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract", "field": "cr:field", "fileProperty": "cr:fileProperty", "fileObject": "cr:fileObject", "fileSet": "cr:fileSet",
    "format": "cr:format", "includes": "cr:includes", "isArray": "cr:isArray", "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath",
    "key": "cr:key", "md5": "cr:md5", "name": {"@container": "@language"}, "parentField": "cr:parentField", "path": "cr:path",
    "recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated", "replace": "cr:replace",
    "samplingRate": "cr:samplingRate", "sc": "https://schema.org/", "separator": "cr:separator", "source": "cr:source", "subField": "cr:subField",
    "transform": "cr:transform",
}  # fmt: skip


def croissant(contents: dict[str, bytes], citation: str, about: About = ABOUT) -> dict[str, Any]:
    """The Croissant description of the published files; ``citation`` is the BibTeX of this version."""
    described = {
        "@context": _CONTEXT, "@type": "sc:Dataset", "conformsTo": "http://mlcommons.org/croissant/1.1", "name": about.name,
        "alternateName": about.title, "description": about.description, "version": about.version, "datePublished": about.released,
        "license": about.license_url, "url": f"https://doi.org/{about.doi}" if about.doi else about.homepage, "keywords": list(about.keywords),
        "creator": {"@type": "sc:Organization", "name": about.author}, "citeAs": citation, "isLiveDataset": False,
        "distribution": [_file(path, contents[path]) for table in TABLES for path in (f"data/{table}.csv", f"data/{table}.parquet")],
        "recordSet": [_record_set(model) for model in TABLES.values()],
    }  # fmt: skip
    return {name: value for name, value in described.items() if value is not None}


def _file(path: str, content: bytes) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject", "@id": path, "name": path.rpartition("/")[2], "contentUrl": path, "contentSize": f"{len(content)} B",
        "encodingFormat": CSV if path.endswith(".csv") else PARQUET, "sha256": hashlib.sha256(content).hexdigest(),
    }  # fmt: skip


def _record_set(model: type[Table]) -> dict[str, Any]:
    table = model.table_name()
    keys = [{"@id": f"{table}/{name}"} for name in model.key()]
    return {
        "@type": "cr:RecordSet", "@id": table, "name": table, "description": model.description(), "key": keys[0] if len(keys) == 1 else keys,
        "field": [_field(table, name, facts) for name, facts in model.columns().items()],
    }  # fmt: skip


def _field(table: str, name: str, facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "cr:Field", "@id": f"{table}/{name}", "name": name, "description": facts["description"], "dataType": _TYPE[files.kind_of(facts)],
        "source": {"fileObject": {"@id": f"data/{table}.parquet"}, "extract": {"column": name}},
    }  # fmt: skip
