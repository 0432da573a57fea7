"""What zones take of each net plot, in the two readings of `facts.constraints`."""

from __future__ import annotations

from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from boligplan_geo.geometry import NOISE_M2, Areas, Faces, Geometries, Indices, join, overlap_areas

#: Readings and the ending of their columns: up to ten homes in a building (S2), more (S3).
READINGS = {"is_hard": "", "is_hard_s3": "_s3"}


class Laid(NamedTuple):
    """Net plots laid over the faces of zones.

    Attributes
    ----------
    net, net_m2 : net plot of each plot (None: none), and its area (0)
    faces : the faces
    plot, face, area : a row for each plot and face that share land, and how much [m²]
    """

    net: Geometries
    net_m2: Areas
    faces: Faces
    plot: Indices
    face: Indices
    area: Areas


def laid(net: Geometries, of_zones: Faces) -> Laid:
    """Lay the net plots over the faces of zones."""
    plot, face, area = overlap_areas(net, of_zones.geometry, of_zones.pieces)
    return Laid(net, np.nan_to_num(shapely.area(net)), of_zones, plot, face, area)


def is_under(over: Faces, zones: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which faces lie under at least one of the zones marked."""
    found = np.zeros(len(over.geometry), dtype=bool)
    found[over.face[zones[over.zone]]] = True
    return found


def share(over: Laid, zones: NDArray[np.bool_]) -> Areas:
    """Share of each net plot under at least one of the zones marked; NaN where there is none."""
    area = np.where(is_under(over.faces, zones)[over.face], over.area, 0.0)
    flagged = np.bincount(over.plot, area, minlength=len(over.net))
    flagged = np.where(over.net_m2 - flagged <= NOISE_M2, over.net_m2, flagged)
    nothing = np.full(len(over.net), np.nan)
    return np.divide(flagged, over.net_m2, out=nothing, where=over.net_m2 > 0)


def losses(over: Laid, zones: gpd.GeoDataFrame) -> pd.DataFrame:
    """Loss table by plot (position), layer and zone code, in both readings.

    Zones of one kind take land once. Land under several kinds is shared evenly among them, so
    the table sums to what is lost.
    """
    kind_of = zones.groupby(["layer", "zone_code"], sort=True)
    names = kind_of.size().reset_index()[["layer", "zone_code"]]
    rows = pd.DataFrame({"face": over.faces.face})
    rows["kind"] = kind_of.ngroup().to_numpy()[over.faces.zone]
    for reading in READINGS:
        rows[reading] = zones[reading].to_numpy(dtype=bool)[over.faces.zone]
    rows = rows[rows["is_hard_s3"]].groupby(["face", "kind"], sort=True).any().reset_index()
    pair, row = join(over.face, rows["face"].to_numpy())
    found = pd.DataFrame({"plot": over.plot[pair], "kind": rows["kind"].to_numpy()[row]})
    for reading, ending in READINGS.items():
        takes = rows[reading].to_numpy()
        kinds = np.bincount(rows["face"][takes], minlength=len(over.faces.geometry))
        several = kinds[over.face][pair]
        each = np.where(takes[row], over.area[pair], 0.0)
        found[f"exclusive{ending}_m2"] = np.where(several == 1, each, 0.0)
        found[f"shared{ending}_m2"] = np.where(several > 1, each / np.maximum(several, 1), 0.0)
    table = found.groupby(["plot", "kind"], sort=True).sum().reset_index()
    table = table[table.iloc[:, 2:].sum(axis=1).to_numpy() > NOISE_M2].reset_index(drop=True)
    named = names.iloc[table.pop("kind")].reset_index(drop=True)
    table.insert(1, "layer", named["layer"])
    table.insert(2, "zone_code", named["zone_code"])
    return table


def lost_m2(over: Laid, table: pd.DataFrame, ending: str) -> Areas:
    """Lost land of each plot, as the loss table sums to it [m²]."""
    each = (table[f"exclusive{ending}_m2"] + table[f"shared{ending}_m2"]).to_numpy()
    lost = np.bincount(table["plot"], each, minlength=len(over.net)).round(6)
    return np.where(over.net_m2 - lost <= NOISE_M2, over.net_m2, lost)
