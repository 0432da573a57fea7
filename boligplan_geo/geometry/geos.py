"""What `geometry` asks of GEOS: overlays on all cores that survive invalid polygons."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray

Geometries = NDArray[np.object_]
Indices = NDArray[np.intp]
Areas = NDArray[np.float64]
Operation = Callable[..., Any]
_Result = TypeVar("_Result")

#: Area below which a piece is rounding of coordinates, not land [m²].
NOISE_M2 = 1e-3

_POLYGON, _MULTIPOLYGON = 3, 6
DUST_M2 = 1e-6  # parts this small mislead the next overlay
_CHUNK = 1000  # pairs cut at a time: a task for a thread, long beside a wait for Python's lock


def polygons(geometries: Geometries) -> tuple[Geometries, Indices]:
    """Single polygons with area of any geometries, and which each comes from."""
    kind = shapely.get_type_id(geometries)
    is_single = kind == _POLYGON  # by far the most, and costly to copy as parts
    single, several = np.flatnonzero(is_single), np.flatnonzero(~is_single & (kind >= 0))
    parts, owner = shapely.get_parts(geometries[several], return_index=True)
    owner = several[owner]
    nested = shapely.get_type_id(parts) == _MULTIPOLYGON
    if nested.any():  # a multipolygon inside a collection
        inner, index = shapely.get_parts(parts[nested], return_index=True)
        parts = np.concatenate([parts[~nested], inner])
        owner = np.concatenate([owner[~nested], owner[nested][index]])
    is_polygon = shapely.get_type_id(parts) == _POLYGON
    parts = np.concatenate([geometries[single], parts[is_polygon]])
    owner = np.concatenate([single, owner[is_polygon]])
    order = np.argsort(owner, kind="stable")
    order = order[shapely.area(parts[order]) > 0]
    return parts[order], owner[order]


def only_polygons(geometries: Geometries) -> Geometries:
    """Drop the lines, points and dust that an overlay returns where boundaries touch."""
    kind = shapely.get_type_id(geometries)
    several = np.flatnonzero(~np.isin(kind, (-1, _POLYGON)))
    parts, owner = shapely.get_parts(geometries[several], return_index=True)
    is_odd = (shapely.get_type_id(parts) != _POLYGON) | (shapely.area(parts) < DUST_M2)
    odd = several[np.unique(owner[is_odd])]
    if not len(odd):
        return geometries
    result = geometries.copy()
    parts, owner = polygons(geometries[odd])
    kept = shapely.area(parts) >= DUST_M2
    many = np.full(len(odd), shapely.MultiPolygon(), dtype=object)
    shapely.multipolygons(parts[kept], indices=owner[kept], out=many)
    single = shapely.get_num_geometries(many) == 1
    many[single] = shapely.get_geometry(many[single], 0)
    result[odd] = many
    return result


def valid(geometries: Geometries) -> Geometries:
    """Invalid polygons repaired, the others as they are; missing ones stay missing."""
    geometries = np.asarray(geometries, dtype=object)
    broken = ~shapely.is_valid(geometries) & ~shapely.is_missing(geometries)
    if not broken.any():
        return geometries
    result = geometries.copy()
    result[broken] = only_polygons(shapely.make_valid(geometries[broken]))
    return result


def intersection(a: Geometries, b: Geometries, grid_m: float | None = None) -> Geometries:
    """Pairwise common land; may hold lines and points too."""
    return _overlay(shapely.intersection, a, b, grid_m)


def difference(a: Geometries, b: Geometries, grid_m: float | None = None) -> Geometries:
    """Pairwise land of `a` outside `b`."""
    return _overlay(shapely.difference, a, b, grid_m)


def _overlay(
    operation: Operation, a: Geometries, b: Geometries, grid_m: float | None
) -> Geometries:
    """Run a GEOS overlay in chunks on all cores (GEOS lets go of Python's lock)."""
    size = min(_CHUNK, len(a) // 8 + 16)  # a few large ones are shared among the threads too
    starts = range(0, len(a), size)
    chunks = in_threads(
        lambda n: _robust(operation, a[starts[n] :][:size], b[starts[n] :][:size], grid_m),
        len(starts),
    )
    return np.concatenate([no_geometries(), *chunks])


def in_threads(work: Callable[[int], _Result], count: int) -> list[_Result]:
    """Results of ``work(0)`` to ``work(count - 1)``, on all cores.

    Worth while for what GEOS or numpy do: they let go of Python's lock.
    """
    if count < 2:
        return [work(n) for n in range(count)]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        return list(pool.map(work, range(count)))


def _robust(operation: Operation, a: Geometries, b: Geometries, grid_m: float | None) -> Geometries:
    """Repair what GEOS refuses, and snap to 0.1 mm what it still refuses."""
    try:
        return operation(a, b, grid_size=grid_m)
    except shapely.GEOSException:
        a, b = (only_polygons(shapely.make_valid(side)) for side in (a, b))
    try:
        return operation(a, b, grid_size=grid_m)
    except shapely.GEOSException:
        return operation(a, b, grid_size=1e-4)


def union(members: Geometries) -> Geometries:
    """Union along the second axis; polygons only."""
    if members.shape[1] == 2:  # by far the most, and twice as fast
        return only_polygons(_overlay(shapely.union, members[:, 0], members[:, 1], None))
    starts = range(0, len(members), _CHUNK)
    chunks = in_threads(
        lambda n: _robust_union(members[n * _CHUNK : (n + 1) * _CHUNK]), len(starts)
    )
    return only_polygons(np.concatenate([no_geometries(), *chunks]))


def _robust_union(members: Geometries) -> Geometries:
    try:
        merged: Geometries = shapely.union_all(members, axis=1)
    except shapely.GEOSException:
        merged = shapely.union_all(shapely.make_valid(members), axis=1)
    return merged


def none() -> Indices:
    """No indices."""
    return np.empty(0, dtype=np.intp)


def no_geometries() -> Geometries:
    """No geometries."""
    return np.empty(0, dtype=object)


def merge_pairs(i: Indices, j: Indices, pieces: Geometries) -> tuple[Indices, Indices, Geometries]:
    """Union the pieces of each pair ``(i, j)``; pairs come sorted by `i`, then `j`."""
    if not len(i):
        return i, j, pieces
    span = int(j.max()) + 1
    pair, position = np.unique(i * span + j, return_inverse=True)
    return pair // span, pair % span, union_by(position, pieces, len(pair))


def union_by(group: Indices, geometries: Geometries, count: int) -> Geometries:
    """Union of the geometries of each group 0 … `count` - 1; ``None`` where it has none.

    Examples
    --------
    >>> union_by(np.array([0, 0, 2]), shapely.box([0, 1, 5], 0, [1, 3, 6], 1), 3)[0].area
    3.0
    """
    result = np.full(count, None, dtype=object)
    order = np.argsort(group, kind="stable")
    size = np.bincount(group, minlength=count)
    first = np.concatenate([[0], np.cumsum(size)])
    for n in np.unique(size[size > 0]):  # groups of equal size are one rectangular array
        rows = np.flatnonzero(size == n)
        members = geometries[order[first[rows][:, None] + np.arange(n)]]
        result[rows] = members[:, 0] if n == 1 else union(members)
    return result


def join(left: Indices, right: Indices) -> tuple[Indices, Indices]:
    """Positions of all pairs with equal keys in `left` and `right`, by left position.

    Examples
    --------
    >>> [a.tolist() for a in join(np.array([7, 5, 7]), np.array([5, 7, 7]))]
    [[0, 0, 1, 2, 2], [1, 2, 0, 1, 2]]
    """
    order = np.argsort(right, kind="stable")
    ordered = right[order]
    low, high = (np.searchsorted(ordered, left, side) for side in ("left", "right"))
    count = high - low
    a = np.repeat(np.arange(len(left)), count)
    within = np.arange(len(a)) - np.repeat(np.cumsum(count) - count, count)
    return a, order[np.repeat(low, count) + within]
