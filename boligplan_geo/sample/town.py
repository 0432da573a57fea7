"""`make_place`: the whole physical town in memory, in the order it comes to be."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.raster.grid import Grid
from boligplan_geo.sample import buildings, footprints, network_lines, parcels, place, services
from boligplan_geo.sample.place import Place
from boligplan_geo.sample.shores import MODULE_HEIGHT_M, MODULE_WIDTH_M, Shore, island, mainland
from boligplan_geo.sample.streets import Strip, Wish, lay_out, thinned
from boligplan_geo.sample.terrain import Waves, make_terrain, with_patch
from boligplan_geo.sample.truth_builder import TruthField

PLOTS_PER_MODULE = 2500  # one island with its mainland shore holds about so many
FREE_SIDE_M = 330.0  # the truth field wants no street so near
PATCH_MARGIN_M = 170.0


def make_place(truth: TruthField, *, plots: int, seed: int) -> Place:
    """Make the town around a truth field.

    Parameters
    ----------
    truth : TruthField
        Only its elevations are used here.
    plots : int
        About how many plots there should be in all.
    seed : int

    Returns
    -------
    Place
    """
    across, up = modules(plots)
    strips = _strips(plots, across, up, seed)
    units_before = np.cumsum([0, *(strip.basic_unit[-1] + 1 for strip in strips)])
    cut, corners, coasts = parcels.cut_strips(strips, units_before, seed)
    units = services.with_field_unit(services.basic_units(cut), truth.outline, truth.islet)
    rings = _land_rings(strips, coasts)
    width, height = across * MODULE_WIDTH_M, up * MODULE_HEIGHT_M
    terrain = _with_field(make_terrain(rings, width, height, seed), truth)
    network = _network(strips, terrain, across, up)
    land = _without_reserve(parcels.number(cut, seed=seed))
    rng = np.random.default_rng([seed, 51])
    built = footprints.on_lots(land, corners, rng)
    shapes, register = buildings.register_buildings(built, land, seed=seed)
    land["district_id"] = services.district_ids(land["district"].to_numpy())
    return Place(
        seed=seed,
        plots_wanted=plots,
        terrain=terrain,
        land=_land(strips, rings),
        coastline=_coastline(coasts),
        districts=services.districts(units, strips, across * up),
        basic_units=units,
        streets=network_lines.street_lines(network),
        network=network,
        parcels=land,
        blocks=parcels.blocks(land),
        buildings=shapes,
        register=register,
        units=buildings.register_units(register, seed=seed),
        stops=services.stops(strips),
        services=services.services(land, corners),
        reserve=place.reserve(),
        reserve_road_end=_road_end(),
    )


def modules(plots: int) -> tuple[int, int]:
    """How many islands a municipality of so many plots has, across and up.

    Examples
    --------
    >>> modules(2500), modules(30_000)
    ((1, 1), (4, 3))
    """
    count = max(1, round(plots / PLOTS_PER_MODULE))
    up = max(1, int(np.sqrt(count * 0.8)))
    return -(-count // up), up


def _strips(plots: int, across: int, up: int, seed: int) -> list[Strip]:
    """Lay out all shores: a mainland for each row of modules, an island for each module."""
    rng = np.random.default_rng([seed, 1])
    bend = (
        Waves.random(rng, shortest_m=240, longest_m=900),
        Waves.random(rng, shortest_m=240, longest_m=900),
    )
    strips: list[Strip] = []
    phase = rng.uniform(0, 2 * np.pi, 8)
    for row in range(up):
        bottom = place.BOTTOM + row * MODULE_HEIGHT_M
        wishes = []
        for module in range(across):
            left = place.LEFT + module * MODULE_WIDTH_M
            first = 5 * (row * across + module)
            own = phase if not (row or module) else rng.uniform(0, 2 * np.pi, 8)
            isle = island(left, bottom, bend, own)
            strips.append(_island_strip(len(strips), isle, left, first, rng))
            wishes += [
                Wish(left + 900, first + 3, False, ""),
                Wish(left + 2150, first + 4, False, ""),
            ]
        shore = mainland(place.LEFT, bottom, across, bend, phase)
        free = None
        if row == 0:
            west = place.RESERVE_LEFT - FREE_SIDE_M
            free = (west, place.RESERVE_LEFT + place.RESERVE_WIDTH_M + FREE_SIDE_M)
        strips.append(lay_out(len(strips), shore, wishes, free, rng))
    return thinned(strips, plots)


def _island_strip(
    number: int, shore: Shore, left: float, first: int, rng: np.random.Generator
) -> Strip:
    wishes = [
        Wish(left + 1800, first, first == 0, "south"),
        Wish(left + 2860, first + 1, False, "south"),
        Wish(left + 2300, first + 2, False, "north"),
    ]
    strip = lay_out(number, shore, wishes, None, rng)
    column = _bridge_column(strip, left)  # nothing stands below the bridge
    if strip.patterns[column]:
        strip.patterns[column][0] = "park"
    strip.shore_patterns[column] = "common"
    return strip


def _bridge_column(strip: Strip, left: float) -> int:
    south = (left + 2440, strip.shore.y.min())
    return network_lines.nearest_boundary(strip, south, level=0)


def _network(strips: list[Strip], terrain: Grid, across: int, up: int) -> gpd.GeoDataFrame:
    """Streets, paths and stairs; bridges, tunnels and the road to the truth field."""
    lines = network_lines.Lines()
    names = services.street_names(strips)
    for strip in strips:
        network_lines.add_streets(lines, strip, names)
    mains = [strip for strip in strips if not strip.shore.is_closed]
    isles = [strip for strip in strips if strip.shore.is_closed]
    for k, isle in enumerate(isles):
        row, module = divmod(k, across)
        left = place.LEFT + module * MODULE_WIDTH_M
        _add_bridge(lines, terrain, isle, mains[row], left)
        _add_tunnel(lines, terrain, isle, left)
        for easting in (left + 1450, left + 2850):
            _add_hill_path(lines, isle, easting)
        if module == 0 and row + 1 < up:
            _add_sea_tunnel(lines, terrain, isle, mains[row + 1], left)
    _add_field_road(lines, mains[0])
    return lines.frame(terrain)


def _add_bridge(
    lines: network_lines.Lines, terrain: Grid, isle: Strip, main: Strip, left: float
) -> None:
    """Over the sound, and over the island's coast road without meeting it."""
    start = network_lines.node(isle, _bridge_column(isle, left), 0)
    target = (start[0] + 130, main.shore.y.max())
    end = network_lines.node(main, network_lines.nearest_boundary(main, target, level=-1), -1)
    network_lines.add_link(
        lines, terrain, start, end, medium="L", crown_m=19.0, name="Sundøybrua", level=1
    )


def _add_tunnel(lines: network_lines.Lines, terrain: Grid, isle: Strip, left: float) -> None:
    """Through the hill from the town to the far shore."""
    south = network_lines.nearest_boundary(isle, (left + 1900, isle.shore.y.min()), level=1)
    north = network_lines.nearest_boundary(isle, (left + 2100, isle.shore.y.max()), level=1)
    ends = [
        network_lines.node(isle, boundary, int(isle.boundary_depth[boundary]) - 1)
        for boundary in (south, north)
    ]
    network_lines.add_link(
        lines, terrain, *ends, medium="U", crown_m=-3.0, name="Tenkfjelltunnelen", level=-1
    )


def _add_hill_path(lines: network_lines.Lines, isle: Strip, easting: float) -> None:
    """On foot over the hill, from the highest street on one side to that on the other."""
    ends = []
    for northing in (isle.shore.y.min(), isle.shore.y.max()):
        at = network_lines.nearest_boundary(isle, (easting, northing), level=0)
        ends.append(network_lines.node(isle, at, int(isle.boundary_depth[at]) - 1))
    xy = network_lines.straight_between(ends[0], ends[1], 30)
    share = np.linspace(0, 1, len(xy))
    xy[1:-1, 0] += (45 * np.sin(3 * np.pi * share) + 18 * np.sin(7 * np.pi * share))[1:-1].round(3)
    lines.add(np.round(xy, 3), "gangveg", category="P", name="Modellstien")


def _add_sea_tunnel(
    lines: network_lines.Lines, terrain: Grid, isle: Strip, main: Strip, left: float
) -> None:
    """From an island to the next mainland north of it."""
    start = network_lines.nearest_boundary(isle, (left + 2200, isle.shore.y.max()), level=-1)
    end = network_lines.nearest_boundary(main, (left + 2200, main.shore.y.max()), level=-1)
    network_lines.add_link(
        lines, terrain, network_lines.node(isle, start, -1), network_lines.node(main, end, -1),
        medium="U", crown_m=-60.0, name="Papirfjordtunnelen", level=-2,
    )  # fmt: skip


def _add_field_road(lines: network_lines.Lines, main: Strip) -> None:
    """From the coast road up to the truth field's west edge."""
    start = (place.RESERVE_LEFT - 420, main.shore.y.max())
    at = network_lines.nearest_boundary(main, start, level=-1)
    level = int(main.boundary_depth[at]) - 1
    first, end = network_lines.node(main, at, level), _road_end()[:2]
    bends = [[0, 0, 1, 1, 1], [0, 15, -230, -90, 0], [0, -160, 240, 25, 0]]
    share, *shift = np.array(bends, dtype=float)
    corners = first + (end - first) * share[:, None] + np.column_stack(shift)
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
    every = np.linspace(0, along[-1], 34)
    smooth = np.column_stack([np.interp(every, along, corners[:, k]) for k in (0, 1)])
    smooth[1:-1] = (smooth[:-2] + 2 * smooth[1:-1] + smooth[2:]) / 4
    xy = np.round(smooth, 3)
    xy[0], xy[-1] = first, end
    lines.add(xy, "enkelBilveg", category="K", name="Prøvefeltvegen")
    lines.elevations[-1] = None


def _road_end() -> np.ndarray:
    gate = place.RESERVE_BOTTOM + place.RESERVE_GATE_M
    return np.array([place.RESERVE_LEFT, gate, place.RESERVE_ELEVATION_M])


def _with_field(terrain: Grid, truth: TruthField) -> Grid:
    """Put the surfaces of the truth field and of its islet into the terrain."""
    terrain = with_patch(
        terrain, truth.outline.bounds, _surface(truth, truth.outline, terrain), PATCH_MARGIN_M
    )
    west, _, _, north = truth.islet.bounds
    islet = _surface(truth, truth.islet, terrain)  # it rises steeply from the sea
    row = round((terrain.top - north) / terrain.cell_m)
    column = round((west - terrain.left) / terrain.cell_m)
    values = terrain.values.copy()
    values[row : row + islet.shape[0], column : column + islet.shape[1]] = islet
    return terrain.with_values(values)


def _surface(truth: TruthField, shape: shapely.Polygon, terrain: Grid) -> np.ndarray:
    """Elevations of the terrain's cells inside a rectangle of the truth field."""
    west, south, east, north = shape.bounds
    x = np.arange(west + terrain.cell_m / 2, east, terrain.cell_m)
    y = np.arange(north - terrain.cell_m / 2, south, -terrain.cell_m)
    return truth.elevation_m(*np.meshgrid(x, y))


def _land_rings(strips: list[Strip], coasts: list[np.ndarray]) -> list[np.ndarray]:
    """Closed outlines of land; the mainland reaches past the sides of the terrain."""
    rings = []
    for strip, coast in zip(strips, coasts, strict=True):
        if strip.shore.is_closed:
            rings.append(coast)
            continue
        bottom = float(strip.shore.ridge_y[0])
        east, west = coast[0], coast[-1]
        corners = [[west[0] - 99, west[1]], [west[0] - 99, bottom], [east[0] + 99, bottom],
                   [east[0] + 99, east[1]]]  # fmt: skip
        rings.append(np.concatenate([coast, corners, coast[:1]]))
    return rings


def _land(strips: list[Strip], rings: list[np.ndarray]) -> gpd.GeoDataFrame:
    table = pd.DataFrame(
        {
            "land_id": [f"LAND-{strip.number + 1:03d}" for strip in strips],
            "side_code": [strip.shore.side_code for strip in strips],
        }
    )
    return gpd.GeoDataFrame(table, geometry=[shapely.Polygon(r) for r in rings], crs=place.CRS)


def _coastline(coasts: list[np.ndarray]) -> gpd.GeoDataFrame:
    table = pd.DataFrame({"coast_id": [f"KYST-{k + 1:03d}" for k in range(len(coasts))]})
    lines = [shapely.LineString(coast) for coast in coasts]
    return gpd.GeoDataFrame(table, geometry=lines, crs=place.CRS)


def _without_reserve(land: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Take the truth field out of the hinterland it lies in."""
    reserve = place.reserve()
    shapes = land.geometry.to_numpy().copy()
    meets = np.flatnonzero(shapely.intersects(shapes, reserve))
    rest = shapely.difference(shapes[meets], reserve)
    shapes[meets] = shapely.set_precision(rest, 0.001, mode="pointwise")
    return land.set_geometry(gpd.GeoSeries(shapes, index=land.index, crs=place.CRS))
