"""Who is compared: the arms of a study as its text names them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from ..anchors.lexicon import word_pattern
from ..anchors.text import Sentence
from ..vocabulary import Vocabulary

_JOIN = re.compile(
    r"[\s,]*(?:\+|/|plus|and|with|combined with|in combination with|combination of|in addition to|both)?[\s,]*(?:[a-z\-]+[\s,]+){0,1}$"
)
_VERSUS = re.compile(r"\bversus\b|\bvs\b\.?|\bcompared (?:with|to)\b|\bor\b|\bagainst\b|\bcomparing\b")
_TREATED = re.compile(
    r"random|assign|allocat|receiv|treated with|treatment with|administ|\bgiven\b|versus|\bvs\b|compar|combin|therapy with|study of|trial of"
)
_BACKGROUND = re.compile(r"\bin (?:conjunction|combination|addition)|both|concomitant|background|best supportive")


# "refractory to octreotide", "platinum-pretreated", "relapsed after treatment with": what was given before.
_EARLIER = re.compile(
    r"(?:refractory to|resistant to|failed|failing|after (?:initial |prior |treatment with |progression on |failure of |failure on )*|pretreated with|previously treated with|progressed on|intolerant to|relapsed? (?:of [a-z ]+ )?after (?:treatment with )?|requirements? for) *$"
)
_EARLIER_BEHIND = re.compile(r"[- ]*(?:refractory|pretreated|resistant|naive|failure|requirements?|antagonist|receptor|anal)")


@dataclass
class ArmDraft:
    """An arm of the draft: its slug, role, drugs, and the words that name it in the text."""

    slug: str
    role: str
    drugs: tuple[str, ...] = ()
    marks: list[str] = field(default_factory=list)
    sure: bool = True

    def pattern(self) -> re.Pattern[str] | None:
        return re.compile("|".join(self.marks)) if self.marks else None


class Drugs:
    """Names of drugs in a text, by the vocabulary's terms, labels and synonyms; classes are left aside."""

    def __init__(self, vocabulary: Vocabulary):
        # A class ("somatostatin analogue", "chemotherapy") says less than a drug.
        self.classes = {term for term, facts in vocabulary["drugs"].facts.items() if facts["kind"] == "class"}
        self.controls = {term for term, facts in vocabulary["drugs"].facts.items() if facts["kind"] == "control"}
        self.patterns = _drug_patterns(
            tuple(sorted((term, facts["label"], facts["synonyms"]) for term, facts in vocabulary["drugs"].facts.items()))
        )

    def mentions(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, drug) of each name, the longest where names overlap."""
        found = [(match.start(), match.end(), drug) for drug, regex in self.patterns.items() for match in regex.finditer(text)]
        found.sort(key=lambda item: (item[0], -item[1]))
        kept: list[tuple[int, int, str]] = []
        for item in found:
            if not kept or item[0] >= kept[-1][1]:
                kept.append(item)
        return kept


@lru_cache(maxsize=4)
def _drug_patterns(terms: tuple[tuple[str, str, str], ...]) -> dict[str, re.Pattern[str]]:
    patterns = {}
    for term, label, synonyms in terms:
        words = [word for word in (term, label, *synonyms.split("|")) if len(word) > 2]
        pattern = word_pattern(words).replace("alfa", "al(?:ph|f)a")
        if match := re.fullmatch(r"interferon-alfa-(2[ab])", term):
            pattern += rf"|r?-?(?:interferon|ifn)[ -]*(?:al(?:ph|f)a|α)?[ -]*{match[1]}\b|al(?:ph|f)a[ -]*{match[1]} (?:interferon|ifn)"
        if match := re.fullmatch(r"(\d+)([a-z]+)-(.+)", term):
            nuclide, element, ligand = match.groups()
            ligand = {
                "dotatate": "(?:dota)?-?(?:tate|octreotate|tyr3-octreotate)",
                "dotatoc": "(?:dotatoc|edotreotide|dota-tyr3-octreotide)",
            }.get(ligand, re.escape(ligand))
            names = {"lu": "lutetium", "y": "yttrium", "i": "iod(?:o|ine)", "in": "indium"}.get(element, element)
            pattern += rf"|\[?\(?{nuclide}\)?\]?[\s-]*(?:{element}|{names})\]?[\s-]*(?:\[?{element}\]?[\s-]*)?{ligand}|\b(?:{element}|{names})[\s-]*\(?\[?{nuclide}\]?\)?[\s-]*{ligand}"
        patterns[term] = re.compile(pattern)
    return patterns


def regimens_named(vocabulary: Vocabulary, text: str) -> list[tuple[int, int, str]]:
    """Regimens called by a name of their own (CAPTEM, FOLFOX)."""
    found = []
    for term, facts in vocabulary["regimens"].facts.items():
        words = [word for word in facts["synonyms"].split("|") if len(word) > 3 and "+" not in word]
        if words:
            found += [(match.start(), match.end(), term) for match in re.finditer(word_pattern(words), text)]
    return found


def find_arms(sentences: list[Sentence], vocabulary: Vocabulary) -> list[ArmDraft]:
    """The arms: two where a comparison is named in the title or the methods, else one."""
    drugs = Drugs(vocabulary)
    text = " ".join(sentence.norm for sentence in sentences[:40])
    randomized = bool(re.search(r"randomi[sz]|randomly|placebo|versus|\bvs\b", text))
    candidates = [sentence.norm for sentence in sentences[:1]] + [
        sentence.norm for sentence in sentences[1:] if _TREATED.search(sentence.norm) and drugs.mentions(sentence.norm)
    ]
    if randomized:
        for norm in candidates:
            pair = _pair(norm, drugs)
            if pair:
                return _two(*pair)
    vague: tuple[str, ...] = ()
    for norm in candidates:
        named = [term for _, _, term in regimens_named(vocabulary, norm)]
        if named:
            return [_arm(tuple(named[0].split("+")), "single")]
        found = _given(norm, drugs)
        if exact := [drug for drug in found if drug not in drugs.classes]:
            return [_arm(tuple(dict.fromkeys(exact)), "single")]
        vague = vague or tuple(dict.fromkeys(found[:1]))
    if vague:
        return [_arm(vague, "single")]
    return [ArmDraft("overall", "overall", sure=False)]


def _given(norm: str, drugs: Drugs) -> list[str]:
    """The drugs of a sentence that are joined to the first one given; what was given before the study is left out."""
    kept: list[tuple[int, int, str]] = []
    for start, end, drug in drugs.mentions(norm):
        if drug in drugs.controls or _EARLIER.search(norm[:start]) or _EARLIER_BEHIND.match(norm[end:]):
            continue
        if kept and drug in drugs.classes and any(name not in drugs.classes for _, _, name in kept):
            continue
        if kept and drug not in drugs.classes and start - kept[-1][1] > 70:
            break
        kept.append((start, end, drug))
    return [drug for _, _, drug in kept]


def _pair(norm: str, drugs: Drugs) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The drugs on both sides of a ``versus`` (or of an ``or`` behind ``assigned to``); what both share is background."""
    mentions = drugs.mentions(norm)
    for match in _VERSUS.finditer(norm):
        if match[0] == "or" and not re.search(r"random|assign|allocat|receiv|either", norm[: match.start()]):
            continue
        if match[0] == "comparing":
            continue
        left = _group([item for item in mentions if item[1] <= match.start()], norm, match.start(), before=True)
        right = _group([item for item in mentions if item[0] >= match.end()], norm, match.end(), before=False)
        if left and right and set(left) != set(right):
            rest = norm[match.end() :]
            if _BACKGROUND.search(rest):
                shared = [drug for start, _, drug in mentions if start > match.end() and drug not in (*left, *right)]
                left, right = (*left, *shared[:1]), (*right, *shared[:1])
            return tuple(dict.fromkeys(left)), tuple(dict.fromkeys(right))
    return None


def _group(items: list[tuple[int, int, str]], norm: str, edge: int, before: bool) -> tuple[str, ...]:
    """The drugs next to an edge that are joined to one another by plus, and, with."""
    ordered = list(reversed(items)) if before else items
    group: list[str] = []
    for start, end, drug in ordered:
        gap = norm[end:edge] if before else norm[edge:start]
        gap = re.sub(r"\([^()]*\)|\[[^\]]*\]", " ", gap)
        if len(gap) > (60 if not group else 45) or (
            group
            and not _JOIN.fullmatch(
                re.sub(r"\d[\d.]*|mg|gbq|/day|/d\b|daily|per day|[a-z]*-?acting|repeatable|lar\b|oral|intramuscular", "", gap)
            )
        ):
            break
        group.append(drug)
        edge = start if before else end
    return tuple(reversed(group)) if before else tuple(group)


def _two(left: tuple[str, ...], right: tuple[str, ...]) -> list[ArmDraft]:
    arms = [_arm(left, "experimental"), _arm(right, "control")]
    if "placebo" in left:
        arms = [_arm(right, "experimental"), _arm(left, "control")]
    if arms[0].slug == arms[1].slug:
        arms[1].slug += "-2"
    return arms


def _arm(drugs: tuple[str, ...], role: str) -> ArmDraft:
    return ArmDraft("-".join(re.sub(r"[^a-z0-9]+", "-", drug) for drug in drugs[:3]), role, tuple(sorted(drugs)))


def mark_arms(arms: list[ArmDraft], vocabulary: Vocabulary, text: str) -> None:
    """Give each arm the words that name it and no other arm: its own drugs, the abbreviations the text makes for them."""
    drugs = Drugs(vocabulary)
    for arm in arms:
        others = {drug for other in arms if other is not arm for drug in other.drugs}
        own = [drug for drug in arm.drugs if drug not in others]
        for drug in own:
            if drug in drugs.patterns:
                arm.marks.append(drugs.patterns[drug].pattern)
                arm.marks += abbreviations(drugs.patterns[drug], text)
            if drug == "placebo":
                arm.marks += [r"\bcontrol(?:s| group| arm)?\b", r"\bpbo\b"]
        if not own and len(arms) == 2:
            arm.marks += [r"\balone\b", r"\bmonotherapy\b", r"\bcontrol (?:group|arm)\b"]
        if len(arm.drugs) > 1 and own:
            arm.marks += [r"\bcombin(?:ation|ed)\b"]


def abbreviations(drug: re.Pattern[str], text: str) -> list[str]:
    """Short names that the text introduces behind the drug: ``placebo (PBO)``, ``OCLU``-like ones in brackets."""
    found = []
    for match in drug.finditer(text):
        after = re.match(r"[a-z0-9 \-]{0,14} ?[\[(]([a-z][a-z0-9\-]{1,9})(?=[;,)\]])", text[match.end() :])
        if after and after[1] not in ("n", "iv", "im", "po", "mg", "lar", "oral", "orally"):
            found.append(rf"(?<![a-z0-9]){re.escape(after[1])}(?![a-z0-9])")
    return list(dict.fromkeys(found))
