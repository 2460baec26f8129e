"""What a curator and a user wait for, as ratios within one run: machines differ, ratios hold.

Run: python benchmarks/speed.py [--runs 5]. Prints a Markdown table: the median wall time of each thing,
and its ratio to the yardstick beside it.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PY = sys.executable
# What is timed, the command, and the yardstick it is held against.
THINGS = {
    "python, nothing else": ([PY, "-c", "pass"], None),
    "import pandas and pandera": ([PY, "-c", "import pandera.pandas"], "python, nothing else"),
    "check one record": (
        [PY, "-m", "nen_evidence", "check", "seeds/studies/zilembo-1993-salvage.yaml", "--quiet"],
        "import pandas and pandera",
    ),
    "check all records": ([PY, "-m", "nen_evidence", "check", "--quiet"], "check one record"),
    "build --check (compile everything)": ([PY, "-m", "nen_evidence", "build", "--check"], "check one record"),
    "nen.load of every table": ([PY, "-c", "import nen_evidence as nen; nen.tables()"], "pandas.read_csv of every table"),
    "pandas.read_csv of every table": ([PY, "-c", "import glob, pandas; [pandas.read_csv(f) for f in glob.glob('data/*.csv')]"], None),
}


def seconds(command: list[str], runs: int) -> float:
    """Median wall time of a command over some runs, after one that is not counted."""
    times = []
    for number in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        if number:
            times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    found = {name: seconds(command, runs) for name, (command, _) in THINGS.items()}
    print("| what | median seconds | times its yardstick | yardstick |\n|---|---|---|---|")
    for name, (_, yardstick) in THINGS.items():
        print(
            f"| {name} | {found[name]:.2f} | {found[name] / found[yardstick]:.1f} | {yardstick} |"
            if yardstick
            else f"| {name} | {found[name]:.2f} | | |"
        )


if __name__ == "__main__":
    main()
