"""The figures of a sentence as the forms they are printed in: shares, times, doses, intervals, ratios, p-values.

Built on ``anchors.text.Sentence``: numbers, number words and normalization are read there, once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..anchors.text import Sentence, plain_number

_NUM = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_INT = r"\d{1,3}(?:,\d{3})+|\d+"
_OPEN_END = r"(?:nr|ne|na|nc)\b|not (?:yet )?(?:been )?(?:reached|evaluable|estimable|available|calculable|assessable|estimated|applicable)(?: *[\[(](?:n[a-z]|\+)[\])])?|infinity|∞"
_WORDS = r"(?: [a-z][a-z\-]*){0,3}"

_CI = re.compile(
    rf"(?:(?P<level>\d\d(?:\.\d)?) *%?[ -]?(?:c\.i\.|(?:ci|confidence[- ](?:interval|limit)s?|ic)\b)|\b(?:ci|ic) *(?P<after>\d\d) *%|\b(?P<run>\d\d) *ci\b|\bci\b|confidence intervals?)"
    rf"(?:[,;]? *[\[(]?(?:95% ?)?cis?\b[\])]?)?[\s,:;=\[(]*(?:(?:from|of|was|for [a-z ]{{1,24}}?)[\s,:]*)?"
    rf"(?:\d\d *%[,;] *)?(?P<low>{_NUM}|{_OPEN_END})(?!,\d) *%?(?: *months?)? *(?:-+|to|;|,|and) *(?P<high>{_NUM}|{_OPEN_END})(?!,\d)(?![\d.]*\d)(?: *%)?(?: months?| mo\b)?"
)
_BRACKET = re.compile(
    rf"[\[(](?P<low>{_NUM}|{_OPEN_END}) *%?(?: *months?)? *(?:-+|to|;|,) *(?P<high>{_NUM}|{_OPEN_END}) *%?(?: *(?:months?|mo|years?|weeks?|days?))?[\])]"
)
_RANGE = re.compile(
    rf"(?:\branging|\brange[ds]?|\biqr|interquartile range)[\s,:;=\])(]*(?:from |between |of )?(?P<low>{_NUM})\+? *%?(?: *(?:months?|years?|weeks?|days?|mo))? *(?:-+|to|and|;|,|approximately) *(?P<high>{_NUM})(?![\d.]*\d)\+?"
)
_HR = re.compile(
    rf"(?:hazard ratios?|\ba?hrs?\b)(?: *[\[(](?:a?hr|95% ci|95% confidence interval|hrs)[\])])?(?P<of>[^.;()\[\]0-9]{{0,70}}?)[\s,:;=(\[]*(?P<value>{_NUM})(?! *(?:%|months?|years?))"
)
_P = re.compile(
    r"(?:(?:1|one|2|two)-sided )?\bp(?:[- ]?values?)?(?: for [a-z]+(?: [a-z]+)?)? *(?P<sign><=|>=|<|>|=|of|was|:)? *(?P<value>(?:0?\.\d+|0\.\d+|1\.0+|0)(?: *x *10-\d)?)"
)
_SHARES = [
    re.compile(rf"\bn *= *(?P<n>{_INT})[;,] *(?P<percent>{_NUM}) *%"),
    re.compile(
        rf"(?<![\d.])(?P<n>{_INT})(?: (?:patients|pts|cases))? *(?:/|of(?: the)?|out of) *(?P<of>{_INT}){_WORDS} *[(\[;,:=] *(?:= *)?(?P<percent>{_NUM}) *%(?! *(?:ci\b|conf))"
    ),
    re.compile(
        rf"(?<![\d.])(?P<n>{_INT}){_WORDS} *[(\[] *(?P<percent>{_NUM}) *%(?! *(?:ci\b|conf))[^()\[\]]{{0,40}}[)\]]? of (?:the )?(?P<of>{_INT})(?![\d.]| *%)"
    ),
    re.compile(
        rf"(?<![\d.])(?P<n>{_INT})(?![ ]?(?:months?|years?|weeks?|days?|mg|gbq)\b){_WORDS} *[(\[;,] *(?:= *)?(?P<percent>{_NUM}) *%(?! *(?:ci\b|conf|or|and|vs))"
    ),
    re.compile(
        rf"(?<![\d.])(?P<percent>{_NUM}) *%{_WORDS} *[(\[;,] *(?:(?:ie|i\.e\.?|eg),? *)?(?:n *= *)?(?P<n>{_INT})(?: (?:patients|pts|cases))? *(?:/|of(?: the)?|out of) *(?P<of>{_INT})(?![\d.]| *%)"
    ),
    re.compile(rf"(?<![\d.])(?P<percent>{_NUM}) *%{_WORDS} *[(\[;,] *n *= *(?P<n>{_INT})(?![\d.]| *%)"),
    re.compile(rf"(?<![\d.])(?P<percent>{_NUM}) *% *[(\[] *(?P<n>{_INT})(?: (?:patients?|pts|cases?))?[)\]]"),
    re.compile(
        rf"(?<![\d./])(?P<n>{_INT})(?: (?:patients|pts|cases))? *(?:/|of(?: the)?(?: remaining| other| first)?|out of|in) *(?P<of>{_INT})(?![\d./]| *%| *(?:months?|years?|weeks?|days?)\b)"
    ),
    re.compile(rf"(?<![\d.])(?P<percent>{_NUM}) *(?:%|percent|per cent)(?! *(?:ci\b|conf))"),
]
_N_IS = re.compile(rf"\bn ?= ?(?P<n>{_INT})(?![\d.]| ?%| ?/)")
_TIME = re.compile(rf"(?<![\d.])(?P<value>{_NUM})[ -]?(?P<unit>months?\b|mos?\b|weeks?\b|wks?\b|years?\b|yrs?\b|days?\b|m\b(?! *\())")
_TIME_BEHIND = re.compile(
    rf"(?<![\d.])(?P<value>{_NUM}) *(?:[\[(](?:[^()\[\]]|\([^()]*\)|\[[^\[\]]*\])*[\])]|(?:±|\+/-) *[\d.]+) *(?P<unit>months?\b|mos?\b|weeks?\b|years?\b|days?\b)"
)
_DOSE = re.compile(
    rf"(?<![\d.])(?P<value>{_NUM})(?: *(?:-|to|or) *(?P<high>{_NUM}))? *(?P<unit>(?:(?:x|×) *10\(?\^?6\)? *(?:units|iu|u)\b|million (?:international )?(?:units|iu|u)\b|miu\b|mu\b|m?g|[μu]g|mcg|microg(?:rams?)?|[gmk]bq|m?ci|megabecquerels|gigabecquerels|iu)(?: *(?:/|per) *(?:kg|kilograms?|m\(?\^?2\)?|m²|mq|sqm|sq\.? ?m|square met(?:er|re)|m)| (?:kg|m)\(?\^?[-−](?:1|2)\)?)?)(?![a-z0-9])"
)
_AUC = re.compile(rf"\bauc *(?:of |=)? *(?P<value>{_NUM})")
_ASIDE = re.compile(
    r"\b(?:19|20)\d\d\b|nct *\d+|version \d(?:\.\d)?|recist[ ,v(]*(?:version )?\d(?:\.\d)?|ctcae[ ,v(.]*(?:version )?\d(?:\.\d)?|\bgrades? *[<>=]*[0-5](?: *(?:-|/|to|and|or) *[0-5])?|\bg[1-5](?: *[-/] *g?[1-5])?\b|\b[1-4]:[1-4]\b|phase [1-4]|ki-?67[^a-z]{0,4}\d+(?: *%)?|(?:days?|cycles?|arm|stage|version|part|groups?|cohorts?|weeks?|months|dtc) ?\d+(?: *(?:-|to|and) *\d+)?\b"
    r"|\b(?:lower|upper) \d\d *%|\b(?:se|standard error)\b[\s,:=\])]*\d+(?:\.\d+)? *%?|\b(?:iqr|interquartile range)\)? *\d\d *% *- *\d\d *%"
    r"|\b(?:1|one|2|two)-sided|[<>]=? *\d+(?:\.\d+)? *(?:%|years|x )|\b\d+(?:st|nd|rd|th)\b|\d+ *h\b|(?<=[a-z]-)\d+|\b\d+-(?:stage|step|arm)\b|\[\d{2,3}\]?[a-z]{1,2}\b|\b\d{2,3}[a-z]{1,2}-"
)
_CONNECT = re.compile(r"[\s,;]*(?:%|months?)?[\s,;]*(?:and|vs?\.?|versus|or|to|compared (?:with|to)|,|/|-)[\s,]*$")


@dataclass(frozen=True)
class Atom:
    """A printed form with its place in ``Sentence.norm``. ``kind``: share, time, dose, ci, range, spread, hr, p, n, count, bare."""

    kind: str
    start: int
    end: int
    parts: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        return dict(self.parts).get(name)


@lru_cache(maxsize=4096)
def flat(sentence: Sentence) -> str:
    """The normalized sentence with number words as digits, every character in its place."""
    text = sentence.norm
    for number in sentence.numbers:
        printed = text[number.start : number.end]
        if printed[0].isdigit() or printed[0] == "." or re.search(r" (?:in|out of) ", printed):
            continue  # "four out of 10" stays 4 of 10
        if re.match(r"no |none|neither", printed):
            word = printed.split(" ")[0]
            text = text[: number.start] + "0".rjust(len(word)) + text[number.start + len(word) :]
        elif not re.match(r"(?:the|another|an?|single|half)\b", printed) or re.match(r"a hundred", printed):
            text = text[: number.start] + number.plain.rjust(len(printed)) + text[number.end :]
    return re.sub(r"\bvs\.", "vs ", text)


class _Claims:
    """Which characters a form has taken already."""

    def __init__(self) -> None:
        self.spans: list[tuple[int, int]] = []

    def free(self, start: int, end: int) -> bool:
        return not any(start < right and left < end for left, right in self.spans)

    def take(self, start: int, end: int) -> bool:
        if not self.free(start, end):
            return False
        self.spans.append((start, end))
        return True


@lru_cache(maxsize=4096)
def atoms(sentence: Sentence) -> tuple[Atom, ...]:
    """The printed forms of a sentence, in the order of their places."""
    text = flat(sentence)
    claims, found = _Claims(), []

    def add(kind: str, match: re.Match[str], **more: str) -> None:
        groups = {
            name: plain_number(value.strip()) if value.strip()[:1].isdigit() or value.strip()[:1] == "." else value.strip()
            for name, value in match.groupdict().items()
            if value and name not in ("of_text",)
        }
        printed = {f"{name}_printed": value.strip() for name, value in match.groupdict().items() if value}
        if kind == "share":
            spans = [match.span(name) for name in match.groupdict() if match[name]]
            taken = all(claims.free(*span) for span in spans) and all(claims.take(*span) for span in spans)
        else:
            taken = claims.take(match.start(), match.end())
        if taken:
            found.append(Atom(kind, match.start(), match.end(), tuple({**groups, **printed, **more}.items())))

    for match in _CI.finditer(text):
        add("ci", match)
    for match in _RANGE.finditer(text):
        add("range", match)
    for match in _BRACKET.finditer(text):
        # Two figures in a bracket right behind a figure: an interval where the sentence has called one so before
        # ("median PFS (95% CI) was 16.4 (13.7-21.2)"), else the range of a length of time ("11 months (6-48)").
        before = text[: match.start()]
        if re.search(r"\d *%?(?: *(?:months?|years?|weeks?|days?|mo|yrs?))? *$", before):
            if re.search(r"\bci\b|confidence", before) or _around(before, match):
                add("ci", match)
            elif re.search(r"(?:months?|years?|weeks?|days?|mo|yrs?) *$|\brange\b|median", before):
                # What a bracket without a word is, a range or an interval, only the report knows.
                add("range", match, **({} if re.search(r"\brang", before) else {"unnamed": "yes"}))
    for match in re.finditer(rf"(?:±|\+/-) *(?P<value>{_NUM})", text):
        add("spread", match)
    for match in _HR.finditer(text):
        add_hr(match, claims, found)
    for match in _P.finditer(text):
        add("p", match)
    for match in _DOSE.finditer(text):
        add("dose", match)
    for match in _AUC.finditer(text):
        add("dose", match, unit="auc")
    for match in _ASIDE.finditer(text):
        claims.take(match.start(), match.end())
    for regex in _SHARES:
        for match in regex.finditer(text):
            add("share", match)
    for match in _N_IS.finditer(text):
        add("n", match)
    for match in _TIME.finditer(text):
        add("time", match)
    for match in _TIME_BEHIND.finditer(text):
        # "21.9 (12.8; not calculable) months": the unit stands behind the interval.
        if claims.free(*match.span("value")):
            claims.take(*match.span("value"))
            parts = (("value", plain_number(match["value"])), ("value_printed", match["value"]), ("unit", match["unit"]))
            found.append(Atom("time", match.start("value"), match.end("value"), parts))
    _spread_units(text, claims, found)
    for match in re.finditer(rf"(?<![\w.\-/])(?P<n>{_INT})(?![\w]|[.,]\d|-[a-z0-9]| *[/x])", text):
        add("count", match)
    for match in re.finditer(r"(?<![\w.\-/])(?P<value>\d+\.\d+)(?![\w%]|\.\d)", text):
        add("bare", match)
    return tuple(sorted(found, key=lambda atom: atom.start))


def _around(before: str, match: re.Match[str]) -> bool:
    """``5.9% (0.3%-25.0%)``: two percentages about a percentage are its interval."""
    value = re.search(r"(\d+(?:\.\d+)?) *%? *$", before)
    if (
        value is None
        or "%" not in match[0]
        or not before.rstrip().endswith("%")
        or not (match["low"][:1].isdigit() and match["high"][:1].isdigit())
    ):
        return False
    return float(match["low"]) <= float(value[1]) <= float(match["high"])


def add_hr(match: re.Match[str], claims: _Claims, found: list[Atom]) -> None:
    """A hazard ratio takes the words and the figure, not what stands between them."""
    if not re.fullmatch(r"\d+", match["value"]) and claims.take(match.start("value"), match.end("value")):
        parts = (
            ("value", plain_number(match["value"])),
            ("value_printed", match["value"]),
            ("words", match["of"].strip()),
            ("from", str(match.start())),
        )
        found.append(Atom("hr", match.start("value"), match.end("value"), parts))


def _spread_units(text: str, claims: _Claims, found: list[Atom]) -> None:
    """One unit may serve a list: ``11.6 and 8.5 months``, ``20.3 versus 6.2%``."""
    for kind in ("time", "share"):
        queue = sorted((atom for atom in found if atom.kind == kind), key=lambda atom: -atom.start)
        while queue:
            atom = queue.pop(0)
            if kind == "share" and (atom.get("n") or not atom.get("percent")):
                continue
            match = re.search(
                rf"(?<![\w.\-/])({_NUM})((?: *[\[(](?:[^()\[\]]|\([^()]*\)|\[[^\[\]]*\])*[\])]| *(?:±|\+/-) *[\d.]+)?[\s,]*(?:and|vs?\.?|versus|or|compared (?:with|to)|,)[\s,]*(?:and )?)$",
                text[: atom.start],
            )
            if match is None or not claims.free(match.start(1), match.end(1)):
                continue
            claims.take(match.start(1), match.end(1))
            value = plain_number(match[1])
            if kind == "time":
                parts: tuple[tuple[str, str], ...] = (
                    ("value", value),
                    ("value_printed", match[1]),
                    ("unit", atom.get("unit") or ""),
                    ("spread", "yes"),
                )
            else:
                parts = (("percent", value), ("percent_printed", match[1]), ("spread", "yes"))
            made = Atom(kind, match.start(1), match.end(1), parts)
            found.append(made)
            queue.insert(0, made)
