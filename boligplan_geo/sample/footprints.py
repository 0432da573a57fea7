"""Footprints on lots, in numpy over all lots at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely


@dataclass(frozen=True, eq=False)
class Frame:
    """Where each lot's front starts, and its directions along the front and inwards.

    Parameters
    ----------
    start, along, inward : (n, 2) arrays
    width, depth : (n,) arrays
        Of the lot [m].
    lean : (n,) array
        How far the lot leans along the front for each metre inwards.
    """

    start: np.ndarray
    along: np.ndarray
    inward: np.ndarray
    width: np.ndarray
    depth: np.ndarray
    lean: np.ndarray

    @classmethod
    def of(cls, corners: np.ndarray) -> Frame:
        """Frames from the corners that `rings.polygons` gives."""
        front = corners[:, 1] - corners[:, 0]
        width = np.hypot(*front.T)
        along = front / width[:, None]
        inward = np.column_stack([-along[:, 1], along[:, 0]])
        back = (corners[:, 2] + corners[:, 3]) / 2 - (corners[:, 0] + corners[:, 1]) / 2
        depth = (back * inward).sum(axis=1)
        lean = (back * along).sum(axis=1) / np.where(depth > 1, depth, np.inf)
        return cls(corners[:, 0], along, inward, width, depth, lean)

    def rectangles(
        self,
        left: np.ndarray,
        setback: np.ndarray,
        width: np.ndarray,
        depth: np.ndarray,
        turn: np.ndarray | float = 0.0,
    ) -> np.ndarray:
        """Rectangles at `left` along the front and `setback` from it, turned by `turn` [rad]."""
        turn = np.broadcast_to(turn, left.shape)
        cos, sin = np.cos(turn)[:, None], np.sin(turn)[:, None]
        along = self.along * cos + self.inward * sin
        inward = self.inward * cos - self.along * sin
        left = left + self.lean * (setback + depth / 2)
        base = self.start + self.along * left[:, None] + self.inward * setback[:, None]
        across, deep = along * width[:, None], inward * depth[:, None]
        ring = np.stack([base, base + across, base + across + deep, base + deep], axis=1)
        made: np.ndarray = shapely.polygons(np.round(ring, 3))
        return made

    def __getitem__(self, chosen: np.ndarray) -> Frame:
        return Frame(
            self.start[chosen], self.along[chosen], self.inward[chosen], self.width[chosen],
            self.depth[chosen], self.lean[chosen],
        )  # fmt: skip


def on_lots(parcels: pd.DataFrame, corners: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    """Put buildings on every lot that is built.

    Parameters
    ----------
    parcels : DataFrame
        With ``use_code is_vacant geometry`` and a range index that matches `corners`.
    corners : (n, 4, 2) array
        `rings.polygons`.
    rng : numpy.random.Generator

    Returns
    -------
    DataFrame
        ``lot`` (row of `parcels`), ``building_type_code``, ``storeys_count``, ``homes_count``,
        ``geometry``; only buildings that lie on their lot, but for some garages.
    """
    built = ~parcels["is_vacant"].to_numpy()
    use = parcels["use_code"].to_numpy()
    parts = [
        maker(np.flatnonzero(built & (use == kind)), corners, rng) for kind, maker in MAKERS.items()
    ]
    table = pd.concat([p for p in parts if len(p)], ignore_index=True)
    shapes = table["geometry"].to_numpy()
    lot = parcels["geometry"].to_numpy()[table["lot"]]
    stays = shapely.covers(lot, shapes)
    crosses = (table["building_type_code"] == "181").to_numpy() & (rng.random(len(table)) < 0.25)
    row = (table["building_type_code"] == "131").to_numpy()  # share walls, cut by construction
    return table[stays | crosses | row].sort_values("lot", kind="stable").reset_index(drop=True)


def _table(lot: np.ndarray, kind: object, storeys: object, homes: object, shapes: np.ndarray
           ) -> pd.DataFrame:  # fmt: skip
    return pd.DataFrame(
        {
            "lot": lot,
            "building_type_code": kind,
            "storeys_count": storeys,
            "homes_count": homes,
            "geometry": shapes,
        }
    )


def _villas(lot: np.ndarray, corners: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    frame = Frame.of(corners[lot])
    n = len(lot)
    width = np.minimum(rng.uniform(9.5, 13.5, n), frame.width - 8.5)
    depth = rng.uniform(7.5, 10.5, n)
    left = 4.2 + rng.uniform(0, 0.5, n) * np.maximum(frame.width - 8.4 - width, 0)
    setback = np.minimum(rng.uniform(5.0, 10.0, n), np.maximum(frame.depth - depth - 5, 4.2))
    turn = rng.normal(0, 0.05, n)
    kind = rng.choice(["111", "112", "113x", "121"], n, p=[0.80, 0.08, 0.0, 0.12])
    storeys = rng.choice([1, 2, 3], n, p=[0.25, 0.65, 0.1])
    whole = kind != "121"
    homes = np.where(kind == "112", 2, 1)
    house = frame.rectangles(left, setback, width, depth, turn)
    # a house of two homes side by side has a building number each: two halves that share a wall
    half = np.flatnonzero(~whole)
    pair, deep = frame[half], depth[half] + 1.5
    side = np.minimum(width[half], 11.0) * 0.62
    first = pair.rectangles(left[half], setback[half], side, deep)
    second = pair.rectangles(left[half] + side, setback[half], side, deep)
    garage = np.flatnonzero(rng.random(n) < 0.68)
    g = frame[garage]
    g_width = rng.uniform(3.6, 6.4, len(garage))
    g_left = g.width - g_width - rng.uniform(-0.7, 2.6, len(garage))  # some cross the boundary
    g_shapes = g.rectangles(g_left, rng.uniform(1.5, 9.0, len(garage)), g_width,
                            rng.uniform(5.8, 6.8, len(garage)))  # fmt: skip
    free = ~shapely.intersects(house[garage], g_shapes) & whole[garage]
    return pd.concat(
        [
            _table(lot[whole], kind[whole], storeys[whole], homes[whole], house[whole]),
            _table(lot[half], "121", 2, 1, first),
            _table(lot[half], "121", 2, 1, second),
            _table(lot[garage][free], "181", 1, 0, g_shapes[free]),
        ],
        ignore_index=True,
    )


def _rows(lot: np.ndarray, corners: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    """Row houses: neighbours share their walls exactly, on the boundary between them."""
    a, b, c, d = np.moveaxis(corners[lot], 1, 0)
    depth = np.hypot(*(d - a).T)[:, None]
    near, far = 6.0 / depth, 15.5 / depth
    ring = np.stack(
        [a + (d - a) * near, b + (c - b) * near, b + (c - b) * far, a + (d - a) * far], 1
    )
    storeys = rng.choice([2, 3], len(lot), p=[0.75, 0.25])
    return _table(lot, "131", storeys, 1, shapely.polygons(np.round(ring, 3)))


def _blocks(lot: np.ndarray, corners: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    """Two slabs a lot, each 12 to 14 m deep."""
    frame = Frame.of(corners[lot])
    n = len(lot)
    storeys = rng.choice([2, 3, 4, 5, 6], n, p=[0.1, 0.3, 0.35, 0.15, 0.1])
    kind = np.select([storeys == 2, storeys <= 4], ["141", "142"], "143")
    parts = []
    for setback in (7.0, 42.0):
        width = np.clip(frame.width - rng.uniform(13, 20, n), 14, 46)
        depth = rng.uniform(11.5, 14.0, n)
        left = (frame.width - width) / 2
        homes = storeys * np.maximum(np.floor(width * depth * 0.8 / 74).astype(int), 1)
        shapes = frame.rectangles(left, np.full(n, setback), width, depth)
        parts.append(_table(lot, kind, storeys, homes, shapes))
    return pd.concat(parts, ignore_index=True)


def _centres(lot: np.ndarray, corners: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    """Buildings at the street with shops below and homes above."""
    frame = Frame.of(corners[lot])
    n = len(lot)
    storeys = rng.choice([2, 3, 4, 5], n, p=[0.25, 0.35, 0.3, 0.1])
    width, depth = frame.width - rng.uniform(6, 10, n), rng.uniform(13, 19, n)
    homes = np.maximum(np.floor((storeys - 1) * width * depth * 0.75 / 80), 0).astype(int)
    is_office = rng.random(n) < 0.3
    shapes = frame.rectangles((frame.width - width) / 2, np.full(n, 2.0), width, depth)
    kind = np.where(is_office, "319", "145")
    return _table(lot, kind, storeys, np.where(is_office, 0, homes), shapes)


def _farms(lot: np.ndarray, corners: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    """A farmhouse, a barn and sometimes an outhouse around a yard."""
    frame = Frame.of(corners[lot])
    n = len(lot)
    left = frame.width * rng.uniform(0.15, 0.4, n)
    fixed = [("113", 2, 1, 0.0, 12.0, 13.0, 9.0), ("241", 2, 0, 22.0, 16.0, 28.0, 13.0),
             ("181", 1, 0, 2.0, 34.0, 9.0, 7.0)]  # fmt: skip
    parts = []
    for kind, storeys, homes, right, setback, width, depth in fixed:
        turn = rng.normal(0, 0.12, n)
        front, wide, deep = (np.full(n, value) for value in (setback, width, depth))
        shapes = frame.rectangles(left + right, front, wide, deep, turn)
        parts.append(_table(lot, kind, storeys, homes, shapes))
    return pd.concat(parts, ignore_index=True)


def _halls(kind: str, width_m: float, depth_m: float, storeys: int, count: int):  # type: ignore[no-untyped-def]
    """Maker of large plain buildings of one kind."""

    def make(lot: np.ndarray, corners: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
        frame = Frame.of(corners[lot])
        n = len(lot)
        parts = []
        for number in range(count):
            width = np.minimum(width_m * rng.uniform(0.8, 1.15, n), 0.72 * frame.width / count - 3)
            depth = np.minimum(depth_m * rng.uniform(0.85, 1.1, n), np.abs(frame.depth) - 9)
            left = frame.width * (number + 0.5) / count - width / 2
            fits = (width > 6) & (depth > 6)
            shapes = frame[fits].rectangles(left[fits], np.full(fits.sum(), 7.0), width[fits],
                                            depth[fits])  # fmt: skip
            parts.append(_table(lot[fits], kind, storeys, 0, shapes))
        return pd.concat(parts, ignore_index=True)

    return make


MAKERS = {
    "villa": _villas,
    "row": _rows,
    "block": _blocks,
    "centre": _centres,
    "shop": _halls("322", 38, 30, 1, 1),
    "school": _halls("613", 42, 24, 2, 2),
    "kindergarten": _halls("612", 30, 14, 1, 1),
    "health": _halls("732", 30, 18, 2, 1),
    "industry": _halls("211", 34, 24, 1, 1),
    "farm": _farms,
    "quay": _halls("231", 40, 16, 1, 1),
}
