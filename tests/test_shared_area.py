"""Areas from edges alone against GEOS."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from boligplan_geo.geometry.shared_area import shared_areas

NORTH = (600_000.0, 7_700_000.0)
ONE = np.array([0])


def area(a, b):
    return float(shared_areas(np.array([a]), np.array([b]), ONE, ONE)[0])


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (shapely.box(0, 0, 10, 10), 100.0),
        (shapely.box(-5, -5, 50, 50), 100.0),
        (shapely.box(2, 3, 4, 5), 4.0),
        (shapely.box(10, 0, 20, 10), 0.0),
        (shapely.box(0, 10, 10, 20), 0.0),
        (shapely.box(10, 10, 20, 20), 0.0),
        (shapely.Polygon([(0, 0), (10, 10), (0, 10)]), 50.0),
        (shapely.Polygon([(5, -5), (15, 5), (5, 15), (-5, 5)]), 100.0),
        (shapely.box(-5, -5, 15, 15) - shapely.box(0, 0, 10, 10), 0.0),
        (shapely.box(-5, -5, 15, 15) - shapely.box(4, 4, 6, 6), 96.0),
    ],
    ids=["same", "inside", "around", "beside", "above", "corner", "half", "diamond", "hole", "gap"],
)
def test_a_square_of_ten_metres(other, expected):
    square = shapely.box(0, 0, 10, 10)
    for dx, dy in ((0, 0), NORTH):
        a, b = (shapely.transform(g, lambda xy, d=(dx, dy): xy + d) for g in (square, other))
        assert area(a, b) == pytest.approx(expected, abs=1e-6)
        assert area(b, a) == pytest.approx(expected, abs=1e-6)
        assert area(a, b.reverse()) == pytest.approx(expected, abs=1e-6), "direction of rings"


def stars(seed, count):
    """Irregular polygons with holes, some of which cross."""
    rng = np.random.default_rng(seed)
    shapes = []
    for _ in range(count):
        angle = np.sort(rng.random(rng.integers(4, 40))) * 2 * np.pi
        radius = rng.uniform(20, 100, len(angle))
        centre = rng.random(2) * 120 + NORTH
        ring = np.column_stack([np.cos(angle), np.sin(angle)]) * radius[:, None] + centre
        shape = shapely.make_valid(shapely.Polygon(ring)) - shapely.Point(centre).buffer(
            rng.uniform(1, 30)
        )
        shapes += [part for part in shapely.get_parts(shape) if part.area > 0]
    return np.array(shapes)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_any_polygons_as_geos_cuts_them(seed):
    left, right = stars(seed, 4), stars(seed + 1, 4)
    i, j = (n.ravel() for n in np.meshgrid(np.arange(len(left)), np.arange(len(right))))
    expected = shapely.area(shapely.intersection(left[i], right[j]))
    assert shared_areas(left, right, i, j) == pytest.approx(expected, abs=1e-5)


def test_rings_may_run_either_way():
    """Edges take land to lie on one side of every ring, whichever way it was drawn."""
    hole = shapely.box(4, 4, 6, 6).exterior.coords
    shell = shapely.box(0, 0, 10, 10).exterior.coords
    drawn = [shapely.Polygon(s, [h]) for s in (shell, shell[::-1]) for h in (hole, hole[::-1])]
    around = shapely.box(-1, -1, 5, 11)
    for polygon in drawn:
        assert area(polygon, around) == pytest.approx(50 - 2)
        assert area(around, polygon) == pytest.approx(50 - 2)


def test_many_pairs_are_taken_in_turns(monkeypatch):
    left, right = stars(1, 20), stars(2, 20)
    i, j = (n.ravel() for n in np.meshgrid(np.arange(len(left)), np.arange(len(right))))
    at_once = shared_areas(left, right, i, j)
    monkeypatch.setattr("boligplan_geo.geometry.shared_area._EDGES_AT_ONCE", 100)
    assert (shared_areas(left, right, i, j) == at_once).all()
