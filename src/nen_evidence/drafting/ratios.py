"""Hazard ratios and p-values, each with the endpoint it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..anchors.text import Sentence
from .arm_of import ArmOf
from .atoms import Atom
from .candidate import Candidate
from .pairing import Around, Pair, pair
from .reading import interval_behind, p_printed
from .roles import Mention

SURE, SHOWN = 0.75, 0.2


def problem(text: str, mentions: list[Mention], spots: list[Atom]) -> tuple[str, list[Atom], list[Mention]]:
    """What is to be paired: the sentence, its hazard ratios and p-values, its endpoints, responses and events."""
    named = [mention for mention in mentions if mention.kind in ("survival", "response", "event")]
    return text, _figures(spots), named


def _figures(spots: list[Atom]) -> list[Atom]:
    found = []
    for atom in spots:
        again = (
            atom.kind == "bare"
            and any(item.kind == "hr" and item.start < atom.start for item in spots)
            and any(item.kind == "ci" and 0 <= item.start - atom.end <= 3 for item in spots)
        )
        if again or atom.kind in ("hr", "p"):
            # "hazard ratios of 0.95 (...) for one and 0.86 (...) for the other"
            found.append(replace(atom, kind="hr") if again else atom)
    return found


def ratios(
    sentence: Sentence,
    text: str,
    mentions: list[Mention],
    spots: list[Atom],
    arms: ArmOf,
    around: Around,
    last_endpoint: str | None,
) -> Iterator[Candidate]:
    """The hazard ratios and p-values of a sentence; ``last_endpoint`` is what the text spoke of last."""
    bare, figures, named = problem(text, mentions, spots)
    pairs = pair("ratio", bare, figures, named, around)
    both = all(pattern.search(text) for _, pattern in arms.marks) and len(arms.marks) == 2
    used: set[Atom] = set()
    for atom, found in zip(figures, pairs, strict=True):
        if atom in used:
            continue
        endpoint, sure = _endpoint(text, atom, found, last_endpoint)
        if endpoint is None:
            continue
        if atom.kind == "p":
            taken: list[tuple[str, str]] = [("p_value", p_printed(atom))]
            extra: tuple[tuple[str, str], ...] = (("measure", "p"),)
        else:
            taken = [("estimate", atom.get("value_printed") or ""), *interval_behind(text, atom, spots)]
            p = _p_behind(text, atom, figures, spots)
            if p is not None:
                taken.append(("p_value", p_printed(p)))
                used.add(p)
            extra = (("measure", "hr"), ("direction", "stated" if both else "not_stated"))
        extra = (*extra, ("arm_known", "yes" if arms.two else "no"))
        yield Candidate("comparisons", endpoint, tuple(taken), sentence, arms.arms[0].slug, sure, extra, atom.start)


def _p_behind(text: str, atom: Atom, figures: list[Atom], spots: list[Atom]) -> Atom | None:
    """The p-value printed with a hazard ratio, with no other result between them."""
    p = next((item for item in figures if item.kind == "p" and item.start > atom.end), None)
    if p is None or len(text[atom.end : p.start]) >= 140:
        return None
    between = [other for other in [*spots, *figures] if other.kind in ("hr", "share", "time") and atom.end <= other.start < p.start]
    return None if between else p


def _endpoint(text: str, atom: Atom, found: Pair | None, last_endpoint: str | None) -> tuple[str | None, bool]:
    """What a figure is of: what its own words say (``hazard ratio for death``), else the pairing, else what was spoken of last."""
    words = atom.get("words") or ""
    after = re.match(
        r" *[\[(][^()\[\]]*[\])] *(?:for|in) (?:the )?(pfs|os|progression(?:-free survival| or death)|death|overall survival)",
        text[atom.end - 1 :],
    ) or re.match(r" for (pfs|os|death|progression)", text[atom.end :])
    if re.search(r"progression", words) or re.search(
        r"progression or (?:disease-related )?death", text[max(0, atom.start - 90) : atom.start]
    ):
        return "pfs", True
    if re.search(r"\bdeath\b", words):
        return "os", True
    if after and "progression" not in after[1] and "pfs" not in after[1]:
        return "os", True
    if found is not None and found.sure >= SHOWN and found.mention.term != "duration":
        return found.mention.term, found.sure >= SURE
    return (last_endpoint, False) if last_endpoint and atom.kind == "hr" else (None, False)
