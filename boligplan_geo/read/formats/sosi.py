"""SOSI text files (``.sos``) as layers, one an object type.

Read here and not by GDAL: its SOSI driver is in no wheel, opens none of thirteen published files
as they are (headers in UTF-8, which many producers write under another name), names the CRS by
its northing-first twin, renames attributes and straightens arcs in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd
import shapely

from boligplan_geo.read.findings import Fault
from boligplan_geo.read.formats import arcs
from boligplan_geo.read.formats.gml_geometry import CLOSING_M
from boligplan_geo.read.formats.sosi_text import Element, decoded, flattened, groups

#: ``KOORDSYS`` → EPSG, by the standard's list: NGO 1948, EUREF89 and ED50 and WGS84 UTM, degrees.
_SYSTEMS = {
    **{i: 27390 + i for i in range(1, 9)},
    **{i: 25810 + i for i in range(19, 27)},
    **{i: 23000 + i for i in range(31, 37)},
    **{i: 32570 + i for i in range(61, 67)},
    84: 4258,
}
_NOT_FEATURES = ("HODE", "SLUTT", "DEF", "OBJDEF", "OBJEKT")
_SHAPE_ELEMENTS = ("NØ", "NØH", "REF")
_REFERENCES = re.compile(r"[()]|:-?\d+")


class BrokenShapeError(Exception):
    """A shape that cannot be drawn; the message says why."""


@dataclass
class ObjectType:
    """Features of one object type, in the order of the file."""

    table: pd.DataFrame
    geometry: np.ndarray
    curved: list[int] = field(default_factory=list)
    arc_area_m2: float = 0.0
    faults: tuple[Fault, ...] = ()


@dataclass
class Drawing:
    """A SOSI file: groups by object type, and how their coordinates are written."""

    groups: dict[str, list[Element]]
    curves: dict[int, Element]
    crs: str
    unit_m: float
    height_unit_m: float
    origin: np.ndarray
    declared: str = ""

    @cached_property
    def _lines(self) -> dict[int, tuple[np.ndarray, float, bool]]:
        """Points of curves that were drawn, area lost at arcs, and whether they are arcs."""
        return {}

    def line(self, number: int) -> tuple[np.ndarray, float, bool]:
        """Points of a curve, east first; area that its arc loses, and whether it is one."""
        if number not in self._lines:
            if number not in self.curves:
                raise BrokenShapeError(f"refers to :{number}, which is not in the file")
            self._lines[number] = self.drawn_line(self.curves[number])
        return self._lines[number]

    def drawn_line(self, group: Element) -> tuple[np.ndarray, float, bool]:
        """Points of a ``.KURVE``, ``.LINJE`` or ``.BUEP``."""
        points = self.points(group)
        if group.name == "BUEP":
            if len(points) != 3:
                raise BrokenShapeError(f"an arc has {len(points)} points, not 3")
            arc = arcs.through(*points[:, :2])
            return arc.points, arc.area_m2, True
        if len(points) < 2:
            raise BrokenShapeError("a curve has fewer than two points")
        return points, 0.0, False

    def points(self, group: Element) -> np.ndarray:
        """All coordinates of a group in metres, east first; flat where any of them is."""
        pieces = []
        for part in group.parts:
            size = {"NØ": 2, "NØH": 3}.get(part.name)
            if size is None or not part.values:
                continue
            if len(part.values) % size:
                raise BrokenShapeError(f"{len(part.values)} numbers after ..{part.name}")
            try:
                pieces.append(np.array(part.values, dtype=float).reshape(-1, size))
            except ValueError as error:
                raise BrokenShapeError("a coordinate is not a number") from error
        if not pieces:
            return np.empty((0, 2))
        size = min(piece.shape[1] for piece in pieces)
        north, east, *height = np.concatenate([piece[:, :size] for piece in pieces]).T
        columns = [self.origin[1] + east * self.unit_m, self.origin[0] + north * self.unit_m]
        return np.column_stack([*columns, *(h * self.height_unit_m for h in height)])


def drawing(data: bytes) -> Drawing:
    """Read a SOSI file.

    Raises
    ------
    ValueError
        Where it has no head, or a head without coordinate system, unit and origin.

    Examples
    --------
    >>> text = '''.HODE
    ... ..TRANSPAR
    ... ...KOORDSYS 23
    ... ...ORIGO-NØ 7000000 600000
    ... ...ENHET 0.01
    ... .KURVE 1:
    ... ..OBJTYPE RpGrense
    ... ..NØ
    ... 0 0 ...KP 1
    ... ..NØ
    ... 250 100 ...KP 1
    ... .SLUTT'''
    >>> found = drawing(text.encode())
    >>> found.crs, found.line(1)[0].tolist()
    ('EPSG:25833', [[600000.0, 7000000.0], [600001.0, 7000002.5]])
    """
    text, declared = decoded(data)
    by_type: dict[str, list[Element]] = {}
    curves: dict[int, Element] = {}
    head: Element | None = None
    for group in groups(text):
        if group.name == "HODE":
            head = group
        elif group.name not in _NOT_FEATURES:
            by_type.setdefault(group.value("OBJTYPE", group.name), []).append(group)
            number = _number(group)
            if number is not None:
                curves[number] = group
    if head is None:
        raise ValueError("the file has no .HODE")
    how = head.part("TRANSPAR")
    if how is None:
        raise ValueError("the head has no ..TRANSPAR: coordinates cannot be understood")
    unit = float(how.value("ENHET", "0.01"))
    origin = how.part("ORIGO-NØ")
    system = how.value("KOORDSYS")
    epsg = _SYSTEMS.get(int(system)) if system.isdigit() else None
    return Drawing(
        by_type,
        curves,
        f"EPSG:{epsg}" if epsg else f"KOORDSYS {system}".strip(),
        unit,
        float(how.value("ENHET-H", str(unit))),
        np.array(origin.values[:2] if origin is not None else ["0", "0"], dtype=float),
        declared,
    )


def _number(group: Element) -> int | None:
    text = group.values[0].rstrip(":") if group.values else ""
    return int(text) if text.isdigit() else None


def object_type(found: Drawing, name: str) -> ObjectType:
    """Features of one object type, with what is wrong with their shapes."""
    members = found.groups[name]
    table = pd.DataFrame(
        [{"sosi_id": _number(g), **flattened(g, _SHAPE_ELEMENTS)} for g in members]
    )
    result = ObjectType(table, np.full(len(members), None, dtype=object))
    broken: dict[str, list[int]] = {}
    for row, group in enumerate(members):
        try:
            shape, lost, is_curved = _DRAW.get(group.name, _unknown)(found, group)
        except BrokenShapeError as error:
            broken.setdefault(str(error), []).append(row)
            continue
        result.geometry[row] = shape
        result.arc_area_m2 += lost
        if is_curved:
            result.curved.append(row)
    faults = [Fault("sosi_shape", rows, f"SOSI: {said}") for said, rows in sorted(broken.items())]
    if found.declared:
        faults.append(Fault("sosi_encoding", range(len(members))))
    result.faults = tuple(faults)
    return result


Shape = tuple[shapely.Geometry | None, float, bool]


def _unknown(_: Drawing, group: Element) -> Shape:
    raise BrokenShapeError(f".{group.name} is a kind of shape that is not read")


def _point(found: Drawing, group: Element) -> Shape:
    points = found.points(group)
    return (shapely.Point(points[0]) if len(points) else None), 0.0, False


def _line(found: Drawing, group: Element) -> Shape:
    points, lost, is_arc = found.drawn_line(group)
    return shapely.LineString(points), lost, is_arc


def _area(found: Drawing, group: Element) -> Shape:
    """The area its references bound; without any, the point that stands for it."""
    reference = group.part("REF")
    if reference is None or not reference.values:
        return _point(found, group)
    rings = _rings(" ".join(reference.values))
    drawn = [_ring(found, numbers) for numbers in rings]
    shape = shapely.Polygon(drawn[0][0], [ring for ring, _, _ in drawn[1:]])
    return shape, sum(lost for _, lost, _ in drawn), any(is_arc for *_, is_arc in drawn)


def _rings(text: str) -> list[list[int]]:
    """Numbers of the outer ring and of each hole; a minus says backwards.

    Examples
    --------
    >>> _rings(":1 :-2 (:3) (:4 :-5)")
    [[1, -2], [3], [4, -5]]
    """
    rings: list[list[int]] = [[]]
    for token in _REFERENCES.findall(text):
        if token == "(":
            rings.append([])
        elif token != ")":
            rings[-1].append(int(token[1:]))
    return rings


def _ring(found: Drawing, numbers: list[int]) -> tuple[np.ndarray, float, bool]:
    """Points of a ring, closed; a hole may be named by the area that fills it."""
    if len(numbers) == 1 and abs(numbers[0]) in found.curves:
        other = found.curves[abs(numbers[0])]
        if other.name == "FLATE" and (reference := other.part("REF")) is not None:
            return _ring(found, _rings(" ".join(reference.values))[0])
    pieces, lost, is_curved = [], 0.0, False
    for number in numbers:
        points, area, is_arc = found.line(abs(number))
        pieces.append(points[::-1, :2] if number < 0 else points[:, :2])
        lost, is_curved = lost + area, is_curved or is_arc
    if not pieces:
        raise BrokenShapeError("an empty ring")
    for piece, after in zip(pieces, [*pieces[1:], pieces[0]], strict=True):
        gap = float(np.hypot(*(piece[-1] - after[0])))
        if gap > CLOSING_M:
            raise BrokenShapeError(f"the boundary does not close: a gap of {gap:.2f} m")
    ring = np.concatenate([pieces[0][:1], *(piece[1:] for piece in pieces)])
    ring[-1] = ring[0]
    if len(ring) < 4:
        raise BrokenShapeError("a ring has fewer than three corners")
    return ring, lost, is_curved


def _swarm(found: Drawing, group: Element) -> Shape:
    return shapely.MultiPoint(found.points(group)), 0.0, False


_DRAW: dict[str, Callable[[Drawing, Element], Shape]] = {
    "PUNKT": _point, "SYMBOL": _point, "TEKST": _point, "SVERM": _swarm, "KURVE": _line,
    "LINJE": _line, "BUEP": _line, "FLATE": _area,
}  # fmt: skip
