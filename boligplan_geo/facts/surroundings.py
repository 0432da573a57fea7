"""What lies around each plot: homes within a radius, and the district it belongs to."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.geometry import on_one_plane

_CHUNK = 20_000  # plots counted at a time: bounds memory
_STRIPS = 8  # strips a radius: thinner ones leave fewer homes to check one by one
_EDGE_M = 1e-3  # homes this near the radius are checked one by one


def homes_within_count(
    plots: gpd.GeoDataFrame,
    homes: pd.Series | gpd.GeoDataFrame,
    *,
    radius_m: float = 400.0,
    unknown_share: float = 0.05,
) -> pd.Series:
    """Homes within `radius_m` of each plot's centre, as the crow flies.

    Parameters
    ----------
    plots : GeoDataFrame, index ``plot_id``
        Its centre is the representative point, which lies inside it.
    homes : Series or GeoDataFrame
        Homes on each plot (index of `plots`), counted at the plot's centre, its own included;
        or homes as points, one each, or ``homes_count`` each where it has that column.
    radius_m : float
        Radius; a home exactly at it counts [m].
    unknown_share : float
        The count leaves out unknown homes as long as at most this share of the places with
        homes within the radius has an unknown number: a few gaps in a register do not make a
        neighbourhood unknown.

    Returns
    -------
    Series, index of `plots`
        NaN where too many homes within the radius are unknown.

    Examples
    --------
    >>> plots = gpd.GeoDataFrame(geometry=gpd.points_from_xy([0, 300, 900], [0, 0, 0]).buffer(9))
    >>> homes_within_count(plots, pd.Series([1.0, 2.0, 4.0])).tolist()
    [3.0, 3.0, 4.0]
    """
    on_one_plane(plots=plots)
    centres = _coordinates(plots)
    if isinstance(homes, gpd.GeoDataFrame):
        at = shapely.get_coordinates(homes.geometry.centroid.to_numpy())
        weight = homes.get("homes_count", pd.Series(1.0, index=homes.index)).to_numpy(float)
    else:
        at, weight = centres, homes.reindex(plots.index).to_numpy(float)
    unknown = np.isnan(weight)
    weights = np.column_stack([np.where(unknown, 0.0, weight), unknown, weight > 0])
    sums = [
        _sums_within(centres[start : start + _CHUNK], at, weights, radius_m)
        for start in range(0, len(centres), _CHUNK)
    ]
    total, unknowns, places = np.concatenate([np.empty((0, 3)), *sums]).T
    is_known = unknowns <= unknown_share * (unknowns + places)
    counted = np.where(is_known, total, np.nan)
    return pd.Series(counted, index=plots.index, name=f"nearby_homes_{radius_m:g}m_count")


def district_id(plots: gpd.GeoDataFrame, districts: gpd.GeoDataFrame | None) -> pd.Series:
    """District in which each plot's representative point lies.

    Parameters
    ----------
    plots : GeoDataFrame, index ``plot_id``
    districts : GeoDataFrame, index ``district_id``, or None

    Returns
    -------
    Series of text, index of `plots`
        NaN outside every district, or where none were given; the first by id where districts
        overlap.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> district_id(town.plots, town.districts).unique().tolist()
    ['01']
    """
    found = pd.Series(np.nan, index=plots.index, name="district_id", dtype=object)
    if districts is None or not len(districts):
        return found
    ordered = districts.sort_index(kind="stable")
    tree = shapely.STRtree(ordered.geometry.to_numpy())
    plot, district = tree.query(_points(plots), predicate="intersects")
    first = np.lexsort((district, plot))
    plot, district = plot[first], district[first]
    plot, position = np.unique(plot, return_index=True)
    found.iloc[plot] = ordered.index.to_numpy()[district[position]]
    return found


def _points(plots: gpd.GeoDataFrame) -> np.ndarray:
    return np.asarray(shapely.point_on_surface(plots.geometry.to_numpy()))


def _coordinates(plots: gpd.GeoDataFrame) -> np.ndarray:
    points = _points(plots)
    return np.column_stack([shapely.get_x(points), shapely.get_y(points)])


def _sums_within(
    centres: np.ndarray, at: np.ndarray, weights: np.ndarray, radius_m: float
) -> np.ndarray:
    """Sums of the weights of all points within the radius, linear in centres and points.

    Points are sorted into horizontal strips and along them. In each strip the points that are
    certainly inside are a run, whose sum is a difference of two running sums; only those near
    the circle are measured.
    """
    if not len(at):
        return np.zeros((len(centres), weights.shape[1]))
    height = radius_m / _STRIPS
    left, bottom = np.minimum(at.min(axis=0), centres.min(axis=0)) - 2 * radius_m
    stride = max(at[:, 0].max(), centres[:, 0].max()) + 2 * radius_m - left
    strip = np.floor((at[:, 1] - bottom) / height)
    order = np.lexsort((at[:, 0], strip))
    at, weights, strip = at[order], weights[order], strip[order]
    along = strip * stride + at[:, 0] - left
    running = np.concatenate([np.zeros((1, weights.shape[1])), np.cumsum(weights, axis=0)])

    first = np.floor((centres[:, 1] - radius_m - bottom) / height)
    strips = first[:, None] + np.arange(2 * _STRIPS + 1)
    below = centres[:, 1:] - (bottom + strips * height)  # from the strip's lower edge up to us
    above = height - below
    farthest = np.maximum(below, above)
    nearest = np.maximum(np.maximum(-below, -above), 0.0)
    sure = np.sqrt(np.maximum(radius_m**2 - farthest**2, 0.0)) - _EDGE_M
    possible = np.sqrt(np.maximum(radius_m**2 - nearest**2, 0.0)) + _EDGE_M
    sure = np.where((farthest < radius_m) & (sure > 0), sure, 0.0)
    middle = strips * stride + centres[:, :1] - left
    inner_low, inner_high = (
        np.searchsorted(along, middle - sure),
        np.searchsorted(along, middle + sure),
    )
    outer_low = np.searchsorted(along, middle - possible)
    outer_high = np.searchsorted(along, middle + possible, side="right")
    sums = (running[inner_high] - running[inner_low]).sum(axis=1)
    for low, high in ((outer_low, inner_low), (inner_high, outer_high)):
        row, point = _runs(low, high)
        is_near = np.hypot(*(at[point] - centres[row]).T) <= radius_m
        for column in range(weights.shape[1]):
            weight = weights[point[is_near], column]
            sums[:, column] += np.bincount(row[is_near], weight, minlength=len(centres))
    return sums


def _runs(low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows and members of the runs ``low`` to ``high`` of each cell of a matrix."""
    size = np.maximum(high - low, 0).ravel()
    member = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
    row = np.repeat(np.repeat(np.arange(len(low)), low.shape[1]), size)
    return row, np.repeat(low.ravel(), size) + member
