"""Figures keep their print and give back their value."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nen_evidence.record.figure import Count, Figure, Interval, Share, Time, to_months

decimals = st.decimals(min_value=0, max_value=10_000, places=2, allow_nan=False, allow_infinity=False)


@given(decimals, st.sampled_from(["", "<", "<=", ">", ">=", "~"]))
def test_figure_keeps_text_and_value(value: Decimal, sign: str) -> None:
    text = f"{sign}{value}"
    figure = Figure.parse(text)
    assert str(figure) == text
    assert figure.decimal == value
    assert figure.decimals == 2
    assert figure.half_unit == pytest.approx(0.005)


@pytest.mark.parametrize("text", ["010", "1e3", "1,200", "", "NA", "nan", "inf", "0x1", "١٢", "1.", ".5", "--1", "5%", None, 5, True])
def test_figure_refuses(text: object) -> None:
    with pytest.raises(ValueError, match="a number"):
        Figure.parse(text)


@pytest.mark.parametrize("text", ["8.0", "-1", "<8", "08", "eight"])
def test_count_refuses(text: str) -> None:
    with pytest.raises(ValueError, match=r"whole number|a number"):
        Count.parse(text)


@given(st.integers(0, 500), decimals.filter(lambda d: d <= 100))
def test_share_forms(n: int, percent: Decimal) -> None:
    assert Share.parse(str(n)) == Share(Count(str(n)), None)
    assert Share.parse(f"{percent}%") == Share(None, Figure(str(percent)))
    assert Share.parse(f"{n} ({percent}%)") == Share(Count(str(n)), Figure(str(percent)))


@pytest.mark.parametrize("text", ["8 of 36", "%", "8 (22)", "(22%)", "22 %%", ["8"], {}])
def test_share_refuses(text: object) -> None:
    with pytest.raises(ValueError, match="a count"):
        Share.parse(text)


@given(decimals, decimals)
def test_interval_forms_agree(low: Decimal, high: Decimal) -> None:
    assert Interval.parse([str(low), str(high)]) == Interval.parse(f"{low}-{high}") == Interval.parse(f"{low} to {high}")


def test_interval_ends_that_are_no_figures() -> None:
    interval = Interval.parse(["10.2", "not reached"])
    assert interval.high.figure is None
    assert interval.high.status == "not_reached"
    with pytest.raises(ValueError, match="two ends"):
        Interval.parse(["10.2", "soon"])


def test_times() -> None:
    assert Time.parse("6").months == 6
    assert Time.parse("5 years").months == 60
    assert Time.parse("24 weeks").months == pytest.approx(24 * 7 / 30.4375, abs=1e-6)
    with pytest.raises(ValueError, match="a time"):
        Time.parse("soon")


@given(decimals)
def test_months_of_months_are_themselves(value: Decimal) -> None:
    assert math.isclose(to_months(Figure(str(value)), "months"), float(value))
    assert math.isclose(to_months(Figure(str(value)), "years"), float(value * 12))
