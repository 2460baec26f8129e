"""One table as files: the CSV text and the Parquet bytes, from one frame."""

from __future__ import annotations

import io
import json
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from ..contract.base import Table

_ARROW: dict[str, Any] = {"Int64": pa.int64(), "Float64": pa.float64(), "boolean": pa.bool_()}


def kind_of(facts: dict[str, Any]) -> str:
    """``integer``, ``number``, ``boolean``, ``date`` or ``string``: the type of a column in words of Table Schema."""
    if facts["date"]:
        return "date"
    return {"Int64": "integer", "Float64": "number", "boolean": "boolean"}.get(facts["dtype"], "string")


def arrow_schema(model: type[Table]) -> pa.Schema:
    """The Arrow schema of a table: types, descriptions, units and the key, as its Parquet file carries them."""
    fields = []
    for name, facts in model.columns().items():
        kind = pa.date32() if facts["date"] else _ARROW.get(facts["dtype"], pa.string())
        metadata = {"description": facts["description"], "origin": facts["origin"]} | ({"unit": facts["unit"]} if facts["unit"] else {})
        fields.append(pa.field(name, kind, nullable=not facts["required"], metadata=metadata))
    return pa.schema(fields, metadata={"description": model.description(), "primary_key": json.dumps(list(model.key()))})


def arrow_table(model: type[Table], frame: pd.DataFrame) -> pa.Table:
    """The frame as an Arrow table of exactly ``arrow_schema``."""
    arrays = []
    schema = arrow_schema(model)
    for field in schema:
        series = frame[field.name]
        if isinstance(series.dtype, pd.CategoricalDtype):
            series = series.astype("string")
        arrays.append(pa.array(series, type=field.type, from_pandas=True))
    return pa.Table.from_arrays(arrays, schema=schema)


def parquet_bytes(model: type[Table], frame: pd.DataFrame) -> bytes:
    """The Parquet file of a table. Bytes depend on the pyarrow version, which constraints.txt pins."""
    buffer = io.BytesIO()
    pq.write_table(arrow_table(model, frame), buffer, compression="zstd", version="2.6", write_statistics=True, store_schema=True)
    return buffer.getvalue()


def csv_text(model: type[Table], frame: pd.DataFrame) -> str:
    """The CSV of a table: LF, comma, empty cell for missing, TRUE/FALSE, shortest decimals that read back the same."""
    columns = {}
    for name, facts in model.columns().items():
        columns[name] = [cell(value, facts) for value in frame[name].astype("object")]
    return pd.DataFrame(columns).to_csv(index=False, lineterminator="\n")


def cell(value: Any, facts: dict[str, Any]) -> str:
    """One value as a CSV cell."""
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value):
        return ""
    kind = kind_of(facts)
    if kind == "boolean":
        return "TRUE" if value else "FALSE"
    if kind == "number":
        return number_text(float(value))
    if kind == "date":
        return pd.Timestamp(value).strftime("%Y-%m-%d")
    return str(value)


def number_text(value: float) -> str:
    """The shortest decimal that reads back as the same number, without an exponent for ordinary sizes: 18, 0.000072."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    text = repr(value)
    if "e" in text:
        text = f"{value:.20f}".rstrip("0") if 1e-12 < abs(value) < 1e15 and float(f"{value:.20f}") == value else text
    return text
