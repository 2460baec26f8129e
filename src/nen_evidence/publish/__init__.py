"""From seeds to the published package: compile everything in memory, then put it in place whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from .. import bibliography, checks, contract
from ..problem import Problem, ProblemsFound
from ..record import json_schema
from ..record.seeds import Seeds, read_seeds
from . import codebook, croissant, descriptor, files, metadata, reports


@dataclass
class Package:
    """A compiled package: the content of each file by its path, the frames, and what was noticed on the way."""

    contents: dict[str, bytes]
    frames: dict[str, pd.DataFrame]
    warnings: list[Problem] = field(default_factory=list)


def compile_package(seeds_folder: Path) -> Package:
    """Compile seeds into the content of every published file.

    Raises ProblemsFound with all errors: records, keys, schemas, coherence, figures that are not anchored.
    """
    seeds = read_seeds(seeds_folder)
    rows = contract.flatten(seeds)
    problems = contract.key_problems(rows) + contract.term_problems(rows)
    checked = checks.run(seeds, rows)
    problems += [problem for problem in checked.problems if problem.severity == "error"]
    rows["quality_flags"] = checked.flags
    for table in contract.ANCHORED:
        for row in rows[table]:
            if row.values["anchor_status"] is None:
                problems.append(
                    row.record.problem(row.path, f"{row.id} without an anchor", "run 'nen-evidence anchor' on the record", "anchor")
                )
    if problems:
        raise ProblemsFound(problems)
    frames = {}
    for table, model in contract.TABLES.items():
        frames[table] = contract.frame(model, rows[table])
        problems += contract.schema_problems(model, frames[table], rows[table])
    if problems:
        raise ProblemsFound(problems)
    return Package(_contents(seeds, frames), frames, [problem for problem in checked.problems if problem.severity != "error"])


def _contents(seeds: Seeds, frames: dict[str, pd.DataFrame]) -> dict[str, bytes]:
    contents: dict[str, bytes] = {}
    for table, model in contract.TABLES.items():
        contents[f"data/{table}.csv"] = files.csv_text(model, frames[table]).encode()
        contents[f"data/{table}.parquet"] = files.parquet_bytes(model, frames[table])
        contents[f"schemas/{table}.json"] = _json(descriptor.table_schema(model))
    contents["schemas/colclasses.csv"] = descriptor.colclasses().encode()
    contents["schemas/record.schema.json"] = _json(json_schema())
    dates = sorted(row["date"] for _, _, row in seeds.lists["searches"])
    sources = [{"title": "The reports listed in data/sources.csv", "path": "data/sources.csv"}]
    package = descriptor.datapackage(contents, sources, dates[-1] if dates else None)
    contents["datapackage.json"] = _json(package)
    contents["croissant.json"] = _json(croissant.croissant(contents, bibliography.bibtex([bibliography.dataset(package)])))
    contents["dataset.jsonld"] = _json(metadata.schema_org(contents))
    contents["datacite.json"] = _json(metadata.datacite())
    contents[".zenodo.json"] = _json(metadata.zenodo())
    contents["CITATION.cff"] = metadata.citation_cff().encode()
    contents["r/DESCRIPTION"] = metadata.r_description().encode()
    broader = {term: row["broader"] for term, row in seeds.vocabulary["sites"].facts.items()}
    contents["docs/codebook.md"] = codebook.markdown().encode()
    contents["docs/codebook.html"] = codebook.html().encode()
    contents["docs/coverage.md"] = reports.coverage(frames, broader).encode()
    contents["docs/inconsistencies.md"] = reports.inconsistencies(frames).encode()
    contents["docs/agreement.md"] = reports.agreement(frames).encode()
    contents["docs/checks.md"] = reports.checks().encode()
    return contents


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def differences(root: Path, package: Package) -> list[str]:
    """Published files that are not what the seeds give: missing, different, or left over."""
    found = []
    for path, content in sorted(package.contents.items()):
        file = root / path
        if not file.is_file():
            found.append(f"{path}: missing")
        elif file.read_bytes() != content:
            found.append(f"{path}: not what the seeds give")
    for folder in ("data", "schemas"):
        for file in sorted((root / folder).glob("*")):
            if f"{folder}/{file.name}" not in package.contents:
                found.append(f"{folder}/{file.name}: left over")
    return found


def write(root: Path, package: Package) -> list[str]:
    """Put a compiled package in place and return the files that changed.

    Everything is written beside its place first; then each folder is exchanged by two renames, and
    ``datapackage.json``, which names the hashes of all others, comes last. A run that fails or is
    killed before the exchange leaves the former package as it was; ``recover`` mends one killed within it.
    """
    recover(root)
    changed = [line.partition(":")[0] for line in differences(root, package)]
    if not changed:
        return []
    stage = Path(tempfile.mkdtemp(prefix=".build-", dir=root))
    try:
        for path, content in package.contents.items():
            target = stage / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        (stage / "complete").touch()
        ready = root / ".build-ready"
        os.replace(stage, ready)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    recover(root)
    return changed


def recover(root: Path) -> None:
    """Carry a finished stage into place, and sweep away unfinished ones. Safe to run again at any point."""
    for stage in root.glob(".build-*"):
        if stage.name != ".build-ready":
            shutil.rmtree(stage, ignore_errors=True)
    ready = root / ".build-ready"
    if not (ready / "complete").exists():
        shutil.rmtree(ready, ignore_errors=True)
        return
    names = {str(file.relative_to(ready)) for file in ready.rglob("*") if file.is_file()} - {"complete"}
    for name in sorted(names - {"datapackage.json"}) + sorted(names & {"datapackage.json"}):
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.new")
        shutil.copyfile(ready / name, draft)
        os.replace(draft, target)
    published = json.loads((root / "datapackage.json").read_text(encoding="utf-8"))
    tables_ = {resource["name"] for resource in published["resources"] if resource["type"] == "table"}
    known = {f"data/{table}.{kind}" for table in tables_ for kind in ("csv", "parquet")}
    known |= {f"schemas/{table}.json" for table in tables_} | {"schemas/colclasses.csv", "schemas/record.schema.json"}
    for folder in ("data", "schemas"):
        for file in (root / folder).iterdir():
            if f"{folder}/{file.name}" not in known:
                file.unlink()
    shutil.rmtree(ready)
