"""Preparing a release: what must hold before there is one, and the archive.

Of a release the repository keeps ``releases/<version>.json``: counts, and the digest of each table and schema. The tables
themselves are not stored a second time: they are in git, in the commit that the tag ``v<version>`` names or, where
there is no tag, in the one that added this file. The digests prove that what git gives back is what was released.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import subprocess
import tarfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..record.seeds import Seeds
from . import difference
from .about import ABOUT
from .difference import Content, Difference

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")
# What the archive holds beside the published files: what a reader needs with them, and the R package.
_BESIDE = ("README.md", "CHANGELOG.md", "LICENSE", "LICENSE-DATA", "CONTRIBUTING.md", "docs/*.md", "r/**/*")


@dataclass
class Release:
    """What was found and made: problems (then nothing is written), the difference from the last release, the files."""

    version: str
    problems: list[str] = field(default_factory=list)
    changed: Difference | None = None
    counts: dict[str, int] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)


def prepare(root: Path, version: str, contents: dict[str, bytes], seeds: Seeds, stale: list[str], against: Path | None = None) -> Release:
    """Check a release and, where nothing is wrong, write its record and its archive.

    Parameters: ``contents`` and ``stale`` are the compiled package and how the published files differ from it;
    ``against`` is the last release as a folder or zip, where git does not have it.
    """
    release = Release(version)
    content = difference.from_files(contents)
    release.counts = content.counts
    entry = changelog_entry(root / "CHANGELOG.md", version)
    release.problems += _own_problems(version, stale, entry)
    if _git(root, "tag", "--list", f"v{version}").strip():
        release.problems.append(f"v{version} is tagged: what is released stays; take the next version")
    last = last_release(root, version)
    if last is not None:
        try:
            former = difference.read(against) if against else from_git(root, last)
        except ValueError as error:
            release.problems.append(str(error))
            return release
        release.problems += [f"{path} of {last['version']} is not what was released" for path in _wrong_digests(former, last)]
        release.changed = difference.compare(former, content, renamed_ids(seeds, version))
        least = least_version(str(last["version"]), release.changed)
        if _parts(version) < _parts(least):
            release.problems.append(f"{version} is too small a step from {last['version']}: {release.changed.summary}; at least {least}")
        release.problems += unexplained(release.changed, entry or "")
    if not release.problems:
        _write(root, release, contents)
    return release


def _own_problems(version: str, stale: list[str], entry: str | None) -> list[str]:
    problems = [f"{line}; run 'nen-evidence build'" for line in stale]
    if not _VERSION.fullmatch(version):
        problems.append(f"'{version}' is no version MAJOR.MINOR.PATCH")
    if version != ABOUT.version:
        problems.append(f"publish/about.py says version {ABOUT.version}, not {version}; set it and its date there, then build")
    if not entry:
        problems.append(f"CHANGELOG.md has no entry '## {version} ({ABOUT.released})', or an empty one")
    return problems


def changelog_entry(path: Path, version: str) -> str | None:
    """The text under ``## <version> (<date of this version>)`` of the changelog."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    match = re.search(rf"^## {re.escape(version)} \({ABOUT.released}\)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return match[1].strip() if match else None


def unexplained(changed: Difference, entry: str) -> list[str]:
    """Rows that disappear without a word: under ``### Removed`` each needs its id, its study or its table in backticks."""
    match = re.search(r"^### Removed\n(.*?)(?=^##|\Z)", entry, re.MULTILINE | re.DOTALL)
    named = set(re.findall(r"`([^`]+)`", match[1])) if match else set()
    return [
        f"{change.table} {change.row_id} disappears: name it, its study or its table (in backticks) under '### Removed' of the changelog, with the reason"
        for change in changed.of("removed") if not {change.row_id, change.study_id, change.table} & named
    ]  # fmt: skip


def least_version(last: str, changed: Difference) -> str:
    """The smallest version that the changes allow: MAJOR (before 1.0.0: MINOR) for the contract, MINOR for values, PATCH for none."""
    major, minor, patch = _parts(last)
    if any(line.endswith("removed") for line in changed.shape):
        return f"{major + 1}.0.0" if major else f"0.{minor + 1}.0"
    if changed:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"


def _parts(version: str) -> tuple[int, ...]:
    match = _VERSION.fullmatch(version)
    return tuple(int(part) for part in match.groups()) if match else (0, 0, 0)


def last_release(root: Path, before: str) -> dict[str, Any] | None:
    """The record of the newest release older than a version."""
    records = [json.loads(path.read_text(encoding="utf-8")) for path in (root / "releases").glob("*.json")]
    older = [record for record in records if _parts(record["version"]) < _parts(before)]
    return max(older, key=lambda record: _parts(record["version"]), default=None)


def from_git(root: Path, record: dict[str, Any]) -> Content:
    """The package of a former release out of git: its tag, else the commit that wrote its record last. Raises ValueError."""
    version = record["version"]
    written = _git(root, "log", "--format=%H", "-n1", "--", f"releases/{version}.json").decode().strip()
    for name in (f"refs/tags/v{version}", written):
        if not name:
            continue
        archive = _git(root, "archive", "--format=tar", name, "data", "schemas", "datapackage.json")
        if archive:
            with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
                found = {member.name: tar.extractfile(member) for member in tar.getmembers() if member.isfile()}
                return difference.from_files({name: handle.read() for name, handle in found.items() if handle})
    raise ValueError(
        f"release {version} is not in this copy of git (no tag v{version}, no commit that wrote its record): give its archive with --against"
    )


def _git(root: Path, *words: str) -> bytes:
    return subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False).stdout


def _digest(rows: dict[tuple[str, ...], dict[str, str]]) -> str:
    """The digest of a table: its cells in key order, whatever the file's bytes."""
    lines = (json.dumps(list(rows[key].items()), ensure_ascii=False, separators=(",", ":")) for key in sorted(rows))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _wrong_digests(content: Content, record: dict[str, Any]) -> list[str]:
    kept = {table: facts["sha256"] for table, facts in record["tables"].items()}
    now = {table: _digest(rows) for table, rows in content.rows.items()}
    return sorted(table for table in {*kept, *now} if kept.get(table) != now.get(table))


def renamed_ids(seeds: Seeds, version: str) -> difference.Renamed:
    """By table, the new id of each id that ``seeds/renamed_ids.csv`` lists for this version."""
    found: difference.Renamed = {}
    for _, _, row in seeds.lists.get("renamed_ids", []):
        if row["version"] == version:
            found.setdefault(row["table"], {})[row["old_id"]] = row["new_id"]
    return found


def _write(root: Path, release: Release, contents: dict[str, bytes]) -> None:
    version, dist = release.version, root / "dist"
    dist.mkdir(exist_ok=True)
    content = difference.from_files(contents)
    made = {f"nen-evidence-{version}.zip": archive(root, version, contents)}
    if release.changed is not None:
        stem = f"nen-evidence-{release.changed.before}-to-{version}"
        made |= {
            f"{stem}.{end}": show(release.changed).encode()
            for end, show in (("txt", difference.as_text), ("json", difference.as_json), ("html", difference.as_html))
        }
    made["SHA256SUMS"] = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(made.items())).encode()
    for name, data in made.items():
        (dist / name).write_bytes(data)
        release.files.append(dist / name)
    record = {
        "version": version, "date": ABOUT.released, "after": release.changed.before if release.changed else None,
        "summary": release.changed.summary if release.changed else "first release",
        "tables": {table: {"rows": len(rows), "sha256": _digest(rows)} for table, rows in content.rows.items()},
    }  # fmt: skip
    path = root / "releases" / f"{version}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    release.files.append(path)


def archive(root: Path, version: str, contents: dict[str, bytes]) -> bytes:
    """The zip of a release, the same bytes from the same files: sorted, dated with the release."""
    files = dict(contents)
    for pattern in _BESIDE:
        for path in root.glob(pattern):
            name = path.relative_to(root).as_posix()
            if path.is_file() and not name.startswith("r/inst/extdata/"):
                files.setdefault(name, path.read_bytes())
    year, month, day = (int(part) for part in ABOUT.released.split("-"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name in sorted(files):
            info = zipfile.ZipInfo(f"nen-evidence-{version}/{name}", (year, month, day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            executable = (root / name).exists() and (root / name).stat().st_mode & 0o100
            info.external_attr = (0o755 if executable else 0o644) << 16
            zipped.writestr(info, files[name])
    return buffer.getvalue()
