"""Streets, paths and stairs as lines that meet in exactly shared end points, with elevations."""

from __future__ import annotations

from collections.abc import Iterable

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.raster.grid import Grid, sample
from boligplan_geo.sample import place
from boligplan_geo.sample.streets import (
    COAST_ROAD_M,
    LOT_DEPTH_M,
    SHORE_LOT_M,
    STREET_M,
    Strip,
    top,
)

VERTEX_M = 22.0  # spacing of vertices along a street
KIND_OF_BAND = {"street": "enkelBilveg", "path": "gangveg", "stairs": "trapp"}
WIDTH_OF_KIND = {
    "enkelBilveg": 6.0, "gangveg": 2.5, "trapp": 2.0, "fortau": 2.0, "gangOgSykkelveg": 3.0,
}  # fmt: skip


class Lines:
    """Collects lines as coordinates in the plane; elevations come at the end.

    A line whose `elevations` are given keeps them (bridges, tunnels).
    """

    def __init__(self) -> None:
        self.coordinates: list[np.ndarray] = []
        self.elevations: list[np.ndarray | None] = []
        self.rows: list[tuple[str, str, str, int, str]] = []

    def add(
        self,
        xy: np.ndarray,
        kind: str,
        *,
        medium: str = "T",
        category: str = "K",
        level: int = 0,
        name: str = "",
        elevations: np.ndarray | None = None,
    ) -> None:
        """Add one line."""
        self.coordinates.append(xy)
        self.elevations.append(elevations)
        self.rows.append((kind, medium, category, level, name))

    def frame(self, terrain: Grid) -> gpd.GeoDataFrame:
        """Build the network layer, in `place.Place.network`'s columns and ``name``."""
        sizes = np.array([len(c) for c in self.coordinates])
        xy = np.concatenate(self.coordinates)
        z = np.round(np.maximum(sample(terrain, xy), 0.5), 2)
        first = np.cumsum(sizes) - sizes
        for start, given in zip(first, self.elevations, strict=True):
            if given is not None:  # its ends stay on the ground, where it meets others
                z[start + 1 : start + len(given) - 1] = np.round(given[1:-1], 2)
        lines = shapely.linestrings(
            np.column_stack([xy, z]), indices=np.repeat(np.arange(len(sizes)), sizes)
        )
        names = ["typeVeg", "medium", "vegkategori", "nivå", "name"]
        table = pd.DataFrame(self.rows, columns=names)
        table.insert(0, "lokalid", (800_000_001 + np.arange(len(table))).astype(str))
        table["bredde"] = table["typeVeg"].map(WIDTH_OF_KIND)
        table.loc[table["vegkategori"] == "F", "bredde"] = 8.0
        table["belyst"] = table["typeVeg"].ne("trapp") & table["medium"].ne("U")
        return gpd.GeoDataFrame(table, geometry=lines, crs=place.CRS)


def street_t(level: int) -> float:
    """The `t` of the middle of the coast road (-1) or of the street above a layer [m]."""
    if level < 0:
        return SHORE_LOT_M + COAST_ROAD_M / 2
    return float(top(level + 1)) - STREET_M / 2


def node(strip: Strip, boundary: int, level: int) -> np.ndarray:
    """Where the street or path at a boundary meets a street along the shore; (2,)."""
    at: np.ndarray = strip.shore.points(np.array([[strip.middle[boundary], street_t(level)]]))[0]
    return at


def add_streets(lines: Lines, strip: Strip, names: dict[tuple[int, int, int], str]) -> None:
    """Add all streets, paths and stairs of a strip.

    Parameters
    ----------
    lines : Lines
    strip : Strip
    names : dict
        Street name by (strip, district, level); level -1 is the coast road.
    """
    rows: list[np.ndarray] = []
    keys: list[tuple[str, str, str]] = []
    middle = strip.middle
    for column in range(strip.columns):
        start, end = middle[column], middle[column + 1]
        s = np.linspace(start, end, max(2, round((end - start) / VERTEX_M)) + 1)
        for level in range(-1, strip.depth[column]):
            rows.append(np.column_stack([s, np.full(len(s), street_t(level))]))
            name = names.get((strip.number, int(strip.district[column]), level), "")
            keys.append(("enkelBilveg", "F" if level < 0 else "K", name))
        side = _sidewalk(strip, column, s)
        if side is not None:
            rows.append(side[0])
            keys.append((side[1], "K", ""))
    for boundary, depth in enumerate(strip.boundary_depth):
        kind = strip.kinds[boundary]
        if kind == "edge" or (strip.shore.is_closed and boundary == strip.columns):
            continue
        for layer in range(depth):
            t = [street_t(layer - 1), float(top(layer)) + LOT_DEPTH_M, street_t(layer)]
            rows.append(np.column_stack([np.full(3, middle[boundary]), t]))
            keys.append((KIND_OF_BAND[kind], "K", ""))
    sizes = [len(row) for row in rows]
    placed = strip.shore.points(np.concatenate(rows))
    for xy, (kind, category, name) in zip(
        np.split(placed, np.cumsum(sizes)[:-1]), keys, strict=True
    ):
        lines.add(xy, kind, category=category, name=name)


def _sidewalk(strip: Strip, column: int, s: np.ndarray) -> tuple[np.ndarray, str] | None:
    """A footway beside the coast road, with its kind, where the column has one."""
    distance = abs(int(strip.centre_distance[column]))
    if distance > 4 or strip.depth[column] == 0:
        return None
    t = np.full(len(s), street_t(-1) - 4.5)
    t[[0, -1]] = street_t(-1)
    return np.column_stack([s, t]), "fortau" if distance <= 1 else "gangOgSykkelveg"


def arch(ends_z: tuple[float, float], crown_m: float, count: int) -> np.ndarray:
    """Elevations along a bridge (or, with a negative crown, a tunnel under the sea) [m]."""
    share = np.linspace(0, 1, count)
    line = ends_z[0] + (ends_z[1] - ends_z[0]) * share
    return line + crown_m * 4 * share * (1 - share)


def straight_between(start: np.ndarray, end: np.ndarray, count: int) -> np.ndarray:
    """Evenly spaced vertices from one node to another, whose own numbers are kept exactly."""
    xy = np.round(start + (end - start) * np.linspace(0, 1, count)[:, None], 3)
    xy[0], xy[-1] = start, end
    return xy


def add_link(
    lines: Lines,
    terrain: Grid,
    start: np.ndarray,
    end: np.ndarray,
    *,
    medium: str,
    crown_m: float,
    name: str,
    level: int,
    category: str = "F",
    kind: str = "enkelBilveg",
) -> None:
    """Add a bridge or tunnel between two nodes."""
    xy = straight_between(start, end, 13)
    z = np.maximum(sample(terrain, np.stack([start, end])), 0.5)
    lines.add(
        xy, kind, medium=medium, category=category, level=level, name=name,
        elevations=arch((float(z[0]), float(z[1])), crown_m, len(xy)),
    )  # fmt: skip


def nearest_boundary(strip: Strip, point: Iterable[float], *, level: int) -> int:
    """The boundary whose node on a street along the shore is nearest a point."""
    boundaries = np.flatnonzero((strip.boundary_depth > level) & (strip.kinds != "edge"))
    st = np.column_stack([strip.middle[boundaries], np.full(len(boundaries), street_t(level))])
    gap = strip.shore.points(st) - np.asarray(list(point))
    return int(boundaries[np.argmin(np.hypot(*gap.T))])


def street_lines(network: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The carriageways of the network above ground, as `place.Place.streets`."""
    roads = network[(network["typeVeg"] == "enkelBilveg") & (network["medium"] != "U")]
    table = pd.DataFrame(
        {
            "street_id": roads["lokalid"].to_numpy(),
            "name": roads["name"].to_numpy(),
            "road_class_code": roads["vegkategori"].to_numpy(),
            "medium": roads["medium"].to_numpy(),
            "width_m": roads["bredde"].to_numpy(),
        }
    )
    flat = shapely.force_2d(roads.geometry.to_numpy())
    return gpd.GeoDataFrame(table, geometry=flat, crs=place.CRS)
