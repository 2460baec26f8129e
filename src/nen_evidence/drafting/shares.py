"""Shares of patients: responses, rates of survival, adverse events, characteristics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..anchors.text import Sentence
from .arm_of import ArmOf
from .atoms import Atom
from .candidate import Candidate
from .pairing import Around, pair
from .reading import blanked, counts_people, interval_behind, share_figures, unit_of
from .roles import CHARACTERISTICS, Mention

GRADE = re.compile(
    r"\bgrades? *(?P<sign>>=|≥|>)? *(?P<low>[1-5])(?: *(?:-|/|to|and|or) *(?P<high>[1-5]))?(?P<more> *(?:or (?:higher|greater|above|more|worse)|and (?:higher|above)|\+))?|\bg(?P<g>[1-5])(?:[-/]g?(?P<gh>[1-5]))?\b"
)
# "At randomisation, 71% had stable disease" says how patients came, not how they fared.
_ENTRY = r"\bat (?:the time of )?(?:study )?(?:randomi[sz]ation|baseline|entry|enrol\w+|inclusion)\b"
_AT_ENTRY = re.compile(
    rf"{_ENTRY}[^.;]{{0,60}}$|\bindications? (?:was|were|for|included?)\b[^.;]{{0,90}}$|\b(?:has|have) been reported\b|\b(?:reasons?) (?:reported )?for\b[^.;]{{0,90}}$"
)
_THEN_ENTRY = re.compile(
    rf"[^.;,]{{0,60}}(?:{_ENTRY}|\b(?:before|prior to) (?:the )?(?:initiation|start|treatment|therapy|study|entry|enrol|inclusion))|[^.;,]{{0,30}}retrospectively evaluated"
)
# "a 50% or greater reduction", "a decrease of more than 30%": how much, not how many.
_BOUND = re.compile(
    r"(?:\b(?:more|greater|less|lower|higher) than|\bat least|\bover|[<>]=?|[≥≤]|\ba(?: sustained| durable)?|\bby|\bto|\() *$"
)
_CHANGED = re.compile(
    r"\b(?:reduc|decreas|declin|increas|improv)\w*(?: by| to)? *$|(?:^|[ (,])[-−] ?$|\d *%? ?[-–] ?$"
    r"|\b(?:reduc|decreas|declin|increas|elevat|regression|shrinkage)\w*\b[a-z \-()]{0,24}(?:than|least|[<>]=?|[≥≤]) *$"
)
_EXCEPT = re.compile(r"\ball (?:\w+ )?(?:but|except) *$")
_EVALUABLE = re.compile(r"[^.;,:]{0,20}\b(?:were|was) (?:evaluable|assessable|available)")
_AVAILABLE = re.compile(r"\bavailable (?:in|for|from)(?: only)? *$")
_BOUND_BEHIND = re.compile(
    r" ?(?:\([^()]*\) )?(?:or (?:greater|more|higher) )?(?:tumou?r \w+ |\w+ )?(?:reductions?|decreases?|increases?|declines?|shrinkage|improvement|falls?)\b| or (?:greater|more)\b|[^.;,]{0,12}of the (?:initial|pretreatment|baseline)"
)
# How likely a pairing must be, by weight, to count as sure, and to be shown at all.
SURE = {"response": 0.8, "survival": 0.6, "event": 0.7, "site": 0.7, "characteristic": 0.7}
SHOWN = 0.25
KINDS = ("response", "survival", "event", "site", "characteristic")


def problem(text: str, mentions: list[Mention], spots: list[Atom]) -> tuple[str, list[Atom], list[Mention]]:
    """What is to be paired: the sentence without its intervals and p-values, the shares and counts in it, the names."""
    figures = [
        atom
        for atom in spots
        if ((atom.kind == "share" and not _bound(text, atom)) or atom.kind == "n" or (atom.kind == "count" and _may_count(text, atom)))
        and not _EVALUABLE.match(text[atom.end :])
        and not _AVAILABLE.search(text[: atom.start])
        and not _EXCEPT.search(text[: atom.start])
    ]
    return blanked(text, [spot for spot in spots if spot.kind != "n"]), figures, [mention for mention in mentions if mention.kind in KINDS]


def _denied(text: str, mention: Mention, atom: Atom) -> bool:
    """``39% had no progression``: the figure is of those without it."""
    denial = re.search(r"(?:\bno|\b0|\bwithout|\bnot) +(?:significant |\w+ )?$", text[: mention.start])
    return (
        denial is not None
        and not denial.start() <= atom.start < denial.end()
        and not (mention.end <= atom.start and text[denial.start()] == "0")
    )


def _bound(text: str, atom: Atom) -> bool:
    """A percentage that says how much a size, level or symptom changed, not in how many patients."""
    if atom.get("n"):
        return False
    before = text[: atom.start]
    return bool(_CHANGED.search(before) or (_BOUND.search(before) and _BOUND_BEHIND.match(text[atom.end :])))


def _may_count(text: str, atom: Atom) -> bool:
    return (
        atom.get("n") == "0"
        or counts_people(text, atom)
        or bool(
            re.search(r"(?:\bin|\bwas|\bwere|,|and|:|=|\() *$", text[: atom.start])
            or re.match(
                r" *(?:\(|had|achieved|showed|cr|pr|sd|pd|stable|were|was|responded|progressed|experienced|[a-z]+ (?:response|remission))",
                text[atom.end :],
            )
        )
    )


def shares(sentence: Sentence, text: str, mentions: list[Mention], spots: list[Atom], arms: ArmOf, around: Around) -> Iterator[Candidate]:
    """The shares of a sentence, each with the term it is of."""
    bare, figures, named = problem(text, mentions, spots)
    pairs = [found if found and found.sure >= SHOWN else None for found in pair("share", bare, figures, named, around)]
    for found in pairs:
        if found is None or _denied(text, found.mention, found.figure):
            continue
        group = [other.figure for other in pairs if other and other.mention == found.mention]
        arm, known = arms.of(text, group, group.index(found.figure))
        made = _made(sentence, text, group, found.figure, found.mention, found.sure >= SURE[found.mention.kind], spots)
        if made:
            yield replace(made, arm=arm, extra=(*made.extra, ("arm_known", "yes" if known else "no")))


def _made(
    sentence: Sentence, text: str, group: list[Atom], atom: Atom, mention: Mention, sure: bool, spots: list[Atom]
) -> Candidate | None:
    figures = share_figures(atom)
    if mention.term == "progression_free" and not {"n_events", "n_evaluable"} & set(dict(figures)) and "percent" in dict(figures):
        # A share without a count, "at 12 months": a rate, as one estimates it over time.
        mention = Mention("survival", "pfs", mention.start, mention.end)
    if mention.kind == "response":
        extra = [("at", at)] if (at := time_point(text, mention, atom)) else []
        if not _part_of_sum(text, atom):
            figures += interval_behind(text, atom, spots)
        sure = sure and not _AT_ENTRY.search(text[: atom.start]) and not _THEN_ENTRY.match(text[atom.end :])
        return Candidate("response_outcomes", mention.term, tuple(figures), sentence, None, sure, tuple(extra), atom.start)
    if mention.kind == "survival":
        at = rate_time(text, mention, group, atom)
        if "percent" not in dict(figures):
            return None
        if mention.term == "pfs" and "n_events" in dict(figures):
            # A share with its count is a plain proportion, not a rate estimated over time.
            figures += interval_behind(text, atom, spots)
            extra = [("at", at)] if at else []
            return Candidate("response_outcomes", "progression_free", tuple(figures), sentence, None, sure, tuple(extra), atom.start)
        percent = dict(figures)["percent"]
        rest = [("n", dict(figures)["n_evaluable"])] if "n_evaluable" in dict(figures) else []
        figures = [("reported_value", percent), *rest, *interval_behind(text, atom, spots)]
        return Candidate(
            "survival_outcomes",
            mention.term,
            tuple(figures),
            sentence,
            None,
            sure and at is not None,
            (("statistic", "rate"), ("at", at or "")),
            atom.start,
        )
    if mention.kind == "event":
        names = {"n_evaluable": "n_at_risk"}
        renamed = tuple((names.get(key, key), value) for key, value in figures)
        return Candidate(
            "adverse_events", mention.term, renamed, sentence, None, sure, (("grade", grade(text, mention, atom)),), atom.start
        )
    names = {"n_events": "n", "n_evaluable": "n_total"}
    kind = "primary_site" if mention.kind == "site" else CHARACTERISTICS[mention.term][0]
    renamed = tuple((names.get(key, key), value) for key, value in figures)
    return Candidate("patient_counts", mention.term, renamed, sentence, None, sure, (("characteristic", kind),), atom.start)


def _part_of_sum(text: str, atom: Atom) -> bool:
    """``56% (CR [24%] plus PR [32%]; 95% CI ...)``: the interval is of the sum."""
    start = text.rfind("(", 0, atom.start)
    return start >= 0 and bool(re.search(r"\d *%?[\])]? *(?:plus|\+)", text[start : atom.start]))


def time_point(text: str, mention: Mention, atom: Atom) -> str | None:
    match = re.match(r"[^,;.()]{0,30}\bat (\d+) (months?|weeks?|years?)", text[min(mention.end, atom.end) :])
    return f"{match[1]} {match[2].rstrip('s')}s" if match else None


_UNIT = r"(?P<unit>months?|mos?|m|years?|yrs?|weeks?|wks?)\b"
_AT = re.compile(rf"\b(?:at|after|of|in) +(?:the )?(?P<times>\d+(?:(?: *,? *(?:and|or|&) *|, *)\d+)*)[ -]*{_UNIT}")
_LONG = re.compile(rf"(?P<times>\d+(?:-?(?: *,? *(?:and|or|&) *|, *|/)\d+)*)[ -]*{_UNIT}")


def rate_time(text: str, mention: Mention, group: list[Atom], atom: Atom) -> str | None:
    """The time of a survival rate: ``at 12 months``, ``12-month PFS``, ``1-, 3- and 5-year survival``; of a list, by the order."""
    index = group.index(atom)
    named = re.sub(r"-(?=,| and| or|/)", "", text[max(0, mention.start - 40) : mention.end])
    spots = [
        match
        for match in _LONG.finditer(named)
        if re.fullmatch(r"[- ]*(?:\w+[ -]){0,2}", named[match.end() : max(match.end(), len(named) - (mention.end - mention.start))])
        or match.end() > len(named) - (mention.end - mention.start)
    ]
    behind = _AT.match(text[atom.end :].lstrip(" )%]"), 0) or re.match(
        rf"(?:[^;.,]|\([^()]*\)){{0,60}}?{_AT.pattern}", text[atom.end : group[index + 1].start if index + 1 < len(group) else len(text)]
    )
    if behind and len(re.findall(r"\d+", behind["times"])) == 1:
        return f"{behind['times']} {unit_of(behind['unit'])}"
    lists = list(_AT.finditer(text[: group[0].start]))[-1:] or list(_AT.finditer(text, group[-1].end))[:1]
    for match in [*spots[-1:], *lists]:
        times = re.findall(r"\d+", match["times"])
        if len(group) % len(times) == 0 or len(times) == 1:
            return f"{times[index % len(times)]} {unit_of(match['unit'])}"
    return None


def grade(text: str, mention: Mention, atom: Atom) -> str:
    spots = [match for match in GRADE.finditer(text) if match.start() < max(mention.end, atom.end)]
    if not spots:
        behind = GRADE.search(text, atom.end)
        if behind is None or behind.start() - atom.end > 12:
            return "not_stated"
        spots = [behind]
    match = spots[-1]
    low, high = match["low"] or match["g"], match["high"] or match["gh"]
    if match["sign"] in (">=", "≥") or match["more"]:
        return f"ge{low}" if low in ("2", "3", "4") else "not_stated"
    return f"g{low}-{high}" if high else f"g{low}"
