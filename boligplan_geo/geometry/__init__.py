"""Overlays of polygon layers as arrays: geometries in, pair arrays out; linear in the input.

What makes it fast: large polygons are cut into small pieces before they meet the other layer
(`subdivide`), pairs come from a tree, the area a pair shares is summed from its edges in numpy
(`_shared_area`), which settles those that only touch or lie wholly inside, and GEOS cuts only what
a boundary really crosses.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

from boligplan_geo.geometry.faces import Faces, faces
from boligplan_geo.geometry.geos import (
    NOISE_M2,
    Areas,
    Geometries,
    Indices,
    join,
    merge_pairs,
    union_by,
    valid,
)
from boligplan_geo.geometry.overlaps import (
    overlap_sums,
    overlaps,
    overlaps_among,
)
from boligplan_geo.geometry.partition import Cells, partition
from boligplan_geo.geometry.subdivision import Pieces, subdivide

__all__ = [
    "NOISE_M2",
    "Areas",
    "Cells",
    "Faces",
    "Geometries",
    "Indices",
    "Pieces",
    "faces",
    "join",
    "largest_piece_m2",
    "on_one_plane",
    "overlap_areas",
    "overlap_pieces",
    "overlaps_among",
    "partition",
    "subdivide",
    "union_by",
    "valid",
]


def on_one_plane(**layers: object) -> None:
    """Refuse layers whose areas or distances would be silently wrong.

    All must be GeoDataFrames in one projected CRS in metres, not Web Mercator (it stretches
    areas at 69.65° N eightfold); or all without a CRS, read as metres on a plane. ``None`` is
    a layer not given.

    Raises
    ------
    TypeError
        Where one is no GeoDataFrame.
    ValueError
        Where the CRS differ, or are not metres on a plane.

    Examples
    --------
    >>> plots = gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 1, 1)], crs="EPSG:3857")
    >>> on_one_plane(plots=plots)
    Traceback (most recent call last):
    ...
    ValueError: plots: needs a projected CRS in metres such as EPSG:25833, given EPSG:3857
    """
    given = {name: layer for name, layer in layers.items() if layer is not None}
    for name, layer in given.items():
        if not isinstance(layer, gpd.GeoDataFrame):
            raise TypeError(f"{name}: needs a GeoDataFrame, given {type(layer).__name__}")
        crs = layer.crs
        if crs is None:
            continue
        flat = crs.is_projected and all(axis.unit_name == "metre" for axis in crs.axis_info[:2])
        if not flat or crs.to_epsg() == 3857:
            raise ValueError(
                f"{name}: needs a projected CRS in metres such as EPSG:25833, given "
                f"{crs.to_string()[:60]}"
            )
    crs_of = {n: layer.crs for n, layer in given.items() if isinstance(layer, gpd.GeoDataFrame)}
    first = next(iter(crs_of.values()), None)
    if any(crs != first for crs in crs_of.values()):
        told = ", ".join(
            f"{n} {crs.to_string()[:60] if crs else 'none'}" for n, crs in crs_of.items()
        )
        raise ValueError(f"needs layers in one CRS, given {told}")


def overlap_pieces(left: Geometries, right: Geometries) -> tuple[Indices, Indices, Geometries]:
    """Intersect each left polygon with each right polygon that shares area with it.

    Parameters
    ----------
    left, right : array of Polygon or MultiPolygon
        `left` may be many (plots), `right` few and large (plan areas); invalid ones are
        repaired, missing ones overlap nothing.

    Returns
    -------
    i, j : arrays of int
        Into `left` and `right`, sorted by `i`, then `j`; each pair once.
    geometry : array of Polygon or MultiPolygon
        Their common land; the left geometry itself where it lies wholly inside.

    Examples
    --------
    >>> plots = shapely.box([0, 10], 0, [10, 20], 10)
    >>> i, j, common = overlap_pieces(plots, np.array([shapely.box(5, 0, 50, 50)]))
    >>> i.tolist(), j.tolist(), shapely.area(common).tolist()
    ([0, 1], [0, 0], [50.0, 100.0])
    """
    left, right = valid(left), valid(right)
    found = overlaps(left, right)
    return merge_pairs(found.i, found.j, found.common)


def overlap_areas(
    left: Geometries, right: Geometries, pieces: Pieces | None = None
) -> tuple[Indices, Indices, Areas]:
    """Areas that each left polygon shares with each right polygon [m²]; see `overlap_pieces`.

    `pieces` are those of `subdivide` of `right`, if it was called already and all are valid.

    Examples
    --------
    >>> i, j, area = overlap_areas(shapely.box([0], 0, 10, 10), shapely.box([5, 90], 0, 99, 99))
    >>> i.tolist(), j.tolist(), area.tolist()
    ([0], [0], [50.0])
    """
    return overlap_sums(valid(left), valid(right) if pieces is None else right, pieces)


def largest_piece_m2(geometries: Geometries) -> Areas:
    """Area of the largest connected part of each geometry [m²]; 0 where it is empty.

    Examples
    --------
    >>> two = shapely.union(shapely.box(0, 0, 1, 1), shapely.box(5, 0, 7, 1))
    >>> largest_piece_m2(np.array([two, None])).tolist()
    [2.0, 0.0]
    """
    largest = np.nan_to_num(shapely.area(geometries))
    several = np.flatnonzero(shapely.get_num_geometries(geometries) > 1)
    parts, owner = shapely.get_parts(geometries[several], return_index=True)
    largest[several] = 0.0
    np.maximum.at(largest, several[owner], shapely.area(parts))
    return largest
