"""What changed between two packages: rows added, removed and changed, cell by cell, by study.

A package is a folder with ``datapackage.json`` or a zip of one. The CSV files are compared as text, row by row by
the key in their schema, so that a difference is exactly what a reader of the files would see.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from html import escape
from pathlib import Path
from typing import Any

Renamed = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Content:
    """A package as it was read: version, and for each table its key, its columns and its rows by key."""

    version: str
    keys: dict[str, list[str]]
    columns: dict[str, list[str]]
    rows: dict[str, dict[tuple[str, ...], dict[str, str]]]

    @property
    def counts(self) -> dict[str, int]:
        return {table: len(rows) for table, rows in self.rows.items()}


@dataclass(frozen=True)
class Cell:
    """One value that is not what it was."""

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """A row that was added, removed, changed or renamed."""

    kind: str
    table: str
    row_id: str
    study_id: str
    cells: tuple[Cell, ...] = ()
    former_id: str = ""


@dataclass
class Difference:
    """All that is different between two packages; ``shape`` says what changed in the tables and columns themselves."""

    before: str
    after: str
    counts: dict[str, tuple[int, int]]
    shape: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.shape or self.changes)

    def of(self, kind: str) -> list[Change]:
        """The changes of one kind: ``added``, ``removed``, ``changed``, ``renamed``."""
        return [change for change in self.changes if change.kind == kind]

    @property
    def summary(self) -> str:
        parts = [
            f"{len(self.of(kind))} row(s) {kind}"
            for kind in ("added", "removed", "changed", "renamed")
            if kind != "renamed" or self.of(kind)
        ]
        return ", ".join(parts) + (f", {len(self.shape)} change(s) of tables or columns" if self.shape else "")


def read(path: Path) -> Content:
    """Read a package from a folder or a zip. Raises ValueError for what is neither."""
    if path.is_dir() and (path / "datapackage.json").is_file():
        return from_files({str(file.relative_to(path)): file.read_bytes() for file in _wanted(path)})
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name.endswith((".json", ".csv"))]
            home = next(
                (name.removesuffix("datapackage.json") for name in sorted(names, key=len) if name.endswith("datapackage.json")), None
            )
            if home is not None:
                return from_files({name.removeprefix(home): archive.read(name) for name in names if name.startswith(home)})
    raise ValueError(f"{path}: neither a folder with datapackage.json nor a zip of one")


def _wanted(folder: Path) -> Iterable[Path]:
    return [folder / "datapackage.json", *folder.glob("data/*.csv"), *folder.glob("schemas/*.json")]


def from_files(files: dict[str, bytes]) -> Content:
    """A package from the content of its files. Raises ValueError where one that the descriptor names is missing."""
    package = json.loads(files["datapackage.json"])
    content = Content(package["version"], {}, {}, {})
    for resource in package["resources"]:
        if resource["type"] != "table":
            continue
        table = resource["name"]
        missing = {resource["path"], resource["schema"]} - set(files)
        if missing:
            raise ValueError(f"{', '.join(sorted(missing))}: named in datapackage.json and missing")
        key = json.loads(files[resource["schema"]])["primaryKey"]
        reader = csv.DictReader(io.StringIO(files[resource["path"]].decode("utf-8"), newline=""), strict=True)
        content.keys[table] = key
        content.rows[table] = {tuple(row[name] for name in key): row for row in reader}
        content.columns[table] = list(reader.fieldnames or [])
    return content


def compare(before: Content, after: Content, renamed: Renamed | None = None) -> Difference:
    """What is different in ``after``. ``renamed`` gives, by table, the new id of each id that was changed on purpose."""
    tables = list(dict.fromkeys([*before.rows, *after.rows]))
    found = Difference(
        before.version, after.version, {table: (len(before.rows.get(table, ())), len(after.rows.get(table, ()))) for table in tables}
    )
    for table in tables:
        if table not in after.rows or table not in before.rows:
            found.shape.append(f"table {table} {'added' if table in after.rows else 'removed'}")
        else:
            old, new = before.columns[table], after.columns[table]
            found.shape += [f"column {table}.{name} removed" for name in old if name not in new] + [
                f"column {table}.{name} added" for name in new if name not in old
            ]
        found.changes += _changes(table, before, after, (renamed or {}).get(table, {}))
    found.changes.sort(key=lambda change: (change.study_id, change.table, change.row_id, change.kind))
    return found


def _changes(table: str, before: Content, after: Content, renamed: dict[str, str]) -> list[Change]:
    old, new = before.rows.get(table, {}), after.rows.get(table, {})
    common = [name for name in before.columns.get(table, []) if name in after.columns.get(table, [])]
    changes = []
    seen = set()
    for key, row in old.items():
        target = (renamed[key[0]], *key[1:]) if key[0] in renamed else key
        now = new.get(target)
        if now is None:
            changes.append(Change("removed", table, ".".join(key), _study(table, row)))
            continue
        seen.add(target)
        cells = tuple(Cell(name, row[name], now[name]) for name in common if row[name] != now[name])
        if cells:
            kind = "changed" if target == key else "renamed"
            changes.append(Change(kind, table, ".".join(target), _study(table, now), cells, "" if target == key else ".".join(key)))
    changes += [Change("added", table, ".".join(key), _study(table, row)) for key, row in new.items() if key not in seen]
    return changes


def _study(table: str, row: dict[str, str]) -> str:
    return row.get("study_id") or (row["arm_id"].partition(".")[0] if row.get("arm_id") else "")


def as_text(difference: Difference, cells: int | None = None) -> str:
    """The difference as plain text: counts before and after, then the rows by study (at most ``cells`` lines of them)."""
    lines = [f"{difference.before} -> {difference.after}: {difference.summary}", ""]
    width = max((len(table) for table in difference.counts), default=0)
    lines += [
        f"  {table:{width}} {old:>6} -> {new:>6} {new - old:+d}" if new != old else f"  {table:{width}} {old:>6}"
        for table, (old, new) in difference.counts.items()
    ]
    lines += [f"  {line}" for line in difference.shape]
    rows: list[str] = []
    study = None
    for change in difference.changes:
        if change.study_id != study:
            study = change.study_id
            rows += ["", study or "(no study)"]
        former = f" (was {change.former_id})" if change.former_id else ""
        rows.append(f"  {change.kind} {change.table} {change.row_id}{former}")
        rows += [f"    {cell.column}: {cell.before or '(empty)'} -> {cell.after or '(empty)'}" for cell in change.cells]
    if cells is not None and len(rows) > cells:
        rows = [*rows[:cells], f"... and {len(rows) - cells} more lines; --output FILE for all"]
    return "\n".join([*lines, *rows]) + "\n"


def as_json(difference: Difference) -> str:
    """The difference as JSON."""
    content: dict[str, Any] = asdict(difference) | {"summary": difference.summary}
    content["counts"] = {table: {"before": old, "after": new} for table, (old, new) in difference.counts.items()}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#222;background:#fff}table{border-collapse:collapse}"
    "th,td{border-bottom:1px solid #ccc;padding:.2rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}del{color:#9b1c1c}ins{color:#14532d;text-decoration:none}"
)


def as_html(difference: Difference) -> str:
    """The difference as one HTML page that needs nothing else."""
    title = f"nen-evidence {escape(difference.before)} to {escape(difference.after)}"
    lines = [
        "<!doctype html>", '<html lang="en">', f'<head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>', "<body><main>",
        f"<h1>{title}</h1>", f"<p>{escape(difference.summary)}.</p>",
        '<h2>Rows</h2><table><thead><tr><th scope="col">table</th><th scope="col">before</th><th scope="col">after</th></tr></thead><tbody>',
        *(f'<tr><th scope="row">{escape(table)}</th><td>{old}</td><td>{new}</td></tr>' for table, (old, new) in difference.counts.items()), "</tbody></table>",
    ]  # fmt: skip
    if difference.shape:
        lines += ["<h2>Tables and columns</h2>", "<ul>", *(f"<li>{escape(line)}</li>" for line in difference.shape), "</ul>"]
    study = None
    for change in difference.changes:
        if change.study_id != study:
            lines += ["</ul>"] if study is not None else []
            study = change.study_id
            lines += [f"<h2>{escape(study) or 'No study'}</h2>", "<ul>"]
        former = f" (was <code>{escape(change.former_id)}</code>)" if change.former_id else ""
        shown = "; ".join(
            f"{escape(cell.column)}: <del>{escape(cell.before) or 'empty'}</del> &rarr; <ins>{escape(cell.after) or 'empty'}</ins>"
            for cell in change.cells
        )
        lines.append(
            f"<li>{change.kind} <strong>{escape(change.table)}</strong> <code>{escape(change.row_id)}</code>{former}{': ' + shown if shown else ''}</li>"
        )
    lines += ["</ul>"] if study is not None else []
    return "\n".join([*lines, "</main></body>", "</html>"]) + "\n"


FORMATS = {"text": as_text, "json": as_json, "html": as_html}
