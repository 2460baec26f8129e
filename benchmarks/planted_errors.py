"""How many transcription errors are caught: plant them in the curated records and see what speaks up.

Each planted record is written to a temporary folder and read like any other, so that the strict
reader, the coherence checks and, where the text of the source is at hand, the anchors all have their
chance. An error counts as caught by a problem that the unplanted record does not have.

    python benchmarks/planted_errors.py --per-kind 10 --out docs/benchmark-planted-errors.md
"""

from __future__ import annotations

import argparse
import copy
import datetime
import itertools
import random
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from nen_evidence import checks
from nen_evidence.checks import partitions
from nen_evidence.checks.context import Context
from nen_evidence.contract import TABLES, Rows, flatten
from nen_evidence.problem import ProblemsFound
from nen_evidence.record import reader
from nen_evidence.record.seeds import Seeds, read_seeds

Data = dict[str, Any]
Path_ = tuple[str | int, ...]
_SECTIONS = ("doses", "counts", "responses", "survival", "adverse_events", "measurements")
_FLOW = ("enrolled", "assigned", "treated", "evaluable")
# Fields of an item that hold words or qualifiers, not figures of the report.
_WORDS = {
    "source",
    "locator",
    "note",
    "subgroup",
    "criteria",
    "assessor",
    "analysis_set",
    "analysis",
    "data_cutoff",
    "assessment",
    "at",
    "unit_of_analysis",
    "ci_level",
    "ci_sides",
    "part",
    "drug",
    "kind",
    "unit",
    "per",
    "basis",
    "formulation",
    "route",
    "days",
    "cycle_days",
    "interval_days",
    "times_per_day",
    "schedule",
    "exclusive",
    "denominator",
    "marker",
    "symptom",
    "definition",
    "endpoint",
    "time_origin",
    "arm",
    "versus",
    "versus_subgroup",
    "contrast",
    "direction",
    "adjustment",
    "p_sides",
    "method",
    "term",
    "grade",
    "grading",
    "attribution",
    "counted",
    "event_type",
    "quantity",
    "detail",
    "outcome",
}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Site:
    """A number in a record: the scalar it stands in, and where; ``item`` is the row or line of the record it belongs to."""

    path: Path_
    start: int
    end: int
    item: Path_

    def text(self, data: Data) -> str:
        return str(get(data, self.path))[self.start : self.end]


def get(data: Any, path: Path_) -> Any:
    for part in path:
        data = data[part]
    return data


def put(data: Data, path: Path_, value: Any) -> None:
    get(data, path[:-1])[path[-1]] = value


def items(data: Data) -> Iterator[Path_]:
    """The lines of a record that carry figures."""
    for slug, arm in data["arms"].items():
        for name in _FLOW:
            if name in arm:
                yield ("arms", slug, name)
        for section in _SECTIONS:
            for number in range(len(arm.get(section, []))):
                yield ("arms", slug, section, number)
    for number in range(len(data.get("comparisons", []))):
        yield ("comparisons", number)


def sites(data: Data) -> list[Site]:
    """Every number of every figure, in the order of the record."""
    found: list[Site] = []

    def walk(value: Any, path: Path_, item: Path_) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                if key not in _WORDS:
                    walk(inner, (*path, key), item)
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                walk(inner, (*path, number), item)
        else:
            # Categories in count lines are words: primary_site: pancreas.
            if re.fullmatch(r"[<>=~ \d.,()%–to-]+", value):
                found.extend(Site(path, match.start(), match.end(), item) for match in _NUMBER.finditer(value))

    for path in items(data):
        walk(get(data, path), path, path)
    return found


def replaced(data: Data, site: Site, number: str) -> Data:
    made = copy.deepcopy(data)
    old = str(get(made, site.path))
    put(made, site.path, old[: site.start] + number + old[site.end :])
    return made


def tidy(number: str) -> str:
    """No leading zeros, so that the reader does not catch what a careful typist would not type."""
    whole, point, rest = number.partition(".")
    return (whole.lstrip("0") or "0") + point + rest


Planter = Callable[[Data, random.Random], Iterator[tuple[Data, Site | None, Path_]]]


def each_number(change: Callable[[str, random.Random], str | None]) -> Planter:
    def plant(data: Data, rng: random.Random) -> Iterator[tuple[Data, Site | None, Path_]]:
        for site in shuffled(sites(data), rng):
            old = site.text(data)
            new = change(old, rng)
            if new is not None and float(new) != float(old):
                yield replaced(data, site, new), site, site.item

    return plant


def shuffled(values: list[Any], rng: random.Random) -> list[Any]:
    return rng.sample(values, len(values))


def digit_changed(number: str, rng: random.Random) -> str | None:
    spot = rng.choice([index for index, letter in enumerate(number) if letter.isdigit()])
    return tidy(number[:spot] + rng.choice([digit for digit in "0123456789" if digit != number[spot]]) + number[spot + 1 :])


def digits_swapped(number: str, rng: random.Random) -> str | None:
    spots = [index for index, letter in enumerate(number) if letter.isdigit()]
    pairs = [(a, b) for a, b in itertools.pairwise(spots) if number[a] != number[b]]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    letters = list(number)
    letters[a], letters[b] = letters[b], letters[a]
    return tidy("".join(letters))


def decimal_shifted(number: str, rng: random.Random) -> str | None:
    """One place up or down; a whole number gains or loses a nought."""
    digits, places = number.replace(".", ""), len(number.partition(".")[2])
    if places == 0:
        return number[:-1] if number.endswith("0") and len(number) > 1 and rng.random() < 0.5 else number + "0"
    shift = rng.choice([-1, 1])
    places += shift
    digits = digits.rjust(places + 1, "0")
    return tidy(digits[: len(digits) - places] + ("." + digits[len(digits) - places :] if places else ""))


def neighbours_number(data: Data, rng: random.Random) -> Iterator[tuple[Data, Site | None, Path_]]:
    """The number before or after, in the same arm's lines."""
    found = sites(data)
    for index in shuffled(list(range(len(found))), rng):
        near = [
            found[other] for other in (index - 1, index + 1) if 0 <= other < len(found) and found[other].path[:2] == found[index].path[:2]
        ]
        values = [site.text(data) for site in near if float(site.text(data)) != float(found[index].text(data))]
        if values:
            yield replaced(data, found[index], rng.choice(values)), found[index], found[index].item


def arms_swapped(data: Data, rng: random.Random) -> Iterator[tuple[Data, Site | None, Path_]]:
    """The responses, survival times or adverse events of two arms, each in the other's place."""
    slugs = [slug for slug, arm in data["arms"].items() if arm.get("role") in ("experimental", "control", "cohort")]
    pairs = [
        (one, two, section)
        for index, one in enumerate(slugs)
        for two in slugs[index + 1 :]
        for section in ("responses", "survival", "adverse_events", "counts")
    ]
    for one, two, section in shuffled(pairs, rng):
        first, second = data["arms"][one].get(section), data["arms"][two].get(section)
        if first and second and first != second:
            made = copy.deepcopy(data)
            made["arms"][one][section], made["arms"][two][section] = made["arms"][two][section], made["arms"][one][section]
            yield made, None, ("arms", one, section)


def row_dropped(data: Data, rng: random.Random) -> Iterator[tuple[Data, Site | None, Path_]]:
    for path in shuffled(list(items(data)), rng):
        made = copy.deepcopy(data)
        place = get(made, path[:-1])
        del place[path[-1]]
        yield made, None, path


def months_for_weeks(data: Data, rng: random.Random) -> Iterator[tuple[Data, Site | None, Path_]]:
    swap = {"months": "weeks", "weeks": "months", "mo": "wk", "wk": "mo", "years": "months", "a": "mo", "days": "weeks", "d": "wk"}
    for path in shuffled([path for path in items(data) if "survival" in path or "measurements" in path], rng):
        item = get(data, path)
        unit = item.get("unit", "months" if "survival" in path else None)
        if unit in swap and "rate" not in item:
            made = copy.deepcopy(data)
            get(made, path)["unit"] = swap[unit]
            yield made, None, path


def percent_for_count(data: Data, rng: random.Random) -> Iterator[tuple[Data, Site | None, Path_]]:
    """``8`` typed as ``8%``, ``22%`` as ``22``."""
    for site in shuffled(sites(data), rng):
        text = str(get(data, site.path))
        if site.path[-1] in ("of", *_FLOW) or not {"responses", "counts", "adverse_events"} & set(site.path):
            continue
        made = copy.deepcopy(data)
        if re.fullmatch(r"\d+", text) and site.path[-1] not in ("n", "percent", "ci"):
            put(made, site.path, text + "%")
        elif re.fullmatch(r"\d+%", text):
            put(made, site.path, text[:-1])
        else:
            continue
        yield made, site, site.item


def wrong_denominator(data: Data, rng: random.Random) -> Iterator[tuple[Data, Site | None, Path_]]:
    """Another number of patients of the record in the place of a denominator."""
    found = [site for site in sites(data) if site.path[-1] == "of"]
    others = {site.text(data) for site in sites(data) if site.path[-1] in ("of", *_FLOW)}
    for site in shuffled(found, rng):
        choices = sorted(others - {site.text(data)})
        if choices:
            yield replaced(data, site, rng.choice(choices)), site, site.item


def bounds_swapped(data: Data, rng: random.Random) -> Iterator[tuple[Data, Site | None, Path_]]:
    for path in shuffled(list(items(data)), rng):
        item = get(data, path)
        for name in ("ci", "range", "iqr"):
            value = item.get(name) if isinstance(item, dict) else None
            ends = value if isinstance(value, list) else re.split(r"\s*(?:-|to|–)\s*", value) if isinstance(value, str) else []
            if len(ends) == 2 and all(_NUMBER.fullmatch(end) for end in ends) and ends[0] != ends[1]:
                made = copy.deepcopy(data)
                get(made, path)[name] = [ends[1], ends[0]]
                yield made, next((site for site in sites(data) if site.item == path and name in site.path), None), path


KINDS: dict[str, Planter] = {
    "digit changed": each_number(digit_changed),
    "digits swapped": each_number(digits_swapped),
    "decimal shifted": each_number(decimal_shifted),
    "neighbour's number": neighbours_number,
    "arms swapped": arms_swapped,
    "row dropped": row_dropped,
    "months for weeks": months_for_weeks,
    "percent for count": percent_for_count,
    "wrong denominator": wrong_denominator,
    "bounds swapped": bounds_swapped,
}


def partners(seeds: Seeds, rows: Rows) -> set[tuple[Path_, str]]:
    """(line of the record, number) of figures that an equation binds to others of the record.

    Count, percentage and denominator; the bounds of a proportion of a known count; a ratio and its
    bounds, and their p-value; responses and categories that add up. A median inside a wide interval
    is no such figure: many wrong numbers lie there too.
    """
    found: set[tuple[Path_, str]] = set()

    def add(row: Any, *names: str) -> None:
        found.update((row.path, row.figures[name].typed) for name in names if name in row.figures)

    context = Context(seeds, rows)
    for table, events, of in (
        ("response_outcomes", "n_events", "n_evaluable"),
        ("adverse_events", "n_events", "n_at_risk"),
        ("patient_counts", "n", "n_total"),
    ):
        for row in rows[table]:
            if {events, "percent", of} <= set(row.figures):
                add(row, events, "percent", of)
            if {"ci_low", "ci_high", of} <= set(row.figures) and {events, "percent"} & set(row.figures):
                add(row, events, "percent", of, "ci_low", "ci_high")
    for group in partitions.groups(context):
        names = partitions._partition(group)
        complete = partitions._whole(names, False) and (counts := group.counts(names)) is not None and sum(counts) == group.denominator
        for outcomes in (
            [*names] if complete else [],
            ["objective_response", "complete_response", "partial_response"],
            ["disease_control", "objective_response", "stable_disease"],
        ):
            if outcomes and len(group.present(outcomes)) == len(outcomes):
                for name in outcomes:
                    add(group.rows[name], "n_events", "percent", *(["n_evaluable"] if complete and outcomes == names else []))
    for listed in partitions._exclusive_groups(context):
        whole = [row.values["n_total"] for row in listed]
        numbers = [row.values["n"] for row in listed]
        if len(listed) > 1 and None not in numbers and whole[0] == sum(numbers):
            for row in listed:
                add(row, "n", "n_total")
    for row in rows["comparisons"]:
        if (
            row.values["measure"] in ("hr", "rr")
            and {"estimate", "ci_low", "ci_high"} <= set(row.figures)
            and all(row.figures[name].relation == "eq" for name in ("estimate", "ci_low", "ci_high"))
        ):
            add(row, "estimate", "ci_low", "ci_high", "p_value")
    return found


@dataclass
class Reading:
    """What one record says when it is read and checked."""

    grave: set[tuple[str, str]] = field(default_factory=set)
    notes: set[tuple[str, str]] = field(default_factory=set)
    refused: bool = False
    unanchored: set[tuple[str, str]] = field(default_factory=set)
    anchored: bool = False


class Bench:
    """Reads records as the command line would."""

    def __init__(self, seeds_folder: Path, texts: Path | None):
        self.seeds_folder, self.texts = seeds_folder, texts
        self.sources: dict[str, Any] = {}
        self.lexicon: Any = None
        self.bounds = {
            table: {
                name: (facts["minimum"], facts["maximum"])
                for name, facts in model.columns().items()
                if (facts["minimum"], facts["maximum"]) != (None, None)
            }
            for table, model in TABLES.items()
        }

    def read(self, path: Path, with_texts: bool) -> tuple[Reading, Seeds | None, Rows | None]:
        reading = Reading()
        try:
            seeds = read_seeds(self.seeds_folder, only=[path])
        except ProblemsFound:
            reading.refused = True
            return reading, None, None
        rows = flatten(seeds)
        for check, finding in checks.findings(seeds, rows):
            where = reading.notes if check.severity == "info" else reading.grave
            where.add((check.id, finding.row.id))
        reading.grave.update((f"{table}.{name}", row.id) for table, name, row in self._beyond(rows))
        if with_texts:
            self._anchor(reading, seeds, rows)
        return reading, seeds, rows

    def _beyond(self, rows: Rows) -> Iterator[tuple[str, str, Any]]:
        """Values beyond the bounds of their column, which the schema refuses (validating frames would be slow)."""
        for table, bounds in self.bounds.items():
            for row in rows[table]:
                for name, (low, high) in bounds.items():
                    value = row.values.get(name)
                    if value is not None and ((low is not None and value < low) or (high is not None and value > high)):
                        yield table, name, row

    def _anchor(self, reading: Reading, seeds: Seeds, rows: Rows) -> None:
        """Which figures are not found in their role in the texts at hand, through the anchors room."""
        from nen_evidence import anchors
        from nen_evidence.anchors import finding as finder
        from nen_evidence.anchors.arm_order import swapped_arms
        from nen_evidence.anchors.lexicon import Lexicon
        from nen_evidence.anchors.unused import unused_figures

        self.lexicon = self.lexicon or Lexicon(seeds.vocabulary)
        record = seeds.studies[0]
        texts = {
            source: text for source in (item.id for item in record.content.sources) if (text := self.text(source, anchors)) is not None
        }
        # Only where every source has its whole text: a figure of what is not held cannot be looked for.
        if len(texts) < len(record.content.sources) or any(source.text != "held" for source in record.content.sources):
            return
        reading.anchored = True
        found = finder.find(rows, record, texts, self.lexicon)
        for item in found:
            reading.unanchored.update((item.row.id, name) for name in (*item.missing, *item.misplaced))
        for problem in swapped_arms(record, texts, self.lexicon, found):
            reading.unanchored.add((problem.field, problem.check))
        # A figure of the text that no row uses any more is what a dropped row, or a replaced figure, leaves behind.
        for source, figures in unused_figures(rows, record, texts, found).items():
            reading.unanchored.update((f"unused in {source}", figure) for figure in figures)

    def text(self, source: str, anchors: Any) -> Any:
        if source not in self.sources:
            file = self.texts / f"{source}.txt" if self.texts else None
            self.sources[source] = anchors.text_of(file) if file is not None and file.is_file() else None
        return self.sources[source]


@dataclass
class Tally:
    planted: int = 0
    caught: int = 0
    noted: int = 0
    partner: int = 0
    partner_caught: int = 0
    partner_noted: int = 0
    texts: int = 0
    texts_caught: int = 0

    def add(self, other: Tally) -> None:
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def run(
    seeds_folder: Path, texts: Path | None, per_kind: int, seed: int, records: list[Path] | None = None
) -> tuple[dict[str, Tally], dict[str, Any], list[str]]:
    """Plant up to ``per_kind`` errors of each kind in each record. Returns tallies per kind, facts of the run, and the missed ones with a partner."""
    bench, rng = Bench(seeds_folder, texts), random.Random(seed)
    tallies = {kind: Tally() for kind in KINDS}
    missed: list[str] = []
    paths = records or sorted((seeds_folder / "studies").glob("*.yaml"))
    facts: dict[str, Any] = {"records": 0, "figures": 0, "with_partner": 0, "with_text": 0, "alarms": []}
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            data, _ = reader.read_yaml(path)
            copy_ = Path(folder) / path.name
            before, seeds, rows = bench.read(_written(copy_, data), True)
            if seeds is None or rows is None:
                continue
            bound = partners(seeds, rows)
            waived = {(waiver.check, waiver.row) for waiver in seeds.studies[0].content.waivers}
            facts["records"] += 1
            facts["with_text"] += before.anchored
            all_sites = sites(data)
            facts["figures"] += len(all_sites)
            facts["with_partner"] += sum((site.item, site.text(data)) in bound for site in all_sites)
            facts["alarms"] += [
                f"{check} at {row}" for check, row in sorted(before.grave) if not any(check == c and row.endswith(r) for c, r in waived)
            ]
            for kind, planter in KINDS.items():
                for number, (made, site, _item) in enumerate(planter(data, rng)):
                    if number >= per_kind:
                        break
                    after, _, _ = bench.read(_written(copy_, made), before.anchored)
                    caught = after.refused or bool(after.grave - before.grave)
                    noted = caught or bool(after.notes - before.notes)
                    partner = kind == "bounds swapped" or (site is not None and (site.item, site.text(data)) in bound)
                    tally = Tally(1, caught, noted, partner, partner and caught, partner and noted)
                    if before.anchored:
                        tally.texts, tally.texts_caught = 1, caught or bool(after.unanchored - before.unanchored)
                    tallies[kind].add(tally)
                    if partner and not noted and site is not None:
                        missed.append(f"{kind}: {path.stem} {reader.dotted(site.path)} {get(data, site.path)} -> {get(made, site.path)}")
    return tallies, facts, missed


def _written(path: Path, data: Data) -> Path:
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=1000), encoding="utf-8")
    return path


def markdown(tallies: dict[str, Tally], facts: dict[str, Any], per_kind: int, seed: int) -> str:
    """The result as Markdown."""

    def share(part: int, whole: int) -> str:
        return f"{100 * part / whole:.0f}% ({part}/{whole})" if whole else ""

    total = Tally()
    for tally in tallies.values():
        total.add(tally)
    lines = [
        "# Planted transcription errors",
        "",
        f"{datetime.date.today().isoformat()}; {facts['records']} records ({facts['with_text']} with a text at hand), {facts['figures']} figures, "
        f"{facts['with_partner']} of them bound to others by an equation; "
        f"up to {per_kind} errors of each kind in each record, seed {seed}.",
        "",
        "*Caught*: a new error or warning, or the strict reader refuses the record. "
        "*Noted*: also those that only add an information to `quality_flags` (patients unaccounted for). "
        "*With a partner*: figures that an equation binds to others (count, percentage and denominator; a proportion's interval; "
        "a ratio, its interval and p-value; sums).",
        "",
        "| error | caught | caught or noted | with a partner: caught | with a partner: caught or noted | with texts: caught |",
        "|---|---|---|---|---|---|",
    ]
    for kind, tally in [*tallies.items(), ("**all**", total)]:
        lines.append(
            f"| {kind} | {share(tally.caught, tally.planted)} | {share(tally.noted, tally.planted)} | {share(tally.partner_caught, tally.partner)} | "
            f"{share(tally.partner_noted, tally.partner)} | {share(tally.texts_caught, tally.texts)} |"
        )
    lines += ["", f"Unplanted records: {len(facts['alarms'])} errors or warnings that no waiver covers.", ""]
    lines += [f"- {alarm}" for alarm in facts["alarms"]]
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("records", nargs="*", type=Path, help="records to plant errors in; none: all of seeds/studies")
    parser.add_argument("--seeds", type=Path, default=Path("seeds"))
    parser.add_argument("--texts", type=Path, default=Path("texts"), help="folder with a text <source_id>.txt for each source")
    parser.add_argument("--per-kind", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="write the table as Markdown")
    parser.add_argument("--missed", action="store_true", help="list the missed errors among figures with a partner")
    given = parser.parse_args()
    start = time.time()
    tallies, facts, missed = run(given.seeds, given.texts, given.per_kind, given.seed, given.records or None)
    text = markdown(tallies, facts, given.per_kind, given.seed)
    print(text)
    print(f"{time.time() - start:.0f} s")
    if given.missed:
        print("\n".join(missed))
    if given.out:
        given.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
