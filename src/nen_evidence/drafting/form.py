"""A spreadsheet form for one study: written empty, filled in by a curator without git, read into a record.

Sheets and columns are projected from the record model, so the form asks for what a record may say. Every cell is text:
18.0 is not 18, and a spreadsheet would turn 12-50 into a date. What is wrong is named by sheet and cell.
"""

from __future__ import annotations

import datetime
import difflib
import inspect
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel

from ..problem import Problem, ProblemsFound, shown
from ..record import model, read_record
from ..record.figure import Count, Interval
from ..vocabulary import load

_BY_ARM: dict[str, type[BaseModel]] = {
    "doses": model.Dose,
    "counts": model.Counts,
    "responses": model.Responses,
    "survival": model.Survival,
    "adverse_events": model.AdverseEvents,
    "measurements": model.Measurement,
}
# What stands for a field that a record writes as a mapping: {neutropenia: 4} is term, n, percent.
_SHARES = {"counts": ("characteristic", "category"), "responses": ("outcome",), "adverse_events": ("term",)}
_SINGLE = ("study", "defaults")
_WORDS = {"characteristic": "characteristics", "outcome": "outcomes", "term": "adverse_events"}


@dataclass(frozen=True)
class Column:
    """A column of a sheet: the field it fills, which end of an interval it is, and what may stand in it."""

    name: str
    field: str
    end: int | None = None
    whole: bool = False
    words: tuple[str, ...] = ()
    vocabulary: str | None = None
    required: bool = False


def _holds(annotation: Any, kind: type) -> bool:
    return annotation is kind or any(_holds(part, kind) for part in get_args(annotation))


def _columns(fields: type[BaseModel], leave_out: tuple[str, ...] = ()) -> list[Column]:
    """The columns of a model's plain fields; an interval is two, a figure that may be a range is itself and ``_high``."""
    described = fields.model_json_schema(by_alias=True)
    found = []
    own = inspect.get_annotations(fields)
    for key, info in sorted(fields.model_fields.items(), key=lambda item: item[0] not in own):
        title = info.alias or key
        if key in leave_out or _is_nested(info.annotation):
            continue
        facts = described["properties"][title]
        options = [facts, *facts.get("anyOf", [])]
        words = next((tuple(option["enum"]) for option in options if "enum" in option), ())
        vocabulary = next((option["x-vocabulary"] for option in options if "x-vocabulary" in option), None)
        whole = _holds(info.annotation, Count) or any(option.get("type") == "integer" for option in options)
        if _holds(info.annotation, Interval):
            ranged = (facts.get("title", "") and len(get_args(info.annotation)) > 2) or title in ("amount", "cycles", "value")
            low, high = (title, f"{title}_high") if ranged else (f"{title}_low", f"{title}_high")
            found += [Column(low, title, 0, whole, words, vocabulary, info.is_required()), Column(high, title, 1, whole)]
        else:
            found.append(Column(title, title, None, whole, words, vocabulary, info.is_required()))
    return found


def _is_nested(annotation: Any) -> bool:
    """A field that a sheet of its own holds: other models, or a mapping."""
    return (
        any(isinstance(part, type) and issubclass(part, BaseModel) for part in (*get_args(annotation), annotation))
        or getattr(annotation, "__origin__", None) is dict
    )


def sheets() -> dict[str, list[Column]]:
    """Each sheet of the form and its columns, in order; ``study`` and ``defaults`` are a field a line."""
    arm = [Column("arm", "arm", required=True)]
    made = {
        "study": _columns(model.Study, ("enrolment", "extraction_status", "reader_2_kind", "status", "merged_into")),
        "defaults": _columns(model.Defaults),
        "sources": _columns(model.Source),
        "subgroups": [Column("id", "id", required=True), *_columns(model.Subgroup)],
        "arms": [Column("id", "id", required=True), *_columns(model.Arm, ("regimens",))],
        "arm_regimens": [*arm, Column("regimen", "regimen", required=True, vocabulary="regimens"), Column("n", "n", whole=True), Column("percent", "percent")],
    }  # fmt: skip
    made["study"] += [Column("enrolment_start_year", "enrolment", 0, True), Column("enrolment_end_year", "enrolment", 1, True)]
    for name, fields in _BY_ARM.items():
        shares = [Column(title, title, vocabulary=_WORDS.get(title), required=True) for title in _SHARES.get(name, ())]
        shares += [Column("n", "n", whole=True), Column("percent", "percent")] if shares else []
        made[name] = [*arm, *shares, *_columns(fields)]
    made["comparisons"] = _columns(model.Comparison)
    made["gaps"] = _columns(model.Gap)
    return made


def write(path: Path, vocabulary: Path) -> None:
    """Write an empty form: text cells, lists of terms to choose from, notes on the headings."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    terms = {name: list(listed.facts) for name, listed in load(vocabulary).lists.items()}
    book = Workbook()
    guide = book.active
    guide.title = "read me"
    for line in _GUIDE:
        guide.append([line])
    guide.column_dimensions["A"].width = 120
    lists: dict[tuple[str, ...], str] = {}
    listing = book.create_sheet("terms")

    def listed(column: Column) -> str | None:
        words = column.words or tuple(terms.get(column.vocabulary or "", ()))
        if words and words not in lists:
            letter = get_column_letter(len(lists) + 1)
            lists[words] = f"terms!${letter}$2:${letter}${len(words) + 1}"
            for row, word in enumerate((column.vocabulary or column.name, *words), start=1):
                listing.cell(row, len(lists), word).number_format = "@"
        return lists.get(words)

    for name, columns in sheets().items():
        sheet = book.create_sheet(name)
        for number, column in enumerate(columns, start=1):
            across = name not in _SINGLE
            head = sheet.cell(1 if across else number, number if across else 1, column.name)
            head.font = Font(bold=column.required)
            head.fill = PatternFill("solid", fgColor="FFF2CC" if column.required else "E7EEF7")
            notes = [
                "needed" if column.required else "",
                ", ".join(column.words),
                f"a term of seeds/vocabulary/{column.vocabulary}.csv" if column.vocabulary else "",
            ]
            if any(notes):
                head.comment = Comment("; ".join(filter(None, notes))[:1000], "nen-evidence")
            letter = get_column_letter(number) if across else "B"
            rows = range(2, 202) if across else range(number, number + 1)
            for row in rows:
                sheet[f"{letter}{row}"].number_format = "@"
            if reference := listed(column):
                choice = DataValidation("list", formula1=f"={reference}", allow_blank=True, showErrorMessage=False)
                choice.add(f"{letter}{rows[0]}:{letter}{rows[-1]}")
                sheet.add_data_validation(choice)
            sheet.column_dimensions[get_column_letter(number) if across else "A"].width = max(12, len(column.name) + 3)
        if name in _SINGLE:
            sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 60
        else:
            sheet.freeze_panes = "B2"
    book.move_sheet("terms", offset=len(book.sheetnames))
    book.save(path)


_GUIDE = (
    "One study. Fill in the sheets from a report that is open in front of you; leave empty what it does not print. Nothing is calculated or converted.",
    "All cells are text: type figures as printed (18.0 is not 18), a percentage without its sign (but rate: 65%), relations in front (<0.001, ~50).",
    "study and defaults: the value in column B. Yellow headings are needed. Columns with an arrow offer the terms; the sheet 'terms' lists them all.",
    "sources: one report a line; authors separated by ; and the main report with role 'primary'. arms: patients analysed together; 'id' is a short slug such as stz-5fu.",
    "doses, counts, responses, survival, adverse_events, measurements: one figure a line, with the id of its arm. A confidence interval goes to ci_low and ci_high, a range to range_low and range_high.",
    "Regimens are drugs joined by + (fluorouracil+streptozocin). An arm with several regimens is spelled out in arm_regimens. Times carry their unit: 24 weeks, 5 years; a bare number is months.",
    "Then: nen-evidence import <this file>, or send it in with the issue form 'Add a study'.",
)


@dataclass
class _Reading:
    """A form on its way to a record: the content, and the cell of each part of it."""

    path: Path
    content: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, tuple[int, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, row: int, place: str, found: str, right: str) -> None:
        self.problems.append(Problem(shown(self.path), row, place, found, right, "form"))


def read(path: Path, vocabulary: Path, folder: Path) -> Path:
    """Read a form into ``<folder>/<id>.yaml`` and return that path.

    Raises ProblemsFound, by sheet and cell, and writes nothing: cells that are no text, sheets and columns that are
    none of the form, and whatever the record reader refuses. An existing record is never written over.
    """
    reading = _Reading(path)
    _collect(reading)
    study_id = reading.content.get("id", "")
    if not re.fullmatch(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", study_id):
        row, place = reading.cells.get("id", (1, "study!B1 id"))
        reading.problem(row, place, f"'{study_id}'", "a slug such as smith-2001-stz")
    target = folder / f"{study_id}.yaml"
    if not reading.problems and target.exists():
        reading.problem(*reading.cells["id"], f"'{study_id}'", f"{shown(target)} exists already: correct that record, or take another id")
    if not reading.problems:
        text = _yaml(reading.content)
        with tempfile.TemporaryDirectory() as home:
            draft = Path(home) / target.name
            draft.write_text(text, encoding="utf-8")
            try:
                read_record(draft, load(vocabulary))
            except ProblemsFound as error:
                for problem in error.problems:
                    reading.problem(*_cell_of(reading, problem.field), problem.found, problem.right)
    if reading.problems:
        raise ProblemsFound(reading.problems)
    folder.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return target


def _cell_of(reading: _Reading, dotted: str) -> tuple[int, str]:
    """The row and cell of a part of the record: its own, else that of the nearest part around it."""
    while dotted and dotted not in reading.cells:
        dotted = re.sub(r"(\.[^.\[]+|\[\d+\]|^[^.\[]+)$", "", dotted)
    return reading.cells.get(dotted, (1, "study"))


def _collect(reading: _Reading) -> None:
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(reading.path)
    except (OSError, BadZipFile, InvalidFileException, KeyError) as error:
        reading.problem(0, "file", str(error), "a spreadsheet that 'nen-evidence form' wrote")
        return
    forms = sheets()
    for name in book.sheetnames:
        if name not in forms and name not in ("read me", "terms"):
            reading.problem(0, f"sheet '{name}'", "no sheet of the form", f"one of: {', '.join(forms)}")
    rows = {name: _rows(reading, name, columns, book[name]) if name in book.sheetnames else [] for name, columns in forms.items()}
    content = reading.content
    for name in _SINGLE:
        for _, values, cells in rows[name]:
            target, base = (content, "") if name == "study" else (content.setdefault("defaults", {}), "defaults.")
            target |= values
            reading.cells |= {base + key: cell for key, cell in cells.items()}
    for name in ("sources", "comparisons", "gaps"):
        for row, values, cells in rows[name]:
            if isinstance(values.get("authors"), str):
                values["authors"] = [author.strip() for author in values["authors"].split(";") if author.strip()]
            _append(reading, content, "", name, row, values, cells)
    for name in ("subgroups", "arms"):
        for row, values, cells in rows[name]:
            slug = values.pop("id", "")
            if not slug or slug in content.get(name, {}):
                reading.problem(row, f"{name}!A{row} id", f"'{slug}'" if slug else "nothing", "an id of its own for each line")
                continue
            content.setdefault(name, {})[slug] = values
            reading.cells[f"{name}.{slug}"] = (row, f"{name}!A{row}")
            reading.cells |= {f"{name}.{slug}.{key}": cell for key, cell in cells.items()}
    arms = content.get("arms", {})
    for name in ("arm_regimens", *_BY_ARM):
        for row, values, cells in rows[name]:
            slug = values.pop("arm", "")
            if slug not in arms:
                near = difflib.get_close_matches(slug, list(arms), n=1)
                reading.problem(
                    row,
                    f"{name}!A{row} arm",
                    f"'{slug}'" if slug else "nothing",
                    f"an id of the sheet arms ({'did you mean ' + near[0] + '?' if near else ', '.join(arms) or 'it has none'})",
                )
            elif name == "arm_regimens":
                arms[slug].setdefault("regimens", {})[values.get("regimen", "")] = _share(values)
                reading.cells[f"arms.{slug}.regimens.{values.get('regimen', '')}"] = (row, f"{name}!B{row}")
            else:
                if name == "responses":
                    values, cells = _by_outcome(reading, arms[slug].get(name, []), f"arms.{slug}.", row, values, cells)
                if values:
                    _append(reading, arms[slug], f"arms.{slug}.", name, row, _record_words(name, values), cells)
    # The order of a record: scalars, sources, defaults, subgroups, arms, comparisons, gaps.
    for name in ("sources", "defaults", "subgroups", "arms", "comparisons", "gaps"):
        if name in content:
            content[name] = content.pop(name)


def _append(
    reading: _Reading, owner: dict[str, Any], base: str, name: str, row: int, values: dict[str, Any], cells: dict[str, tuple[int, str]]
) -> None:
    listed = owner.setdefault(name, [])
    listed.append(values)
    here = f"{base}{name}[{len(listed)}]"
    reading.cells[here] = (row, f"{name}!A{row}")
    reading.cells |= {f"{here}.{key}": cell for key, cell in cells.items()}


def _record_words(name: str, values: dict[str, Any]) -> dict[str, Any]:
    """A line as a record writes it: ``characteristic, category`` is ``sex: male``."""
    if name == "counts" and "characteristic" in values:
        return {values.pop("characteristic"): values.pop("category", ""), **values}
    return values


def _by_outcome(
    reading: _Reading, listed: list[dict[str, Any]], base: str, row: int, values: dict[str, Any], cells: dict[str, tuple[int, str]]
) -> tuple[dict[str, Any], dict[str, tuple[int, str]]]:
    """A response as a record writes it, ``cr: 1``; one of the same patients as the line above joins it, and nothing is left to add.

    Only outcomes on one line are parts of one whole, of which the build may add up a response rate.
    """
    outcome = values.pop("outcome", "")
    if "n" not in values and "percent" not in values:
        reading.problem(row, f"responses!A{row}", "neither n nor percent", "one of the two, or both")
        return {}, {}
    share = {outcome: _share(values)}
    rest = {key: value for key, value in values.items() if key not in ("n", "percent")}
    cells = {(outcome if key in ("outcome", "n", "percent") else key): place for key, place in cells.items()}
    fields = set(model.Responses.model_fields)
    if (
        listed
        and "ci" not in rest
        and outcome not in listed[-1]
        and {key: value for key, value in listed[-1].items() if key in fields} == rest
    ):
        listed[-1].update(share)
        reading.cells[f"{base}responses[{len(listed)}].{outcome}"] = cells[outcome]
        return {}, {}
    return share | rest, cells


def _share(values: dict[str, Any]) -> str:
    n, percent = values.get("n"), values.get("percent")
    return str(n) if percent is None else f"{percent}%" if n is None else f"{n} ({percent}%)"


_Line = tuple[int, dict[str, Any], dict[str, tuple[int, str]]]


def _rows(reading: _Reading, name: str, columns: list[Column], sheet: Any) -> list[_Line]:
    """The filled lines of a sheet: row, values by field, and the cell of each field."""
    if name in _SINGLE:
        heads = {row: str(sheet.cell(row, 1).value or "").strip() for row in range(1, sheet.max_row + 1)}
        lines = [[(sheet.cell(row, 2), head) for row, head in heads.items()]]
    else:
        titles = [str(cell.value or "").strip() for cell in sheet[1]]
        lines = [list(zip(row, titles, strict=False)) for row in sheet.iter_rows(min_row=2)]
    known = {column.name: column for column in columns}
    found = []
    for line in lines:
        values: dict[str, Any] = {}
        cells: dict[str, tuple[int, str]] = {}
        for cell, title in line:
            if cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
                continue
            place = (cell.row, f"{name}!{cell.coordinate} {title}".strip())
            if title not in known:
                near = difflib.get_close_matches(title, known, n=1)
                reading.problem(
                    *place, f"'{title}'", f"a column of the form ({'did you mean ' + near[0] + '?' if near else ', '.join(known)})"
                )
                continue
            column = known[title]
            text = _text(reading, cell, column, place)
            if text is None:
                continue
            if column.end is None:
                values[column.field] = text
            else:
                values.setdefault(column.field, {})[column.end] = text
            cells.setdefault(column.field, place)
        for column in columns:
            ends = values.get(column.field)
            if isinstance(ends, dict):
                values[column.field] = _ends(reading, column, ends, cells[column.field])
        if values:
            found.append((line[0][0].row, values, cells))
    return found


def _ends(reading: _Reading, column: Column, ends: dict[int, str], place: tuple[int, str]) -> Any:
    """Two ends as a list; a figure without an upper end as itself."""
    if len(ends) == 2:
        return [ends[0], ends[1]]
    if 0 in ends and column.name == column.field:
        return ends[0]
    reading.problem(*place, "one end only", "both ends; one that the report does not give is: not reached, not estimable, not reported")
    return ends.get(0, ends.get(1))


def _text(reading: _Reading, cell: Any, column: Column, place: tuple[int, str]) -> str | None:
    """The text of a cell; anything a spreadsheet may have changed is refused."""
    value = cell.value
    if isinstance(value, str) and cell.data_type != "f":
        return value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool) and column.whole and float(value).is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and column.field == "accessed":
        return value.date().isoformat()
    kind = (
        "a formula"
        if cell.data_type == "f"
        else "a date that the spreadsheet made"
        if isinstance(value, datetime.date | datetime.time)
        else f"the number {value}"
    )
    reading.problem(*place, kind, "text as printed: format the cell as text and type it again (18.0 is not 18)")
    return None


class _Dumper(yaml.SafeDumper):
    """Writes scalars as typed, with quotes only where YAML needs them: the record reader resolves nothing."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (the name and kind that PyYAML gives it)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, False)


def _yaml(content: dict[str, Any]) -> str:
    text: str = yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000, default_flow_style=None)
    return text
