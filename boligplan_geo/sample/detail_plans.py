"""Invented reguleringsplaner: pbl 1985 (1991), under zone 910 (2012), the newest (2022), a private
one older than ten years, a proposal, and one of deferred effect."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import shapely
from shapely import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from boligplan_geo.sample.gml import PlanFeature
from boligplan_geo.sample.place import Place
from boligplan_geo.sample.plan_zones import CLEAR_M, blocks_of
from boligplan_geo.sample.tiling import snap, tile

OLD, UPHELD, NEW = "1991-003", "2012-007", "2022-011"
PRIVATE, PROPOSED, DEFERRED = "2010-004", "2025-003", "2024-015"
PUBLIC_PROPOSER, PRIVATE_PROPOSER = 1, 2  # as kommune.toml explains them


@dataclass(frozen=True)
class Setting:
    """What a plan says of itself; `rest_code` is the purpose of what its fields leave."""

    name: str
    plan_type: int
    law: int
    date: str | None
    rest_code: int
    status: int = 3
    proposer: int | None = PUBLIC_PROPOSER

    @property
    def kind(self) -> str:
        """Feature type of its purposes."""
        return "RbFormålOmråde" if self.law < 6 else "RpArealformålOmråde"


SETTINGS = {
    OLD: Setting("Øvre Lia", 30, 4, "1991-10-03", 310, proposer=None),
    UPHELD: Setting("Rekkehusene i Bakken", 35, 6, "2012-04-26", 2011),
    NEW: Setting("Torgkvartalene", 35, 6, "2022-09-15", 2011),
    PRIVATE: Setting("Tenkåsen", 35, 6, "2010-11-18", 2011, proposer=PRIVATE_PROPOSER),
    PROPOSED: Setting("Framsynstunet", 35, 6, None, 2011, status=2, proposer=PRIVATE_PROPOSER),
    DEFERRED: Setting("Utsiktshagen", 35, 6, "2024-12-12", 2011, status=6),
}
FIELD_BUDGET_M2 = 6000  # BRA of the field BBB2 under one, by map and by provision
STRIP_M = 7.0  # from the blocks to the plan's boundary: half the street

Figures = list[tuple[int, int | None, int | None]]
Area = tuple[int, str, Figures, BaseGeometry]


@dataclass(frozen=True, eq=False)
class DetailPlans:
    """Features of the plans, and the extents that the kommuneplan upholds by zone 910."""

    features: list[PlanFeature] = field(default_factory=list)
    extents: list[Polygon] = field(default_factory=list)


def detail_plans(place: Place) -> DetailPlans:
    """Lay the plans over blocks of the place.

    Parameters
    ----------
    place : Place

    Returns
    -------
    DetailPlans
        A plan whose kind of block the place lacks is left out.
    """
    makers: dict[str, tuple[Callable[[int, Polygon], list[Area]], tuple[str, ...], int]] = {
        OLD: (_old_areas, ("villa",), 3),
        UPHELD: (_upheld_areas, ("row",), 2),
        NEW: (_new_areas, ("block", "centre"), 3),
        PRIVATE: (_row_areas, ("villa",), 1),
        PROPOSED: (_block_areas, ("villa",), 2),
        DEFERRED: (_row_areas, ("villa",), 1),
    }
    result = DetailPlans()
    taken: list[BaseGeometry] = [place.reserve.buffer(CLEAR_M)]
    for plan_id, (areas_of, uses, count) in makers.items():
        blocks = _group(blocks_of(place, *uses), count, farthest=plan_id == OLD, taken=taken)
        if not blocks:
            continue
        layers = [area for number, b in enumerate(blocks, 1) for area in areas_of(number, b)]
        extent = _extent(blocks)
        taken.append(extent)
        result.features.extend(_plan(plan_id, extent, layers))
        if plan_id == UPHELD:
            result.extents.append(extent)
        if plan_id == NEW:
            result.features.extend([_kote_line(blocks[0]), _ridge_line(blocks[-1])])
    return result


def _group(
    blocks: Sequence[Polygon], count: int, *, farthest: bool, taken: Sequence[BaseGeometry]
) -> list[Polygon]:
    """A block far from (or near) its centre and those nearest to it, clear of other plans."""
    free = [b for b in blocks if not any(b.buffer(2 * STRIP_M).intersects(t) for t in taken)]
    if not free:
        return []
    first = free[len(free) * 2 // 3] if farthest else free[0]
    return sorted(free, key=lambda b: (b.distance(first), b.bounds))[:count]


def _extent(blocks: Sequence[Polygon]) -> Polygon:
    """One polygon around the blocks and the streets between them."""
    reach = 0.5 * max((a.distance(b) for a in blocks for b in blocks), default=0) + STRIP_M
    joined = shapely.union_all([b.buffer(reach + 1, join_style="mitre") for b in blocks])
    shrunk = joined.buffer(STRIP_M - reach - 1, join_style="mitre")
    parts = shapely.get_parts(snap(shrunk))
    whole = max(parts, key=lambda p: p.area)
    return Polygon(whole.exterior)


def _plan(plan_id: str, extent: Polygon, layers: Sequence[Area]) -> list[PlanFeature]:
    setting = SETTINGS[plan_id]
    kind = setting.kind
    features = [
        PlanFeature(
            "RpOmråde", plan_id, plan_id, extent,
            {
                "plantype": setting.plan_type, "planstatus": setting.status,
                "plannavn": f"{setting.name} (oppdiktet)", "planbestemmelse": 4,
                "lovreferanse": setting.law, "ikrafttredelsesdato": setting.date,
                "vedtakEndeligPlanDato": setting.date, "forslagsstillerType": setting.proposer,
            },
        )
    ]  # fmt: skip
    element = "reguleringsformål" if kind == "RbFormålOmråde" else "arealformål"
    for number, (index, piece) in enumerate(tile(extent, [a[3] for a in layers]), start=1):
        code, zone, figures = layers[index][:3] if index >= 0 else (setting.rest_code, "", [])
        values: dict[str, object] = {element: code}
        values |= {"feltbetegnelse": zone} if zone else {}
        values |= {"utnytting": figures} if figures else {}
        local_id = f"{plan_id}.{number:03d}"
        features.append(PlanFeature(kind, local_id, plan_id, piece, values))
    return features


def _old_areas(number: int, block: Polygon) -> list[Area]:
    """Small houses of 1991: BYA-87 (type 1), tomteutnyttelse (3), then U-grad by provision only."""
    cases: tuple[Figures, ...] = ([(1, 25, None)], [(3, 35, None)], [])
    figures = cases[(number - 1) % 3]
    return [(111, f"B{number}", figures, block)]


def _upheld_areas(number: int, block: Polygon) -> list[Area]:
    """Row houses of 2012 with a playground in the corner."""
    x_min, y_min, *_ = block.bounds
    corner = box(x_min, y_min, x_min + 25, y_min + 25).intersection(block)
    return [
        (1610, f"f_LEK{number}", [], corner),
        (1112, f"BKS{number}", [(16, 45, None)], block),
    ]


def _row_areas(number: int, block: Polygon) -> list[Area]:
    """Row houses where gardens are today."""
    return [(1112, f"BKS{number}", [(16, 40, None)], block)]


def _block_areas(number: int, block: Polygon) -> list[Area]:
    """Blocks where gardens are today."""
    return [(1113, f"BBB{number}", [(18, 140, 80)], block)]


def _new_areas(number: int, block: Polygon) -> list[Area]:
    """The newest plan: types 15 to 18, two figures at once, a field's own budget, a park."""
    x_min, y_min, x_max, y_max = block.bounds
    middle = (x_min + x_max) / 2
    west, east = (
        box(x_min, y_min, middle, y_max).intersection(block),
        box(middle, y_min, x_max, y_max).intersection(block),
    )
    cases: list[list[Area]] = [
        [
            (1113, "BBB1", [(16, 45, 25), (17, 6500, None)], west),
            (1113, "BBB2", [(17, FIELD_BUDGET_M2, None)], east),
        ],
        [(1802, "BKB1", [(18, 160, 90)], west), (3050, "o_PARK1", [], east)],
        [
            (1112, "BKS1", [(15, int(block.area * 0.15 // 10 * 10), None)], west),
            (1130, "BS1", [(18, 200, None)], east),
        ],
    ]
    return cases[(number - 1) % 3]


def _kote_line(block: Polygon) -> PlanFeature:
    """Regulated eaves height along the western side of a block, as kote."""
    x_min, y_min, _, y_max = block.bounds
    line = LineString([(x_min + 6, y_min + 6), (x_min + 6, y_max - 6)])
    height = {"regulerthøyde": 34.5, "typeHøyde": "GH", "høydereferansesystem": "NN2000"}
    return _height("001", line, height)


def _ridge_line(block: Polygon) -> PlanFeature:
    """Regulated ridge height along the middle of a block, from the terrain."""
    x_min, y_min, x_max, y_max = block.bounds
    middle = (y_min + y_max) / 2
    line = LineString([(x_min + 6, middle), ((x_min + x_max) / 2 - 6, middle)])
    height = {"regulerthøyde": 11.0, "typeHøyde": "MH", "terrengreferanse": "gjennomsnittlig"}
    return _height("002", line, height)


def _height(number: str, line: LineString, height: dict[str, object]) -> PlanFeature:
    local_id = f"{NEW}.hoyde.{number}"
    values = {"høydefraplanbestemmelse": height}
    return PlanFeature("RpRegulertHøyde", local_id, NEW, snap(line), values)
