"""References as BibTeX, RIS, APA and CSL-JSON, from one form of an item: CSL-JSON's own."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from typing import Any

Item = dict[str, Any]
_SUFFIXES = ("Jr", "Sr", "II", "III", "2nd", "3rd")
_BIBTEX = {
    "article-journal": "article",
    "dataset": "misc",
    "paper-conference": "inproceedings",
    "book": "book",
    "thesis": "phdthesis",
    "report": "techreport",
}
_RIS = {
    "article-journal": "JOUR",
    "dataset": "DATA",
    "paper-conference": "CPAPER",
    "book": "BOOK",
    "thesis": "THES",
    "report": "RPRT",
    "webpage": "ELEC",
}


def name(text: str) -> dict[str, str]:
    """An author as printed (``Anderson KL Jr``) as a CSL name; what is no surname with initials stays whole (a group)."""
    if text.rstrip(".").lower() == "et al":
        return {"literal": "et al."}
    words = text.replace(",", " ").split()
    suffix = words.pop() if len(words) > 2 and words[-1].rstrip(".") in _SUFFIXES else None
    initials = words[-1].replace(".", "") if len(words) > 1 else ""
    if not initials or not re.fullmatch(r"(?:[^\W\d_a-z]-?){1,4}", initials) or initials != initials.upper():
        return {"literal": text}
    given = " ".join(f"{letter}." for letter in initials.replace("-", ""))
    return {"family": " ".join(words[:-1]), "given": given} | ({"suffix": suffix} if suffix else {})


def bibtex(items: list[Item]) -> str:
    """BibTeX entries, in UTF-8 with its special characters escaped."""
    entries = []
    for item in items:
        kind = _BIBTEX.get(item["type"], "misc")
        place = {"article": "journal", "inproceedings": "booktitle", "phdthesis": "school", "techreport": "institution"}.get(
            kind, "howpublished"
        )
        fields = {
            "author": " and ".join(_bibtex_name(author) for author in item.get("author", [])), "title": "{" + _escaped(item["title"]) + "}",
            place: _escaped(item.get("container-title", "")), "year": str(_year(item)), "volume": item.get("volume", ""), "number": item.get("issue", ""),
            "pages": item.get("page", "").replace("–", "-").replace("-", "--"), "version": item.get("version", ""), "doi": item.get("DOI", ""),
            "url": item.get("URL", ""), "pmid": item.get("PMID", ""), "note": _escaped(item.get("note", "")), "publisher": _escaped(item.get("publisher", "")),
        }  # fmt: skip
        lines = [f"  {field} = {{{value}}}" for field, value in fields.items() if value]
        entries.append(f"@{kind}{{{item['id']},\n" + ",\n".join(lines) + "\n}\n")
    return "\n".join(entries)


def ris(items: list[Item]) -> str:
    """RIS records."""
    records = []
    for item in items:
        first, _, last = item.get("page", "").replace("–", "-").partition("-")
        fields = [
            ("TY", _RIS.get(item["type"], "GEN")), ("ID", item["id"]), *(("AU", _comma_name(author)) for author in item.get("author", [])),
            ("TI", item["title"]), ("T2", item.get("container-title")), ("PY", _year(item)), ("DA", _ris_date(item)), ("VL", item.get("volume")),
            ("IS", item.get("issue")), ("SP", first), ("EP", last), ("PB", item.get("publisher")), ("ET", item.get("version")), ("DO", item.get("DOI")),
            ("UR", item.get("URL")), ("AN", item.get("PMID")), ("N1", item.get("note")),
        ]  # fmt: skip
        records.append("".join(f"{tag}  - {value}\n" for tag, value in fields if value) + "ER  - \n")
    return "\n".join(records)


def apa(items: list[Item]) -> str:
    """One line a reference, in the manner of APA 7, sorted as a list of references is."""
    return "".join(sorted((_apa(item) + "\n" for item in items), key=lambda line: _plain(line).lower()))


def csl_json(items: list[Item]) -> str:
    """CSL-JSON, which Zotero, Pandoc and citeproc read."""
    return json.dumps(items, indent=2, ensure_ascii=False) + "\n"


FORMATS: dict[str, Callable[[list[Item]], str]] = {"bibtex": bibtex, "ris": ris, "apa": apa, "csl-json": csl_json}


def _apa(item: Item) -> str:
    authors = [_comma_name(author) for author in item.get("author", [])]
    if len(authors) > 20:
        authors = [*authors[:19], "... " + authors[-1]]
    elif len(authors) > 1 and authors[-1] != "et al.":
        authors[-1] = "& " + authors[-1]
    who = ", ".join(authors)
    title = item["title"].rstrip(".")
    year = f"({_year(item) or 'n.d.'})."
    if item["type"] == "dataset":
        title += f" (Version {item['version']}) [Data set]"
    lead = f"{who if who.endswith('.') else who + '.'} {year} {title}." if who else f"{title}. {year}"
    place = item.get("container-title", "")
    if place and item.get("volume"):
        place += f", {item['volume']}" + (f"({item['issue']})" if item.get("issue") else "")
    if place and item.get("page"):
        place += f", {item['page'].replace('-', '–')}"
    link = f"https://doi.org/{item['DOI']}" if item.get("DOI") else item.get("URL", "")
    return " ".join(part for part in (lead.replace("?.", "?"), place and place + ".", link) if part)


def _year(item: Item) -> int | None:
    return item["issued"]["date-parts"][0][0] if "issued" in item else None


def _ris_date(item: Item) -> str | None:
    parts = item["issued"]["date-parts"][0] if "issued" in item else []
    return f"{parts[0]}/{parts[1]:02d}/{parts[2]:02d}/" if len(parts) == 3 else None


def _comma_name(author: dict[str, str]) -> str:
    return author.get("literal") or ", ".join(filter(None, [author["family"], author["given"], author.get("suffix")]))


def _bibtex_name(author: dict[str, str]) -> str:
    if author.get("literal") == "et al.":
        return "others"
    if "literal" in author:
        return "{" + _escaped(author["literal"]) + "}"
    return _escaped(", ".join(filter(None, [author["family"], author.get("suffix"), author["given"]])))


def _escaped(text: str) -> str:
    return (
        re.sub(r"([&%$#_{}])", r"\\\1", text.replace("\\", r"\textbackslash "))
        .replace("~", r"\textasciitilde ")
        .replace("^", r"\textasciicircum ")
    )


def _plain(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def dataset(descriptor: dict[str, Any]) -> Item:
    """The item of this version of the dataset, from its ``datapackage.json``; a DOI only where it has one."""
    date = [int(part) for part in descriptor["created"][:10].split("-")]
    author = descriptor["contributors"][0]["title"]
    item = {
        "id": f"{descriptor['name']}-{descriptor['version']}", "type": "dataset", "title": descriptor["title"], "author": [{"literal": author}],
        "issued": {"date-parts": [date]}, "version": descriptor["version"], "publisher": author,
        "DOI": descriptor.get("id", "").removeprefix("https://doi.org/"), "URL": descriptor.get("homepage"),
    }  # fmt: skip
    return {key: value for key, value in item.items() if value}
