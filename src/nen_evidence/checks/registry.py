"""The list of checks: what each is called, how grave it is, whose method it follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..contract.row import Row
from .context import Context

SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True)
class Finding:
    """What a check found: the row it is filed under, and what does not fit.

    ``partners`` are the other rows that take part in the contradiction; a waiver may name any of them.
    """

    row: Row
    message: str
    printed: str | None = None
    expected: str | None = None
    partners: tuple[Row, ...] = ()


Function = Callable[[Context], Iterator[Finding]]


@dataclass(frozen=True)
class Check:
    """A coherence rule. An error stops the build unless waived; a warning is published as an open flag; an info only published.

    ``across`` marks a check that compares records, which finds nothing where one record is read alone.
    """

    id: str
    severity: str
    title: str
    reference: str
    family: str
    function: Function
    across: bool = False


CATALOGUE: dict[str, Check] = {}


def check(id: str, severity: str, title: str, reference: str = "arithmetic", across: bool = False) -> Callable[[Function], Function]:
    """Register a function as a check. Raises ValueError for an id used twice or an unknown severity."""

    def register(function: Function) -> Function:
        if id in CATALOGUE or severity not in SEVERITIES:
            raise ValueError(f"check '{id}': used twice, or severity '{severity}' is none of {SEVERITIES}")
        CATALOGUE[id] = Check(id, severity, title, reference, function.__module__.rpartition(".")[2], function, across)
        return function

    return register
