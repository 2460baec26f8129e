"""Structured evidence of treatment for neuroendocrine neoplasms.

import nen_evidence as nen
nen.tables()                      # what there is
nen.load("response_outcomes")     # a table, typed
nen.study("zilembo-1993-salvage") # one study, readably
nen.cite(rows)                    # the primary studies behind rows; nen.cite(): this version of the dataset
kept = nen.effects("objective_response", treatment_class="prrt_beta")   # each patient once; kept.left_out is the rest
nen.pool(kept), nen.forest(kept, "forest.svg")                          # with the extra 'analysis'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .access import codebook, load, tables, version
    from .access.cite import cite
    from .access.study import study
    from .analysis.effects import effects
    from .analysis.plots import evidence_map, forest, funnel
    from .analysis.pooling import pool

__all__ = ["cite", "codebook", "effects", "evidence_map", "forest", "funnel", "load", "pool", "study", "tables", "version"]

# Names are found on first use, so that the command line does not pay for what it does not call.
_HOME = {
    "cite": "access.cite", "codebook": "access", "load": "access", "tables": "access", "version": "access", "study": "access.study",
    "effects": "analysis.effects", "pool": "analysis.pooling", "forest": "analysis.plots", "funnel": "analysis.plots", "evidence_map": "analysis.plots",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
