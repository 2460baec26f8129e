"""Reading the published package: typed frames, the codebook, one study as text."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pandas as pd

from .. import places


@lru_cache(maxsize=1)
def descriptor() -> dict[str, Any]:
    """``datapackage.json`` of the data that ``load`` reads."""
    import json

    found: dict[str, Any] = json.loads((places.package() / "datapackage.json").read_text(encoding="utf-8"))
    return found


def version() -> str:
    """The version of the data that ``load`` reads, such as ``0.1.0``."""
    return str(descriptor()["version"])


def tables() -> pd.DataFrame:
    """The published tables: columns ``table``, ``rows``, ``columns``, ``description``."""
    found = []
    for resource in descriptor()["resources"]:
        if resource["type"] == "table":
            frame = load(resource["name"])
            found.append({"table": resource["name"], "rows": len(frame), "columns": frame.shape[1], "description": resource["description"]})
    return pd.DataFrame(found)


def load(table: str) -> pd.DataFrame:
    """A published table as a frame, in key order.

    Text is ``string``, whole numbers ``Int64``, decimals ``Float64``, logicals ``boolean`` (all nullable,
    missing as ``<NA>``), closed lists ``category`` with every category, dates ``datetime64[s]``.
    Raises KeyError for a name that is no table, with the names that are.
    """
    return _load(table).copy()


@lru_cache(maxsize=64)
def _load(table: str) -> pd.DataFrame:
    schema = _schema(table)
    frame = pd.read_parquet(places.package() / "data" / f"{table}.parquet", dtype_backend="numpy_nullable")
    for field in schema["fields"]:
        name = field["name"]
        if "categories" in field:
            frame[name] = pd.Categorical(frame[name], categories=field["categories"])
        elif field["type"] == "date":
            frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
        else:
            frame[name] = frame[name].astype(
                {"integer": "Int64", "number": "Float64", "boolean": "boolean", "string": "string"}[field["type"]]
            )
    return frame


@lru_cache(maxsize=64)
def _schema(table: str) -> dict[str, Any]:
    import json

    names = [resource["name"] for resource in descriptor()["resources"] if resource["type"] == "table"]
    if table not in names:
        raise KeyError(f"no table '{table}'; the tables are: {', '.join(names)}")
    schema: dict[str, Any] = json.loads((places.package() / "schemas" / f"{table}.json").read_text(encoding="utf-8"))
    return schema


def codebook(table: str | None = None) -> pd.DataFrame:
    """The columns of a table (or of all): ``table``, ``column``, ``type``, ``origin``, ``unit``, ``terms``, ``required``, ``description``, ``example``."""
    names = [table] if table else [resource["name"] for resource in descriptor()["resources"] if resource["type"] == "table"]
    found = []
    for name in names:
        for field in _schema(name)["fields"]:
            found.append(
                {
                    "table": name,
                    "column": field["name"],
                    "type": field["type"],
                    "origin": field["origin"],
                    "unit": field.get("unit"),
                    "terms": "|".join(field.get("categories", [])) or None,
                    "required": field.get("constraints", {}).get("required", False),
                    "description": field["description"],
                    "example": field.get("example"),
                }
            )
    return pd.DataFrame(found)
