"""Small readings of a sentence that several kinds of figures share: glue words, intervals, units, what was planned."""

from __future__ import annotations

import re

from .atoms import Atom

# Sentences that say what was planned, supposed or asked, not what was found.
PLANNED = re.compile(
    r"\bpower\b|hypothes|would be|eligible (?:patients|for|if)|eligibility|were to be|end ?points? (?:was|were|is|included?)(?! (?:met|not|reached))|primary outcome (?:was|is)|\bnull\b|boundary|stratified (?:by|for|according)|aimed|planned|registered (?:with|at)|inclusion criteria|had to be|(?:was|were) required (?:in|to)|were used to classify|\bminimal (?:progression|survival)|considered promising"
)
GLUE = frozenset(
    [
        "v",
        "was",
        "were",
        "is",
        "are",
        "of",
        "the",
        "a",
        "an",
        "in",
        "for",
        "with",
        "and",
        "or",
        "vs",
        "vs.",
        "versus",
        "compared",
        "to",
        "as",
        "at",
        "by",
        "than",
        "on",
        "respectively",
        "months",
        "month",
        "mo",
        "group",
        "groups",
        "arm",
        "arms",
        "patients",
        "pts",
        "patient",
        "cases",
        "case",
        "those",
        "who",
        "receiving",
        "received",
        "treated",
        "given",
        "treatment",
        "recipients",
        "assigned",
        "allocated",
        "among",
        "had",
        "rate",
        "rates",
        "median",
        "estimated",
        "approximately",
        "about",
        "only",
        "both",
        "combination",
        "monotherapy",
        "cohort",
        "cohorts",
        "while",
        "whereas",
        "whilst",
        "but",
        "ie",
        "i.e.",
        "reached",
        "amounted",
        "longer",
        "shorter",
        "significantly",
        "also",
        "observed",
        "seen",
        "noted",
        "reported",
        "achieved",
        "obtained",
        "occurred",
        "occurring",
        "recorded",
        "documented",
        "developed",
        "included",
        "including",
        "found",
        "present",
        "experienced",
        "similar",
        "higher",
        "lower",
        "overall",
        "confirmed",
        "all",
        "randomized",
        "randomised",
        "either",
        "therapy",
        "alone",
        "control",
        "plus",
        "%",
        "±",
        "from",
        "be",
        "been",
        "that",
        "showed",
        "demonstrated",
        "improved",
        "favoured",
        "result",
        "results",
        "equal",
        "incidence",
        "proportion",
        "frequency",
        "most",
        "common",
        "frequently,",
        "and,",
        "were,",
        "any",
    ]
)
STOP = re.compile(r"[;:]|\. |\bwith (?:a )?median\b")
NEXT = re.compile(
    r"[ )\]]*(?:(?:of|in|for) )?(?:(?:the|all|evaluable|treated|assessable|these|our) )*(?:(?!and |or )[a-z\-]+ )?(?:patients|pts|patient|subjects|cases|individuals|tumou?rs|participants)?[ ,]*(?:with|in|on|on the|of|in the|receiving|treated with|who received)?[ ]*(?:ARM )?(?:group|arm|patients|pts)?[ ,]*"
    r"(?:(?:had|have|has|achieved|attained|obtained|experienced|showed|exhibited|developed|demonstrated|reported|with|were|was|maintained|presented|remained|achieving|experiencing|having) )?(?:(?:an?|the|any|either|confirmed|best|in|as|radiologic\w*|documented|of|grades? *[1-5](?: *(?:-|/|or|to) *[1-5])?|severe|common|most|objective) )*$"
)
BRIDGE = re.compile(
    r"[\s,]*(?:\([^()]*\)[\s,]*)?(?:vs?\.?|versus|and|or|compared (?:with|to)|as compared with|,|;|/|as opposed to|against|but|whereas|while)"
)
NOT_REACHED = re.compile(
    r"(?:was|were|has|had|have|is|yet|=|:|,|\() *(?:still )?not (?:yet |been )*(?:been )?(?:reached|attained|achieved)|\bunreached\b|\(nr\b|\bwas nr\b"
)
SOME = re.compile(
    r"\bsubgroups?\b|\bamong (?:the )?(?:\d+ )?(?:patients|pts|those) with|\b(?:in|for) (?:the )?(?:\d+ |of )?(?:patients|pts|those) (?:with (?!advanced|metastatic|progressive|neuroendocrine|unresectable|inoperable|nets?\b|placebo)|who|failing|responding|whose)|\bpatients (?:failing|responding|not randomi|without)|cohort|previously treated|stratum"
)
UNITS = {"mo": "months", "mos": "months", "m": "months", "wk": "weeks", "wks": "weeks", "yr": "years", "yrs": "years"}


def planned(text: str) -> bool:
    """What was planned, supposed or asked, not what was found."""
    if re.search(r"assum|to detect|\bpower to\b|sample size|type i\b", text):
        return True
    return bool(PLANNED.search(text)) and not re.search(
        r"\b(?:was|were) (?:met|not met)|9[05]% ci|reject|hazard ratio|\bhr\b *[=0-9]|\bmedian [a-z\- ()]+ was \d|\d\)? (?:of \d+ )?(?:patients|pts) (?:\(|had|achieved|showed)|(?:rates?|response) (?:was|were) \d",
        text,
    )


def blanked(text: str, spots: list[Atom]) -> str:
    """The sentence with intervals, p-values, hazard ratios and ``n =`` blanked out, places kept."""
    for atom in spots:
        if atom.kind in ("ci", "p", "n", "range", "hr"):
            text = text[: atom.start] + " " * (atom.end - atom.start) + text[atom.end :]
    text = re.sub(r"hazard ratios?|\bhrs?\b|\brespectively\b", lambda match: " " * len(match[0]), text)
    return text


def unparen(text: str) -> str:
    for _ in range(3):
        text = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", text)
    return re.sub(r"^[^()\[\]]{0,25}[)\]]|[\[(]\s*$", " ", text)


def clause_end(text: str, start: int, hard: bool = False) -> int:
    match = re.compile(r";|\. " if hard else r";|\. |, (?!respectively)").search(text, start)
    return match.start() if match else len(text)


def counts_people(text: str, atom: Atom) -> bool:
    """A whole number followed by people, or said of an outcome: ``in 4 patients``, ``8 partial responses``, ``in 13``."""
    return bool(
        re.match(r" (?:[a-z\-]+ ){0,2}(?:patients?|pts|cases?|subjects|individuals|participants)\b", text[atom.end :])
        or re.match(
            r" (?:complete|partial|minor|minimal|objective|stable|progressive|had|achieved|showed|responded|exhibited|experienced|confirmed|prs?\b|crs?\b|sds?\b|pds?\b)",
            text[atom.end :],
        )
        or re.search(r"\bin *$", text[: atom.start])
    ) and not re.match(r" (?:of (?:whom|these)|countries|centres|centers|sites)", text[atom.end :])


def subset(text: str, atom: Atom) -> bool:
    """The figure is a share of an outcome (``92% of SDs``), not of patients."""
    return bool(re.match(r" of (?:the )?(?:sds|prs|crs|responders|responses|all responses)", text[atom.end :]))


def share_figures(atom: Atom) -> list[tuple[str, str]]:
    pairs = [("n_events", atom.get("n_printed")), ("percent", atom.get("percent_printed")), ("n_evaluable", atom.get("of_printed"))]
    return [(name, value.replace(",", "")) for name, value in pairs if value]


def interval_behind(text: str, atom: Atom, spots: list[Atom]) -> list[tuple[str, str]]:
    """The interval or the range printed next behind a figure, before any other figure."""
    for item in spots:
        if item.start < (atom.start if item.kind == "ci" else atom.end):
            continue
        if item.kind in ("ci", "range"):
            gap = text[atom.end : max(item.start, atom.end)]
            if len(gap) > 60 or not re.fullmatch(r"(?:[^.;]|; ?|\.(?! ))*", gap):
                return []
            low, high = ("ci_low", "ci_high") if item.kind == "ci" else ("spread_low", "spread_high")
            if item.get("unnamed"):
                return []
            if atom.get("percent") and _fraction(item) and float(atom.get("percent") or "0") > 1:
                return []  # "64% (95% CI, 0.44-0.95)": printed in another unit than the figure
            level = item.get("level") or item.get("after") or item.get("run")
            return [
                (low, end_of(item.get("low_printed"))),
                (high, end_of(item.get("high_printed"))),
                *([("ci_level", level)] if level and item.kind == "ci" else []),
            ]
        if item.kind not in ("n", "p", "time") or (item.kind == "time" and text[atom.end : item.start].strip() not in ("", "(")):
            gap = text[atom.end : item.start]
            if item.kind == "count" and re.search(r"\d+ patients", text[item.start : item.end + 12]):
                continue
            if gap:
                return header_interval(text, atom)
    return header_interval(text, atom)


def _fraction(interval: Atom) -> bool:
    low, high = interval.get("low") or "", interval.get("high") or ""
    return low[:1].isdigit() and high[:1].isdigit() and float(high) <= 1 and "." in low + high


def header_interval(text: str, atom: Atom) -> list[tuple[str, str]]:
    """``Median PFS (95% CI) ... was 9.2 (6.8-10.9) months``, or a second value whose interval is no longer called one."""
    if not re.search(r"\d\d% ci|confidence", text[: atom.start]):
        return []
    match = re.match(r"(?: months?)? *[\[(] *(\d+(?:\.\d+)?|\.\d+) *(?:-|to|;|,) *(\d+(?:\.\d+)?|nr|ne|not \w+) *[\])]", text[atom.end :])
    return [("ci_low", end_of(match[1])), ("ci_high", end_of(match[2]))] if match else []


def end_of(text: str | None) -> str:
    text = (text or "").strip()
    if text[:1].isdigit():
        return text
    if text.startswith("."):
        return "0" + text
    return "not estimable" if text.startswith(("ne", "not e", "not a", "not c", "na")) else "not reached"


def p_printed(atom: Atom) -> str:
    value = atom.get("value") or ""
    printed = (atom.get("value_printed") or value).split(" ")[0]
    printed = "0" + printed if printed.startswith(".") else printed
    sign = atom.get("sign") or "="
    return (sign if sign in ("<", ">", "<=", ">=") else "") + printed


def unit_of(word: str) -> str:
    word = UNITS.get(word, word)
    return word if word.endswith("s") else word + "s"


def point(text: str, atom: Atom) -> bool:
    """The time is a time point (``at 12 months``, ``12-month``), not a length that was measured."""
    return (
        bool(
            re.search(
                r"\b(?:at|after|within|past|every|last|preceding|week|month|by|beyond|first|than|over) *(?:\d+(?:\.\d+)?[ -]*(?:months?|years?)?(?:,? and|,? or|,) *)*$",
                text[: atom.start],
            )
        )
        or bool(
            re.match(
                r" ?(?:overall |actuarial |cumulative |disease-free |progression-free )*(?:survival rates?|(?:os|pfs|survival) rates?)",
                text[atom.end :],
            )
        )
        or bool(re.search(r"\d-[a-z]", text[atom.start : atom.end]))
        or bool(re.match(r" (?:before|prior|ago|interval|apart)", text[atom.end :]))
    )


def only_glue(gap: str) -> bool:
    """Between a figure and its name stand only words that add nothing: ``was seen in``, ``of patients had``."""
    gap = unparen(gap)
    if STOP.search(gap):
        return False
    words = re.findall(r"[a-z%.\-]+", gap)
    return len(words) <= 14 and all(word.strip(".,-") in GLUE or word in GLUE or word.strip("-.,") == "" for word in words)
