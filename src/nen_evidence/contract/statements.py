"""Quantified or graded claims of reviews, guidelines and patient resources, in our own words."""

from __future__ import annotations

from collections.abc import Iterator

from .. import terms
from ..record.figure import Figure
from ..record.figure import Interval as Ends
from ..record.model import Review
from ..record.seeds import Seeds
from .base import Number, Table, Text, column
from .row import Row


class Statements(Table):
    """A quantified or graded claim of a review, guideline or patient resource, in our own words."""

    _key = ("statement_id",)
    statement_id: Text = column("the row: review and a slug", "key", example="uri-2018.net-incidence", required=True, unique=True)
    source_id: Text = column("the report", "key", example="uri-2018", required=True, references="sources.source_id")
    statement_kind: Text = column("kind of claim", "normalized", example="epidemiology", terms=terms.STATEMENT_KIND, required=True)
    topic: Text = column("what it is about", "normalized", example="incidence", required=True)
    treatment: Text = column("treatment", "normalized", example="somatostatin analogues")
    population: Text = column("patients", "normalized", example="NET")
    summary: Text = column("the claim in our words", "normalized", required=True)
    value_low: Number = column("the figure, or the lower end of a range", "printed", example=6.9)
    value_high: Number = column("upper end of a range", "printed", example=70.0)
    value_relation: Text = column("relation of the figure to the true one", "printed", example="approx", terms=terms.RELATION)
    unit: Text = column("unit", "normalized", example="%")
    grading_system: Text = column("system of a recommendation's grade", "printed")
    grade: Text = column("grade of a recommendation", "printed")
    locator: Text = column("where in the report", "normalized", example="abstract", required=True)
    anchor_status: Text = column(
        "whether the figures are anchored in the text of the source", "calculated", terms=terms.ANCHOR_STATUS, required=True
    )
    printed: Text = column("the figures as typed from the source", "printed", example="30-70")


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per statement of each review record."""
    for record in seeds.reviews:
        review = record.content
        assert isinstance(review, Review)
        for position, item in enumerate(review.statements):
            low, high = (item.value.low.figure, item.value.high.figure) if isinstance(item.value, Ends) else (item.value, None)
            figures: dict[str, Figure] = {name: figure for name, figure in (("value_low", low), ("value_high", high)) if figure is not None}
            row_id = f"{review.id}.{item.id}"
            yield Row(
                "statements",
                row_id,
                {
                    "statement_id": row_id,
                    "source_id": item.source or review.defaults.source or review.primary.id,
                    "statement_kind": item.kind,
                    "topic": item.topic,
                    "treatment": item.treatment,
                    "population": item.population,
                    "summary": item.summary,
                    "value_low": low.value if low else None,
                    "value_high": high.value if high else None,
                    "value_relation": low.relation if low else None,
                    "unit": item.unit,
                    "grading_system": item.grading_system,
                    "grade": item.grade,
                    "locator": item.locator or review.defaults.locator or "abstract",
                    "printed": "-".join(str(figure) for figure in figures.values()) or None,
                },
                ("statements", position),
                record,
                figures,
                {"topic": item.topic},
            )
