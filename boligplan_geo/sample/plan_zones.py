"""Hensynssoner of every group, bestemmelsesområder and lines of the invented kommuneplan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import geopandas as gpd
import numpy as np
import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from boligplan_geo.sample.gml import PlanFeature
from boligplan_geo.sample.kommuneplan import centre_points, future_areas, municipality_outline
from boligplan_geo.sample.place import Place
from boligplan_geo.sample.tiling import snap
from boligplan_geo.sample.truth_builder import KPA

CLEAR_M = 60.0  # no zone comes nearer to the test field
DENSIFICATION, PARKING_ZONE, NOISE_DEVIATION, BANNED = "#1", "#2", "#3", "#4"
AIRPORT_KOTE = 55  # of the lowest surface around the airstrip [m above NN2000]
# One row a group: feature type and the element that carries its code
GROUPS = {
    "sikring": ("KpSikringSone", "sikring"),
    "støy": ("KpStøySone", "støy"),
    "fare": ("KpFareSone", "fare"),
    "infrastruktur": ("KpInfrastrukturSone", "infrastruktur"),
    "angittHensyn": ("KpAngittHensynSone", "angittHensyn"),
    "båndlegging": ("KpBåndleggingSone", "båndlegging"),
    "gjennomføring": ("KpGjennomføringSone", "gjennomføring"),
    "detaljering": ("KpDetaljeringSone", "detaljering"),
}

Zone = tuple[str, int, BaseGeometry, str]


def zones_and_lines(place: Place, upheld: Sequence[Polygon]) -> list[PlanFeature]:
    """Zones, areas of provisions, building line of the kommuneplan.

    Parameters
    ----------
    place : Place
    upheld : sequence of Polygon
        Extents of older reguleringsplaner that the kommuneplan wants to go on (zone 910).

    Returns
    -------
    list of PlanFeature
        None of them within `CLEAR_M` of the test field.
    """
    features: list[PlanFeature] = []
    reserve = place.reserve.buffer(CLEAR_M)
    zones = [*_zones(place), *(("detaljering", 910, e, "") for e in upheld)]
    for group, code, shape, text in zones:
        kind, element = GROUPS[group]
        for piece in polygons(shape.difference(reserve)):
            number = len(features) + 1
            values: dict[str, object] = {element: code, "hensynSonenavn": f"H{code}_{number}"}
            values |= {"beskrivelse": text} if text else {}
            values |= {"arealbruksstatus": 1} if group == "båndlegging" else {}
            local_id = f"{KPA}.sone.{number:03d}"
            features.append(PlanFeature(kind, local_id, KPA, piece, values))
    for name, kind_text, shape in _provision_areas(place):
        for piece in polygons(shape.difference(reserve)):
            local_id = f"{KPA}.bestemmelse.{len(features) + 1:03d}"
            values = {"bestemmelseOmrådeNavn": name, "type": kind_text}
            features.append(PlanFeature("KpBestemmelseOmråde", local_id, KPA, piece, values))
    for line in _building_lines(place):
        local_id = f"{KPA}.linje.{len(features) + 1:03d}"
        features.append(
            PlanFeature("KpJuridiskLinje", local_id, KPA, line, {"juridisklinje": 1111})
        )
    return features


def polygons(shape: BaseGeometry, *, least_m2: float = 25.0) -> list[Polygon]:
    """The polygons of a shape that are large enough to be drawn, ordered by place.

    Examples
    --------
    >>> from shapely import MultiPolygon, box
    >>> [p.area for p in polygons(MultiPolygon([box(9, 0, 19, 10), box(0, 0, 1, 1)]))]
    [100.0]
    """
    parts = shapely.get_parts(snap(shape))
    kept = [p for p in parts if p.geom_type == "Polygon" and p.area >= least_m2]
    return sorted(kept, key=lambda p: p.bounds)


def blocks_of(place: Place, *use_codes: str, is_vacant: bool | None = None) -> gpd.GeoSeries:
    """Blocks of some uses, nearest to their district's centre first; index ``block_id``."""
    table = place.blocks[place.blocks["use_code"].isin(use_codes)].sort_index()
    if is_vacant is not None:
        table = table[table["is_vacant"].astype(bool) == is_vacant]
    mine = centre_points(place).reindex(table["district_id"]).to_numpy()
    distance = shapely.distance(table.geometry.to_numpy(), mine)
    order = np.argsort(distance.round(3), kind="stable")
    return table.geometry.iloc[order]


def _zones(place: Place) -> Iterator[Zone]:
    """One or two zones of each group but detaljering, from what stands and lies there."""
    land = shapely.union_all(place.land.geometry.to_numpy())
    wild = list(blocks_of(place, "forest", "farm"))
    far = wild[-1].representative_point() if wild else land.representative_point()
    main = _main_streets(place)
    yield "sikring", 110, far.buffer(420).intersection(land), "Nedslagsfelt (oppdiktet)"
    yield "sikring", 190, main.buffer(6, cap_style="flat"), "Trasé for ledninger (oppdiktet)"
    surface = f"Hinderflate for lufthavn, kote {AIRPORT_KOTE} (oppdiktet)"
    yield "sikring", 190, ellipse(runway(place), 1300, 380).intersection(land), surface
    yield "støy", 210, main.buffer(14, cap_style="flat"), ""
    yield "støy", 220, main.buffer(45, cap_style="flat"), ""
    for steep in _steep_ground(place):
        yield "fare", 310, steep, "Bratt terreng, ikke utredet (oppdiktet)"
    yield "fare", 320, _low_shore(place, land), "Stormflo og flom (oppdiktet)"
    for area in list(future_areas(place).values())[:2]:
        yield "infrastruktur", 430, area.buffer(4), "Skolekapasitet (oppdiktet)"
    for block in list(blocks_of(place, "villa", is_vacant=False))[2:4]:
        yield "gjennomføring", 810, block.buffer(1), "Felles planlegging"
    for block in list(blocks_of(place, "farm"))[:1]:
        yield "angittHensyn", 510, block, "Jordbruk"
    yield "angittHensyn", 530, far.buffer(700).intersection(land), "Friluftsliv"
    centre = centre_points(place).iloc[0]
    yield "angittHensyn", 570, centre.buffer(110), "Gammel trehusby (oppdiktet)"
    yield "båndlegging", 720, far.buffer(180).intersection(land), "Naturvern"
    for block in list(blocks_of(place, "cemetery"))[:1]:
        yield "båndlegging", 730, block.buffer(2), "Kulturminneloven"
    for block in list(blocks_of(place, "industry", "quay"))[:1]:
        yield "gjennomføring", 820, block.buffer(1), "Omforming"
    for block in list(blocks_of(place, "block", is_vacant=False))[:1]:
        yield "gjennomføring", 830, block.buffer(1), "Fornyelse"


def runway(place: Place) -> shapely.Point:
    """Somewhere off the outermost district's centre, towards the edge of the map."""
    centres = centre_points(place)
    outline = municipality_outline(place)
    outer = min(centres, key=lambda c: c.distance(shapely.boundary(outline)))
    return shapely.Point(outer.x + 800, outer.y + 190)


def ellipse(middle: shapely.Point, along: float, across: float) -> Polygon:
    """An ellipse along the runway, of given half axes [m]."""
    circle = shapely.Point(0, 0).buffer(1, quad_segs=24)
    scaled = shapely.transform(circle, lambda xy: xy * np.array([along, across]))
    return shapely.transform(scaled, lambda xy: xy + np.array([middle.x, middle.y]))


def _provision_areas(place: Place) -> Iterator[tuple[str, str, BaseGeometry]]:
    """Densification around every centre, parking zone in town, noise deviation at centres."""
    land = shapely.union_all(place.land.geometry.to_numpy())
    centres = centre_points(place)
    levels = place.districts.sort_index()["centre_level_code"]
    dense = shapely.union_all([c.buffer(450) for c in centres]).intersection(land)
    yield DENSIFICATION, "fortettingsområde", dense
    town = shapely.union_all([c.buffer(350) for c in centres[levels == "town"]])
    yield PARKING_ZONE, "parkeringssone", town.intersection(land)
    quiet = shapely.union_all([c.buffer(160) for c in centres]).intersection(land)
    yield NOISE_DEVIATION, "avviksområde støy", quiet
    for block in list(blocks_of(place, "villa", is_vacant=False))[-6:-4]:
        yield BANNED, "bestemmelsesområde", block.buffer(1)


def _building_lines(place: Place) -> Iterator[LineString]:
    """Building line towards the sea, 25 m from the shore, where the towns are."""
    town = shapely.union_all([c.buffer(700) for c in centre_points(place)])
    land = shapely.union_all(place.land.geometry.to_numpy())
    inner = shapely.boundary(land.buffer(-25).simplify(2))
    lines = shapely.line_merge(inner.intersection(town))
    reserve = place.reserve.buffer(CLEAR_M)
    for line in shapely.get_parts(lines.difference(reserve)):
        if line.geom_type == "LineString" and line.length >= 50:
            yield snap(line)


def _main_streets(place: Place) -> BaseGeometry:
    streets = place.streets.sort_values("street_id", kind="stable")
    main = streets[streets["road_class_code"] == "F"]
    chosen = main if len(main) else streets.head(1)
    return shapely.union_all(chosen.geometry.to_numpy())


def _steep_ground(place: Place, *, least_slope: float = 0.55) -> Iterator[BaseGeometry]:
    """Where the ground is steep over 100 m: one smooth patch around each steepest place."""
    grid = place.terrain
    values = np.asarray(grid.values, dtype=float)
    step = max(1, round(50 / grid.cell_m))
    coarse = values[::step, ::step]
    rise_y, rise_x = np.gradient(coarse, step * grid.cell_m)
    slope = np.where(coarse > 1, np.hypot(rise_x, rise_y), 0)
    order = np.argsort(-slope, axis=None, kind="stable")[:400]
    rows, columns = np.unravel_index(order, slope.shape)
    enough = slope[rows, columns] >= min(least_slope, 0.8 * slope.max())
    x = grid.left + (columns[enough] * step + 0.5) * grid.cell_m
    y = grid.top - (rows[enough] * step + 0.5) * grid.cell_m
    patches = shapely.union_all(shapely.buffer(shapely.points(x, y), 55))
    yield patches.buffer(25).buffer(-25).simplify(1)


def _low_shore(place: Place, land: BaseGeometry) -> BaseGeometry:
    """A strip of 9 m along the shore of the town's district."""
    town = centre_points(place).iloc[0].buffer(900)
    return land.difference(land.buffer(-9)).intersection(town)
