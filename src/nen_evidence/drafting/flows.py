"""Numbers of patients: enrolled, assigned, treated, evaluable.

The same number of patients is *treated* in a retrospective series, *assigned* in a randomized trial and *enrolled* in
another: which, follows from the verb at hand and from what the text says of its design. Both are features; their
weights are fitted as those of ``pairing`` are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..anchors.text import Sentence
from .arm_of import ArmOf
from .atoms import Atom
from .candidate import Candidate
from .pairing import MOST, marginals, totals

TERMS = ("enrolled", "assigned", "treated", "evaluable")
SURE, SHOWN = 0.6, 0.3
_PEOPLE = r"(?:patients?|pts|individuals|subjects|participants|women|men|cases|adults|persons)\b"
_BEHIND = re.compile(rf" *(?:\([^()]*\) )?(?:(?!and |or |of |with )[a-z0-9\-/]+,? ){{0,5}}?{_PEOPLE}")
_VERBS = re.compile(
    r"enrol\w*|randomi[sz]\w*|assign\w*|allocat\w*|treated|treatment|includ\w*|recruit\w*|evaluable|assessable|analy[sz]\w*|accru\w*|registered|entered|received|receiving|underwent|undergoing|identified|reviewed|studied|consecutive|retrospective\w*|median|diagnosed|eligible|with|who|had|were|of|follow\w*|safety|efficacy|screened|participat\w*|responded|response|died|discontinued|available|total|overall|hazard|subgroup|cohort|previously|prior|after|primary|grade|complet\w*"
)
_DESIGN = {
    "randomized": r"randomi[sz]ed|randomly",
    "retrospective": r"retrospectiv|reviewed|medical records|consecutive",
    "phase": r"phase [1-4i]",
    "prospective": r"prospectiv",
    "series": r"case series|our experience|registry|database",
}


def design_words(sentences: list[Sentence]) -> frozenset[str]:
    """What the text says of its design."""
    text = " ".join(sentence.norm for sentence in sentences[:15])
    return frozenset(name for name, pattern in _DESIGN.items() if re.search(pattern, text))


def figures_in(text: str, spots: list[Atom]) -> list[Atom]:
    """The figures that may be numbers of patients: ``35 patients``, ``enrolled 35``, ``(n = 35)``."""
    return [
        atom
        for atom in spots
        if (
            atom.kind == "count"
            and (_BEHIND.match(text[atom.end :]) or re.search(r"(?:enrol\w+|recruit\w+|includ\w+) *$", text[: atom.start]))
        )
        or atom.kind == "n"
    ]


def features(
    text: str, figures: list[Atom], place: int, section: str, design: frozenset[str], arms: ArmOf, plan: bool
) -> tuple[list[list[list[str]]], list[list[list[list[str]]]]]:
    """Per figure and state (0: none, then ``TERMS``) the names of what speaks for it; and per step."""
    unary = []
    for index, atom in enumerate(figures):
        behind = _BEHIND.match(text[atom.end :])
        end = atom.end + (behind.end() if behind else 0)
        near = {match[0][:8] for match in _VERBS.finditer(text[end : end + 45])}
        ahead = {match[0][:8] for match in _VERBS.finditer(text[max(0, atom.start - 45) : atom.start])}
        left = re.search(r"([a-z]+|[,;:(]) *$", text[: atom.start])
        verb = _VERBS.match(
            re.sub(r"^(?: *(?:were|was|had been|who|have been|\([^()]*\)|,|randomly|and|from|consecutively))* *", "", text[end:])
        )
        said = [
            f"kind:{atom.kind}",
            f"section:{section[:4]}",
            f"early:{min(place // 3, 3)}",
            f"first:{index == 0}",
            f"size:{len(atom.get('n') or '')}",
        ]
        said += [f"design:{name}" for name in design] + [f"design:{name}:{atom.kind}" for name in design]
        said += [f"near:{word}" for word in near] + [f"ahead:{word}" for word in ahead]
        said.append(f"left:{left[1][:8] if left else 'start'}")
        said.append(f"verb:{verb[0][:8] if verb else '-'}")
        if verb:
            said += [f"verb:{verb[0][:8]}:{name}" for name in design]
        if plan:
            said.append("plan")
        if atom.kind == "n":
            named = arms.named_before(text, atom.start) is not None
            random = bool(re.search(r"random|assign|allocat", text))
            said += [f"arm:{named}", f"arm:{named}:{random}", f"receiv:{'receiv' in text or 'treated' in text}:{named}"]
            said.append(f"result:{bool(re.search('hazard|median [po]|survival|response', text))}")
        unary.append([[f"{state}:{word}" for word in ("bias", *said)] for state in ("none", *TERMS)])
    size = range(len(TERMS) + 1)
    steps = [[[[f"step:{int(a > 0)}{int(b > 0)}{int(a == b)}:{right.kind}"] for b in size] for a in size] for right in figures[1:]]
    return unary, steps


def flows(
    sentence: Sentence, text: str, spots: list[Atom], arms: ArmOf, place: int, section: str, design: frozenset[str], plan: bool
) -> Iterator[Candidate]:
    """The numbers of patients of a sentence."""
    figures = figures_in(text, spots)
    if not figures or len(figures) > MOST:
        return
    unary, steps = features(text, figures, place, section, design, arms, plan)
    for atom, shares in zip(figures, marginals(*totals("flow", unary, steps)), strict=True):
        best = max(range(1, len(shares)), key=shares.__getitem__)
        if shares[best] < SHOWN:
            continue
        arm: str | None = arms.arms[0].slug if len(arms.arms) == 1 else None
        if arm is None and atom.kind == "n":
            arm = arms.named_before(text, atom.start)
        elif arm is None and not re.search(r"(?:^|total of|overall|in total|, |: )(?:a total of |we \w+ )? *$", text[: atom.start]):
            arm = arms.named(text, atom.end, atom.end + 60)
        figure = ("n", (atom.get("n_printed") or atom.get("n") or "").replace(",", ""))
        sure = shares[best] >= SURE and not plan
        yield Candidate("patient_counts", TERMS[best - 1], (figure,), sentence, arm, sure, (("characteristic", "flow"),), atom.start)
