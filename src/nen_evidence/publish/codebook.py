"""The codebook: every table and column, projected from the models."""

from __future__ import annotations

from html import escape
from typing import Any

from ..contract import TABLES
from . import files
from .about import ABOUT

_ORIGIN = {
    "key": "names a row",
    "printed": "as the source prints it",
    "normalized": "the same fact in a controlled term or unit",
    "calculated": "calculated",
}


def entries(table: str) -> list[dict[str, Any]]:
    """A dict per column of a table: column, type, origin, unit, terms, required, description, example, references."""
    return [
        {
            "column": name,
            "type": files.kind_of(facts),
            "origin": facts["origin"],
            "unit": facts["unit"],
            "terms": "|".join(facts["terms"]) if facts["terms"] else None,
            "required": facts["required"],
            "description": facts["description"],
            "example": None if facts["example"] is None else str(facts["example"]),
            "references": facts["references"],
        }
        for name, facts in TABLES[table].columns().items()
    ]


def markdown() -> str:
    """The whole codebook as Markdown."""
    lines = [
        "# Codebook",
        "",
        "Generated from the table models by `nen-evidence build`. Origin of a column: "
        + "; ".join(f"**{name}** {meaning}" for name, meaning in _ORIGIN.items())
        + ". An empty cell is missing, never 0.",
        "",
    ]
    for table, model in TABLES.items():
        lines += [
            f"## {table}",
            "",
            model.description(),
            "",
            f"Key: {', '.join(f'`{name}`' for name in model.key())}",
            "",
            "| column | type | origin | description | terms, unit or example |",
            "|---|---|---|---|---|",
        ]
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
            lines.append(
                f"| `{entry['column']}` | {entry['type']}{star} | {entry['origin']} | {entry['description'].replace('|', chr(92) + '|')} | {'; '.join(more)} |"
            )
        lines.append("")
    return "\n".join(lines)


_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#222;background:#fff}"
    "table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}"
    "code{background:#f3f3f3;padding:0 .2em;overflow-wrap:anywhere}nav ul{columns:4 12rem}.scroll{overflow-x:auto}"
)


def html() -> str:
    """The whole codebook as one HTML page that needs nothing else: a list of tables, and an address for each column (``#doses.amount``)."""
    meanings = "; ".join(f"<strong>{name}</strong> {meaning}" for name, meaning in _ORIGIN.items())
    lines = [
        "<!doctype html>", '<html lang="en">', "<head>", '<meta charset="utf-8">', '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Codebook - {escape(ABOUT.title)}</title>", f"<style>{_STYLE}</style>", "</head>", "<body>", "<main>", "<h1>Codebook</h1>",
        f"<p>{escape(ABOUT.title)}, version {ABOUT.version} ({ABOUT.released}). Origin of a column: {meanings}. An empty cell is missing, never 0.</p>",
        '<nav aria-label="Tables"><ul>', *(f'<li><a href="#{table}">{table}</a></li>' for table in TABLES), "</ul></nav>",
    ]  # fmt: skip
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("column", "type", "origin", "description", "terms, unit or example"))
    for table, model in TABLES.items():
        lines += [
            f'<section id="{table}">',
            f"<h2>{table}</h2>",
            f"<p>{escape(model.description())} Key: {', '.join(f'<code>{name}</code>' for name in model.key())}.</p>",
        ]
        lines += ['<div class="scroll"><table>', f"<thead><tr>{heads}</tr></thead>", "<tbody>"]
        for entry in entries(table):
            more = []
            if entry["terms"]:
                more.append(" ".join(f"<code>{escape(term)}</code>" for term in entry["terms"].split("|")))
            if entry["unit"]:
                more.append(f"unit <code>{escape(entry['unit'])}</code>")
            if entry["references"]:
                more.append(f'<a href="#{entry["references"]}">{entry["references"]}</a>')
            if entry["example"] and not entry["terms"]:
                more.append(f"e.g. <code>{escape(entry['example'])}</code>")
            kind = entry["type"] + (" (required)" if entry["required"] else "")
            cells = "".join(f"<td>{cell}</td>" for cell in (kind, entry["origin"], escape(entry["description"]), "; ".join(more)))
            lines.append(f'<tr id="{table}.{entry["column"]}"><th scope="row"><code>{entry["column"]}</code></th>{cells}</tr>')
        lines += ["</tbody></table></div>", "</section>"]
    return "\n".join([*lines, "</main>", "</body>", "</html>"]) + "\n"
