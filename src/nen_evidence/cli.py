"""The command line. It parses words and prints answers; the rooms do the work."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from . import places
from .problem import Problem, ProblemsFound, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from .anchors.text import SourceText
    from .record import Record

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Structured evidence of treatment for neuroendocrine neoplasms.",
)


def _fail(problems: list[Problem], summary: str) -> None:
    for problem in problems:
        typer.echo(str(problem), err=True)
    typer.echo(summary, err=True)
    raise typer.Exit(1)


def _seeds_of(record: Path) -> Path:
    """The seeds folder that a record stands in, else the checkout's."""
    for folder in record.resolve().parents:
        if (folder / "vocabulary").is_dir():
            return folder
    found = places.root()
    return found / "seeds" if found else places.vocabulary().parent


@app.command(epilog="Example: nen-evidence check seeds/studies/zilembo-1993-salvage.yaml")
def check(
    records: Annotated[list[Path] | None, typer.Argument(help="Records to check; none: all of seeds/.")] = None,
    quiet: Annotated[bool, typer.Option(help="Say nothing of mapped synonyms.")] = False,
) -> None:
    """Check records: their shape, their terms, the coherence of their numbers."""
    from . import checks, contract
    from .record.seeds import read_seeds

    try:
        if records:
            seeds = read_seeds(_seeds_of(records[0]), only=list(records))
        else:
            seeds = read_seeds(_seeds_of(Path("seeds/x")))
    except ProblemsFound as error:
        _fail(error.problems, f"{len(error.problems)} problem(s)")
        return
    rows = contract.flatten(seeds)
    problems = contract.key_problems(rows) if not records else [p for p in contract.key_problems(rows) if p.check == "unique-key"]
    problems += contract.term_problems(rows)
    owed = [row for table in contract.ANCHORED for row in rows[table] if row.values["anchor_status"] is None]
    for row in owed:
        row.values["anchor_status"] = "text_not_held"
    for table, model in contract.TABLES.items():
        if rows[table]:
            problems += contract.schema_problems(model, contract.frame(model, rows[table]), rows[table])
    problems += checks.run(seeds, rows).problems
    if not quiet:
        for record in (*seeds.studies, *seeds.reviews):
            for name, written, preferred in record.mapped:
                typer.echo(f"{shown(record.path)}: {name}: '{written}' is read as '{preferred}'")
    problems.sort()
    for problem in problems:
        typer.echo(str(problem), err=True)
    errors = sum(problem.severity == "error" for problem in problems)
    facts = sum(len(rows[table]) for table in contract.ANCHORED)
    studies = len(seeds.studies) + len(seeds.reviews)
    typer.echo(
        f"{studies} record(s), {facts} figures' rows, {len(owed)} not anchored yet; {errors} error(s), {len(problems) - errors} warning(s)"
    )
    if errors:
        raise typer.Exit(1)


@app.command(epilog="Example: nen-evidence anchor seeds/studies/zilembo-1993-salvage.yaml --texts texts")
def anchor(
    records: Annotated[list[Path], typer.Argument(help="Records to anchor.")],
    text: Annotated[Path | None, typer.Option(help="The text of the record's primary source.")] = None,
    texts: Annotated[Path, typer.Option(help="Folder with a text <source_id>.txt for each source.")] = Path("texts"),
    unused: Annotated[bool, typer.Option("--unused", help="List figures of the texts that no row uses.")] = False,
) -> None:
    """Find each figure of a record in the text of its source, and keep its place."""
    from . import anchors

    problems: list[Problem] = []
    for path in records:
        try:
            seeds_folder = _seeds_of(path)
            report = anchors.anchor(path, seeds_folder, text, texts)
        except ProblemsFound as error:
            problems += error.problems
            continue
        problems += report.problems
        typer.echo(
            f"{shown(path)}: {report.anchored} of {report.total} rows anchored"
            + (f"; no text for {', '.join(report.without_text)}" if report.without_text else "")
        )
        if unused:
            for source, figures in report.unused.items():
                typer.echo(f"  {source}: figures that no row uses: {', '.join(figures)}")
    errors = [problem for problem in problems if problem.severity == "error"]
    for problem in sorted(set(problems)):
        typer.echo(str(problem), err=True)
    if errors:
        _fail([], f"{len(errors)} figure(s) not found in their role")


@app.command(epilog="Example: nen-evidence build --check")
def build(
    root: Annotated[Path | None, typer.Option(help="The checkout to build in; none: the one you stand in.")] = None,
    check_: Annotated[bool, typer.Option("--check", help="Write nothing; fail when what is published is not what the seeds give.")] = False,
) -> None:
    """Build the data package from the seeds: whole, or not at all."""
    from . import publish

    base = root or places.root()
    if base is None:
        _fail([], "no checkout here: a folder with seeds/vocabulary is needed")
        return
    try:
        package = publish.compile_package(base / "seeds")
    except ProblemsFound as error:
        _fail(error.problems, f"{len(error.problems)} problem(s); the published package is as it was")
        return
    if check_:
        stale = publish.differences(base, package)
        if stale:
            for line in stale:
                typer.echo(line, err=True)
            _fail([], f"{len(stale)} file(s) are not what the seeds give; run 'nen-evidence build'")
        typer.echo(f"{len(package.contents)} files are what the seeds give")
        return
    changed = publish.write(base, package)
    counts = {name: len(frame) for name, frame in package.frames.items()}
    typer.echo(
        f"{counts['studies']} studies, {sum(counts.values())} rows in {len(counts)} tables; {len(changed)} file(s) written; {len(package.warnings)} warning(s) flagged"
    )


def _records(given: list[Path] | None) -> list[Path]:
    """The records named, else all of seeds/."""
    if given:
        return list(given)
    folder = _seeds_of(Path("seeds/x"))
    return sorted([*(folder / "studies").glob("*.yaml"), *(folder / "reviews").glob("*.yaml")])


@app.command(epilog="Example: nen-evidence verify seeds/studies/zilembo-1993-salvage.yaml --texts texts")
def verify(
    records: Annotated[list[Path] | None, typer.Argument(help="Records to verify; none: all.")] = None,
    texts: Annotated[Path, typer.Option(help="Folder with a text <source_id>.txt for each source.")] = Path("texts"),
    fetch: Annotated[bool, typer.Option("--fetch", help="Get abstracts by PMID from Europe PMC or NCBI E-utilities.")] = False,
    cache: Annotated[Path, typer.Option(help="Where fetched abstracts are kept.")] = Path(".cache/abstracts"),
) -> None:
    """Check again that each figure stands in its source where it was found."""
    from .anchors import verify as verifying

    if fetch:
        from .anchors.fetch import Fetcher

        get: Callable[[Record, str], SourceText | str] = Fetcher(cache).text
    else:
        if not texts.is_dir():
            _fail([], f"{texts}: no such folder; give --texts, or --fetch")
        get = verifying.from_folder(texts)
    paths = _records(records)
    result = verifying.verify(paths, _seeds_of(paths[0]) if paths else Path("seeds"), get)
    for verdict in result.verdicts:
        if verdict.status == verifying.MISSING:
            anchor_ = verdict.anchor
            typer.echo(
                f"missing: {anchor_.row_id}: {', '.join(f'{name} {number}' for name, number in zip(anchor_.fields, anchor_.numbers, strict=False))} in {anchor_.source_id}",
                err=True,
            )
    for source, why in sorted(result.unavailable.items()):
        typer.echo(f"no text: {source}: {why}", err=True)
    counts = result.counts
    typer.echo(
        f"{len(result.verdicts)} anchors: {counts['exact']} exact, {counts['found']} found, {counts['missing']} missing, {counts['no_text']} without a text"
    )
    if counts["missing"]:
        raise typer.Exit(1)


@app.command(epilog="Example: nen-evidence agree seeds/studies/zilembo-1993-salvage.yaml --skeleton")
def agree(
    records: Annotated[list[Path] | None, typer.Argument(help="First readings; none: all that have a second one.")] = None,
    skeleton: Annotated[
        bool, typer.Option("--skeleton", help="Print the frame for a blind second reader: arms and subgroups, no figures.")
    ] = False,
) -> None:
    """Compare two blind readings of a study, field by field."""
    from .contract import reader_agreement
    from .record import read_record, skeleton_of
    from .record.model import Study
    from .record.seeds import read_seeds

    paths = [path for path in _records(records) if path.parent.name != "reviews"]
    folder = _seeds_of(paths[0]) if paths else Path("seeds")
    if skeleton:
        for path in paths:
            record = read_seeds(folder, only=[path]).studies[0]
            assert isinstance(record.content, Study)
            typer.echo(skeleton_of(record.content))
        return
    total = agreed = 0
    differences = []
    for path in paths:
        second_path = folder / "second" / path.name
        if not second_path.exists():
            continue
        seeds = read_seeds(folder, only=[path])
        second = read_record(second_path, seeds.vocabulary)
        counts, found = reader_agreement.compare(seeds, seeds.studies[0], second)
        differences += found
        for (_table, _name), count in sorted(counts.items()):
            total += count.compared + count.only_first + count.only_second
            agreed += count.agree
    for item in differences:
        typer.echo(f"{item.table}: {item.row_id}: {item.field}: first {item.first or 'absent'}, second {item.second or 'absent'}")
    typer.echo(f"{agreed} of {total} values agree; {len(differences)} difference(s) not settled")
    if differences:
        raise typer.Exit(1)


@app.command(epilog="Example: nen-evidence cite --format apa --table response_outcomes --where study_id=zilembo-1993-salvage")
def cite(
    format_: Annotated[str, typer.Option("--format", help="bibtex, ris, apa or csl-json.")] = "bibtex",
    table: Annotated[
        str | None, typer.Option(help="Cite the reports behind rows of this table; none: this version of the dataset.")
    ] = None,
    where: Annotated[list[str] | None, typer.Option(help="Rows of the table, as column=value; may be given again.")] = None,
) -> None:
    """Cite this version of the dataset, or the primary studies behind rows."""
    from .access import cite as citing
    from .access import load

    try:
        rows = load(table) if table else None
        for condition in where or ():
            name, _, value = condition.partition("=")
            if rows is None or name not in rows:
                _fail([], f"--where {condition}: " + ("give --table" if rows is None else f"no column '{name}' in {table}"))
                return
            rows = rows[rows[name].astype("string") == value]
        if rows is not None and rows.empty:
            _fail([], f"no row of {table} is like that")
        typer.echo(citing.cite(rows, format_), nl=False)
    except (KeyError, ValueError) as error:
        _fail([], str(error.args[0]))


@app.command(epilog="Example: nen-evidence diff nen-evidence-0.1.0.zip . --format html --output diff.html")
def diff(
    before: Annotated[Path, typer.Argument(help="A package: a folder with datapackage.json, or a zip of one.")],
    after: Annotated[Path, typer.Argument(help="The package to compare with it.")],
    format_: Annotated[str, typer.Option("--format", help="text, json or html.")] = "text",
    output: Annotated[Path | None, typer.Option(help="A file for the whole difference.")] = None,
) -> None:
    """Show what changed between two packages: rows added, removed, changed cell by cell, by study."""
    from .publish import difference

    if format_ not in difference.FORMATS:
        _fail([], f"no format '{format_}'; the formats are: {', '.join(difference.FORMATS)}")
    try:
        found = difference.compare(difference.read(before), difference.read(after))
    except (OSError, ValueError) as error:
        _fail([], str(error))
        return
    if output:
        output.write_text(difference.FORMATS[format_](found), encoding="utf-8")
        typer.echo(f"{output}: {found.summary}")
    else:
        typer.echo(difference.FORMATS[format_](found), nl=False)


@app.command(epilog="Example: nen-evidence release 0.1.0")
def release(
    version: Annotated[str, typer.Argument(help="The version to release, as publish/about.py and the changelog have it.")],
    root: Annotated[Path | None, typer.Option(help="The checkout; none: the one you stand in.")] = None,
    against: Annotated[Path | None, typer.Option(help="The last release as a folder or zip, where git does not have it.")] = None,
) -> None:
    """Check a version, compare it with the last release, and write its archive with checksums."""
    from . import publish
    from .publish import difference
    from .publish.release import prepare
    from .record.seeds import read_seeds

    base = root or places.root()
    if base is None:
        _fail([], "no checkout here: a folder with seeds/vocabulary is needed")
        return
    package = publish.compile_package(base / "seeds")
    made = prepare(base, version, package.contents, read_seeds(base / "seeds"), publish.differences(base, package), against)
    if made.changed is not None:
        typer.echo(difference.as_text(made.changed, cells=60))
    if made.problems:
        for problem in made.problems:
            typer.echo(problem, err=True)
        _fail([], f"{len(made.problems)} problem(s); nothing was written")
    typer.echo(
        f"{version}: {sum(made.counts.values())} rows in {len(made.counts)} tables; written: {', '.join(shown(path) for path in made.files)}"
    )


@app.command(epilog="Example: nen-evidence form study.xlsx")
def form(path: Annotated[Path, typer.Argument(help="The spreadsheet to write.")]) -> None:
    """Write an empty spreadsheet form for one study."""
    from .drafting import form as forms

    if path.exists():
        _fail([], f"{path}: exists already")
    forms.write(path, places.vocabulary())
    typer.echo(f"{path}: fill it in, then: nen-evidence import {path}")


@app.command("import", epilog="Example: nen-evidence import study.xlsx --to seeds/studies")
def import_(
    path: Annotated[Path, typer.Argument(help="A form that was filled in.")],
    to: Annotated[Path, typer.Option(help="Folder for the record.")] = Path("seeds/studies"),
) -> None:
    """Read a filled form into a record; anything wrong is named by sheet and cell, and nothing is written."""
    from .drafting import form as forms

    try:
        written = forms.read(path, places.vocabulary(), to)
    except ProblemsFound as error:
        _fail(error.problems, f"{len(error.problems)} problem(s); no record was written")
        return
    typer.echo(f"{shown(written)}: written; next: nen-evidence check {shown(written)}")


class _Tool(StrEnum):
    """Whose columns to write."""

    metafor = "metafor"
    meta = "meta"
    netmeta = "netmeta"
    multinma = "multinma"
    revman = "revman"
    pymare = "pymare"


@app.command(epilog="Example: nen-evidence export --for metafor --outcome objective_response --treatment-class prrt_beta --out effects.csv")
def export(
    tool: Annotated[_Tool | None, typer.Option("--for", help="Whose columns to write.")] = None,
    outcome: Annotated[str | None, typer.Option(help="Outcome or endpoint: objective_response, pfs, ...")] = None,
    out: Annotated[Path | None, typer.Option(help="The CSV to write.")] = None,
    measure: Annotated[
        str | None, typer.Option(help="PLO, PR, PFT, log_hr, log_or, log_rr or rd; none: PLO of a proportion, else log_hr.")
    ] = None,
    regimen: Annotated[str | None, typer.Option(help="A regimen.")] = None,
    drug: Annotated[str | None, typer.Option(help="A drug in the regimen.")] = None,
    treatment_class: Annotated[str | None, typer.Option(help="A class of treatment.")] = None,
    comparator: Annotated[str | None, typer.Option(help="Regimen, drug or class compared with.")] = None,
    site: Annotated[str | None, typer.Option(help="Primary site: arms wholly of it, then subgroups of it.")] = None,
    design: Annotated[str | None, typer.Option(help="Design of the study.")] = None,
    line: Annotated[str | None, typer.Option(help="Line of treatment.")] = None,
    criteria: Annotated[str | None, typer.Option(help="Response criteria.")] = None,
    assessor: Annotated[str | None, typer.Option(help="central or investigator.")] = None,
    denominators: Annotated[str, typer.Option(help="printed, or arm to admit those taken from the arm.")] = "printed",
    sqlite: Annotated[Path | None, typer.Option(help="Write the whole dataset as an SQLite database.")] = None,
    excel: Annotated[Path | None, typer.Option(help="Write the whole dataset as a workbook.")] = None,
) -> None:
    """Write effects for another tool, each patient once, or the whole dataset as one file."""
    from .analysis import effects as choosing
    from .analysis import exports

    for file, write in ((sqlite, exports.sqlite), (excel, exports.excel)):
        if file is not None:
            typer.echo(f"{file}: {write(file)} tables and the codebook")
    if tool is None and (sqlite or excel):
        return
    if tool is None or outcome is None or out is None:
        _fail([], "give --for, --outcome and --out; or --sqlite or --excel")
        return
    asked: dict[str, Any] = {
        "measure": measure, "regimen": regimen, "drug": drug, "treatment_class": treatment_class, "comparator": comparator, "site": site, "design": design,
        "line": line, "criteria": criteria, "assessor": assessor, "denominators": denominators,
    }  # fmt: skip
    if tool in (_Tool.netmeta, _Tool.multinma):
        asked |= {"independent": "network", "design": design or "randomized"}
    try:
        chosen = choosing.effects(outcome, **asked)
        frame = exports.export(chosen, tool.value)
    except ValueError as error:
        _fail([], str(error))
        return
    exports.write(frame, out)
    typer.echo(chosen.summary(), err=True)
    typer.echo(f"{out}: {len(frame)} rows for {tool.value}")


@app.command(epilog="Example: nen-evidence draft --text texts/zilembo-1993.txt --out seeds/studies/zilembo-1993-new.yaml")
def draft(
    pubmed: Annotated[str | None, typer.Option(help="A file of PubMed XML, or a PMID to fetch.")] = None,
    ctgov: Annotated[str | None, typer.Option(help="A file of ClinicalTrials.gov JSON (API v2), or an NCT number to fetch.")] = None,
    text: Annotated[Path | None, typer.Option(help="The text of a report.")] = None,
    finish: Annotated[Path | None, typer.Option(help="A draft that you have read: take out the source's sentences.")] = None,
    out: Annotated[Path | None, typer.Option(help="The record to write; none: print it.")] = None,
    texts: Annotated[Path | None, typer.Option(help="With --pubmed: the folder to keep the abstract in, to anchor in.")] = None,
    cache: Annotated[Path, typer.Option(help="Where fetched records are kept.")] = Path(".cache/drafts"),
) -> None:
    """Draft a record from a report, for a reader to check; nothing drafted counts as curated."""
    from . import drafting
    from .vocabulary import load

    if sum(given is not None for given in (pubmed, ctgov, text, finish)) != 1:
        _fail([], "give one of --pubmed, --ctgov, --text, --finish")
    try:
        if finish is not None:
            drafting.finish_file(finish)
            typer.echo(f"{shown(finish)}: the source's sentences are out; check and anchor it now")
            return
        made = drafting.make(load(places.vocabulary()), drafting.Services(cache), pubmed, ctgov, text, out, texts)
    except ProblemsFound as error:
        _fail(error.problems, "no draft was made")
        return
    typer.echo(made, nl=out is not None)


@app.command(epilog="Example: nen-evidence explore --out site --open")
def explore(
    out: Annotated[Path, typer.Option(help="Folder for the site.")] = Path("site"),
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Write a site to filter and read the studies: plain files, no server and no network needed."""
    from . import explorer

    try:
        count = explorer.write(out)
    except (FileExistsError, FileNotFoundError) as error:
        _fail([], str(error))
        return
    typer.echo(f"{out}: {count} files; open {out / 'index.html'}")
    if open_:
        typer.launch(str((out / "index.html").resolve()))


def main() -> None:
    """Entry point of the ``nen-evidence`` command."""
    try:
        app()
    except ProblemsFound as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        sys.exit(1)
