"""Columns, streets and what each block is for, in the plane along a shore.

A strip is cut into columns by streets and paths that climb from the shore, and into layers by
streets along it::

    t   hinterland (farms, forest)
        ---- street ------------------- top(1)
        row 1 of lots
        ....back line..................         a cell: column × layer
        row 0 of lots
        ---- coast road --------------- top(0)
        shore lots
    0   the water's edge
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from boligplan_geo.sample.shores import RIDGE_M, Shore

SHORE_LOT_M, COAST_ROAD_M = 44.0, 12.0
LOT_DEPTH_M, STREET_M = 32.0, 9.0
LAYER_M = 2 * LOT_DEPTH_M + STREET_M
MAX_DEPTH = 4  # layers
BAND_M = {"street": 8.0, "path": 4.0, "stairs": 3.5, "edge": 0.0}
COLUMNS_PER_BASIC_UNIT = 4

#: Lots that a cell of each pattern gives, about; for meeting the number of plots asked for.
LOTS = {
    "villa": 12, "row": 38, "block": 3, "centre": 11, "services": 3, "school": 1, "park": 1,
    "industry": 3, "cemetery": 1, "field": 1,
}  # fmt: skip


def top(layers: np.ndarray | int) -> np.ndarray | float:
    """The `t` of the upper edge of a strip of so many layers (0: the coast road only) [m]."""
    return SHORE_LOT_M + COAST_ROAD_M + LAYER_M * layers


@dataclass(frozen=True, eq=False)
class Strip:
    """How the land along one shore is laid out.

    Parameters
    ----------
    number : int
        Of the strip.
    shore : Shore
    before, after : (columns + 1,) arrays
        `s` [m] of both edges of the street or path at each boundary between columns; on a
        closed shore the last boundary is the first, one round on.
    kinds : (columns + 1,) array of str
        ``street``, ``path``, ``stairs`` or ``edge`` (the end of an open shore).
    depth : (columns,) array of int
        Layers of each column.
    centre_distance : (columns,) array of int
        Columns to the nearest centre; negative on its near side.
    district : (columns,) array of int
        Running number of the district.
    patterns : list of list of str
        Pattern of each cell of each column.
    shore_patterns : list of str
        Pattern of each column's shore lots.
    """

    number: int
    shore: Shore
    before: np.ndarray
    after: np.ndarray
    kinds: np.ndarray
    depth: np.ndarray
    centre_distance: np.ndarray
    district: np.ndarray
    patterns: list[list[str]]
    shore_patterns: list[str]

    @property
    def columns(self) -> int:
        """How many columns."""
        return len(self.depth)

    @property
    def middle(self) -> np.ndarray:
        """`s` of the middle of each boundary [m]."""
        middle: np.ndarray = (self.before + self.after) / 2
        return middle

    @property
    def boundary_depth(self) -> np.ndarray:
        """Layers that the street or path at each boundary climbs."""
        closed = self.shore.is_closed
        left = np.concatenate([self.depth[-1:] if closed else [0], self.depth])
        right = np.concatenate([self.depth, self.depth[:1] if closed else [0]])
        return np.maximum(left, right)

    @property
    def basic_unit(self) -> np.ndarray:
        """Which group of columns of its district each column belongs to, from 0."""
        group = np.zeros(self.columns, dtype=int)
        run = 0
        for column in range(1, self.columns):
            new = self.district[column] != self.district[column - 1]
            run = 0 if new else run + 1
            step = new or run % COLUMNS_PER_BASIC_UNIT == 0
            group[column] = group[column - 1] + step
        return group


@dataclass(frozen=True)
class Wish:
    """A centre that a strip should have: where, which district, and how it is built."""

    easting_m: float
    district: int
    is_town: bool
    faces: str  # "north" or "south": the side of an island it lies on

    def column_on(self, shore: Shore, middles: np.ndarray) -> int:
        """Which column it falls into."""
        points = shore.points(np.column_stack([middles, np.full(len(middles), 100.0)]))
        distance = np.abs(points[:, 0] - self.easting_m)
        if shore.is_closed:
            is_south = points[:, 1] < np.median(shore.y)
            distance = np.where(is_south == (self.faces == "south"), distance, np.inf)
        return int(np.argmin(distance))


def lay_out(
    number: int,
    shore: Shore,
    wishes: list[Wish],
    free: tuple[float, float] | None,
    rng: np.random.Generator,
) -> Strip:
    """Cut a shore into columns, say how deep each is built and what each cell is for.

    Parameters
    ----------
    number : int
    shore : Shore
    wishes : list of Wish
        At least one.
    free : (west, east), optional
        Eastings between which at most one layer is built (in front of the truth field).
    rng : numpy.random.Generator
    """
    before, after, kinds = _columns(shore, rng)
    middles = (after[:-1] + before[1:]) / 2
    centres = np.array([wish.column_on(shore, middles) for wish in wishes])
    gap = np.arange(len(middles))[:, None] - centres[None, :]
    if shore.is_closed:
        half = len(middles) // 2
        gap = (gap + half) % len(middles) - half
    nearest = np.argmin(np.abs(gap), axis=1)
    distance = gap[np.arange(len(middles)), nearest]
    depth = _depth(shore, middles, distance, free, rng)
    is_town = np.array([wish.is_town for wish in wishes])[nearest]
    patterns = [
        [_pattern(int(k), layer, bool(t), rng) for layer in range(d)]
        for k, d, t in zip(distance, depth, is_town, strict=True)
    ]
    shore_patterns = [
        _shore_pattern(int(k), bool(t), int(d), rng)
        for k, t, d in zip(distance, is_town, depth, strict=True)
    ]
    district = np.array([wish.district for wish in wishes])[nearest]
    for at in np.flatnonzero(np.abs(distance) <= 1):  # a centre's own streets are for all
        kinds[at] = "street" if kinds[at] != "edge" else "edge"
    return Strip(
        number, shore, before, after, kinds, depth, distance, district, patterns, shore_patterns
    )


def _columns(shore: Shore, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    count = round(shore.length_m / 165)
    width = rng.uniform(0.8, 1.25, count)
    edges = np.concatenate([[0], np.cumsum(width / width.sum() * shore.length_m)])
    kinds = rng.choice(["street", "path", "stairs"], count + 1, p=[0.62, 0.26, 0.12])
    kinds[-1] = kinds[0]
    if not shore.is_closed:
        kinds[[0, -1]] = "edge"
    half = np.array([BAND_M[kind] for kind in kinds]) / 2
    return edges - half, edges + half, kinds.astype(object)


def _depth(
    shore: Shore,
    middles: np.ndarray,
    distance: np.ndarray,
    free: tuple[float, float] | None,
    rng: np.random.Generator,
) -> np.ndarray:
    """Layers of each column: deepest at a centre, fewer where the shore bends sharply."""
    wanted = MAX_DEPTH + 0.4 - 0.32 * np.abs(distance) + rng.uniform(-0.5, 0.5, len(middles))
    radius = np.interp(middles, np.linspace(0, shore.length_m, len(shore.x)), shore.radius_m())
    room = (0.62 * radius - top(0)) / LAYER_M
    depth = np.floor(np.minimum(np.minimum(wanted, room), MAX_DEPTH)).clip(1).astype(int)
    depth[distance == 0] = MAX_DEPTH
    if shore.is_closed:  # shallow where the borders of the hinterland converge on the ridge's end
        x = shore.points(np.column_stack([middles, np.zeros(len(middles))]))[:, 0]
        beyond = np.abs(x - shore.x.mean()) - RIDGE_M
        depth = np.where(beyond > 60, 1, np.where(beyond > -120, np.minimum(depth, 2), depth))
        depth = np.minimum(depth, np.minimum(np.roll(depth, 1), np.roll(depth, -1)) + 1)
    if free is not None:
        x = shore.points(np.column_stack([middles, np.zeros(len(middles))]))[:, 0]
        depth = np.where((x > free[0]) & (x < free[1]), np.minimum(depth, 1), depth)
    if not shore.is_closed:
        depth[[0, -1]] = 1
    return depth


def _pattern(distance: int, layer: int, is_town: bool, rng: np.random.Generator) -> str:
    """What a cell is for, by its distance from the centre in columns."""
    if distance == 0:
        return ("centre", "services", "school", "villa")[layer]
    if is_town and abs(distance) <= 2 and layer == 0:
        return "centre"
    if is_town and distance in (3, 4) and layer == 0:
        return "industry"
    if abs(distance) == 1:
        return ("centre" if is_town else "block", "block", "row", "villa")[layer]
    if abs(distance) == 2:
        return ("block", "villa", "row", "villa")[layer] if distance > 0 else "villa"
    if distance == -5 and layer == 0:
        return "cemetery"
    return str(
        rng.choice(["villa", "row", "block", "park", "field"], p=[0.81, 0.08, 0.02, 0.05, 0.04])
    )


def _shore_pattern(distance: int, is_town: bool, depth: int, rng: np.random.Generator) -> str:
    if is_town and abs(distance) <= 2:
        return "quay"
    if is_town and distance in (3, 4):
        return "industry"
    if distance == 0:
        return "park"
    options = ["villa", "common", "boathouse"]
    return str(rng.choice(options, p=[0.35, 0.47, 0.18] if depth > 1 else [0.1, 0.8, 0.1]))


def thinned(strips: list[Strip], plots: int) -> list[Strip]:
    """Leave the columns farthest from their centre unbuilt until about `plots` are left.

    Centres themselves always stay.
    """
    rows = []
    for strip in strips:
        for column in range(strip.columns):
            lots = sum(LOTS[p] for p in strip.patterns[column]) + 4
            k = abs(int(strip.centre_distance[column]))
            rows.append((k, strip.number, column, lots))
    rows.sort()
    total = np.cumsum([row[3] for row in rows])
    drop = {row[1:3] for row, so_far in zip(rows, total, strict=True) if so_far > plots and row[0]}
    for strip in strips:
        for column in range(strip.columns):
            if (strip.number, column) in drop:
                strip.depth[column] = 0
                strip.patterns[column] = []
                strip.shore_patterns[column] = "common"
    return strips
