"""What a made municipality is, before it is written: the types its makers share.

The whole place is invented. It lies at sea, about E 300000 N 7600000 in EPSG:25833, where no
municipality is, so that nobody takes it for a real one.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.raster.grid import Grid

NAME = "Sundøy kommune"
MUNICIPALITY_NUMBER = "9999"
CRS = "EPSG:25833"
LEFT, BOTTOM = 300_000.0, 7_600_000.0  # lower left corner of the terrain [m]

#: What a parcel is used for (`Place.parcels.use_code`).
USE_CODES = (
    "villa", "row", "block", "centre", "shop", "school", "kindergarten", "health", "industry",
    "quay", "farm", "forest", "cemetery", "park", "road", "common",
)  # fmt: skip

#: The truth field: 600 × 700 m on the mainland that only `sample.truth` fills. Nothing but
#: terrain is made inside; the hinterland parcels stop at its edge.
RESERVE_LEFT, RESERVE_BOTTOM = 303_000.0, 7_600_150.0
RESERVE_WIDTH_M, RESERVE_HEIGHT_M = 600.0, 700.0
#: Where the access road meets its west edge, and how far north the basin around it has its middle.
RESERVE_GATE_M = 250.0
#: The terrain is led to this height along the edge of the reserve [m].
RESERVE_ELEVATION_M = 60.0


@dataclass(frozen=True, eq=False, repr=False)
class Place:
    """The physical part of a made municipality, in memory.

    Parameters
    ----------
    seed, plots_wanted : int
        What it was made from.
    terrain : Grid
        Metres above NN2000; ≤ 0 in the sea. Complete: the NODATA corner is cut when written.
    land : GeoDataFrame
        ``land_id geometry``; land polygons (sides: ``island``, ``mainland`` in ``side_code``).
    coastline : GeoDataFrame
        ``coast_id geometry``; shorelines at mean high water.
    districts : GeoDataFrame
        Index ``district_id`` (``"01"`` …): ``name side_code geometry`` and the centre:
        ``centre_id centre_name centre_level_code`` (``town`` or ``district``),
        ``centre_easting_m centre_northing_m``. Polygons are land only and together all of it.
    basic_units : GeoDataFrame
        Index ``basic_unit_id`` (8 digits): ``name district_id geometry``; together the districts,
        and the truth field's own, which is in none.
    streets : GeoDataFrame
        ``street_id name road_class_code`` (``F``, ``K``), ``medium width_m
        geometry`` (2D centre lines; above ground only).
    network : GeoDataFrame
        ``lokalid typeVeg medium vegkategori nivå name bredde belyst geometry`` (3D).
    parcels : GeoDataFrame
        ``parcel_id gnr bnr fnr property_id`` (``9999-gnr/bnr[/fnr]``), ``use_code is_vacant
        district_id block_id owner_code is_disputed is_shared is_point_lease
        recorded_area_m2 geometry``; one has no number (``gnr`` 0).
    blocks : GeoDataFrame
        Index ``block_id``: ``use_code district_id is_vacant geometry``; the land between
        streets with one use; parcels of a block have its ``block_id``. Streets are no block.
    buildings : GeoDataFrame
        Footprints: ``building_id building_type_code building_status_code parcel_id geometry``.
    register : DataFrame
        ``building_id property_id building_type_code building_status_code storeys_count bra_m2
        bra_homes_m2 built_bya_m2 homes_count built_year``.
    units : DataFrame
        ``unit_id building_id property_id unit_type_code unit_number bra_m2 rooms_count``.
    stops : GeoDataFrame
        ``stop_id name departures_per_hour geometry``.
    services : GeoDataFrame
        ``service_id kind name geometry``.
    reserve : Polygon
        The truth field's rectangle; see `RESERVE_LEFT`.
    reserve_road_end : (3,) float array
        Easting, northing, elevation of the middle of the reserve's west edge, where the access
        road (in `network`, ``K``) ends: a line that starts with exactly these numbers joins it.
    """

    seed: int
    plots_wanted: int
    terrain: Grid
    land: gpd.GeoDataFrame
    coastline: gpd.GeoDataFrame
    districts: gpd.GeoDataFrame
    basic_units: gpd.GeoDataFrame
    streets: gpd.GeoDataFrame
    network: gpd.GeoDataFrame
    parcels: gpd.GeoDataFrame
    blocks: gpd.GeoDataFrame
    buildings: gpd.GeoDataFrame
    register: pd.DataFrame
    units: pd.DataFrame
    stops: gpd.GeoDataFrame
    services: gpd.GeoDataFrame
    reserve: shapely.Polygon
    reserve_road_end: np.ndarray

    def __repr__(self) -> str:
        return f"{NAME} (fictional): {len(self.parcels):,} parcels, {self.terrain!r}"


def reserve() -> shapely.Polygon:
    """Give the rectangle that is kept for the truth field.

    Examples
    --------
    >>> reserve().bounds
    (303000.0, 7600150.0, 303600.0, 7600850.0)
    """
    return shapely.box(
        RESERVE_LEFT,
        RESERVE_BOTTOM,
        RESERVE_LEFT + RESERVE_WIDTH_M,
        RESERVE_BOTTOM + RESERVE_HEIGHT_M,
    )
