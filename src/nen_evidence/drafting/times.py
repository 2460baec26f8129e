"""Survival times, medians that were not reached, and other lengths of time (follow-up, age)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..anchors.text import Sentence
from .arm_of import ArmOf
from .atoms import Atom
from .candidate import Candidate
from .pairing import Around, pair
from .reading import NOT_REACHED, blanked, interval_behind, point, unit_of
from .roles import Mention

SURE, SHOWN = 0.6, 0.25
# Survival counted from another day than the start of the treatment.
_ORIGIN = re.compile(r"(?: \([^()]*\))? (?:from|after) (?:the )?(?:time of |date of |initial |original |first )*diagnosis")
# What an earlier treatment of the same patients gave, and the times of single patients.
_EARLIER = re.compile(
    r"\b(?:after|following|with|of|to) (?:the )?(?:initial|regular|previous|earlier|prior) [a-z0-9\- ]{2,30}(?:was|were|of)?[^.;]{0,12}$|\btheir (?:pfs|os|duration|progression)"
)
_EARLIER_BEHIND = re.compile(r"(?: \([^()]*\))? (?:after|with|following) (?:the )?(?:initial|previous|earlier|prior) ")
_GAIN = re.compile(r"\b(?:improvement|increase|difference|gain|benefit|prolongation|reduction)\b|\bby *$")


def problem(text: str, mentions: list[Mention], spots: list[Atom]) -> tuple[str, list[Atom], list[Mention]]:
    """What is to be paired: the sentence without its intervals, the lengths of time in it, the endpoints and quantities."""
    figures = [atom for atom in spots if atom.kind in ("time", "bare") and not point(text, atom)]
    return blanked(text, spots), figures, [mention for mention in mentions if mention.kind in ("survival", "quantity")]


def times(sentence: Sentence, text: str, mentions: list[Mention], spots: list[Atom], arms: ArmOf, around: Around) -> Iterator[Candidate]:
    """The lengths of time in a sentence, each with the endpoint it is of."""
    bare, figures, named = problem(text, mentions, spots)
    pairs = [found if found and found.sure >= SHOWN else None for found in pair("time", bare, figures, named, around)]
    for found in pairs:
        if found is None or found.mention.term in ("duration", "other_time"):
            continue
        atom, mention = found.figure, found.mention
        unit = atom.get("unit") or _unit_near(text, atom, spots)
        start = min(mention.start, atom.start)
        median = re.search(r"\bmedians?\b|\bm(?:pfs|os|ttp|dor)\b", text[max(0, start - 60) : max(atom.start, mention.end)])
        mean = re.search(r"\bmean\b|±|\+/-", text[max(0, start - 40) : atom.end + 4])
        if unit is None or (mention.kind == "quantity" and not (median or mean)):
            continue
        if _GAIN.search(text[mention.end : atom.start]) or re.match(
            r" (?:improvement|difference|increase|gain|longer|prolongation)", text[atom.end :]
        ):
            continue
        group = [other.figure for other in pairs if other and other.mention == mention]
        arm, known = arms.of(text, group, group.index(atom))
        figures_ = [("reported_value", atom.get("value_printed") or ""), *interval_behind(text, atom, spots)]
        statistic = "mean" if mean and not median else "median"
        endpoint = "residual_survival" if mention.term == "os" and _ORIGIN.match(text[atom.end :]) else mention.term
        extra = (("statistic", statistic), ("unit", unit_of(unit)), ("arm_known", "yes" if known else "no"))
        sure = found.sure >= SURE and (mention.kind == "survival" or mention.term in ("follow_up", "age"))
        table = "measurements" if mention.kind == "quantity" else "survival_outcomes"
        sure = sure and not _EARLIER.search(text[: atom.start]) and not _EARLIER_BEHIND.match(text[atom.end :])
        yield Candidate(table, endpoint, tuple(figures_), sentence, arm, sure, extra, atom.start)
        if bracket := _unnamed(text, atom, spots):
            ends = (("spread_low", bracket.get("low_printed") or ""), ("spread_high", bracket.get("high_printed") or ""))
            yield Candidate(table, endpoint, (figures_[0], *ends), sentence, arm, False, extra, atom.start)
    yield from _not_reached(sentence, text, mentions, arms)


def _unnamed(text: str, atom: Atom, spots: list[Atom]) -> Atom | None:
    """The bracket right behind a length of time that does not say whether it is a range or an interval: for the reader to settle."""
    behind = next((spot for spot in spots if spot.start >= atom.end), None)
    return behind if behind is not None and behind.get("unnamed") and not text[atom.end : behind.start].strip() else None


def _unit_near(text: str, atom: Atom, spots: list[Atom]) -> str | None:
    """The unit of a figure printed without one: that of the next length of time, else the sentence's."""
    later = next((spot.get("unit") for spot in spots if spot.kind == "time" and spot.start > atom.start), None)
    return later or ("months" if re.search(r"months|\bmo\b", text) else None)


def _not_reached(sentence: Sentence, text: str, mentions: list[Mention], arms: ArmOf) -> Iterator[Candidate]:
    for match in NOT_REACHED.finditer(text):
        prior = [mention for mention in mentions if mention.end <= match.start() and mention.kind == "survival"]
        if not prior or "median" not in text[: match.end()]:
            continue
        named = [prior[-1]]
        if len(prior) > 1 and re.fullmatch(
            r"[\s,]*(?:\([a-z]+\))?[\s,]*(?:and|or)[\s,]*(?:median )?", text[prior[-2].end : prior[-1].start]
        ):
            named.append(prior[-2])
        for mention in named:
            arm = (
                arms.arms[0].slug
                if len(arms.arms) == 1
                else arms.named(text, match.end(), len(text)) or arms.named_before(text, match.start())
            )
            near = match.start() - mention.end < 60
            yield Candidate(
                "survival_outcomes",
                mention.term,
                (),
                sentence,
                arm,
                near,
                (("statistic", "median"), ("reached", "not reached"), ("unit", "months")),
                match.start(),
            )
