"""What `geometry` asks of GEOS: overlays on all cores that survive invalid polygons."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Geometries = NDArray[np.object_]
Indices = NDArray[np.intp]
Areas = NDArray[np.float64]
Operation = Callable[..., Any]

_POLYGON, _MULTIPOLYGON = 3, 6
_CHUNK = 5_000  # pairs cut at a time: a task for a thread


def polygons(geometries: Geometries) -> tuple[Geometries, Indices]:
    """Single polygons with area of any geometries, and which each comes from."""
    parts, owner = shapely.get_parts(geometries, return_index=True)
    nested = shapely.get_type_id(parts) == _MULTIPOLYGON
    if nested.any():  # a multipolygon inside a collection
        inner, index = shapely.get_parts(parts[nested], return_index=True)
        parts = np.concatenate([parts[~nested], inner])
        owner = np.concatenate([owner[~nested], owner[nested][index]])
    kept = (shapely.get_type_id(parts) == _POLYGON) & (shapely.area(parts) > 0)
    order = np.argsort(owner[kept], kind="stable")
    return parts[kept][order], owner[kept][order]


def only_polygons(geometries: Geometries) -> Geometries:
    """Drop the lines and points that an overlay returns where boundaries touch."""
    kinds = (-1, _POLYGON, _MULTIPOLYGON)
    mixed = np.flatnonzero(~np.isin(shapely.get_type_id(geometries), kinds))
    if not len(mixed):
        return geometries
    result = geometries.copy()
    parts, owner = polygons(geometries[mixed])
    many = np.full(len(mixed), shapely.MultiPolygon(), dtype=object)
    shapely.multipolygons(parts, indices=owner, out=many)
    single = shapely.get_num_geometries(many) == 1
    many[single] = shapely.get_geometry(many[single], 0)
    result[mixed] = many
    return result


def half_boxes(geometries: Geometries) -> Geometries:
    """Two boxes each, the halves of its bounds across the longer side."""
    low_x, low_y, high_x, high_y = shapely.bounds(geometries).T
    is_wide = (high_x - low_x) >= (high_y - low_y)
    middle_x = np.where(is_wide, (low_x + high_x) / 2, high_x)
    middle_y = np.where(is_wide, high_y, (low_y + high_y) / 2)
    first = shapely.box(low_x, low_y, middle_x, middle_y)
    second = shapely.box(
        np.where(is_wide, middle_x, low_x), np.where(is_wide, low_y, middle_y), high_x, high_y
    )
    return np.column_stack([first, second]).ravel()


def intersection(a: Geometries, b: Geometries) -> Geometries:
    """Pairwise common land; may hold lines and points too."""
    return _overlay(shapely.intersection, a, b)


def difference(a: Geometries, b: Geometries) -> Geometries:
    """Pairwise land of `a` outside `b`."""
    return _overlay(shapely.difference, a, b)


def _overlay(operation: Operation, a: Geometries, b: Geometries) -> Geometries:
    """Run a GEOS overlay in chunks on all cores (GEOS lets go of Python's lock)."""
    if len(a) <= _CHUNK:
        return _robust(operation, a, b)
    starts = range(0, len(a), _CHUNK)
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        chunks = pool.map(
            lambda s: _robust(operation, a[s : s + _CHUNK], b[s : s + _CHUNK]), starts
        )
        return np.concatenate(list(chunks))


def _robust(operation: Operation, a: Geometries, b: Geometries) -> Geometries:
    """Repair what GEOS refuses, and snap to 0.1 mm what it still refuses."""
    try:
        return operation(a, b)
    except shapely.GEOSException:
        a, b = (only_polygons(shapely.make_valid(side)) for side in (a, b))
    try:
        return operation(a, b)
    except shapely.GEOSException:
        return operation(a, b, grid_size=1e-4)


def union(members: Geometries) -> Geometries:
    """Union along the second axis; polygons only."""
    try:
        merged = shapely.union_all(members, axis=1)
    except shapely.GEOSException:
        merged = shapely.union_all(shapely.make_valid(members), axis=1)
    return only_polygons(merged)


def none() -> Indices:
    """No indices."""
    return np.empty(0, dtype=np.intp)


def no_geometries() -> Geometries:
    """No geometries."""
    return np.empty(0, dtype=object)
