"""Inconsistencies in what was printed."""

from __future__ import annotations

from .. import terms
from .base import Table, Text, column


class QualityFlags(Table):
    """An inconsistency in what was printed."""

    _key = ("flag_id",)
    flag_id: Text = column("the flag: check and row", "key", required=True, unique=True)
    check: Text = column("the check that found it", "key", example="grim", required=True)
    severity: Text = column("severity", "normalized", terms=terms.SEVERITY, required=True)
    table: Text = column("table of the row", "key", example="response_outcomes", required=True)
    row_id: Text = column("the row", "key", required=True)
    study_id: Text = column("the study", "key", references="studies.study_id")
    message: Text = column("what does not fit", "calculated", required=True)
    printed: Text = column("the figures as typed from the source", "printed")
    expected: Text = column("what would fit", "calculated")
    status: Text = column("open, or confirmed by reading the source again", "normalized", terms=terms.FLAG_STATUS, required=True)
