"""Cases that turn on the sea, on an islet with straight shores (Prøveholmen): belt, line, surge.

The islet is 520 × 260 m and lies 5 m above the sea, but for a shelf at its southern shore and a
hollow inland at 2 m. The storm-surge level is assumed at 3 m (assumption storm_surge_level_m).
"""

from __future__ import annotations

from shapely import LineString, box
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from boligplan_geo.sample.truth_builder import KPA, FieldBuilder
from boligplan_geo.sample.truth_fields import no_demands
from boligplan_geo.sample.truth_ground import ISLET
from boligplan_geo.sample.truth_measures import lost

SHORE_PLAN = "2020-010"
LINE_Y = 50.0  # byggegrense, metres from the southern shore


def lay_out(town: FieldBuilder) -> None:
    """Lay out every case of this module."""
    town.plan(
        SHORE_PLAN,
        _here(box(120, 20, 280, 90)),
        3001,
        planstatus=3,
        planbestemmelse=4,
        plantype=35,
        lovreferanse=6,
        plannavn="Prøveholmen",
        ikrafttredelsesdato="2020-06-18",
        vedtakEndeligPlanDato="2020-06-18",
    )
    no_demands(town, SHORE_PLAN)
    town.area(SHORE_PLAN, 1111, _here(box(120, 20, 280, 90)), "BFS1", ((16, 30, None),))
    line = _here(LineString([(120, LINE_Y), (280, LINE_Y)]))
    town.feature(SHORE_PLAN, "RpJuridiskLinje", line, juridisklinje=1211)
    town.area(KPA, 1110, _here(box(300, 30, 400, 140)), "PH1", ((16, 30, None),))
    _belt(town)
    _building_line(town)
    _storm_surge(town)
    path = LineString([(*_here(box(10, 250, 20, 251)).centroid.coords[0], 5.0),
                       (*_here(box(500, 250, 510, 251)).centroid.coords[0], 5.0)])  # fmt: skip
    town.add("network", path, edge_id="990101", kind_code="gangveg", road_class_code="P",
             medium_code="T", level_code=0, width_m=2.0, is_lit=False)  # fmt: skip


def _here(shape: BaseGeometry) -> BaseGeometry:
    """Move a shape from the islet's lower left corner to the field's metres."""
    west, south, _, _ = ISLET.bounds
    return translate(shape, west, south)


def _plot(town: FieldBuilder, bnr: int, x: float, y: float) -> str:
    return town.plot(bnr, _here(box(x, y, x + 20, y + 30)))


def _belt(town: FieldBuilder) -> None:
    """The 100 m belt is hard where no building line is set (pbl § 1-8)."""
    plot_id = _plot(town, 501, 310, 85)
    lost(town, plot_id, 300, 600, "15 of its 30 m lie within 100 m of the southern shore")
    town.truth(plot_id, "facts", "losses_exclusive_m2", 300, "the belt alone takes it")
    plot_id = _plot(town, 502, 370, 40)
    lost(town, plot_id, 600, 600, "40 to 70 m from the shore: wholly in the belt")
    town.truth(plot_id, "rules", "potential_plan_homes_high_count", 0, "no usable land")


def _building_line(town: FieldBuilder) -> None:
    plot_id = _plot(town, 503, 130, 35)
    lost(town, plot_id, 300, 600, "15 of its 30 m lie seaward of the building line at 50 m")
    how = "landward of the line the belt is a consideration: the other half"
    town.truth(plot_id, "facts", "constraint_soft_share", 0.5, how)
    plot_id = _plot(town, 504, 160, 55)
    lost(town, plot_id, 0, 600, "wholly landward of the plan's building line")
    town.truth(plot_id, "facts", "constraint_soft_share", 1, "in the belt, behind its line")


def _storm_surge(town: FieldBuilder) -> None:
    plot_id = _plot(town, 505, 230, 55)
    how = "15 of its 30 m lie on the shelf at 2 m, which the sea reaches at 3 m"
    lost(town, plot_id, 300, 600, how)
    plot_id = _plot(town, 506, 340, 105)
    how = "the sea does not reach a hollow behind ground at 5 m, and the belt ends at 100 m"
    lost(town, plot_id, 0, 600, how)
