"""What hard zones take of each net plot, in the two readings of `facts.constraints`."""

from __future__ import annotations

from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from boligplan_geo.geometry import Areas, Cells, Geometries, largest_piece_m2, partition, union_by

#: Readings and the ending of their columns: up to ten homes in a building (S2), more (S3).
READINGS = {"is_hard": "", "is_hard_s3": "_s3"}

_MITRE = 5.0


class Taken(NamedTuple):
    """Loss table by plot (position), and by reading lost land and largest usable piece [m²]."""

    losses: pd.DataFrame
    lost_m2: dict[str, Areas]
    largest_m2: dict[str, Areas]


def taken(net: Geometries, zones: gpd.GeoDataFrame, corridor_m: float) -> Taken:
    """Cut the net plots by the zones that are hard in some reading, once for both.

    Zones of one kind take land once. A cell under several kinds is shared evenly among them,
    so the order of layers cannot matter and the table sums to what is lost.
    """
    zones = zones[zones["is_hard_s3"].to_numpy(dtype=bool)]
    kind = zones.groupby(["layer", "zone_code", "is_hard"], sort=True)
    names = kind.size().reset_index()
    cells = partition(net, zones.geometry.to_numpy(), kind.ngroup().to_numpy())
    area, plot = shapely.area(cells.geometry), cells.owner
    rows = pd.DataFrame({"plot": plot[cells.under_cell]})
    rows[["layer", "zone_code"]] = names[["layer", "zone_code"]].to_numpy()[cells.under_key]
    lost: dict[str, Areas] = {}
    largest: dict[str, Areas] = {}
    for reading, ending in READINGS.items():
        counts = names[reading].to_numpy(dtype=bool) if reading == "is_hard" else True
        takes = np.broadcast_to(counts, len(names))[cells.under_key]
        over = np.bincount(cells.under_cell[takes], minlength=len(plot))
        each = np.where(takes, area[cells.under_cell], 0.0)
        share = over[cells.under_cell]
        rows[f"exclusive{ending}_m2"] = np.where(share == 1, each, 0.0)
        rows[f"shared{ending}_m2"] = np.where(share > 1, each / np.maximum(share, 1), 0.0)
        lost[reading] = np.zeros(len(net))
        np.add.at(lost[reading], plot[over > 0], area[over > 0])
        largest[reading] = _largest(net, cells, over > 0, corridor_m)
    losses = rows.groupby(["plot", "layer", "zone_code"], sort=True).sum().reset_index()
    return Taken(losses, lost, largest)


def _largest(
    net: Geometries, cells: Cells, is_taken: NDArray[np.bool_], corridor_m: float
) -> Areas:
    """Largest usable piece of each plot; only those that zones cut are put together anew."""
    size = largest_piece_m2(net)
    hit = np.unique(cells.owner[is_taken])
    size[hit] = 0.0
    left = ~is_taken & np.isin(cells.owner, hit)
    cut, group = np.unique(cells.owner[left], return_inverse=True)
    usable = union_by(group, cells.geometry[left], len(cut))
    size[cut] = largest_wide_piece_m2(usable, corridor_m=corridor_m)
    return size


def largest_wide_piece_m2(land: Geometries, *, corridor_m: float) -> Areas:
    """Area of the largest piece of land [m²] when those joined over a narrow neck count apart.

    Parameters
    ----------
    land : array of Polygon or MultiPolygon
    corridor_m : float
        Land narrower than this joins nothing.

    Returns
    -------
    array
        0 where there is no land. A piece that no neck divides counts whole.

    Examples
    --------
    >>> neck = shapely.box(10, 4, 20, 4.5)
    >>> two = shapely.union_all([shapely.box(0, 0, 10, 9), shapely.box(20, 0, 40, 9), neck])
    >>> largest_wide_piece_m2(np.array([two]), corridor_m=1.0).round(3).tolist()
    [180.0]
    >>> largest_wide_piece_m2(np.array([two]), corridor_m=0.4).tolist()
    [275.0]
    """
    parts, owner = shapely.get_parts(land, return_index=True)
    area = shapely.area(parts)
    # a convex piece has no neck
    bent = np.flatnonzero(shapely.area(shapely.convex_hull(parts)) - area > 1e-6)
    half = corridor_m / 2
    shrunk = shapely.buffer(parts[bent], -half, join_style="mitre", mitre_limit=_MITRE)
    several = shapely.get_num_geometries(shrunk) > 1
    bent, shrunk = bent[several], shrunk[several]
    cores, index = shapely.get_parts(shrunk, return_index=True)
    grown = shapely.buffer(cores, half, join_style="mitre", mitre_limit=_MITRE)
    wide = shapely.area(shapely.intersection(grown, parts[bent[index]]))
    area[bent] = 0.0
    np.maximum.at(area, bent[index], wide)
    largest = np.zeros(len(land))
    np.maximum.at(largest, owner, area)
    return largest
