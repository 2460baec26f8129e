"""The published tables: one module a table, with its pandera model and how a record becomes its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pandas as pd

from ..problem import Problem
from ..record import Record
from ..record.anchor_file import Anchor, read_anchors
from ..record.model import Study
from ..record.seeds import Seeds
from . import (
    adverse_events,
    arm_regimens,
    arms,
    cohort_overlaps,
    comparisons,
    doses,
    drugs,
    effect_sizes,
    evidence_anchors,
    gaps,
    measurements,
    patient_counts,
    pooled_estimates,
    quality_flags,
    reader_agreement,
    regimen_drugs,
    regimens,
    response_outcomes,
    screening,
    searches,
    sources,
    statements,
    studies,
    study_sources,
    subgroups,
    survival_outcomes,
)
from .base import Table
from .row import Row

Rows = dict[str, list[Row]]

_MODULES: tuple[tuple[type[Table], Callable[[Seeds], Iterator[Row]] | None], ...] = (
    (sources.Sources, sources.rows),
    (studies.Studies, studies.rows),
    (study_sources.StudySources, study_sources.rows),
    (arms.Arms, arms.rows),
    (arm_regimens.ArmRegimens, arm_regimens.rows),
    (subgroups.Subgroups, subgroups.rows),
    (regimens.Regimens, regimens.rows),
    (regimen_drugs.RegimenDrugs, regimen_drugs.rows),
    (drugs.Drugs, drugs.rows),
    (doses.Doses, doses.rows),
    (patient_counts.PatientCounts, patient_counts.rows),
    (response_outcomes.ResponseOutcomes, response_outcomes.rows),
    (survival_outcomes.SurvivalOutcomes, survival_outcomes.rows),
    (comparisons.Comparisons, comparisons.rows),
    (adverse_events.AdverseEvents, adverse_events.rows),
    (measurements.Measurements, measurements.rows),
    (pooled_estimates.PooledEstimates, pooled_estimates.rows),
    (statements.Statements, statements.rows),
    (effect_sizes.EffectSizes, None),  # from the rows of other tables: see flatten
    (evidence_anchors.EvidenceAnchors, evidence_anchors.rows),
    (cohort_overlaps.CohortOverlaps, cohort_overlaps.rows),
    (reader_agreement.ReaderAgreement, reader_agreement.rows),
    (gaps.Gaps, gaps.rows),
    (searches.Searches, searches.rows),
    (screening.Screening, screening.rows),
    (quality_flags.QualityFlags, None),
)
# Every published table, in the order of the design.
TABLES: dict[str, type[Table]] = {model.table_name(): model for model, _ in _MODULES}
# The tables whose rows are figures read in a source, and so are anchored.
ANCHORED = tuple(name for name, model in TABLES.items() if "anchor_status" in model.columns())


def flatten(seeds: Seeds) -> Rows:
    """The rows of every table but ``quality_flags``, with their anchor status (None where it is owed)."""
    rows: Rows = {model.table_name(): list(make(seeds)) if make else [] for model, make in _MODULES}
    for record in (*seeds.studies, *seeds.reviews):
        anchors: dict[tuple[str, str], list[Anchor]] = {}
        for anchor in read_anchors(record.path):
            anchors.setdefault((anchor.table, anchor.row_id), []).append(anchor)
        for table in ANCHORED:
            for row in rows[table]:
                if row.record is record:
                    row.values["anchor_status"] = _status(row, anchors.get((table, row.id), []))
    rows["effect_sizes"] = list(effect_sizes.rows(rows))
    return rows


def _status(row: Row, anchors: list[Anchor]) -> str | None:
    """``anchored`` where every figure of the row was found, as it is typed now; else what excuses it; else None."""
    found = {pair for anchor in anchors for pair in zip(anchor.fields, anchor.numbers, strict=True)}
    if anchors and found >= {(name, plain(figure)) for name, figure in row.figures.items()}:
        return "anchored"
    source = next(source for source in row.record.content.sources if source.id == row.values["source_id"])
    if source.text != "held":
        return "text_not_held"
    if str(row.values["locator"]).partition(" ")[0] in ("table", "figure", "supplement", "registry"):
        return "not_text"
    return None


def plain(figure: Any) -> str:
    """A typed figure in one form for comparison: no relation, no trailing zeros of a decimal (18.0 is 18 here)."""
    text = str(figure.decimal)
    return text.rstrip("0").rstrip(".") if "." in text else text


def key_problems(rows: Rows) -> list[Problem]:
    """Rows with one key, and references to rows that do not exist."""
    problems: list[Problem] = []
    ids: dict[str, set[Any]] = {}
    for table, model in TABLES.items():
        seen: dict[tuple[Any, ...], Row] = {}
        for row in rows[table]:
            key = tuple(row.values[name] for name in model.key())
            # A derived effect is there twice because its row is: said once, at the row.
            if key in seen and not (table == "effect_sizes" and problems):
                first = seen[key]
                right = "a field that tells the two apart (part, at, assessor, criteria, analysis_set, data_cutoff), or one of them only"
                if table == "sources":
                    right = "the same bibliography wherever a source is named, or an id of its own"
                problems.append(
                    row.problem(
                        f"the key {'.'.join(map(str, key))} a second time (first in {first.place[0].name} line {first.place[1]})",
                        right,
                        "unique-key",
                    )
                )
            seen[key] = row
        if len(model.key()) == 1:
            ids[f"{table}.{model.key()[0]}"] = {key[0] for key in seen}
    for table, model in TABLES.items():
        for name, facts in model.columns().items():
            target = facts["references"]
            if not target:
                continue
            for row in rows[table]:
                value = row.values.get(name)
                if value is not None and value not in ids[target]:
                    problems.append(row.problem(f"{name} '{value}'", f"an id of {target}", "foreign-key"))
    return problems


def frame(model: type[Table], rows: Iterable[Row]) -> pd.DataFrame:
    """The rows as a frame with the dtypes of the model, in key order. Raises nothing: ``validate`` judges it."""
    columns = model.columns()
    values = [row.values for row in rows]
    data = {}
    for name, facts in columns.items():
        cells = [row.get(name) for row in values]
        if facts["terms"]:
            data[name] = pd.Series(pd.Categorical(cells, categories=list(facts["terms"])))
        elif facts["date"]:
            data[name] = pd.Series(pd.to_datetime(pd.Series(cells, dtype="object"), format="%Y-%m-%d")).astype("datetime64[s]")
        else:
            data[name] = pd.Series(cells, dtype=PANDAS[facts["dtype"]])
    made = pd.DataFrame(data, columns=list(columns))
    return made.sort_values(
        list(model.key()), key=lambda s: s.astype("string") if s.dtype == "category" else s, kind="stable", ignore_index=True
    )


PANDAS: dict[str, Any] = {
    "string": pd.StringDtype(),
    "str": pd.StringDtype(),
    "string[python]": pd.StringDtype(),
    "string[pyarrow]": pd.StringDtype(),
    "Int64": pd.Int64Dtype(),
    "Float64": pd.Float64Dtype(),
    "boolean": pd.BooleanDtype(),
}


def term_problems(rows: Rows) -> list[Problem]:
    """Values that are no word of a closed list (a category would turn them into nothing without a word)."""
    problems = []
    for table, model in TABLES.items():
        for name, facts in model.columns().items():
            if facts["terms"]:
                for row in rows[table]:
                    value = row.values.get(name)
                    if value is not None and value not in facts["terms"]:
                        problems.append(row.problem(f"{name} '{value}'", f"one of: {', '.join(facts['terms'])}", "terms"))
    return problems


def schema_problems(model: type[Table], made: pd.DataFrame, rows: list[Row]) -> list[Problem]:
    """What pandera finds in a frame, said per row of the record."""
    import pandera.errors

    by_key = {tuple(row.values[name] for name in model.key()): row for row in rows}
    try:
        model.schema().validate(made, lazy=True)
    except pandera.errors.SchemaErrors as error:
        problems = []
        for _, case in error.failure_cases.iterrows():
            found = f"{case['column']} {case['failure_case']!r}"
            if case["index"] is not None and pd.notna(case["index"]):
                key = tuple(made.loc[int(case["index"]), list(model.key())])
                row = by_key.get(key)
                if row is not None:
                    problems.append(row.problem(found, f"{case['check']} ({model.table_name()})", "schema"))
                    continue
            problems.append(Problem(f"table {model.table_name()}", 0, str(case["column"]), found, str(case["check"]), "schema"))
        return problems
    return []


def studies_of(seeds: Seeds) -> Iterator[tuple[Record, Study]]:
    """Study records with their content typed."""
    for record in seeds.studies:
        assert isinstance(record.content, Study)
        yield record, record.content
