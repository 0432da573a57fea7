"""Cut an extent into faces that tile it exactly, each owned by the first layer that covers it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

GRID_M = 0.001  # plans are delivered in whole millimetres
SLIVER_M2 = 8.0  # a piece smaller than this is drawing noise and joins its neighbour


def snap(shapes: Any) -> Any:
    """Bring geometry to whole millimetres, valid.

    Vertex by vertex, then made valid: the ordinary way gives up on rings that touch themselves.

    Examples
    --------
    >>> snap(Polygon([(0, 0), (9.00049, 0), (9, 9)])).wkt
    'POLYGON ((0 0, 9 0, 9 9, 0 0))'
    """
    rounded = shapely.set_precision(shapes, GRID_M, mode="pointwise")
    return shapely.set_precision(shapely.make_valid(rounded), GRID_M, mode="pointwise")


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
        Pieces under `SLIVER_M2` have joined the neighbour they share most edge with.

    Examples
    --------
    >>> from shapely import box
    >>> pieces = tile(box(0, 0, 40, 20), [box(0, 0, 20, 20), box(10, 0, 30, 20)])
    >>> [(index, piece.area) for index, piece in pieces]
    [(-1, 200.0), (0, 400.0), (1, 200.0)]
    """
    snapped = snap(np.array([extent, *layers]))
    seams = shapely.union_all(shapely.boundary(snapped), grid_size=GRID_M)
    faces = shapely.get_parts(shapely.polygonize([seams]))
    inside = shapely.point_on_surface(faces)
    faces, inside = (a[shapely.covers(snapped[0], inside)] for a in (faces, inside))
    owner = np.full(len(faces), len(layers))
    # layers are the ones asked for, as those are prepared: one may cover half the map
    layer, face = shapely.STRtree(inside).query(snapped[1:], predicate="intersects")
    np.minimum.at(owner, face, layer)
    owner[owner == len(layers)] = -1
    pieces = _pieces(faces, owner)
    slivers = [k for k, (_, p) in enumerate(pieces) if p.area < SLIVER_M2]
    if slivers and len(slivers) < len(pieces):
        shapes = np.array([p for _, p in pieces])
        owners = np.array([index for index, _ in pieces])
        owners[slivers] = _neighbour_owner(shapes, owners, np.array(slivers))
        pieces = _pieces(shapes, owners)
    return sorted(pieces, key=lambda p: (p[0], p[1].bounds))


def _pieces(faces: np.ndarray, owner: np.ndarray) -> list[tuple[int, Polygon]]:
    return [
        (int(index), piece)
        for index in np.unique(owner)
        for piece in shapely.get_parts(shapely.coverage_union_all(faces[owner == index]))
    ]


def _neighbour_owner(shapes: np.ndarray, owner: np.ndarray, slivers: np.ndarray) -> np.ndarray:
    """Owner of the larger piece with which each sliver shares its longest edge; else its own."""
    is_large = np.ones(len(shapes), dtype=bool)
    is_large[slivers] = False
    large = np.flatnonzero(is_large)
    left, right = shapely.STRtree(shapes[large]).query(shapes[slivers], predicate="intersects")
    shared = shapely.length(
        shapely.intersection(shapely.boundary(shapes[slivers[left]]), shapes[large[right]])
    )
    found = owner[slivers].copy()
    for k in np.lexsort((right, shared)):  # the longest comes last and stays
        if shared[k] > 0:
            found[left[k]] = owner[large[right[k]]]
    return found
