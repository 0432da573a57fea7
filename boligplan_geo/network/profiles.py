"""Which lines one may walk, how high they lie, and how long walking along them takes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_array, diags_array
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import spsolve

from boligplan_geo.errors import Note, texts
from boligplan_geo.network.noding import Edges, distance_along
from boligplan_geo.raster.grid import Grid, sample

if TYPE_CHECKING:
    import geopandas as gpd

#: Horizontal speed on stairs [km/h]: 0.610 m/s up, 0.694 m/s down (Weidmann, U. 1993.
#: Transporttechnik der Fussgänger. IVT Schriftenreihe 90, ETH Zürich).
STAIRS_UP_KMH = 0.610 * 3.6
STAIRS_DOWN_KMH = 0.694 * 3.6

#: Steeper than 45° is a fault in the heights, not a way [rise per horizontal metre].
STEEPEST = 1.0

#: Places on the axis closer than this are one [m].
LEAST_RUN_M = 1e-6

#: Heights below this are a mark for "missing" (-999, -1000, -999999), not a place on land [m].
LOWEST_M = -500.0


@dataclass(frozen=True, eq=False)
class WalkableLines:
    """Lines open to walkers: geometry (Z where known), id, kind, speed factor and level."""

    lines: np.ndarray
    line_id: np.ndarray
    kind_code: np.ndarray
    speed_factor: np.ndarray
    level: np.ndarray
    notes: tuple[Note, ...]


def tobler_kmh(rise: np.ndarray) -> np.ndarray:
    """Walking speed by Tobler's hiking function [km/h horizontally].

    `rise` is height gained per horizontal metre in the direction walked; quickest, 6 km/h, is
    5 % downhill.

    References
    ----------
    Tobler, W. (1993). Three presentations on geographical analysis and modeling. NCGIA 93-1.

    Examples
    --------
    >>> tobler_kmh(np.array([-0.05, 0.0, 0.1])).round(2)
    array([6.  , 5.04, 3.55])
    """
    return 6.0 * np.exp(-3.5 * np.abs(rise + 0.05))


def plain_word(word: object) -> str:
    """A published kind without case, spaces, signs and accents, so that spellings agree.

    Examples
    --------
    >>> plain_word("Gang- og sykkelveg"), plain_word("rundkjøring")
    ('gangogsykkelveg', 'rundkjoring')
    """
    text = str(word).casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    return "".join(c for c in unicodedata.normalize("NFKD", text) if c.isalnum() and c.isascii())


@cache
def _kinds() -> dict[str, dict[str, str]]:
    return {plain_word(code): row for code, row in texts("network_kinds").items()}


def level_of(medium: pd.Series, level: pd.Series) -> np.ndarray:
    """Level of each line: its own number, else 1 for bridges, -1 for tunnels, 0 on the ground."""
    words = medium.astype("string").str.strip().str.casefold().fillna("")
    out = np.zeros(len(words), dtype=np.int64)
    out[words.isin(["l", "yes", "viaduct", "bridge", "1", "2", "3"])] = 1
    out[words.isin(["u", "tunnel", "-1", "-2", "-3"])] = -1
    number = pd.to_numeric(level, errors="coerce").to_numpy(dtype=float)
    given = np.isfinite(number) & (out != 0) & (np.sign(number) == out)
    out[given] = number[given].astype(np.int64)
    return out


def walkable(frame: gpd.GeoDataFrame) -> WalkableLines:
    """Keep the lines open to walkers; multi-part ones in parts; unusable heights taken away."""
    empty = pd.Series(None, index=frame.index, dtype=object)
    kind = frame.get("kind_code", empty)
    kind_or_none = kind.where(kind.notna(), "")
    words = kind_or_none.map({k: plain_word(k) for k in kind_or_none.unique()}).to_numpy()
    known = _kinds()
    other = {"walking_kind_code": "other", "is_walkable": "yes", "speed_factor": "1",
             "is_walkable_underground": "no"}  # fmt: skip
    rows = pd.DataFrame([known.get(word, other) for word in words], index=frame.index)
    level = level_of(frame.get("medium_code", empty), frame.get("level_code", empty))
    not_below = (level >= 0) | (rows["is_walkable_underground"] == "yes").to_numpy()
    is_open = (rows["is_walkable"] == "yes").to_numpy() & not_below
    said = frame.get("is_walkable", empty)
    is_open = np.where(said.notna(), said.eq(True).to_numpy(), is_open)
    parts, row = shapely.get_parts(frame.geometry.to_numpy(), return_index=True)
    use = is_open[row] & (shapely.length(parts) > 0) & (shapely.get_type_id(parts) == 1)
    parts, row = parts[use], row[use]
    is_strange = np.array([w not in known and w != "" for w in words], dtype=bool)
    return WalkableLines(
        _with_true_heights(parts),
        frame.index.to_numpy()[row],
        rows["walking_kind_code"].to_numpy()[row] if len(rows) else np.empty(0, dtype=object),
        rows["speed_factor"].astype(float).to_numpy()[row] if len(rows) else np.empty(0),
        level[row],
        tuple(_kind_notes(frame.index.to_numpy()[is_strange], kind.to_numpy()[is_strange])),
    )


def _kind_notes(ids: np.ndarray, kinds: np.ndarray) -> list[Note]:
    notes = []
    for kind in sorted({str(k) for k in kinds}):
        rows = tuple(str(i) for i, k in zip(ids, kinds, strict=True) if str(k) == kind)
        values: dict[str, object] = {"column": "kind_code", "value": kind}
        notes.append(Note("unknown_code", "network", rows, values))
    return notes


def _with_true_heights(lines: np.ndarray) -> np.ndarray:
    """Lines with Z where all their heights are known; a layer all at 0 has none."""
    xyz, line = shapely.get_coordinates(lines, include_z=True, return_index=True)
    bad = ~(xyz[:, 2] > LOWEST_M)
    unknown = np.bincount(line, weights=bad, minlength=len(lines)) > 0
    if not np.nan_to_num(xyz[:, 2]).any():
        unknown[:] = True
    out = lines.copy()
    out[unknown] = shapely.force_2d(lines[unknown])
    return out


def heights(
    kept: WalkableLines,
    noded: Edges,
    line_from_m: np.ndarray,
    *,
    terrain: Grid | None,
    rise_step_m: float,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Profile of all lines over the axis: places, heights, and which lines are taken as flat."""
    length = shapely.length(kept.lines)
    edge_from = line_from_m[noded.line] + noded.from_m
    edge_to = line_from_m[noded.line] + noded.to_m
    has_z = shapely.has_z(kept.lines)
    xyz, line = shapely.get_coordinates(kept.lines, include_z=True, return_index=True)
    place = line_from_m[line] + distance_along(xyz, line)
    keep = has_z[line] & _thinned(place, line, edge_from, rise_step_m)
    known = [(place[keep], xyz[keep, 2], line[keep])]
    on_ground = ~has_z & (kept.level == 0)
    if terrain is not None and on_ground.any():
        known.append(_on_terrain(kept.lines, on_ground, line_from_m, terrain, rise_step_m))
    place, z, line = (np.concatenate(column) for column in zip(*known, strict=True))
    spans = np.flatnonzero(~(has_z | on_ground)[noded.line])
    if spans.size:
        at_nodes = _node_heights(
            noded, spans, edge_from, edge_to, (place, z, line, line_from_m), terrain
        )
        ends = np.concatenate([noded.start[spans], noded.end[spans]])
        is_known = np.isfinite(at_nodes[ends])
        place = np.append(place, np.concatenate([edge_from[spans], edge_to[spans]])[is_known])
        z = np.append(z, at_nodes[ends][is_known])
        line = np.append(line, np.tile(noded.line[spans], 2)[is_known])
    axis = np.unique(np.concatenate([place, line_from_m, line_from_m + length, edge_from, edge_to]))
    # two roundings of one place would make a stretch whose slope is noise
    axis = axis[np.diff(axis, prepend=-np.inf) > LEAST_RUN_M]
    is_guessed = np.bincount(line, minlength=len(length)) == 0
    return axis, _interpolated(axis, place, z, line, line_from_m), is_guessed


def _on_terrain(
    lines: np.ndarray, which: np.ndarray, line_from_m: np.ndarray, terrain: Grid, step_m: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Places, heights and lines of samples of the terrain about `step_m` apart."""
    length = shapely.length(lines)
    count = np.where(which, np.maximum(np.ceil(length / step_m), 1), -1).astype(np.int64) + 1
    line = np.repeat(np.arange(len(lines)), count)
    step = np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)
    along = length[line] * (step / (count[line] - 1))
    points = shapely.line_interpolate_point(lines[line], along)
    z = sample(terrain, shapely.get_coordinates(points))
    found = np.isfinite(z)
    return (line_from_m[line] + along)[found], z[found], line[found]


def _node_heights(
    noded: Edges,
    spans: np.ndarray,
    edge_from: np.ndarray,
    edge_to: np.ndarray,
    profile: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray],
    terrain: Grid | None,
) -> np.ndarray:
    """Heights of nodes, for bridges and tunnels without heights of their own (NaN unknown).

    Where they meet the ground the height is the ground's; a free end takes the terrain's; in
    between, nodes lie on the even slope that the pieces make together.
    """
    nodes = len(noded.node_xy)
    is_span = np.zeros(len(noded.line), dtype=bool)
    is_span[spans] = True
    node = np.concatenate([noded.end[~is_span], noded.start[~is_span]])
    z = _interpolated(np.concatenate([edge_to[~is_span], edge_from[~is_span]]), *profile)
    height = np.full(nodes, np.nan)
    height[node[np.isfinite(z)]] = z[np.isfinite(z)]
    a, b = noded.start[spans], noded.end[spans]
    is_free = (np.bincount(np.append(a, b), minlength=nodes) == 1) & np.isnan(height)
    if terrain is not None:
        height[is_free] = sample(terrain, noded.node_xy[is_free])
    stiffness = 1.0 / np.maximum(noded.to_m - noded.from_m, LEAST_RUN_M)[spans]
    graph = coo_array((stiffness, (a, b)), shape=(nodes, nodes)).tocsr()
    graph = graph + graph.T
    _, part = connected_components(graph, directed=False)
    has_known = np.bincount(part, weights=np.isfinite(height)) > 0
    todo = np.isnan(height) & has_known[part] & (np.bincount(np.append(a, b), minlength=nodes) > 0)
    if todo.any():
        fixed = np.isfinite(height)
        system = diags_array(np.asarray(graph.sum(axis=1)).ravel()) - graph
        right = graph[todo][:, fixed] @ height[fixed]
        height[todo] = spsolve(system.tocsc()[todo][:, todo], right)
    return height


def _thinned(
    place: np.ndarray, line: np.ndarray, edge_from: np.ndarray, step_m: float
) -> np.ndarray:
    """Vertices to keep: the first of each step along an edge, and both ends of lines."""
    edge = np.searchsorted(edge_from, place + 1e-6, side="right") - 1
    within = np.floor((place - edge_from[edge] + 1e-6) / step_m)
    is_new = (np.diff(edge, prepend=-1) != 0) | (np.diff(within, prepend=-1.0) != 0)
    is_last = np.diff(line, append=-1) != 0
    return is_new | is_last | (np.diff(line, prepend=-1) != 0)


def line_at(axis_m: np.ndarray, line_from_m: np.ndarray) -> np.ndarray:
    """Line that each place on the axis belongs to; roundings of a line's begin count as it."""
    return np.searchsorted(line_from_m, axis_m + LEAST_RUN_M, side="right") - 1


def _interpolated(
    axis: np.ndarray,
    place: np.ndarray,
    z: np.ndarray,
    line: np.ndarray,
    line_from_m: np.ndarray,
) -> np.ndarray:
    """Height at places on the axis, by the points of their own line; NaN where it has none."""
    if not place.size:
        return np.full(len(axis), np.nan)
    order = np.lexsort((place, line))
    place, z, line = place[order], z[order], line[order]
    own = line_at(axis, line_from_m)
    first, last = np.searchsorted(line, own, "left"), np.searchsorted(line, own, "right") - 1
    top = len(place) - 1
    low, high = np.minimum(first, top), np.clip(last, 0, top)
    height = np.interp(np.clip(axis, place[low], np.maximum(place[high], place[low])), place, z)
    return np.where(line[low] == own, height, np.nan)  # level beyond a line's outermost points


def running_minutes(
    axis_m: np.ndarray,
    height_m: np.ndarray,
    line: np.ndarray,
    *,
    is_stairs: np.ndarray,
    speed_factor: np.ndarray,
    stairs_up_kmh: float,
    stairs_down_kmh: float,
) -> tuple[np.ndarray, np.ndarray]:
    """Minutes so far with and against the lines at each point of the axis.

    `line` is the line each point is on; `is_stairs` and `speed_factor` go by line. Unknown
    heights are flat. On stairs the speed is theirs whatever the slope; unknown or level ones
    are taken as up.
    """
    run, owner = np.diff(axis_m), line[:-1]
    rise = np.diff(height_m) / run
    # the gap between lines is nobody's walk
    rise = np.where(np.isnan(rise) | (np.diff(line) != 0), 0.0, np.clip(rise, -STEEPEST, STEEPEST))
    out = []
    for slope in (rise, -rise):
        on_stairs = np.where(slope < 0, stairs_down_kmh, stairs_up_kmh)
        kmh = np.where(is_stairs[owner], on_stairs, tobler_kmh(slope)) * speed_factor[owner]
        out.append(np.concatenate([[0.0], np.cumsum(run / kmh * 0.06)])[: len(axis_m)])
    return out[0], out[1]
