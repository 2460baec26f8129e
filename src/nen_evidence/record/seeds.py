"""All that people write, read from one folder: studies, reviews, vocabulary, overlaps, searches, screening."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

from ..problem import Problem, ProblemsFound, shown
from ..vocabulary import Vocabulary
from ..vocabulary import load as load_vocabulary
from . import Record, read_record
from .model import Review, Study

# The hand-kept lists of seeds/: folder or file, and the columns of each.
LISTS = {
    "overlaps": ("study_id", "other_study_id", "relation", "reason"),
    "searches": ("search_id", "date", "where", "query", "n_seen", "n_new"),
    "screening": ("report_id", "source_id", "title", "first_author", "year", "doi", "pmid", "decision", "reason", "search_id"),
    "renamed_ids": ("table", "old_id", "new_id", "version", "reason"),
}


@dataclass(frozen=True)
class Seeds:
    """What was read. ``lists`` holds the rows of each hand-kept list with the file and line of each."""

    folder: Path
    vocabulary: Vocabulary
    studies: tuple[Record, ...]
    reviews: tuple[Record, ...]
    second: tuple[Record, ...] = ()
    lists: dict[str, list[tuple[Path, int, dict[str, str]]]] = field(default_factory=dict)


def read_seeds(folder: Path, only: list[Path] | None = None) -> Seeds:
    """Read a seeds folder, or only some records of it (with the whole vocabulary).

    Raises ProblemsFound with the problems of all files at once.
    """
    problems: list[Problem] = []
    if not (folder / "vocabulary").is_dir():
        raise ProblemsFound(
            [Problem(shown(folder), 0, "folder", "no vocabulary/", "a seeds folder with studies/, reviews/ and vocabulary/")]
        )
    vocabulary = load_vocabulary(folder / "vocabulary")

    def records(paths: list[Path], model: type[Study] | type[Review]) -> tuple[Record, ...]:
        found = []
        for path in sorted(paths, key=lambda path: path.name):
            try:
                found.append(read_record(path, vocabulary, model))
            except ProblemsFound as error:
                problems.extend(error.problems)
        return tuple(found)

    if only is None:
        studies = records(list((folder / "studies").glob("*.yaml")), Study)
        reviews = records(list((folder / "reviews").glob("*.yaml")), Review)
        second = records(list((folder / "second").glob("*.yaml")), Study)
        lists = {name: _rows(folder, name, columns, problems) for name, columns in LISTS.items()}
    else:
        studies = records([path for path in only if path.parent.name != "reviews"], Study)
        reviews = records([path for path in only if path.parent.name == "reviews"], Review)
        second, lists = (), {name: [] for name in LISTS}
    if problems:
        raise ProblemsFound(problems)
    return Seeds(folder, vocabulary, studies, reviews, second, lists)


def _rows(folder: Path, name: str, columns: tuple[str, ...], problems: list[Problem]) -> list[tuple[Path, int, dict[str, str]]]:
    """The rows of ``<name>.csv`` or of every CSV in ``<name>/``."""
    found = []
    for path in sorted([*folder.glob(f"{name}.csv"), *(folder / name).glob("*.csv")]):
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.DictReader(handle, strict=True)
            if tuple(reader.fieldnames or ()) != columns:
                problems.append(Problem(shown(path), 1, "header", ",".join(reader.fieldnames or []), ",".join(columns)))
                continue
            for row in reader:
                if None in row or None in row.values():
                    problems.append(
                        Problem(shown(path), reader.line_num, "row", "more or fewer cells than the header", f"{len(columns)} cells")
                    )
                else:
                    found.append((path, reader.line_num, row))
    return found
