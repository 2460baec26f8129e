"""The command line. It parses words and prints answers; the rooms do the work."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import places
from .problem import Problem, ProblemsFound, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from .anchors.text import SourceText
    from .record import Record

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
                  help="Structured evidence of treatment for neuroendocrine neoplasms.")



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
    typer.echo(f"{studies} record(s), {facts} figures' rows, {len(owed)} not anchored yet; {errors} error(s), {len(problems) - errors} warning(s)")
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
        typer.echo(f"{shown(path)}: {report.anchored} of {report.total} rows anchored" + (f"; no text for {', '.join(report.without_text)}" if report.without_text else ""))
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
    typer.echo(f"{counts['studies']} studies, {sum(counts.values())} rows in {len(counts)} tables; {len(changed)} file(s) written; {len(package.warnings)} warning(s) flagged")


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
            typer.echo(f"missing: {anchor_.row_id}: {', '.join(f'{name} {number}' for name, number in zip(anchor_.fields, anchor_.numbers, strict=False))} in {anchor_.source_id}", err=True)
    for source, why in sorted(result.unavailable.items()):
        typer.echo(f"no text: {source}: {why}", err=True)
    counts = result.counts
    typer.echo(f"{len(result.verdicts)} anchors: {counts['exact']} exact, {counts['found']} found, {counts['missing']} missing, {counts['no_text']} without a text")
    if counts["missing"]:
        raise typer.Exit(1)


@app.command(epilog="Example: nen-evidence agree seeds/studies/zilembo-1993-salvage.yaml --skeleton")
def agree(
    records: Annotated[list[Path] | None, typer.Argument(help="First readings; none: all that have a second one.")] = None,
    skeleton: Annotated[bool, typer.Option("--skeleton", help="Print the frame for a blind second reader: arms and subgroups, no figures.")] = False,
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
        typer.echo(f"{item.table}: {item.row_id}: {item.field}: first {item.first or 'nothing'}, second {item.second or 'nothing'}")
    typer.echo(f"{agreed} of {total} values agree; {len(differences)} difference(s) not settled")
    if differences:
        raise typer.Exit(1)


def main() -> None:
    """Entry point of the ``nen-evidence`` command."""
    try:
        app()
    except ProblemsFound as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        sys.exit(1)
