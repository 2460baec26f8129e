"""Frames as plain values."""

from __future__ import annotations

from typing import Any

import pandas as pd


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as dictionaries, missing values as None."""
    plain = frame.astype("object")
    return [{str(name): value for name, value in row.items()} for row in plain.where(plain.notna(), None).to_dict("records")]


def require(*modules: str) -> None:
    """Raises ImportError that says what to install where a library of the extra ``analysis`` is missing."""
    from importlib.util import find_spec

    if missing := [name for name in modules if find_spec(name) is None]:
        raise ImportError(f"{', '.join(missing)} is missing: pip install 'nen-evidence[analysis]'")
