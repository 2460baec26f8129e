"""How a column of a published table is declared, once, for every projection of it.

``column()`` is a pandera field whose metadata carries what pandera has no place for: the origin of
the values, their unit, an example, and whether the words of a column are a closed list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series

Text = Series[pd.StringDtype]
Integer = Series[pd.Int64Dtype]
Number = Series[pd.Float64Dtype]
Logical = Series[pd.BooleanDtype]

ORIGINS = ("key", "printed", "normalized", "calculated")


def column(
    description: str,
    origin: str = "printed",
    *,
    example: Any = None,
    unit: str | None = None,
    terms: Sequence[str] | None = None,
    list_of: str | None = None,
    date: bool = False,
    required: bool = False,
    unique: bool = False,
    ge: float | None = None,
    le: float | None = None,
    pattern: str | None = None,
    references: str | None = None,
) -> Any:
    """A column.

    Parameters: ``origin`` is ``key`` (names a row), ``printed`` (as the source prints it),
    ``normalized`` (the same fact in a controlled term or unit) or ``calculated``; ``terms`` a closed
    list of words; ``list_of`` the separator of a joined list; ``references`` the ``table.column`` of a
    foreign key.
    """
    assert origin in ORIGINS, origin
    metadata = {
        "origin": origin,
        "example": example,
        "unit": unit,
        "terms": tuple(terms) if terms else None,
        "list_of": list_of,
        "date": date,
        "references": references,
    }
    return pa.Field(
        description=description,
        nullable=not required,
        unique=unique,
        ge=ge,
        le=le,
        str_matches=pattern,
        metadata=metadata,
    )
