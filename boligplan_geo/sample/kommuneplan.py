"""The purposes of the invented kommuneplan: they tile the municipality, sea included."""

from __future__ import annotations

import pandas as pd
import shapely
from shapely import Polygon, box
from shapely.geometry.base import BaseGeometry

from boligplan_geo.sample.gml import PlanFeature
from boligplan_geo.sample.place import CRS, Place
from boligplan_geo.sample.tiling import snap, tile
from boligplan_geo.sample.truth_builder import KPA, TruthField

__all__ = ["CRS", "kommuneplan", "municipality_outline", "zone_name"]

IN_FORCE = "2019-06-20"
EXISTING, FUTURE, FURTHER = 1, 2, 3

# Purpose and letter of the zone name by use of a block; the letter makes names such as BV01
PURPOSE_BY_USE = {
    "villa": (1110, "BV"),
    "row": (1110, "BR"),
    "block": (1110, "BB"),
    "centre": (1130, "S"),
    "shop": (1150, "F"),
    "school": (1160, "T"),
    "kindergarten": (1160, "T"),
    "health": (1160, "T"),
    "industry": (1300, "N"),
    "quay": (2040, "H"),
    "farm": (5100, "L"),
    "forest": (5100, "L"),
    "cemetery": (1700, "GU"),
    "park": (3040, "FR"),
    "common": (3001, "G"),
    "road": (2010, "V"),
}
FURTHER_REACH_M = 450.0  # villas as near as this to a centre are for further development
SCATTERED_SIZE_M = 700.0
FUTURE_DEPTH_M, FUTURE_LEAST_M2 = 110.0, 4000.0


def zone_name(use_code: str, district_id: str, *, is_vacant: bool) -> str:
    """Name of the zone that blocks of one use in one district share, such as ``BV01``.

    Examples
    --------
    >>> zone_name("villa", "01", is_vacant=False), zone_name("row", "02", is_vacant=True)
    ('BV01', 'BR02-F')
    """
    return f"{PURPOSE_BY_USE[use_code][1]}{district_id}" + ("-F" if is_vacant else "")


def municipality_outline(place: Place) -> Polygon:
    """The municipality with its sea: the rectangle of its terrain model."""
    grid = place.terrain
    rows, columns = grid.values.shape
    return box(
        grid.left, grid.top - rows * grid.cell_m, grid.left + columns * grid.cell_m, grid.top
    )


def kommuneplan(place: Place, truth: TruthField) -> list[PlanFeature]:
    """The plan object and its purposes.

    Parameters
    ----------
    place : Place
    truth : TruthField
        Its purposes come first: they fill its outline.

    Returns
    -------
    list of PlanFeature
        ``KpOmråde``, then ``KpArealformålOmråde`` that tile `municipality_outline`.
    """
    outline = municipality_outline(place)
    plan = PlanFeature(
        "KpOmråde", KPA, KPA, outline,
        {
            "plantype": 20, "planstatus": 3, "planbestemmelse": 4, "lovreferanse": 6,
            "ikrafttredelsesdato": IN_FORCE, "vedtakEndeligPlanDato": IN_FORCE,
            "plannavn": "Kommuneplanens arealdel for Sundøy 2019–2031 (oppdiktet)",
        },
    )  # fmt: skip
    given = [f for f in truth.plan_features["Kommuneplan"] if f.kind == "KpArealformålOmråde"]
    layers = [(f.geometry, dict(f.properties)) for f in given]
    layers += [(shape, _purpose(1110, name, FUTURE)) for name, shape in future_areas(place).items()]
    layers += _block_layers(place) + _other_layers(place)
    rest = {"arealformål": 6001, "arealbruksstatus": EXISTING, "områdenavn": "VHAV"}
    areas = []
    for number, (index, piece) in enumerate(tile(outline, [shape for shape, _ in layers]), 1):
        properties = rest if index < 0 else layers[index][1]
        local_id = f"{KPA}.areal.{number:04d}"
        areas.append(PlanFeature("KpArealformålOmråde", local_id, KPA, piece, properties))
    return [plan, *areas]


def future_areas(place: Place) -> dict[str, Polygon]:
    """Forest behind the houses that the plan opens for housing (arealreserve), by zone name.

    Every second district has one; its name is ``BF`` and the district, such as ``BF02``.
    """
    found = {}
    blocks = place.blocks.sort_index()
    centres = centre_points(place)
    reserve = place.reserve.buffer(60)
    for district_id in centres.index[1::2]:
        mine = blocks[blocks["district_id"] == district_id]
        is_home = mine["use_code"].isin(["villa", "row", "block"])
        near = shapely.union_all(mine.geometry[is_home].buffer(FUTURE_DEPTH_M).to_numpy())
        forests = mine.geometry[mine["use_code"].isin(["forest", "farm"])]
        distance = forests.distance(centres[district_id]).round(3).sort_values(kind="stable")
        shapes = [forests[b].intersection(near).difference(reserve) for b in distance.index[:2]]
        parts = shapely.get_parts(snap(shapely.union_all(shapes)))
        large = [p for p in parts if p.geom_type == "Polygon" and p.area >= FUTURE_LEAST_M2]
        if large:
            found[f"BF{district_id}"] = max(large, key=lambda p: p.area)
    return found


def _block_layers(place: Place) -> list[tuple[BaseGeometry, dict[str, object]]]:
    """One layer a block: its use decides the purpose, its vacancy the status."""
    blocks = place.blocks.sort_index()
    near = _centres(place).distance
    centre_distance = blocks.geometry.apply(near)
    nearest_industry = centre_distance[blocks["use_code"] == "industry"].min()
    layers = []
    for block, distance in zip(blocks.itertuples(), centre_distance, strict=True):
        code, _ = PURPOSE_BY_USE[block.use_code]
        is_vacant = bool(block.is_vacant)
        name = zone_name(block.use_code, block.district_id, is_vacant=is_vacant)
        status = FUTURE if is_vacant else EXISTING
        if block.use_code == "industry" and distance == nearest_industry:
            # the industry nearest to a centre is planned for mixed use
            code, name, status = 1800, f"K{block.district_id}", FURTHER
        elif block.use_code == "villa" and not is_vacant and distance < FURTHER_REACH_M:
            status = FURTHER
        properties: dict[str, object] = {
            "arealformål": code,
            "arealbruksstatus": EXISTING if code in (5100, 2010) else status,
            "områdenavn": name,
        }
        if block.use_code == "villa" and not is_vacant:
            properties["utnytting"] = [(16, 30, None)]
        elif code == 1130:
            properties["utnytting"] = [(18, 180, 80)]
        layers.append((block.geometry, properties))
    return layers


def _other_layers(place: Place) -> list[tuple[BaseGeometry, dict[str, object]]]:
    """Streets, scattered housing on a farm's land, small-boat and harbour sea, other land."""
    land = shapely.union_all(place.land.geometry.to_numpy())
    streets = place.streets.geometry.buffer(
        place.streets["width_m"].astype(float) / 2 + 2.0, cap_style="flat"
    )
    roads = shapely.union_all(streets.to_numpy(), grid_size=0.001).intersection(land)
    sea = municipality_outline(place).difference(land)
    quays = place.blocks[place.blocks["use_code"] == "quay"].geometry
    layers: list[tuple[BaseGeometry, dict[str, object]]] = [
        (roads, _purpose(2010, "V")),
    ]
    farms = place.blocks[place.blocks["use_code"] == "farm"].sort_index().geometry
    if len(farms):
        x, y = farms.iloc[0].representative_point().coords[0]
        half = SCATTERED_SIZE_M / 2
        square = box(x - half, y - half, x + half, y + half)
        layers.append((square.intersection(land), _purpose(5210, "LS1")))
    harbours = [q.buffer(120).intersection(sea) for q in quays]
    layers += [(h, _purpose(6220, "HS")) for h in harbours if not h.is_empty]
    shore = place.districts.sort_index().iloc[-1]
    centre = shapely.Point(shore.centre_easting_m, shore.centre_northing_m)
    _, water = shapely.get_coordinates(shapely.shortest_line(centre, sea))
    marina = shapely.Point(water).buffer(75).intersection(sea)
    layers.append((marina, _purpose(6230, "SBH1", FUTURE)))
    layers.append((land, _purpose(5100, "LNFR")))
    return layers


def _purpose(code: int, name: str, status: int = EXISTING) -> dict[str, object]:
    return {"arealformål": code, "arealbruksstatus": status, "områdenavn": name}


def _centres(place: Place) -> BaseGeometry:
    table = place.districts
    points = shapely.points(table["centre_easting_m"], table["centre_northing_m"])
    return shapely.multipoints(points)


def centre_points(place: Place) -> pd.Series:
    """Centre of each district as a point; index ``district_id``."""
    table = place.districts.sort_index()
    points = shapely.points(table["centre_easting_m"], table["centre_northing_m"])
    return pd.Series(list(points), index=table.index)
