"""Where each figure stands in its source: finding, fingerprints, verification."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from .. import contract
from ..problem import Problem, ProblemsFound, shown
from ..record.anchor_file import write_anchors
from ..record.seeds import read_seeds
from .arm_order import swapped_arms
from .finding import find
from .lexicon import Lexicon
from .text import SourceText, read_text
from .unused import unused_figures


@dataclass
class Report:
    """What anchoring one record came to."""

    total: int
    anchored: int
    without_text: list[str]
    problems: list[Problem] = field(default_factory=list)
    # Figures of each text that no row uses: what may have been passed over.
    unused: dict[str, list[str]] = field(default_factory=dict)


def anchor(path: Path, seeds_folder: Path, text: Path | None = None, folder: Path = Path("texts")) -> Report:
    """Anchor the rows of one record in the texts at hand and write the file beside it.

    ``text`` is the text of the primary source; for the other sources (and without it) ``folder`` is
    looked up for ``<source_id>.txt``. Rows whose source has no text at hand keep no anchor. Raises
    ProblemsFound where the record or a text cannot be read.
    """
    seeds = read_seeds(seeds_folder, only=[path])
    record = (*seeds.studies, *seeds.reviews)[0]
    texts: dict[str, SourceText] = {}
    without = []
    for source in record.content.sources:
        file = text if text is not None and source.role == "primary" else folder / f"{source.id}.txt"
        if source.text == "not_held":
            continue
        if file.is_file():
            texts[source.id] = text_of(file)
        else:
            without.append(source.id)
    if text is not None and not text.is_file():
        raise ProblemsFound([Problem(shown(text), 0, "text", "no such file", "the text of the source")])
    rows = contract.flatten(seeds)
    lexicon = Lexicon(seeds.vocabulary)
    findings = find(rows, record, texts, lexicon)
    in_part = {source.id for source in record.content.sources if source.text == "partly_held"}
    problems = []
    for finding in findings:
        row = finding.row
        partly = row.values["source_id"] in in_part
        for names, what in ((finding.missing, "is nowhere in the text"), (finding.misplaced, "stands in no sentence about it")):
            for name in names:
                figure = row.figures.get(name, "")
                excused = str(row.values["locator"]).partition(" ")[0] in ("table", "figure", "supplement", "registry")
                problems.append(
                    record.problem(
                        row.path,
                        f"{name} {figure} of {row.id}",
                        f"a figure of the text of {row.values['source_id']} ({figure or 'it'} {what}); "
                        + ("is it in the part that is not held?" if partly else "if it stands in a table, say so in 'locator'"),
                        "anchor",
                        "warning" if excused or partly else "error",
                    )
                )
    problems += swapped_arms(record, texts, lexicon, findings)
    anchors_ = [item for finding in findings if not finding.missing and not finding.misplaced for item in finding.anchors]
    write_anchors(path, anchors_)
    total = sum(len(rows[table]) for table in contract.ANCHORED)
    done = sum(not finding.missing and not finding.misplaced for finding in findings)
    return Report(total, done, without, problems, unused_figures(rows, record, texts, findings))


def text_of(file: Path) -> SourceText:
    """Read a local text. Raises ProblemsFound where it is not UTF-8 text or far too large."""
    raw = file.read_bytes()
    if len(raw) > 2_000_000:
        raise ProblemsFound([Problem(shown(file), 0, "text", f"{len(raw)} bytes", "the text of one report, at most 2 MB")])
    try:
        return read_text(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise ProblemsFound([Problem(shown(file), 0, "text", "bytes that are not UTF-8", "a text saved as UTF-8")]) from None
