"""Figures of a text that no row uses: what a reader may have passed over, and what a lost row leaves behind."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from ..contract import ANCHORED, Rows
from ..record import Record
from .finding import DENOMINATORS, Finding, counts_patients
from .text import ASIDE, Number, Sentence, SourceText

_OUTCOME = re.compile(
    r"respon|surviv|progress|\bpfs\b|\bos\b|\borr\b|stab[il]|toxic|advers|grade|hazard|\bhr\b|median|\bmean\b|patients|\bpts\b|remission|regress|rate|months|years"
    r"|%|complicat|occurr|observed|receiv|administ|\bdoses?\b|\bmg\b|[gm]bq|\bmci\b|cycle|course|reduc|decreas|improv|normali|\bp ?[<=>]|death|died|alive|discontinu|withdr|follow|cases?\b"
)
_COUNTED = re.compile(
    r"(?: (?:of|out of|in)\b| \w+)?(?: [\w-]+)? ?(?:\(|/|patients?|cases?|pts|subjects?|complete|partial|objective|minor|responses?|had|achiev|died|deaths?|of (?:the )?\w+)"
)


_UNREACHED = re.compile(r"\bnot (?:yet |been |yet been )?(?:reached|attained)|\bunreached|\bwas not reached")
# Numbers that only say when, how often or from what on, where these words follow them.
_TIME = re.compile(r"[ -]?(?:days?|weeks?|wks?|months?|mos?|years?|yrs?|times|d\b|h\b|,|and|or|to|-)")
_QUALIFIERS = {
    "interval_days": _TIME,
    "cycle_length_days": _TIME,
    "times_per_day": _TIME,
    "time_months": _TIME,
    "threshold_percent": re.compile(r" ?(?:%|percent)"),
}
_WHOLE = re.compile(r"(?:\bof|\bamong|/)\s*(?:the |these |all |a total of )?(?:\(?n ?= ?)?$")


def unused_figures(rows: Rows, record: Record, texts: dict[str, SourceText], findings: list[Finding]) -> dict[str, list[str]]:
    """Figures of sentences about patients and outcomes that no row of the record uses, by source, each with its sentence.

    A figure is used by a row that is anchored in its sentence. A number of patients is used wherever a row gives
    it, but not by a denominator alone: one that stands in no row of its own is listed, except behind "of". A
    decimal or large number is used wherever a row gives it. Listed too: "not reached" in a sentence that no row
    is anchored in. Confidence levels, years, registrations, versions and grades are not counted.
    """
    used = {source: _Used() for source in texts}
    for finding in findings:
        for anchor in finding.anchors:
            mine = used[anchor.source_id]
            mine.sentences[anchor.sentence] += not anchor.fields
            for name, number in zip(anchor.fields, anchor.numbers, strict=True):
                if name in DENOMINATORS and not (name == "n" and finding.row.table == "patient_counts"):
                    mine.wholes.add(number)
                else:
                    mine.here[anchor.sentence, number] += 1
                    mine.anywhere.add(number)
    for table in ANCHORED:
        for row in rows[table]:
            if row.record is record and str(row.values["source_id"]) in used:
                mine = used[str(row.values["source_id"])]
                for name, kind in _QUALIFIERS.items():
                    if row.values.get(name) is not None:
                        mine.qualifiers.setdefault(kind, set()).add(f"{row.values[name]:g}")
    found = {
        source: [item for sentence in text.sentences[1:] for item in _unused(sentence, used[source])] for source, text in texts.items()
    }
    return {source: left for source, left in found.items() if left}


@dataclass
class _Used:
    """The figures of one text that rows use: by sentence, anywhere, as denominators, as qualifiers; rows without figures by sentence."""

    here: Counter[tuple[int, str]] = field(default_factory=Counter)
    anywhere: set[str] = field(default_factory=set)
    wholes: set[str] = field(default_factory=set)
    qualifiers: dict[re.Pattern[str], set[str]] = field(default_factory=dict)
    sentences: Counter[int] = field(default_factory=Counter)


def _unused(sentence: Sentence, used: _Used) -> list[str]:
    if not _OUTCOME.search(sentence.norm):
        return []
    aside = [match.span() for match in ASIDE.finditer(sentence.norm)]
    printed: Counter[str] = Counter()
    for number in sentence.numbers:
        plain = number.plain
        if any(start <= number.start < end for start, end in aside) or not _is_figure(sentence, number):
            continue
        if any(plain in values and kind.match(sentence.norm[number.end :]) for kind, values in used.qualifiers.items()):
            continue
        if plain in used.wholes and _WHOLE.search(sentence.norm[: number.start]):
            continue
        tested = re.search(r"\bp[ -]?(?:value)? ?[<=>]+ ?$", sentence.norm[: number.start])
        repeated = tested is None and ("." in plain or len(plain) > 2 or counts_patients(sentence.norm, number.start, number.end))
        if not (repeated and plain in used.anywhere and not used.here[sentence.number, plain]):
            printed[plain] += 1
    left = []
    for plain, times in printed.items():
        over = times - used.here[sentence.number, plain]
        if over > 0:
            left.append(f"{plain} (sentence {sentence.number}{f', {over} times' if over > 1 else ''})")
    unreached = len(_UNREACHED.findall(sentence.norm)) - used.sentences[sentence.number]
    return [*left, f"not reached (sentence {sentence.number})"] if unreached > 0 else left


def _is_figure(sentence: Sentence, number: Number) -> bool:
    """Digits, or a number word before what it counts ("one partial response", but not "one of the largest")."""
    return sentence.norm[number.start].isdigit() or bool(_COUNTED.match(sentence.norm[number.end :]))
