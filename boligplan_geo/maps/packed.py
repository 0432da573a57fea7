"""Compressed columns for the map: numbers, texts and shapes in one block that a browser unpacks.

A page with 30,000 plots stays small because nothing is written twice: numbers are whole
numbers of the decimals shown, texts are codes into a list, and coordinates are steps from the
vertex before, on a grid of about 10 cm. ``assets/decode.js`` reads exactly what stands here.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyproj
import shapely

#: Grid of the coordinates [m in Web Mercator]: at 60 to 70° north 7 to 13 cm on the ground.
STEP_M = 0.25

#: Smallest of each type means "unknown" in a column of numbers.
_WHOLE = (("i1", np.int8), ("i2", np.int16), ("i4", np.int32))
_CODES = (("u1", np.uint8), ("u2", np.uint16), ("u4", np.uint32))


class ColumnBlock:
    """Columns gathered into one block of bytes, with a manifest that says where each lies.

    Examples
    --------
    >>> block = ColumnBlock()
    >>> block.add_numbers("plots.homes", [3.0, None, 0.0])
    >>> block.add_texts("plots.status", ["ranked", None, "ranked"])
    >>> block.manifest["plots.homes"]["kind"], block.manifest["plots.status"]["texts"]
    ('number', ['ranked'])
    """

    def __init__(self) -> None:
        self.manifest: dict[str, dict[str, Any]] = {}
        self._buffers: list[bytes] = []
        self._size = 0

    def add_numbers(self, name: str, values: Any, *, decimals: int = 0) -> None:
        """Add a column of numbers, rounded to `decimals`; NaN and null stay unknown."""
        number = pd.to_numeric(pd.Series(values), errors="coerce")
        number = number.to_numpy("float64", na_value=np.nan)
        known = np.isfinite(number)
        entry: dict[str, Any] = {"kind": "number", "count": len(number), "decimals": decimals}
        if not known.any():
            self.manifest[name] = {**entry, "type": "unknown"}
            return
        whole = np.round(number[known] * 10.0**decimals)
        most = np.abs(whole).max()
        code, dtype = next((c, t) for c, t in _WHOLE if most <= np.iinfo(t).max or c == "i4")
        packed = np.full(len(number), np.iinfo(dtype).min, dtype)
        packed[known] = np.clip(whole, -np.iinfo(dtype).max, np.iinfo(dtype).max)
        self.manifest[name] = {**entry, "type": code, "offset": self._store(packed)}

    def add_texts(self, name: str, values: Any) -> None:
        """Add a column of texts that repeat: a list of the different ones and a code a row."""
        text = pd.Series(values, dtype="object")
        codes, different = pd.factorize(text.where(text.notna(), None), sort=True)
        code, dtype = next((c, t) for c, t in _CODES if len(different) <= np.iinfo(t).max)
        self.manifest[name] = {
            "kind": "text", "count": len(text), "type": code,
            "texts": [str(t) for t in different],
            "offset": self._store((codes + 1).astype(dtype)),  # 0: unknown
        }  # fmt: skip

    def add_ids(self, name: str, values: Sequence[str]) -> None:
        """Add a column of texts that are all different, as lines."""
        text = "\n".join(str(v).replace("\n", " ") for v in values)
        raw = np.frombuffer(text.encode("utf-8"), np.uint8)
        offset = self._store(raw)
        self.manifest[name] = {
            "kind": "lines", "count": len(values), "size": len(raw), "offset": offset
        }  # fmt: skip

    def add_integers(self, name: str, values: np.ndarray) -> None:
        """Add plain whole numbers (indices, coordinates) in the smallest type that holds them."""
        values = np.asarray(values)
        low, high = (int(values.min()), int(values.max())) if values.size else (0, 0)
        code, dtype = next(
            (c, t) for c, t in (*_CODES[:1], *_WHOLE[1:2], *_WHOLE[2:], *_CODES[2:])
            if np.iinfo(t).min <= low and high <= np.iinfo(t).max
        )  # fmt: skip
        offset = self._store(values.astype(dtype))
        self.manifest[name] = {
            "kind": "integer", "count": len(values), "type": code, "offset": offset
        }  # fmt: skip

    def _store(self, values: np.ndarray) -> int:
        offset = self._size
        raw = values.astype(values.dtype.newbyteorder("<")).tobytes()
        raw += b"\0" * (-len(raw) % 4)  # typed arrays in the browser begin at multiples of four
        self._buffers.append(raw)
        self._size += len(raw)
        return offset

    def base64(self) -> str:
        """All columns, deflated, as base64."""
        return base64.b64encode(zlib.compress(b"".join(self._buffers), 9)).decode("ascii")


class Shapes:
    """All shapes of a map, each stored once however many layers show it.

    Parameters
    ----------
    crs : str
        CRS of the geometries that are added; the map is in Web Mercator.
    """

    def __init__(self, crs: str) -> None:
        self._to_map = pyproj.Transformer.from_crs(crs, "EPSG:3857", always_xy=True)
        self._layers: list[tuple[str, np.ndarray]] = []
        self._points: list[tuple[str, np.ndarray]] = []

    def add(self, name: str, geometry: Any, *, tolerance_m: float = 0.0) -> None:
        """Add polygons or lines under a column name; empty ones keep their row."""
        shapes = shapely.force_2d(np.asarray(geometry, dtype=object))
        if tolerance_m:
            shapes = shapely.simplify(shapes, tolerance_m, preserve_topology=True)
        shapes = np.where(shapely.is_missing(shapes), shapely.GeometryCollection(), shapes)
        self._layers.append((name, shapes))

    def add_points(self, name: str, geometry: Any) -> None:
        """Add one point a row, as columns ``<name>_x`` and ``<name>_y``."""
        self._points.append((name, np.asarray(geometry, dtype=object)))

    def write(self, block: ColumnBlock) -> dict[str, float]:
        """Write shapes and points into `block`; returns the grid's origin and step [m]."""
        joined = np.concatenate([s for _, s in self._layers] or [np.empty(0, object)])
        index, different = pd.factorize(shapely.to_wkb(joined))
        rings, owner = _rings(shapely.from_wkb(different))
        vertices, ring = shapely.get_coordinates(rings, return_index=True)
        points = [_point_coordinates(g) for _, g in self._points]
        x, y = self._to_map.transform(*np.concatenate([vertices, *points]).T)
        finite = np.isfinite(x)
        origin_x, origin_y = (np.floor(np.min(v[finite], initial=1e9)) for v in (x, y))
        column = np.where(finite, np.round((x - origin_x) / STEP_M), 0).astype(np.int64)
        row = np.where(finite, np.round((y - origin_y) / STEP_M), 0).astype(np.int64)
        _write_rings(block, column[: len(ring)], row[: len(ring)], ring, owner, len(different))
        at = 0
        for name, shapes in self._layers:
            block.add_integers(name, index[at : at + len(shapes)])
            at += len(shapes)
        at = len(ring)
        for (name, _), xy in zip(self._points, points, strict=True):
            block.add_integers(f"{name}_x", column[at : at + len(xy)])
            block.add_integers(f"{name}_y", row[at : at + len(xy)])
            at += len(xy)
        return {"x": float(origin_x), "y": float(origin_y), "step": STEP_M}


def _point_coordinates(geometry: np.ndarray) -> np.ndarray:
    """One (x, y) a row; NaN where there is no point."""
    return np.column_stack([shapely.get_x(geometry), shapely.get_y(geometry)]).astype(float)


def _rings(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rings and lines of the shapes and the shape each belongs to, in the shapes' order."""
    parts, part_owner = shapely.get_parts(shapes, return_index=True)
    nested, nested_of = shapely.get_parts(parts, return_index=True)  # collections hold multis
    parts, part_owner = nested, part_owner[nested_of]
    kind = shapely.get_type_id(parts)
    areas = np.flatnonzero(kind == 3)
    # Shells one way and holes the other: a browser then fills many shapes in one stroke.
    rings, ring_of = shapely.get_rings(shapely.orient_polygons(parts[areas]), return_index=True)
    lines = np.flatnonzero((kind == 1) | (kind == 2))
    every = np.concatenate([rings, parts[lines]])
    owner = np.concatenate([part_owner[areas][ring_of], part_owner[lines]]).astype(np.int64)
    order = np.argsort(owner, kind="stable")
    return every[order], owner[order]


def _write_rings(
    block: ColumnBlock,
    x: np.ndarray,
    y: np.ndarray,
    ring: np.ndarray,
    owner: np.ndarray,
    shapes_count: int,
) -> None:
    """Write vertices as steps from the one before; each ring begins at a whole position."""
    begins = np.r_[True, ring[1:] != ring[:-1]] if len(ring) else np.empty(0, bool)
    step_x, step_y = np.diff(x, prepend=0), np.diff(y, prepend=0)
    same = (step_x == 0) & (step_y == 0) & ~begins  # vertices that fall into the same grid cell
    x, y, ring, begins = x[~same], y[~same], ring[~same], begins[~same]
    step_x, step_y = np.diff(x, prepend=0), np.diff(y, prepend=0)
    block.add_integers("shape.begin_x", x[begins])
    block.add_integers("shape.begin_y", y[begins])
    block.add_integers("shape.step_x", np.where(begins, 0, step_x))
    block.add_integers("shape.step_y", np.where(begins, 0, step_y))
    block.add_integers("shape.vertices", np.bincount(ring, minlength=len(owner)))
    block.add_integers("shape.rings", np.bincount(owner, minlength=shapes_count))
