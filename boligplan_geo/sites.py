"""Sites: neighbouring candidate plots that can be developed together."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.centres import with_reasons
from boligplan_geo.columns import HOMES_COLUMNS
from boligplan_geo.errors import reason_where

TOUCH_M = 0.05  # digitised neighbours may stand this far apart and still share an edge


def shared_edges(plots: gpd.GeoDataFrame, *, shortest_m: float) -> pd.DataFrame:
    """Pairs of neighbours and the length of their common edge.

    Parameters
    ----------
    plots : GeoDataFrame
        Polygons [m].
    shortest_m : float
        Shorter contacts are left out [m].

    Returns
    -------
    DataFrame
        ``left``, ``right`` (positions, left < right), ``edge_m``; longest first.

    Examples
    --------
    >>> boxes = gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 10, 9), shapely.box(10, 0, 20, 9)])
    >>> shared_edges(boxes, shortest_m=5).round(1).to_dict("records")
    [{'left': 0, 'right': 1, 'edge_m': 9.0}]
    """
    geometry = np.asarray(plots.geometry)
    left, right = shapely.STRtree(geometry).query(geometry, predicate="dwithin", distance=TOUCH_M)
    left, right = left[left < right], right[left < right]
    # The part of one boundary that runs within the tolerance of the other plot; the caps at
    # the two ends of the strip add at most 2 × TOUCH_M, taken off again.
    strip = shapely.buffer(
        geometry[right], TOUCH_M, quad_segs=1, cap_style="flat", join_style="mitre"
    )
    edge = shapely.length(shapely.intersection(shapely.boundary(geometry[left]), strip))
    pairs = pd.DataFrame(
        {"left": left, "right": right, "edge_m": np.maximum(edge - 2 * TOUCH_M, 0)}
    )
    return pairs[pairs["edge_m"] >= shortest_m].sort_values(
        ["edge_m", "left", "right"], ascending=[False, True, True], ignore_index=True
    )


def join_neighbours(
    edges: pd.DataFrame, area_m2: np.ndarray, group: np.ndarray, *, largest_m2: float
) -> np.ndarray:
    """Join neighbours of the same group, longest common edge first, while they fit in a site.

    Returns
    -------
    (n,) int array
        Smallest position in each plot's site.
    """
    root = np.arange(len(area_m2))
    size = area_m2.astype(float).copy()

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    # A loop over edges between candidates (not over plots): each step depends on the last.
    for i, j in zip(edges["left"].to_numpy(), edges["right"].to_numpy(), strict=True):
        a, b = sorted((find(i), find(j)))
        if a != b and group[i] == group[j] and size[a] + size[b] <= largest_m2:
            root[b], size[a] = a, size[a] + size[b]
    return np.array([find(i) for i in range(len(root))], dtype=int)


def sites(
    plots: gpd.GeoDataFrame,
    *,
    shared_edge_m: float,
    max_area_m2: float,
    ground: gpd.GeoSeries | None = None,
) -> gpd.GeoDataFrame:
    """Join candidate plots into sites and sum their homes.

    A site is connected candidates of one plan and zone that share at least `shared_edge_m` of
    edge, at most `max_area_m2` together (a single larger plot is a site of its own).

    Parameters
    ----------
    plots : GeoDataFrame, index ``plot_id``
        Plots of a run with ``plot_status_code``; ``plan_zone_key`` names plan and zone.

    ground : GeoSeries, index ``plot_id``, optional
        What is drawn of each plot, such as its land zoned for building; the plot by default.

    Returns
    -------
    GeoDataFrame, index ``site_id``
        ``S-`` + smallest plot id; columns of the contract. Points are the plots' points
        weighted by their homes. ``owner_code`` is the common owner; null where they differ.
    """
    chosen = plots[plots["plot_status_code"] == "candidate"].sort_index()
    edges = shared_edges(chosen, shortest_m=shared_edge_m)
    group = pd.factorize(chosen["plan_zone_key"].astype("string").fillna(""))[0]
    first = join_neighbours(edges, chosen["plot_area_m2"].to_numpy(), group, largest_m2=max_area_m2)
    table = pd.DataFrame(chosen.drop(columns="geometry"))
    table["site_id"] = "S-" + chosen.index.to_numpy(dtype=object)[first]
    table["weighted"] = (
        table["score_densification_points"] * table["potential_plan_homes_mid_count"]
    )
    table["plot_id"] = table.index
    by = table.groupby("site_id", sort=True)
    homes = by[list(HOMES_COLUMNS)].sum(min_count=1)
    result = pd.DataFrame(
        {
            "plot_ids": by["plot_id"].agg(";".join),
            "plots_count": by.size(),
            "owner_code": common(table["owner_code"], table["site_id"]),
            **{
                f"homes_{level}_count": homes[f"potential_plan_homes_{level}_count"]
                for level in ("low", "mid", "high")
            },
            "score_densification_points": by["weighted"].sum()
            / by["potential_plan_homes_mid_count"].sum(),
            "centre_id": common(table["centre_id"], table["site_id"]),
            "district_id": common(table["district_id"], table["site_id"]),
            "is_assembly": False,
        }
    )
    result["owner_reason"] = reason_where(result["owner_code"].isna(), "several_owners")
    order = result["score_densification_points"].rename("points").reset_index()
    order = order.sort_values(["points", "site_id"], ascending=[False, True])["site_id"]
    rank = pd.Series(range(1, len(order) + 1), index=order, dtype="Int64")
    result["score_densification_rank"] = rank.reindex(result.index)
    drawn = (plots.geometry if ground is None else ground).reindex(chosen.index)
    outline = gpd.GeoSeries(drawn.to_numpy(), index=table["site_id"].to_numpy(), crs=plots.crs)
    return gpd.GeoDataFrame(
        result.join(with_reasons(homes)), geometry=united(outline, result.index), crs=plots.crs
    ).rename_axis("site_id")


def united(pieces: gpd.GeoSeries, ids: pd.Index) -> np.ndarray:
    """Union of the pieces of each id, in the order of `ids`."""
    ordered = pieces.sort_index(kind="stable")
    starts = ordered.index.searchsorted(ids)
    groups = np.split(ordered.to_numpy(), starts[1:]) if len(ids) else []
    return np.array([shapely.union_all(group) for group in groups], dtype=object)


def common(values: pd.Series, group: pd.Series) -> pd.Series:
    """The value that all rows of a group share; null where they differ or one is unknown.

    Parameters
    ----------
    values, group : Series
        Same index.

    Returns
    -------
    Series of object, index: the groups, sorted

    Examples
    --------
    >>> owner = pd.Series(["state", "state", "state", None, "private", "state"])
    >>> common(owner, pd.Series(["a", "a", "b", "b", "c", "c"])).tolist()
    ['state', None, None]
    """
    code, words = pd.factorize(values.astype(object))  # unknown is -1
    by = pd.Series(code, index=values.index).groupby(group, sort=True)
    least, most = by.min(), by.max()
    said = pd.Series([*words, None], dtype=object).take(least.to_numpy()).set_axis(least.index)
    return said.where((least == most) & (least >= 0), None)
