"""Reading what a curator wrote: strict YAML in, a checked record or a list of problems out."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from ..problem import Problem, ProblemsFound, shown
from ..vocabulary import Vocabulary
from . import reader
from .model import Review, Study
from .reader import Lines

__all__ = ["Record", "json_schema", "read_record", "skeleton_of"]


@dataclass(frozen=True)
class Record:
    """A record that was read, with the file and the line of every part of it."""

    path: Path
    content: Study | Review
    lines: Lines
    mapped: tuple[tuple[str, str, str], ...] = ()

    @property
    def id(self) -> str:
        return str(self.content.id)

    def line(self, *path: str | int) -> int:
        return reader.line_of(self.lines, path)

    def problem(self, path: tuple[str | int, ...], found: str, right: str, check: str = "record", severity: str = "error") -> Problem:
        return Problem(shown(self.path), self.line(*path), reader.dotted(path), found, right, check, severity)


def read_record(path: Path, vocabulary: Vocabulary, model: type[Study] | type[Review] = Study) -> Record:
    """Read one record.

    Raises ProblemsFound with every problem of the file: its YAML, unknown fields, values of the wrong
    form, unknown terms, and references to arms, subgroups or sources that the record does not have.
    """
    data, lines = reader.read_yaml(path)
    context = Vocabulary(vocabulary.lists)
    try:
        content = model.model_validate(data, context=context)
    except ValidationError as error:
        raise ProblemsFound([_explained(path, lines, data, model, item) for item in error.errors()]) from None
    record = Record(path, content, lines, tuple(dict.fromkeys(context.mapped)))
    problems = _references(record)
    if problems:
        raise ProblemsFound(problems)
    return record


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a study record, for completion and red lines in editors."""
    return Study.model_json_schema(by_alias=True)


def skeleton_of(study: Study) -> str:
    """The frame that a blind second reader fills: bibliography, arms and subgroups by name, and not one figure."""
    lines = [f"id: {study.id}", f"label: {study.label}", f"design: {study.design}"]
    if study.randomized_comparison:
        lines.append(f"randomized_comparison: {study.randomized_comparison}")
    lines += [f"reader_1_kind: {study.reader_2_kind or 'software'}", "sources:"]
    for source in study.sources:
        title = source.title.replace('"', "'")
        lines.append(f'  - {{id: {source.id}, kind: {source.kind}, role: {source.role}, title: "{title}", text: {source.text}}}')
    lines += [f"defaults: {{source: {study.primary.id}, locator: abstract}}"]
    if study.subgroups:
        lines.append("subgroups:")
        lines += [
            f'  {slug}: {{axis: {group.axis}, level: "{group.level}", timing: {group.timing}}}' for slug, group in study.subgroups.items()
        ]
    lines.append("arms:")
    for slug, arm in study.arms.items():
        lines += [f"  {slug}:", f"    role: {arm.role}"]
        if arm.regimen:
            lines.append(f"    regimen: {arm.regimen}")
        elif arm.regimens:
            lines.append("    regimens: {" + ", ".join(f"{name}: 0" for name in arm.regimens) + "}  # the counts are yours to read")
    return "\n".join(lines)


def _explained(path: Path, lines: Lines, data: dict[str, Any], model: type[BaseModel], item: Any) -> Problem:
    where = tuple(part for part in item["loc"])
    while where and where not in lines and len(where) > 1:
        # Inner names of our own (a union's branch, the parsed shorthand) are not in the file.
        where = where[:-1]
    found = "" if isinstance(item["input"], dict | list) else f"'{item['input']}'"
    kind = item["type"]
    if kind == "extra_forbidden":
        known = _field_names(model, where[:-1])
        near = difflib.get_close_matches(str(item["loc"][-1]), known, n=2, cutoff=0.6)
        right = f"no such field; {'did you mean ' + ' or '.join(near) + '?' if near else 'fields here: ' + ', '.join(known)}"
        found = f"'{item['loc'][-1]}'"
    elif kind == "missing":
        right, found = f"the field '{item['loc'][-1]}'", "nothing"
    elif kind == "value_error":
        right = str(item["ctx"]["error"])
    else:
        right = item["msg"]
    return Problem(shown(path), reader.line_of(lines, where), reader.dotted(where), found, right)


def _field_names(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The fields that may stand at a place of the record."""
    names = {alias for name, info in model.model_fields.items() for alias in [info.alias or name]}
    current: Any = model
    for part in path:
        if isinstance(current, type) and issubclass(current, BaseModel) and isinstance(part, str):
            info = current.model_fields.get(part)
            current = _inner_model(info.annotation) if info else current
    if isinstance(current, type) and issubclass(current, BaseModel):
        names = {info.alias or name for name, info in current.model_fields.items()}
    return sorted(names)


def _inner_model(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _inner_model(argument)
        if found is not None:
            return found
    return None


def _references(record: Record) -> list[Problem]:
    """Names inside the record that point at nothing, and identifiers used twice."""
    content, problems = record.content, []
    if content.id != record.path.name.removesuffix(".yaml"):
        problems.append(record.problem(("id",), f"'{content.id}'", f"the name of the file, {record.path.stem}"))
    sources = [source.id for source in content.sources]
    for number, source in enumerate(content.sources):
        if sources.index(source.id) != number:
            problems.append(record.problem(("sources", number, "id"), f"'{source.id}' a second time", "each source once"))
    primaries = [source.id for source in content.sources if source.role == "primary"]
    # A trial may be known from a review's table only: then its figures stay secondary, and no analysis takes them for its own.
    stands_in = isinstance(content, Study) and not primaries and content.sources[0].role == "secondary"
    if len(primaries) != 1 and not stands_in:
        right = "exactly one source with role primary (or none, the first being secondary, where no report of the study's own was read)"
        problems.append(record.problem(("sources",), f"{len(primaries)} primary sources", right))
    if content.defaults.source and content.defaults.source not in sources:
        problems.append(record.problem(("defaults", "source"), f"'{content.defaults.source}'", f"one of the sources: {', '.join(sources)}"))
    if isinstance(content, Study):
        problems += _study_references(record, content, sources)
    else:
        for group in ("pooled", "statements"):
            for number, item in enumerate(getattr(content, group)):
                if item.source and item.source not in sources:
                    problems.append(
                        record.problem((group, number, "source"), f"'{item.source}'", f"one of the sources: {', '.join(sources)}")
                    )
    return problems


def _study_references(record: Record, study: Study, sources: list[str]) -> list[Problem]:
    problems = []

    def expect(path: tuple[str | int, ...], name: str | None, known: Any, what: str) -> None:
        if name is not None and name not in known:
            near = difflib.get_close_matches(name, list(known), n=1)
            hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(known) or 'none'}"
            problems.append(record.problem(path, f"'{name}'", f"{what} of this record ({hint})"))

    for slug in (*study.arms, *study.subgroups):
        if not _is_slug(slug):
            where = ("arms", slug) if slug in study.arms else ("subgroups", slug)
            problems.append(record.problem(where, f"'{slug}'", "a slug of lowercase letters, digits and hyphens"))
    for slug, arm in study.arms.items():
        base: tuple[str | int, ...] = ("arms", slug)
        expect((*base, "parent"), arm.parent, study.arms, "an arm")
        expect((*base, "same_patients_as"), arm.same_patients_as, study.arms, "an arm")
        if arm.regimen and arm.regimens:
            problems.append(record.problem((*base, "regimens"), "regimen and regimens", "one of the two; regimens for a mixed arm"))
        if not arm.regimen and not arm.regimens and arm.role not in ("overall",):
            problems.append(record.problem(base, "no regimen", "regimen, or regimens for a mixed arm (an overall arm may have none)"))
        for group in ("doses", "counts", "responses", "survival", "adverse_events", "measurements"):
            for number, item in enumerate(getattr(arm, group)):
                expect((*base, group, number, "source"), item.source, sources, "a source")
                expect((*base, group, number, "subgroup"), item.subgroup, study.subgroups, "a subgroup")
    for number, item in enumerate(study.comparisons):
        base = ("comparisons", number)
        expect((*base, "arm"), item.arm, study.arms, "an arm")
        expect((*base, "versus"), item.versus, study.arms, "an arm")
        expect((*base, "source"), item.source, sources, "a source")
        expect((*base, "subgroup"), item.subgroup, study.subgroups, "a subgroup")
        expect((*base, "versus_subgroup"), item.versus_subgroup, study.subgroups, "a subgroup")
    for number, gap in enumerate(study.gaps):
        expect(("gaps", number, "arm"), gap.arm, study.arms, "an arm")
    if study.design == "randomized" and study.randomized_comparison is None:
        problems.append(
            record.problem(
                ("design",),
                "randomized without randomized_comparison",
                "randomized_comparison: comparative, noncomparative or not_treatment",
            )
        )
    if (study.extraction_status == "double") != (study.reader_2_kind is not None):
        problems.append(
            record.problem(("extraction_status",), f"'{study.extraction_status}'", "double with reader_2_kind, or single without it")
        )
    if study.enrolment and study.enrolment[0] > study.enrolment[1]:
        problems.append(record.problem(("enrolment",), f"{study.enrolment[0]} to {study.enrolment[1]}", "the first year before the last"))
    return problems


def _is_slug(text: str) -> bool:
    return bool(text) and all(
        (part.isalnum() and part.islower()) or part.isdigit() or (part.isalnum() and part == part.lower())
        for part in text.replace("_", "-").split("-")
    )
