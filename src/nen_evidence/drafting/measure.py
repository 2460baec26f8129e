"""Precision and recall of drafts against curated records: a figure counts when table, term, field and number agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..anchors.text import SourceText, plain_number
from ..contract import Rows, plain
from ..contract.row import Row
from ..record.model import Study
from .arms import ArmDraft
from .candidates import Candidate, Drafted

CLASSES = {
    "patient_counts": "patients",
    "doses": "dose",
    "response_outcomes": "response",
    "survival_outcomes": "survival",
    "comparisons": "comparison",
    "adverse_events": "toxicity",
}
# The fields that are measured, per table: what was found, with its denominator and interval.
FIELDS = {
    "patient_counts": ("n", "percent"),
    "doses": ("amount",),
    "response_outcomes": ("n_events", "percent", "n_evaluable", "ci_low", "ci_high"),
    "survival_outcomes": ("reported_value", "ci_low", "ci_high", "spread_low", "spread_high"),
    "comparisons": ("estimate", "ci_low", "ci_high", "p_value"),
    "adverse_events": ("n_events", "percent"),
}
_TERM = {
    "patient_counts": "category",
    "doses": "drug",
    "response_outcomes": "outcome",
    "survival_outcomes": "endpoint",
    "comparisons": "endpoint",
    "adverse_events": "event",
}
Fact = tuple[str, str, str, str]


@dataclass
class Score:
    """Counts of one class: drafted as sure, right among them, expected, found among them (sure; sure or to check), arms right."""

    sure: int = 0
    right: int = 0
    expected: int = 0
    found: int = 0
    found_any: int = 0
    arms: int = 0
    arms_right: int = 0

    def add(self, other: Score) -> None:
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def precision(self) -> float | None:
        return self.right / self.sure if self.sure else None

    @property
    def recall(self) -> float | None:
        return self.found / self.expected if self.expected else None

    @property
    def recall_any(self) -> float | None:
        return self.found_any / self.expected if self.expected else None


@dataclass
class Comparison:
    """One text's drafts beside its record: scores by class, and what each has that the other has not."""

    scores: dict[str, Score] = field(default_factory=dict)
    wrong: list[tuple[Candidate, Fact, str]] = field(default_factory=list)
    missed: list[Fact] = field(default_factory=list)


def expected_facts(rows: Iterable[Row], text: SourceText, tables: bool = False) -> dict[Fact, list[Row]]:
    """The figures of a record's rows that stand in this text; with ``tables`` also those that the record takes from a table."""
    there = {number for sentence in text.sentences for number in sentence.plain_numbers}
    found: dict[Fact, list[Row]] = {}
    for row in rows:
        if row.table not in FIELDS or (
            not tables and str(row.values.get("locator", "")).partition(" ")[0] in ("table", "figure", "supplement")
        ):
            continue
        for name in FIELDS[row.table]:
            figure = row.figures.get(name)
            if figure is not None and plain(figure) in there:
                found.setdefault((row.table, row.words.get(_TERM[row.table], ""), name, plain(figure)), []).append(row)
    return found


def drafted_facts(candidates: Iterable[Candidate]) -> dict[Fact, list[Candidate]]:
    """The figures of candidates, in the same form."""
    found: dict[Fact, list[Candidate]] = {}
    for candidate in candidates:
        for name, value in candidate.figures:
            number = value.lstrip("<>=~ ")
            if candidate.table in FIELDS and name in FIELDS[candidate.table] and number[:1].isdigit():
                found.setdefault((candidate.table, candidate.term, name, plain_number(number)), []).append(candidate)
    return found


def compare(drafted: Drafted, rows: list[Row], text: SourceText, study: list[Row] | None = None) -> Comparison:
    """Score the drafts of one text against the rows of its source.

    ``study`` holds the rows of the whole record: what an earlier report of the study gave is not
    repeated for a later one, and a draft that finds it there is right.
    """
    expected = expected_facts(rows, text)
    whole = expected_facts(study or rows, text, tables=True)
    drafts = drafted_facts(drafted.candidates)
    result = Comparison({name: Score() for name in CLASSES.values()})
    elsewhere: dict[tuple[str, str], set[str]] = {}
    for table, term, _name, number in whole:
        elsewhere.setdefault((table, number), set()).add(term)
    for fact, candidates in drafts.items():
        score = result.scores[CLASSES[fact[0]]]
        if not any(item.sure for item in candidates):
            continue
        score.sure += 1
        if fact in whole:
            score.right += 1
            arm, rowss = candidates[0].arm, whole[fact]
            if arm and len(drafted.arms) == 2 and fact[0] in ("response_outcomes", "survival_outcomes", "adverse_events"):
                score.arms += 1
                score.arms_right += any(_same_arm(arm, drafted.arms, row) for row in rowss)
        else:
            other = elsewhere.get((fact[0], fact[3]))
            why = f"the record has {fact[3]} as {', '.join(sorted(other))}" if other else "not in the record"
            result.wrong.append((candidates[0], fact, why))
    for fact in expected:
        score = result.scores[CLASSES[fact[0]]]
        score.expected += 1
        score.found += any(item.sure for item in drafts.get(fact, []))
        score.found_any += fact in drafts
        if fact not in drafts:
            result.missed.append(fact)
    return result


def _same_arm(slug: str, arms: list[ArmDraft], row: Row) -> bool:
    """The record's arm is, of its arms, one of those nearest in drugs to the draft's; an overall row is no mistake."""
    study = row.record.content
    assert isinstance(study, Study)
    own = set(next(arm for arm in arms if arm.slug == slug).drugs)
    other = set().union(*[set(arm.drugs) for arm in arms if arm.slug != slug])
    arm = study.arms[str(row.values["arm_id"]).partition(".")[2]]
    drugs = set((arm.regimen or "").split("+"))
    return arm.role == "overall" or len(drugs & own) - len(drugs - own) >= len(drugs & other) - len(drugs - other)


def by_source(rows: Rows) -> dict[str, list[Row]]:
    """Rows of the measured tables by their source."""
    found: dict[str, list[Row]] = {}
    for table in FIELDS:
        for row in rows[table]:
            found.setdefault(str(row.values["source_id"]), []).append(row)
    return found


def by_study(rows: Rows) -> dict[str, list[Row]]:
    """Rows of the measured tables by the source, with those of all reports of its studies."""
    sources = by_source(rows)
    studies: dict[str, list[Row]] = {}
    for found in sources.values():
        for row in found:
            studies.setdefault(str(row.values["study_id"]), []).append(row)
    return {
        source: [row for study in sorted({str(row.values["study_id"]) for row in found}) for row in studies[study]]
        for source, found in sources.items()
    }


def tally(comparisons: Iterable[Comparison]) -> dict[str, Score]:
    """The scores of several texts added up, by class."""
    total = {name: Score() for name in CLASSES.values()}
    for comparison in comparisons:
        for name, score in comparison.scores.items():
            total[name].add(score)
    return total


def reasons(comparisons: Iterable[Comparison]) -> Counter[str]:
    """Why sure candidates were not right: another role in the record, or not recorded at all."""
    return Counter("contradicts" if why.startswith("the record") else "not recorded" for item in comparisons for _, _, why in item.wrong)
