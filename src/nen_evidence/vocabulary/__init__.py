"""Controlled terms: a preferred term, the synonyms that map to it, and terms that are refused.

Each ``seeds/vocabulary/<name>.csv`` is one list. Its first four columns are ``term``, ``label``,
``broader`` and ``synonyms`` (joined by ``|``); further columns are facts about the term.
``refused.csv`` names words that look usable and are not, with what to write instead.
"""

from __future__ import annotations

import csv
import difflib
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ..problem import Problem, ProblemsFound, shown

COMMON = ("term", "label", "broader", "synonyms")


@dataclass(frozen=True)
class TermList:
    """One list of terms; ``facts[term]`` is the row of the file as typed."""

    name: str
    facts: dict[str, dict[str, str]]
    synonyms: dict[str, str]
    refused: dict[str, str]

    def __contains__(self, term: object) -> bool:
        return term in self.facts

    def resolve(self, text: str) -> str:
        """The preferred term for what was typed. Raises ValueError that says what would be right."""
        if text in self.facts:
            return text
        known = _folded(text)
        if known in self.synonyms:
            return self.synonyms[known]
        if known in self.refused:
            raise ValueError(f"not a usable term of '{self.name}': {self.refused[known]}")
        close = difflib.get_close_matches(known, [*map(_folded, self.facts), *self.synonyms], n=6, cutoff=0.5)
        nearest = list(dict.fromkeys(self.synonyms.get(word, word.replace(" ", "_")) for word in close))
        nearest = [term if term in self.facts else term.replace("_", "-") for term in nearest][:3]
        hint = f"nearest: {', '.join(nearest)}" if nearest else "none is near"
        raise ValueError(f"a term of seeds/vocabulary/{self.name}.csv ({hint}), or add the term there")

    def narrower(self, term: str) -> set[str]:
        """The term and every term below it."""
        found = {term}
        while more := {t for t, row in self.facts.items() if row["broader"] in found} - found:
            found |= more
        return found


@dataclass
class Vocabulary:
    """All lists, and the synonyms that were mapped while reading (written, preferred)."""

    lists: dict[str, TermList]
    mapped: list[tuple[str, str, str]] = field(default_factory=list)

    def __getitem__(self, name: str) -> TermList:
        return self.lists[name]

    def resolve(self, name: str, text: str) -> str:
        term = self.lists[name].resolve(text)
        if term != text:
            self.mapped.append((name, text, term))
        return term


def _folded(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", text.strip().lower())


def load(folder: Path) -> Vocabulary:
    """Read every list of a folder. Raises ProblemsFound for a list that is ragged or contradicts itself."""
    lists, problems = _load(folder.resolve())
    if problems:
        raise ProblemsFound(problems)
    return Vocabulary(lists)


@lru_cache(maxsize=8)
def _load(folder: Path) -> tuple[dict[str, TermList], list[Problem]]:
    problems: list[Problem] = []
    refused: dict[str, dict[str, str]] = {}
    for row in _rows(folder / "refused.csv", problems):
        refused.setdefault(row["vocabulary"], {})[_folded(row["term"])] = row["instead"]
    lists = {}
    for path in sorted(folder.glob("*.csv")):
        if path.name != "refused.csv":
            lists[path.stem] = _list(path, refused.get(path.stem, {}), problems)
    return lists, problems


def _list(path: Path, refused: dict[str, str], problems: list[Problem]) -> TermList:
    facts: dict[str, dict[str, str]] = {}
    synonyms: dict[str, str] = {}
    rows = _rows(path, problems)
    for line, row in enumerate(rows, start=2):
        if row["term"] in facts:
            problems.append(Problem(shown(path), line, "term", f"'{row['term']}' a second time", "each term once"))
        facts[row["term"]] = row
    preferred = {_folded(term): term for term in facts}
    for line, row in enumerate(rows, start=2):
        if row["broader"] and row["broader"] not in facts:
            problems.append(Problem(shown(path), line, "broader", f"'{row['broader']}'", "a term of this list"))
        for word in [row["term"], row["label"], *filter(None, row["synonyms"].split("|"))]:
            known = _folded(word)
            if not known:
                continue
            owner = preferred.get(known) or synonyms.get(known, row["term"])
            if owner != row["term"]:
                problems.append(Problem(shown(path), line, "synonyms", f"'{word}', which is also of '{owner}'", "a word for one term only"))
            if known in refused:
                problems.append(Problem(shown(path), line, "synonyms", f"'{word}', which refused.csv refuses", "either of the two"))
            synonyms[known] = row["term"]
    return TermList(path.stem, facts, synonyms, refused)


def _rows(path: Path, problems: list[Problem]) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle, strict=True)
        rows = list(reader)
    for line, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            problems.append(
                Problem(shown(path), line, "row", "more or fewer cells than the header", f"{len(reader.fieldnames or [])} cells")
            )
    return [row for row in rows if None not in row and None not in row.values()]
