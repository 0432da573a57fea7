"""The notebook an analyst would write: overlay, rasterstats, networkx; the same facts, slowly.

Well meant and idiomatic: whole-layer operations of geopandas, one multi-source search a
destination set, no trick beyond the libraries' own. It starts from the same layers in memory
as the pipeline and gives the same quantities.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import rasterstats
import shapely
from affine import Affine

import boligplan_geo as bg
from boligplan_geo.facts import constraints
from boligplan_geo.measure import destinations
from boligplan_geo.raster import slope_deg
from boligplan_geo.rules.precedence import order
from boligplan_geo.rules.purposes import purposes


def notebook(town: bg.Municipality) -> tuple[dict[str, pd.Series | pd.DataFrame], dict[str, float]]:
    """Compute the facts; return answers and seconds by task."""
    answers: dict[str, pd.Series | pd.DataFrame] = {}
    seconds: dict[str, float] = {}

    def task(name: str, work: Callable[[], object]) -> None:
        start = time.perf_counter()
        answers[name] = work()
        seconds[name] = time.perf_counter() - start

    plots = town.plots[["geometry"]].reset_index()
    task("plan", lambda: plan_parts(plots, town))
    task("built", lambda: built_area(plots, town))
    task("constraints", lambda: usable(answers["plan"], town))
    task("terrain", lambda: slope(plots, town))
    task("walking", lambda: walking(plots, town))
    task("surroundings", lambda: homes_nearby(plots, town))
    answers["plan"] = answers["plan"].drop(columns="geometry")
    return answers, seconds


def plan_parts(plots: gpd.GeoDataFrame, town: bg.Municipality) -> gpd.GeoDataFrame:
    """Newest plan first: overlay, keep the rest, go on with the next older plan."""
    ranks = order(town.plan_areas, town.plans)
    areas = town.plan_areas.join(ranks)
    areas = areas[areas["in_force"].to_numpy(bool)]
    rest, parts = plots, []
    for _, plan in areas.groupby("stack_order", sort=True):
        plan = plan[["land_use_code", "regime_code", "geometry"]]
        parts.append(gpd.overlay(rest, plan, how="intersection", keep_geom_type=True))
        rest = gpd.overlay(rest, plan[["geometry"]], how="difference", keep_geom_type=True)
    whole = gpd.GeoDataFrame(pd.concat([*parts, rest], ignore_index=True), crs=plots.crs)
    whole["area_m2"] = whole.area
    return whole


def built_area(plots: gpd.GeoDataFrame, town: bg.Municipality) -> pd.Series:
    """Footprint of standing buildings a plot."""
    gone = {"BR", "BA", "BF", "BU", "RA", "IG", "MT"}
    status = town.buildings["building_status_code"]
    standing = town.buildings[~status.isin(gone)][["geometry"]]
    pieces = gpd.overlay(plots, standing, how="intersection", keep_geom_type=True)
    return pieces.area.groupby(pieces["plot_id"]).sum().reindex(plots["plot_id"], fill_value=0.0)


def usable(parts: gpd.GeoDataFrame, town: bg.Municipality) -> pd.Series:
    """Net plot less every hard zone."""
    table = purposes()["counts_as_plot"].rename("counts")
    keys = pd.MultiIndex.from_frame(parts[["regime_code", "land_use_code"]])
    net = parts[table.reindex(keys).fillna(False).to_numpy(bool)]
    areas = constraints.areas(
        town.plan_zones,
        town.hazard_zones,
        town.noise,
        town.heritage,
        town.coastline,
        town.plan_lines,
    )
    hard = areas[areas["is_hard"].to_numpy(bool)].union_all()
    left = gpd.overlay(
        net[["plot_id", "geometry"]],
        gpd.GeoDataFrame(geometry=[hard], crs=net.crs),
        how="difference",
        keep_geom_type=True,
    )
    return left.area.groupby(left["plot_id"]).sum().reindex(town.plots.index, fill_value=0.0)


def slope(plots: gpd.GeoDataFrame, town: bg.Municipality) -> pd.Series:
    """Mean slope by cell centres."""
    grid = slope_deg(town.terrain)
    affine = Affine(grid.cell_m, 0, grid.left, 0, -grid.cell_m, grid.top)
    values = np.where(np.isfinite(grid.values), grid.values, -9999.0)
    stats = rasterstats.zonal_stats(plots, values, affine=affine, nodata=-9999.0, stats=["mean"])
    return pd.Series([row["mean"] for row in stats], index=plots["plot_id"], dtype=float)


def homes_nearby(plots: gpd.GeoDataFrame, town: bg.Municipality) -> pd.Series:
    """Homes whose plot's representative point lies within 400 m: buffer and join."""
    units = town.dwelling_units
    homes = units[units["unit_type_code"] == "B"].groupby("property_id").size()
    centres = plots.set_geometry(plots.representative_point())
    first = ~plots["plot_id"].str.contains("#")
    centres["homes"] = plots["plot_id"].map(homes).where(first).fillna(0)
    rings = centres[["plot_id", "geometry"]].set_geometry(centres.buffer(400, quad_segs=16))
    pairs = gpd.sjoin(centres[["homes", "geometry"]], rings, predicate="within")
    return pairs.groupby("plot_id")["homes"].sum().reindex(plots["plot_id"], fill_value=0.0)


def walking(plots: gpd.GeoDataFrame, town: bg.Municipality) -> pd.DataFrame:
    """Minutes to the nearest of each kind: a graph of the lines' vertices, snapped to segments."""
    lines = town.network
    lines = lines[~((lines["medium_code"] == "U") & (lines["kind_code"] == "enkelBilveg"))]
    graph, segments, ends, enterable = nx.DiGraph(), [], [], []
    for line, medium in zip(lines.geometry, lines["medium_code"], strict=True):
        points = [tuple(np.round(p, 3)) for p in shapely.get_coordinates(line, include_z=True)]
        for a, b in pairwise(points):
            run = np.hypot(b[0] - a[0], b[1] - a[1])
            if run > 0:
                graph.add_edge(a, b, minutes=_tobler(run, b[2] - a[2]))
                graph.add_edge(b, a, minutes=_tobler(run, a[2] - b[2]))
                segments.append(shapely.LineString([a[:2], b[:2]]))
                ends.append((a, b))
                enterable.append(medium not in ("L", "U"))
    open_to_walkers = np.flatnonzero(enterable)
    tree = shapely.STRtree(np.array(segments)[open_to_walkers])
    back = graph.reverse()

    def stand(geometry: shapely.Geometry) -> tuple[int, float, float]:
        """Nearest segment, share of the way along it, metres to get there."""
        point = geometry.representative_point()
        i = open_to_walkers[tree.nearest(point)]
        place = segments[i].interpolate(segments[i].project(point))
        return i, segments[i].project(point) / segments[i].length, geometry.distance(place)

    origins = [stand(g) for g in plots.geometry]
    result = {}
    for name, points in destinations(town).items():
        goals = [stand(g) for g in points.geometry]
        there = back.copy()
        on_segment = {}
        for n, (i, share, off) in enumerate(goals):
            a, b = ends[i]
            there.add_edge(("goal", n), a, minutes=share * graph[a][b]["minutes"] + off / 84)
            there.add_edge(("goal", n), b, minutes=(1 - share) * graph[b][a]["minutes"] + off / 84)
            on_segment.setdefault(i, []).append((share, off))
        best = nx.multi_source_dijkstra_path_length(
            there, {("goal", n) for n in range(len(goals))}, weight="minutes"
        )
        minutes = []
        for i, share, off in origins:
            a, b = ends[i]
            ways = [
                best.get(a, np.inf) + share * graph[b][a]["minutes"],
                best.get(b, np.inf) + (1 - share) * graph[a][b]["minutes"],
            ]
            for goal, goal_off in on_segment.get(i, []):
                along = graph[a][b] if goal >= share else graph[b][a]
                ways.append(abs(goal - share) * along["minutes"] + goal_off / 84)
            minutes.append(min(ways) + off / 84)
        result[f"access_{name}_min"] = minutes
    return pd.DataFrame(result, index=plots["plot_id"]).replace(np.inf, np.nan)


def _tobler(run_m: float, rise_m: float) -> float:
    """Minutes along a straight piece."""
    return run_m / (6000 / 60 * np.exp(-3.5 * abs(rise_m / run_m + 0.05)))
