"""Large polygons cut to pieces: what a clip to boxes gives, mended and checked."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from boligplan_geo.geometry import subdivide, union_by
from boligplan_geo.geometry import subdivision as module

NORTH = (600_000.0, 7_700_000.0)


def rough(seed, vertices=600):
    """A polygon with a ragged edge and ragged holes, some of which meet its edge."""
    rng = np.random.default_rng(seed)

    def ring(count, radius, centre):
        angle = np.sort(rng.random(count)) * 2 * np.pi
        reach = rng.uniform(0.6, 1.0, count) * radius
        return shapely.Polygon(
            np.column_stack([np.cos(angle), np.sin(angle)]) * reach[:, None] + centre
        ).buffer(0)

    holes = [ring(60, 30, rng.uniform(-60, 60, 2) + NORTH) for _ in range(5)]
    return ring(vertices, 100, np.array(NORTH)).difference(shapely.union_all(holes))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_pieces_go_together_without_a_seam(seed):
    whole = rough(seed)
    pieces, owner = subdivide(np.array([whole]), max_vertices=24)
    assert shapely.is_valid(pieces).all()
    assert shapely.area(pieces).sum() == pytest.approx(whole.area, abs=1e-6)
    again = union_by(owner, pieces, 1)[0]
    assert shapely.get_num_geometries(again) == shapely.get_num_geometries(whole)
    count = [sum(map(shapely.get_num_interior_rings, shapely.get_parts(g))) for g in (again, whole)]
    assert count[0] == count[1], "no slit between two halves"
    assert shapely.area(shapely.symmetric_difference(again, whole)) < 1e-5


def test_what_a_clip_gets_wrong_is_cut_anew(monkeypatch):
    whole = np.array([rough(1), rough(2)])
    expected = [g.wkb for g in shapely.normalize(subdivide(whole, max_vertices=64)[0])]

    def faulty(geometry, *box):
        return shapely.box(*box) if geometry.area > 1000 else shapely.Polygon()

    monkeypatch.setattr(module.shapely, "clip_by_rect", faulty)
    pieces, owner = subdivide(whole, max_vertices=64)
    assert np.bincount(owner, shapely.area(pieces)) == pytest.approx(shapely.area(whole), abs=1e-6)
    assert len(pieces) == len(expected)


def test_a_cut_through_vertices_and_along_an_edge():
    """The middle of the box runs through a notch's corner and along one of its sides."""
    steps = [(0, 0), (100, 0), (100, 40), (50, 40), (50, 60), (100, 60), (100, 100), (0, 100)]
    ragged = shapely.segmentize(shapely.Polygon(steps), 3.0)
    pieces, _ = subdivide(np.array([ragged]), max_vertices=16)
    assert shapely.is_valid(pieces).all()
    assert shapely.area(pieces).sum() == pytest.approx(ragged.area)
    assert shapely.union_all(pieces).symmetric_difference(ragged).area < 1e-9


def test_nothing_large_is_left_as_it_is():
    small = np.array([shapely.box(0, 0, 1, 1), None, shapely.Polygon()])
    pieces, owner = subdivide(small)
    assert owner.tolist() == [0]
    assert pieces[0] is small[0] or shapely.equals_identical(pieces[0], small[0])
