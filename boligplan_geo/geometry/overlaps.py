"""Pairs of polygons that share land, and what they share; behind `geometry`."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from boligplan_geo.geometry.geos import (
    DUST_M2,
    NOISE_M2,
    Areas,
    Geometries,
    Indices,
    intersection,
    only_polygons,
)
from boligplan_geo.geometry.shared_area import shared_areas
from boligplan_geo.geometry.subdivision import Pieces, subdivide

#: Pairs to count as wholly inside, and pairs to leave out, by their `i`, `j` and area.
Settle = Callable[[Indices, Indices, Areas], tuple[NDArray[np.bool_], NDArray[np.bool_]]]

#: A left polygon with more vertices than this is cut to pieces too, as a road through the town.
_LARGE = 128


class Overlaps(NamedTuple):
    """A row for each left polygon wholly inside, then a row for each piece a boundary crosses.

    Pairs that share no more than `NOISE_M2` are left out.

    Attributes
    ----------
    i, j : indices of the left and the right polygon
    common : what they share
    cover : the piece of the right polygon that covers it, uncut
    """

    i: Indices
    j: Indices
    common: Geometries
    cover: Geometries


def overlaps(
    left: Geometries,
    right: Geometries,
    pieces: Pieces | None = None,
    settle: Settle | None = None,
) -> Overlaps:
    """Pairs of valid polygons that share land; `pieces` of `right`, if it is subdivided already.

    `settle` may know of pairs that need no cut: given `i`, `j` and the area of each pair it says
    which are to count as wholly inside, and which to leave out.
    """
    found = _measured(left, right, pieces)
    total = _sums(found)
    size, left_m2 = total.area, shapely.area(left)
    is_whole = left_m2[total.i] - size <= NOISE_M2
    is_part = (size > NOISE_M2) & ~is_whole
    if settle is not None:
        taken, left_out = settle(total.i, total.j, size)
        is_whole = (is_whole | taken) & ~left_out
        is_part &= ~(taken | left_out)
    whole_i, whole_j = total.i[is_whole], total.j[is_whole]
    k = np.flatnonzero(is_part[total.pair] & (found.area > DUST_M2))
    part, piece = found.left_part[k], found.right_piece[k]
    cover = found.right_pieces[piece]
    common = _common(found.left_parts[part], cover, found.area[k])
    pair = total.pair[k]
    kept = shapely.area(common) > 0
    return Overlaps(
        np.concatenate([whole_i, total.i[pair][kept]]),
        np.concatenate([whole_j, total.j[pair][kept]]),
        np.concatenate([left[whole_i], common[kept]]),
        np.concatenate([left[whole_i], cover[kept]]),
    )


def overlap_sums(
    left: Geometries, right: Geometries, pieces: Pieces | None = None
) -> tuple[Indices, Indices, Areas]:
    """Area that each pair of valid polygons shares, without their common land."""
    total = _sums(_measured(left, right, pieces))
    kept = total.area > DUST_M2
    return total.i[kept], total.j[kept], total.area[kept]


def overlaps_among(group: Indices, pieces: Pieces) -> tuple[Indices, Indices, Areas]:
    """Pairs of one group that share land, the first before the second, and the area they share.

    `pieces` are those of `subdivide`, of valid polygons.
    """
    parts, owner = pieces
    a, b = shapely.STRtree(parts).query(parts)
    asked = (owner[a] < owner[b]) & (group[owner[a]] == group[owner[b]])
    a, b = a[asked], b[asked]
    area = shared_areas(parts, parts, a, b)
    total = _sums(_Measured(parts, parts, a, b, owner[a], owner[b], area))
    return total.i, total.j, total.area


class _Measured(NamedTuple):
    """Parts of left and pieces of right polygons whose boxes meet, and the area they share."""

    left_parts: Geometries
    right_pieces: Geometries
    left_part: Indices
    right_piece: Indices
    i: Indices
    j: Indices
    area: Areas


class _Sums(NamedTuple):
    """Area each pair of whole polygons shares; `pair`: where each measured one belongs."""

    i: Indices
    j: Indices
    area: Areas
    pair: Indices


def _measured(left: Geometries, right: Geometries, of: Pieces | None = None) -> _Measured:
    parts, of_left = subdivide(left, max_vertices=_LARGE)
    pieces, of_right = of or subdivide(right)
    piece, part = shapely.STRtree(parts).query(pieces)
    area = shared_areas(parts, pieces, part, piece)
    return _Measured(parts, pieces, part, piece, of_left[part], of_right[piece], area)


def _sums(found: _Measured) -> _Sums:
    span = int(found.j.max(initial=0)) + 1
    known, pair = np.unique(found.i * span + found.j, return_inverse=True)
    area = np.bincount(pair, found.area, minlength=len(known)).astype(np.float64)
    return _Sums(known // span, known % span, area, pair)


def _common(left: Geometries, pieces: Geometries, area: Areas) -> Geometries:
    """Common land of pairs that share `area`; one wholly inside the other is not cut."""
    is_inside = shapely.area(pieces) - area <= DUST_M2
    common = np.where(is_inside, pieces, left)
    cut = np.flatnonzero(~is_inside & (shapely.area(left) - area > DUST_M2))
    common[cut] = only_polygons(intersection(left[cut], pieces[cut]))
    return common
