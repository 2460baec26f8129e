"""Small records with one planted error each, and the way from a record to what the checks find."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from nen_evidence import checks
from nen_evidence.contract import flatten
from nen_evidence.record.seeds import Seeds, read_seeds

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
Content = dict[str, Any]


@dataclass
class Case:
    """A record (or several) that a check must bite on, and one just beside it that it must not."""

    bad: Content | list[Content]
    good: Content | list[Content]
    overlaps: list[tuple[str, str]] = field(default_factory=list)


def study(arms: Content | None = None, id: str = "a-2001-trial", year: int = 2001, **more: Any) -> Content:
    """A record; ``arms`` alone is enough. Every arm without a role or regimen gets one."""
    made: Content = {
        "id": id,
        "label": "A 2001",
        "design": "single_arm",
        "reader_1_kind": "software",
        "sources": [{"id": f"{id.partition('-')[0]}-source", "title": "A study", "year": str(year)}],
        "arms": {},
        "gaps": [{"item": "doses"}],
    } | more
    if made["design"] == "randomized":
        made["randomized_comparison"] = "comparative"
    for slug, arm in (arms or {"a": {}}).items():
        made["arms"][slug] = (
            {"role": "overall" if slug == "overall" else "single"} | ({} if slug == "overall" else {"regimen": "everolimus"}) | arm
        )
    return made


def arm(**fields: Any) -> Content:
    """A record with one arm."""
    return study({"a": fields})


def two(first: Content, second: Content, comparisons: list[Content] | None = None, **more: Any) -> Content:
    """A randomized study with two arms."""
    return study(
        {"a": {"role": "experimental"} | first, "b": {"role": "control", "regimen": "placebo"} | second},
        design="randomized",
        comparisons=comparisons or [],
        **more,
    )


def effect(**fields: Any) -> Content:
    """A randomized study with one comparison."""
    return two({}, {}, [{"arm": "a", "versus": "b", "endpoint": "pfs", "ci_level": "0.95"} | fields])


def read(folder: Path, contents: Content | list[Content]) -> Seeds:
    """Write records to a folder and read them with the real vocabulary."""
    paths = []
    for content in contents if isinstance(contents, list) else [contents]:
        path = folder / f"{content['id']}.yaml"
        path.write_text(yaml.safe_dump(_texts(content), sort_keys=False, allow_unicode=True), encoding="utf-8")
        paths.append(path)
    return read_seeds(SEEDS, only=paths)


def _texts(value: Any) -> Any:
    """Scalars as text, as a curator's file has them."""
    if isinstance(value, dict):
        return {key: _texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def found(folder: Path, contents: Content | list[Content], overlaps: list[tuple[str, str]] | None = None) -> set[str]:
    """The ids of the checks that find something."""
    seeds = read(folder, contents)
    for one, other in overlaps or ():
        seeds.lists["overlaps"].append((folder, 1, {"study_id": one, "other_study_id": other, "relation": "partial", "reason": "test"}))
    return {check.id for check, _ in checks.findings(seeds, flatten(seeds))}


def grave(ids: set[str]) -> set[str]:
    """Those of the ids that are more than information."""
    return {id for id in ids if checks.CATALOGUE[id].severity != "info"}


def with_waiver(content: Content, check: str, row: str) -> Content:
    """The record with a waiver."""
    made = copy.deepcopy(content)
    made["waivers"] = [{"check": check, "row": row, "reason": "printed so, read again"}]
    return made


def judge(folder: Path, id: str, case: Case) -> None:
    """Assert that the check bites on the bad record, and it alone, and that nothing bites on the good one."""
    (folder / "bad").mkdir()
    (folder / "good").mkdir()
    bad = found(folder / "bad", case.bad)
    assert id in bad
    assert grave(bad) <= {id}, "the planted error triggers other checks too"
    good = found(folder / "good", case.good, case.overlaps)
    assert id not in good
    assert not grave(good), "the near-miss is no near-miss"
