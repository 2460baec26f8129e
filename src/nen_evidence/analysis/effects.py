"""Effects to pool: chosen from the published tables, each patient once, with an account of what was left out."""

from __future__ import annotations

import difflib
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Literal

import pandas as pd

from .. import terms
from .independence import SAME_COHORT, SAME_STUDY, Patients, choose
from .plain import records

Words = str | Sequence[str] | None
Frames = Mapping[str, pd.DataFrame]
# Raw and Freeman-Tukey double arcsine proportions are computed on request; the others are published.
PROPORTIONS, CONTRASTS = ("PLO", "PR", "PFT"), ("log_hr", "log_or", "log_rr", "rd")
TABLES = (
    "effect_sizes", "arms", "arm_regimens", "regimens", "subgroups", "studies", "study_sources", "sources", "cohort_overlaps",
    "response_outcomes", "comparisons",
)  # fmt: skip
# Drugs that accompany a treatment without being one.
_SUPPORTIVE = ("best-supportive-care", "placebo", "observation")
_ROLES = {"primary": 0, "update": 0, "secondary": 2}
_ASSESSORS = {"central": 0, "investigator": 1}
_ASSESSMENTS = {"best": 0, "at_time": 2}
_ANALYSES = {"final": 0, "updated": 1, "primary": 2, None: 2, "interim": 3, "post_hoc": 4, "sensitivity": 5}


class Effects(pd.DataFrame):
    """Effects, one a row, ready to pool: the columns of ``effect_sizes`` with labels, report and qualifiers beside them.

    ``left_out`` holds the rows that match the query and were not taken, with ``reason`` and ``kept_effect_id`` (the row
    kept instead, where there is one). ``account`` says how many rows each rule cost; printing shows it.
    """

    _metadata = ["left_out", "account", "asked"]  # noqa: RUF012 - so pandas names the attributes of a subclass
    left_out: pd.DataFrame
    account: list[tuple[str, int]]
    asked: dict[str, Any]

    @property
    def _constructor(self) -> type[pd.DataFrame]:
        return pd.DataFrame

    def __str__(self) -> str:
        shown = ["slab", "xi", "ni", "yi", "vi"] if self.asked.get("measure") in PROPORTIONS else ["slab", "comparator_label", "yi", "sei"]
        return f"{self.summary()}\n\n{pd.DataFrame(self)[shown].to_string(index=False)}" if len(self) else self.summary()

    __repr__ = __str__

    def summary(self) -> str:
        """The account in words: what was asked, what each rule cost, what is left."""
        asked = ", ".join(f"{name}={value!r}" for name, value in self.asked.items() if value is not None)
        lines = [f"effects({asked})"] + [f"{count:6d}  {words}" for words, count in self.account]
        return "\n".join(lines)


def load_frames() -> dict[str, pd.DataFrame]:
    """The published tables that ``effects`` needs."""
    from ..access import load

    return {name: load(name) for name in TABLES}


def effects(
    outcome: str | Sequence[str],
    measure: Literal["PLO", "PR", "PFT", "log_hr", "log_or", "log_rr", "rd"] | None = None,
    *,
    regimen: Words = None,
    drug: Words = None,
    treatment_class: Words = None,
    comparator: Words = None,
    site: str | None = None,
    differentiation: Words = None,
    grade: Words = None,
    design: Words = None,
    setting: Words = None,
    line: Words = None,
    marker: Words = None,
    symptom: Words = None,
    criteria: Words = None,
    assessor: Words = None,
    study: Words = None,
    subgroups: bool = False,
    independent: bool | Literal["network"] = True,
    denominators: Literal["printed", "arm"] = "printed",
    assumed_levels: bool = True,
    secondary: bool = False,
    frames: Frames | None = None,
) -> Effects:
    """Effects of an outcome, by default with no patient counted twice.

    Parameters
    ----------
    outcome: an outcome (``objective_response``) or endpoint (``pfs``), or several taken as one (``["pfs", "ttp"]``).
    measure: ``PLO`` logit, ``PR`` raw or ``PFT`` double arcsine proportion; ``log_hr``, ``log_or``, ``log_rr``, ``rd``.
        Default: ``PLO`` where the outcome is a proportion, else ``log_hr``.
    regimen, drug, treatment_class: what the arm was given (``regimen`` also with placebo or best supportive care beside
        it; all regimens of a mixed arm must match). An effect recorded the other way round is reversed.
    comparator: regimen, drug or class of the arm compared with.
    site: arms wholly of the site or a narrower one, then subgroups of it; never a mixed arm.
    differentiation, grade, line: of the whole arm. design, setting: of the study. Each word may be a list of words.
    criteria: with everything narrower (``recist_unspecified`` takes 1.0 and 1.1 too). assessor: only that one.
    subgroups: also admit subgroups (known at baseline) other than by a site that was asked for.
    independent: keep one of effects that can hold the same people. ``"network"``: contrasts of a trial may share an arm.
    denominators: ``"printed"``, or ``"arm"`` to admit those taken from the arm.
    assumed_levels: admit intervals without a stated level, taken as 95%.
    secondary: admit figures read in a secondary source.
    frames: tables by name instead of the published ones.

    Of rows in conflict within a study the one kept is, in this order: primary or update source; the wider arm, then the
    whole arm before a subgroup; best response; latest cut-off, then final, updated, primary analysis; central assessment; printed count before a
    sum; primary report; most patients. Between studies: arms wholly of the site before subgroups, most patients, latest.

    Raises ValueError for a word that is nowhere in the tables, with the nearest that are.
    """
    if denominators not in ("printed", "arm"):
        raise ValueError(f"denominators '{denominators}'; printed or arm")
    tables = frames or load_frames()
    found = tables["effect_sizes"]
    for word in listed(outcome):
        _known("outcome", word, found["outcome"])
    found = found[found["outcome"].isin(listed(outcome))]
    chosen = measure or ("PLO" if (found["measure"] == "PLO").any() else "log_hr")
    if chosen not in PROPORTIONS + CONTRASTS:
        raise ValueError(f"measure '{chosen}'; one of {', '.join(PROPORTIONS + CONTRASTS)}")
    rows = _described(found[found["measure"] == ("PLO" if chosen in PROPORTIONS else chosen)], tables)
    asked = {
        "outcome": outcome, "measure": chosen, "regimen": regimen, "drug": drug, "treatment_class": treatment_class, "comparator": comparator,
        "site": site, "differentiation": differentiation, "grade": grade, "design": design, "setting": setting, "line": line, "marker": marker,
        "symptom": symptom, "criteria": criteria, "assessor": assessor, "study": study,
    }  # fmt: skip
    _check_words(asked, tables)
    rows = [turned for row in rows if (turned := _treated(row, asked)) is not None]
    rows = [row for row in rows if _matches(row, asked)]
    kept, left, account = _sift(rows, tables, subgroups, independent, denominators, assumed_levels, secondary)
    dtypes = {str(name): "string" if isinstance(kind, pd.CategoricalDtype) else kind for name, kind in found.dtypes.items()}
    return _made(kept, left, account, asked, chosen, dtypes)


def _sift(
    rows: list[dict[str, Any]],
    tables: Frames,
    subgroups: bool,
    independent: bool | str,
    denominators: str,
    assumed_levels: bool,
    secondary: bool,
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[tuple[str, int]]]:
    """Each rule in turn: rows kept, rows left out with their reason, and what each rule cost."""
    account = [("rows match the query", len(rows))]
    left: list[dict[str, Any]] = []

    def rule(words: str, out: list[tuple[dict[str, Any], str, str | None]]) -> None:
        nonlocal rows
        left.extend({**row, "reason": reason, "kept_effect_id": instead} for row, reason, instead in out)
        gone = {row["effect_id"] for row, _, _ in out}
        rows = [row for row in rows if row["effect_id"] not in gone]
        if out:
            account.append((words, -len(out)))

    barred = [(row, words) for row in rows if (words := _why_not(row, secondary))]
    for reason in sorted({words for _, words in barred}):
        rule(f"not poolable: {reason}", [(row, words, None) for row, words in barred if words == reason])
    if not subgroups:
        parts = [row for row in rows if (row["subgroup_id"] or row["comparator_subgroup_id"]) and row["named"] == 0]
        rule("of a subgroup (subgroups=True admits them)", [(row, "subgroup", None) for row in parts])
    if denominators == "printed":
        borrowed = [row for row in rows if row["ni_basis"] not in (None, "printed")]
        rule(
            "denominator taken from the arm (denominators='arm' admits them)",
            [(row, f"denominator not printed ({row['ni_basis']})", None) for row in borrowed],
        )
    if not assumed_levels:
        rule("interval of no stated level", [(row, "ci_level_assumed", None) for row in rows if row["ci_level_assumed"]])
    if independent:
        rows.sort(key=_preference)
        patients = Patients(*(tables[name] for name in ("arms", "subgroups", "studies", "cohort_overlaps")))
        _, out = choose(rows, patients, network=independent == "network")
        by_id = {row["effect_id"]: row for row in rows}
        for why in (SAME_STUDY, SAME_COHORT):
            rule(why, [(by_id[key], why, instead) for key, (reason, instead) in out.items() if reason == why])
    borrowed_kept = sum(row["ni_basis"] not in (None, "printed") for row in rows)
    account.append((f"rows kept, of {len({row['study_id'] for row in rows})} studies", len(rows)))
    if denominators == "arm":
        account.append(("of them added by denominators='arm'", borrowed_kept))
    return rows, left, account


def _why_not(row: dict[str, Any], secondary: bool) -> str:
    """The reasons why a row is not poolable, but for the one that was waived."""
    reasons = str(row["why_not"] or "").split("; ")
    return "; ".join(reason for reason in reasons if reason and not (secondary and reason == "secondary source"))


def _preference(row: dict[str, Any]) -> tuple[Any, ...]:
    """Order of the rows of one study, the preferred one first."""
    return (
        row["study_id"],
        _ROLES.get(row["role"], 1),
        row["named"],
        row["depth"],
        bool(row["subgroup_id"]),
        _ASSESSMENTS.get(row["assessment"], 1),
        _descending(row["data_cutoff"]),
        _ANALYSES.get(row["analysis"], 2),
        _ASSESSORS.get(row["assessor"], 2),
        row["events_basis"] == "summed",
        row["role"] != "primary",
        -(row["n"] or 0),
        -(row["year"] or 0),
        row["effect_id"],
    )


def _descending(text: str | None) -> tuple[int, ...]:
    """Sorts later dates (YYYY[-MM[-DD]]) first and a missing one last."""
    return tuple(-int(part) for part in text.split("-")) if text else (0,)


def _described(found: pd.DataFrame, tables: Frames) -> list[dict[str, Any]]:
    """The effects with what the query and the preferences need to know of their arms, study, report and source row."""
    arms = {row["arm_id"]: row for row in records(tables["arms"])}
    studies = {row["study_id"]: row for row in records(tables["studies"])}
    sources = {row["source_id"]: row for row in records(tables["sources"])}
    roles = {(row["study_id"], row["source_id"]): row["role"] for row in records(tables["study_sources"])}
    groups = {row["subgroup_id"]: row for row in records(tables["subgroups"])}
    given = _given(tables)
    qualifiers = ("assessor", "criteria", "assessment", "analysis", "analysis_set", "data_cutoff", "time_months")
    origin: dict[tuple[str, str], dict[str, Any]] = {}
    for table, key in (("response_outcomes", "outcome_id"), ("comparisons", "comparison_id")):
        frame = tables[table]
        wanted = frame[frame[key].isin(found.loc[found["source_table"] == table, "row_id"])]
        origin |= {(table, row[key]): {name: row[name] for name in qualifiers} for row in records(wanted)}
    patients = Patients(*(tables[name] for name in ("arms", "subgroups", "studies", "cohort_overlaps")))
    rows = []
    for row in records(found):
        study, arm, other = studies[row["study_id"]], arms[row["arm_id"]], arms.get(row["comparator_arm_id"])
        group = groups.get(row["subgroup_id"])
        sizes = [row[name] for name in ("ni", "n1i", "n2i") if row[name] is not None]
        rows.append({
            **row, **origin[row["source_table"], row["row_id"]],
            "label": study["label"], "arm_label": arm["label"], "comparator_label": other["label"] if other else None, "subgroup": group["label"] if group else None,
            "subgroup_axis": group["axis"] if group else None,
            "node": arm["treatment_node"] or arm["label"], "comparator_node": (other["treatment_node"] or other["label"]) if other else None,
            "comparator_regimen_id": other["regimen_id"] if other else None,
            "setting": study["setting"], "phase": study["phase"], "randomized_comparison": study["randomized_comparison"],
            "differentiation": arm["differentiation"], "grade": arm["grade"], "arm_site": arm["site"], "stratum": arm["stratum"],
            "year": sources[row["source_id"]]["year"] or sources[study["primary_source_id"]]["year"], "role": roles.get((row["study_id"], row["source_id"])),
            "n": sum(sizes) if sizes else None, "depth": patients.depth(row["arm_id"]), "named": 0,
            "_given": given[row["arm_id"]], "_compared": given[other["arm_id"]] if other else [],
        })  # fmt: skip
    return rows


def _given(tables: Frames) -> dict[str, list[dict[str, Any]]]:
    """Arm -> the regimens given in it: one, or those of a mixed arm, or none."""
    regimens = {row["regimen_id"]: {**row, "drugs": row["drug_ids"].split("+")} for row in records(tables["regimens"])}
    found: dict[str, list[dict[str, Any]]] = {
        row["arm_id"]: [regimens[row["regimen_id"]]] if row["regimen_id"] else [] for row in records(tables["arms"])
    }
    for row in records(tables["arm_regimens"]):
        if regimens[row["regimen_id"]] not in found[row["arm_id"]]:
            found[row["arm_id"]].append(regimens[row["regimen_id"]])
    return found


def _treated(row: dict[str, Any], asked: dict[str, Any]) -> dict[str, Any] | None:
    """The row where its arms were given what is asked for, reversed where they stand the other way round, else None."""

    def first(given: list[dict[str, Any]]) -> bool:
        wanted = ((asked["regimen"], _regimen), (asked["drug"], _drug), (asked["treatment_class"], _class))
        return all(words is None or (bool(given) and all(is_(one, words) for one in given)) for words, is_ in wanted)

    def second(given: list[dict[str, Any]]) -> bool:
        words = asked["comparator"]
        return words is None or (bool(given) and all(_regimen(one, words) or _drug(one, words) or _class(one, words) for one in given))

    if first(row["_given"]) and second(row["_compared"]):
        return row
    if row["comparator_arm_id"] and first(row["_compared"]) and second(row["_given"]):
        return _reversed(row)
    return None


def _regimen(given: dict[str, Any], words: Words) -> bool:
    active = "+".join(drug for drug in given["drugs"] if drug not in _SUPPORTIVE)
    return given["regimen_id"] in listed(words) or active in listed(words)


def _drug(given: dict[str, Any], words: Words) -> bool:
    return bool(set(given["drugs"]) & set(listed(words)))


def _class(given: dict[str, Any], words: Words) -> bool:
    return given["treatment_class"] in listed(words)


def _reversed(row: dict[str, Any]) -> dict[str, Any]:
    """The same effect with the two groups exchanged: the logarithm of a ratio, or a difference, changes its sign."""
    pairs = (
        ("arm_id", "comparator_arm_id"), ("subgroup_id", "comparator_subgroup_id"), ("ai", "ci"), ("n1i", "n2i"), ("arm_label", "comparator_label"),
        ("node", "comparator_node"), ("regimen_id", "comparator_regimen_id"), ("_given", "_compared"),
    )  # fmt: skip
    turned = {**row, **{a: row[b] for a, b in pairs}, **{b: row[a] for a, b in pairs}}
    classes = {one["treatment_class"] for one in turned["_given"]}
    turned["treatment_class"] = next(iter(classes)) if len(classes) == 1 else None
    return {**turned, "yi": None if row["yi"] is None else -row["yi"], "method": f"{row['method']}; reversed"}


def _matches(row: dict[str, Any], asked: dict[str, Any]) -> bool:
    """Whether site, design and qualifiers are those asked for; ``named`` tells an arm of the site (1) from a subgroup (2)."""
    for name in ("differentiation", "grade", "design", "setting", "line", "marker", "symptom", "assessor"):
        if asked[name] is not None and row[name] not in listed(asked[name]):
            return False
    if asked["study"] is not None and row["study_id"] not in listed(asked["study"]):
        return False
    if asked["criteria"] is not None and row["criteria"] not in _narrower("criteria", listed(asked["criteria"])):
        return False
    if asked["site"] is not None:
        sites = _narrower("sites", [asked["site"]])
        if row["subgroup_axis"] == "primary_site" and row["site"] in sites and row["arm_site"] not in sites:
            row["named"] = 2
        elif row["arm_site"] not in sites:
            return False
    return True


def _narrower(name: str, words: Iterable[str]) -> set[str]:
    from .. import places
    from ..vocabulary import load

    known = load(places.vocabulary())[name]
    return {term for word in words for term in known.narrower(word)}


def _check_words(asked: dict[str, Any], tables: Frames) -> None:
    """Raises ValueError for a word that stands nowhere: a mistyped query must not come back empty."""
    from .. import places
    from ..vocabulary import load

    regimens = tables["regimens"]
    drugs = {drug for joined in regimens["drug_ids"] for drug in joined.split("+")}
    active = {"+".join(drug for drug in joined.split("+") if drug not in _SUPPORTIVE) for joined in regimens["drug_ids"]}
    names = {*regimens["regimen_id"], *active}
    classes = set(regimens["treatment_class"])
    vocabulary = load(places.vocabulary())
    known: dict[str, Collection[Any]] = {
        "regimen": names, "drug": drugs, "treatment_class": classes, "comparator": names | drugs | classes, "site": vocabulary["sites"].facts,
        "criteria": vocabulary["criteria"].facts, "marker": vocabulary["markers"].facts, "symptom": vocabulary["symptoms"].facts, "design": terms.DESIGN,
        "setting": terms.SETTING, "line": terms.LINE, "assessor": terms.ASSESSOR, "differentiation": terms.DIFFERENTIATION, "grade": terms.GRADE,
        "study": set(tables["studies"]["study_id"]),
    }  # fmt: skip
    for name, words in known.items():
        for word in listed(asked[name]):
            _known(name, word, words)


def _known(name: str, word: str, words: Iterable[Any]) -> None:
    names = {str(one) for one in words}
    if word not in names:
        near = difflib.get_close_matches(word, names, n=3, cutoff=0.4)
        raise ValueError(f"{name} '{word}' stands nowhere in the data" + (f"; nearest: {', '.join(near)}" if near else ""))


def _made(
    kept: list[dict[str, Any]],
    left: list[dict[str, Any]],
    account: list[tuple[str, int]],
    asked: dict[str, Any],
    measure: str,
    dtypes: Mapping[str, Any],
) -> Effects:
    computed = [_as_measure(row, measure) for row in kept]
    _label(computed)
    extra = [
        "slab", "label", "arm_label", "comparator_label", "node", "comparator_node", "comparator_regimen_id", "subgroup", "year", "setting", "phase",
        "randomized_comparison", "stratum", "differentiation", "grade", "n", "assessor", "criteria", "assessment", "analysis", "analysis_set", "data_cutoff", "time_months",
    ]  # fmt: skip
    names = [*dtypes, *extra]
    made = Effects(_typed(computed, names, dtypes).sort_values(["year", "slab"], kind="stable", ignore_index=True))
    made.left_out = _typed(left, [*(name for name in names if name != "slab"), "reason", "kept_effect_id"], dtypes)
    made.account, made.asked = account, asked
    return made


def _label(rows: list[dict[str, Any]]) -> None:
    """``slab`` of each row: the study, with subgroup, arm or arm id as far as it takes to tell the rows apart."""
    for row in rows:
        row["slab"] = f"{row['label']} ({row['subgroup']})" if row["subgroup"] else row["label"]
    for detail in ("arm_label", "arm_id"):
        seen = [row["slab"] for row in rows]
        for row in rows:
            if seen.count(row["slab"]) > 1:
                part = row["subgroup"], row[detail].partition(".")[2] if detail == "arm_id" else row[detail]
                row["slab"] = f"{row['label']} ({', '.join(word for word in part if word)})"


def _as_measure(row: dict[str, Any], measure: str) -> dict[str, Any]:
    """The row with yi and vi of a raw (``PR``) or double-arcsine (``PFT``) proportion, as ``metafor::escalc`` defines them.

    PFT (Freeman and Tukey 1950): (asin sqrt(x/(n+1)) + asin sqrt((x+1)/(n+1))) / 2 with variance 1/(4n + 2). PR adds 1/2
    to events and non-events where one of them is 0, as PLO does.
    """
    if measure not in ("PR", "PFT"):
        return dict(row)
    x, n = row["xi"], row["ni"]
    if measure == "PFT":
        yi, vi = (math.asin(math.sqrt(x / (n + 1))) + math.asin(math.sqrt((x + 1) / (n + 1)))) / 2, 1 / (4 * n + 2)
    else:
        add = 0.5 if x in (0, n) else 0.0
        size = n + 2 * add
        yi = (x + add) / size
        vi = yi * (1 - yi) / size
    return {
        **row,
        "measure": measure,
        "yi": yi,
        "vi": vi,
        "sei": math.sqrt(vi),
        "method": row["method"].replace("logit", {"PR": "raw proportion", "PFT": "double arcsine"}[measure]),
    }


def _typed(rows: list[dict[str, Any]], names: list[str], dtypes: Mapping[str, Any]) -> pd.DataFrame:
    """A frame of rows with nullable types, also where there are none."""
    numbers = {"year": "Int64", "n": "Int64", "time_months": "Float64"}
    return pd.DataFrame(
        {name: pd.Series([row[name] for row in rows], dtype=dtypes.get(name, numbers.get(name, "string"))) for name in names}
    )


def listed(words: Words) -> list[str]:
    """One word, several or none as a list."""
    return [] if words is None else [words] if isinstance(words, str) else list(words)
