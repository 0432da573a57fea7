"""The land behind the town, to the ridge or the municipality's border: farms and forest."""

from __future__ import annotations

import numpy as np
import shapely

from boligplan_geo.sample.road_parcels import straight
from boligplan_geo.sample.streets import LAYER_M, LOT_DEPTH_M, Strip, top

YARD_DEPTH_M = 60.0


def outlines(strip: Strip) -> np.ndarray:
    """Outline the land behind each column, sharing vertices with what lies before it.

    Parameters
    ----------
    strip : Strip

    Returns
    -------
    (columns,) array of shapely polygons
    """
    ridge = strip.shore.ridge(strip.after)
    order = np.lexsort((ridge[:, 1], ridge[:, 0]))
    climb = strip.boundary_depth
    if strip.shore.is_closed:
        climb[-1] = climb[0]
    made = []
    for column in range(strip.columns):
        outer = strip.shore.points(_outer(strip, column, climb))
        inner = _ridge_between(ridge, order, column)
        made.append(shapely.Polygon(np.concatenate([outer, inner])))
    return np.array(made, dtype=object)


def yards(strip: Strip) -> np.ndarray:
    """Where a farmyard behind each column would be, as the corners of a lot.

    Returns
    -------
    (columns, 4, 2) array
        As `rings.polygons` gives them [m].
    """
    near, far = strip.after[:-1], strip.before[1:]
    low = np.asarray(top(np.maximum(strip.boundary_depth[:-1], strip.boundary_depth[1:])))
    high = low + YARD_DEPTH_M
    corners = [(near, low), (far, low), (far, high), (near, high)]
    flat = np.concatenate([np.column_stack(corner) for corner in corners])
    return strip.shore.points(flat).reshape(4, strip.columns, 2).swapaxes(0, 1)


def _outer(strip: Strip, column: int, climb: np.ndarray) -> np.ndarray:
    """The upper edge of a column in (s, t), with the steps at its deeper neighbours."""
    depth = int(strip.depth[column])
    near, far = strip.after[column], strip.before[column + 1]
    upper = float(top(depth))
    parts = [straight(near, far, upper)]
    down = _side(depth, int(climb[column]))[::-1]
    if len(down):
        parts.insert(0, np.column_stack([np.full(len(down), near), down]))
    up = _side(depth, int(climb[column + 1]))
    if len(up):
        parts.append(np.column_stack([np.full(len(up), far), up]))
    last = max(upper, float(top(int(climb[column + 1]))))
    if strip.after[column + 1] > far:
        parts.append(np.array([[strip.after[column + 1], last]]))
    return np.concatenate(parts)


def _side(depth: int, climb: int) -> np.ndarray:
    """The `t` of the vertices along a street that climbs on past a column's own depth."""
    low = np.array([float(top(layer)) for layer in range(depth, climb)])
    steps = np.array([LOT_DEPTH_M, 2 * LOT_DEPTH_M, LAYER_M])
    rising: np.ndarray = (low[:, None] + steps[None, :]).ravel()
    return rising


def _ridge_between(ridge: np.ndarray, order: np.ndarray, column: int) -> np.ndarray:
    """Vertices of the ridge from the far to the near end of a column."""
    start, end = ridge[column + 1], ridge[column]
    if np.array_equal(start, end):
        return start[None, :]
    x = ridge[order, 0]
    low, high = sorted((start[0], end[0]))
    between = ridge[order][(x > low) & (x < high)]
    if start[0] > end[0]:
        between = between[::-1]
    line = np.concatenate([start[None, :], between, end[None, :]])
    keep = np.ones(len(line), dtype=bool)
    keep[1:] = np.abs(np.diff(line, axis=0)).sum(axis=1) > 0
    return line[keep]
