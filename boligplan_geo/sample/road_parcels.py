"""Cuts the streets of a strip into parcels that share every vertex with the lots beside them."""

from __future__ import annotations

import numpy as np

from boligplan_geo.sample.rings import Edges, Rings
from boligplan_geo.sample.streets import (
    COAST_ROAD_M,
    LOT_DEPTH_M,
    SHORE_LOT_M,
    STREET_M,
    Strip,
    top,
)


def add_along(rings: Rings, strip: Strip, layer: int, cells: dict[tuple[int, int], Edges]) -> None:
    """Make the parcels of the coast road (-1) or of the street above a layer, by basic unit."""
    low = SHORE_LOT_M if layer < 0 else float(top(layer + 1)) - STREET_M
    high = low + (COAST_ROAD_M if layer < 0 else STREET_M)
    below, above, column_of = [], [], []
    boundary_depth = strip.boundary_depth
    for column in range(strip.columns):
        start, end = strip.after[column], strip.before[column + 1]
        if strip.depth[column] > layer:
            edges = cells[column, layer].upper
            follow = cells.get((column, layer + 1))
            upper = straight(start, end, high) if follow is None else follow.lower
            below.append(edges[np.isclose(edges[:, 1], low)])
            above.append(upper)
            column_of.append(column)
    unit = strip.basic_unit
    for k, column in enumerate(column_of):
        lower, upper = below[k], above[k]
        if boundary_depth[column + 1] > layer or layer < 0:  # the crossing at its far end
            far = strip.after[column + 1]
            lower = np.concatenate([lower, np.array([[far, low]])])
            upper = np.concatenate([upper, np.array([[far, high]])])
        if strip.depth[column - 1] <= layer and layer >= 0:  # the crossing at its near end
            near = strip.before[column]
            lower = np.concatenate([np.array([[near, low]]), lower])
            upper = np.concatenate([np.array([[near, high]]), upper])
        below[k], above[k] = lower, upper
    start = 0
    for k in range(1, len(column_of) + 1):
        ends = k == len(column_of) or column_of[k] != column_of[k - 1] + 1
        if ends or unit[column_of[k]] != unit[column_of[k - 1]]:
            lower = _chain(below[start:k])
            ring = np.concatenate([lower, _chain(above[start:k])[::-1]])
            kind = 0 if layer < 0 else 1
            rings.add(ring, "road", column_of[start], layer, front=len(lower), road=kind)
            start = k


def add_across(rings: Rings, strip: Strip) -> None:
    """Make the parcels of the streets and paths that climb, one a layer."""
    depth = strip.boundary_depth
    last = strip.columns if strip.shore.is_closed else strip.columns + 1
    for boundary in range(last):
        if strip.kinds[boundary] == "edge":
            continue
        left, right = strip.before[boundary], strip.after[boundary]
        owner = boundary - 1 if boundary else strip.columns - 1
        for layer in range(depth[boundary]):
            low = float(top(layer))
            t = [low, low + LOT_DEPTH_M, low + 2 * LOT_DEPTH_M]
            ring = np.array([[right, t[0]], [right, t[1]], [right, t[2]], [left, t[2]],
                             [left, t[1]], [left, t[0]]])  # fmt: skip
            rings.add(ring, "road", owner, layer, front=2, road=2)


def straight(start: float, end: float, t: float) -> np.ndarray:
    """Vertices along a street whose far side is not built."""
    s = np.linspace(start, end, max(2, round((end - start) / 30)) + 1)
    return np.column_stack([s, np.full(len(s), t)])


def _chain(parts: list[np.ndarray]) -> np.ndarray:
    """Join stretches, dropping a vertex that stands twice in a row."""
    line = np.concatenate(parts)
    keep = np.ones(len(line), dtype=bool)
    keep[1:] = np.abs(np.diff(line, axis=0)).sum(axis=1) > 1e-9
    return line[keep]
