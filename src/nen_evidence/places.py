"""Where things are: the repository when working in a checkout, the data inside an installed wheel."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def root(start: Path | None = None) -> Path | None:
    """The checkout that holds ``seeds/vocabulary``: upwards from the working directory, else around this code."""
    for base in (start or Path.cwd(), _HERE):
        for folder in (base, *base.parents):
            if (folder / "seeds" / "vocabulary").is_dir():
                return folder
    return None


def package() -> Path:
    """The folder with ``datapackage.json`` and ``data/``: the checkout's, else the one inside the wheel.

    Raises FileNotFoundError where there is neither.
    """
    for folder in (*_HERE.parents[1:2], _HERE / "_package"):
        if (folder / "datapackage.json").is_file():
            return folder
    raise FileNotFoundError("no data package found: run 'nen-evidence build' in a checkout, or install the wheel")


def vocabulary() -> Path:
    """The vocabulary folder: the checkout's, else the one inside the wheel."""
    found = root()
    return found / "seeds" / "vocabulary" if found else _HERE / "_package" / "vocabulary"
