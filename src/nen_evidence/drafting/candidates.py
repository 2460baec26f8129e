"""Candidate figures of a text in their roles, each with its sentence and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..anchors.text import Sentence
from ..vocabulary import Vocabulary
from .arms import ArmDraft, Drugs, find_arms, mark_arms
from .atoms import Atom, atoms, flat
from .roles import Mention, Roles

# Sentences that say what was planned, supposed or asked, not what was found.
_PLANNED = re.compile(
    r"assum|\bpower\b|\balpha\b|to detect|sample size|hypothes|would be|eligib|were to be|end ?points? (?:was|were|is|included?)|primary outcome (?:was|is)|null|boundary|stratified (?:by|for|according)|defined as|aimed|planned|registered (?:with|at)|type i\b|inclusion criteria|had to be|response evaluation criteria"
)
_GLUE = frozenset(
    [
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
        "versus",
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
_STOP = re.compile(r"[;:]|\. |\bwith (?:a )?median\b")
_NEXT = re.compile(
    r"[ )\]]*(?:(?:of|in|for) )?(?:(?:the|all|evaluable|treated|assessable|these|our) )*(?:(?!and |or )[a-z\-]+ )?(?:patients|pts|patient|subjects|cases|individuals|tumou?rs|participants)?[ ,]*(?:with|in|on|on the|of|in the|receiving|treated with|who received)?[ ]*(?:ARM )?(?:group|arm|patients|pts)?[ ,]*"
    r"(?:(?:had|have|has|achieved|attained|obtained|experienced|showed|exhibited|developed|demonstrated|reported|with|were|was|maintained|presented|remained|achieving|experiencing|having) )?(?:(?:an?|the|any|either|confirmed|best|in|as|radiologic\w*|documented|of|grades? *[1-5](?: *(?:-|/|or|to) *[1-5])?|severe|common|most|objective) )*$"
)
_BRIDGE = re.compile(
    r"[\s,]*(?:\([^()]*\)[\s,]*)?(?:vs\.?|versus|and|or|compared (?:with|to)|as compared with|,|;|/|as opposed to|against|but|whereas|while)"
)
_NOT_REACHED = re.compile(
    r"(?:was|were|has|had|have|is|yet|=|:|,|\() *(?:still )?not (?:yet |been )*(?:been )?(?:reached|attained|achieved)|\bunreached\b|\(nr\b|\bwas nr\b"
)
_SOME = re.compile(
    r"\bsubgroups?\b|\bamong (?:the )?(?:\d+ )?(?:patients|pts|those) with|\b(?:in|for) (?:the )?(?:\d+ |of )?(?:patients|pts|those) (?:with (?!advanced|metastatic|progressive|neuroendocrine|unresectable|inoperable|nets?\b|placebo)|who|failing|responding|whose)|\bpatients (?:failing|responding|not randomi|without)|cohort|previously treated|stratum"
)
_GRADE = re.compile(
    r"\bgrades? *(?P<sign>>=|≥|>)? *(?P<low>[1-5])(?: *(?:-|/|to|and|or) *(?P<high>[1-5]))?(?P<more> *(?:or (?:higher|greater|above|more|worse)|and (?:higher|above)|\+))?|\bg(?P<g>[1-5])(?:[-/]g?(?P<gh>[1-5]))?\b"
)
_UNITS = {"mo": "months", "mos": "months", "m": "months", "wk": "weeks", "wks": "weeks", "yr": "years", "yrs": "years"}


@dataclass(frozen=True)
class Candidate:
    """A figure with its role: the table it belongs to, its term, its figures by field, the sentence, and ``sure`` or not."""

    table: str
    term: str
    figures: tuple[tuple[str, str], ...]
    sentence: Sentence
    arm: str | None = None
    sure: bool = False
    extra: tuple[tuple[str, str], ...] = ()
    place: int = 0

    @property
    def values(self) -> dict[str, str]:
        return dict(self.figures)

    @property
    def facts(self) -> dict[str, str]:
        return dict(self.extra)


@dataclass
class Drafted:
    """What a text gave: its arms and its candidates in the order of the text."""

    arms: list[ArmDraft]
    candidates: list[Candidate] = field(default_factory=list)


def draft_candidates(sentences: list[Sentence], vocabulary: Vocabulary, arms: list[ArmDraft] | None = None) -> Drafted:
    """Read a text (sentence 0 is the title) into candidates."""
    if arms is None:
        arms = find_arms(sentences, vocabulary)
    mark_arms(arms, vocabulary, " ".join(sentence.norm for sentence in sentences))
    reader = _Reader(arms, Roles(vocabulary), Drugs(vocabulary))
    found: list[Candidate] = []
    for index, sentence in enumerate(sentences[1:], start=1):
        found += reader.read(sentence, sentences[index - 1] if index > 1 else None)
    return Drafted(arms, _once(found))


def _once(found: list[Candidate]) -> list[Candidate]:
    """The same figure in the same role said twice (results, conclusions) is one candidate: the sure one, else the first."""
    kept: dict[tuple[object, ...], Candidate] = {}
    whole = [(item.table, item.term, item.arm, set(item.figures)) for item in found if len(item.figures) > 1]
    for item in found:
        if any((item.table, item.term, item.arm) == other[:3] and set(item.figures) < other[3] for other in whole):
            continue
        key = (item.table, item.term, item.arm, tuple(sorted(item.figures)), item.facts.get("at"), item.facts.get("grade"))
        if (
            key not in kept
            or (item.sure and not kept[key].sure)
            or (item.sure == kept[key].sure and len(item.figures) > len(kept[key].figures))
        ):
            kept[key] = item
    return list(kept.values())


class _Reader:
    def __init__(self, arms: list[ArmDraft], roles: Roles, drugs: Drugs):
        self.arms, self.roles, self.drugs = arms, roles, drugs
        self.marks = [(arm.slug, pattern) for arm in arms if (pattern := arm.pattern())]
        self.any_arm = re.compile("|".join(pattern.pattern for _, pattern in self.marks) or r"(?!)")
        self.two = len(arms) == 2
        drug_words = [drugs.patterns[drug].pattern for arm in arms for drug in arm.drugs if drug in drugs.patterns]
        self.any_arm = re.compile("|".join(filter(None, [self.any_arm.pattern, *drug_words, r"\blar\b|\bsru\b|\bmonotherapy\b"])))
        self.last_endpoint: str | None = None
        self.section = ""

    def read(self, sentence: Sentence, before: Sentence | None) -> list[Candidate]:
        text = flat(sentence)
        if heading := re.match(
            r"(?:\d+ )?(background|introduction|objectives?|aims?|purpose|methods|patients|results|findings|conclusions?|interpretation|materials)\b",
            text,
        ):
            self.section = heading[1]
        elif re.match(r"(?:experimental design|study design|trial design|design)[:.]", text):
            self.section = "methods"
        found = list(self._doses(sentence, text))
        if not _planned(text):
            mentions = self._resolved(self.roles.mentions(text))
            spots = list(atoms(sentence))
            found += self._shares(sentence, text, mentions, spots, before)
            found += self._survival(sentence, text, mentions, spots)
            found += self._ratios(sentence, text, mentions, spots)
            for mention in mentions:
                if mention.kind == "survival":
                    self.last_endpoint = mention.term
        found += self._flows(sentence, text, list(atoms(sentence)))
        if _SOME.search(text):
            found = [
                replace(item, extra=(*item.extra, ("some", "yes"))) if item.table not in ("doses", "patient_counts") else item
                for item in found
            ]
        if self.section.startswith(("background", "introduction", "objective", "aim", "purpose")) or re.match(
            r"in the (?:\w+[ -]){0,4}(?:study|trial),|previous|earlier", text
        ):
            # What a background reports is mostly another report's result.
            found = [replace(item, sure=False) if item.table not in ("doses", "patient_counts") else item for item in found]
        return found

    def _resolved(self, mentions: list[Mention]) -> list[Mention]:
        """``the rate at 12 months`` is of the endpoint named last."""
        found: list[Mention] = []
        last = self.last_endpoint
        for mention in mentions:
            if mention.term == "same":
                if last is not None:
                    found.append(replace(mention, term=last))
                continue
            last = mention.term if mention.kind == "survival" else last
            found.append(mention)
        return found

    # -- arms ------------------------------------------------------------------------------------

    def _arm_of(self, text: str, group: list[Atom], index: int) -> tuple[str | None, bool]:
        """The arm of one figure of a list: by the words about it, else by the order in which the arms are named."""
        if len(self.arms) == 1:
            return self.arms[0].slug, True
        if not self.marks:
            return None, False
        atom = group[index]
        if len(group) == 2:
            beside = [self._beside(text, item.start) for item in group]
            if beside[0] and beside[1] and beside[0] != beside[1]:
                return beside[index], True
            own = [
                self._named(text, item.end, group[i + 1].start if i == 0 else _clause_end(text, item.end)) for i, item in enumerate(group)
            ]
            if own[0] and own[1] and own[0] != own[1]:
                return own[index], True
            if (
                own[1]
                and not own[0]
                and not _BRIDGE.fullmatch(text[group[0].end : group[1].start].strip())
                and not self._both(text[: _clause_end(text, group[1].end, hard=True)], group[1].end)
            ) or (own[0] and not own[1] and not self._both(text, group[0].end)):
                known = 1 if own[1] else 0
                other = next(slug for slug, _ in self.marks if slug != own[known]) if len(self.marks) == 2 else None
                if other:
                    return (own[known] if index == known else other), True
            order = self._order(text, group)
            if order:
                return order[index], True
            if own[1] and _BRIDGE.fullmatch(text[group[0].end : group[1].start].strip()) and len(self.marks) == 2:
                # "20% versus 6% in the combination arm versus ..." names one arm in words that are known: the order is likely, not sure.
                other = next(slug for slug, _ in self.marks if slug != own[1])
                spot = dict(self.marks)[own[1]].search(text, group[1].end)
                first = spot is not None and re.match(r"[a-z \-]{0,12}\b(?:versus|vs)\b", text[spot.end() :]) is not None
                return (own[1] if (index == 0) == first else other), False
            return self.arms[index].slug, False
        here = self._named(text, atom.end, _clause_end(text, atom.end)) or self._named_before(text, atom.start)
        if len(group) == 1:
            both = {slug for slug, pattern in self.marks if pattern.search(text)}
            return here, here is not None and (len(both) == 1 or self._named(text, atom.end, atom.end + 45) is not None)
        return here, False

    def _both(self, text: str, start: int) -> bool:
        return all(pattern.search(text[start:]) for _, pattern in self.marks)

    def _beside(self, text: str, end: int) -> str | None:
        """The arm named right in front of a figure: ``everolimus (58%)``."""
        return next(
            (
                slug
                for slug, pattern in self.marks
                if re.search(rf"(?:{pattern.pattern})(?: (?:group|arm|recipients|patients))?[ ,:=(]{{1,3}}$", text[:end])
            ),
            None,
        )

    def _named(self, text: str, start: int, end: int) -> str | None:
        """The first arm named in a stretch of text."""
        spots = [(match.start(), slug) for slug, pattern in self.marks if (match := pattern.search(text, start, end))]
        return min(spots)[1] if spots else None

    def _named_before(self, text: str, end: int) -> str | None:
        start = max(text.rfind(";", 0, end), text.rfind(". ", 0, end), 0)
        spots = [(match.start(), slug) for slug, pattern in self.marks for match in pattern.finditer(text, start, end)]
        return max(spots)[1] if spots else None

    def _order(self, text: str, group: list[Atom]) -> list[str] | None:
        """The order in which both arms are named behind a list, else the last such order before it."""
        for stretch in (text[group[-1].end : _clause_end(text, group[-1].end, hard=True)], text[: group[0].start]):
            firsts = [(matches[0].start(), slug) for slug, pattern in self.marks if (matches := list(pattern.finditer(stretch)))]
            if len(firsts) == 2:
                return [slug for _, slug in sorted(firsts)]
        return None

    # -- shares: responses, adverse events, characteristics -----------------------------------------

    def _shares(
        self, sentence: Sentence, text: str, mentions: list[Mention], spots: list[Atom], before: Sentence | None
    ) -> Iterator[Candidate]:
        values = [atom for atom in spots if atom.kind == "share" or (atom.kind == "count" and _counts_people(text, atom))]
        bare = _blanked(text, spots)
        chosen: dict[int, tuple[Mention, bool]] = {}
        for index in range(len(values)):
            found = self._role_of(bare, mentions, values, index, chosen)
            if found:
                chosen[index] = found
        self._lists(bare, mentions, values, chosen)
        for index in range(len(values) - 2, -1, -1):
            # "14.3% and 6.0% had a response": what follows the list is said of all of it.
            nxt = chosen.get(index + 1)
            if (
                index not in chosen
                and nxt
                and nxt[0].start > values[index + 1].end
                and _BRIDGE.search(bare[values[index].end : values[index + 1].start] or " ")
                and self._only_glue(bare[values[index].end : values[index + 1].start])
            ):
                chosen[index] = nxt
        for index, atom in enumerate(values):
            if index not in chosen:
                continue
            mention, tight = chosen[index]
            group = [item for i, item in enumerate(values) if i in chosen and chosen[i][0] == mention]
            arm, known = self._arm_of(text, group, group.index(atom))
            made = self._made(sentence, text, atom, mention, tight, spots, before)
            if made:
                yield replace(
                    made,
                    arm=arm,
                    sure=made.sure and len(group) <= 2,
                    extra=(*made.extra, ("arm_known", "yes" if known else "no")),
                )

    def _role_of(
        self, bare: str, mentions: list[Mention], values: list[Atom], index: int, chosen: dict[int, tuple[Mention, bool]]
    ) -> tuple[Mention, bool] | None:
        atom = values[index]
        previous = [mention for mention in mentions if mention.end <= atom.start and mention.kind != "flow"]
        following = [mention for mention in mentions if mention.start >= atom.end and mention.kind != "flow"]
        prior = previous[-1] if previous else None
        nxt = following[0] if following else None
        gap = self.any_arm.sub("", bare[prior.end : atom.start]) if prior else ""
        tight = prior is not None and self._only_glue(gap) and not any(prior.end <= other.start < atom.start for other in values)
        ahead = nxt is not None and bool(_NEXT.match(self.any_arm.sub("ARM", _unparen(bare[atom.end : nxt.start]))))
        ahead = ahead and not (index + 1 < len(values) and values[index + 1].start < nxt.start)  # type: ignore[union-attr]
        near = bool(re.fullmatch(r"[\s)(,\]]*", gap)) and prior is not None
        direct = (not near and bool(re.search(r"(?:was|were|in|:|=|\(|,|of|rate|at|is|for)[\s(]*$", gap))) or (near and "(" in gap)
        if nxt is not None and nxt.kind == "site" and (later := self._achieved(bare, mentions, values, index)):
            return later, True
        inside = (
            prior is not None
            and (opened := re.search(r"\([^()]*$", gap)) is not None
            and self._only_glue(gap[: opened.start()])
            and not re.search(r"[a-z]{3}", gap[opened.start() :])
        )
        if inside and prior is not None and not any(prior.end <= other.start < atom.start for other in values):
            return prior, True
        sums_up = prior is not None and prior.term.startswith("any_") and re.search(r"includ|were|:", gap) is not None
        if ahead and (sums_up or not (tight and direct)):
            assert nxt is not None
            return nxt, True
        if not (tight and direct) and (later := self._achieved(bare, mentions, values, index)):
            return later, True
        if tight and prior is not None:
            return prior, True
        if index and index - 1 in chosen:
            between = bare[values[index - 1].end : atom.start]
            if (
                _BRIDGE.search(between)
                and self._only_glue(between)
                and not any(values[index - 1].end <= m.start < atom.start for m in mentions if m.kind != "flow")
            ):
                return chosen[index - 1][0], chosen[index - 1][1]
        if (
            prior is not None
            and len(gap) < 80
            and not _STOP.search(gap)
            and not any(prior.end <= other.start < atom.start for other in values)
        ):
            return prior, prior.kind == "response" and len(gap) < 60 and not re.search(
                r"\bnot\b|duration|score|than|increase|lasting|follow|hazard|odds|defined|median", gap
            )
        return None

    def _achieved(self, bare: str, mentions: list[Mention], values: list[Atom], index: int) -> Mention | None:
        """``7 of 32 patients with pancreatic primaries achieved an objective response``."""
        later = next(
            (mention for mention in mentions if mention.start >= values[index].end and mention.kind in ("response", "event")), None
        )
        if later is None or (index + 1 < len(values) and values[index + 1].start < later.start):
            return None
        between = _unparen(bare[values[index].end : later.start])
        verb = r"\b(?:had|achieved|attained|showed|experienced|obtained|demonstrated|exhibited|developed)\b"
        return later if re.fullmatch(rf"[^;,.()]{{0,70}}{verb}(?: (?:an?|the|confirmed|radiolog\w+|best))* ", between) else None

    def _lists(self, bare: str, mentions: list[Mention], values: list[Atom], chosen: dict[int, tuple[Mention, bool]]) -> None:
        """``rates of CR, PR and SD were 2%, 16% and 74%``: as many names as figures, each list whole."""
        named = [mention for mention in mentions if mention.kind in ("response", "event")]
        for start in range(len(named) - 1):
            run = [named[start]]
            while start + len(run) < len(named) and re.fullmatch(
                r"(?:\s*\([a-z]+\))?[\s,]*(?:and|,|or|/)?[\s,]*(?:and )?", bare[run[-1].end : named[start + len(run)].start]
            ):
                run.append(named[start + len(run)])
            if len(run) < 2 or (start and re.fullmatch(r"[\s,]*(?:and|,)?[\s,]*", bare[named[start - 1].end : named[start].start])):
                continue
            figures = [index for index, atom in enumerate(values) if atom.start > run[-1].end]
            line = figures[:1]
            for index in figures[1:]:
                if not re.fullmatch(r"[\s,;]*(?:and|,)?[\s,]*(?:in )?", _unparen(bare[values[line[-1]].end : values[index].start])):
                    break
                line.append(index)
            if len(line) == len(run) and not any(run[-1].end <= m.start < values[line[0]].start for m in named):
                for index, mention in zip(line, run, strict=True):
                    chosen[index] = (mention, self._only_glue(bare[run[-1].end : values[line[0]].start]))

    def _only_glue(self, gap: str) -> bool:
        gap = _unparen(self.any_arm.sub(" ", gap))
        if _STOP.search(gap):
            return False
        words = re.findall(r"[a-z%.\-]+", gap)
        return len(words) <= 14 and all(word.strip(".,-") in _GLUE or word in _GLUE or word.strip("-.,") == "" for word in words)

    def _made(
        self, sentence: Sentence, text: str, atom: Atom, mention: Mention, tight: bool, spots: list[Atom], before: Sentence | None
    ) -> Candidate | None:
        figures = _share_figures(atom)
        if atom.kind == "count" and mention.kind not in ("response", "event", "site", "characteristic"):
            return None
        if mention.kind == "response":
            extra = [("at", at)] if (at := _time_point(text, mention, atom)) else []
            figures += _interval_behind(text, atom, spots)
            wide = bool(
                re.search(r"\bp ?[<=]|increase|decrease of|reduction of|less than|>=|<=", text[max(0, atom.start - 14) : atom.start])
            )
            sure = tight and not wide and not _subset(text, atom)
            return Candidate("response_outcomes", mention.term, tuple(figures), sentence, None, sure, tuple(extra), atom.start)
        if mention.kind == "survival":
            at = _rate_time(text, mention, atom, spots)
            if at is None or "percent" not in dict(figures):
                return None
            percent = dict(figures)["percent"]
            rest = [("n", dict(figures)["n_evaluable"])] if "n_evaluable" in dict(figures) else []
            figures = [("reported_value", percent), *rest, *_interval_behind(text, atom, spots)]
            return Candidate(
                "survival_outcomes", mention.term, tuple(figures), sentence, None, tight, (("statistic", "rate"), ("at", at)), atom.start
            )
        if mention.kind == "event":
            grade = _grade(text, mention, atom)
            about = re.search(
                r"grade|advers|toxic|side[- ]effect|\baes?\b|event|tolera|complication|occurred in",
                text + " " + (before.norm if before else ""),
            )
            names = {"n_evaluable": "n_at_risk"}
            return Candidate(
                "adverse_events",
                mention.term,
                tuple((names.get(key, key), value) for key, value in figures),
                sentence,
                None,
                tight and bool(about),
                (("grade", grade),),
                atom.start,
            )
        if mention.kind in ("site", "characteristic"):
            names = {"n_events": "n", "n_evaluable": "n_total"}
            kind = "primary_site" if mention.kind == "site" else "sex" if mention.term in ("male", "female") else "symptom"
            sure = tight and (
                mention.kind != "site" or bool(re.search(r"\bprimary (?:tumou?r )?(?:sites?|tumou?rs?|location|origin)", text))
            )
            return Candidate(
                "patient_counts",
                mention.term,
                tuple((names.get(key, key), value) for key, value in figures),
                sentence,
                None,
                sure and kind != "sex",
                (("characteristic", kind),),
                atom.start,
            )
        return None

    # -- survival times ------------------------------------------------------------------------------

    def _survival(self, sentence: Sentence, text: str, mentions: list[Mention], spots: list[Atom]) -> Iterator[Candidate]:
        bare = _blanked(text, spots)
        values = [atom for atom in spots if atom.kind in ("time", "bare")]
        owners: dict[int, tuple[Mention, bool]] = {}
        for index, atom in enumerate(values):
            prior = [
                mention
                for mention in mentions
                if mention.end <= atom.start and mention.kind in ("survival", "quantity", "response", "event")
            ]
            if not prior:
                following = [mention for mention in mentions if mention.start >= atom.end and mention.kind in ("survival", "quantity")]
                if (
                    following
                    and re.fullmatch(r" (?:of )?(?:the )?(?:median )?", bare[atom.end : following[0].start])
                    and "median" in text[: following[0].end][-40:]
                ):
                    owners[index] = (following[0], False)
                continue
            mention = prior[-1]
            gap = bare[mention.end : atom.start]
            first = not any(mention.end <= other.start < atom.start for other in values)
            if first and self._only_glue(
                re.sub(
                    r"\bwas (?:significantly )?\w+er\b|after \d+ events|by (?:\w+ )?(?:central|investigator|independent)(?: \w+){0,3}|per (?:\w+ ){1,3}|(?:central|local|blinded|independent|investigator|assessed|assessment|review|radiology|in|this|subgroup)",
                    " ",
                    gap,
                )
            ):
                owners[index] = (mention, True)
            elif (
                index
                and index - 1 in owners
                and owners[index - 1][0] == mention
                and self._only_glue(bare[values[index - 1].end : atom.start])
            ):
                owners[index] = owners[index - 1]
            elif first and len(gap) < 90 and not _STOP.search(gap):
                owners[index] = (
                    mention,
                    mention.kind == "survival"
                    and len(gap) < 70
                    and not re.search(r"median|mean|follow|duration|not |in (?:patients|those)", _unparen(gap)),
                )
        for index, atom in enumerate(values):
            if index not in owners:
                continue
            mention, tight = owners[index]
            if mention.kind not in ("survival", "quantity"):
                continue
            median = re.search(r"\bmedians?\b|\bm(?:pfs|os|ttp|dor)\b", text[max(0, mention.start - 60) : atom.start])
            mean = re.search(r"\bmean\b", text[max(0, mention.start - 40) : atom.start])
            unit = (
                atom.get("unit")
                or next((item.get("unit") for item in values[index + 1 :] if item.kind == "time"), None)
                or ("months" if re.search(r"months|\bmo\b", text) else None)
            )
            if unit is None or _point(text, atom) or (mention.kind == "quantity" and not (median or mean)):
                continue
            group = [item for i, item in enumerate(values) if i in owners and owners[i][0] == mention and not _point(text, item)]
            arm, known = self._arm_of(text, group, group.index(atom))
            if re.search(
                r"\b(?:improvement|increase|difference|gain|benefit|prolongation|reduction)\b|\bby *$", text[mention.end : atom.start]
            ):
                continue
            if re.match(r" (?:improvement|difference|increase|gain|longer|prolongation)", text[atom.end :]) or re.search(
                r"improve\w+ of|difference of|benefit of|increase of|gain of", text[max(0, mention.start - 10) : atom.start]
            ):
                continue
            figures = [("reported_value", atom.get("value_printed") or ""), *_interval_behind(text, atom, spots)]
            extra = [
                ("statistic", "mean" if mean and not median else "median"),
                ("unit", _unit(unit)),
                ("arm_known", "yes" if known else "no"),
            ]
            if mention.kind == "quantity":
                extra = [("statistic", "median" if median else "mean"), ("unit", _unit(unit)), ("arm_known", "yes" if known else "no")]
                yield Candidate(
                    "measurements",
                    mention.term,
                    tuple(figures),
                    sentence,
                    arm,
                    tight and mention.term in ("follow_up", "age"),
                    tuple(extra),
                    atom.start,
                )
            else:
                yield Candidate(
                    "survival_outcomes",
                    mention.term,
                    tuple(figures),
                    sentence,
                    arm,
                    tight and len(group) <= 2 and bool(median or mean),
                    tuple(extra),
                    atom.start,
                )
        yield from self._not_reached(sentence, text, mentions)
        for atom in spots:
            prior = [
                mention
                for mention in mentions
                if mention.end <= atom.start and mention.kind in ("survival", "quantity", "response", "event")
            ]
            if (
                atom.kind == "range"
                and prior
                and prior[-1].kind == "survival"
                and self._only_glue(text[prior[-1].end : atom.start])
                and "time" not in {item.kind for item in spots}
            ):
                length = re.match(r" *(months?|weeks?|years?|days?)", text[atom.end :])
                if length:
                    yield Candidate(
                        "survival_outcomes",
                        prior[-1].term,
                        (("spread_low", _end(atom.get("low_printed"))), ("spread_high", _end(atom.get("high_printed")))),
                        sentence,
                        self.arms[0].slug if len(self.arms) == 1 else None,
                        True,
                        (("statistic", "median"), ("unit", _unit(length[1]))),
                        atom.start,
                    )

    def _not_reached(self, sentence: Sentence, text: str, mentions: list[Mention]) -> Iterator[Candidate]:
        for match in _NOT_REACHED.finditer(text):
            prior = [mention for mention in mentions if mention.end <= match.start() and mention.kind == "survival"]
            if not prior or "median" not in text[: match.end()]:
                continue
            named = [prior[-1]]
            if len(prior) > 1 and re.fullmatch(
                r"[\s,]*(?:\([a-z]+\))?[\s,]*(?:and|or)[\s,]*(?:median )?", text[prior[-2].end : prior[-1].start]
            ):
                named.append(prior[-2])
            for mention in named:
                arm = (
                    self.arms[0].slug
                    if len(self.arms) == 1
                    else self._named(text, match.end(), len(text)) or self._named_before(text, match.start())
                )
                near = match.start() - mention.end < 60
                yield Candidate(
                    "survival_outcomes",
                    mention.term,
                    (),
                    sentence,
                    arm,
                    near,
                    (("statistic", "median"), ("reached", "not reached"), ("unit", "months")),
                    match.start(),
                )

    # -- hazard ratios and p-values --------------------------------------------------------------------

    def _ratios(self, sentence: Sentence, text: str, mentions: list[Mention], spots: list[Atom]) -> Iterator[Candidate]:
        used: set[Atom] = set()
        survival = [mention for mention in mentions if mention.kind == "survival"]
        for atom in spots:
            if (
                atom.kind == "bare"
                and any(item.kind == "hr" and item.start < atom.start for item in spots)
                and any(item.kind == "ci" and 0 <= item.start - atom.end <= 3 for item in spots)
            ):
                # "hazard ratios of 0.95 (...) for one and 0.86 (...) for the other"
                atom = replace(atom, kind="hr")
            if atom.kind != "hr":
                continue
            endpoint, sure = self._endpoint_of(text, atom, survival)
            if endpoint is None:
                continue
            figures = [("estimate", atom.get("value_printed") or ""), *_interval_behind(text, atom, spots)]
            p = next(
                (
                    item
                    for item in spots
                    if item.kind == "p"
                    and item.start > atom.end
                    and not any(other.kind in ("hr", "share", "time") and atom.end <= other.start < item.start for other in spots)
                ),
                None,
            )
            if p is not None and len(text[atom.end : p.start]) < 140:
                figures.append(("p_value", _p(p)))
                used.add(p)
            both = all(pattern.search(text) for _, pattern in self.marks) and len(self.marks) == 2
            extra = (("measure", "hr"), ("direction", "stated" if both else "not_stated"))
            yield Candidate("comparisons", endpoint, tuple(figures), sentence, self.arms[0].slug, sure and self.two, extra, atom.start)
        for atom in spots:
            if atom.kind == "p" and atom not in used:
                prior = [mention for mention in mentions if mention.end <= atom.start and mention.kind in ("survival", "response", "event")]
                if prior and prior[-1].kind != "event":
                    near = not any(prior[-1].end <= mention.start < atom.start for mention in mentions if mention.kind == "event")
                    between = [
                        item for item in spots if prior[-1].end <= item.start < atom.start and item.kind in ("share", "time", "bare")
                    ]
                    sure = near and self.two and len(between) == 2
                    yield Candidate(
                        "comparisons",
                        prior[-1].term,
                        (("p_value", _p(atom)),),
                        sentence,
                        self.arms[0].slug,
                        sure,
                        (("measure", "p"),),
                        atom.start,
                    )

    def _endpoint_of(self, text: str, atom: Atom, survival: list[Mention]) -> tuple[str | None, bool]:
        words = atom.get("words") or ""
        after = re.match(
            r" *[\[(][^()\[\]]*[\])] *(?:for|in) (?:the )?(pfs|os|progression(?:-free survival| or death)|death|overall survival)",
            text[atom.end - 1 :],
        ) or re.match(r" for (pfs|os|death|progression)", text[atom.end :])
        if re.search(r"progression", words) or re.search(
            r"progression or (?:disease-related )?death", text[max(0, atom.start - 90) : atom.start]
        ):
            return "pfs", True
        if re.search(r"\bdeath\b", words):
            return "os", True
        if after and "progression" not in after[1] and "pfs" not in after[1]:
            return "os", True
        prior = [mention for mention in survival if mention.end <= atom.start]
        if prior:
            return prior[-1].term, True
        return (self.last_endpoint, False) if self.last_endpoint else (None, False)

    # -- doses and flows -------------------------------------------------------------------------------

    def _doses(self, sentence: Sentence, text: str) -> Iterator[Candidate]:
        drugs = self.drugs.mentions(text)
        found = [atom for atom in atoms(sentence) if atom.kind == "dose"]
        for index, atom in enumerate(found):
            unit = _dose_unit(atom.get("unit") or "")
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
            if drug is None or unit is None:
                continue
            wider = text[max(0, atom.start - 30) : atom.end + 10]
            sure = (
                sure
                and not re.search(r"cumulative|median|mean|received a|total|reduc|average|up to", wider)
                and any(drug in arm.drugs for arm in self.arms)
            )
            figures = [("amount", (atom.get("value_printed") or "").replace(",", ""))]
            if atom.get("high"):
                figures, sure = [*figures, ("amount_high", atom.get("high_printed") or "")], False
            tail = text[atom.end : found[index + 1].start if index + 1 < len(found) else atom.end + 90]
            yield Candidate("doses", drug, tuple(figures), sentence, None, sure, (("unit", unit), *_schedule(tail)), atom.start)

    def _flows(self, sentence: Sentence, text: str, spots: list[Atom]) -> Iterator[Candidate]:
        planned = _planned(text)
        for atom in spots:
            if atom.kind == "n" and self.marks:
                start = max(text.rfind(";", 0, atom.start), text.rfind(")", 0, atom.start), 0)
                arm = self._named_before(text, atom.start) if not text[start : atom.start].count("%") else None
                assigned = re.search(r"random|assign|allocat|receiv|versus|\bvs\b|enrol|took part|compared", text)
                if arm and assigned:
                    term = (
                        "assigned" if re.search(r"random|assign|allocat", text) else "treated" if re.search(r"receiv", text) else "enrolled"
                    )
                    yield Candidate(
                        "patient_counts",
                        term,
                        (("n", atom.get("n") or ""),),
                        sentence,
                        arm,
                        self.two
                        and bool(re.search(r"random|assign|allocat|enrol", text))
                        and not re.search(r"\bhr\b|hazard|median|subgroup|cohort", text),
                        (("characteristic", "flow"),),
                        atom.start,
                    )
            if atom.kind == "count":
                after = text[atom.end : atom.end + 130]
                verb = re.match(
                    r"(?: *\([^()]{0,40}\))? *(?:[a-z\-]+ ){0,4}?(?:patients|pts|individuals|subjects|participants|women|men|cases)\b(?P<gap>(?:[^;()]|\([^()]*\)){0,90}?)\b(?:were|was|had been|underwent)? ?(?:randomly )?(?P<verb>enrolled|randomi[sz]ed|assigned|allocated|treated|included|recruited|evaluable|analy[sz]ed|randomi[sz]ation|accrued|assessable|registered|entered)",
                    after,
                )
                active = re.search(
                    r"(?:enrolled|randomi[sz]ed|recruited|included|treated|randomly assigned|studied) (?:a total of )? *$",
                    text[: atom.start],
                ) and re.match(r" (?:[a-z\-]+ ){0,3}(?:patients|pts|individuals|subjects|participants)\b", after)
                if not verb and not active:
                    continue
                word = (
                    verb["verb"]
                    if verb and not active
                    else re.findall(r"enrolled|randomi[sz]ed|recruited|included|treated|assigned|studied", text[: atom.start])[-1]
                )
                term = (
                    "assigned"
                    if re.match(r"random|assign|alloc", word) or (verb and not active and "randomly" in after[: verb.end()])
                    else "treated"
                    if word == "treated"
                    else "evaluable"
                    if re.match(r"eval|analy|assessable", word)
                    else "enrolled"
                )
                whole = bool(
                    re.search(
                        r"(?:^|total of|overall|in total|, )(?:results: |methods: |findings: |patients and methods: )?(?:a total of |we (?:enrolled|included) )? *$",
                        text[: atom.start],
                    )
                ) or bool(active)
                arm = self.arms[0].slug if len(self.arms) == 1 else None if whole else self._named(text, atom.end, atom.end + 60)
                yield Candidate(
                    "patient_counts",
                    term,
                    (("n", (atom.get("n_printed") or "").replace(",", "")),),
                    sentence,
                    arm,
                    whole and not planned and not re.search(r"cross|will be|discontinued", text),
                    (("characteristic", "flow"),),
                    atom.start,
                )


# -- small readings of a sentence ---------------------------------------------------------------------


def _planned(text: str) -> bool:
    """What was planned, supposed or asked, not what was found."""
    if re.search(r"assum|to detect|\bpower to\b|sample size|type i\b", text):
        return True
    return bool(_PLANNED.search(text)) and not re.search(
        r"\b(?:was|were) (?:met|not met)|9[05]% ci|reject|hazard ratio|\bhr\b *[=0-9]|\bmedian [a-z\- ()]+ was \d", text
    )


def _blanked(text: str, spots: list[Atom]) -> str:
    """The sentence with intervals, p-values, hazard ratios and ``n =`` blanked out, places kept."""
    for atom in spots:
        if atom.kind in ("ci", "p", "n", "range", "hr"):
            text = text[: atom.start] + " " * (atom.end - atom.start) + text[atom.end :]
    text = re.sub(r"hazard ratios?|\bhrs?\b|\brespectively\b", lambda match: " " * len(match[0]), text)
    return text


def _unparen(text: str) -> str:
    for _ in range(3):
        text = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", text)
    return re.sub(r"^[^()\[\]]{0,25}[)\]]|[\[(]\s*$", " ", text)


def _clause_end(text: str, start: int, hard: bool = False) -> int:
    match = re.compile(r";|\. " if hard else r";|\. |, (?!respectively)").search(text, start)
    return match.start() if match else len(text)


def _counts_people(text: str, atom: Atom) -> bool:
    """A whole number followed by people, or said of an outcome: ``in 4 patients``, ``8 partial responses``, ``in 13``."""
    return bool(
        re.match(r" (?:[a-z\-]+ ){0,2}(?:patients?|pts|cases?|subjects|individuals|participants)\b", text[atom.end :])
        or re.match(
            r" (?:complete|partial|minor|minimal|objective|stable|progressive|had|achieved|showed|responded|exhibited|experienced|confirmed|prs?\b|crs?\b|sds?\b|pds?\b)",
            text[atom.end :],
        )
        or re.search(r"\bin *$", text[: atom.start])
    ) and not re.match(r" (?:of (?:whom|these)|countries|centres|centers|sites)", text[atom.end :])


def _subset(text: str, atom: Atom) -> bool:
    """The figure is a share of an outcome (``92% of SDs``), not of patients."""
    return bool(re.match(r" of (?:the )?(?:sds|prs|crs|responders|responses|all responses)", text[atom.end :]))


def _share_figures(atom: Atom) -> list[tuple[str, str]]:
    pairs = [("n_events", atom.get("n_printed")), ("percent", atom.get("percent_printed")), ("n_evaluable", atom.get("of_printed"))]
    return [(name, value.replace(",", "")) for name, value in pairs if value]


def _interval_behind(text: str, atom: Atom, spots: list[Atom]) -> list[tuple[str, str]]:
    """The interval or the range printed next behind a figure, before any other figure."""
    for item in spots:
        if item.start < (atom.start if item.kind == "ci" else atom.end):
            continue
        if item.kind in ("ci", "range"):
            gap = text[atom.end : max(item.start, atom.end)]
            if len(gap) > 60 or not re.fullmatch(r"(?:[^.;]|; ?|\.(?! ))*", gap):
                return []
            low, high = ("ci_low", "ci_high") if item.kind == "ci" else ("spread_low", "spread_high")
            level = item.get("level") or item.get("after") or item.get("run")
            return [
                (low, _end(item.get("low_printed"))),
                (high, _end(item.get("high_printed"))),
                *([("ci_level", level)] if level and item.kind == "ci" else []),
            ]
        if item.kind not in ("n", "p", "time") or (item.kind == "time" and text[atom.end : item.start].strip() not in ("", "(")):
            gap = text[atom.end : item.start]
            if item.kind == "count" and re.search(r"\d+ patients", text[item.start : item.end + 12]):
                continue
            if gap:
                return _header_interval(text, atom)
    return _header_interval(text, atom)


def _header_interval(text: str, atom: Atom) -> list[tuple[str, str]]:
    """``Median PFS (95% CI) ... was 9.2 (6.8-10.9) months``, or a second value whose interval is no longer called one."""
    if not re.search(r"\d\d% ci|confidence", text[: atom.start]):
        return []
    match = re.match(r"(?: months?)? *[\[(] *(\d+(?:\.\d+)?|\.\d+) *(?:-|to|;|,) *(\d+(?:\.\d+)?|nr|ne|not \w+) *[\])]", text[atom.end :])
    return [("ci_low", _end(match[1])), ("ci_high", _end(match[2]))] if match else []


def _end(text: str | None) -> str:
    text = (text or "").strip()
    if text[:1].isdigit():
        return text
    if text.startswith("."):
        return "0" + text
    return "not estimable" if text.startswith(("ne", "not e", "not a", "not c", "na")) else "not reached"


def _p(atom: Atom) -> str:
    value = atom.get("value") or ""
    printed = (atom.get("value_printed") or value).split(" ")[0]
    printed = "0" + printed if printed.startswith(".") else printed
    sign = atom.get("sign") or "="
    return (sign if sign in ("<", ">", "<=", ">=") else "") + printed


def _unit(word: str) -> str:
    word = _UNITS.get(word, word)
    return word if word.endswith("s") else word + "s"


def _point(text: str, atom: Atom) -> bool:
    """The time is a time point (``at 12 months``, ``12-month``), not a length that was measured."""
    return (
        bool(re.search(r"\b(?:at|after|within|past|every|last|preceding|week|month|by|beyond|first|than|over) *$", text[: atom.start]))
        or bool(re.search(r"\d-[a-z]", text[atom.start : atom.end]))
        or bool(re.match(r" (?:before|prior|after|ago|interval|apart)", text[atom.end :]))
    )


def _time_point(text: str, mention: Mention, atom: Atom) -> str | None:
    match = re.match(r"[^,;.()]{0,30}\bat (\d+) (months?|weeks?|years?)", text[min(mention.end, atom.end) :])
    return f"{match[1]} {match[2].rstrip('s')}s" if match else None


def _rate_time(text: str, mention: Mention, atom: Atom, spots: list[Atom]) -> str | None:
    """The time of a survival rate: ``at 12 months``, ``12-month PFS``, ``5-year survival``."""
    if match := re.search(r"(\d+)[ -]*(months?|mo?|years?|yrs?|weeks?)[ -]*(?:rate of )?$", text[: mention.start]):
        return f"{match[1]} {_unit(match[2])}"
    inside = re.match(r"(\d+)[ -]?(m|mo|months?|years?)-?", text[mention.start : mention.end])
    if inside:
        return f"{inside[1]} {_unit(inside[2])}"
    before = re.findall(r"\bat +(\d+) *-?(months?|mo|years?|yrs?|weeks?)", text[: atom.start])
    behind = re.match(r"[^;.,]{0,40}?\bat +(\d+) (months?|years?|mo|weeks?)", text[atom.end :])
    if behind:
        return f"{behind[1]} {_unit(behind[2])}"
    if len(set(before)) == 1:
        return f"{before[-1][0]} {_unit(before[-1][1])}"
    return None


def _grade(text: str, mention: Mention, atom: Atom) -> str:
    spots = [match for match in _GRADE.finditer(text) if match.start() < max(mention.end, atom.end)]
    if not spots:
        behind = _GRADE.search(text, atom.end)
        if behind is None or behind.start() - atom.end > 12:
            return "not_stated"
        spots = [behind]
    match = spots[-1]
    low, high = match["low"] or match["g"], match["high"] or match["gh"]
    if match["sign"] in (">=", "≥") or match["more"]:
        return f"ge{low}" if low in ("2", "3", "4") else "not_stated"
    return f"g{low}-{high}" if high else f"g{low}"


def _dose_unit(word: str) -> str | None:
    word = re.sub(r"\s+", " ", word.replace("μ", "u")).strip()
    if word == "auc":
        return "mg.min/mL"
    if re.search(r"units|iu|\bu\b|mu\b|million", word):
        return "10*6.[iU]" if re.search(r"10|million|m(?:iu|u)", word) else "[iU]"
    per = re.search(r"(?:/|per) ?(kg|m|square)", word)
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
    return unit + ("/kg" if per[1] == "kg" else "/m2") if per else unit


def _schedule(tail: str) -> list[tuple[str, str]]:
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
