"""What can be wrong in a file that a curator wrote, said so that the curator can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong: where it stands, what was found, what would be right."""

    file: str
    line: int
    field: str
    found: str
    right: str
    check: str = "record"
    severity: str = "error"

    def __str__(self) -> str:
        found = f" found {self.found};" if self.found else ""
        kind = "" if self.check == "record" else f" [{self.check}]"
        word = "" if self.severity == "error" else f" {self.severity}:"
        return f"{self.file}:{self.line}:{word} {self.field}:{found} {self.right}{kind}"


class ProblemsFound(Exception):
    """Raised when input is refused; carries every problem of the input at once."""

    def __init__(self, problems: list[Problem]):
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def shown(path: Path) -> str:
    """The path as a curator would type it: relative to the working directory where that is shorter."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
