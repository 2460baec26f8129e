"""By what a response was judged: a ``partial response`` may be of the tumour, of a marker, of symptoms or on PET.

``The biochemical responses were as follows: complete response (n = 2)`` and ``Clinical PR was in 43 patients, nine had
SD`` say once, for several outcomes, what they are of. What was read as a response of the tumour becomes one of what the
sentence says, up to the next such word or the end of the clause.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .roles import Mention

_BECOMES: dict[str, dict[str, str]] = {
    "biochemical": {
        "complete_response": "biochemical_complete_response",
        "partial_response": "biochemical_partial_response",
        "stable_disease": "biochemical_stable",
        "progressive_disease": "biochemical_progression",
        "objective_response": "biochemical_response",
    },
    "symptomatic": {
        "complete_response": "symptomatic_complete_response",
        "partial_response": "symptomatic_partial_response",
        "stable_disease": "symptomatic_stable",
        "progressive_disease": "symptomatic_progression",
        "objective_response": "symptomatic_response",
    },
    "metabolic": {
        "complete_response": "metabolic_complete_response",
        "partial_response": "metabolic_partial_response",
        "stable_disease": "metabolic_stable",
        "progressive_disease": "metabolic_progression",
        "objective_response": "metabolic_response",
    },
}
_KINDS = {
    "biochemical": r"biochemical(?:ly)?|hormonal|(?:tumou?r )?marker|biomarker|laborator(?:y|ies)",
    "symptomatic": r"clinical(?:ly)?|symptom(?:atic(?:ally)?|s)?|subjective(?:ly)?|bowel|bm|flush\w*|diarrh\w*",
    "metabolic": r"metabolic(?:ally)?|(?:18)?f?-?fdg[- ]pet\S*|pet/?(?:ct)?|percist",
    "tumour": r"radiolog\w+|radiograph\w+|morpholog\w+|tumou?r|objective|anatomic\w*|imaging|recist\S*|who|ct|mri",
}
_KIND = rf"(?:{'|'.join(_KINDS.values())})\b"
# Where such a word rules what follows: as the heading of a list, or as the means at the head of a clause.
_HEADING = re.compile(
    rf"\b{_KIND} (?:\w+ )?responses? ?(?:rates?)?(?: \([^()]*\))?(?: \w+){{0,6}}? ?(?:was|were|:|consisted of|included?)[^.;]{{0,40}}?(?:as follows|: |including|included|consist|with )"
    rf"|(?:^|[,;:.] )(?:(?:using|by|on|according to|based on|for|in terms of|regarding|as to) (?:the )?)(?:\w+ )?{_KIND}(?: (?:parameters|criteria|markers?|responses?|evaluation|assessment|imaging|scans?|levels?|outcomes?))?\b"
    rf"|(?:^|[,;:.] )(?:best |overall )?{_KIND}(?: (?:responses?|outcomes?|evaluation))?(?: \([^()]*\))?[,:] "
    rf"|\bresponses?,? \(?(?:pre)?defined as [^.;]{{0,60}}?\b(?:{_KINDS['symptomatic']})\b"
    rf"|\bbest {_KIND} response (?:was|were)\b"
)
_NAMED = {
    f"{kind}_{name}": kind
    for kind in ("biochemical", "symptomatic")
    for name in ("complete_response", "partial_response", "stable", "progression")
}
_STOP = re.compile(r";|\. (?=[a-z])")


def judged(mentions: list[Mention], text: str) -> list[Mention]:
    """The mentions, those of responses as what the sentence says that they were judged by."""
    rules = [(match.end(), _kind(match[0])) for match in _HEADING.finditer(text)]
    found: list[Mention] = []
    for mention in mentions:
        before = [(end, kind) for end, kind in rules if end <= mention.start + 1]
        # "Clinical PR in 43 patients, nine had SD": the first of a list says it for the others.
        before += [
            (other.end, _NAMED[other.term])
            for other in found
            if other.term in _NAMED and re.match(r"[a-z]+ (?:pr|cr|sd|pd)", text[other.start :])
        ]
        if before and mention.kind == "response":
            end, kind = max(before)
            if not _STOP.search(text[end : mention.start]):
                mention = replace(mention, term=_BECOMES.get(kind, {}).get(mention.term, mention.term))
        found.append(mention)
    return found


def _kind(heading: str) -> str:
    """The kind of judgement that a heading names first."""
    found = [(match.start(), kind) for kind, words in _KINDS.items() if (match := re.search(rf"\b(?:{words})\b", heading))]
    return min(found)[1]
