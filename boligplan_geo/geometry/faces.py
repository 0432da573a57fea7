"""Zones laid over each other once, on the map: faces, each under one set of zones.

Faces do not overlap, so whatever zones do to a plot is a sum over the faces under it, the same in
whichever order the zones came; and a plot meets few faces, however many zones lie there.
Behind `geometry`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely

from boligplan_geo.geometry.geos import Geometries, Indices, no_geometries, none, valid
from boligplan_geo.geometry.subdivision import Pieces, subdivide

#: Grids on which zones are laid where full precision does not close [m].
_GRIDS_M = (None, 1e-5, 1e-4, 1e-3)
_CLOSES_M2 = 0.01
_DUST_M2 = 1e-6


class Faces(NamedTuple):
    """Polygons that do not overlap, and a row for each face and zone over it.

    Attributes
    ----------
    geometry : polygon of each face
    face, zone : indices, a row for each zone over a face
    pieces : the faces cut small (`subdivide`)
    """

    geometry: Geometries
    face: Indices
    zone: Indices
    pieces: Pieces = (no_geometries(), none())


def faces(zones: Geometries) -> Faces:
    """Faces of zones: each is under the same zones all over.

    Examples
    --------
    >>> found = faces(shapely.box([0, 5], 0, [10, 20], 10))
    >>> sorted(shapely.area(found.geometry).tolist())
    [50.0, 50.0, 100.0]
    >>> np.bincount(found.face).max()
    np.int64(2)
    """
    zones = valid(zones)
    found = Faces(no_geometries(), none(), none())
    for grid_m in _GRIDS_M if len(zones) else ():
        try:
            found = _laid(zones, grid_m)
        except shapely.GEOSException:
            continue
        area = shapely.area(found.geometry)[found.face]
        taken = np.bincount(found.zone, area, minlength=len(zones))
        if (np.abs(taken - shapely.area(zones)) <= _CLOSES_M2).all():
            break
    return found._replace(pieces=subdivide(found.geometry))


def _laid(zones: Geometries, grid_m: float | None) -> Faces:
    """Cut all outlines where they cross; which zones lie over each face that they bound."""
    lines = shapely.union_all(shapely.boundary(zones), grid_size=grid_m)
    bounded = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    bounded = bounded[shapely.area(bounded) > _DUST_M2]
    zone, face = shapely.STRtree(shapely.point_on_surface(bounded)).query(zones, "contains")
    # what is under no zone is the hole of one, or lies between several
    is_under, face = np.unique(face, return_inverse=True)
    return Faces(bounded[is_under], face, zone)
