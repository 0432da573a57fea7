"""The largest connected piece of usable land of `facts.constraints`."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from boligplan_geo.facts.constraints._losses import Laid
from boligplan_geo.geometry import (
    NOISE_M2,
    Areas,
    Geometries,
    Indices,
    largest_piece_m2,
    subdivide,
    union_by,
)
from boligplan_geo.geometry.geos import difference, only_polygons

_MITRE = 5.0  # longest corner of a piece that is grown back


def largest_usable_m2(
    over: Laid, lost: Areas, is_taken: NDArray[np.bool_], corridor_m: float
) -> Areas:
    """Largest usable piece of each net plot [m²]; only those that hard zones cut are cut.

    Parameters
    ----------
    over : Laid
    lost : array
        Lost land of each plot [m²].
    is_taken : array of bool
        Faces that are lost.
    corridor_m : float
        Land narrower than this joins nothing.
    """
    size = largest_piece_m2(over.net)
    usable = over.net_m2 - lost
    size[usable <= NOISE_M2] = 0.0
    cut = np.flatnonzero((lost > NOISE_M2) & (usable > NOISE_M2))
    if len(cut):
        left = only_polygons(_without(over, cut, is_taken))
        size[cut] = largest_wide_piece_m2(left, corridor_m=corridor_m)
    return size


def _without(over: Laid, cut: Indices, is_taken: NDArray[np.bool_]) -> Geometries:
    """Land of the plots outside the faces taken."""
    met = np.unique(over.face[is_taken[over.face] & np.isin(over.plot, cut)])
    # faces share their edges exactly, so that they join without overlay
    pieces, _ = subdivide(np.array([shapely.coverage_union_all(over.faces.geometry[met])]))
    i, j = shapely.STRtree(pieces).query(over.net[cut], predicate="intersects")
    return difference(over.net[cut], union_by(i, pieces[j], len(cut)))


def largest_wide_piece_m2(land: Geometries, *, corridor_m: float) -> Areas:
    """Area of the largest piece of land [m²] when those joined over a narrow neck count apart.

    Parameters
    ----------
    land : array of Polygon or MultiPolygon
    corridor_m : float
        Land narrower than this joins nothing.

    Returns
    -------
    array
        0 where there is no land. A piece that no neck divides counts whole.

    Examples
    --------
    >>> neck = shapely.box(10, 4, 20, 4.5)
    >>> two = shapely.union_all([shapely.box(0, 0, 10, 9), shapely.box(20, 0, 40, 9), neck])
    >>> largest_wide_piece_m2(np.array([two]), corridor_m=1.0).round(3).tolist()
    [180.0]
    >>> largest_wide_piece_m2(np.array([two]), corridor_m=0.4).tolist()
    [275.0]
    """
    parts, owner = shapely.get_parts(land, return_index=True)
    area = shapely.area(parts)
    # a convex piece has no neck
    bent = np.flatnonzero(shapely.area(shapely.convex_hull(parts)) - area > NOISE_M2)
    half = corridor_m / 2
    shrunk = shapely.buffer(parts[bent], -half, join_style="mitre", mitre_limit=_MITRE)
    several = shapely.get_num_geometries(shrunk) > 1
    bent, shrunk = bent[several], shrunk[several]
    cores, index = shapely.get_parts(shrunk, return_index=True)
    grown = shapely.buffer(cores, half, join_style="mitre", mitre_limit=_MITRE)
    wide = shapely.area(shapely.intersection(grown, parts[bent[index]]))
    area[bent] = 0.0
    np.maximum.at(area, bent[index], wide)
    largest = np.zeros(len(land))
    np.maximum.at(largest, owner, area)
    return largest
