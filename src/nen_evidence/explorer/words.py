"""Words for readers: labels of controlled terms, figures as text, links that can be trusted."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any
from urllib.parse import quote, urlsplit

from .. import places, vocabulary

# Sites wide enough to be columns of the coverage grid; narrower sites count with the one they belong to (as in docs/coverage.md).
SITE_GROUPS = {
    "pancreas": "Pancreas", "gastrointestinal": "Gastrointestinal", "gastroenteropancreatic": "GEP, not divided", "lung": "Lung",
    "thoracic": "Other thoracic", "thyroid_medullary": "Medullary thyroid", "paraganglia": "Adrenal, paraganglia", "skin": "Skin (Merkel cell)",
    "other": "Other", "mixed": "Mixed or not stated",
}  # fmt: skip
_PLAIN = {
    "pfs": "PFS", "os": "OS", "hr": "Hazard ratio", "or": "Odds ratio", "rr": "Risk ratio", "rd": "Risk difference", "any": "any",
    "nonrandomized_controlled": "controlled, not randomized", "ki67": "Ki-67", "grade": "grade", "sd": "SD", "se": "SE", "iqr": "IQR",
}  # fmt: skip
_UNITS = {
    "mo": "months",
    "a": "years",
    "wk": "weeks",
    "d": "days",
    "[iU]": "IU",
    "10*6.[iU]": "million IU",
    "mg.min/mL": "mg·min/mL (AUC)",
    "percent": "%",
}
_RELATIONS = {"lt": "<", "le": "≤", "gt": ">", "ge": "≥", "approx": "≈"}
STATUS = {
    "anchored": ("anchored", "Every figure of this row was found by machine in the text of the source, in its role."),
    "text_not_held": (
        "text not held",
        "The text of the source, or the part with this figure, could not be kept for the machine's check; a software reader noted the figures.",
    ),
    "not_text": ("table or registry field", "The figures stand in a table or a registry field, not in running text."),
}


class Labels:
    """Labels from the vocabulary; a term it does not know is shown with spaces."""

    def __init__(self) -> None:
        self._lists = vocabulary.load(places.vocabulary()).lists

    def __call__(self, name: str, term: str | None) -> str:
        if not term:
            return ""
        known = self._lists[name].facts.get(term) if name in self._lists else None
        return known["label"] if known and known["label"] else plain(term)

    def order(self, name: str) -> list[str]:
        """The terms of a list, in the order of the file."""
        return list(self._lists[name].facts)

    def site_group(self, site: str | None) -> str:
        """The column of the coverage grid that a site counts in."""
        if not site:
            return "mixed"
        facts = self._lists["sites"].facts
        while site and site not in SITE_GROUPS:
            site = facts[site]["broader"] if site in facts else ""
        return site or "other"


def plain(term: str | None) -> str:
    """A term of a closed list in words."""
    return "" if not term else _PLAIN.get(term, term.replace("_", " "))


def unit(term: str | None) -> str:
    """A UCUM unit as people write it."""
    return "" if not term else _UNITS.get(term, re.sub(r"[{}]", "", term))


def relation(term: str | None) -> str:
    """The sign of a relation; nothing for equality."""
    return _RELATIONS.get(term or "", "")


def figure(value: float | int | None, digits: int = 12) -> str:
    """A number as short as it can be said with so many significant digits, never with an exponent."""
    if value is None:
        return ""
    text = f"{Decimal(f'{float(value):.{digits}g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def bounds(row: dict[str, Any], unit_: str = "") -> str:
    """A printed interval with its level, words where a bound has no value."""

    def bound(side: str) -> str:
        if row[f"ci_{side}"] is not None:
            return figure(row[f"ci_{side}"])
        return plain(row[f"ci_{side}_status"]) or "not reported"

    if (
        row.get("ci_low") is None
        and row.get("ci_high") is None
        and not {row.get("ci_low_status"), row.get("ci_high_status")} & {"not_reached", "not_estimable"}
    ):
        return ""
    sides = ", one-sided" if row["ci_sides"] == 1 else ""
    level = f" ({figure(100 * row['ci_level'])}%{sides})" if row["ci_level"] is not None else f" (level not stated{sides})"
    return f"{bound('low')} to {bound('high')}{unit_}{level}"


def spread(row: dict[str, Any]) -> str:
    """A printed range, interquartile range, SD or SE; never taken for an interval."""
    kind = row.get("spread_kind")
    if not kind:
        return ""
    if row["spread_value"] is not None:
        return f"{plain(kind)} {figure(row['spread_value'])}"
    return f"{plain(kind)} {figure(row['spread_low']) or '?'} to {figure(row['spread_high']) or '?'}"


def web(url: str | None) -> str | None:
    """The address if it is http or https, else None: no other scheme becomes a link."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def links(source: dict[str, Any]) -> list[tuple[str, str]]:
    """Label and address of each way to a report."""
    found = []
    if source["pmid"] and str(source["pmid"]).isdigit():
        found.append((f"PMID {source['pmid']}", f"https://pubmed.ncbi.nlm.nih.gov/{source['pmid']}/"))
    if source["pmcid"] and re.fullmatch(r"PMC\d+", str(source["pmcid"])):
        found.append((str(source["pmcid"]), f"https://pmc.ncbi.nlm.nih.gov/articles/{source['pmcid']}/"))
    if source["doi"]:
        found.append((f"doi:{source['doi']}", "https://doi.org/" + quote(str(source["doi"]), safe="/:;()._-")))
    if address := web(source["url"]):
        found.append((urlsplit(address).netloc or "web page", address))
    return found


def registry(identifier: str | None) -> str | None:
    """Where a registration can be read, for the registries whose addresses follow from the number."""
    if identifier and re.fullmatch(r"NCT\d{8}", identifier):
        return f"https://clinicaltrials.gov/study/{identifier}"
    return None
