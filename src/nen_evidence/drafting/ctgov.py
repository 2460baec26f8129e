"""ClinicalTrials.gov entries (API v2 JSON): design, arms, interventions, enrolment, posted outcomes, adverse events."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..anchors.text import Sentence, normalize
from ..vocabulary import Vocabulary
from .arms import ArmDraft, Drugs
from .candidates import Candidate
from .inputs import refuse
from .roles import Roles

MAX_BYTES = 20_000_000
_MAX_EVENTS = 400
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ROLES = {
    "EXPERIMENTAL": "experimental",
    "ACTIVE_COMPARATOR": "control",
    "PLACEBO_COMPARATOR": "control",
    "SHAM_COMPARATOR": "control",
    "NO_INTERVENTION": "control",
}
_UNITS = {"month": "months", "week": "weeks", "day": "days", "year": "years"}


@dataclass
class Entry:
    """What a registry entry says of a study."""

    nct: str
    title: str
    study: dict[str, str] = field(default_factory=dict)
    year: str | None = None
    arms: list[ArmDraft] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def parse_ctgov(raw: bytes, name: str, vocabulary: Vocabulary) -> Entry:
    """Read one registry entry. Raises ProblemsFound for what is too large, unsound, or no study of API v2."""
    if len(raw) > MAX_BYTES:
        raise refuse(name, f"{len(raw)} bytes", f"a registry entry of at most {MAX_BYTES} bytes")
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise refuse(name, "JSON that is not sound", "one study of the ClinicalTrials.gov API v2, whole") from None
    protocol = _dict(_dict(data).get("protocolSection"))
    identity = _dict(protocol.get("identificationModule"))
    nct = _str(identity.get("nctId"))
    if not re.fullmatch(r"NCT\d{8}", nct):
        raise refuse(name, "no protocolSection.identificationModule.nctId", "one study of the ClinicalTrials.gov API v2")
    entry = Entry(nct, _str(identity.get("officialTitle")) or _str(identity.get("briefTitle")) or nct)
    if acronym := _str(identity.get("acronym")):
        entry.study["acronym"] = acronym
    _design(entry, protocol)
    reader = _Reader(entry, vocabulary)
    reader.arms(_dict(protocol.get("armsInterventionsModule")))
    reader.enrolment(_dict(_dict(protocol.get("designModule")).get("enrollmentInfo")))
    results = _dict(_dict(data).get("resultsSection"))
    reader.flow(_dict(results.get("participantFlowModule")))
    reader.outcomes(_dict(results.get("outcomeMeasuresModule")))
    reader.events(_dict(results.get("adverseEventsModule")))
    return entry


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _str(value: Any) -> str:
    return re.sub(r"\s+", " ", str(value)).strip()[:2000] if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _design(entry: Entry, protocol: dict[str, Any]) -> None:
    module = _dict(protocol.get("designModule"))
    info = _dict(module.get("designInfo"))
    allocation, arms = _str(info.get("allocation")), len(_list(_dict(protocol.get("armsInterventionsModule")).get("armGroups")))
    if allocation == "RANDOMIZED":
        entry.study |= {"design": "randomized", "randomized_comparison": "REPLACE"}
    elif allocation == "NON_RANDOMIZED" and arms > 1:
        entry.study["design"] = "nonrandomized_controlled"
    elif _str(module.get("studyType")) == "INTERVENTIONAL" and arms <= 1:
        entry.study["design"] = "single_arm"
    given = module.get("phases")
    phases = sorted(_str(phase).removeprefix("EARLY_").removeprefix("PHASE") for phase in (given if isinstance(given, list) else []))
    if phases and all(re.fullmatch(r"[1-4]", phase) for phase in phases):
        entry.study["phase"] = "-".join(phases[:2])
    started = _str(_dict(_dict(protocol.get("statusModule")).get("startDateStruct")).get("date"))
    if match := re.match(r"((?:19|20)\d\d)", started):
        entry.year = match[1]
    locations = _list(_dict(protocol.get("contactsLocationsModule")).get("locations"))
    countries = sorted({_str(place.get("country")) for place in locations} - {""})
    if len(countries) == 1:
        entry.study["country"] = countries[0]


class _Reader:
    def __init__(self, entry: Entry, vocabulary: Vocabulary):
        self.entry, self.vocabulary = entry, vocabulary
        self.drugs, self.roles = Drugs(vocabulary), Roles(vocabulary)
        self.count = 0

    def _sentence(self, text: str) -> Sentence:
        self.count += 1
        return Sentence(self.count, text[:600])

    def _add(self, table: str, term: str, figures: list[tuple[str, str]], text: str, arm: str | None, sure: bool, **extra: str) -> None:
        self.entry.candidates.append(Candidate(table, term, tuple(figures), self._sentence(text), arm, sure, tuple(extra.items())))

    def arms(self, module: dict[str, Any]) -> None:
        """Arms by their labels; drugs from the interventions' names, placebo left aside where a drug stands beside it in an experimental arm."""
        groups = _list(module.get("armGroups"))
        for group in groups[:20]:
            label = _str(group.get("label")) or "arm"
            names = group.get("interventionNames")
            words = normalize(" ; ".join([*(_str(name) for name in (names if isinstance(names, list) else [])), "" if names else label]))
            found = list(dict.fromkeys(drug for _, _, drug in self.drugs.mentions(words)))
            slug = re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")[:40].strip("-") or "arm"
            while slug in {arm.slug for arm in self.entry.arms}:
                slug += "-2"
            role = "single" if len(groups) == 1 else _ROLES.get(_str(group.get("type")), "cohort")
            self.entry.arms.append(ArmDraft(slug, role, tuple(found), [label]))
            if not found:
                self.entry.notes.append(f"arm {slug}: no drug of the vocabulary in its interventions")
        if not self.entry.arms:
            self.entry.arms.append(ArmDraft("overall", "overall"))
        for item in _list(module.get("interventions"))[:40]:
            self.entry.notes.append(f"intervention: {_str(item.get('name'))}: {_str(item.get('description'))[:300]}")

    def enrolment(self, info: dict[str, Any]) -> None:
        count = _str(info.get("count"))
        if count.isdigit():
            sure = _str(info.get("type")) == "ACTUAL"
            arm = self.entry.arms[0].slug if len(self.entry.arms) == 1 else None
            self._add(
                "patient_counts",
                "enrolled",
                [("n", count)],
                f"Enrolment, {_str(info.get('type')).lower() or 'kind not stated'}: {count}",
                arm,
                sure,
                characteristic="flow",
            )

    def _group_arms(self, groups: list[dict[str, Any]]) -> dict[str, str | None]:
        """The arm of each results group: by its title, else by its drugs, else none."""
        found: dict[str, str | None] = {}
        for group in groups:
            title = normalize(_str(group.get("title")))
            arm = next((arm.slug for arm in self.entry.arms if arm.marks and normalize(arm.marks[0]) == title), None)
            if arm is None:
                drugs = {drug for _, _, drug in self.drugs.mentions(title)}
                same = [arm.slug for arm in self.entry.arms if drugs and set(arm.drugs) == drugs]
                arm = same[0] if len(same) == 1 else None
            if arm is None and len(self.entry.arms) == 1:
                arm = self.entry.arms[0].slug
            found[_str(group.get("id"))] = arm
        return found

    def flow(self, module: dict[str, Any]) -> None:
        arms = self._group_arms(_list(module.get("groups")))
        for period in _list(module.get("periods"))[:1]:
            for milestone in _list(period.get("milestones")):
                if _str(milestone.get("type")) not in ("STARTED", "COMPLETED"):
                    continue
                term = (
                    "assigned"
                    if milestone["type"] == "STARTED" and self.entry.study.get("design") == "randomized"
                    else "enrolled"
                    if milestone["type"] == "STARTED"
                    else "completed"
                )
                for item in _list(milestone.get("achievements")):
                    n, arm = _str(item.get("numSubjects")), arms.get(_str(item.get("groupId")))
                    if n.isdigit() and arm:
                        self._add(
                            "patient_counts",
                            term,
                            [("n", n)],
                            f"Participant flow, {_str(period.get('title'))}, {milestone['type'].lower()}: {n}",
                            arm,
                            True,
                            characteristic="flow",
                        )

    def outcomes(self, module: dict[str, Any]) -> None:
        for measure in _list(module.get("outcomeMeasures"))[:100]:
            title = _str(measure.get("title"))
            mention = next((mention for mention in self.roles.mentions(normalize(title)) if mention.kind in ("response", "survival")), None)
            arms = self._group_arms(_list(measure.get("groups")))
            denominators = {
                _str(item.get("groupId")): _str(item.get("value"))
                for denom in _list(measure.get("denoms"))[:1]
                for item in _list(denom.get("counts"))
            }
            values = list(self._values(measure))
            for group, category, value, low, high in values:
                shown = f"{title}; {_str(measure.get('paramType'))}, {_str(measure.get('unitOfMeasure'))}; {_str(measure.get('timeFrame'))}: {category} {value} {low} {high}"
                self._measured(
                    measure,
                    mention.kind if mention else "",
                    mention.term if mention else "",
                    arms.get(group),
                    denominators.get(group, ""),
                    (value, low, high),
                    shown,
                    len({item[1] for item in values}) == 1,
                )
            for analysis in _list(measure.get("analyses")):
                self._analysis(analysis, mention.term if mention else None, arms, title)

    def _values(self, measure: dict[str, Any]) -> Iterator[tuple[str, str, str, str, str]]:
        for class_ in _list(measure.get("classes")):
            for category in _list(class_.get("categories")):
                for item in _list(category.get("measurements")):
                    label = " ".join(filter(None, (_str(class_.get("title")), _str(category.get("title")))))
                    yield (
                        _str(item.get("groupId")),
                        label,
                        _str(item.get("value")),
                        _str(item.get("lowerLimit")),
                        _str(item.get("upperLimit")),
                    )

    def _measured(
        self,
        measure: dict[str, Any],
        kind: str,
        term: str,
        arm: str | None,
        of: str,
        printed: tuple[str, str, str],
        shown: str,
        whole: bool,
    ) -> None:
        value, low, high = printed
        param, unit = _str(measure.get("paramType")), _str(measure.get("unitOfMeasure")).lower()
        sure = bool(arm) and whole and bool(_NUMBER.fullmatch(value))
        dispersion = re.match(r"(\d\d(?:\.\d)?)% ?Confidence", _str(measure.get("dispersionType")), re.I)
        interval = [("ci_low", _bound(low)), ("ci_high", _bound(high)), ("ci_level", dispersion[1])] if dispersion and (low or high) else []
        time = next((word for stem, word in _UNITS.items() if stem in unit), None)
        if kind == "survival" and param == "MEDIAN" and time:
            if _NUMBER.fullmatch(value):
                self._add(
                    "survival_outcomes", term, [("reported_value", value), *interval], shown, arm, sure, statistic="median", unit=time
                )
            elif value.upper() in ("NA", "NR"):
                self._add(
                    "survival_outcomes",
                    term,
                    [*interval],
                    shown,
                    arm,
                    bool(arm) and whole,
                    statistic="median",
                    unit="months",
                    reached="not reached",
                )
        elif kind == "response" and _NUMBER.fullmatch(value):
            n = param == "COUNT_OF_PARTICIPANTS" or (param == "NUMBER" and unit in ("participants", "patients"))
            percent = "percent" in unit or "%" in unit
            if n or percent:
                figures = [("n_events" if n else "percent", value), *([("n_evaluable", of)] if of.isdigit() else []), *interval]
                self._add("response_outcomes", term, figures, shown, arm, sure and (not n or value.isdigit()))
        else:
            self.entry.notes.append(f"posted: {shown}; arm {arm or 'not found'}")

    def _analysis(self, analysis: dict[str, Any], term: str | None, arms: dict[str, str | None], title: str) -> None:
        value = _str(analysis.get("paramValue"))
        if term is None or "hazard ratio" not in _str(analysis.get("paramType")).lower() or not _NUMBER.fullmatch(value):
            return
        given = analysis.get("groupIds")
        pair = [arm for group in (given if isinstance(given, list) else []) if (arm := arms.get(_str(group)))]
        figures = [("estimate", value)]
        low, high = _str(analysis.get("ciLowerLimit")), _str(analysis.get("ciUpperLimit"))
        if low or high:
            figures += [("ci_low", _bound(low)), ("ci_high", _bound(high)), ("ci_level", _str(analysis.get("ciPctValue")))]
        p = re.fullmatch(r"([<>]=?)? ?(0?\.\d+|0|1(?:\.0+)?)", _str(analysis.get("pValue")))
        if p:
            figures.append(("p_value", (p[1] or "") + ("0" + p[2] if p[2].startswith(".") else p[2])))
        # The registry lists the groups of an analysis, not which of them is the numerator.
        versus = {"versus": pair[1]} if len(pair) == 2 else {}
        self._add(
            "comparisons",
            term,
            figures,
            f"{title}: analysis, {_str(analysis.get('paramType'))} {value}",
            pair[0] if pair else None,
            False,
            measure="hr",
            **versus,
        )

    def events(self, module: dict[str, Any]) -> None:
        groups = _list(module.get("eventGroups"))
        arms = self._group_arms(groups)
        for group in groups:
            n, of, arm = _str(group.get("seriousNumAffected")), _str(group.get("seriousNumAtRisk")), arms.get(_str(group.get("id")))
            if n.isdigit() and of.isdigit():
                self._add(
                    "adverse_events",
                    "serious_adverse_event",
                    [("n_events", n), ("n_at_risk", of)],
                    f"Serious adverse events: {n} of {of}",
                    arm,
                    bool(arm),
                    grade="any",
                    event_type="serious",
                )
        for name, kind in (("seriousEvents", "serious"), ("otherEvents", "adverse_event")):
            for event in _list(module.get(name))[:_MAX_EVENTS]:
                self._event(event, kind, arms)

    def _event(self, event: dict[str, Any], kind: str, arms: dict[str, str | None]) -> None:
        printed = _str(event.get("term"))
        try:
            term, known = self.vocabulary["adverse_events"].resolve(printed), True
        except ValueError:
            term, known = re.sub(r"[^a-z0-9]+", "_", printed.lower()).strip("_"), False
        for item in _list(event.get("stats")):
            n, of, arm = _str(item.get("numAffected")), _str(item.get("numAtRisk")), arms.get(_str(item.get("groupId")))
            if n.isdigit() and n != "0" and of.isdigit():
                extra = {"event_type": kind} if kind == "serious" else {}
                self._add(
                    "adverse_events",
                    term,
                    [("n_events", n), ("n_at_risk", of)],
                    f"{kind.replace('_', ' ')}: {printed}, {n} of {of}",
                    arm,
                    known and bool(arm),
                    grade="any",
                    **extra,
                )


def _bound(text: str) -> str:
    return text if _NUMBER.fullmatch(text) else "not reached" if text.upper() in ("NA", "NR", "") else "not estimable"
