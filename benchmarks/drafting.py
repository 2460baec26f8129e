"""Measure drafts against the curated records whose texts are at hand; write the tables and the list to re-read.

    PYTHONPATH=src .venv/bin/python benchmarks/drafting.py [--write]

``--write`` puts the tables into docs/drafting.md (between the marks) and the disagreements into
texts/_log/draft-disagreements.md, which stays out of git: it quotes the sources.
"""

from __future__ import annotations

import argparse
import datetime
import re
from pathlib import Path

from nen_evidence import contract
from nen_evidence.anchors import text_of
from nen_evidence.drafting import measure
from nen_evidence.drafting.candidates import draft_candidates
from nen_evidence.record.seeds import read_seeds

ROOT = Path(__file__).resolve().parents[1]
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
# Texts that came after the rules were written and the weights were fitted: one source id a line.
HELD_OUT = Path(__file__).with_name("drafting_held_out.txt")


def held_out() -> set[str]:
    """The sources that neither rules nor weights have seen."""
    return set(HELD_OUT.read_text(encoding="utf-8").split())


def run() -> dict[str, tuple[str, measure.Comparison]]:
    """The comparison of each source with a text: its decade of publication, and what was found."""
    seeds = read_seeds(ROOT / "seeds")
    rows = contract.flatten(seeds)
    sources, studies = measure.by_source(rows), measure.by_study(rows)
    years = {str(row.values["source_id"]): row.values["year"] for row in rows["sources"]}
    found = {}
    for source in sorted(sources):
        file = ROOT / "texts" / f"{source}.txt"
        if file.is_file():
            text = text_of(file)
            drafted = draft_candidates(text.sentences, seeds.vocabulary)
            year = years.get(source)
            decade = f"{int(year) // 10 * 10}s" if year is not None else "year not known"
            found[source] = (decade, measure.compare(drafted, sources[source], text, studies[source]))
    return found


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.0f}%"


def table(comparisons: list[measure.Comparison]) -> list[str]:
    """A table of scores by class."""
    lines = [
        "| figures of | drafted as sure | right | precision | in the records | recall, sure | recall, sure or to check | arm right |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, score in measure.tally(comparisons).items():
        arms = f"{score.arms_right} of {score.arms}" if score.arms else "-"
        lines.append(
            f"| {name} | {score.sure} | {score.right} | {_percent(score.precision)} | {score.expected} | {_percent(score.recall)} | {_percent(score.recall_any)} | {arms} |"
        )
    return lines


def report(found: dict[str, tuple[str, measure.Comparison]]) -> str:
    """The measured tables as Markdown: numbers only."""
    everything = [comparison for _, comparison in found.values()]
    lines = [f"Measured on {datetime.date.today().isoformat()}, {len(found)} texts.", "", "All texts:", "", *table(everything), ""]
    unseen = held_out()
    held = [comparison for source, (_, comparison) in found.items() if source in unseen]
    lines += [f"Held out: texts that came after rules and weights were settled ({len(held)} texts):", "", *table(held), ""]
    for decade in sorted({decade for decade, _ in found.values()}):
        own = [comparison for when, comparison in found.values() if when == decade]
        lines += [
            f"Published in the {decade} ({len(own)} texts):" if decade[0].isdigit() else f"{decade.capitalize()} ({len(own)} texts):",
            "",
            *table(own),
            "",
        ]
    why = measure.reasons(everything)
    lines.append(
        f"Sure candidates that are not right: {why['contradicts']} stand in the record in another role, {why['not recorded']} are not recorded."
    )
    return "\n".join(lines)


def disagreements(found: dict[str, tuple[str, measure.Comparison]]) -> str:
    """What sure candidates and records disagree on, with the sentence: a list to re-read."""
    lines = ["# Drafts against records: to re-read", ""]
    for source, (_, comparison) in found.items():
        if comparison.wrong:
            lines += [f"## {source}", ""]
            for candidate, (kind, term, name, number), why in comparison.wrong:
                lines.append(
                    f"- {kind}: draft says {term} {name} {number} (arm {candidate.arm or 'not told'}); {why}. Sentence {candidate.sentence.number}: {candidate.sentence.text}"
                )
            lines.append("")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    found = run()
    made = report(found)
    print(made)
    if given.write:
        page = ROOT / "docs" / "drafting.md"
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(rf"{BEGIN}.*{END}", lambda _: f"{BEGIN}\n\n{made}\n\n{END}", text, flags=re.S), encoding="utf-8")
        (ROOT / "texts" / "_log" / "draft-disagreements.md").write_text(disagreements(found), encoding="utf-8")


if __name__ == "__main__":
    main()
