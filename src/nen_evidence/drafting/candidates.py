"""Candidate figures of a text in their roles, each with its sentence and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..anchors.text import Sentence
from ..vocabulary import Vocabulary
from .arm_of import ArmOf
from .arms import ArmDraft, Drugs, find_arms, mark_arms
from .atoms import Atom, atoms, flat
from .candidate import Candidate, Drafted
from .denominators import with_denominators
from .doses import doses
from .flows import design_words, flows
from .modality import judged
from .pairing import Around
from .ratios import ratios
from .reading import SOME, planned
from .roles import Mention, Roles
from .shares import shares
from .times import times

__all__ = ["Candidate", "Drafted", "Reader", "draft_candidates"]

_HEADING = re.compile(
    r"(?:\d+ )?(background|introduction|objectives?|aims?|purpose|methods|patients|results|findings|conclusions?|interpretation|materials)\b"
)
_EARLIER = re.compile(r"in the (?:\w+[ -]){0,4}(?:study|trial),|previous|earlier")


def draft_candidates(sentences: list[Sentence], vocabulary: Vocabulary, arms: list[ArmDraft] | None = None) -> Drafted:
    """Read a text (sentence 0 is the title) into candidates."""
    reader = Reader(sentences, vocabulary, arms)
    found: list[Candidate] = []
    for place in reader.places():
        found += reader.read(place)
    return Drafted(reader.arms.arms, _once(with_denominators(found, sentences)))


def _once(found: list[Candidate]) -> list[Candidate]:
    """The same figure in the same role said twice (results, conclusions) is one candidate: the sure one, else the first."""
    kept: dict[tuple[object, ...], Candidate] = {}
    whole = [(item.table, item.term, item.arm, set(item.figures)) for item in found if len(item.figures) > 1 and item.sure]
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


class Place:
    """A sentence as it is read: its text with figures as digits, its forms, its names, and what stands around it."""

    def __init__(
        self, sentence: Sentence, before: Sentence | None, text: str, mentions: list[Mention], around: Around, endpoint: str | None
    ):
        self.sentence, self.before, self.text, self.mentions, self.around = sentence, before, text, mentions, around
        self.spots: list[Atom] = list(atoms(sentence))
        self.last_endpoint = endpoint
        self.planned = planned(text)


class Reader:
    """Reads a text sentence by sentence; remembers its section and the endpoint it spoke of last."""

    def __init__(self, sentences: list[Sentence], vocabulary: Vocabulary, arms: list[ArmDraft] | None = None):
        self.sentences = sentences
        self.roles, self.drugs = Roles(vocabulary), Drugs(vocabulary)
        found = find_arms(sentences, vocabulary) if arms is None else arms
        mark_arms(found, vocabulary, " ".join(sentence.norm for sentence in sentences))
        self.arms = ArmOf(found, self.drugs)
        self.design = design_words(sentences)

    def places(self) -> Iterator[Place]:
        """Every sentence of the text but its title, as it is read."""
        section, last = "", None
        for index, sentence in enumerate(self.sentences[1:], start=1):
            text = flat(sentence)
            if heading := _HEADING.match(text):
                section = heading[1]
            elif re.match(r"(?:experimental design|study design|trial design|design)[:.]", text):
                section = "methods"
            mentions = resolved(judged(self.roles.mentions(text), text), text, last)
            around = Around(section, bool(SOME.search(text)), self.arms.any_arm)
            yield Place(sentence, self.sentences[index - 1] if index > 1 else None, text, mentions, around, last)
            if not planned(text):
                last = next(
                    (mention.term for mention in reversed(mentions) if mention.kind == "survival" and mention.term != "duration"), last
                )

    def read(self, place: Place) -> list[Candidate]:
        """The candidates of a sentence."""
        sentence, text, spots, mentions = place.sentence, place.text, place.spots, place.mentions
        found = list(doses(sentence, text, self.drugs, self.arms.arms))
        if not place.planned:
            found += shares(sentence, text, mentions, spots, self.arms, place.around)
            found += times(sentence, text, mentions, spots, self.arms, place.around)
            found += ratios(sentence, text, mentions, spots, self.arms, place.around, place.last_endpoint)
        found += flows(sentence, text, spots, self.arms, sentence.number, place.around.section, self.design, place.planned)
        if place.around.some:
            found = [
                replace(item, extra=(*item.extra, ("some", "yes"))) if item.table not in ("doses", "patient_counts") else item
                for item in found
            ]
        if place.around.section.startswith(("background", "introduction", "objective", "aim", "purpose")) or _EARLIER.match(text):
            # What a background reports is mostly another report's result.
            found = [replace(item, sure=False) if item.table not in ("doses", "patient_counts") else item for item in found]
        return found


_DURATIONS = {
    "stable_disease": "dosd",
    "disease_control": "dosd",
    "symptomatic_response": "duration_of_symptom_response",
    "biochemical_response": "duration_of_biochemical_response",
}


def resolved(mentions: list[Mention], text: str, last: str | None) -> list[Mention]:
    """``the rate at 12 months`` is of the endpoint named last, ``a median duration of`` of the response named last."""
    found: list[Mention] = []
    response: str | None = None
    for mention in mentions:
        if mention.term == "same":
            if last is None:
                continue
            mention = replace(mention, term=last)
        elif mention.term == "duration":
            term = None if response is None else next((_DURATIONS[key] for key in _DURATIONS if response.startswith(key)), "dor")
            mention = replace(mention, term=term or "duration")
        elif mention.kind == "survival":
            last = mention.term
        elif mention.kind == "response":
            response = mention.term if mention.term != "unclear" else None
        found.append(mention)
    return found
