"""Structured evidence of treatment for neuroendocrine neoplasms.

    import nen_evidence as nen
    nen.tables()                      # what there is
    nen.load("response_outcomes")     # a table, typed
    nen.study("zilembo-1993-salvage") # one study, readably
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .access import codebook, load, tables, version
    from .access.study import study

__all__ = ["codebook", "load", "study", "tables", "version"]

# Names are found on first use, so that the command line does not pay for what it does not call.
_HOME = {"codebook": "access", "load": "access", "tables": "access", "version": "access", "study": "access.study"}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
