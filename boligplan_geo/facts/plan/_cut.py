"""Cutting land by plan areas: overlaps within a plan settled, slivers joined to neighbours."""

from __future__ import annotations

import numpy as np
import shapely

from boligplan_geo.geometry import (
    Cells,
    Geometries,
    Indices,
    Pieces,
    join,
    overlaps_among,
    subdivide,
    union_by,
    valid,
)

_SHARED_M2 = 0.01  # two areas of one plan sharing less are neighbours


def without_overlaps(areas: Geometries, layer: Indices) -> tuple[Geometries, Pieces]:
    """Areas of one plan, each without what a smaller one of the same plan covers; and in pieces."""
    pieces = subdivide(areas)
    a, b, shared = overlaps_among(layer, pieces)
    a, b = a[shared > _SHARED_M2], b[shared > _SHARED_M2]
    if not len(a):
        return areas, pieces
    size = shapely.area(areas)
    is_first = size[a] > size[b]  # of two equal ones the first keeps the land
    loser, winner = np.where(is_first, a, b), np.where(is_first, b, a)
    losers, group = np.unique(loser, return_inverse=True)
    result = areas.copy()
    result[losers] = shapely.difference(areas[losers], union_by(group, areas[winner], len(losers)))
    result = valid(result)
    return result, subdivide(result)


def join_slivers(cells: Cells, plot_m2: np.ndarray, sliver_share: float, sliver_m2: float) -> Cells:
    """Let each sliver join the largest part it touches, else the largest of its plot."""
    area = shapely.area(cells.geometry)
    is_sliver = (area < sliver_m2) & (area < sliver_share * plot_m2[cells.owner])
    if not is_sliver.any():
        return cells
    sliver, large = np.flatnonzero(is_sliver), np.flatnonzero(~is_sliver)
    s, p = join(cells.owner[sliver], cells.owner[large])
    s, p = sliver[s], large[p]
    # where a plot has but one large part, there is nothing to choose
    has_choice = np.bincount(s, minlength=len(area))[s] > 1
    touches = ~has_choice
    apart = shapely.distance(cells.geometry[s[has_choice]], cells.geometry[p[has_choice]])
    touches[has_choice] = apart < 1e-3
    by_choice = np.lexsort((p, -area[p], ~touches, s))
    s, p = s[by_choice], p[by_choice]
    s, first = np.unique(s, return_index=True)
    p = p[first]
    receiver = np.arange(len(area))
    receiver[s] = p
    kept = receiver == np.arange(len(area))
    geometry = cells.geometry.copy()
    grows, group = np.unique(p, return_inverse=True)
    group = np.concatenate([np.arange(len(grows)), group])
    geometry[grows] = union_by(group, cells.geometry[np.concatenate([grows, s])], len(grows))
    number = np.cumsum(kept) - 1
    stays = kept[cells.under_cell]
    return Cells(
        cells.owner[kept], geometry[kept], number[cells.under_cell[stays]], cells.under_key[stays]
    )
