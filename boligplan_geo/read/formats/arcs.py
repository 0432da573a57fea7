"""Circular arcs as straight lines, with the area that this costs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

#: Largest distance between an arc and the lines drawn for it. Plans are drawn in centimetres.
DEVIATION_M = 0.001
#: Three points nearer a line than this share of their chord make no arc.
STRAIGHT_SHARE = 0.001


@dataclass(frozen=True)
class Arc:
    """An arc as drawn.

    Parameters
    ----------
    points : array of shape (n, 2)
        From the first to the last point, both included.
    area_m2 : float
        Area between the arc and the lines drawn for it; 0 for a straight one.
    fault : str
        ``""``, ``"coincident"`` (two of the three points are one) or ``"straight"``.
    """

    points: np.ndarray
    area_m2: float
    fault: str = ""


def through(
    first: np.ndarray, middle: np.ndarray, last: np.ndarray, *, deviation_m: float = DEVIATION_M
) -> Arc:
    """The arc from one point through another to a third, in metres.

    The points lie on the arc, so that the area inside is a little too small where it bulges
    out. They are the same points whichever end one begins at: areas that share an arc still meet.
    Where first and last are one point, the arc is the whole circle with `middle` opposite.

    Examples
    --------
    >>> half = through(np.array([1.0, 0]), np.array([0.0, 1]), np.array([-1.0, 0]), deviation_m=0.1)
    >>> half.points.round(2).tolist()
    [[1.0, 0.0], [0.71, 0.71], [0.0, 1.0], [-0.71, 0.71], [-1.0, 0.0]]
    >>> round(half.area_m2, 3)  # π / 2 less four triangles
    0.157
    """
    if tuple(first) > tuple(last):
        mirrored = through(last, middle, first, deviation_m=deviation_m)
        return Arc(mirrored.points[::-1], mirrored.area_m2, mirrored.fault)
    is_circle = np.array_equal(first, last)
    if np.array_equal(first, middle) or np.array_equal(middle, last):
        return Arc(np.array([first, last]), 0.0, "coincident")
    to_middle, to_last = middle - first, last - first
    turn = to_middle[0] * to_last[1] - to_middle[1] * to_last[0]
    if is_circle:
        centre, sweep = (first + middle) / 2, 2 * np.pi
    elif abs(turn) < STRAIGHT_SHARE * float(to_last @ to_last):  # distance to chord, over chord
        return Arc(np.array([first, last]), 0.0, "straight")
    else:
        centre = _centre(first, middle, last)
        sweep = _sweep(first - centre, last - centre, is_left=turn > 0)
    drawn, area = _swept(centre, first, sweep, deviation_m)
    drawn[-1] = last
    return Arc(drawn, area)


def circle(
    first: np.ndarray, second: np.ndarray, third: np.ndarray, *, deviation_m: float = DEVIATION_M
) -> Arc:
    """The whole circle through three points, from the first and back to it.

    Examples
    --------
    >>> points = np.array([[1.0, 0], [0, 1], [-1, 0]])
    >>> circle(*points, deviation_m=0.3).points.round(2).tolist()
    [[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [-0.0, -1.0], [1.0, 0.0]]
    """
    arc = through(first, second, third, deviation_m=deviation_m)
    if arc.fault or np.array_equal(first, third):
        return arc
    points, area = _swept(_centre(first, second, third), first, 2 * np.pi, deviation_m)
    points[-1] = first
    return Arc(points, area)


def around(
    centre: np.ndarray,
    radius_m: float,
    start: float,
    sweep: float,
    deviation_m: float = DEVIATION_M,
) -> Arc:
    """The arc around a centre from an angle [rad, from east, anticlockwise] over a sweep [rad].

    Examples
    --------
    >>> around(np.array([0.0, 0]), 2.0, 0.0, np.pi, 0.6).points.round(2).tolist()
    [[2.0, 0.0], [0.0, 2.0], [-2.0, 0.0]]
    """
    first = centre + radius_m * np.array([np.cos(start), np.sin(start)])
    return Arc(*_swept(centre, first, sweep, deviation_m))


def _centre(first: np.ndarray, second: np.ndarray, third: np.ndarray) -> np.ndarray:
    """Centre of the circle through three points that are not on a line."""
    # measured from the first point: national coordinates squared would lose the millimetres
    a, b = second - first, third - first
    away = np.array([b[1] * (a @ a) - a[1] * (b @ b), a[0] * (b @ b) - b[0] * (a @ a)])
    return first + away / (2 * (a[0] * b[1] - a[1] * b[0]))


def _sweep(start: np.ndarray, end: np.ndarray, *, is_left: bool) -> float:
    """Angle from one radius to the other, anticlockwise where the arc turns left."""
    turn = np.arctan2(end[1], end[0]) - np.arctan2(start[1], start[0])
    return float(turn % (2 * np.pi) if is_left else -((-turn) % (2 * np.pi)))


def _swept(
    centre: np.ndarray, first: np.ndarray, sweep: float, deviation_m: float
) -> tuple[np.ndarray, float]:
    radius = float(np.hypot(*(first - centre)))
    step = 2 * np.arccos(max(1 - deviation_m / radius, 0.0)) if radius > 0 else np.pi
    count = max(int(np.ceil(abs(sweep) / step)), 2)
    angles = np.arctan2(*(first - centre)[::-1]) + np.linspace(0, sweep, count + 1)
    points = centre + radius * np.column_stack([np.cos(angles), np.sin(angles)])
    points[0] = first
    area = radius**2 / 2 * (abs(sweep) - count * np.sin(abs(sweep) / count))
    return points, float(area)
