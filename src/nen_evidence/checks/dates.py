"""Dates, and times that a study had."""

from __future__ import annotations

from collections.abc import Iterator

from .context import Context, say
from .registry import Finding, check

_TABLES = ("response_outcomes", "survival_outcomes", "comparisons", "measurements", "adverse_events")


@check("enrolment-after-report", "error", "Enrolment ended no later than the last report of it was published")
def enrolment_after_report(context: Context) -> Iterator[Finding]:
    for row in context.table("studies"):
        years = [year for (study, _source), year in context.source_years.items() if study == row.id]
        # A protocol or registry entry may announce a later end.
        registered = any(
            source.kind in ("registry_entry", "web_page") or source.role in ("registry", "protocol")
            for source in row.record.content.sources
        )
        last = row.values["enrolment_end_year"]
        if years and last is not None and last > max(years) and not registered:
            yield Finding(row, "enrolment ended after the last report", f"{last}; {max(years)}", f"at most {max(years)}")


@check("cutoff-after-report", "error", "Data were counted no later than they were published")
def cutoff_after_report(context: Context) -> Iterator[Finding]:
    for table in _TABLES:
        for row in context.table(table):
            cutoff, year = row.values["data_cutoff"], context.source_years.get((row.values["study_id"], row.values["source_id"]))
            if cutoff is not None and year is not None and int(cutoff[:4]) > year:
                yield Finding(row, "the data cut-off is after the year of the report", f"{cutoff}; {year}", f"at most {year}")


@check(
    "time-beyond-study",
    "warning",
    "No follow-up, median or rate reaches further than from the first year of enrolment to the year of the report",
)
def time_beyond_study(context: Context) -> Iterator[Finding]:
    for row in (*context.table("survival_outcomes"), *context.table("measurements")):
        values = row.values
        start = context.studies[values["study_id"]].values["enrolment_start_year"]
        year = context.source_years.get((values["study_id"], values["source_id"]))
        if start is None or year is None:
            continue
        if row.table == "measurements":
            if values["quantity"] not in ("follow_up", "treatment_duration") or values["unit"] not in ("mo", "wk", "d"):
                continue
            factor = {"mo": 1.0, "wk": 7 / 30.4375, "d": 1 / 30.4375}[values["unit"]]
            times = [value * factor for value in (values["estimate"], values.get("spread_high")) if value is not None]
        else:
            if values["time_origin"] and "diagnos" in values["time_origin"].lower():
                continue  # diagnosis may lie long before enrolment
            times = [
                value
                for value in (
                    values["time_months"] if values["statistic"] == "rate" else values["estimate"],
                    values.get("spread_high") if values.get("spread_kind") == "range" else None,
                )
                if value is not None
            ]
        longest = 12 * (year + 1 - start)
        if times and max(times) > longest:
            yield Finding(
                row,
                f"{say(max(times))} months, though enrolment began in {start} and the report is of {year}",
                values["printed"],
                f"at most {longest} months",
            )
