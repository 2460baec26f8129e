"""Fit the weights by which drafting pairs figures with terms, to the curated records whose texts are at hand.

    PYTHONPATH=src .venv/bin/python benchmarks/fit_drafting.py [--write]

Fits on all texts but those of ``drafting_held_out.txt``, which it keeps unseen. A figure's
right mentions are those whose term the record has with that figure; a figure that the record has under none of them is
right with none. Weights are penalized by their squares, rounded, and dropped where they say next to nothing.
``--write`` replaces ``src/nen_evidence/drafting/weights.py``. Needs numpy and scipy, the package itself does not.
"""

from __future__ import annotations

import argparse
from collections import Counter
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from nen_evidence import contract
from nen_evidence.anchors import text_of
from nen_evidence.contract.row import Row
from nen_evidence.drafting import flows as flow_model
from nen_evidence.drafting import measure, pairing
from nen_evidence.drafting import ratios as ratio_model
from nen_evidence.drafting import shares as share_model
from nen_evidence.drafting import times as time_model
from nen_evidence.drafting.atoms import Atom
from nen_evidence.drafting.candidates import Reader
from nen_evidence.drafting.roles import Mention
from nen_evidence.record.seeds import Seeds, read_seeds

ROOT = Path(__file__).resolve().parents[1]
# Texts that came after the rules were written and the weights were fitted: one source id a line.
HELD_OUT = Path(__file__).with_name("drafting_held_out.txt")
PENALTY = {"share": 2.0, "time": 1.0, "flow": 3.0, "ratio": 2.0}
SEEN_AT_LEAST, SMALLEST = 5, 0.08
_TABLES = {"response": "response_outcomes", "event": "adverse_events", "survival": "survival_outcomes"}


def right(model: str, figure: Atom, mention: Mention, facts: set[tuple[str, str, str, str]]) -> bool:
    """Whether the record has this figure under this mention's term."""
    if model == "ratio":
        name = "estimate" if figure.kind == "hr" else "p_value"
        return ("comparisons", mention.term, name, figure.get("value") or "") in facts
    table = _TABLES.get(mention.kind, "patient_counts")
    if model == "time" or mention.kind == "survival":
        number = figure.get("value" if model == "time" else "percent")
        return number is not None and (table, mention.term, "reported_value", number) in facts
    names = {"n": "n" if table == "patient_counts" else "n_events", "percent": "percent"}
    return any((table, mention.term, name, figure.get(part) or "") in facts for part, name in names.items())


def held_out() -> set[str]:
    """The sources that neither rules nor weights have seen."""
    return set(HELD_OUT.read_text(encoding="utf-8").split())


Problem = tuple[list, list, list[set[int]]]


def problems(unseen_only: bool = False) -> dict[str, list[Problem]]:
    """Per model the sentences to fit to: features of states, of steps, and the right states."""
    seeds = read_seeds(ROOT / "seeds")
    found = problems_by_source(seeds, measure.by_study(contract.flatten(seeds)))
    unseen = held_out()
    return {
        model: [problem for source, own in found.items() if (source in unseen) == unseen_only for problem in own[model]]
        for model in PENALTY
    }


def problems_by_source(seeds: Seeds, studies: dict[str, list[Row]]) -> dict[str, dict[str, list[Problem]]]:
    """The same, source by source."""
    everything: dict[str, dict[str, list[Problem]]] = {}
    for source in sorted(studies):
        file = ROOT / "texts" / f"{source}.txt"
        if not file.is_file():
            continue
        text = text_of(file)
        found: dict[str, list[Problem]] = {model: [] for model in PENALTY}
        everything[source] = found
        facts = set(measure.expected_facts(studies[source], text))
        reader = Reader(text.sentences, seeds.vocabulary)
        for place in reader.places():
            if counted := flow_model.figures_in(place.text, place.spots):
                unary, steps = flow_model.features(
                    place.text, counted, place.sentence.number, place.around.section, reader.design, reader.arms, place.planned
                )
                labels = []
                for figure in counted:
                    number = figure.get("n") or ""
                    good = {state for state, term in enumerate(flow_model.TERMS, start=1) if ("patient_counts", term, "n", number) in facts}
                    labels.append(good or {0})
                found["flow"].append((unary, steps, labels))
            if place.planned:
                continue
            for model, module in (("share", share_model), ("time", time_model), ("ratio", ratio_model)):
                bare, figures, mentions = module.problem(place.text, place.mentions, place.spots)
                if not figures or not mentions or len(figures) > 60:
                    continue
                unary, steps = pairing.features(model, bare, figures, mentions, place.around)
                labels = []
                for figure in figures:
                    good = {number + 1 for number, mention in enumerate(mentions) if right(model, figure, mention, facts)}
                    labels.append(good or {0})
                found[model].append((unary, steps, labels))
    return everything


class Fit:
    """Sums over all choices of a sentence, for many sentences, and their gradient."""

    def __init__(self, sentences: list, names: dict[str, int]):
        self.data = []
        for unary, steps, labels in sentences:
            index = [[[names[name] for name in state if name in names] for state in states] for states in unary]
            moves = [[[[names[name] for name in cell if name in names] for cell in row] for row in step] for step in steps]
            size = len(index[0])
            rows = [
                (np.array([i for s in states for i in s], int), np.array([k for k, s in enumerate(states) for _ in s], int))
                for states in index
            ]
            cells = [
                (
                    np.array([i for row in step for cell in row for i in cell], int),
                    np.array([a * size + b for a, row in enumerate(step) for b, cell in enumerate(row) for _ in cell], int),
                )
                for step in moves
            ]
            allowed = np.full((len(labels), size), -1e9)
            for place, good in enumerate(labels):
                allowed[place, list(good)] = 0.0
            self.data.append((size, rows, cells, allowed))
        self.count = len(names)

    def __call__(self, weights: np.ndarray) -> tuple[float, np.ndarray]:
        loss, gradient = 0.0, np.zeros(self.count)
        for size, rows, cells, allowed in self.data:
            unary = np.stack([np.bincount(where, weights[what], size) for what, where in rows])
            steps = [np.bincount(where, weights[what], size * size).reshape(size, size) for what, where in cells]
            for sign, scores in ((1.0, unary), (-1.0, unary + allowed)):
                total, single, double = _sums(scores, steps)
                loss += sign * total
                for (what, where), share in zip(rows, single, strict=True):
                    np.add.at(gradient, what, sign * share[where])
                for (what, where), share in zip(cells, double, strict=True):
                    np.add.at(gradient, what, sign * share.ravel()[where])
        return loss, gradient


def _log(values: np.ndarray, axis: int) -> np.ndarray:
    top = values.max(axis=axis, keepdims=True)
    return (top + np.log(np.exp(values - top).sum(axis=axis, keepdims=True))).squeeze(axis)


def _sums(scores: np.ndarray, steps: list[np.ndarray]) -> tuple[float, list[np.ndarray], list[np.ndarray]]:
    forward = [scores[0]]
    for index, step in enumerate(steps):
        forward.append(scores[index + 1] + _log(forward[-1][:, None] + step, 0))
    backward = [np.zeros(scores.shape[1])]
    for index in range(len(steps), 0, -1):
        backward.insert(0, _log(steps[index - 1] + (scores[index] + backward[0])[None, :], 1))
    total = float(_log(forward[-1], 0))
    single = [np.exp(f + b - total) for f, b in zip(forward, backward, strict=True)]
    double = [
        np.exp(forward[index][:, None] + step + (scores[index + 1] + backward[index + 1])[None, :] - total)
        for index, step in enumerate(steps)
    ]
    return total, single, double


_PARTS: list[Fit] = []


def _part(given: tuple[int, np.ndarray]) -> tuple[float, np.ndarray]:
    return _PARTS[given[0]](given[1])


def fit(model: str, sentences: list) -> dict[str, float]:
    """The weights of a model."""
    seen: Counter[str] = Counter()
    for unary, steps, _ in sentences:
        there = {name for states in unary for state in states for name in state} | {
            name for step in steps for row in step for cell in row for name in cell
        }
        seen.update(there)
    names = {name: number for number, name in enumerate(sorted(name for name, count in seen.items() if count >= SEEN_AT_LEAST))}
    _PARTS[:] = [Fit(sentences[part::4], names) for part in range(4)]
    with Pool(4) as pool:

        def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
            parts = pool.map(_part, [(part, weights) for part in range(4)])
            value = sum(part[0] for part in parts) + PENALTY[model] * float(weights @ weights)
            return value, sum(part[1] for part in parts) + 2 * PENALTY[model] * weights

        done = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 80})
    print(model, len(sentences), "sentences,", len(names), "features, loss", round(done.fun, 1))
    return {name: round(float(done.x[number]), 2) for name, number in names.items() if abs(done.x[number]) >= SMALLEST}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    data = problems()
    weights = {model: fit(model, data[model]) for model in data}
    lines = [
        '"""Weights of features for ``pairing``, per model; fitted by ``benchmarks/fit_drafting.py``, not written by hand."""',
        "",
        "",
        "def _read(text: str) -> dict[str, float]:",
        '    """``name=weight`` pairs, separated by blanks."""',
        '    return {name: float(value) for name, _, value in (pair.rpartition("=") for pair in text.split())}',
        "",
        "",
        "WEIGHTS: dict[str, dict[str, float]] = {",
    ]
    for model, table in weights.items():
        lines += [f'    "{model}": _read(', '        """']
        line = ""
        for pair in (f"{name}={value}" for name, value in sorted(table.items())):
            if len(line) + len(pair) > 125:
                lines.append(f"        {line.strip()}")
                line = ""
            line += f" {pair}"
        lines += [f"        {line.strip()}", '        """', "    ),"]
    lines.append("}")
    if given.write:
        (Path(pairing.__file__).parent / "weights.py").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
