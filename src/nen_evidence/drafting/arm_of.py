"""Of which arm a figure is: by the words beside it, else by the order in which the arms are named."""

from __future__ import annotations

import re

from .arms import ArmDraft, Drugs
from .atoms import Atom
from .reading import BRIDGE, clause_end


class ArmOf:
    """Tells the arms of a text apart by the words that name them."""

    def __init__(self, arms: list[ArmDraft], drugs: Drugs):
        self.arms = arms
        self.two = len(arms) == 2
        self.marks = [(arm.slug, pattern) for arm in arms if (pattern := arm.pattern())]
        words = [drugs.patterns[drug].pattern for arm in arms for drug in arm.drugs if drug in drugs.patterns]
        marks = [pattern.pattern for _, pattern in self.marks]
        self.any_arm = re.compile("|".join([*marks, *words, r"\blar\b|\bsru\b|\bmonotherapy\b"]))

    def of(self, text: str, group: list[Atom], index: int) -> tuple[str | None, bool]:
        """The arm of one figure of a list: by the words about it, else by the order in which the arms are named."""
        if len(self.arms) == 1:
            return self.arms[0].slug, True
        if not self.marks:
            return None, False
        atom = group[index]
        if len(group) == 2:
            beside = [self._beside(text, item.start) for item in group]
            if beside[0] and beside[1] and beside[0] != beside[1]:
                return beside[index], True
            own = [self.named(text, item.end, group[i + 1].start if i == 0 else clause_end(text, item.end)) for i, item in enumerate(group)]
            if own[0] and own[1] and own[0] != own[1]:
                return own[index], True
            if (
                own[1]
                and not own[0]
                and not BRIDGE.fullmatch(text[group[0].end : group[1].start].strip())
                and not self._both(text[: clause_end(text, group[1].end, hard=True)], group[1].end)
            ) or (own[0] and not own[1] and not self._both(text, group[0].end)):
                known = 1 if own[1] else 0
                other = next(slug for slug, _ in self.marks if slug != own[known]) if len(self.marks) == 2 else None
                if other:
                    return (own[known] if index == known else other), True
            order = self._order(text, group)
            if order:
                return order[index], True
            if own[1] and BRIDGE.fullmatch(text[group[0].end : group[1].start].strip()) and len(self.marks) == 2:
                # "20% versus 6% in the combination arm versus ..." names one arm in words that are known: the order is likely, not sure.
                other = next(slug for slug, _ in self.marks if slug != own[1])
                spot = dict(self.marks)[own[1]].search(text, group[1].end)
                first = spot is not None and re.match(r"[a-z \-]{0,12}\b(?:versus|vs)\b", text[spot.end() :]) is not None
                return (own[1] if (index == 0) == first else other), False
            return self.arms[index].slug, False
        here = self.named(text, atom.end, clause_end(text, atom.end)) or self.named_before(text, atom.start)
        if len(group) == 1:
            both = {slug for slug, pattern in self.marks if pattern.search(text)}
            return here, here is not None and (len(both) == 1 or self.named(text, atom.end, atom.end + 45) is not None)
        return here, False

    def _both(self, text: str, start: int) -> bool:
        return all(pattern.search(text[start:]) for _, pattern in self.marks)

    def _beside(self, text: str, end: int) -> str | None:
        """The arm named right in front of a figure: ``everolimus (58%)``."""
        return next(
            (
                slug
                for slug, pattern in self.marks
                if re.search(rf"(?:{pattern.pattern})(?: (?:group|arm|recipients|patients))?[ ,:=(]{{1,3}}$", text[:end])
            ),
            None,
        )

    def named(self, text: str, start: int, end: int) -> str | None:
        """The first arm named in a stretch of text."""
        spots = [(match.start(), slug) for slug, pattern in self.marks if (match := pattern.search(text, start, end))]
        return min(spots)[1] if spots else None

    def named_before(self, text: str, end: int) -> str | None:
        start = max(text.rfind(";", 0, end), text.rfind(". ", 0, end), 0)
        spots = [(match.start(), slug) for slug, pattern in self.marks for match in pattern.finditer(text, start, end)]
        return max(spots)[1] if spots else None

    def _order(self, text: str, group: list[Atom]) -> list[str] | None:
        """The order in which both arms are named behind a list, else the last such order before it."""
        for stretch in (text[group[-1].end : clause_end(text, group[-1].end, hard=True)], text[: group[0].start]):
            firsts = [(matches[0].start(), slug) for slug, pattern in self.marks if (matches := list(pattern.finditer(stretch)))]
            if len(firsts) == 2:
                return [slug for _, slug in sorted(firsts)]
        return None

    # -- shares: responses, adverse events, characteristics -----------------------------------------
