"""``srsName`` of GML: which CRS it means, and in which order coordinates are written."""

from __future__ import annotations

from functools import cache

import pyproj
from pyproj.exceptions import CRSError


@cache
def axes(srs_name: str) -> tuple[bool, int]:
    """Whether coordinates are north before east, and how many there are of a point.

    Examples
    --------
    >>> axes("urn:ogc:def:crs:EPSG::4258"), axes("EPSG:4258"), axes("EPSG:5973")
    ((True, 2), (False, 2), (False, 3))
    """
    code = epsg(srs_name)
    if not code:
        return False, 2
    try:
        crs = pyproj.CRS.from_epsg(int(code))
    except CRSError:
        return False, 2
    # "EPSG:4258" is read east first as everybody writes it; URN and URL are as the register says
    is_formal = not srs_name.upper().startswith("EPSG:")
    axes = crs.axis_info or (crs.sub_crs_list[0].axis_info if crs.is_compound else [])
    return is_formal and axes[0].direction == "north", len(axes)


def epsg(srs_name: str) -> str:
    """The number in ``EPSG:25833``, a URN or a URL; empty where there is none.

    Examples
    --------
    >>> epsg("urn:ogc:def:crs:EPSG::4258"), epsg("http://www.opengis.net/def/crs/EPSG/0/25832")
    ('4258', '25832')
    """
    if "EPSG" not in srs_name.upper():
        return ""
    code = srs_name.replace("/", ":").replace("#", ":").rpartition(":")[2]
    return code if code.isdigit() else ""
