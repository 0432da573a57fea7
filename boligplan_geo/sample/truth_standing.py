"""Cases of the test field that turn on what stands: footprints, units, the register (band D)."""

from __future__ import annotations

from shapely import Polygon, box

from boligplan_geo.sample.truth_builder import KPA, FieldBuilder
from boligplan_geo.sample.truth_ground import slot
from boligplan_geo.sample.truth_plots import BAND_D


def lay_out(town: FieldBuilder) -> None:
    """Lay out every case of this module."""
    _standing(town)
    _counted(town)
    _halves_on_two_plots(town)


def _standing(town: FieldBuilder) -> None:
    """Footprints: across a boundary, with a courtyard, demolished, not begun."""
    town.area(KPA, 1110, box(285, 200, 585, 240), "PF9", ((16, 30, None),))
    x, y = slot(BAND_D, 9).bounds[:2]
    left = town.plot(81, box(x, y, x + 20, y + 30))
    right = town.plot(82, box(x + 20, y, x + 40, y + 30))
    town.building(left, box(x + 11, y + 10, x + 23, y + 20), bra=200)
    town.truth(left, "facts", "built_bya_m2", 90, "9 × 10 m of a house of 12 × 10 m")
    town.truth(right, "facts", "built_bya_m2", 30, "3 × 10 m of a house of 12 × 10 m")
    town.truth(left, "facts", "built_bra_m2", 150, "200 m² × 90/120 by footprint")
    town.truth(right, "facts", "built_bra_m2", 50, "200 m² × 30/120 by footprint")
    town.truth(left, "facts", "built_homes_count", 1, "homes go whole to their property")
    town.truth(right, "facts", "built_homes_count", 0, "homes go whole to their property")
    for plot_id in (left, right):
        town.truth(
            plot_id, "facts", "is_built_across_boundary", 1, "the house crosses the boundary"
        )

    x, y = slot(BAND_D, 11).bounds[:2]
    plot_id = town.plot(83, slot(BAND_D, 11))
    for shift in (4, 10):
        half = box(x + shift, y + 10, x + shift + 6, y + 20)
        town.building(plot_id, half, kind="121", bra=110)
    town.truth(plot_id, "facts", "built_homes_count", 2, "one unit in each half of the house")
    town.truth(plot_id, "facts", "built_bya_m2", 120, "two halves of 6 × 10 m")
    town.truth(plot_id, "facts", "built_bra_m2", 220, "110 m² in each half")
    town.truth(plot_id, "facts", "built_buildings_count", 2, "each half has its building number")
    town.truth(plot_id, "facts", "has_shared_wall", 0, "the halves' wall is no neighbour's")

    x, y = slot(BAND_D, 12).bounds[:2]
    plot_id = town.plot(84, slot(BAND_D, 12))
    town.building(plot_id, box(x + 5, y + 10, x + 15, y + 20), status="BR", bra=150)
    town.truth(plot_id, "facts", "built_bya_m2", 0, "the only house is demolished (BR)")
    town.truth(plot_id, "facts", "built_homes_count", 0, "the only house is demolished (BR)")
    town.truth(plot_id, "facts", "has_standing_building", 0, "the only house is demolished (BR)")

    x, y = slot(BAND_D, 14).bounds[:2]
    plot_id = town.plot(86, slot(BAND_D, 14))
    court = box(x + 8, y + 14, x + 12, y + 18)
    ring = Polygon(box(x + 4, y + 10, x + 16, y + 22).exterior, [court.exterior])
    town.building(plot_id, ring, kind="113", bra=230, recorded_bya=160)
    town.truth(plot_id, "facts", "built_bya_m2", 128, "12 × 12 m less a courtyard of 4 × 4 m")
    how = "the register says 160 m², the map 128 m²: 32/160"
    town.truth(plot_id, "facts", "built_disagreement_share", 0.2, how)


def _counted(town: FieldBuilder) -> None:
    """Units and use area: what counts as a home, and what stands where nothing is registered."""
    x, y = slot(BAND_D, 13).bounds[:2]
    plot_id = town.plot(85, slot(BAND_D, 13))
    house = box(x + 2, y + 5, x + 18, y + 17)
    town.building(plot_id, house, kind="136", bra=480, units="BBBAFU")
    how = "three units of type B; A, F and U are no homes"
    town.truth(plot_id, "facts", "built_homes_count", 3, how)

    x, y = slot(BAND_D, 15).bounds[:2]
    plot_id = town.plot(87, slot(BAND_D, 15))
    town.building(plot_id, box(x + 5, y + 15, x + 15, y + 24), bra=170)
    town.building(
        plot_id, box(x + 5, y + 4, x + 11, y + 9), kind="181", storeys=1, bra=28, units=""
    )
    town.truth(plot_id, "facts", "built_bya_m2", 120, "a house of 10 × 9 m and a garage of 6 × 5 m")
    town.truth(plot_id, "facts", "built_homes_count", 1, "a garage holds no home")

    x, y = slot(BAND_D, 16).bounds[:2]
    plot_id = town.plot(88, slot(BAND_D, 16))
    town.building(plot_id, box(x + 5, y + 10, x + 15, y + 20), status="IG", bra=190)
    town.truth(plot_id, "facts", "built_bya_m2", 0, "permitted but not begun (IG): pipeline")
    town.truth(plot_id, "facts", "built_homes_count", 0, "permitted but not begun (IG): pipeline")
    for name, value in (("buildings_count", 1), ("homes_count", 1), ("bra_m2", 190)):
        how = "permitted (IG): kept beside what stands"
        town.truth(plot_id, "facts", f"built_pipeline_{name}", value, how)

    x, y = slot(BAND_D, 18).bounds[:2]
    plot_id = town.plot(90, slot(BAND_D, 18))
    town.building(plot_id, box(x + 5, y + 10, x + 15, y + 20), bra=None)
    how = "no BRA in the register: 100 m² × 2 storeys × 0.9 (assumption storey_bra_share)"
    town.truth(plot_id, "facts", "built_bra_m2", 180, how)


def _halves_on_two_plots(town: FieldBuilder) -> None:
    """A vertically split house whose halves are two properties, the wall on the boundary."""
    town.area(KPA, 1110, box(165, 200, 215, 240), "PF12", ((16, 30, None),))
    for bnr, left, half in ((96, 170, box(182, 215, 190, 225)), (97, 190, box(190, 215, 198, 225))):
        plot_id = town.plot(bnr, box(left, BAND_D, left + 20, BAND_D + 30))
        town.building(plot_id, half, kind="121", bra=130)
        how = "its own half of a house that is split by the boundary"
        for name, value in (("bya_m2", 80), ("bra_m2", 130), ("homes_count", 1)):
            town.truth(plot_id, "facts", f"built_{name}", value, how)
        town.truth(plot_id, "facts", "has_shared_wall", 1, how)
        town.truth(plot_id, "facts", "is_built_across_boundary", 0, how)
