"""What describes the files: Table Schemas, datapackage.json, R's column classes. All projected from the models."""

from __future__ import annotations

import hashlib
from typing import Any

from ..contract import TABLES
from ..contract.base import Table
from . import files
from .about import ABOUT

_R = {"integer": "integer", "number": "numeric", "boolean": "logical", "date": "Date", "string": "character"}


def table_schema(model: type[Table]) -> dict[str, Any]:
    """The Table Schema (Data Package v2) of a table, with unit, origin and example as properties of our own."""
    fields = []
    foreign = []
    for name, facts in model.columns().items():
        field: dict[str, Any] = {"name": name, "type": files.kind_of(facts), "description": facts["description"]}
        if field["type"] == "boolean":
            field |= {"trueValues": ["TRUE"], "falseValues": ["FALSE"]}
        if facts["example"] is not None:
            field["example"] = facts["example"]
        if facts["terms"]:
            field["categories"] = list(facts["terms"])
        constraints: dict[str, Any] = {}
        if facts["required"]:
            constraints["required"] = True
        if facts["unique"]:
            constraints["unique"] = True
        if facts["terms"]:
            constraints["enum"] = list(facts["terms"])
        for ours, theirs in (("minimum", "minimum"), ("maximum", "maximum"), ("pattern", "pattern")):
            if facts[ours] is not None:
                constraints[theirs] = int(facts[ours]) if field["type"] == "integer" and ours != "pattern" else facts[ours]
        if constraints:
            field["constraints"] = constraints
        field["origin"] = facts["origin"]
        if facts["unit"]:
            field["unit"] = facts["unit"]
        if facts["list_of"]:
            field["separator"] = facts["list_of"]
        fields.append(field)
        if facts["references"]:
            resource, _, column = facts["references"].partition(".")
            reference = {"fields": [column]} | ({} if resource == model.table_name() else {"resource": resource})
            foreign.append({"fields": [name], "reference": reference})
    schema: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "name": model.table_name(),
        "description": model.description(),
        "fieldsMatch": "exact",
        "fields": fields,
        "primaryKey": list(model.key()),
        "missingValues": [""],
    }
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


def colclasses() -> str:
    """``schemas/colclasses.csv``: R's class of each column, for ``read.csv(colClasses = )``; factors by their levels."""
    lines = ["table,column,class,levels"]
    for table, model in TABLES.items():
        for name, facts in model.columns().items():
            lines.append(f"{table},{name},{'factor' if facts['terms'] else _R[files.kind_of(facts)]},{'|'.join(facts['terms'] or ())}")
    return "\n".join(lines) + "\n"


def datapackage(contents: dict[str, bytes], sources: list[dict[str, Any]], last_search: str | None) -> dict[str, Any]:
    """``datapackage.json``: each table as CSV (``type: table``) and as Parquet (``type: file``, with bytes and hash)."""
    resources: list[dict[str, Any]] = []
    for table, model in TABLES.items():
        csv, parquet = contents[f"data/{table}.csv"], contents[f"data/{table}.parquet"]
        resources.append(
            {
                "name": table,
                "type": "table",
                "path": f"data/{table}.csv",
                "title": table.replace("_", " "),
                "description": model.description(),
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(csv),
                "hash": f"sha256:{hashlib.sha256(csv).hexdigest()}",
                "dialect": {"delimiter": ",", "lineTerminator": "\n", "header": True},
                "schema": f"schemas/{table}.json",
            }
        )
        resources.append(
            {
                "name": f"{table}-parquet",
                "type": "file",
                "path": f"data/{table}.parquet",
                "title": f"{table.replace('_', ' ')} (Parquet)",
                "format": "parquet",
                "mediatype": "application/vnd.apache.parquet",
                "bytes": len(parquet),
                "hash": f"sha256:{hashlib.sha256(parquet).hexdigest()}",
            }
        )
    described = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": ABOUT.name,
        "id": f"https://doi.org/{ABOUT.doi}" if ABOUT.doi else None,
        "title": ABOUT.title,
        "description": ABOUT.description,
        "version": ABOUT.version,
        "created": f"{ABOUT.released}T00:00:00Z",
        "homepage": ABOUT.homepage,
        "keywords": list(ABOUT.keywords),
        "licenses": [{"name": ABOUT.license, "title": ABOUT.license_title, "path": ABOUT.license_url}],
        "contributors": [{"title": ABOUT.author, "roles": ["author", "publisher"]}],
        "sources": sources,
        "lastSearch": last_search,
        "resources": resources,
    }
    return {name: value for name, value in described.items() if value is not None}
