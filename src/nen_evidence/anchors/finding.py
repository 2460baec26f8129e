"""Finding each row's figures in the text of its source, in their role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ..contract import ANCHORED, Rows, plain
from ..contract.row import Row
from ..problem import Problem
from ..record import Record
from ..record.anchor_file import Anchor
from ..record.model import Study
from .lexicon import Lexicon
from .text import Sentence, SourceText

# Figures that say of how many: they may stand in a sentence about patients rather than about the outcome.
_DENOMINATORS = {"n_evaluable", "n_total", "n_at_risk", "n", "n_patients", "n_studies"}
_PATIENTS = re.compile(
    r"patient|\bn\s*=|subject|participant|randomi|assign|allocat|enrol|treat|case|\bof\b|group|arm\b|/|tumou?r|\bpts\b|evaluab|women|individual|cohort|stud(?:y|ies)"
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
        loose = "|".join(re.escape(part) for part in re.split(r"[-_+.]", category) if len(part) > 3)
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
        return [
            re.compile(
                "|".join([lexicon.pattern("endpoint", words["outcome"]).pattern, lexicon.pattern("outcome", words["outcome"]).pattern])
            )
        ]
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
            if _unit_fits(row, name, number, text.sentences[index]) and _in_role(row, name, number, text.sentences, index, roles, arm)
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
            role.search(sentence.norm) for role in roles
        )
    return all(role.search(sentence.norm) for role in roles)


def _closest(row: Row, sentences: list[Sentence]) -> int | None:
    """For a claim without figures: the sentence that shares most of its words, two at least."""
    claim = " ".join(str(row.values.get(name) or "") for name in ("topic", "treatment", "population", "summary")).lower()
    stems = {word[:6] for word in re.findall(r"[a-z]{5,}", claim)}
    shared = [len(stems & {word[:6] for word in re.findall(r"[a-z]{5,}", sentence.norm)}) for sentence in sentences]
    best = max(range(len(sentences)), key=lambda index: (shared[index], -index), default=None)
    return best if best is not None and shared[best] >= 2 else None


def _near(sentences: list[Sentence], index: int, roles: list[re.Pattern[str]]) -> bool:
    """The sentence, or the one before it, has the words of every role."""
    near = sentences[index].norm + " " + (sentences[index - 1].norm if index > 1 else "")
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
    before = " ".join([sentences[0].norm, *(one.norm for one in sentences[max(1, index - 2) : index + 1])])
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
    timed = row.table == "survival_outcomes" or (row.table == "measurements" and row.words["quantity"] != "age")
    if timed and unit in _TIME_UNITS and name in ("reported_value", "ci_low", "ci_high", "spread_low", "spread_high"):
        if name != "reported_value" and any(
            re.search(_TIME_UNITS[str(unit)], norm[max(0, spot.start - 60) : spot.start]) for spot in spots
        ):
            return True  # "18.2 months (95% CI, 13.0 to 24.1), and the 2-year rate": the unit of an interval stands before it
        units = {_first_time_unit(norm[spot.end : spot.end + 80]) for spot in spots} - {None}
        return unit in units if units else unit == "months" or _first_time_unit(norm) in (None, unit)
    return True


def _in_role(
    row: Row, name: str, number: str, sentences: list[Sentence], index: int, roles: list[re.Pattern[str]], arm: re.Pattern[str] | None
) -> bool:
    if row.table == "doses":
        return _dose_in_role(row, name, number, sentences, index, roles, arm)
    if name in _DENOMINATORS and not (name == "n" and row.table == "patient_counts" and row.words["characteristic"] != "flow"):
        return any(
            _counts_patients(sentences[index].norm, spot.start, spot.end) for spot in sentences[index].numbers if spot.plain == number
        )
    if name.startswith(("ci_", "spread_", "prediction_")):
        return bool(_CI.search(sentences[index].norm)) and _near(sentences, index, roles)
    return _near(sentences, index, roles)


def _counts_patients(sentence: str, start: int, end: int) -> bool:
    """The number at this place counts people: words of patients about it, and no unit behind it."""
    if re.match(r"\s*(?:%|percent|m?g\b|mg/|[mgk]bq|m?ci\b|mm|cm|months?\b|weeks?\b|years?\b|days?\b|cycles?\b|gy\b)", sentence[end:]):
        return False
    return bool(_PATIENTS.search(sentence[max(0, start - 120) : end + 60]))


def _score(
    sentence: Sentence, sentences: list[Sentence], roles: list[re.Pattern[str]], arm: re.Pattern[str] | None, wanted: dict[str, str]
) -> float:
    """How well a sentence fits a row: roles named, arm named, figures of the row found together."""
    score = 3.0 * sum(bool(role.search(sentence.norm)) for role in roles)
    score += 1.0 if arm is not None and arm.search(sentence.norm) else 0.0
    score += 1.5 * sum(number in sentence.plain_numbers for number in set(wanted.values()))
    return score


_ASIDE = re.compile(
    r"(?:95|90|99|80) ?%? ?(?:ci\b|confidence|c\.i)|\b(?:19|20)\d\d\b|nct ?\d+|version \d|recist[ ,v(]*(?:version )?\d(?:\.\d)?|ctcae[ ,v(]*(?:version )?\d(?:\.\d)?|grade [1-5]|grades [1-5]|m\(?2\)?|10\(\d\)|phase [1-4]|\b[1-4]:[1-4]\b"
)
_OUTCOME = re.compile(
    r"respon|surviv|progress|\bpfs\b|\bos\b|\borr\b|stable|toxic|advers|grade|hazard|\bhr\b|median|patients|remission|rate|months"
)


def unused_figures(rows: Rows, record: Record, texts: dict[str, SourceText]) -> dict[str, list[str]]:
    """Figures of sentences about patients and outcomes that no row of the record uses, by source: what a reader may have passed over.

    Numbers of confidence levels, years, registrations, versions and grades are not counted.
    """
    used: dict[str, set[str]] = {}
    for table in ANCHORED:
        for row in rows[table]:
            if row.record is record:
                used.setdefault(str(row.values["source_id"]), set()).update(plain(figure) for figure in row.figures.values())
                for name in ("interval_days", "cycle_length_days", "times_per_day", "time_months", "threshold_percent"):
                    if row.values.get(name) is not None:
                        used[str(row.values["source_id"])].add(f"{row.values[name]:g}")
    found = {}
    for source_id, text in texts.items():
        left: list[str] = []
        for sentence in text.sentences[1:]:
            if _OUTCOME.search(sentence.norm):
                aside = [match.span() for match in _ASIDE.finditer(sentence.norm)]
                for number in sentence.numbers:
                    if (
                        sentence.norm[number.start].isdigit()
                        and not any(start <= number.start < end for start, end in aside)
                        and number.plain not in used.get(source_id, set())
                    ):
                        left.append(number.plain)
        if left:
            found[source_id] = sorted(set(left), key=float)
    return found


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


def swapped_arms(rows: Rows, record: Record, texts: dict[str, SourceText], lexicon: Lexicon, findings: list[Finding]) -> list[Problem]:
    """Pairs of parallel arms whose figures stand in the order opposite to the arms, in one sentence.

    In "14.3 and 6.0 months with A and B" and in "A 14.3, B 6.0" alike the order of the figures is the
    order of the arms. A pair is reported only where the order of first mention and the nearest
    mention both speak against the record.
    """
    study = record.content
    if not isinstance(study, Study):
        return []
    placed: dict[tuple[Any, ...], list[tuple[Row, int, str]]] = {}
    for finding in findings:
        row = finding.row
        if row.table not in ("response_outcomes", "survival_outcomes", "adverse_events") or row.values.get("subgroup_id"):
            continue
        main = next((name for name in row.figures if name in _MAIN), None)
        anchor = next((anchor for anchor in finding.anchors if main in anchor.fields), None)
        if main and anchor:
            suffix = row.id.removeprefix(str(row.values["arm_id"]))
            placed.setdefault((row.table, suffix, row.values["source_id"], anchor.sentence, main), []).append(
                (row, anchor.sentence, plain(row.figures[main]))
            )
    problems = []
    for (_table, _suffix, source_id, number, _main), group in placed.items():
        parallel = [item for item in group if study.arms[_slug(item[0])].role in ("experimental", "control")]
        if len(parallel) != 2 or parallel[0][2] == parallel[1][2]:
            continue
        sentences = texts[source_id].sentences
        sentence = next(sentence for sentence in sentences if sentence.number == number)
        (one, _, first), (two, _, second) = parallel
        marks = _marks(study, _slug(one), _slug(two), lexicon)
        verdicts = _orders(sentence, first, second, marks) or _order_before(sentences, number, first, second, marks)
        if verdicts and not any(verdicts):
            problems.append(
                one.record.problem(
                    one.path,
                    f"{first} for {_slug(one)} and {second} for {_slug(two)}",
                    "the text names the arms and the figures in the opposite order: are the arms swapped?",
                    "arm-order",
                    "warning",
                )
            )
    return problems


def _order_before(
    sentences: list[Sentence], number: int, first: str, second: str, marks: tuple[re.Pattern[str], re.Pattern[str]] | None
) -> list[bool]:
    """For "a versus b" in a sentence that names no arm: whether the sentence before that last named both has them in the same order."""
    sentence = next(sentence for sentence in sentences if sentence.number == number)
    spots = {value: [spot for spot in sentence.numbers if spot.plain == value] for value in (first, second)}
    if marks is None or any(mark.search(sentence.norm) for mark in marks) or any(len(found) != 1 for found in spots.values()):
        return []
    a, b = spots[first][0], spots[second][0]
    between = sentence.norm[min(a.end, b.end) : max(a.start, b.start)]
    if (
        not re.search(r"\bv(?:s|ersus)?\b|compared", between)
        or len(between) > 60
        or re.search(r"\barms?\b|respectively|groups?", sentence.norm)
    ):
        return []
    for before in reversed([one for one in sentences if 0 < one.number < number]):
        found = [mark.search(before.norm) for mark in marks]
        if found[0] and found[1]:
            return [(a.start < b.start) == (found[0].start() < found[1].start())]
    return []


def _slug(row: Row) -> str:
    return str(row.values["arm_id"]).partition(".")[2]


def _marks(study: Study, one: str, two: str, lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What names each of two arms and not the other: its own drugs, the words of its slug; "alone" where it only lacks the other's."""
    drugs = {slug: set((study.arms[slug].regimen or "").split("+")) - {""} for slug in (one, two)}
    words = {slug: {part for part in re.split(r"[-_]", slug) if len(part) > 3} for slug in (one, two)}
    marks = []
    for slug, other in ((one, two), (two, one)):
        patterns = [lexicon.drug(drug) for drug in sorted(drugs[slug] - drugs[other])]
        patterns += [rf"\b{re.escape(word)}" for word in sorted(words[slug] - words[other] - {*drugs[other]})]
        if drugs[slug] < drugs[other]:
            patterns.append(r"\balone\b|monotherap|\bcontrol")
        elif drugs[other] < drugs[slug]:
            patterns.append(r"combination|combined")
        if not patterns:
            return None
        marks.append(re.compile("|".join(patterns)))
    return marks[0], marks[1]


def _orders(sentence: Sentence, first: str, second: str, marks: tuple[re.Pattern[str], re.Pattern[str]] | None) -> list[bool]:
    """Whether each way of reading the order agrees with the record; empty where the sentence does not tell."""
    if marks is None:
        return []
    spots = {value: [number.start for number in sentence.numbers if number.plain == value] for value in (first, second)}
    mentions = [[match.start() for match in mark.finditer(sentence.norm)] for mark in marks]
    if not all(mentions) or len(spots[first]) != 1 or len(spots[second]) != 1:
        return []
    a, b = spots[first][0], spots[second][0]
    by_first = (a < b) == (mentions[0][0] < mentions[1][0])
    by_last = (a < b) == (mentions[0][-1] < mentions[1][-1])
    nearest = min(abs(a - spot) for spot in mentions[0]) <= min(abs(a - spot) for spot in mentions[1]) or min(
        abs(b - spot) for spot in mentions[1]
    ) <= min(abs(b - spot) for spot in mentions[0])
    return [by_first, by_last, nearest and by_first]
