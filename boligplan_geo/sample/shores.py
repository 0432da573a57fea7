"""Shores, and the plane along them in which the town is laid out.

Along a shore runs `s` [m], inland from it `t` [m]. Streets are drawn at constant `t`, which the
terrain makes nearly level; `Shore.points` bends that plane into the map. Whatever is laid out
there shares exact coordinates, because the same (s, t) always gives the same point.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from boligplan_geo.sample import place
from boligplan_geo.sample.terrain import Waves

MODULE_WIDTH_M, MODULE_HEIGHT_M = 4400.0, 3400.0  # one island with its mainland shore
STEP_M = 5.0  # vertices of the bent line
RIDGE_M = 900.0  # half length of an island's ridge
BEND_M = 12.0  # how far streets wander from a line parallel to the shore
SHORE_ROUGHNESS_M = 7.0
CAPE_M = 22.0  # half of how far a cape reaches


@dataclass(frozen=True)
class Shore:
    """A shoreline with its inland side to the left.

    Parameters
    ----------
    x, y, normal_x, normal_y : (n,) arrays
        The smooth line every `STEP_M` or so, and the direction inland.
    length_m : float
    is_closed : bool
        An island, whose `s` comes round again.
    side_code : str
        ``island`` or ``mainland``.
    ridge_x, ridge_y : (n,) arrays
        Where the hinterland behind each point ends.
    bend : pair of Waves
    """

    x: np.ndarray
    y: np.ndarray
    normal_x: np.ndarray
    normal_y: np.ndarray
    length_m: float
    is_closed: bool
    side_code: str
    ridge_x: np.ndarray
    ridge_y: np.ndarray
    bend: tuple[Waves, Waves]

    def points(self, st: np.ndarray) -> np.ndarray:
        """Bring (s, t) to easting and northing, on whole millimetres.

        Parameters
        ----------
        st : (n, 2) array

        Returns
        -------
        (n, 2) array
        """
        s, t = st[:, 0], st[:, 1]
        x, y, nx, ny = (
            self._along(values, s) for values in (self.x, self.y, self.normal_x, self.normal_y)
        )
        x, y = x + t * nx, y + t * ny
        bent_x, bent_y = x + BEND_M * self.bend[0](x, y), y + BEND_M * self.bend[1](x, y)
        return np.round(np.column_stack([bent_x, bent_y]), 3)

    def ridge(self, s: np.ndarray) -> np.ndarray:
        """Where the hinterland behind `s` ends; on whole millimetres."""
        both = [self._along(values, s) for values in (self.ridge_x, self.ridge_y)]
        return np.round(np.column_stack(both), 3)

    def roughness(self, s: np.ndarray) -> np.ndarray:
        """The `t` of the water's edge: coves of some metres, and capes out into the sea."""
        x, y = self._along(self.x, s), self._along(self.y, s)
        small = np.sin(x / 23.0 + y / 31.0) + 0.6 * np.sin(x / 9.7 - y / 13.0 + 1.0)
        capes = np.maximum(np.sin(x / 83.0 + y / 61.0) + np.sin(x / 191.0 - y / 137.0 + 2.0), 0)
        return SHORE_ROUGHNESS_M * (0.6 * small + self.bend[0](y, x)) - CAPE_M * capes

    def radius_m(self) -> np.ndarray:
        """Radius of curvature [m] at each vertex, where the line bends inland; else infinite."""
        heading = np.unwrap(np.arctan2(-self.normal_x, self.normal_y))
        turn = np.gradient(heading, self.length_m / (len(self.x) - 1))
        width = int(200 / STEP_M)
        padded = np.pad(turn, width, mode="wrap" if self.is_closed else "edge")
        smooth = np.convolve(padded, np.ones(2 * width + 1) / (2 * width + 1), mode="valid")
        return np.where(smooth > 1e-5, 1 / np.maximum(smooth, 1e-5), np.inf)

    def _along(self, values: np.ndarray, s: np.ndarray) -> np.ndarray:
        place_on_line = np.mod(s, self.length_m) if self.is_closed else s
        at = np.linspace(0, self.length_m, len(values))
        found: np.ndarray = np.interp(place_on_line, at, values)
        return found


def island(left: float, bottom: float, bend: tuple[Waves, Waves], phase: np.ndarray) -> Shore:
    """Make the shore of an island in the module whose corner is given, counter-clockwise."""
    angle = np.linspace(0, 2 * np.pi, 4001)
    swell = 1 + 0.05 * np.cos(2 * angle + phase[0]) + 0.035 * np.cos(3 * angle + phase[1])
    swell += 0.014 * np.cos(5 * angle + phase[2])
    middle_x, middle_y = left + 0.5 * MODULE_WIDTH_M, bottom + 2460
    x = middle_x + 1560 * swell * np.cos(angle)
    y = middle_y + 640 * swell * np.sin(angle)
    x, y, length = _even(x, y)
    ridge_x = np.clip(middle_x + 0.72 * (x - middle_x), middle_x - RIDGE_M, middle_x + RIDGE_M)
    ridge_y = middle_y + 45 * np.sin((ridge_x - middle_x) / 300 + phase[3])
    normal_x, normal_y = _inland(x, y, is_closed=True)
    return Shore(x, y, normal_x, normal_y, length, True, "island", ridge_x, ridge_y, bend)


def mainland(
    left: float, bottom: float, modules: int, bend: tuple[Waves, Waves], phase: np.ndarray
) -> Shore:
    """Make a mainland shore that faces north, from east to west past `modules` islands."""
    width = modules * MODULE_WIDTH_M
    x = np.linspace(left + width - 35, left + 35, 900 * modules)
    turn = 2 * np.pi * (x - place.LEFT) / MODULE_WIDTH_M
    y = bottom + 1310 + 62 * np.sin(2 * turn + phase[4]) + 20 * np.sin(4 * turn + phase[5])
    x, y, length = _even(x, y)
    normal_x, normal_y = _inland(x, y, is_closed=False)
    ridge_y = np.full_like(x, bottom)
    return Shore(x, y, normal_x, normal_y, length, False, "mainland", x, ridge_y, bend)


def _even(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    """Put vertices at even steps along a line; gives the line and its length [m]."""
    along = np.concatenate([[0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    length = float(along[-1])
    at = np.linspace(0, length, int(length / STEP_M) + 1)
    return np.interp(at, along, x), np.interp(at, along, y), length


def _inland(x: np.ndarray, y: np.ndarray, *, is_closed: bool) -> tuple[np.ndarray, np.ndarray]:
    """Unit normals to the left of a line."""
    if is_closed:
        dx = np.gradient(np.concatenate([x[-3:-1], x, x[1:3]]))[2:-2]
        dy = np.gradient(np.concatenate([y[-3:-1], y, y[1:3]]))[2:-2]
    else:
        dx, dy = np.gradient(x), np.gradient(y)
    size = np.hypot(dx, dy)
    return -dy / size, dx / size
