"""Measure drafts against the curated records whose texts are at hand; write the tables and the list to re-read.

    PYTHONPATH=src .venv/bin/python benchmarks/drafting.py [--write]

``--write`` puts the tables into docs/drafting.md (between the marks) and the disagreements into
texts/_log/draft-disagreements.md, which stays out of git: it quotes the sources.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import hashlib
import re
from collections import Counter
from pathlib import Path

from fit_drafting import ROOT, fit, held_out, problems_by_source

from nen_evidence import contract
from nen_evidence.anchors import text_of
from nen_evidence.drafting import measure, pairing
from nen_evidence.drafting.candidates import draft_candidates
from nen_evidence.record.seeds import read_seeds

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
# What a reader said of sure figures that a record does not have: T true to the text, D false, O and R the record was mended.
VERDICTS = Path(__file__).with_name("drafting_verdicts.csv")
FOLDS = 3


Found = dict[str, tuple[str, measure.Comparison]]


def run() -> tuple[Found, Found]:
    """The comparison of each source with a text: its decade of publication, and what was found.

    First every text read by weights that were fitted without its study (three parts, by study), then the held-out texts
    read by the weights as they are.
    """
    seeds = read_seeds(ROOT / "seeds")
    rows = contract.flatten(seeds)
    sources, studies = measure.by_source(rows), measure.by_study(rows)
    years = {str(row.values["source_id"]): row.values["year"] for row in rows["sources"]}
    unseen = held_out()

    def compared(source: str) -> tuple[str, measure.Comparison]:
        text = text_of(ROOT / "texts" / f"{source}.txt")
        year = years.get(source)
        decade = f"{int(year) // 10 * 10}s" if year is not None else "year not known"
        return decade, measure.compare(draft_candidates(text.sentences, seeds.vocabulary), sources[source], text, studies[source])

    problems = problems_by_source(seeds, studies)
    held = {source: compared(source) for source in problems if source in unseen}
    study = {source: str(found[0].values["study_id"]) for source, found in sources.items()}
    part = {source: int(hashlib.md5(study[source].encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS for source in problems}
    shipped = dict(pairing.WEIGHTS)
    crossed: Found = {}
    for fold in range(FOLDS):
        for model in shipped:
            pairing.WEIGHTS[model] = fit(model, [one for source, own in problems.items() if part[source] != fold for one in own[model]])
        crossed.update({source: compared(source) for source in problems if part[source] == fold})
    pairing.WEIGHTS.update(shipped)
    return dict(sorted(crossed.items())), held


def _percent(share: float | None, places: int = 0) -> str:
    return "-" if share is None else f"{100 * share:.{places}f}%"


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


def judged(found: Found) -> list[str]:
    """What a reader said of the sure figures that the record does not have."""
    with VERDICTS.open(encoding="utf-8") as file:
        said = {(row["source"], row["table"], row["term"], row["field"], row["number"]): row["verdict"] for row in csv.DictReader(file)}
    lines = []
    for table_, name in (("response_outcomes", "response"), ("survival_outcomes", "survival")):
        score = measure.tally([one for _, one in found.values()])[name]
        counts = Counter(
            said.get((source, *fact), "-") for source, (_, one) in found.items() for _, fact, _ in one.wrong if fact[0] == table_
        )
        true, false = counts["T"] + counts["O"] + counts["R"], counts["D"]
        lines.append(
            f"- {name}: {score.sure} sure, {score.right} as in the record ({_percent(score.precision, 1)}; recall of sure figures {_percent(score.recall, 1)}, with those to check {_percent(score.recall_any, 1)}); "
            f"of the other {score.sure - score.right} a reader found {true} true to the text and {false} false, {counts['-']} are not read. "
            f"True to the text: {_percent((score.right + true) / score.sure if score.sure else None, 1)} to {_percent((score.sure - false) / score.sure if score.sure else None, 1)}."
        )
    return lines


def report(crossed: Found, held: Found) -> str:
    """The measured tables as Markdown: numbers only."""
    everything = [comparison for _, comparison in crossed.values()]
    lines = [f"Measured on {datetime.date.today().isoformat()}, {len(crossed)} texts.", ""]
    lines += [f"Every text, read by weights that were fitted without its study ({FOLDS} parts):", "", *table(everything), ""]
    lines += ["Sure figures of responses and survival that the record does not have, read again:", "", *judged(crossed), ""]
    lines += [
        f"Held out: texts that the weights have not seen ({len(held)} texts):",
        "",
        *table([one for _, one in held.values()]),
        "",
    ]
    for decade in sorted({decade for decade, _ in crossed.values()}):
        own = [comparison for when, comparison in crossed.values() if when == decade]
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


def disagreements(found: Found) -> str:
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
    crossed, held = run()
    made = report(crossed, held)
    print(made)
    if given.write:
        page = ROOT / "docs" / "drafting.md"
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(rf"{BEGIN}.*{END}", lambda _: f"{BEGIN}\n\n{made}\n\n{END}", text, flags=re.S), encoding="utf-8")
        (ROOT / "texts" / "_log" / "draft-disagreements.md").write_text(disagreements(crossed), encoding="utf-8")


if __name__ == "__main__":
    main()
