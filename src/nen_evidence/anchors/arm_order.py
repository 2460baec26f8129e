"""Swapped arms: pairs of figures that the text gives in the order opposite to the arms it names."""

from __future__ import annotations

import itertools
import re

from ..contract import plain
from ..contract.row import Row
from ..problem import Problem
from ..record import Record
from ..record.model import Study
from .finding import Finding
from .lexicon import Lexicon
from .text import ASIDE, Sentence, SourceText

_MAIN = ("n_events", "percent", "reported_value", "n")
_TABLES = ("response_outcomes", "survival_outcomes", "adverse_events", "patient_counts")
_PARALLEL = ("experimental", "control", "cohort")
Marks = tuple[re.Pattern[str], re.Pattern[str]]


def swapped_arms(record: Record, texts: dict[str, SourceText], lexicon: Lexicon, findings: list[Finding]) -> list[Problem]:
    """Pairs of parallel arms whose figures stand in the order opposite to the arms.

    Read where the arm is named beside its figure ("38% with A and 15% with B", "A 38%, B 15%"), where a pair of
    figures follows or precedes the pair of arms ("36% versus 8%"), and where each arm has a sentence of its own.
    What the text does not tell is not reported.
    """
    study = record.content
    if not isinstance(study, Study):
        return []
    groups: dict[tuple[str, str, str, str], list[tuple[Row, int, str]]] = {}
    for finding in findings:
        row = finding.row
        if row.table not in _TABLES or study.arms[_slug(row)].role not in _PARALLEL:
            continue
        main = next((name for name in _MAIN if name in row.figures), None)
        anchor = next((anchor for anchor in finding.anchors if main in anchor.fields), None)
        if main and anchor:
            key = (row.table, row.id.removeprefix(str(row.values["arm_id"])), anchor.source_id, main)
            groups.setdefault(key, []).append((row, anchor.sentence, plain(row.figures[main])))
    problems = []
    for (table, _suffix, source_id, _main), group in groups.items():
        for (one, here, first), (two, there, second) in itertools.combinations(group, 2):
            if first == second:
                continue
            marks = _marks(study, _slug(one), _slug(two), lexicon, texts[source_id])
            if marks is None:
                continue
            if _speaks_against(texts[source_id].sentences, here, there, first, second, marks, table == "patient_counts"):
                problems.append(
                    record.problem(
                        one.path,
                        f"{first} for {_slug(one)} and {second} for {_slug(two)}",
                        "the text names the arms and the figures in the opposite order: are the arms swapped?",
                        "arm-order",
                        "warning",
                    )
                )
    return problems


def _speaks_against(sentences: list[Sentence], here: int, there: int, first: str, second: str, marks: Marks, counts: bool) -> bool:
    by_number = {sentence.number: sentence for sentence in sentences}
    if here != there:
        return not counts and _names_only(by_number[here], marks[1], marks[0]) and _names_only(by_number[there], marks[0], marks[1])
    sentence = by_number[here]
    pair = _pair(sentence, first, second)
    if pair is None:
        return False
    if any(mark.search(sentence.norm) for mark in marks):
        order = _order_in(sentence.norm, *pair, marks)
    else:
        order = _order_before(sentence, *pair, [one for one in sentences if 0 < one.number < here], marks)
    return order is not None and order != (pair[0][2] == first)


def _names_only(sentence: Sentence, mark: re.Pattern[str], other: re.Pattern[str]) -> bool:
    return bool(mark.search(sentence.norm)) and not other.search(sentence.norm)


Spot = tuple[int, int, str]
_ROLES = {
    "experimental": [r"\bexperimental\b"],
    "control": [r"\bcontrol (?:arm|group|patients)|\bcontrols\b|\bcomparator|(?:did|do|were|had) not |\buntreated"],
}
_VERSUS = re.compile(r"\bv(?:s|ersus)?\b|compared")


def _pair(sentence: Sentence, first: str, second: str) -> tuple[Spot, Spot] | None:
    """The places of two figures that stand closest together, in their order; None where both orders are as close."""
    aside = [match.span() for match in ASIDE.finditer(sentence.norm)]
    spots = {
        value: [
            (spot.start, spot.end, value)
            for spot in sentence.numbers
            if spot.plain == value and not any(start <= spot.start < end for start, end in aside)
        ]
        for value in (first, second)
    }
    pairs = sorted((max(a[0], b[0]) - min(a[1], b[1]), min(a, b), max(a, b)) for a in spots[first] for b in spots[second] if a[0] != b[0])
    if not pairs or pairs[0][0] > 160:
        return None
    orders = {low[2] for gap, low, _ in pairs if gap <= pairs[0][0] + 15}
    return (pairs[0][1], pairs[0][2]) if len(orders) == 1 else None


def _order_in(norm: str, low: Spot, high: Spot, marks: Marks) -> bool | None:
    """Whether the figure printed first is that of the first arm, in a sentence that names arms; None where it does not tell."""
    between, after, before = norm[low[1] : high[0]], norm[high[1] : high[1] + 110], norm[: low[0]]
    inside = [bool(mark.search(between)) for mark in marks]
    # Where each arm is named next behind the pair and last before it; -1 where it is not.
    follows = [match.start() if (match := mark.search(after)) else -1 for mark in marks]
    last = [max((match.start() for match in mark.finditer(before)), default=-1) for mark in marks]
    if inside[0] != inside[1]:
        named = 0 if inside[0] else 1
        opened = re.search(r"\([^()]*$", before)
        outside = before[: opened.start()] + "(" if opened else before
        beside = re.compile(rf"(?:{marks[1 - named].pattern})[a-z -]{{0,25}}[ ,:=(]{{1,4}}(?:n ?= ?)?$")
        if beside.search(before) or beside.search(outside):
            return named == 1  # "A (38%), B (15%)"
        if follows[1 - named] >= 0:
            return named == 0  # "38% with A and 15% with B"
        if last[1 - named] >= 0 and len(before) - last[1 - named] < 140:
            return named == 1  # "A 38%, B 15%"
        return None
    if inside[0] or re.search(r"[.;]", re.sub(r"\d\.\d|vs\.", "", between)):
        return None
    if min(follows) >= 0 and (re.search(r"respectively", norm[high[1] : high[1] + 180]) or min(last) < 0):
        return follows[0] < follows[1]  # "38% and 15% with A and B, respectively"
    if min(last) >= 0:
        return last[0] < last[1]  # "with A and B in 38% and 15%"
    lesser = re.search(r"(?:than|compared (?:with|to)|versus|vs\.?|over)\s+(?:[\w-]+,? ){0,4}$", before[: max(*last, 0)])
    if max(last) >= 0 and max(follows) < 0 and _VERSUS.search(between) and not lesser:
        return last[0] >= 0  # "more frequent with A (38% versus 15%)"
    return None


def _order_before(sentence: Sentence, low: Spot, high: Spot, earlier: list[Sentence], marks: Marks) -> bool | None:
    """For "a versus b" in a sentence that names no arm: the order in the last sentence before it that named both."""
    between = sentence.norm[low[1] : high[0]]
    if (
        not (_VERSUS.search(between) or re.search("respectively", sentence.norm[high[1] :]))
        or len(between) > 60
        or re.search(r"\barms?\b|groups?", sentence.norm)
    ):
        return None
    for before in reversed(earlier):
        found = [mark.search(before.norm) for mark in marks]
        if found[0] and found[1]:
            return found[0].start() < found[1].start()
    return None


def _slug(row: Row) -> str:
    return str(row.values["arm_id"]).partition(".")[2]


def _marks(study: Study, one: str, two: str, lexicon: Lexicon, text: SourceText) -> Marks | None:
    """What names each of two arms and not the other.

    Its own drugs, site and doses, the words of its slug, "alone" where it only lacks the other's drugs, and the
    abbreviations that the text sets in brackets behind any of these.
    """
    drugs = {slug: set((study.arms[slug].regimen or "").split("+")) - {""} for slug in (one, two)}
    # A drug that is also the whole of a third arm names that arm.
    third = {arm.regimen or "" for slug, arm in study.arms.items() if slug not in (one, two) and arm.role in _PARALLEL}
    words = {slug: {part for part in re.split(r"[-_]", slug) if len(part) > 2 and not part.isdigit()} for slug in (one, two)}
    sites = {slug: {study.arms[slug].site or ""} - {""} for slug in (one, two)}
    doses = {slug: {(dose.amount, dose.unit) for dose in study.arms[slug].doses} for slug in (one, two)}
    patterns: list[list[str]] = []
    for slug, other in ((one, two), (two, one)):
        own = [_strict(lexicon.drug(drug)) for drug in sorted(drugs[slug] - drugs[other] - third)]
        own += [rf"\b{re.escape(word)}" + ("" if len(word) > 3 else r"\b") for word in sorted(words[slug] - words[other] - drugs[other])]
        if not set(re.split("[-_]", slug)) <= drugs[other] | words[other]:
            own.append(rf"(?<![a-z0-9]){re.escape(slug)}(?![a-z0-9])".replace(r"\-", r"[\s-]?"))
        own += [lexicon.pattern("category", site).pattern for site in sorted(sites[slug] - sites[other])]
        own += [
            rf"(?<![\d.]){re.escape(str(amount))} ?[a-z]" for amount, _ in sorted(doses[slug] - doses[other], key=str) if amount is not None
        ]
        own += _ROLES.get(study.arms[slug].role, []) if study.arms[slug].role != study.arms[other].role else []
        if drugs[slug] < drugs[other]:
            alone = "|".join(lexicon.drug(drug) for drug in sorted(drugs[slug]))
            own.append(rf"\balone\b|monotherap|(?<!\+ )(?<!plus )(?<!and )(?:{alone})(?: \w+)? (?:arm|group)")
        elif drugs[other] < drugs[slug]:
            own.append(r"combination|combined")
        patterns.append(own)
    short = [_abbreviations(text, "|".join(own)) for own in patterns]
    for number, own in enumerate(patterns):
        own += [rf"(?<![a-z0-9]){re.escape(word)}s?(?![a-z0-9])" for word in sorted(short[number] - short[1 - number])]
    return re.compile("|".join(patterns[0])), re.compile("|".join(patterns[1]))


def _strict(pattern: str) -> str:
    """The words of a drug without those of its kind that a sentence uses for much else ("disease control", "radiological")."""
    return pattern.replace("|control", "").replace(r"|emboli[sz]|perfusion|surg|resect|ablat|radio", "")


def _abbreviations(text: SourceText, pattern: str) -> set[str]:
    """What stands in brackets shortly behind the words of an arm: "irinotecan plus cisplatin (IP)"."""
    found = re.compile(rf"(?:{pattern})[^().;,]{{0,40}}? ?\(([a-z0-9][a-z0-9/+-]{{1,9}})(?: (?:arm|group))?\)")
    return {
        match[1]
        for sentence in text.sentences
        for match in found.finditer(sentence.norm)
        if re.search("[a-z]", match[1]) and match[1] not in ("ci", "or", "hr", "pts")
    }
