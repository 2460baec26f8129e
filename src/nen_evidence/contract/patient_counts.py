"""Patient counts: how many patients of an arm have a characteristic, patient flow included."""

from __future__ import annotations

from collections.abc import Iterator

from .. import terms
from ..record.figure import Count, Figure, Share
from ..record.model import Counts, Study
from ..record.seeds import Seeds
from .base import Fact, Integer, Logical, Number, Text, column
from .row import Place, Row, joined, number, printed, slug

_SHORTHAND = ("enrolled", "assigned", "treated", "evaluable")


class PatientCounts(Fact):
    """Patients of an arm with a characteristic."""

    _key = ("count_id",)
    count_id: Text = column(
        "the row: arm, subgroup, characteristic, category, time, source",
        "key",
        example="zilembo-1993-salvage.overall.tumour_type.carcinoid",
        required=True,
        unique=True,
    )
    characteristic: Text = column("what is counted (vocabulary characteristics)", "normalized", example="tumour_type", required=True)
    category: Text = column("the category", "normalized", example="carcinoid", required=True)
    n: Integer = column("patients", "printed", example=12, ge=0)
    n_total: Integer = column("of how many, where printed", "printed", example=17, ge=0)
    percent: Number = column("percentage as printed", "printed", example=70.6, unit="%", ge=0, le=100)
    exclusive: Logical = column("categories of the characteristic cannot overlap", "normalized", example=True)
    time_months: Number = column("time after start, where it is not baseline", "normalized", example=6.0, unit="mo", ge=0)


def rows(seeds: Seeds) -> Iterator[Row]:
    """A row per category counted in each arm; the arm's enrolled, assigned, treated and evaluable are flow rows."""
    for record in seeds.studies:
        assert isinstance(record.content, Study)
        for arm_slug, arm in record.content.arms.items():
            place = Place(record, seeds.vocabulary, arm_slug)
            for name in _SHORTHAND:
                count = getattr(arm, name)
                if count is not None:
                    yield _row(place, Counts.model_construct(), "flow", name, Share(count, None), ("arms", arm_slug, name))
            for position, item in enumerate(arm.counts):
                ((characteristic, shares),) = item.shares.items()
                for category, share in shares.items():
                    yield _row(place, item, characteristic, category, share, ("arms", arm_slug, "counts", position))


def _row(place: Place, item: Counts, characteristic: str, category: str, share: Share, path: tuple[str | int, ...]) -> Row:
    named: dict[str, Figure | None] = {"n": share.n, "percent": share.percent, "n_total": item.of}
    figures = {name: figure for name, figure in named.items() if figure is not None}
    exclusive = item.exclusive
    if exclusive is None:
        exclusive = place.vocabulary["characteristics"].facts[characteristic]["exclusive"] == "yes"
    main = share.n or share.percent
    values = place.fact(item, main.relation if main else "eq") | {
        "characteristic": characteristic,
        "category": category,
        "n": share.n.whole if share.n else None,
        "n_total": item.of.whole if item.of else None,
        "percent": share.percent.value if share.percent else None,
        "exclusive": exclusive,
        "time_months": item.at.months if item.at else None,
        "printed": printed(figures),
    }
    row_id = joined(
        place.arm_id,
        item.subgroup,
        characteristic,
        slug(category),
        item.part,
        f"t{number(item.at.months)}" if item.at else None,
        place.source_part(item),
    )
    return Row(
        "patient_counts",
        row_id,
        {"count_id": row_id, **values},
        path,
        place.record,
        figures,
        {"characteristic": characteristic, "category": category},
    )


def flow(study: Study, arm_slug: str, name: str) -> Count | None:
    """The printed number of a flow category of an arm: the shorthand, else the first flow count of the whole arm."""
    assert name in terms.FLOW, name
    arm = study.arms[arm_slug]
    if name in _SHORTHAND and (count := getattr(arm, name)) is not None:
        return Count(count)
    for item in arm.counts:
        share = item.shares.get("flow", {}).get(name)
        if share is not None and share.n is not None and item.subgroup is None and item.part is None:
            return share.n
    return None
