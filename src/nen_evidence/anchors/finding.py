"""Finding each row's figures in the text of its source, in their role."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..contract import ANCHORED, Rows, plain
from ..contract.row import Row
from ..record import Record
from ..record.anchor_file import Anchor
from ..record.model import Study
from .lexicon import Lexicon
from .text import Number, Sentence, SourceText

# Figures that say of how many: they may stand in a sentence about patients rather than about the outcome.
DENOMINATORS = {"n_evaluable", "n_total", "n_at_risk", "n", "n_patients", "n_studies"}
_PATIENTS = re.compile(
    r"patient|\bn\s*=|receiv|subject|participant|randomi|assign|allocat|enrol|treat|case|\bof\b|group|arm\b|/|tumou?r|\bpts\b|evaluab|women|individual|cohort|stud(?:y|ies)|trial|article|report"
)
_MAIN = {"n_events", "percent", "reported_value", "estimate", "amount", "value_low", "p_value"}
_CI = re.compile(r"\bci\b|confidence|interval|\(|range|\[|\biqr\b|\bsd\b|\bse\b|±|\+/-|-")


@dataclass(frozen=True)
class Finding:
    """What was found of a row, and which figures were not."""

    row: Row
    anchors: tuple[Anchor, ...]
    missing: tuple[str, ...]
    misplaced: tuple[str, ...]


def find(rows: Rows, record: Record, texts: dict[str, SourceText], lexicon: Lexicon) -> list[Finding]:
    """Find every row of a record whose source's text is at hand."""
    found = []
    for table in ANCHORED:
        for row in rows[table]:
            text = texts.get(str(row.values["source_id"]))
            if row.record is record and text is not None:
                found.append(_find_row(row, text, lexicon))
    return found


def role_patterns(row: Row, lexicon: Lexicon) -> list[re.Pattern[str]]:
    """The patterns that a sentence must match for the figures of a row to stand in their role (each of them)."""
    words = row.words
    table = row.table
    if table == "doses":
        return [lexicon.pattern("drug", words["drug"])]
    if table == "patient_counts":
        characteristic, category = words["characteristic"], words["category"]
        if characteristic == "flow":
            return [lexicon.pattern("characteristic", "flow")]
        category_words = (
            lexicon.drug(drug)
            if (drug := category.replace("_", "-")) in lexicon.vocabulary["drugs"]
            else lexicon.pattern("category", category).pattern
        )
        loose = "|".join(re.escape(part).replace("ki67", "ki-?67") for part in re.split(r"[-_+.]", category) if len(part) > 3)
        return [
            re.compile(
                "|".join(
                    filter(
                        None,
                        [
                            category_words,
                            loose,
                            lexicon.pattern("characteristic", characteristic).pattern
                            if characteristic not in ("tumour_type", "histology") or category in ("other", "unknown")
                            else "",
                        ],
                    )
                )
            )
        ]
    if table == "response_outcomes":
        roles = [lexicon.pattern("outcome", words["outcome"])]
        if words["outcome"].startswith(("biochemical", "symptomatic")):
            extra = [
                lexicon.pattern(kind, words[kind]).pattern
                for kind in ("marker", "symptom")
                if kind in words and not words[kind].startswith("any_")
            ]
            if extra:
                roles = [re.compile("|".join([roles[0].pattern, *extra]))]
        return roles
    if table == "survival_outcomes":
        return [lexicon.pattern("endpoint", words["endpoint"])]
    if table == "comparisons":
        return [
            re.compile(
                "|".join([lexicon.pattern("endpoint", words["endpoint"]).pattern, lexicon.pattern("outcome", words["endpoint"]).pattern])
            )
        ]
    if table == "adverse_events":
        return [lexicon.pattern("event", words["event"])]
    if table == "measurements":
        extra = [lexicon.pattern(kind, words[kind]).pattern for kind in ("marker", "symptom", "drug") if kind in words]
        return [re.compile("|".join([lexicon.pattern("quantity", words["quantity"]).pattern, *extra]))]
    if table == "pooled_estimates":
        # Reviews say "OR", "DS" and "DC rate" for overall response, stable disease and disease control.
        short = {
            "objective_response": r"\bor\b[- ](?:rate|,)",
            "stable_disease": r"\bds\b",
            "disease_control": r"\bdc\b",
            "progressive_disease": r"\bdp\b",
        }
        patterns = [lexicon.pattern(kind, words["outcome"]).pattern for kind in ("endpoint", "outcome")]
        return [re.compile("|".join([*patterns, *filter(None, [short.get(words["outcome"])])]))]
    return []


def _find_row(row: Row, text: SourceText, lexicon: Lexicon) -> Finding:
    roles = role_patterns(row, lexicon)
    arm = arm_pattern(row, lexicon)
    places: dict[int, dict[str, str]] = {}
    missing, misplaced = [], []
    wanted = {name: plain(figure) for name, figure in row.figures.items()}
    scored = [_score(sentence, text.sentences, roles, arm, wanted) for sentence in text.sentences]
    for name, number in wanted.items():
        candidates = [(scored[index], index) for index, sentence in enumerate(text.sentences) if number in sentence.plain_numbers]
        if not candidates:
            missing.append(name)
            continue
        fitting = [
            (score, index)
            for score, index in candidates
            if _unit_fits(row, name, number, text.sentences[index])
            and _in_role(row, name, number, text.sentences, index, roles, arm)
            and _beside_partner(text.sentences[index], name, wanted)
        ]
        if not fitting:
            misplaced.append(name)
            continue
        _, best = max(fitting, key=lambda pair: (pair[0], -pair[1]))
        places.setdefault(best, {})[name] = number
    if not wanted:
        index = (
            _closest(row, text.sentences)
            if row.table == "statements"
            else next((index for index, sentence in enumerate(text.sentences) if _says_it(row, sentence, roles)), None)
        )
        if index is None:
            missing.append("words")
        else:
            places[index] = {}
    anchors: list[Anchor] = []
    for index in sorted(places):
        sentence, fields = text.sentences[index], places[index]
        anchors.append(
            Anchor(
                row.table,
                row.id,
                str(row.values["source_id"]),
                len(anchors) + 1,
                sentence.number,
                sentence.fingerprint,
                tuple(fields),
                tuple(fields.values()),
                _near(text.sentences, index, roles),
            )
        )
    return Finding(row, tuple(anchors), tuple(missing), tuple(misplaced))


def _says_it(row: Row, sentence: Sentence, roles: list[re.Pattern[str]]) -> bool:
    if row.words.get("reached"):
        return bool(re.search(r"not (?:yet )?(?:been )?(?:reached|attained|achieved)|unreached|\bnr\b|not reach", sentence.norm)) and all(
            role.search(sentence.said) for role in roles
        )
    return all(role.search(sentence.said) for role in roles)


def _closest(row: Row, sentences: list[Sentence]) -> int | None:
    """For a claim without figures: the sentence that shares most of its words, two at least."""
    claim = " ".join(str(row.values.get(name) or "") for name in ("topic", "treatment", "population", "summary")).lower()
    stems = {word[:6] for word in re.findall(r"[a-z]{5,}", claim)}
    shared = [len(stems & {word[:6] for word in re.findall(r"[a-z]{5,}", sentence.norm)}) for sentence in sentences]
    best = max(range(len(sentences)), key=lambda index: (shared[index], -index), default=None)
    return best if best is not None and shared[best] >= 2 else None


def _near(sentences: list[Sentence], index: int, roles: list[re.Pattern[str]]) -> bool:
    """The sentence, or the one before it, has the words of every role."""
    near = sentences[index].said + " " + (sentences[index - 1].said if index > 1 else "")
    return all(role.search(near) for role in roles)


_UNIT_WORDS = {
    "mg": r"m?g\b|mg|gram|milligram",
    "g": r"g\b|gram|mg",
    "ug": r"[μu]g|mcg|microgram",
    "Bq": r"bq|becquerel",
    "Ci": r"m?ci\b|curie",
    "[iU]": r"iu|i\.u|mu\b|units?|million|10\(?\^?6|mega|miu",
    "Gy": r"gy|gray",
    "mg.min/mL": r"auc|area|min",
    "{PFU}": r"pfu|plaque",
}


def _dose_in_role(
    row: Row, name: str, number: str, sentences: list[Sentence], index: int, roles: list[re.Pattern[str]], arm: re.Pattern[str] | None
) -> bool:
    """A dose stands beside its unit, in a sentence about its drug or arm, or in one that the drug was named shortly before."""
    sentence = sentences[index].norm
    if name.startswith("amount"):
        unit = str(row.values.get("reported_unit") or "")
        words = "|".join(pattern for key, pattern in _UNIT_WORDS.items() if key.lower() in unit.lower()) or re.escape(unit.lower())
        beside = [sentence[max(0, spot.start - 12) : spot.end + 24] for spot in sentences[index].numbers if spot.plain == number]
        if not any(re.search(words, place) for place in beside):
            return False
    before = " ".join([sentences[0].said, *(one.said for one in sentences[max(1, index - 2) : index + 1])])
    return all(role.search(before) for role in roles) or (arm is not None and bool(arm.search(before)))


_TIME_UNITS = {"months": r"month|\bmos?\b|\bm\b", "weeks": r"week|\bwks?\b", "years": r"year|\byrs?\b|\by\b", "days": r"\bdays?\b|\bd\b"}
_PERCENT = re.compile(r"\s*(?:%|percent|per cent)")


def _first_time_unit(words: str) -> str | None:
    """The unit of time named first in some words: that of the number before them."""
    found = [(match.start(), unit) for unit, pattern in _TIME_UNITS.items() if (match := re.search(pattern, words))]
    return min(found)[1] if found else None


def _says_share(words: str) -> bool:
    """Words that say a percentage without a sign: half, one in five."""
    return bool(re.fullmatch(r"half|\w+ (?:in|out of)\b.*", words))


def _unit_fits(row: Row, name: str, number: str, sentence: Sentence) -> bool:
    """A percentage stands before a percent sign, a count does not, and a time is not in a sentence about another unit of time."""
    norm = sentence.norm
    spots = [spot for spot in sentence.numbers if spot.plain == number]
    unit = row.values.get("reported_unit")
    if name == "percent" or (name == "reported_value" and unit in ("percent", "%")):
        # One sign may serve a list ("20.3 versus 6.2%"), but not a number before a bracket ("8 (22%)"); "half" says it by itself.
        return any(
            re.match(r"[^(%]{0,40}?(?:%|percent|per cent)", norm[spot.end :]) or _says_share(norm[spot.start : spot.end]) for spot in spots
        )
    if name in ("n_events", "n", "n_evaluable", "n_total", "n_at_risk"):
        return any(not _PERCENT.match(norm[spot.end :]) for spot in spots)
    unit = {"mo": "months", "wk": "weeks", "a": "years", "d": "days"}.get(str(unit), unit)
    timed = row.table in ("survival_outcomes", "measurements")
    usual = "years" if row.table == "measurements" and row.words["quantity"] == "age" else "months"
    if timed and unit in _TIME_UNITS and name in ("reported_value", "ci_low", "ci_high", "spread_low", "spread_high"):
        if name != "reported_value" and any(
            re.search(_TIME_UNITS[str(unit)], norm[max(0, spot.start - 60) : spot.start]) for spot in spots
        ):
            return True  # "18.2 months (95% CI, 13.0 to 24.1), and the 2-year rate": the unit of an interval stands before it
        units = {_first_time_unit(norm[spot.end : spot.end + 80]) for spot in spots} - {None}
        return unit in units if units else unit == usual or bool(re.search(_TIME_UNITS[str(unit)], norm))
    return True


def _in_role(
    row: Row, name: str, number: str, sentences: list[Sentence], index: int, roles: list[re.Pattern[str]], arm: re.Pattern[str] | None
) -> bool:
    if row.table == "doses":
        return _dose_in_role(row, name, number, sentences, index, roles, arm)
    if name in DENOMINATORS and not (name == "n" and row.table == "patient_counts" and row.words["characteristic"] != "flow"):
        return any(
            counts_patients(sentences[index].norm, spot.start, spot.end) for spot in sentences[index].numbers if spot.plain == number
        )
    if name.startswith(("ci_", "spread_", "prediction_")):
        return bool(_CI.search(sentences[index].norm)) and _near(sentences, index, roles)
    return _near(sentences, index, roles)


_PARTNERS = {"ci_low": "ci_high", "ci_high": "ci_low", "spread_low": "spread_high", "spread_high": "spread_low"}
_OF = re.compile(
    r"\s*(?:\(\s*\d[\d.]*\s*%?\s*\)\s*)?(?:patients|pts|cases|subjects)?\s*(?:/|(?:out )?of\b|among\b)\s*(?:the |these |all |a total of )?(?:\(?n ?= ?)?"
)
_SHARE = re.compile(r"\s*(?:patients|pts|cases|subjects)?\s*\(\s*(?=\d[\d.]*\s*%)")


def _beside_partner(sentence: Sentence, name: str, wanted: dict[str, str]) -> bool:
    """The figure does not contradict the form it is printed in: "18.4-30.0", "4 of 34", "4 (18%)"."""
    number = wanted[name]
    spots = [spot for spot in sentence.numbers if spot.plain == number]
    other = wanted.get(_PARTNERS.get(name, ""))
    if other is not None and other in sentence.plain_numbers:
        # The two ends of an interval stand side by side, with no figure between them.
        sides = [(spot, end) for spot in spots for end in sentence.numbers if end.plain == other and end is not spot]
        return any(_adjacent(sentence, min(pair, key=_start), max(pair, key=_start)) for pair in sides)
    events = wanted.get("n_events", wanted.get("n"))
    if events is not None and name in ("n_evaluable", "n_total", "n_at_risk", "percent"):
        pattern = _SHARE if name == "percent" else _OF
        printed = [_next_number(sentence, spot, pattern) for spot in sentence.numbers if spot.plain == events]
        # Only where each print of the count says of how many (or how much of them), and never this.
        return not printed or None in printed or number in printed
    return True


def _start(number: Number) -> int:
    return number.start


def _adjacent(sentence: Sentence, low: Number, high: Number) -> bool:
    between = [spot for spot in sentence.numbers if low.end <= spot.start < high.start and sentence.norm[spot.start - 1] != "q"]
    return not between and high.start - low.end <= 40


def _next_number(sentence: Sentence, spot: Number, pattern: re.Pattern[str]) -> str | None:
    match = pattern.match(sentence.norm, spot.end)
    return next((other.plain for other in sentence.numbers if match and other.start == match.end()), None)


def counts_patients(sentence: str, start: int, end: int) -> bool:
    """The number at this place counts people: words of patients about it, and no unit behind it."""
    if re.match(
        r"\s*(?:%|percent|[mμu]?g\b|mg/|mcg|micro|[mgk]bq|m?ci\b|mm|cm|months?\b|weeks?\b|years?\b|days?\b|cycles?\b|gy\b|million|m?iu\b|mu\b)",
        sentence[end:],
    ):
        return False
    return bool(_PATIENTS.search(sentence[max(0, start - 120) : end + 60]))


def _score(
    sentence: Sentence, sentences: list[Sentence], roles: list[re.Pattern[str]], arm: re.Pattern[str] | None, wanted: dict[str, str]
) -> float:
    """How well a sentence fits a row: roles named, arm named, figures of the row found together."""
    score = 3.0 * sum(bool(role.search(sentence.said)) for role in roles)
    score += 1.0 if arm is not None and arm.search(sentence.norm) else 0.0
    score += 1.5 * sum(number in sentence.plain_numbers for number in set(wanted.values()))
    return score


def arm_pattern(row: Row, lexicon: Lexicon) -> re.Pattern[str] | None:
    """What names the arm of a row: the drugs that the other arms do not have, its label."""
    study = row.record.content
    if not isinstance(study, Study) or "arm_id" not in row.values:
        return None
    slug = str(row.values["arm_id"]).partition(".")[2]
    return arm_words(study, slug, lexicon)


def arm_words(study: Study, slug: str, lexicon: Lexicon) -> re.Pattern[str] | None:
    """The words of an arm, without those that another parallel arm shares."""
    arm = study.arms[slug]
    own = set((arm.regimen or "").split("+")) - {""}
    others = set().union(
        *[set((other.regimen or "").split("+")) for name, other in study.arms.items() if name != slug and other.role != "overall"]
    )
    drugs = (own - others) or own
    patterns = [lexicon.drug(drug) for drug in sorted(drugs)]
    # The slug is the curator's short name for the arm, often the report's own abbreviation.
    patterns += [rf"(?<![a-z0-9]){re.escape(part)}(?![a-z0-9])" for part in re.split(r"[-_]", slug) if len(part) > 2 and not part.isdigit()]
    return re.compile("|".join(patterns)) if patterns else None
