"""Where the buildings of `facts.built` stand: plots under each, what is drawn twice, neighbours."""

from __future__ import annotations

from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.facts.built._stock import ids_of
from boligplan_geo.geometry import Areas, Geometries, Indices, union_by, valid
from boligplan_geo.geometry.overlaps import overlap_sums

#: A footprint that reaches over a boundary by less than both of these is a wall or a drawing
#: error, not a building on the next plot.
SLIVER_SHARE, SLIVER_M2 = 0.01, 5.0

#: Ground that two buildings share below this is how exactly they were drawn, not ground that is
#: drawn twice.
DOUBLED_M2 = 1.0

#: Walls this close are one wall: halves of a house that is divided upright [m].
WALL_M = 0.1
_AROUND = np.array([-WALL_M, -WALL_M, WALL_M, WALL_M])


class Footprints(NamedTuple):
    """Single polygons of the buildings that count, and which building each belongs to.

    Attributes
    ----------
    parts : array of Polygon
    building : array of int
        Position in the stock, ascending: the order of the input says nothing.
    """

    parts: Geometries
    building: Indices


def footprints_of(buildings: gpd.GeoDataFrame | None, stock: pd.DataFrame) -> Footprints:
    """Footprints of all buildings but the dropped ones; repaired where they are invalid."""
    if buildings is None:
        return Footprints(np.empty(0, dtype=object), np.empty(0, dtype=np.intp))
    row = stock.index.get_indexer(pd.Index(ids_of(buildings), dtype=object))
    kept = (stock["stage"].to_numpy(object) != "dropped")[row]
    return single_parts(buildings.geometry.to_numpy()[kept], row[kept])


def single_parts(shapes: Geometries, building: Indices) -> Footprints:
    """Single polygons with area of any shapes; repaired where they are invalid."""
    parts, owner = shapely.get_parts(valid(shapes), return_index=True)
    has_area = shapely.area(parts) > 0
    parts, building = parts[has_area], building[owner[has_area]]
    order = np.argsort(building, kind="stable")
    return Footprints(parts[order], building[order])


def ground_areas(land: Geometries, parts: Geometries) -> tuple[Indices, Indices, Areas]:
    """Area of each part on each piece of valid land that it stands on [m²].

    Most buildings stand wholly on one plot, which a prepared plot tells fast. Such a building is
    not looked for on other plots: plots of a cadastre do not overlap (the input check says where
    they do).
    """
    i, j = shapely.STRtree(parts).query(land, predicate="contains_properly")
    rest = np.flatnonzero(np.bincount(j, minlength=len(parts)) == 0)
    near = np.unique(shapely.STRtree(parts[rest]).query(land)[0])
    a, b, area = overlap_sums(land[near], parts[rest])
    return (
        np.concatenate([i, near[a]]),
        np.concatenate([j, rest[b]]),
        np.concatenate([shapely.area(parts[j]), area]),
    )


def plots_under(
    land: Geometries, found: Footprints, doubled: Footprints, plot_rank: Indices
) -> pd.DataFrame:
    """Which plots each building stands on.

    Returns
    -------
    DataFrame, by building, then plot
        ``building plot`` (positions), ``area_m2`` of the footprint there, ``ground_m2`` of it
        that no building before it stands on, ``share`` of the footprint, ``is_real``: more than
        a sliver.
    """
    i, j, part_m2 = ground_areas(land, found.parts)
    pair, place = np.unique(found.building[j] * len(land) + i, return_inverse=True)
    building, plot = pair // len(land), pair % len(land)
    area = np.bincount(place, part_m2, minlength=len(pair)).astype(float)
    ground = area.copy()
    if len(doubled.parts):
        i, j, twice = ground_areas(land, doubled.parts)
        place = np.searchsorted(pair, doubled.building[j] * len(land) + i)
        np.subtract.at(ground, place, twice)
    share = area / np.bincount(found.building, shapely.area(found.parts))[building]
    is_real = (share >= SLIVER_SHARE) | (area >= SLIVER_M2)
    order = np.lexsort((plot_rank[plot], building))
    columns = {"building": building, "plot": plot, "area_m2": area, "ground_m2": ground,
               "share": share, "is_real": is_real}  # fmt: skip
    return pd.DataFrame({name: values[order] for name, values in columns.items()})


def touching(found: Footprints) -> tuple[Indices, Indices]:
    """Pairs of parts of different buildings whose walls are one or closer than `WALL_M`."""
    if not len(found.parts):
        return found.building, found.building
    low_x, low_y, high_x, high_y = (shapely.bounds(found.parts) + _AROUND).T
    a, b = shapely.STRtree(found.parts).query(shapely.box(low_x, low_y, high_x, high_y))
    once = found.building[a] < found.building[b]
    a, b = a[once], b[once]
    near = shapely.dwithin(found.parts[a], found.parts[b], WALL_M)
    return a[near], b[near]


def drawn_twice(
    found: Footprints, pairs: tuple[Indices, Indices], is_standing: np.ndarray
) -> Footprints:
    """Ground of each standing building on which another one, before it by id, stands already.

    Only what is thicker than a hundredth of the building is looked at: neighbours are rarely
    drawn wall to wall to the millimetre.
    """
    a, b = pairs
    both = is_standing[found.building[a]] & is_standing[found.building[b]]
    a, b = a[both], b[both]
    core, place = np.unique(a, return_inverse=True)
    inner = _shrunk(found.parts[core])
    deep = shapely.intersects(inner[place], found.parts[b]) if len(a) else both[both]
    a, b = a[deep], b[deep]
    common = shapely.intersection(found.parts[a], found.parts[b])
    large = shapely.area(common) > DOUBLED_M2
    later, place = np.unique(found.building[b[large]], return_inverse=True)
    ground = union_by(place, common[large], len(later))
    parts, owner = shapely.get_parts(ground, return_index=True)
    is_ground = shapely.area(parts) > 0
    return Footprints(parts[is_ground], later[owner[is_ground]])


def _shrunk(parts: Geometries) -> Geometries:
    """Polygons drawn in by a hundredth of their size on every side."""
    low_x, low_y, high_x, high_y = shapely.bounds(parts).T
    middle = np.column_stack([low_x + high_x, low_y + high_y]) / 2
    xy, owner = shapely.get_coordinates(parts, return_index=True)
    inner = middle[owner] + 0.98 * (xy - middle[owner])
    return shapely.set_coordinates(parts.copy(), inner)
