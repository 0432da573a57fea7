"""The notebook an analyst would write: overlay, rasterstats, networkx; the same facts, slowly.

Well meant and idiomatic: whole-layer operations of geopandas, one multi-source search a
destination set, no trick beyond the libraries' own. It starts from the same layers in memory
as the pipeline and gives the same quantities; `README.md` says what it leaves out.
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
from boligplan_geo.facts import built, constraints
from boligplan_geo.measure import destinations
from boligplan_geo.raster import slope_deg
from boligplan_geo.rules.precedence import order
from boligplan_geo.rules.purposes import purposes

#: The terrain is laid out in cells this many times finer, so that cell centres come near to
#: exact shares: at 5 m a row-house plot has a dozen centres, and a strip may have none.
FINER = 5

STEEP_DEG = 20.0
RADIUS_M = 400.0
SLIVER_SHARE, SLIVER_M2 = 0.01, 5.0


def notebook(town: bg.Municipality) -> tuple[dict[str, pd.DataFrame], dict[str, float]]:
    """Compute the facts; return answers and seconds by task."""
    answers: dict[str, pd.DataFrame] = {}
    seconds: dict[str, float] = {}

    def task(name: str, work: Callable[[], pd.DataFrame]) -> None:
        start = time.perf_counter()
        answers[name] = work()
        seconds[name] = time.perf_counter() - start

    # homes on each plot are an input of what is near: both sides count the same ones
    homes = built.table(town.plots, town.buildings, town.building_register, town.dwelling_units)
    plots = town.plots[["geometry"]].reset_index()
    task("plan", lambda: plan_parts(plots, town))
    task("built", lambda: built_area(plots, town))
    start = time.perf_counter()
    net = net_plots(answers["plan"])
    ground = plots.set_index("plot_id")
    ground.loc[net["plot_id"], "geometry"] = net.set_index("plot_id").geometry
    ground = (
        ground.reset_index()
    )  # slope, walks and what is near are those of the land for building
    seconds["plan"] += time.perf_counter() - start
    task("constraints", lambda: usable(plots, net, town))
    task("terrain", lambda: terrain(ground, town))
    task("walking", lambda: walking(ground, town))
    task("surroundings", lambda: homes_nearby(ground, homes["built_homes_count"]))
    answers["plan"] = answers["plan"].drop(columns="geometry")
    return answers, seconds


def variants(town: bg.Municipality) -> dict[str, float]:
    """Seconds of other ways: terrain in cells as delivered; a search for each plot, from 20."""
    plots = town.plots[["geometry"]].reset_index()
    start = time.perf_counter()
    terrain(plots, town, finer=1)
    coarse = time.perf_counter() - start
    few = plots.iloc[:: max(len(plots) // 20, 1)]
    return {"terrain_coarse": coarse, "walking_each": seconds_a_search(few, town) * len(plots)}


def plan_parts(plots: gpd.GeoDataFrame, town: bg.Municipality) -> gpd.GeoDataFrame:
    """Newest plan first: overlay, keep the rest, go on with the next older plan; then its zones."""
    ranks = order(town.plan_areas, town.plans)
    areas = town.plan_areas.join(ranks).rename_axis("area_id").reset_index()
    areas = areas[areas["in_force"].to_numpy(bool)]
    rest, parts = plots, []
    for _, plan in areas.groupby("stack_order", sort=True):
        plan = plan[["area_id", "land_use_code", "regime_code", "geometry"]]
        parts.append(gpd.overlay(rest, plan, how="intersection", keep_geom_type=True))
        rest = gpd.overlay(rest, plan[["geometry"]], how="difference", keep_geom_type=True)
    whole = gpd.GeoDataFrame(pd.concat([*parts, rest], ignore_index=True), crs=plots.crs)
    whole = without_slivers(whole)
    in_force = order(town.plan_zones, town.plans)["in_force"].to_numpy(bool)
    zones = town.plan_zones[in_force].rename_axis("zone_id").reset_index()[["zone_id", "geometry"]]
    whole["part"] = range(len(whole))
    over = gpd.overlay(whole[["part", "geometry"]], zones, how="intersection", keep_geom_type=True)
    over["m2"] = over.area
    is_sliver = over["m2"] < np.minimum(SLIVER_M2, SLIVER_SHARE * over["part"].map(whole.area))
    zoned = over[~is_sliver].groupby("part")["m2"].sum()
    whole["zoned_m2"] = whole["part"].map(zoned).fillna(0.0)  # as often as zones lie over it
    return whole


def without_slivers(parts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give slivers the plan area of the largest part of their plot, and dissolve."""
    parts["m2"] = parts.area
    of_plot = parts.groupby("plot_id")["m2"]
    is_sliver = (parts["m2"] < SLIVER_M2) & (parts["m2"] < SLIVER_SHARE * of_plot.transform("sum"))
    names = ["area_id", "land_use_code", "regime_code"]
    largest = parts.loc[of_plot.idxmax()].set_index("plot_id")[names]
    for name in names:
        parts[name] = parts[name].where(~is_sliver, parts["plot_id"].map(largest[name]))
    parts = parts.dissolve(by=["plot_id", *names], dropna=False).reset_index()
    return parts.assign(area_m2=parts.area)[["plot_id", *names, "area_m2", "geometry"]]


def built_area(plots: gpd.GeoDataFrame, town: bg.Municipality) -> pd.DataFrame:
    """Footprint of standing buildings a plot."""
    gone = {"BR", "BA", "BF", "BU", "RA", "IG", "MT"}
    status = town.buildings["building_status_code"]
    standing = town.buildings[~status.isin(gone)][["geometry"]]
    pieces = gpd.overlay(plots, standing, how="intersection", keep_geom_type=True)
    built_m2 = pieces.area.groupby(pieces["plot_id"]).sum()
    return built_m2.reindex(plots["plot_id"], fill_value=0.0).to_frame("built_bya_m2")


def net_plots(parts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Land of each plot zoned for building."""
    table = purposes()["counts_as_plot"].rename("counts")
    keys = pd.MultiIndex.from_frame(parts[["regime_code", "land_use_code"]])
    net = parts[table.reindex(keys).eq(True).to_numpy(bool)][["plot_id", "geometry"]]
    return net.dissolve(by="plot_id").reset_index()


def usable(plots: gpd.GeoDataFrame, net: gpd.GeoDataFrame, town: bg.Municipality) -> pd.DataFrame:
    """Net plot less every hard zone, its largest piece, and the share under soft zones."""
    areas = constraints.areas(
        town.plan_zones,
        town.hazard_zones,
        town.noise,
        town.heritage,
        town.coastline,
        town.plan_lines,
        plan_areas=town.plan_areas,
        plans=town.plans,
    )
    is_hard = areas["is_hard"].to_numpy(bool)
    hard, soft = (
        gpd.GeoDataFrame(geometry=[some.union_all()], crs=net.crs)
        for some in (areas[is_hard], areas[~is_hard])
    )
    left = gpd.overlay(net, hard, how="difference", keep_geom_type=True)
    flagged = gpd.overlay(net, soft, how="intersection", keep_geom_type=True)
    pieces = left.explode(ignore_index=True)
    result = pd.DataFrame(index=plots["plot_id"])
    by_plot = {
        "constraint_usable_m2": left.area.groupby(left["plot_id"]).sum(),
        "constraint_largest_piece_m2": pieces.area.groupby(pieces["plot_id"]).max(),
        "constraint_soft_share": flagged.area.groupby(flagged["plot_id"]).sum(),
    }
    for name, values in by_plot.items():
        result[name] = values.reindex(result.index, fill_value=0.0)
    result["constraint_soft_share"] /= net.set_index("plot_id").area.reindex(result.index)
    return result


def terrain(plots: gpd.GeoDataFrame, town: bg.Municipality, finer: int = FINER) -> pd.DataFrame:
    """Height and slope by the centres of cells, `finer` times finer than delivered."""
    grid, slope = town.terrain, slope_deg(town.terrain)
    cell_m = grid.cell_m / finer
    asked = {"affine": Affine(cell_m, 0, grid.left, 0, -cell_m, grid.top), "nodata": -9999.0}

    def cells(values: np.ndarray) -> np.ndarray:
        known = np.where(np.isfinite(values), values, np.float32(-9999.0))
        return known.repeat(finer, axis=0).repeat(finer, axis=1)

    heights = rasterstats.zonal_stats(plots, cells(grid.values), stats=["mean"], **asked)
    slopes = rasterstats.zonal_stats(
        plots,
        cells(slope.values),
        stats=["mean", "percentile_90"],
        add_stats={"steep": lambda found: (found > STEEP_DEG).mean()},
        **asked,
    )
    columns = {
        "terrain_elevation_m": [row["mean"] for row in heights],
        "terrain_slope_mean_deg": [row["mean"] for row in slopes],
        "terrain_slope_p90_deg": [row["percentile_90"] for row in slopes],
        "terrain_steep_share": [row["steep"] for row in slopes],
    }
    return pd.DataFrame(columns, index=plots["plot_id"]).astype(float)


def homes_nearby(plots: gpd.GeoDataFrame, homes: pd.Series) -> pd.DataFrame:
    """Homes whose plot's point lies within 400 m: a spatial join by distance."""
    points = plots.set_geometry(plots.representative_point())[["plot_id", "geometry"]]
    standing = points.assign(homes=homes.to_numpy()).dropna()[["homes", "geometry"]]
    pairs = gpd.sjoin(points, standing, predicate="dwithin", distance=RADIUS_M)
    nearby = pairs.groupby("plot_id")["homes"].sum().reindex(plots["plot_id"], fill_value=0.0)
    return nearby.to_frame("nearby_homes_400m_count")


class Streets:
    """A graph of the vertices of walkable lines, and where on its segments a place stands."""

    def __init__(self, town: bg.Municipality) -> None:
        lines = town.network
        lines = lines[~((lines["medium_code"] == "U") & (lines["kind_code"] == "enkelBilveg"))]
        self.graph, self.segments, self.ends, enterable = nx.DiGraph(), [], [], []
        kinds = zip(lines.geometry, lines["medium_code"], lines["kind_code"], strict=True)
        for line, medium, kind in kinds:
            pace = _stairs if kind == "trapp" else _tobler
            points = [tuple(np.round(p, 3)) for p in shapely.get_coordinates(line, include_z=True)]
            for a, b in pairwise(points):
                run = np.hypot(b[0] - a[0], b[1] - a[1])
                if run > 0:
                    self.graph.add_edge(a, b, minutes=pace(run, b[2] - a[2]))
                    self.graph.add_edge(b, a, minutes=pace(run, a[2] - b[2]))
                    self.segments.append(shapely.LineString([a[:2], b[:2]]))
                    self.ends.append((a, b))
                    enterable.append(medium not in ("L", "U"))
        self.open_to_walkers = np.flatnonzero(enterable)
        self.tree = shapely.STRtree(np.array(self.segments)[self.open_to_walkers])

    def stand(self, geometry: shapely.Geometry) -> tuple[int, float, float]:
        """Nearest segment, share of the way along it, metres to get there."""
        point = geometry.representative_point()
        i = self.open_to_walkers[self.tree.nearest(point)]
        segment = self.segments[i]
        along = segment.project(point)
        return i, along / segment.length, geometry.distance(segment.interpolate(along))


def walking(plots: gpd.GeoDataFrame, town: bg.Municipality) -> pd.DataFrame:
    """Minutes to the nearest of each kind: one search a kind, backwards from all of them."""
    streets = Streets(town)
    graph, back, ends = streets.graph, streets.graph.reverse(), streets.ends
    origins = [streets.stand(g) for g in plots.geometry]
    result = {}
    for name, points in destinations(town).items():
        goals = [streets.stand(g) for g in points.geometry]
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


def seconds_a_search(plots: gpd.GeoDataFrame, town: bg.Municipality) -> float:
    """Seconds of a search from one plot to everywhere: what most would write first."""
    streets = Streets(town)
    start = time.perf_counter()
    for geometry in plots.geometry:
        segment, _, _ = streets.stand(geometry)
        nx.single_source_dijkstra_path_length(
            streets.graph, streets.ends[segment][0], weight="minutes"
        )
    return (time.perf_counter() - start) / len(plots)


def _tobler(run_m: float, rise_m: float) -> float:
    """Minutes along a straight piece."""
    return run_m / (6000 / 60 * np.exp(-3.5 * abs(rise_m / run_m + 0.05)))


def _stairs(run_m: float, rise_m: float) -> float:
    """Minutes along a straight piece of stairs (Weidmann), up or down."""
    return run_m / (60 * (0.694 if rise_m < 0 else 0.610))
