"""First drafts of records from PubMed, ClinicalTrials.gov and the text of a report, for a reader to check."""

from __future__ import annotations

import re
from pathlib import Path

from ..anchors import text_of
from ..anchors.text import SourceText, normalize, read_text
from ..problem import shown
from ..vocabulary import Vocabulary
from .candidates import draft_candidates
from .ctgov import parse_ctgov
from .inputs import Services, load, refuse
from .pubmed import Article, parse_pubmed
from .writing import UNSET, DraftRecord, finish, line_of_text, to_yaml

__all__ = ["DraftRecord", "Services", "finish_file", "from_ctgov", "from_pubmed", "from_text", "make", "to_yaml", "write"]


def from_text(path: Path, vocabulary: Vocabulary, study_id: str | None = None) -> DraftRecord:
    """A draft from a text of a report; header lines ``# title: ...`` give the bibliography, the file's name the source.

    Raises ProblemsFound where the file is no text of a report.
    """
    if not path.is_file():
        raise refuse(shown(path), "no such file", "the text of a report")
    text = text_of(path)
    header = {name: value for name, value in text.header.items() if value}
    article = Article(
        title=header.get("title", "").rstrip(".") or (text.sentences[1].text if len(text.sentences) > 1 else path.stem),
        abstract="",
        authors=[name.strip() for name in re.split(r"[,;]", header.get("authors", "")) if name.strip(" .")],
        year=year[0] if (year := re.search(r"(?:19|20)\d\d", header.get("year", ""))) else None,
        journal=header.get("journal"),
        volume=header.get("volume"),
        pages=header.get("pages"),
        pmid=header.get("pmid") if re.fullmatch(r"[1-9]\d{0,8}", header.get("pmid", "")) else None,
        doi=header.get("doi") if re.fullmatch(r"10\.\d{4,9}/\S+", header.get("doi", "")) else None,
        registry_ids=[header["registry"]] if re.fullmatch(r"\S{6,30}", header.get("registry", "")) else [],
    )
    if not any(sentence.text for sentence in text.sentences[1:]):
        raise refuse(shown(path), "no text", "the text of a report")
    return _from_article(article, text, vocabulary, study_id, _slug(path.stem))


def from_pubmed(given: str, vocabulary: Vocabulary, services: Services, study_id: str | None = None) -> tuple[DraftRecord, str]:
    """A draft from a PubMed record, a file or a PMID; with the abstract as the text file to anchor in.

    Raises ProblemsFound where the record cannot be had or is not sound.
    """
    raw, name, keep = load(given, "pubmed", services)
    article = parse_pubmed(raw, name)
    if keep:
        services.keep(keep, raw)
    header = f"# title: {article.title}\n" + (f"# pmid: {article.pmid}\n" if article.pmid else "")
    content = f"{header}\n{article.abstract}\n"
    return _from_article(article, read_text(content), vocabulary, study_id, None), content


def from_ctgov(given: str, vocabulary: Vocabulary, services: Services, study_id: str | None = None) -> DraftRecord:
    """A draft from a ClinicalTrials.gov entry, a file or an NCT number.

    Raises ProblemsFound where the entry cannot be had or is not sound.
    """
    raw, name, keep = load(given, "ctgov", services)
    entry = parse_ctgov(raw, name, vocabulary)
    if keep:
        services.keep(keep, raw)
    slug = entry.nct.lower()
    study = {"label": entry.study.get("acronym", entry.nct), "design": UNSET, **entry.study, "registry_id": entry.nct}
    source: dict[str, str | list[str]] = {
        "id": f"{slug}-registry",
        "kind": "registry_entry",
        "title": line_of_text(entry.title),
        "registry_id": entry.nct,
        "url": f"https://clinicaltrials.gov/study/{entry.nct}",
        "read_extent": "registry_entry",
        "text": "not_held",
    }
    return DraftRecord(study_id or slug, study, source, "registry", entry.arms, entry.candidates, entry.notes)


def _from_article(article: Article, text: SourceText, vocabulary: Vocabulary, study_id: str | None, source_id: str | None) -> DraftRecord:
    drafted = draft_candidates(text.sentences, vocabulary)
    surname = _slug(article.authors[0].split(" ")[0]) if article.authors else ""
    name = "-".join(filter(None, [surname, article.year, _keyword(article.title)])) or "draft"
    source_name = source_id or "-".join(filter(None, [surname, article.year])) or name
    study: dict[str, str] = {
        "label": " ".join(filter(None, [article.authors[0].rsplit(" ", 1)[0] if article.authors else "", article.year])) or name
    }
    study |= _design(article, text)
    if article.registry_ids:
        study["registry_id"] = article.registry_ids[0]
    source: dict[str, str | list[str]] = {"id": source_name, "kind": "article", "title": line_of_text(article.title)}
    if article.authors:
        source["authors"] = [line_of_text(author) for author in article.authors]
    for field_ in ("year", "journal", "volume", "pages", "pmid", "pmcid", "doi"):
        value = getattr(article, field_)
        if value:
            source[field_] = line_of_text(value)
    source["read_extent"] = "abstract"
    if any("Retracted" in kind for kind in article.types):
        source["status"] = "retracted"
    notes = [] if drafted.candidates else ["no figure was found in the text"]
    if not article.abstract and not drafted.candidates:
        notes.append("the record has no abstract")
    return DraftRecord(study_id or name, study, source, "abstract", drafted.arms, drafted.candidates, notes)


def _design(article: Article, text: SourceText) -> dict[str, str]:
    """The design and phase where the record or the text says them in so many words; else left to the reader."""
    words = " ".join(
        [article.title.lower(), *(sentence.norm for sentence in text.sentences[:12]), *(kind.lower() for kind in article.types)]
    )
    found = {"design": UNSET}
    if re.search(r"\brandomi[sz]ed\b|randomly (?:assigned|allocated)", words) and not re.search(r"non-?randomi[sz]ed", words):
        found = {"design": "randomized", "randomized_comparison": UNSET}
    elif re.search(r"retrospective", words):
        found["design"] = "retrospective_cohort"
    elif re.search(r"single-(?:arm|group)", words):
        found["design"] = "single_arm"
    romans = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "1": "1", "2": "2", "3": "3", "4": "4"}
    if match := re.search(r"\bphase (iv|i{1,3}|[1-4])\b(?: ?(?:/|-) ?(iii|ii|[23])\b)?", normalize(article.title + " " + words)):
        phase = romans[match[1]] + (f"-{romans[match[2]]}" if match[2] else "")
        if phase in ("1", "1-2", "2", "2-3", "3", "4"):
            found["phase"] = phase
    return found


def _keyword(title: str) -> str:
    words = [
        word
        for word in re.findall(r"[a-z0-9]+", title.lower())
        if len(word) > 5 and word not in ("patients", "randomized", "randomised", "treatment", "advanced", "efficacy")
    ]
    return words[0] if words else ""


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", normalize(text)).strip("-")


def write(draft: DraftRecord, vocabulary: Vocabulary, out: Path) -> None:
    """Write a draft to a new file. Raises ProblemsFound where the file exists: a draft never writes over a record."""
    if out.exists():
        raise refuse(shown(out), "a file that exists", "a new file: a draft is never written over a record")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(to_yaml(draft, vocabulary), encoding="utf-8")


def finish_file(path: Path) -> None:
    """Take the source's sentences out of a draft that a reader has gone through. Raises ProblemsFound where it is not done."""
    if not path.is_file():
        raise refuse(shown(path), "no such file", "a draft that a reader has gone through")
    try:
        done = finish(path.read_text(encoding="utf-8"))
    except (ValueError, UnicodeDecodeError) as error:
        raise refuse(shown(path), str(error), "each such place set by a reader") from None
    path.write_text(done, encoding="utf-8")


def make(
    vocabulary: Vocabulary,
    services: Services,
    pubmed: str | None = None,
    ctgov: str | None = None,
    text: Path | None = None,
    out: Path | None = None,
    texts: Path | None = None,
) -> str:
    """Make the draft that the command line asks for: its text, or where ``out`` is given, what was written.

    Raises ProblemsFound where the input is refused.
    """
    study_id, content = (out.stem if out else None), None
    if pubmed is not None:
        draft, content = from_pubmed(pubmed, vocabulary, services, study_id)
    elif ctgov is not None:
        draft = from_ctgov(ctgov, vocabulary, services, study_id)
    elif text is not None:
        draft = from_text(text, vocabulary, study_id)
    else:
        raise ValueError("one of pubmed, ctgov, text")
    if texts is not None and content is not None:
        kept = texts / f"{draft.source['id']}.txt"
        if not kept.exists():
            texts.mkdir(parents=True, exist_ok=True)
            kept.write_text(content, encoding="utf-8")
    if out is None:
        return to_yaml(draft, vocabulary)
    write(draft, vocabulary, out)
    sure = sum(item.sure for item in draft.candidates)
    return f"{shown(out)}: {sure} figure line(s) sure, {len(draft.candidates) - sure} to check; set {UNSET} once you have read them"
