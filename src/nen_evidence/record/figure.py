"""Figures as typed: a number keeps its text, so 18.0 is not 18 and printed precision is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
RELATIONS = {"<=": "le", ">=": "ge", "<": "lt", ">": "gt", "~": "approx"}
STATUS = {"not reached": "not_reached", "not estimable": "not_estimable", "not reported": "not_reported"}


class Figure(str):
    """A number as typed, with an optional relation in front (``<0.001``, ``>36``, ``~50``)."""

    json_type = "number"
    says = "a number such as 18.0, with <, <=, >, >= or ~ in front where it was printed so"

    def __new__(cls, text: str) -> Figure:
        return super().__new__(cls, text)

    @property
    def relation(self) -> str:
        return next((name for sign, name in RELATIONS.items() if self.startswith(sign)), "eq")

    @property
    def typed(self) -> str:
        """The number without its relation."""
        return self.lstrip("<>=~").strip()

    @property
    def decimal(self) -> Decimal:
        return Decimal(self.typed)

    @property
    def value(self) -> float:
        return float(self.typed)

    @property
    def decimals(self) -> int:
        return len(self.typed.partition(".")[2])

    @property
    def half_unit(self) -> float:
        """Half a unit of the last printed digit: how far the true value may lie from the printed one."""
        return 0.5 * 10.0**-self.decimals

    @classmethod
    def parse(cls, text: Any) -> Figure:
        if not isinstance(text, str):
            raise ValueError(cls.says)
        figure = cls(text.strip())
        if not _NUMBER.fullmatch(figure.typed):
            raise ValueError(cls.says)
        return figure

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.parse, serialization=core_schema.to_string_ser_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": [cls.json_type, "string"]}


class Count(Figure):
    """A whole number of people, events or procedures, as typed."""

    json_type = "integer"
    says = "a whole number such as 42 (no leading zero, no decimals)"

    @classmethod
    def parse(cls, text: Any) -> Count:
        figure = super().parse(text)
        if not figure.isdigit():
            raise ValueError(cls.says)
        return cls(figure)

    @property
    def whole(self) -> int:
        return int(self)


@dataclass(frozen=True)
class Bound:
    """One end of an interval: a figure, or why there is none."""

    figure: Figure | None
    status: str


@dataclass(frozen=True)
class Interval:
    """Two ends, as printed: ``[5.0, 9.3]``, ``5.0-9.3``, ``[10.2, not reached]``."""

    low: Bound
    high: Bound

    says = "two ends such as [5.0, 9.3] or 12-50; an end may be: not reached, not estimable, not reported"

    @classmethod
    def parse(cls, given: Any) -> Interval:
        if isinstance(given, str):
            match = re.fullmatch(r"\s*(-?[\d.]+)\s*(?:-|to|–)\s*(-?[\d.]+)\s*", given)
            given = list(match.groups()) if match else []
        if not (isinstance(given, list) and len(given) == 2):
            raise ValueError(cls.says)
        return cls(*(cls._bound(end) for end in given))

    @classmethod
    def _bound(cls, end: Any) -> Bound:
        if isinstance(end, str) and end in STATUS:
            return Bound(None, STATUS[end])
        try:
            return Bound(Figure.parse(end), "value")
        except ValueError:
            raise ValueError(cls.says) from None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.parse)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        end = {"type": ["number", "string"]}
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": end, "minItems": 2, "maxItems": 2}]}


@dataclass(frozen=True)
class Share:
    """Some of a group, as printed: ``8``, ``22.2%``, ``8 (22.2%)``."""

    n: Count | None
    percent: Figure | None

    says = "a count (8), a percentage (22.2%) or both (8 (22.2%))"

    @classmethod
    def parse(cls, given: Any) -> Share:
        text = given.strip() if isinstance(given, str) else ""
        match = re.fullmatch(r"(\d+)\s*\(\s*([^()%]+)%\s*\)", text)
        try:
            if match:
                return cls(Count.parse(match[1]), Figure.parse(match[2]))
            if text.endswith("%"):
                return cls(None, Figure.parse(text[:-1]))
            return cls(Count.parse(text), None)
        except ValueError:
            raise ValueError(cls.says) from None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.parse)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["integer", "string"]}


_DAYS_PER_MONTH = Decimal("30.4375")
# Design: a month is 30.4375 days, a year 12 months.
MONTHS = {
    "months": Decimal(1),
    "years": Decimal(12),
    "weeks": Decimal(7) / _DAYS_PER_MONTH,
    "days": 1 / _DAYS_PER_MONTH,
}
_TIME_WORDS = {
    "month": "months",
    "mo": "months",
    "year": "years",
    "y": "years",
    "a": "years",
    "week": "weeks",
    "wk": "weeks",
    "w": "weeks",
    "day": "days",
    "d": "days",
}


@dataclass(frozen=True)
class Time:
    """A time point or length as printed: ``6`` (months), ``24 weeks``, ``5 years``."""

    figure: Figure
    unit: str

    says = "a time such as 6 (months), 24 weeks, 5 years"

    @classmethod
    def parse(cls, given: Any) -> Time:
        match = re.fullmatch(r"([<>=~]*[\d.]+)\s*([a-z]*)", given.strip()) if isinstance(given, str) else None
        if match is None:
            raise ValueError(cls.says)
        word = match[2] or "months"
        unit = _TIME_WORDS.get(word, word)
        if unit not in MONTHS:
            raise ValueError(cls.says)
        return cls(Figure.parse(match[1]), unit)

    @property
    def months(self) -> float:
        return to_months(self.figure, self.unit)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.parse)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["number", "string"]}


def to_months(figure: Figure, unit: str) -> float:
    """A printed length in months, rounded to a millionth so that no float noise is published."""
    return float(round(figure.decimal * MONTHS[unit], 6))
