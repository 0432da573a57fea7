"""The ground of the test field: planes of exact slope, the islet, and where the plots lie."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from shapely import LineString, Polygon, box

WIDTH_M, HEIGHT_M = 600.0, 700.0

# Terrain of the field: rise above its base by northing, linear between the breaks, so that the
# slope of a band is exact: 10 % up, 30 % up and 40 % down. At the east and west edge the rise
# is led to nothing over TAPER_M; plots that measure slopes stay clear of that.
TERRAIN_BREAKS_M = (0.0, 260.0, 340.0, 350.0, 390.0, 400.0, 450.0, HEIGHT_M)
TERRAIN_RISE_M = (0.0, 0.0, 8.0, 8.0, 20.0, 20.0, 0.0, 0.0)
TAPER_M = 60.0

# The islet (Prøveholmen) in the sea, in the field's own metres: straight shores on every side
ISLET = box(860.0, 2820.0, 1380.0, 3080.0)
ISLET_LEVEL_M, SHELF_LEVEL_M = 5.0, 2.0
#: Low land on the islet, from its lower left corner: a shelf at the southern shore and a hollow.
SHELVES = (box(220, 0, 280, 70), box(340, 105, 360, 135))


def elevation_m(x: np.ndarray, y: np.ndarray, base_elevation_m: float) -> np.ndarray:
    """Elevation [m] inside the field or the islet, at metres from the field's corner.

    Parameters
    ----------
    x, y : array of float
    base_elevation_m : float
        Of the field's flat southern part.

    Examples
    --------
    >>> elevation_m(np.array([300.0, 1100.0]), np.array([300.0, 2850.0]), 60.0).tolist()
    [64.0, 2.0]
    """
    rise = np.interp(y, TERRAIN_BREAKS_M, TERRAIN_RISE_M)
    share = np.minimum(x, WIDTH_M - x) / TAPER_M
    on_field = base_elevation_m + rise * np.clip(share, 0, 1)
    west, south, _, _ = ISLET.bounds
    low = [_is_within(shelf, x - west, y - south) for shelf in SHELVES]
    on_islet = np.where(np.logical_or.reduce(low), SHELF_LEVEL_M, ISLET_LEVEL_M)
    return np.where(y < south, on_field, on_islet)


def _is_within(shape: Polygon, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Whether points lie in a box."""
    west, south, east, north = shape.bounds
    return np.asarray((x > west) & (x < east) & (y > south) & (y < north))


def slot(band_bottom: float, number: int, *, width: float = 20, depth: float = 30) -> Polygon:
    """The box of plot `number` in a band: every 30 m from x = 20, `width` × `depth` m."""
    x = 20 + 30 * number
    return box(x, band_bottom, x + width, band_bottom + depth)


def around(plot: Polygon) -> Polygon:
    """The slot's own plan field: 5 m wider on every side, so that neighbours' fields touch."""
    x_min, y_min, x_max, y_max = plot.bounds
    return box(x_min - 5, y_min - 5, x_max + 5, y_max + 5)


def line_z(base_elevation_m: float, points: Sequence[tuple[float, float]]) -> LineString:
    """A line in local metres with the field's own elevations, with a vertex at each break.

    Only for lines clear of the tapered edges, or on the flat.
    """
    coordinates = []
    for (x0, y0), (x1, y1) in pairwise(points):
        breaks = [b for b in TERRAIN_BREAKS_M if min(y0, y1) < b < max(y0, y1)]
        ys = [y0, *(breaks if y1 > y0 else breaks[::-1])]
        xs = [x0 + (x1 - x0) * (y - y0) / (y1 - y0) if y1 != y0 else x0 for y in ys]
        coordinates += list(zip(xs, ys, strict=True))
    coordinates.append(points[-1])
    rise = np.interp([y for _, y in coordinates], TERRAIN_BREAKS_M, TERRAIN_RISE_M)
    elevation = base_elevation_m + rise
    return LineString([(x, y, z) for (x, y), z in zip(coordinates, elevation, strict=True)])
