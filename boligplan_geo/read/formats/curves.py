"""Curved geometry of databases and geodatabases, which shapely cannot hold, as straight lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import shapely

from boligplan_geo.read.formats import arcs

#: Geometry types with curves, as WKT writes them.
CURVED = ("CIRCULARSTRING", "COMPOUNDCURVE", "CURVEPOLYGON", "MULTICURVE", "MULTISURFACE")
_MEASURE = r"(?:\s+(?:Z|M|ZM))?\s*"
_POINTS = r"\(([^()]*)\)"
_CIRCULAR = re.compile(rf"CIRCULARSTRING{_MEASURE}{_POINTS}")
_COMPOUND = re.compile(rf"COMPOUNDCURVE{_MEASURE}\(((?:\s*\([^()]*\)\s*,?)+)\)")


@dataclass(frozen=True)
class Straightened:
    """A geometry of straight lines, and the area between its arcs and these lines."""

    geometry: shapely.Geometry
    arcs_count: int
    area_m2: float


def straightened(wkt: str) -> Straightened:
    """Read WKT with arcs, in 2D.

    Examples
    --------
    >>> half = straightened("CURVEPOLYGON (COMPOUNDCURVE (CIRCULARSTRING (20 0, 10 10, 0 0), "
    ...                     "(0 0, 20 0)))")
    >>> round(half.geometry.area + half.area_m2, 6), round(np.pi * 50, 6)
    (157.079633, 157.079633)
    """
    found: list[arcs.Arc] = []

    def circular(match: re.Match[str]) -> str:
        corners = _points(match.group(1))
        pieces = [arcs.through(*corners[i : i + 3]) for i in range(0, len(corners) - 2, 2)]
        found.extend(pieces)
        line = [pieces[0].points[:1], *(piece.points[1:] for piece in pieces)]
        return f"({_text(np.concatenate(line))})"

    def compound(match: re.Match[str]) -> str:
        pieces = [_points(part) for part in re.findall(_POINTS, match.group(1))]
        line = [pieces[0][:1], *(piece[1:] for piece in pieces)]
        return f"({_text(np.concatenate(line))})"

    head, _, body = wkt.upper().partition("(")
    kind = head.split()[0]
    text = _COMPOUND.sub(compound, _CIRCULAR.sub(circular, f"{head}({body}"))
    name = {"CURVEPOLYGON": "POLYGON", "MULTISURFACE": "MULTIPOLYGON",
            "MULTICURVE": "MULTILINESTRING"}.get(kind, "LINESTRING")  # fmt: skip
    inner = text if name == "LINESTRING" else text[len(head) :]
    # members of a collection may name their kind, which plain WKT has no place for
    inner = re.sub(r"[A-Z]+", "", inner)
    flat = re.sub(_POINTS, lambda match: f"({_text(_points(match.group(1)))})", inner)
    area = sum(arc.area_m2 for arc in found)
    return Straightened(shapely.from_wkt(f"{name} {flat}"), len(found), area)


def _points(text: str) -> np.ndarray:
    return np.array([pair.split()[:2] for pair in text.split(",")], dtype=float)


def _text(points: np.ndarray) -> str:
    return ", ".join(f"{x!r} {y!r}" for x, y in points.tolist())


def taken_straight(
    geometry: np.ndarray, curved: dict[int, str]
) -> tuple[np.ndarray, list[int], float]:
    """Geometries with those of some rows read from WKT; which rows had arcs, and their area.

    Parameters
    ----------
    curved : dict of row number to WKT
    """
    result = geometry.copy() if curved else geometry
    rows: list[int] = []
    area = 0.0
    for row, wkt in sorted(curved.items()):
        shape = straightened(wkt)
        result[row] = shape.geometry
        area += shape.area_m2
        if shape.arcs_count:
            rows.append(row)
    return result, rows, area
