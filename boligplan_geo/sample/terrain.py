"""Smooth random fields, and a terrain that rises from the shore: streets along it lie level."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from boligplan_geo.raster.grid import Grid
from boligplan_geo.sample import place

#: No more cells than this; a larger municipality gets coarser ones, so that memory is bounded.
MAX_CELLS = 40_000_000
ROWS_AT_ONCE = 512  # cells are made in bands of rows, so that temporaries stay small


@dataclass(frozen=True)
class Waves:
    """A smooth random field: a sum of plane waves of random direction and phase.

    Examples
    --------
    >>> field = Waves.random(np.random.default_rng(1), shortest_m=200, longest_m=800)
    >>> bool(abs(field(np.array([0.0]), np.array([0.0]))[0]) < 4)
    True
    """

    wave_x: np.ndarray
    wave_y: np.ndarray
    phase: np.ndarray
    weight: np.ndarray

    @classmethod
    def random(
        cls, rng: np.random.Generator, *, shortest_m: float, longest_m: float, count: int = 9
    ) -> Waves:
        """Draw a field with standard deviation 1 and wavelengths between the two."""
        length = np.geomspace(shortest_m, longest_m, count)
        angle = rng.uniform(0, 2 * np.pi, count)
        weight = np.sqrt(length)
        weight *= np.sqrt(2 / (weight**2).sum())
        number = 2 * np.pi / length
        phase = rng.uniform(0, 2 * np.pi, count)
        return cls(number * np.cos(angle), number * np.sin(angle), phase, weight)

    def __call__(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Value at points (no unit)."""
        value = np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))
        local_x, local_y = x - place.LEFT, y - place.BOTTOM
        for kx, ky, phase, weight in zip(
            self.wave_x, self.wave_y, self.phase, self.weight, strict=True
        ):
            value += weight * np.sin(kx * local_x + ky * local_y + phase)
        return value


def land_mask(
    rings: list[np.ndarray], rows: int, columns: int, cell_m: float, top: float
) -> np.ndarray:
    """Which cells have their centre on land, by counting crossings along each row.

    Parameters
    ----------
    rings : list of (n, 2) arrays
        Closed outlines of land [m].
    rows, columns, cell_m, top
        The grid, whose left edge is `place.LEFT`.

    Returns
    -------
    (rows, columns) bool array
    """
    toggles = np.zeros((rows, columns + 1), dtype=np.int8)
    for ring in rings:
        x0, y0 = ring[:-1].T
        x1, y1 = ring[1:].T
        low, high = np.minimum(y0, y1), np.maximum(y0, y1)
        # rows whose centre lies in (low, high]
        first = np.ceil((top - high) / cell_m - 0.5).astype(int).clip(0, rows)
        last = np.ceil((top - low) / cell_m - 0.5).astype(int).clip(0, rows)
        count = last - first
        edge = np.repeat(np.arange(len(x0)), count)
        row = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + first[edge]
        y = top - (row + 0.5) * cell_m
        x = x0[edge] + (y - y0[edge]) / (y1[edge] - y0[edge]) * (x1[edge] - x0[edge])
        column = np.ceil((x - place.LEFT) / cell_m - 0.5).astype(int).clip(0, columns)
        np.add.at(toggles, (row, column), 1)
    crossings = np.cumsum(toggles[:, :-1], axis=1, dtype=np.int8)
    return (crossings % 2).astype(bool)


def make_terrain(rings: list[np.ndarray], width_m: float, height_m: float, seed: int) -> Grid:
    """Raise land from its shore: a gentle strip for the town, steeper hills behind.

    Parameters
    ----------
    rings : list of (n, 2) arrays
        Outlines of land [m].
    width_m, height_m : float
        Extent from (`place.LEFT`, `place.BOTTOM`).
    seed : int
        Of the hills.

    Returns
    -------
    Grid
        Metres above NN2000 in whole centimetres; above 0 on land, below in the sea.
    """
    cell = 5.0
    while width_m * height_m / cell**2 > MAX_CELLS:
        cell *= 2
    rows, columns = round(height_m / cell), round(width_m / cell)
    top = place.BOTTOM + rows * cell
    land = land_mask(rings, rows, columns, cell, top)
    inland = _distance(land, cell)
    seaward = _distance(~land, cell)
    rng = np.random.default_rng([seed, 11])
    rough = Waves.random(rng, shortest_m=160, longest_m=700)
    massif = Waves.random(rng, shortest_m=900, longest_m=2600)
    x = place.LEFT + (np.arange(columns) + 0.5) * cell
    values = np.empty((rows, columns), dtype=np.float32)
    for start in range(0, rows, ROWS_AT_ONCE):
        band = slice(start, min(start + ROWS_AT_ONCE, rows))
        y = (top - (np.arange(band.start, band.stop) + 0.5) * cell)[:, None]
        height = _hill_share(x, y)
        values[band] = _elevation(inland[band], seaward[band], rough(x, y), massif(x, y), height)
    return Grid(np.round(values, 2), place.LEFT, top, cell, place.CRS)


def _distance(mask: np.ndarray, cell_m: float) -> np.ndarray:
    """Distance from each true cell to the nearest false one, less half a cell [m]."""
    distance = ndimage.distance_transform_edt(mask).astype(np.float32)
    return np.where(mask, (distance - 0.5) * cell_m, 0)


def _hill_share(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """How much of the hills there is: little in the basin where the truth field lies."""
    middle_x = place.RESERVE_LEFT + place.RESERVE_WIDTH_M / 2
    middle_y = place.RESERVE_BOTTOM + place.RESERVE_GATE_M
    away = np.hypot(x - middle_x, y - middle_y)
    return 1 - 0.85 * np.exp(-((away / 750) ** 4))


def _elevation(
    inland: np.ndarray,
    seaward: np.ndarray,
    rough: np.ndarray,
    massif: np.ndarray,
    hill_share: np.ndarray,
) -> np.ndarray:
    """Elevation [m] from the distance to the shore, two random fields and a share of hills."""
    ramp = np.clip(inland / 260, 0, 1)
    shore = 1.2 + 0.055 * np.minimum(inland, 60)
    town = 0.085 * np.clip(inland - 60, 0, 360) * (1 + 0.18 * np.tanh(massif))
    beyond = np.clip(inland - 300, 0, None)
    hills = 130 * (1 + 0.35 * np.tanh(massif)) * (1 - np.exp(-((beyond / 330) ** 1.5)))
    hills += 0.16 * np.clip(beyond - 250, 0, None) + np.clip(beyond / 300, 0, 1) * 9 * rough
    land = shore + town + hill_share * hills + ramp * 3.2 * rough
    sea = -np.minimum(0.4 + 0.09 * seaward, 45 + 6 * massif)
    return np.where(inland > 0, np.maximum(land, 0.3), np.minimum(sea, -0.2))


def with_patch(
    grid: Grid, bounds: tuple[float, float, float, float], patch: np.ndarray, margin_m: float
) -> Grid:
    """Put a patch into the grid and lead the land around smoothly to its edge.

    Parameters
    ----------
    grid : Grid
        Terrain whose cells the bounds fit.
    bounds : west, south, east, north
        Of the patch [m].
    patch : (rows, columns) array
        Elevations inside [m].
    margin_m : float
        How far outside the terrain is led to the patch's edge.
    """
    cell = grid.cell_m
    column, row = round((bounds[0] - grid.left) / cell), round((grid.top - bounds[3]) / cell)
    reach = int(margin_m / cell)
    rows, columns = patch.shape
    r = np.arange(max(row - reach, 0), min(row + rows + reach, grid.values.shape[0]))
    c = np.arange(max(column - reach, 0), min(column + columns + reach, grid.values.shape[1]))
    edge = patch[np.clip(r - row, 0, rows - 1)][:, np.clip(c - column, 0, columns - 1)]
    away_r = np.maximum(np.maximum(row - r, r - (row + rows - 1)), 0)[:, None]
    away_c = np.maximum(np.maximum(column - c, c - (column + columns - 1)), 0)[None, :]
    # the first cell outside is still level with the edge, so that a road there meets it exactly
    share = np.clip((np.hypot(away_r, away_c) - 1) / (reach - 1), 0, 1)
    share = share**2 * (3 - 2 * share)
    values = grid.values.copy()
    window = values[np.ix_(r, c)]
    blended = np.where(window > 0, share * window + (1 - share) * edge, window)
    values[np.ix_(r, c)] = np.round(blended, 2)
    return grid.with_values(values)
