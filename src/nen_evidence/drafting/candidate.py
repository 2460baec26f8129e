"""What a draft consists of: figures in their roles, and the arms they may belong to."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..anchors.text import Sentence
from .arms import ArmDraft


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
