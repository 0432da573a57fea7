"""A town around `fake_run`'s boxes: hills, sea, streets, stops and houses, for maps; invented."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import shapely
from fake_run import BOTTOM, CRS, LEFT, SIDE, fake_run

from boligplan_geo.municipality import Municipality
from boligplan_geo.raster.grid import Grid
from boligplan_geo.result import Analysis


def run_in_town(side: int = 20) -> Analysis:
    """Give `fake_run` with the inputs that a map's background reads."""
    run, span = fake_run(side), side * SIDE
    lines = [
        shapely.LineString([(LEFT, BOTTOM + i * 150, 5), (LEFT + span, BOTTOM + i * 150, 9)])
        for i in range(int(span // 150) + 1)
    ]
    centre = shapely.centroid(np.asarray(run.plots.geometry))
    houses = shapely.box(
        shapely.get_x(centre) - 5, shapely.get_y(centre) - 4,
        shapely.get_x(centre) + 5, shapely.get_y(centre) + 4,
    )  # fmt: skip
    kinds = ["enkelBilveg" if i % 2 == 0 else "gangveg" for i in range(len(lines))]
    town = Municipality(
        name=run.name, municipality_number="9999", crs=CRS, is_fictional=True, plots=run.plots,
        buildings=gpd.GeoDataFrame(geometry=houses[::2], crs=CRS),
        network=gpd.GeoDataFrame({"kind_code": kinds}, geometry=lines, crs=CRS),
        stops=gpd.GeoDataFrame(
            {"stop_name": ["Torget", "Kaia <b>"], "departures_per_hour": [6.0, None]},
            geometry=[shapely.Point(LEFT + 100, BOTTOM + 150),
                      shapely.Point(LEFT + span / 2, BOTTOM + 300)], crs=CRS),
        terrain=terrain(span),
    )  # fmt: skip
    return replace(run, town=town)


def terrain(span: float) -> Grid:
    """Land that rises to the east from a shore 60 m west of the plots, with a corner unknown."""
    cell = 10.0
    left, top = LEFT - 600, BOTTOM + span + 400
    rows, columns = int((span + 800) / cell), int((span + 1200) / cell)
    east = (np.arange(columns) + 0.5) * cell - 540
    north = np.arange(rows)[:, None] * cell
    height = np.where(east < 0, 0.0, east * 0.08 + 14 * np.sin(east / 90) * np.cos(north / 110))
    height = np.where(east < 0, 0.0, np.maximum(height, 0.5)).astype("float32")
    height[:12, -15:] = np.nan
    return Grid(height, left, top, cell, CRS)
