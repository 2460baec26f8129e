"""What many tables share, declared once: the table itself, where a fact belongs, qualifiers, interval, provenance."""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
import pandera.pandas as pa

from .. import terms
from .column import Integer, Logical, Number, Text, column


class Table(pa.DataFrameModel):
    """A published table: its key, and the columns that its class and base classes declare."""

    # Names with an underscore: pandera takes every other class attribute for a column.
    _key: ClassVar[tuple[str, ...]] = ()
    # Groups of columns stand in this order whatever the order of inheritance.
    _place: ClassVar[int] = 2

    class Config:
        strict = True
        ordered = True
        coerce = False

    @classmethod
    def key(cls) -> tuple[str, ...]:
        """The columns that name a row."""
        return cls._key

    @classmethod
    def table_name(cls) -> str:
        return cls.__module__.rpartition(".")[2]

    @classmethod
    def description(cls) -> str:
        return (cls.__doc__ or "").strip().splitlines()[0]

    @classmethod
    def columns(cls) -> dict[str, dict[str, Any]]:
        """Column name -> metadata with description, dtype, nullability and constraints, in published order."""
        place: dict[str, tuple[int, int]] = {}
        for owner in reversed(cls.__mro__):
            if issubclass(owner, Table):
                for number, name in enumerate(vars(owner).get("__annotations__", {})):
                    place.setdefault(name, (owner.__dict__.get("_place", 2) if owner is not cls else 2, number))
        fields = super().to_schema().columns
        keys = list(cls.key())
        order = sorted(fields, key=lambda name: (-1, keys.index(name)) if name in keys else place[name])
        found = {}
        for name in order:
            field = fields[name]
            constraints = {check.name: check.statistics for check in field.checks}
            found[name] = {
                **(field.metadata or {}),
                "description": field.description,
                "dtype": str(field.dtype),
                "required": not field.nullable,
                "unique": field.unique,
                "minimum": constraints.get("greater_than_or_equal_to", {}).get("min_value"),
                "maximum": constraints.get("less_than_or_equal_to", {}).get("max_value"),
                "pattern": constraints.get("str_matches", {}).get("pattern"),
            }
        return found

    @classmethod
    def schema(cls) -> pa.DataFrameSchema:
        """The pandera schema in published order, closed lists as categories, dates as dates."""
        plain = super().to_schema()
        columns = {}
        for name, facts in cls.columns().items():
            old = plain.columns[name]
            dtype: Any = old.dtype
            if facts["terms"]:
                dtype = pd.CategoricalDtype(list(facts["terms"]))
            elif facts["date"]:
                dtype = "datetime64[s]"
            columns[name] = pa.Column(
                dtype, checks=old.checks, nullable=old.nullable, unique=old.unique, description=old.description, metadata=old.metadata
            )
        return pa.DataFrameSchema(columns, strict=True, ordered=True, coerce=False, unique=list(cls.key()), name=cls.table_name())


class Where(Table):
    """Which patients a figure is of."""

    _place = 0
    study_id: Text = column("the study", "key", example="zilembo-1993-salvage", required=True, references="studies.study_id")
    arm_id: Text = column("the arm", "key", example="zilembo-1993-salvage.stz-epi", required=True, references="arms.arm_id")
    subgroup_id: Text = column(
        "the subgroup; empty for the whole arm", "key", example="singh-2024-netter2.g3", references="subgroups.subgroup_id"
    )
    subgroup: Text = column("label of the subgroup; empty for the whole arm", "normalized", example="Grade 3")


class Provenance(Table):
    """Where a figure was read and how it is checked."""

    _place = 9
    source_id: Text = column("the report the row was read in", "key", example="zilembo-1993", required=True, references="sources.source_id")
    locator: Text = column("where in the report", "normalized", example="abstract", required=True)
    anchor_status: Text = column(
        "whether the figures are anchored in the text of the source",
        "calculated",
        example="anchored",
        terms=terms.ANCHOR_STATUS,
        required=True,
    )
    printed: Text = column("the figures as typed from the source", "printed", example="18.0; 10.0-25.3")
    relation: Text = column(
        "relation of the printed main figure to the true one", "printed", example="eq", terms=terms.RELATION, required=True
    )
    note: Text = column("a remark of the curator", "normalized")


class Fact(Where, Provenance):
    """A figure of an arm."""


class Qualifiers(Table):
    """How an outcome was assessed."""

    _place = 4
    assessor: Text = column(
        "who assessed the outcome; empty where assessment does not apply", "printed", example="central", terms=terms.ASSESSOR
    )
    criteria: Text = column("response criteria", "normalized", example="recist_1_1")
    analysis_set: Text = column("patients analysed", "printed", example="assigned", terms=terms.ANALYSIS_SET)
    analysis: Text = column("which analysis of the study", "printed", example="final", terms=terms.ANALYSIS)
    data_cutoff: Text = column("date to which data were counted, YYYY[-MM[-DD]]", "printed", example="2018-09")
    assessment: Text = column("best response, or response at a time", "printed", example="best", terms=terms.ASSESSMENT)
    time_months: Number = column("time of the assessment or rate", "normalized", example=6.0, unit="mo", ge=0)
    unit_of_analysis: Text = column("what was counted", "printed", example="patient", terms=terms.UNIT_OF_ANALYSIS)


class Interval(Table):
    """Interval or spread of an estimate."""

    _place = 5
    ci_low: Number = column("lower confidence bound, in the unit of the estimate", "printed", example=10.0)
    ci_high: Number = column("upper confidence bound, in the unit of the estimate", "printed", example=25.3)
    ci_level: Number = column("confidence level; empty if not stated", "printed", example=0.95, ge=0.5, le=1)
    ci_sides: Integer = column("sides of the interval", "printed", example=2, ge=1, le=2)
    ci_low_status: Text = column("why there is no lower bound, or that there is one", "printed", example="value", terms=terms.BOUND_STATUS)
    ci_high_status: Text = column(
        "why there is no upper bound, or that there is one", "printed", example="not_reached", terms=terms.BOUND_STATUS
    )
    spread_kind: Text = column(
        "kind of spread (a range is never a confidence interval)", "printed", example="range", terms=terms.SPREAD_KIND
    )
    spread_low: Number = column("lower end of the spread", "printed", example=2.0)
    spread_high: Number = column("upper end of the spread", "printed", example=48.0)
    spread_value: Number = column("standard deviation or standard error", "printed", example=3.1, ge=0)


class Outcome(Fact, Qualifiers, Interval):
    """A figure of an outcome."""


__all__ = [
    "Fact",
    "Integer",
    "Interval",
    "Logical",
    "Number",
    "Outcome",
    "Provenance",
    "Qualifiers",
    "Table",
    "Text",
    "Where",
    "column",
    "terms",
]
