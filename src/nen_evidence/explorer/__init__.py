"""The static site: what is published, to filter, read and see, in plain files that need neither server nor network.

``pages`` makes every file of the site from the published package, ``write`` puts them into a folder.
The same package gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from .site import pages

__all__ = ["pages", "write"]


def write(out: Path) -> int:
    """Write the site into ``out`` and return the number of files. Pages of studies and classes that are gone are removed.

    Raises FileExistsError where ``out`` holds other things than a site: nothing is ever written among them.
    """
    if out.exists() and any(out.iterdir()) and not (out / "assets" / "explorer.js").is_file():
        raise FileExistsError(f"{out}: a folder that is not empty and holds no site")
    made = pages()
    for name, content in made.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for folder in ("studies", "classes"):
        for path in sorted((out / folder).glob("*.html")):
            if f"{folder}/{path.name}" not in made:
                path.unlink()
    return len(made)
