"""Writing a draft: a record that a curator finishes, each figure under the sentence it came from.

A draft cannot pass for a curated record: ``reader_1_kind: REPLACE`` is no kind of reader, so ``check``
and ``build`` refuse the file until a reader has set it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .. import terms
from ..vocabulary import Vocabulary
from .arms import ArmDraft
from .candidates import Candidate

UNSET = "REPLACE"
MARKS = ("# sure:", "# check:", "# draft:")
_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 .()/+_%-]*[A-Za-z0-9.)%])?")
_SECTIONS = {
    "doses": "doses",
    "patient_counts": "counts",
    "response_outcomes": "responses",
    "survival_outcomes": "survival",
    "adverse_events": "adverse_events",
    "measurements": "measurements",
}
_TIME_UNITS = {"months": "mo", "years": "a", "weeks": "wk", "days": "d"}


@dataclass
class DraftRecord:
    """What is known of a study before a reader has looked: ``study`` and ``source`` fields as they are written."""

    id: str
    study: dict[str, str] = field(default_factory=dict)
    source: dict[str, str | list[str]] = field(default_factory=dict)
    locator: str = "abstract"
    arms: list[ArmDraft] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def scalar(text: str) -> str:
    """A YAML scalar that reads back as exactly this text, also inside a flow mapping."""
    text = re.sub(r"\s+", " ", text).strip()
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def line_of_text(text: str) -> str:
    """Text on one line that a record may hold: no line breaks, no start that a spreadsheet runs."""
    return re.sub(r"[\x00-\x1f\x7f]+", " ", text).strip().lstrip("=+@-").strip() or "untitled"


def flow(fields: dict[str, str | list[str]]) -> str:
    """A flow mapping on one line."""
    parts = [
        f"{name}: [{', '.join(scalar(end) for end in value)}]" if isinstance(value, list) else f"{name}: {scalar(value)}"
        for name, value in fields.items()
    ]
    return "{" + ", ".join(parts) + "}"


def to_yaml(draft: DraftRecord, vocabulary: Vocabulary) -> str:
    """The draft as a record file."""
    lines = [
        "# draft: written by 'nen-evidence draft'; nothing here has been read by anyone yet.",
        "# draft: compare each line with the sentence above it. '# sure:' lines were taken; '# check:' lines are left out until you take away their '#'.",
        f"# draft: then set reader_1_kind (and what else says {UNSET}), and run 'nen-evidence draft --finish' to take out the sentences, which are the source's.",
        f"id: {draft.id}",
    ]
    lines += [f"{name}: {scalar(value)}" for name, value in draft.study.items()]
    lines += [f"reader_1_kind: {UNSET}  # {' | '.join(terms.READER_KIND)}", "sources:"]
    for number, (name, value) in enumerate(draft.source.items()):
        shown = f"[{', '.join(scalar(item) for item in value)}]" if isinstance(value, list) else scalar(value)
        lines.append(f"  {'- ' if number == 0 else '  '}{name}: {shown}")
    lines.append(f"defaults: {flow({'source': str(draft.source['id']), 'locator': draft.locator})}")
    lines += [f"# check: {line_of_text(note)}" for note in draft.notes]
    lines.append("arms:")
    arms = list(draft.arms)
    slugs = {arm.slug for arm in arms}
    if "overall" not in slugs and any(
        item.arm not in slugs and item.table != "comparisons" and item.table != "doses" for item in draft.candidates
    ):
        arms.append(ArmDraft("overall", "overall"))
    for arm in arms:
        lines += _arm(arm, arms, draft, vocabulary)
    lines += _comparisons(draft, vocabulary)
    return "\n".join(lines) + "\n"


def _arm(arm: ArmDraft, arms: list[ArmDraft], draft: DraftRecord, vocabulary: Vocabulary) -> Iterator[str]:
    yield f"  {arm.slug}:"
    yield f"    role: {arm.role}"
    if arm.drugs:
        yield f"    regimen: {'+'.join(sorted(arm.drugs))}"
    slugs = {other.slug for other in arms if other.role != "overall" or len(arms) == 1}
    for table, section in _SECTIONS.items():
        own = [item for item in draft.candidates if item.table == table and _belongs(item, arm, slugs, arms)]
        block = list(_items(own, vocabulary, arm, len(slugs) > 1))
        if block:
            # A section with no taken item would be a field without a value.
            yield f"    {section}:" if any(not line.lstrip().startswith("#") for line in block) else f"    # {section}:"
            yield from block


def _belongs(item: Candidate, arm: ArmDraft, slugs: set[str], arms: list[ArmDraft]) -> bool:
    if item.table == "doses" and item.arm is None:
        owners = [other.slug for other in arms if item.term in other.drugs] or [arms[0].slug]
        return arm.slug in owners
    if item.arm in slugs:
        return item.arm == arm.slug
    return arm.role == "overall" or (len(arms) == 1)


def _items(found: Iterable[Candidate], vocabulary: Vocabulary, arm: ArmDraft, several: bool) -> Iterator[str]:
    taken: set[tuple[str, ...]] = set()
    for item in sorted(found, key=lambda item: (item.sentence.number, item.place)):
        fields, key = fields_of(item, vocabulary)
        if not fields:
            continue
        why = []
        if not item.sure:
            why.append("unsure")
        if several and item.facts.get("arm_known") == "no":
            why.append("of which arm?")
        if item.facts.get("some"):
            why.append("of all patients, or of a subgroup?")
        if key in taken:
            why.append("a second figure for the same")
        yield f"      # {'check' if why else 'sure'}:{' (' + ', '.join(why) + ')' if why else ''} {line_of_text(item.sentence.text)}"
        if why:
            yield f"      # - {flow(fields)}"
        else:
            taken.add(key)
            yield f"      - {flow(fields)}"


def _comparisons(draft: DraftRecord, vocabulary: Vocabulary) -> Iterator[str]:
    found = [item for item in draft.candidates if item.table == "comparisons"]
    parallel = [arm for arm in draft.arms if arm.role != "overall"]
    if not found:
        return
    block: list[str] = []
    taken: set[tuple[str, ...]] = set()
    for item in found:
        fields, key = fields_of(item, vocabulary)
        why = []
        if not item.sure:
            why.append("unsure")
        if len(parallel) < 2:
            # A series compares its own subgroups: the figure is right, whom it compares is for the reader to say.
            why.append("of which arms?")
            fields = {"arm": UNSET, "versus": UNSET, **fields}
        else:
            versus = item.facts.get("versus") or next(arm.slug for arm in parallel if arm.slug != item.arm)
            fields = {"arm": item.arm or parallel[0].slug, "versus": versus, **fields}
        if "some" in item.facts:
            why.append("of all patients, or of a subgroup?")
        if key in taken:
            why.append("a second figure for the same")
        if not why:
            taken.add(key)
        reasons = f" ({', '.join(why)})" if why else ""
        block += [
            f"  # {'check' if why else 'sure'}:{reasons} {line_of_text(item.sentence.text)}",
            f"  {'# ' if why else ''}- {flow(fields)}",
        ]
    yield "comparisons:" if any(not line.lstrip().startswith("#") for line in block) else "# comparisons:"
    yield from block


def fields_of(item: Candidate, vocabulary: Vocabulary) -> tuple[dict[str, str | list[str]], tuple[str, ...]]:
    """A candidate as the fields of a record's line, and what would make two lines one key. No fields: nothing to write."""
    values, facts = item.values, item.facts
    made: dict[str, str | list[str]] = {}
    if item.table == "doses":
        amount: str | list[str] = [values["amount"], values["amount_high"]] if "amount_high" in values else values["amount"]
        made = {"drug": item.term, "amount": amount, "unit": facts["unit"]}
        made |= {name: facts[name] for name in ("per", "route", "days", "interval_days", "times_per_day", "cycles") if name in facts}
        return made, ("dose", item.term)
    if item.table == "patient_counts":
        made = {facts.get("characteristic", "flow"): item.term, **_share(values, "n", "n_total")}
        return made, ("count", item.term)
    if item.table == "response_outcomes":
        made = {"outcome": item.term, **_share(values, "n_events", "n_evaluable")}
        made |= {"at": facts["at"]} if "at" in facts else {}
        return made | _interval(values), ("response", item.term, facts.get("at", ""))
    if item.table == "survival_outcomes":
        made = {"endpoint": item.term}
        if facts.get("statistic") == "rate":
            made |= {"rate": f"{values['reported_value']}%", "at": facts["at"] or UNSET}
        elif "reached" in facts:
            made["median"] = "not reached"
        elif "reported_value" in values:
            made[facts.get("statistic", "median")] = values["reported_value"]
        if facts.get("unit", "months") != "months":
            made["unit"] = facts["unit"]
        made |= {"n": values["n"]} if "n" in values else {}
        return made | _interval(values), ("survival", item.term, facts.get("statistic", ""), facts.get("at", ""))
    if item.table == "comparisons":
        made = {"endpoint": item.term}
        made |= {"hr": values["estimate"]} if "estimate" in values else {}
        made |= _interval(values)
        made |= {"p": values["p_value"]} if "p_value" in values else {}
        if facts.get("direction") == "not_stated":
            made["direction"] = "not_stated"
        return made, ("comparison", item.term, facts.get("measure", ""))
    if item.table == "adverse_events":
        grade = facts.get("grade", "not_stated")
        made = {"term": item.term, "grade": grade if grade in terms.AE_GRADE else "not_stated", **_share(values, "n_events", "n_at_risk")}
        made |= {name: facts[name] for name in ("event_type", "attribution") if name in facts}
        return made, ("event", item.term, grade, facts.get("event_type", ""))
    if item.table == "measurements" and "reported_value" in values:
        made = {
            "quantity": item.term,
            facts.get("statistic", "median"): values["reported_value"],
            "unit": _TIME_UNITS[facts.get("unit", "months")],
        }
        return made | _interval(values), ("measurement", item.term)
    return {}, ()


def _share(values: dict[str, str], n: str, of: str) -> dict[str, str | list[str]]:
    found: dict[str, str | list[str]] = {}
    if n in values:
        found["n"] = values[n]
    if "percent" in values:
        found["percent"] = values["percent"]
    if of in values:
        found["of"] = values[of]
    return found


def _interval(values: dict[str, str]) -> dict[str, str | list[str]]:
    found: dict[str, str | list[str]] = {}
    if "ci_low" in values:
        found["ci"] = [values["ci_low"], values["ci_high"]]
        if values.get("ci_level") in ("80", "90", "95", "97.5", "99"):
            found["ci_level"] = f"0.{values['ci_level'].replace('.', '')}"
    if "spread_low" in values:
        found["range"] = [values["spread_low"], values["spread_high"]]
    return found


def finish(text: str) -> str:
    """A draft that a reader has gone through, without the source's sentences.

    Raises ValueError where something still says ``REPLACE``.
    """
    left = [number for number, line in enumerate(text.splitlines(), start=1) if re.search(rf"\b{UNSET}\b", line.partition("#")[0])]
    if left:
        raise ValueError(f"line {', '.join(map(str, left))}: {UNSET} stands there still: a reader sets it")
    kept: list[str] = []
    skip = False
    for line in text.splitlines():
        bare = line.strip()
        if bare.startswith(MARKS):
            skip = bare.startswith("# check:")
            continue
        if skip and bare.startswith("# - {"):
            continue
        skip = False
        if re.fullmatch(rf"# (?:{'|'.join([*_SECTIONS.values(), 'comparisons'])}):", bare) or re.fullmatch(r"# - \{.*\}", bare):
            continue
        kept.append(re.sub(r"  # person \| .*$", "", line))
    return "\n".join(kept) + "\n"
