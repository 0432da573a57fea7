"""`Grid`: a terrain model in memory; slope, aspect, light and heights at points. Pure numpy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False, repr=False)
class Grid:
    """A north-up single-band raster in memory.

    Parameters
    ----------
    values : (rows, columns) float32 array
        Row 0 is the northernmost; NaN where there is no data.
    left, top : float
        Outer edge of the upper-left cell [m].
    cell_m : float
        Side of a (square) cell [m].
    crs : str
        ``"EPSG:25833"`` and the like.
    """

    values: np.ndarray
    left: float
    top: float
    cell_m: float
    crs: str

    def __repr__(self) -> str:
        rows, columns = self.values.shape
        known = float(np.isfinite(self.values).mean())
        return f"{columns} × {rows} cells of {self.cell_m:g} m, {known:.0%} with data"

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north outer edge [m]."""
        rows, columns = self.values.shape
        return (
            self.left,
            self.top - rows * self.cell_m,
            self.left + columns * self.cell_m,
            self.top,
        )

    def with_values(self, values: np.ndarray) -> Grid:
        """Make a grid of other values on the same cells."""
        if values.shape != self.values.shape:
            raise ValueError(f"needs shape {self.values.shape}, given {values.shape}")
        single = values.astype(np.float32, copy=False)
        return Grid(single, self.left, self.top, self.cell_m, self.crs)


def sample(grid: Grid, xy: np.ndarray) -> np.ndarray:
    """Interpolate the grid at points, bilinearly between cell centres.

    Parameters
    ----------
    grid : Grid
    xy : (n, 2) float array
        Points in the grid's CRS [m].

    Returns
    -------
    (n,) float64 array
        NaN outside and where none of the four cells around has data; those without data have
        no weight. Within half a cell of the outer edge the edge cells hold.

    Examples
    --------
    >>> ramp = Grid(np.array([[0.0, 10.0], [0.0, 10.0]], dtype=np.float32), 0, 20, 10, "EPSG:25833")
    >>> sample(ramp, np.array([[10.0, 10.0], [7.5, 3.0], [99.0, 0.0]]))
    array([5. , 2.5, nan])
    """
    rows, columns = grid.values.shape
    xy = np.asarray(xy, dtype=float)
    column = (xy[:, 0] - grid.left) / grid.cell_m - 0.5
    row = (grid.top - xy[:, 1]) / grid.cell_m - 0.5
    inside = (column >= -0.5) & (column <= columns - 0.5) & (row >= -0.5) & (row <= rows - 0.5)
    column = np.clip(np.where(inside, column, 0.0), 0, columns - 1)
    row = np.clip(np.where(inside, row, 0.0), 0, rows - 1)
    c0, r0 = np.floor(column).astype(int), np.floor(row).astype(int)
    c1, r1 = np.minimum(c0 + 1, columns - 1), np.minimum(r0 + 1, rows - 1)
    fc, fr = column - c0, row - r0
    total, weight = np.zeros(len(xy)), np.zeros(len(xy))
    for r, c, share in (
        (r0, c0, (1 - fr) * (1 - fc)),
        (r0, c1, (1 - fr) * fc),
        (r1, c0, fr * (1 - fc)),
        (r1, c1, fr * fc),
    ):
        value = grid.values[r, c].astype(np.float64)
        known = np.isfinite(value)
        total += np.where(known, value, 0.0) * share  # an unknown cell has no weight
        weight += known * share
    return np.divide(total, weight, out=np.full(len(xy), np.nan), where=inside & (weight > 0))


def slope_deg(grid: Grid) -> Grid:
    """Steepest slope of each cell by Horn's method [degrees].

    Beside the outer edge and cells without data, the differences that are left are used
    (one-sided where they must be), as QGIS does; a plane stays exact. NaN where the cell itself
    is unknown or nothing is known across it in one of the directions.

    References
    ----------
    Horn, B. K. P. (1981). Hill shading and the reflectance map. Proceedings of the IEEE 69(1).

    Examples
    --------
    >>> ramp = Grid(np.array([[0, 10, 20]] * 3, dtype=np.float32), 0, 30, 10, "EPSG:25833")
    >>> float(slope_deg(ramp).values[1, 1])
    45.0
    """
    out = np.empty(grid.values.shape, dtype=np.float32)
    for rows, east, north in _gradients(grid):
        out[rows] = np.degrees(np.arctan(np.sqrt(east * east + north * north)))
    return grid.with_values(out)


def aspect_deg(grid: Grid) -> Grid:
    """Compass direction each cell faces, downhill, clockwise from north [degrees, 0 to 360).

    NaN where the slope is unknown and where the cell is level.

    Examples
    --------
    >>> rising_eastward = np.array([[0, 10, 20]] * 3, dtype=np.float32)
    >>> float(aspect_deg(Grid(rising_eastward, 0, 30, 10, "EPSG:25833")).values[1, 1])
    270.0
    """
    out = np.empty(grid.values.shape, dtype=np.float32)
    for rows, east, north in _gradients(grid):
        facing = np.degrees(np.arctan2(-east, -north)) % 360.0
        out[rows] = np.where((east == 0) & (north == 0), np.nan, facing)
    out[out >= 360.0] = 0.0  # rounding to float32 can reach the full circle
    return grid.with_values(out)


def hillshade(
    grid: Grid, *, azimuth_deg: float = 315.0, altitude_deg: float = 45.0, exaggeration: float = 1.0
) -> np.ndarray:
    """Light on the terrain for a map background: 1 (shadow) to 255 (lit), 0 where unknown.

    Parameters
    ----------
    grid : Grid
    azimuth_deg, altitude_deg : float
        Where the light stands. 315 is the cartographer's north-west, not the sun.
    exaggeration : float
        Heights are multiplied by this.

    Returns
    -------
    (rows, columns) uint8 array

    Examples
    --------
    >>> flat = Grid(np.zeros((2, 2), dtype=np.float32), 0, 20, 10, "EPSG:25833")
    >>> int(hillshade(flat)[0, 0])
    181
    """
    azimuth, altitude = np.radians(azimuth_deg), np.radians(altitude_deg)
    light = (np.sin(azimuth) * np.cos(altitude), np.cos(azimuth) * np.cos(altitude))
    out = np.zeros(grid.values.shape, dtype=np.uint8)
    for rows, east, north in _gradients(grid):
        east, north = east * exaggeration, north * exaggeration
        lit = (np.sin(altitude) - east * light[0] - north * light[1]) / np.sqrt(
            1.0 + east**2 + north**2
        )
        shade = 1.0 + 254.0 * np.clip(lit, 0.0, 1.0)
        out[rows] = np.where(np.isfinite(shade), np.rint(np.nan_to_num(shade, nan=0.0)), 0)
    return out


#: Cells of a band of rows: few enough to stay in the processor's cache.
_CELLS_AT_ONCE = 100_000


def _gradients(
    grid: Grid, rows_at_once: int | None = None
) -> Iterator[tuple[slice, np.ndarray, np.ndarray]]:
    """Rise to the east and to the north [m/m] (Horn), by bands of rows to spare memory."""
    rows, columns = grid.values.shape
    rows_at_once = rows_at_once or max(_CELLS_AT_ONCE // max(columns, 1), 8)
    for first in range(0, rows, rows_at_once):
        last = min(first + rows_at_once, rows)
        band = grid.values[max(first - 1, 0) : min(last + 1, rows)].astype(np.float64)
        around = ((int(first == 0), int(last == rows)), (1, 1))
        band = np.pad(band, around, constant_values=np.nan)
        east = _derivative(band) / grid.cell_m
        north = -_derivative(band.T).T / grid.cell_m
        yield slice(first, last), east, north


def _derivative(z: np.ndarray) -> np.ndarray:
    """Weighted mean difference along columns per cell, over three rows weighted 1, 2, 1.

    NaN where the cell itself is unknown.
    """
    step = z[:, 2:] - z[:, :-2]
    mean = (step[:-2] + 2.0 * step[1:-1] + step[2:]) / 8.0
    known = np.isfinite(z[1:-1, 1:-1])
    mean[~known] = np.nan
    row, column = np.nonzero(known & np.isnan(mean))
    around = np.stack(
        [[z[row + r, column + c] for c in range(3)] for r in range(3)]
    )  # three rows; before, at, after; a cell
    mean[row, column] = _one_sided(around[:, 0], around[:, 1], around[:, 2])
    return mean


def _one_sided(before: np.ndarray, at: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Mean difference of three rows of cells in which some neighbours are unknown."""
    step, half = after - before, after - at
    half = np.where(np.isnan(half), at - before, half)
    two_sided = np.isfinite(step)
    difference = np.where(two_sided, step, half)
    weight = np.where(two_sided, 2.0, np.where(np.isfinite(half), 1.0, 0.0))
    difference = np.where(weight > 0, difference, 0.0)  # an absent difference weighs nothing
    total = difference[0] + 2 * difference[1] + difference[2]
    weights = weight[0] + 2 * weight[1] + weight[2]
    return np.divide(total, weights, out=np.full(total.shape, np.nan), where=weights > 0)
