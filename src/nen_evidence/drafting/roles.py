"""What a figure may be about: outcomes, endpoints, adverse events, characteristics, each with the words that name it tightly.

The lexicon of ``anchors`` asks whether a sentence *can* be about a row, and is generous; a draft must say what a
figure *is* about, so the phrases here are narrow. Labels and synonyms come from the vocabulary.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..anchors.lexicon import word_pattern
from ..vocabulary import Vocabulary

_RESPONSE_WORD = r"(?:responses?|remissions?|regressions?|responders?)"
RESPONSES: dict[str, str] = {
    "objective_response": rf"(?:objective|overall|confirmed|radiolog\w+|radiographic|tumou?r|best overall|morpholog\w+) (?:objective |overall |tumou?r |radiolog\w+ |radiographic )*{_RESPONSE_WORD}(?: rates?)?|\borrs?\b|{_RESPONSE_WORD[:-1]}) rates?|\brrs?\b|(?:complete|cr) (?:\(cr\) )?(?:or|and|plus|\+) (?:partial|pr) (?:\(pr\) )?{_RESPONSE_WORD}|\b(?:cr|pr) ?\+ ?(?:pr|cr)\b(?! ?\+)",
    "complete_response": rf"complete (?:\w+ )?{_RESPONSE_WORD}(?: rates?)?|\bcrs?\b",
    "partial_response": rf"partial (?:\w+ ){{0,2}}{_RESPONSE_WORD}(?: rates?)?|\bprs?\b",
    "minor_response": rf"(?:minor|minimal) {_RESPONSE_WORD}(?: rates?)?",
    "stable_disease": r"stable diseases?|disease stabili[sz]ations?|stabili[sz]ation(?: of (?:the )?(?:disease|tumou?r growth|tumou?rs?))?|\bsds?\b|no change",
    "progressive_disease": r"progressive disease|\bpd\b|progressed",
    "disease_control": r"disease[- ]control(?: rates?)?|\bdcrs?\b|tumou?r control(?: rates?)?|inhibition of tumou?r growth|\b(?:cr|pr) ?\+ ?(?:pr|cr) ?\+ ?sd\b",
    "clinical_benefit": r"clinical benefit(?: rates?)?|\bcbr\b",
    "any_shrinkage": r"tumou?r (?:\w+ )?(?:shrinkage|reduction)|(?:any|some) (?:\w+ )?(?:shrinkage|reduction)|shrinkage of tumou?r",
    "biochemical_response": rf"biochemical (?:\w+ )?{_RESPONSE_WORD}(?: rates?)?|(?:hormonal|marker|cga|chromogranin a) {_RESPONSE_WORD}",
    "symptomatic_response": rf"(?:symptom\w*|subjective|clinical) {_RESPONSE_WORD}(?: rates?)?|symptom\w* (?:improvement|relief|control)|(?:improvement|control|relief) (?:of|in) (?:the |their )?(?:\w+ )?(?:symptoms?|syndrome)",
    "metabolic_response": rf"metabolic {_RESPONSE_WORD}",
    "pathologic_complete_response": rf"pathologic(?:al)? complete {_RESPONSE_WORD}",
}
ENDPOINTS: dict[str, str] = {
    "pfs": r"progression[- ]free[- ]survival|progression-free interval|(?:\d+-?mo?-?)?\bm?pfs\b|\d+m-?pfs",
    "os": r"overall (?:\w+ )?survival|\bm?os\b|median survival|long-term survival|survival time|(?:\d+|one|two|five|three)-year survival|(?<!free )(?<!free-)\bsurvival rates?",
    "ttp": r"time to (?:\w+ )?progression|\bm?ttp\b",
    "ttf": r"time to (?:treatment )?failure|\bttf\b",
    "efs": r"event[- ]free survival|\befs\b",
    "dfs": r"disease[- ]free survival|\bdfs\b",
    "rfs": r"(?:recurrence|relapse)[- ]free survival|\brfs\b",
    "dss": r"(?:disease|cancer)-specific survival|\bdss\b",
    "dor": r"durations? of (?:the )?(?:\w+ )?(?:response|remission)s?|(?:response|remission) durations?|\bm?dors?\b",
    "time_to_response": r"time to (?:\w+ )?response|\bttr\b",
    "time_to_deterioration": r"time to (?:\w+ )?deterioration|\bttd\b",
}
QUANTITIES: dict[str, str] = {
    "follow_up": r"follow[- ]?up",
    "age": r"\bage\b|\baged\b|years old",
    "treatment_duration": r"(?:duration of (?:treatment|therapy|exposure)|treatment duration|exposure)",
    "time_since_diagnosis": r"(?:since|from) diagnosis",
}
_FLOW: dict[str, str] = {
    "assigned": r"randomi[sz]ed|randomly (?:assigned|allocated)|\ballocated\b|\bassigned\b|underwent randomi[sz]ation",
    "enrolled": r"\benrolled\b|\brecruited\b|\bincluded\b|\bentered\b|\baccrued\b|\bregistered\b|\benrolled\b",
    "treated": r"\btreated\b|received (?:at least one|treatment|study)",
    "evaluable": r"evaluable|assessable|\banaly[sz]ed\b|eligible for analysis",
}
_AE_EXTRA: dict[str, str] = {
    "any_adverse_event": r"(?<!as an )(?<!as )(?:treatment-emergent |drug-related )?(?:adverse (?:events?|effects?|reactions?)|toxicit(?:y|ies)|toxic effects?|\bt?r?aes\b|side[- ]effects?)",
    "any_treatment_related": r"(?:treatment|drug)-related (?:\w+ )?(?:adverse events?|toxicit\w+|aes)|\btraes?\b",
    "serious_adverse_event": r"serious (?:\w+ )?(?:adverse events?|aes?)|\bsaes?\b",
    "mucositis": r"stomatitis|mucositis",
    "leukopenia": r"leu[kc]o(?:cyto)?penia",
    "anaemia": r"an(?:a)?emia",
    "diarrhoea": r"diarrh(?:o)?ea",
    "haematological_toxicity": r"h(?:a)?ematolog\w+ (?:toxicit\w+|adverse events?)|myelosuppression|decreased? blood count",
    "transaminases_increased": r"(?:amino)?transferase (?:\w+ )?(?:increases?|elevations?)|hepatic enzyme elevation|(?:alt|ast|transaminases?) (?:increase\w*|elevat\w+)|increased (?:alt|ast|transaminases?)",
    "infection": r"(?:any )?infections?",
    "rash": r"(?:skin )?rash",
    "hand_foot_syndrome": r"hand[- ]foot (?:syndrome|skin reaction)|palmar-plantar\w*",
    "nausea": r"nausea(?: and vomiting|/vomiting)?",
}
# Words of a vocabulary list that are too common to name the term by themselves.
_TOO_WIDE = {"death", "other", "renal", "response", "site", "toxicity", "lung", "bleeding", "pain", "symptoms", "marker", "any"}


@dataclass(frozen=True)
class Mention:
    """A role named in a sentence. ``kind``: response, survival, event, quantity, site, flow, characteristic."""

    kind: str
    term: str
    start: int
    end: int


class Roles:
    """Finds the roles that a sentence names."""

    def __init__(self, vocabulary: Vocabulary):
        self.patterns = _patterns(
            tuple((term, facts["label"], facts["synonyms"]) for term, facts in vocabulary["adverse_events"].facts.items()),
            tuple((term, facts["label"], facts["synonyms"]) for term, facts in vocabulary["sites"].facts.items()),
        )

    def mentions(self, text: str) -> list[Mention]:
        """The mentions in the order of their places; where two overlap, the longer one."""
        found = [Mention(kind, term, match.start(), match.end()) for kind, term, regex in self.patterns for match in regex.finditer(text)]
        found.sort(key=lambda mention: (mention.start, -(mention.end - mention.start)))
        kept: list[Mention] = []
        for mention in sorted(found, key=lambda mention: -(mention.end - mention.start)):
            if not any(mention.start < other.end and other.start < mention.end for other in kept):
                kept.append(mention)
        kept.sort(key=lambda mention: mention.start)
        # "clinical benefit (CR+PR+SD)" is one name, explained.
        return [
            mention
            for index, mention in enumerate(kept)
            if not (
                index
                and mention.kind == "response"
                and mention.term != kept[index - 1].term
                and re.fullmatch(r" *\(", text[kept[index - 1].end : mention.start])
                and "+" in text[mention.start : mention.end]
            )
        ]


@lru_cache(maxsize=4)
def _patterns(
    events: tuple[tuple[str, str, str], ...], sites: tuple[tuple[str, str, str], ...]
) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    found = []
    for kind, table in (("response", RESPONSES), ("survival", ENDPOINTS), ("quantity", QUANTITIES), ("flow", _FLOW)):
        found += [(kind, term, re.compile(pattern)) for term, pattern in table.items() if pattern]
    for term, label, synonyms in events:
        words = [word for word in (term, label, *synonyms.split("|")) if len(word) > 3 and word.lower() not in _TOO_WIDE]
        patterns = [word_pattern(words)] if words and term != "any_adverse_event" else []
        if term in _AE_EXTRA:
            patterns.append(_AE_EXTRA[term])
        if patterns and term not in (
            "other",
            "death",
            "treatment_death",
            "discontinuation",
            "dose_reduction",
            "dose_interruption",
            "immune_related",
        ):
            found.append(("event", term, re.compile("|".join(patterns))))
    for term, label, synonyms in sites:
        words = [word for word in (term, label, *synonyms.split("|")) if len(word) > 3 and word.lower() not in _TOO_WIDE - {"lung"}]
        if words and term not in ("any", "other"):
            found.append(("site", term, re.compile(word_pattern(words) + (r"|\bpancreatic\b" if term == "pancreas" else ""))))
    # "...; the rate at 12 months was": of the endpoint named last.
    found.append(("survival", "same", re.compile(r"\bthe rates? (?=at \d)")))
    found.append(("characteristic", "carcinoid_syndrome", re.compile(r"carcinoid syndrome")))
    found.append(("characteristic", "female", re.compile(r"\bfemales?\b|\bwomen\b")))
    found.append(("characteristic", "male", re.compile(r"\bmales?\b|\bmen\b")))
    return tuple(found)
