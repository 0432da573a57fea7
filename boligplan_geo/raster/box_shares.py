"""Shares of cells that polygons cover, edge by edge: the loop that `coverage` has compiled."""

from __future__ import annotations

import numpy as np

#: Polygon, row, column and covered share of cells, by polygon, row and column.
Shares = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


def box_shares(
    x0: np.ndarray,
    y0: np.ndarray,
    x1: np.ndarray,
    y1: np.ndarray,
    first: np.ndarray,
    origin: np.ndarray,
    heights: np.ndarray,
    widths: np.ndarray,
    least: float,
) -> Shares:
    """Covered shares of the cells in the box of each polygon.

    Parameters
    ----------
    x0, y0, x1, y1 : arrays
        Ring edges in cells, y down, by polygon; ``first`` begins those of each.
    origin, heights, widths : arrays
        First row and column, and size, of the box of each polygon, a column wider than needed.
    least : float
        A cell counts from this share on.
    """
    total = int((heights * widths).sum())
    who, row = np.empty(total, np.int64), np.empty(total, np.int64)
    column, share = np.empty(total, np.int64), np.empty(total)
    box = np.zeros(int((heights * widths).max()) + 1)
    found = 0
    for p in range(len(heights)):
        height, width = heights[p], widths[p]
        box[: height * width + 1] = 0.0
        for e in range(first[p], first[p + 1]):
            along_y = 1 if y1[e] > y0[e] else -1
            xa, ya = x0[e], y0[e]
            while ya != y1[e]:  # the part of the edge in each row
                if along_y > 0:
                    r = int(np.floor(ya))
                    yb = min(float(r + 1), y1[e])
                else:
                    r = int(np.ceil(ya)) - 1
                    yb = max(float(r), y1[e])
                xb = x1[e]
                if yb != y1[e]:
                    xb = x0[e] + (yb - y0[e]) / (y1[e] - y0[e]) * (x1[e] - x0[e])
                start = min(max(r - origin[p, 0], 0), height - 1) * width
                along_x = 1 if xb > xa else -1
                xs, ys = xa, ya
                while True:  # and of that in each cell
                    c = int(np.floor(xs)) if along_x > 0 or xa == xb else int(np.ceil(xs)) - 1
                    xe = min(float(c + 1), xb) if along_x > 0 else max(float(c), xb)
                    ye = yb if xe == xb else ya + (xe - xa) / (xb - xa) * (yb - ya)
                    k = min(max(c - origin[p, 1], 0), width - 2)
                    beside = (ye - ys) * ((xs + xe) / 2 - k - origin[p, 1])
                    box[start + k] += ye - ys - beside
                    box[start + k + 1] += beside
                    xs, ys = xe, ye
                    if xs == xb:
                        break
                xa, ya = xb, yb
        covered = 0.0  # every row of a closed ring sums to 0, so rows do not mix
        for k in range(height * width):
            covered += box[k]
            if covered > least:
                who[found], share[found] = p, min(covered, 1.0)
                row[found], column[found] = origin[p, 0] + k // width, origin[p, 1] + k % width
                found += 1
    return who[:found], row[:found], column[:found], share[:found]
