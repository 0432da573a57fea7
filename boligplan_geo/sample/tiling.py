"""Cut an extent into faces that tile it exactly, each owned by the first layer that covers it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

GRID_M = 0.001  # plans are delivered in whole millimetres


def tile(extent: Polygon, layers: Sequence[BaseGeometry]) -> list[tuple[int, Polygon]]:
    """Tile an extent by layers, the earlier ones on top.

    Parameters
    ----------
    extent : Polygon
        What is tiled.
    layers : sequence of Polygon or MultiPolygon
        May overlap each other and reach beyond the extent; each outline becomes a seam.

    Returns
    -------
    list of (index, Polygon)
        Pieces with the index of their layer, -1 where no layer covers; sorted by layer, then
        by place. Together exactly the extent: every seam has the same vertices on both sides.

    Examples
    --------
    >>> from shapely import box
    >>> pieces = tile(box(0, 0, 4, 2), [box(0, 0, 2, 2), box(1, 0, 3, 2)])
    >>> [(index, piece.area) for index, piece in pieces]
    [(-1, 2.0), (0, 4.0), (1, 2.0)]
    """
    snapped = shapely.set_precision([extent, *layers], GRID_M)
    seams = shapely.union_all(shapely.boundary(snapped), grid_size=GRID_M)
    faces = shapely.get_parts(shapely.polygonize([seams]))
    inside = shapely.point_on_surface(faces)
    faces, inside = (a[shapely.covers(snapped[0], inside)] for a in (faces, inside))
    owner = np.full(len(faces), len(layers))
    face, layer = shapely.STRtree(snapped[1:]).query(inside, predicate="intersects")
    np.minimum.at(owner, face, layer)
    owner[owner == len(layers)] = -1
    pieces = [
        (int(index), piece)
        for index in np.unique(owner)
        for piece in shapely.get_parts(shapely.coverage_union_all(faces[owner == index]))
    ]
    return sorted(pieces, key=lambda p: (p[0], p[1].bounds))
