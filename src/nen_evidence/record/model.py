"""What a curator writes: the shape of a study record, field by field.

Every scalar arrives as the text that was typed (see ``reader``); each field says how it is read.
The same models give the JSON Schema that editors use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator
from pydantic.json_schema import WithJsonSchema

from .. import terms
from .figure import Count, Figure, Interval, Share, Time


def word(options: Iterable[str]) -> Any:
    """One of a closed list of words."""
    allowed = tuple(options)

    def check(text: Any) -> str:
        if text not in allowed:
            raise ValueError(f"one of: {', '.join(allowed)}")
        return str(text)

    return Annotated[str, BeforeValidator(check), WithJsonSchema({"enum": list(allowed)})]


def term(name: str) -> Any:
    """A term of ``seeds/vocabulary/<name>.csv``, or a synonym of one."""

    def check(text: Any, info: ValidationInfo) -> str:
        if not isinstance(text, str):
            raise ValueError(f"one term of seeds/vocabulary/{name}.csv")
        return str(info.context.resolve(name, text)) if info.context else text

    return Annotated[str, BeforeValidator(check), WithJsonSchema({"type": "string", "x-vocabulary": name})]


def pattern(regex: str, says: str) -> Any:
    """Text of a fixed form."""

    def check(text: Any) -> str:
        if not isinstance(text, str) or not re.fullmatch(regex, text):
            raise ValueError(says)
        return text

    return Annotated[str, BeforeValidator(check), WithJsonSchema({"type": "string", "pattern": f"^(?:{regex})$", "description": says})]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("one line of text")
    if value.strip() == "NA" or "\n" in value.strip():
        raise ValueError("one line of text that is not the bare NA")
    if value[:1] in "=+@\t" or value.startswith("-"):
        raise ValueError("text that a spreadsheet does not run as a formula (it starts with = + - or @)")
    return value.strip()


def _flag(value: Any) -> bool:
    if value not in ("true", "false"):
        raise ValueError("true or false")
    return bool(value == "true")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _integer(value: Any) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"0|[1-9]\d*", value):
        raise ValueError("a whole number such as 28 (no leading zero, no decimals)")
    return int(value)


def _year(value: Any) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"(19|20)\d\d", value):
        raise ValueError("a year such as 2009")
    return int(value)


def _level(value: Any) -> float:
    if not isinstance(value, str) or not re.fullmatch(r"0\.\d{1,4}", value) or not 0.5 <= float(value) < 1:
        raise ValueError("a confidence level between 0.5 and 1 such as 0.95")
    return float(value)


Text = Annotated[str, BeforeValidator(_text)]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
Whole = Annotated[int, BeforeValidator(_integer), WithJsonSchema({"type": "integer", "minimum": 0})]
Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": "integer"})]
Level = Annotated[float, BeforeValidator(_level), WithJsonSchema({"type": "number"})]
Texts = Annotated[list[Text], BeforeValidator(_listed)]
Slug = pattern(r"[a-z0-9]+(?:[-+._][a-z0-9]+)*", "a slug of lowercase letters, digits and hyphens such as stz-5fu")
Name = pattern(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", "a slug of lowercase letters, digits and hyphens such as stz-5fu")
Day = pattern(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", "a date such as 2026-11-22")
PartialDate = pattern(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", "a date such as 2014, 2014-06 or 2014-06-30")
CycleDays = pattern(r"d\d+(?:-\d+)?(?: d\d+(?:-\d+)?)*", "days of a cycle such as d1-5 or 'd1-3 d8'")
Locator = pattern(
    r"title|abstract|full text|registry|poster|label|web page|(?:table|figure|supplement|section|page) [A-Za-z0-9.]+",
    "where the figures stand: abstract, full text, table 2, figure 1, registry, ...",
)


def _any_outcome(text: Any, info: ValidationInfo) -> str:
    """A term of the first list that knows it: an endpoint, an outcome, a quantity, an adverse event."""
    if not isinstance(text, str) or not info.context:
        return str(text)
    for name in ("endpoints", "outcomes", "quantities", "adverse_events"):
        try:
            return str(info.context.resolve(name, text))
        except ValueError:
            continue
    return str(info.context.resolve("endpoints", text))


def _regimen(text: Any, info: ValidationInfo) -> str:
    """The drugs of a regimen by their terms, sorted and joined by ``+``; a named regimen (CAPTEM) by its name."""
    if not isinstance(text, str):
        raise ValueError("drugs joined by +, such as fluorouracil+streptozocin")
    if not info.context:
        return text
    regimens = info.context["regimens"]
    if text in regimens:
        return text
    if re.sub(r"[\s_-]+", " ", text.strip().lower()) in regimens.synonyms:
        return str(info.context.resolve("regimens", text))
    drugs = [info.context.resolve("drugs", drug.strip()) for drug in text.split("+")]
    if len(set(drugs)) != len(drugs):
        raise ValueError("each drug of the regimen once")
    return "+".join(sorted(drugs))


AnyOutcome = Annotated[
    str, BeforeValidator(_any_outcome), WithJsonSchema({"type": "string", "x-vocabulary": "endpoints|outcomes|quantities|adverse_events"})
]
Regimen = Annotated[str, BeforeValidator(_regimen), WithJsonSchema({"type": "string", "x-vocabulary": "drugs joined by +, or regimens"})]


class Strict(BaseModel):
    """No unknown field, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Source(Strict):
    """One report of a study, as printed in what was read."""

    id: Name
    kind: word(terms.SOURCE_KIND) = "article"
    role: word(terms.SOURCE_ROLE) = "primary"
    title: Text
    authors: Texts = []
    year: Year | None = None
    journal: Text | None = None
    volume: Text | None = None
    pages: Text | None = None
    pmid: pattern(r"[1-9]\d{0,8}", "a PubMed number such as 19704057") | None = None
    pmcid: pattern(r"PMC\d+", "a PubMed Central number such as PMC5895095") | None = None
    doi: pattern(r"10\.\d{4,9}/\S+", "a DOI such as 10.1200/JCO.2009.22.8510") | None = None
    url: pattern(r"https?://\S+", "a web address of the report itself") | None = None
    registry_id: Text | None = None
    read_extent: word(terms.READ_EXTENT) = "abstract"
    accessed: Day | None = None
    status: word(terms.SOURCE_STATUS) = "current"
    text: Annotated[
        word(("held", "partly_held", "not_held")),
        Field(
            description="not_held: no text of this source could be kept for checking; partly_held: a text that breaks off, or lacks a part that was read"
        ),
    ] = "held"
    note: Text | None = None


class Fact(Strict):
    """Where a figure belongs and where it was read; ``source`` and ``locator`` may come from ``defaults``."""

    source: Name | None = None
    locator: Locator | None = None
    subgroup: Name | None = None
    note: Text | None = None


class Qualified(Fact):
    """A figure of an outcome: how it was assessed, and its interval or spread."""

    assessor: word(terms.ASSESSOR) | None = None
    criteria: term("criteria") | None = None
    analysis_set: word(terms.ANALYSIS_SET) | None = None
    analysis: word(terms.ANALYSIS) | None = None
    data_cutoff: PartialDate | None = None
    assessment: word(terms.ASSESSMENT) | None = None
    at: Time | None = None
    unit_of_analysis: word(terms.UNIT_OF_ANALYSIS) | None = None
    ci: Interval | None = None
    ci_level: Level | None = None
    ci_sides: word(("1", "2")) | None = None
    range: Interval | None = None
    iqr: Interval | None = None
    std_dev: Figure | None = None
    std_err: Figure | None = None
    part: Annotated[Name, Field(description="tells apart two figures that nothing else tells apart")] | None = None

    @model_validator(mode="after")
    def _one_spread(self) -> Any:
        given = [name for name in ("range", "iqr", "std_dev", "std_err") if getattr(self, name) is not None]
        if len(given) > 1:
            raise ValueError(f"one spread only (found {', '.join(given)}); a second one is a row of its own with 'part'")
        return self


class Defaults(Strict):
    """What the facts of this record inherit where they say nothing."""

    source: Name | None = None
    locator: Locator | None = None
    assessor: word(terms.ASSESSOR) | None = None
    criteria: term("criteria") | None = None
    analysis_set: word(terms.ANALYSIS_SET) | None = None
    analysis: word(terms.ANALYSIS) | None = None
    data_cutoff: PartialDate | None = None
    assessment: word(terms.ASSESSMENT) | None = None
    ci_level: Level | None = None
    denominator: word(terms.DENOMINATOR) | None = None
    grading: word(terms.GRADING) | None = None
    attribution: word(terms.ATTRIBUTION) | None = None
    counted: word(terms.COUNTED) | None = None


class Dose(Fact):
    """A drug as given: ``{drug: streptozocin, amount: 500, unit: mg/m2, route: iv, days: d1-5, cycle_days: 42}``."""

    drug: term("drugs")
    kind: word(terms.DOSE_KIND) = "planned"
    amount: Annotated[Figure | Interval, Field(union_mode="left_to_right")] | None = None
    unit: term("units") | None = None
    per: word(terms.AMOUNT_PER) = "administration"
    basis: word(terms.DOSE_BASIS) | None = None
    formulation: word(terms.FORMULATION) | None = None
    route: word(terms.ROUTE) | None = None
    days: CycleDays | None = None
    cycle_days: Whole | None = None
    interval_days: Whole | None = None
    times_per_day: Whole | None = None
    cycles: Annotated[Figure | Interval, Field(union_mode="left_to_right")] | None = None
    part: Name | None = None
    schedule: Text | None = None

    @model_validator(mode="after")
    def _amount_with_unit(self) -> Any:
        if (self.amount is None) != (self.unit is None):
            raise ValueError("amount and unit together, or neither (then 'schedule' or 'cycles' says what is known)")
        return self


class Counts(Fact):
    """Patients with a characteristic: ``{primary_site: pancreas, n: 25, of: 40}`` or ``{sex: {male: 10, female: 12}, of: 22}``."""

    shares: dict[str, dict[str, Share]] = Field(default={}, json_schema_extra={"x-from": "characteristics"})
    of: Count | None = None
    at: Time | None = None
    exclusive: Flag | None = None
    part: Name | None = None

    @model_validator(mode="before")
    @classmethod
    def _shorthand(cls, data: Any, info: ValidationInfo) -> Any:
        if not isinstance(data, dict):
            return data
        known = set(cls.model_fields) - {"shares"} | {"n", "percent"}
        rest = {key: value for key, value in data.items() if key not in known}
        if len(rest) != 1:
            raise ValueError(f"exactly one characteristic (found {', '.join(rest) or 'none'}), such as primary_site, sex, flow")
        ((key, value),) = rest.items()
        characteristic = info.context.resolve("characteristics", key) if info.context else key
        fields = {k: v for k, v in data.items() if k in known and k not in ("n", "percent")}
        if isinstance(value, dict):
            if {"n", "percent"} & set(data):
                raise ValueError("n and percent only beside a single category")
            shares = value
        else:
            shares = {value: _share_text(data)}
        named = {}
        for category, share in shares.items():
            named[_category(characteristic, category, info)] = share
        if len(named) != len(shares):
            raise ValueError("two categories that are the same term")
        return {**fields, "shares": {characteristic: named}}


def _share_text(data: dict[str, Any]) -> str:
    n, percent = data.get("n"), data.get("percent")
    if n is None and percent is None:
        raise ValueError("n, percent or both")
    percent = percent.rstrip("%").strip() if isinstance(percent, str) else percent
    return str(n) if percent is None else f"{percent}%" if n is None else f"{n} ({percent}%)"


_FIXED_CATEGORIES = {
    "flow": terms.FLOW,
    "differentiation": (*terms.DIFFERENTIATION, "unknown"),
    "grade": (*terms.GRADE, "unknown"),
    "functioning": ("functioning", "nonfunctioning", "unknown"),
    "sex": ("male", "female", "unknown"),
}


def _category(characteristic: str, text: Any, info: ValidationInfo) -> str:
    if not isinstance(text, str):
        raise ValueError(f"a category of {characteristic}")
    if characteristic in _FIXED_CATEGORIES:
        if text not in _FIXED_CATEGORIES[characteristic]:
            raise ValueError(f"{characteristic} as one of: {', '.join(_FIXED_CATEGORIES[characteristic])}")
        return text
    listed = info.context["characteristics"].facts[characteristic]["categories"] if info.context else ""
    if listed and info.context:
        return str(info.context.resolve(listed, text))
    if not re.fullmatch(r"[a-z0-9]+(?:[-_+.][a-z0-9]+)*", text):
        raise ValueError(f"category '{text}' as a slug such as prior_chemotherapy")
    return text


class Responses(Qualified):
    """Response proportions on one line: ``{of: 36, cr: 1, pr: 8, sd: 20, pd: 7}`` or ``{objective_response: 30%, ci: 12-50}``."""

    shares: dict[str, Share] = Field(default={}, json_schema_extra={"x-from": "outcomes"})
    of: Count | None = None
    denominator: word(terms.DENOMINATOR) | None = None
    marker: term("markers") | None = None
    symptom: term("symptoms") | None = None
    threshold: Figure | None = None
    definition: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _shorthand(cls, data: Any, info: ValidationInfo) -> Any:
        if not isinstance(data, dict):
            return data
        known = set(cls.model_fields) - {"shares"} | {"percent", "n"}
        rest = {key: value for key, value in data.items() if key not in known}
        fields = {key: value for key, value in data.items() if key in known and key not in ("n", "percent")}
        if "outcome" in rest:
            if len(rest) > 1:
                raise ValueError("either 'outcome' with n or percent, or outcomes by name, not both")
            rest = {rest["outcome"]: _share_text(data)}
        elif {"n", "percent"} & set(data):
            raise ValueError("n and percent only beside 'outcome: <name>'")
        if not rest:
            raise ValueError("at least one outcome, such as pr: 8 or objective_response: 30%")
        shares = {}
        for key, value in rest.items():
            name = info.context.resolve("outcomes", key) if info.context else key
            if name in shares:
                raise ValueError(f"outcome {name} a second time")
            shares[name] = value
        return {**fields, "shares": shares}

    @model_validator(mode="after")
    def _one_interval(self) -> Any:
        if self.ci is not None and len(self.shares) != 1:
            raise ValueError("an interval belongs to one outcome: give that outcome a line of its own")
        return self


class Survival(Qualified):
    """A time-to-event summary: ``{endpoint: pfs, median: 7.1, ci: [5.0, 9.3]}`` or ``{endpoint: os, rate: 65%, at: 5 years}``."""

    endpoint: term("endpoints")
    median: Figure | Literal["not reached", "not estimable"] | None = None
    mean: Figure | None = None
    rate: pattern(r"[<>=~]*\d+(?:\.\d+)?%", "a percentage such as 65%") | None = None
    unit: word(terms.TIME_UNIT) = "months"
    n: Count | None = None
    events: Count | None = None
    time_origin: Text | None = None

    @model_validator(mode="after")
    def _one_statistic(self) -> Any:
        given = [name for name in ("median", "mean", "rate") if getattr(self, name) is not None]
        spread = any(getattr(self, name) is not None for name in ("range", "iqr", "ci"))
        if len(given) != 1 and not (not given and (spread or self.events is not None)):
            raise ValueError(f"exactly one of median, mean, rate (found {', '.join(given) or 'none'})")
        if self.rate is not None and self.at is None:
            raise ValueError("a rate needs 'at', such as at: 5 years")
        if "unit" in self.model_fields_set and not spread and (self.median in (None, "not reached", "not estimable")) and self.mean is None:
            raise ValueError("no 'unit' where no time is printed (a percentage, 'not reached', a number of events)")
        return self


_MEASURES = ("hr", "or", "rr", "rd", "difference")


class Comparison(Qualified):
    """An effect between two groups: ``{arm: a, versus: b, endpoint: pfs, hr: 0.71, ci: [0.45, 1.12], p: 0.14}``."""

    arm: Name
    versus: Name
    versus_subgroup: Name | None = None
    endpoint: AnyOutcome
    contrast: word(terms.CONTRAST) = "treatment"
    hr: Figure | None = None
    or_: Figure | None = Field(default=None, alias="or")
    rr: Figure | None = None
    rd: Figure | None = None
    difference: Figure | None = None
    unit: term("units") | None = None
    direction: word(terms.DIRECTION) = "stated"
    adjustment: word(terms.ADJUSTMENT) | None = None
    p: Figure | None = None
    p_sides: word(("1", "2")) | None = None
    method: Text | None = None
    marker: term("markers") | None = None
    symptom: term("symptoms") | None = None

    @model_validator(mode="after")
    def _one_measure(self) -> Any:
        given = [name for name in _MEASURES if getattr(self, "or_" if name == "or" else name) is not None]
        if len(given) > 1 or (not given and self.p is None):
            raise ValueError(f"one of {', '.join(_MEASURES)}, or p alone (found {', '.join(given) or 'none'})")
        if (self.arm, self.subgroup) == (self.versus, self.versus_subgroup):
            raise ValueError("two different groups")
        return self

    @property
    def measure(self) -> str | None:
        return next((name for name in _MEASURES if self.figure_of(name) is not None), None)

    def figure_of(self, measure: str) -> Figure | None:
        figure: Figure | None = getattr(self, "or_" if measure == "or" else measure)
        return figure


class AdverseEvents(Fact):
    """Adverse events: ``{term: nephrotoxicity, grade: g3-4, n: 4, of: 40}`` or ``{grade: g3-4, of: 40, events: {neutropenia: 4, nausea: 10%}}``."""

    events: dict[str, Share] = Field(default={}, json_schema_extra={"x-from": "adverse_events"})
    grade: word(terms.AE_GRADE) = "not_stated"
    grading: word(terms.GRADING) | None = None
    attribution: word(terms.ATTRIBUTION) | None = None
    counted: word(terms.COUNTED) | None = None
    event_type: word(terms.EVENT_TYPE) = "adverse_event"
    of: Count | None = None
    analysis_set: word(terms.ANALYSIS_SET) | None = None
    analysis: word(terms.ANALYSIS) | None = None
    data_cutoff: PartialDate | None = None
    at: Time | None = None
    unit_of_analysis: word(terms.UNIT_OF_ANALYSIS) | None = None
    part: Name | None = None

    @model_validator(mode="before")
    @classmethod
    def _shorthand(cls, data: Any, info: ValidationInfo) -> Any:
        if not isinstance(data, dict):
            return data
        data = dict(data)
        if "term" in data:
            if "events" in data:
                raise ValueError("either 'term' with n or percent, or 'events', not both")
            data["events"] = {data.pop("term"): _share_text(data)}
            data.pop("n", None)
            data.pop("percent", None)
        if not isinstance(data.get("events"), dict) or not data["events"]:
            raise ValueError("term with n or percent, or events: {neutropenia: 4}")
        if info.context:
            data["events"] = {info.context.resolve("adverse_events", key): value for key, value in data["events"].items()}
        return data


class Measurement(Qualified):
    """A quantity that is neither a proportion nor an event time: ``{quantity: follow_up, median: 10.5, unit: mo}``."""

    quantity: term("quantities")
    unit: term("units")
    median: Figure | None = None
    mean: Figure | None = None
    total: Figure | None = None
    minimum: Figure | None = None
    maximum: Figure | None = None
    value: Figure | None = None
    geometric_mean: Figure | None = None
    n: Count | None = None
    drug: term("drugs") | None = None
    marker: term("markers") | None = None
    symptom: term("symptoms") | None = None
    detail: Annotated[Name, Field(description="what exactly, where the quantity is wide: an organ, a scale")] | None = None

    @model_validator(mode="after")
    def _one_statistic(self) -> Any:
        given = [name for name in terms.MEASUREMENT_STATISTIC if getattr(self, name, None) is not None]
        if len(given) > 1 or (not given and self.range is None and self.iqr is None):
            raise ValueError(
                f"exactly one of median, mean, total, minimum, maximum, value (found {', '.join(given) or 'none'}), or a range alone"
            )
        return self


class Subgroup(Strict):
    """A part of the study's patients that a figure is given for."""

    axis: word(terms.AXIS)
    level: Text
    label: Text | None = None
    classification: Text | None = None
    timing: word(terms.TIMING) = "baseline"
    partition: Name | None = None


class Arm(Strict):
    """Patients analysed together, and everything reported of them."""

    label: Text | None = None
    role: word(terms.ARM_ROLE)
    kind: word(terms.ARM_KIND) | None = None
    parent: Name | None = None
    same_patients_as: Name | None = None
    stratum: Text | None = None
    regimen: Regimen | None = None
    regimens: dict[Regimen, Share] = {}
    treatment_node: Text | None = None
    site: term("sites") | None = None
    differentiation: word(terms.DIFFERENTIATION) | None = None
    grade: word(terms.GRADE) | None = None
    line: word(terms.LINE) | None = None
    enrolled: Count | None = None
    assigned: Count | None = None
    treated: Count | None = None
    evaluable: Count | None = None
    doses: list[Dose] = []
    counts: list[Counts] = []
    responses: list[Responses] = []
    survival: list[Survival] = []
    adverse_events: list[AdverseEvents] = []
    measurements: list[Measurement] = []


class Gap(Strict):
    """Something a reader would expect and the report does not give."""

    arm: Name | None = None
    item: word(terms.GAP_ITEM)
    reason: word(terms.GAP_REASON) = "not_in_report"


class Waiver(Strict):
    """An inconsistency of the paper itself, confirmed by reading again: it is published in quality_flags."""

    check: Name
    row: Text
    reason: Text


class Decision(Strict):
    """A disagreement of two readers: both values, what was kept, and why."""

    table: Name
    row: Text
    field: Text
    first: Text
    second: Text
    kept: Text
    reason: Text


class Study(Strict):
    """One clinical study, whichever reports describe it."""

    id: Name
    label: Text
    acronym: Text | None = None
    registry_id: Text | None = None
    design: word(terms.DESIGN)
    randomized_comparison: word(terms.RANDOMIZED_COMPARISON) | None = None
    phase: word(terms.PHASE) | None = None
    setting: word(terms.SETTING) = "advanced"
    line_of_therapy: word(terms.LINE) = "not_stated"
    country: Text | None = None
    enrolment: Annotated[list[Year], Field(min_length=2, max_length=2)] | None = None
    status: word(terms.STUDY_STATUS) = "active"
    merged_into: Name | None = None
    extraction_status: word(terms.EXTRACTION_STATUS) = "single"
    reader_1_kind: word(terms.READER_KIND)
    reader_2_kind: word(terms.READER_KIND) | None = None
    sources: Annotated[list[Source], Field(min_length=1)]
    defaults: Defaults = Defaults()
    subgroups: dict[str, Subgroup] = {}
    arms: Annotated[dict[str, Arm], Field(min_length=1)]
    comparisons: list[Comparison] = []
    gaps: list[Gap] = []
    waivers: list[Waiver] = []
    decisions: list[Decision] = []
    note: Text | None = None

    @property
    def primary(self) -> Source:
        """The primary report; where only secondary ones were read, the first of these."""
        return next((source for source in self.sources if source.role == "primary"), self.sources[0])


class Pooled(Strict):
    """A pooled result of a published meta-analysis."""

    source: Name | None = None
    locator: Locator | None = None
    population: Text
    subgroup: Text | None = None
    treatment: Text
    regimen: Regimen | None = None
    treatment_class: term("treatment_classes") | None = None
    comparator: Text | None = None
    outcome: AnyOutcome
    measure: word(terms.POOLED_MEASURE)
    model: word(terms.POOLED_MODEL) = "not_stated"
    studies: Count | None = None
    patients: Count | None = None
    estimate: Figure | None = None
    unit: term("units") | None = None
    ci: Interval | None = None
    ci_level: Level | None = None
    i_squared: Figure | None = None
    tau2: Figure | None = None
    prediction: Interval | None = None
    p: Figure | None = None
    part: Name | None = None
    note: Text | None = None


class Statement(Strict):
    """A quantified or graded claim, in our own words."""

    id: Name
    source: Name | None = None
    locator: Locator | None = None
    kind: word(terms.STATEMENT_KIND)
    topic: Text
    treatment: Text | None = None
    population: Text | None = None
    summary: Annotated[Text, Field(max_length=300)]
    value: Annotated[Figure | Interval, Field(union_mode="left_to_right")] | None = None
    unit: Text | None = None
    grading_system: Text | None = None
    grade: Text | None = None


class Review(Strict):
    """A review, meta-analysis, guideline or patient resource."""

    id: Name
    label: Text
    kind: word(terms.REVIEW_KIND)
    reader_1_kind: word(terms.READER_KIND)
    sources: Annotated[list[Source], Field(min_length=1)]
    defaults: Defaults = Defaults()
    pooled: list[Pooled] = []
    statements: list[Statement] = []
    cites: list[Source] = []
    waivers: list[Waiver] = []
    note: Text | None = None

    @property
    def primary(self) -> Source:
        return next(source for source in self.sources if source.role == "primary")
