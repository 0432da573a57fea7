"""Geometry brought to one CRS and repaired openly."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
import pyproj
import shapely
from pyproj.exceptions import CRSError

# Horizontal part of the 3D and northing-first systems that Norwegian data comes in. pyproj 3.7
# knows neither 11022 nor 11023, by which GDAL calls 5972 and 5973.
_HORIZONTAL = {
    "5972": 25832, "11022": 25832, "3044": 25832, "6172": 25832,
    "5973": 25833, "11023": 25833, "3045": 25833, "6173": 25833,
    "5975": 25835, "3047": 25835, "6175": 25835,
}  # fmt: skip
MAINLAND_NORWAY = (4.0, 57.5, 31.5, 71.5)  # longitude and latitude [°]


@cache
def horizontal_crs(text: str) -> pyproj.CRS | None:
    """The horizontal CRS a source means, or None where it says nothing that is known.

    Examples
    --------
    >>> horizontal_crs("EPSG:5973").to_epsg(), horizontal_crs("EPSG:11023").to_epsg()
    (25833, 25833)
    """
    if not text:
        return None
    code = text.rpartition(":")[2]
    if text.upper().startswith("EPSG") and code in _HORIZONTAL:
        return pyproj.CRS.from_epsg(_HORIZONTAL[code])
    try:
        crs = pyproj.CRS.from_user_input(text)
    except CRSError:
        return None
    if crs.is_compound:
        crs = crs.sub_crs_list[0]
    epsg = crs.to_epsg(min_confidence=70)
    known = _HORIZONTAL.get(str(epsg), epsg)
    return pyproj.CRS.from_epsg(known) if known else crs


def crs_name(crs: pyproj.CRS) -> str:
    """``EPSG:25833`` and the like; the name where it has no number."""
    epsg = crs.to_epsg(min_confidence=70)
    return f"EPSG:{epsg}" if epsg else crs.name


def is_metric(crs: pyproj.CRS) -> bool:
    """Whether areas and distances can be measured in a CRS: projected, metres, not web Mercator.

    Examples
    --------
    >>> is_metric(pyproj.CRS("EPSG:25833")), is_metric(pyproj.CRS("EPSG:3857"))
    (True, False)
    """
    if not crs.is_projected or crs.axis_info[0].unit_name not in ("metre", "meter"):
        return False
    operation = crs.coordinate_operation
    method = operation.method_name if operation else ""
    # Mercator proper grows with latitude; transverse Mercator (UTM) does not
    return "Mercator" not in method or "Transverse" in method


def reprojected(
    geometry: np.ndarray, source: pyproj.CRS, target: pyproj.CRS, *, keep_z: bool = False
) -> np.ndarray:
    """Geometries in another CRS, x east and y north; heights stay as they are.

    Norwegian data is in ETRS89, WGS 84 counted as equal to it (below a metre), as everywhere
    in Norwegian mapping.
    """
    if source == target:
        return geometry
    transformer = pyproj.Transformer.from_crs(source, target, always_xy=True)

    def moved(coordinates: np.ndarray) -> np.ndarray:
        x, y = transformer.transform(coordinates[:, 0], coordinates[:, 1])
        return np.column_stack([x, y, *coordinates[:, 2:].T])

    if keep_z:
        # shapely.transform with include_z would give NaN heights to flat lines
        has_z = shapely.has_z(geometry)
        result = geometry.copy()
        for part, with_z in ((has_z, True), (~has_z, False)):
            result[part] = shapely.transform(geometry[part], moved, include_z=with_z)
        return result
    return shapely.transform(geometry, moved, include_z=False)


def repaired(geometry: np.ndarray) -> tuple[np.ndarray, pd.Series]:
    """Valid 2D polygons, and GEOS's reason where one was not valid.

    Parameters
    ----------
    geometry : array of shapely polygons and multipolygons, none missing

    Returns
    -------
    geometry : array
        Polygons or multipolygons; rings made valid and merged, so that a 3D shell becomes its
        footprint. May be empty where nothing with an area is left.
    reasons : Series of text
        NaN where nothing was repaired.

    Examples
    --------
    >>> bow_tie = shapely.from_wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")
    >>> shapes, reasons = repaired(np.array([bow_tie]))
    >>> shapes[0].area, reasons[0]
    (2.0, 'Self-intersection')
    """
    is_solid = shapely.has_z(geometry) & (shapely.get_type_id(geometry) == 6)
    flat = shapely.force_2d(geometry)
    invalid = ~shapely.is_valid(flat)
    reasons = pd.Series(np.nan, index=range(len(flat)), dtype=object)
    if not invalid.any():
        return flat, reasons.astype("str")
    said = [text.split("[")[0] for text in shapely.is_valid_reason(flat[invalid])]
    shell = is_solid[invalid]
    said = [f"3D shell, footprint taken: {t}" if s else t for t, s in zip(said, shell, strict=True)]
    reasons[invalid] = said
    # "structure" keeps overlapping parts; "linework" would make holes of them (even-odd)
    fixed = shapely.make_valid(flat[invalid], method="structure", keep_collapsed=False)
    result = flat.copy()
    result[invalid] = [only_polygons(shape) for shape in fixed]
    return result, reasons.astype("str")


def only_polygons(shape: shapely.Geometry) -> shapely.Geometry:
    """The polygons of a shape, as a polygon or multipolygon; empty where it has none."""
    if shapely.get_type_id(shape) in (3, 6):
        return shape
    parts = shapely.get_parts(shapely.get_parts(shape))
    return shapely.union_all(parts[shapely.get_type_id(parts) == 3])


def as_dimension(geometry: np.ndarray, wanted: str) -> tuple[np.ndarray, np.ndarray]:
    """Shapes of the dimension a layer needs, and which could be made so only by a change.

    Polygons become their boundary in a line layer and a point inside in a point layer; a
    collection becomes its polygons. What cannot be changed becomes None.
    """
    need = {"polygon": 2, "line": 1, "point": 0}[wanted]
    result = geometry.copy()
    collection = shapely.get_type_id(geometry) == 7
    if need == 2 and collection.any():
        result[collection] = [only_polygons(shape) for shape in geometry[collection]]
    dimension = shapely.get_dimensions(result)
    other = (dimension != need) & ~shapely.is_empty(result)
    if need == 1:
        areas = dimension == 2
        result[areas] = shapely.boundary(result[areas])
        result[other & ~areas] = None
    elif need == 0:
        result[other] = shapely.point_on_surface(result[other])
    else:
        result[other] = None
    return result, other
