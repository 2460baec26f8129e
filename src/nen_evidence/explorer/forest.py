"""Forest plots as inline SVG: positions are worked out here, the drawing is in ``templates/forest.svg``."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

WIDTH, ROW, TOP = 940, 25, 34
LABEL, COUNT, LEFT, RIGHT, VALUE = 4, 444, 464, 766, 782

ROOM = 52  # characters of a label


@dataclass(frozen=True)
class Line:
    """One row of a plot. Proportions run 0-100; ``low`` and ``high`` are missing where there is no interval."""

    label: str
    detail: str = ""
    count: str = ""
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    href: str = ""
    grey: bool = False
    printed: bool = False
    heading: bool = False
    title: str = ""
    text: str = field(default="", compare=False)


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: max(room - 1, 1)].rstrip(" ,·") + "…"


def layout(lines: list[Line], caption: str, first: str = "Arm") -> dict[str, Any]:
    """What the template draws: rows with positions, ticks, size. The axis ends above the largest value, never below 50%."""
    top = max([line.high or line.estimate or 0 for line in lines] + [0])
    end = 100 if top > 80 else 80 if top > 50 else 50

    def x(value: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * min(value, end) / end, 1)

    most = max([line.n or 0 for line in lines] + [1])
    rows, y = [], float(TOP + 14)
    for line in lines:
        if line.heading:
            y += 7
        label = _cut(line.label, ROOM)
        detail = _cut(line.detail, ROOM - len(label)) if len(label) < ROOM - 6 else ""
        row: dict[str, Any] = {
            "line": line,
            "y": round(y, 1),
            "label": label,
            "detail": detail,
            "value": "",
            "full": line.title or f"{line.label} {line.detail}".strip(),
        }
        if line.estimate is not None:
            row |= {
                "x": x(line.estimate),
                "half": round(2.6 + 4.4 * math.sqrt((line.n or 0) / most), 1),
                "value": f"{line.estimate:.0f}" if line.low is None else f"{line.estimate:.0f} [{line.low:.0f}, {line.high:.0f}]",
            }
            if line.low is not None and line.high is not None:
                row |= {"low": x(line.low), "high": x(line.high)}
        rows.append(row)
        y += ROW
    step = 10 if end == 50 else 20
    return {
        "rows": rows, "ticks": [(value, x(value)) for value in range(0, end + 1, step)], "bottom": round(y - 6, 1), "height": math.ceil(y + 18),
        "width": WIDTH, "top": TOP, "label": LABEL, "count": COUNT, "left": LEFT, "right": RIGHT, "value": VALUE, "caption": caption, "first": first,
    }  # fmt: skip
