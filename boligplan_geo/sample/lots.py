"""Cuts a strip into lots and road parcels that share every vertex, so that they tile."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from boligplan_geo.sample.rings import Edges, Rings
from boligplan_geo.sample.road_parcels import add_across, add_along
from boligplan_geo.sample.streets import LOT_DEPTH_M, SHORE_LOT_M, Strip, top

#: Width of the quads a cell is made of [m]: a lot is one or several of them.
QUAD_M = {"row": 7.6, "villa": 25.5, "centre": 29.0, "block": 29.0}
SHORE_QUAD_M = {"villa": 28.0, "boathouse": 9.0, "industry": 48.0, "quay": 60.0}
QUAY_T = -4.0  # quays stand a little into the sea
SHORE_VERTICES = 3  # stretches of shoreline along each shore lot
SHAFT_M = 4.0  # width of a flag lot's way to its street (skaft)


def cut(strip: Strip, rng: np.random.Generator) -> tuple[Rings, np.ndarray]:
    """Cut a strip into lots, streets and shore lots.

    Parameters
    ----------
    strip : Strip
    rng : numpy.random.Generator

    Returns
    -------
    rings : Rings
        Everything from the water's edge to the top of each column.
    coast : (n, 2) array
        The water's edge in (s, t), in order, as the shore lots have it.
    """
    rings = Rings()
    cells: dict[tuple[int, int], Edges] = {}
    coast: list[np.ndarray] = []
    for column in range(strip.columns):
        edge, front = _shore_cell(rings, strip, column, rng)
        coast.append(edge)
        cells[column, -1] = Edges(front, front)
        for layer, pattern in enumerate(strip.patterns[column]):
            cells[column, layer] = _cell(rings, strip, column, layer, pattern, rng)
    for layer in range(-1, int(strip.depth.max())):
        add_along(rings, strip, layer, cells)
    add_across(rings, strip)
    return rings, np.concatenate(coast)


def _shore_cell(
    rings: Rings, strip: Strip, column: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Cut the land between the water and the coast road; its lot takes the band beside it."""
    pattern = strip.shore_patterns[column]
    start, end = strip.after[column], strip.after[column + 1]
    if not strip.shore.is_closed and column == strip.columns - 1:
        end = strip.before[column + 1]
    count = max(1, round((end - start) / SHORE_QUAD_M.get(pattern, 1e9)))
    per_front = max(1, round((end - start) / count / 30.0))  # a long front follows the road
    s = np.linspace(start, end, count * per_front * SHORE_VERTICES + 1)
    edge = np.column_stack([s, _water(strip, column, s)])
    front_s = np.linspace(start, end, count * per_front + 1)
    inner = front_s[1:-1]
    front_s[1:-1] = inner + rng.uniform(-0.12, 0.12, len(inner)) * (
        inner[0] - start if len(inner) else 0
    )
    front_s = np.unique(np.append(front_s, strip.before[column + 1]))
    front = np.column_stack([front_s, np.full(len(front_s), SHORE_LOT_M)])
    use = {"boathouse": "common", "villa": "villa"}.get(pattern, pattern)
    cuts = [*range(0, count * per_front, per_front), len(front) - 1]  # the last has the corner too
    step = per_front * SHORE_VERTICES
    for lot in range(count):
        fronts = front[cuts[lot] : cuts[lot + 1] + 1][::-1]
        ring = np.concatenate([fronts, edge[lot * step : (lot + 1) * step + 1]])
        rings.add(ring, use, column, -1, front=len(fronts))
    return edge[:-1], front


def _water(strip: Strip, column: int, s: np.ndarray) -> np.ndarray:
    """The `t` of the water's edge along a column: straight where there are quays."""
    patterns = strip.shore_patterns
    is_quay = [
        patterns[k % strip.columns] in ("quay", "industry") for k in range(-1, strip.columns + 1)
    ]
    t = strip.shore.roughness(s)
    before, here, after = is_quay[column], is_quay[column + 1], is_quay[column + 2]
    t[1:-1] = QUAY_T if here else t[1:-1]
    t[0] = QUAY_T if here and before else t[0]
    t[-1] = QUAY_T if here and after else t[-1]
    return t


def _cell(
    rings: Rings, strip: Strip, column: int, layer: int, pattern: str, rng: np.random.Generator
) -> Edges:
    """Cut one cell into lots over a lattice of quads."""
    start, end = strip.after[column], strip.before[column + 1]
    low = float(top(layer))
    count = max(2, round((end - start) / QUAD_M.get(pattern, 28.0)))
    width = (end - start) / count
    even = np.linspace(start, end, count + 1)
    shifts = rng.uniform(-0.16, 0.16, (3, count + 1)) * width
    shifts[:, [0, -1]] = 0
    if pattern == "row":
        shifts[:] = 0
    lift = rng.uniform(-3.5, 3.5, count + 1) if pattern == "villa" else np.zeros(count + 1)
    lift[[0, -1]] = 0
    lower = np.column_stack([even + shifts[0], np.full(count + 1, low)])
    back = np.column_stack([even + shifts[1], low + LOT_DEPTH_M + lift])
    upper = np.column_stack([even + shifts[2], np.full(count + 1, low + 2 * LOT_DEPTH_M)])
    shafts = []
    for row, i, j, use in _lots(pattern, count, rng):
        if row == 2 and pattern == "villa" and i % 2:
            shafts.append(_flag_lot(rings, [lower, back, upper], i, column, layer))
            continue
        if row == 0:
            ring = np.concatenate([lower[i : j + 1], back[i : j + 1][::-1]])
        elif row == 1:
            ring = np.concatenate([upper[i : j + 1][::-1], back[i : j + 1]])
        else:
            sides = [lower[i : j + 1], back[j : j + 1], upper[i : j + 1][::-1], back[i : i + 1]]
            ring = np.concatenate(sides)
        rings.add(ring, use, column, layer, front=j - i + 1)
    lower = np.concatenate([lower, *shafts])
    return Edges(lower[np.argsort(lower[:, 0], kind="stable")], upper)


def _flag_lot(rings: Rings, lines: list[np.ndarray], i: int, column: int, layer: int) -> np.ndarray:
    """Part a villa lot that reaches from street to street: a flag lot (skafttomt) behind another.

    Returns
    -------
    (1, 2) array
        Where the shaft meets the lower street beside its neighbour, for the street to share.
    """
    lower, back, upper = lines
    shaft = np.array([[SHAFT_M, 0.0]])
    mouth, inner = lower[i : i + 1] + shaft, back[i : i + 1] + shaft
    ring = np.concatenate([mouth, lower[i + 1 : i + 2], back[i + 1 : i + 2], inner])
    rings.add(ring, "villa", column, layer)
    # its front begins at the corner behind, so that its house stands in the flag
    front = [back[i : i + 1], lower[i : i + 1], mouth, inner, back[i + 1 : i + 2]]
    ring = np.concatenate([*front, upper[i : i + 2][::-1]])
    rings.add(ring, "villa", column, layer, front=len(front))
    return mouth


def _lots(
    pattern: str, count: int, rng: np.random.Generator
) -> Iterator[tuple[int, int, int, str]]:
    """Which quads make up each lot: row (2: both), first and last edge, use."""
    if pattern in ("school", "park", "cemetery"):
        yield 2, 0, count, pattern
    elif pattern == "field":
        yield 2, 0, count, "villa"
    elif pattern == "services":
        first, second = max(1, count // 3), max(2, 2 * count // 3)
        yield 2, 0, first, "shop"
        yield 2, first, second, "kindergarten"
        yield 2, second, count, "health"
    elif pattern in ("block", "industry"):
        edges = [*range(0, count - 1, 2), count]
        for i, j in pairwise(edges):
            yield 2, i, j, pattern
    elif pattern == "row":
        shared = max(2, round(0.12 * count))  # parking and play, at the end of the rows
        for row in (0, 1):
            for i in range(count - shared):
                yield row, i, i + 1, "row"
        yield 2, count - shared, count, "common"
    else:
        yield from _gardens(pattern, count, rng)


def _gardens(
    pattern: str, count: int, rng: np.random.Generator
) -> Iterator[tuple[int, int, int, str]]:
    """Single lots, of which some took their neighbour or reach from street to street."""
    draw = rng.random((2, count))
    through = draw[1] < (0.04 if pattern == "villa" else 0.12)
    for whole in np.flatnonzero(through):
        yield 2, int(whole), int(whole) + 1, pattern
    for row in (0, 1):
        i = 0
        while i < count:
            if through[i]:
                i += 1
                continue
            is_wide = draw[row, i] < 0.07 and i + 1 < count and not through[i + 1]
            end = i + 2 if is_wide else i + 1
            yield row, i, end, pattern
            i = end
