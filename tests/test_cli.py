"""The command line as a curator uses it: answers, exit codes, never a traceback."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import ROOT, run

Write = Callable[..., Path]
NEN = (sys.executable, "-m", "nen_evidence")


def test_a_good_record(write: Write) -> None:
    done = run(*NEN, "check", str(write()))
    assert done.returncode == 0, done.stderr
    assert "0 error(s)" in done.stdout


@pytest.mark.parametrize(
    "change",
    [
        ("role: control", "role: contrl"),
        ("    assigned: 42\n    treated", "    assigned: 42\n    assigned: 42\n    treated"),
        ("cr: 1", "cr: one"),
        ("pd: 7}", "pd: 7}\n      - {pr: 9}"),
        ("{of: 36, cr: 1", "{of: 6, cr: 1"),
        ("ci: [0.45, 1.12]", "ci: [0.95, 1.12]"),
        ("defaults:", "defaults: ["),
    ],
    ids=lambda change: change[1][:24].strip(),
)
def test_a_broken_record_is_refused_with_file_and_line(write: Write, change: tuple[str, str]) -> None:
    path = write(change)
    done = run(*NEN, "check", str(path))
    assert done.returncode == 1, done.stdout
    assert re.search(rf"{re.escape(path.name)}:\d+: ", done.stderr), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["check", "anchor"])
def test_a_file_that_is_not_there(command: str) -> None:
    done = run(*NEN, command, "seeds/studies/nobody-1900-nothing.yaml")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "nobody-1900-nothing.yaml" in done.stderr


def commands() -> list[str]:
    page = run(*NEN, "--help").stdout
    return re.findall(r"^  (\w+) ", page.split("Commands:")[1], flags=re.M)


@pytest.mark.parametrize("command", ["build", "check", "anchor", "verify", "agree", "draft", "diff", "cite", "export", "release"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    assert command in commands()
    done = run(*NEN, command, "--help")
    assert done.returncode == 0
    assert f"Example: nen-evidence {command}" in done.stdout


def test_outside_a_checkout_build_says_so(tmp_path: Path) -> None:
    done = run(*NEN, "build", "--root", str(tmp_path), cwd=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert ROOT.name not in done.stdout
