"""A strict YAML reader: every scalar stays the text that was typed, every node keeps its line.

Plain YAML loaders resolve ``NO`` to False, ``010`` to 8 and ``12:30`` to 750, and let the second of
two equal keys win. Nothing is resolved here: the record model decides what a text means.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from ..problem import Problem, ProblemsFound, shown

Path_ = tuple[str | int, ...]
Lines = dict[Path_, int]

# A record is a page or two; anything far larger is not a record.
MAX_BYTES = 1_000_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> tuple[dict[str, Any], Lines]:
    """Read one file into plain dicts, lists and texts.

    Returns the content and a map from the path of each node (keys and positions) to its line.
    Raises ProblemsFound for anything but one plain mapping: syntax errors, duplicate keys, empty
    values, anchors, aliases, tags and merge keys.
    """
    name = shown(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ProblemsFound([Problem(name, 0, "file", str(error.strerror), "a readable file")]) from None
    if len(raw) > MAX_BYTES:
        raise ProblemsFound([Problem(name, 0, "file", f"{len(raw)} bytes", f"at most {MAX_BYTES} bytes")])
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise ProblemsFound([Problem(name, line, "file", "bytes that are not UTF-8", "save the file as UTF-8")]) from None

    problems: list[Problem] = []
    try:
        for event in yaml.parse(text, Loader=_Loader):
            mark = getattr(event.start_mark, "line", -1) + 1
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                problems.append(Problem(name, mark, "file", "a YAML anchor or alias", "write the value out at each place"))
            elif (tag := getattr(event, "tag", None)) not in (None, "!"):
                problems.append(Problem(name, mark, "file", f"the YAML tag {tag}", "no tags; types come from the field"))
        if problems:
            raise ProblemsFound(problems)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise ProblemsFound([Problem(name, line, "file", "YAML that does not parse", str(error.problem or error.context))]) from None
    except yaml.YAMLError as error:
        raise ProblemsFound([Problem(name, 0, "file", "YAML that does not parse", str(error).splitlines()[0])]) from None
    if not isinstance(root, yaml.MappingNode):
        raise ProblemsFound([Problem(name, 1, "file", "no mapping", "fields as 'name: value' lines")])

    lines: Lines = {}
    content = _plain(root, (), lines, problems, name)
    if problems:
        raise ProblemsFound(problems)
    return content, lines


def _plain(node: yaml.Node, path: Path_, lines: Lines, problems: list[Problem], name: str) -> Any:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                problems.append(Problem(name, line, dotted(path), "a key that is not a word", "a plain key"))
                continue
            key = key_node.value
            where = dotted((*path, key))
            if key == "<<":
                problems.append(Problem(name, line, where, "a merge key", "write the fields out"))
            if key in mapping:
                problems.append(
                    Problem(name, line, where, "a second value for this key", f"one value (the first is on line {lines[(*path, key)]})")
                )
                continue
            mapping[key] = _plain(value_node, (*path, key), lines, problems, name)
            lines[(*path, key)] = line
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, number), lines, problems, name) for number, item in enumerate(node.value)]
    if node.value == "":
        problems.append(Problem(name, lines[path], dotted(path), "no value", "a value, or leave the field out"))
    return node.value


def dotted(path: Path_) -> str:
    """The path of a node as a curator reads it: ``arms.stz.responses[1].cr`` (positions from 1)."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else (f".{part}" if text else part)
    return text or "file"


def line_of(lines: Lines, path: Path_) -> int:
    """The line of the deepest node on this path that the file has."""
    for length in range(len(path), -1, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return 0
