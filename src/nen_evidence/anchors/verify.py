"""Checking kept anchors against texts: is each figure still where it was found?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from .. import contract
from ..record import Record
from ..record.anchor_file import Anchor, read_anchors
from ..record.seeds import read_seeds
from . import text_of
from .finding import find
from .lexicon import Lexicon
from .text import SourceText

EXACT, FOUND, MISSING, NO_TEXT = "exact", "found", "missing", "no_text"


@dataclass(frozen=True)
class Verdict:
    """One anchor against the text: ``exact`` the same sentence, ``found`` the figures in their role in another, ``missing``, or ``no_text``."""

    record: str
    anchor: Anchor
    status: str


@dataclass
class Verified:
    """What verification came to."""

    verdicts: list[Verdict] = field(default_factory=list)
    # Sources that could not be had, with the reason.
    unavailable: dict[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> Counter[str]:
        return Counter(verdict.status for verdict in self.verdicts)


def from_folder(folder: Path) -> Callable[[Record, str], SourceText | str]:
    """A way to texts: ``<folder>/<source_id>.txt``."""

    def get(record: Record, source_id: str) -> SourceText | str:
        file = folder / f"{source_id}.txt"
        return text_of(file) if file.is_file() else f"no {file.name} in {folder}"

    return get


def verify(paths: Iterable[Path], seeds_folder: Path, get: Callable[[Record, str], SourceText | str]) -> Verified:
    """Check the anchors of records against texts.

    ``get(record, source_id)`` gives the text of a source, or says in words why there is none. Raises
    ProblemsFound where a record cannot be read.
    """
    found = Verified()
    for path in paths:
        anchors = read_anchors(path)
        if not anchors:
            continue
        seeds = read_seeds(seeds_folder, only=[path])
        record = (*seeds.studies, *seeds.reviews)[0]
        texts: dict[str, SourceText] = {}
        for source_id in sorted({anchor.source_id for anchor in anchors}):
            text = get(record, source_id)
            if isinstance(text, str):
                found.unavailable[source_id] = text
            else:
                texts[source_id] = text
        findings = {(item.row.table, item.row.id): item for item in find(contract.flatten(seeds), record, texts, Lexicon(seeds.vocabulary))}
        for anchor in anchors:
            text_ = texts.get(anchor.source_id)
            if text_ is None:
                status = NO_TEXT
            elif anchor.fingerprint in {sentence.fingerprint for sentence in text_.sentences}:
                status = EXACT
            else:
                finding = findings.get((anchor.table, anchor.row_id))
                lost = set() if finding is None else {*finding.missing, *finding.misplaced}
                status = MISSING if finding is None or lost & {*anchor.fields, "words"} else FOUND
            found.verdicts.append(Verdict(record.id, anchor, status))
    return found
