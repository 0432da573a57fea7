"""Arcs as straight lines: near the circle, the same both ways, and the area they cost."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from boligplan_geo.read.formats import arcs

radii = st.floats(0.5, 5000)
angles = st.floats(0, 2 * math.pi)
steps = st.floats(0.05, 3.0)
places = st.floats(0, 7_700_000)


def on_circle(east, north, radius, *turns):
    return [np.array([east + radius * math.cos(t), north + radius * math.sin(t)]) for t in turns]


@given(places, places, radii, angles, steps, steps, st.booleans())
def test_points_are_on_the_circle_and_the_area_is_known(x, y, radius, start, one, two, is_left):
    sign = 1 if is_left else -1
    corners = on_circle(x, y, radius, start, start + sign * one, start + sign * (one + two))
    arc = arcs.through(*corners)
    assert arc.fault == ""
    assert arc.points[0].tolist() == corners[0].tolist()
    assert arc.points[-1].tolist() == corners[2].tolist()
    # the centre is found from coordinates of nanometres in millions of metres
    away = np.hypot(*(arc.points - [x, y]).T) - radius
    assert np.abs(away).max() < 1e-3
    middles = (arc.points[1:] + arc.points[:-1]) / 2
    sagitta = radius - np.hypot(*(middles - [x, y]).T)
    assert sagitta.max() < arcs.DEVIATION_M + 1e-3
    sweep = one + two
    drawn = shapely.Polygon(arc.points - arc.points[0]) if len(arc.points) > 3 else None
    exact = radius**2 / 2 * (sweep - math.sin(sweep))
    if drawn is not None and radius < 500:
        assert drawn.area + arc.area_m2 == pytest.approx(exact, rel=1e-3, abs=0.01)


@given(radii, angles, steps, steps)
def test_an_arc_is_the_same_from_both_ends(radius, start, one, two):
    corners = on_circle(600_000, 7_700_000, radius, start, start + one, start + one + two)
    there, back = arcs.through(*corners), arcs.through(*corners[::-1])
    assert there.points.tolist() == back.points[::-1].tolist()
    assert there.area_m2 == back.area_m2


def test_whole_circles_straight_lines_and_points_that_coincide():
    first, opposite = np.array([10.0, 0]), np.array([-10.0, 0])
    whole = arcs.through(first, opposite, first)
    assert shapely.Polygon(whole.points).area + whole.area_m2 == pytest.approx(100 * math.pi)
    three = arcs.circle(first, np.array([0.0, 10]), opposite)
    assert shapely.Polygon(three.points).area + three.area_m2 == pytest.approx(100 * math.pi)
    straight = arcs.through(first, np.array([0.0, 0.001]), opposite)
    assert (straight.fault, len(straight.points), straight.area_m2) == ("straight", 2, 0)
    double = arcs.through(first, first, opposite)
    assert (double.fault, len(double.points)) == ("coincident", 2)
    around = arcs.around(np.array([0.0, 0]), 10.0, math.pi / 2, -math.pi / 2)
    assert around.points[-1].tolist() == pytest.approx([10, 0])
