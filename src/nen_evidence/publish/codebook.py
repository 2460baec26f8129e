"""The codebook: every table and column, projected from the models."""

from __future__ import annotations

from typing import Any

from ..contract import TABLES
from . import files

_ORIGIN = {
    "key": "names a row", "printed": "as the source prints it", "normalized": "the same fact in a controlled term or unit", "calculated": "calculated",
}


def entries(table: str) -> list[dict[str, Any]]:
    """A dict per column of a table: column, type, origin, unit, terms, required, description, example, references."""
    return [
        {
            "column": name, "type": files.kind_of(facts), "origin": facts["origin"], "unit": facts["unit"],
            "terms": "|".join(facts["terms"]) if facts["terms"] else None, "required": facts["required"], "description": facts["description"],
            "example": None if facts["example"] is None else str(facts["example"]), "references": facts["references"],
        }
        for name, facts in TABLES[table].columns().items()
    ]


def markdown() -> str:
    """The whole codebook as Markdown."""
    lines = [
        "# Codebook", "",
        "Generated from the table models by `nen-evidence build`. Origin of a column: "
        + "; ".join(f"**{name}** {meaning}" for name, meaning in _ORIGIN.items()) + ". An empty cell is missing, never 0.", "",
    ]
    for table, model in TABLES.items():
        lines += [f"## {table}", "", model.description(), "", f"Key: {', '.join(f'`{name}`' for name in model.key())}", "",
                  "| column | type | origin | description | terms, unit or example |", "|---|---|---|---|---|"]
        for entry in entries(table):
            more = []
            if entry["terms"]:
                more.append(" ".join(f"`{term}`" for term in entry["terms"].split("|")))
            if entry["unit"]:
                more.append(f"unit {entry['unit']}")
            if entry["references"]:
                more.append(f"-> {entry['references']}")
            if entry["example"] and not entry["terms"]:
                more.append(f"e.g. `{entry['example']}`".replace("|", "\\|"))
            star = "" if not entry["required"] else " (required)"
            lines.append(f"| `{entry['column']}` | {entry['type']}{star} | {entry['origin']} | {entry['description'].replace('|', chr(92) + '|')} | {'; '.join(more)} |")
        lines.append("")
    return "\n".join(lines)
