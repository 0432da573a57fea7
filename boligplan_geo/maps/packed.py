"""Compressed columns for the map: numbers, texts and shapes in one block that a browser unpacks.

A page with 30,000 plots stays small because nothing is written twice: numbers are whole
numbers of the decimals shown, texts are codes into a list, and coordinates are steps from the
vertex before, on a grid of about 10 cm. ``assets/decode.js`` reads exactly what stands here.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pyproj
import shapely

#: Grid of the coordinates [m in Web Mercator]: at 60 to 70° north 7 to 13 cm on the ground.
STEP_M = 0.25

NOWHERE = np.iinfo(np.int64).min  # a point that is missing, or outside what the map can show
SHAPES_AT_ONCE = 20_000  # that are in memory as rings and vertices

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
        self._deflate = zlib.compressobj(6)  # 9: four times as long for 1 % less
        self._packed: list[bytes] = []
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
        self._packed.append(self._deflate.compress(raw))
        self._size += len(raw)
        return offset

    def base64(self) -> str:
        """All columns so far, deflated, as base64."""
        last = self._deflate.copy().flush()
        return base64.b64encode(b"".join([*self._packed, last])).decode("ascii")


class Shapes:
    """All shapes of a map, each stored once however many layers show it.

    Shapes are turned into steps on the grid as they are added, some at a time: what stays of
    them is a few bytes a vertex.

    Parameters
    ----------
    crs : str
        CRS of the geometries that are added; the map is in Web Mercator.
    """

    def __init__(self, crs: str) -> None:
        self._to_map = pyproj.Transformer.from_crs(crs, "EPSG:3857", always_xy=True)
        self._known = np.empty(0, np.uint64)  # marks of the stored shapes, in their order
        self._layers: list[tuple[str, np.ndarray]] = []
        self._points: list[tuple[str, np.ndarray, np.ndarray]] = []
        self._steps: list[Steps] = []
        self._lowest = np.array([np.inf, np.inf])

    def add(self, name: str, geometry: Any, *, tolerance_m: float = 0.0) -> None:
        """Add polygons or lines under a column name; empty ones keep their row."""
        shapes = np.asarray(geometry, dtype=object)
        batches = range(0, len(shapes), SHAPES_AT_ONCE)
        drawn = (_drawn(shapes[i : i + SHAPES_AT_ONCE], tolerance_m) for i in batches)
        marks = np.concatenate([np.empty(0, np.uint64), *map(_marks, drawn)])
        row, different = pd.factorize(marks)
        stored = pd.Index(self._known).get_indexer(pd.Index(different))
        first = np.full(len(different), len(marks))
        np.minimum.at(first, row, np.arange(len(row)))
        new = np.flatnonzero(stored < 0)
        stored[new] = len(self._known) + np.arange(len(new))
        self._known = np.concatenate([self._known, different[new]])
        self._layers.append((name, stored[row].astype(np.int32)))
        for i in range(0, len(new), SHAPES_AT_ONCE):
            some = shapes[first[new[i : i + SHAPES_AT_ONCE]]]
            self._steps.append(self._stepped(_drawn(some, tolerance_m)))

    def add_points(self, name: str, geometry: Any) -> None:
        """Add one point a row, as columns ``<name>_x`` and ``<name>_y``."""
        points = np.asarray(geometry, dtype=object)
        at = np.column_stack([shapely.get_x(points), shapely.get_y(points)]).astype(float)
        self._points.append((name, *self._on_grid(at)))

    def write(self, block: ColumnBlock) -> dict[str, float]:
        """Write shapes and points into `block`; returns the grid's origin and step [m]."""
        origin = np.where(np.isfinite(self._lowest), self._lowest, 1e9)
        x, y = (int(v / STEP_M) for v in origin)  # whole metres are whole steps
        for part, zero in (("begin_x", x), ("begin_y", y), ("step_x", 0), ("step_y", 0),
                           ("vertices", 0), ("rings", 0)):  # fmt: skip
            pieces = [getattr(steps, part) for steps in self._steps]
            block.add_integers(f"shape.{part}", np.concatenate([np.empty(0, int), *pieces]) - zero)
        for name, row in self._layers:
            block.add_integers(name, row)
        for name, column, row in self._points:
            block.add_integers(f"{name}_x", np.where(column == NOWHERE, 0, column - x))
            block.add_integers(f"{name}_y", np.where(row == NOWHERE, 0, row - y))
        return {"x": float(origin[0]), "y": float(origin[1]), "step": STEP_M}

    def _on_grid(self, at: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Columns and rows on the world's grid; `NOWHERE` for what has no place on the map."""
        x, y = self._to_map.transform(*at.T)
        finite = np.isfinite(x) & np.isfinite(y)
        if finite.any():
            lowest = np.floor([x[finite].min(), y[finite].min()])
            self._lowest = np.minimum(self._lowest, lowest)
        column, row = (np.where(finite, np.round(v / STEP_M), NOWHERE) for v in (x, y))
        return column.astype(np.int64), row.astype(np.int64)

    def _stepped(self, shapes: np.ndarray) -> Steps:
        """Vertices as steps from the one before; each ring begins at a whole position."""
        rings, owner = _rings(shapes)
        vertices, ring = shapely.get_coordinates(rings, return_index=True)
        x, y = self._on_grid(vertices)
        placed = x != NOWHERE
        x, y, ring = x[placed], y[placed], ring[placed]
        begins = np.r_[True, ring[1:] != ring[:-1]] if len(ring) else np.empty(0, bool)
        same = (np.diff(x, prepend=0) == 0) & (np.diff(y, prepend=0) == 0) & ~begins
        x, y, ring, begins = x[~same], y[~same], ring[~same], begins[~same]  # one vertex a cell
        step_x, step_y = np.diff(x, prepend=0), np.diff(y, prepend=0)
        return Steps(
            x[begins],
            y[begins],
            _small(np.where(begins, 0, step_x)),
            _small(np.where(begins, 0, step_y)),
            _small(np.bincount(ring, minlength=len(owner))),
            _small(np.bincount(owner, minlength=len(shapes))),
        )


class Steps(NamedTuple):
    """Rings of some shapes on the grid: where each begins, the steps, how many of each."""

    begin_x: np.ndarray
    begin_y: np.ndarray
    step_x: np.ndarray
    step_y: np.ndarray
    vertices: np.ndarray
    rings: np.ndarray


def _small(values: np.ndarray) -> np.ndarray:
    """Whole numbers in two bytes where they fit: there are millions of steps."""
    fits = np.abs(values).max(initial=0) <= np.iinfo(np.int16).max
    return values.astype(np.int16 if fits else np.int32)


def _drawn(shapes: np.ndarray, tolerance_m: float) -> np.ndarray:
    """Two-dimensional shapes with the vertices that the map needs; empty for missing ones."""
    shapes = shapely.force_2d(shapes)
    if tolerance_m:
        shapes = shapely.simplify(shapes, tolerance_m, preserve_topology=True)
    return np.where(shapely.is_missing(shapes), shapely.GeometryCollection(), shapes)


def _marks(shapes: np.ndarray) -> np.ndarray:
    """64 bits from each shape's content: the same for the same shape.

    Among a million different shapes two share a mark in one town of thirty million.
    """
    return pd.util.hash_array(shapely.to_wkb(shapes), categorize=False)


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
