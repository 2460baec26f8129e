"""Of how many: denominators that a text says once for several figures.

``PR in 7 (20%) and SD in 14 (40%) of 35 evaluable patients`` says 35 once; ``Thirty-five patients were evaluable. ...
PR in 7 (20%)`` says it a sentence or two earlier. A number of patients becomes a denominator only where the figures allow it:
the count must give the percentage as printed, and no other number there may do so as well. What is
said farther off, of all patients, is left to the arm: records do not repeat it for each outcome.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..anchors.text import Sentence
from .atoms import atoms, flat
from .candidate import Candidate

_PEOPLE = r"(?:patients?|pts|subjects|participants|cases|individuals|women|men|children|adults|tumou?rs)\b"
_NUMBER = r"(?P<n>\d{1,3}(?:,\d{3})+|\d+)"
_HERE = re.compile(
    rf"\b(?:of|in|among|from|for|all) (?:the |these |all |our |a total of |other )*{_NUMBER}(?! *%)(?! *\() (?:(?!and |or |had |with |of )[a-z\-]+ ){{0,5}}?{_PEOPLE}"
)
_COUNTED = re.compile(rf"(?<![\d.,/-]){_NUMBER}(?![\d.,]*\d| *%) (?:\([^()]*\) )?(?:(?!and |or |of )[a-z\-]+ ){{0,4}}?{_PEOPLE}")
_SUMS = ("objective_response", "disease_control", "clinical_benefit")
_NAMED = re.compile(r"evaluab|assessab|(?:were|was) assessed|measurable|were analy[sz]ed|response data|available|efficacy")


def fits(events: str | None, percent: str | None, whole: int) -> bool:
    """Whether a denominator allows a count and a percentage as printed (either may be missing)."""
    if whole < 1 or (events is not None and int(events) > whole):
        return False
    if percent is None:
        return True
    places = len(percent.partition(".")[2])
    step, value = 10.0**-places, float(percent)
    counts = [int(events)] if events is not None else range(whole + 1)
    return any(abs(100 * count / whole - value) < step * (0.51 if events is None else 1.01) for count in counts)


def with_denominators(found: list[Candidate], sentences: list[Sentence]) -> list[Candidate]:
    """The candidates, with the denominators of responses that the text says elsewhere."""
    whole = _patients(sentences)
    near = {sentence.number: _said_here(sentence) for sentence in sentences}
    done = []
    for item in found:
        if (
            item.table == "response_outcomes"
            and "n_evaluable" not in item.values
            and ("percent" in item.values or "n_events" in item.values)
        ):
            number = _denominator(item, found, near, whole)
            if number is not None:
                item = replace(item, figures=(*item.figures, ("n_evaluable", str(number))))
        done.append(item)
    return done


def _said_here(sentence: Sentence) -> list[tuple[int, int]]:
    """(place, number) of ``of 35 evaluable patients`` in a sentence."""
    return [(match.start(), int(match["n"].replace(",", ""))) for match in _HERE.finditer(flat(sentence))]


def _patients(sentences: list[Sentence]) -> dict[int, tuple[int, bool]]:
    """Each number of patients in the text: the sentence that says it first, and whether it says they were evaluable."""
    found: dict[int, tuple[int, bool]] = {}
    for sentence in sentences:
        text = flat(sentence)
        spots = [(int(match["n"].replace(",", "")), match.start(), match.end()) for match in _COUNTED.finditer(text)]
        spots += [
            (int((atom.get("of") or atom.get("n") or "0").replace(",", "")), atom.start, atom.end)
            for atom in atoms(sentence)
            if atom.kind == "n" or (atom.kind == "share" and atom.get("of"))
        ]
        for number, start, end in spots:
            evaluable = bool(_NAMED.search(text[max(0, start - 50) : end + 50]))
            if 1 < number < 1900 and (number not in found or (evaluable and not found[number][1])):
                found[number] = (sentence.number, evaluable)
    return found


def _denominator(
    item: Candidate, found: list[Candidate], near: dict[int, list[tuple[int, int]]], whole: dict[int, tuple[int, bool]]
) -> int | None:
    events, percent = item.values.get("n_events"), item.values.get("percent")
    same = [other for other in found if other.sentence is item.sentence and other.table == item.table]
    counted = {other.values.get("n_events") for other in same if other.sure}
    here = [(place, number) for place, number in near.get(item.sentence.number, []) if str(number) not in counted]
    text = flat(item.sentence)
    before = [
        number
        for place, number in here
        if place <= item.place and fits(events, percent, number) and (percent is not None or not re.search(r"\ba total $", text[:place]))
    ]
    if before:
        return before[-1]
    if percent is not None and (number := _group(item, same, events, percent)):
        return number
    # "ORR was 18% (7/38), including one CR and six PRs": a count alone shares only the denominator of the sum it is part of.
    shared = same if percent is not None or item.term in _SUMS else [other for other in same if other.term in _SUMS]
    siblings = {int(other.values["n_evaluable"]) for other in shared if "n_evaluable" in other.values}
    siblings = {number for number in siblings if fits(events, percent, number)}
    if len(siblings) == 1:
        return siblings.pop()
    behind = {number for _, number in here if fits(events, percent, number)}
    if percent is not None and len(behind) == 1:
        return behind.pop()
    # What an earlier sentence says of patients evaluated; farther off it is the study's number, which a record gives once, to the arm.
    fitting = [
        number
        for number, (sentence, evaluable) in whole.items()
        if fits(events, percent, number)
        and str(number) not in counted
        and (
            (sentence == item.sentence.number and events is not None and percent is not None)
            or (evaluable and 0 < item.sentence.number - sentence <= 2)
        )
    ]
    return fitting[0] if len(fitting) == 1 else None


def _group(item: Candidate, same: list[Candidate], events: str | None, percent: str) -> int | None:
    """``In the PAS (n = 26), the ORR was 57.7%``; ``35.1% for PE (n = 37), 56.4% for FOLFOX (n = 39)``: as many numbers as figures, in order."""
    sizes = [
        (atom.start, int((atom.get("n") or "0").replace(",", "")))
        for atom in atoms(item.sentence)
        if atom.kind == "n"
        and not any(other.values.get("n_events") == atom.get("n") for other in same)
        and not re.search(r"[(\[][^()\[\]]*\bci\b[^()\[\]]*$", flat(item.sentence)[: atom.start])
    ]
    own = sorted({other.place for other in same if other.term == item.term and "percent" in other.values})
    if not sizes or len(sizes) != len(own):
        return None
    number = sizes[own.index(item.place)][1]
    return number if fits(events, percent, number) else None
