"""Doses: a drug as given in an arm, printed and in one unit per kind of quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import terms
from ..record.figure import Figure
from ..record.figure import Interval as Ends
from ..record.model import Dose, Study
from ..record.seeds import Seeds
from .base import Fact, Integer, Number, Text, column
from .row import Place, Row, joined, printed


class Doses(Fact):
    """A drug as given in an arm."""

    _key = ("dose_id",)
    dose_id: Text = column(
        "the row: arm, subgroup, drug, kind, part, per, source",
        "key",
        example="zilembo-1993-salvage.stz-epi.streptozocin",
        required=True,
        unique=True,
    )
    drug_id: Text = column("the drug", "normalized", example="streptozocin", required=True, references="drugs.drug_id")
    dose_kind: Text = column("planned, received, ...", "printed", example="planned", terms=terms.DOSE_KIND, required=True)
    amount: Number = column("amount, or the lower end of a range, in 'unit'", "normalized", example=500.0, ge=0)
    amount_high: Number = column("upper end of a range", "normalized", example=1000.0, ge=0)
    unit: Text = column("UCUM unit of the amount: mg, mg/m2, mg/kg, mg.min/mL, GBq, 10*6.[iU], ...", "normalized", example="mg/m2")
    amount_per: Text = column("what the amount is for", "printed", example="administration", terms=terms.AMOUNT_PER)
    dose_basis: Text = column("what the amount is scaled to", "normalized", example="bsa", terms=terms.DOSE_BASIS)
    formulation: Text = column("formulation", "printed", example="long_acting", terms=terms.FORMULATION)
    route: Text = column("route", "printed", example="iv", terms=terms.ROUTE)
    days_of_cycle: Text = column("days of the cycle", "printed", example="d1-3")
    cycle_length_days: Integer = column("length of a cycle", "printed", example=28, unit="d", ge=1)
    interval_days: Integer = column("days between administrations", "printed", example=28, unit="d", ge=1)
    times_per_day: Integer = column("administrations a day", "printed", example=2, ge=1)
    part: Text = column("part of a treatment given in several ways", "normalized", example="induction")
    schedule: Text = column("schedule in words, where it does not fit", "normalized", example="until progression")
    cycles_planned: Number = column("cycles, or the lower end of a range", "printed", example=4.0, ge=0)
    cycles_planned_high: Number = column("upper end of a range of cycles", "printed", example=6.0, ge=0)
    reported_amount: Text = column("amount as typed from the source", "printed", example="500")
    reported_unit: Text = column("UCUM unit as in the source", "printed", example="mg/m2")
    dose_per_cycle: Number = column(
        "amount x administrations of a cycle; only where days and length of the cycle are known", "calculated", example=1500.0, ge=0
    )
    dose_per_week: Number = column("dose per cycle or interval, per 7 days", "calculated", example=375.0, ge=0)


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per dose of each arm."""
    for record in seeds.studies:
        assert isinstance(record.content, Study)
        for slug, arm in record.content.arms.items():
            place = Place(record, seeds.vocabulary, slug)
            for number, dose in enumerate(arm.doses):
                yield _row(place, dose, ("arms", slug, "doses", number))


def _row(place: Place, dose: Dose, path: tuple[str | int, ...]) -> Row:
    figures: dict[str, Figure] = {}
    low, high = _ends(dose.amount)
    if low is not None:
        figures["amount"] = low
    if high is not None:
        figures["amount_high"] = high
    cycles, cycles_high = _ends(dose.cycles)
    if cycles is not None:
        figures["cycles_planned"] = cycles
    if cycles_high is not None:
        figures["cycles_planned_high"] = cycles_high
    unit = place.vocabulary["units"].facts[dose.unit] if dose.unit else None
    amount = None if low is None or unit is None else normalized(low, unit["factor"])
    per_cycle, per_week = _totals(dose, amount if high is None else None)
    values = place.fact(dose, low.relation if low else "eq") | {
        "drug_id": dose.drug,
        "dose_kind": dose.kind,
        "amount": amount,
        "amount_high": None if high is None or unit is None else normalized(high, unit["factor"]),
        "unit": unit["canonical"] if unit else None,
        "amount_per": dose.per if unit else None,
        "dose_basis": dose.basis or (unit["basis"] or None if unit else None),
        "formulation": dose.formulation,
        "route": dose.route,
        "days_of_cycle": dose.days,
        "cycle_length_days": dose.cycle_days,
        "interval_days": dose.interval_days,
        "times_per_day": dose.times_per_day,
        "part": dose.part,
        "schedule": dose.schedule,
        "cycles_planned": cycles.value if cycles else None,
        "cycles_planned_high": cycles_high.value if cycles_high else None,
        "reported_amount": None if low is None else str(low) if high is None else f"{low} to {high}",
        "reported_unit": dose.unit,
        "dose_per_cycle": per_cycle,
        "dose_per_week": per_week,
        "printed": printed(figures),
    }
    row_id = joined(
        place.arm_id,
        dose.subgroup,
        dose.drug,
        None if dose.kind == "planned" else dose.kind,
        dose.part,
        None if dose.per == "administration" else dose.per,
        place.source_part(dose),
    )
    words = (
        {"drug": dose.drug}
        | ({"unit": dose.unit} if dose.unit else {})
        | ({"interval_days": str(dose.interval_days)} if dose.interval_days else {})
    )
    return Row("doses", row_id, {"dose_id": row_id, **values}, path, place.record, figures, words)


def _ends(given: Figure | Ends | None) -> tuple[Figure | None, Figure | None]:
    return (given.low.figure, given.high.figure) if isinstance(given, Ends) else (given, None)


def normalized(figure: Figure, factor: str) -> float:
    """An amount in the canonical unit; decimal arithmetic, so 200 mCi is 7.4 GBq and not 7.400000000000001."""
    from decimal import Decimal

    return float(figure.decimal * Decimal(factor))


def _totals(dose: Dose, amount: float | None) -> tuple[float | None, float | None]:
    """Dose per cycle and per week, where the schedule says enough."""
    if amount is None or dose.per == "cumulative":
        return None, None
    if dose.per == "week":
        return None, amount
    if dose.per == "day" and not (dose.days and dose.cycle_days):
        return None, amount * 7
    per_day = amount * (dose.times_per_day or 1 if dose.per == "administration" else 1)
    if dose.per == "cycle":
        return amount, amount / dose.cycle_days * 7 if dose.cycle_days else None
    if dose.days and dose.cycle_days:
        per_cycle = per_day * days_in(dose.days)
        return per_cycle, per_cycle / dose.cycle_days * 7
    if dose.interval_days and not dose.times_per_day:
        return None, amount / dose.interval_days * 7
    if dose.times_per_day and not dose.interval_days and not dose.days:
        return None, per_day * 7
    return None, None


def days_in(days: str) -> int:
    """How many days ``d1-3 d8`` names: 4."""
    found: set[int] = set()
    for first, last in re.findall(r"d(\d+)(?:-(\d+))?", days):
        found.update(range(int(first), int(last or first) + 1))
    return len(found)
