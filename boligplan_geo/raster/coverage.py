"""Which share of each raster cell a polygon covers, exactly, and statistics weighted by it.

The signed area left of every ring edge is split at cell borders and accumulated along rows,
as font rasterisers do; all polygons at once, in numpy. No topology is computed, so it cannot
fail on odd shapes. Agrees with exactextract (`tests/test_raster.py`) and is many times faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from boligplan_geo.geometry.geos import polygons as single_polygons
from boligplan_geo.geometry.shared_area import rings

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from boligplan_geo.raster.grid import Grid

#: Cells of bounding boxes handled at once: about 30 MB, much of it in the processor's cache.
CELLS_AT_ONCE = 500_000

#: A cell counts as touched from this share on: below is rounding.
LEAST_SHARE = 1e-9


def cell_shares(
    polygons: np.ndarray, *, left: float, top: float, cell_m: float
) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]]:
    """Exact share of each cell that each polygon covers, in batches of polygons.

    Parameters
    ----------
    polygons : array of Polygon or MultiPolygon
    left, top : float
        Upper-left corner of cell (0, 0) [m].
    cell_m : float
        Side of a cell [m].

    Yields
    ------
    owner, row, column, share : arrays
        Position in `polygons`, cell (may lie outside any grid), covered share of the cell
        (0 to 1). Sorted by owner, row, column.

    Examples
    --------
    >>> owner, row, column, share = next(
    ...     cell_shares(np.array([shapely.box(0, 0, 15, 10)]), left=0, top=10, cell_m=10))
    >>> column, share
    (array([0, 1]), array([1. , 0.5]))
    """
    bounds = shapely.bounds(polygons)
    usable = np.flatnonzero(np.isfinite(bounds).all(axis=1))
    west, north = (bounds[:, 0] - left) / cell_m, (top - bounds[:, 3]) / cell_m
    east, south = (bounds[:, 2] - left) / cell_m, (top - bounds[:, 1]) / cell_m
    box = np.floor(np.column_stack([north, west, south, east])[usable]).astype(np.int64)
    heights, widths = box[:, 2] - box[:, 0] + 1, box[:, 3] - box[:, 1] + 2
    batch = np.cumsum(heights * widths) // CELLS_AT_ONCE
    for start, stop in _runs(batch):
        some = slice(start, stop)
        owner, row, column, share = _batch_shares(
            polygons[usable[some]],
            (left, top, cell_m),
            box[some, :2],
            heights[some],
            widths[some],
        )
        yield usable[some][owner], row, column, share


def _runs(labels: np.ndarray) -> Iterator[tuple[int, int]]:
    """First and past-last position of each run of equal labels."""
    if labels.size:
        cuts = np.flatnonzero(np.diff(labels)) + 1
        yield from zip([0, *cuts.tolist()], [*cuts.tolist(), labels.size], strict=True)


def _batch_shares(
    polygons: np.ndarray,
    grid: tuple[float, float, float],
    origin: np.ndarray,
    heights: np.ndarray,
    widths: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Accumulate signed areas of all ring edges in one flat array of bounding-box cells."""
    x0, y0, x1, y1, owner = _ring_edges(polygons, *grid)
    edge, xa, ya, xb, yb = _split_at_cells(x0, y0, x1, y1)
    of = owner[edge]
    x, dy = (xa + xb) / 2, yb - ya
    sizes = heights * widths
    first = np.cumsum(sizes) - sizes
    # rounding may place a piece on the box's edge just outside of it
    row = np.clip(np.floor((ya + yb) / 2).astype(np.int64) - origin[of, 0], 0, heights[of] - 1)
    column = np.clip(np.floor(x).astype(np.int64) - origin[of, 1], 0, widths[of] - 2)
    at = first[of] + row * widths[of] + column
    beside = dy * (x - column - origin[of, 1])  # the part of the cell left of the piece
    total = int(sizes.sum())
    area = np.bincount(at, weights=dy - beside, minlength=total)
    area += np.bincount(at + 1, weights=beside, minlength=total + 1)[:total]
    share = np.cumsum(area)  # every row of a closed ring sums to 0, so rows do not mix
    touched = np.flatnonzero(share > LEAST_SHARE)
    who = np.repeat(np.arange(len(sizes)), sizes)[touched]
    local = touched - first[who]
    return (
        who,
        origin[who, 0] + local // widths[who],
        origin[who, 1] + local % widths[who],
        np.minimum(share[touched], 1.0),
    )


def _ring_edges(
    polygons: np.ndarray, left: float, top: float, cell_m: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Edges of all rings in cell units (y down); interior on a fixed side; their polygon."""
    parts, part_owner = single_polygons(polygons)
    xy, part = shapely.get_coordinates(parts, return_index=True)
    ring, is_hole = rings(parts, part)
    x, y = (xy[:, 0] - left) / cell_m, (top - xy[:, 1]) / cell_m
    start = np.flatnonzero(ring[1:] == ring[:-1])
    cross = x[start] * y[start + 1] - x[start + 1] * y[start]
    area = np.bincount(ring[start], cross, minlength=len(is_hole))
    turned = ((area > 0) != is_hole)[ring[start]]
    end = start + 1
    start, end = np.where(turned, end, start), np.where(turned, start, end)
    return x[start], y[start], x[end], y[end], part_owner[part[start]]


def _split_at_cells(
    x0: np.ndarray, y0: np.ndarray, x1: np.ndarray, y1: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Cut edges at whole y, then at whole x; pieces with their edge, in order along it.

    Level edges bound no area from the side and are left out.
    """
    rising = np.flatnonzero(y1 != y0)
    edge, ya, xa, yb, xb = _split(y0[rising], x0[rising], y1[rising], x1[rising])
    piece, xa, ya, xb, yb = _split(xa, ya, xb, yb)
    return rising[edge[piece]], xa, ya, xb, yb


def _split(
    a0: np.ndarray, b0: np.ndarray, a1: np.ndarray, b1: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Cut edges where their first coordinate passes a whole number, strictly between its ends."""
    low, high = np.minimum(a0, a1), np.maximum(a0, a1)
    lowest = np.floor(low) + 1.0
    cuts = np.maximum(np.ceil(high) - lowest, 0.0).astype(np.int64)
    edge = np.repeat(np.arange(len(a0)), cuts + 1)
    last = np.cumsum(cuts + 1) - 1
    first = last - cuts
    rises = a1 > a0
    begin = np.where(rises, lowest, lowest + cuts - 1.0)
    end_a = begin[edge] + np.where(rises, 1.0, -1.0)[edge] * (np.arange(len(edge)) - first[edge])
    run = a1 - a0
    steepness = np.divide(b1 - b0, run, out=np.zeros_like(run), where=run != 0)
    end_b = b0[edge] + steepness[edge] * (end_a - a0[edge])
    end_a[last], end_b[last] = a1, b1  # exact ends: pieces of neighbouring edges must meet
    start_a, start_b = np.roll(end_a, 1), np.roll(end_b, 1)
    start_a[first], start_b[first] = a0, b0
    return edge, start_a, start_b, end_a, end_b


class Asked(NamedTuple):
    """Statistics of one grid, by the names of `raster.zonal`, and the threshold above which."""

    grid: Grid
    statistics: Sequence[str]
    above: float | None = None


def summarise(plots: gpd.GeoDataFrame, asked: Sequence[Asked]) -> list[pd.DataFrame]:
    """Coverage-weighted statistics of grids with the same cells: see `boligplan_geo.raster.zonal`.

    Which cells each plot covers is found once for all grids.
    """
    import pandas as pd

    for one in asked:
        _check(one)
    polygons = plots.geometry.to_numpy()
    of = asked[0].grid
    in_cells = shapely.area(polygons) / of.cell_m**2
    tables = [{name: np.full(len(polygons), np.nan) for name in one.statistics} for one in asked]
    for table in tables:
        if "known_share" in table:
            table["known_share"][:] = 0.0
    for cells in cell_shares(polygons, left=of.left, top=of.top, cell_m=of.cell_m):
        owner, row, column, share = cells
        rows, columns = of.values.shape
        inside = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
        if not inside.all():
            owner, row, column, share = (values[inside] for values in cells)
        at = row * columns + column
        for one, table in zip(asked, tables, strict=True):
            _fill(table, one, owner, share, one.grid.values.ravel()[at], in_cells)
    return [pd.DataFrame(table, index=plots.index) for table in tables]


def _check(asked: Asked) -> None:
    pattern = r"mean|min|max|p\d\d?|(above|known)_share"
    unknown = [s for s in asked.statistics if not re.fullmatch(pattern, s)]
    if unknown:
        known = "mean, min, max, p1 to p99, above_share, known_share"
        raise ValueError(f"needs {known}; given {unknown}")
    if "above_share" in asked.statistics and asked.above is None:
        raise ValueError("above_share needs the threshold above=")


def _fill(
    table: dict[str, np.ndarray],
    asked: Asked,
    owner: np.ndarray,
    share: np.ndarray,
    value: np.ndarray,
    in_cells: np.ndarray,
) -> None:
    """Write the statistics of a batch of plots; `value` is that of each covered cell."""
    known = np.isfinite(value)
    if not known.all():
        owner, share, value = owner[known], share[known], value[known]
    if not len(owner):
        return
    first = np.flatnonzero(np.diff(owner, prepend=-1))  # cells come by owner
    plot = owner[first]
    covered = np.add.reduceat(share, first)
    for name in table:
        if name == "known_share":
            found = np.minimum(covered / np.maximum(in_cells[plot], LEAST_SHARE), 1.0)
        else:
            found = _statistic(name, first, share, value, asked.above, covered)
        table[name][plot] = found


def _statistic(
    name: str,
    first: np.ndarray,
    share: np.ndarray,
    value: np.ndarray,
    above: float | None,
    covered: np.ndarray,
) -> np.ndarray:
    """One statistic of every group; a group begins at each `first`, `covered` are their sums."""
    if name == "mean":
        return np.add.reduceat(share * value, first) / covered
    if name == "above_share":
        is_above = value > np.float64(above or 0.0)
        return np.add.reduceat(np.where(is_above, share, 0.0), first) / covered
    if name in ("min", "max"):
        return (np.minimum if name == "min" else np.maximum).reduceat(value, first).astype(float)
    group = np.repeat(np.arange(len(first)), np.diff(first, append=len(value)))
    order = _by_group_and_value(group, value)
    share, value = share[order], value[order]
    upto = np.cumsum(share)
    # rounding of the running sum must not push an exact percentile to the next cell
    asked = upto[first] - share[first] + (float(name[1:]) / 100 - 1e-9) * covered
    enough = upto >= asked[group]
    before_enough = np.concatenate([[False], enough[:-1] & (np.diff(group) == 0)])
    return value[enough & ~before_enough].astype(float)


def _by_group_and_value(group: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Order by group, then value; one sort of whole numbers, ten times faster than of two keys."""
    if value.dtype != np.float32:
        return np.lexsort((value, group))
    bits = (value + np.float32(0.0)).view(np.uint32)  # + 0: no negative zero
    is_negative = bits >> 31 == 1
    rising = np.where(is_negative, ~bits, bits | np.uint32(1 << 31))
    return np.argsort((group.astype(np.uint64) << np.uint64(32)) | rising)
