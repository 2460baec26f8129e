"""Doses of a sentence, each with the drug it is of and the schedule printed behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..anchors.text import Sentence
from .arms import ArmDraft, Drugs
from .atoms import atoms
from .candidate import Candidate


def doses(sentence: Sentence, text: str, named: Drugs, arms: list[ArmDraft]) -> Iterator[Candidate]:
    """The doses of a sentence."""
    drugs = named.mentions(text)
    found = [atom for atom in atoms(sentence) if atom.kind == "dose"]
    for index, atom in enumerate(found):
        unit = dose_unit(atom.get("unit") or "")
        prior = [item for item in drugs if item[1] <= atom.start and item[2] != "placebo"]
        following = [item for item in drugs if item[0] >= atom.end and item[2] != "placebo"]
        lower = found[index - 1].end if index else 0
        drug, sure = None, False
        ahead = (
            bool(following)
            and re.fullmatch(r"[ /a-z\-]{0,34}? ?(?:of |oral )?\(?", text[atom.end : following[0][0]]) is not None
            and not (prior and atom.start - prior[-1][1] < 3)
        )
        if ahead and (
            (following[0][0] - atom.end < 3 and not (prior and atom.start - prior[-1][1] < 12))
            or re.search(r"\bof ?$|(?:oral|daily|intramuscular|day|subcutaneous) ?$", text[atom.end : following[0][0]])
        ):
            drug, sure = following[0][2], True
        elif prior and prior[-1][1] >= lower and atom.start - prior[-1][1] < 60:
            drug, sure = prior[-1][2], atom.start - prior[-1][1] < 45
        elif ahead:
            drug, sure = following[0][2], True
        elif prior and atom.start - prior[-1][1] < 120:
            drug = prior[-1][2]
        elif not drugs and len(arms) == 1 and len(arms[0].drugs) == 1:
            # A sentence that names no drug gives the dose of the only one there is.
            drug, sure = arms[0].drugs[0], bool(re.search(r"bq|ci", atom.get("unit") or "")) and _given(text)
        if drug is None or unit is None:
            continue
        wider = text[max(0, atom.start - 30) : atom.end + 10]
        sure = (
            sure
            and not re.search(r"cumulative|median|mean|received a|total|reduc|average|up to", wider)
            and (any(drug in arm.drugs for arm in arms) or _given(text))
        )
        figures = [("amount", (atom.get("value_printed") or "").replace(",", ""))]
        if atom.get("high"):
            figures, sure = [*figures, ("amount_high", atom.get("high_printed") or "")], False
        tail = text[atom.end : found[index + 1].start if index + 1 < len(found) else atom.end + 90]
        yield Candidate("doses", drug, tuple(figures), sentence, None, sure, (("unit", unit), *schedule(tail)), atom.start)


def _given(text: str) -> bool:
    """The sentence says what was given, not what patients had before or may have had."""
    return bool(re.search(r"treated with|receiv|administ|\bgiven\b|consist|regimen|schedule", text)) and not re.search(
        r"prior|previous|eligib|history|refractory|failed|failure|respon", text
    )


def dose_unit(word: str) -> str | None:
    word = re.sub(r"\s+", " ", word.replace("μ", "u")).strip()
    if word == "auc":
        return "mg.min/mL"
    if re.search(r"units|iu|\bu\b|mu\b|million", word):
        return "10*6.[iU]" if re.search(r"10|million|m(?:iu|u)", word) else "[iU]"
    per = re.search(r"(?:/|per) ?(kg|kilogram|m|sq)| (kg|m)\(?\^?[-−][12]", word)
    base = re.match(r"(gbq|mbq|kbq|mci|ci|mg|ug|mcg|microg|g|gigabecquerels|megabecquerels)", word)
    if base is None:
        return None
    unit = {
        "gbq": "GBq",
        "mbq": "MBq",
        "kbq": "kBq",
        "mci": "mCi",
        "ci": "Ci",
        "mcg": "ug",
        "microg": "ug",
        "gigabecquerels": "GBq",
        "megabecquerels": "MBq",
    }.get(base[1], base[1])
    return unit + ("/kg" if (per[1] or per[2]).startswith("k") else "/m2") if per else unit


def schedule(tail: str) -> list[tuple[str, str]]:
    """The schedule printed behind a dose: per day, how often, at what interval, on which days, for how many cycles."""
    found: list[tuple[str, str]] = []
    tail = re.split(r"\bor\b|\bversus\b|\bvs\b|\. ", tail)[0]
    if re.search(r"^ ?(?:/ ?d(?:ay)?\b|per day|daily|continuous daily|[a-z]* ?(?:once )?(?:daily|per day|a day))|\bdaily\b|\bqd\b", tail):
        found.append(
            ("per", "day")
            if not re.search(r"twice|bid|three times|tid", tail)
            else ("times_per_day", "2" if re.search(r"twice|bid", tail) else "3")
        )
    elif often := re.search(r"\b(bid|twice (?:daily|a day)|tid|three times (?:daily|a day))", tail):
        found.append(("times_per_day", "2" if often[1].startswith(("bid", "twice")) else "3"))
    if match := re.search(r"every (\d+) (day|week|month)s?|\bq ?(\d+) ?(w|d)", tail):
        number, unit = int(match[1] or match[3]), (match[2] or match[4])[0]
        if unit in "dw":
            found.append(("interval_days", str(number * (7 if unit == "w" else 1))))
    if days := re.search(r"(?:on )?days? (\d+) ?(?:-|to|through) ?(\d+)", tail):
        found.append(("days", f"d{days[1]}-{days[2]}"))
    if cycles := re.search(r"(\d+) (?:consecutive )?(?:cycles|courses|administrations|infusions|times)", tail):
        found.append(("cycles", cycles[1]))
    for words, route in (
        (r"\boral|\bpo\b|orally", "oral"),
        (r"intramuscular|\bim\b", "im"),
        (r"intravenous|\biv\b", "iv"),
        (r"subcutan|\bsc\b", "sc"),
    ):
        if re.search(words, tail):
            found.append(("route", route))
            break
    return found
