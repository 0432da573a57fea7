"""Geometry of GML 2 to 3.2, as Norwegian plan, cadastre and map data uses it.

Read here and not by GDAL, which linearises arcs in silence, leaves out what it cannot read, and
does not say which rule of the standard a broken ring breaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

import numpy as np
import shapely

from boligplan_geo.read.formats import arcs
from boligplan_geo.read.formats.srs_names import axes

GML_PREFIX = "{http://www.opengis.net/gml"
HREF = "{http://www.w3.org/1999/xlink}href"
#: Ends of curves this near are one point: coordinates are written in centimetres.
CLOSING_M = 0.01

_POLYGONS = {"Polygon", "PolygonPatch", "Triangle", "Rectangle"}
_SURFACES = {
    "Surface", "TriangulatedSurface", "Tin", "PolyhedralSurface", "CompositeSurface",
    "MultiSurface", "MultiPolygon", "OrientableSurface",
}  # fmt: skip
_CURVES = {
    "LineString", "LineStringSegment", "LinearRing", "Arc", "ArcString", "Circle",
    "ArcByCenterPoint", "CircleByCenterPoint", "Curve", "Ring", "CompositeCurve",
    "OrientableCurve",
}  # fmt: skip
_COLLECTIONS = {"MultiCurve", "MultiLineString", "MultiPoint", "MultiGeometry"}
GEOMETRIES = {"Point"} | _POLYGONS | _SURFACES | _CURVES | _COLLECTIONS
#: Told as not read where a feature has them.
UNREAD = {"Solid", "MultiSolid", "CompositeSolid", "Grid", "RectifiedGrid"}
_ARCS = {"Arc", "ArcString", "Circle", "ArcByCenterPoint", "CircleByCenterPoint"}


class UnreadableError(Exception):
    """A geometry that cannot be read, with the rule that it breaks."""

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(message)
        self.rule = rule


@dataclass
class Drawn:
    """One geometry as it was read.

    `srs` is every ``srsName`` within, `arc_area_m2` the area between arcs and the lines drawn
    for them, `arc_faults` what is wrong with arcs, `unreadable` the rule and message where
    `geometry` is None for a fault.
    """

    geometry: shapely.Geometry | None = None
    srs: set[str] = field(default_factory=set)
    arcs_count: int = 0
    arc_area_m2: float = 0.0
    arc_faults: set[str] = field(default_factory=set)
    unreadable: tuple[str, str] | None = None


def drawn(
    element: ElementTree.Element,
    *,
    srs_name: str = "",
    dimension: int = 0,
    referred: Mapping[str, ElementTree.Element] | None = None,
) -> Drawn:
    """Read one geometry element.

    Parameters
    ----------
    element : Element
        Such as ``gml:MultiSurface``.
    srs_name : str
        The file's CRS, for elements that name none.
    dimension : int
        The file's ``srsDimension``; 0 where it names none.
    referred : mapping of ``gml:id`` to element
        Curves and surfaces that others point at (``xlink:href``).

    Examples
    --------
    >>> text = '''<g:Polygon xmlns:g="http://www.opengis.net/gml/3.2"><g:exterior><g:LinearRing>
    ... <g:posList>0 0 4 0 4 3 0 0</g:posList></g:LinearRing></g:exterior></g:Polygon>'''
    >>> drawn(ElementTree.fromstring(text)).geometry.area
    6.0
    """
    found = Drawn()
    pen = _Pen(found, referred or {})
    try:
        found.geometry = pen.shape(element, srs_name, dimension)
    except UnreadableError as error:
        found.unreadable = (error.rule, str(error))
    found.srs = found.srs or ({srs_name} if srs_name else set())
    return found


def local(tag: str) -> str:
    """Name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]


@dataclass
class _Pen:
    """Draws one geometry, noting arcs and CRS on the way."""

    found: Drawn
    referred: Mapping[str, ElementTree.Element]

    def shape(self, element: ElementTree.Element, srs: str, dimension: int) -> shapely.Geometry:
        srs, dimension = self._context(element, srs, dimension)
        name = local(element.tag)
        if name == "Point":
            points = self._coordinates(element, srs, dimension, "gml.kurve.1")
            return shapely.Point(points[0]) if len(points) else shapely.Point()
        if name in _POLYGONS:
            return self._polygon(element, srs, dimension)
        if name in _SURFACES:
            return _surface(name, self._members(element, srs, dimension))
        if name in _CURVES:
            return shapely.LineString(self._curve(element, srs, dimension, "gml.kurve.1"))
        if name in _COLLECTIONS:
            return _gathered(self._members(element, srs, dimension))
        raise UnreadableError("", f"{name} is a kind of geometry that is not read")

    def _context(self, element: ElementTree.Element, srs: str, dimension: int) -> tuple[str, int]:
        given = element.get("srsName")
        if given:
            self.found.srs.add(given)
            srs = given
        return srs, int(element.get("srsDimension") or dimension)

    def _target(self, element: ElementTree.Element) -> ElementTree.Element:
        """What a property holds or points at."""
        href = element.get(HREF)
        if href is None:
            return element
        found = self.referred.get(href.lstrip("#"))
        if found is None:
            raise UnreadableError("gml.xlink.1", f"points at {href}, which is not in the file")
        holder = ElementTree.Element(element.tag)
        holder.append(found)
        return holder

    def _members(
        self, element: ElementTree.Element, srs: str, dimension: int
    ) -> list[shapely.Geometry]:
        """Geometries within properties such as ``surfaceMember`` and ``patches``."""
        shapes = []
        for holder in element:
            for part in self._target(holder):
                if local(part.tag) in GEOMETRIES:
                    shapes.append(self.shape(part, srs, dimension))
        return shapes

    def _polygon(self, element: ElementTree.Element, srs: str, dimension: int) -> shapely.Geometry:
        shell, holes = None, []
        for holder in element:
            role = local(holder.tag)
            if role not in ("exterior", "outerBoundaryIs", "interior", "innerBoundaryIs"):
                continue
            for ring in self._target(holder):
                points = _closed(self._curve(ring, srs, dimension, "gml.flate.1"))
                if role in ("exterior", "outerBoundaryIs"):
                    shell = points
                else:
                    holes.append(points)
        return shapely.Polygon(shell, holes)

    def _curve(
        self, element: ElementTree.Element, srs: str, dimension: int, rule: str
    ) -> np.ndarray:
        srs, dimension = self._context(element, srs, dimension)
        name = local(element.tag)
        if name in _ARCS:
            return self._arc(element, name, srs, dimension, rule)
        if name in ("LineString", "LineStringSegment", "LinearRing"):
            points = self._coordinates(element, srs, dimension, rule)
            if len(points) < 2:
                raise UnreadableError(rule, "has fewer than two points")
            return points
        if name not in _CURVES:
            raise UnreadableError("", f"{name} is a kind of curve that is not read")
        pieces = [
            self._curve(part, srs, dimension, rule)
            for holder in element
            for part in self._target(holder)
            if local(part.tag) in _CURVES or local(holder.tag) == "segments"
        ]
        if not pieces:
            raise UnreadableError(rule, "has no points")
        line = _joined(pieces, rule)
        return line[::-1] if element.get("orientation") == "-" else line

    def _arc(
        self, element: ElementTree.Element, name: str, srs: str, dimension: int, rule: str
    ) -> np.ndarray:
        points = self._coordinates(element, srs, dimension, rule)
        if name.endswith("ByCenterPoint"):
            pieces = [_around(element, name, points[0, :2])]
        elif name == "Circle":
            pieces = _circle(points)
        else:
            if len(points) < 3 or len(points) % 2 == 0:
                # an arc of two points leaves no choice but the line between them
                self.found.arc_faults.add("coincident")
                self.found.arcs_count += 1
                if len(points) < 2:
                    raise UnreadableError(rule, "has an arc of one point")
                return points
            corners = points[:, :2]
            pieces = [arcs.through(*corners[i : i + 3]) for i in range(0, len(corners) - 2, 2)]
        self.found.arcs_count += len(pieces)
        self.found.arc_area_m2 += sum(piece.area_m2 for piece in pieces)
        self.found.arc_faults |= {piece.fault for piece in pieces} - {""}
        return _joined([piece.points for piece in pieces], rule)

    def _coordinates(
        self, element: ElementTree.Element, srs: str, dimension: int, rule: str
    ) -> np.ndarray:
        """Points of an element, east first."""
        is_north_first, size = axes(srs)
        texts: list[str] = []
        for part in element.iter():
            name = local(part.tag)
            if name in ("pos", "posList", "coordinates") and part.text:
                dimension = int(part.get("srsDimension") or dimension)
                text = part.text
                if name == "coordinates":
                    size = dimension = len(text.split()[0].split(",")) if text.split() else 2
                    text = text.replace(",", " ")
                texts.append(text)
        size = dimension or size
        try:
            numbers = np.array(" ".join(texts).split(), dtype=float)
        except ValueError as error:
            raise UnreadableError(rule, "has coordinates that are not numbers") from error
        if len(numbers) % size:
            raise UnreadableError(
                rule, f"has {len(numbers)} numbers for coordinates, not a multiple of {size}"
            )
        points = numbers.reshape(-1, size)
        return points[:, [1, 0, *range(2, size)]] if is_north_first else points


def _closed(points: np.ndarray) -> np.ndarray:
    """A ring that ends where it begins, with at least three corners."""
    if np.hypot(*(points[0, :2] - points[-1, :2])) > CLOSING_M:
        raise UnreadableError("gml.flate.1", "has a ring that does not close")
    ring = points.copy()
    ring[-1] = ring[0]
    if len(ring) < 4:
        raise UnreadableError("gml.flate.1", "has a ring of fewer than three corners")
    return ring


def _joined(pieces: list[np.ndarray], rule: str) -> np.ndarray:
    """Pieces of a line one after the other."""
    size = min(piece.shape[1] for piece in pieces)
    line = [pieces[0][:, :size]]
    for piece in pieces[1:]:
        gap = np.hypot(*(piece[0, :2] - line[-1][-1, :2]))
        if gap > CLOSING_M:
            raise UnreadableError(rule, f"is not continuous: {gap:.2f} m between two of its pieces")
        line.append(piece[1:, :size])
    return np.concatenate(line)


def _around(element: ElementTree.Element, name: str, centre: np.ndarray) -> arcs.Arc:
    values = {local(part.tag): float(part.text or 0) for part in element if local(part.tag) in
              ("radius", "startAngle", "endAngle")}  # fmt: skip
    if name.startswith("Circle"):
        return arcs.around(centre, values["radius"], 0.0, 2 * np.pi)
    start, end = np.radians([values["startAngle"], values["endAngle"]])
    return arcs.around(centre, values["radius"], float(start), float(end - start))


def _circle(points: np.ndarray) -> list[arcs.Arc]:
    if len(points) < 3:
        raise UnreadableError("gml.flate.1", "has a circle of fewer than three points")
    return [arcs.circle(*points[:3, :2])]


def _surface(name: str, parts: list[shapely.Geometry]) -> shapely.Geometry:
    """Polygons of a surface: patches of one surface are one polygon only where it has but one."""
    polygons = [p for part in parts for p in shapely.get_parts(part)]
    if len(polygons) == 1 and not name.startswith("Multi"):
        return polygons[0]
    return shapely.MultiPolygon(polygons)


def _gathered(parts: list[shapely.Geometry]) -> shapely.Geometry:
    kinds = {int(shapely.get_type_id(part)) for part in parts}
    if kinds == {0}:
        return shapely.MultiPoint(parts)
    if kinds == {1}:
        return shapely.MultiLineString(parts)
    return shapely.GeometryCollection(parts)
