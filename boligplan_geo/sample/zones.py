"""Invented hazard, noise and heritage zones, one GeoPackage a theme, in the sources' names."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from boligplan_geo.sample.kommuneplan import centre_points, municipality_outline
from boligplan_geo.sample.place import CRS, Place
from boligplan_geo.sample.plan_zones import CLEAR_M, blocks_of, ellipse, polygons, runway
from boligplan_geo.sample.tiling import snap
from boligplan_geo.sample.truth_builder import TruthField

CALCULATED = 2023  # BEREGNETAR of the noise maps
# Elevation over the fall line that the slide reaches, by return period: rarer reaches further
REACH_BY_RETURN_PERIOD = {100: 25.0, 1000: 60.0, 5000: 105.0}
ROAD_NOISE_M = {"F": (18.0, 55.0), "K": (0.0, 0.0)}  # red and yellow distance from the centreline
NOISE_LETTER = {"red": "R", "yellow": "G"}
NOISE_SOURCE = {"road": "Veg", "aircraft": "Fly", "industry": "Industri"}
HAZARD_WORD = {"landslide": "Snøskred", "flood": "Flom", "quick_clay": "Kvikkleire",
               "storm_surge": "Stormflo"}  # fmt: skip


def zone_tables(place: Place, truth: TruthField) -> dict[str, gpd.GeoDataFrame]:
    """Hazard, noise and heritage layers, with the test field's own zones added.

    Parameters
    ----------
    place : Place
    truth : TruthField

    Returns
    -------
    dict of layer name to GeoDataFrame
        In the sources' names. The keys are the file names without ending.
    """
    reserve = shapely.union(truth.outline, truth.islet).buffer(CLEAR_M)
    slides = shapely.union_all(_steep_patches(place, reserve))
    return {
        "skredfaresoner": _landslides(place, slides, reserve, truth),
        "aktsomhetsomrader": _susceptibility(place, slides, reserve, truth),
        "flomsoner": _floods(place, reserve, truth),
        "kvikkleiresoner": _quick_clay(place, reserve, truth),
        "analyseomrader": _analysed(place, truth),
        "stoysoner": _noise(place, reserve, truth),
        "kulturminner": _heritage(place),
    }


def write_zones(directory: Path, place: Place, truth: TruthField) -> None:
    """Write one GeoPackage a theme into `directory`, which exists."""
    for name, frame in zone_tables(place, truth).items():
        snapped = frame.set_geometry(snap(frame.geometry.to_numpy()))
        snapped = snapped.set_crs(CRS, allow_override=True)
        snapped.to_file(directory / f"{name}.gpkg", layer=name, driver="GPKG")


def _rows(shapes: BaseGeometry, reserve: BaseGeometry, **values: object) -> list[dict[str, object]]:
    """One row a polygon, clear of the test field."""
    return [{**values, "geometry": p} for p in polygons(shapes.difference(reserve))]


def _of_truth(truth: TruthField, kind: str, *, susceptible: bool = False) -> pd.DataFrame:
    zones = truth.hazard_zones
    is_kind = (zones["hazard_kind_code"] == kind) & (zones["is_susceptibility"] == susceptible)
    return zones[is_kind]


def _frame(rows: list[dict[str, object]], id_name: str, prefix: str) -> gpd.GeoDataFrame:
    named = [{id_name: f"{prefix}{n:04d}", **row} for n, row in enumerate(rows, start=1)]
    return gpd.GeoDataFrame(named, geometry="geometry", crs=CRS)


def _steep_patches(place: Place, reserve: BaseGeometry) -> list[BaseGeometry]:
    """Where slides start: the steepest ground of the hills, and that just behind the houses."""
    grid = place.terrain
    step = max(1, round(25 / grid.cell_m))
    coarse = np.asarray(grid.values, dtype=float)[::step, ::step]
    rise_y, rise_x = np.gradient(coarse, step * grid.cell_m)
    slope = np.where(coarse > 3, np.hypot(rise_x, rise_y), 0)
    rows, columns = np.nonzero(slope > 0)
    x = grid.left + (columns * step + 0.5) * grid.cell_m
    y = grid.top - (rows * step + 0.5) * grid.cell_m
    gradient = slope[rows, columns]
    homes = shapely.STRtree(blocks_of(place, "villa", "row", "block").to_numpy())
    points = shapely.points(x, y)
    outside = ~shapely.contains_xy(reserve, x, y)
    points, gradient = points[outside], gradient[outside]
    (number, _), metres = homes.query_nearest(points, return_distance=True, all_matches=False)
    distance = np.empty(len(points))
    distance[number] = metres
    behind = (distance > 15) & (distance < 90)
    patches = []
    for chosen, share, count in ((distance >= 90, 0.02, 6), (behind, 0.06, 5)):
        if not chosen.any():
            continue
        limit = np.quantile(gradient[chosen], 1 - share)
        here = points[chosen & (gradient >= limit)]
        joined = shapely.union_all(shapely.buffer(here, 22)).buffer(18).buffer(-18)
        parts = sorted(shapely.get_parts(joined), key=lambda p: (-round(p.area), p.bounds))
        patches += parts[:count]
    return patches


def _landslides(
    place: Place, sources: BaseGeometry, reserve: BaseGeometry, truth: TruthField
) -> gpd.GeoDataFrame:
    rows = []
    land = shapely.union_all(place.land.geometry.to_numpy())
    for years, reach in REACH_BY_RETURN_PERIOD.items():
        shape = sources.buffer(reach).intersection(land).simplify(1)
        shared = {"skredtype": "Snøskred", "skredSannsynlighet": float(years)}
        rows += _rows(shape, reserve, **shared)
    own = _of_truth(truth, "landslide")
    rows += [
        {"skredtype": "Snøskred", "skredSannsynlighet": years, "geometry": shape}
        for years, shape in zip(own["return_period_years"], own.geometry, strict=True)
    ]
    return _frame(rows, "skredfaresoneID", "9999-S-")


def _susceptibility(
    place: Place, sources: BaseGeometry, reserve: BaseGeometry, truth: TruthField
) -> gpd.GeoDataFrame:
    land = shapely.union_all(place.land.geometry.to_numpy())
    shape = sources.buffer(220).intersection(land).simplify(2)
    shared: dict[str, object] = {"skredtype": "Snøskred", "aktsomhet": True}
    rows = _rows(shape, reserve, **shared)
    own = _of_truth(truth, "landslide", susceptible=True).geometry
    rows += [{**shared, "geometry": shape} for shape in own]
    return _frame(rows, "skredfaresoneID", "9999-A-")


def _floods(place: Place, reserve: BaseGeometry, truth: TruthField) -> gpd.GeoDataFrame:
    """Flood 1/200 and 1/1000 along a brook through the town to the sea."""
    land = shapely.union_all(place.land.geometry.to_numpy())
    town = centre_points(place).iloc[0]
    spring = shapely.Point(town.x + 260, town.y + 420)
    mouth = shapely.Point(town.x + 330, town.y - 700)
    share = np.linspace(0, 1, 40)
    wiggle = 18 * np.sin(share * 11)
    line = shapely.LineString(
        np.column_stack([
            spring.x + share * (mouth.x - spring.x) + wiggle,
            spring.y + share * (mouth.y - spring.y),
        ])
    )  # fmt: skip
    rows = []
    for years, width in ((200, 14.0), (1000, 26.0)):
        shape = line.buffer(width).intersection(land)
        rows += _rows(
            shape, reserve, faretype="Flom", aktsomhet=False, gjentaksintervall=float(years)
        )
    for susceptible in (False, True):
        own = _of_truth(truth, "flood", susceptible=susceptible)
        shared: dict[str, object] = {"faretype": "Flom", "aktsomhet": susceptible}
        rows += [
            {**shared, "gjentaksintervall": years, "geometry": shape}
            for years, shape in zip(own["return_period_years"], own.geometry, strict=True)
        ]
    return _frame(rows, "flomsoneID", "9999-F-")


def _quick_clay(place: Place, reserve: BaseGeometry, truth: TruthField) -> gpd.GeoDataFrame:
    """Clay under the low land by the last district's centre."""
    land = shapely.union_all(place.land.geometry.to_numpy())
    clay = centre_points(place).iloc[-1].buffer(260).intersection(land)
    shared: dict[str, object] = {"faretype": "Kvikkleire"}
    rows = _rows(clay, reserve, **shared)
    rows += [{**shared, "geometry": shape} for shape in _of_truth(truth, "quick_clay").geometry]
    return _frame(rows, "lokalId", "9999-K-")


def _analysed(place: Place, truth: TruthField) -> gpd.GeoDataFrame:
    """Where hazard has been looked at: everything for flood, the districts' land for slides."""
    outline = municipality_outline(place)
    near = shapely.union_all([c.buffer(1500) for c in centre_points(place)])
    slides = shapely.union_all([near, truth.outline.buffer(300), truth.islet]).intersection(outline)
    rows = [
        {"faretype": "Flom", "geometry": outline},
        {"faretype": "Kvikkleire", "geometry": outline},
    ]
    rows += [{"faretype": "Snøskred", "geometry": p} for p in polygons(slides)]
    return _frame(rows, "analyseområdeNummer", "9999-U-")


def _noise(place: Place, reserve: BaseGeometry, truth: TruthField) -> gpd.GeoDataFrame:
    """Road noise along the main street; aircraft noise in an ellipse over the outer district."""
    rows = []
    streets = place.streets.sort_values("street_id", kind="stable")
    for road_class, (red, yellow) in ROAD_NOISE_M.items():
        lines = shapely.union_all(streets[streets["road_class_code"] == road_class].geometry)
        for letter, reach in (("R", red), ("G", yellow)):
            if reach and not lines.is_empty:
                shape = lines.simplify(1).buffer(reach)
                inner = lines.simplify(1).buffer(red)
                band = shape if letter == "R" else shape.difference(inner)
                rows += _rows(band, reserve, STOYKILDENAVN="Veg", STOYSONEKATEGORI=letter)
    airstrip = runway(place)
    for letter, along, across, hole in (("R", 500, 90, 0), ("G", 1100, 240, 1)):
        band = ellipse(airstrip, along, across)
        band = band.difference(ellipse(airstrip, 500, 90)) if hole else band
        rows += _rows(band, reserve, STOYKILDENAVN="Fly", STOYSONEKATEGORI=letter)
    own = truth.noise
    rows += [
        {"STOYKILDENAVN": NOISE_SOURCE[source], "STOYSONEKATEGORI": NOISE_LETTER[zone],
         "geometry": shape}
        for source, zone, shape in zip(
            own["noise_source_code"], own["noise_zone_code"], own.geometry, strict=True)
    ]  # fmt: skip
    frame = _frame(rows, "lokalId", "9999-N-")
    return frame.assign(BEREGNETAR=CALCULATED)


def _heritage(place: Place) -> gpd.GeoDataFrame:
    """A medieval churchyard and an old wharf: automatically and individually protected."""
    rows = [
        {"vernetype": vernetype, "navn": name, "geometry": block.representative_point().buffer(22)}
        for vernetype, name, uses in (
            ("AUT", "Gammel kirkegård (oppdiktet)", ("cemetery",)),
            ("VED", "Gammel brygge (oppdiktet)", ("quay", "industry")),
            ("AUT", "Gravhaug (oppdiktet)", ("farm",)),
        )
        for block in list(blocks_of(place, *uses))[:1]
    ]
    return _frame(rows, "lokalId", "9999-KM-")
