"""Every trap of YAML is an error that names its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from nen_evidence.problem import ProblemsFound
from nen_evidence.record.reader import dotted, line_of, read_yaml


def problems(tmp_path: Path, text: str | bytes) -> list[str]:
    path = tmp_path / "x.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ProblemsFound) as error:
        read_yaml(path)
    return [str(problem) for problem in error.value.problems]


def test_scalars_stay_as_typed(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("country: NO\nn: 010\ntime: 12:30\nbig: 1e3\nversion: 1.10\non: yes\ndate: 2020-13-01\nlist: [18.0, 18]\n")
    content, lines = read_yaml(path)
    assert content == {
        "country": "NO",
        "n": "010",
        "time": "12:30",
        "big": "1e3",
        "version": "1.10",
        "on": "yes",
        "date": "2020-13-01",
        "list": ["18.0", "18"],
    }
    assert lines[("time",)] == 3
    assert line_of(lines, ("list", 1)) == 8
    assert line_of(lines, ("list", 7, "x")) == 8


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("n: 1\nm: 2\nn: 3\n", 3, "a second value for this key"),
        ("a: {b: 1, b: 2}\n", 1, "a second value for this key"),
        ("a:\nb: 1\n", 1, "no value"),
        ("a: &x 1\nb: *x\n", 1, "anchor or alias"),
        ("a: !!int 1\n", 1, "tag"),
        ("a: {<<: 1}\n", 1, "merge key"),
        ("a: [1\nb: 2\n", 2, "does not parse"),
        ("a:\n\t- 1\n", 2, "does not parse"),
        ("- 1\n- 2\n", 1, "no mapping"),
        ("? [a]\n: 1\n", 1, "not a word"),
        (b"a: 1\nb: \xff\n", 2, "not UTF-8"),
    ],
)
def test_traps(tmp_path: Path, text: str | bytes, line: int, words: str) -> None:
    found = problems(tmp_path, text)
    assert any(words in problem and f":{line}:" in problem for problem in found), found


def test_all_problems_at_once(tmp_path: Path) -> None:
    assert len(problems(tmp_path, "a:\nb: 1\nb: 2\nc: ''\n")) == 3


def test_no_file_and_far_too_large(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match="No such file"):
        read_yaml(tmp_path / "nowhere.yaml")
    assert "at most" in problems(tmp_path, b"a: " + b"x" * 1_100_000)[0]


def test_dotted() -> None:
    assert dotted(("arms", "stz", "responses", 1, "cr")) == "arms.stz.responses[2].cr"
