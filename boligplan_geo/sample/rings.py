"""Outlines that a strip is cut into, in (s, t), and on the map."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely

from boligplan_geo.sample.streets import Strip


@dataclass(eq=False)
class Rings:
    """Outlines in (s, t) that a strip is cut into, and what each is.

    A lot's ring starts with its front, `front` vertices long, with the lot to its left.
    """

    outlines: list[np.ndarray] = field(default_factory=list)
    front: list[int] = field(default_factory=list)
    use: list[str] = field(default_factory=list)
    column: list[int] = field(default_factory=list)
    layer: list[int] = field(default_factory=list)  # -1 shore lots
    road: list[int] = field(default_factory=list)  # -1 not a road; 0 coast; 1 along; 2 across

    def add(
        self,
        outline: np.ndarray,
        use: str,
        column: int,
        layer: int,
        *,
        front: int = 2,
        road: int = -1,
    ) -> None:
        """Add a ring (not closed)."""
        self.outlines.append(outline)
        self.front.append(front)
        self.use.append(use)
        self.column.append(column)
        self.layer.append(layer)
        self.road.append(road)


@dataclass(frozen=True, eq=False)
class Edges:
    """The lower and upper edge of a cell's fronts, by which streets know their vertices."""

    lower: np.ndarray
    upper: np.ndarray


def polygons(strip: Strip, rings: Rings) -> tuple[np.ndarray, np.ndarray]:
    """Bring rings to the map.

    Returns
    -------
    polygons : (n,) array of shapely polygons
    corners : (n, 4, 2) array
        Front start, front end, back behind the end, back behind the start [m].
    """
    sizes = np.array([len(outline) for outline in rings.outlines])
    xy = strip.shore.points(np.concatenate(rings.outlines))
    first = np.cumsum(sizes) - sizes
    made = shapely.polygons(
        shapely.linearrings(xy, indices=np.repeat(np.arange(len(sizes)), sizes))
    )
    front = np.array(rings.front)
    at = np.stack([first, first + front - 1, first + front, first + sizes - 1], axis=1)
    return made, xy[at]
