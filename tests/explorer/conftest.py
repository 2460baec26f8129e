"""Two sites: one of the committed data, one of a small package with hostile text in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nen_evidence import access, explorer, places, publish

HOSTILE = "</script><script>document.title='owned'</script><img src=x onerror=alert(1)> \"'&{{ 7*7 }}"


@pytest.fixture(scope="session")
def pages() -> dict[str, str]:
    """The pages of the published data."""
    return {name: content.decode("utf-8") for name, content in explorer.pages().items()}


@pytest.fixture(scope="session")
def site(pages: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the published data, written."""
    folder = tmp_path_factory.mktemp("explorer") / "site"
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-8"))
    return folder


def _forget() -> None:
    for function in (access.descriptor, access._load, access._schema):
        function.cache_clear()


@pytest.fixture
def small(seeds: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of one study whose words try to break out, and nothing else; ``explorer`` reads it."""
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    write(
        (
            "title: Streptozocin with and without fluorouracil",
            f"title: {quoted}\n    doi: 10.1000/x(1)2-3\n    pmid: 12345678",
        ),
        ("label: Example 2001", f"label: {quoted}"),
    )
    publish.write(seeds.parent, publish.compile_package(seeds))
    monkeypatch.setattr(places, "package", lambda: seeds.parent)
    _forget()
    yield seeds.parent
    monkeypatch.undo()
    _forget()
